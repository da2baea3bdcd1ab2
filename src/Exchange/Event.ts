// What the exchange is told, what it answers with, and what it refuses.
import * as Schema from "effect/Schema"
import type * as Agreement from "../agreement-fsm/Agreement.ts"
import type * as Market from "../matching/index.ts"
import type { Address } from "../model/Address.ts"
import type * as Centralizer from "../model/Centralizer.ts"
import type { Deal } from "../model/Deal.ts"
import * as Id from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import type { Message } from "../model/Message.ts"
import type * as Order from "../model/Order.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import type * as Status from "../model/Status.ts"
import type { Seconds } from "../model/Time.ts"
import type { Transaction } from "../model/Transaction.ts"

/** Moments are chain seconds. */
export type Command =
  | { readonly _tag: "Place"; readonly order: Order.Order; readonly now: Seconds }
  | { readonly _tag: "Cancel"; readonly id: Id.Id; readonly owner: Address; readonly now: Seconds }
  | { readonly _tag: "Advance"; readonly now: Seconds }
  /** A party's own word on the pair channel, repeated to the exchange; its author is verified. */
  | { readonly _tag: "Report"; readonly message: Message; readonly now: Seconds }
  /** The option on a proposed deal is over (IPSX-AGR-024). */
  | {
      readonly _tag: "Lapse"
      readonly id: Id.Id
      /** The nonce of a short deal, whose reservation the id is then. */
      readonly short?: number
      readonly now: Seconds
    }
  /** A log of a chain that others drive: an exchange that only follows it has no transactions. */
  | { readonly _tag: "Observe"; readonly log: Log; readonly now: Seconds }
  /** A block of the Ethereum layer. */
  | {
      readonly _tag: "Mine"
      readonly number: number
      readonly timestamp: Seconds
      readonly transactions: ReadonlyArray<Transaction>
    }

/** What came of a block, transaction by transaction. */
export interface Mined {
  readonly number: number
  readonly timestamp: Seconds
  readonly transactions: ReadonlyArray<Transaction>
  readonly outcomes: ReadonlyArray<Centralizer.Outcome>
}

export type Event =
  | { readonly _tag: "Traded"; readonly event: Market.Event }
  | { readonly _tag: "Proposed"; readonly id: Id.Id; readonly deal: Deal }
  | {
      readonly _tag: "Moved"
      readonly id: Id.Id
      readonly from: Status.DealStatus
      readonly to: Status.DealStatus
      readonly agreement: Pick<Agreement.Agreement, "row">
      /** The nonce of a short deal, whose reservation the id is then. */
      readonly short?: number
    }
  | ({ readonly _tag: "ShortProposed" } & Short)
  /** A reservation has been replaced by another of the pair. */
  | { readonly _tag: "Retired"; readonly id: Id.Id }
  | { readonly _tag: "Mined"; readonly mined: Mined }

/** A short deal under the reservation `id`, and the request that it serves. */
export interface Short {
  readonly id: Id.Id
  readonly deal: ShortDeal
  readonly request: Id.Id
}

/** Who must be told, as data. Retire: the requester of a reservation that nothing will run under any more. */
export type Intent =
  | { readonly _tag: "Propose"; readonly id: Id.Id; readonly deal: Deal }
  | ({ readonly _tag: "ProposeShort" } & Short)
  | { readonly _tag: "Retire"; readonly id: Id.Id }

export type Failure = Order.Uncovered | UnknownDeal | NotAuthor

export class UnknownDeal extends Schema.TaggedError<UnknownDeal>()("UnknownDeal", { id: Id.Id }) {
  override get message(): string {
    return `no deal ${this.id} is under way`
  }
}

export class NotAuthor extends Schema.TaggedError<NotAuthor>()("NotAuthor", {
  id: Id.Id,
  author: Schema.String,
}) {
  override get message(): string {
    return `${this.author} is no party of the deal ${this.id}`
  }
}
