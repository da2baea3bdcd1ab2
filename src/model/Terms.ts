// "The combined data from the offer order and request order": how two matched orders become a deal, and what
// follows from a deal's terms alone: how often it is billed, and how much either side may lose by it.
import type { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import * as Deal from "./Deal.ts"
import * as Fee from "./Fee.ts"
import type { Id } from "./Id.ts"
import type { Parameters } from "./Parameters.ts"
import type * as Tariff from "./Tariff.ts"
import type { Seconds } from "./Time.ts"

/** What a match fixes. The tariff and the no-show charge are for all seats together, `bytes` too. */
export interface Match {
  readonly provider: Address
  readonly requester: Address
  readonly offer: Id
  readonly request: Id
  readonly providerNonce: number
  readonly requesterNonce: number
  readonly resource: Id
  readonly firstSeat: number
  readonly seats: number
  readonly start: Seconds
  readonly end: Seconds
  readonly tariff: Tariff.Tariff
  readonly bytes: number
  readonly noShowCharge: bigint
  readonly maxLag: number
  readonly notice: number
  readonly terms: Id
  readonly salt: Id
}

/**
 * Whether a deal's numbers are those of a deal at all, so that everything else can be computed from them: it lasts, its cap
 * holds the set-up price, and what the tolerated lag may cost is an amount. Whoever proposes one may be wrong or lie.
 */
export const isSound = (deal: Priced & Pick<Deal.Deal, "maxLag">): boolean => {
  const lease = Deal.lease(deal)
  const variable = deal.cap - deal.setupPrice
  return (
    lease >= 1 && variable >= 0n && variable * BigInt(deal.maxLag) <= Amount.max * BigInt(lease)
  )
}

/** How often vouchers are sent, in seconds: twice within the tolerated lag, so that one may be lost. */
export const billingInterval = (deal: Pick<Deal.Deal, "maxLag">): number =>
  Math.max(1, Math.floor(deal.maxLag / 2))

type Priced = Pick<Deal.Deal, "cap" | "setupPrice" | "start" | "end">

/** The price of so many seconds at the deal's average rate, bytes included. */
const priceOf = (deal: Priced, seconds: number): Amount.Amount =>
  Amount.of(
    Amount.mulDivCeil(deal.cap - deal.setupPrice, BigInt(seconds), BigInt(Deal.lease(deal))),
  )

/** The unpaid amount that the provider tolerates: what an honest one may lose (IPSX-PAY-007). */
export const lagBound = (deal: Priced & Pick<Deal.Deal, "maxLag">): Amount.Amount =>
  priceOf(deal, deal.maxLag)

/** The price of one billing interval: beside the set-up price, what an honest requester may lose. */
export const intervalBound = (deal: Priced & Pick<Deal.Deal, "maxLag">): Amount.Amount =>
  priceOf(deal, billingInterval(deal))

/** IPSX-PAY-009: the least that a requester without a settled deal prepays. */
export const newcomerBound = (deal: Priced & Pick<Deal.Deal, "maxLag">): Amount.Amount =>
  Amount.of(Amount.minimum<bigint>(deal.cap, deal.setupPrice + intervalBound(deal)))

/**
 * The deal of a match (IPSX-AGR-020). The cap is the full price, the bond the least that is allowed; the
 * tolerated lag is at most a fifth of the lease; the no-show charge is within what a requester may lose. A
 * requester without a settled deal prepays the first interval (IPSX-PAY-009).
 */
export const combine = (
  match: Match,
  parameters: Pick<Parameters, "bondBp" | "acceptWindow">,
  isNewcomer: boolean,
): Deal.Deal => {
  const lease = match.end - match.start
  const { setup, perSecond, perByte } = match.tariff
  const cap = Amount.of(setup + perSecond * BigInt(lease) + perByte * BigInt(match.bytes))
  const maxLag = Math.max(2, Math.min(match.maxLag, Math.ceil(lease / 5)))
  const bounds = { cap, setupPrice: setup, start: match.start, end: match.end, maxLag }
  const first = newcomerBound(bounds)
  return {
    provider: match.provider,
    requester: match.requester,
    offer: match.offer,
    request: match.request,
    providerNonce: match.providerNonce,
    requesterNonce: match.requesterNonce,
    resource: match.resource,
    firstSeat: match.firstSeat,
    seats: match.seats,
    start: match.start,
    end: match.end,
    validUntil: (match.start + parameters.acceptWindow) as Seconds,
    cap,
    bond: Amount.of(Fee.minimumBond(cap, parameters)),
    prepaid: isNewcomer ? first : Amount.zero,
    pricePerSecond: perSecond,
    pricePerByte: perByte,
    setupPrice: setup,
    noShowCharge: Amount.of(Amount.maximum(1n, Amount.minimum(match.noShowCharge, first))),
    maxLag,
    notice: match.notice,
    terms: match.terms,
    salt: match.salt,
  }
}
