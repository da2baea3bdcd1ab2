// An endless flow of commands for dense little markets, drawn without a library: millions of them in a minute. The
// markets know by the events what there is to cancel, replace and release, so that most commands meet something.
import type { Command } from "../../src/matching/Command.ts"
import type { Event, Fill } from "../../src/matching/Event.ts"
import type { Rules } from "../../src/matching/Policy.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Country from "../../src/model/Country.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as IpClass from "../../src/model/IpClass.ts"
import type { Offer, Order, Request } from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"

/** A generator of 32-bit numbers with 128 bits of state (xoshiro128**). */
const numbers = (seed: number): ((below: number) => number) => {
  let [a, b, c, d] = [seed, seed ^ 0x9e37_79b9, Math.imul(seed, 0x85eb_ca6b) | 1, 0xc2b2_ae35]
  const next = (): number => {
    const fives = Math.imul(b, 5)
    const result = Math.imul((fives << 7) | (fives >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result >>> 0
  }
  for (let i = 0; i < 16; i++) next()
  return (below) => next() % below
}

/** What markets are like; every choice that a kind leaves open is drawn for each order. */
export interface Kind {
  /** One price alone, so that the search by one price is tried, or several; or beyond exact floating-point numbers. */
  readonly prices: "plain" | "several" | "huge"
  readonly rules: Rules
}

const countries = ["DE", "FR", "RO", "US"].map(Country.of)
const providers = [1, 2, 3, 4, 5, 6].map(address)
const requesters = [4, 5, 7, 8].map(address)

export class Flow {
  readonly below: (n: number) => number
  readonly kind: Kind
  now: number
  nonce = 0
  live: Array<Order> = []
  fills: Array<Fill> = []

  constructor(seed: number, kind: Kind, now: number) {
    this.below = numbers(seed)
    this.kind = kind
    this.now = now
  }

  private pick<A>(items: ReadonlyArray<A>): A {
    return items[this.below(items.length)]!
  }

  private isRare(tenths: number): boolean {
    return this.below(10) < tenths
  }

  private some<A>(tenths: number, value: () => A, otherwise: A): A {
    return this.isRare(tenths) ? value() : otherwise
  }

  next(): Command {
    const dice = this.below(100)
    if (dice < 30) return this.place(this.offer())
    if (dice < 76) return this.place(this.request())
    if (dice < 88 || this.live.length === 0)
      return { _tag: "Advance", now: (this.now += 1 + this.below(this.some(1, () => 300, 4))) }
    const order = this.pick(this.live)
    if (dice < 91) return { _tag: "Cancel", order: order.id, owner: order.owner }
    if (dice < 94) {
      const next = this.isRare(5) ? this.offer() : this.request()
      return { _tag: "Replace", old: order.id, order: { ...next, owner: order.owner } }
    }
    if (dice < 95)
      return { _tag: "CancelBelow", owner: order.owner, minimum: Math.max(0, order.nonce - 30) }
    return this.fills.length === 0 ? this.place(this.request()) : this.release()
  }

  private place(order: Order): Command {
    return { _tag: "Place", order, rating: 300 + this.below(701) }
  }

  private release(): Command {
    const { offer, firstSeat, seats, start, end } = this.pick(this.fills)
    const first = this.below(seats)
    const from = start + this.some(5, () => this.below(end - start), 0)
    return {
      _tag: "Release",
      offer,
      firstSeat: firstSeat + first,
      seats: 1 + this.below(seats - first),
      from,
      to: this.some(3, () => from + 1 + this.below(end - from), end),
    }
  }

  private counterparty(others: ReadonlyArray<ReturnType<typeof address>>): Filter.Counterparty {
    const several = () => others.filter(() => this.isRare(5))
    return this.isRare(2)
      ? {
          minRating: this.below(600),
          allow: this.some(2, several, []),
          deny: this.some(4, several, []),
        }
      : { minRating: 0, allow: [], deny: [] }
  }

  private price(below: number): Amount.Amount {
    const small = BigInt(this.below(below))
    return Amount.of(
      this.kind.prices === "huge" ? small * 10n ** 18n + BigInt(this.below(2)) : small,
    )
  }

  private offer(): Offer {
    const nonce = ++this.nonce
    const range = this.below(10)
    const isSix = range > 7
    const addresses = 1 + this.below(this.some(2, () => 300, 6))
    const concurrency = this.some(2, () => 2 + this.below(2), 1)
    const from = this.now + this.some(4, () => this.below(20), 0)
    const isPlain = this.kind.prices === "plain"
    // Owners contradict each other about who has which address, from the same first one or from another.
    const shift = this.some(3, () => this.below(4), 0)
    const start =
      (isSix ? 2n ** 80n * BigInt(range) - 3n : 253n + 256n * BigInt(range)) + BigInt(shift)
    return {
      _tag: "Offer",
      id: Id.fromNumber(0x1000_0000 + nonce),
      owner: this.pick(providers),
      nonce,
      resource: {
        id: Id.fromNumber(
          0x9000 + range + 16 * addresses + 0x10000 * concurrency + 0x100000 * shift,
        ),
        first: Ip.simulatedAt(start, isSix ? 6 : 4),
        addresses,
        concurrency,
        country: this.pick(countries),
        kind: this.some(3, () => this.pick(IpClass.kinds), "mobile" as const),
        network: this.below(3),
        bandwidth: this.some(1, () => 0xffff_fff0 + this.below(16), 1000),
        quality: this.below(1001),
      },
      from: Time.seconds(from),
      to: Time.seconds(from + 6 + this.below(this.some(2, () => 500, 60))),
      minLease: 3 + this.below(4),
      protocols: this.pick([7, 7, 7, 3, 1]),
      scopes: this.pick([3, 3, 1]),
      tariff: {
        perSecond: isPlain ? Amount.of(1n + BigInt(this.below(5))) : this.price(5),
        perByte: isPlain ? Amount.zero : this.price(3),
        setup: isPlain ? Amount.zero : Amount.of(this.price(8) + 1n),
      },
      noShowCharge: Amount.of(2n),
      requester: this.counterparty(requesters),
      expiresAt: Time.seconds(this.now + 5 + this.below(this.some(2, () => 600, 60))),
      notice: 0,
      maxLag: 10,
    }
  }

  private request(): Request {
    const nonce = ++this.nonce
    const addresses = 1 + this.below(this.some(1, () => 200, 6))
    const duration = 3 + this.below(10)
    const begins = this.now + this.below(12)
    const most = Math.max(1, addresses)
    return {
      _tag: "Request",
      id: Id.fromNumber(0x2000_0000 + nonce),
      owner: this.pick(requesters),
      nonce,
      addresses,
      minimum: this.some(2, () => 1 + this.below(addresses), 1),
      duration,
      window: this.isRare(4)
        ? {
            from: Time.seconds(begins),
            to: Time.seconds(begins + duration + this.below(30)),
          }
        : null,
      filter: {
        countries: this.some(6, () => countries.filter(() => this.isRare(4)), []),
        classes: this.some(2, () => 1 + this.below(4095), IpClass.set()),
        protocols: this.pick([0, 1, 1, 3, 4]),
        scopes: this.pick([0, 1, 2]),
        minBandwidth: this.some(1, () => 0xffff_fff8, 0),
        minQuality: this.some(2, () => this.below(700), 0),
        provider: this.counterparty(providers),
      },
      maxPerGroup: this.some(3, () => 1 + this.below(3), most),
      maxPerNetwork: this.some(3, () => 1 + this.below(4), most),
      bytes: this.below(10),
      limit: Amount.of(this.price(75) + 5n),
      perSecondLimit: this.some(2, () => this.price(5), null as Amount.Amount | null),
      expiresAt: Time.seconds(this.now + 1 + this.below(40)),
    }
  }

  /** What came of a command: what lives, and what was leased. */
  note(command: Command, events: ReadonlyArray<Event>): void {
    const order = command._tag === "Place" || command._tag === "Replace" ? command.order : undefined
    if (order !== undefined && !events.some((e) => e._tag === "Rejected")) this.live.push(order)
    for (const event of events) {
      if (event._tag === "Filled") this.fills.push(event.fill)
      if (event._tag === "Completed" || event._tag === "Cancelled" || event._tag === "Expired")
        this.live = this.live.filter(({ id }) => id !== event.order)
    }
    if (this.fills.length > 60) this.fills = this.fills.slice(-30)
  }
}
