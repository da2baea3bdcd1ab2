// Whether two orders go together, and which of two is better: condition by condition.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Match from "../../src/matching/Match.ts"
import * as Resting from "../../src/matching/Resting.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Country from "../../src/model/Country.ts"
import * as Filter from "../../src/model/Filter.ts"
import type * as Order from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"
import { epoch, offer as anyOffer, request as anyRequest } from "../arbitrary/order.ts"

const [someOffer] = fc.sample(anyOffer(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Offer]
const [someRequest] = fc.sample(anyRequest(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Request]
const price = (perSecond: bigint, setup = 0n, perByte = 0n) => ({
  perSecond: Amount.of(perSecond),
  setup: Amount.of(setup),
  perByte: Amount.of(perByte),
})
const offered = (change: Partial<Order.Offer> = {}, rating = 500, sequence = 1) =>
  Resting.offer({
    order: {
      ...someOffer,
      owner: address(1),
      minLease: 5,
      protocols: 0b11,
      scopes: 0b11,
      tariff: price(3n, 10n, 2n),
      requester: Filter.any.provider,
      ...change,
    },
    rating,
    sequence,
  })
const wanted = (change: Partial<Order.Request> = {}, rating = 500, sequence = 1) =>
  Resting.request({
    order: {
      ...someRequest,
      owner: address(2),
      duration: 8,
      window: null,
      filter: Filter.any,
      bytes: 4,
      limit: Amount.of(42n),
      perSecondLimit: null,
      ...change,
    },
    rating,
    sequence,
  })

it("IPSX-MAT-003, IPSX-MAT-004 the first condition that fails is named, and at each bound nothing fails", () => {
  const among = (change: object) => ({ requester: { ...Filter.any.provider, ...change } })
  const { resource } = offered()
  const other = Country.of(resource.country === "US" ? "CA" : "US")
  const tried: ReadonlyArray<readonly [Resting.Offer, Resting.Request, Match.Reason | undefined]> =
    [
      [offered(), wanted(), undefined],
      [
        offered({ owner: address(2) }),
        wanted({ filter: { ...Filter.any, countries: [other] } }),
        "Country",
      ],
      [offered({ owner: address(2), minLease: 99 }), wanted(), "SelfMatch"],
      [offered({ ...among({ minRating: 501 }), minLease: 99 }), wanted(), "RequesterRefused"],
      [offered(among({ minRating: 500 })), wanted(), undefined],
      [offered(among({ deny: [address(2)] })), wanted(), "RequesterRefused"],
      [offered(among({ allow: [address(3)] })), wanted(), "RequesterRefused"],
      [offered(among({ allow: [address(2)] })), wanted(), undefined],
      [offered({ minLease: 9 }), wanted({ limit: Amount.of(1n) }), "Lease"],
      [offered({ minLease: 8 }), wanted(), undefined],
      // 10 + 8 × 3 + 4 × 2.
      [offered(), wanted({ limit: Amount.of(41n) }), "Price"],
      [offered(), wanted({ perSecondLimit: Amount.of(2n) }), "Price"],
      [offered(), wanted({ perSecondLimit: Amount.of(3n) }), undefined],
    ]
  for (const [at, [offer, request, reason]] of tried.entries())
    expect([at, Match.reason(offer, request)]).toEqual([at, reason])
})

it("IPSX-MAT-006 a lease begins as early as both allow, and only where it fits", () => {
  const span = fc.record({ from: fc.nat(20), lasts: fc.nat(20) })
  fc.assert(
    fc.property(
      span,
      fc.option(span),
      fc.integer({ min: 1, max: 10 }),
      fc.nat(25),
      (piece, window, duration, now) => {
        const to = piece.from + piece.lasts
        const { order } = wanted({
          duration,
          window: window && {
            from: Time.seconds(window.from),
            to: Time.seconds(window.from + window.lasts),
          },
        })
        const fits = (at: number) =>
          at >= now &&
          at >= piece.from &&
          at + duration <= to &&
          (window === null
            ? at === now
            : at >= window.from && at + duration <= window.from + window.lasts)
        const first = [...Array(60).keys()].find(fits)
        expect(Match.start({ from: piece.from, to }, order, now)).toBe(first)
      },
    ),
    { numRuns: 500 },
  )
})

it("IPSX-MAT-016 the reference price is that of a second in an hour with 29,127 bytes in each", () => {
  expect(Match.reference(price(7n))).toBe(7)
  expect(Match.reference(price(0n, 3600n))).toBe(1)
  expect(Match.reference(price(0n, 0n, 2n))).toBe(58_254)
  expect(Match.reference(price(1n, 7200n, 1n))).toBe(29_130)
})

it("IPSX-MAT-016 the sieve lets nothing pass that an index of its steps would hold back, and all that matches", () => {
  const provider = (minRating: number) => ({
    ...Filter.any,
    provider: { ...Filter.any.provider, minRating },
  })
  const tried: ReadonlyArray<readonly [Resting.Offer, Resting.Request, boolean]> = [
    [offered(), wanted(), true],
    [offered(), wanted({ filter: { ...Filter.any, protocols: 0b100 } }), false],
    [offered(), wanted({ filter: { ...Filter.any, scopes: 0b100 } }), false],
    // Ratings are held in steps of 64, qualities of 128, least leases by their highest bit.
    [offered({}, 448), wanted({ filter: provider(511) }), true],
    [offered({}, 447), wanted({ filter: provider(511) }), false],
    [offered({}, 512), wanted({ filter: provider(512) }), true],
    [offered({ minLease: 15 }), wanted({ duration: 8 }), true],
    [offered({ minLease: 16 }), wanted({ duration: 15 }), false],
    [offered({ minLease: 8 }), wanted({ duration: 16, limit: Amount.of(66n) }), true],
    [offered(), wanted({ limit: Amount.of(41n) }), false],
  ]
  for (const [at, [offer, request, passes]] of tried.entries())
    expect([at, Match.passesSieve(offer, request)]).toEqual([at, passes])
  const quality = (given: number, minQuality: number) =>
    Match.passesSieve(
      offered({ resource: { ...someOffer.resource, quality: given } }),
      wanted({ filter: { ...Filter.any, minQuality } }),
    )
  expect([quality(896, 1000), quality(895, 1000), quality(895, 895)]).toEqual([true, false, true])
  fc.assert(
    fc.property(
      anyOffer(1, epoch),
      anyRequest(2, epoch),
      fc.nat(1000),
      (offer, request, rating) => {
        const one = Resting.offer({ order: offer, rating, sequence: 1 })
        const two = Resting.request({ order: request, rating: 500, sequence: 2 })
        if (Match.reason(one, two) === undefined) expect(Match.passesSieve(one, two)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

it("IPSX-MAT-005 of two pieces at one price the older offer's comes first, then the earlier, then the lower", () => {
  const piece = (sequence: number, from: number, first: number): Resting.Piece => ({
    offer: offered({}, 500, sequence),
    first,
    seats: 1,
    from,
    to: from + 1,
  })
  const ranked = [piece(1, 9, 9), piece(2, 1, 5), piece(2, 1, 6), piece(2, 2, 0), piece(3, 0, 0)]
  expect(ranked.toReversed().toSorted(Match.olderFirst)).toEqual(ranked)
})

it("IPSX-MAT-007 of two requests the one that pays more for a second comes first, then the older", () => {
  const of = (limit: bigint, duration: number, sequence: number) =>
    wanted({ limit: Amount.of(limit), duration }, 500, sequence)
  // 3 a second, twice 2 a second, 1 a second.
  const ranked = [of(15n, 5, 9), of(20n, 10, 1), of(10n, 5, 2), of(9n, 9, 0)]
  expect(ranked.toReversed().toSorted(Match.bestRequestFirst)).toEqual(ranked)
  expect(Match.isWorthMore(ranked[0]!.order, ranked[1]!.order)).toBe(true)
  expect(Match.isWorthMore(ranked[1]!.order, ranked[0]!.order)).toBe(false)
  expect(Match.isWorthMore(ranked[1]!.order, ranked[2]!.order)).toBeUndefined()
})
