// A match in the names and the exact amounts of the two orders (IPSX-MAT-010).
import * as Order from "../model/Order.ts"
import * as Tariff from "../model/Tariff.ts"
import type { Fill } from "./Event.ts"

/** Neighbouring seats of an offer for a request, at the offer's tariff. */
export const of = (
  offer: Order.Offer,
  request: Order.Request,
  lease: {
    readonly first: number
    readonly seats: number
    readonly from: number
    readonly to: number
  },
): Fill => {
  const seats = BigInt(lease.seats)
  const cost = Order.costFor(request, offer.tariff) * seats
  const charge = offer.noShowCharge * seats
  return {
    offer: offer.id,
    request: request.id,
    provider: offer.owner,
    requester: request.owner,
    resource: offer.resource.id,
    firstSeat: lease.first,
    seats: lease.seats,
    start: lease.from,
    end: lease.to,
    tariff: Tariff.times(offer.tariff, lease.seats),
    noShowCharge: charge < cost ? charge : cost,
    cost,
  }
}
