// Continuous price-time matching over the integer book: commands turned into numbers for it, and what it reports back
// into events. It says the same as `Engine` does over the definition's store (IPSX-MAT-002).
import * as Result from "effect/Result"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import * as OrderBook from "../model/OrderBook.ts"
import * as Resource from "../model/Resource.ts"
import * as Book from "./book/Book.ts"
import * as Leases from "./book/Leases.ts"
import * as Report from "./book/Report.ts"
import * as Trade from "./book/Trade.ts"
import * as Waiting from "./book/Waiting.ts"
import * as Ware from "./book/Ware.ts"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import * as Fill from "./Fill.ts"
import * as Keeper from "./Keeper.ts"

const nothing: ReadonlyArray<Event> = Object.freeze([])

/** Carries out one command and answers with what happened, in order. */
export const apply = (keeper: Keeper.Keeper, command: Command): ReadonlyArray<Event> => {
  if (command._tag === "Advance" && command.now <= keeper.now) return nothing
  keeper.out = []
  switch (command._tag) {
    case "Place":
      place(keeper, command.order, command.rating)
      break
    case "Cancel": {
      const cancelled = OrderBook.cancel(keeper.orders, command.order, command.owner)
      if (Result.isFailure(cancelled)) reject(keeper, command.order, cancelled.failure.reason)
      else leave(keeper, "Cancelled", cancelled.success)
      break
    }
    case "Replace":
      replace(keeper, command.old, command.order)
      break
    case "CancelBelow":
      for (const entry of OrderBook.cancelBelow(keeper.orders, command.owner, command.minimum))
        leave(keeper, "Cancelled", entry)
      break
    case "Release":
      release(keeper, command)
      break
    case "Advance":
      advance(keeper, command.now)
      break
  }
  for (const { spare, number } of keeper.left) spare.push(number)
  keeper.left.length = 0
  return keeper.out.length === 0 ? nothing : keeper.out
}

const reject = (keeper: Keeper.Keeper, order: Id, reason: OrderBook.Rejection): void =>
  void keeper.out.push({ _tag: "Rejected", order, reason })

// IPSX-ORD-026: leases that number the same addresses in another way.
const conflicts = (keeper: Keeper.Keeper, order: Order.Order): boolean => {
  if (order._tag === "Request") return false
  const owner = keeper.owners.get(order.owner)
  if (owner === undefined) return false
  const { resource } = order
  return Leases.ranges(keeper.book.leases, owner, keeper.book.now).some(({ resource: other }) =>
    other.id === resource.id
      ? !Resource.isSameRange(other, resource)
      : Resource.intersects(other, resource),
  )
}

const place = (keeper: Keeper.Keeper, order: Order.Order, rating: number): void => {
  const { orders, now } = keeper
  const reason =
    OrderBook.refusal(orders, order, now) ?? (conflicts(keeper, order) ? "Conflict" : undefined)
  if (reason !== undefined) return reject(keeper, order.id, reason)
  const entry = { order, sequence: ++orders.sequence, rating }
  OrderBook.insert(orders, entry)
  arrive(keeper, entry)
}

const replace = (keeper: Keeper.Keeper, old: Id, order: Order.Order): void => {
  if (conflicts(keeper, order)) return reject(keeper, order.id, "Conflict")
  const replaced = OrderBook.replace(keeper.orders, old, order, keeper.now)
  if (Result.isFailure(replaced))
    return reject(keeper, replaced.failure.order, replaced.failure.reason)
  leave(keeper, "Cancelled", replaced.success.old)
  arrive(keeper, replaced.success.entry)
}

const arrive = (keeper: Keeper.Keeper, entry: OrderBook.Entry): void => {
  const { book, out } = keeper
  const { order } = entry
  if (order._tag === "Request") {
    const { wish } = Keeper.want(keeper, { ...entry, order })
    Trade.serve(book, wish)
    tell(keeper)
    if (wish.remaining === 0) return
    Waiting.add(book.waiting, wish)
    out.push({ _tag: "Rested", order: order.id, remaining: wish.remaining })
    return
  }
  const offered = Keeper.offer(keeper, { ...entry, order })
  const seats = Resource.seats(order.resource)
  out.push({ _tag: "Rested", order: order.id, remaining: seats })
  const from = Math.max(order.from, keeper.now) - Keeper.middle
  let free: ReadonlyArray<number> = [0, seats, from, order.to - Keeper.middle]
  const leased = leasedOf(keeper, offered)
  for (let at = 0; at < leased.length; at += 4)
    free = Leases.without(free, leased[at]!, leased[at + 1]!, leased[at + 2]!, leased[at + 3]!)
  for (let at = 0; at < free.length; at += 4)
    Book.addFree(book, offered.lot, free[at]!, free[at + 1]!, free[at + 2]!, free[at + 3]!)
  Trade.show(book, offered.lot.offer)
  tell(keeper)
}

// What is leased of an offer's range. Other ranges at its place have no leases: they would be in conflict with it.
const leasedOf = ({ book }: Keeper.Keeper, { lot }: Keeper.Offered): ReadonlyArray<number> => {
  const owner = book.pieces.wares.rows[lot.ware * Ware.width + Ware.field.owner]!
  const place = Book.placeOf(book, lot.ware, lot.place)
  const ranges = Leases.ranges(book.leases, owner, book.now)
  return ranges.find((range) => range.place === place)?.rectangles ?? []
}

const leave = (
  keeper: Keeper.Keeper,
  how: "Cancelled" | "Expired",
  { order }: OrderBook.Entry,
): void => {
  keeper.out.push({ _tag: how, order: order.id })
  const number = keeper.numbers.get(order.id)!
  if (order._tag === "Request") {
    Waiting.remove(keeper.book.waiting, keeper.requests[number]!.wish)
  } else Book.withdraw(keeper.book, number)
  Keeper.forget(keeper, order)
}

/** IPSX-MAT-013: leased seats are free again, joined with their free neighbours. */
const release = (keeper: Keeper.Keeper, command: Extract<Command, { _tag: "Release" }>): void => {
  const { book } = keeper
  const number = keeper.numbers.get(command.offer)
  const isOffer = keeper.orders.offers.has(command.offer)
  const offered = isOffer && number !== undefined ? keeper.offers[number] : undefined
  const from = Math.max(command.from, keeper.now)
  const { firstSeat, seats, to } = command
  const isKnown =
    offered !== undefined &&
    seats > 0 &&
    from < to &&
    giveBack(keeper, offered, [firstSeat, seats, from - Keeper.middle, to - Keeper.middle])
  if (!isKnown) return reject(keeper, command.offer, "NotLeased")
  const { order } = offered.entry
  keeper.out.push({ _tag: "Released", space: { offer: order.id, firstSeat, seats, from, to } })
  // A later offer of the same range has its own window: what lies outside it is not this offer's to sell.
  const begin = Math.max(from, order.from)
  const end = Math.min(to, order.to)
  if (begin < end)
    Book.addJoined(book, offered.lot, firstSeat, seats, begin - Keeper.middle, end - Keeper.middle)
  Trade.show(book, offered.lot.offer)
  tell(keeper)
}

const giveBack = (
  { book }: Keeper.Keeper,
  { lot, entry }: Keeper.Offered,
  part: readonly [first: number, seats: number, from: number, to: number],
): boolean => {
  const owner = book.pieces.wares.rows[lot.ware * Ware.width + Ware.field.owner]!
  const place = Book.placeOf(book, lot.ware, lot.place)
  const { id } = entry.order.resource
  return Leases.release(book.leases, owner, place, (resource) => resource.id === id, part)
}

const advance = (keeper: Keeper.Keeper, now: number): void => {
  keeper.now = now
  keeper.book.now = now - Keeper.middle
  for (const entry of OrderBook.expire(keeper.orders, now)) leave(keeper, "Expired", entry)
  Trade.advance(keeper.book, now - Keeper.middle)
  tell(keeper)
}

// What the book has done since the last time, as events.
const tell = (keeper: Keeper.Keeper): void => {
  const { report } = keeper.book
  for (let at = 0; at < report.size; at += Report.width) keeper.out.push(eventAt(keeper, at))
  report.size = 0
}

const eventAt = (keeper: Keeper.Keeper, at: number): Event => {
  const { offers, requests, book } = keeper
  const { list } = book.report
  const offer = offers[list[at + 1]!]?.entry.order
  const request = requests[list[at + 2]!]?.entry
  const seats = list[at + 4]!
  const first = list[at + 3]!
  const from = list[at + 5]! + Keeper.middle
  const to = list[at + 6]! + Keeper.middle
  switch (list[at]) {
    case Report.kind.filled:
      return { _tag: "Filled", fill: Fill.of(offer!, request!.order, { first, seats, from, to }) }
    case Report.kind.discarded:
      return { _tag: "Discarded", space: { offer: offer!.id, firstSeat: first, seats, from, to } }
    case Report.kind.completed:
      OrderBook.remove(keeper.orders, request!)
      Keeper.forget(keeper, request!.order)
      return { _tag: "Completed", order: request!.order.id }
    default:
      return { _tag: "Exhausted", order: offer?.id ?? request!.order.id, fills: seats }
  }
}
