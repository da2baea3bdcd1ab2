// The plain book against a list that is sorted for each order.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Plain from "../../src/matching/Plain.ts"

type Message =
  | { readonly side: 0 | 1; readonly price: number; readonly size: number }
  | { readonly cancel: number }

const message: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      side: fc.constantFrom(0 as const, 1 as const),
      price: fc.integer({ min: 0, max: 99 }),
      size: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ cancel: fc.nat(59) }) },
)

interface Waiting {
  readonly id: number
  readonly side: number
  readonly price: number
  size: number
}

/** What the plain book must say: the best price first, then who came first. */
const naive = (messages: ReadonlyArray<Message>) => {
  let waiting: Array<Waiting> = []
  const fills: Array<number> = []
  for (const [id, message] of messages.entries()) {
    if ("cancel" in message) {
      waiting = waiting.filter((one) => one.id !== message.cancel)
      continue
    }
    const { side, price } = message
    let left = message.size
    const best = waiting
      .filter(
        (one) =>
          one.side !== side && (side === Plain.buy ? one.price <= price : one.price >= price),
      )
      .sort((a, b) => (side === Plain.buy ? a.price - b.price : b.price - a.price) || a.id - b.id)
    for (const one of best) {
      const traded = Math.min(left, one.size)
      if (traded === 0) break
      fills.push(one.id, id, traded, one.price)
      one.size -= traded
      left -= traded
    }
    waiting = waiting.filter(({ size }) => size > 0)
    if (left > 0) waiting.push({ id, side, price, size: left })
  }
  return { fills, rest: waiting.map(({ id, size }) => [id, size]).sort((a, b) => a[0]! - b[0]!) }
}

describe("the plain book", () => {
  it("IPSX-MAT-005: trades by price and then by time, and what waits is what was not traded or cancelled", () => {
    let traded = 0
    let played = 0
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const book = Plain.make(100, 60)
        for (const [id, message] of messages.entries())
          if ("cancel" in message) Plain.cancel(book, message.cancel)
          else Plain.place(book, id, message.side, message.price, message.size)
        const expected = naive(messages)
        expect([...book.fills.subarray(0, book.size)]).toEqual(expected.fills)
        const rest = messages
          .map((_, id) => [id, Plain.remaining(book, id)])
          .filter(([, size]) => size! > 0)
        expect(rest).toEqual(expected.rest)
        traded += book.size / 4
        played++
      }),
      { numRuns: 300, seed: 5 },
    )
    expect(traded / played).toBeGreaterThan(1)
  })

  it("finds the next price across every level of its bits", () => {
    const prices = [0, 31, 32, 1023, 1024, 32_767, 32_768, 99_999]
    const book = Plain.make(100_000, 20)
    for (const [id, price] of prices.entries()) Plain.place(book, id, Plain.sell, price, 1)
    Plain.place(book, 10, Plain.buy, 99_999, 8)
    expect([...book.fills.subarray(0, book.size)].filter((_, at) => at % 4 === 3)).toEqual(prices)
    book.size = 0
    for (const [id, price] of prices.entries()) Plain.place(book, id, Plain.buy, price, 1)
    Plain.place(book, 10, Plain.sell, 0, 8)
    const found = [...book.fills.subarray(0, book.size)].filter((_, at) => at % 4 === 3)
    expect(found).toEqual(prices.toReversed())
  })
})
