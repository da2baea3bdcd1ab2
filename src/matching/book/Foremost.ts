// Which cursor of a ladder comes first: a binary heap of cursors by the price of what each has next (IPSX-MAT-005).
import type { Ladder } from "./Ladder.ts"
import * as Pieces from "./Pieces.ts"
import * as Shelf from "./Shelf.ts"

/** A cursor is new. */
export const add = (ladder: Ladder, cursor: number): void => up(ladder, ladder.size++, cursor)

/** The cursor at the top of the heap has moved. */
export const settle = (ladder: Ladder, cursor: number, key: number): void => {
  ladder.keys[cursor] = key
  down(ladder, cursor)
}

/** The cursor at the top of the heap is at its end. */
export const drop = (ladder: Ladder): void => {
  down(ladder, ladder.heap[--ladder.size]!)
}

// What is closed comes before what is open at the same price: it may have something older.
const isLess = (ladder: Ladder, a: number, b: number): boolean => {
  const { keys, froms, tos, hits, pieces, shelf } = ladder
  if (keys[a] !== keys[b]) return keys[a]! < keys[b]!
  if (froms[a] === tos[a]) return true
  if (froms[b] === tos[b]) return false
  return Pieces.isBefore(
    pieces,
    Shelf.slotAt(shelf, hits[froms[a]!]!),
    Shelf.slotAt(shelf, hits[froms[b]!]!),
  )
}

const up = (ladder: Ladder, place: number, cursor: number): void => {
  const { heap } = ladder
  let at = place
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isLess(ladder, cursor, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = cursor
}

const down = (ladder: Ladder, cursor: number): void => {
  const { heap, size } = ladder
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && isLess(ladder, heap[child + 1]!, heap[child]!)) child++
    if (!isLess(ladder, heap[child]!, cursor)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = cursor
}
