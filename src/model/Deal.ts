// The deal that both parties sign, field by field as EIP-712 orders it (IPSX-AGR-020). A deal with no seats
// is a standing reservation, under which many countersigned short deals run (IPSX-AGR-070).
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import { Id } from "./Id.ts"
import { Seconds } from "./Time.ts"

const amount = Amount.AmountFromString

/** A whole number in [0, 2^53): every count and nonce of a signed structure. */
export const Count = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
)

/** A count that the contracts keep in 32 bits: a seat, a span of seconds. */
export const Count32 = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 0, maximum: 0xffff_ffff })),
)

/**
 * Amounts are base units, moments and spans whole seconds. Prices are for all seats together;
 * `resource` names the offered range and `firstSeat … firstSeat + seats − 1` the rented places in it.
 */
export const Deal = Schema.Struct({
  provider: Address,
  requester: Address,
  offer: Id,
  request: Id,
  providerNonce: Count,
  requesterNonce: Count,
  resource: Id,
  firstSeat: Count32,
  seats: Count32,
  start: Seconds,
  end: Seconds,
  validUntil: Seconds,
  cap: amount,
  bond: amount,
  prepaid: amount,
  pricePerSecond: amount,
  pricePerByte: amount,
  setupPrice: amount,
  noShowCharge: amount,
  maxLag: Count32,
  notice: Count32,
  terms: Id,
  salt: Id,
})
export interface Deal extends Schema.Schema.Type<typeof Deal> {}

/** The three prices that a deal and a short deal have in common. */
export type Tariff = Pick<Deal, "setupPrice" | "pricePerSecond" | "pricePerByte" | "cap">

/** A standing reservation holds money for short deals and no seat of its own. */
export const isReservation = (deal: Pick<Deal, "seats">): boolean => deal.seats === 0

/** The length of the lease in seconds; negative when the end lies before the start. */
export const lease = (deal: Pick<Deal, "start" | "end">): number => deal.end - deal.start

/**
 * What a tariff asks for a metered use, in base units, never above its cap.
 *
 * @example
 * Deal.price(deal, { seconds: 60, bytesUsed: 0 }) // setupPrice + 60 × pricePerSecond
 */
export const price = (
  tariff: Tariff,
  use: { readonly seconds: number; readonly bytesUsed: number },
): Amount.Amount =>
  Amount.minimum(
    tariff.cap,
    (tariff.setupPrice +
      tariff.pricePerSecond * BigInt(use.seconds) +
      (tariff.pricePerByte === 0n
        ? 0n
        : tariff.pricePerByte * BigInt(use.bytesUsed))) as Amount.Amount,
  )
