// Draws from the laws that a scenario names. A sampler is made once and drawn from often; all its
// arithmetic is exact or our own, so that a draw has the same bits everywhere (IPSX-SIM-003).
import type { Distribution } from "./Distribution.ts"
import * as Random from "./Random.ts"
import * as Real from "./Real.ts"

export type Sampler = (stream: Random.Stream) => number

export const constant =
  (value: number): Sampler =>
  () =>
    value

export const uniform =
  (min: number, max: number): Sampler =>
  (stream) =>
    min + (max - min) * Random.unit(stream)

export const exponential =
  (mean: number): Sampler =>
  (stream) =>
    -mean * Real.log(Random.open(stream))

/** Marsaglia's polar method; the second value of each pair is dropped, so that a sampler has no memory. */
export const normal =
  (mean: number, sd: number): Sampler =>
  (stream) => {
    for (;;) {
      const u = 2 * Random.unit(stream) - 1
      const v = 2 * Random.unit(stream) - 1
      const square = u * u + v * v
      if (square > 0 && square < 1)
        return mean + sd * u * Math.sqrt((-2 * Real.log(square)) / square)
    }
  }

export const lognormal = (median: number, sigma: number): Sampler => {
  const standard = normal(0, sigma)
  return (stream) => median * Real.exp(standard(stream))
}

export const weibull =
  (scale: number, shape: number): Sampler =>
  (stream) =>
    scale * Real.pow(-Real.log(Random.open(stream)), 1 / shape)

const poissonStep = 30
/** The largest mean that `poisson` takes: its time grows with the mean. */
export const poissonMeanMax = 1_000_000

/**
 * Counts with the given mean: the sum of pieces small enough for Knuth's product of uniforms.
 *
 * @throws RangeError unless 0 ≤ mean ≤ `poissonMeanMax`.
 */
export const poisson = (mean: number): Sampler => {
  if (!(mean >= 0 && mean <= poissonMeanMax)) throw new RangeError(`not a Poisson mean: ${mean}`)
  const pieces = Math.floor(mean / poissonStep)
  const thresholds = [Real.exp(-poissonStep), Real.exp(-(mean - pieces * poissonStep))] as const
  const piece = (stream: Random.Stream, threshold: number): number => {
    let count = 0
    for (let product = Random.unit(stream); product > threshold; product *= Random.unit(stream))
      count += 1
    return count
  }
  return (stream) => {
    let total = piece(stream, thresholds[1])
    for (let i = 0; i < pieces; i++) total += piece(stream, thresholds[0])
    return total
  }
}

/**
 * The index of a weight, with a probability in proportion to it.
 *
 * @throws RangeError when there is no weight, one is negative, or all are zero.
 */
export const weighted = (weights: ReadonlyArray<number>): Sampler => {
  const cumulative = new Float64Array(weights.length)
  let total = 0
  for (const [i, weight] of weights.entries()) {
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`not a weight: ${weight}`)
    total += weight
    cumulative[i] = total
  }
  if (!(total > 0)) throw new RangeError("no weight above zero")
  return (stream) => {
    const target = Random.unit(stream) * total
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (cumulative[middle]! > target) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Ranks 1…n with probability in proportion to rank^−exponent. */
export const zipf = (n: number, exponent: number): Sampler => {
  const rank = weighted(Array.from({ length: n }, (_, i) => Real.pow(i + 1, -exponent)))
  return (stream) => rank(stream) + 1
}

/**
 * A measured distribution as equally likely steps between its sorted quantiles, straight lines between.
 *
 * @throws RangeError when there are fewer than two quantiles or they are not sorted.
 */
export const empirical = (quantiles: ReadonlyArray<number>): Sampler => {
  if (quantiles.length < 2 || quantiles.some((q, i) => i > 0 && q < quantiles[i - 1]!))
    throw new RangeError("not two or more sorted quantiles")
  return (stream) => {
    const at = Random.unit(stream) * (quantiles.length - 1)
    const i = Math.floor(at)
    return quantiles[i]! + (at - i) * (quantiles[i + 1]! - quantiles[i]!)
  }
}

const clamped = (sampler: Sampler, { min, max }: { min?: number; max?: number }): Sampler => {
  if (min === undefined && max === undefined) return sampler
  const low = min ?? -Infinity
  const high = max ?? Infinity
  return (stream) => {
    const drawn = sampler(stream)
    return drawn < low ? low : drawn > high ? high : drawn
  }
}

/**
 * The sampler of a scenario's distribution.
 *
 * @example
 * const lease = Sampler.of({ exponential: { mean: 600, min: 5, max: 3600 } })
 * const seconds = Math.round(lease(Random.stream(seed, actor, "lease")))
 */
export const of = (distribution: Distribution): Sampler => {
  if (typeof distribution === "number") return constant(distribution)
  if ("uniform" in distribution) return uniform(distribution.uniform.min, distribution.uniform.max)
  if ("exponential" in distribution)
    return clamped(exponential(distribution.exponential.mean), distribution.exponential)
  if ("normal" in distribution)
    return clamped(normal(distribution.normal.mean, distribution.normal.sd), distribution.normal)
  if ("lognormal" in distribution) {
    const { median, sigma } = distribution.lognormal
    return clamped(lognormal(median, sigma), distribution.lognormal)
  }
  if ("weibull" in distribution) {
    const { scale, shape } = distribution.weibull
    return clamped(weibull(scale, shape), distribution.weibull)
  }
  const { choice } = distribution
  const index = weighted(choice.map(({ weight }) => weight))
  return (stream) => choice[index(stream)]!.value
}

/** An amount of tokens drawn in whole tokens, as base units, rounded down to a billionth of a token. */
export const baseUnits = (tokens: number): bigint =>
  BigInt(Math.floor(tokens * 1_000_000_000)) * 1_000_000_000n
