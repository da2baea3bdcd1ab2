import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"

// Found by the conformance suite, codec/amount/minus-zero: the decoder took every text that BigInt takes, and BigInt
// takes a sign, so that zero had two spellings.
it("IPSX-TRM-002 an amount is digits and nothing else, also when it is zero", () => {
  const read = Schema.decodeUnknownResult(Amount.AmountFromString)
  expect(Result.getOrThrow(read("0"))).toBe(0n)
  expect(Result.isFailure(read("-0"))).toBe(true)
})
