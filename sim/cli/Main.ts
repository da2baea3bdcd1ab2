// From the words of the command line to an exit code: 0 good, 1 something was found wrong, 2 bad usage or input.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Result from "effect/Result"
import * as Report from "../report/Report.ts"
import * as ScenarioFile from "../ScenarioFile.ts"
import * as Arguments from "./Arguments.ts"
import * as Directory from "./Directory.ts"
import * as Replay from "./Replay.ts"
import * as RunCommand from "./RunCommand.ts"
import type { Terminal } from "./Terminal.ts"

const validate = (terminal: Terminal, scenarios: ReadonlyArray<string>): number => {
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

const report = (terminal: Terminal, directory: string): number => {
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

/**
 * Does what the arguments ask for.
 *
 * @example
 * process.exitCode = await Main.main(process.argv.slice(2), Terminal.real(), Run.run, "0.1.0")
 */
export const main = async (
  args: ReadonlyArray<string>,
  terminal: Terminal,
  runner: RunCommand.Runner,
  version: string,
): Promise<number> => {
  const parsed = Arguments.parse(args, version)
  if (Result.isFailure(parsed)) {
    terminal.error(`${parsed.failure.message}\n`)
    return 2
  }
  const command = parsed.success
  switch (command.command) {
    case "show":
      terminal.out(command.text)
      return 0
    case "validate":
      return validate(terminal, command.scenarios)
    case "report":
      return report(terminal, command.directory)
    case "run":
      return RunCommand.run(terminal, runner, version, command)
    case "replay":
      return Replay.run(terminal, runner, version, command.directory)
  }
}
