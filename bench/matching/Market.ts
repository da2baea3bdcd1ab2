// The synthetic market that the benches of matching share: a million offers in 200 countries (Zipf) and 4 classes, 6
// protocol bits, 12 scope bits, ratings, networks and /24s; requests of 70 % one country, 20 % two to five, 10 % any,
// 1 to 100 addresses, 5 s to 30 days, 30 % one by /24, 20 % at most five by network, 20 % with lists of the denied.
import * as Book from "../../src/matching/book/Book.ts"
import * as Mark from "../../src/matching/book/Mark.ts"
import type * as Pieces from "../../src/matching/book/Pieces.ts"
import * as Ware from "../../src/matching/book/Ware.ts"
import * as Policy from "../../src/matching/Policy.ts"
import type { Wish } from "../../src/matching/book/Wish.ts"

export type Draw = (below: number) => number

/** Uniform integers from a seed (mulberry32). */
export const draw = (seed: number): Draw => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b_79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export const types = [0, 1, 2, 5]
const countries = 200
const owners = 50_000
const networks = 5000
const month = 30 * 86_400
/** The moment at which everything happens, as the book counts. */
export const now = 0

// Zipf by table: country c with weight 1 / (c + 1).
const shares = Array.from({ length: countries }, (_, at) => 1 / (at + 1))
const total = shares.reduce((sum, share) => sum + share, 0)
const table = new Uint8Array(65_536)
for (let at = 0, country = 0, sum = shares[0]!; at < table.length; at++) {
  while (at / table.length > sum / total && country < countries - 1) sum += shares[++country]!
  table[at] = country
}

// Seconds from 5 to a month, each order of magnitude as likely as another.
const span = (draw: Draw): number => {
  const low = 5 * 2 ** draw(19)
  return Math.min(month, low + draw(low))
}

/** An offer as its columns. Owners have one network, rating, quality and least lease each. */
export interface Offer {
  readonly country: number
  readonly type: number
  readonly price: number
  readonly owner: number
  readonly place: number
  readonly seats: number
  readonly bits: number
  readonly to: number
}

export const networkOf = (owner: number): number => (owner * 7919) % networks
export const ratingOf = (owner: number): number => 300 + ((owner * 104_729) % 701)
const qualityOf = (owner: number): number => 500 + ((owner * 611_953) % 501)
export const minLeaseOf = (owner: number): number => [5, 5, 60, 3600][owner % 4]!

export const offer = (draw: Draw): Offer => {
  const owner = draw(owners)
  const country = table[draw(65_536)]!
  return {
    country,
    type: types[draw(types.length)]!,
    price: 100 + draw(100_000),
    owner,
    // An address lies in one country; in a large one, one in eight is offered by more than one owner.
    place: country * 2 ** 23 + draw(2 ** 23),
    seats: 1 + draw(12),
    bits: draw(64) | (draw(4096) << 8),
    to: now + 3600 + draw(month),
  }
}

// From 1 to 100, small numbers more often: each doubling as likely as another.
const counts = Array.from({ length: 1024 }, (_, at) => Math.floor(100 ** (at / 1024) + 0.5))

const bitsWanted = (draw: Draw, bits: number, most: number): number => {
  let set = 0
  for (let n = 1 + draw(most); n > 0; n--) set |= 1 << draw(bits)
  return set
}

const placesOf = (draw: Draw): ReadonlyArray<number> => {
  const kind = draw(10)
  const wanted = kind < 7 ? 1 : kind < 9 ? 2 + draw(4) : 0
  return [...new Set(Array.from({ length: wanted }, () => table[draw(65_536)]!))]
}

/** A request; owners of requests are numbers after those of offers. */
export const wish = (draw: Draw, number: number): Wish => {
  const addresses = counts[draw(counts.length)]!
  const duration = span(draw)
  const minRating = draw(800)
  const perSecondMax = 20_000 + draw(80_000)
  const denied =
    draw(10) < 2 ? new Set(Array.from({ length: 1 + draw(10) }, () => draw(owners))) : null
  return {
    number,
    owner: owners + draw(owners),
    rating: 500,
    sequence: number,
    worth: perSecondMax,
    duration,
    addresses,
    minimum: 1,
    isNow: true,
    windowFrom: 0,
    windowTo: 0,
    countries: placesOf(draw),
    classes:
      draw(2) === 0 ? types.reduce((set, type) => set | (1 << type), 0) : 1 << types[draw(4)]!,
    bits: Mark.bits(bitsWanted(draw, 6, 3), bitsWanted(draw, 12, 2)),
    minRating,
    minQuality: 0,
    minBandwidth: 0,
    coarseRating: Mark.coarse.rating(minRating),
    coarseQuality: 0,
    coarseLease: Mark.coarse.lease(duration),
    provider: denied === null ? null : { minRating, allow: null, deny: denied },
    maxPerGroup: draw(10) < 3 ? 1 : addresses,
    maxPerNetwork: draw(10) < 2 ? 5 : addresses,
    bytes: 0,
    limit: perSecondMax * duration,
    perSecondLimit: Infinity,
    perSecondMax,
    remaining: addresses,
    had: [],
  }
}

/** A book, and the offers in it by number. */
export interface Market {
  readonly book: Book.Book
  readonly lots: Lots
}

/** What a keeper has to know of offers, as columns: no object for each of a million. */
export class Lots {
  readonly owner: Int32Array
  readonly place: Int32Array
  readonly kind: Int32Array
  readonly mark: Int32Array
  readonly ware: Int32Array
  readonly sequence: Int32Array
  readonly prices: Float64Array
  readonly free: Array<number> = []
  used = 0

  constructor(capacity: number) {
    this.owner = new Int32Array(capacity)
    this.place = new Int32Array(capacity)
    this.kind = new Int32Array(capacity)
    this.mark = new Int32Array(capacity)
    this.ware = new Int32Array(capacity)
    this.sequence = new Int32Array(capacity)
    this.prices = new Float64Array(capacity * 3)
  }

  lot(offer: number): Pieces.Lot {
    const perSecond = this.prices[offer * 3]!
    const perByte = this.prices[offer * 3 + 1]!
    const setup = this.prices[offer * 3 + 2]!
    return {
      offer,
      ware: this.ware[offer]!,
      place: this.place[offer]!,
      sequence: this.sequence[offer]!,
      kind: this.kind[offer]!,
      mark: this.mark[offer]!,
      reference: perSecond + setup / 3600 + perByte * 29_127,
      isMixed: perByte !== 0 || setup !== 0,
      perSecond,
      perByte,
      setup,
    }
  }
}

export const rules: Book.Rules = Policy.rules({
  minLease: 5,
  maxLease: month,
  bookAheadMax: month,
  maxSeats: 64,
})

/** An empty market with room for so many offers. */
export const make = (capacity: number, wishes: Array<Wish | undefined> = []): Market => {
  const lots = new Lots(Math.ceil(capacity * 1.3))
  const cost = (offer: number, wish: number) =>
    BigInt(wishes[wish]!.duration) * BigInt(lots.lot(offer).perSecond)
  const keeper: Book.Keeper<unknown> = {
    cost,
    isWithinLimits: (offer, wish) => cost(offer, wish) <= BigInt(wishes[wish]!.limit),
    lot: (offer) => lots.lot(offer),
    sequence: (offer) => lots.sequence[offer]!,
    resource: () => undefined,
    offersOf: () => [],
    isWorthMore: () => undefined,
  }
  return { book: Book.make(rules, keeper, now, capacity), lots }
}

let sequence = 0

/**
 * Puts an offer into a market; its number. `draw` gives it a price of a byte and a set-up price too, `at` another place in
 * time than the next one.
 */
export const add = ({ book, lots }: Market, offer: Offer, draw?: Draw, at?: number): number => {
  const number = lots.free.pop() ?? lots.used++
  const { owner } = offer
  const minLease = minLeaseOf(owner)
  lots.owner[number] = owner
  lots.place[number] = offer.place
  lots.kind[number] = offer.country * 12 + offer.type
  lots.mark[number] = Mark.of(offer.bits, ratingOf(owner), minLease, qualityOf(owner))
  lots.sequence[number] = at ?? ++sequence
  lots.prices[number * 3] = offer.price
  if (draw !== undefined) {
    lots.prices[number * 3 + 1] = draw(20)
    lots.prices[number * 3 + 2] = draw(1_000_000)
  }
  lots.ware[number] = Ware.acquire(book.pieces.wares, {
    owner,
    network: networkOf(owner),
    concurrency: 1,
    bandwidth: 1000,
    quality: qualityOf(owner),
    rating: ratingOf(owner),
    version: 4,
    minLease,
    admission: null,
  })
  Book.addFree(book, lots.lot(number), 0, offer.seats, book.now, offer.to + book.now)
  return number
}
