import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import { amount, token } from "../arbitrary/deal.ts"

it("IPSX-TRM-004 whole tokens are written and read without loss, and a loss has its sign", () => {
  fc.assert(
    fc.property(amount(Amount.max), (value) => {
      expect(Result.getOrThrow(Amount.parse(Amount.format(value)))).toBe(value)
      if (value > 0n) expect(Amount.format(-value)).toBe(`-${Amount.format(value)}`)
    }),
  )
  expect([0n, token, -token / 2n, 1n].map(Amount.format)).toEqual([
    "0",
    "1",
    "-0.5",
    "0.000000000000000001",
  ])
})

it("IPSX-TRM-004 what has more than 18 decimals, a sign, or more than 96 bits is no amount", () => {
  const highest = Amount.format(Amount.max)
  expect(Result.getOrThrow(Amount.parse(highest))).toBe(Amount.max)
  const over = Amount.format(Amount.max + 1n)
  for (const text of [over, "-1", "+1", "1.", ".5", "1e3", "0.0000000000000000001", "", "1,5"])
    expect(Result.isFailure(Amount.parse(text))).toBe(true)
})

it("IPSX-TRM-003 sums and differences are exact, or say what they would have been", () => {
  fc.assert(
    fc.property(amount(Amount.max), amount(Amount.max), (a, b) => {
      const outcomes = [
        [Amount.add(a, b), a + b],
        [Amount.subtract(a, b), a - b],
      ] as const
      for (const [outcome, value] of outcomes)
        if (value >= 0n && value <= Amount.max) expect(Result.getOrThrow(outcome)).toBe(value)
        else expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({ value })
    }),
  )
})

it("a quotient rounded down and one rounded up enclose the exact one", () => {
  fc.assert(
    fc.property(amount(), amount(), fc.bigInt({ min: 1n, max: 10n ** 12n }), (a, b, divisor) => {
      const floor = Amount.mulDivFloor(a, b, divisor)
      const ceil = Amount.mulDivCeil(a, b, divisor)
      expect(floor * divisor <= a * b && a * b <= ceil * divisor).toBe(true)
      expect(ceil - floor).toBe((a * b) % divisor === 0n ? 0n : 1n)
    }),
  )
})
