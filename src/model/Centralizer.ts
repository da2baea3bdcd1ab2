// The Ethereum layer as a pure rule book: what each transaction does to the ledger, in the contract's order
// of checks and with its errors and logs. A refused transaction leaves the ledger as it was.
import type { Block } from "./Block.ts"
import * as Banking from "./Centralizer/Banking.ts"
import * as Conduct from "./Centralizer/Conduct.ts"
import * as Opening from "./Centralizer/Opening.ts"
import type { Outcome } from "./Centralizer/Outcome.ts"
import * as Payment from "./Centralizer/Payment.ts"
import * as Staking from "./Centralizer/Staking.ts"
import * as Statement from "./Centralizer/Statement.ts"
import type * as Ledger from "./Ledger.ts"
import type * as Transaction from "./Transaction.ts"

export type { Block } from "./Block.ts"
export type { Outcome } from "./Centralizer/Outcome.ts"

type Rules = {
  readonly [T in Transaction.Tag]: (
    ledger: Ledger.Ledger,
    transaction: Transaction.Of<T>,
    block: Block,
  ) => Outcome
}

const rules: Rules = {
  OpenDeal: Opening.openDeal,
  CancelOrders: Opening.cancelOrders,
  Claim: Payment.claim,
  ClaimMany: Payment.claimMany,
  ClaimStatement: Statement.claimStatement,
  Settle: Payment.settle,
  SettleMany: Payment.settleMany,
  Finalize: Payment.finalize,
  Stop: Conduct.stop,
  Expire: Conduct.expire,
  GiveNotice: Conduct.giveNotice,
  Challenge: Conduct.challenge,
  Answer: Conduct.answer,
  Convict: Conduct.convict,
  Demand: Conduct.demand,
  Lapse: Conduct.lapse,
  Dispute: Conduct.dispute,
  ProveMeter: Conduct.proveMeter,
  ProveEquivocation: Conduct.proveEquivocation,
  ProveService: Conduct.proveService,
  Stake: Staking.stake,
  RequestUnstake: Staking.requestUnstake,
  Unstake: Staking.unstake,
  ProveDoubleLease: Staking.proveDoubleLease,
  Deposit: Banking.deposit,
  DepositWithPermit: Banking.depositWithPermit,
  DepositMany: Banking.depositMany,
  Withdraw: Banking.withdraw,
  Transfer: Banking.transfer,
  AnchorProfile: Banking.anchorProfile,
  WithdrawFees: Banking.withdrawFees,
  ApproveTokens: Banking.approveTokens,
  TransferTokens: Banking.transferTokens,
  BurnTokens: Banking.burnTokens,
  OpenTransfers: Banking.openTransfers,
}

/**
 * Applies one transaction in one block and says what the contract would have said: its logs in order, or the
 * custom error, in which case nothing has changed.
 *
 * @example
 * Centralizer.apply(ledger, { _tag: "Stop", sender, id }, { number: 7, timestamp: Time.seconds(1_000) })
 */
export const apply = (
  ledger: Ledger.Ledger,
  transaction: Transaction.Transaction,
  block: Block,
): Outcome => (rules[transaction._tag] as Rules["Stop"])(ledger, transaction as never, block)
