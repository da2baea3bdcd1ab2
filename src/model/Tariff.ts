// A price in three parts, because the paper wants "costs of usage/duration": for a second, for a byte and once at
// the beginning (IPSX-ORD-008). All in base units for one seat.
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"

/** Above every price and limit, so that 64 seats of the dearest lease are still an amount. */
export const priceMax: bigint = 2n ** 88n - 1n

/** A decimal string in [0, 2^88) in JSON, a bigint inside. */
export const Price = Schema.BigIntFromString.pipe(
  Schema.check(Schema.isBetweenBigInt({ minimum: 0n, maximum: priceMax })),
  Schema.decodeTo(Amount.Amount),
)

export const Tariff = Schema.Struct({ perSecond: Price, perByte: Price, setup: Price })
export interface Tariff extends Schema.Schema.Type<typeof Tariff> {}

/**
 * What one seat costs, in base units: the number that offers are ranked by (IPSX-MAT-005).
 *
 * @example
 * Tariff.cost(tariff, { seconds: 60, bytes: 0 }) // setup + 60 × perSecond
 */
export const cost = (
  tariff: Tariff,
  use: { readonly seconds: number; readonly bytes: number },
): bigint =>
  tariff.setup + tariff.perSecond * BigInt(use.seconds) + tariff.perByte * BigInt(use.bytes)

/**
 * The same tariff for several seats together, as a deal carries it: a second and the beginning are of all seats, a
 * byte is one byte on any of them, because one meter counts them all.
 */
export const times = (tariff: Tariff, seats: number): Tariff => ({
  perSecond: Amount.of(tariff.perSecond * BigInt(seats)),
  perByte: tariff.perByte,
  setup: Amount.of(tariff.setup * BigInt(seats)),
})
