// `ipsx validate`: scenarios checked without running them.
import * as Result from "effect/Result"
import * as ScenarioFile from "../../ScenarioFile.ts"
import * as Command from "../Command.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx validate SCENARIO…

Checks scenarios, and says for everything that is wrong where it is and what was expected.
`

const read = (args: ReadonlyArray<string>): Command.Read<ReadonlyArray<string>> =>
  Result.flatMap(Command.split("validate", args, {}), ({ positionals }) =>
    positionals.length === 0
      ? Command.bad("expected one SCENARIO at least", "validate")
      : Result.succeed(positionals),
  )

const run = (terminal: Terminal, scenarios: ReadonlyArray<string>): number => {
  let bad = 0
  for (const path of scenarios) {
    const loaded = ScenarioFile.load(path)
    if (Result.isSuccess(loaded)) terminal.out(`${path}: ok\n`)
    else {
      bad += 1
      terminal.error(`${loaded.failure.message}\n`)
    }
  }
  return bad === 0 ? 0 : 2
}

export const command = Command.make({
  name: "validate",
  operands: "SCENARIO…",
  about: "check scenarios without running them",
  help,
  read,
  run: async ({ terminal }, scenarios) => run(terminal, scenarios),
})
