// Continuous price-time matching over any store: the common part of the definition and of the fast policy
// (IPSX-MAT-001). An order is matched when it comes, at the offer's tariff; what is left rests.
import * as Result from "effect/Result"
import type { Id } from "../model/Id.ts"
import * as Order from "../model/Order.ts"
import * as OrderBook from "../model/OrderBook.ts"
import * as Resource from "../model/Resource.ts"
import * as Capacity from "./Capacity.ts"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import * as Free from "./Free.ts"
import * as Leases from "./Leases.ts"
import type { Rules } from "./Policy.ts"
import * as Resting from "./Resting.ts"
import * as Search from "./Search.ts"
import type { Store } from "./Store.ts"

/** Owned and mutable; `out` collects the events of the command at hand. */
export interface Engine {
  readonly rules: Rules
  readonly store: Store
  readonly book: OrderBook.OrderBook
  readonly offers: Map<Id, Resting.Offer>
  readonly requests: Map<Id, Resting.Request>
  readonly leases: Leases.Leases
  now: number
  out: Array<Event>
}

export const make = (rules: Rules, store: Store, now: number): Engine => ({
  rules,
  store,
  book: OrderBook.make(rules),
  offers: new Map(),
  requests: new Map(),
  leases: Leases.make(),
  now,
  out: [],
})

/**
 * Carries out one command and answers with what happened, in order.
 *
 * @example
 * Engine.apply(engine, { _tag: "Place", order: request, rating: 500 }) // [Filled…, Rested | Completed]
 */
export const apply = (engine: Engine, command: Command): ReadonlyArray<Event> => {
  engine.out = []
  switch (command._tag) {
    case "Place":
      place(engine, command.order, command.rating)
      break
    case "Cancel": {
      const cancelled = OrderBook.cancel(engine.book, command.order, command.owner)
      if (Result.isFailure(cancelled)) reject(engine, cancelled.failure)
      else leave(engine, "Cancelled", cancelled.success)
      break
    }
    case "Replace":
      replace(engine, command.old, command.order)
      break
    case "CancelBelow":
      for (const entry of OrderBook.cancelBelow(engine.book, command.owner, command.minimum))
        leave(engine, "Cancelled", entry)
      break
    case "Release":
      release(engine, command)
      break
    case "Advance":
      advance(engine, command.now)
      break
  }
  return engine.out
}

const reject = (engine: Engine, error: OrderBook.OrderRejected): void => {
  engine.out.push({ _tag: "Rejected", order: error.order, reason: error.reason })
}

const conflicts = (engine: Engine, order: Order.Order): boolean =>
  order._tag === "Offer" && Leases.conflicts(engine.leases, order.owner, order.resource, engine.now)

const place = (engine: Engine, order: Order.Order, rating: number): void => {
  const refusal = OrderBook.refusal(engine.book, order, engine.now)
  if (refusal === undefined && conflicts(engine, order))
    return void engine.out.push({ _tag: "Rejected", order: order.id, reason: "Conflict" })
  const placed = OrderBook.place(engine.book, order, rating, engine.now)
  if (Result.isFailure(placed)) reject(engine, placed.failure)
  else arrive(engine, placed.success)
}

const replace = (engine: Engine, old: Id, order: Order.Order): void => {
  if (conflicts(engine, order))
    return void engine.out.push({ _tag: "Rejected", order: order.id, reason: "Conflict" })
  const replaced = OrderBook.replace(engine.book, old, order, engine.now)
  if (Result.isFailure(replaced)) return reject(engine, replaced.failure)
  leave(engine, "Cancelled", replaced.success.old)
  arrive(engine, replaced.success.entry)
}

const arrive = (engine: Engine, entry: OrderBook.Entry): void => {
  const { order } = entry
  if (order._tag === "Request") {
    const request = Resting.request({ ...entry, order })
    engine.requests.set(order.id, request)
    if (Search.serve(engine, request)) return
    engine.store.addRequest(request)
    engine.out.push({ _tag: "Rested", order: order.id, remaining: request.remaining })
    return
  }
  const offer = Resting.offer({ ...entry, order })
  engine.offers.set(order.id, offer)
  engine.out.push({ _tag: "Rested", order: order.id, remaining: Resource.seats(order.resource) })
  const whole = {
    first: 0,
    seats: Resource.seats(order.resource),
    from: Math.max(order.from, engine.now),
    to: order.to,
  }
  const leased = Leases.of(engine.leases, order.owner, order.resource.id, engine.now)
  for (const rectangle of Capacity.withoutAll(whole, leased)) Free.add(engine, offer, rectangle)
  Search.offerAround(engine, offer)
}

const leave = (engine: Engine, how: "Cancelled" | "Expired", { order }: OrderBook.Entry): void => {
  engine.out.push({ _tag: how, order: order.id })
  const offer = engine.offers.get(order.id)
  for (const piece of offer?.pieces ?? []) Free.remove(engine, piece)
  engine.offers.delete(order.id)
  const request = engine.requests.get(order.id)
  if (request !== undefined) engine.store.removeRequest(request)
  engine.requests.delete(order.id)
}

/** IPSX-MAT-013: leased seats are free again, joined with their free neighbours. */
const release = (engine: Engine, command: Extract<Command, { _tag: "Release" }>): void => {
  const offer = engine.offers.get(command.offer)
  const part = {
    first: command.firstSeat,
    seats: command.seats,
    from: Math.max(command.from, engine.now),
    to: command.to,
  }
  const known =
    offer !== undefined &&
    part.seats > 0 &&
    part.from < part.to &&
    Leases.release(engine.leases, offer.owner, offer.resource.id, part)
  if (!known)
    return void engine.out.push({ _tag: "Rejected", order: command.offer, reason: "NotLeased" })
  engine.out.push({ _tag: "Released", space: Free.space(offer, part) })
  // A later offer of the same range has its own window: what lies outside it is not this offer's to sell.
  const from = Math.max(part.from, offer.order.from)
  const to = Math.min(part.to, offer.order.to)
  if (from < to) Free.addJoined(engine, offer, { ...part, from, to })
  Search.offerAround(engine, offer)
}

const advance = (engine: Engine, now: number): void => {
  const before = engine.now
  if (now <= before) return
  engine.now = now
  for (const entry of OrderBook.expire(engine.book, now)) leave(engine, "Expired", entry)
  const { lapsed, begun } = engine.store.advance(before, now)
  const bySequence = (a: Resting.Offer, b: Resting.Offer) => a.sequence - b.sequence
  const old = [...lapsed].sort(
    (a, b) => bySequence(a.offer, b.offer) || a.from - b.from || a.first - b.first,
  )
  for (const piece of old) {
    Free.remove(engine, piece)
    Free.discard(engine, piece.offer, piece)
  }
  for (const offer of [...new Set(begun)].sort(bySequence)) Search.offerAround(engine, offer)
}
