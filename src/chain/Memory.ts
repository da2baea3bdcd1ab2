// The chain as the model alone: a ledger, and the contract's rules applied to it. No signatures are made: the model
// compares authors (IPSX-CHN-002).
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Centralizer from "../model/Centralizer.ts"
import * as Ledger from "../model/Ledger.ts"
import type { Log } from "../model/Log.ts"
import * as Time from "../model/Time.ts"
import * as Token from "../model/Token.ts"
import type { Transaction } from "../model/Transaction.ts"
import { noble } from "../signature/Curve.ts"
import * as Chain from "./Chain.ts"
import type { Options } from "./Deployment.ts"
import * as Genesis from "./Genesis.ts"
import * as View from "./View.ts"

/**
 * The same market as `Deployment.open` makes on a node: contracts at the same addresses, the same first wallets.
 *
 * @example
 * program.pipe(Effect.provide(Memory.layer({ parameters, funding, genesis })))
 */
export const layer = (
  options: Pick<Options, "parameters" | "funding" | "genesis" | "chainId">,
): Layer.Layer<Chain.Chain, Chain.ChainError> =>
  Layer.effect(
    Chain.Chain,
    Effect.map(Effect.fromResult(begin(options)), ({ ledger, info }) =>
      Chain.Chain.of(serve(ledger, info, options.genesis)),
    ),
  )

/** The ledger at the genesis block: contracts deployed, transfers open, first wallets filled. */
export const begin = ({
  parameters,
  funding,
  genesis,
  chainId = Chain.localChainId,
}: Pick<Options, "parameters" | "funding" | "genesis" | "chainId">): Result.Result<
  { readonly ledger: Ledger.Ledger; readonly info: Chain.Info },
  Genesis.FundingExceedsSupply
> => {
  const { accounts } = Genesis.make(noble)
  const place = Genesis.place(noble, accounts.deployer, chainId)
  const { centralizer } = place
  const { platform } = accounts
  const ledger = Ledger.make(parameters, { centralizer, platform, holders: accounts })
  const block = { number: genesis.number, timestamp: Time.seconds(genesis.timestamp) }
  return Result.map(Genesis.transactions(accounts, funding), (setup) => {
    for (const transaction of setup)
      Result.getOrThrow(Centralizer.apply(ledger, transaction, block))
    return { ledger, info: { kind: "memory", signing: "none", ...place } as const }
  })
}

const serve = (
  ledger: Ledger.Ledger,
  info: Chain.Info,
  genesis: Options["genesis"],
): Chain.Chain["Service"] => {
  let { number, timestamp } = genesis
  return {
    info,
    mine: (next) =>
      Effect.suspend(() => {
        if (next.timestamp <= timestamp)
          return Effect.fail(
            new Chain.TimeNotIncreasing({ timestamp: next.timestamp, last: timestamp }),
          )
        number += 1
        timestamp = next.timestamp
        return Effect.succeed(apply(ledger, number, next.timestamp, next.transactions))
      }),
    wallets: (owners) => Effect.sync(() => owners.map((owner) => Ledger.wallet(ledger, owner))),
    channels: (ids) =>
      Effect.sync(() => ids.map((id) => View.stateOf(id, Ledger.channel(ledger, id)))),
    totals: Effect.sync(() => ({
      supply: ledger.token.supply,
      fees: ledger.fees,
      held: Token.balanceOf(ledger.token, ledger.centralizer),
    })),
    headHash: Effect.succeed(null),
  }
}

const apply = (
  ledger: Ledger.Ledger,
  number: number,
  timestamp: number,
  transactions: ReadonlyArray<Transaction>,
): Chain.Block => {
  const block = { number, timestamp: Time.seconds(timestamp) }
  const logs: Array<Log> = []
  const refused: Array<Chain.Refused> = []
  for (const [index, transaction] of transactions.entries()) {
    const outcome = Centralizer.apply(ledger, transaction, block)
    if (Result.isSuccess(outcome)) logs.push(...outcome.success)
    else refused.push({ index, ...Chain.refusalOf(outcome.failure) })
  }
  return { number, hash: null, logs, refused }
}
