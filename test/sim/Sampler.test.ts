import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Distribution from "../../sim/Distribution.ts"
import * as Random from "../../sim/Random.ts"
import * as Real from "../../sim/Real.ts"
import * as Sampler from "../../sim/Sampler.ts"

const n = 40_000
const sample = (sampler: Sampler.Sampler, name: string): Float64Array => {
  const stream = Random.stream("7", name, "sampler test")
  return Float64Array.from({ length: n }, () => sampler(stream)).sort()
}

/** Kolmogorov and Smirnov's distance, times √n: above 1.95 once in a thousand. */
const distance = (sorted: Float64Array, cumulative: (x: number) => number): number => {
  let worst = 0
  for (const [i, x] of sorted.entries()) {
    const p = cumulative(x)
    worst = Math.max(worst, Math.abs(p - i / n), Math.abs(p - (i + 1) / n))
  }
  return worst * Math.sqrt(n)
}

// Abramowitz and Stegun 7.1.26, good to 1.5e-7.
const phi = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * (Math.abs(x) / Math.SQRT2))
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const erf = 1 - poly * Math.exp((-x * x) / 2)
  return x < 0 ? (1 - erf) / 2 : (1 + erf) / 2
}

describe("Real", () => {
  it("IPSX-SIM-003 has logarithm and exponential to the last bits", () => {
    const stream = Random.stream("7", "test", "real")
    for (let i = 0; i < 50_000; i++) {
      const x = Random.open(stream) * 10 ** (Random.below(stream, 40) - 20)
      expect(Math.abs(Real.log(x) - Math.log(x))).toBeLessThanOrEqual(Math.abs(Math.log(x)) * 3e-16)
      const y = (Random.unit(stream) - 0.5) * 1400
      expect(Math.abs(Real.exp(y) - Math.exp(y))).toBeLessThanOrEqual(Math.exp(y) * 3e-16)
    }
  })

  it("IPSX-SIM-003 knows the ends of the number line", () => {
    expect(Real.log(0)).toBe(-Infinity)
    expect(Real.log(-1)).toBeNaN()
    expect(Real.log(Infinity)).toBe(Infinity)
    expect(Real.log(1)).toBe(0)
    expect(Real.log(5e-324)).toBeCloseTo(-744.4400719213812, 10)
    expect(Real.log(Number.MAX_VALUE)).toBeCloseTo(709.782712893384, 10)
    expect(Real.exp(-746)).toBe(0)
    expect(Real.exp(710)).toBe(Infinity)
    expect(Real.exp(NaN)).toBeNaN()
    expect(Real.exp(0)).toBe(1)
    expect([Real.pow(0, 0), Real.pow(0, 3), Real.pow(2, 0)]).toEqual([1, 0, 1])
    expect(Real.pow(2, 0.5)).toBeCloseTo(Math.SQRT2, 15)
  })
})

describe("Sampler", () => {
  const laws: ReadonlyArray<readonly [string, Sampler.Sampler, (x: number) => number]> = [
    ["uniform", Sampler.uniform(2, 6), (x) => (x - 2) / 4],
    ["exponential", Sampler.exponential(3), (x) => 1 - Math.exp(-x / 3)],
    ["normal", Sampler.normal(10, 2), (x) => phi((x - 10) / 2)],
    ["lognormal", Sampler.lognormal(5, 0.7), (x) => phi(Math.log(x / 5) / 0.7)],
    ["weibull", Sampler.weibull(4, 0.6), (x) => 1 - Math.exp(-((x / 4) ** 0.6))],
    ["empirical", Sampler.empirical([0, 1, 10]), (x) => (x < 1 ? x / 2 : 0.5 + (x - 1) / 18)],
  ]
  it.each(laws)("draws from the %s law", (name, sampler, cumulative) => {
    expect(distance(sample(sampler, name), cumulative)).toBeLessThan(1.95)
  })

  it.each([0, 0.5, 4, 30, 100, 500])("draws Poisson counts of mean %d", (mean) => {
    const counts = sample(Sampler.poisson(mean), `poisson ${mean}`)
    const average = counts.reduce((a, b) => a + b, 0) / n
    const variance = counts.reduce((a, b) => a + (b - average) ** 2, 0) / n
    expect(Math.abs(average - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / n))
    // The variance of a Poisson count is its mean; its own standard error is about mean × √(2/n).
    expect(Math.abs(variance - mean)).toBeLessThanOrEqual(
      5 * Math.sqrt((mean + 2 * mean * mean) / n),
    )
  })

  it("draws ranks by Zipf's law, and weights in proportion", () => {
    const ranks = sample(Sampler.zipf(4, 1), "zipf")
    const total = 1 + 1 / 2 + 1 / 3 + 1 / 4
    for (const rank of [1, 2, 3, 4]) {
      const p = 1 / rank / total
      const share = ranks.filter((r) => r === rank).length / n
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n))
    }
    const indices = new Set(sample(Sampler.weighted([0, 2, 0, 1, 0]), "weights"))
    expect([...indices].sort()).toEqual([1, 3])
  })

  it("IPSX-SIM-003 draws the same bits as ever", () => {
    const stream = Random.stream("7", "golden", "samples")
    const drawn = [
      Sampler.exponential(60),
      Sampler.normal(0, 1),
      Sampler.lognormal(1, 0.5),
      Sampler.weibull(100, 0.4),
      Sampler.poisson(45),
    ].map((sampler) => sampler(stream))
    expect(drawn).toEqual([
      58.419566827554064, 1.1425968900412224, 0.989681575754772, 5.99610496865843, 43,
    ])
  })

  it("never leaves the support of the distribution", () => {
    const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true })
    const clamps = fc
      .tuple(positive, positive)
      .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
    const distribution: fc.Arbitrary<Distribution.Distribution> = fc.oneof(
      positive,
      clamps.map((uniform) => ({ uniform })),
      fc.tuple(positive, clamps).map(([mean, c]) => ({ exponential: { mean, ...c } })),
      fc.tuple(positive, positive, clamps).map(([mean, sd, c]) => ({ normal: { mean, sd, ...c } })),
      fc.tuple(positive, clamps).map(([median, c]) => ({ lognormal: { median, sigma: 1, ...c } })),
      fc.tuple(positive, clamps).map(([scale, c]) => ({ weibull: { scale, shape: 0.5, ...c } })),
      fc
        .array(fc.record({ value: positive, weight: positive }), { minLength: 1 })
        .map((choice) => ({ choice })),
    )
    fc.assert(
      fc.property(distribution, fc.string(), (law, seed) => {
        const stream = Random.stream(seed, "test", "support")
        const { min, max } = Distribution.support(law)
        const sampler = Sampler.of(law)
        for (let i = 0; i < 20; i++) {
          const drawn = sampler(stream)
          if (!(drawn >= min && drawn <= max)) return false
        }
        return true
      }),
    )
  })

  it("refuses what is no law", () => {
    expect(() => Sampler.weighted([0, 0])).toThrow(RangeError)
    expect(() => Sampler.weighted([1, -1])).toThrow(RangeError)
    expect(() => Sampler.poisson(-1)).toThrow(RangeError)
    expect(() => Sampler.empirical([1])).toThrow(RangeError)
    expect(() => Sampler.empirical([2, 1])).toThrow(RangeError)
  })

  it("turns whole tokens into base units without a fraction of a billionth", () => {
    expect(Sampler.baseUnits(1.5)).toBe(1_500_000_000_000_000_000n)
    expect(Sampler.baseUnits(0.0000000019)).toBe(1_000_000_000n)
    expect(Sampler.baseUnits(0)).toBe(0n)
  })
})
