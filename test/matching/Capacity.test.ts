// Rectangles judged seat by seat and second by second.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Capacity from "../../src/matching/Capacity.ts"

const rectangle = fc
  .record({
    first: fc.nat(5),
    seats: fc.integer({ min: 1, max: 5 }),
    from: fc.nat(5),
    lasts: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ first, seats, from, lasts }) => ({ first, seats, from, to: from + lasts }))

const cells = ({ first, seats, from, to }: Capacity.Rectangle): ReadonlyArray<string> =>
  Array.from(
    { length: seats * (to - from) },
    (_, n) => `${first + (n % seats)} ${from + Math.floor(n / seats)}`,
  )
const covered = (rectangles: ReadonlyArray<Capacity.Rectangle>): ReadonlyArray<string> =>
  rectangles.flatMap(cells).toSorted()

it("IPSX-MAT-010 two rectangles overlap when they share a seat in a second", () => {
  fc.assert(
    fc.property(rectangle, rectangle, (a, b) => {
      const own = new Set(cells(b))
      expect(Capacity.overlaps(a, b)).toBe(cells(a).some((cell) => own.has(cell)))
      expect(Capacity.contains(b, a)).toBe(cells(a).every((cell) => own.has(cell)))
      expect(Capacity.area(a)).toBe(cells(a).length)
    }),
    { numRuns: 300 },
  )
})

it("IPSX-MAT-011 what is left is every cell that was not taken, once, with the seats cut first", () => {
  fc.assert(
    fc.property(rectangle, rectangle, (whole, piece) => {
      const rest = Capacity.without(whole, piece)
      const taken = new Set(cells(piece))
      expect(covered(rest)).toEqual(
        cells(whole)
          .filter((cell) => !taken.has(cell))
          .toSorted(),
      )
      if (!Capacity.overlaps(whole, piece)) {
        expect(rest).toEqual([whole])
        return
      }
      for (const one of rest) expect(Capacity.area(one)).toBeGreaterThan(0)
      // Seats that were not taken keep their whole time.
      for (const one of rest)
        if (one.first + one.seats <= piece.first || one.first >= piece.first + piece.seats)
          expect([one.from, one.to]).toEqual([whole.from, whole.to])
      expect(rest.length).toBeLessThanOrEqual(piece.first <= whole.first ? 3 : 4)
    }),
    { numRuns: 300 },
  )
  expect(
    Capacity.without(
      { first: 2, seats: 6, from: 10, to: 60 },
      { first: 4, seats: 2, from: 20, to: 30 },
    ),
  ).toEqual([
    { first: 4, seats: 2, from: 10, to: 20 },
    { first: 4, seats: 2, from: 30, to: 60 },
    { first: 2, seats: 2, from: 10, to: 60 },
    { first: 6, seats: 2, from: 10, to: 60 },
  ])
})

it("IPSX-MAT-011 several pieces are taken one after the other", () => {
  fc.assert(
    fc.property(rectangle, fc.array(rectangle, { maxLength: 4 }), (whole, pieces) => {
      const taken = new Set(pieces.flatMap(cells))
      expect(covered(Capacity.withoutAll(whole, pieces))).toEqual(
        cells(whole)
          .filter((cell) => !taken.has(cell))
          .toSorted(),
      )
    }),
  )
})

it("IPSX-MAT-013, IPSX-MAT-039 two rectangles are joined when together they are one", () => {
  fc.assert(
    fc.property(rectangle, rectangle, (a, b) => {
      const joined = Capacity.joined(a, b)
      const both = covered([a, b])
      const box = {
        first: Math.min(a.first, b.first),
        seats: Math.max(a.first + a.seats, b.first + b.seats) - Math.min(a.first, b.first),
        from: Math.min(a.from, b.from),
        to: Math.max(a.to, b.to),
      }
      const isOne = new Set(both).size === both.length && Capacity.area(box) === both.length
      expect(joined).toEqual(isOne ? box : undefined)
    }),
    { numRuns: 1000 },
  )
})
