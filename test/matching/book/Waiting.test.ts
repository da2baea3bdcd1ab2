// Those who wait: who is asked, in which order, and which blocks nobody has to look into.
import { describe, expect, it } from "vitest"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import * as Waiting from "../../../src/matching/book/Waiting.ts"
import type { Wish } from "../../../src/matching/book/Wish.ts"
import { drawing } from "./Draw.ts"

const wishOf = (number: number, changes: Partial<Wish> = {}): Wish =>
  ({
    number,
    owner: 50 + number,
    rating: 500,
    sequence: number,
    worth: 10,
    duration: 20,
    isNow: true,
    countries: [],
    classes: 0b10,
    bits: Mark.bits(3, 1),
    minRating: 300,
    minQuality: 400,
    minBandwidth: 1000,
    provider: null,
    limit: 200,
    remaining: 1,
    ...changes,
  }) as Wish

interface Offered extends Partial<Omit<Waiting.Supply, "lot">> {
  readonly country?: number
  readonly type?: number
  readonly bits?: number
  readonly perSecond?: number
}

const supplyOf = ({
  country = 7,
  type = 1,
  bits,
  perSecond = 1,
  ...rest
}: Offered = {}): Waiting.Supply => ({
  lot: {
    ...Pieces.emptyLot(),
    kind: country * 12 + type,
    mark: Mark.of(bits ?? Mark.bits(3, 1), 500, 5, 900),
    perSecond,
  },
  owner: 1,
  rating: 300,
  quality: 400,
  bandwidth: 1000,
  minLease: 20,
  longest: 20,
  longestNow: 20,
  admission: null,
  isWithinLimits: () => true,
  ...rest,
})

const numbers = (next: () => Wish | undefined): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let wish = next(); wish !== undefined; wish = next()) found.push(wish.number)
  return found
}
const asked = (waiting: Waiting.Waiting, offered: Offered = {}, last?: Wish, end?: Wish) =>
  numbers(Waiting.after(waiting, supplyOf(offered), last, end))

const never = () => undefined

describe("a request that waits is asked", () => {
  const conditions: ReadonlyArray<readonly [string, Partial<Wish>, Offered, Offered]> = [
    ["whose protocols an offer has", {}, {}, { bits: Mark.bits(1, 1) }],
    ["whose scopes it has", {}, {}, { bits: Mark.bits(3, 2) }],
    ["whose least rating its owner has", {}, {}, { rating: 299 }],
    ["whose classes it is of", {}, {}, { type: 2 }],
    ["for whose duration there is room now", {}, {}, { longestNow: 19 }],
    [
      "for whose duration there is room later",
      { isNow: false },
      { longestNow: 0 },
      { longestNow: 0, longest: 19 },
    ],
    [
      "whose duration is not below the least lease",
      {},
      {},
      { minLease: 21, longest: 50, longestNow: 50 },
    ],
    ["whose least quality it has", {}, {}, { quality: 399 }],
    ["whose least bandwidth it has", {}, {}, { bandwidth: 999 }],
  ]
  it.each(conditions)("%s; else nobody looks into its block", (_, change, good, bad) => {
    for (const [offered, expected] of [
      [good, [0]],
      [bad, []],
    ] as const) {
      const waiting = Waiting.make(never)
      Waiting.add(waiting, wishOf(0, change))
      waiting.shelf.unseen[0] = 9
      expect(asked(waiting, offered)).toEqual(expected)
      expect(waiting.shelf.unseen[0]).toBe(expected.length === 0 ? 9 : 0)
    }
  })

  const looks: ReadonlyArray<readonly [string, Partial<Wish>, Offered]> = [
    ["is its owner", { owner: 1 }, {}],
    [
      "does not deal with the offer's owner",
      { provider: { minRating: 0, allow: new Set([2]), deny: null } },
      {},
    ],
    ["is not dealt with", {}, { admission: { minRating: 501, allow: null, deny: null } }],
    ["is denied", {}, { admission: { minRating: 0, allow: null, deny: new Set([50]) } }],
    ["cannot pay the price", {}, { isWithinLimits: () => false }],
  ]
  it.each(looks)("unless it %s", (_, change, offered) => {
    const waiting = Waiting.make(never)
    Waiting.add(waiting, wishOf(0, change))
    expect(asked(waiting, offered)).toEqual([])
    expect(asked(waiting, { owner: 2, isWithinLimits: () => true })).toEqual(
      change.owner === 1 || change.provider || offered.admission || offered.isWithinLimits
        ? [0]
        : [],
    )
  })

  it("for conditions of its own, though another in its block has none", () => {
    const waiting = Waiting.make(never)
    const loose = {
      bits: 0,
      minRating: 0,
      classes: 0b111,
      minQuality: 0,
      minBandwidth: 0,
      duration: 10,
    }
    Waiting.add(waiting, wishOf(0, loose))
    const strict: ReadonlyArray<Partial<Wish>> = [
      { bits: Mark.bits(4, 1) },
      { minRating: 301 },
      { classes: 0b100 },
      { minQuality: 401 },
      { minBandwidth: 1001 },
      { duration: 21 },
      { duration: 21, isNow: false },
      { duration: 9 },
    ]
    for (const [n, change] of strict.entries()) Waiting.add(waiting, wishOf(n + 1, change))
    expect(asked(waiting, { minLease: 10 })).toEqual([0])
    expect(asked(waiting, { minLease: 10, longest: 21 })).toEqual([0, 7])
    expect(asked(waiting, { minLease: 10, longestNow: 21, longest: 21 })).toEqual([0, 6, 7])
  })

  it("as long as it pays for a second what the offer's second costs", () => {
    const waiting = Waiting.make(never)
    for (const worth of [30, 20, 10])
      Waiting.add(waiting, wishOf(worth, { worth, limit: worth * 20 }))
    expect(asked(waiting, { perSecond: 10 })).toEqual([30, 20, 10])
    // Of one list it is a block that is left out: so far as all its requests pay less.
    expect(asked(waiting, { perSecond: 31 })).toEqual([])
    waiting.shelf.unseen[0] = 9
    expect(asked(waiting, { perSecond: 31 })).toEqual([])
    expect(waiting.shelf.unseen[0]).toBe(9)
    expect(asked(waiting, { perSecond: 30 })).toEqual([30, 20, 10])
  })

  it("of those with a window alone, where nothing can begin now", () => {
    const waiting = Waiting.make(never)
    Waiting.add(waiting, wishOf(0))
    waiting.shelf.unseen[0] = 9
    expect(waiting.windowed[1000]).toBe(undefined)
    expect(asked(waiting, { longestNow: 0 })).toEqual([])
    expect(waiting.shelf.unseen[0]).toBe(9)
    Waiting.add(waiting, wishOf(1, { isNow: false }))
    Waiting.add(waiting, wishOf(2, { isNow: false, countries: [7, 8] }))
    expect([waiting.windowed[1000], waiting.windowed[7], waiting.windowed[8]]).toEqual([1, 1, 1])
    expect(asked(waiting, { longestNow: 0 })).toEqual([1, 2])
    expect(asked(waiting, { longestNow: 0 })).toEqual([1, 2])
    Waiting.remove(waiting, wishOf(2, { isNow: false, countries: [7, 8] }))
    Waiting.remove(waiting, wishOf(0))
    expect([waiting.windowed[1000], waiting.windowed[7], waiting.windowed[8]]).toEqual([1, 0, 0])
  })
})

describe("the order of those who wait (IPSX-MAT-007)", () => {
  const better = (a: Wish, b: Wish): number => b.worth - a.worth || a.sequence - b.sequence

  it.each([1, 2, 3])("is by what they pay, then by age, over both lists, with seed %i", (seed) => {
    const draw = drawing(seed)
    const waiting = Waiting.make(never)
    const wishes: Array<Wish> = []
    for (let n = 0; n < 500; n++) {
      const worth = 1 + draw(seed === 1 ? 3 : 200)
      const wish = wishOf(n, {
        worth,
        limit: worth * 20,
        countries: draw(2) === 0 ? [] : [7, 9].filter(() => draw(3) > 0).concat(11),
        minRating: draw(400),
        sequence: 1000 - n,
      })
      wishes.push(wish)
      Waiting.add(waiting, wish)
    }
    for (let n = 0; n < 100; n++) Waiting.remove(waiting, wishes.splice(draw(wishes.length), 1)[0]!)
    const named = wishes
      .filter(({ countries }) => countries.length === 0 || countries.includes(7))
      .sort(better)
    const suiting = named.filter(({ minRating }) => minRating <= 300)
    const list = (some: ReadonlyArray<Wish>) => some.map(({ number }) => number)
    expect(asked(waiting)).toEqual(list(suiting))
    for (const at of [0, 1, 5, 99, suiting.length - 1]) {
      const one = suiting[at]!
      expect(asked(waiting, {}, one)).toEqual(list(suiting.slice(at + 1)))
      expect(asked(waiting, {}, undefined, one)).toEqual(list(suiting.slice(0, at)))
    }
    // After one that is gone, too.
    const gone = suiting[10]!
    Waiting.remove(waiting, gone)
    expect(asked(waiting, {}, gone)).toEqual(list(suiting.slice(11)))
    Waiting.remove(waiting, gone)
    Waiting.add(waiting, gone)
    for (const scanMax of [1, 2, 7, 50, 129, named.length - 1, named.length, 1e6]) {
      const isAnywhere = ({ countries }: Wish) => countries.length === 0
      const groups = [named.filter(isAnywhere), named.filter((one) => !isAnywhere(one))]
      const cuts = groups.flatMap((group) => {
        const share = Math.floor((scanMax * group.length) / named.length)
        const depth = Math.max(1, Math.floor(scanMax / 1024), share)
        return scanMax >= named.length ? [] : group.slice(depth, depth + 1)
      })
      expect(Waiting.cut(waiting, 7, scanMax)).toBe(cuts.sort(better)[0])
    }
    expect(Waiting.cut(waiting, 200, 1e6)).toBe(undefined)
  })

  it("is exact where floating-point numbers are not", () => {
    let asks = 0
    // The second pays a little more, which a number of 53 bits does not show.
    const waiting = Waiting.make(
      (a, b) => (
        asks++,
        a.number === b.number
          ? undefined
          : a.number % 3 > b.number % 3
            ? true
            : a.number % 3 === b.number % 3
              ? undefined
              : false
      ),
    )
    for (let n = 0; n < 6; n++)
      Waiting.add(waiting, wishOf(n, { worth: 5, limit: 2 ** 60, sequence: 9 - n }))
    expect(asked(waiting)).toEqual([5, 2, 4, 1, 3, 0])
    expect(asks).toBeGreaterThan(0)
    asks = 0
    const small = Waiting.make(() => (asks++, undefined))
    for (const [n, limit] of [
      [0, 101],
      [1, 102],
      [2, 101],
    ] as const)
      Waiting.add(small, wishOf(n, { worth: 5, limit, sequence: 9 - n }))
    expect(asked(small)).toEqual([1, 2, 0])
    expect(asks).toBe(0)
    // On the edge of what is exact, on either side.
    for (const [left, right] of [
      [2 ** 53, 1],
      [1, 2 ** 53],
      [2 ** 53 - 1, 1],
    ] as const) {
      asks = 0
      const edge = Waiting.make(() => (asks++, undefined))
      Waiting.add(edge, wishOf(0, { worth: 5, limit: left, duration: 1 }))
      Waiting.add(edge, wishOf(1, { worth: 5, limit: right, duration: 1 }))
      expect(asks > 0).toBe(Math.max(left, right) >= 2 ** 53)
    }
  })
})

describe("the lists of those who wait", () => {
  it("are empty when nobody waits", () => {
    const waiting = Waiting.make(never)
    expect(Waiting.isEmpty(waiting)).toBe(true)
    Waiting.add(waiting, wishOf(0, { countries: [3, 4] }))
    expect(Waiting.isEmpty(waiting)).toBe(false)
    Waiting.remove(waiting, wishOf(1, { countries: [3, 4, 5] }))
    expect(waiting.cells[3]!.count).toBe(1)
    Waiting.remove(waiting, wishOf(0, { countries: [3, 4] }))
    expect(Waiting.isEmpty(waiting)).toBe(true)
    expect(Waiting.cut(waiting, 3, 0)).toBe(undefined)
  })

  it("have room for a summary of each block", () => {
    const waiting = Waiting.make(never)
    for (let n = 0; n < 3000; n++) Waiting.add(waiting, wishOf(n, { worth: n }))
    expect(waiting.zones.length).toBe(waiting.shelf.counts.length * 8)
    expect(waiting.shelf.used).toBeGreaterThan(16)
    const cell = waiting.cells[1000]!
    for (const block of cell.blocks.subarray(0, cell.size)) {
      expect([...waiting.zones.subarray(block * 8, block * 8 + 8)]).toEqual([
        Mark.bits(3, 1),
        300,
        0b10,
        20,
        20,
        400,
        1000,
        0x7fff_ffff,
      ])
      for (
        let at = block * Shelf.span;
        at < block * Shelf.span + waiting.shelf.counts[block]!;
        at++
      )
        expect(waiting.shelf.traits[at]).toBe(0b10)
    }
  })
})
