// From the words of the command line to an exit code: 0 good, 1 something was found wrong, 2 bad usage or input.
import { BadUsage, type Context } from "./Command.ts"
import * as Commands from "./Commands.ts"
import * as Nearest from "../Nearest.ts"
import type { Runner } from "./RunCommand.ts"
import type { Terminal } from "./Terminal.ts"

/**
 * Does what the arguments ask for.
 *
 * @example
 * process.exitCode = await Main.main(process.argv.slice(2), Terminal.real(), Run.run, "0.1.0")
 */
export const main = async (
  args: ReadonlyArray<string>,
  terminal: Terminal,
  runner: Runner,
  version: string,
): Promise<number> => {
  const context: Context = { terminal, runner, version }
  const [name, ...rest] = args
  const command = Commands.all.find((one) => one.name === name)
  if (command !== undefined) return command.start(context, rest)
  switch (name) {
    case "--version":
      terminal.out(`${version}\n`)
      return 0
    case "--help":
    case "-h":
    case "help": {
      const asked = Commands.all.find((one) => one.name === rest[0])
      terminal.out(name === "help" && asked !== undefined ? asked.help : Commands.overview)
      return 0
    }
  }
  const known = Commands.all.map((one) => one.name)
  const problem =
    name === undefined
      ? "expected a command"
      : `expected a command (${known.join(", ")}), got "${name}"${Nearest.question(name, known)}`
  terminal.error(`${new BadUsage({ problem }).message}\n`)
  return 2
}
