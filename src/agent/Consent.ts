// Why a party does not sign what an exchange proposes to it: it compares the deal with its own order, and with the
// other side's, because the exchange may be wrong or lie (IPSX-MAT-030). What is better for the party than its order
// asks is no objection.
import * as Deal from "../model/Deal.ts"
import * as Filter from "../model/Filter.ts"
import type * as Order from "../model/Order.ts"
import type { Parameters } from "../model/Parameters.ts"
import * as Resource from "../model/Resource.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import * as Terms from "../model/Terms.ts"

/** Both orders that a deal is said to come from, and the deals that the party has accepted under its own one. */
export interface Grounds {
  readonly offer: Order.Offer
  readonly request: Order.Request
  readonly others: ReadonlyArray<Deal.Deal>
}

type Check = readonly [holds: boolean, objection: string]

const first = (checks: ReadonlyArray<Check>): string | undefined =>
  checks.find(([holds]) => !holds)?.[1]

const both = (
  deal: Deal.Deal,
  { offer, request }: Grounds,
  p: Parameters,
): ReadonlyArray<Check> => {
  const lease = Deal.lease(deal)
  return [
    [deal.provider === offer.owner && deal.offer === offer.id, "the offer is another one"],
    [deal.requester === request.owner && deal.request === request.id, "the request is another one"],
    [deal.providerNonce === offer.nonce, "the offer's nonce is another one"],
    [deal.requesterNonce === request.nonce, "the request's nonce is another one"],
    [deal.resource === offer.resource.id, "the range is another one"],
    [
      deal.seats >= 1 &&
        deal.seats <= p.maxSeats &&
        deal.firstSeat + deal.seats <= Resource.seats(offer.resource),
      "the seats are none of the offer's",
    ],
    [deal.start >= offer.from && deal.end <= offer.to, "the lease is outside the offer's time"],
    [lease >= offer.minLease, "the lease is shorter than the offer's least"],
    [deal.validUntil <= deal.start + p.acceptWindow, "the option lasts too long"],
    [
      Terms.billingInterval(deal) <= deal.maxLag && deal.maxLag <= Math.max(2, offer.maxLag),
      "the tolerated lag is longer than the offer's",
    ],
  ]
}

/** The objection that passes with the deal that has the seat. */
export const promised = "a seat is promised to another deal"

/** The tariff of the deal is the offer's, at least; and nobody else has the seats. */
const provider = (
  deal: Deal.Deal,
  { offer, others }: Grounds,
  p: Parameters,
): ReadonlyArray<Check> => {
  const seats = BigInt(deal.seats)
  const { perSecond, perByte, setup } = offer.tariff
  const full = deal.setupPrice + deal.pricePerSecond * BigInt(Deal.lease(deal))
  return [
    [deal.pricePerSecond >= perSecond * seats, "the price of a second is below the offer's"],
    [deal.pricePerByte >= perByte, "the price of a byte is below the offer's"],
    [deal.setupPrice >= setup * seats, "the set-up price is below the offer's"],
    [deal.cap >= full, "the cap does not cover the time"],
    [
      deal.bond * 10_000n < deal.cap * BigInt(p.bondBp) + 10_000n,
      "the bond is above the least one",
    ],
    [deal.notice <= offer.notice, "the notice is longer than the offer's"],
    [!others.some((other) => overlaps(deal, other)), promised],
  ]
}

const overlaps = (a: Deal.Deal, b: Deal.Deal): boolean =>
  a.resource === b.resource &&
  a.firstSeat < b.firstSeat + b.seats &&
  b.firstSeat < a.firstSeat + a.seats &&
  a.start < b.end &&
  b.start < a.end

/** The price is within the request's limits, the range passes its filter, and no more is taken than was asked for. */
const requester = (deal: Deal.Deal, grounds: Grounds, p: Parameters): ReadonlyArray<Check> => {
  const { offer, request, others } = grounds
  const seats = BigInt(deal.seats)
  const lease = Deal.lease(deal)
  const taken = others.reduce((sum, other) => sum + other.seats, deal.seats)
  const { window, perSecondLimit: most } = request
  // The rating is the exchange's to know: everything else of the filter is in the offer.
  const rating = request.filter.provider.minRating
  const { resource, protocols, scopes, owner } = offer
  return [
    [lease === request.duration, "the lease is not as long as the request's"],
    [
      window === null
        ? deal.start <= request.expiresAt
        : deal.start >= window.from && deal.end <= window.to,
      "the lease is outside the request's window",
    ],
    [taken <= request.addresses, "more addresses than the request asked for"],
    [deal.cap <= request.limit * seats, "the price is above the request's limit"],
    [
      most === null || deal.pricePerSecond <= most * seats,
      "the price of a second is above the request's limit",
    ],
    [deal.bond * 10_000n >= deal.cap * BigInt(p.bondBp), "the bond is below the least one"],
    [
      // IPSX-PAY-030: what is prepaid is lost with a provider that never comes.
      deal.prepaid <= deal.setupPrice + Terms.intervalBound(deal),
      "more is prepaid than the first interval",
    ],
    [
      deal.noShowCharge <= deal.setupPrice + Terms.intervalBound(deal),
      "the no-show charge is above the first interval",
    ],
    [deal.notice >= offer.notice, "the notice is shorter than the offer's"],
    [
      Filter.accepts(request.filter, { resource, protocols, scopes, owner, rating }) === undefined,
      "the range does not pass the request's filter",
    ],
  ]
}

/**
 * The first reason why a party does not sign; undefined when the deal is covered by its order.
 *
 * @example
 * Consent.objection("requester", deal, { offer, request, others: [] }, parameters)
 */
export const objection = (
  role: "provider" | "requester",
  deal: Deal.Deal,
  grounds: Grounds,
  parameters: Parameters,
): string | undefined =>
  first(both(deal, grounds, parameters)) ??
  first((role === "provider" ? provider : requester)(deal, grounds, parameters))

/**
 * The first reason why a party does not sign a standing reservation that two orders of short leases are to begin
 * (IPSX-MAT-047): it is none of the policy that the market has named, or locks up more than so many leases of the order.
 *
 * @example
 * Consent.reservation("requester", deal, { offer, request, policy }, parameters)
 */
export const reservation = (
  role: "provider" | "requester",
  deal: Deal.Deal,
  {
    offer,
    request,
    policy,
  }: Pick<Grounds, "offer" | "request"> & { readonly policy: StandingTerms.Policy },
  p: Parameters,
): string | undefined => {
  const deals = BigInt(policy.deals)
  const least = deal.cap * BigInt(p.bondBp)
  const isFree =
    deal.pricePerSecond + deal.pricePerByte + deal.setupPrice + deal.noShowCharge === 0n
  return first([
    [deal.provider === offer.owner && deal.offer === offer.id, "the offer is another one"],
    [deal.requester === request.owner && deal.request === request.id, "the request is another one"],
    [deal.providerNonce === offer.nonce, "the offer's nonce is another one"],
    [deal.requesterNonce === request.nonce, "the request's nonce is another one"],
    [deal.resource === offer.resource.id, "the range is another one"],
    [
      StandingTerms.isShort(policy, request.duration, p),
      "the lease is too long for a reservation by the market's policy",
    ],
    [
      Deal.lease(deal) <= Math.max(policy.lifetime, request.duration),
      "the reservation stands for longer than the market's policy",
    ],
    [deal.validUntil <= deal.start + p.acceptWindow, "the option lasts too long"],
    [isFree, "a reservation has no price of its own"],
    [
      Terms.billingInterval(deal) <= deal.maxLag && deal.maxLag <= Math.max(2, offer.maxLag),
      "the tolerated lag is longer than the offer's",
    ],
    role === "provider"
      ? // Every slice of the bond is rounded up, and so is the whole.
        [
          deal.bond * 10_000n <= least + 20_000n * deals,
          "the bond is above the least one of so many leases",
        ]
      : [deal.bond * 10_000n >= least, "the bond is below the least one"],
    role === "provider"
      ? [deal.notice <= offer.notice, "the notice is longer than the offer's"]
      : [
          deal.cap <= request.limit * BigInt(request.addresses) * deals,
          "the cap is above what so many leases of the request may cost",
        ],
  ])
}
