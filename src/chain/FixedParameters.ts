// The parameters that a Centralizer was deployed with: the contract keeps them for good, so that nobody has to take
// anybody else's word for them.
import * as Schema from "effect/Schema"
import type { Parameters } from "../model/Parameters.ts"
import * as Abi from "./Abi.ts"
import * as Codec from "./Codec.ts"
import type { Call } from "./Rpc.ts"
import * as View from "./View.ts"

/** The fields of the contract's structure, in its order. The other parameters are the programs' own agreement. */
export const fields = [
  ...(
    [
      "minLease",
      "maxLease",
      "bookAheadMax",
      "shortLeaseMax",
      "maxSeats",
      "provisionWindow",
      "settleGrace",
      "challengeSeconds",
      "appealSeconds",
      "evidenceSeconds",
      "claimWindow",
      "deadlineBlocks",
      "finality",
      "delta",
    ] as const
  ).map((name) => [name, "uint32"] as const),
  ["commissionBp", "uint16"],
  ["bondBp", "uint16"],
  ["minCommission", "uint128"],
  ["challengeStake", "uint128"],
  ["disputeStake", "uint128"],
] as const

/** Asks a Centralizer for them. */
export const call = (centralizer: string): Call => View.call(centralizer, Abi.reads.parameters())

/**
 * What somebody says of a market's parameters and the contract does not; empty when all is true.
 *
 * @example
 * FixedParameters.differences(parameters, await rpc.call(method, params))
 */
export const differences = (said: Parameters, answer: unknown): ReadonlyArray<Difference> => {
  const words = Codec.words(String(answer))
  return fields.flatMap(([name], at) => {
    const digits = words[at] ?? ""
    const fixed = digits === "" ? "nothing" : BigInt(`0x${digits}`).toString()
    const value = said[name].toString()
    return value === fixed ? [] : [{ name, said: value, fixed }]
  })
}

export const Difference = Schema.Struct({
  name: Schema.String,
  said: Schema.String,
  fixed: Schema.String,
})
export interface Difference extends Schema.Schema.Type<typeof Difference> {}

/** `minLease is 5 and not 0, …`, for people. */
export const describe = (differences: ReadonlyArray<Difference>): string =>
  differences.every(({ fixed }) => fixed === "nothing")
    ? "there is nothing to read: on this chain there is no Centralizer at that address"
    : differences.map(({ name, said, fixed }) => `${name} is ${fixed} and not ${said}`).join(", ")
