// The plain book against a list that is sorted for each order.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Plain from "../../src/matching/Plain.ts"
import { drawing } from "./book/Draw.ts"

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
    expect(traded / played).toBeGreaterThan(0.5)
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

  it.each([1, 2, 3])(
    "IPSX-MAT-005: is at every moment what a list of orders is, with seed %i",
    (seed) => {
      const draw = drawing(seed)
      const [prices, orders] = [seed === 3 ? 3000 : 40, 2500]
      const book = Plain.make(prices, orders)
      let waiting: Array<Waiting> = []
      const isBetter = (side: number) => (a: Waiting, b: Waiting) =>
        (side === Plain.buy ? a.price - b.price : b.price - a.price) || a.id - b.id
      for (let id = 0; id < orders; id++) {
        book.size = 0
        if (draw(4) === 0) {
          const one = draw(id + 1)
          const known = waiting.find((order) => order.id === one)
          if (Plain.cancel(book, one) !== (known !== undefined)) expect.fail(`cancels ${one}`)
          waiting = waiting.filter((order) => order !== known)
        } else {
          const [side, size] = [draw(2), 1 + draw(12)]
          const price =
            Math.floor(prices / 3) + draw(Math.ceil(prices / 3)) + (side === Plain.buy ? -1 : 1)
          let left = size
          const fills: Array<number> = []
          const others = waiting.filter((order) => order.side !== side)
          for (const order of others.sort(isBetter(side))) {
            const isMet = side === Plain.buy ? order.price <= price : order.price >= price
            const traded = Math.min(left, order.size)
            if (!isMet || traded === 0) break
            fills.push(order.id, id, traded, order.price)
            order.size -= traded
            left -= traded
          }
          waiting = waiting.filter((order) => order.size > 0)
          if (left > 0) waiting.push({ id, side, price, size: left })
          expect(Plain.place(book, id, side, price, size)).toBe(left)
          expect([...book.fills.subarray(0, book.size)]).toEqual(fills)
        }
        const bids = waiting.filter(({ side }) => side === Plain.buy).map(({ price }) => price)
        const asks = waiting.filter(({ side }) => side === Plain.sell).map(({ price }) => price)
        expect([book.bid, book.ask]).toEqual([Math.max(-1, ...bids), Math.min(prices, ...asks)])
        const one = draw(id + 1)
        const left = waiting.find((order) => order.id === one)?.size ?? 0
        if (Plain.remaining(book, one) !== left) expect.fail(`what remains of ${one}`)
        if (id % 250 !== 249) continue
        for (const side of [Plain.buy, Plain.sell])
          for (let price = 0; price < prices; price++) {
            const queue = waiting.filter((order) => order.side === side && order.price === price)
            const at = side * prices + price
            const ends = [book.heads[at], book.tails[at]]
            const bit = (book.levels[side]![0]![price >> 5]! >>> (price & 31)) & 1
            const isRight =
              queue.length === 0
                ? ends.every((end) => end === -1) && bit === 0
                : ends[0] === queue[0]!.id && ends[1] === queue.at(-1)!.id && bit === 1
            if (!isRight) expect.fail(`the queue at ${price}: ${ends}`)
          }
      }
    },
  )

  it("keeps a bit for each word that has one, up to a single word, and clears it with the last", () => {
    const book = Plain.make(40_000, 4)
    expect(book.levels[0]!.map(({ length }) => length)).toEqual([1250, 40, 2, 1])
    expect(Plain.make(32, 1).levels[0]!.map(({ length }) => length)).toEqual([1])
    const bits = () =>
      book.levels[Plain.sell]!.map((words) => [...words].filter((word) => word !== 0).length)
    Plain.place(book, 0, Plain.sell, 39_999, 5)
    Plain.place(book, 1, Plain.sell, 39_998, 5)
    Plain.place(book, 2, Plain.sell, 7, 5)
    expect(bits()).toEqual([2, 2, 2, 1])
    Plain.cancel(book, 0)
    expect(bits()).toEqual([2, 2, 2, 1])
    Plain.cancel(book, 1)
    expect(bits()).toEqual([1, 1, 1, 1])
    Plain.cancel(book, 2)
    expect([bits(), book.ask]).toEqual([[0, 0, 0, 0], 40_000])
    expect(Plain.cancel(book, 2)).toBe(false)
  })
})
