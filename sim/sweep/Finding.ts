// What a sweep keeps of a run: its numbers, its fingerprints, what was wrong. One line of JSON in a worker's file.
import * as Schema from "effect/Schema"
import { dealStatuses } from "../../src/model/Status.ts"
import type * as Scenario from "../Scenario.ts"
import * as Summary from "../Summary.ts"
import { tokens, value, wanted } from "../Wording.ts"

const Hash = Schema.String.pipe(Schema.check(Schema.isPattern(/^0x[0-9a-f]{64}$/u)))
const Count = Schema.Int.pipe(Schema.check(Schema.isGreaterThanOrEqualTo(0)))

export const Finding = Schema.Struct({
  cell: Count,
  seed: Schema.String.pipe(Schema.check(Schema.isPattern(/^(0|[1-9][0-9]{0,18})$/u))),
  /** Of this cell's scenario; equal on every machine or something was mixed up. */
  scenarioHash: Hash,
  traceHash: Hash,
  stateDigest: Hash,
  headHash: Schema.NullOr(Hash),
  good: Schema.Boolean,
  /** The first things that were wrong, in words. */
  problems: Schema.Array(Schema.String),
  values: Schema.Record(Schema.String, Schema.Finite),
  /** Who ran it, with what, for how long. Nothing of this enters the merged tables. */
  worker: Schema.String,
  code: Schema.String,
  node: Schema.String,
  anvil: Schema.NullOr(Schema.String),
  wallSeconds: Schema.Finite,
})
export interface Finding extends Schema.Schema.Type<typeof Finding> {}

/** What of a summary is no outcome, or has a column of its own. */
const skipped = new Set([
  "wallSeconds",
  "schema",
  "ipsx",
  "scenario",
  "seed",
  "traceHash",
  "checks",
])
const decimal = /^(0|-?[1-9][0-9]*)$/

const collect = (value: unknown, path: string, into: Record<string, number>): void => {
  if (typeof value === "number") into[path] = value
  else if (typeof value === "boolean") into[path] = value ? 1 : 0
  else if (typeof value === "string" && decimal.test(value)) into[path] = Number(value)
  else if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`, into)
}

/** Base units of one token. */
const token = 1e18

const mean = (values: ReadonlyArray<number | null>): number | undefined => {
  let [n, sum] = [0, 0]
  for (const value of values)
    if (value !== null) {
      n += 1
      sum += value
    }
  return n === 0 ? undefined : sum / n
}

type Expectations = Scenario.Scenario["expect"]

/**
 * The numbers of a run by their path in the summary, and what its expectations have looked at by the path that they
 * name; beside them the mean of each line of the charts over virtual time, as `series.NAME`. Amounts are in tokens,
 * rounded to what a double holds.
 *
 * @example
 * Finding.values(summary, details, scenario.expect)["deals.settled"]
 */
export const values = (
  summary: Summary.Summary,
  details: Summary.Details,
  asked: Expectations,
): Readonly<Record<string, number>> => {
  const into: Record<string, number> = {}
  const { losses, expect, coverage, tokens, ...rest } = summary
  for (const [key, value] of Object.entries(rest)) if (!skipped.has(key)) collect(value, key, into)
  for (const [key, amount] of Object.entries(tokens))
    into[`tokens.${key}`] = typeof amount === "boolean" ? Number(amount) : Number(amount) / token
  into["coverage.statesReached"] = coverage.statesReached
  for (const { role, honest, max } of losses)
    into[`losses.${role}.${honest ? "honest" : "dishonest"}`] = Number(max) / token
  for (const [i, { name, ok, value }] of expect.entries()) {
    into[`expect.${name}`] = ok ? 1 : 0
    const path = asked[i]?.value
    if (path !== undefined && typeof value === "number") into[path] ??= value
  }
  for (const { name, values } of details.series) {
    const middle = mean(values)
    if (middle !== undefined) into[`series.${name}`] = middle
  }
  into.good = Summary.isGood(summary) ? 1 : 0
  return into
}

/**
 * The names that `values` can give for a scenario, so that a misspelt one is refused before the runs and not shown as
 * nothing after them.
 *
 * @example
 * Finding.names(scenario.expect).includes("deals.settled") // true
 */
export const names = (asked: Expectations): ReadonlyArray<string> => [
  ...new Set([
    ...Summary.paths.filter((path) => !skipped.has(path) && path !== "coverage.statesTotal"),
    ...dealStatuses.map((status) => `deals.byStatus.${status}`),
    ...["provider", "requester"].flatMap((role) =>
      ["honest", "dishonest"].map((kind) => `losses.${role}.${kind}`),
    ),
    ...asked.flatMap(({ name, value }) => [`expect.${name}`, value]),
    ...Summary.lines.map((name) => `series.${name}`),
    "good",
  ]),
]

const problemsMax = 5

/** What was wrong with a run, in a few lines; none for a good one. */
export const problems = (
  summary: Summary.Summary,
  details: Summary.Details,
): ReadonlyArray<string> =>
  [
    ...details.failures.map(({ id, message }) => `${id}: ${message}`),
    ...summary.checks.filter(({ ok }) => !ok).map(({ id }) => `${id} does not hold`),
    ...summary.losses
      .filter(({ ok }) => !ok)
      .map(
        ({ role, max, bound }) =>
          `an honest ${role} lost ${tokens(max)} tokens, the bound is ${tokens(bound)}`,
      ),
    ...summary.expect
      .filter(({ ok }) => !ok)
      .map((e) => `${e.name}: ${value(e.value)} (expected ${wanted(e.bounds)})`),
    ...(summary.tokens.conserved ? [] : ["tokens are not conserved"]),
  ].slice(0, problemsMax)
