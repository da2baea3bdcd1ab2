import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Metrics from "../../sim/Metrics.ts"

describe("Metrics", () => {
  it("counts", () => {
    const metrics = Metrics.make()
    Metrics.count(metrics, "deals")
    Metrics.count(metrics, "deals", 4)
    expect([Metrics.counted(metrics, "deals"), Metrics.counted(metrics, "orders")]).toEqual([5, 0])
  })

  it("averages a level over time, and remembers its peak", () => {
    const level = Metrics.level(0, 100)
    Metrics.change(level, 10, 200)
    Metrics.change(level, 4, 250)
    expect(Metrics.average(level, 300)).toBe((10 * 50 + 4 * 50) / 200)
    expect(level.max).toBe(10)
    expect(Metrics.average(Metrics.level(3, 5), 5)).toBe(3)
    expect(() => Metrics.change(level, 1, 249)).toThrow(RangeError)
    const metrics = Metrics.make()
    Metrics.set(metrics, "leases", 2, 50)
    expect(Metrics.average(metrics.levels.get("leases")!, 100)).toBe(1)
  })

  it("finds quantiles within two percent of the exact ones", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (values, share) => {
          const quantiles = Metrics.quantiles()
          for (const value of values) Metrics.observe(quantiles, value)
          const exact = values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!
          expect(Math.abs(Metrics.quantile(quantiles, share)! - exact)).toBeLessThanOrEqual(
            exact * 0.02 + 1e-300,
          )
        },
      ),
    )
  })

  it("has no quantile of nothing, and observes nothing negative", () => {
    const metrics = Metrics.make()
    Metrics.sample(metrics, "wait", -0)
    Metrics.sample(metrics, "wait", 4)
    const wait = metrics.quantiles.get("wait")!
    expect([Metrics.quantile(wait, 0.5), Metrics.quantile(wait, 1), Metrics.mean(wait)]).toEqual([
      0, 4, 2,
    ])
    expect(Metrics.quantile(Metrics.quantiles(), 0.5)).toBeNull()
    expect(Metrics.mean(Metrics.quantiles())).toBeNull()
    for (const value of [-1, NaN, Infinity])
      expect(() => Metrics.sample(metrics, "wait", value)).toThrow(RangeError)
  })

  it("sorts values into buckets of time, and leaves out what comes after the last", () => {
    const series = Metrics.series(100, 25)
    Metrics.add(series, 0, 2)
    Metrics.add(series, 24, 4)
    Metrics.add(series, 99, 7)
    Metrics.add(series, 100, 1000)
    expect(Metrics.means(series)).toEqual([3, null, null, 7])
    expect(Metrics.sums(series)).toEqual([6, 0, 0, 7])
    expect(() => Metrics.series(1e9, 1)).toThrow(RangeError)
  })

  it("spreads a level over its buckets without losing any of it", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(9), (from, length, value) => {
        const series = Metrics.series(300, 7) // forty-three buckets, the last one ends at 301
        Metrics.spread(series, from, from + length, value)
        expect(Metrics.sums(series).reduce((a, b) => a + b, 0)).toBe(
          value * Math.max(0, Math.min(301, from + length) - from),
        )
        expect(Metrics.means(series).every((mean) => mean === null || mean === value)).toBe(true)
      }),
    )
  })
})
