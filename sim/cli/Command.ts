// What a command of the program is: what it says about itself, how it reads its arguments, what it does.
import { parseArgs, type ParseArgsOptionsConfig } from "node:util"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Nearest from "../Nearest.ts"
import type { Runner } from "./RunCommand.ts"
import type { Terminal } from "./Terminal.ts"

/** What a command is given of the outside. */
export interface Context {
  readonly terminal: Terminal
  readonly runner: Runner
  readonly version: string
}

export interface Command {
  readonly name: string
  /** What follows the name on its line of the overview, like `SCENARIO…`. */
  readonly operands: string
  /** One line for the overview. */
  readonly about: string
  readonly help: string
  /** Reads the words after the name; the exit code comes out. */
  readonly start: (context: Context, args: ReadonlyArray<string>) => Promise<number>
}

export type Read<A> = Result.Result<A, BadUsage>

/**
 * A command out of how it reads its arguments and what it does with them. `--help` is answered here, and what
 * cannot be read is said with the exit code 2.
 *
 * @example
 * Command.make({
 *   name: "report", operands: "DIR", about: "rebuild the report of a run", help: "…",
 *   read: (args) => Command.oneOf("report", "DIR", args),
 *   run: async ({ terminal }, directory) => 0,
 * })
 */
export const make = <A>(command: {
  readonly name: string
  readonly operands: string
  readonly about: string
  readonly help: string
  readonly read: (args: ReadonlyArray<string>) => Read<A>
  readonly run: (context: Context, given: A) => Promise<number>
}): Command => ({
  name: command.name,
  operands: command.operands,
  about: command.about,
  help: command.help,
  start: async (context, args) => {
    const end = args.indexOf("--")
    const own = end < 0 ? args : args.slice(0, end)
    if (own.includes("--help") || own.includes("-h")) {
      context.terminal.out(command.help)
      return 0
    }
    const read = command.read(args)
    if (Result.isSuccess(read)) return command.run(context, read.success)
    context.terminal.error(`${read.failure.message}\n`)
    return 2
  },
})

/** A refusal of arguments; `command` is the one whose help would tell. */
export const bad = (problem: string, command?: string): Result.Result<never, BadUsage> =>
  Result.fail(new BadUsage({ problem, ...(command === undefined ? {} : { command }) }))

// The parser's messages are one sentence and a hint in the same text; the sentence is what helps.
const refusal = (
  { message }: Error,
  args: ReadonlyArray<string>,
  options: ParseArgsOptionsConfig,
): string => {
  const [sentence = ""] = message.split(/\. |\n/)
  const names = Object.keys(options).map((name) => `--${name}`)
  const [, unknown] = /^Unknown option '([^']+)'/.exec(sentence) ?? []
  if (unknown !== undefined) return `${sentence}${Nearest.question(unknown, names)}`
  const [, ambiguous] =
    /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument is ambiguous/.exec(sentence) ?? []
  if (ambiguous === undefined) return sentence
  const value = args[args.indexOf(ambiguous) + 1]
  return `${ambiguous}: expected a value, got ${value}, which looks like an option; one that begins with a dash is written ${ambiguous}=${value}`
}

/** Splits arguments into options and operands, by the rules of `node:util`; an empty word is a variable that was not set. */
export const split = <O extends ParseArgsOptionsConfig>(
  command: string,
  args: ReadonlyArray<string>,
  options: O,
) => {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const [empty] = Object.entries(parsed.values).filter(([, value]) => value === "")
    if (empty !== undefined)
      return bad(`--${empty[0]}: expected a value, got an empty one`, command)
    if (parsed.positionals.includes("")) return bad("expected no empty words", command)
    return Result.succeed(parsed)
  } catch (error) {
    return bad(refusal(error as Error, args, options), command)
  }
}

/** The only operand of a command that takes one and no options. */
export const oneOf = (
  command: string,
  operand: string,
  args: ReadonlyArray<string>,
): Read<string> =>
  Result.flatMap(split(command, args, {}), ({ positionals }) =>
    positionals.length === 1
      ? Result.succeed(positionals[0]!)
      : bad(`expected one ${operand}, got ${positionals.length}`, command),
  )

export class BadUsage extends Schema.TaggedError<BadUsage>()("BadUsage", {
  problem: Schema.String,
  command: Schema.optionalKey(Schema.String),
}) {
  override get message(): string {
    const command = this.command === undefined ? "" : ` ${this.command}`
    return `ipsx${command}: ${this.problem}\nTry: ipsx${command} --help`
  }
}
