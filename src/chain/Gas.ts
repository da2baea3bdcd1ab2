// The gas that each kind of transaction costs, as measured on the contracts by scripts/gas.ts. Actors are charged by this
// table, so that a run costs them the same with a real chain and without one (IPSX-CHN-031).
import table from "../../spec/gas.json" with { type: "json" }
import type { Transaction } from "../model/Transaction.ts"

const gas = table as Readonly<Record<string, number>>

/**
 * Gas of a transaction that succeeds, calldata and the 21,000 of every transaction included. Batches cost by the item.
 *
 * @example
 * Gas.of({ _tag: "Stop", sender, id })
 */
export const of = (transaction: Transaction): number => {
  const items = itemsOf(transaction)
  return gas[transaction._tag]! + (items === 0 ? 0 : items * gas[`${transaction._tag}.item`]!)
}

const itemsOf = (transaction: Transaction): number => {
  switch (transaction._tag) {
    case "ClaimMany":
      return transaction.claims.length
    case "ClaimStatement":
      return transaction.entries.length
    case "SettleMany":
      return transaction.settlements.length
    case "DepositMany":
      return transaction.deposits.length
    default:
      return 0
  }
}
