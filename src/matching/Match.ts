// Whether an offer and a request go together, when, and which pair is better (IPSX-MAT-003).
import * as Filter from "../model/Filter.ts"
import * as Order from "../model/Order.ts"
import type * as Resting from "./Resting.ts"

export type Reason = Filter.Reason | "SelfMatch" | "RequesterRefused" | "Lease" | "Price"

/**
 * Why an offer and a request never match, whatever the time; `undefined` when they may. Both sides' filters, the
 * least lease and the limits are looked at, and nobody trades with oneself (IPSX-MAT-004).
 */
export const reason = (offer: Resting.Offer, request: Resting.Request): Reason | undefined =>
  Filter.accepts(request.order.filter, offer) ??
  terms(offer, request) ??
  (isWithinLimits(offer, request) ? undefined : "Price")

/** The part of `reason` that an index cannot settle by where it looks, without the exact limit on the total. */
export const terms = (
  offer: Resting.Offer,
  request: Resting.Request,
): "SelfMatch" | "RequesterRefused" | "Lease" | "Price" | undefined => {
  if (offer.owner === request.owner) return "SelfMatch"
  if (Filter.admits(offer.order.requester, request) !== undefined) return "RequesterRefused"
  if (request.order.duration < offer.order.minLease) return "Lease"
  const most = request.order.perSecondLimit
  return most !== null && offer.order.tariff.perSecond > most ? "Price" : undefined
}

/** The total for one address, exactly, against the request's limit. */
export const isWithinLimits = (offer: Resting.Offer, request: Resting.Request): boolean =>
  Order.costFor(request.order, offer.order.tariff) <= request.order.limit

/**
 * When a lease of this request in this piece would begin: as early as both allow (IPSX-MAT-006); `undefined` when
 * it does not fit.
 */
export const start = (
  piece: { readonly from: number; readonly to: number },
  request: Order.Request,
  now: number,
): number | undefined => {
  const { window, duration } = request
  if (window === null) return piece.from <= now && now + duration <= piece.to ? now : undefined
  const from = Math.max(now, piece.from, window.from)
  return from + duration <= Math.min(piece.to, window.to) ? from : undefined
}

/** Rank of two pieces that cost the same: the older offer, then the earlier, then the lower seat (IPSX-MAT-005). */
export const olderFirst = (a: Resting.Piece, b: Resting.Piece): number =>
  a.offer.sequence - b.offer.sequence || a.from - b.from || a.first - b.first

/** Rank of resting requests for an offer: the most for a second of lease, then the older (IPSX-MAT-007). */
export const bestRequestFirst = (a: Resting.Request, b: Resting.Request): number => {
  const left = a.order.limit * BigInt(b.order.duration)
  const right = b.order.limit * BigInt(a.order.duration)
  return left === right ? a.sequence - b.sequence : left > right ? -1 : 1
}
