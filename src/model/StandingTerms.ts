// How a pair comes to a standing reservation, and what a match under it becomes: a short deal with a slice of its
// cap and of its bond (IPSX-AGR-070).
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"
import * as Deal from "./Deal.ts"
import * as Fee from "./Fee.ts"
import type { Id } from "./Id.ts"
import type * as Order from "./Order.ts"
import type { Parameters } from "./Parameters.ts"
import type { ShortDeal } from "./ShortDeal.ts"
import * as Terms from "./Terms.ts"
import type { Seconds } from "./Time.ts"

const whole = (maximum: number) =>
  Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum })))

/**
 * Which deals run under reservations, and how large and how long those are: leases shorter than `below` seconds do, and at
 * most shortLeaseMax do anyway; a reservation stands for `lifetime` seconds, and covers so many `deals` like its first one.
 */
export const Policy = Schema.Struct({
  below: whole(0xffff_ffff),
  lifetime: whole(0xffff_ffff),
  deals: whole(1_000_000),
})
export interface Policy extends Schema.Schema.Type<typeof Policy> {}

/** Whether a lease of so many seconds runs under a reservation. */
export const isShort = (
  policy: Policy,
  lease: number,
  parameters: Pick<Parameters, "shortLeaseMax">,
): boolean => lease < policy.below && lease <= parameters.shortLeaseMax

/** The short deal of a match: its cap is the full price, its bond the share of it that a deal's own would be. */
export const short = (
  match: Terms.Match,
  reservation: Id,
  nonce: number,
  parameters: Pick<Parameters, "bondBp">,
): ShortDeal => {
  const { setup, perSecond, perByte } = match.tariff
  const lease = match.end - match.start
  const cap = setup + perSecond * BigInt(lease) + perByte * BigInt(match.bytes)
  return {
    reservation,
    nonce,
    resource: match.resource,
    firstSeat: match.firstSeat,
    seats: match.seats,
    start: match.start,
    end: match.end,
    cap: Amount.of(cap),
    bond: Amount.of(Fee.minimumBond(cap, parameters)),
    pricePerSecond: perSecond,
    pricePerByte: perByte,
    setupPrice: setup,
    terms: match.terms,
  }
}

/**
 * The reservation that a pair's first match calls for: so many deals like it, fewer where `affordable` does not cover
 * them. It has no price of its own, and its requester prepays as for any deal (IPSX-PAY-009).
 */
export const reservation = (
  match: Terms.Match,
  policy: Policy,
  affordable: bigint,
  parameters: Pick<Parameters, "bondBp" | "acceptWindow" | "maxLease">,
  isNewcomer: boolean,
): Deal.Deal => {
  const first = short(match, match.terms, 1, parameters)
  const most = affordable / (first.cap > 0n ? first.cap : 1n)
  const deals = Amount.maximum(1n, Amount.minimum(most, BigInt(policy.deals)))
  const lifetime = Math.min(policy.lifetime, parameters.maxLease)
  const free = { setup: Amount.zero, perSecond: Amount.zero, perByte: Amount.zero }
  const deal = Terms.combine(
    {
      ...match,
      firstSeat: 0,
      seats: 0,
      end: (match.start + Math.max(lifetime, match.end - match.start)) as Seconds,
      tariff: { ...free, setup: Amount.of(first.cap * deals) },
    },
    parameters,
    false,
  )
  const interval = Terms.intervalBound({ ...deal, setupPrice: Amount.zero })
  return {
    ...deal,
    // Every slice of the bond is rounded up on its own.
    bond: Amount.of(first.bond * deals + deals),
    prepaid: isNewcomer ? Amount.minimum(deal.cap, interval) : Amount.zero,
    setupPrice: Amount.zero,
    noShowCharge: Amount.zero,
  }
}

/**
 * The deal that a short one would be if it were opened on the chain by itself: what two orders have to say about the one, they
 * say about the other.
 */
export const asDeal = (
  reservation: Deal.Deal,
  short: ShortDeal,
  orders: {
    readonly offer: Pick<Order.Offer, "id" | "nonce" | "notice">
    readonly request: Pick<Order.Request, "id" | "nonce">
  },
): Deal.Deal => ({
  ...reservation,
  offer: orders.offer.id,
  request: orders.request.id,
  providerNonce: orders.offer.nonce,
  requesterNonce: orders.request.nonce,
  resource: short.resource,
  firstSeat: short.firstSeat,
  seats: short.seats,
  start: short.start,
  end: short.end,
  validUntil: short.start,
  cap: short.cap,
  bond: short.bond,
  prepaid: Amount.zero,
  pricePerSecond: short.pricePerSecond,
  pricePerByte: short.pricePerByte,
  setupPrice: short.setupPrice,
  noShowCharge: Amount.zero,
  notice: orders.offer.notice,
  terms: short.terms,
})

/** What may stay unpaid of one short deal: the price of the reservation's maxLag seconds of it (IPSX-PAY-008). */
export const lagBound = (deal: ShortDeal, maxLag: number): bigint =>
  secondsOf(deal, Math.min(maxLag, Deal.lease(deal)))

/** What a requester may lose by one short deal: the set-up price and one interval of bills (IPSX-PAY-007). */
export const intervalBound = (deal: ShortDeal, maxLag: number): bigint =>
  deal.setupPrice + secondsOf(deal, Math.min(Terms.billingInterval({ maxLag }), Deal.lease(deal)))

const secondsOf = (deal: ShortDeal, seconds: number): bigint =>
  Amount.mulDivCeil(deal.cap - deal.setupPrice, BigInt(seconds), BigInt(Deal.lease(deal)))
