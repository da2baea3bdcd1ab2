// A funded deployment with one provider and one requester, and the words to act on it.
import * as Result from "effect/Result"
import * as Amount from "../../src/model/Amount.ts"
import type { Block } from "../../src/model/Block.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { address, deal, deployed, holders, token } from "./deal.ts"

export const [provider, requester, thief] = [address(1), address(2), address(0xbad)]
export const id = Id.fromNumber(1)
export const at = (timestamp: number, number = timestamp): Block => ({
  number,
  timestamp: Time.seconds(timestamp),
})

export const apply = (ledger: Ledger.Ledger, transaction: Transaction, block = at(1000)) =>
  Centralizer.apply(ledger, transaction, block)
export const done = (ledger: Ledger.Ledger, transaction: Transaction, block = at(1000)) =>
  Result.getOrThrow(apply(ledger, transaction, block))
export const error = (ledger: Ledger.Ledger, transaction: Transaction, block = at(1000)) => {
  const outcome = apply(ledger, transaction, block)
  return Result.isFailure(outcome) ? outcome.failure : undefined
}

export const funded = (): Ledger.Ledger => {
  const ledger = deployed()
  done(ledger, { _tag: "OpenTransfers", sender: holders.funding })
  done(ledger, { _tag: "ApproveTokens", sender: holders.funding, amount: 10n ** 27n })
  done(ledger, {
    _tag: "DepositMany",
    sender: holders.funding,
    deposits: [provider, requester].map((owner) => ({ owner, amount: Amount.of(100n * token) })),
  })
  return ledger
}
export const openDeal = (change: Partial<Deal> = {}, channel = id): Transaction => ({
  _tag: "OpenDeal",
  sender: thief,
  id: channel,
  deal: deal(change),
  authors: { provider, requester },
})
export const opened = (change: Partial<Deal> = {}): Ledger.Ledger => {
  const ledger = funded()
  done(ledger, openDeal(change))
  return ledger
}
export const claim = (cumulative: bigint, author = requester): Transaction => ({
  _tag: "Claim",
  sender: thief,
  id,
  cumulative: Amount.of(cumulative),
  author,
})
export const balances = (ledger: Ledger.Ledger) =>
  [provider, requester].map((owner) => {
    const { balance, reserved } = Ledger.wallet(ledger, owner)
    return [balance, reserved]
  })
