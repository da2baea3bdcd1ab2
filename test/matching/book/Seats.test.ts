// Which seats of a piece are taken, and how little is counted for it where nothing has to be.
import { describe, expect, it } from "vitest"
import * as Counts from "../../../src/matching/book/Counts.ts"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Place from "../../../src/matching/book/Places.ts"
import * as Seats from "../../../src/matching/book/Seats.ts"
import * as Tally from "../../../src/matching/book/Tally.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"
import type { Wish } from "../../../src/matching/book/Wish.ts"
import { drawing } from "./Draw.ts"

interface Range {
  readonly place: number
  readonly concurrency: number
  readonly version: 4 | 6
  readonly network: number
}

/** A search over pieces of ranges, and the request that it is for. */
class Choosing {
  readonly places = Place.make()
  readonly pieces = Pieces.make(64, 0, 1000, (offer) => offer)
  readonly search: Seats.Search
  readonly wish: Wish
  private offers = 0

  constructor(changes: Partial<Wish> = {}, seatsMax = 4) {
    this.search = {
      pieces: this.pieces,
      places: this.places,
      tally: Tally.make(),
      runs: Seats.makeRuns(),
      seatsMax,
    }
    this.wish = {
      addresses: 50,
      maxPerGroup: 50,
      maxPerNetwork: 50,
      had: [],
      ...changes,
    } as unknown as Wish
    Tally.begin(this.search.tally, this.places, this.wish)
  }

  /** Takes of a piece of a range, of the seats from `first` on; the runs. */
  take(
    { place, concurrency, version, network }: Range,
    first: number,
    seats: number,
    wanted: number,
  ) {
    const ware = Ware.acquire(this.pieces.wares, {
      owner: 1,
      network,
      concurrency,
      bandwidth: 1,
      quality: 1,
      rating: 1,
      version,
      minLease: 1,
      admission: null,
    })
    const lot = {
      ...Pieces.emptyLot(),
      offer: this.offers++,
      ware,
      place: place | 0,
      mark: Mark.of(0, 0, 1, 0),
    }
    const slot = Pieces.add(this.pieces, lot, first, seats, 0, 1000)
    const { runs } = this.search
    const before = runs.size
    const at = Pieces.entryOf(this.pieces, slot)
    const count = Seats.choose(this.search, this.wish, this.pieces.shelf, at, wanted)
    Pieces.remove(this.pieces, slot)
    const list = [...runs.list.subarray(before, runs.size)]
    return { count, runs: list }
  }
}

const range = (changes: Partial<Range> = {}): Range => ({
  place: 1024,
  concurrency: 1,
  version: 4,
  network: 7,
  ...changes,
})

describe("the seats that a request takes (IPSX-MAT-008, IPSX-MAT-040)", () => {
  it("are the lowest, in runs of at most so many", () => {
    expect(new Choosing().take(range(), 10, 20, 9)).toEqual({ count: 9, runs: [0, 4, 4, 4, 8, 1] })
    expect(new Choosing().take(range(), 0, 8, 9)).toEqual({ count: 8, runs: [0, 4, 4, 4] })
    expect(new Choosing({ addresses: 1 }).take(range(), 3, 8, 1)).toEqual({
      count: 1,
      runs: [0, 1],
    })
    const shared = new Choosing().take(range({ concurrency: 3 }), 1, 9, 9)
    expect(shared).toEqual({ count: 4, runs: [0, 1, 2, 1, 5, 1, 8, 1] })
  })

  it("are not those of an address or beyond a cap, whoever offers it: as a list of addresses has it", () => {
    const draw = drawing(23)
    for (let round = 0; round < 120; round++) {
      const caps = { maxPerGroup: 1 + draw(12), maxPerNetwork: 1 + draw(30) }
      const addresses = 1 + draw(40)
      const one = new Choosing({ addresses, ...caps }, 1 + draw(6))
      const had = new Set<string>()
      const groups = new Map<string, number>()
      const networks = new Map<number, number>()
      for (let n = 0, left = addresses; n < 12 && left > 0; n++) {
        const version = draw(4) === 0 ? 6 : 4
        const low = 1000 + draw(40)
        const start =
          version === 6 ? (0x2001n << 112n) + (1n << 80n) - 20n + BigInt(draw(30)) : BigInt(low)
        const place = version === 6 ? Place.of6(one.places, start) : low
        const concurrency = draw(3) === 0 ? 2 + draw(2) : 1
        const network = draw(3)
        const [first, seats, wanted] = [draw(30), 1 + draw(30), Math.min(left, 1 + draw(20))]
        const expected: Array<number> = []
        for (let seat = first; seat < first + seats && expected.length < wanted; seat++) {
          const number = start + BigInt(Math.floor(seat / concurrency))
          const address = `${version} ${number}`
          const group = `${version} ${number >> (version === 6 ? 80n : 8n)}`
          const isFull =
            (groups.get(group) ?? 0) >= caps.maxPerGroup ||
            (networks.get(network) ?? 0) >= caps.maxPerNetwork
          if (had.has(address) || isFull) continue
          had.add(address)
          groups.set(group, (groups.get(group) ?? 0) + 1)
          networks.set(network, (networks.get(network) ?? 0) + 1)
          expected.push(seat - first)
        }
        const { count, runs } = one.take(
          { place, concurrency, version, network },
          first,
          seats,
          wanted,
        )
        const taken: Array<number> = []
        for (let at = 0; at < runs.length; at += 2) {
          expect(runs[at + 1]).toBeLessThanOrEqual(one.search.seatsMax)
          for (let k = 0; k < runs[at + 1]!; k++) taken.push(runs[at]! + k)
        }
        expect(taken).toEqual(expected)
        expect(count).toBe(expected.length)
        left -= count
      }
    }
  })

  it("are one run where they are neighbours, within one piece", () => {
    const one = new Choosing({}, 50)
    // An address that was had splits the run; the next piece begins a run of its own.
    one.wish.had.push(1027, 0, 1, 7)
    Tally.begin(one.search.tally, one.places, one.wish)
    expect(one.take(range(), 0, 6, 6).runs).toEqual([0, 3, 4, 2])
    expect(one.take(range(), 6, 3, 3).runs).toEqual([0, 3])
    const across = new Choosing({ maxPerGroup: 40 }, 50)
    expect(across.take(range({ place: 1270 }), 0, 30, 30).runs).toEqual([0, 30])
  })
})

describe("what a choice of seats counts", () => {
  const groups = (one: Choosing) => one.search.tally.groups.size
  const networks = (one: Choosing) => one.search.tally.networks.size

  it("is nothing for a cap that all addresses together stay within", () => {
    for (const special of [1, 2]) {
      const free = new Choosing({ addresses: 5, maxPerGroup: 5, maxPerNetwork: 5 })
      free.take(range({ concurrency: special }), 0, 20, 5)
      expect([groups(free), networks(free)]).toEqual([0, 0])
      const capped = new Choosing({ addresses: 5, maxPerGroup: 4, maxPerNetwork: 4 })
      expect(capped.take(range({ concurrency: special }), 0, 20, 5).count).toBe(4)
      expect([groups(capped), networks(capped)]).toEqual([1, 1])
      expect(Counts.get(capped.search.tally.networks, 7)).toBe(4)
      expect(Counts.get(capped.search.tally.groups, 4)).toBe(4)
    }
  })

  it("is no address of a request for one", () => {
    for (const special of [1, 2]) {
      const one = new Choosing({ addresses: 1, maxPerGroup: 1, maxPerNetwork: 1 })
      one.take(range({ concurrency: special }), 0, 20, 1)
      expect(one.search.tally.size).toBe(0)
      const two = new Choosing({ addresses: 2, maxPerGroup: 2, maxPerNetwork: 2 })
      two.take(range({ concurrency: special }), 0, 20, 2)
      expect(two.search.tally.size).toBe(special)
    }
  })

  it("is one run for usual addresses of a new page", () => {
    const one = new Choosing({ maxPerGroup: 10 })
    expect(one.take(range({ place: 1024 }), 0, 256, 8).count).toBe(8)
    expect(one.search.tally.size).toBe(1)
    expect(Counts.get(one.search.tally.groups, 4)).toBe(8)
    // Over the end of a page it is counted with care, page by page.
    expect(one.take(range({ place: 2047 }), 0, 8, 8).count).toBe(8)
    expect(one.search.tally.size).toBe(3)
    expect([7, 8].map((group) => Counts.get(one.search.tally.groups, group))).toEqual([1, 7])
  })

  it("is nothing of a network where nothing was taken", () => {
    const one = new Choosing({ maxPerNetwork: 3 })
    one.take(range(), 0, 3, 3)
    expect(one.take(range(), 0, 3, 3)).toEqual({ count: 0, runs: [] })
    expect(one.take(range({ network: 8 }), 0, 3, 3)).toEqual({ count: 0, runs: [] })
    expect(networks(one)).toBe(1)
    expect(one.take(range({ network: 8, place: 5000 }), 0, 9, 9).count).toBe(3)
    expect(networks(one)).toBe(2)
  })

  it("is kept in lists that grow when they are full", () => {
    const one = new Choosing({ addresses: 500, maxPerGroup: 500, maxPerNetwork: 500 }, 1)
    expect(one.take(range(), 0, 200, 200).count).toBe(200)
    const { list, size } = one.search.runs
    expect([size, list.length]).toEqual([400, 512])
    expect([list[398], list[399]]).toEqual([199, 1])
  })
})
