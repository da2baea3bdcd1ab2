import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Statistics from "../../sim/sweep/Statistics.ts"

const sampleOf = (values: ReadonlyArray<number>): Statistics.Sample => {
  const sample = Statistics.empty()
  for (const value of values) Statistics.add(sample, value)
  return sample
}

describe("Student's t", () => {
  // The 0.975 quantile as every table prints it.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [20, 2.086],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [100, 1.984],
    [1000, 1.962],
    [100_000, 1.96],
  ])("with %d degrees of freedom has the quantile %d", (degrees, quantile) => {
    expect(Statistics.student(degrees)).toBeCloseTo(quantile, 3)
  })

  it("falls with the degrees of freedom", () => {
    for (let degrees = 1; degrees < 300; degrees++)
      expect(Statistics.student(degrees + 1)).toBeLessThan(Statistics.student(degrees))
  })

  it.each([0, 1.5, -1, NaN])("has no quantile for %d degrees", (degrees) => {
    expect(() => Statistics.student(degrees)).toThrow(RangeError)
  })
})

describe("a sample", () => {
  it("has the mean and deviation of the definition", () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 60,
    })
    fc.assert(
      fc.property(numbers, (values) => {
        const sample = sampleOf(values)
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length
        const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)
        expect(sample.mean).toBeCloseTo(mean, 5)
        expect(Statistics.deviation(sample)).toBeCloseTo(Math.sqrt(variance), 4)
        expect([sample.min, sample.max]).toEqual([Math.min(...values), Math.max(...values)])
      }),
    )
  })

  it("knows nothing of its precision while it has one value", () => {
    expect(Statistics.halfWidth(sampleOf([7]))).toBe(Infinity)
    expect(Statistics.halfWidth(sampleOf([7, 7]))).toBe(0)
  })

  it("covers the true mean in 95 of 100 cases", () => {
    // 2000 samples of 8 sums of uniforms, which are nearly normal; the binomial's four standard errors are 1.95 %.
    let [state, covered] = [12345, 0]
    const uniform = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) / 2 ** 24
    }
    for (let i = 0; i < 2000; i++) {
      const sample = sampleOf(
        Array.from({ length: 8 }, () => {
          let sum = 0
          for (let k = 0; k < 12; k++) sum += uniform()
          return sum
        }),
      )
      if (Math.abs(sample.mean - 6) <= Statistics.halfWidth(sample)) covered += 1
    }
    expect(Math.abs(covered / 2000 - 0.95)).toBeLessThan(0.0195)
  })

  it("shows no spread where doubles were only rounded", () => {
    expect(Statistics.spread(1, 4e-16)).toBe(0)
    expect(Statistics.spread(-3e6, 1e-9)).toBe(0)
    expect(Statistics.spread(0, 1e-300)).toBe(1e-300)
    expect(Statistics.spread(1, 1e-9)).toBe(1e-9)
  })
})
