// What a request asks of a piece, condition by condition, just at the edge of each.
import { describe, expect, it } from "vitest"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"
import * as Wish from "../../../src/matching/book/Wish.ts"
import * as Zone from "../../../src/matching/book/Zone.ts"

const wishOf = (changes: Partial<Wish.Wish> = {}): Wish.Wish =>
  ({
    owner: 9,
    rating: 500,
    duration: 20,
    isNow: true,
    windowFrom: 0,
    windowTo: 0,
    countries: [],
    classes: 0b11,
    bits: Mark.bits(3, 1),
    coarseRating: 5,
    coarseQuality: 3,
    coarseLease: 4,
    minRating: 340,
    minQuality: 400,
    minBandwidth: 0,
    provider: null,
    addresses: 5,
    maxPerNetwork: 5,
    ...changes,
  }) as Wish.Wish

const ware = (changes: Partial<Ware.Ware> = {}): Ware.Ware => ({
  owner: 1,
  network: 1,
  concurrency: 1,
  bandwidth: 2 ** 32 - 1,
  quality: 400,
  rating: 340,
  version: 4,
  minLease: 20,
  admission: null,
  ...changes,
})

describe("a lease begins (IPSX-MAT-006)", () => {
  it.each([
    ["now", {}, 100, 120, 100],
    ["now, in what began before", {}, 50, 120, 100],
    ["not in what begins later", {}, 101, 500, NaN],
    ["not where there is no room", {}, 50, 119, NaN],
    ["with its window", { isNow: false, windowFrom: 110, windowTo: 130 }, 50, 500, 110],
    ["with the piece", { isNow: false, windowFrom: 110, windowTo: 150 }, 130, 500, 130],
    [
      "now, in a window that has begun",
      { isNow: false, windowFrom: 90, windowTo: 120 },
      50,
      500,
      100,
    ],
    ["not beyond its window", { isNow: false, windowFrom: 110, windowTo: 129 }, 50, 500, NaN],
    ["up to the end of the piece", { isNow: false, windowFrom: 110, windowTo: 900 }, 50, 130, 110],
    [
      "not beyond the end of the piece",
      { isNow: false, windowFrom: 110, windowTo: 900 },
      50,
      129,
      NaN,
    ],
  ])("%s", (_, changes, from, to, expected) => {
    expect(Wish.start(wishOf(changes), from, to, 100)).toBe(expected)
  })

  it("at the earliest in what is usable now", () => {
    expect(Wish.earliest(wishOf({ windowFrom: 110 }), 100)).toBe(100)
    expect(Wish.earliest(wishOf({ isNow: false, windowFrom: 110 }), 100)).toBe(110)
    expect(Wish.earliest(wishOf({ isNow: false, windowFrom: 90 }), 100)).toBe(100)
  })
})

describe("a request looks at wares", () => {
  it.each([
    ["for nothing else", {}, false],
    ["when it names providers", { provider: { minRating: 0, allow: null, deny: null } }, true],
    ["for a bandwidth", { minBandwidth: 1 }, true],
    ["for a cap on networks", { maxPerNetwork: 4 }, true],
    ["when its owner has offers", { owner: 1 }, true],
  ])("%s: %s", (_, changes, expected) => {
    const pieces = Pieces.make(8, 0, 100, () => 0)
    Ware.acquire(pieces.wares, ware())
    expect(Wish.asksWares(pieces, wishOf(changes as Partial<Wish.Wish>))).toBe(expected)
  })

  it.each([
    ["at the edge of all steps", { minRating: 320, minQuality: 384 }, 320, 8, 384, true],
    [
      "of a rating that is better by no step",
      { minRating: 321, minQuality: 384 },
      383,
      8,
      384,
      false,
    ],
    ["of a rating a step above", { minRating: 321, minQuality: 384 }, 384, 8, 384, true],
    [
      "of a quality that is better by no step",
      { minRating: 320, minQuality: 385 },
      320,
      8,
      511,
      false,
    ],
    ["of a quality a step above", { minRating: 320, minQuality: 385 }, 320, 8, 512, true],
    [
      "of a least lease with the same highest bit",
      { minRating: 320, minQuality: 384 },
      320,
      16,
      384,
      false,
    ],
    ["of a least lease a bit below", { minRating: 320, minQuality: 384 }, 320, 15, 384, true],
  ])("not for a mark %s", (_, changes, rating, minLease, quality, expected) => {
    const mark = Mark.of(0, rating, minLease, quality)
    expect(Wish.isSurelyGood(wishOf(changes), mark)).toBe(expected)
  })
})

describe("a ware goes with a request (IPSX-MAT-003, IPSX-MAT-004)", () => {
  it.each([
    ["at the edge of everything", {}, { minBandwidth: 2 ** 32 - 1 }, true],
    ["not of its owner", { owner: 9 }, {}, false],
    ["not with a longer least lease", { minLease: 21 }, {}, false],
    ["not with a lower quality", { quality: 399 }, {}, false],
    ["not with a lower rating", { rating: 339 }, {}, false],
    [
      "not with a lower bandwidth",
      { bandwidth: 2 ** 32 - 2 },
      { minBandwidth: 2 ** 32 - 1 },
      false,
    ],
    [
      "not of a provider that it denies",
      {},
      { provider: { minRating: 0, allow: null, deny: new Set([1]) } },
      false,
    ],
    [
      "of a provider that it allows",
      {},
      { provider: { minRating: 340, allow: new Set([1]), deny: null } },
      true,
    ],
    [
      "not of one that does not deal with it",
      { admission: { minRating: 501, allow: null, deny: null } },
      {},
      false,
    ],
    [
      "of one that deals with it",
      { admission: { minRating: 500, allow: new Set([9]), deny: null } },
      {},
      true,
    ],
  ])("%s", (_, has, asks, expected) => {
    const pieces = Pieces.make(8, 0, 100, () => 0)
    Ware.acquire(pieces.wares, ware({ owner: 77 }))
    const number = Ware.acquire(pieces.wares, ware(has as Partial<Ware.Ware>))
    expect(Wish.suits(pieces, wishOf(asks as Partial<Wish.Wish>), number)).toBe(expected)
  })
})

describe("the sieve (IPSX-MAT-016)", () => {
  const good = { bits: Mark.bits(7, 3), rating: 5 * 64, minLease: 31, quality: 3 * 128 }
  it.each([
    ["at the edge of everything", {}, true],
    ["without a protocol", { bits: Mark.bits(1, 3) }, false],
    ["without a scope", { bits: Mark.bits(7, 2) }, false],
    ["of a rating a step below", { rating: 5 * 64 - 1 }, false],
    ["of a least lease a bit above", { minLease: 32 }, false],
    ["of a quality a step below", { quality: 3 * 128 - 1 }, false],
  ])("lets pass what is %s: %s", (_, changes, expected) => {
    const { bits, rating, minLease, quality } = { ...good, ...changes }
    expect(Wish.passes(wishOf(), Mark.of(bits, rating, minLease, quality))).toBe(expected)
  })

  it.each([
    ["at the edge of everything", 0, 0, true],
    ["without a protocol", Zone.field.bits, Mark.bits(1, 3), false],
    ["of a lower rating", Zone.field.rating, 4, false],
    ["that ends earlier", Zone.field.to, 119, false],
    ["of a lower quality", Zone.field.quality, 2, false],
    ["of a longer least lease", Zone.field.minLease, 5, false],
  ])("looks into a block %s: %s", (_, field, value, expected) => {
    const pieces = Pieces.make(8, 0, 100, () => 0)
    const row = [Mark.bits(7, 3), 5, 120, 4, 3, 0, 0, 0]
    if (!expected) row[field] = value
    pieces.zones.set(row, 3 * Zone.width)
    expect(Wish.mayFind(pieces, wishOf(), 3, 100)).toBe(expected)
  })
})

describe("the cells of a request", () => {
  it("are those that have something, of its countries and classes, later ones if it can wait", () => {
    const pieces = Pieces.make(8, 0, 100, (offer) => offer)
    const number = Ware.acquire(pieces.wares, ware())
    const slots: Array<number> = []
    for (const [offer, [country, type, from]] of (
      [
        [3, 0, 0],
        [3, 0, 50],
        [3, 1, 0],
        [4, 1, 50],
        [5, 2, 0],
        [6, 0, 0],
        [3, 11, 0],
      ] as const
    ).entries()) {
      const lot = {
        ...Pieces.emptyLot(),
        offer,
        ware: number,
        kind: country * 12 + type,
        reference: 10 - offer,
      }
      slots.push(Pieces.add(pieces, lot, 0, 1, from, 1000))
    }
    Pieces.remove(pieces, slots[5]!)
    const visited = (changes: Partial<Wish.Wish>) => {
      const keys: Array<number> = []
      Wish.eachCell(pieces, wishOf(changes), ({ key }) => void keys.push(key))
      return keys
    }
    const key = (country: number, type: number, later: number) => (country * 12 + type) * 2 + later
    expect(visited({})).toEqual([key(3, 0, 0), key(3, 1, 0)])
    expect(visited({ isNow: false })).toEqual([
      key(3, 0, 0),
      key(3, 0, 1),
      key(3, 1, 0),
      key(4, 1, 1),
    ])
    expect(visited({ countries: [4, 6, 3, 200], isNow: false, classes: 0b10 })).toEqual([
      key(4, 1, 1),
      key(3, 1, 0),
    ])
    expect(visited({ countries: [3, 6] })).toEqual([key(3, 0, 0), key(3, 1, 0)])
    expect(visited({ countries: [3], classes: 1 << 11, isNow: false })).toEqual([key(3, 11, 0)])
  })
})
