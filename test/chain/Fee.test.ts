// What is offered for gas: enough, more when it has to be, and never more than allowed.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Envelope from "../../src/chain/Envelope.ts"
import * as Fee from "../../src/chain/Fee.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"

const wei = fc.bigInt({ min: 0n, max: 10n ** 13n })
const price = fc.record({ base: wei, tip: wei, block: fc.nat() })

it("IPSX-CHN-053 no offer is above the cap, and a raised one is what a node takes in the place of the last", () => {
  fc.assert(
    fc.property(price, price, wei, (before, now, cap) => {
      const last = Fee.first(before, cap)
      const next = Fee.raised(last, now, cap)
      for (const fee of [last, ...(next === undefined ? [] : [next])]) {
        expect(fee.maxFeePerGas <= cap).toBe(true)
        expect(fee.maxPriorityFeePerGas <= fee.maxFeePerGas).toBe(true)
      }
      if (next === undefined) {
        // Only the cap, or that nothing costs anything, keeps it from being raised.
        const isFree = now.base === 0n && last.maxFeePerGas === 0n
        expect(isFree || 10n * cap < 11n * last.maxFeePerGas || cap === last.maxFeePerGas).toBe(
          true,
        )
        return
      }
      expect(next.maxFeePerGas > last.maxFeePerGas).toBe(true)
      expect(10n * next.maxFeePerGas >= 11n * last.maxFeePerGas).toBe(true)
      expect(10n * next.maxPriorityFeePerGas >= 11n * last.maxPriorityFeePerGas).toBe(true)
    }),
  )
})

it("IPSX-CHN-023 nothing is offered where blocks cost nothing", () => {
  const free = { base: 0n, tip: 10n ** 9n, block: 1 }
  expect(Fee.first(free, Fee.usualCap)).toEqual({ maxFeePerGas: 0n, maxPriorityFeePerGas: 0n })
  expect(Fee.raised(Fee.first(free, Fee.usualCap), free, Fee.usualCap)).toBeUndefined()
})

it("IPSX-CHN-012 what a raw transaction says is what was signed", () => {
  const curve = NativeCurve.fastest()
  const key = new Uint8Array(32).fill(3)
  const fields = fc.record({
    chainId: fc.nat(),
    nonce: fc.nat(),
    gas: fc.nat(),
    maxFeePerGas: wei,
    maxPriorityFeePerGas: wei,
    to: fc.constantFrom(undefined, `0x${"aa".repeat(20)}`, `0x${"01".repeat(20)}`),
    data: fc
      .uint8Array({ maxLength: 70_000, size: "max" })
      .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}`),
  })
  fc.assert(
    fc.property(fields, (given) => {
      expect(Envelope.fields(Envelope.sign(curve, given, key))).toEqual(given)
    }),
    { numRuns: 50 },
  )
})
