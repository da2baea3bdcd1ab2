// `ipsx replay`: the same run again, and every hash compared (IPSX-SIM-001).
import { join } from "node:path"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as ScenarioFile from "../ScenarioFile.ts"
import type { Summary } from "../Summary.ts"
import * as Complaint from "./Complaint.ts"
import * as Directory from "./Directory.ts"
import * as RunCommand from "./RunCommand.ts"
import type { Terminal } from "./Terminal.ts"

type Row = readonly [name: string, then: string, now: string]

const compared = (then: Summary, now: Summary): ReadonlyArray<Row> => [
  ["scenario", then.scenario.hash, now.scenario.hash],
  ["trace", then.traceHash, now.traceHash],
  ["state", then.chain.stateDigest, now.chain.stateDigest],
  ...(then.chain.headHash === null
    ? []
    : [["head block", then.chain.headHash, now.chain.headHash ?? "none"] as const]),
  ["events", String(then.events), String(now.events)],
]

/** @returns the exit code: 0 when all hashes are equal, 1 when one differs. */
export const run = async (
  terminal: Terminal,
  runner: RunCommand.Runner,
  version: string,
  directory: string,
): Promise<number> => {
  const refuse = (error: { readonly message: string }): number => {
    terminal.error(`${error.message}\n`)
    return 2
  }
  const results = Directory.read(directory)
  if (Result.isFailure(results)) return refuse(results.failure)
  const { summary, origin } = results.success
  // An interrupted run is repeated up to the event at which it stopped.
  const settings = summary.partial ? [`maxEvents=${summary.events}`] : []
  const loading = ScenarioFile.load(join(directory, "scenario.yaml"), settings)
  if (Result.isFailure(loading)) return refuse(loading.failure)
  if (summary.ipsx !== version)
    terminal.error(`The run was made by ipsx ${summary.ipsx}, this is ${version}.\n`)
  const options = { chain: origin.chain, version, replay: origin.command }
  const shown = { progress: true }
  const outcome = await RunCommand.attempt(terminal, runner, loading.success, options, shown)
  if (Exit.isFailure(outcome)) return Complaint.say(terminal, outcome.cause)
  const rows = compared(summary, outcome.value.summary)
  for (const [name, then, now] of rows)
    terminal.out(
      then === now
        ? `✓ ${name.padEnd(10)} ${then}\n`
        : `✗ ${name.padEnd(10)} was ${then}\n${" ".repeat(13)}is  ${now}\n`,
    )
  return rows.every(([, then, now]) => then === now) ? 0 : 1
}
