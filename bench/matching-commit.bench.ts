// What changes a book of a million offers: requests that take, offers that come and go, time that passes; the worst
// requests that a search can be asked; and offers that come to a million resting requests. `offers` as an argument
// makes it smaller.
import * as Book from "../src/matching/book/Book.ts"
import * as Pieces from "../src/matching/book/Pieces.ts"
import * as Trade from "../src/matching/book/Trade.ts"
import * as Waiting from "../src/matching/book/Waiting.ts"
import * as Ware from "../src/matching/book/Ware.ts"
import type { Wish } from "../src/matching/book/Wish.ts"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"
import * as Market from "./matching/Market.ts"

const bench = "matching-commit"
const offers = Number(process.argv[2] ?? 1_000_000)
const rounds = 5
const say = (text: string) => void process.stderr.write(`${text}\n`)
const draw = Market.draw(2)

const limit = (
  what: string,
  unit: string,
  isHigherBetter: boolean,
  bound: number,
  samples: ReadonlyArray<number>,
): void =>
  Row.print(
    Row.limit({ bench, case: what, unit, higherIsBetter: isHigherBetter, limit: bound, samples }),
  )

/** Microseconds of each call; the least of some tries, so that what somebody else did to the processor does not count. */
const latencies = <A>(items: ReadonlyArray<A>, run: (item: A) => void, tries = 3): Float64Array => {
  const least = new Float64Array(items.length).fill(Infinity)
  for (let attempt = 0; attempt < tries; attempt++)
    for (const [at, item] of items.entries()) {
      const before = performance.now()
      run(item)
      least[at] = Math.min(least[at]!, (performance.now() - before) * 1000)
    }
  return least.sort()
}
const at = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

const market = Market.make(offers)
const { book } = market
for (let n = 0; n < offers; n++) Market.add(market, Market.offer(draw))
limit("a resting offer", "bytes", false, 64, [Pieces.bytes(book.pieces) / book.pieces.live])

const find = (wish: Wish): void => {
  Trade.choose(book, wish)
  book.report.size = 0
}
const wishes = Array.from({ length: 20_000 }, (_, number) => Market.wish(draw, number))
for (const wish of wishes) find(wish)
const found = latencies(wishes, find)
say(`find: p50 ${at(found, 0.5).toFixed(1)} µs, p99.9 ${at(found, 0.999).toFixed(0)} µs`)
limit("find, p99", "µs", false, 60, [at(found, 0.99)])

/** Requests that make a search go as far as it may. */
const adversary = (number: number): Wish => {
  const wish = {
    ...Market.wish(draw, number),
    countries: [],
    classes: 0b100_111,
    perSecondMax: 200_000,
  }
  const everywhere = { ...wish, limit: 200_000 * wish.duration, provider: null }
  const many = {
    ...everywhere,
    addresses: 65_536,
    remaining: 65_536,
    minRating: 0,
    coarseRating: 0,
  }
  return [
    {
      ...everywhere,
      bits: 0b100_1010 | (1 << 8),
      minRating: 950,
      coarseRating: 14,
      duration: 1_728_000,
      coarseLease: 20,
    },
    { ...everywhere, bits: 63 | (4095 << 8) },
    { ...many, bits: 0, maxPerGroup: 1, maxPerNetwork: 65_536 },
    { ...many, bits: 0, maxPerGroup: 65_536, maxPerNetwork: 1 },
    { ...many, bits: 0, maxPerGroup: 65_536, maxPerNetwork: 65_536 },
    { ...many, bits: 0, minQuality: 1000, coarseQuality: 7 },
    { ...many, bits: 1, minimum: 65_536 },
    { ...everywhere, bits: 0, minRating: 1000, coarseRating: 15 },
  ][number % 8]!
}
const adversaries = Array.from({ length: 160 }, (_, number) => adversary(number))
for (const wish of adversaries) find(wish)
// Whatever takes a millisecond is interrupted now and then.
const worst = latencies(adversaries, find, 9)
say(`find, adversarial: p50 ${at(worst, 0.5).toFixed(0)} µs`)
limit("find, the worst of 160 adversarial requests", "µs", false, 2000, [at(worst, 1)])

/** 45 % requests that take, 45 % offers, 10 % cancellations; a hundred in each second. */
const live: Array<number> = Array.from({ length: offers }, (_, offer) => offer)
const remove = (offer: number): void => {
  Book.withdraw(book, offer)
  Ware.release(book.pieces.wares, market.lots.ware[offer]!)
  market.lots.free.push(offer)
}
let fills = 0
let now = 0
const mix = (operations: number): void => {
  for (let n = 0; n < operations; n++) {
    if (n % 100 === 0) {
      Trade.advance(book, ++now)
      book.report.size = 0
    }
    const dice = draw(20)
    if (dice < 9) {
      const wish = wishes[draw(wishes.length)]!
      wish.remaining = wish.addresses
      wish.had.length = 0
      Trade.serve(book, wish)
      fills += book.report.size / 7
      book.report.size = 0
    } else if (dice < 18) {
      const number = Market.add(market, Market.offer(draw))
      Trade.show(book, number)
      live.push(number)
    } else {
      const place = draw(live.length)
      remove(live[place]!)
      live[place] = live.at(-1)!
      live.pop()
    }
  }
}
mix(20_000)
const operations = 20_000
const samples: Array<number> = []
fills = 0
for (let round = 0; round < rounds; round++) {
  const [, micros] = await Pair.cpu(() => mix(operations))
  samples.push((operations * 1e6) / micros)
}
say(
  `${(fills / operations / rounds).toFixed(2)} events for an operation, ${book.pieces.live} pieces`,
)
limit("operations with commits, splits and expiry", "operations/s/core", true, 100_000, samples)

/** A market of requests alone: all of them cheap enough that most offers find nobody. */
const asked = Array.from({ length: offers }, (_, number) => {
  const wish = Market.wish(draw, number)
  const perSecondMax = 50 + draw(400)
  return { ...wish, perSecondMax, worth: perSecondMax, limit: perSecondMax * wish.duration }
})
const demand = Market.make(100_000, asked)
for (const wish of asked) Waiting.add(demand.book.waiting, wish)
const arrive = (offer: Market.Offer): void => {
  const number = Market.add(demand, offer)
  Trade.show(demand.book, number)
  demand.book.report.size = 0
  Book.withdraw(demand.book, number)
  demand.lots.free.push(number)
}
const arriving = Array.from({ length: 20_000 }, () => ({
  ...Market.offer(draw),
  price: 100 + draw(1000),
}))
for (const offer of arriving.slice(0, 2000)) arrive(offer)
const shown = latencies(arriving, arrive)
say(`arriving: p50 ${at(shown, 0.5).toFixed(1)} µs, worst ${at(shown, 1).toFixed(0)} µs`)
limit("an offer that comes to 1e6 resting requests, p99", "µs", false, 100, [at(shown, 0.99)])
