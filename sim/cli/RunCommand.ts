// `ipsx run`: one run, from the scenario's file to the results' directory.
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import type { Options } from "../Progress.ts"
import * as Report from "../report/Report.ts"
import * as ScenarioFile from "../ScenarioFile.ts"
import * as Summary from "../Summary.ts"
import type * as Arguments from "./Arguments.ts"
import * as Directory from "./Directory.ts"
import * as SummaryText from "./SummaryText.ts"
import * as Tables from "./Tables.ts"
import type { Terminal } from "./Terminal.ts"
import * as Watch from "./Watch.ts"

/** What runs a scenario: `Run.run`, or a stand-in of a test. Its failures are of the input, not of the program. */
export type Runner = (
  loaded: ScenarioFile.Loaded,
  options: Options,
) => Effect.Effect<Summary.RunResult, { readonly message: string }>

export type Outcome = Exit.Exit<Summary.RunResult, { readonly message: string }>

/**
 * What a run that did not end says, and the exit code: 2 and one message for what the input or the machine
 * lacks, 1 and the whole story for a mistake of the program.
 */
export const complain = (
  terminal: Terminal,
  cause: Cause.Cause<{ readonly message: string }>,
): number => {
  const failure = Cause.findError(cause)
  if (Result.isSuccess(failure)) {
    terminal.error(`ipsx: ${failure.success.message}\n`)
    return 2
  }
  terminal.error(
    `ipsx: this is a mistake of the program, please report it:\n${Cause.pretty(cause)}\n`,
  )
  return 1
}

const quote = (word: string): string =>
  /^[\w./:=@,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

const commandOf = (command: Arguments.Run, loaded: ScenarioFile.Loaded, chain: string): string =>
  [
    "ipsx run",
    quote(command.scenario),
    ...command.settings.filter((s) => !s.startsWith("seed=")).map((s) => `--set ${quote(s)}`),
    `--seed ${loaded.scenario.seed}`,
    `--chain ${quote(chain)}`,
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
  temporary: string,
  path: string,
  result: Summary.RunResult,
  origin: Directory.Origin,
  loaded: ScenarioFile.Loaded,
): Promise<void> => {
  const { summary, details } = result
  Directory.write(temporary, { summary, details, origin }, loaded)
  await Tables.write(temporary, result.tables)
  writeFileSync(join(temporary, "report.html"), Report.html(summary, details))
  Directory.finish(temporary, path)
}

/** @returns the exit code. */
export const run = async (
  terminal: Terminal,
  runner: Runner,
  version: string,
  command: Arguments.Run,
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
  const target = command.out === undefined ? undefined : Directory.check(command.out)
  if (target !== undefined && Result.isFailure(target)) return refuse(target.failure)
  const chain = isUrl ? command.chain! : loaded.scenario.chain.mode
  const replay = commandOf(command, loaded, chain)
  const temporary = target === undefined ? undefined : Directory.begin(target.success)
  try {
    const outcome = await attempt(
      terminal,
      runner,
      loaded,
      { chain, version, replay },
      {
        progress: command.progress,
        ...(command.trace && temporary !== undefined ? { traceInto: temporary } : {}),
      },
    )
    if (Exit.isFailure(outcome)) return complain(terminal, outcome.cause)
    const { summary, details } = outcome.value
    if (target !== undefined && temporary !== undefined) {
      const origin = {
        schema: "ipsx.run/1",
        chain,
        command: replay,
        node: process.version,
      } as const
      await keep(temporary, target.success, outcome.value, origin, loaded)
    }
    if (command.format === "json") terminal.out(`${JSON.stringify(summary, null, 2)}\n`)
    else {
      terminal.out(SummaryText.of(summary, details))
      terminal.out(
        target === undefined
          ? "Add --out DIR to keep a report and the tables.\n"
          : `Report: ${join(target.success, "report.html")}\n`,
      )
    }
    return Summary.isGood(summary) ? 0 : 1
  } finally {
    if (temporary !== undefined) Directory.abandon(temporary)
  }
}
