// The search by several prices against a sorted list, and which blocks it opens.
import { describe, expect, it } from "vitest"
import * as Frontier from "../../../src/matching/book/Frontier.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import { drawing } from "./Draw.ts"
import { Market, type Special } from "./Market.ts"
import { all, bounds, cutOf, filled, now, shapes, slotOf, wishes, wishOf } from "./Searching.ts"

describe("a search by several prices (IPSX-MAT-005, IPSX-MAT-016)", () => {
  const mixed = (draw: (below: number) => number): Special =>
    draw(4) === 0 ? {} : { mixed: [1 + draw(30), draw(3), draw(60)] }

  const exact: Frontier.Exact = { cost: () => 0n, isWithinLimits: () => false }

  it.each(shapes)(
    "finds what a sorted list has, among $size pieces in $countries countries",
    (shape) => {
      for (const scanMax of bounds) {
        const one = filled(
          shape.size + scanMax,
          shape.size,
          shape.countries,
          shape.prices,
          mixed,
          scanMax,
        )
        const frontier = Frontier.make(one.pieces, exact)
        for (const change of [...wishes, { limit: 300 }, { perSecondLimit: 9, bytes: 7 }]) {
          const wish = wishOf({ bytes: 2, ...change, perSecondMax: Infinity })
          const list = all(one, wish)
          const cut = cutOf(list, scanMax)
          const good = list.slice(0, cut).filter(({ passes }) => passes)
          Frontier.begin(frontier, wish, now, { scanMax, total: list.length })
          const found: Array<number> = []
          for (let at = Frontier.next(frontier); at >= 0; at = Frontier.next(frontier))
            found.push(slotOf(one.pieces.shelf, at))
          const costs = new Map(good.map(({ slot, cost }) => [slot, cost]))
          expect([...found].sort()).toEqual(good.map(({ slot }) => slot).sort())
          const { rows } = one.pieces
          const ordered = found.every((slot, at) => {
            const before = found[at - 1]
            if (before === undefined) return true
            const difference = costs.get(before)! - costs.get(slot)!
            return difference < 0 || (difference === 0 && Pieces.isBefore(one.pieces, before, slot))
          })
          expect([ordered, rows.length > 0]).toEqual([true, true])
          const isAffordable =
            cut < list.length &&
            list[cut]!.cost <= wish.limit &&
            one.pieces.shelf.extras[Pieces.entryOf(one.pieces, list[cut]!.slot) * 3]! <=
              wish.perSecondLimit
          expect(Frontier.isExhausted(frontier)).toBe(isAffordable)
        }
      }
    },
  )

  it("looks at the pieces of some offers alone, and has no cut", () => {
    const one = filled(77, 400, 5, 20, mixed, 5)
    const frontier = Frontier.make(one.pieces, exact)
    const offers = [...one.sequences.keys()].filter((offer) => offer % 3 === 0)
    for (const change of wishes) {
      const wish = wishOf({ bytes: 2, ...change, perSecondMax: Infinity })
      const good = all(one, wish).filter(
        ({ slot, passes }) =>
          passes && one.pieces.rows[slot * Row.width + Row.field.offer]! % 3 === 0,
      )
      Frontier.beginAmong(frontier, wish, now, offers)
      const found: Array<number> = []
      for (let at = Frontier.next(frontier); at >= 0; at = Frontier.next(frontier))
        found.push(slotOf(one.pieces.shelf, at))
      expect([...found].sort()).toEqual(good.map(({ slot }) => slot).sort())
      expect(Frontier.isExhausted(frontier)).toBe(false)
    }
  })

  it("compares exactly what floating-point numbers cannot tell apart", () => {
    const one = new Market()
    const big = 2 ** 54
    for (let n = 0; n < 6; n++) one.add(n, big + n * 4, { mark: -1, mixed: [big, 0, n % 2] })
    const exactly = [50n, 10n, 30n, 20n, 60n, 30n]
    let asks = 0
    const frontier = Frontier.make(one.pieces, {
      cost: (offer) => exactly[offer]!,
      isWithinLimits: (offer) => (asks++, exactly[offer]! <= 50n),
    })
    const wish = wishOf({ duration: 1, limit: big, classes: 0b10, coarseLease: 31 })
    Frontier.begin(frontier, wish, now, { scanMax: 100, total: 6 })
    const found: Array<number> = []
    for (let at = Frontier.next(frontier); at >= 0; at = Frontier.next(frontier))
      found.push(slotOf(one.pieces.shelf, at))
    // The cheapest first, the older of two that cost the same, and none above the limit.
    expect(found).toEqual([1, 3, 2, 5, 0])
    expect(asks).toBe(6)
    // What is far below or above the limit is not asked about.
    for (const limit of [big * 2, big / 2]) {
      asks = 0
      Frontier.begin(frontier, { ...wish, limit }, now, { scanMax: 100, total: 6 })
      const isFound = Frontier.next(frontier) >= 0
      expect([isFound, asks]).toEqual([limit > big, 0])
    }
    asks = 0
    Frontier.begin(frontier, { ...wish, limit: big * 2, perSecondLimit: big }, now, {
      scanMax: 100,
      total: 6,
    })
    expect([Frontier.next(frontier) >= 0, asks]).toEqual([true, 6])
    Frontier.begin(frontier, { ...wish, limit: big * 2, perSecondLimit: big / 2 }, now, {
      scanMax: 100,
      total: 6,
    })
    expect(Frontier.next(frontier)).toBe(-1)
  })

  it("opens blocks by the least that something in them costs, and none that is too dear", () => {
    const one = new Market()
    for (let country = 0; country < 20; country++)
      for (let n = 0; n < 10; n++)
        one.add(country, 100 + country, { mark: -1, mixed: [100 + country, 0, n] })
    const frontier = Frontier.make(one.pieces, exact)
    const wish = wishOf({ duration: 10, classes: 0b10, coarseLease: 31, limit: 1109 })
    Frontier.begin(frontier, wish, now, { scanMax: 1e6, total: 200 })
    // 1000 to 1100 and more for the set-up: eleven countries, of which one is opened for the first.
    expect(frontier.closed.size).toBe(11)
    Frontier.next(frontier)
    expect([frontier.closed.size, frontier.ready.size]).toEqual([10, 9])
    for (let n = 0; n < 9; n++) Frontier.next(frontier)
    expect([frontier.closed.size, frontier.ready.size]).toEqual([10, 0])
    Frontier.next(frontier)
    expect([frontier.closed.size, frontier.ready.size]).toEqual([9, 9])
  })

  it("bounds a block by its least cost, with some doubt where that is not exact", () => {
    for (const [perSecond, bound] of [
      [1000, 1003],
      [2 ** 53 - 4, 2 ** 53 - 1],
      [2 ** 53, 2 ** 53 * (1 - 1e-11)],
      [2 ** 60, 2 ** 60 * (1 - 1e-11)],
    ] as const) {
      const one = new Market()
      one.add(0, perSecond, { mark: -1, mixed: [perSecond, 0, perSecond < 2 ** 53 ? 3 : 0] })
      const frontier = Frontier.make(one.pieces, { cost: () => 1n, isWithinLimits: () => true })
      const wish = wishOf({ duration: 1, classes: 0b10, coarseLease: 31, limit: 2 ** 61 })
      Frontier.begin(frontier, wish, now, { scanMax: 10, total: 1 })
      expect([frontier.closed.size, frontier.closed.costs[0]]).toEqual([1, bound])
      expect(slotOf(one.pieces.shelf, Frontier.next(frontier))).toBe(0)
    }
  })

  it("closes no block behind the cut", () => {
    const one = new Market()
    for (let country = 0; country < 4; country++)
      for (let n = 0; n < 300; n++)
        one.add(country, n * 4 + country, { mark: -1, mixed: [n * 4 + country, 0, 1] })
    const frontier = Frontier.make(one.pieces, exact)
    const wish = wishOf({ duration: 10, classes: 0b10, coarseLease: 31, limit: 1e9 })
    Frontier.begin(frontier, wish, now, { scanMax: 1e6, total: 1200 })
    const whole = frontier.closed.size
    Frontier.begin(frontier, wish, now, { scanMax: 40, total: 1200 })
    // Ten of each cell lie before it, all in its first block.
    expect(whole).toBeGreaterThan(8)
    expect(frontier.closed.size).toBe(4)
    expect(slotOf(one.pieces.shelf, frontier.cut)).toBe(10)
  })

  it("looks at the pieces of some offers where each has one price", () => {
    const one = filled(78, 200, 5, 20)
    const frontier = Frontier.make(one.pieces, exact)
    const wish = wishOf({ limit: 15 * 20, perSecondMax: Infinity })
    const good = all(one, wish)
      .filter(({ passes }) => passes)
      .map(({ slot }) => slot)
    Frontier.beginAmong(frontier, wish, now, one.sequences.keys())
    const found: Array<number> = []
    for (let at = Frontier.next(frontier); at >= 0; at = Frontier.next(frontier))
      found.push(slotOf(one.pieces.shelf, at))
    expect(found).toEqual(good)
    expect(good.length).toBeGreaterThan(10)
  })

  it.each([
    ["about the last exact integer", 2n ** 53n - 8n, 1n],
    ["beyond it", 2n ** 60n, 1n],
    ["beyond it, far enough apart", 2n ** 60n, 2n ** 30n],
    ["small", 1000n, 1n],
  ])("ranks and limits by exact amounts: %s", (_, base, step) => {
    const draw = drawing(31)
    for (let round = 0; round < 12; round++) {
      const one = new Market()
      const costs: Array<bigint> = []
      for (let n = 0; n < 40; n++) {
        const perSecond = base + step * BigInt(draw(14))
        const setup = BigInt(draw(5))
        costs.push(perSecond + setup)
        one.add(n % 3, Number(perSecond) + Number(setup) / 3600, {
          mark: -1,
          mixed: [Number(perSecond), 0, Number(setup)],
          from: 50 + draw(3),
        })
      }
      const limit = base + step * BigInt(6 + draw(9))
      let asks = 0
      const frontier = Frontier.make(one.pieces, {
        cost: (offer) => (asks++, costs[offer]!),
        isWithinLimits: (offer) => (asks++, costs[offer]! <= limit),
      })
      const wish = wishOf({ duration: 1, limit: Number(limit), classes: 0b10, coarseLease: 31 })
      Frontier.begin(frontier, wish, now, { scanMax: 1000, total: 40 })
      const found: Array<number> = []
      for (let at = Frontier.next(frontier); at >= 0; at = Frontier.next(frontier))
        found.push(slotOf(one.pieces.shelf, at))
      const expected = [...costs.keys()]
        .filter((n) => costs[n]! <= limit)
        .toSorted((a, b) => (costs[a] === costs[b] ? a - b : costs[a]! < costs[b]! ? -1 : 1))
      expect(found).toEqual(expected)
      if (base < 2n ** 50n) expect(asks).toBe(0)
      // A billionth apart is far enough for a floating-point number, so that only what is alike is asked about.
      if (step > 1n) expect(asks).toBeLessThan(200)
    }
  })
})
