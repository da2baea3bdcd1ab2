import * as fc from "fast-check"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Opening from "../../src/model/Centralizer/Opening.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as StandingTerms from "../../src/model/StandingTerms.ts"
import type * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import { address, amount, token } from "../arbitrary/deal.ts"

const match = (change: Partial<Terms.Match> = {}): Terms.Match => ({
  provider: address(1),
  requester: address(2),
  offer: Id.fromNumber(3),
  request: Id.fromNumber(4),
  providerNonce: 5,
  requesterNonce: 6,
  resource: Id.fromNumber(7),
  firstSeat: 8,
  seats: 9,
  start: Time.seconds(1000),
  end: Time.seconds(1008),
  tariff: { setup: Amount.of(100n), perSecond: Amount.of(11n), perByte: Amount.of(2n) },
  bytes: 3,
  noShowCharge: 1n,
  maxLag: 4,
  notice: 10,
  terms: Id.fromNumber(11),
  salt: Id.fromNumber(12),
  ...change,
})
const policy = { below: 9, lifetime: 3600, deals: 20 }
const parameters = { ...Parameters.small, shortLeaseMax: 10 }

it("IPSX-AGR-070 a lease runs under a reservation when it is below what the pair wants and the chain allows", () => {
  const isShort = (lease: number, below = policy.below) =>
    StandingTerms.isShort({ ...policy, below }, lease, parameters)
  expect([5, 8, 9].map((lease) => isShort(lease))).toEqual([true, true, false])
  expect([10, 11].map((lease) => isShort(lease, 100))).toEqual([true, false])
})

it("IPSX-AGR-070 a short deal costs at most its set-up, seconds and bytes, and its bond is their share, rounded up", () => {
  const short = StandingTerms.short(match(), Id.fromNumber(13), 14, { bondBp: 1000 })
  expect(short).toEqual({
    reservation: Id.fromNumber(13),
    nonce: 14,
    resource: Id.fromNumber(7),
    firstSeat: 8,
    seats: 9,
    start: 1000,
    end: 1008,
    cap: 100n + 88n + 6n,
    bond: 20n,
    pricePerSecond: 11n,
    pricePerByte: 2n,
    setupPrice: 100n,
    terms: Id.fromNumber(11),
  })
})

it("IPSX-AGR-070 a reservation covers as many deals like its first as the policy says and the wallet affords, one at least", () => {
  const first = 194n
  const deals = (affordable: bigint, change: Partial<Terms.Match> = {}) => {
    const deal = StandingTerms.reservation(match(change), policy, affordable, parameters, false)
    return [deal.cap / first, deal.cap % first]
  }
  expect(deals(10n ** 9n)).toEqual([20n, 0n])
  expect(deals(first * 7n + 193n)).toEqual([7n, 0n])
  expect(deals(0n)).toEqual([1n, 0n])
  const free = { setup: Amount.zero, perSecond: Amount.zero, perByte: Amount.zero }
  const nothing = StandingTerms.reservation(match({ tariff: free }), policy, 50n, parameters, false)
  expect([nothing.cap, nothing.bond]).toEqual([0n, 20n])
})

it("IPSX-AGR-070 a reservation has no seat and no price of its own, stands as long as it may, and the chain opens it", () => {
  const tariff = fc.record({
    setup: amount(token),
    perSecond: amount(token).map((price) => Amount.of(price + 1n)),
    perByte: amount(10n ** 6n),
  })
  fc.assert(
    fc.property(tariff, fc.integer({ min: 5, max: 10 }), fc.boolean(), (tariff, lease, isNew) => {
      const end = Time.seconds(1000 + lease)
      const one = match({ tariff, end })
      const deal = StandingTerms.reservation(one, policy, 10n ** 27n, parameters, isNew)
      expect(deal).toMatchObject({
        seats: 0,
        firstSeat: 0,
        pricePerSecond: 0n,
        pricePerByte: 0n,
        setupPrice: 0n,
        noShowCharge: 0n,
        start: 1000,
        end: 4600,
      })
      expect(Opening.termsCode(deal, 1000, parameters)).toBe(0)
      const short = StandingTerms.short(one, Id.zero, 1, parameters)
      // As many bonds, each rounded up on its own, fit into its bond.
      expect(deal.bond).toBeGreaterThanOrEqual(short.bond * 20n)
      expect(deal.bond).toBeGreaterThanOrEqual(Fee.minimumBond(deal.cap, parameters))
      if (isNew) expect(deal.prepaid).toBeGreaterThan(0n)
      else expect(deal.prepaid).toBe(0n)
      expect(deal.prepaid).toBeLessThanOrEqual(deal.cap)
    }),
  )
  const lifetime = (life: number, maxLease: number) =>
    StandingTerms.reservation(
      match(),
      { ...policy, lifetime: life },
      1000n,
      { ...parameters, maxLease },
      false,
    ).end
  expect([lifetime(60, 86_400), lifetime(60, 30), lifetime(3, 86_400)]).toEqual([1060, 1030, 1008])
})

it("IPSX-PAY-007 IPSX-PAY-008 of a short deal may stay unpaid maxLag seconds, and be lost one interval and the set-up", () => {
  const short = StandingTerms.short(match(), Id.zero, 1, parameters)
  // 94 base units beside the set-up in 8 seconds, rounded up.
  expect([0, 1, 4, 8, 99].map((lag) => StandingTerms.lagBound(short, lag))).toEqual([
    0n,
    12n,
    47n,
    94n,
    94n,
  ])
  expect([1, 4, 6, 99].map((lag) => StandingTerms.intervalBound(short, lag))).toEqual([
    112n,
    124n,
    136n,
    194n,
  ])
})

it("IPSX-MAT-030 a short deal reads as a deal of its own: its own lease and slices, the numbers of its two orders, nothing ahead", () => {
  const reservation = StandingTerms.reservation(match(), policy, 10n ** 9n, parameters, true)
  const short: ShortDeal = {
    reservation: Id.fromNumber(20),
    nonce: 21,
    resource: Id.fromNumber(22),
    firstSeat: 23,
    seats: 24,
    start: Time.seconds(1025),
    end: Time.seconds(1030),
    cap: Amount.of(31n),
    bond: Amount.of(32n),
    pricePerSecond: Amount.of(33n),
    pricePerByte: Amount.of(34n),
    setupPrice: Amount.of(35n),
    terms: Id.fromNumber(36),
  }
  const orders = {
    offer: { id: Id.fromNumber(40), nonce: 41, notice: 42 },
    request: { id: Id.fromNumber(43), nonce: 44 },
  }
  const { provider, requester, maxLag, salt } = reservation
  expect(reservation.prepaid).toBeGreaterThan(0n)
  expect(StandingTerms.asDeal(reservation, short, orders)).toEqual({
    provider,
    requester,
    maxLag,
    salt,
    offer: orders.offer.id,
    request: orders.request.id,
    providerNonce: 41,
    requesterNonce: 44,
    resource: short.resource,
    firstSeat: 23,
    seats: 24,
    start: short.start,
    end: short.end,
    validUntil: short.start,
    cap: short.cap,
    bond: short.bond,
    prepaid: 0n,
    pricePerSecond: short.pricePerSecond,
    pricePerByte: short.pricePerByte,
    setupPrice: short.setupPrice,
    noShowCharge: 0n,
    notice: 42,
    terms: short.terms,
  })
})

it("IPSX-MAT-046 a policy has whole numbers above zero", () => {
  const read = Schema.decodeUnknownResult(StandingTerms.Policy)
  expect(Result.isSuccess(read(policy))).toBe(true)
  for (const name of ["below", "lifetime", "deals"] as const)
    for (const bad of [0, -1, 1.5, 2 ** 40, "9"])
      expect(Result.isFailure(read({ ...policy, [name]: bad }))).toBe(true)
})
