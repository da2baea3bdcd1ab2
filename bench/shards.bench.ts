// A book divided by countries over threads, against one book: the same commands, the same events in the same order, or no
// figure. Requests of one country are the affair of one shard; those of several, or of any, are agreed on by all that
// could serve them. `node bench/shards.bench.ts [resting offers] [commands]`
import { extname } from "node:path"
import { isDeepStrictEqual } from "node:util"
import { Worker } from "node:worker_threads"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"
import * as Flow from "./shards/Flow.ts"
import * as Meeting from "./shards/Meeting.ts"
import * as Serve from "./shards/Serve.ts"
import type * as Shard from "./shards/shard.ts"

const sizeOf = (isLocal: boolean): Flow.Size => ({
  resting: Number(process.argv[2] ?? 100_000),
  commands: Number(process.argv[3] ?? 8000),
  shards: 2,
  isLocal,
})
const rounds = 5
const bench = "shards"
const entry = new URL(`./shards/shard${extname(import.meta.url)}`, import.meta.url)

const single = async (size: Flow.Size) => {
  const flow = Flow.draw(size)
  const shard = Flow.open(size.resting + flow.offers.length)
  flow.resting.forEach((offer, name) => Flow.add(shard, offer, name))
  const log: Serve.Log = []
  const began = performance.now()
  const [, cpu] = await Pair.cpu(() => {
    flow.wishes.forEach((wish, at) => {
      Serve.alone(shard, wish, at, log)
      Serve.add(shard, flow.offers[at]!, size.resting + at, at, log)
    })
  })
  return { log, cpu, wall: (performance.now() - began) * 1000 }
}

const message = <A>(worker: Worker): Promise<A> =>
  new Promise((resolve, reject) => {
    worker.once("message", resolve)
    worker.once("error", reject)
  })

const divided = async (size: Flow.Size) => {
  const buffer = Meeting.memory(size.shards)
  const workers = Array.from({ length: size.shards }, (_, self) => {
    const workerData: Shard.Data = { size, self, buffer }
    return new Worker(entry, { workerData })
  })
  await Promise.all(workers.map((worker) => message(worker)))
  const began = performance.now()
  const ends = workers.map((worker) => message<Shard.Done>(worker))
  for (const worker of workers) worker.postMessage("go")
  const done = await Promise.all(ends)
  const wall = (performance.now() - began) * 1000
  await Promise.all(workers.map((worker) => worker.terminate()))
  return { done, wall }
}

const rows = (log: ArrayLike<number>): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: log.length / Serve.logWidth }, (_, at) =>
    Array.from({ length: Serve.logWidth }, (_, n) => log[at * Serve.logWidth + n]!),
  )

const inOrder = (all: ReadonlyArray<ReadonlyArray<number>>) =>
  [...all].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)

const common = { bench, unit: "commands/ms", higherIsBetter: true, peer: "one book" } as const

const compare = async (name: string, size: Flow.Size): Promise<void> => {
  const busiest: Array<readonly [number, number]> = []
  const both: Array<readonly [number, number]> = []
  for (let round = 0; round < rounds; round++) {
    const one = await single(size)
    const many = await divided(size)
    const [expected, actual] = [rows(one.log), inOrder(many.done.flatMap(({ log }) => rows(log)))]
    const at = expected.findIndex((row, n) => !isDeepStrictEqual(row, actual[n]))
    if (at >= 0 || expected.length !== actual.length)
      throw new Error(`event ${at} of ${expected.length}: ${expected[at]} / ${actual[at]}`)
    const rate = (micros: number) => (size.commands * 1000) / micros
    busiest.push([rate(Math.max(...many.done.map(({ cpu }) => cpu))), rate(one.cpu)])
    both.push([rate(many.done.reduce((sum, { cpu }) => sum + cpu, 0)), rate(one.cpu)])
    const [first] = many.done
    const requests = `of ${size.commands / 2} requests ${many.done.map(({ own }) => own).join(" and ")} of one shard, ${first!.shared} of both in ${(first!.rounds / Math.max(1, first!.shared)).toFixed(2)} rounds`
    const wall = `${Math.round(one.wall / 1000)} and ${Math.round(many.wall / 1000)} ms by the clock`
    process.stderr.write(`${name}: ${expected.length} equal events; ${requests}; ${wall}\n`)
  }
  Row.print(Row.of({ ...common, case: `${name}: busier of 2 shards`, samples: busiest }))
  Row.print(Row.of({ ...common, case: `${name}: both of 2 shards`, samples: both }))
}

await compare("requests of one country", sizeOf(true))
await compare("mixed requests", sizeOf(false))
