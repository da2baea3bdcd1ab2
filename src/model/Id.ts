// A 32-byte identifier: the digest of a signed structure, the name of a resource, a salt, a commitment.
import * as Schema from "effect/Schema"

/** Thirty-two bytes as lower-case hexadecimal with `0x`. */
export const Id = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^0x[0-9a-f]{64}$/)),
  Schema.brand("Id"),
)
export type Id = typeof Id.Type

export const zero: Id = `0x${"0".repeat(64)}` as Id

/**
 * An identifier that the program itself computed or wrote down.
 *
 * @throws RangeError when it is not thirty-two bytes of lower-case hexadecimal.
 */
export const of = (text: string): Id => {
  if (!/^0x[0-9a-f]{64}$/.test(text)) throw new RangeError(`not an identifier: ${text}`)
  return text as Id
}

/**
 * The identifier that spells a small number, for tests and salts.
 *
 * @example
 * Id.fromNumber(255) // "0x00…00ff"
 */
export const fromNumber = (n: number | bigint): Id => `0x${n.toString(16).padStart(64, "0")}` as Id
