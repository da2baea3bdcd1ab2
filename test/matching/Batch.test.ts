// Batches judged by the optimum, which a linear program finds, and by arrival, which must not matter.
import * as fc from "fast-check"
import Highs from "highs"
import { describe, expect, it } from "vitest"
import * as Batch from "../../src/matching/Batch.ts"
import type { Command } from "../../src/matching/Command.ts"
import type { Event } from "../../src/matching/Event.ts"
import type { Policy } from "../../src/matching/Policy.ts"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Country from "../../src/model/Country.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import type * as Order from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"
import { epoch, offer, request, rules } from "../arbitrary/order.ts"

const countries = ["DE", "FR", "RO", "US", "NL", "GB"].map(Country.of)
const [offered] = fc.sample(offer(1, epoch), { numRuns: 1, seed: 3 })
const [wanted] = fc.sample(request(1, epoch), { numRuns: 1, seed: 3 })
const end = Time.seconds(epoch + 60)

interface Ask {
  readonly country: number
  readonly price: number
  readonly seats: number
}
interface Bid {
  readonly countries: ReadonlyArray<number>
  readonly price: number
  readonly addresses: number
}
interface Market {
  readonly asks: ReadonlyArray<Ask>
  readonly bids: ReadonlyArray<Bid>
}

const selling = ({ country, price, seats }: Ask, at: number): Command => ({
  _tag: "Place",
  rating: 500,
  order: {
    ...offered!,
    id: Id.fromNumber(1000 + at),
    owner: address(1000 + at),
    from: Time.seconds(epoch),
    to: end,
    expiresAt: end,
    minLease: 3,
    resource: {
      ...offered!.resource,
      id: Id.fromNumber(1000 + at),
      first: Ip.simulatedAt(1024 * at, 4),
      country: countries[country]!,
      addresses: seats,
      concurrency: 1,
    },
    requester: Filter.any.provider,
    tariff: { perSecond: Amount.zero, perByte: Amount.zero, setup: Amount.of(BigInt(price)) },
  },
})

const buying = ({ countries: named, price, addresses }: Bid, at: number): Command => ({
  _tag: "Place",
  rating: 500,
  order: {
    ...wanted!,
    id: Id.fromNumber(5000 + at),
    owner: address(5000 + at),
    addresses,
    minimum: 1,
    duration: 20,
    window: null,
    filter: { ...Filter.any, countries: named.map((country) => countries[country]!) },
    maxPerGroup: 100,
    maxPerNetwork: 1000,
    limit: Amount.of(BigInt(price)),
    perSecondLimit: null,
    expiresAt: end,
  },
})

const market = (least: number): fc.Arbitrary<Market> =>
  fc.record({
    asks: fc.array(
      fc.record({
        country: fc.nat(countries.length - 1),
        price: fc.integer({ min: 1, max: 100 }),
        seats: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: least, maxLength: 30 },
    ),
    bids: fc.array(
      fc.record({
        countries: fc.uniqueArray(fc.nat(countries.length - 1), { maxLength: 2 }),
        price: fc.integer({ min: 1, max: 120 }),
        addresses: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: least, maxLength: 30 },
    ),
  })

const batches = Batch.over(PriceTime.priceTime, 10)

/** What the fills are worth: what was bid above what is asked, for all addresses. */
const worth = ({ asks, bids }: Market, events: ReadonlyArray<Event>): number =>
  events.reduce((sum, event) => {
    if (event._tag !== "Filled") return sum
    const { offer, request, seats } = event.fill
    return sum + seats * (bids[Number(request) - 5000]!.price - asks[Number(offer) - 1000]!.price)
  }, 0)

const traded = (policy: Policy, { asks, bids }: Market, order: ReadonlyArray<number>) => {
  const open = policy.open({ ...rules, maxSeats: 64 }, epoch)
  return [
    ...asks.map(selling),
    ...order.map((at) => buying(bids[at]!, at)),
    { _tag: "Advance" as const, now: epoch + 10 },
  ].flatMap((command) => open.apply(command))
}

// Its types know the loader as a member only; as a module it is the loader itself.
const highs = await (Highs as unknown as typeof Highs.default)()

/** The most that any assignment is worth. */
const optimum = ({ asks, bids }: Market): number => {
  const pairs = bids.flatMap((bid, b) =>
    asks.flatMap((ask, a) =>
      bid.price > ask.price && (bid.countries.length === 0 || bid.countries.includes(ask.country))
        ? [{ a, b, gain: bid.price - ask.price }]
        : [],
    ),
  )
  if (pairs.length === 0) return 0
  const sum = (of: typeof pairs) => of.map(({ a, b }) => `x${a}_${b}`).join(" + ")
  const rows = (
    items: ReadonlyArray<unknown>,
    most: (at: number) => number,
    key: "a" | "b",
  ): ReadonlyArray<string> =>
    items.flatMap((_, at) => {
      const of = pairs.filter((pair) => pair[key] === at)
      return of.length === 0 ? [] : [`${key}${at}: ${sum(of)} <= ${most(at)}`]
    })
  const { ObjectiveValue } = highs.solve(
    `Maximize\n obj: ${pairs.map(({ a, b, gain }) => `${gain} x${a}_${b}`).join(" + ")}\nSubject To\n ${[
      ...rows(asks, (at) => asks[at]!.seats, "a"),
      ...rows(bids, (at) => bids[at]!.addresses, "b"),
    ].join("\n ")}\nEnd`,
  )
  return Math.round(ObjectiveValue)
}

const inOrder = ({ bids }: Market): ReadonlyArray<number> => bids.map((_, at) => at)

describe("matching in batches", () => {
  it("IPSX-MAT-018: is worth at least half of the optimum, at most the optimum, and usually nearly all of it", () => {
    const shares: Array<number> = []
    const continuous: Array<number> = []
    fc.assert(
      fc.property(market(5), (drawn) => {
        const best = optimum(drawn)
        const inBatch = worth(drawn, traded(batches, drawn, inOrder(drawn)))
        expect(inBatch).toBeLessThanOrEqual(best)
        expect(2 * inBatch).toBeGreaterThanOrEqual(best)
        if (best === 0) return
        shares.push(inBatch / best)
        continuous.push(worth(drawn, traded(PriceTime.priceTime, drawn, inOrder(drawn))) / best)
      }),
      { numRuns: 60, seed: 11 },
    )
    const mean = (values: ReadonlyArray<number>) =>
      values.reduce((a, b) => a + b, 0) / values.length
    expect(mean(shares)).toBeGreaterThan(0.93)
    expect(mean(shares)).toBeGreaterThan(mean(continuous))
  })

  it("IPSX-MAT-018: gives the same whatever the order in which a batch came", () => {
    fc.assert(
      fc.property(
        market(3).chain((drawn) =>
          fc.tuple(
            fc.constant(drawn),
            fc.shuffledSubarray([...inOrder(drawn)], { minLength: drawn.bids.length }),
          ),
        ),
        ([drawn, order]) => {
          const fills = (events: ReadonlyArray<Event>) => events.filter((e) => e._tag === "Filled")
          expect(fills(traded(batches, drawn, order))).toEqual(
            fills(traded(batches, drawn, inOrder(drawn))),
          )
        },
      ),
      { numRuns: 40, seed: 12 },
    )
  })

  it("IPSX-MAT-018: collects until the interval is over, gives up what is cancelled, and goes on from a snapshot", () => {
    const drawn: Market = {
      asks: [{ country: 0, price: 5, seats: 1 }],
      bids: [
        { countries: [], price: 8, addresses: 1 },
        { countries: [], price: 9, addresses: 1 },
        { countries: [], price: 7, addresses: 1 },
      ],
    }
    const open = batches.open(rules, epoch)
    open.apply(selling(drawn.asks[0]!, 0))
    for (const [at, bid] of drawn.bids.entries()) expect(open.apply(buying(bid, at))).toEqual([])
    const [again] = open.apply(buying(drawn.bids[0]!, 0))
    expect(again).toMatchObject({ _tag: "Rejected", reason: "Duplicate" })
    expect(open.apply({ _tag: "Advance", now: epoch + 9 })).toEqual([])
    const dearest = { _tag: "Cancel" as const, order: Id.fromNumber(5001) }
    const stranger = open.apply({ ...dearest, owner: address(1) })
    expect(stranger).toMatchObject([{ _tag: "Rejected", reason: "NotOwner" }])
    expect(open.apply({ ...dearest, owner: address(5001) })).toMatchObject([{ _tag: "Cancelled" }])
    const copy = batches.restore(rules, open.snapshot())
    for (const one of [open, copy]) {
      const events = one.apply({ _tag: "Advance", now: epoch + 10 })
      const served = events.flatMap((e) => (e._tag === "Filled" ? [e.fill.request] : []))
      expect(served).toEqual([Id.fromNumber(5000)])
    }
  })

  it("IPSX-MAT-018: serves at each multiple of the interval, whatever time has passed at once", () => {
    const bid = { countries: [], price: 8, addresses: 1 }
    const fills = (events: ReadonlyArray<Event>) => events.filter((e) => e._tag === "Filled").length
    // The epoch is a multiple of the interval, so that the first batch is over ten seconds later.
    expect(epoch % 10).toBe(0)
    const open = batches.open(rules, epoch + 3)
    open.apply(selling({ country: 0, price: 5, seats: 3 }, 0))
    open.apply(buying(bid, 0))
    const advance = (to: number) => fills(open.apply({ _tag: "Advance", now: epoch + to }))
    expect([advance(4), advance(9), advance(10), advance(11)]).toEqual([0, 0, 1, 0])
    open.apply(buying(bid, 1))
    // Time does not go back: what is over already is not over again.
    expect([advance(5), advance(19), advance(35)]).toEqual([0, 0, 1])
    open.apply(buying(bid, 2))
    expect([advance(39), advance(40)]).toEqual([0, 1])
  })

  it("IPSX-MAT-018: says what happens in the market inside while it collects, and ends what rests there", () => {
    const open = batches.open(rules, epoch)
    const ask = { country: 0, price: 5, seats: 1 }
    for (const at of [0, 1]) open.apply(selling(ask, at))
    const cancel = { _tag: "Cancel" as const, order: Id.fromNumber(1000), owner: address(1000) }
    expect(open.apply(cancel)).toEqual([{ _tag: "Cancelled", order: cancel.order }])
    expect(open.apply(cancel)).toMatchObject([{ _tag: "Rejected", reason: "Unknown" }])
    const events = open.apply({ _tag: "Advance", now: epoch + 60 })
    expect(events).toMatchObject([{ _tag: "Expired", order: Id.fromNumber(1001) }])
  })

  it("IPSX-MAT-018: lets an owner replace and end what is being collected, and nobody else", () => {
    const bid = (price: number, addresses = 1): Bid => ({ countries: [], price, addresses })
    const open = batches.open(rules, epoch)
    const order = (command: Command) => (command as Extract<Command, { _tag: "Place" }>).order
    const of = (at: number, price: number, change: object = {}) =>
      ({ ...order(buying(bid(price), at)), ...change }) as Order.Request
    const collected = () =>
      (open.snapshot().collected ?? []).map((one) => Number(order(one).id) - 5000)
    for (const at of [0, 1, 2]) open.apply(buying(bid(8), at))
    expect(collected()).toEqual([0, 1, 2])
    const replace = (at: number, by: Order.Order) =>
      open.apply({ _tag: "Replace", old: Id.fromNumber(5000 + at), order: by })
    const notOwner = [{ _tag: "Rejected", order: Id.fromNumber(5001), reason: "NotOwner" }]
    expect(replace(1, of(7, 9))).toEqual(notOwner)
    const owner = address(5001)
    expect(replace(1, { ...order(selling({ country: 0, price: 1, seats: 1 }, 0)), owner })).toEqual(
      notOwner,
    )
    expect(collected()).toEqual([0, 1, 2])
    expect(replace(1, of(7, 9, { owner }))).toEqual([
      { _tag: "Cancelled", order: Id.fromNumber(5001) },
    ])
    expect(collected()).toEqual([0, 2, 7])
    // What is not being collected is the inner market's affair.
    expect(replace(1, of(8, 9))).toMatchObject([{ _tag: "Rejected", reason: "Unknown" }])
    const [first] = [order(buying(bid(8), 0))]
    expect(open.apply({ _tag: "CancelBelow", owner: first!.owner, minimum: first!.nonce })).toEqual(
      [],
    )
    expect(
      open.apply({ _tag: "CancelBelow", owner: address(99), minimum: first!.nonce + 1 }),
    ).toEqual([])
    expect(
      open.apply({ _tag: "CancelBelow", owner: first!.owner, minimum: first!.nonce + 1 }),
    ).toEqual([{ _tag: "Cancelled", order: first!.id }])
    expect(collected()).toEqual([2, 7])
    const unknown = { _tag: "Release" as const, offer: Id.zero, firstSeat: 0, seats: 1 }
    expect(open.apply({ ...unknown, from: epoch, to: epoch + 1 })).toMatchObject([
      { _tag: "Rejected", reason: "NotLeased" },
    ])
    expect(batches.name).toBe("price-time, in batches of 10 s")
  })

  it("IPSX-MAT-018: of two that pay the same for a second the one with the lower id is served first", () => {
    const bid = { countries: [], price: 8, addresses: 1 }
    for (const arrival of [
      [1, 2],
      [2, 1],
    ]) {
      const open = batches.open(rules, epoch)
      open.apply(selling({ country: 0, price: 5, seats: 1 }, 0))
      for (const at of arrival) open.apply(buying(bid, at))
      const events = open.apply({ _tag: "Advance", now: epoch + 10 })
      const served = events.flatMap((e) => (e._tag === "Filled" ? [e.fill.request] : []))
      expect(served).toEqual([Id.fromNumber(5001)])
    }
  })
})
