// `ipsx sweep`: from the scenario to the merged tables, on this machine or through a queue.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import * as Result from "effect/Result"
import * as Problem from "../Problem.ts"
import * as ScenarioFile from "../ScenarioFile.ts"
import * as SweepReport from "../report/SweepReport.ts"
import * as Axis from "../sweep/Axis.ts"
import type * as Backend from "../sweep/Backend.ts"
import * as Bundle from "../sweep/Bundle.ts"
import * as Finding from "../sweep/Finding.ts"
import type * as Job from "../sweep/Job.ts"
import * as Manifest from "../sweep/Manifest.ts"
import * as Merge from "../sweep/Merge.ts"
import * as Plan from "../sweep/Plan.ts"
import * as Revision from "../sweep/Revision.ts"
import type * as Schedule from "../sweep/Schedule.ts"
import type * as StopRule from "../sweep/StopRule.ts"
import * as Sweep from "../sweep/Sweep.ts"
import * as Threads from "../sweep/Threads.ts"
import type { Context } from "./Command.ts"
import * as Directory from "./Directory.ts"
import * as SweepText from "./SweepText.ts"
import * as Words from "../Words.ts"
import * as SystemError from "../SystemError.ts"

export interface Arguments {
  readonly scenario: string
  readonly axes: ReadonlyArray<Axis.Axis>
  readonly seeds: Plan.Seeds | undefined
  readonly until: StopRule.StopRule | undefined
  readonly settings: ReadonlyArray<string>
  readonly chain: "memory" | "anvil" | undefined
  readonly workers: number | undefined
  readonly queue: string | undefined
  readonly shard: Schedule.Shard | undefined
  readonly out: string | undefined
  readonly shown: ReadonlyArray<string>
  readonly format: "text" | "json"
  readonly progress: boolean
}

/** A sweep that has been understood: what it is, and what its workers need. */
interface Prepared {
  readonly manifest: Manifest.Manifest
  readonly base: ScenarioFile.Loaded
  readonly job: Job.Sweep
}

interface Refusal {
  readonly message: string
}

const refuse = (message: string): Result.Result<never, Refusal> => Result.fail({ message })

const inFile = (file: string, path: string) =>
  Result.mapError((problem: Problem.Problem): Refusal => ({
    message: `${file}: ${path}${Problem.line(problem)}`,
  }))

/** What the command says, and else the scenario's own key `sweep`. */
const planned = (given: Arguments, base: ScenarioFile.Loaded): Result.Result<Plan.Plan, Refusal> =>
  Result.gen(function* () {
    const { sweep } = base.scenario
    const own: Array<Axis.Axis> = []
    if (given.axes.length === 0)
      for (const [key, values] of Object.entries(sweep?.vary ?? {}))
        own.push(yield* Axis.make(key, values.map(String)).pipe(inFile(given.scenario, "sweep.")))
    const written = sweep?.seeds
    const seeds =
      given.seeds ??
      (written === undefined
        ? undefined
        : yield* Plan.seeds(written).pipe(inFile(given.scenario, "sweep.")))
    if (seeds === undefined)
      return yield* refuse(
        "ipsx sweep: expected --seeds A..B, or the key sweep.seeds in the scenario\nTry: ipsx sweep --help",
      )
    return yield* Plan.make(own.length > 0 ? own : given.axes, seeds).pipe(
      Result.mapError((problem): Refusal => ({ message: `ipsx sweep: ${Problem.line(problem)}` })),
    )
  })

const shownDefault = ["deals.opened", "deals.settled", "series.price", "series.utilisation"]
const shownMax = 12

const shownOf = (given: Arguments, base: ScenarioFile.Loaded, rule: StopRule.StopRule | null) => {
  if (given.shown.length > 0) return given.shown
  const asked = base.scenario.expect
    .map(({ value }) => value)
    .filter((value) => !value.startsWith("checks."))
  const all = [...(rule === null ? [] : [rule.value]), ...asked, ...shownDefault]
  return [...new Set(all)].slice(0, shownMax)
}

/** A misspelt value would be nothing in the table, or stop every combination at once. */
const misspelt = (
  { shown, until }: Arguments,
  { expect, sweep }: ScenarioFile.Loaded["scenario"],
): string | undefined => {
  const names = Finding.names(expect)
  const asked = [
    ...shown.map((value) => ["--show", value] as const),
    ...(until === undefined ? [] : [["--until", until.value] as const]),
    ...(until !== undefined || sweep?.until === undefined
      ? []
      : [["sweep.until.value", sweep.until.value] as const]),
  ]
  const [wrong] = asked.filter(([, value]) => !names.includes(value))
  if (wrong === undefined) return undefined
  const [where, value] = wrong
  const near = names.filter((name) => name.split(".", 1)[0] === value.split(".", 1)[0])
  const known = (near.length > 0 ? near : names).join(", ")
  return `ipsx sweep: ${where}: expected a value of the tables (${known}), got "${value}"`
}

const commandOf = (given: Arguments, chain: string, plan: Plan.Plan): string =>
  [
    `ipsx sweep ${Words.quote(given.scenario)}`,
    ...plan.axes.map(({ key, values }) => `--vary ${Words.quote(`${key}=${values.join(",")}`)}`),
    `--seeds ${plan.seeds.first}..${plan.seeds.last}`,
    ...given.settings.map((setting) => `--set ${Words.quote(setting)}`),
    `--chain ${chain}`,
  ].join(" ")

const prepare = (given: Arguments, version: string): Result.Result<Prepared, Refusal> =>
  Result.gen(function* () {
    const mode = given.chain === undefined ? [] : [`chain.mode=${given.chain}`]
    const settings = [...given.settings, ...mode]
    const first = yield* ScenarioFile.load(given.scenario, settings)
    const plan = yield* planned(given, first)
    const variants = Array.from({ length: plan.cells }, (_, cell) => Plan.settingsOf(plan, cell))
    const { bundle, base, hashes } = yield* Bundle.read(given.scenario, settings, variants)
    const { name, question, chain, sweep } = base.scenario
    const wrong = misspelt(given, base.scenario)
    if (wrong !== undefined) return yield* refuse(wrong)
    const until = given.until ?? sweep?.until ?? null
    const { code, lockfile, node } = Revision.own()
    const anvil = chain.mode === "anvil" ? Revision.anvil() : null
    const manifest: Manifest.Manifest = {
      schema: "ipsx.sweep/1",
      ipsx: version,
      scenario: { name, question, hash: base.hash },
      settings: given.settings,
      axes: plan.axes,
      hashes,
      seeds: plan.seeds,
      until,
      chain: chain.mode,
      shown: shownOf(given, base, until),
      code,
      lockfile,
      node,
      anvil,
      command: commandOf(given, chain.mode, plan),
    }
    return { manifest, base, job: { bundle, chain: chain.mode, version, code, anvil } }
  })

/** A directory that is new, empty, or of the same sweep; its manifest is written. */
const claim = (directory: string, { manifest, base }: Prepared): Result.Result<void, Refusal> => {
  const bad = (why: string) => refuse(`${directory}: ${why}`)
  try {
    if (existsSync(directory)) {
      if (!statSync(directory).isDirectory()) return bad("expected a directory, got a file")
      if (Manifest.isIn(directory)) {
        const then = Manifest.read(directory)
        if (Result.isFailure(then)) return bad(then.failure)
        const differences = Manifest.differences(then.success, manifest)
        if (differences.length > 0)
          return bad(
            [
              "expected the sweep that was begun there, or a new directory; they differ in",
              ...differences,
            ].join("\n  "),
          )
      } else if (readdirSync(directory).length > 0)
        return bad("expected a new directory, or one of an earlier sweep; it holds other files")
    }
    mkdirSync(directory, { recursive: true })
    Manifest.write(directory, manifest)
    Directory.writeScenario(directory, base)
    return Result.succeed(undefined)
  } catch (error) {
    if (!SystemError.is(error)) throw error
    return bad(`expected a place that can be written to: ${SystemError.writing(error)}`)
  }
}

const backendOf = async (
  { terminal }: Context,
  given: Arguments,
  prepared: Prepared,
): Promise<Backend.Backend> => {
  if (given.queue === undefined)
    return Threads.start(prepared.job, given.workers ?? Threads.workersDefault())
  const Queue = await import("../sweep/Queue.ts")
  return Queue.start(
    given.queue,
    prepared.manifest,
    prepared.job,
    given.workers ?? 0,
    terminal.error,
  )
}

const watchOf = ({ terminal }: Context, given: Arguments) => {
  const isShown = given.progress && terminal.interactive
  let backend: Backend.Backend | undefined
  let stopping = false
  const forget = terminal.onInterrupt(() => {
    stopping = true
    backend?.stop()
    terminal.error("\nStopping; finished runs are kept. Once more to leave at once.\n")
  })
  const began = terminal.seconds()
  return {
    hold: (made: Backend.Backend) => {
      backend = made
      if (stopping) made.stop()
      return made
    },
    progress: ({ done, all }: { readonly done: number; readonly all: number }) => {
      if (isShown)
        terminal.error(`\r\u001b[K${SweepText.progress(done, all, terminal.seconds() - began)}`)
    },
    failed: (failure: Refusal) => terminal.error(`ipsx sweep: ${failure.message}\n`),
    isStopping: () => stopping,
    close: () => {
      forget()
      if (isShown) terminal.error("\r\u001b[K")
    },
  }
}

/** What is on the disk becomes tables, a report and a table on the terminal. */
const conclude = async (
  { terminal }: Context,
  given: Arguments,
  directory: string,
  manifest: Manifest.Manifest,
): Promise<number> => {
  const index = Sweep.open(directory, manifest)
  if (Result.isFailure(index)) {
    terminal.error(`${index.failure.message}\n`)
    return 1
  }
  try {
    const cells = await Merge.write(directory, manifest, index.success, given.scenario)
    Directory.replace(join(directory, "report.html"), SweepReport.html(manifest, cells))
    terminal.out(
      given.format === "json"
        ? `${JSON.stringify(cells, null, 2)}\n`
        : SweepText.table(manifest, cells),
    )
    const problems = SweepText.problems(cells)
    if (problems !== "") terminal.error(problems)
    if (given.format === "text")
      terminal.out(
        given.out === undefined
          ? "Add --out DIR to keep a report and the tables.\n"
          : `Report: ${join(directory, "report.html")}\n`,
      )
    return cells.good === cells.runs && cells.missing.length === 0 ? 0 : 1
  } finally {
    index.success.close()
  }
}

const make = async (
  context: Context,
  given: Arguments,
  prepared: Prepared,
  directory: string,
): Promise<number> => {
  const { terminal } = context
  const { manifest } = prepared
  const before = Sweep.open(directory, manifest)
  if (Result.isFailure(before)) {
    terminal.error(`${before.failure.message}\n`)
    return 2
  }
  const watch = watchOf(context, given)
  const shard = given.shard ?? { index: 1, count: 1 }
  try {
    const { done, all, stopped } = await Sweep.run(
      directory,
      manifest,
      before.success,
      shard,
      async () => watch.hold(await backendOf(context, given, prepared)),
      watch,
    )
    watch.close()
    if (stopped) {
      terminal.error(
        given.out === undefined
          ? `Stopped after ${done} of ${all} runs. With --out DIR they would have been kept.\n`
          : `Stopped after ${done} of ${all} runs. The same command goes on from there.\n`,
      )
      return 0
    }
    if (given.shard !== undefined) {
      terminal.out(
        `Shard ${shard.index}/${shard.count}: ${done} of ${all} runs are in ${join(directory, "parts")}.\nWhen all shards are there, the same command without --shard merges them.\n`,
      )
      return done === all ? 0 : 1
    }
  } finally {
    watch.close()
    before.success.close()
  }
  return conclude(context, given, directory, manifest)
}

/** @returns the exit code. */
export const run = async (context: Context, given: Arguments): Promise<number> => {
  const { terminal, version } = context
  const fail = (message: string): number => {
    terminal.error(`${message}\n`)
    return 2
  }
  const prepared = prepare(given, version)
  if (Result.isFailure(prepared)) return fail(prepared.failure.message)
  const directory =
    given.out === undefined ? mkdtempSync(join(tmpdir(), "ipsx-sweep-")) : resolve(given.out)
  const forget = () => {
    if (given.out === undefined) rmSync(directory, { recursive: true, force: true })
  }
  process.once("exit", forget)
  try {
    if (given.out === undefined) chmodSync(directory, 0o700)
    const claimed = claim(directory, prepared.success)
    if (Result.isFailure(claimed)) return fail(claimed.failure.message)
    return await make(context, given, prepared.success, directory)
  } catch (error) {
    // A queue that cannot be reached, a full disk: the message is the user's, the stack is not.
    if (SystemError.is(error) || (error as { _tag?: string })._tag === "QueueUnusable")
      return fail(
        SystemError.is(error)
          ? `${directory}: the results could not be kept: ${SystemError.writing(error)}`
          : `ipsx sweep: ${(error as Error).message}`,
      )
    throw error
  } finally {
    process.off("exit", forget)
    forget()
  }
}
