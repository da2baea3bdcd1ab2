// Dense little markets: few owners, few addresses, short windows, so that most commands meet something.
import * as fc from "fast-check"
import type { Rules } from "../../src/matching/Policy.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Country from "../../src/model/Country.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as IpClass from "../../src/model/IpClass.ts"
import type { Offer, Order, Request } from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "./deal.ts"

export const rules: Rules = {
  minLease: 3,
  maxLease: 100,
  bookAheadMax: 100,
  maxSeats: 4,
  ordersMax: 200,
  ordersPerOwnerMax: 50,
  scanMax: 100_000,
  triesMax: 1000,
  callsMax: 1000,
}

export const epoch = 1000

const nat = (max: number) => fc.integer({ min: 0, max })
const some = <A>(weight: number, value: fc.Arbitrary<A>, otherwise: A): fc.Arbitrary<A> =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(otherwise) }, { weight, arbitrary: value })

const countries = ["DE", "FR", "RO"].map(Country.of)
const providers = [1, 2, 3, 4].map(address)
const requesters = [4, 5, 6].map(address)

const counterparty = (others: ReadonlyArray<ReturnType<typeof address>>) =>
  some(
    2,
    fc.record({
      minRating: nat(600),
      allow: some(2, fc.subarray([...others]), []),
      deny: some(3, fc.subarray([...others], { maxLength: 2 }), []),
    }),
    { minRating: 0, allow: [], deny: [] },
  )

const amount = (max: number) => nat(max).map((value) => Amount.of(BigInt(value)))

/** Of eight ranges, that cross the border of a /24; `at` is when the order comes. */
export const offer = (nonce: number, at: number): fc.Arbitrary<Offer> =>
  fc
    .record({
      owner: fc.constantFrom(...providers),
      range: nat(7),
      addresses: fc.integer({ min: 1, max: 5 }),
      concurrency: some(3, fc.constantFrom(2, 3), 1),
      country: fc.constantFrom(...countries),
      kind: some(3, fc.constantFrom(...IpClass.kinds), "mobile" as const),
      network: nat(2),
      begins: some(4, nat(15), 0),
      lasts: fc.integer({ min: 6, max: 60 }),
      minLease: fc.integer({ min: 3, max: 6 }),
      protocols: fc.constantFrom(7, 7, 7, 3, 1),
      scopes: fc.constantFrom(3, 3, 1),
      quality: nat(1000),
      perSecond: amount(4),
      perByte: amount(2),
      setup: fc.integer({ min: 1, max: 8 }),
      requester: counterparty(requesters),
      life: fc.integer({ min: 5, max: 60 }),
    })
    .map((o) => ({
      _tag: "Offer" as const,
      id: Id.fromNumber(0x1000 + nonce),
      owner: o.owner,
      nonce,
      resource: {
        id: Id.fromNumber(0x9000 + o.range + 16 * o.addresses + 256 * o.concurrency),
        first: Ip.simulatedAt(253 + 256 * o.range, 4),
        addresses: o.addresses,
        concurrency: o.concurrency,
        country: o.country,
        kind: o.kind,
        network: o.network,
        bandwidth: 1000,
        quality: o.quality,
      },
      from: Time.seconds(at + o.begins),
      to: Time.seconds(at + o.begins + o.lasts),
      minLease: o.minLease,
      protocols: o.protocols,
      scopes: o.scopes,
      tariff: { perSecond: o.perSecond, perByte: o.perByte, setup: Amount.of(BigInt(o.setup)) },
      noShowCharge: Amount.of(2n),
      requester: o.requester,
      expiresAt: Time.seconds(at + o.life),
      notice: 0,
      maxLag: 10,
    }))

export const request = (nonce: number, at: number): fc.Arbitrary<Request> =>
  fc
    .record({
      owner: fc.constantFrom(...requesters),
      addresses: fc.integer({ min: 1, max: 6 }),
      least: some(3, nat(6), 1),
      duration: fc.integer({ min: 3, max: 12 }),
      window: some(
        5,
        fc.record({ begins: nat(12), slack: nat(30) }),
        null as { begins: number; slack: number } | null,
      ),
      countries: some(5, fc.subarray(countries, { minLength: 1 }), []),
      classes: some(2, fc.integer({ min: 1, max: 63 }), IpClass.set()),
      protocols: fc.constantFrom(0, 1, 1, 3, 4),
      scopes: fc.constantFrom(0, 1, 2),
      minQuality: some(2, nat(700), 0),
      provider: counterparty(providers),
      maxPerGroup: some(3, fc.constantFrom(1, 2), 6),
      maxPerNetwork: some(3, fc.constantFrom(1, 2, 3), 6),
      bytes: nat(10),
      limit: fc.integer({ min: 5, max: 80 }),
      perSecondLimit: some(2, amount(4), null as Amount.Amount | null),
      life: fc.integer({ min: 1, max: 40 }),
    })
    .map((r) => ({
      _tag: "Request" as const,
      id: Id.fromNumber(0x2000 + nonce),
      owner: r.owner,
      nonce,
      addresses: r.addresses,
      minimum: Math.max(1, Math.min(r.least, r.addresses)),
      duration: r.duration,
      window: r.window && {
        from: Time.seconds(at + r.window.begins),
        to: Time.seconds(at + r.window.begins + r.duration + r.window.slack),
      },
      filter: {
        ...Filter.any,
        countries: r.countries,
        classes: r.classes,
        protocols: r.protocols,
        scopes: r.scopes,
        minQuality: r.minQuality,
        provider: r.provider,
      },
      maxPerGroup: r.maxPerGroup,
      maxPerNetwork: r.maxPerNetwork,
      bytes: r.bytes,
      limit: Amount.of(BigInt(r.limit)),
      perSecondLimit: r.perSecondLimit,
      expiresAt: Time.seconds(at + r.life),
    }))

export const order = (nonce: number, at: number): fc.Arbitrary<Order> =>
  fc.oneof(offer(nonce, at), request(nonce, at))

/** What a stream does next: an order, or a choice among what the stream has led to so far. */
export type Move =
  | { readonly _tag: "Place"; readonly order: Order; readonly rating: number }
  | {
      readonly _tag: "Cancel" | "Replace" | "Release" | "CancelBelow"
      readonly pick: number
      readonly part: number
      readonly order: Order
    }
  | { readonly _tag: "Advance"; readonly by: number }

const move = (nonce: number): fc.Arbitrary<Move> => {
  // Moments are relative here: `at` is added when the move is made.
  const choice = (_tag: "Cancel" | "Replace" | "Release" | "CancelBelow") =>
    fc.record({ _tag: fc.constant(_tag), pick: nat(1000), part: nat(3), order: order(nonce, 0) })
  const place = (order: fc.Arbitrary<Order>) =>
    fc.record({
      _tag: fc.constant("Place" as const),
      order,
      rating: fc.integer({ min: 300, max: 1000 }),
    })
  return fc.oneof(
    { weight: 30, arbitrary: place(offer(nonce, 0)) },
    { weight: 44, arbitrary: place(request(nonce, 0)) },
    { weight: 4, arbitrary: choice("Cancel") },
    { weight: 4, arbitrary: choice("Replace") },
    { weight: 8, arbitrary: choice("Release") },
    { weight: 1, arbitrary: choice("CancelBelow") },
    {
      weight: 14,
      arbitrary: fc.record({
        _tag: fc.constant("Advance" as const),
        by: fc.integer({ min: 1, max: 5 }),
      }),
    },
  )
}

/** A stream of moves; each order has a nonce, and by it an id, of its own. */
export const moves = (length: number): fc.Arbitrary<ReadonlyArray<Move>> =>
  fc.tuple(...Array.from({ length }, (_, nonce) => move(nonce)))

/** An order drawn with moments from zero on, as if drawn at a moment. */
export const shifted = (order: Order, by: number): Order => {
  const later = (moment: number) => Time.seconds(moment + by)
  const expiresAt = later(order.expiresAt)
  if (order._tag === "Offer")
    return { ...order, from: later(order.from), to: later(order.to), expiresAt }
  const window = order.window && { from: later(order.window.from), to: later(order.window.to) }
  return { ...order, window, expiresAt }
}
