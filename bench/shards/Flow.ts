// The stream of commands that one book and several shards of it are given: everybody draws the same from one seed, so
// that a command is a number.
import * as Book from "../../src/matching/book/Book.ts"
import type { Wish } from "../../src/matching/book/Wish.ts"
import * as Market from "../matching/Market.ts"

export interface Flow {
  readonly resting: ReadonlyArray<Market.Offer>
  /** A request at even places, an offer at odd ones. */
  readonly offers: ReadonlyArray<Market.Offer>
  readonly wishes: ReadonlyArray<Wish>
}

export interface Size {
  readonly resting: number
  readonly commands: number
  readonly shards: number
  /** Whether all requests are of one country, so that shards never meet. */
  readonly isLocal: boolean
}

const wishOf = (random: Market.Draw, at: number, isLocal: boolean): Wish => {
  for (;;) {
    const wish = Market.wish(random, at)
    if (!isLocal || wish.countries.length === 1) return wish
  }
}

export const draw = ({ resting, commands, isLocal }: Size): Flow => {
  const random = Market.draw(7)
  return {
    resting: Array.from({ length: resting }, () => Market.offer(random)),
    offers: Array.from({ length: commands / 2 }, () => Market.offer(random)),
    wishes: Array.from({ length: commands / 2 }, (_, at) => wishOf(random, at, isLocal)),
  }
}

/** Which shard has a country: spread so that both have large and small ones. */
export const shardOf = (country: number, shards: number): number =>
  shards === 2 ? (country === 0 || country % 4 === 3 ? 0 : 1) : country % shards

/** The shards that a request may get something from, in order. */
export const shardsOf = ({ countries }: Wish, shards: number): ReadonlyArray<number> =>
  countries.length === 0
    ? Array.from({ length: shards }, (_, at) => at)
    : [...new Set(countries.map((country) => shardOf(country, shards)))].sort()

/** Nothing is cut short: a share of a search would depend on what other shards have. */
const rules = { ...Market.rules, scanMax: 2 ** 30, triesMax: 2 ** 30 }

export interface Shard {
  readonly market: Market.Market
  readonly book: Book.Book
  /** The number that everybody knows an offer by. */
  readonly names: Array<number>
}

/** The book of some countries. */
export const open = (capacity: number): Shard => {
  const market = Market.make(capacity)
  return { market, book: { ...market.book, rules }, names: [] }
}

/** Puts an offer in under its name, which is also its place in time. */
export const add = ({ market, names }: Shard, offer: Market.Offer, name: number): void => {
  names[Market.add(market, offer, undefined, name + 1)] = name
}
