// Three sets of parameters: the two that are published, and one of odd numbers, in which nothing is right by chance.
import defaultJson from "../../../spec/parameters/default.json" with { type: "json" }
import smallJson from "../../../spec/parameters/small.json" with { type: "json" }
import type { JsonObject } from "../Json.ts"

/** Values that share no factor with each other or with the block times of the suite. */
const odd = {
  ...smallJson,
  minLease: 7,
  maxLease: 100_003,
  bookAheadMax: 3001,
  shortLeaseMax: 11,
  maxSeats: 3,
  acceptWindow: 5,
  provisionWindow: 7,
  connectWindow: 5,
  suspendBudget: 13,
  settleGrace: 17,
  challengeSeconds: 19,
  appealSeconds: 23,
  evidenceSeconds: 29,
  claimWindow: 31,
  deadlineBlocks: 3,
  finality: 3,
  delta: 2,
  commissionBp: 333,
  minCommission: "7",
  bondBp: 777,
  challengeStake: "11",
  disputeStake: "13",
}

export const sets = {
  default: defaultJson as unknown as JsonObject,
  small: smallJson as unknown as JsonObject,
  odd: odd as unknown as JsonObject,
} as const

/** The same group for every set: `settlement/close`, `settlement/close.small`, `settlement/close.odd`. */
export const each = <A>(make: (set: JsonObject, suffix: string) => A): ReadonlyArray<A> =>
  Object.entries(sets).map(([name, set]) => make(set, name === "default" ? "" : `.${name}`))
