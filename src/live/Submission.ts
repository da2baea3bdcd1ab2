// One transaction of a party: what is known of it, also from an earlier run, and who hears what becomes of it.
import * as Schema from "effect/Schema"
import type * as Sender from "../chain/Sender.ts"
import type { Id } from "../model/Id.ts"
import type { Transaction } from "../model/Transaction.ts"
import type * as Recording from "./Recording.ts"

/** The n-th transaction of a deal, or, under the id zero, of the purse. */
export interface Submission {
  readonly id: Id
  readonly n: number
  readonly transaction: Transaction
  /** What was signed of it so far, also by an earlier run: the chain takes one of these at most. The last one is sent. */
  readonly sent: Array<Sender.Raw>
  /** What is written down together with its refusal. */
  readonly remission?: ReadonlyArray<Recording.Entry>
  /** Told when it is in a block, which may still be replaced. */
  readonly taken?: () => void
  /** Told when it is done: with the contract's error if that refused it, with `Unfinished` if this program ends before. */
  readonly finished?: (end: string | Unfinished | undefined) => void
}

/** The program ends, or cannot begin, before the chain has taken or refused a transaction. */
export class Unfinished extends Schema.TaggedError<Unfinished>()("TransactionUnfinished", {
  transaction: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `it is not known what becomes of the ${this.transaction}: ${this.reason}`
  }
}
