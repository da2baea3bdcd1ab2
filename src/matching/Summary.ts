// What a group of pieces can at best offer: a search skips the group when even that is not enough. A summary may
// promise too much after removals, never too little (I17 of the invariants); it is made anew from time to time.
import type * as Order from "../model/Order.ts"
import type * as Resting from "./Resting.ts"

/** Prices as floating-point numbers: `bound` takes a little off, so that rounding never prunes what is cheaper. */
export interface Summary {
  perSecond: number
  perByte: number
  setup: number
  protocols: number
  scopes: number
  rating: number
  quality: number
  bandwidth: number
  minLease: number
  to: number
}

export const empty = (): Summary => ({
  perSecond: Infinity,
  perByte: Infinity,
  setup: Infinity,
  protocols: 0,
  scopes: 0,
  rating: -1,
  quality: -1,
  bandwidth: -1,
  minLease: Infinity,
  to: 0,
})

/** Makes the summary promise all that another one promises. */
export const widen = (summary: Summary, by: Summary): void => {
  summary.perSecond = Math.min(summary.perSecond, by.perSecond)
  summary.perByte = Math.min(summary.perByte, by.perByte)
  summary.setup = Math.min(summary.setup, by.setup)
  summary.protocols |= by.protocols
  summary.scopes |= by.scopes
  summary.rating = Math.max(summary.rating, by.rating)
  summary.quality = Math.max(summary.quality, by.quality)
  summary.bandwidth = Math.max(summary.bandwidth, by.bandwidth)
  summary.minLease = Math.min(summary.minLease, by.minLease)
  summary.to = Math.max(summary.to, by.to)
}

export const ofPiece = ({ offer, to }: Resting.Piece): Summary => ({
  perSecond: Number(offer.order.tariff.perSecond),
  perByte: Number(offer.order.tariff.perByte),
  setup: Number(offer.order.tariff.setup),
  protocols: offer.protocols,
  scopes: offer.scopes,
  rating: offer.rating,
  quality: offer.resource.quality,
  bandwidth: offer.resource.bandwidth,
  minLease: offer.order.minLease,
  to,
})

/** The float cost of a use, off by less than one part in 10^13. */
export const cost = (summary: Summary, { duration, bytes }: Order.Request): number =>
  summary.setup + summary.perSecond * duration + summary.perByte * bytes

/** A cost that nothing summarised is below. */
export const bound = (summary: Summary, request: Order.Request): number =>
  cost(summary, request) * (1 - 1e-12)

/** Whether something summarised may suit the request, which begins at `from` at the earliest. */
export const mayServe = (summary: Summary, request: Order.Request, from: number): boolean => {
  const { filter } = request
  return (
    (summary.protocols & filter.protocols) === filter.protocols &&
    (summary.scopes & filter.scopes) === filter.scopes &&
    summary.rating >= filter.provider.minRating &&
    summary.quality >= filter.minQuality &&
    summary.bandwidth >= filter.minBandwidth &&
    summary.minLease <= request.duration &&
    summary.to >= from + request.duration
  )
}
