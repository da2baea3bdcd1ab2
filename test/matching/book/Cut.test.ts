// Where a search ends that may not look at everything, and where it goes on: at the edges of blocks, and in the very first
// block of a shelf, whose entries have the lowest places.
import { describe, expect, it } from "vitest"
import * as Frontier from "../../../src/matching/book/Frontier.ts"
import * as Ladder from "../../../src/matching/book/Ladder.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import { Market, type Special } from "./Market.ts"
import { now, slotOf, wishOf } from "./Searching.ts"

const exact: Frontier.Exact = { cost: () => 0n, isWithinLimits: () => false }
const wish = wishOf({ duration: 10, classes: 0b10, coarseLease: 31, isNow: true })

/** Pieces of one country, each dearer than the one before; the first block of the shelf is the second of their list. */
const turned = (count: number, special: (n: number) => Special): { one: Market; first: number } => {
  const one = new Market()
  const gone = one.add(7, 1, special(1))
  one.add(0, 1000, special(1000))
  Pieces.remove(one.pieces, gone)
  for (let n = 1; n < count; n++) one.add(0, 1000 + n, special(1000 + n))
  const { blocks } = one.pieces.cells[2]!
  expect(blocks[1]).toBe(0)
  return { one, first: one.pieces.shelf.counts[blocks[0]!]! }
}

const found = (next: () => number, shelf: () => Shelf.Shelf): ReadonlyArray<number> => {
  const slots: Array<number> = []
  for (let at = next(); at >= 0; at = next()) slots.push(slotOf(shelf(), at))
  return slots
}

describe("a search that is cut (IPSX-MAT-016)", () => {
  const cases = [-1, 0, 1, 2, 60]

  it.each(cases)("by several prices, %i entries after the first block", (by) => {
    const { one, first } = turned(400, (n) => ({ mark: -1, mixed: [n, 0, 1] }))
    // Another list, of which more may be looked at than there is before the cut of the first.
    for (let n = 0; n < 400; n++) one.add(1, 5000 + n, { mark: -1, mixed: [5000 + n, 0, 1] })
    const scanMax = 2 * (first + by)
    const frontier = Frontier.make(one.pieces, exact)
    Frontier.begin(frontier, wish, now, { scanMax, total: 800 })
    expect(frontier.cut).toBe(Pieces.entryOf(one.pieces, one.ranked[first + by]!))
    if (by === 0) expect(frontier.cut).toBe(0)
    // Nothing of a block is looked at that begins behind the cut.
    expect(frontier.closed.size).toBe(by > 0 ? 2 : 1)
    expect(Frontier.isExhausted(frontier)).toBe(true)
    const slots = found(
      () => Frontier.next(frontier),
      () => one.pieces.shelf,
    )
    expect(slots).toEqual(one.ranked.slice(0, first + by))
  })

  it.each(cases)("by one price, %i entries after the first block", (by) => {
    const { one, first } = turned(400, () => ({ mark: -1 }))
    for (let n = 0; n < 400; n++) one.add(1, 5000 + n, { mark: -1 })
    const ladder = Ladder.make(one.pieces)
    const ask = { ...wish, countries: [0, 1] }
    Ladder.begin(ladder, ask, now, { scanMax: 2 * (first + by), total: 800 })
    const slots = found(
      () => Ladder.next(ladder),
      () => ladder.shelf,
    )
    expect(slots).toEqual(one.ranked.slice(0, first + by))
    expect(Ladder.isExhausted(ladder)).toBe(true)
    expect(ladder.cut).toBe(Pieces.entryOf(one.pieces, one.ranked[first + by]!))
  })
})

describe("a search that comes to the end of the cheapest", () => {
  it("does not find the very first of them again", () => {
    const one = new Market()
    for (let n = 0; n < 200; n++) one.add(n % 4, 10 + n, { mark: n === 0 || n > 100 ? -1 : 0 })
    const ladder = Ladder.make(one.pieces)
    Ladder.begin(ladder, wish, now, { scanMax: 1e6, total: 200 })
    expect(ladder.shelf === one.pieces.cheapest.shelf).toBe(true)
    const slots = found(
      () => Ladder.next(ladder),
      () => ladder.shelf,
    )
    expect(ladder.last).toBe(0)
    expect(slots).toEqual([0, ...Array.from({ length: 99 }, (_, n) => 101 + n)])
  })
})
