// The identity of a user: the address of the Ethereum account that is its IPSX wallet (IPSX-WAL-001).
import * as Schema from "effect/Schema"

/** Twenty bytes as lower-case hexadecimal with `0x`: one spelling, so that `===` is equality. */
export const Address = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^0x[0-9a-f]{40}$/)),
  Schema.brand("Address"),
)
export type Address = typeof Address.Type

export const zero: Address = `0x${"0".repeat(40)}` as Address

/**
 * An address that the program itself computed or wrote down, in any case.
 *
 * @example
 * Address.of("0x00000000000000000000000000000000000000AA") // "0x00000000000000000000000000000000000000aa"
 * @throws RangeError when it is not twenty bytes of hexadecimal.
 */
export const of = (text: string): Address => {
  const lower = text.toLowerCase()
  if (!/^0x[0-9a-f]{40}$/.test(lower)) throw new RangeError(`not an address: ${text}`)
  return lower as Address
}
