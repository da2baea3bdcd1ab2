import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Verdict from "../../src/model/Verdict.ts"
import { cases, deal, token } from "../arbitrary/deal.ts"

const small = Parameters.small
const of = (facts: Partial<Verdict.Facts>, change: Partial<Deal> = {}) =>
  Verdict.of({ ...Verdict.noFacts, ...facts }, deal(change), small)

it("IPSX-AGR-060 the verdict divides exactly what was reserved, whatever is proved", () => {
  fc.assert(
    fc.property(cases, ({ deal, facts }) => {
      const v = Verdict.of(facts, deal, small)
      expect(v.toProvider + v.toRequester + v.fee + v.burned).toBe(v.fromProvider + v.fromRequester)
      for (const part of [v.toProvider, v.toRequester, v.fee, v.burned, v.noShow])
        expect(part >= 0n).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it("IPSX-PAY-005 penalties come only from the bond and from what the cap leaves above c", () => {
  fc.assert(
    fc.property(cases, ({ deal, facts }) => {
      const v = Verdict.of(facts, deal, small)
      expect(v.penaltyProvider <= deal.bond).toBe(true)
      expect(v.penaltyRequester + v.noShow <= deal.cap - v.paid).toBe(true)
      expect(v.penaltyRequester <= deal.bond).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

it("IPSX-PAY-001 the highest signed cumulative is always paid, less commission", () => {
  fc.assert(
    fc.property(cases, ({ deal, facts }) => {
      const v = Verdict.of(facts, deal, small)
      expect(v.paid >= facts.paid && v.paid >= deal.prepaid && v.paid <= deal.cap).toBe(true)
      expect(v.fee).toBe(Fee.commission(v.paid, small) - Fee.commission(facts.paid, small))
    }),
  )
})

it("IPSX-PAY-021 IPSX-PAY-010 a co-signed meter raises what is due up to the cap and never lowers it", () => {
  fc.assert(
    fc.property(cases, ({ deal, facts }) => {
      const without = Verdict.of({ ...facts, meterDue: Amount.zero }, deal, small)
      const v = Verdict.of(facts, deal, small)
      expect(v.paid).toBe(Amount.maximum(without.paid, Amount.minimum(deal.cap, facts.meterDue)))
    }),
  )
})

it("IPSX-AGR-060 breach follows from its own side's facts alone", () => {
  fc.assert(
    fc.property(cases, ({ deal, facts }) => {
      const v = Verdict.of(facts, deal, small)
      const silent = facts.convicted && !facts.exonerated
      expect(v.breachedByProvider).toBe(silent || facts.providerEquivocated)
      expect(v.breachedByRequester).toBe(facts.requesterEquivocated)
      const requesterOnly = { ...facts, requesterEquivocated: !facts.requesterEquivocated }
      expect(Verdict.of(requesterOnly, deal, small).breachedByProvider).toBe(v.breachedByProvider)
    }),
  )
})

it("IPSX-PAY-024 IPSX-PAY-025 the verdict is symmetric: equal stakes, equal penalties, greater half burned", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), (bond) => {
      // With c paid and cap − c equal to the bond, either side has the same to lose.
      const change = {
        bond: Amount.of(bond),
        cap: Amount.of(bond + token),
        prepaid: Amount.of(token),
      }
      const p = of({ providerEquivocated: true }, change)
      const r = of({ requesterEquivocated: true }, change)
      const clean = of({}, change)
      expect(p.penaltyProvider).toBe(bond)
      expect(r.penaltyRequester).toBe(bond)
      expect(p.burned).toBe(r.burned)
      expect(p.burned).toBe(bond - bond / 2n)
      expect(p.toRequester - clean.toRequester).toBe(r.toProvider - clean.toProvider)
    }),
  )
})

it("IPSX-PAY-023 an early stop costs the bond's share of the time that is left, rounded up, whole to the requester", () => {
  const stopped = of({ paid: Amount.of(token), providerStoppedAt: 1040 })
  expect(stopped.penaltyProvider).toBe(Amount.mulDivCeil(token, 20n, 60n))
  expect(stopped.burned).toBe(0n)
  expect(stopped.toRequester).toBe(9n * token + stopped.penaltyProvider)
  expect(of({ providerStoppedAt: 900 }).penaltyProvider).toBe(token)
  for (const excuse of [{ requesterStopped: true }, { lagged: true }, { noticeAt: 1040 }])
    expect(of({ providerStoppedAt: 1040, ...excuse }).penaltyProvider).toBe(0n)
  expect(of({ providerStoppedAt: 1040, noticeAt: 1041 }).penaltyProvider > 0n).toBe(true)
})

it("IPSX-PAY-026 IPSX-PAY-029 only a deal with seats, unpaid and unbroken, costs the no-show charge", () => {
  expect(of({}).noShow).toBe(token / 100n)
  expect(of({}).burned).toBe(token / 100n)
  expect(of({ paid: Amount.of(1n) }).noShow).toBe(0n)
  expect(of({ providerStoppedAt: 1001 }).noShow).toBe(0n)
  expect(of({ convicted: true, challenged: true }).noShow).toBe(0n)
  expect(of({}, { seats: 0 }).noShow).toBe(0n)
  expect(of({ providerStoppedAt: 1001 }, { seats: 0 }).penaltyProvider).toBe(0n)
})

it("IPSX-PAY-023 a stop at the end of the lease or after it, and one before it begins, have their price", () => {
  expect(of({ paid: Amount.of(token), providerStoppedAt: 1059 }).penaltyProvider).toBe(
    Amount.mulDivCeil(token, 1n, 60n),
  )
  for (const providerStoppedAt of [0, 1060, 1061])
    expect(of({ paid: Amount.of(token), providerStoppedAt }).penaltyProvider).toBe(0n)
})

it("IPSX-PAY-025 a requester in breach pays from what the no-show charge leaves of the cap", () => {
  const change = { cap: Amount.of(100n), noShowCharge: Amount.of(30n), bond: Amount.of(80n) }
  const v = of({ requesterEquivocated: true }, change)
  expect([v.noShow, v.penaltyRequester, v.toRequester]).toEqual([30n, 70n, 0n])
})

it("IPSX-PAY-027 the stakes go where the verdict says", () => {
  const base = of({ paid: Amount.of(token) })
  const gain = (facts: Partial<Verdict.Facts>) => {
    const v = of({ paid: Amount.of(token), ...facts })
    return [v.toProvider - base.toProvider, v.toRequester - base.toRequester, v.burned]
  }
  const { challengeStake, disputeStake } = small
  expect(gain({ challenged: true, answered: true })).toEqual([challengeStake, 0n, 0n])
  expect(gain({ challenged: true, convicted: true, exonerated: true })).toEqual([
    challengeStake,
    0n,
    0n,
  ])
  expect(gain({ challenged: true, convicted: true })).toEqual([
    -token,
    challengeStake + token / 2n,
    token / 2n,
  ])
  expect(gain({ demanded: true })).toEqual([challengeStake, 0n, 0n])
  expect(gain({ demanded: true, lagged: true })).toEqual([challengeStake, 0n, 0n])
  expect(gain({ providerDisputed: true })).toEqual([0n, 0n, disputeStake])
  expect(gain({ requesterDisputed: true })).toEqual([0n, 0n, disputeStake])
  expect(gain({ requesterDisputed: true, providerEquivocated: true })[1]).toBe(
    disputeStake + token / 2n,
  )
  expect(gain({ providerDisputed: true, exonerated: true })).toEqual([disputeStake, 0n, 0n])
})

it("IPSX-PAY-006 a closing by consent pays its amount, returns every stake and penalises nobody", () => {
  fc.assert(
    fc.property(cases, amountPart, ({ deal, facts }, part) => {
      const cumulative = Amount.of(facts.paid + ((deal.cap - facts.paid) * part) / 100n)
      const v = Verdict.byConsent(facts, deal, cumulative, small)
      expect(v.toProvider + v.toRequester + v.fee).toBe(v.fromProvider + v.fromRequester)
      expect(v.toProvider - v.fromProvider + v.fee).toBe(cumulative - facts.paid)
      expect([v.burned, v.penaltyProvider, v.penaltyRequester]).toEqual([0n, 0n, 0n])
      expect([v.breachedByProvider, v.breachedByRequester]).toEqual([false, false])
    }),
  )
})
const amountPart = fc.bigInt({ min: 0n, max: 100n })
