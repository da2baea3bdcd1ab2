import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as Order from "../../src/model/Order.ts"
import * as OrderBook from "../../src/model/OrderBook.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"
import { offer, request, rules } from "../arbitrary/order.ts"

const at = 1000
const [one] = fc.sample(offer(1, at), { numRuns: 1, seed: 3 }) as [Order.Offer]
const [two] = fc.sample(offer(2, at), { numRuns: 1, seed: 3 }) as [Order.Offer]
const [wish] = fc.sample(request(3, at), { numRuns: 1, seed: 3 }) as [Order.Request]
const reasonOf = <A>(result: Result.Result<A, OrderBook.OrderRejected>) =>
  Result.isFailure(result) ? result.failure.reason : undefined

const bookOf = (...orders: ReadonlyArray<Order.Order>) => {
  const book = OrderBook.make(rules)
  for (const order of orders)
    expect(reasonOf(OrderBook.place(book, order, 500, at))).toBeUndefined()
  return book
}

describe("an order book", () => {
  it("IPSX-ORD-020: keeps offers and requests in two lists", () => {
    const book = bookOf(one, wish)
    expect([...book.offers.keys()]).toEqual([one.id])
    expect([...book.requests.keys()]).toEqual([wish.id])
  })

  it("IPSX-ORD-008, IPSX-ORD-021: refuses what is malformed, dead, known or too much, and stays as it was", () => {
    const free = { perSecond: Amount.zero, perByte: Amount.of(1n), setup: Amount.zero }
    const tried: ReadonlyArray<readonly [Order.Order, OrderBook.Rejection]> = [
      [{ ...one, tariff: free }, "Price"],
      [{ ...one, noShowCharge: Amount.zero }, "Price"],
      [{ ...one, to: one.from }, "Window"],
      [{ ...one, minLease: 2 }, "Duration"],
      [{ ...one, expiresAt: Time.seconds(at) }, "Expired"],
      [{ ...wish, duration: 101 }, "Duration"],
      [{ ...wish, minimum: 7, addresses: 6 }, "Count"],
      [wish, "Duplicate"],
    ]
    const book = bookOf(wish)
    for (const [order, reason] of tried)
      expect(reasonOf(OrderBook.place(book, order, 500, at))).toBe(reason)
    expect(OrderBook.size(book)).toBe(1)
    const small = { ...bookOf(wish), rules: { ...rules, ordersMax: 1 } }
    expect(reasonOf(OrderBook.place(small, one, 500, at))).toBe("BookFull")
    const single = { ...bookOf(one), rules: { ...rules, ordersPerOwnerMax: 1 } }
    expect(reasonOf(OrderBook.place(single, two, 500, at))).toBe("OwnerFull")
  })

  it("IPSX-ORD-022, IPSX-ORD-023: lets only the owner cancel, once, and no order back in", () => {
    const book = bookOf(one)
    expect(reasonOf(OrderBook.cancel(book, one.id, address(77)))).toBe("NotOwner")
    expect(reasonOf(OrderBook.cancel(book, one.id, one.owner))).toBeUndefined()
    expect(reasonOf(OrderBook.cancel(book, one.id, one.owner))).toBe("Unknown")
    expect(reasonOf(OrderBook.place(book, one, 500, at))).toBe("Duplicate")
    OrderBook.expire(book, Order.deadline(one))
    expect(reasonOf(OrderBook.place(book, one, 500, Order.deadline(one)))).toBe("Expired")
    expect(book.ended.size).toBe(0)
  })

  it("IPSX-ORD-024: replaces whole or not at all", () => {
    const book = bookOf(one)
    expect(reasonOf(OrderBook.replace(book, one.id, { ...two, minLease: 1 }, at))).toBe("Duration")
    expect(reasonOf(OrderBook.replace(book, one.id, { ...two, owner: address(9) }, at))).toBe(
      "NotOwner",
    )
    expect([...book.offers.keys()]).toEqual([one.id])
    expect(book.offers.get(one.id)?.sequence).toBe(1)
    expect(reasonOf(OrderBook.replace(book, one.id, two, at))).toBeUndefined()
    expect([...book.offers.values()].map(({ order, sequence }) => [order.id, sequence])).toEqual([
      [two.id, 2],
    ])
  })

  it("IPSX-ORD-025: lets an order go at its deadline, not a second earlier", () => {
    const book = bookOf(one)
    expect(OrderBook.expire(book, Order.deadline(one) - 1)).toEqual([])
    expect(OrderBook.expire(book, Order.deadline(one)).map(({ order }) => order.id)).toEqual([
      one.id,
    ])
    expect(OrderBook.size(book)).toBe(0)
  })

  it("IPSX-ORD-026: takes an owner's address once for an instant", () => {
    const book = bookOf(one)
    expect(reasonOf(OrderBook.place(book, two, 500, at))).toBe("Conflict")
    const later = {
      ...two,
      from: one.to,
      to: Time.seconds(one.to + 20),
      expiresAt: Time.seconds(one.to + 20),
    }
    const renamed = { ...later, resource: { ...later.resource, id: wish.id } }
    expect(reasonOf(OrderBook.place(book, renamed, 500, at))).toBe("Conflict")
    expect(reasonOf(OrderBook.place(book, later, 500, at))).toBeUndefined()
  })

  it("IPSX-AGR-022: ends and refuses what the chain has cancelled", () => {
    const book = bookOf(one)
    expect(OrderBook.cancelBelow(book, one.owner, 2).map(({ order }) => order.id)).toEqual([one.id])
    expect(reasonOf(OrderBook.place(book, { ...one, id: two.id }, 500, at))).toBe("NonceCancelled")
    expect(reasonOf(OrderBook.place(book, two, 500, at))).toBeUndefined()
  })

  it("IPSX-ORD-021: refuses what is a second or an order too much, and takes what is not", () => {
    const cheap = { ...one.tariff, perByte: Amount.zero }
    const moved = (to: number, change: object = {}) => ({ ...one, to: Time.seconds(to), ...change })
    const window = (from: number, to: number) => ({
      window: { from: Time.seconds(from), to: Time.seconds(to) },
      expiresAt: Time.seconds(at + 1),
    })
    const { duration } = wish
    const tried: ReadonlyArray<readonly [Order.Order, OrderBook.Rejection | undefined]> = [
      [{ ...one, minLease: rules.minLease - 1 }, "Duration"],
      [moved(one.from + 1000, { minLease: rules.minLease }), undefined],
      [moved(one.from + 1000, { minLease: rules.maxLease }), undefined],
      [moved(one.from + 1000, { minLease: rules.maxLease + 1 }), "Duration"],
      [moved(one.from + one.minLease - 1), "Window"],
      [moved(one.from + one.minLease), undefined],
      [{ ...one, tariff: { ...cheap, setup: Amount.zero, perSecond: Amount.of(1n) } }, undefined],
      [{ ...one, tariff: { ...cheap, setup: Amount.of(1n), perSecond: Amount.zero } }, undefined],
      [{ ...one, tariff: { ...cheap, setup: Amount.of(1n), perSecond: Amount.of(1n) } }, undefined],
      [{ ...one, expiresAt: Time.seconds(at + 1) }, undefined],
      [{ ...wish, window: null, duration: rules.minLease - 1 }, "Duration"],
      [{ ...wish, window: null, duration: rules.minLease }, undefined],
      [{ ...wish, window: null, duration: rules.maxLease }, undefined],
      [{ ...wish, window: null, duration: rules.maxLease + 1 }, "Duration"],
      [{ ...wish, minimum: wish.addresses }, undefined],
      [{ ...wish, limit: Amount.zero }, "Price"],
      [{ ...wish, ...window(at + 5, at + 5 + duration) }, undefined],
      [{ ...wish, ...window(at + 5, at + 4 + duration) }, "Window"],
      [{ ...wish, ...window(at, at + rules.bookAheadMax + duration) }, undefined],
      [{ ...wish, ...window(at, at + rules.bookAheadMax + duration + 1) }, "Window"],
    ]
    for (const [order, reason] of tried) {
      const book = OrderBook.make(rules)
      expect([order, reasonOf(OrderBook.place(book, order, 500, at))]).toEqual([order, reason])
      expect(OrderBook.size(book)).toBe(reason === undefined ? 1 : 0)
    }
    const full = { ...bookOf(one), rules: { ...rules, ordersMax: 2, ordersPerOwnerMax: 1 } }
    expect(reasonOf(OrderBook.place(full, wish, 500, at))).toBeUndefined()
  })

  it("IPSX-ORD-025: is dead when no lease fits into what is left of its window, or when it says so", () => {
    const soon = Time.seconds(at + 9)
    const late = Time.seconds(at + 99)
    const window = { from: Time.seconds(at), to: Time.seconds(at + 20) }
    const offer = { ...one, to: window.to, minLease: 5 }
    const wished = { ...wish, window, duration: 5 }
    expect(
      [
        { ...offer, expiresAt: soon },
        { ...offer, expiresAt: late },
        { ...wished, expiresAt: soon },
        { ...wished, expiresAt: late },
        { ...wished, window: null, expiresAt: late },
      ].map(Order.deadline),
    ).toEqual([at + 9, at + 16, at + 9, at + 16, at + 99])
  })

  it("IPSX-ORD-025: lets go what is dead in the order of deadlines, then of coming, and forgets it by then", () => {
    const order = fc.record({ life: fc.integer({ min: 1, max: 6 }), cancelled: fc.boolean() })
    fc.assert(
      fc.property(fc.array(order, { maxLength: 20 }), (orders) => {
        const book = OrderBook.make(rules)
        const placed = orders.map(({ life, cancelled }, n) => {
          const id = Id.fromNumber(n + 1)
          const expiresAt = Time.seconds(at + life)
          const made = { ...wish, id, window: null, expiresAt, owner: address(n % 3) }
          expect(reasonOf(OrderBook.place(book, made, 500, at))).toBeUndefined()
          if (cancelled) expect(reasonOf(OrderBook.cancel(book, id, made.owner))).toBeUndefined()
          return { id, n, life, cancelled, owner: made.owner }
        })
        for (let after = 1; after <= 6; after++) {
          const gone = OrderBook.expire(book, at + after).map((entry) => entry.order.id)
          const due = placed.filter(({ life, cancelled }) => life === after && !cancelled)
          expect(gone).toEqual(due.map(({ id }) => id))
          const left = placed.filter(({ life }) => life > after)
          const live = left.filter(({ cancelled }) => !cancelled)
          // Of the dead nothing is kept, and of the cancelled only until they would have died.
          expect([...book.requests.keys()]).toEqual(live.map(({ id }) => id))
          expect([...book.ended.keys()].toSorted()).toEqual(
            left.filter(({ cancelled }) => cancelled).map(({ id }) => id),
          )
          expect([...book.owners.keys()].toSorted()).toEqual(
            [...new Set(live.map(({ owner }) => owner))].toSorted(),
          )
        }
      }),
    )
  })

  it("IPSX-ORD-026: looks for a conflict among its owner's offers alone", () => {
    const seconds = (from: number, to: number) => ({
      from: Time.seconds(at + from),
      to: Time.seconds(at + to),
      expiresAt: Time.seconds(at + to),
    })
    const first = { ...one, ...seconds(20, 40) }
    const apart = [seconds(0, 20), seconds(40, 60)]
    const touching = [seconds(0, 21), seconds(39, 60), seconds(25, 30), seconds(0, 60)]
    const after = (change: object) =>
      reasonOf(OrderBook.place(bookOf(first), { ...two, ...change }, 500, at))
    for (const change of apart) expect(after(change)).toBeUndefined()
    for (const change of touching) expect(after(change)).toBe("Conflict")
    expect(after({ ...touching[0], owner: address(9) })).toBeUndefined()
    // The same addresses under another numbering of seats, at whatever time.
    const shared = { ...two.resource, concurrency: two.resource.concurrency + 1 }
    expect(after({ ...apart[0], resource: shared })).toBe("Conflict")
    // A request of the same owner is in nobody's way.
    const own = { ...wish, owner: one.owner }
    expect(
      reasonOf(OrderBook.place(bookOf(own), { ...first, id: two.id }, 500, at)),
    ).toBeUndefined()
    expect(reasonOf(OrderBook.place(bookOf(first), own, 500, at))).toBeUndefined()
    const range = (n: number, version: 4 | 6 = 4) => ({
      resource: {
        ...one.resource,
        id: Id.fromNumber(0xabc),
        first: Ip.simulatedAt(n, version),
        addresses: 2,
      },
    })
    const ranged = {
      ...first,
      resource: { ...first.resource, first: Ip.simulatedAt(10, 4), addresses: 3 },
    }
    const beside = [8, 9, 10, 12, 13].map((n) =>
      reasonOf(OrderBook.place(bookOf(ranged), { ...two, ...range(n) }, 500, at)),
    )
    expect(beside).toEqual([undefined, "Conflict", "Conflict", "Conflict", undefined])
    expect(
      reasonOf(OrderBook.place(bookOf(ranged), { ...two, ...range(10, 6) }, 500, at)),
    ).toBeUndefined()
  })

  it("IPSX-ORD-024: says what went and what came, and takes back what it took out", () => {
    const book = bookOf(one)
    const swapped = Result.getOrThrow(OrderBook.replace(book, one.id, two, at))
    expect([swapped.old.order.id, swapped.entry.order.id]).toEqual([one.id, two.id])
    expect([...book.owners.get(one.owner)!]).toEqual([two.id])
    expect(reasonOf(OrderBook.replace(book, wish.id, two, at))).toBe("Unknown")
    expect(reasonOf(OrderBook.replace(book, two.id, { ...wish, owner: one.owner }, at))).toBe(
      "NotOwner",
    )
    const refused = OrderBook.replace(book, two.id, { ...one, id: wish.id, minLease: 1 }, at)
    expect(reasonOf(refused)).toBe("Duration")
    // What was put back can be cancelled, and expires, like any other.
    expect(OrderBook.expire(book, Order.deadline(two)).map(({ order }) => order.id)).toEqual([
      two.id,
    ])
  })

  it("IPSX-ORD-024: a refused replacement leaves nothing behind, however often it comes", () => {
    const book = bookOf(one)
    for (let n = 0; n < 100; n++) {
      expect(reasonOf(OrderBook.replace(book, one.id, { ...two, minLease: 1 }, at))).toBe(
        "Duration",
      )
      expect(reasonOf(OrderBook.replace(book, one.id, { ...two, id: one.id }, at))).toBe(
        "Duplicate",
      )
    }
    expect([book.deadlines.items.length, book.forgets.items.length]).toEqual([1, 0])
    expect(book.ended.size).toBe(0)
  })

  it("IPSX-AGR-022: ends what is below a nonce in the order in which it came, and never takes a minimum back", () => {
    const book = OrderBook.make(rules)
    const nonces = [7, 3, 9, 1, 5]
    for (const [n, nonce] of nonces.entries())
      expect(
        reasonOf(OrderBook.place(book, { ...wish, id: Id.fromNumber(n + 1), nonce }, 500, at)),
      ).toBeUndefined()
    // Put back after a refusal, it still has the place in which it came.
    const refused = { ...wish, id: Id.fromNumber(99), limit: Amount.zero }
    expect(reasonOf(OrderBook.replace(book, Id.fromNumber(2), refused, at))).toBe("Price")
    const ended = OrderBook.cancelBelow(book, wish.owner, 6)
    expect(ended.map(({ order }) => order.nonce)).toEqual([3, 1, 5])
    expect([...book.requests.values()].map(({ order }) => order.nonce)).toEqual([7, 9])
    expect(OrderBook.cancelBelow(book, wish.owner, 2)).toEqual([])
    expect(reasonOf(OrderBook.place(book, { ...wish, nonce: 5 }, 500, at))).toBe("NonceCancelled")
    expect(OrderBook.cancelBelow(book, address(77), 100)).toEqual([])
  })
})
