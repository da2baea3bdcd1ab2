// The plain case: one kind of thing, in quantities, at whole prices; first by price, then by time. It is what the
// matching of leases is when all offers have one country, class and window (IPSX-MAT-005), kept as every exchange
// knows it: a queue for each price, and bits that say which queues are not empty. Owned and mutable.

export interface Plain {
  /** Prices are integers in [0, prices); ids of orders are integers in [0, orders) that the caller gives out. */
  readonly prices: number
  readonly orders: number
  /** Six integers for each order: price, quantity, side, next, previous, and whether it rests. */
  readonly rows: Int32Array
  /** First and last order of each price's queue: of what is bid, then of what is asked. */
  readonly heads: Int32Array
  readonly tails: Int32Array
  /** A bit for each price that is not empty, a bit for each word of those, and so on up to one word. */
  readonly levels: ReadonlyArray<ReadonlyArray<Int32Array>>
  bid: number
  ask: number
  /** Four integers for each fill: maker, taker, quantity, price. The caller empties it by its size. */
  fills: Int32Array
  size: number
}

export const buy = 0
export const sell = 1

const width = 6
const [price, quantity, side, next, previous, resting] = [0, 1, 2, 3, 4, 5] as const
const none = -1

/**
 * An empty book.
 *
 * @example
 * const book = Plain.make(1000, 1_000_000)
 * Plain.place(book, 0, Plain.sell, 101, 5)
 * Plain.place(book, 1, Plain.buy, 101, 3) // 0: all of it was traded, two of order 0 still rest
 */
export const make = (prices: number, orders: number): Plain => ({
  prices,
  orders,
  rows: new Int32Array(orders * width),
  heads: new Int32Array(prices * 2).fill(none),
  tails: new Int32Array(prices * 2).fill(none),
  levels: [bitmaps(prices), bitmaps(prices)],
  bid: none,
  ask: prices,
  fills: new Int32Array(256),
  size: 0,
})

const bitmaps = (prices: number): ReadonlyArray<Int32Array> => {
  const levels: Array<Int32Array> = []
  let length = prices
  do {
    length = Math.ceil(length / 32)
    levels.push(new Int32Array(length))
  } while (length > 1)
  return levels
}

/** Trades what it can and lets the rest wait; how much waits. */
export const place = (
  book: Plain,
  id: number,
  ofSide: number,
  atPrice: number,
  wanted: number,
): number => {
  const left =
    ofSide === buy ? take(book, id, sell, atPrice, wanted) : take(book, id, buy, atPrice, wanted)
  if (left === 0) return 0
  const { rows, heads, tails } = book
  const at = id * width
  const queue = ofSide * book.prices + atPrice
  const last = tails[queue]!
  rows[at + price] = atPrice
  rows[at + quantity] = left
  rows[at + side] = ofSide
  rows[at + next] = none
  rows[at + previous] = last
  rows[at + resting] = 1
  tails[queue] = id
  if (last !== none) {
    rows[last * width + next] = id
    return left
  }
  heads[queue] = id
  set(book.levels[ofSide]!, atPrice)
  if (ofSide === buy) {
    if (atPrice > book.bid) book.bid = atPrice
  } else if (atPrice < book.ask) book.ask = atPrice
  return left
}

const take = (book: Plain, id: number, from: number, limit: number, wanted: number): number => {
  const { rows, heads, tails, prices } = book
  let left = wanted
  while (left > 0) {
    const best = from === sell ? book.ask : book.bid
    if (from === sell ? best > limit : best < limit) break
    const queue = from * prices + best
    let maker = heads[queue]!
    while (maker !== none && left > 0) {
      const at = maker * width
      const had = rows[at + quantity]!
      const traded = had < left ? had : left
      tell(book, maker, id, traded, best)
      left -= traded
      if (traded < had) {
        rows[at + quantity] = had - traded
        break
      }
      rows[at + resting] = 0
      maker = rows[at + next]!
    }
    heads[queue] = maker
    if (maker !== none) {
      rows[maker * width + previous] = none
      continue
    }
    tails[queue] = none
    empty(book, from, best)
  }
  return left
}

const tell = (book: Plain, maker: number, taker: number, traded: number, best: number): void => {
  const at = book.size
  if (at === book.fills.length) {
    const more = new Int32Array(at * 2)
    more.set(book.fills)
    book.fills = more
  }
  const { fills } = book
  fills[at] = maker
  fills[at + 1] = taker
  fills[at + 2] = traded
  fills[at + 3] = best
  book.size = at + 4
}

/** Takes what is left of an order out; whether it rested. */
export const cancel = (book: Plain, id: number): boolean => {
  const { rows, heads, tails, prices } = book
  const at = id * width
  if (rows[at + resting] === 0) return false
  rows[at + resting] = 0
  const ofSide = rows[at + side]!
  const queue = ofSide * prices + rows[at + price]!
  const after = rows[at + next]!
  const before = rows[at + previous]!
  if (before === none) heads[queue] = after
  else rows[before * width + next] = after
  if (after === none) tails[queue] = before
  else rows[after * width + previous] = before
  if (before === none && after === none) empty(book, ofSide, rows[at + price]!)
  return true
}

/** How much waits of an order; zero when it does not rest. */
export const remaining = ({ rows }: Plain, id: number): number =>
  rows[id * width + resting] === 1 ? rows[id * width + quantity]! : 0

// A price has no orders any more: the best of its side is the next one that has some.
const empty = (book: Plain, ofSide: number, atPrice: number): void => {
  const levels = book.levels[ofSide]!
  clear(levels, atPrice)
  if (ofSide === sell && atPrice === book.ask) book.ask = above(levels, atPrice, book.prices)
  if (ofSide === buy && atPrice === book.bid) book.bid = below(levels, atPrice)
}

const set = (levels: ReadonlyArray<Int32Array>, at: number): void => {
  let bit = at
  for (let level = 0; level < levels.length; level++) {
    const words = levels[level]!
    const before = words[bit >> 5]!
    words[bit >> 5] = before | (1 << (bit & 31))
    if (before !== 0) return
    bit >>= 5
  }
}

const clear = (levels: ReadonlyArray<Int32Array>, at: number): void => {
  let bit = at
  for (let level = 0; level < levels.length; level++) {
    const words = levels[level]!
    const after = words[bit >> 5]! & ~(1 << (bit & 31))
    words[bit >> 5] = after
    if (after !== 0) return
    bit >>= 5
  }
}

// The first bit after one that is set, or `end`: up to a word that has one, and down again.
const above = (levels: ReadonlyArray<Int32Array>, at: number, end: number): number => {
  let bit = at
  for (let level = 0; level < levels.length; level++) {
    const word = (bit & 31) === 31 ? 0 : levels[level]![bit >> 5]! & (-2 << (bit & 31))
    if (word !== 0) {
      bit = (bit & ~31) + (31 - Math.clz32(word & -word))
      while (level-- > 0) {
        const lower = levels[level]![bit]!
        bit = bit * 32 + (31 - Math.clz32(lower & -lower))
      }
      return bit
    }
    bit >>= 5
  }
  return end
}

const below = (levels: ReadonlyArray<Int32Array>, at: number): number => {
  let bit = at
  for (let level = 0; level < levels.length; level++) {
    const word = levels[level]![bit >> 5]! & ((1 << (bit & 31)) - 1)
    if (word !== 0) {
      bit = (bit & ~31) + (31 - Math.clz32(word))
      while (level-- > 0) bit = bit * 32 + (31 - Math.clz32(levels[level]![bit]!))
      return bit
    }
    bit >>= 5
  }
  return none
}
