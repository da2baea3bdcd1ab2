// The paper's ORDER BOOK: the Offer Orders List and the Request Orders List, who may put what into them, and when
// it leaves (IPSX-ORD-020). Owned and mutable; it chooses no matches.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "./Address.ts"
import * as Heap from "./Heap.ts"
import { Id } from "./Id.ts"
import * as Order from "./Order.ts"
import type { Parameters } from "./Parameters.ts"
import * as Resource from "./Resource.ts"

/** What a book accepts: the protocol's spans in seconds, and its own limits in orders. */
export interface Rules extends Pick<
  Parameters,
  "minLease" | "maxLease" | "bookAheadMax" | "maxSeats"
> {
  readonly ordersMax: number
  readonly ordersPerOwnerMax: number
}

/** An order in a list. `sequence` counts accepted orders; `rating` is its owner's when it came. */
export interface Entry<O extends Order.Order = Order.Order> {
  readonly order: O
  readonly sequence: number
  readonly rating: number
}

export interface OrderBook {
  readonly rules: Rules
  readonly offers: Map<Id, Entry<Order.Offer>>
  readonly requests: Map<Id, Entry<Order.Request>>
  readonly owners: Map<Address, Set<Id>>
  /** Orders that left before they expired, with the moment until which their ids stay refused. */
  readonly ended: Map<Id, number>
  readonly minimumNonces: Map<Address, number>
  readonly deadlines: Heap.Heap<{ readonly at: number; readonly entry: Entry }>
  readonly forgets: Heap.Heap<{ readonly at: number; readonly id: Id }>
  sequence: number
}

export const make = (rules: Rules): OrderBook => ({
  rules,
  offers: new Map(),
  requests: new Map(),
  owners: new Map(),
  ended: new Map(),
  minimumNonces: new Map(),
  deadlines: Heap.make(
    (a, b) => a.at < b.at || (a.at === b.at && a.entry.sequence < b.entry.sequence),
  ),
  forgets: Heap.make((a, b) => a.at < b.at),
  sequence: 0,
})

/** The live order with an id. */
export const find = (book: OrderBook, id: Id): Entry | undefined =>
  book.offers.get(id) ?? book.requests.get(id)

export const size = (book: OrderBook): number => book.offers.size + book.requests.size

/**
 * Puts an order into its list, or says why not and changes nothing (IPSX-ORD-021).
 *
 * @example
 * OrderBook.place(book, offer, 500, now) // Result<Entry, OrderRejected>
 */
export const place = <O extends Order.Order>(
  book: OrderBook,
  order: O,
  rating: number,
  now: number,
): Result.Result<Entry<O>, OrderRejected> => {
  const reason = refusal(book, order, now)
  if (reason !== undefined) return Result.fail(new OrderRejected({ order: order.id, reason }))
  const entry = { order, sequence: ++book.sequence, rating }
  insert(book, entry)
  return Result.succeed(entry)
}

/** Puts back an entry of a snapshot, with the place in time that it had. */
export const insert = (book: OrderBook, entry: Entry): void => {
  list(book, entry)
  Heap.push(book.deadlines, { at: Order.deadline(entry.order), entry })
}

const list = (book: OrderBook, entry: Entry): void => {
  const { order } = entry
  if (order._tag === "Offer") book.offers.set(order.id, entry as Entry<Order.Offer>)
  else book.requests.set(order.id, entry as Entry<Order.Request>)
  const owned = book.owners.get(order.owner)
  if (owned === undefined) book.owners.set(order.owner, new Set([order.id]))
  else owned.add(order.id)
}

/** The order leaves its list, and its id is used up: nothing takes its place under the same one (IPSX-ORD-022). */
const unlist = (book: OrderBook, { order }: Entry): void => {
  if (order._tag === "Offer") book.offers.delete(order.id)
  else book.requests.delete(order.id)
  book.ended.set(order.id, Order.deadline(order))
  const owned = book.owners.get(order.owner)
  owned?.delete(order.id)
  if (owned?.size === 0) book.owners.delete(order.owner)
}

const forgetInTime = (book: OrderBook, { order }: Entry): void =>
  Heap.push(book.forgets, { at: Order.deadline(order), id: order.id })

/** Takes an order out, at its owner's wish (IPSX-ORD-023). */
export const cancel = (
  book: OrderBook,
  id: Id,
  owner: Address,
): Result.Result<Entry, OrderRejected> => {
  const entry = find(book, id)
  if (entry === undefined) return Result.fail(new OrderRejected({ order: id, reason: "Unknown" }))
  if (entry.order.owner !== owner)
    return Result.fail(new OrderRejected({ order: id, reason: "NotOwner" }))
  remove(book, entry)
  return Result.succeed(entry)
}

/**
 * Takes an order out and puts another of the same owner and side in its place, with a new place in time; when
 * the new one is refused the old one stays (IPSX-ORD-024).
 */
export const replace = <O extends Order.Order>(
  book: OrderBook,
  id: Id,
  order: O,
  now: number,
): Result.Result<{ readonly old: Entry; readonly entry: Entry<O> }, OrderRejected> => {
  const old = find(book, id)
  if (old === undefined) return Result.fail(new OrderRejected({ order: id, reason: "Unknown" }))
  if (old.order.owner !== order.owner || old.order._tag !== order._tag)
    return Result.fail(new OrderRejected({ order: id, reason: "NotOwner" }))
  unlist(book, old)
  const placed = place(book, order, old.rating, now)
  if (Result.isFailure(placed)) {
    // Its deadline is still noted: a refused wish leaves nothing behind, however often it comes.
    book.ended.delete(id)
    list(book, old)
    return Result.fail(placed.failure)
  }
  forgetInTime(book, old)
  return Result.succeed({ old, entry: placed.success })
}

/** Ends every order of an owner whose nonce is below a minimum, and refuses such from now on (IPSX-AGR-022). */
export const cancelBelow = (
  book: OrderBook,
  owner: Address,
  minimum: number,
): ReadonlyArray<Entry> => {
  book.minimumNonces.set(owner, Math.max(minimum, book.minimumNonces.get(owner) ?? 0))
  const entries = [...(book.owners.get(owner) ?? [])]
    .map((id) => find(book, id)!)
    .filter(({ order }) => order.nonce < minimum)
    .sort((a, b) => a.sequence - b.sequence)
  for (const entry of entries) remove(book, entry)
  return entries
}

/** Takes out and returns what is dead by now, earliest deadline first (IPSX-ORD-025). */
export const expire = (book: OrderBook, now: number): ReadonlyArray<Entry> => {
  const expired: Array<Entry> = []
  for (const { entry } of due(book.deadlines, now))
    if (find(book, entry.order.id) === entry) {
      remove(book, entry)
      expired.push(entry)
    }
  // By its deadline an order could not be placed again anyway.
  for (const { id } of due(book.forgets, now)) book.ended.delete(id)
  return expired
}

const due = <A extends { readonly at: number }>(heap: Heap.Heap<A>, now: number): Array<A> => {
  const found: Array<A> = []
  for (let next = Heap.peek(heap); next !== undefined && next.at <= now; next = Heap.peek(heap)) {
    Heap.pop(heap)
    found.push(next)
  }
  return found
}

/** Takes an order out because it is matched whole, cancelled or dead. */
export const remove = (book: OrderBook, entry: Entry): void => {
  unlist(book, entry)
  forgetInTime(book, entry)
}

/** Why the book does not take an order, first reason first; `undefined` when it does. */
export const refusal = (
  book: OrderBook,
  order: Order.Order,
  now: number,
): Rejection | undefined => {
  const shape = order._tag === "Offer" ? offerShape(order, book) : requestShape(order, book, now)
  if (shape !== undefined) return shape
  if (Order.deadline(order) <= now) return "Expired"
  if (find(book, order.id) !== undefined || book.ended.has(order.id)) return "Duplicate"
  if (order.nonce < (book.minimumNonces.get(order.owner) ?? 0)) return "NonceCancelled"
  if (size(book) >= book.rules.ordersMax) return "BookFull"
  const owned = book.owners.get(order.owner)
  if ((owned?.size ?? 0) >= book.rules.ordersPerOwnerMax) return "OwnerFull"
  if (order._tag === "Offer")
    for (const id of owned ?? []) {
      const other = book.offers.get(id)
      if (other !== undefined && conflict(order, other.order)) return "Conflict"
    }
  return undefined
}

// IPSX-ORD-008: a lease that could cost nothing could not be opened.
const offerShape = (offer: Order.Offer, { rules }: OrderBook): Rejection | undefined => {
  if (offer.minLease < rules.minLease || offer.minLease > rules.maxLease) return "Duration"
  if (offer.to - offer.from < offer.minLease) return "Window"
  if (offer.tariff.setup + offer.tariff.perSecond === 0n || offer.noShowCharge === 0n)
    return "Price"
  return undefined
}

const requestShape = (
  request: Order.Request,
  { rules }: OrderBook,
  now: number,
): Rejection | undefined => {
  const { window, duration } = request
  if (duration < rules.minLease || duration > rules.maxLease) return "Duration"
  if (request.minimum > request.addresses) return "Count"
  if (request.limit === 0n) return "Price"
  if (window === null) return undefined
  if (window.to - window.from < duration || window.to - duration > now + rules.bookAheadMax)
    return "Window"
  return undefined
}

// IPSX-ORD-026: one owner's seat lies in one live offer at an instant, whatever the offers are called.
const conflict = (a: Order.Offer, b: Order.Offer): boolean =>
  a.resource.id === b.resource.id
    ? !Resource.isSameRange(a.resource, b.resource) || (a.from < b.to && b.from < a.to)
    : Resource.intersects(a.resource, b.resource)

/** Why an order or a wish about one is refused. */
export const rejections = [
  "Duration",
  "Window",
  "Price",
  "Count",
  "Expired",
  "Duplicate",
  "NonceCancelled",
  "BookFull",
  "OwnerFull",
  "Conflict",
  "Unknown",
  "NotOwner",
  "NotLeased",
] as const
export type Rejection = (typeof rejections)[number]

export class OrderRejected extends Schema.TaggedError<OrderRejected>()("OrderRejected", {
  order: Id,
  reason: Schema.Literals(rejections),
}) {
  override get message(): string {
    return `order ${this.order} is refused: ${this.reason}`
  }
}
