// An amount of tokens in base units (18 decimals). The contracts store amounts in 96 bits, so that is
// the bound here too: the whole supply of 1.8e27 base units needs 91.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

export const max: bigint = 2n ** 96n - 1n
export const decimals = 18
const unit = 10n ** 18n

/** Base units of the token, an integer in [0, 2^96). */
export const Amount = Schema.BigInt.pipe(
  Schema.check(Schema.isBetweenBigInt({ minimum: 0n, maximum: max })),
  Schema.brand("Amount"),
)
export type Amount = typeof Amount.Type

// `BigInt` itself would take a sign too, and so read "-0" (IPSX-TRM-002).
const Digits = Schema.String.pipe(Schema.check(Schema.isPattern(/^[0-9]+$/)))

/** The JSON form: a decimal string of base units, `"1500000000000000000"`. */
export const AmountFromString = Digits.pipe(
  Schema.decodeTo(Schema.BigIntFromString),
  Schema.decodeTo(Amount),
)

// The only unchecked constructor. Everything that calls it has proved the bound.
const trust = (value: bigint): Amount => value as Amount

export const zero: Amount = trust(0n)

/**
 * An amount from base units that the program itself computed or wrote down.
 *
 * @example
 * Amount.of(3n) // 3n
 * @throws RangeError when the value is outside [0, 2^96): a programmer's error, never bad input.
 */
export const of = (baseUnits: bigint): Amount => {
  if (baseUnits < 0n || baseUnits > max) throw new RangeError(`not an amount: ${baseUnits}`)
  return trust(baseUnits)
}

/** The sum, or `AmountOverflow` when it leaves the 96 bits. */
export const add = (a: Amount, b: Amount): Result.Result<Amount, AmountOverflow> => {
  const value = a + b
  return value > max ? Result.fail(new AmountOverflow({ value })) : Result.succeed(trust(value))
}

/** The difference, or `AmountOverflow` when it would be negative. */
export const subtract = (a: Amount, b: Amount): Result.Result<Amount, AmountOverflow> => {
  const value = a - b
  return value < 0n ? Result.fail(new AmountOverflow({ value })) : Result.succeed(trust(value))
}

/** `floor(a × numerator / denominator)`; the dust stays with the one who pays. */
export const mulDivFloor = (a: bigint, numerator: bigint, denominator: bigint): bigint =>
  (a * numerator) / denominator

/** `ceil(a × numerator / denominator)`; the dust goes to the one who is paid. */
export const mulDivCeil = (a: bigint, numerator: bigint, denominator: bigint): bigint =>
  (a * numerator + denominator - 1n) / denominator

export const minimum = <A extends bigint>(a: A, b: A): A => (a < b ? a : b)
export const maximum = <A extends bigint>(a: A, b: A): A => (a > b ? a : b)

/**
 * Reads whole tokens as people write them, up to 18 decimals, exactly.
 *
 * @example
 * Result.getOrThrow(Amount.parse("1.5")) // 1500000000000000000n
 */
export const parse = (text: string): Result.Result<Amount, InvalidAmount> => {
  const match = /^(\d{1,11})(?:\.(\d{1,18}))?$/.exec(text)
  if (match === null) return Result.fail(new InvalidAmount({ text }))
  const value = BigInt(match[1]!) * unit + BigInt((match[2] ?? "").padEnd(decimals, "0"))
  return value > max ? Result.fail(new InvalidAmount({ text })) : Result.succeed(trust(value))
}

/**
 * Writes whole tokens without loss and without trailing zeros.
 *
 * @example
 * Amount.format(Amount.of(1500000000000000000n)) // "1.5"
 */
export const format = (amount: bigint): string => {
  const sign = amount < 0n ? "-" : ""
  const absolute = amount < 0n ? -amount : amount
  const fraction = (absolute % unit).toString().padStart(decimals, "0").replace(/0+$/, "")
  return `${sign}${absolute / unit}${fraction === "" ? "" : `.${fraction}`}`
}

export class AmountOverflow extends Schema.TaggedError<AmountOverflow>()("AmountOverflow", {
  value: Schema.BigIntFromString,
}) {
  override get message(): string {
    return `${this.value} base units is outside [0, 2^96)`
  }
}

export class InvalidAmount extends Schema.TaggedError<InvalidAmount>()("InvalidAmount", {
  text: Schema.String,
}) {
  override get message(): string {
    return `"${this.text}" is not an amount: expected whole tokens with at most 18 decimals, like "12.5"`
  }
}
