// The paper's PROFILES: what is known of a user, "including his rating and general preferences/ settings/
// criteria/ history" (IPSX-PRO-001). The rating follows from how deals ended, and from nothing else (IPSX-PRO-002).
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import { Count } from "./Deal.ts"
import * as Filter from "./Filter.ts"
import { Id } from "./Id.ts"
import type { DealStatus, Role } from "./Status.ts"
import { Seconds } from "./Time.ts"

/** How many of the last deals a profile keeps. */
export const historyMax = 64

const names = Schema.Record(Schema.String, Schema.String)

/** How a deal ended for one of its two users. */
export const Ending = Schema.Literals(["Settled", "Contested", "Breached"])
export type Ending = typeof Ending.Type

/** How a final deal ended for one side: a breach is that side's own, a contested ending is nobody's fault. */
export const endingOf = (role: Role, status: DealStatus, isContested: boolean): Ending => {
  const own = role === "provider" ? "BreachedByProvider" : "BreachedByRequester"
  if (status === own || status === "BreachedByBoth") return "Breached"
  return isContested ? "Contested" : "Settled"
}

/** A final deal as one user's profile sees it; amounts in base units, `at` when it became final. */
export const Outcome = Schema.Struct({
  deal: Id,
  role: Schema.Literals(["provider", "requester"]),
  ending: Ending,
  paid: Amount.AmountFromString,
  cap: Amount.AmountFromString,
  at: Seconds,
})
export interface Outcome extends Schema.Schema.Type<typeof Outcome> {}

const Weight = Schema.BigIntFromString.pipe(
  Schema.check(Schema.isBetweenBigInt({ minimum: 0n, maximum: 2n ** 256n - 1n })),
)

/** `kept` and `broken` are the weights, in base units, of deals that ended well and that this user breached. */
export const Profile = Schema.Struct({
  id: Address,
  deals: Count,
  settled: Count,
  contested: Count,
  breached: Count,
  kept: Weight,
  broken: Weight,
  preferences: names,
  settings: names,
  criteria: Filter.Filter,
  history: Schema.Array(Outcome).pipe(Schema.check(Schema.isMaxLength(historyMax))),
})
export interface Profile extends Schema.Schema.Type<typeof Profile> {}

export const empty = (id: Address): Profile => ({
  id,
  deals: 0,
  settled: 0,
  contested: 0,
  breached: 0,
  kept: 0n,
  broken: 0n,
  preferences: {},
  settings: {},
  criteria: Filter.any,
  history: [],
})

/** Ten tokens in the middle: what a rating starts from, so that one small deal proves little (IPSX-PRO-003). */
const prior = 10n * 10n ** 18n

/**
 * A rating in [0, 1000]: the weighted share of deals that ended well, with ten tokens at 500 added, rounded down.
 *
 * @example
 * Profile.rating(Profile.empty(id)) // 500
 */
export const rating = (profile: Pick<Profile, "kept" | "broken">): number =>
  Number((500n * prior + 1000n * profile.kept) / (prior + profile.kept + profile.broken))

/** Those that stay when one more comes. */
const latest = (history: ReadonlyArray<Outcome>): ReadonlyArray<Outcome> =>
  history.length < historyMax ? history : history.slice(1 - historyMax)

/**
 * The profile after one more final deal. A settled deal weighs what was paid, a breach the whole cap, a contested
 * deal nothing (IPSX-PRO-002, IPSX-PRO-004).
 */
export const record = (profile: Profile, outcome: Outcome): Profile => ({
  ...profile,
  deals: profile.deals + 1,
  settled: profile.settled + (outcome.ending === "Settled" ? 1 : 0),
  contested: profile.contested + (outcome.ending === "Contested" ? 1 : 0),
  breached: profile.breached + (outcome.ending === "Breached" ? 1 : 0),
  kept: profile.kept + (outcome.ending === "Settled" ? outcome.paid : 0n),
  broken: profile.broken + (outcome.ending === "Breached" ? outcome.cap : 0n),
  history: [...latest(profile.history), outcome],
})
