// One market on two nodes: ours, driven and verified, and the barest client's, which is sent the very same calldata.
// Rounds are taken in turns, so that whatever else the machine does hits both.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import type * as Chain from "../../src/chain/Chain.ts"
import * as Deployment from "../../src/chain/Deployment.ts"
import * as Memory from "../../src/chain/Memory.ts"
import * as Mirror from "../../src/chain/Mirror.ts"
import * as Wire from "../../src/chain/Wire.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import * as Market from "./Market.ts"
import * as Meter from "./Meter.ts"
import * as Raw from "./Raw.ts"
import * as Verified from "./Verified.ts"

export type Blocks = ReadonlyArray<ReadonlyArray<Transaction>>

/** What a round took: milliseconds, and microseconds of processor time of this process and of the node. */
export interface Spent {
  readonly ms: number
  readonly own: number
  readonly node: number
}

export interface Duel {
  readonly ledger: Ledger.Ledger
  /** Both sides do the blocks, ours first in every second round. */
  readonly round: (blocks: Blocks) => Effect.Effect<{ readonly ours: Spent; readonly raw: Spent }>
  /** Reads everything back. Dies when one log, refusal, wallet or channel was not as the model said. */
  readonly finish: Effect.Effect<void, Chain.ChainError>
}

export const make = (
  market: ReturnType<typeof Market.options>,
  signing: Wire.Signing,
): Effect.Effect<Duel, Chain.ChainError, Scope.Scope> =>
  Effect.gen(function* () {
    const mirror = yield* Mirror.make({ ...market, signing })
    const bare = yield* Deployment.open({ ...market, signing: "impersonated" })
    const [mine, theirs] = [mirror.anvil!, bare.anvil!]
    const { ledger } = Result.getOrThrow(Memory.begin(market))
    const verified = Verified.make(mirror, ledger)
    const raw = yield* Effect.acquireRelease(
      Effect.sync(() => Raw.make(theirs.url)),
      (raw) => Effect.sync(raw.close),
    )
    const nonces = new Map<Address, number>()
    let rounds = 0
    let second = market.genesis.timestamp

    const prepare = async (blocks: Blocks): Promise<ReadonlyArray<Raw.Ready>> => {
      const ready: Array<Raw.Ready> = []
      for (const transactions of blocks) {
        second += 1
        const items = bare.items({ timestamp: second, transactions })
        const options = { ...market, chainId: bare.info.chainId, signing }
        ready.push(Raw.ready(await Wire.write(options, items, nonces), second))
      }
      return ready
    }

    return {
      ledger,
      round: (blocks) =>
        Effect.promise(async () => {
          const ready = await prepare(blocks)
          const ours = () => spent(mine.supervisor, () => verified.blocks(blocks))
          const bare = () => spent(theirs.supervisor, () => raw.send(ready))
          const isOursFirst = rounds++ % 2 === 0
          const first = await (isOursFirst ? ours() : bare())
          const then = await (isOursFirst ? bare() : ours())
          return isOursFirst ? { ours: first, raw: then } : { ours: then, raw: first }
        }),
      finish: Effect.gen(function* () {
        const end = yield* mirror.finish({
          wallets: ledger.wallets.keys(),
          channels: Array.from(Ledger.channelsOf(ledger), ({ id }) => id),
          tokens: ledger.token.balances.keys(),
        })
        if (verified.differences() > 0 || end.mismatches > 0)
          throw new Error(`${end.mismatches} differences between model and contracts`)
        if (end.stateRows.join() !== Ledger.digestRows(ledger).join())
          throw new Error("the states of model and contracts differ")
      }),
    }
  })

const spent = async (supervisor: number, task: () => Promise<void>): Promise<Spent> => {
  const [own, node, began] = [Meter.ownCpu(), Meter.nodeCpu(supervisor), performance.now()]
  await task()
  return {
    ms: performance.now() - began,
    own: Meter.ownCpu() - own,
    node: Meter.nodeCpu(supervisor) - node,
  }
}
