// The small parts of the book of integers, each beside the plainest thing that does the same.
import { describe, expect, it } from "vitest"
import * as Budget from "../../../src/matching/book/Budget.ts"
import * as Counts from "../../../src/matching/book/Counts.ts"
import * as Holding from "../../../src/matching/book/Holding.ts"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Place from "../../../src/matching/book/Places.ts"
import * as Report from "../../../src/matching/book/Report.ts"
import * as Tally from "../../../src/matching/book/Tally.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"
import type { Wish } from "../../../src/matching/book/Wish.ts"
import { drawing } from "./Draw.ts"

describe("the depth of a search in a group (IPSX-MAT-016)", () => {
  it.each([
    [100, 100, 40, 40],
    [100, 101, 40, 39],
    [100, 200, 40, 20],
    [100, 1000, 3, 1],
    [2047, 10_000, 1, 1],
    [2048, 10_000, 1, 2],
    [10_240, 1_000_000, 5, 10],
    [65_536, 100_000, 50_000, 32_768],
  ])("of %i among %i pieces, a group of %i: %i", (scanMax, total, count, depth) => {
    expect(Budget.depth({ scanMax, total }, count)).toBe(depth)
  })
})

describe("numbers by key", () => {
  it("are those of a map, however large the keys, and gone after a new stamp", () => {
    const draw = drawing(7)
    const counts = Counts.make()
    let map = new Map<number, number>()
    const key = () => draw(3) * 2 ** 32 + draw(2) * 2 ** 52 + draw(40) * 4096
    for (let step = 0; step < 3000; step++) {
      const one = key()
      if (draw(4) > 0) {
        Counts.set(counts, one, step)
        map.set(one, step)
      }
      expect(Counts.get(counts, one)).toBe(map.get(one) ?? 0)
      if (step % 400 !== 399) continue
      expect(counts.size).toBe(map.size)
      for (const [known, value] of map) expect(Counts.get(counts, known)).toBe(value)
      // A table that is never more than half full.
      expect(counts.keys.length).toBeGreaterThanOrEqual(counts.size * 2)
      expect(counts.keys.length).toBeLessThanOrEqual(Math.max(64, counts.size * 4 + 2))
      Counts.clear(counts)
      map = new Map()
      expect(counts.size).toBe(0)
      for (const known of [...map.keys(), one]) expect(Counts.get(counts, known)).toBe(0)
    }
  })

  it("find keys whose places are taken without going round for long", () => {
    const counts = Counts.make()
    const places = new Set<number>()
    for (const high of [0, 1, 2, 3])
      for (let low = 0; low < 8; low++) {
        const key = high * 2 ** 32 + low * 256
        places.add(Counts.find(counts, key))
        Counts.set(counts, key, 1)
      }
    expect(places.size).toBe(32)
    const apart = [0, 1, 2, 3].map((high) => Counts.find(Counts.make(), high * 2 ** 32))
    expect(new Set(apart).size).toBe(4)
  })

  it("are forgotten when the stamps have been used up", () => {
    const counts = Counts.make()
    counts.stamp = 0x7fff_fffd
    Counts.set(counts, 5, 50)
    Counts.clear(counts)
    expect([counts.stamp, Counts.get(counts, 5)]).toEqual([0x7fff_fffe, 0])
    Counts.set(counts, 5, 51)
    Counts.clear(counts)
    expect([counts.stamp, Counts.get(counts, 5)]).toEqual([1, 0])
    expect([...counts.stamps].every((stamp) => stamp === 0)).toBe(true)
  })
})

describe("the pieces of offers", () => {
  it("are those that were attached and not detached, in one place for each list", () => {
    const draw = drawing(11)
    const holding = Holding.make(8)
    expect(Holding.make(3).heads).toHaveLength(8)
    expect(Holding.make(20).heads).toHaveLength(20)
    const sets = new Map<number, Set<number>>()
    for (let slot = 0; slot < 2000; slot++) {
      const offer = draw(draw(4) === 0 ? 60 : 12)
      const own = sets.get(offer) ?? new Set()
      sets.set(offer, own)
      if (draw(9) < 5) {
        Holding.attach(holding, offer, slot)
        own.add(slot)
      } else if (own.size > 0) {
        const some = [...own][draw(own.size)]!
        Holding.detach(holding, offer, some)
        own.delete(some)
      }
      const held = Holding.of(holding, offer)
      expect([...held].sort((a, b) => a - b)).toEqual([...own].sort((a, b) => a - b))
      expect(Holding.countOf(holding, offer)).toBe(own.size)
      const lists = [...holding.heads].filter((head) => head < -1)
      expect(new Set(lists).size).toBe(lists.length)
      expect(lists.length + holding.spareLists.length).toBe(holding.lists.length)
      for (const spare of holding.spareLists) expect(holding.lists[spare]).toEqual([])
    }
    expect([Holding.countOf(holding, 5000), Holding.of(holding, 5000)]).toEqual([0, []])
    expect(Holding.countOf(holding, holding.heads.length)).toBe(0)
  })

  it("grows when one comes that has none", () => {
    const holding = Holding.make(8)
    Holding.attach(holding, 7, 1)
    expect(holding.heads.length).toBe(8)
    Holding.attach(holding, 8, 2)
    expect([Holding.of(holding, 7), Holding.of(holding, 8), Holding.of(holding, 9)]).toEqual([
      [1],
      [2],
      [],
    ])
    expect(holding.heads.length).toBe(18)
  })
})

describe("a report", () => {
  it("grows when it is full and not before", () => {
    const report = Report.make()
    for (let n = 0; n < 64; n++) Report.add(report, 0, 0, 0, 0, 0, 0, 0)
    expect(report.list.length).toBe(64 * 7)
    Report.add(report, 0, 0, 0, 0, 0, 0, 9)
    expect([report.list.length, report.list[65 * 7 - 1]]).toEqual([128 * 7, 9])
  })

  it("has what was added, in order, however much it is", () => {
    const report = Report.make()
    for (let n = 0; n < 200; n++) Report.add(report, n % 5, n, n + 1, n + 2, n + 3, n + 4, n + 5)
    expect(report.size).toBe(200 * Report.width)
    for (let n = 0; n < 200; n++)
      expect([...report.list.subarray(n * 7, n * 7 + 7)]).toEqual(
        [n % 5].concat([0, 1, 2, 3, 4, 5].map((more) => n + more)),
      )
    expect(report.list.length).toBeLessThanOrEqual(4 * report.size)
  })
})

describe("a mark", () => {
  it("gives back what it was made of, as coarsely as the sieve compares it (IPSX-MAT-016)", () => {
    const draw = drawing(3)
    for (let n = 0; n < 300; n++) {
      const [protocols, scopes, rating, quality] = [draw(256), draw(4096), draw(1001), draw(1001)]
      const least = draw(2) === 0 ? draw(9) : 2 ** draw(32) - draw(2)
      const bits = Mark.bits(protocols, scopes)
      const mark = Mark.of(bits, rating, Math.max(0, least), quality)
      expect(mark & 0xf_ffff).toBe(protocols + scopes * 256)
      expect(Mark.ratingIn(mark)).toBe(Math.floor(rating / 64))
      expect(Mark.qualityIn(mark)).toBe(Math.floor(quality / 128))
      expect(Mark.leaseIn(mark)).toBe(Math.floor(Math.log2(Math.max(1, least))))
    }
  })
})

describe("places of addresses", () => {
  const base = (0x2001_0db8n << 96n) + (7n << 80n)
  const firsts = [
    ["version 4, in the middle of a group", 4, 0x0a00_01f0n],
    ["version 4, at its beginning", 4, 0x0a00_0200n],
    ["version 4, the very first", 4, 0n],
    ["version 6", 6, base + 5n],
    ["version 6, before the end of 32 bits", 6, base + 2n ** 32n - 3n],
    ["version 6, before the end of its group", 6, base + 2n ** 80n - 4n],
    ["version 6, the first of a group", 6, base],
  ] as const

  it.each(firsts)("know groups and positions: %s", (_, version, first) => {
    const places = Place.make()
    // Not the first in its list.
    Place.of6(places, base + 3n * 2n ** 90n)
    const place = version === 6 ? Place.of6(places, first) : Number(first)
    expect(version === 6 ? Place.of6(places, first) : place).toBe(place)
    expect(place < 0).toBe(version === 6)
    expect(Place.valueOf(places, place)).toBe(first)
    const bits = version === 6 ? 80n : 8n
    const groupOf = (index: number) => (first + BigInt(index)) >> bits
    for (const index of [0, 1, 2, 3, 4, 5, 15, 16, 17, 255, 256, 271, 272, 273, 700]) {
      const same = Place.groupOf(places, place, index) === Place.groupOf(places, place, 0)
      expect(same).toBe(groupOf(index) === groupOf(0))
      const end = Place.endOfGroup(places, place, index)
      expect(end).toBeGreaterThan(index)
      expect(groupOf(Math.min(end, 2000) - 1)).toBe(groupOf(index))
      if (end < 2000) expect(groupOf(end)).toBe(groupOf(index) + 1n)
    }
  })

  it("give one address one position, from whichever first address it is counted", () => {
    const places = Place.make()
    const known = new Map<string, number>()
    const seen = new Map<number, string>()
    // In this order what comes later in a range has been numbered before.
    for (const [, version, first] of firsts.toReversed())
      for (const shift of [7, 2, 1, 0]) {
        const from = first + BigInt(shift)
        const place = version === 6 ? Place.of6(places, from) : Number(from)
        for (let index = 0; index < 12; index++) {
          const address = `${version} ${from + BigInt(index)}`
          const position = Place.position(places, place, index)
          expect(known.get(address) ?? position).toBe(position)
          expect(seen.get(position) ?? address).toBe(address)
          known.set(address, position)
          seen.set(position, address)
        }
      }
    expect(places.uppers.length).toBe(places.values.length)
  })
})

describe("what a request has had", () => {
  const wish = (had: ReadonlyArray<number>, changes: Partial<Wish> = {}) =>
    ({ addresses: 100, maxPerGroup: 5, maxPerNetwork: 7, had, ...changes }) as unknown as Wish

  it("is looked up address by address, in version 4 and 6", () => {
    const draw = drawing(19)
    const places = Place.make()
    const six = [3n, 2n ** 32n - 40n].map((low) => Place.of6(places, (0x2001n << 112n) + low))
    for (let round = 0; round < 60; round++) {
      const tally = Tally.make()
      const had = new Set<string>()
      const list: Array<number> = []
      for (let n = draw(90); n > 0; n--) {
        const place = [1000, 1100, six[0]!, six[1]!][draw(4)]!
        const from = draw(600)
        const to = from + 1 + draw(draw(5) === 0 ? 300 : 4)
        list.push(place, from, to, draw(3))
        for (let index = from; index < to; index++)
          had.add(String(Place.position(places, place, index)))
      }
      Tally.begin(tally, places, wish(list))
      for (let n = 0; n < 60; n++) {
        const place = [1000, 1100, six[0]!, six[1]!][draw(4)]!
        const address = draw(900)
        const isHad = (index: number) => had.has(String(Place.position(places, place, index)))
        const page = (index: number) =>
          Math.floor(Place.position(places, place, index) / Place.page)
        const until = Tally.freeUntil(tally, places, place, address)
        const next = Tally.hadUntil(tally, places, place, address)
        const [free, taken] = [address, address].map((from, which) =>
          Array.from({ length: (which === 0 ? until : next) - from }, (_, at) => isHad(from + at)),
        )
        // A free stretch ends where something was had, or its page does.
        const isEnd = isHad(until) || page(until) !== page(address)
        const isRight = isHad(address)
          ? until === address && next > address && taken!.every((one) => one)
          : until > address && next === address && !free!.includes(true) && isEnd
        const isInPage = until === address || page(until - 1) === page(address)
        if (!isRight || !isInPage) expect.fail(`${place} + ${address}: free ${until}, had ${next}`)
      }
    }
  })

  it("counts by group and network what is capped, and nothing else", () => {
    const places = Place.make()
    const had = [1020, 0, 8, 3, 5000, 2, 5, 3, 1020, 300, 301, 4]
    const tally = Tally.make()
    Tally.begin(tally, places, wish(had))
    const groups = [3, 4, 5, 19].map((group) => Counts.get(tally.groups, group))
    expect(groups).toEqual([4, 4, 1, 3])
    expect([3, 4, 5].map((network) => Counts.get(tally.networks, network))).toEqual([11, 1, 0])
    Tally.begin(tally, places, wish(had, { maxPerGroup: 100, maxPerNetwork: 100 }))
    expect([tally.groups.size, tally.networks.size, tally.size]).toEqual([0, 0, 4])
    Tally.begin(tally, places, wish([]))
    expect([tally.groups.size, tally.networks.size, tally.pages.size]).toEqual([0, 0, 0])
    // What is empty is not emptied again.
    expect([tally.groups.stamp, tally.networks.stamp, tally.pages.stamp]).toEqual([2, 2, 3])
    Tally.begin(tally, places, wish([]))
    expect([tally.groups.stamp, tally.networks.stamp, tally.pages.stamp]).toEqual([2, 2, 3])
  })

  it("takes new addresses of one page in one step, and none of a page that is known", () => {
    const tally = Tally.make()
    const places = Place.make()
    Tally.begin(tally, places, wish([]))
    expect(Tally.appendNew(tally, 256, 256)).toBe(true)
    expect(Tally.appendNew(tally, 300, 1)).toBe(false)
    expect(Tally.appendNew(tally, 513, 256)).toBe(false)
    expect(Tally.appendNew(tally, 513, 255)).toBe(true)
    expect(tally.size).toBe(2)
    const first = [255, 256, 511, 512, 513, 767, 768].map((at) =>
      Tally.freeUntil(tally, places, at, 0),
    )
    expect(first).toEqual([1, 0, 0, 1, 0, 0, 256])
  })
})

describe("wares", () => {
  const ware = (changes: Partial<Ware.Ware> = {}): Ware.Ware => ({
    owner: 1,
    network: 2 ** 32 - 1,
    concurrency: 1,
    bandwidth: 2 ** 32 - 2,
    quality: 1000,
    rating: 1000,
    version: 4,
    minLease: 60,
    admission: null,
    ...changes,
  })
  const admission = (changes: Partial<Ware.Admission> = {}): Ware.Admission => ({
    minRating: 0,
    allow: null,
    deny: null,
    ...changes,
  })
  const others: ReadonlyArray<Ware.Ware> = [
    ware({ owner: 2 }),
    ware({ network: 1 }),
    ware({ concurrency: 2 }),
    ware({ bandwidth: 1 }),
    ware({ quality: 1 }),
    ware({ rating: 1 }),
    ware({ version: 6 }),
    ware({ minLease: 61 }),
    ware({ admission: admission() }),
    ware({ admission: admission({ minRating: 1 }) }),
    ware({ admission: admission({ allow: new Set([4, 5]) }) }),
    ware({ admission: admission({ deny: new Set([4, 5]) }) }),
    ware({ admission: admission({ deny: new Set([45]) }) }),
  ]

  it("are kept once for all offers that have them, and told apart by everything", () => {
    const wares = Ware.make()
    const first = Ware.acquire(wares, ware())
    const numbers = others.map((one) => Ware.acquire(wares, one))
    expect(new Set([first, ...numbers]).size).toBe(others.length + 1)
    expect(Ware.acquire(wares, ware())).toBe(first)
    expect(others.map((one) => Ware.acquire(wares, one))).toEqual(numbers)
    expect([Ware.ownedBy(wares, 1), Ware.ownedBy(wares, 2), Ware.ownedBy(wares, 9999)]).toEqual([
      2 * others.length,
      2,
      0,
    ])
    const special = [ware(), ...others].map(
      ({ concurrency, version, admission }) => concurrency > 1 || version > 4 || admission !== null,
    )
    expect([first, ...numbers].map((number) => Ware.isSpecial(wares, number))).toEqual(special)
    expect([first, numbers[6]!].map((number) => Ware.isVersion6(wares, number))).toEqual([
      false,
      true,
    ])
    const row = first * Ware.width
    const { field } = Ware
    expect(wares.rows[row + field.network]! >>> 0).toBe(2 ** 32 - 1)
    expect(wares.rows[row + field.bandwidth]! >>> 0).toBe(2 ** 32 - 2)
    const quality = wares.rows[row + field.quality]!
    expect([quality & 0xffff, Ware.ratingIn(quality)]).toEqual([1000, 1000])
    expect(wares.rows[row + field.minLease]).toBe(60)
  })

  it("are given up with the last offer, and their numbers given out again", () => {
    const wares = Ware.make()
    const number = Ware.acquire(wares, ware({ admission: admission({ minRating: 5 }) }))
    Ware.acquire(wares, ware({ admission: admission({ minRating: 5 }) }))
    Ware.release(wares, number)
    expect([Ware.ownedBy(wares, 1), wares.numbers.size, wares.spare]).toEqual([1, 1, []])
    expect(wares.admissions[number]!.minRating).toBe(5)
    Ware.release(wares, number)
    expect([Ware.ownedBy(wares, 1), wares.numbers.size, wares.spare]).toEqual([0, 0, [number]])
    expect([wares.admissions[number], wares.keys[number]]).toEqual([null, ""])
    expect(Ware.acquire(wares, ware({ owner: 300 }))).toBe(number)
    expect(wares.used).toBe(1)
    expect(wares.owned.length).toBeGreaterThan(300)
    for (let owner = 0; owner < 200; owner++) Ware.acquire(wares, ware({ owner: 1000 + owner }))
    expect(wares.rows[200 * Ware.width + Ware.field.owner]).toBe(1199)
    expect(wares.rows.length).toBeLessThanOrEqual(4 * wares.used * Ware.width)
  })

  it("are counted each for itself, in room that grows when it is needed", () => {
    const wares = Ware.make()
    for (let owner = 0; owner < 64; owner++) Ware.acquire(wares, ware({ owner }))
    expect([wares.rows.length, wares.owned.length, Ware.ownedBy(wares, 64)]).toEqual([512, 64, 0])
    const number = Ware.acquire(wares, ware({ owner: 64 }))
    expect([number, Ware.ownedBy(wares, 64), wares.rows.length]).toEqual([64, 1, 1024])
    expect(wares.owned.length).toBe(144)
    Ware.acquire(wares, ware({ owner: 64 }))
    Ware.release(wares, number)
    expect([Ware.ownedBy(wares, 64), Ware.ownedBy(wares, 0), wares.spare]).toEqual([1, 1, []])
    Ware.release(wares, number)
    expect([Ware.ownedBy(wares, 64), Ware.ownedBy(wares, 0), wares.spare]).toEqual([0, 1, [64]])
  })

  it("say whom they admit (IPSX-ORD-011)", () => {
    const one = admission({ minRating: 100, allow: new Set([4, 5]), deny: new Set([5]) })
    expect(Ware.admits(one, 4, 100)).toBe(true)
    expect(Ware.admits(one, 4, 99)).toBe(false)
    expect(Ware.admits(one, 5, 100)).toBe(false)
    expect(Ware.admits(one, 6, 100)).toBe(false)
    expect(Ware.admits(admission(), 6, 0)).toBe(true)
    expect(Ware.admits(admission({ deny: new Set([6]) }), 6, 0)).toBe(false)
  })
})
