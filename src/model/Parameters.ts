// The numbers that a deployment fixes for good. One immutable set, passed as an argument everywhere; the
// presets are the files under spec/parameters.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import defaultJson from "../../spec/parameters/default.json" with { type: "json" }
import smallJson from "../../spec/parameters/small.json" with { type: "json" }
import * as Amount from "./Amount.ts"

const span = Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 0, maximum: 0xffff_ffff })))
const basisPoints = Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 0, maximum: 10_000 })))
const amount = Amount.AmountFromString

/** Spans are seconds, `…Bp` are hundredths of a percent, amounts are base units, the rest are counts. */
export const Parameters = Schema.Struct({
  minLease: span,
  maxLease: span,
  bookAheadMax: span,
  shortLeaseMax: span,
  maxSeats: span,
  acceptWindow: span,
  provisionWindow: span,
  connectWindow: span,
  heartbeat: span,
  heartbeatMisses: span,
  billingInterval: span,
  maxLag: span,
  suspendBudget: span,
  settleGrace: span,
  challengeSeconds: span,
  appealSeconds: span,
  evidenceSeconds: span,
  claimWindow: span,
  deadlineBlocks: span,
  finality: span,
  delta: span,
  commissionBp: basisPoints,
  minCommission: amount,
  bondBp: basisPoints,
  challengeStake: amount,
  disputeStake: amount,
})
export interface Parameters extends Schema.Schema.Type<typeof Parameters> {}

const decode = Schema.decodeUnknownSync(Parameters)

/** What a deployment on a public chain would use. */
export const standard: Parameters = decode(defaultJson)

/** The same rules with short times, for tests and demonstrations. */
export const small: Parameters = decode(smallJson)

export { standard as default }

/** The timers whose end moves money, each of which must leave time for an honest answer. */
export const moneyTimers = [
  "settleGrace",
  "challengeSeconds",
  "appealSeconds",
  "evidenceSeconds",
  "claimWindow",
] as const satisfies ReadonlyArray<keyof Parameters>

/** The shortest span in which an honest party can see an event, set up and have its answer included. */
export const answerTime = (parameters: Parameters): number =>
  parameters.finality + 2 * parameters.delta + parameters.provisionWindow

/** T_provision and T_connect of one lease never take more than two thirds of it (IPSX-AGR-038). */
export const provisionTime = (parameters: Parameters, leaseSeconds: number): number =>
  Math.min(parameters.provisionWindow, Math.floor(leaseSeconds / 3))
export const connectTime = (parameters: Parameters, leaseSeconds: number): number =>
  Math.min(parameters.connectWindow, Math.floor(leaseSeconds / 3))

// Ten years: with it every stored time fits in 32 bits until 2086.
const longest = 3650 * 86_400

type Rule = readonly [name: keyof Parameters, holds: boolean, expected: string]

const rules = (p: Parameters): ReadonlyArray<Rule> => [
  ...moneyTimers.map((name): Rule => [
    name,
    p[name] >= answerTime(p),
    `at least finality + 2 × delta + provisionWindow`,
  ]),
  // A third of the shortest lease is a whole second at least (IPSX-AGR-038).
  ["minLease", p.minLease >= 3, "at least 3"],
  ["maxLease", p.maxLease >= p.minLease && p.maxLease <= longest, "from minLease to ten years"],
  ["bookAheadMax", p.bookAheadMax <= longest, "at most ten years"],
  [
    "shortLeaseMax",
    p.shortLeaseMax >= p.minLease && p.shortLeaseMax <= p.maxLease,
    "from minLease to maxLease",
  ],
  ["maxSeats", p.maxSeats >= 1 && p.maxSeats <= 256, "from 1 to 256"],
  ["deadlineBlocks", p.deadlineBlocks >= 1, "at least 1"],
  ["heartbeat", p.heartbeat >= 1, "at least 1"],
  ["heartbeatMisses", p.heartbeatMisses >= 1, "at least 1"],
  ["billingInterval", p.billingInterval >= 1, "at least 1"],
  ["maxLag", p.maxLag >= p.billingInterval, "at least billingInterval"],
  ["minCommission", p.minCommission > 0n, "more than 0"],
  ["challengeStake", p.challengeStake > 0n, "more than 0"],
  ["disputeStake", p.disputeStake > 0n, "more than 0"],
]

/**
 * IPSX-AGR-039: refuses a set in which a timer that moves money could end before an honest party can answer,
 * and one whose bounds contradict each other.
 *
 * @example
 * Result.isSuccess(Parameters.validate(Parameters.standard)) // true
 */
export const validate = (parameters: Parameters): Result.Result<Parameters, InvalidParameters> => {
  const problems = rules(parameters)
    .filter(([, holds]) => !holds)
    .map(([name, , expected]) => ({ name, value: String(parameters[name]), expected }))
  return problems.length === 0
    ? Result.succeed(parameters)
    : Result.fail(new InvalidParameters({ problems }))
}

export class InvalidParameters extends Schema.TaggedError<InvalidParameters>()(
  "InvalidParameters",
  {
    problems: Schema.Array(
      Schema.Struct({ name: Schema.String, value: Schema.String, expected: Schema.String }),
    ),
  },
) {
  override get message(): string {
    return this.problems.map((p) => `${p.name} is ${p.value}, expected ${p.expected}`).join("; ")
  }
}
