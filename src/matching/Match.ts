// Whether an offer and a request go together, when, and which pair is better (IPSX-MAT-003).
import * as Filter from "../model/Filter.ts"
import * as Order from "../model/Order.ts"
import type { Tariff } from "../model/Tariff.ts"
import * as Usage from "../model/Usage.ts"
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

/** The first conditions, those that an index can hold beside the price: what passes them is tried (IPSX-MAT-016). */
export const passesSieve = (offer: Resting.Offer, request: Resting.Request): boolean => {
  const { filter, duration } = request.order
  const isAtLeast = (given: number, wanted: number, step: number) =>
    Math.floor(given / step) >= Math.floor(wanted / step)
  return (
    Usage.includes(offer.protocols, filter.protocols) &&
    Usage.includes(offer.scopes, filter.scopes) &&
    isAtLeast(offer.rating, filter.provider.minRating, 64) &&
    isAtLeast(offer.resource.quality, filter.minQuality, 128) &&
    Math.clz32(offer.order.minLease | 1) >= Math.clz32(duration | 1) &&
    isWithinLimits(offer, request)
  )
}

const terms = (
  offer: Resting.Offer,
  request: Resting.Request,
): "SelfMatch" | "RequesterRefused" | "Lease" | undefined => {
  if (offer.owner === request.owner) return "SelfMatch"
  if (Filter.admits(offer.order.requester, request) !== undefined) return "RequesterRefused"
  return request.order.duration < offer.order.minLease ? "Lease" : undefined
}

/** The total for one address against the request's limit, and the price of a second against that of a second. */
export const isWithinLimits = (offer: Resting.Offer, { order }: Resting.Request): boolean =>
  Order.costFor(order, offer.order.tariff) <= order.limit &&
  (order.perSecondLimit === null || offer.order.tariff.perSecond <= order.perSecondLimit)

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

/**
 * The price by which a search goes through a cell: that of a second, in a lease of an hour with 29,127 bytes in each
 * of its seconds, in IEEE 754 double precision from left to right (IPSX-MAT-016).
 */
export const reference = ({ perSecond, perByte, setup }: Tariff): number =>
  Number(perSecond) + Number(setup) / 3600 + Number(perByte) * 29_127

/** Rank of two pieces that cost the same: the older offer, then the earlier, then the lower seat (IPSX-MAT-005). */
export const olderFirst = (a: Resting.Piece, b: Resting.Piece): number =>
  a.offer.sequence - b.offer.sequence || a.from - b.from || a.first - b.first

/** Rank of resting requests for an offer: the most for a second of lease, then the older (IPSX-MAT-007). */
export const bestRequestFirst = (a: Resting.Request, b: Resting.Request): number => {
  const isMore = isWorthMore(a.order, b.order)
  return isMore === undefined ? a.sequence - b.sequence : isMore ? -1 : 1
}

/** Whether a request pays more for a second of lease than another; `undefined` when both pay the same. */
export const isWorthMore = (a: Order.Request, b: Order.Request): boolean | undefined => {
  const left = a.limit * BigInt(b.duration)
  const right = b.limit * BigInt(a.duration)
  return left === right ? undefined : left > right
}
