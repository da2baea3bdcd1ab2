import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Parameters from "../../src/model/Parameters.ts"

it("IPSX-AGR-039 both presets leave time for an honest answer before money moves", () => {
  for (const preset of [Parameters.standard, Parameters.small])
    expect(Result.isSuccess(Parameters.validate(preset))).toBe(true)
  expect(Parameters.default).toBe(Parameters.standard)
})

it("IPSX-AGR-039 a timer that moves money one second below the answer time is refused by name", () => {
  for (const name of Parameters.moneyTimers) {
    const least = Parameters.answerTime(Parameters.small)
    const at = (value: number) => Parameters.validate({ ...Parameters.small, [name]: value })
    expect(Result.isSuccess(at(least))).toBe(true)
    const refused = at(least - 1)
    expect(Result.isFailure(refused) && refused.failure.problems.map((p) => p.name)).toEqual([name])
    expect(Result.isFailure(refused) && refused.failure.message).toContain(
      `${name} is ${least - 1}`,
    )
  }
})

it("IPSX-AGR-039 bounds that contradict each other are refused together", () => {
  const refused = Parameters.validate({
    ...Parameters.small,
    maxLease: 4,
    maxSeats: 0,
    deadlineBlocks: 0,
    minCommission: Amount.zero,
  })
  expect(Result.isFailure(refused) && refused.failure.problems.map((p) => p.name)).toEqual([
    "maxLease",
    "shortLeaseMax",
    "maxSeats",
    "deadlineBlocks",
    "minCommission",
  ])
})

it("IPSX-AGR-038 the windows of a lease never take more than two thirds of it", () => {
  expect(Parameters.provisionTime(Parameters.standard, 5)).toBe(1)
  expect(Parameters.connectTime(Parameters.standard, 5)).toBe(1)
  expect(Parameters.provisionTime(Parameters.standard, 3600)).toBe(60)
  expect(Parameters.connectTime(Parameters.standard, 3600)).toBe(90)
})

it("a preset is read and written without loss, amounts as decimal strings", () => {
  const json = Schema.encodeSync(Parameters.Parameters)(Parameters.standard)
  expect(json.minCommission).toBe("10000000000000000")
  expect(Schema.decodeUnknownSync(Parameters.Parameters)(json)).toEqual(Parameters.standard)
})
