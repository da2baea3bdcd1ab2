// What the model expects of a block, for the chain to be compared with (IPSX-CHN-030). Every value comes from the
// model; the chain is only asked whether it agrees.
import * as Result from "effect/Result"
import type * as Mirror from "../src/chain/Mirror.ts"
import type * as Exchange from "../src/Exchange.ts"
import type { Address } from "../src/model/Address.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type { Log } from "../src/model/Log.ts"
import type { Revert } from "../src/model/Revert.ts"
import type { Transaction } from "../src/model/Transaction.ts"

const ofChannel = (ledger: Ledger.Ledger, item: object, into: Set<Address>): void => {
  if (!("id" in item)) return
  const channel = Ledger.channel(ledger, item.id as never)
  if (channel === undefined) return
  into.add(channel.deal.provider)
  into.add(channel.deal.requester)
}

/** The wallets that a list of transactions may have changed: senders, parties, receivers. */
export const touched = (
  ledger: Ledger.Ledger,
  transactions: ReadonlyArray<Transaction>,
): ReadonlySet<Address> => {
  const wallets = new Set<Address>()
  for (const transaction of transactions) {
    wallets.add(transaction.sender)
    ofChannel(ledger, transaction, wallets)
    if (transaction._tag === "Transfer") wallets.add(transaction.to)
    else if (transaction._tag === "DepositMany")
      for (const { owner } of transaction.deposits) wallets.add(owner)
    else if (transaction._tag === "ClaimMany")
      for (const item of transaction.claims) ofChannel(ledger, item, wallets)
    else if (transaction._tag === "ClaimStatement")
      for (const item of transaction.entries) ofChannel(ledger, item, wallets)
    else if (transaction._tag === "SettleMany")
      for (const item of transaction.settlements) ofChannel(ledger, item, wallets)
    else if (transaction._tag === "ProveDoubleLease")
      wallets.add(transaction.first.receipt.provider)
  }
  return wallets
}

/** The block as the model has it, with the touched wallets as they are after it. */
export const predict = (
  ledger: Ledger.Ledger,
  mined: Exchange.Mined,
  wallets: ReadonlySet<Address>,
): Mirror.Predicted => {
  const logs: Array<Log> = []
  const refused = new Map<number, Revert>()
  mined.outcomes.forEach((outcome, index) => {
    if (Result.isSuccess(outcome)) logs.push(...outcome.success)
    else refused.set(index, outcome.failure)
  })
  return {
    number: mined.number,
    timestamp: mined.timestamp,
    transactions: mined.transactions,
    logs,
    refused,
    wallets: Array.from(wallets, (owner) => Ledger.wallet(ledger, owner)),
  }
}
