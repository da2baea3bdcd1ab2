// A second life of the model on a real EVM: every block of the model is mined on an anvil with real contracts, and its
// logs, refusals and touched wallets are compared with what the model predicted (IPSX-CHN-030). Expected values
// never come from the chain.
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Address } from "../model/Address.ts"
import type { Id } from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import type { Revert } from "../model/Revert.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Wallet } from "../model/Wallet.ts"
import * as Chain from "./Chain.ts"
import * as Compare from "./Compare.ts"
import * as Deployment from "./Deployment.ts"
import type * as Genesis from "./Genesis.ts"
import type * as Rpc from "./Rpc.ts"
import * as State from "./State.ts"
import * as View from "./View.ts"

export type Options = Deployment.Options

/** A block as the model has it. */
export interface Predicted {
  readonly number: number
  readonly timestamp: number
  readonly transactions: ReadonlyArray<Transaction>
  /** All logs of the block, in order. */
  readonly logs: ReadonlyArray<Log>
  /** The transactions that the model refused, by their place in the block. */
  readonly refused?: ReadonlyMap<number, Revert>
  /** The wallets that the block touched, as they are after it. */
  readonly wallets?: ReadonlyArray<Wallet>
}

/** Whose state is read back at the end. */
export interface Accounts {
  readonly wallets: Iterable<Address>
  readonly channels: Iterable<Id>
  readonly tokens: Iterable<Address>
}

export interface Summary {
  readonly blocks: number
  readonly transactions: number
  readonly gasUsed: bigint
  readonly headHash: string
  /** Single comparisons made: logs, refusals, wallets. */
  readonly compared: number
  readonly mismatches: number
  /** As `Ledger.digestRows`, read from the chain. */
  readonly stateRows: ReadonlyArray<string>
}

export interface Mirror {
  readonly info: Chain.Info
  readonly genesis: Genesis.Accounts
  /**
   * Mines a block and answers with every difference. Blocks are mined one after the other, in the order of the calls;
   * whoever asks for the next ones before it has the answer keeps the node and this program working at the same time.
   */
  readonly block: (
    predicted: Predicted,
  ) => Effect.Effect<ReadonlyArray<Compare.Mismatch>, Chain.ChainError>
  readonly finish: (accounts: Accounts) => Effect.Effect<Summary, Chain.ChainError>
  /** The node's process, where it was started here. */
  readonly anvil: Deployment.Deployment["anvil"]
  /** The node itself, for tests that disturb it. */
  readonly rpc: Rpc.Rpc
}

/**
 * Starts or joins an anvil, deploys, fills the first wallets and stands at the genesis block.
 *
 * @example
 * const mirror = yield* Mirror.make({ signing: "impersonated", keys, parameters, funding, genesis })
 * const mismatches = yield* mirror.block({ number, timestamp, transactions, logs, wallets })
 */
export const make = (
  options: Deployment.Options,
): Effect.Effect<Mirror, Chain.ChainError, Scope.Scope> =>
  Effect.map(Deployment.open(options), (deployment) => ({
    ...drive(deployment),
    rpc: deployment.rpc,
    anvil: deployment.anvil,
    info: deployment.info,
    genesis: deployment.accounts,
  }))

const drive = ({
  rpc,
  blocks,
  place,
  items,
}: Deployment.Deployment): Pick<Mirror, "block" | "finish"> => {
  const count = { blocks: 0, transactions: 0, gasUsed: 0n, compared: 0, mismatches: 0 }
  let last: Promise<unknown> = Promise.resolve()

  const mine = async (predicted: Predicted): Promise<ReadonlyArray<Compare.Mismatch>> => {
    const { number, timestamp, logs, wallets = [], refused = new Map<number, Revert>() } = predicted
    const chunks = View.chunks(wallets)
    const asked = chunks.map((chunk) => chunk.map(({ id }) => id))
    const mined = await blocks.mine(
      { number, timestamp, items: items(predicted) },
      {
        reads: asked.map((owners) => View.walletsCall(place.centralizer, owners)),
        traced: [...refused.keys()],
      },
    )
    const mismatches = [
      ...Compare.logs(number, logs, mined.logs),
      ...Compare.refusals(number, refused, mined.outcomes),
      ...chunks.flatMap((chunk, at) =>
        mined.reads[at] === View.walletsText(chunk)
          ? []
          : Compare.wallets(number, chunk, View.wallets(asked[at]!, mined.reads[at])),
      ),
    ]
    count.blocks++
    count.transactions += mined.hashes.length
    count.gasUsed += mined.gasUsed
    count.compared += logs.length + wallets.length + refused.size
    count.mismatches += mismatches.length
    return mismatches
  }

  return {
    block: (predicted) =>
      Effect.tryPromise({
        try: () => {
          const mismatches = mine(predicted)
          last = mismatches.catch(() => {})
          return mismatches
        },
        catch: Chain.asError,
      }),
    finish: (accounts) =>
      Effect.tryPromise({
        try: async () => {
          await last
          const stateRows = await State.rows(rpc, place, accounts)
          return { ...count, headHash: blocks.head().hash, stateRows }
        },
        catch: Chain.asError,
      }),
  }
}
