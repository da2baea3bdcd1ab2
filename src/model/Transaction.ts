// Everything that can be asked of the contracts. A signature inside a transaction is represented by
// `author`: the address whose key made it. The rules compare it where the contract recovers the signer, so a
// forged voucher is simply one whose author is somebody else. `id` is the channel's id: the digest of the
// deal, which the caller computes because the model has no hash function.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import { Count, Deal } from "./Deal.ts"
import { Id } from "./Id.ts"
import { Meter } from "./Meter.ts"
import { Receipt } from "./Receipt.ts"
import { Status } from "./Status.ts"
import { Seconds } from "./Time.ts"
import * as Token from "./Token.ts"

const amount = Amount.AmountFromString
const sender = Address
const byBoth = Schema.Struct({ provider: Address, requester: Address })

/** One of a batch of claims. */
export const ClaimItem = Schema.Struct({ id: Id, cumulative: amount, author: Address })
export interface ClaimItem extends Schema.Schema.Type<typeof ClaimItem> {}

/** One of a batch of settlements by mutual consent. */
export const SettleItem = Schema.Struct({
  id: Id,
  cumulative: amount,
  receipt: Id,
  authors: byBoth,
})
export interface SettleItem extends Schema.Schema.Type<typeof SettleItem> {}

/** One channel of a payer's statement and what it owes on it in all. */
export const StatementEntry = Schema.Struct({ id: Id, cumulative: amount })
export interface StatementEntry extends Schema.Schema.Type<typeof StatementEntry> {}

/** Moments are seconds of chain time, amounts base units. The tag is the function's name, capitalised. */
export const Transaction = Schema.TaggedUnion({
  OpenDeal: { sender, id: Id, deal: Deal, authors: byBoth },
  CancelOrders: { sender, minimum: Count },
  Claim: { sender, ...ClaimItem.fields },
  ClaimMany: { sender, claims: Schema.Array(ClaimItem) },
  ClaimStatement: {
    sender,
    payer: Address,
    entries: Schema.Array(StatementEntry),
    /** The digest of the packed entries, which is what the author signed. */
    statement: Id,
    author: Address,
  },
  Settle: { sender, ...SettleItem.fields },
  SettleMany: { sender, settlements: Schema.Array(SettleItem) },
  Stop: { sender, id: Id },
  Expire: { sender, id: Id },
  GiveNotice: { sender, id: Id, deal: Deal, at: Seconds },
  Challenge: { sender, id: Id },
  Answer: { sender, id: Id },
  Convict: { sender, id: Id },
  Demand: { sender, id: Id, deal: Deal, due: amount },
  Lapse: { sender, id: Id },
  ProveMeter: { sender, id: Id, deal: Deal, meter: Meter, authors: byBoth },
  ProveEquivocation: {
    sender,
    id: Id,
    first: Schema.Struct({ status: Status, author: Address }),
    second: Schema.Struct({ status: Status, author: Address }),
  },
  ProveService: { sender, id: Id, status: Status, author: Address },
  Dispute: { sender, id: Id },
  Finalize: { sender, id: Id, deal: Deal },
  Stake: { sender, amount },
  RequestUnstake: { sender },
  Unstake: { sender },
  ProveDoubleLease: {
    sender,
    first: Schema.Struct({ receipt: Receipt, authors: byBoth }),
    second: Schema.Struct({ receipt: Receipt, authors: byBoth }),
  },
  Deposit: { sender, amount },
  DepositWithPermit: { sender, amount, deadline: Seconds, author: Address },
  DepositMany: {
    sender,
    deposits: Schema.Array(Schema.Struct({ owner: Address, amount })),
  },
  Withdraw: { sender, amount },
  Transfer: { sender, to: Address, amount },
  AnchorProfile: { sender, hash: Id },
  WithdrawFees: { sender, to: Address },
  // The token's own functions; the spender of an approval is always the Centralizer.
  ApproveTokens: { sender, amount: Token.Allowance },
  TransferTokens: { sender, to: Address, amount },
  BurnTokens: { sender, amount },
  OpenTransfers: { sender },
})
export type Transaction = typeof Transaction.Type
export type Tag = Transaction["_tag"]
export type Of<T extends Tag> = Extract<Transaction, { readonly _tag: T }>
