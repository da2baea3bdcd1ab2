import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Summary from "../../sim/Summary.ts"
import { summary } from "./report/fixture.ts"

const decode = Schema.decodeUnknownResult(Summary.Summary, { onExcessProperty: "error" })

describe("Summary", () => {
  it("IPSX-SIM-008 is exactly the contract: nothing more, nothing less, amounts as text", () => {
    expect(Result.isSuccess(decode(JSON.parse(JSON.stringify(summary))))).toBe(true)
    expect(Result.isFailure(decode({ ...summary, extra: 1 }))).toBe(true)
    const { oracle: _oracle, ...without } = summary
    expect(Result.isFailure(decode(without))).toBe(true)
    expect(Result.isFailure(decode({ ...summary, tokens: { ...summary.tokens, fees: 17 } }))).toBe(
      true,
    )
    expect(Result.isFailure(decode({ ...summary, traceHash: "0xAB" }))).toBe(true)
  })

  it("IPSX-SIM-009 is good only when nothing at all is wrong", () => {
    expect(Summary.isGood(summary)).toBe(true)
    const [check] = summary.checks
    const [loss] = summary.losses
    const [expectation] = summary.expect
    const broken: ReadonlyArray<Partial<Summary.Summary>> = [
      { tokens: { ...summary.tokens, conserved: false } },
      { oracle: { compared: 1, mismatches: 1 } },
      { checks: [{ ...check!, ok: false }] },
      { losses: [{ ...loss!, ok: false }] },
      { expect: [{ ...expectation!, ok: false }] },
    ]
    for (const change of broken) expect(Summary.isGood({ ...summary, ...change })).toBe(false)
  })

  it("finds values by their path, and nothing by a wrong one", () => {
    expect(Summary.at(summary, "deals.byStatus.Settled")).toBe(1673)
    expect(Summary.at(summary, "checks.0.id")).toBe("IPSX-WAL-005")
    expect(Summary.at(summary, "chain.gasUsed")).toBe(712334981)
    expect(Summary.at(summary, "tokens.supply")).toBe("1799999987000000000000000000")
    expect(Summary.at(summary, "tokens.conserved")).toBe(true)
    for (const path of ["deals.nope", "deals", "deals.settled.more", "deals.__proto__", ""])
      expect(Summary.at(summary, path)).toBeNull()
  })

  it("judges a value by its bounds, and never lets a path that leads nowhere pass", () => {
    expect(Summary.meets(5, { min: 5, max: 5 })).toBe(true)
    expect(Summary.meets(4, { min: 5 })).toBe(false)
    expect(Summary.meets(6, { max: 5 })).toBe(false)
    expect(Summary.meets(true, { equals: true })).toBe(true)
    expect(Summary.meets("1", { equals: 1 })).toBe(false)
    expect(Summary.meets("many", { min: 0 })).toBe(false)
    expect(Summary.meets(null, { min: 0 })).toBe(false)
    expect(Summary.meets(null, { max: 0 })).toBe(false)
  })
})
