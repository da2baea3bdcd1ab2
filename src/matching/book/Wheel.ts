// Timers of whole seconds: a hierarchical wheel of four turns, each 256 times as slow as the one before. A timer
// is an id and a moment; it cannot be taken back, so whoever set it looks whether it still matters (IPSX-MAT-006).
// Owned and mutable.
import * as Shelf from "./Shelf.ts"

export interface Wheel {
  now: number
  size: number
  /** How many timers lie in the fastest turn: when none does, whole turns are skipped. */
  near: number
  readonly heads: Int32Array
  ids: Int32Array
  dues: Int32Array
  nexts: Int32Array
  free: number
  used: number
}

export const make = (now: number): Wheel => ({
  now,
  size: 0,
  near: 0,
  heads: new Int32Array(4 * 256).fill(-1),
  ids: new Int32Array(64),
  dues: new Int32Array(64),
  nexts: new Int32Array(64),
  free: -1,
  used: 0,
})

/** Sets a timer for a moment to come. */
export const add = (wheel: Wheel, due: number, id: number): void => {
  let node = wheel.free
  if (node >= 0) wheel.free = wheel.nexts[node]!
  else {
    node = wheel.used++
    if (node === wheel.ids.length) {
      wheel.ids = Shelf.longer(wheel.ids, node * 2)
      wheel.dues = Shelf.longer(wheel.dues, node * 2)
      wheel.nexts = Shelf.longer(wheel.nexts, node * 2)
    }
  }
  wheel.ids[node] = id
  wheel.dues[node] = due
  wheel.size++
  put(wheel, node)
}

const put = (wheel: Wheel, node: number): void => {
  const due = wheel.dues[node]!
  const left = due - wheel.now
  const turn = left < 0x100 ? 0 : left < 0x1_0000 ? 1 : left < 0x100_0000 ? 2 : 3
  const head = turn * 256 + ((due >>> (8 * turn)) & 255)
  if (turn === 0) wheel.near++
  wheel.nexts[node] = wheel.heads[head]!
  wheel.heads[head] = node
}

/** Time passes: tells of every timer that is due by `now`, in the order of their moments. */
export const advance = (
  wheel: Wheel,
  now: number,
  fire: (id: number, due: number) => void,
): void => {
  while (wheel.now < now) {
    if (wheel.size === 0) {
      wheel.now = now
      return
    }
    const next = wheel.near > 0 ? wheel.now + 1 : Math.min(now, (wheel.now | 255) + 1)
    wheel.now = next
    if ((next & 255) === 0) turn(wheel, next)
    for (let node = wheel.heads[next & 255]!; node >= 0; node = wheel.heads[next & 255]!) {
      wheel.heads[next & 255] = wheel.nexts[node]!
      wheel.nexts[node] = wheel.free
      wheel.free = node
      wheel.size--
      wheel.near--
      fire(wheel.ids[node]!, wheel.dues[node]!)
    }
  }
}

// The slow turns hand down what is near now, the slowest first.
const turn = (wheel: Wheel, now: number): void => {
  const slowest = (now & 0xff_ffff) === 0 ? 3 : (now & 0xffff) === 0 ? 2 : 1
  for (let turn = slowest; turn >= 1; turn--) {
    const head = turn * 256 + ((now >>> (8 * turn)) & 255)
    let node = wheel.heads[head]!
    wheel.heads[head] = -1
    while (node >= 0) {
      const next = wheel.nexts[node]!
      put(wheel, node)
      node = next
    }
  }
}
