// Which runs a sweep has: every combination of the axes' values is a cell, and every cell is run with every seed. The
// same seed in two cells gives both the same actors and arrivals, so that their difference shows the key and not luck.
import * as Result from "effect/Result"
import type * as Problem from "../Problem.ts"
import type * as Axis from "./Axis.ts"

/** Both ends belong to it. Seeds have up to nineteen digits, which a double does not hold. */
export interface Seeds {
  readonly first: string
  readonly last: string
}

export interface Plan {
  readonly axes: ReadonlyArray<Axis.Axis>
  readonly seeds: Seeds
  /** How many combinations, and how many runs each of them has at most. */
  readonly cells: number
  readonly replications: number
}

/** One run: which combination, and which seed. Together they name it for ever. */
export interface Run {
  readonly cell: number
  readonly seed: string
}

const cellsMax = 10_000
const runsMax = 1_000_000

/**
 * Reads `--seeds`.
 *
 * @example
 * Plan.seeds("1..20")
 */
export const seeds = (text: string): Result.Result<Seeds, Problem.Problem> => {
  const [, first, last] = /^(0|[1-9]\d{0,18})(?:\.\.(0|[1-9]\d{0,18}))?$/.exec(text) ?? []
  if (first === undefined || BigInt(last ?? first) < BigInt(first))
    return Result.fail({
      path: "--seeds",
      message: `expected A..B with integers 0 ≤ A ≤ B of at most 19 digits, got "${text}"`,
    })
  return Result.succeed({ first, last: last ?? first })
}

/** The plan, unless it is larger than anybody would mean. */
export const make = (
  axes: ReadonlyArray<Axis.Axis>,
  of: Seeds,
): Result.Result<Plan, Problem.Problem> => {
  const twice = axes.find(({ key }, at) => axes.findIndex((axis) => axis.key === key) !== at)
  if (twice !== undefined)
    return Result.fail({
      path: "--vary",
      message: `expected each key once, got ${twice.key} twice`,
    })
  const cells = axes.reduce((product, { values }) => product * values.length, 1)
  const replications = Number(BigInt(of.last) - BigInt(of.first)) + 1
  if (cells > cellsMax)
    return Result.fail({
      path: "--vary",
      message: `expected at most ${cellsMax} combinations, got ${cells}`,
    })
  if (cells * replications > runsMax)
    return Result.fail({
      path: "--seeds",
      message: `expected at most ${runsMax} runs, got ${cells} × ${replications}`,
    })
  return Result.succeed({ axes, seeds: of, cells, replications })
}

/** The value of each axis in a cell. The last axis changes quickest. */
export const valuesOf = ({ axes }: Plan, cell: number): ReadonlyArray<string> => {
  const values: Array<string> = []
  let rest = cell
  for (const { values: of } of axes.toReversed()) {
    values.unshift(of[rest % of.length]!)
    rest = Math.floor(rest / of.length)
  }
  return values
}

/** A cell in the form of `--set`. */
export const settingsOf = (plan: Plan, cell: number): ReadonlyArray<string> =>
  valuesOf(plan, cell).map((value, at) => `${plan.axes[at]!.key}=${value}`)

/** The seed of a replication, counted from 0. */
export const seedOf = ({ seeds: { first } }: Plan, replication: number): string =>
  String(BigInt(first) + BigInt(replication))

/** Which replication a seed is; undefined for one outside the plan. */
export const replicationOf = (plan: Plan, seed: string): number | undefined => {
  const at = BigInt(seed) - BigInt(plan.seeds.first)
  return at >= 0n && at < BigInt(plan.replications) ? Number(at) : undefined
}
