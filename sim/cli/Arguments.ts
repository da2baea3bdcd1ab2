// Reads the command line. What it does not understand comes back as one message that says what would do.
import { parseArgs, type ParseArgsOptionsConfig } from "node:util"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Help from "./Help.ts"

export interface Run {
  readonly command: "run"
  readonly scenario: string
  /** Settings in the form of `--set`, the seed among them. */
  readonly settings: ReadonlyArray<string>
  readonly chain: string | undefined
  readonly out: string | undefined
  readonly format: "text" | "json"
  readonly progress: boolean
  readonly trace: boolean
}
export interface Directory {
  readonly command: "report" | "replay"
  readonly directory: string
}
export interface Validate {
  readonly command: "validate"
  readonly scenarios: ReadonlyArray<string>
}
export interface Show {
  readonly command: "show"
  readonly text: string
}
export type Command = Run | Directory | Validate | Show

type Parsed = Result.Result<Command, BadUsage>

const bad = (message: string, topic?: Help.Topic): Parsed =>
  Result.fail(new BadUsage({ problem: message, ...(topic === undefined ? {} : { topic }) }))

const common = { help: { type: "boolean", short: "h" } } as const satisfies ParseArgsOptionsConfig

const runOptions = {
  ...common,
  seed: { type: "string" },
  chain: { type: "string" },
  tunnel: { type: "string" },
  out: { type: "string" },
  set: { type: "string", multiple: true },
  format: { type: "string" },
  trace: { type: "boolean" },
  "no-progress": { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig

const isUrl = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text)

const split = <O extends ParseArgsOptionsConfig>(args: ReadonlyArray<string>, options: O) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // The parser's messages are one sentence and a hint in the same text; the sentence is what helps.
    return (error as Error).message.split(/\. |\n/)[0]!
  }
}

const run = (args: ReadonlyArray<string>): Parsed => {
  const parsed = split(args, runOptions)
  if (typeof parsed === "string") return bad(parsed, "run")
  const { values, positionals } = parsed
  if (values.help === true) return Result.succeed({ command: "show", text: Help.topics.run })
  if (positionals.length !== 1)
    return bad(`expected one SCENARIO, got ${positionals.length}`, "run")
  const { chain, format = "text", seed, tunnel } = values
  if (chain !== undefined && chain !== "memory" && chain !== "anvil" && !isUrl(chain))
    return bad(`--chain: expected memory, anvil or an http(s) URL, got "${chain}"`, "run")
  if (tunnel !== undefined && tunnel !== "null")
    return bad(`--tunnel: expected null, got "${tunnel}"`, "run")
  if (format !== "text" && format !== "json")
    return bad(`--format: expected text or json, got "${format}"`, "run")
  if (seed !== undefined && !/^(0|[1-9]\d{0,18})$/.test(seed))
    return bad(`--seed: expected an integer ≥ 0 with at most 19 digits, got "${seed}"`, "run")
  if (values.trace === true && values.out === undefined)
    return bad("--trace: expected --out DIR with it", "run")
  return Result.succeed({
    command: "run",
    scenario: positionals[0]!,
    settings: [...(values.set ?? []), ...(seed === undefined ? [] : [`seed="${seed}"`])],
    chain,
    out: values.out,
    format,
    progress: values["no-progress"] !== true,
    trace: values.trace === true,
  })
}

const directory = (command: "report" | "replay", args: ReadonlyArray<string>): Parsed => {
  const parsed = split(args, common)
  if (typeof parsed === "string") return bad(parsed, command)
  if (parsed.values.help === true)
    return Result.succeed({ command: "show", text: Help.topics[command] })
  const [dir] = parsed.positionals
  if (dir === undefined || parsed.positionals.length > 1)
    return bad(`expected one DIR, got ${parsed.positionals.length}`, command)
  return Result.succeed({ command, directory: dir })
}

const validate = (args: ReadonlyArray<string>): Parsed => {
  const parsed = split(args, common)
  if (typeof parsed === "string") return bad(parsed, "validate")
  if (parsed.values.help === true)
    return Result.succeed({ command: "show", text: Help.topics.validate })
  if (parsed.positionals.length === 0) return bad("expected one SCENARIO at least", "validate")
  return Result.succeed({ command: "validate", scenarios: parsed.positionals })
}

/**
 * The command that the words after the program's name ask for.
 *
 * @example
 * Arguments.parse(["run", "scenarios/quickstart.yaml", "--seed", "8"], "0.1.0")
 */
export const parse = (args: ReadonlyArray<string>, version: string): Parsed => {
  const [command, ...rest] = args
  switch (command) {
    case "run":
      return run(rest)
    case "report":
    case "replay":
      return directory(command, rest)
    case "validate":
      return validate(rest)
    case "--version":
      return Result.succeed({ command: "show", text: `${version}\n` })
    case "--help":
    case "-h":
    case "help":
      return Result.succeed({ command: "show", text: Help.overview })
    case undefined:
      return bad("expected a command")
    default:
      return bad(`expected a command (${Object.keys(Help.topics).join(", ")}), got "${command}"`)
  }
}

export class BadUsage extends Schema.TaggedError<BadUsage>()("BadUsage", {
  problem: Schema.String,
  topic: Schema.optionalKey(Schema.String),
}) {
  override get message(): string {
    const topic = this.topic === undefined ? "" : ` ${this.topic}`
    return `ipsx${topic}: ${this.problem}\nTry: ipsx${topic} --help`
  }
}
