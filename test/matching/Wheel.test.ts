import { isDeepStrictEqual } from "node:util"
import { describe, expect, it } from "vitest"
import * as Wheel from "../../src/matching/book/Wheel.ts"

/** Numbers below 2^31 from a seed. */
const numbers = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff)
}

describe("the wheel of timers", () => {
  const starts = [0, 255, 256, 65_535, 65_536, 0xff_ffff, -(2 ** 31), -1, -65_537, -0x100_0001]
  it.each(starts)(
    "IPSX-MAT-006 IPSX-MAT-012 tells of every timer in its second, from %d on",
    (start) => {
      const draw = numbers(start | 1)
      const wheel = Wheel.make(start)
      let pending: Array<readonly [due: number, id: number]> = []
      const kinds = new Set<number>()
      let now = start
      for (let step = 0; step < 1500; step++) {
        for (let n = draw() % 3; n > 0; n--) {
          // Each order of magnitude as likely as another, so that every turn has its part.
          const due = now + 1 + ((draw() >>> 4) % 2 ** (1 + ((draw() >>> 8) % 27)))
          if (due >= 2 ** 31) continue
          const id = step * 3 + n
          Wheel.add(wheel, due, id)
          pending.push([due, id])
          kinds.add(Math.floor(Math.log2(due - now) / 8))
        }
        const far = (draw() >>> 6) % 15 === 0
        now = Math.min(2 ** 31 - 1, now + 1 + ((draw() >>> 4) % (far ? 900_000 : 300)))
        const fired: Array<readonly [due: number, id: number]> = []
        Wheel.advance(wheel, now, (id, due) => {
          if (wheel.now !== due) expect.fail(`${id} of ${due} is told of at ${wheel.now}`)
          fired.push([due, id])
        })
        const byMoment = (a: readonly [number, number], b: readonly [number, number]) =>
          a[0] - b[0] || a[1] - b[1]
        const due = pending.filter(([at]) => at <= now).sort(byMoment)
        const moments = (timers: typeof pending) => timers.map(([at]) => at)
        if (!isDeepStrictEqual(fired.toSorted(byMoment), due)) expect(fired).toEqual(due)
        if (!isDeepStrictEqual(moments(fired), moments(due)))
          expect(moments(fired)).toEqual(moments(due))
        pending = pending.filter(([at]) => at > now)
        if (wheel.size !== pending.length) expect(wheel.size).toBe(pending.length)
      }
      // Timers of every turn were set, and time went over the edges of the three faster ones.
      expect([...kinds].sort()).toEqual([0, 1, 2, 3])
      expect(now - start).toBeGreaterThan(0x100_0000)
    },
  )

  it("keeps a timer in the turn that is slow enough for it, and hands it down in time", () => {
    const turns = [
      [1, 0],
      [255, 0],
      [256, 1],
      [65_535, 1],
      [65_536, 2],
      [0xff_ffff, 2],
      [0x100_0000, 3],
    ] as const
    for (const [left, turn] of turns) {
      const wheel = Wheel.make(1000)
      Wheel.add(wheel, 1000 + left, 5)
      expect(Math.floor(wheel.heads.findIndex((head) => head >= 0) / 256)).toBe(turn)
      expect(wheel.near).toBe(turn === 0 ? 1 : 0)
    }
  })

  /** How often an advance looks at the heads of its lists. */
  const looks = (wheel: Wheel.Wheel, now: number): number => {
    let count = 0
    const { heads } = wheel
    const counting = Object.defineProperty({ ...wheel }, "heads", { get: () => (count++, heads) })
    Wheel.advance(counting as Wheel.Wheel, now, () => undefined)
    expect((counting as Wheel.Wheel).now).toBe(now)
    return count
  }

  it("looks at nothing when no timer is set, and skips turns in which none is near", () => {
    expect(looks(Wheel.make(0), 2 ** 30)).toBe(0)
    const far = Wheel.make(0)
    Wheel.add(far, 2 ** 26, 1)
    // A step for each 256 seconds, at most four looks at each: its own list and those of slower turns.
    const each = looks(far, 256 * 1000) / 1000
    expect(each).toBeLessThan(3.1)
    const exact = Wheel.make(0)
    Wheel.add(exact, 2 ** 26, 1)
    expect(looks(exact, 256)).toBe(3)
  })

  it("uses the place of a timer again when it has rung", () => {
    const wheel = Wheel.make(0)
    for (let now = 0; now < 1000; now++) {
      Wheel.add(wheel, now + 1, now)
      Wheel.add(wheel, now + 5, now)
      Wheel.advance(wheel, now + 1, () => undefined)
    }
    expect(wheel.used).toBe(6)
    expect(wheel.ids.length).toBe(64)
    for (let n = 0; n < 65; n++) Wheel.add(wheel, 5000 + n, n)
    expect([wheel.ids.length, wheel.dues.length, wheel.nexts.length]).toEqual([128, 128, 128])
  })
})
