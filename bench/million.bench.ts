// A million deals on anvil with every log checked: a tenth of them opened one by one, with the signatures of both, the rest
// short leases under standing reservations, all paid by vouchers that add up, and all settled. The model says what must
// come of each block; the two states are compared to the last row at the end.
//
//   node bench/million.bench.ts 1000000 [signed|impersonated] [deal|batch|net]
//
// Without a number it makes a twentieth of that, which is enough to see a regression.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Memory from "../src/chain/Memory.ts"
import * as Mirror from "../src/chain/Mirror.ts"
import type { Signing } from "../src/chain/Wire.ts"
import * as Ledger from "../src/model/Ledger.ts"
import * as Million from "./chain/Million.ts"
import * as Market from "./chain/Market.ts"
import * as Meter from "./chain/Meter.ts"
import * as Verified from "./chain/Verified.ts"
import * as Row from "./harness/Row.ts"

const deals = Number(process.argv[2] ?? 50_000)
const signing = (process.argv[3] ?? "impersonated") as Signing
const settlement = (process.argv[4] ?? "net") as Million.Settlement

const pairs = Math.min(2500, Math.max(50, Math.ceil(deals / 400)))
const market = Market.options(Million.accountsOf(pairs))
const plan = { deals, pairs, perBlock: 500, settlement }
/** Ten minutes for a million, and as much of them for fewer. */
const limitSeconds = (600 * deals) / 1_000_000
const bytesPerTransaction = 1500
// Until half of the deals are made the heaps find their size, and in shorter runs still longer.
const memoryFrom = 500_000

const run = Effect.gen(function* () {
  const mirror = yield* Mirror.make({ ...market, signing })
  const { supervisor } = mirror.anvil!
  const { ledger } = Result.getOrThrow(Memory.begin(market))
  const verified = Verified.make(mirror, ledger)
  const count = Million.none()
  let before = { own: 0, node: 0, transactions: 0 }
  const began = performance.now()
  const cpu = { own: Meter.ownCpu(), node: Meter.nodeCpu(supervisor) }
  let [blocks, transactions] = [0, 0]
  const tell = (): void => {
    const seconds = (performance.now() - began) / 1000
    console.error(
      `${Math.round(seconds)} s: ${count.opened + count.short} deals, ${transactions} transactions, ` +
        `processor ${secondsOf(Meter.ownCpu() - cpu.own)} here and ${secondsOf(Meter.nodeCpu(supervisor) - cpu.node)} in the node, ` +
        `memory ${megabytes(Meter.ownMemory())} here and ${megabytes(Meter.nodeMemory(supervisor))} in the node`,
    )
  }
  const counted = function* () {
    for (const block of Million.blocks(plan, market.accounts, count)) {
      yield block
      transactions += block.length
      if (++blocks % 200 === 0) tell()
      if (before.transactions === 0 && count.opened + count.short >= deals / 2)
        before = { own: Meter.ownMemoryInUse(), node: Meter.nodeMemory(supervisor), transactions }
    }
  }
  yield* Effect.promise(() => verified.blocks(counted()))
  const seconds = (performance.now() - began) / 1000
  const grown = {
    own: Meter.ownMemoryInUse() - before.own,
    node: Meter.nodeMemory(supervisor) - before.node,
  }
  tell()
  const end = yield* mirror.finish({
    wallets: ledger.wallets.keys(),
    channels: Array.from(Ledger.channelsOf(ledger), ({ id }) => id),
    tokens: ledger.token.balances.keys(),
  })
  if (end.mismatches > 0 || end.stateRows.join() !== Ledger.digestRows(ledger).join())
    throw new Error(`model and contracts differ: ${end.mismatches} differences in blocks`)
  const made = count.opened + count.short
  console.error(
    `${made} deals (${count.opened} opened one by one, ${count.short} under ${count.reservations} reservations, ` +
      `${count.vouchers} vouchers), ${end.blocks} blocks, ${end.transactions} transactions, ${end.compared} comparisons, ` +
      `${end.stateRows.length} rows of state, 0 differences, head ${end.headHash}`,
  )
  const row = { bench: "million", higherIsBetter: false }
  const name = `${made} deals, ${signing}, ${settlement}`
  Row.print(Row.limit({ ...row, case: name, unit: "s", samples: [seconds], limit: limitSeconds }))
  if (deals < memoryFrom) return
  for (const [who, bytes] of Object.entries(grown))
    Row.print(
      Row.limit({
        ...row,
        case: `memory of ${who === "own" ? "this process" : "the node"}, ${name}`,
        unit: "bytes/transaction",
        samples: [Math.max(1, bytes / (transactions - before.transactions))],
        limit: bytesPerTransaction,
      }),
    )
}).pipe(Effect.scoped)

const secondsOf = (microseconds: number): string => `${Math.round(microseconds / 1e6)} s`
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`

await Effect.runPromise(run)
