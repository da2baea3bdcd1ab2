// `ipsx report`: the report of a run or a sweep, rebuilt out of what it left.
import { join } from "node:path"
import * as Result from "effect/Result"
import * as Report from "../../report/Report.ts"
import * as SweepReport from "../../report/SweepReport.ts"
import * as Manifest from "../../sweep/Manifest.ts"
import * as Merge from "../../sweep/Merge.ts"
import * as Command from "../Command.ts"
import * as Directory from "../Directory.ts"
import type { Terminal } from "../Terminal.ts"
import * as SystemError from "../../SystemError.ts"

const help = `ipsx report DIR

Rebuilds DIR/report.html out of the results of a run or a sweep.
`

const keep = (terminal: Terminal, directory: string, page: string): number => {
  const path = join(directory, "report.html")
  try {
    Directory.replace(path, page)
  } catch (error) {
    if (!SystemError.is(error)) throw error
    terminal.error(`${path}: cannot be written: ${SystemError.writing(error)}\n`)
    return 2
  }
  terminal.out(`${path}\n`)
  return 0
}

const sweep = (terminal: Terminal, directory: string): number => {
  const page = Result.gen(function* () {
    const manifest = yield* Manifest.read(directory)
    return SweepReport.html(manifest, yield* Merge.read(directory))
  })
  if (Result.isSuccess(page)) return keep(terminal, directory, page.success)
  terminal.error(`${directory}: ${page.failure}\n`)
  return 2
}

const run = (terminal: Terminal, directory: string): number => {
  if (Manifest.isIn(directory)) return sweep(terminal, directory)
  const results = Directory.read(directory)
  if (Result.isFailure(results)) {
    terminal.error(`${results.failure.message}\n`)
    return 2
  }
  const { summary, details } = results.success
  return keep(terminal, directory, Report.html(summary, details))
}

export const command = Command.make({
  name: "report",
  operands: "DIR",
  about: "rebuild the report of a run or a sweep",
  help,
  read: (args) => Command.oneOf("report", "DIR", args),
  run: async ({ terminal }, directory) => run(terminal, directory),
})
