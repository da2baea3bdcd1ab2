// Gas is booked outside the EVM: every call costs what the committed table says, whatever the chain is, so that a
// run in memory and one on contracts charge their actors alike. What the contracts really use is told beside it.
import table from "../spec/gas.json" with { type: "json" }

/** The chain id under which a simulation's deals are signed: that of a local node. */
export const chainId = 31_337

const known: Readonly<Record<string, number>> = table

/** Gas of one call, calldata and base fee of the transaction included; 0 for one that the table does not have. */
export const of = (call: string): bigint => BigInt(known[call] ?? 0)
