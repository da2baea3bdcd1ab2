// When a cell has enough replications: as soon as the interval of one value is narrow enough beside its mean. The
// seeds are judged in their order and not in the order in which they finish, so that the same seeds count however
// many workers there are; what ran beyond them is left out (IPSX-SIM-045).
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Problem from "../Problem.ts"
import * as Statistics from "./Statistics.ts"

export const StopRule = Schema.Struct({
  /** The value's path, as in the merged tables. */
  value: Schema.String,
  /** The half-width of the 95 % interval, relative to the mean. */
  relative: Schema.Finite.pipe(
    Schema.check(
      Schema.isGreaterThan(0, { expected: "a number > 0" }),
      Schema.isLessThanOrEqualTo(1, { expected: "a number ≤ 1" }),
    ),
  ),
  /** No cell stops with fewer replications: a few that happen to agree say nothing. */
  min: Schema.Int.pipe(
    Schema.check(
      Schema.isBetween({ minimum: 2, maximum: 1_000_000 }, { expected: "an integer ≥ 2" }),
    ),
  ),
})
export interface StopRule extends Schema.Schema.Type<typeof StopRule> {}

export const minDefault = 10

/**
 * Reads `--until`.
 *
 * @example
 * StopRule.parse("deals.settled=0.02", 10)
 */
export const parse = (text: string, min: number): Result.Result<StopRule, Problem.Problem> => {
  const [, value, relative] = /^([^=]+)=(0?\.\d+|0|1|1\.0*)$/.exec(text) ?? []
  if (value === undefined || Number(relative) <= 0)
    return Result.fail({
      path: "--until",
      message: `expected VALUE=R with the path of a value and 0 < R ≤ 1, got "${text}"`,
    })
  return Result.succeed({ value, relative: Number(relative), min })
}

export const isMet = (rule: StopRule, sample: Statistics.Sample): boolean =>
  sample.n >= rule.min && Statistics.halfWidth(sample) <= rule.relative * Math.abs(sample.mean)
