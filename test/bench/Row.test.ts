import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Baseline from "../../bench/harness/Baseline.ts"
import * as Row from "../../bench/harness/Row.ts"

const measured = { bench: "b", case: "c", unit: "s", peer: "p" }
const rowOf = (ratio: number, noise = 0): Row.Row => ({
  ...measured,
  higherIsBetter: true,
  value: ratio,
  peerValue: 1,
  ratio,
  noise,
  rounds: 5,
})

describe("a row", () => {
  it("has a ratio above 1 when ours is better, whichever way better goes", () => {
    const samples = [
      [2, 1],
      [4, 2],
      [9, 3],
    ] as const
    expect(Row.of({ ...measured, higherIsBetter: true, samples }).ratio).toBe(2)
    expect(Row.of({ ...measured, higherIsBetter: false, samples }).ratio).toBe(0.5)
    expect(
      Row.limit({ ...measured, higherIsBetter: false, samples: [60], limit: 64 }),
    ).toMatchObject({
      peer: "limit",
      bar: 1,
      ratio: 64 / 60,
    })
  })

  it.each([0, -1, NaN, Infinity])("refuses %d as a figure", (figure) => {
    expect(() => Row.of({ ...measured, higherIsBetter: true, samples: [[1, figure]] })).toThrow(
      /not a figure/,
    )
  })

  it("comes back from its line, and a line that is none says so", () => {
    const row = rowOf(2)
    expect(Row.parse(JSON.stringify(row))).toEqual(row)
    expect(Row.parse("hello")).toMatch(/not a row/)
    expect(Row.parse('{"bench":"b"}')).toMatch(/lacks a field/)
  })

  it("its spread does not move with one outlier", () => {
    expect(Row.spread([1, 1.01, 0.99, 1, 50])).toBeLessThan(0.02)
  })
})

describe("the rule of a regression", () => {
  it("never allows the loss of more than half, and never fails a loss below a tenth", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.boolean(),
        (ratio, before, after, same) => {
          const then = Baseline.entry([rowOf(ratio, before)])
          const least = Baseline.floor(then, Baseline.entry([rowOf(ratio, after)]), same)
          expect(least).toBeGreaterThanOrEqual(ratio * 0.4999)
          expect(least).toBeLessThanOrEqual(ratio * 0.9001)
        },
      ),
    )
  })

  it("allows more where the rounds waver more, and on another processor", () => {
    const steady = Baseline.entry([rowOf(10, 0.01)])
    const wavering = Baseline.entry([rowOf(10, 0.2)])
    expect(Baseline.floor(steady, steady, true)).toBeCloseTo(9)
    expect(Baseline.floor(wavering, steady, true)).toBeCloseTo(6)
    expect(Baseline.floor(steady, steady, false)).toBeCloseTo(7)
  })
})
