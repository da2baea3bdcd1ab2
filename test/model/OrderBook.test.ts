import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
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
})
