// What the pure functions cost beside the peer that each is measured against. The middle latency of many calls is
// what tinybench gives; it does not move when somebody else takes the processor for a while.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Bench } from "tinybench"
import { initialTransition, transition } from "xstate"
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import { machine } from "../src/agreement-fsm/machine.ts"
import * as NativeCurve from "../src/chain/NativeCurve.ts"
import * as Amount from "../src/model/Amount.ts"
import * as Address from "../src/model/Address.ts"
import * as Wallet from "../src/model/Wallet.ts"
import * as Curve from "../src/signature/Curve.ts"
import * as Structure from "../src/signature/Structure.ts"
import * as TypedData from "../src/signature/TypedData.ts"
import * as Kernel from "../sim/Kernel.ts"
import * as Row from "./harness/Row.ts"

const owner = Address.of(`0x${"a1".repeat(20)}`)
const wallet = Wallet.credit(Wallet.empty(owner), 10n ** 20n)
const encoded = Schema.encodeSync(Wallet.Wallet)(wallet)
const decode = Schema.decodeUnknownSync(Wallet.Wallet)

const agreement = Result.getOrThrow(Agreement.step(Agreement.start(), { type: "commit" })).agreement
const [initial] = initialTransition(machine)
const [snapshot] = transition(machine, initial, { type: "commit" })

const voucher = { channelId: `0x${"7".repeat(64)}`, cumulativeAmount: 10n ** 18n }
const digest = TypedData.hashStruct(Curve.noble, Structure.Voucher, voucher)
const key = Curve.noble.keccak(new TextEncoder().encode("bench"))
const native = NativeCurve.load() ?? Curve.noble

const events = 1000
const kernel = (): void => {
  const k = Kernel.make({ capacity: events })
  for (let i = 0; i < events; i++) k.schedule((i * 7919) % 100_003, 0)
  k.run(Infinity, () => {})
}
/** The barest thing that does the same: sort once, then walk. */
const sorted = (): void => {
  const times = new Float64Array(events)
  for (let i = 0; i < events; i++) times[i] = (i * 7919) % 100_003
  times.sort()
  for (let i = 0; i < events; i++) if (times[i]! < 0) throw new RangeError("never")
}

/** One call of some is too short for the clock; so each of a pair runs so many times. */
const calls = 200
const many = (run: () => unknown) => (): void => {
  for (let i = 0; i < calls; i++) run()
}

/** Pairs of ours and its peer; both do the same work. */
const pairs: ReadonlyArray<
  readonly [what: string, ours: () => unknown, peer: string, theirs: () => unknown]
> = [
  [
    "agreement step by the table",
    () => Agreement.step(agreement, { type: "provider.ready" }),
    "XState transition",
    () => transition(machine, snapshot, { type: "provider.ready" }),
  ],
  [
    "wallet reserve",
    () => Wallet.reserve(wallet, Amount.of(5n)),
    "decoding a wallet",
    () => decode(encoded),
  ],
  [
    `voucher signature, ${native.name}`,
    () => native.sign(digest, key),
    "noble",
    () => Curve.noble.sign(digest, key),
  ],
  [
    "voucher digest",
    () => TypedData.hashStruct(Curve.noble, Structure.Voucher, voucher),
    "one keccak",
    () => Curve.noble.keccak(digest),
  ],
  [`kernel, ${events} events`, kernel, "sorting them", sorted],
]

const rounds = 5
const medianMicros = (bench: Bench, name: string): number => {
  const { result } = bench.getTask(name)!
  if (result.state !== "completed") throw new Error(`${name}: ${result.state}`)
  return (result.latency.p50 * 1000) / calls
}

for (const [what, ours, peer, theirs] of pairs) {
  const samples: Array<readonly [number, number]> = []
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time: 100, warmupTime: 20, iterations: 5 })
    bench.add("ours", many(ours)).add("peer", many(theirs))
    await bench.run()
    samples.push([medianMicros(bench, "ours"), medianMicros(bench, "peer")])
  }
  Row.print(
    Row.of({ bench: "functions", case: what, unit: "µs", higherIsBetter: false, peer, samples }),
  )
}
