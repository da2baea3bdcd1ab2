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

// For each rule a set at its bound, one beyond it, and what is said of that one.
const free = { ...Parameters.small, minLease: 4, maxLease: 100, shortLeaseMax: 50 }
const bounds: ReadonlyArray<
  readonly [at: object, beyond: object, name: keyof Parameters.Parameters, expected: string]
> = [
  [{ minLease: 3 }, { minLease: 2 }, "minLease", "at least 3"],
  [
    { maxLease: 50, minLease: 50 },
    { maxLease: 49, minLease: 50 },
    "maxLease",
    "from minLease to ten years",
  ],
  [
    { maxLease: 3650 * 86_400 },
    { maxLease: 3650 * 86_400 + 1 },
    "maxLease",
    "from minLease to ten years",
  ],
  [
    { bookAheadMax: 3650 * 86_400 },
    { bookAheadMax: 3650 * 86_400 + 1 },
    "bookAheadMax",
    "at most ten years",
  ],
  [{ shortLeaseMax: 4 }, { shortLeaseMax: 3 }, "shortLeaseMax", "from minLease to maxLease"],
  [{ shortLeaseMax: 100 }, { shortLeaseMax: 101 }, "shortLeaseMax", "from minLease to maxLease"],
  [{ maxSeats: 1 }, { maxSeats: 0 }, "maxSeats", "from 1 to 256"],
  [{ maxSeats: 256 }, { maxSeats: 257 }, "maxSeats", "from 1 to 256"],
  [{ deadlineBlocks: 1 }, { deadlineBlocks: 0 }, "deadlineBlocks", "at least 1"],
  [{ heartbeat: 1 }, { heartbeat: 0 }, "heartbeat", "at least 1"],
  [{ heartbeatMisses: 1 }, { heartbeatMisses: 0 }, "heartbeatMisses", "at least 1"],
  [{ billingInterval: 1 }, { billingInterval: 0 }, "billingInterval", "at least 1"],
  [
    { maxLag: 2, billingInterval: 2 },
    { maxLag: 1, billingInterval: 2 },
    "maxLag",
    "at least billingInterval",
  ],
  ...(["minCommission", "challengeStake", "disputeStake"] as const).map(
    (name) => [{ [name]: Amount.of(1n) }, { [name]: Amount.zero }, name, "more than 0"] as const,
  ),
  ...Parameters.moneyTimers.map(
    (name) =>
      [
        { finality: 3, delta: 5, provisionWindow: 7, [name]: 20 },
        { finality: 3, delta: 5, provisionWindow: 7, [name]: 19 },
        name,
        "at least finality + 2 × delta + provisionWindow",
      ] as const,
  ),
]

it.each(bounds)("IPSX-AGR-039 %o is allowed, %o is not: %s", (at, beyond, name, expected) => {
  const timers = Object.fromEntries(Parameters.moneyTimers.map((timer) => [timer, 1000]))
  const validate = (change: object) => Parameters.validate({ ...free, ...timers, ...change })
  expect(Result.isSuccess(validate(at))).toBe(true)
  const refused = validate(beyond)
  const value = String((beyond as Record<string, unknown>)[name])
  expect(Result.isFailure(refused) && refused.failure.problems).toContainEqual({
    name,
    value,
    expected,
  })
})
