// Pieces that come and go, with time passing, under the audit of everything that they promise.
import { describe, expect, it } from "vitest"
import type * as Book from "../../../src/matching/book/Book.ts"
import * as Cheapest from "../../../src/matching/book/Cheapest.ts"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"
import * as Zone from "../../../src/matching/book/Zone.ts"
import * as Audit from "./Audit.ts"
import { drawing } from "./Draw.ts"

/** Offers with lots of their own, and their pieces, at a moment. */
class Offers {
  readonly lots: Array<Pieces.Lot> = []
  readonly slots = new Set<number>()
  readonly pieces: Pieces.Pieces
  now = 100

  constructor(capacity = 64, scanMax = 50) {
    this.pieces = Pieces.make(capacity, this.now, scanMax, (offer) => this.lots[offer]!.sequence)
  }

  ware(minLease: number, changes: Partial<Ware.Ware> = {}): number {
    return Ware.acquire(this.pieces.wares, {
      owner: 1,
      network: 1,
      concurrency: 1,
      bandwidth: 1,
      quality: 1000,
      rating: 500,
      version: 4,
      minLease,
      admission: null,
      ...changes,
    })
  }

  offer(
    kind: number,
    minLease: number,
    prices: readonly [number, number, number],
    changes: Partial<Ware.Ware> = {},
    place = 0,
    mark = 0,
  ): number {
    const [perSecond, perByte, setup] = prices
    const isMixed = perByte > 0 || setup > 0 || perSecond >= 2 ** 53
    const offer = this.lots.length
    this.lots.push({
      offer,
      ware: this.ware(minLease, changes),
      place: place | 0,
      sequence: 10_000 - offer,
      kind,
      mark: Mark.of(mark & 0xf_ffff, mark & 1023, minLease, mark % 1001),
      reference: perSecond + setup / 3600 + perByte * 29_127,
      isMixed,
      perSecond,
      perByte,
      setup,
    })
    return offer
  }

  add(offer: number, first: number, seats: number, from: number, to: number): number {
    const slot = Pieces.add(this.pieces, this.lots[offer]!, first, seats, from, to)
    this.slots.add(slot)
    return slot
  }

  remove(slot: number): void {
    Pieces.remove(this.pieces, slot)
    this.slots.delete(slot)
  }

  problems(): ReadonlyArray<string> {
    const problems = new Audit.Problems()
    const book = {
      pieces: this.pieces,
      keeper: { lot: (n: number) => this.lots[n]! },
      now: this.now,
    }
    Audit.pieces(book as unknown as Book.Book, this.lots.keys(), problems)
    return problems
  }
}

describe("pieces", () => {
  it.each([
    { seed: 1, kinds: 3, mixedFrom: Infinity },
    { seed: 2, kinds: 30, mixedFrom: Infinity },
    { seed: 3, kinds: 2, mixedFrom: 400 },
    { seed: 4, kinds: 9, mixedFrom: 0 },
  ])(
    "IPSX-MAT-012 IPSX-MAT-016: keep what they promise while they come, go, begin and lapse, with seed $seed",
    ({ seed, kinds, mixedFrom }) => {
      const draw = drawing(seed)
      const offers = new Offers(seed === 1 ? 8 : 64)
      for (let step = 0; step < 1600; step++) {
        const isGrowing = step % 800 < 500
        const dice = draw(100)
        if (offers.lots.length === 0 || dice < 15) {
          const isMixed = step >= mixedFrom && draw(2) === 0
          const huge = draw(9) === 0 ? 2 ** 53 + draw(2) * 4 : 1 + draw(6)
          const prices = isMixed
            ? ([huge, draw(2), draw(40)] as const)
            : ([1 + draw(6), 0, 0] as const)
          const special: Partial<Ware.Ware> =
            draw(4) > 0 ? {} : draw(2) > 0 ? { concurrency: 2 } : { version: 6 }
          const place = special.version === 6 ? -1 - draw(9) : draw(2 ** 32)
          offers.offer(
            draw(kinds) * 12 + draw(2),
            1 + draw(60),
            prices,
            special,
            place,
            draw(2 ** 30),
          )
        } else if (dice < (isGrowing ? 70 : 35)) {
          const offer = draw(offers.lots.length)
          const row = offers.lots[offer]!.ware * Ware.width
          const least = offers.pieces.wares.rows[row + Ware.field.minLease]!
          const from = offers.now - 5 + draw(30)
          const end = Math.max(from, offers.now) + least + draw(200)
          offers.add(offer, draw(100), 1 + draw(9), from, end)
        } else if (dice < 95) {
          const all = [...offers.slots]
          if (all.length > 0) offers.remove(all[draw(all.length)]!)
        } else {
          offers.now += 1 + draw(8)
          const { rows } = offers.pieces
          const before = new Map([...offers.slots].map((slot) => [slot, rows[slot * 4 + 1]!]))
          const later = [...before].filter(
            ([slot]) => (Pieces.cellAt(offers.pieces, slot).key & 1) === 1,
          )
          const { lapsed, begun } = Pieces.advance(offers.pieces, offers.now)
          const least = (slot: number) =>
            offers.pieces.wares.rows[offers.lots[rows[slot * 4 + 3]!]!.ware * 8 + 5]!
          const isShort = (slot: number) =>
            Pieces.endOf(offers.pieces, slot) - Math.max(before.get(slot)!, offers.now) <
            least(slot)
          expect([...lapsed].sort()).toEqual([...offers.slots].filter(isShort).sort())
          const begins = later
            .filter(([, from]) => from <= offers.now)
            .map(([slot]) => rows[slot * 4 + 3]!)
          expect([...begun].sort()).toEqual(begins.sort())
          for (const slot of lapsed) offers.remove(slot)
        }
        // Somebody looks for the cheapest now and then.
        if (step % 40 === 0)
          for (let market = 0; market < 4; market++)
            Cheapest.isReady(offers.pieces, market, {
              total: offers.pieces.counts[market]!,
              scanMax: 50,
            })
        if (step % 25 === 24) expect(offers.problems()).toEqual([])
      }
      expect(offers.pieces.shelf.used).toBeGreaterThan(3)
      expect(offers.pieces.floors.length > 0).toBe(mixedFrom < 1600)
    },
  )

  it("are told of as they were added", () => {
    const offers = new Offers()
    const offer = offers.offer(25, 5, [7, 0, 0], {}, 3_000_000_000, 77)
    const special = offers.offer(26, 6, [8, 0, 0], { version: 6 }, -3, 78)
    const slots = [offers.add(offer, 9, 4, 50, 900), offers.add(special, 2, 1, 150, 901)]
    const { pieces } = offers
    for (const [n, slot] of slots.entries()) {
      const at = Pieces.entryOf(pieces, slot)
      const { sequence: _, ...lot } = offers.lots[n]!
      expect(Pieces.lotOf(pieces, at, Pieces.emptyLot())).toMatchObject(lot)
      expect([Pieces.seatsOf(pieces, slot), Pieces.endOf(pieces, slot)]).toEqual(
        n === 0 ? [4, 900] : [1, 901],
      )
    }
    const mixed = offers.offer(25, 5, [7, 2, 3])
    const last = offers.add(mixed, 0, 1, 50, 900)
    for (const slot of [slots[0]!, last]) {
      const at = Pieces.entryOf(pieces, slot)
      const { sequence: _, ...lot } = offers.lots[slot === last ? 2 : 0]!
      expect(Pieces.lotOf(pieces, at, Pieces.emptyLot())).toMatchObject(lot)
    }
    expect(Pieces.emptyLot()).toMatchObject({ offer: -1, ware: -1, isMixed: false })
  })

  it("are ranked by offer, then by beginning, then by seat (IPSX-MAT-005)", () => {
    const offers = new Offers()
    const [younger, older] = [offers.offer(1, 1, [1, 0, 0]), offers.offer(1, 1, [1, 0, 0])]
    const slots = [
      offers.add(older, 5, 1, 60, 900),
      offers.add(older, 6, 1, 60, 900),
      offers.add(older, 0, 1, 61, 900),
      offers.add(younger, 0, 1, 50, 900),
      offers.add(younger, 1, 1, 50, 900),
    ]
    for (const [a, left] of slots.entries())
      for (const [b, right] of slots.entries())
        expect(Pieces.isBefore(offers.pieces, left, right)).toBe(a < b)
  })

  it("take room as they need it", () => {
    const offers = new Offers(0)
    const { pieces } = offers
    expect(pieces.rows.length).toBe(8 * Row.width)
    expect(Pieces.make(1050, 0, 1, () => 0).shelf.counts.length).toBe(
      Math.ceil(1050 / (128 * 0.82)) + 8,
    )
    const offer = offers.offer(3, 1, [1, 0, 0])
    for (let n = 0; n < 2000; n++) offers.add(offer, n, 1, 50, 900)
    expect(pieces.used).toBe(2000)
    expect(pieces.rows.length).toBeLessThan(1.5 * 2000 * Row.width)
    expect([pieces.zones.length, pieces.floors.length]).toEqual([pieces.shelf.counts.length * 8, 0])
    const armed = [...pieces.zones].filter((_, at) => at % 8 === 7)
    expect(armed.slice(pieces.shelf.used).every((moment) => moment === Zone.never)).toBe(true)
    const bytes = [pieces.rows, pieces.zones, pieces.floors, pieces.heads, pieces.wares.rows]
    const sum = bytes.reduce((all, { byteLength }) => all + byteLength, 0)
    expect(Pieces.bytes(pieces)).toBe(
      sum + Shelf.bytes(pieces.shelf) + Cheapest.bytes(pieces.cheapest),
    )
    offers.add(offers.offer(3, 1, [1, 1, 0]), 0, 1, 50, 900)
    expect(pieces.floors.length).toBe(pieces.shelf.counts.length * 3)
    for (let n = 0; n < 5000; n++) offers.add(offer, 10_000 + n, 1, 50, 900)
    expect(pieces.floors.length).toBe(pieces.shelf.counts.length * 3)
    expect(offers.problems()).toEqual([])
    for (const slot of [...offers.slots].slice(0, 3000)) offers.remove(slot)
    const { used } = pieces
    for (let n = 0; n < 3000; n++) offers.add(offer, 20_000 + n, 1, 50, 900)
    expect(pieces.used).toBe(used)
  })
})

describe("the summary of a block", () => {
  const one = () => {
    const offers = new Offers()
    const marks = [3, 12 + 4 * 1024, 900, 700_000]
    const slots = marks.map((mark, n) =>
      offers.add(offers.offer(2, 4 + n * 8, [1 + n, 1, n], {}, 0, mark), 0, 1, 50, 200 + 50 * n),
    )
    return { offers, slots, pieces: offers.pieces }
  }

  it("promises no more after it was made anew", () => {
    const { offers, slots, pieces } = one()
    expect(offers.problems()).toEqual([])
    const before = [...pieces.zones.subarray(0, 7)]
    // Of four the second that goes makes it anew.
    offers.remove(slots[3]!)
    expect(pieces.shelf.removed[0]).toBe(0)
    expect([...pieces.zones.subarray(0, 7)]).not.toEqual(before)
    expect(offers.problems()).toEqual([])
  })

  it("sets a timer only when something lapses earlier", () => {
    const { offers, pieces } = one()
    const timers = pieces.lapses.size
    const armed = pieces.zones[Zone.field.armed]!
    // The first ends at 200 and is leased for 4 seconds at least: too short after 196, by its highest bit from 194 on.
    expect(armed).toBe(200 - 8 + 2)
    offers.add(offers.offer(2, 4, [1, 1, 1]), 0, 1, 50, 201)
    expect([pieces.lapses.size, pieces.zones[Zone.field.armed]]).toEqual([timers, armed])
    offers.add(offers.offer(2, 4, [1, 1, 1]), 0, 1, 50, 199)
    expect([pieces.lapses.size, pieces.zones[Zone.field.armed]]).toEqual([timers + 1, armed - 1])
    offers.add(offers.offer(2, 60, [1, 1, 1]), 0, 1, 50, 165)
    // Not before the next second.
    expect(pieces.zones[Zone.field.armed]).toBe(103)
    const short = offers.offer(2, 60, [1, 1, 1])
    offers.add(short, 0, 1, 50, 161)
    expect(pieces.zones[Zone.field.armed]).toBe(101)
    offers.now = 102
    const { lapsed } = Pieces.advance(pieces, 102)
    expect(lapsed.map((slot) => pieces.rows[slot * 4 + 3])).toEqual([short])
    // The sweep has looked, and knows exactly when the next one is: 165 - 60 + 1.
    expect(pieces.zones[Zone.field.armed]).toBe(106)
  })
})
