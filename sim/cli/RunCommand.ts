// `ipsx run`: one run, from the scenario's file to the results' directory.
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import type { Options } from "../Progress.ts"
import * as Report from "../report/Report.ts"
import * as ScenarioFile from "../ScenarioFile.ts"
import * as Summary from "../Summary.ts"
import * as Complaint from "./Complaint.ts"
import * as Directory from "./Directory.ts"
import * as SummaryText from "./SummaryText.ts"
import * as Tables from "./Tables.ts"
import type { Terminal } from "./Terminal.ts"
import * as Watch from "./Watch.ts"
import * as Words from "../Words.ts"
import * as SystemError from "../SystemError.ts"

/** What runs a scenario: `Run.run`, or a stand-in of a test. Its failures are of the input, not of the program. */
export type Runner = (
  loaded: ScenarioFile.Loaded,
  options: Options,
) => Effect.Effect<Summary.RunResult, { readonly message: string }>

/** What `ipsx run` is asked for. */
export interface Arguments {
  readonly scenario: string
  /** Settings in the form of `--set`, the seed among them. */
  readonly settings: ReadonlyArray<string>
  readonly chain: string | undefined
  readonly tunnel: "null" | "embedded"
  readonly out: string | undefined
  readonly format: "text" | "json"
  readonly progress: boolean
  readonly trace: boolean
}

export type Outcome = Exit.Exit<Summary.RunResult, { readonly message: string }>

const commandOf = (command: Arguments, loaded: ScenarioFile.Loaded, chain: string): string =>
  [
    "ipsx run",
    Words.quote(command.scenario),
    ...command.settings.filter((s) => !s.startsWith("seed=")).map((s) => `--set ${Words.quote(s)}`),
    `--seed ${loaded.scenario.seed}`,
    `--chain ${Words.quote(chain)}`,
    ...(command.tunnel === "null" ? [] : [`--tunnel ${command.tunnel}`]),
  ].join(" ")

const traceTo = (directory: string) => {
  const file = openSync(join(directory, "trace.ndjson"), "w")
  let lines: Array<string> = []
  const flush = () => {
    if (lines.length > 0) writeSync(file, `${lines.join("\n")}\n`)
    lines = []
  }
  return {
    write: (line: string) => {
      if (lines.push(line) === 10_000) flush()
    },
    close: () => {
      flush()
      closeSync(file)
    },
  }
}

/** Runs with a progress bar and Ctrl-C; a trace goes into the unfinished directory. */
export const attempt = async (
  terminal: Terminal,
  runner: Runner,
  loaded: ScenarioFile.Loaded,
  options: Omit<Options, "observer" | "trace">,
  shown: { readonly progress: boolean; readonly traceInto?: string },
): Promise<Outcome> => {
  const watch = Watch.start(terminal, shown.progress)
  const trace = shown.traceInto === undefined ? undefined : traceTo(shown.traceInto)
  try {
    return await Effect.runPromiseExit(
      Effect.suspend(() =>
        runner(loaded, {
          ...options,
          observer: watch,
          ...(trace === undefined ? {} : { trace: trace.write }),
        }),
      ),
    )
  } finally {
    trace?.close()
    watch.close()
  }
}

const keep = async (
  place: Directory.Place,
  result: Summary.RunResult,
  origin: Directory.Origin,
  loaded: ScenarioFile.Loaded,
): Promise<Result.Result<void, Directory.UnusableDirectory>> => {
  const { summary, details } = result
  const { temporary } = place
  try {
    Directory.write(temporary, { summary, details, origin }, loaded)
    await Tables.write(temporary, result.tables)
    writeFileSync(join(temporary, "report.html"), Report.html(summary, details))
    return Result.succeed(Directory.finish(place))
  } catch (error) {
    if (!SystemError.is(error)) throw error
    return Result.fail(Directory.unwritten(place, error))
  }
}

/** On standard output the table, or the summary and nothing else; then what went wrong is said beside it. */
const show = (
  terminal: Terminal,
  { format }: Arguments,
  summary: Summary.Summary,
  details: Summary.Details,
): void => {
  if (format === "text") return terminal.out(SummaryText.of(summary, details))
  terminal.out(`${JSON.stringify(summary, null, 2)}\n`)
  const problems = SummaryText.problems(summary, details)
  if (problems !== "") terminal.error(problems)
}

/** PERF: a run without real tunnels does not load them. */
const carrierOf = async (tunnel: Arguments["tunnel"]): Promise<Pick<Options, "carrier">> => {
  if (tunnel === "null") return {}
  const { embedded } = await import("../Carrier.ts")
  return { carrier: await embedded({ speed: 1 }) }
}

/** @returns the exit code. */
export const run = async (
  terminal: Terminal,
  runner: Runner,
  version: string,
  command: Arguments,
): Promise<number> => {
  const refuse = (error: { readonly message: string }): number => {
    terminal.error(`${error.message}\n`)
    return 2
  }
  const isUrl = command.chain !== undefined && command.chain.includes("://")
  const mode = command.chain === undefined || isUrl ? [] : [`chain.mode=${command.chain}`]
  const loading = ScenarioFile.load(command.scenario, [...command.settings, ...mode])
  if (Result.isFailure(loading)) return refuse(loading.failure)
  const loaded = loading.success
  const opened = command.out === undefined ? undefined : Directory.open(command.out)
  if (opened !== undefined && Result.isFailure(opened)) return refuse(opened.failure)
  const place = opened?.success
  const chain = isUrl ? command.chain! : loaded.scenario.chain.mode
  const replay = commandOf(command, loaded, chain)
  const abandon = () => (place === undefined ? undefined : Directory.abandon(place))
  // A second Ctrl-C ends the program in the middle of this, also while the results are written.
  const forget = terminal.onInterrupt(() => {})
  process.once("exit", abandon)
  try {
    const outcome = await attempt(
      terminal,
      runner,
      loaded,
      { chain, version, replay, ...(await carrierOf(command.tunnel)) },
      {
        progress: command.progress,
        ...(command.trace && place !== undefined ? { traceInto: place.temporary } : {}),
      },
    )
    if (Exit.isFailure(outcome)) return Complaint.say(terminal, outcome.cause)
    const { summary, details } = outcome.value
    show(terminal, command, summary, details)
    if (place !== undefined) {
      const origin = {
        schema: "ipsx.run/1",
        chain,
        command: replay,
        node: process.version,
      } as const
      const kept = await keep(place, outcome.value, origin, loaded)
      if (Result.isFailure(kept)) return refuse(kept.failure)
    }
    if (command.format === "text")
      terminal.out(
        place === undefined
          ? "Add --out DIR to keep a report and the tables.\n"
          : `Report: ${join(place.path, "report.html")}\n`,
      )
    return Summary.isGood(summary) ? 0 : 1
  } finally {
    forget()
    process.off("exit", abandon)
    abandon()
  }
}
