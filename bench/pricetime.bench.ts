// The plain case: whole prices and quantities of one thing, beside a published order book. Both answer the same stream;
// what was traded, and what rests at the end, is compared before any time counts.
import * as Plain from "../src/matching/Plain.ts"
import * as Pair from "./harness/Pair.ts"
import * as Peer from "./harness/Peer.ts"
import * as Row from "./harness/Row.ts"
import { type Draw, draw } from "./matching/Market.ts"

/** Orders by number; a cancellation has the side 2. Prices are in [0, 4096). */
interface Stream {
  readonly sides: Int8Array
  readonly ids: Int32Array
  readonly prices: Int32Array
  readonly sizes: Int32Array
}

const prices = 4096

const stream = (
  length: number,
  next: (draw: Draw, at: number) => readonly [number, number, number, number],
) => {
  const random = draw(7)
  const made: Stream = {
    sides: new Int8Array(length),
    ids: new Int32Array(length),
    prices: new Int32Array(length),
    sizes: new Int32Array(length),
  }
  for (let at = 0; at < length; at++) {
    const [side, id, price, size] = next(random, at)
    made.sides[at] = side
    made.ids[at] = id
    made.prices[at] = price
    made.sizes[at] = size
  }
  return made
}

const middle = prices / 2
/** Orders around the middle, a third of them crossing, a fifth of all messages cancellations. */
const normal = (length: number) =>
  stream(length, (draw, at) => {
    if (draw(5) === 0) return [2, draw(at + 1), 0, 0]
    const side = draw(2)
    const away = draw(300) - 60
    return [side, at, side === Plain.buy ? middle - away : middle + away, 1 + draw(50)]
  })
/** Few prices and many orders at each: queues of thousands. */
const deep = (length: number) =>
  stream(length, (draw, at) => {
    const side = draw(2)
    const isCrossing = draw(5) === 0
    const away = 1 + draw(3)
    const price = (side === Plain.buy) === isCrossing ? middle + away : middle - away
    return [side, at, price, isCrossing ? 1 + draw(160) : 1 + draw(50)]
  })

/** Traded quantity, its sum over prices, and what rests of each order. */
type Answer = readonly [traded: number, value: number, rest: number]

const ours = ({ sides, ids, prices: at, sizes }: Stream): Answer => {
  const book = Plain.make(prices, sides.length)
  let traded = 0
  let value = 0
  for (let i = 0; i < sides.length; i++) {
    if (sides[i] === 2) {
      Plain.cancel(book, ids[i]!)
      continue
    }
    Plain.place(book, ids[i]!, sides[i]!, at[i]!, sizes[i]!)
    for (let fill = 0; fill < book.size; fill += 4) {
      traded += book.fills[fill + 2]!
      value += book.fills[fill + 2]! * book.fills[fill + 3]!
    }
    book.size = 0
  }
  let rest = 0
  for (let id = 0; id < sides.length; id++) rest += Plain.remaining(book, id) * ((id % 1009) + 1)
  return [traded, value, rest]
}

interface Theirs {
  readonly OrderBook: new () => {
    readonly limit: (order: object) => {
      readonly done: ReadonlyArray<{ size: number; price: number; id: string }>
      readonly partial: { id: string; price: number } | null
      readonly partialQuantityProcessed: number
    }
    readonly cancel: (id: string) => unknown
    readonly order: (id: string) => { readonly size: number } | undefined
  }
}

const { module, name } = await Peer.load<Theirs>("nodejs-order-book")
const theirs = ({ sides, ids, prices: at, sizes }: Stream): Answer => {
  const book = new module.OrderBook()
  const places = Int32Array.from(sides, (_, i) => at[i]!)
  const lefts = new Int32Array(sides.length)
  let traded = 0
  let value = 0
  for (let i = 0; i < sides.length; i++) {
    const id = ids[i]!
    if (sides[i] === 2) {
      if (book.cancel(String(id))) lefts[id] = 0
      continue
    }
    const { done, partial, partialQuantityProcessed } = book.limit({
      id: String(id),
      side: sides[i] === Plain.buy ? "buy" : "sell",
      size: sizes[i]!,
      price: at[i]! + 1,
    })
    // What is done are the makers that are filled, and the taker when it is.
    let left = sizes[i]!
    const fill = (maker: number, quantity: number) => {
      traded += quantity
      value += quantity * places[maker]!
      lefts[maker]! -= quantity
      left -= quantity
    }
    for (const { id: other } of done)
      if (other !== String(id)) fill(Number(other), lefts[Number(other)]!)
    if (partial !== null && partial.id !== String(id))
      fill(Number(partial.id), partialQuantityProcessed)
    lefts[id] = left
  }
  let rest = 0
  for (let id = 0; id < sides.length; id++) rest += lefts[id]! * ((id % 1009) + 1)
  return [traded, value, rest]
}

for (const [what, make, length, bar] of [
  ["normal flow", normal, 100_000, 25],
  ["deep queues", deep, 40_000, 500],
] as const) {
  const messages = make(length)
  await Pair.compare({
    bench: "pricetime",
    case: what,
    unit: "messages/s/core",
    higherIsBetter: true,
    work: length,
    ours: () => ours(messages),
    peer: { name, run: () => theirs(messages) },
    rounds: 5,
    bar,
  })
}
const long = normal(1_000_000)
const samples: Array<number> = []
for (let round = 0; round < 7; round++) {
  const [, micros] = await Pair.cpu(() => ours(long))
  samples.push((long.sides.length * 1e6) / micros)
}
Row.print(
  Row.limit({
    bench: "pricetime",
    case: "normal flow, 1e6 messages",
    unit: "messages/s/core",
    higherIsBetter: true,
    samples,
    limit: 5_000_000,
  }),
)
