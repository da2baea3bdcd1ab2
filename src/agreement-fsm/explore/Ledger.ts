// What a final world means in money: the real verdict (IPSX-AGR-060) over abstract amounts, and what each side
// lost by the deal.
import * as Amount from "../../model/Amount.ts"
import * as Verdict from "../../model/Verdict.ts"
import type { World } from "./World.ts"

/** Amounts that cannot be mistaken for each other, in base units; a level of service costs `unit`. */
export const amounts = {
  unit: 100,
  cap: 250,
  bond: 50,
  noShowCharge: 11,
  challengeStake: 7,
  disputeStake: 3,
} as const

const rates = {
  commissionBp: 0,
  minCommission: Amount.zero,
  challengeStake: Amount.of(BigInt(amounts.challengeStake)),
  disputeStake: Amount.of(BigInt(amounts.disputeStake)),
}

export interface Outcome {
  readonly breachedByProvider: boolean
  readonly breachedByRequester: boolean
  readonly penaltyProvider: number
  readonly paid: number
  /** What each side has more than before the deal, service not counted. */
  readonly provider: number
  readonly requester: number
}

export type Judge = (facts: Verdict.Facts, terms: Verdict.Terms) => Verdict.Verdict

/** The verdict as it is. */
export const judge: Judge = (facts, terms) => Verdict.of(facts, terms, rates)

const level = (value: number): Amount.Amount => Amount.of(BigInt(value * amounts.unit))

const factsOf = (w: World): Verdict.Facts => ({
  paid: level(w.paid),
  meterDue: level(w.metered),
  providerStoppedAt: w.stopP === 1 ? 1050 : w.stopP === 2 ? 1070 : 0,
  requesterStopped: w.stopR === 1,
  noticeAt: w.notice === 0 ? 0 : w.notice === 1 ? 1090 : 1060,
  challenged: w.challenged === 1,
  answered: false,
  convicted: w.convicted === 1,
  exonerated: w.exonerated === 1,
  demanded: w.demanded > 0,
  lagged: w.lagged === 1,
  providerEquivocated: w.eqP === 1,
  requesterEquivocated: w.eqR === 1,
  providerDisputed: w.dispP === 1,
  requesterDisputed: w.dispR === 1,
})

/** The outcome of a final world. Pure, so callers may keep it by the world's packed number. */
export const outcome = (w: World, prepaid: number, by: Judge = judge): Outcome => {
  const terms: Verdict.Terms = {
    cap: Amount.of(BigInt(amounts.cap)),
    bond: Amount.of(BigInt(amounts.bond)),
    prepaid: level(prepaid),
    noShowCharge: Amount.of(BigInt(amounts.noShowCharge)),
    seats: 1,
    start: 1000 as Verdict.Terms["start"],
    end: 1100 as Verdict.Terms["end"],
  }
  const facts = factsOf(w)
  const consent = w.due === 1
  const verdict = consent ? Verdict.byConsent(facts, terms, facts.paid, rates) : by(facts, terms)
  const stakes = w.met * amounts.challengeStake
  const claimed = w.paid * amounts.unit
  return {
    breachedByProvider: verdict.breachedByProvider,
    breachedByRequester: verdict.breachedByRequester,
    penaltyProvider: Number(verdict.penaltyProvider),
    paid: Number(verdict.paid),
    provider: claimed + Number(verdict.toProvider - verdict.fromProvider) - stakes,
    requester: Number(verdict.toRequester - verdict.fromRequester) - claimed + stakes,
  }
}
