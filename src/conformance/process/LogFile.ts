// A log file line by line, whoever wrote it: ours (`ipsx.log/1`), the simulator's trace, or a node's `eth_getLogs`.
import { createReadStream, existsSync, readFileSync } from "node:fs"
import * as path from "node:path"
import { createInterface } from "node:readline"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as AbiLog from "../../chain/AbiLog.ts"
import { Log } from "../../model/Log.ts"
import * as Parameters from "../../model/Parameters.ts"
import * as Json from "../Json.ts"
import * as Line from "../log/Line.ts"
import type { Broken, Record } from "../log/Record.ts"
import * as LogRules from "../LogRules.ts"

export interface Options {
  /** A file, or the name of a set in the folder; standard ones when left out. */
  readonly parameters?: string | undefined
  readonly folder: string
  /** The second in which a simulation began, for its traces. */
  readonly epoch: number
}

export interface Judged {
  readonly findings: ReadonlyArray<{ readonly line: number; readonly broken: Broken }>
  readonly seen: ReturnType<LogRules.Checker["seen"]>
  readonly lines: number
}

/** Findings that are kept; more say nothing new. */
const findingsMax = 1_000

/**
 * Judges a whole file.
 *
 * @example
 * const judged = await LogFile.judge("trace.ndjson", { parameters: "small", folder, epoch })
 */
export const judge = async (
  file: string,
  options: Options,
): Promise<Result.Result<Judged, BadLog | BadParameters>> => {
  const parameters = parametersOf(options)
  if (Result.isFailure(parameters)) return Result.fail(parameters.failure)
  if (!existsSync(file)) return Result.fail(new BadLog({ file, problem: "there is no such file" }))
  const checker = LogRules.make({ parameters: parameters.success })
  const findings: Array<Judged["findings"][number]> = []
  const reader = readers(options.epoch)
  let line = 0
  const give = (records: ReadonlyArray<Record>, at: number): void => {
    for (const record of records) {
      const broken = checker.take(record)
      if (broken !== undefined && findings.length < findingsMax) findings.push({ line: at, broken })
    }
  }
  const input = createInterface({ input: createReadStream(file), crlfDelay: Infinity })
  try {
    for await (const text of input) {
      line++
      if (text.trim() === "") continue
      give(reader.take(JSON.parse(text)), line)
    }
    give(reader.end(), line)
  } catch (error) {
    return Result.fail(new BadLog({ file: `${file}:${line}`, problem: (error as Error).message }))
  }
  return Result.succeed({ findings, seen: checker.seen(), lines: line })
}

const decodeParameters = Schema.decodeUnknownResult(Parameters.Parameters)

const parametersOf = ({
  parameters: name = "default",
  folder,
}: Options): Result.Result<Json.JsonObject, BadParameters> => {
  const named = path.join(folder, `${name}.json`)
  try {
    const text = readFileSync(existsSync(named) ? named : name, "utf8")
    const value = JSON.parse(text) as Json.JsonObject
    const decoded = decodeParameters(value)
    return Result.isSuccess(decoded)
      ? Result.succeed(value)
      : Result.fail(new BadParameters({ name, problem: String(decoded.failure) }))
  } catch (error) {
    return Result.fail(new BadParameters({ name, problem: (error as Error).message }))
  }
}

interface Reader {
  readonly take: (value: Json.Json) => ReadonlyArray<Record>
  readonly end: () => ReadonlyArray<Record>
}

type Block = Extract<Record, { readonly kind: "block" }>

// One line of whatever writer: a whole record, or a part of the block of a key.
type Piece =
  | { readonly record: Record }
  | {
      readonly key: string
      readonly block: Omit<Block, "kind" | "logs">
      readonly log?: Json.JsonObject
      readonly transaction?: Json.JsonObject
    }

const readers = (epoch: number): Reader => {
  let open:
    | { readonly key: string; readonly parts: Array<Exclude<Piece, { record: Record }>> }
    | undefined
  const close = (): ReadonlyArray<Record> => {
    if (open === undefined) return []
    const { parts } = open
    open = undefined
    const logs = parts.flatMap(({ log }) => (log === undefined ? [] : [log]))
    const transactions = parts.flatMap(({ transaction }) =>
      transaction === undefined ? [] : [transaction],
    )
    const block = { kind: "block" as const, ...parts[0]!.block, logs }
    return [transactions.length > 0 ? { ...block, transactions } : block]
  }
  return {
    take: (value) => {
      const piece = pieceOf(value, epoch)
      if (piece === undefined) return []
      if ("record" in piece) return [...close(), piece.record]
      const before = open?.key === piece.key ? [] : close()
      open ??= { key: piece.key, parts: [] }
      open.parts.push(piece)
      return before
    },
    end: close,
  }
}

const pieceOf = (value: Json.Json, epoch: number): Piece | undefined => {
  if (Array.isArray(value)) return simulated(value, epoch)
  if (typeof value !== "object" || value === null)
    throw new Error("expected a JSON object or a list")
  const object = value as Json.JsonObject
  if (object.topics !== undefined) return logged(object)
  const record = Line.record(object)
  return record === undefined ? undefined : { record }
}

// The simulator's trace: [milliseconds, what, …]; of a log of the chain its fields follow in their order.
const simulated = (
  [at, what, ...rest]: ReadonlyArray<Json.Json>,
  epoch: number,
): Piece | undefined => {
  const key = String(at)
  const block = { timestamp: epoch + Math.floor((at as number) / 1000) }
  if (what === "included") return { key, block, transaction: { type: rest[0]!, sender: rest[1]! } }
  const names = logFields[what as string]
  if (names === undefined) return undefined
  const fields = names.map((name, place) => [name, rest[place]!] as const)
  return { key, block, log: { event: what!, ...Object.fromEntries(fields) } }
}

// The fields of each log in their order; the trace has the number of the lease in the place of its channel's id.
const logFields: { readonly [tag: string]: ReadonlyArray<string> | undefined } = Object.fromEntries(
  Object.entries(Log.cases).map(([tag, { fields }]) => [
    tag,
    Object.keys(fields).filter((name) => name !== "_tag"),
  ]),
)

// A log of a node, as `eth_getLogs` gives it. Newer nodes say the block's time too.
const logged = (raw: Json.JsonObject): Piece | undefined => {
  const log = AbiLog.decode(raw as unknown as AbiLog.RawLog)
  if (log === undefined) return undefined
  const number = Number(raw.blockNumber)
  const time = raw.blockTimestamp
  const block = { number, ...(time === undefined ? {} : { timestamp: Number(time) }) }
  return { key: String(number), block, log: Json.tagged("event", log) }
}

export class BadLog extends Schema.TaggedError<BadLog>()("BadLog", {
  file: Schema.String,
  problem: Schema.String,
}) {
  override get message(): string {
    return `${this.file}: ${this.problem}: expected one JSON object a line, as spec/schemas/log.schema.json has it`
  }
}

export class BadParameters extends Schema.TaggedError<BadParameters>()("BadParameters", {
  name: Schema.String,
  problem: Schema.String,
}) {
  override get message(): string {
    return `--parameters ${this.name}: ${this.problem}: expected "default", "small" or a file like those in spec/parameters`
  }
}
