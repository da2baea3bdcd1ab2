// Verified transactions a second on real contracts: what the block driver and the comparison leave of what a bare client
// gets out of the same node. Prints ratios, because absolute figures depend on the machine.
//
//   node bench/chain.bench.ts [accounts] [transactions per block]
import { readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Anvil from "../src/chain/Anvil.ts"
import * as Mirror from "../src/chain/Mirror.ts"
import * as NativeCurve from "../src/chain/NativeCurve.ts"
import * as Rpc from "../src/chain/Rpc.ts"
import type { Signing } from "../src/chain/Blocks.ts"
import type { Address } from "../src/model/Address.ts"
import * as Amount from "../src/model/Amount.ts"
import * as Centralizer from "../src/model/Centralizer.ts"
import * as Result from "effect/Result"
import * as Memory from "../src/chain/Memory.ts"
import type { Deal } from "../src/model/Deal.ts"
import * as Id from "../src/model/Id.ts"
import * as Ledger from "../src/model/Ledger.ts"
import * as Parameters from "../src/model/Parameters.ts"
import * as Time from "../src/model/Time.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import * as Signed from "../src/signature/Signed.ts"
import * as Structure from "../src/signature/Structure.ts"

const size = Number(process.argv[2] ?? 4000)
const perBlock = Number(process.argv[3] ?? 500)
const start = 1_700_000_000
const rounds = 3
const curve = NativeCurve.fastest()
const tokens = (n: number): Amount.Amount => Amount.of(BigInt(n) * 10n ** 18n)

const keys = new Map(
  Array.from({ length: size }, (_, at) => {
    const key = new Uint8Array(32)
    new DataView(key.buffer).setUint32(28, at + 1)
    return [Signed.address(curve, key), key] as const
  }),
)
const accounts = [...keys.keys()]
const options = {
  parameters: Parameters.standard,
  keys: (account: Address) => keys.get(account)!,
  funding: accounts.map((account) => [account, tokens(1000)] as const),
  genesis: { number: 2, timestamp: start },
  curve,
}

const dealOf = (pair: number, round: number): Deal => ({
  provider: accounts[2 * pair]!,
  requester: accounts[2 * pair + 1]!,
  offer: Id.fromNumber(1),
  request: Id.fromNumber(2),
  providerNonce: 0,
  requesterNonce: 0,
  resource: Id.fromNumber(round),
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(start + 100),
  end: Time.seconds(start + 86_400),
  validUntil: Time.seconds(start + 80_000),
  cap: tokens(10),
  bond: tokens(1),
  prepaid: Amount.zero,
  pricePerSecond: Amount.of(10n ** 13n),
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  noShowCharge: Amount.of(1n),
  maxLag: 120,
  notice: 60,
  terms: Id.zero,
  salt: Id.fromNumber(round * size + pair),
})

const leg = {
  open: (id: Id.Id, deal: Deal, authors: Both): Transaction => ({
    _tag: "OpenDeal",
    sender: deal.provider,
    id,
    deal,
    authors,
  }),
  claim: (id: Id.Id, deal: Deal): Transaction => ({
    _tag: "Claim",
    sender: deal.provider,
    id,
    cumulative: tokens(4),
    author: deal.requester,
  }),
  settle: (id: Id.Id, deal: Deal, authors: Both): Transaction => ({
    _tag: "Settle",
    sender: deal.provider,
    id,
    cumulative: tokens(5),
    receipt: Id.zero,
    authors,
  }),
}
type Both = { readonly provider: Address; readonly requester: Address }

/** The blocks of a whole run, predicted by the model before any time is taken. */
const predict = (): ReadonlyMap<string, ReadonlyArray<Mirror.Predicted>> => {
  const { ledger } = Result.getOrThrow(Memory.begin(options))
  const all = new Map<string, Array<Mirror.Predicted>>()
  let [number, timestamp] = [options.genesis.number, start]
  const block = (transactions: ReadonlyArray<Transaction>): Mirror.Predicted => {
    number += 1
    timestamp += 12
    const at = { number, timestamp: Time.seconds(timestamp) }
    const touched = new Set<Address>()
    const logs = transactions.flatMap((transaction) => {
      touched.add(transaction.sender)
      if ("id" in transaction) {
        const { deal } = Ledger.channel(ledger, transaction.id) ?? {}
        if (deal !== undefined) touched.add(deal.requester)
      }
      if (transaction._tag === "OpenDeal") touched.add(transaction.deal.requester)
      return Result.getOrThrow(Centralizer.apply(ledger, transaction, at))
    })
    const wallets = Array.from(touched, (owner) => Ledger.wallet(ledger, owner))
    return { number, timestamp, transactions, logs, wallets }
  }
  for (let round = 0; round < rounds; round++) {
    const deals = Array.from({ length: size / 2 }, (_, pair) => {
      const deal = dealOf(pair, round)
      const { provider, requester } = deal
      return { deal, id: Structure.channelId(curve, deal), authors: { provider, requester } }
    })
    for (const name of ["open", "claim", "settle"] as const)
      for (let at = 0; at < deals.length; at += perBlock) {
        const some = deals.slice(at, at + perBlock)
        const key = `${name}${round === 0 ? " (first use)" : ""}`
        const list = all.get(key) ?? []
        list.push(block(some.map(({ deal, id, authors }) => leg[name](id, deal, authors))))
        all.set(key, list)
      }
  }
  return new Map([...all].toSorted(([, [a]], [, [b]]) => a!.number - b!.number))
}

const ownCpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Microseconds of processor time of the node under a supervisor; 0 where the system does not tell. */
const nodeCpu = (supervisor: number): number => {
  try {
    const [child] = readFileSync(`/proc/${supervisor}/task/${supervisor}/children`, "utf8").split(
      " ",
    )
    const fields = readFileSync(`/proc/${child}/stat`, "utf8").split(") ")[1]!.split(" ")
    return (Number(fields[11]) + Number(fields[12])) * 10_000
  } catch {
    return 0
  }
}

const mirrored = (signing: Signing) =>
  Effect.scoped(
    Effect.gen(function* () {
      const began = performance.now()
      const { genesis } = options
      const timestamp = genesis.timestamp - genesis.number + 1
      const { url, supervisor } = yield* Anvil.start({ timestamp })
      const mirror = yield* Mirror.make({ ...options, signing, url })
      console.log(
        `${signing}: market of ${size} wallets in ${Math.round(performance.now() - began)} ms`,
      )
      const order = [...predict()].flatMap(([name, blocks]) =>
        blocks.map((block) => ({ name, block })),
      )
      const spent = new Map<string, { ms: number; count: number }>()
      let wrong = 0
      const byNumber = order.toSorted((a, b) => a.block.number - b.block.number)
      let previous:
        | { name: string; fiber: Fiber.Fiber<ReadonlyArray<unknown>, unknown> }
        | undefined
      let last = performance.now()
      const [ownBefore, nodeBefore] = [ownCpu(), nodeCpu(supervisor)]
      for (const { name, block } of [...byNumber, { name: "", block: undefined }]) {
        // One block ahead: calldata of the next is made while the node mines this one.
        const fiber = block === undefined ? undefined : yield* Effect.forkChild(mirror.block(block))
        yield* Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))
        if (previous !== undefined) {
          wrong += (yield* Fiber.join(previous.fiber)).length
          const now = performance.now()
          const entry = spent.get(previous.name) ?? { ms: 0, count: 0 }
          spent.set(previous.name, { ms: entry.ms + now - last, count: entry.count + perBlock })
          last = now
        }
        previous = fiber === undefined ? undefined : { name, fiber }
      }
      const sent = byNumber.reduce((sum, { block }) => sum + block.transactions.length, 0)
      const [own, node] = [ownCpu() - ownBefore, nodeCpu(supervisor) - nodeBefore]
      console.log(
        `${signing}: processor time for each transaction ${Math.round(own / sent)} µs here, ${Math.round(node / sent)} µs in the node`,
      )
      for (const [name, { ms, count }] of spent)
        console.log(
          `${signing} ${name}: ${Math.round((count / ms) * 1000)} verified transactions/s`,
        )
      const total = [...spent.entries()].filter(([name]) => !name.includes("first"))
      const ms = total.reduce((sum, [, entry]) => sum + entry.ms, 0)
      const count = total.reduce((sum, [, entry]) => sum + entry.count, 0)
      if (wrong > 0) throw new Error(`${wrong} differences`)
      return (count / ms) * 1000
    }),
  )

/** The same node with a client that only sends: plain calls of an empty account, in blocks of the same size. */
const bare = Effect.scoped(
  Effect.gen(function* () {
    const anvil = yield* Anvil.start({ timestamp: start })
    const rpc = Rpc.make(anvil.url)
    return yield* Effect.promise(async () => {
      let rate = 0
      for (let round = 0; round < 6; round++) {
        const began = performance.now()
        for (let from = 0; from < size; from += perBlock) {
          const calls = accounts.slice(from, from + perBlock).map((sender, at) =>
            Rpc.serialise(at, "eth_sendUnsignedTransaction", [
              {
                from: sender,
                to: `0x${"bb".repeat(20)}`,
                nonce: `0x${round.toString(16)}`,
                gas: "0x186a0",
                maxFeePerGas: `0x${(perBlock - at).toString(16)}`,
                maxPriorityFeePerGas: "0x0",
              },
            ]),
          )
          await rpc.batchText(calls)
          const timestamp = start + 1 + (round * size + from) / perBlock
          await rpc.call("evm_mine", [{ timestamp: `0x${timestamp.toString(16)}` }])
        }
        rate = Math.max(rate, (size / (performance.now() - began)) * 1000)
      }
      rpc.close()
      return rate
    })
  }),
)

const baseline = await Effect.runPromise(bare)
console.log(`bare client, empty calls: ${Math.round(baseline)} transactions/s`)
for (const signing of ["impersonated", "signed"] as const) {
  const rate = await Effect.runPromise(mirrored(signing))
  console.log(
    `${signing}: ${Math.round(rate)} verified transactions/s of open, claim and settle, ${(rate / baseline).toFixed(3)} of the bare client`,
  )
}
