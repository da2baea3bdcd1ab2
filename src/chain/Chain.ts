// The port through which everything else reaches an Ethereum layer (IPSX-CHN-001). What an adapter promises, and what
// test/behaviour/chain.ts holds it to:
//
// - `mine` makes the next block, with the given time, out of the given transactions, in their order; each sees what the
//   ones before it did. A transaction that is refused changes nothing and leaves no log; the others go on.
// - The block's logs are the Centralizer's own, in order. Refusals carry the contract's error and its arguments.
// - Reads answer as of the last block. A wallet or channel that was never used reads as an empty one.
// - The same transactions at the same times give the same logs, refusals, wallets and channels on every adapter.
// - `headHash` is the hash of the last block, or null where blocks have none.
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { Amount } from "../model/Amount.ts"
import type { Phase } from "../model/Channel.ts"
import type { Id } from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import type { Revert } from "../model/Revert.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Wallet } from "../model/Wallet.ts"
import * as AbiError from "./AbiError.ts"
import type { AnvilError } from "./Anvil.ts"
import type { BlockError } from "./Blocks.ts"
import type { ClockAhead, DeploymentFailed } from "./Deploy.ts"
import type { FundingExceedsSupply } from "./Genesis.ts"
import type { RpcError } from "./Rpc.ts"

/** The chain id of local nodes, and of the model alone. */
export const localChainId = 31337

export interface Info {
  readonly kind: "memory" | "anvil" | "rpc"
  readonly signing: "none" | "signed" | "impersonated"
  readonly chainId: number
  readonly centralizer: Address
  readonly token: Address
}

/** A transaction that the contract refused: its place in the block, and the error as the contract names it. */
export interface Refused {
  readonly index: number
  readonly error: string
  readonly values: { readonly [field: string]: unknown }
}

export interface Block {
  readonly number: number
  readonly hash: string | null
  readonly logs: ReadonlyArray<Log>
  readonly refused: ReadonlyArray<Refused>
}

/** A refusal of the model as the chain reports it. */
export const refusalOf = (revert: Revert): Omit<Refused, "index"> => {
  const { name, values } = AbiError.decode(AbiError.encode(revert))
  return { error: name, values }
}

/** What a channel reads as. Amounts are base units. */
export interface ChannelState {
  readonly id: Id
  readonly phase: Phase
  readonly provider: Address
  readonly requester: Address
  readonly cap: Amount
  readonly bond: Amount
  readonly paid: Amount
  readonly meterDue: Amount
}

/** `supply` of the token, `fees` not yet withdrawn and all the tokens `held` by the Centralizer, in base units. */
export interface Totals {
  readonly supply: bigint
  readonly fees: bigint
  readonly held: bigint
}

export class Chain extends Context.Service<
  Chain,
  {
    readonly info: Info
    /** Mines the next block at a time in whole seconds, later than the last one's. */
    readonly mine: (next: {
      readonly timestamp: number
      readonly transactions: ReadonlyArray<Transaction>
    }) => Effect.Effect<Block, ChainError>
    readonly wallets: (
      owners: ReadonlyArray<Address>,
    ) => Effect.Effect<ReadonlyArray<Wallet>, ChainError>
    readonly channels: (
      ids: ReadonlyArray<Id>,
    ) => Effect.Effect<ReadonlyArray<ChannelState>, ChainError>
    readonly totals: Effect.Effect<Totals, ChainError>
    readonly headHash: Effect.Effect<string | null, ChainError>
  }
>()("ipsx/chain/Chain") {}

export type ChainError =
  | RpcError
  | AnvilError
  | BlockError
  | ClockAhead
  | DeploymentFailed
  | FundingExceedsSupply
  | WrongChainId
  | TimeNotIncreasing
  | Unexpected

export class WrongChainId extends Schema.TaggedError<WrongChainId>()("WrongChainId", {
  url: Schema.String,
  expected: Schema.Number,
  actual: Schema.Number,
}) {
  override get message(): string {
    return (
      `${this.url} is chain ${this.actual}, expected ${this.expected}: signatures for one chain do not count on ` +
      `another; use the right URL or state the chain id`
    )
  }
}

export class TimeNotIncreasing extends Schema.TaggedError<TimeNotIncreasing>()(
  "TimeNotIncreasing",
  { timestamp: Schema.Number, last: Schema.Number },
) {
  override get message(): string {
    return `a block at second ${this.timestamp} cannot follow one at second ${this.last}`
  }
}

/** Something that no adapter foresees: the text is all there is. */
export class Unexpected extends Schema.TaggedError<Unexpected>()("Unexpected", {
  reason: Schema.String,
}) {
  override get message(): string {
    return `the chain failed unexpectedly: ${this.reason}`
  }
}

/** The tagged error that a promise of this folder was rejected with. */
export const asError = (cause: unknown): ChainError =>
  typeof cause === "object" && cause !== null && "_tag" in cause
    ? (cause as ChainError)
    : new Unexpected({
        reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      })
