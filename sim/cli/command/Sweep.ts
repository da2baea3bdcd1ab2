// `ipsx sweep`: its arguments.
import * as Result from "effect/Result"
import * as Problem from "../../Problem.ts"
import * as Axis from "../../sweep/Axis.ts"
import * as Plan from "../../sweep/Plan.ts"
import * as StopRule from "../../sweep/StopRule.ts"
import * as Command from "../Command.ts"
import type { Arguments } from "../SweepCommand.ts"

const help = `ipsx sweep SCENARIO [options]

Runs a scenario many times, with other values and other seeds, and merges what came of it: the mean
of every value for each combination, with its 95 % confidence interval. The tables are the same
bytes for any number of workers and in whatever order they finish.

  --vary key=a,b,c      values of a key, as --set takes it; 1..9:2 means 1,3,5,7,9. Given twice,
                        every value of the one meets every value of the other
  --seeds A..B          the seeds of each combination, both ends included
  --until VALUE=R       stop a combination when the half-width of the interval of VALUE is at most
                        R times its mean, --seeds being the most that it gets
  --min N               but not before N seeds (10)
  --workers N           threads on this machine (one for each core); with --queue, worker processes
                        that this one starts and replaces (none)
  --queue redis://…     give the runs to whoever runs ipsx worker with the same URL
  --shard i/n           make only the i-th of n parts, 1 ≤ i ≤ n, and do not merge
  --out DIR             keep everything: manifest.json, parts/ with one file for each worker,
                        runs and cells as CSV and Parquet, cells.json, report.html
  --show VALUE          a value for the table and the charts; may be given many times
  --chain memory|anvil  where the money lives
  --set key.path=value  change one value of the scenario for all runs; may be given many times
  --format text|json    json prints cells.json, and nothing else, on standard output
  --no-progress         no progress line

The scenario itself may say it all under the key sweep: { vary, seeds, until }.

Ctrl-C keeps the finished runs. The same command with the same DIR goes on, makes only what is
missing, and merges; so it also brings together the parts of all shards in one DIR.
docs/sweeps.md has a walk through one machine, many machines, Kubernetes and batch clusters.
`

const options = {
  vary: { type: "string", multiple: true },
  seeds: { type: "string" },
  until: { type: "string" },
  min: { type: "string" },
  workers: { type: "string" },
  queue: { type: "string" },
  shard: { type: "string" },
  out: { type: "string" },
  show: { type: "string", multiple: true },
  chain: { type: "string" },
  set: { type: "string", multiple: true },
  format: { type: "string" },
  "no-progress": { type: "boolean" },
} as const

const bad = (problem: string) => Command.bad(problem, "sweep")

/** Reads a whole number between bounds. */
const integer = (
  name: string,
  text: string | undefined,
  min: number,
  max: number,
): Command.Read<number | undefined> => {
  if (text === undefined) return Result.succeed(undefined)
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  return value >= min && value <= max
    ? Result.succeed(value)
    : bad(`${name}: expected an integer between ${min} and ${max}, got "${text}"`)
}

const shard = (text: string | undefined): Command.Read<Arguments["shard"]> => {
  if (text === undefined) return Result.succeed(undefined)
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? []
  return index !== undefined && count !== undefined && index >= 1 && index <= count
    ? Result.succeed({ index, count })
    : bad(`--shard: expected i/n with 1 ≤ i ≤ n, got "${text}"`)
}

const isQueue = (text: string): boolean => /^rediss?:\/\//.test(text) && URL.canParse(text)

const said = <A>(read: Result.Result<A, Problem.Problem>): Command.Read<A> =>
  Result.isSuccess(read) ? Result.succeed(read.success) : bad(Problem.line(read.failure))

const queueOf = (text: string | undefined): Command.Read<string | undefined> =>
  text === undefined || isQueue(text)
    ? Result.succeed(text)
    : bad(`--queue: expected redis://HOST:PORT, got "${text}"`)

/** What the words after `ipsx sweep` ask for. */
const read = (args: ReadonlyArray<string>): Command.Read<Arguments> =>
  Result.gen(function* () {
    const { values, positionals } = yield* Command.split("sweep", args, options)
    const { chain, format = "text" } = values
    if (positionals.length !== 1)
      return yield* bad(`expected one SCENARIO, got ${positionals.length}`)
    if (chain !== undefined && chain !== "memory" && chain !== "anvil")
      return yield* bad(`--chain: expected memory or anvil, got "${chain}"`)
    if (format !== "text" && format !== "json")
      return yield* bad(`--format: expected text or json, got "${format}"`)
    const min = yield* integer("--min", values.min, 2, 1_000_000)
    if (min !== undefined && values.until === undefined)
      return yield* bad("--min: expected --until VALUE=R with it")
    const part = yield* shard(values.shard)
    if (part !== undefined && values.out === undefined)
      return yield* bad("--shard: expected --out DIR with it")
    const axes: Array<Axis.Axis> = []
    for (const text of values.vary ?? []) axes.push(yield* said(Axis.parse(text)))
    return {
      scenario: positionals[0]!,
      axes,
      seeds: values.seeds === undefined ? undefined : yield* said(Plan.seeds(values.seeds)),
      until:
        values.until === undefined
          ? undefined
          : yield* said(StopRule.parse(values.until, min ?? StopRule.minDefault)),
      settings: values.set ?? [],
      chain,
      workers: yield* integer(
        "--workers",
        values.workers,
        values.queue === undefined ? 1 : 0,
        1024,
      ),
      queue: yield* queueOf(values.queue),
      shard: part,
      out: values.out,
      shown: values.show ?? [],
      format,
      progress: values["no-progress"] !== true,
    }
  })

export const command = Command.make({
  name: "sweep",
  operands: "SCENARIO",
  about: "run a scenario with many values and seeds, and merge the results",
  help,
  read,
  run: async (context, given) => (await import("../SweepCommand.ts")).run(context, given),
})
