// The two searches over pieces alone, each against a list that is sorted: what comes, in which order, and where it ends;
// and how much of the book they look at, which no answer tells.
import { describe, expect, it } from "vitest"
import * as Frontier from "../../../src/matching/book/Frontier.ts"
import * as Ladder from "../../../src/matching/book/Ladder.ts"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import type { Wish } from "../../../src/matching/book/Wish.ts"
import { drawing } from "./Draw.ts"
import { Market, type Special } from "./Market.ts"

const now = 100
/** One protocol that some have, and values that some do not reach. */
const asked = Mark.bits(4, 0)
const markOf = (draw: (below: number) => number): number =>
  Mark.of(Mark.bits(draw(4) > 0 ? 7 : 1, 3), draw(1001), 1 + draw(40), draw(1001))

const wishOf = (changes: Partial<Wish> = {}): Wish =>
  ({
    number: 0,
    duration: 20,
    isNow: true,
    windowFrom: 0,
    windowTo: 1_000_000,
    countries: [],
    classes: 0b110,
    bits: asked,
    coarseRating: 2,
    coarseQuality: 1,
    coarseLease: Mark.coarse.lease(20),
    bytes: 0,
    limit: 1e9,
    perSecondLimit: Infinity,
    perSecondMax: 1e9,
    ...changes,
  }) as Wish

interface One {
  readonly slot: number
  readonly key: number
  readonly cost: number
  readonly cell: string
  readonly passes: boolean
}

/** Every piece that a wish names, and what the definition of a search makes of it. */
const all = ({ pieces, sequences }: Market, wish: Wish): ReadonlyArray<One> => {
  const { shelf, rows } = pieces
  const rank = (slot: number) => [
    sequences[rows[slot * Row.width + Row.field.offer]!]!,
    rows[slot * Row.width + Row.field.from]!,
    rows[slot * Row.width + Row.field.first]!,
  ]
  return pieces.cells
    .flatMap((cell) => {
      if (cell === undefined || cell.size === 0) return []
      const [country, type, isLater] = [
        Math.floor(cell.key / 24),
        (cell.key >> 1) % 12,
        cell.key & 1,
      ]
      if ((wish.classes & (1 << type)) === 0 || (wish.isNow && isLater === 1)) return []
      if (wish.countries.length > 0 && !wish.countries.includes(country)) return []
      return [...cell.blocks.subarray(0, cell.size)].flatMap((block) =>
        Array.from({ length: shelf.counts[block]! }, (_, n): One => {
          const at = block * Shelf.span + n
          const slot = Shelf.slotAt(shelf, at)
          const key = Shelf.keyAt(shelf, at)
          const prices =
            shelf.extras.length > 0 ? shelf.extras.subarray(at * 3, at * 3 + 3) : [key, 0, 0]
          const cost = prices[2]! + prices[0]! * wish.duration + prices[1]! * wish.bytes
          const from = rows[slot * Row.width + Row.field.from]!
          const begin = Math.max(now, from, wish.isNow ? now : wish.windowFrom)
          const end = Math.min(Shelf.endAt(shelf, at), wish.isNow ? Infinity : wish.windowTo)
          const mark = shelf.marks[at]!
          const passes =
            begin + wish.duration <= end &&
            (mark & wish.bits) === wish.bits &&
            Mark.ratingIn(mark) >= wish.coarseRating &&
            Mark.qualityIn(mark) >= wish.coarseQuality &&
            Mark.leaseIn(mark) <= wish.coarseLease &&
            cost <= wish.limit &&
            prices[0]! <= Math.min(wish.perSecondLimit, wish.perSecondMax)
          return { slot, key, cost, cell: `${cell.key}`, passes }
        }),
      )
    })
    .toSorted((a, b) => {
      const [left, right] = [rank(a.slot), rank(b.slot)]
      return a.key - b.key || left.map((n, at) => n - right[at]!).find((by) => by !== 0) || 0
    })
}

/** The first that may not be looked at, in reference order. */
const cutOf = (list: ReadonlyArray<One>, scanMax: number): number => {
  if (list.length <= scanMax) return list.length
  const cells = Map.groupBy(list, ({ cell }) => cell)
  const cuts = [...cells.values()].flatMap((group) => {
    const depth = Math.max(
      1,
      Math.floor(scanMax / 1024),
      Math.floor((scanMax * group.length) / list.length),
    )
    return group.slice(depth, depth + 1)
  })
  return Math.min(...cuts.map((one) => list.indexOf(one)))
}

const slotOf = (shelf: Shelf.Shelf, at: number): number => (at < 0 ? -1 : Shelf.slotAt(shelf, at))

/** Markets of several shapes: how many countries, how dear, how many pieces of an offer. */
const filled = (
  seed: number,
  size: number,
  countries: number,
  prices: number,
  special: (draw: (below: number) => number) => Special = () => ({}),
  scanMax = 100_000,
): Market => {
  const draw = drawing(seed)
  const one = new Market(scanMax)
  for (let n = 0; n < size; n++)
    one.add(draw(countries), 1 + draw(prices), {
      mark: markOf(draw),
      type: 1 + draw(2),
      from: draw(3) === 0 ? now + 1 + draw(60) : 50 + draw(50),
      to: now + 10 + draw(200),
      ...(one.sequences.length > 0 && draw(3) === 0
        ? { offer: draw(one.sequences.length), first: n }
        : {}),
      ...special(draw),
    })
  return one
}

const shapes = [
  { size: 300, countries: 3, prices: 5 },
  { size: 700, countries: 2, prices: 1000 },
  { size: 900, countries: 60, prices: 8 },
  { size: 500, countries: 200, prices: 400 },
  { size: 40, countries: 2, prices: 3 },
]

const wishes: ReadonlyArray<Partial<Wish>> = [
  {},
  { isNow: false, windowFrom: 130, windowTo: 200 },
  { isNow: false, windowFrom: 0, windowTo: 170, classes: 0b010 },
  { countries: [0, 1] },
  { countries: [1], isNow: false, windowFrom: 110, windowTo: 400 },
  { countries: Array.from({ length: 64 }, (_, n) => n), isNow: false },
  { perSecondMax: 3 },
  { coarseRating: 14, coarseQuality: 7 },
  { classes: 0b1000 },
]
const bounds = [1e6, 200, 37, 5]

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
})
