// Gas is booked outside the EVM: every call costs what the committed table says, whatever the chain is, so that a
// run in memory and one on contracts charge their actors alike. What the contracts really use is told beside it.
import * as Table from "../src/chain/Gas.ts"
import type { Transaction } from "../src/model/Transaction.ts"

/** The chain id under which a simulation's deals are signed: that of a local node. */
export const chainId = 31_337

/** Gas of one transaction, calldata and base fee of it included; a batch costs by its items. */
export const of = (transaction: Transaction): bigint => BigInt(Table.of(transaction))
