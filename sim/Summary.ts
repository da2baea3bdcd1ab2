// What a run says about itself. `Summary` is the contract of `summary.json`, field for field; the rest of
// a `RunResult` feeds the report and the tables. The JSON Schema in `spec/schemas/` is generated from here.
import * as Schema from "effect/Schema"
import type * as Table from "./Table.ts"

const Count = Schema.Int.pipe(Schema.check(Schema.isGreaterThanOrEqualTo(0)))
const Hash = Schema.String.pipe(Schema.check(Schema.isPattern(/^0x[0-9a-f]{64}$/u)))
/** A decimal string of base units or of gas: numbers that a double cannot hold. */
const Decimal = Schema.String.pipe(Schema.check(Schema.isPattern(/^(0|-?[1-9][0-9]*)$/u)))
const Seed = Schema.String.pipe(Schema.check(Schema.isPattern(/^(0|[1-9][0-9]{0,18})$/u)))
const NonNegative = Schema.Finite.pipe(Schema.check(Schema.isGreaterThanOrEqualTo(0)))

/** A value that an expectation found under its path: `null` when the path leads nowhere. */
export const Value = Schema.Union([Schema.Finite, Schema.String, Schema.Boolean, Schema.Null])
export type Value = typeof Value.Type

export const Bounds = Schema.Struct({
  min: Schema.optionalKey(Schema.Finite),
  max: Schema.optionalKey(Schema.Finite),
  equals: Schema.optionalKey(Value),
})
export interface Bounds extends Schema.Schema.Type<typeof Bounds> {}

export const Loss = Schema.Struct({
  role: Schema.Literals(["provider", "requester"]),
  honest: Schema.Boolean,
  max: Decimal,
  bound: Decimal,
  ok: Schema.Boolean,
})

export const Check = Schema.Struct({ id: Schema.String, ok: Schema.Boolean, evaluated: Count })

export const Expectation = Schema.Struct({
  name: Schema.String,
  ok: Schema.Boolean,
  value: Value,
  bounds: Bounds,
})

const Chain = Schema.Struct({
  kind: Schema.Literals(["memory", "anvil", "rpc"]),
  signing: Schema.Literals(["signed", "impersonated", "none"]),
  blocks: Count,
  transactions: Count,
  gasUsed: Decimal,
  headHash: Schema.NullOr(Hash),
  stateDigest: Hash,
})

/** The contract of `summary.json`. Amounts and gas are decimal strings, in base units. */
export const Summary = Schema.Struct({
  schema: Schema.Literal("ipsx.summary/1"),
  ipsx: Schema.String,
  scenario: Schema.Struct({ name: Schema.String, hash: Hash }),
  seed: Seed,
  partial: Schema.Boolean,
  virtualSeconds: NonNegative,
  wallSeconds: NonNegative,
  events: Count,
  traceHash: Hash,
  actors: Schema.Struct({ providers: Count, requesters: Count }),
  chain: Chain,
  orders: Schema.Struct({
    offers: Count,
    requests: Count,
    matched: Count,
    cancelled: Count,
    expired: Count,
  }),
  deals: Schema.Struct({
    opened: Count,
    settled: Count,
    byStatus: Schema.Record(Schema.String, Count),
  }),
  tokens: Schema.Struct({
    supply: Decimal,
    balance: Decimal,
    reserved: Decimal,
    fees: Decimal,
    conserved: Schema.Boolean,
  }),
  losses: Schema.Array(Loss),
  oracle: Schema.Struct({ compared: Count, mismatches: Count }),
  checks: Schema.Array(Check),
  coverage: Schema.Struct({
    statesReached: Count,
    statesTotal: Count,
    unreached: Schema.Array(Schema.String),
  }),
  expect: Schema.Array(Expectation),
})
export interface Summary extends Schema.Schema.Type<typeof Summary> {}

const pathsIn = (fields: Schema.Struct.Fields, prefix: string): ReadonlyArray<string> =>
  Object.entries(fields).flatMap(([key, field]) => {
    if ("fields" in field) return pathsIn(field.fields as Schema.Struct.Fields, `${prefix}${key}.`)
    const isNumber = field === Decimal || field.ast._tag === "Number"
    return isNumber || field.ast._tag === "Boolean" ? [`${prefix}${key}`] : []
  })

/** The paths of the summary's numbers, amounts and truths; what is in its lists and records has no fixed name. */
export const paths: ReadonlyArray<string> = pathsIn(Summary.fields, "")

/**
 * Whether a dotted path leads to something that a summary can have; within its lists and records anything may be.
 *
 * @example
 * Summary.leads("deals.settled") // true
 */
export const leads = (path: string): boolean => {
  let here: Schema.Constraint | { readonly fields: Schema.Struct.Fields } = Summary
  for (const part of path.split(".")) {
    if (!("fields" in here)) return here.ast._tag === "Arrays" || here.ast._tag === "Objects"
    if (!Object.hasOwn(here.fields, part)) return false
    here = here.fields[part]!
  }
  return !("fields" in here) && here.ast._tag !== "Arrays" && here.ast._tag !== "Objects"
}

/** The lines that every run draws: tokens an hour, the share of all seats, deals. */
export const lines = ["price", "priceLow", "priceHigh", "utilisation", "dealsOpened"] as const

/** One line of a chart over virtual time; `null` where a bucket saw nothing. */
export const Line = Schema.Struct({
  name: Schema.String,
  unit: Schema.String,
  values: Schema.Array(Schema.NullOr(Schema.Finite)),
})
export interface Line extends Schema.Schema.Type<typeof Line> {}

/** How the deals moved through the statuses: `deals` counts those that ever were in a status. */
export const StatusFlow = Schema.Struct({
  nodes: Schema.Array(Schema.Struct({ status: Schema.String, deals: Count })),
  edges: Schema.Array(Schema.Struct({ from: Schema.String, to: Schema.String, deals: Count })),
})
export interface StatusFlow extends Schema.Schema.Type<typeof StatusFlow> {}

/** A broken invariant or an oracle's difference, with all that somebody needs to look at it. */
export const Failure = Schema.Struct({
  id: Schema.String,
  atMs: Count,
  message: Schema.String,
})
export interface Failure extends Schema.Schema.Type<typeof Failure> {}

/** What the report needs beside the summary; kept as `details.json` so that a report can be rebuilt. */
export const Details = Schema.Struct({
  schema: Schema.Literal("ipsx.details/1"),
  question: Schema.String,
  /** The command that repeats this run. */
  replay: Schema.String,
  bucketMs: Count,
  /** Those of `lines`, and any others. */
  series: Schema.Array(Line),
  statusFlow: StatusFlow,
  /** How deals ended, finer than their status: "settled by both", "expired, finalized by one side", … */
  endings: Schema.Array(Schema.Struct({ ending: Schema.String, deals: Count })),
  /** Gas by the contract's function; `gas` is the sum over all calls. */
  gas: Schema.Array(Schema.Struct({ call: Schema.String, calls: Count, gas: Decimal })),
  /** What kinds of actor took part, and what they got in all beside the fair price of the service (base units, signed). */
  behaviours: Schema.Array(
    Schema.Struct({
      role: Schema.Literals(["provider", "requester"]),
      behaviour: Schema.String,
      actors: Count,
      deals: Count,
      net: Decimal,
    }),
  ),
  failures: Schema.Array(Failure),
})
export interface Details extends Schema.Schema.Type<typeof Details> {}

/** All that a run leaves behind. The tables become Parquet files, one each, named by their key. */
export interface RunResult {
  readonly summary: Summary
  readonly details: Details
  readonly tables: ReadonlyArray<Table.Table>
}

/** Whether the run found nothing wrong: the exit code is 0 for true and 1 for false (IPSX-SIM-009). */
export const isGood = (summary: Summary): boolean =>
  summary.tokens.conserved &&
  summary.oracle.mismatches === 0 &&
  summary.losses.every((loss) => loss.ok) &&
  summary.checks.every((check) => check.ok) &&
  summary.expect.every((expectation) => expectation.ok)

// A row of a list is named by its place, or by its `id`, as those of the checks.
const placeIn = (rows: ReadonlyArray<unknown>, part: string): string => {
  const named = rows.findIndex((row) => (row as { readonly id?: unknown } | null)?.id === part)
  return named < 0 ? part : String(named)
}

/**
 * The number, text or truth under a dotted path of the summary. A part indexes an array by its place or by
 * the `id` of a row; a decimal string of at most 15 digits counts as a number, a longer one stays a string.
 *
 * @example
 * Summary.at(summary, "deals.byStatus.Settled") // 1042
 */
export const at = (summary: unknown, path: string): Value => {
  let here: unknown = summary
  for (const part of path.split(".")) {
    if (typeof here !== "object" || here === null) return null
    const key = Array.isArray(here) ? placeIn(here, part) : part
    if (!Object.hasOwn(here, key)) return null
    here = (here as Record<string, unknown>)[key]
  }
  if (typeof here === "string" && /^-?\d{1,15}$/.test(here)) return Number(here)
  if (typeof here === "number" || typeof here === "string" || typeof here === "boolean") return here
  return null
}

/** The ending of a deal in which nothing went wrong; every other ending is another path. */
export const happyEnding = "settled by both"

/** Whether a value lies within bounds; `null`, a path that leads nowhere, never does. */
export const meets = (value: Value, bounds: Bounds): boolean => {
  if (bounds.equals !== undefined && value !== bounds.equals) return false
  if (bounds.min !== undefined && !(typeof value === "number" && value >= bounds.min)) return false
  if (bounds.max !== undefined && !(typeof value === "number" && value <= bounds.max)) return false
  return true
}
