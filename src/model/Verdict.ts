// The one verdict (IPSX-AGR-060): how a channel's money is divided, as a total and pure function of what was
// proved and what was agreed. The contract and the explorer compute the same.
import * as Amount from "./Amount.ts"
import type { Deal } from "./Deal.ts"
import * as Fee from "./Fee.ts"
import type { Parameters } from "./Parameters.ts"

/**
 * What is proved about a channel. Facts only ever accumulate, so the order of their arrival cannot matter
 * (IPSX-AGR-040); `demanded` alone is withdrawn, when the demand is met and its stake is spent.
 * Moments are seconds, 0 for never; amounts are base units.
 */
export interface Facts {
  readonly paid: Amount.Amount
  readonly meterDue: Amount.Amount
  readonly providerStoppedAt: number
  readonly requesterStopped: boolean
  readonly noticeAt: number
  readonly challenged: boolean
  readonly answered: boolean
  readonly convicted: boolean
  readonly exonerated: boolean
  readonly demanded: boolean
  readonly lagged: boolean
  readonly providerEquivocated: boolean
  readonly requesterEquivocated: boolean
  readonly providerDisputed: boolean
  readonly requesterDisputed: boolean
}

/** What a fresh channel knows: nothing. */
export const noFacts: Facts = {
  paid: Amount.zero,
  meterDue: Amount.zero,
  providerStoppedAt: 0,
  requesterStopped: false,
  noticeAt: 0,
  challenged: false,
  answered: false,
  convicted: false,
  exonerated: false,
  demanded: false,
  lagged: false,
  providerEquivocated: false,
  requesterEquivocated: false,
  providerDisputed: false,
  requesterDisputed: false,
}

export type Terms = Pick<
  Deal,
  "cap" | "bond" | "prepaid" | "noShowCharge" | "seats" | "start" | "end"
>

type Rates = Pick<Parameters, "commissionBp" | "minCommission" | "challengeStake" | "disputeStake">

/**
 * The division, in base units. `fromProvider` and `fromRequester` leave the reserves, and
 * `toProvider + toRequester + fee + burned` is exactly their sum.
 */
export interface Verdict {
  readonly paid: Amount.Amount
  readonly fee: Amount.Amount
  readonly penaltyProvider: bigint
  readonly penaltyRequester: bigint
  readonly noShow: bigint
  readonly burned: bigint
  readonly fromProvider: bigint
  readonly fromRequester: bigint
  readonly toProvider: bigint
  readonly toRequester: bigint
  readonly breachedByProvider: boolean
  readonly breachedByRequester: boolean
}

/**
 * The verdict on a channel for which nobody can bring more evidence.
 *
 * @example
 * Verdict.of(channel.facts, channel.deal, parameters).toProvider
 */
export const of = (facts: Facts, terms: Terms, rates: Rates): Verdict => {
  const paid = charged(facts, terms)
  const rest = terms.cap - paid
  const breachedByProvider = (facts.convicted && !facts.exonerated) || facts.providerEquivocated
  const breachedByRequester = facts.requesterEquivocated
  const penaltyProvider = breachedByProvider ? terms.bond : earlyStop(facts, terms)
  const noShow =
    terms.seats > 0 && paid === 0n && !breachedByProvider && facts.providerStoppedAt === 0
      ? Amount.minimum<bigint>(terms.noShowCharge, rest)
      : 0n
  const penaltyRequester = breachedByRequester
    ? Amount.minimum<bigint>(rest - noShow, terms.bond)
    : 0n
  // An early stop compensates the requester whole. A breach burns the greater half, so that nobody gains by
  // breaching against himself.
  const compensation = breachedByProvider ? penaltyProvider / 2n : penaltyProvider
  const reparation = penaltyRequester / 2n
  const fee = Fee.increment(facts.paid, paid, rates)
  const stakes = divideStakes(facts, terms, rates)
  return {
    paid,
    fee,
    penaltyProvider,
    penaltyRequester,
    noShow,
    burned: noShow + penaltyProvider - compensation + penaltyRequester - reparation + stakes.burned,
    fromProvider: terms.bond + stakes.fromProvider,
    fromRequester: terms.cap - facts.paid + stakes.fromRequester,
    toProvider:
      paid - facts.paid - fee + terms.bond - penaltyProvider + reparation + stakes.toProvider,
    toRequester: rest - noShow - penaltyRequester + compensation + stakes.toRequester,
    breachedByProvider,
    breachedByRequester,
  }
}

/**
 * The division that both parties signed (IPSX-PAY-006): the cumulative is paid, everything else goes back to
 * those who placed it, and nobody is penalised whatever was proved. `cumulative` lies in [paid, cap].
 */
export const byConsent = (
  facts: Facts,
  terms: Terms,
  cumulative: Amount.Amount,
  rates: Rates,
): Verdict => {
  const held = heldStakes(facts, rates)
  const fee = Fee.increment(facts.paid, cumulative, rates)
  return {
    paid: cumulative,
    fee,
    penaltyProvider: 0n,
    penaltyRequester: 0n,
    noShow: 0n,
    burned: 0n,
    fromProvider: terms.bond + held.fromProvider,
    fromRequester: terms.cap - facts.paid + held.fromRequester,
    toProvider: cumulative - facts.paid - fee + terms.bond + held.fromProvider,
    toRequester: terms.cap - cumulative + held.fromRequester,
    breachedByProvider: false,
    breachedByRequester: false,
  }
}

/** IPSX-PAY-001, IPSX-PAY-009, IPSX-PAY-010: the highest of vouchers, prepayment and the co-signed meter. */
export const charged = (
  facts: Pick<Facts, "paid" | "meterDue">,
  terms: Pick<Terms, "cap" | "prepaid">,
): Amount.Amount =>
  Amount.maximum(
    Amount.maximum(facts.paid, terms.prepaid),
    Amount.minimum(terms.cap, facts.meterDue),
  )

/** The stakes that are still in the reserves of those who placed them. */
export const heldStakes = (
  facts: Facts,
  rates: Rates,
): { readonly fromProvider: bigint; readonly fromRequester: bigint } => ({
  fromProvider:
    (facts.demanded || facts.lagged ? rates.challengeStake : 0n) +
    (facts.providerDisputed ? rates.disputeStake : 0n),
  fromRequester:
    (facts.challenged ? rates.challengeStake : 0n) +
    (facts.requesterDisputed ? rates.disputeStake : 0n),
})

// IPSX-PAY-023: a provider that leaves early forfeits the bond's share of the time that is left, rounded up
// for the requester, unless the requester left too, did not pay, or was given notice in time.
const earlyStop = (facts: Facts, terms: Terms): bigint => {
  const at = facts.providerStoppedAt
  const noticed = facts.noticeAt !== 0 && at >= facts.noticeAt
  if (terms.seats === 0 || at === 0 || at >= terms.end) return 0n
  if (facts.requesterStopped || facts.lagged || noticed) return 0n
  return Amount.mulDivCeil(
    terms.bond,
    BigInt(terms.end - Math.max(at, terms.start)),
    BigInt(terms.end - terms.start),
  )
}

// IPSX-PAY-027: who gets the stakes of challenges, demands and disputes; a lost dispute is burned.
const divideStakes = (facts: Facts, terms: Terms, rates: Rates) => {
  const held = heldStakes(facts, rates)
  const challengeWon =
    facts.challenged && !facts.exonerated && (facts.convicted || facts.providerStoppedAt !== 0)
  const providerVindicated =
    facts.exonerated ||
    facts.requesterEquivocated ||
    facts.meterDue > Amount.maximum(facts.paid, terms.prepaid)
  const demandStake = facts.demanded || facts.lagged ? rates.challengeStake : 0n
  const challengeStake = facts.challenged ? rates.challengeStake : 0n
  const toProvider =
    demandStake +
    (challengeWon ? 0n : challengeStake) +
    (facts.providerDisputed && providerVindicated ? rates.disputeStake : 0n)
  const toRequester =
    (challengeWon ? challengeStake : 0n) +
    (facts.requesterDisputed && facts.providerEquivocated ? rates.disputeStake : 0n)
  return {
    ...held,
    toProvider,
    toRequester,
    burned: held.fromProvider + held.fromRequester - toProvider - toRequester,
  }
}
