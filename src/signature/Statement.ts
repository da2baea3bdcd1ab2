// The list that a payer's statement is about, packed as the contract reads it (IPSX-SIG-009): of each entry the 32 bytes
// of the channel's id and 12 of the cumulative amount, without anything between them.
import type * as Id from "../model/Id.ts"
import type { Curve } from "./Curve.ts"
import * as Hex from "./Hex.ts"

export interface Entry {
  readonly id: Id.Id
  /** Base units, below 2^96. */
  readonly cumulative: bigint
}

// PERF: a list is packed for its digest and again for the calldata.
const packed = new WeakMap<ReadonlyArray<Entry>, string>()

/** The packed entries as hexadecimal with `0x`. */
export const pack = (entries: ReadonlyArray<Entry>): string => {
  const known = packed.get(entries)
  if (known !== undefined) return known
  let text = "0x"
  for (const { id, cumulative } of entries)
    text += id.slice(2) + cumulative.toString(16).padStart(24, "0")
  packed.set(entries, text)
  return text
}

/**
 * The digest of a list: what a `Statement` has as its `entries`.
 *
 * @example
 * const entries = Statement.digest(curve, [{ id, cumulative: 10n ** 18n }])
 * TypedData.digest(curve, separator, Structure.Statement, { payer, entries })
 */
export const digest = (curve: Curve, entries: ReadonlyArray<Entry>): Id.Id =>
  Hex.fromBytes(curve.keccak(Hex.toBytes(pack(entries)))) as string as Id.Id
