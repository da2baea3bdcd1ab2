import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/matching/Command.ts"
import * as Match from "../../src/matching/Match.ts"
import type { Matching } from "../../src/matching/Policy.ts"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import * as Resting from "../../src/matching/Resting.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import type * as Order from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"
import { epoch, moves, offer, request, rules } from "../arbitrary/order.ts"
import { play } from "./Stream.ts"

const open = () => PriceTime.priceTime.open(rules, epoch)
const runs = { numRuns: 60, seed: 20260, endOnFailure: true }

const flat = { perByte: Amount.zero, perSecond: Amount.zero }
const [offered] = fc.sample(offer(1, epoch), { numRuns: 1, seed: 3 })
const [wanted] = fc.sample(request(1, epoch), { numRuns: 1, seed: 3 })

/** Orders for ten seconds from now on that differ in price and number alone. */
const selling = (id: number, price: number, n: number): Command => ({
  _tag: "Place",
  rating: 500,
  order: {
    ...offered!,
    id: Id.fromNumber(id),
    owner: address(99 + id),
    from: Time.seconds(epoch),
    to: Time.seconds(epoch + 10),
    expiresAt: Time.seconds(epoch + 10),
    minLease: 3,
    resource: {
      ...offered!.resource,
      id: Id.fromNumber(id),
      first: Ip.simulatedAt(1024 * (id - 1), 4),
      addresses: n,
      concurrency: 1,
    },
    requester: Filter.any.provider,
    tariff: { ...flat, setup: Amount.of(BigInt(price)) },
  },
})
const buying = (id: number, price: number, n: number): Command => ({
  _tag: "Place",
  rating: 500,
  order: {
    ...wanted!,
    id: Id.fromNumber(id),
    addresses: n,
    minimum: 1,
    duration: 10,
    window: null,
    filter: Filter.any,
    maxPerGroup: 100,
    maxPerNetwork: 100,
    limit: Amount.of(BigInt(price)),
    perSecondLimit: null,
    expiresAt: Time.seconds(epoch + 10),
  },
})

describe("price-time matching", () => {
  it("IPSX-MAT-020, IPSX-MAT-003..004, IPSX-MAT-008..013: no seat twice, every filter, price, cap and second accounted for", () => {
    let commands = 0
    let filling = 0
    const seen = new Set<string>()
    fc.assert(
      fc.property(moves(60), (stream) => {
        const market = open()
        let step = 0
        const { ledger, steps } = play(market, stream, (_, ledger) => {
          if (++step % 4 === 0) ledger.balance(market.snapshot())
        })
        commands += steps.length
        filling += steps.filter(({ events }) => events.some((e) => e._tag === "Filled")).length
        for (const { events } of steps) for (const { _tag } of events) seen.add(_tag)
        expect(ledger.problems).toEqual([])
      }),
      runs,
    )
    // The density gate: a stream in which nothing meets would prove nothing.
    expect(filling / commands).toBeGreaterThan(0.15)
    for (const event of ["Completed", "Cancelled", "Expired", "Rejected", "Discarded", "Released"])
      expect(seen).toContain(event)
  })

  it("IPSX-MAT-002, IPSX-MAT-005..007: the index answers as the definition does, event by event", () => {
    fc.assert(
      fc.property(moves(80), (stream) => {
        const definition = PriceTime.definition.open(rules, epoch)
        play(open(), stream, ({ command, events }) =>
          expect(events).toEqual(definition.apply(command)),
        )
      }),
      runs,
    )
  })

  it.each([PriceTime.priceTime, PriceTime.definition])(
    "IPSX-MAT-001: a market of $name restored from a snapshot goes on as the one that was never stopped",
    (policy) => {
      fc.assert(
        fc.property(moves(60), fc.integer({ min: 1, max: 59 }), (stream, at) => {
          let step = 0
          let copy: Matching | undefined
          const market = policy.open(rules, epoch)
          play(market, stream, ({ command, events }) => {
            if (copy !== undefined) expect(copy.apply(command)).toEqual(events)
            if (++step === at) copy = policy.restore(rules, market.snapshot())
          })
        }),
        runs,
      )
    },
  )

  it("IPSX-MAT-014: no resting request is left that free capacity would serve", () => {
    fc.assert(
      fc.property(moves(60), (stream) => {
        const market = open()
        const { ledger } = play(market, stream)
        const { offers, requests, now } = market.snapshot()
        for (const { entry } of requests) {
          const request = Resting.request(entry)
          // What a request has had, and its minimum, are the business of the comparison with the definition.
          if (entry.order.minimum > 1 || ledger.had.has(entry.order.id)) continue
          for (const { entry: offer, pieces } of offers)
            if (Match.reason(Resting.offer(offer), request) === undefined)
              for (const piece of pieces)
                expect(Match.start(piece, entry.order, now)).toBeUndefined()
        }
      }),
      runs,
    )
  })

  it("IPSX-MAT-005: with one class, equal windows and quantities only, it is a plain price-time book", () => {
    const sell = fc.record({
      price: fc.integer({ min: 1, max: 9 }),
      n: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(sell, { maxLength: 12 }), sell, (sells, buy) => {
        const market = PriceTime.priceTime.open({ ...rules, maxSeats: 64 }, epoch)
        for (const [at, { price, n }] of sells.entries()) market.apply(selling(at + 1, price, n))
        const events = market.apply(buying(99, buy.price, buy.n))
        const expected: Array<readonly [at: number, n: number]> = []
        let left = buy.n
        const ranked = [...sells.entries()].sort((a, b) => a[1].price - b[1].price || a[0] - b[0])
        for (const [at, { price, n }] of ranked)
          if (price <= buy.price && left > 0) {
            expected.push([at + 1, Math.min(left, n)])
            left -= Math.min(left, n)
          }
        const traded = events.flatMap((e) =>
          e._tag === "Filled" ? [[Number(e.fill.offer), e.fill.seats]] : [],
        )
        expect(traded).toEqual(expected)
      }),
    )
  })

  it("IPSX-MAT-007: new capacity goes to the request that pays the most for a second, then to the oldest", () => {
    const price = fc.integer({ min: 1, max: 3 })
    fc.assert(
      fc.property(fc.array(price, { minLength: 1, maxLength: 12 }), (prices) => {
        const market = PriceTime.priceTime.open({ ...rules, maxSeats: 64 }, epoch)
        for (const [at, price] of prices.entries()) market.apply(buying(at + 1, price, 1))
        const ranked = [...prices.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0])
        const served = market
          .apply(selling(99, 1, prices.length))
          .flatMap((e) => (e._tag === "Filled" ? [Number(e.fill.request)] : []))
        expect(served).toEqual(ranked.map(([at]) => at + 1))
      }),
    )
  })

  it("IPSX-MAT-015: a search at its budget gives the best that come first, and says that it stopped", () => {
    let exhausted = 0
    fc.assert(
      fc.property(moves(60), (stream) => {
        const market = PriceTime.priceTime.open({ ...rules, scanMax: 1 }, epoch)
        const { ledger, steps } = play(market, stream)
        expect(ledger.problems).toEqual([])
        exhausted += steps.filter(({ events }) => events.some((e) => e._tag === "Exhausted")).length
      }),
      { ...runs, numRuns: 20 },
    )
    expect(exhausted).toBeGreaterThan(0)
  })

  it.each([PriceTime.priceTime, PriceTime.definition])(
    "IPSX-MAT-039: $name joins what is released with the neighbour that begins earliest, whichever came back first",
    (policy) => {
      const market = policy.open({ ...rules, maxSeats: 64 }, epoch)
      market.apply(selling(1, 5, 2))
      const leased = (id: number, from: number): void => {
        const { order, ...place } = buying(id, 5, 1) as Extract<Command, { _tag: "Place" }>
        const window = { from: Time.seconds(epoch + from), to: Time.seconds(epoch + from + 5) }
        const [event] = market.apply({
          ...place,
          order: { ...order, duration: 5, window } as typeof order,
        })
        expect(event).toMatchObject({ _tag: "Filled", fill: { start: window.from } })
      }
      const release = (firstSeat: number, from: number): void => {
        const to = epoch + from + 5
        const space = { offer: Id.fromNumber(1), firstSeat, seats: 1, from: epoch + from, to }
        expect(market.apply({ _tag: "Release", ...space })[0]).toMatchObject({ _tag: "Released" })
      }
      const pieces = () =>
        market
          .snapshot()
          .offers[0]!.pieces.map(({ first, seats, from, to }) => [
            first,
            seats,
            from - epoch,
            to - epoch,
          ])
      leased(11, 5)
      leased(12, 0)
      leased(13, 0)
      expect(pieces()).toEqual([[1, 1, 5, 10]])
      release(0, 0)
      expect(pieces()).toEqual([
        [1, 1, 5, 10],
        [0, 1, 0, 5],
      ])
      // Beside the seat above, or after its own earlier time: the latter begins earlier.
      release(0, 5)
      expect(pieces()).toEqual([
        [1, 1, 5, 10],
        [0, 1, 0, 10],
      ])
    },
  )

  it.each([PriceTime.priceTime, PriceTime.definition])(
    "IPSX-MAT-039: $name joins what is released with the lower of two neighbours that begin at once",
    (policy) => {
      const market = policy.open({ ...rules, maxSeats: 64 }, epoch)
      market.apply(selling(1, 5, 3))
      const lease = (id: number, addresses: number, from: number, to: number) => {
        const { order, ...place } = buying(id, 5, addresses) as Extract<Command, { _tag: "Place" }>
        const window = { from: Time.seconds(epoch + from), to: Time.seconds(epoch + to) }
        const wish = { ...order, duration: to - from, window } as typeof order
        return market.apply({ ...place, order: wish }).map(({ _tag }) => _tag)
      }
      const release = (firstSeat: number, seats: number, from: number): void => {
        const space = { offer: Id.fromNumber(1), firstSeat, seats, from: epoch + from }
        market.apply({ _tag: "Release", ...space, to: epoch + from + 5 })
      }
      expect(lease(11, 3, 5, 10)).toEqual(["Filled", "Completed"])
      expect(lease(12, 3, 0, 5)).toEqual(["Filled", "Completed"])
      release(0, 2, 0)
      release(2, 1, 5)
      release(0, 1, 5)
      expect(market.snapshot().offers[0]!.pieces).toHaveLength(3)
      release(1, 1, 5)
      // The two lower seats have then the whole time; with the upper one first, three would have the second half.
      expect(market.snapshot().offers[0]!.pieces).toHaveLength(2)
      expect(lease(13, 2, 0, 10)).toEqual(["Filled", "Completed"])
    },
  )

  it.each([PriceTime.priceTime, PriceTime.definition])(
    "IPSX-ORD-026: $name looks at the book's own reasons before an offer's leases",
    (policy) => {
      const market = policy.open({ ...rules, maxSeats: 64 }, epoch)
      const { order, ...place } = selling(1, 5, 2) as Extract<Command, { _tag: "Place" }>
      market.apply({ ...place, order })
      market.apply(buying(9, 5, 1))
      market.apply({ _tag: "Cancel", order: order.id, owner: order.owner })
      const other = { ...(order as Order.Offer), id: Id.fromNumber(2) }
      const numbered = { ...other, resource: { ...other.resource, concurrency: 2 } }
      const reason = (order: Order.Order) => market.apply({ ...place, order })
      expect(reason(numbered)).toMatchObject([{ reason: "Conflict" }])
      expect(reason({ ...numbered, expiresAt: Time.seconds(epoch) })).toMatchObject([
        { reason: "Expired" },
      ])
      expect(reason(other)).toMatchObject([{ _tag: "Rested" }])
    },
  )

  it("the book and its definition are told apart by their names", () => {
    const names = [PriceTime.priceTime, PriceTime.definition].map(({ name }) => name)
    expect(names).toEqual(["price-time", "price-time by definition"])
  })

  it.each([PriceTime.priceTime, PriceTime.definition])(
    "IPSX-MAT-001 IPSX-AGR-022: $name restored from a snapshot remembers which orders were there and which nonces are void",
    (policy) => {
      const market = policy.open(rules, epoch)
      const { order, ...place } = selling(1, 5, 2) as Extract<Command, { _tag: "Place" }>
      const nonce = (number: number, nonce: number): Command => ({
        ...place,
        order: { ...order, id: Id.fromNumber(number), nonce } as typeof order,
      })
      market.apply(nonce(1, 7))
      market.apply({ _tag: "Cancel", order: Id.fromNumber(1), owner: order.owner })
      market.apply({ _tag: "CancelBelow", owner: order.owner, minimum: 7 })
      const copy = policy.restore(rules, market.snapshot())
      for (const one of [market, copy]) {
        const answers = (command: Command) =>
          one.apply(command).map((event) => (event._tag === "Rejected" ? event.reason : event._tag))
        expect(answers(nonce(1, 7))).toEqual(["Duplicate"])
        expect(answers(nonce(2, 6))).toEqual(["NonceCancelled"])
        expect(answers(nonce(3, 7))).toEqual(["Rested"])
      }
      // What is no longer remembered by the one is forgotten by the other.
      for (const one of [market, copy]) one.apply({ _tag: "Advance", now: epoch + 11 })
      expect(copy.snapshot()).toEqual(market.snapshot())
      expect(market.snapshot().ended).toEqual([])
    },
  )

  it.each([PriceTime.priceTime, PriceTime.definition])(
    "IPSX-MAT-013: $name releases what is leased and for a time to come, and time does not go back",
    (policy) => {
      const market = policy.open({ ...rules, maxSeats: 64 }, epoch)
      market.apply(selling(1, 5, 4))
      const filled = market.apply(buying(9, 5, 3)).filter(({ _tag }) => _tag === "Filled")
      expect(filled.length).toBe(1)
      const release = (change: object) =>
        market
          .apply({
            _tag: "Release",
            offer: Id.fromNumber(1),
            firstSeat: 0,
            seats: 3,
            from: epoch,
            to: epoch + 10,
            ...change,
          })
          .map((event) => (event._tag === "Rejected" ? event.reason : event._tag))
      for (const change of [
        { seats: 0 },
        { seats: 4 },
        { firstSeat: 1 },
        { from: epoch + 10 },
        { to: epoch + 11 },
        { offer: Id.fromNumber(2) },
      ])
        expect([change, release(change)]).toEqual([change, ["NotLeased"]])
      market.apply({ _tag: "Advance", now: epoch + 2 })
      const before = market.snapshot()
      for (const now of [epoch, epoch + 1, epoch + 2]) {
        expect(market.apply({ _tag: "Advance", now })).toEqual([])
        expect(market.snapshot()).toEqual(before)
      }
      expect(release({})).toEqual(["Released"])
      expect(release({})).toEqual(["NotLeased"])
      // Joined with their neighbours, the seats are one rectangle again.
      expect(market.snapshot().offers[0]!.pieces).toEqual([
        { first: 0, seats: 4, from: epoch + 2, to: epoch + 10 },
      ])
    },
  )
})
