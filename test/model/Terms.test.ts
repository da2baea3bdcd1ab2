import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Opening from "../../src/model/Centralizer/Opening.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Tariff from "../../src/model/Tariff.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import { address, token } from "../arbitrary/deal.ts"

const price = (most: bigint) =>
  fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: most })).map(Amount.of)

/** Matches as the matching makes them: never for nothing (IPSX-ORD-008), for one second up to a day. */
const matches = (parameters: Parameters.Parameters): fc.Arbitrary<Terms.Match> =>
  fc
    .record({
      setup: price(token),
      perSecond: price(token),
      perByte: price(10n ** 6n),
      bytes: fc.nat(10 ** 9),
      lease: fc.oneof(
        fc.integer({ min: parameters.minLease, max: 20 }),
        fc.integer({ min: parameters.minLease, max: parameters.maxLease }),
      ),
      noShowCharge: fc.bigInt({ min: 1n, max: token }),
      maxLag: fc.oneof(fc.nat(10), fc.nat(1000)),
      seats: fc.integer({ min: 1, max: parameters.maxSeats }),
    })
    .filter(({ setup, perSecond }) => setup + perSecond > 0n)
    .map(({ setup, perSecond, perByte, lease, ...rest }) => ({
      provider: address(1),
      requester: address(2),
      offer: Id.zero,
      request: Id.zero,
      providerNonce: 3,
      requesterNonce: 4,
      resource: Id.fromNumber(7),
      firstSeat: 0,
      start: Time.seconds(1000),
      end: Time.seconds(1000 + lease),
      tariff: { setup, perSecond, perByte },
      notice: 10,
      terms: Id.zero,
      salt: Id.fromNumber(1),
      ...rest,
    }))

const both = [Parameters.small, Parameters.standard]

it("IPSX-AGR-020 whatever was matched, the combined deal is one that the chain opens", () => {
  for (const parameters of both)
    fc.assert(
      fc.property(matches(parameters), fc.boolean(), (match, isNewcomer) => {
        const deal = Terms.combine(match, parameters, isNewcomer)
        for (const now of [1000, 1000 + Deal.lease(deal) - 1])
          expect(Opening.termsCode(deal, now, parameters)).toBe(0)
        expect(deal.validUntil).toBeGreaterThanOrEqual(deal.start)
      }),
    )
})

it("IPSX-PAY-013 the cap is the price of the whole lease, and set-up, prepaid and no-show charge are within it", () => {
  fc.assert(
    fc.property(matches(Parameters.small), fc.boolean(), (match, isNewcomer) => {
      const deal = Terms.combine(match, Parameters.small, isNewcomer)
      const seconds = match.end - match.start
      expect(deal.cap).toBe(Tariff.cost(match.tariff, { seconds, bytes: match.bytes }))
      expect(Deal.price(deal, { seconds, bytesUsed: match.bytes })).toBe(deal.cap)
      expect(deal.setupPrice).toBeLessThanOrEqual(deal.cap)
      expect(deal.prepaid).toBeLessThanOrEqual(deal.cap)
      expect(deal.noShowCharge).toBeLessThanOrEqual(deal.cap)
      expect(deal.noShowCharge).toBeGreaterThan(0n)
    }),
  )
})

it("IPSX-PAY-012 the bond is the least that the parameters allow, to the base unit", () => {
  fc.assert(
    fc.property(matches(Parameters.small), (match) => {
      const deal = Terms.combine(match, Parameters.small, false)
      expect(deal.bond).toBe(Fee.minimumBond(deal.cap, Parameters.small))
      const less = { ...deal, bond: (deal.bond - 1n) as Amount.Amount }
      expect(Opening.termsCode(less, 1000, Parameters.small)).toBe(5)
    }),
  )
})

it("IPSX-PAY-007 the no-show charge and what is prepaid are within what a requester may lose", () => {
  fc.assert(
    fc.property(matches(Parameters.small), (match) => {
      const deal = Terms.combine(match, Parameters.small, true)
      const bound = deal.setupPrice + Terms.intervalBound(deal)
      expect(deal.noShowCharge).toBeLessThanOrEqual(bound)
      expect(deal.prepaid).toBe(bound < deal.cap ? bound : deal.cap)
      expect(Terms.combine(match, Parameters.small, false)).toEqual({
        ...deal,
        prepaid: Amount.zero,
      })
    }),
  )
})

it("IPSX-PAY-008 the tolerated lag has room for two billing intervals and is at most a fifth of a longer lease", () => {
  fc.assert(
    fc.property(matches(Parameters.small), (match) => {
      const deal = Terms.combine(match, Parameters.small, false)
      expect(deal.maxLag).toBeGreaterThanOrEqual(2)
      expect(deal.maxLag).toBeLessThanOrEqual(Math.max(2, Math.ceil(Deal.lease(deal) / 5)))
      expect(deal.maxLag).toBeLessThanOrEqual(Math.max(2, match.maxLag))
      expect(2 * Terms.billingInterval(deal)).toBeLessThanOrEqual(deal.maxLag)
      // The bound is the average price of that time, rounded up, so never below one base unit of a priced lease.
      const variable = deal.cap - deal.setupPrice
      const lease = BigInt(Deal.lease(deal))
      const bound = Terms.lagBound(deal)
      expect(bound * lease).toBeGreaterThanOrEqual(variable * BigInt(deal.maxLag))
      expect((bound - 1n) * lease).toBeLessThan(variable * BigInt(deal.maxLag) || 1n)
    }),
  )
})

it("IPSX-AGR-020 the parties, nonces, seats and terms of a match go into the deal as they are", () => {
  fc.assert(
    fc.property(matches(Parameters.small), (match) => {
      const deal = Terms.combine(match, Parameters.small, false)
      const { provider, requester, offer, request, resource, firstSeat, seats } = match
      const { providerNonce, requesterNonce, notice, terms, salt, start, end } = match
      expect(deal).toMatchObject({
        provider,
        requester,
        offer,
        request,
        resource,
        firstSeat,
        seats,
      })
      expect(deal).toMatchObject({ providerNonce, requesterNonce, notice, terms, salt, start, end })
    }),
  )
})

it("IPSX-MAT-030 a deal is sound when it lasts, its cap holds the set-up price, and its lag costs an amount", () => {
  const sound = { setupPrice: 5n, cap: 5n, start: 10, end: 11, maxLag: 4 }
  const isSound = (change: Partial<typeof sound>): boolean =>
    Terms.isSound({ ...sound, ...change } as unknown as Deal.Deal)
  expect([isSound({}), isSound({ cap: 6n }), isSound({ cap: 4n })]).toEqual([true, true, false])
  expect([isSound({ end: 10 }), isSound({ end: 9 }), isSound({ end: 3000 })]).toEqual([
    false,
    false,
    true,
  ])
  // What the lag may cost, for the whole lease: just an amount, and one base unit more.
  const most = Amount.max * 3n
  expect([
    isSound({ end: 13, maxLag: 1, cap: 5n + most }),
    isSound({ end: 13, maxLag: 1, cap: 6n + most }),
    isSound({ end: 13, maxLag: 3, cap: 5n + Amount.max }),
    isSound({ end: 13, maxLag: 4, cap: 5n + Amount.max }),
  ]).toEqual([true, false, true, false])
})
