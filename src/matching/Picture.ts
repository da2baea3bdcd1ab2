// Snapshots of the fast matching: everything that decides what happens next, in the names of the orders.
import * as Heap from "../model/Heap.ts"
import * as Ip from "../model/Ip.ts"
import * as OrderBook from "../model/OrderBook.ts"
import * as Book from "./book/Book.ts"
import * as Leases from "./book/Leases.ts"
import * as Row from "./book/Row.ts"
import * as Pieces from "./book/Pieces.ts"
import * as Place from "./book/Places.ts"
import * as Waiting from "./book/Waiting.ts"
import type { Wish } from "./book/Wish.ts"
import type { Rectangle } from "./Capacity.ts"
import * as Keeper from "./Keeper.ts"
import type { Rules, Snapshot } from "./Policy.ts"
import type { Had, Tally } from "./Resting.ts"

export const taken = (keeper: Keeper.Keeper): Snapshot => {
  const { book, orders, names, now } = keeper
  const number = (id: OrderBook.Entry["order"]["id"]) => keeper.numbers.get(id)!
  return {
    now,
    sequence: orders.sequence,
    offers: [...orders.offers.values()].map((entry) => ({
      entry,
      pieces: Pieces.of(book.pieces, number(entry.order.id)).map((slot) => rectangle(book, slot)),
    })),
    requests: [...orders.requests.values()].map((entry) => {
      const { wish } = keeper.requests[number(entry.order.id)]!
      return { entry, remaining: wish.remaining, tally: tallyOf(book.places, wish) }
    }),
    leases: names.flatMap((owner, at) =>
      Leases.ranges(book.leases, at, book.now).map((range) => ({
        owner,
        resource: range.resource,
        rectangles: rectangles(range.rectangles),
      })),
    ),
    ended: [...orders.ended],
    minimumNonces: [...orders.minimumNonces],
  }
}

const rectangle = ({ pieces }: Book.Book, slot: number): Rectangle => {
  const row = slot * Row.width
  return {
    first: pieces.rows[row + Row.field.first]!,
    seats: Pieces.seatsOf(pieces, slot),
    from: pieces.rows[row + Row.field.from]! + Keeper.middle,
    to: Pieces.endOf(pieces, slot) + Keeper.middle,
  }
}

const rectangles = (numbers: ReadonlyArray<number>): ReadonlyArray<Rectangle> =>
  Array.from({ length: numbers.length / 4 }, (_, at) => ({
    first: numbers[at * 4]!,
    seats: numbers[at * 4 + 1]!,
    from: numbers[at * 4 + 2]! + Keeper.middle,
    to: numbers[at * 4 + 3]! + Keeper.middle,
  }))

const tallyOf = (places: Place.Places, { had }: Wish): Tally => {
  const addresses: Array<Had> = []
  const groups = new Map<number, number>()
  const networks = new Map<number, number>()
  const count = (map: Map<number, number>, key: number) => map.set(key, (map.get(key) ?? 0) + 1)
  for (let at = 0; at < had.length; at += 4) {
    const [place, from, to, network] = had.slice(at, at + 4) as [number, number, number, number]
    const first = Ip.fromValue(Place.valueOf(places, place), place < 0 ? 6 : 4)
    addresses.push({ first, from, to, network })
    for (let address = from; address < to; address++) {
      count(groups, Place.groupOf(places, place, address))
      count(networks, network)
    }
  }
  return { addresses, groups, networks }
}

/** A market as it was; it goes on as if nothing had happened. */
export const restored = (rules: Rules, from: Snapshot): Keeper.Keeper => {
  const keeper = Keeper.make(rules, from.now)
  const { book, orders } = keeper
  orders.sequence = from.sequence
  for (const { entry, pieces } of from.offers) {
    OrderBook.insert(orders, entry)
    const { lot } = Keeper.offer(keeper, entry)
    for (const { first, seats, from, to } of pieces)
      Pieces.add(book.pieces, lot, first, seats, from - Keeper.middle, to - Keeper.middle)
  }
  for (const { entry, remaining, tally } of from.requests) {
    OrderBook.insert(orders, entry)
    const { wish } = Keeper.want(keeper, entry)
    wish.remaining = remaining
    remember(keeper, wish, tally)
    Waiting.add(book.waiting, wish)
  }
  for (const { owner, resource, rectangles } of from.leases) {
    const place = Keeper.placeOf(keeper, resource.first)
    const number = Keeper.ownerOf(keeper, owner)
    for (const { first, seats, from, to } of rectangles) {
      const [begin, end] = [from - Keeper.middle, to - Keeper.middle]
      Leases.add(book.leases, number, place, resource, first, seats, begin, end)
    }
  }
  for (const [id, until] of from.ended) {
    orders.ended.set(id, until)
    Heap.push(orders.forgets, { at: until, id })
  }
  for (const [owner, minimum] of from.minimumNonces) orders.minimumNonces.set(owner, minimum)
  return keeper
}

const remember = (keeper: Keeper.Keeper, wish: Wish, { addresses }: Tally): void => {
  for (const { first, from, to, network } of addresses)
    wish.had.push(Keeper.placeOf(keeper, first), from, to, network)
}
