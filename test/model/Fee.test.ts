import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Fee from "../../src/model/Fee.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import { amount } from "../arbitrary/deal.ts"

const rate = Parameters.standard

it("IPSX-PAY-004 the commission is the floor of its share, at least the minimum", () => {
  expect(Fee.commission(0n, rate)).toBe(rate.minCommission)
  const even = (rate.minCommission * 10_000n) / BigInt(rate.commissionBp)
  expect(Fee.commission(even, rate)).toBe(rate.minCommission)
  expect(Fee.commission(even + 49n, rate)).toBe(rate.minCommission)
  expect(Fee.commission(even + 50n, rate)).toBe(rate.minCommission + 1n)
})

it("IPSX-PAY-018 splitting a payment never changes the commission", () => {
  fc.assert(
    fc.property(fc.array(amount(10n ** 22n), { maxLength: 20 }), (steps) => {
      let paid = 0n
      let charged: bigint = Fee.commission(0n, rate)
      for (const step of steps) {
        const increment = Fee.increment(paid, paid + step, rate)
        expect(increment >= 0n && increment <= step).toBe(true)
        charged += increment
        paid += step
      }
      expect(charged).toBe(Fee.commission(paid, rate))
    }),
  )
})

it("IPSX-PAY-012 the least bond is rounded up", () => {
  expect(Fee.minimumBond(11n, { bondBp: 1000 })).toBe(2n)
  expect(Fee.minimumBond(10n, { bondBp: 1000 })).toBe(1n)
  expect(Fee.openingCost(10n, rate)).toBe(10n + rate.minCommission)
})
