import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Axis from "../../sim/sweep/Axis.ts"
import * as Plan from "../../sim/sweep/Plan.ts"
import * as Random from "../../sim/Random.ts"

describe("what is varied", () => {
  it.each([
    ["a.b=1,2,3", "a.b", ["1", "2", "3"]],
    ["a=1..9:4,20", "a", ["1", "5", "9", "20"]],
    ["a=-2..1", "a", ["-2", "-1", "0", "1"]],
    ["countries={DE: 0.5, US: 0.5},{FR: 1}", "countries", ["{DE: 0.5, US: 0.5}", "{FR: 1}"]],
    ["a='x,y',z", "a", ["'x,y'", "z"]],
    ["a=b=c", "a", ["b=c"]],
  ])("%s is read", (text, key, values) => {
    expect(Axis.parse(text)).toEqual(Result.succeed({ key, values }))
  })

  it.each([
    ["a", "--vary: expected key.path=a,b,c"],
    ["=1", "--vary: expected key.path=a,b,c"],
    ["a=1,,2", "vary a: expected a value between the commas"],
    ["a=3..1", "vary a: expected a range that goes up, got 3..1"],
    ["a=1..99999", "vary a: expected at most 10000 values"],
    ["a=1,2,1", "vary a: expected different values, got 1 twice"],
    ["seed=1,2", "vary seed: expected a key that says something about the market"],
  ])("%s is refused with its place", (text, said) => {
    const parsed = Axis.parse(text)
    expect(Result.isFailure(parsed)).toBe(true)
    if (Result.isFailure(parsed))
      expect(`${parsed.failure.path}: ${parsed.failure.message}`).toContain(said)
  })
})

const axes = fc.uniqueArray(
  fc.record({
    key: fc.stringMatching(/^[a-z]{1,4}$/),
    values: fc.uniqueArray(fc.nat(99).map(String), { minLength: 1, maxLength: 5 }),
  }),
  { maxLength: 4, selector: ({ key }) => key },
)

describe("a plan", () => {
  it("has every combination exactly once, and every seed of the range in each", () => {
    fc.assert(
      fc.property(axes, fc.bigInt(0n, 10n ** 18n), fc.nat(50), (axes, first, more) => {
        const seeds = { first: String(first), last: String(first + BigInt(more)) }
        const plan = Result.getOrThrow(Plan.make(axes, seeds))
        const seen = new Set<string>()
        for (let cell = 0; cell < plan.cells; cell++) {
          const values = Plan.valuesOf(plan, cell)
          expect(values.map((value, at) => axes[at]!.values.includes(value))).not.toContain(false)
          seen.add(values.join("|"))
        }
        expect(seen.size).toBe(axes.reduce((product, { values }) => product * values.length, 1))
        for (let k = 0; k < plan.replications; k++)
          expect(Plan.replicationOf(plan, Plan.seedOf(plan, k))).toBe(k)
        expect(Plan.replicationOf(plan, String(first + BigInt(more) + 1n))).toBeUndefined()
      }),
    )
  })

  it.each(["5..4", "a..b", "1...3", "-1..3", "1..99999999999999999999"])(
    "refuses %s as seeds",
    (text) => {
      expect(Result.isFailure(Plan.seeds(text))).toBe(true)
    },
  )

  it("refuses more runs than anybody means, and a key twice", () => {
    const axis = { key: "a", values: ["1", "2"] }
    expect(Result.isFailure(Plan.make([axis], { first: "0", last: "500000" }))).toBe(true)
    expect(Result.isFailure(Plan.make([axis, axis], { first: "0", last: "1" }))).toBe(true)
  })
})

describe("IPSX-SIM-004 seeds side by side", () => {
  it("give streams that have nothing in common: a seed is hashed, not added", () => {
    // First draws of 4000 pairs of adjacent seeds: correlation 0 within four standard errors, and uniform by chi-square.
    const n = 4000
    const draws = Array.from({ length: n + 1 }, (_, seed) =>
      Random.unit(Random.stream(String(seed), "requester-1", "arrivals")),
    )
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
    let [cross, square] = [0, 0]
    for (let i = 0; i < n; i++) {
      cross += (draws[i]! - mean) * (draws[i + 1]! - mean)
      square += (draws[i]! - mean) ** 2
    }
    expect(Math.abs(cross / square) * Math.sqrt(n)).toBeLessThan(4)
    const bins = Array.from({ length: 20 }, () => 0)
    for (const x of draws) bins[Math.floor(x * 20)]! += 1
    const expected = draws.length / 20
    const chi = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // The 99.99 % quantile for 19 degrees of freedom is 52.
    expect(chi).toBeLessThan(52)
  })
})
