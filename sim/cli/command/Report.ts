// `ipsx report`: the report of a run, rebuilt out of what it left.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Result from "effect/Result"
import * as Report from "../../report/Report.ts"
import * as ScenarioFile from "../../ScenarioFile.ts"
import * as Command from "../Command.ts"
import * as Directory from "../Directory.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx report DIR

Rebuilds DIR/report.html out of the results of a run.
`

const run = (terminal: Terminal, directory: string): number => {
  const results = Directory.read(directory)
  if (Result.isFailure(results)) {
    terminal.error(`${results.failure.message}\n`)
    return 2
  }
  const { summary, details } = results.success
  const path = join(directory, "report.html")
  try {
    writeFileSync(path, Report.html(summary, details))
  } catch (error) {
    terminal.error(`${path}: cannot be written: ${ScenarioFile.reason(error)}\n`)
    return 2
  }
  terminal.out(`${path}\n`)
  return 0
}

export const command = Command.make({
  name: "report",
  operands: "DIR",
  about: "rebuild the report of a run",
  help,
  read: (args) => Command.oneOf("report", "DIR", args),
  run: async ({ terminal }, directory) => run(terminal, directory),
})
