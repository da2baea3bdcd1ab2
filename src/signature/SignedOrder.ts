// How an order is signed, and how a deal names the two orders that it came from, although the contracts know no
// orders (IPSX-SIG-007, IPSX-SIG-008). Any language can make both from an order's canonical text.
import type * as Id from "../model/Id.ts"
import * as Order from "../model/Order.ts"
import type { Curve } from "./Curve.ts"
import * as Hex from "./Hex.ts"
import type * as Structure from "./Structure.ts"

/** The digest of everything that an order asks or offers (IPSX-SIG-007). */
export const content = (curve: Curve, order: Order.Order): Id.Id =>
  identifier(curve, new TextEncoder().encode(Order.canonical(order)))

/**
 * The structure that the owner of an order signs (IPSX-SIG-007).
 *
 * @example
 * const digest = TypedData.digest(curve, separator, Structure.Order, SignedOrder.record(curve, order))
 */
export const record = (curve: Curve, order: Order.Order): Structure.OrderRecord => ({
  owner: order.owner,
  nonce: order.nonce,
  side: order._tag === "Offer" ? 0 : 1,
  validUntil: order.expiresAt,
  content: content(curve, order),
})

/** The `terms` of the deal that an offer and a request become (IPSX-SIG-008). */
export const terms = (curve: Curve, offer: Order.Offer, request: Order.Request): Id.Id =>
  identifier(
    curve,
    Hex.concat(Hex.toBytes(content(curve, offer)), Hex.toBytes(content(curve, request))),
  )

const identifier = (curve: Curve, bytes: Uint8Array): Id.Id =>
  Hex.fromBytes(curve.keccak(bytes)) as string as Id.Id
