// An independent account of a market, second by second and seat by seat, kept from the commands and events alone.
// It says what is wrong; it knows no rectangle, index or split.
import type { Command } from "../../src/matching/Command.ts"
import type { Event, Fill, Space } from "../../src/matching/Event.ts"
import type { Snapshot } from "../../src/matching/Policy.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Ip from "../../src/model/Ip.ts"
import type { Offer, Order, Request } from "../../src/model/Order.ts"
import { rules } from "../arbitrary/order.ts"

type Cell = string

export class Ledger {
  readonly orders = new Map<string, { order: Order; rating: number }>()
  readonly live = new Set<string>()
  readonly had = new Map<string, Array<Fill>>()
  /** Owner, address and user's place on it, second: leased. */
  readonly leased = new Map<Cell, string>()
  /** The same, after the name of the offer that lost it. */
  readonly discarded = new Set<string>()
  readonly problems: Array<string> = []
  now: number
  fills = 0

  constructor(now: number) {
    this.now = now
  }

  note(command: Command, events: ReadonlyArray<Event>): void {
    if (command._tag === "Advance") this.now = Math.max(this.now, command.now)
    if (command._tag === "Place")
      this.orders.set(command.order.id, { order: command.order, rating: command.rating })
    if (command._tag === "Replace")
      this.orders.set(command.order.id, {
        order: command.order,
        rating: this.orders.get(command.old)?.rating ?? 0,
      })
    const arriving =
      command._tag === "Place" || command._tag === "Replace" ? command.order.id : undefined
    if (arriving !== undefined && !events.some((e) => e._tag === "Rejected"))
      this.live.add(arriving)
    for (const event of events) this.event(event)
  }

  private event(event: Event): void {
    switch (event._tag) {
      case "Filled":
        return this.fill(event.fill)
      case "Completed":
        this.must(this.wanted(event.order) === 0, `${event.order} completed too early`)
        this.live.delete(event.order)
        return
      case "Cancelled":
      case "Expired":
        this.must(this.live.delete(event.order), `${event.order} left twice`)
        return
      case "Discarded":
        for (const cell of this.cells(event.space)) {
          this.must(!this.leased.has(cell), `discarded but leased: ${cell}`)
          const own = event.space.offer + cell
          this.must(!this.discarded.has(own), `discarded twice: ${cell}`)
          this.discarded.add(own)
        }
        return
      case "Released":
        for (const cell of this.cells(event.space)) {
          this.must(this.leased.delete(cell), `released but not leased: ${cell}`)
        }
        return
      default:
    }
  }

  private fill(fill: Fill): void {
    this.fills++
    const offer = this.orders.get(fill.offer)!
    const request = this.orders.get(fill.request)!
    const o = offer.order as Offer
    const r = request.order as Request
    const seat = { from: fill.start, to: fill.end, firstSeat: fill.firstSeat, seats: fill.seats }
    this.must(this.live.has(o.id) && this.live.has(r.id), "a dead order trades")
    this.must(o.owner !== r.owner, "self-match")
    this.must(
      Filter.accepts(r.filter, { ...o, rating: offer.rating }) === undefined,
      "the request's filter",
    )
    this.must(
      Filter.admits(o.requester, { owner: r.owner, rating: request.rating }) === undefined,
      "the offer's counterparty",
    )
    this.must(fill.end - fill.start === r.duration && r.duration >= o.minLease, "lease length")
    this.must(fill.start >= this.now && fill.start >= o.from && fill.end <= o.to, "offer window")
    this.must(
      r.window === null
        ? fill.start === this.now
        : fill.start >= r.window.from && fill.end <= r.window.to,
      "request window",
    )
    const each =
      o.tariff.setup + o.tariff.perSecond * BigInt(r.duration) + o.tariff.perByte * BigInt(r.bytes)
    this.must(each <= r.limit && fill.cost === each * BigInt(fill.seats), "price")
    this.must(r.perSecondLimit === null || o.tariff.perSecond <= r.perSecondLimit, "price a second")
    this.must(fill.noShowCharge > 0n && fill.noShowCharge <= fill.cost, "no-show charge")
    this.must(fill.seats >= 1 && fill.seats <= rules.maxSeats, "seats of one deal")
    for (const cell of this.cells({ ...seat, offer: o.id })) {
      this.must(!this.leased.has(cell), `leased twice: ${cell}`)
      this.must(!this.discarded.has(o.id + cell), `leased after it was discarded: ${cell}`)
      this.leased.set(cell, r.id)
    }
    this.had.set(r.id, [...(this.had.get(r.id) ?? []), fill])
    this.spread(r)
  }

  private spread(r: Request): void {
    const addresses = new Map<string, number>()
    const groups = new Map<bigint, number>()
    const networks = new Map<number, number>()
    const count = <A>(map: Map<A, number>, key: A) => map.set(key, (map.get(key) ?? 0) + 1)
    for (const fill of this.had.get(r.id)!)
      for (let seat = fill.firstSeat; seat < fill.firstSeat + fill.seats; seat++) {
        const o = this.orders.get(fill.offer)!.order as Offer
        const value = Ip.value(o.resource.first) + BigInt(Math.floor(seat / o.resource.concurrency))
        count(addresses, `${value}`)
        count(groups, value >> 8n)
        count(networks, o.resource.network)
      }
    this.must(this.wanted(r.id) >= 0, "more addresses than wanted")
    this.must(
      [...addresses.values()].every((n) => n === 1),
      "an address twice",
    )
    this.must(
      [...groups.values()].every((n) => n <= r.maxPerGroup),
      "cap of a group",
    )
    this.must(
      [...networks.values()].every((n) => n <= r.maxPerNetwork),
      "cap of a network",
    )
  }

  wanted(id: string): number {
    const { addresses } = this.orders.get(id)!.order as Request
    return (this.had.get(id) ?? []).reduce((left, { seats }) => left - seats, addresses)
  }

  /** I1, I2: each seat of a live offer is, in each second to come, free or leased or discarded, and only one of them. */
  balance(snapshot: Snapshot): void {
    for (const { entry, pieces } of snapshot.offers) {
      const { id, resource, from, to } = entry.order
      const free = new Set<Cell>()
      for (const { first, seats, from, to } of pieces)
        for (const cell of this.cells({ offer: id, firstSeat: first, seats, from, to })) {
          this.must(!free.has(cell), `free twice: ${cell}`)
          free.add(cell)
        }
      const seats = resource.addresses * resource.concurrency
      for (const cell of this.cells({ offer: id, firstSeat: 0, seats, from, to })) {
        const ways = [free.has(cell), this.leased.has(cell), this.discarded.has(id + cell)]
        this.must(ways.filter(Boolean).length === 1, `free, leased, discarded: ${ways} ${cell}`)
      }
    }
    for (const { entry, remaining } of snapshot.requests)
      this.must(remaining === this.wanted(entry.order.id), "what a request still wants")
    const inBook = [...snapshot.offers, ...snapshot.requests].map(({ entry }) => entry.order.id)
    this.must(
      inBook.length === this.live.size && inBook.every((id) => this.live.has(id)),
      "the lists hold other orders than the events say",
    )
  }

  private *cells(space: Space): Generator<Cell> {
    const { owner, resource } = this.orders.get(space.offer)!.order as Offer
    for (let at = Math.max(space.from, this.now); at < space.to; at++)
      for (let seat = space.firstSeat; seat < space.firstSeat + space.seats; seat++) {
        const address = Math.floor(seat / resource.concurrency)
        yield `${owner} ${Ip.at(resource.first, address)} ${seat % resource.concurrency} ${at}`
      }
  }

  private must(holds: boolean, what: string): void {
    if (!holds) this.problems.push(what)
  }
}
