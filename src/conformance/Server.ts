// The driver's side of the protocol over any subject: one line in, one line out. Pure of input and output, so that it
// runs in a process, in a test, or behind anything else that carries lines.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { JsonObject } from "./Json.ts"
import {
  type Class,
  type Opening,
  run,
  type Session,
  type Subject,
  Unsupported,
} from "./Subject.ts"
import * as Wire from "./Wire.ts"

export interface Server {
  /** The answer to one line, without its line feed. */
  readonly answer: (line: string) => Promise<string>
  /** Whether `stop` has come. */
  readonly isStopped: () => boolean
}

type Command = Wire.Command
type Of<C extends Command["cmd"]> = Extract<Command, { readonly cmd: C }>

const decode = Schema.decodeUnknownResult(Wire.Command)

/**
 * A driver over a subject.
 *
 * @example
 * const server = Server.make(Reference.subject("full"))
 * await server.answer('{"cmd":"stop","seq":1}') // '{"seq":1}'
 */
export const make = (subject: Subject): Server => {
  let session: Session | undefined
  let stopped = false

  const opening = (command: Of<"run"> | Of<"reset">): Opening => {
    if (!(subject.classes as ReadonlyArray<string>).includes(command.class))
      throw new Unsupported({ what: `the class ${command.class}` })
    return {
      class: command.class as Class,
      params: command.params as JsonObject,
      observe: command.observe ?? subject.observe,
    }
  }

  const obey = async (command: Command): Promise<object> => {
    switch (command.cmd) {
      case "start":
        return introduction(subject)
      case "run": {
        const events = command.events as ReadonlyArray<JsonObject>
        return { results: await run(subject, opening(command), events) }
      }
      case "reset":
        session = await subject.open(opening(command))
        return {}
      case "step":
        if (session === undefined) throw new Unsupported({ what: "a step before a reset" })
        return { result: await session.step(command.event as JsonObject) }
      case "stop":
        stopped = true
        return {}
    }
  }

  const answer = async (line: string): Promise<string> => {
    const parsed = parse(line)
    if (typeof parsed === "string")
      return JSON.stringify({ seq: null, errored: true, message: parsed })
    const { seq = null } = parsed
    const command = decode(parsed)
    if (Result.isFailure(command))
      return JSON.stringify({
        seq,
        skipped: true,
        message: `not a command of protocol ${Wire.protocol} that is known here: ${String(parsed.cmd)}`,
      })
    try {
      return JSON.stringify({ seq, ...(await obey(command.success)) })
    } catch (error) {
      return JSON.stringify({ seq, ...failure(error) })
    }
  }
  return { answer, isStopped: () => stopped }
}

const introduction = ({ name, version, classes, roles, observe }: Subject): object => ({
  protocol: Wire.protocol,
  implementation: { name, version, language: "typescript" },
  classes,
  roles,
  observe,
  step: true,
})

const failure = (error: unknown): object =>
  error instanceof Unsupported
    ? { skipped: true, message: error.message }
    : { errored: true, message: error instanceof Error ? error.message : String(error) }

const parse = (line: string): { readonly seq?: unknown; readonly cmd?: unknown } | string => {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === "object" && value !== null) return value
    return "a line is one JSON object"
  } catch (error) {
    return `not JSON: ${(error as Error).message}`
  }
}
