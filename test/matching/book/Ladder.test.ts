// The search by one price against a sorted list, and how much of the book it looks at, which no answer tells.
import { describe, expect, it } from "vitest"
import * as Ladder from "../../../src/matching/book/Ladder.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import type { Wish } from "../../../src/matching/book/Wish.ts"
import { Market } from "./Market.ts"
import { all, bounds, cutOf, filled, now, shapes, slotOf, wishes, wishOf } from "./Searching.ts"

describe("a search by one price (IPSX-MAT-005, IPSX-MAT-016)", () => {
  it.each(shapes)(
    "finds what a sorted list has, among $size pieces in $countries countries",
    (shape) => {
      for (const scanMax of bounds) {
        const one = filled(
          shape.size + scanMax,
          shape.size,
          shape.countries,
          shape.prices,
          undefined,
          scanMax,
        )
        const ladder = Ladder.make(one.pieces)
        let inLists = 0
        for (const change of wishes) {
          const wish = wishOf(change)
          const list = all(one, wish)
          const cut = cutOf(list, scanMax)
          const good = list
            .slice(0, cut)
            .filter(({ passes }) => passes)
            .map(({ slot }) => slot)
          Ladder.begin(ladder, wish, now, { scanMax, total: list.length })
          if (ladder.shelf !== one.pieces.shelf) inLists++
          const found: Array<number> = []
          for (let at = Ladder.next(ladder); at >= 0; at = Ladder.next(ladder))
            found.push(slotOf(ladder.shelf, at))
          expect(found).toEqual(good)
          expect(Ladder.next(ladder)).toBe(-1)
          const isAffordable = cut < list.length && list[cut]!.key <= wish.perSecondMax
          expect(Ladder.isExhausted(ladder)).toBe(isAffordable)
        }
        if (scanMax > 1e5 && shape.size > 40) expect(inLists).toBeGreaterThan(0)
      }
    },
  )

  const plain = (
    countries: number,
    each: number,
    price = (n: number) => n,
    scanMax = 1e6,
  ): Market => {
    const one = new Market(scanMax)
    for (let n = 0; n < each; n++)
      for (let country = 0; country < countries; country++) one.add(country, price(n), { mark: -1 })
    return one
  }
  const begun = (one: Market, change: Partial<Wish> = {}, budget = { scanMax: 1e6, total: 0 }) => {
    const ladder = Ladder.make(one.pieces)
    const wish = wishOf({ classes: 0b10, coarseLease: 31, ...change })
    Ladder.begin(ladder, wish, now, budget)
    return ladder
  }
  /** How many entries the first cursor has looked at in its block. */
  const looked = (ladder: Ladder.Ladder, cursor = 0) =>
    ladder.ats[cursor]! - ladder.blocks[cursor]! * Shelf.span

  it("over all countries walks the lists of the cheapest when that saves more than one list", () => {
    const isListed = (one: Market, change: Partial<Wish> = {}) =>
      begun(one, change).shelf === one.pieces.cheapest.shelf
    expect(isListed(plain(3, 20))).toBe(true)
    expect(isListed(plain(2, 20))).toBe(false)
    expect(isListed(plain(3, 20), { countries: [0, 1, 2] })).toBe(false)
    expect(isListed(plain(3, 20), { classes: 0b100 })).toBe(false)
    expect(begun(plain(9, 20), { classes: 0b100 }).pieces.cheapest.lengths[2]).toBe(0)
    const later = plain(2, 20)
    for (let country = 0; country < 2; country++) later.add(country, 1, { from: now + 5 })
    expect(isListed(later)).toBe(false)
    expect(isListed(later, { isNow: false })).toBe(true)
    // No list of what begins later is made for whoever needs it now.
    const both = plain(5, 20)
    for (let country = 0; country < 5; country++) both.add(country, 1, { from: now + 5 })
    isListed(both)
    expect([...both.pieces.cheapest.lengths.subarray(2, 4)]).toEqual([12, 0])
    isListed(both, { isNow: false })
    expect([...both.pieces.cheapest.lengths.subarray(2, 4)]).toEqual([12, 8])
    // Where a list has too large a part of a cell, the cells are walked.
    const scarce = plain(5, 20, undefined, 4)
    const ladder = begun(scarce, {}, { scanMax: 4, total: 100 })
    expect(ladder.shelf === scarce.pieces.shelf).toBe(true)
  })

  it("opens a cell only when its best price is reached", () => {
    const one = plain(2, 20, undefined, 4)
    for (let country = 2; country < 30; country++) one.add(country, 1000 + country, { mark: -1 })
    const ladder = begun(one, {}, { scanMax: 4, total: 68 })
    expect(ladder.shelf === one.pieces.shelf).toBe(true)
    expect(ladder.cursors).toBe(1)
    Ladder.next(ladder)
    // The list of cells, both cells at the least price, and no more.
    expect(ladder.cursors).toBe(3)
  })

  it("opens nothing that is dearer than the request pays", () => {
    const one = plain(40, 1, () => 50)
    expect(begun(one, { perSecondMax: 49, countries: [1, 2, 3] }).cursors).toBe(0)
    expect(begun(one, { perSecondMax: 50, countries: [1, 2, 3] }).cursors).toBe(3)
    expect(begun(one, { countries: [41, 250] }).cursors).toBe(0)
    expect(Ladder.next(begun(one, { perSecondMax: 49 }))).toBe(-1)
  })

  it("looks at 64 entries at first, and at twice as many where it finds nothing, up to a block", () => {
    const one = plain(1, 120)
    const ladder = begun(one, { countries: [0] })
    Ladder.next(ladder)
    expect([looked(ladder), ladder.stretches[0]]).toEqual([64, 64])
    const poor = new Market()
    for (let n = 0; n < 500; n++) poor.add(0, n, { mark: n < 499 ? 0 : -1 })
    const search = begun(poor, { countries: [0] })
    expect(slotOf(search.shelf, Ladder.next(search))).toBe(499)
    expect(search.stretches[0]).toBe(Shelf.span)
  })

  it("looks at 16 where there are many cells", () => {
    const one = plain(10, 100)
    const countries = Array.from({ length: 10 }, (_, n) => n)
    const ladder = begun(one, { countries })
    expect([...ladder.stretches.subarray(0, 10)]).toEqual([64, 64, 64, 64, 64, 64, 64, 64, 64, 16])
    for (let n = 0; n < 10; n++) Ladder.next(ladder)
    expect(looked(ladder, 9)).toBe(16)
    expect(looked(ladder, 0)).toBe(64)
  })

  it("leaves a cell as soon as another may be cheaper", () => {
    const one = new Market()
    for (let n = 0; n < 120; n++) one.add(0, n, { mark: 0 })
    one.add(1, 70, { mark: -1 })
    one.add(2, 90, { mark: -1 })
    const ladder = begun(one, { countries: [2, 0, 1] })
    expect(slotOf(ladder.shelf, Ladder.next(ladder))).toBe(120)
    // Cell 0 was opened second; 64 of its entries were looked at, then the next 128 for 64 < 70.
    expect(looked(ladder, 1)).toBe(120)
    const two = new Market()
    for (let n = 0; n < 120; n++) two.add(0, n, { mark: 0 })
    two.add(1, 63, { mark: -1 })
    const other = begun(two, { countries: [0, 1] })
    expect(slotOf(other.shelf, Ladder.next(other))).toBe(120)
    expect(looked(other)).toBe(64)
  })

  it.each([[[2, 0, 1]], [[1, 0, 2]], [[1, 2, 0]]])(
    "whichever of two others may be, opened as %j",
    (countries) => {
      const one = new Market()
      for (let n = 0; n < 120; n++) one.add(0, n, { mark: 0 })
      one.add(1, 60, { mark: -1 })
      one.add(2, 90, { mark: -1 })
      const ladder = begun(one, { countries })
      expect(slotOf(ladder.shelf, Ladder.next(ladder))).toBe(120)
      expect(looked(ladder, countries.indexOf(0))).toBe(64)
    },
  )

  it("leaves a cell as soon as it is dearer than the request pays, and not before", () => {
    const one = new Market()
    for (let n = 0; n < 120; n++) one.add(0, n, { mark: n === 64 ? -1 : 0 })
    const poor = begun(one, { countries: [0], perSecondMax: 63 })
    expect([Ladder.next(poor), looked(poor), poor.size]).toEqual([-1, 64, 0])
    const rich = begun(one, { countries: [0], perSecondMax: 64 })
    expect(slotOf(rich.shelf, Ladder.next(rich))).toBe(64)
    // Also from block to block.
    const long = new Market()
    for (let n = 0; n < 700; n++) long.add(0, n, { mark: 0 })
    const cell = long.pieces.cells[2]!
    for (const block of cell.blocks.subarray(0, cell.size)) Shelf.tidy(long.pieces.shelf, block)
    const ladder = begun(long, { countries: [0], perSecondMax: 200 })
    expect(Ladder.next(ladder)).toBe(-1)
    const index = cell.blocks.indexOf(ladder.blocks[0]!)
    expect(cell.firsts[index]).toBeGreaterThan(200)
    expect(cell.firsts[index - 1]).toBeLessThanOrEqual(200)
  })

  it("says that it is cut where a block ends with what may be looked at", () => {
    const one = new Market()
    for (let n = 0; n < 129; n++) one.add(0, n, { mark: 0 })
    const counts = [...one.pieces.cells[2]!.blocks.subarray(0, 2)].map(
      (block) => one.pieces.shelf.counts[block],
    )
    for (const scanMax of [counts[0]! - 1, counts[0]!, counts[0]! + 1]) {
      const ladder = begun(one, { countries: [0] }, { scanMax, total: 129 })
      expect(Ladder.next(ladder)).toBe(-1)
      expect(Ladder.isExhausted(ladder)).toBe(true)
      expect(slotOf(ladder.shelf, ladder.cut)).toBe(scanMax)
    }
    const whole = begun(one, { countries: [0] }, { scanMax: 129, total: 129 })
    expect([Ladder.next(whole), Ladder.isExhausted(whole)]).toEqual([-1, false])
  })

  it("skips blocks in which nothing can pass", () => {
    const one = new Market()
    for (let n = 0; n < 600; n++) one.add(0, n, { mark: n < 590 ? 0 : -1 })
    const { shelf } = one.pieces
    const ladder = begun(one, { countries: [0] })
    let tidied = 0
    const { isBefore } = shelf
    Object.assign(shelf, { isBefore: (a: number, b: number) => (tidied++, isBefore(a, b)) })
    const first = ladder.blocks[0]!
    expect(slotOf(shelf, Ladder.next(ladder))).toBe(590)
    expect(ladder.blocks[0]).not.toBe(first)
    const unseen = [...one.pieces.cells[2]!.blocks.subarray(1, one.pieces.cells[2]!.size - 1)]
    // Nobody has looked at those between, so that their changes still count as unseen.
    expect(unseen.some((block) => shelf.unseen[block]! > 0)).toBe(true)
    expect(tidied).toBe(0)
  })

  it("goes on among the cells after the last of a list, and finds each once", () => {
    const one = new Market()
    for (let n = 0; n < 300; n++) one.add(n % 5, 10 + (n >> 5), { mark: -1 })
    const ladder = begun(one)
    const list = all(one, wishOf({ classes: 0b10, coarseLease: 31 })).map(({ slot }) => slot)
    const found: Array<number> = []
    let listed = 0
    for (let at = Ladder.next(ladder); at >= 0; at = Ladder.next(ladder)) {
      found.push(slotOf(ladder.shelf, at))
      if (ladder.shelf !== one.pieces.shelf) listed++
    }
    expect(found).toEqual(list)
    expect(listed).toBe(37)
    expect(ladder.isBehind).toBe(false)
  })
})
