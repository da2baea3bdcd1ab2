// What the parts of the book are before anything has happened, and what they fetch ahead of time.
import { describe, expect, it } from "vitest"
import * as Book from "../../../src/matching/book/Book.ts"
import * as Cheapest from "../../../src/matching/book/Cheapest.ts"
import * as Frontier from "../../../src/matching/book/Frontier.ts"
import * as Ladder from "../../../src/matching/book/Ladder.ts"
import * as Leases from "../../../src/matching/book/Leases.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Report from "../../../src/matching/book/Report.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Seats from "../../../src/matching/book/Seats.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import * as Tally from "../../../src/matching/book/Tally.ts"
import * as Waiting from "../../../src/matching/book/Waiting.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"
import * as Wheel from "../../../src/matching/book/Wheel.ts"
import * as Zone from "../../../src/matching/book/Zone.ts"
import * as Keeper from "../../../src/matching/Keeper.ts"
import { rules } from "../../arbitrary/order.ts"
import { Market } from "./Market.ts"
import { now, wishOf } from "./Searching.ts"

const hooks = {
  sharesBelow: Shelf.dense,
  isBefore: () => false,
  renew: () => undefined,
  moved: () => undefined,
  grown: () => undefined,
}

describe("before anything has happened", () => {
  it("a shelf, its lists and those that use it are empty", () => {
    const shelf = Shelf.make(hooks, 3)
    expect(shelf).toMatchObject({ traitsEach: 0, cells: [], spare: [], used: 0 })
    expect([...shelf.nexts]).toEqual([-1, -1, -1])
    expect([...shelf.loose]).toEqual([128, 128, 128])
    const cell = Shelf.cell(shelf, 4)
    expect(cell).toMatchObject({ key: 4, size: 0, count: 0, mixed: 0, rank: -1 })
    expect([cell.blocks.length, cell.firsts.length]).toEqual([4, 4])
    expect([shelf.heads.length, shelf.heads[4], shelf.heads[1027]]).toEqual([1028, -1, -1])
    Shelf.cell(shelf, 1027)
    expect(shelf.heads.length).toBe(1028)
    Shelf.cell(shelf, 1028)
    expect([shelf.heads.length, shelf.sizes.length, shelf.bests.length]).toEqual([2052, 2052, 2052])
    const waiting = Waiting.make(() => undefined)
    expect([waiting.cells, waiting.wishes, waiting.windowed]).toEqual([[], [], []])
    expect(waiting.zones.length).toBe(16 * 8)
  })

  it("pieces, their summaries and the lists of the cheapest have nothing", () => {
    const pieces = Pieces.make(500, 7, 99, () => 0)
    expect(pieces).toMatchObject({ used: 0, free: -1, live: 0, cells: [], now: 7 })
    expect(pieces.markets).toEqual(Array.from({ length: 24 }, () => []))
    expect(pieces.rows.length).toBe(500 * Row.width)
    const blocks = Math.ceil(500 / (128 * 0.82)) + 8
    expect(pieces.zones.length).toBe(blocks * 8)
    for (let block = 0; block < blocks; block++)
      expect(pieces.zones[block * 8 + Zone.field.armed]).toBe(Zone.never)
    const { cheapest } = pieces
    expect([cheapest.lengths.length, cheapest.shares.length, cheapest.scanMax]).toEqual([
      24, 24, 99,
    ])
    expect(cheapest.lists.map(({ key }) => key)).toEqual(Array.from({ length: 24 }, (_, n) => n))
    expect(Cheapest.isWhole(cheapest, 1)).toBe(false)
  })

  it("searches have found nothing", () => {
    const pieces = Pieces.make(8, 0, 9, () => 0)
    const ladder = Ladder.make(pieces)
    expect(ladder).toMatchObject({
      last: -1,
      isBehind: false,
      wish: undefined,
      budget: { scanMax: 0, total: 0 },
      cut: -1,
      most: 0,
      markets: [],
      cursors: 0,
      size: 0,
    })
    expect(ladder.hits.length).toBe(64 * Shelf.span)
    expect(Ladder.isExhausted(ladder)).toBe(false)
    expect(Ladder.next(ladder)).toBe(-1)
    const frontier = Frontier.make(pieces, { cost: () => 0n, isWithinLimits: () => true })
    expect(frontier).toMatchObject({ now: 0, cut: -1, wish: undefined })
    expect([frontier.closed.size, frontier.ready.size, frontier.ready.ids.length]).toEqual([
      0, 0, 64,
    ])
    expect(Frontier.isExhausted(frontier)).toBe(false)
    expect(Frontier.next(frontier)).toBe(-1)
    expect(Seats.makeRuns()).toMatchObject({ size: 0 })
    expect(Tally.make()).toMatchObject({ size: 0 })
  })

  it("leases, wares, reports and wheels hold nothing", () => {
    const leases = Leases.make()
    expect(leases).toMatchObject({ resources: [], used: 0, free: -1, hand: 0 })
    expect([leases.rows.length, leases.heads.length, leases.heads[63]]).toEqual([512, 64, -1])
    const wares = Ware.make()
    expect(wares).toMatchObject({ admissions: [], keys: [], spare: [], used: 0 })
    expect([wares.rows.length, wares.owned.length]).toEqual([512, 64])
    expect(Report.make().list.length).toBe(64 * 7)
    expect(Wheel.make(5)).toMatchObject({ now: 5, size: 0, near: 0, free: -1, used: 0 })
  })

  it("a book and its keeper have given no numbers", () => {
    const keeper = Keeper.make(rules, 1000)
    expect(keeper).toMatchObject({
      names: [],
      offers: [],
      requests: [],
      spareOffers: [],
      spareRequests: [],
      left: [],
      out: [],
      now: 1000,
    })
    expect(keeper.book.now).toBe(1000 - 2 ** 31)
    expect(keeper.book.chosen.length).toBe(64 * 3)
    expect(keeper.book.search.seatsMax).toBe(rules.maxSeats)
    const small = Book.make(rules, keeper.book.keeper, 0, 3000)
    expect(small.pieces.rows.length).toBe(3000 * Row.width)
    expect(keeper.book.pieces.rows.length).toBe(64 * Row.width)
  })
})

describe("a search fetches ahead", () => {
  it("the first entries of the eight cells that come next, together", () => {
    const one = new Market()
    for (let n = 0; n < 20; n++)
      for (let country = 0; country < 12; country++)
        one.add(country, 100 + country, { mark: 7 + n })
    const ladder = Ladder.make(one.pieces)
    Ladder.begin(ladder, wishOf({ classes: 0b10, bits: 1 << 19 }), now, {
      scanMax: 1e6,
      total: 240,
    })
    // The list of the cheapest has nothing for it, so it goes on among the cells.
    expect(ladder.shelf === one.pieces.shelf).toBe(false)
    const { heads, counts, marks, words } = one.pieces.shelf
    const market = one.pieces.markets[2]!
    const ahead = (from: number) =>
      market.slice(from, from + 8).reduce((sum, { key }) => {
        const block = heads[key]!
        return sum + counts[block]! + marks[block * 128]! + words[block * 512]!
      }, 0)
    const fetched: Array<number> = []
    let last = 0
    Object.defineProperty(ladder, "touched", {
      get: () => last,
      set: (value: number) => {
        last = value
        fetched.push(value)
      },
    })
    expect(Ladder.next(ladder)).toBe(-1)
    expect(fetched.filter((value) => value === ahead(0) || value === ahead(8))).toEqual([
      ahead(0),
      ahead(8),
    ])
  })

  it("the traits of what passes the sieve", () => {
    const one = new Market()
    for (let n = 0; n < 40; n++)
      one.add(0, n, { mark: n % 2 === 0 ? 0xf_ffff : 0, to: n < 30 ? 10_000 : 101 })
    const ladder = Ladder.make(one.pieces)
    Ladder.begin(
      ladder,
      wishOf({ classes: 0b10, countries: [0], coarseRating: 0, coarseQuality: 0 }),
      now,
      { scanMax: 1e6, total: 40 },
    )
    one.pieces.shelf.traits.fill(0)
    for (let at = 0; at < 40; at++) one.pieces.shelf.traits[at * 3] = 1000 + at
    Ladder.next(ladder)
    const hits = Array.from({ length: 15 }, (_, n) => n * 2)
    expect(ladder.touched).toBe(hits.reduce((sum, at) => sum + 1000 + at, 0))
  })
})
