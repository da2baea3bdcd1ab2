// Orders turned into numbers for the book, and trades of a book whose reports are read as they are.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Book from "../../../src/matching/book/Book.ts"
import * as Report from "../../../src/matching/book/Report.ts"
import * as Trade from "../../../src/matching/book/Trade.ts"
import * as Waiting from "../../../src/matching/book/Waiting.ts"
import * as Continuous from "../../../src/matching/Continuous.ts"
import * as Keeper from "../../../src/matching/Keeper.ts"
import * as Amount from "../../../src/model/Amount.ts"
import * as Filter from "../../../src/model/Filter.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ip from "../../../src/model/Ip.ts"
import type { Offer, Request } from "../../../src/model/Order.ts"
import * as Time from "../../../src/model/Time.ts"
import { address } from "../../arbitrary/deal.ts"
import { epoch, offer, request, rules } from "../../arbitrary/order.ts"

const [anyOffer] = fc.sample(offer(1, epoch), { numRuns: 1, seed: 3 })
const [anyRequest] = fc.sample(request(1, epoch), { numRuns: 1, seed: 3 })
const many = { ...rules, ordersMax: 10_000, ordersPerOwnerMax: 10_000 }

const selling = (id: number, changes: Partial<Offer> = {}, addresses = 1): Offer => ({
  ...anyOffer!,
  id: Id.fromNumber(id),
  owner: address(99 + id),
  nonce: id,
  from: Time.seconds(epoch),
  to: Time.seconds(epoch + 50),
  expiresAt: Time.seconds(epoch + 50),
  minLease: 3,
  resource: {
    ...anyOffer!.resource,
    id: Id.fromNumber(id),
    first: Ip.simulatedAt(1024 * id, 4),
    addresses,
    concurrency: 1,
  },
  requester: Filter.any.provider,
  tariff: { perSecond: Amount.of(1n), perByte: Amount.of(0n), setup: Amount.of(0n) },
  ...changes,
})
const buying = (id: number, changes: Partial<Request> = {}): Request => ({
  ...anyRequest!,
  id: Id.fromNumber(id),
  owner: address(50),
  nonce: id,
  addresses: 1,
  minimum: 1,
  duration: 10,
  window: null,
  filter: Filter.any,
  maxPerGroup: 1000,
  maxPerNetwork: 1000,
  bytes: 0,
  limit: Amount.of(1000n),
  perSecondLimit: null,
  expiresAt: Time.seconds(epoch + 40),
  ...changes,
})
const entry = <A>(order: A, sequence = 1) => ({ order, sequence, rating: 500 })
const place = (keeper: Keeper.Keeper, order: Offer | Request) =>
  Continuous.apply(keeper, { _tag: "Place", order, rating: 500 })
const told = ({ book }: Keeper.Keeper) => {
  const { list, size } = book.report
  return Array.from({ length: size / Report.width }, (_, n) => [...list.subarray(n * 7, n * 7 + 7)])
}

describe("an offer in numbers", () => {
  it("has prices, and several when one of them ranks it not alone", () => {
    const keeper = Keeper.make(many, epoch)
    const lot = (tariff: readonly [bigint, bigint, bigint], id: number) => {
      const [perSecond, perByte, setup] = tariff.map((amount) => Amount.of(amount))
      return Keeper.offer(
        keeper,
        entry(selling(id, { tariff: { perSecond: perSecond!, perByte: perByte!, setup: setup! } })),
      ).lot
    }
    expect(lot([7n, 0n, 0n], 1)).toMatchObject({
      isMixed: false,
      perSecond: 7,
      perByte: 0,
      setup: 0,
      reference: 7,
    })
    expect(lot([7n, 2n, 0n], 2)).toMatchObject({ isMixed: true, perByte: 2 })
    expect(lot([7n, 0n, 3600n], 3)).toMatchObject({ isMixed: true, setup: 3600, reference: 8 })
    expect(lot([2n ** 53n - 1n, 0n, 0n], 4)).toMatchObject({ isMixed: false })
    expect(lot([2n ** 53n, 0n, 0n], 5)).toMatchObject({ isMixed: true })
  })

  it("is open to everybody only when it names nobody and asks for no rating", () => {
    const keeper = Keeper.make(many, epoch)
    const somebody = [address(1)]
    const doors = [
      [{ minRating: 0, allow: [], deny: [] }, null],
      [{ minRating: 1, allow: [], deny: [] }, [1, null, null]],
      [{ minRating: 0, allow: somebody, deny: [] }, [0, 1, null]],
      [{ minRating: 0, allow: [], deny: somebody }, [0, null, 1]],
      [{ minRating: 0, allow: somebody, deny: [address(2)] }, [0, 1, 1]],
    ] as const
    for (const [n, [requester, expected]] of doors.entries()) {
      const { lot } = Keeper.offer(keeper, entry(selling(n + 1, { requester })))
      const admission = keeper.book.pieces.wares.admissions[lot.ware]!
      const is = admission && [
        admission.minRating,
        admission.allow?.size ?? null,
        admission.deny?.size ?? null,
      ]
      expect(is).toEqual(expected)
      const { wish } = Keeper.want(
        keeper,
        entry(buying(n + 100, { filter: { ...Filter.any, provider: requester } })),
      )
      // A least rating alone is the sieve's to look at.
      expect(wish.provider === null).toBe(requester.allow.length + requester.deny.length === 0)
    }
  })

  it("gets the next number, or one that was given up a command before", () => {
    const keeper = Keeper.make(many, epoch)
    for (let id = 1; id <= 3; id++) place(keeper, selling(id, {}, 2))
    for (let id = 11; id <= 13; id++) place(keeper, buying(id, { limit: Amount.of(1n) }))
    expect([keeper.offers.length, keeper.requests.length]).toEqual([3, 3])
    expect(keeper.offers.map((one) => one!.entry.order.id)).toEqual([1, 2, 3].map(Id.fromNumber))
    expect(keeper.offers.map((one) => one!.lot.offer)).toEqual([0, 1, 2])
    expect(keeper.requests.map((one) => one!.wish.number)).toEqual([0, 1, 2])
    Continuous.apply(keeper, { _tag: "Cancel", order: Id.fromNumber(2), owner: address(101) })
    Continuous.apply(keeper, { _tag: "Cancel", order: Id.fromNumber(12), owner: address(50) })
    expect([keeper.spareOffers, keeper.spareRequests, keeper.left, keeper.numbers.size]).toEqual([
      [1],
      [1],
      [],
      4,
    ])
    expect(keeper.book.pieces.wares.owned[keeper.owners.get(address(101))!]).toBe(0)
    place(keeper, selling(4))
    place(keeper, buying(14, { limit: Amount.of(1n) }))
    expect([keeper.numbers.get(Id.fromNumber(4)), keeper.numbers.get(Id.fromNumber(14))]).toEqual([
      1, 1,
    ])
    expect([keeper.offers.length, keeper.requests.length, keeper.spareOffers]).toEqual([3, 3, []])
    // One that is served at once leaves no number behind.
    place(keeper, buying(15))
    expect([
      keeper.requests.length,
      keeper.spareRequests,
      keeper.numbers.has(Id.fromNumber(15)),
    ]).toEqual([4, [3], false])
  })

  it("is given out by owner, for those who allow some alone", () => {
    const keeper = Keeper.make(many, epoch)
    place(keeper, selling(1))
    place(keeper, selling(2, { owner: address(100) }))
    place(keeper, buying(3, { owner: address(100), limit: Amount.of(1n) }))
    const owner = keeper.owners.get(address(100))!
    expect([...keeper.book.keeper.offersOf(new Set([owner]))]).toEqual([0, 1])
    Keeper.ownerOf(keeper, address(7))
    expect([...keeper.book.keeper.offersOf(new Set([keeper.owners.get(address(7))!]))]).toEqual([])
    expect(keeper.names[owner]).toBe(address(100))
  })
})

describe("a request in numbers", () => {
  const wish = (changes: Partial<Request>) =>
    Keeper.want(Keeper.make(many, epoch), entry(buying(1, changes))).wish

  it("is worth its limit for a second, and pays for a second what both limits leave", () => {
    expect(wish({ limit: Amount.of(25n), duration: 10 })).toMatchObject({
      worth: 2.5,
      perSecondMax: 2,
      perSecondLimit: Infinity,
    })
    expect(
      wish({ limit: Amount.of(25n), duration: 10, perSecondLimit: Amount.of(1n) }),
    ).toMatchObject({ perSecondMax: 1, perSecondLimit: 1 })
    expect(
      wish({ limit: Amount.of(25n), duration: 10, perSecondLimit: Amount.of(9n) }),
    ).toMatchObject({ perSecondMax: 2, perSecondLimit: 9 })
    expect(wish({ limit: Amount.of(25n), duration: 0 })).toMatchObject({
      worth: 25,
      perSecondMax: 2 ** 53 - 1,
    })
    expect(wish({ limit: Amount.of(2n ** 70n), duration: 1 }).perSecondMax).toBe(2 ** 53 - 1)
    expect(wish({ limit: Amount.of(2n ** 53n - 1n), duration: 1 }).perSecondMax).toBe(2 ** 53 - 1)
    expect(wish({ limit: Amount.of(2n ** 53n - 2n), duration: 1 }).perSecondMax).toBe(2 ** 53 - 2)
    expect(wish({ limit: Amount.of(1n), duration: 3 }).worth).toBeCloseTo(1 / 3, 9)
  })

  it("says what it has had only as long as it wants more", () => {
    const keeper = Keeper.make(many, epoch)
    for (let id = 1; id <= 3; id++) place(keeper, selling(id, {}, 2))
    const { wish: all } = Keeper.want(keeper, entry(buying(11, { addresses: 4 })))
    expect(Trade.serve(keeper.book, all)).toBe(4)
    expect(all.had).toEqual([])
    const { wish: more } = Keeper.want(keeper, entry(buying(12, { addresses: 9 })))
    expect(Trade.serve(keeper.book, more)).toBe(2)
    expect(more.had.length).toBe(4)
    place(
      keeper,
      selling(4, {
        resource: { ...selling(4).resource, addresses: 2, concurrency: 2, network: 8 },
      }),
    )
    const { wish: shared } = Keeper.want(keeper, entry(buying(13, { addresses: 9 })))
    expect(Trade.serve(keeper.book, shared)).toBe(2)
    const at = shared.had[0]!
    expect(shared.had).toEqual([at, 0, 1, 8, at, 1, 2, 8])
  })
})

describe("a trade", () => {
  it("takes more pieces than there was room for", () => {
    const keeper = Keeper.make(many, epoch)
    for (let id = 1; id <= 150; id++) place(keeper, selling(id))
    const { wish } = Keeper.want(keeper, entry(buying(200, { addresses: 150 })))
    expect(Trade.choose(keeper.book, wish)).toBe(150)
    expect(keeper.book.chosen.length).toBe(64 * 3 * 4)
    expect(Trade.serve(keeper.book, wish)).toBe(150)
    expect(keeper.book.pieces.live).toBe(300 - 150)
  })

  it("reports what it did, with nobody where nobody is meant", () => {
    const keeper = Keeper.make({ ...many, triesMax: 1, callsMax: 1 }, epoch)
    place(keeper, selling(1))
    place(keeper, selling(2))
    const now = epoch - 2 ** 31
    const { wish } = Keeper.want(keeper, entry(buying(11, { addresses: 2 })))
    Trade.serve(keeper.book, wish)
    expect(told(keeper)).toEqual([
      [Report.kind.exhausted, -1, 0, 0, 1, 0, 0],
      [Report.kind.filled, 0, 0, 0, 1, now, now + 10],
    ])
    keeper.book.report.size = 0
    const { wish: one } = Keeper.want(keeper, entry(buying(12)))
    Trade.serve(keeper.book, one)
    expect(told(keeper).at(-1)).toEqual([Report.kind.completed, -1, 1, 0, 0, 0, 0])
  })

  it("tells of an offer that was not shown to all, and of what is too short", () => {
    for (const [bounds, tells] of [
      [{ callsMax: 1 }, true],
      [{ callsMax: 2 }, false],
      [{ scanMax: 1 }, true],
    ] as const) {
      const keeper = Keeper.make({ ...many, ...bounds }, epoch)
      for (const n of [1, 2]) {
        const { wish } = Keeper.want(keeper, entry(buying(20 + n, { addresses: 9, minimum: 9 }), n))
        Waiting.add(keeper.book.waiting, wish)
      }
      const { lot } = Keeper.offer(keeper, entry(selling(5), 5))
      const now = epoch - 2 ** 31
      Book.addFree(keeper.book, lot, 0, 2, now, now + 40)
      Trade.show(keeper.book, lot.offer)
      expect(told(keeper)).toEqual(tells ? [[Report.kind.unshown, 0, -1, 0, 0, 0, 0]] : [])
      keeper.book.report.size = 0
      Book.addFree(keeper.book, lot, 3, 1, now - 7, now + 2)
      Book.addFree(keeper.book, lot, 3, 1, now - 7, now)
      Book.addFree(keeper.book, lot, 4, 1, now, now + 3)
      Trade.advance(keeper.book, now + 1)
      Trade.advance(keeper.book, now + 38)
      expect(told(keeper)).toEqual([
        [Report.kind.discarded, 0, -1, 3, 1, now, now + 2],
        [Report.kind.discarded, 0, -1, 4, 1, now + 1, now + 3],
        [Report.kind.discarded, 0, -1, 0, 2, now + 38, now + 40],
      ])
    }
  })

  it("asks nobody when nobody waits", () => {
    const keeper = Keeper.make(many, epoch)
    let asks = 0
    const { lot } = keeper.book.keeper
    Object.assign(keeper.book.keeper, { lot: (offer: number) => (asks++, lot(offer)) })
    place(keeper, selling(1, { from: Time.seconds(epoch + 5) }))
    Continuous.apply(keeper, { _tag: "Advance", now: Time.seconds(epoch + 6) })
    expect(asks).toBe(0)
    expect(keeper.book.pieces.counts.some((count) => count === 1)).toBe(true)
    place(keeper, buying(9, { limit: Amount.of(1n) }))
    place(keeper, selling(2))
    expect(asks).toBe(1)
  })
})
