// How a scenario writes a random quantity. A plain number is that number always; everything else is a
// mapping with one key that names the law. What comes out is clamped to [min, max] where those are given.
import * as Schema from "effect/Schema"

const Positive = Schema.Finite.pipe(
  Schema.check(Schema.isGreaterThan(0, { expected: "a number > 0" })),
)
const Probability = Schema.Finite.pipe(
  Schema.check(
    Schema.isBetween({ minimum: 0, maximum: 1 }, { expected: "a probability between 0 and 1" }),
  ),
)
const clamp = { min: Schema.optionalKey(Schema.Finite), max: Schema.optionalKey(Schema.Finite) }

const ordered = Schema.makeFilter<{ readonly min?: number; readonly max?: number }>(
  ({ min, max }) => min === undefined || max === undefined || min <= max,
  { expected: "min ≤ max" },
)

export const Distribution = Schema.Union([
  Schema.Finite,
  Schema.Struct({
    uniform: Schema.Struct({ min: Schema.Finite, max: Schema.Finite }).pipe(Schema.check(ordered)),
  }),
  Schema.Struct({
    exponential: Schema.Struct({ mean: Positive, ...clamp }).pipe(Schema.check(ordered)),
  }),
  Schema.Struct({
    normal: Schema.Struct({ mean: Schema.Finite, sd: Positive, ...clamp }).pipe(
      Schema.check(ordered),
    ),
  }),
  Schema.Struct({
    lognormal: Schema.Struct({ median: Positive, sigma: Positive, ...clamp }).pipe(
      Schema.check(ordered),
    ),
  }),
  Schema.Struct({
    weibull: Schema.Struct({ scale: Positive, shape: Positive, ...clamp }).pipe(
      Schema.check(ordered),
    ),
  }),
  Schema.Struct({
    /** Values with weights that need not add up to anything. */
    choice: Schema.Array(Schema.Struct({ value: Schema.Finite, weight: Positive })).pipe(
      Schema.check(Schema.isMinLength(1, { expected: "at least one value" })),
    ),
  }),
]).annotate({
  identifier: "Distribution",
  expected:
    "a number, or a mapping with one of the keys uniform, exponential, normal, lognormal, weibull, choice",
})
export type Distribution = typeof Distribution.Type
export { Positive, Probability }

const law = (distribution: Exclude<Distribution, number>): { min?: number; max?: number } => {
  if ("uniform" in distribution) return distribution.uniform
  if ("exponential" in distribution) return { min: 0, ...distribution.exponential }
  if ("normal" in distribution) return distribution.normal
  if ("lognormal" in distribution) return { min: 0, ...distribution.lognormal }
  if ("weibull" in distribution) return { min: 0, ...distribution.weibull }
  const values = distribution.choice.map(({ value }) => value)
  return { min: Math.min(...values), max: Math.max(...values) }
}

/**
 * The smallest interval that certainly holds every value.
 *
 * @example
 * Distribution.support({ exponential: { mean: 60, max: 900 } }) // { min: 0, max: 900 }
 */
export const support = (distribution: Distribution): { min: number; max: number } => {
  if (typeof distribution === "number") return { min: distribution, max: distribution }
  const { min = -Infinity, max = Infinity } = law(distribution)
  return { min, max }
}

/** A distribution all of whose values lie in [minimum, maximum]; the message says how to mend it. */
export const within = (minimum: number, maximum: number, unit: string) => {
  const range = maximum === Infinity ? `≥ ${minimum}` : `between ${minimum} and ${maximum}`
  return Distribution.pipe(
    Schema.check(
      Schema.makeFilter<Distribution>(
        (distribution) => {
          const { min, max } = support(distribution)
          return min >= minimum && max <= maximum
        },
        { expected: `${unit} ${range}, for every value that it can yield (give it min and max)` },
      ),
    ),
  )
}
