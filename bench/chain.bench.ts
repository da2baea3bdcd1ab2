// Verified transactions a second on real contracts, beside the barest client that sends the very same calldata to a node
// of its own in the same run. Ours is everything: the model applies and predicts, calldata and signatures are made, the
// block is mined, every log is compared in order and every touched wallet is read back. Prints ratios, because absolute
// figures depend on the machine.
//
//   node bench/chain.bench.ts [accounts] [transactions per block] [rounds]
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Anvil from "../src/chain/Anvil.ts"
import * as Deployment from "../src/chain/Deployment.ts"
import * as Memory from "../src/chain/Memory.ts"
import * as Mirror from "../src/chain/Mirror.ts"
import * as Wire from "../src/chain/Wire.ts"
import type { Address } from "../src/model/Address.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import * as Market from "./chain/Market.ts"
import * as Meter from "./chain/Meter.ts"
import * as Raw from "./chain/Raw.ts"

const size = Number(process.argv[2] ?? 2000)
const perBlock = Number(process.argv[3] ?? 500)
const rounds = Number(process.argv[4] ?? 7)
const levels = (process.argv[5] ?? "impersonated,signed").split(",") as Array<Wire.Signing>
const market = Market.options(size)
const { genesis } = market

const blocksOf = (round: number): ReadonlyArray<ReadonlyArray<Transaction>> => {
  const deals = Array.from({ length: size / 2 }, (_, pair) =>
    Market.agree(market.accounts[2 * pair]!, market.accounts[2 * pair + 1]!, round * size + pair),
  )
  return (["open", "claim", "settle"] as const).flatMap((name) =>
    Market.inBlocks(deals.map(Market.leg[name]), perBlock),
  )
}

const median = (list: ReadonlyArray<number>): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!

const compared = (signing: Wire.Signing) =>
  Effect.scoped(
    Effect.gen(function* () {
      const timestamp = Market.start - genesis.number + 1
      const [ours, theirs] = [yield* Anvil.start({ timestamp }), yield* Anvil.start({ timestamp })]
      const mirror = yield* Mirror.make({ ...market, signing, url: ours.url })
      const bare = yield* Deployment.open({ ...market, signing: "impersonated", url: theirs.url })
      const { ledger } = Result.getOrThrow(Memory.begin(market))
      const raw = Raw.make(theirs.url)
      const nonces = new Map<Address, number>()
      const samples: Array<readonly [ours: number, raw: number]> = []
      let [number, second] = [genesis.number, Market.start]
      let wrong = 0

      const verified = (blocks: ReadonlyArray<ReadonlyArray<Transaction>>) => {
        const ahead: Array<Promise<ReadonlyArray<unknown>>> = []
        const take = async (most: number) => {
          while (ahead.length > most) wrong += (await ahead.shift()!).length
        }
        return Effect.promise(async () => {
          for (const [at, transactions] of blocks.entries()) {
            const place = { number: number + at + 1, timestamp: second + at + 1 }
            const predicted = Market.predict(ledger, place, transactions)
            ahead.push(Effect.runPromise(mirror.block(predicted)))
            await take(2)
          }
          await take(0)
        })
      }

      for (let round = 0; round <= rounds; round++) {
        const blocks = blocksOf(round)
        const ready: Array<Raw.Ready> = []
        for (const [at, transactions] of blocks.entries()) {
          const items = bare.items({ timestamp: second, transactions })
          const options = { ...market, chainId: bare.info.chainId, signing }
          const requests = yield* Effect.promise(() => Wire.write(options, items, nonces))
          ready.push(Raw.ready(requests, second + at + 1))
        }
        const count = blocks.reduce((sum, { length }) => sum + length, 0)
        const rate = { ours: 0, raw: 0 }
        const cpu = { own: 0, node: 0, bare: 0 }
        const tasks = {
          ours: Effect.gen(function* () {
            const [own, node] = [Meter.ownCpu(), Meter.nodeCpu(ours.supervisor)]
            const began = performance.now()
            yield* verified(blocks)
            rate.ours = (count / (performance.now() - began)) * 1000
            cpu.own = (Meter.ownCpu() - own) / count
            cpu.node = (Meter.nodeCpu(ours.supervisor) - node) / count
          }),
          raw: Effect.gen(function* () {
            const node = Meter.nodeCpu(theirs.supervisor)
            const began = performance.now()
            yield* Effect.promise(() => raw.send(ready))
            rate.raw = (count / (performance.now() - began)) * 1000
            cpu.bare = (Meter.nodeCpu(theirs.supervisor) - node) / count
          }),
        }
        for (const name of round % 2 === 0
          ? (["ours", "raw"] as const)
          : (["raw", "ours"] as const))
          yield* tasks[name]
        number += blocks.length
        second += blocks.length
        const text = Object.entries(cpu).map(([name, value]) => `${name} ${Math.round(value)}`)
        console.error(
          `${signing} ${round === 0 ? "warm-up" : round}: ${Math.round(rate.ours)} verified, ${Math.round(rate.raw)} raw, ${(rate.ours / rate.raw).toFixed(3)}; µs of processor: ${text.join(", ")}`,
        )
        if (round > 0) samples.push([rate.ours, rate.raw])
      }
      const end = yield* mirror.finish({
        wallets: ledger.wallets.keys(),
        channels: ledger.channels.keys(),
        tokens: ledger.token.balances.keys(),
      })
      raw.close()
      if (wrong > 0) throw new Error(`${wrong} differences`)
      if (end.stateRows.join() !== Ledger.digestRows(ledger).join())
        throw new Error("states differ")
      return samples
    }),
  )

for (const signing of levels) {
  const samples = await Effect.runPromise(compared(signing))
  console.log(
    `${signing}: median ${median(samples.map(([ours, raw]) => ours / raw)).toFixed(3)} of the raw client, ${Math.round(median(samples.map(([ours]) => ours)))} verified/s`,
  )
}
