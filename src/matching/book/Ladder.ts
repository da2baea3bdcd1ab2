// Best-first search where the price of a second ranks alone: the entries of a cell lie in the order of rank, so the
// search walks several cells at once and looks at each block only when its first entry is next (IPSX-MAT-005). A
// search over all countries opens a cell only when its best price is reached. Owned and mutable.
import * as Row from "./Row.ts"
import * as Budget from "./Budget.ts"
import * as Pieces from "./Pieces.ts"
import * as Shelf from "./Shelf.ts"
import * as Wish from "./Wish.ts"

/** Cursors: each walks one cell, or one list of cells in the order of their best prices. */
export interface Ladder {
  readonly pieces: Pieces.Pieces
  wish: Wish.Wish | undefined
  now: number
  budget: Budget.Budget
  /** The first entry in rank that may not be looked at; -1 for none. */
  cut: number
  cells: Array<Shelf.Cell | undefined>
  markets: Array<ReadonlyArray<Shelf.Cell> | undefined>
  indexes: Int32Array
  /** The entry at hand; -1 when the next block, or cell, is still closed; -2 - n to go on from entry n. */
  entries: Int32Array
  stops: Int32Array
  passed: Int32Array
  keys: Float64Array
  heap: Int32Array
  cursors: number
  size: number
}

export const make = (pieces: Pieces.Pieces): Ladder => ({
  pieces,
  wish: undefined,
  now: 0,
  budget: { scanMax: 0, total: 0 },
  cut: -1,
  cells: [],
  markets: [],
  indexes: new Int32Array(64),
  entries: new Int32Array(64),
  stops: new Int32Array(64),
  passed: new Int32Array(64),
  keys: new Float64Array(64),
  heap: new Int32Array(64),
  cursors: 0,
  size: 0,
})

/** Begins a search. */
export const begin = (
  ladder: Ladder,
  wish: Wish.Wish,
  now: number,
  budget: Budget.Budget,
): void => {
  ladder.wish = wish
  ladder.now = now
  ladder.budget = budget
  ladder.cut = -1
  ladder.cursors = 0
  ladder.size = 0
  const { pieces } = ladder
  for (let type = 0; type < 12; type++) {
    if ((wish.classes & (1 << type)) === 0) continue
    if (wish.countries.length === 0) {
      openMarket(ladder, pieces.markets[type * 2]!)
      if (!wish.isNow) openMarket(ladder, pieces.markets[type * 2 + 1]!)
      continue
    }
    for (let i = 0; i < wish.countries.length; i++) {
      const key = (wish.countries[i]! * 12 + type) * 2
      openCell(ladder, pieces.cells[key])
      if (!wish.isNow) openCell(ladder, pieces.cells[key + 1])
    }
  }
}

const openMarket = (ladder: Ladder, market: ReadonlyArray<Shelf.Cell>): void => {
  if (market.length > 0) open(ladder, undefined, market, market[0]!.firsts[0]!)
}

const openCell = (ladder: Ladder, cell: Shelf.Cell | undefined): void => {
  if (cell !== undefined && cell.size > 0) open(ladder, cell, undefined, cell.firsts[0]!)
}

const open = (
  ladder: Ladder,
  cell: Shelf.Cell | undefined,
  market: ReadonlyArray<Shelf.Cell> | undefined,
  key: number,
): void => {
  if (key > ladder.wish!.perSecondMax) return
  const cursor = ladder.cursors++
  if (cursor === ladder.indexes.length) grow(ladder)
  ladder.cells[cursor] = cell
  ladder.markets[cursor] = market
  ladder.indexes[cursor] = 0
  ladder.entries[cursor] = -1
  ladder.passed[cursor] = 0
  ladder.keys[cursor] = key
  up(ladder, ladder.size++, cursor)
}

const grow = (ladder: Ladder): void => {
  const length = ladder.indexes.length * 2
  ladder.indexes = Shelf.longer(ladder.indexes, length)
  ladder.entries = Shelf.longer(ladder.entries, length)
  ladder.stops = Shelf.longer(ladder.stops, length)
  ladder.passed = Shelf.longer(ladder.passed, length)
  ladder.keys = Shelf.longer(ladder.keys, length)
  ladder.heap = Shelf.longer(ladder.heap, length)
}

/** The next piece in rank that passes the sieve, as a place in the shelf; -1 when there is none. */
export const next = (ladder: Ladder): number => {
  const { pieces } = ladder
  while (ladder.size > 0) {
    const cursor = ladder.heap[0]!
    const at = ladder.entries[cursor]!
    if (at >= 0) {
      const isCut = ladder.cut >= 0 && !isBeforeEntry(pieces, at, ladder.cut)
      if (isCut) return -1
      forward(ladder, cursor, at + 1)
      return at
    }
    if (at < -1) forward(ladder, cursor, -2 - at)
    else if (ladder.markets[cursor] !== undefined) expandMarket(ladder, cursor)
    else expand(ladder, cursor)
  }
  return -1
}

const isBeforeEntry = (pieces: Pieces.Pieces, a: number, b: number): boolean => {
  const { keys, slots } = pieces.shelf
  return (
    keys[a]! < keys[b]! || (keys[a] === keys[b] && Pieces.isBefore(pieces, slots[a]!, slots[b]!))
  )
}

// Opens the next cell of a list of cells.
const expandMarket = (ladder: Ladder, cursor: number): void => {
  const market = ladder.markets[cursor]!
  const index = ladder.indexes[cursor]!
  const cell = market[index]!
  ladder.indexes[cursor] = index + 1
  if (index + 1 < market.length) settle(ladder, cursor, market[index + 1]!.firsts[0]!, -1)
  else drop(ladder)
  open(ladder, cell, undefined, cell.firsts[0]!)
}

// Looks at the next block of a cell, or past it when its summary says so.
const expand = (ladder: Ladder, cursor: number): void => {
  const cell = ladder.cells[cursor]!
  const { shelf } = ladder.pieces
  const wish = ladder.wish!
  const from = Wish.earliest(wish, ladder.now)
  const depth = Budget.depth(ladder.budget, cell.count)
  let index = ladder.indexes[cursor]!
  // A block that says no is passed at once: the next is looked at here when it is not too dear.
  for (;;) {
    const block = cell.blocks[index]!
    const base = block * Shelf.span
    const count = shelf.counts[block]!
    const passed = ladder.passed[cursor]!
    const isDeep = passed + count > depth
    if (isDeep) note(ladder, base + depth - passed)
    ladder.passed[cursor] = passed + count
    ladder.indexes[cursor] = isDeep ? cell.size : index + 1
    if (Wish.mayFind(ladder.pieces, wish, block, from)) {
      ladder.stops[cursor] = isDeep ? base + depth - passed : base + count
      return forward(ladder, cursor, base)
    }
    index = ladder.indexes[cursor]!
    if (index >= cell.size || cell.firsts[index]! > wish.perSecondMax) return drop(ladder)
    const key = cell.firsts[index]!
    if (ladder.size > 1) return settle(ladder, cursor, key, -1)
  }
}

// The first entries that may not be looked at are the best of those in their cells.
const note = (ladder: Ladder, at: number): void => {
  const { pieces, cut } = ladder
  if (pieces.shelf.keys[at]! > ladder.wish!.perSecondMax) return
  if (cut < 0 || isBeforeEntry(pieces, at, cut)) ladder.cut = at
}

const stride = 12

// Goes on to the next entry that passes the sieve, or to the edge of the next block.
const forward = (ladder: Ladder, cursor: number, from: number): void => {
  const { pieces } = ladder
  const { shelf } = pieces
  const wish = ladder.wish!
  const { marks, ends, slots, keys } = shelf
  const { bits } = wish
  const cell = ladder.cells[cursor]!
  const end = Wish.earliest(wish, ladder.now) + wish.duration
  const stop = ladder.stops[cursor]!
  const isLater = (cell.key & 1) === 1
  const { heap } = ladder
  const other = ladder.size > 1 ? ladder.keys[heap[1]!]! : Infinity
  const rival = ladder.size > 2 ? Math.min(other, ladder.keys[heap[2]!]!) : other
  // PERF: what another cursor comes before is looked at only a little ahead.
  const ahead = rival === Infinity ? stop : from + stride
  for (let at = from; at < stop; at++) {
    if (at >= ahead && keys[at]! > rival) return settle(ladder, cursor, keys[at]!, -2 - at)
    const mark = marks[at]!
    if ((mark & bits) !== bits || ends[at]! < end || !Wish.passes(wish, mark)) continue
    if (keys[at]! > wish.perSecondMax) return drop(ladder)
    if (isLater) {
      const begins = pieces.rows[slots[at]! * Row.width + Row.field.from]!
      if (Number.isNaN(Wish.start(wish, begins, ends[at]!, ladder.now))) continue
    }
    return settle(ladder, cursor, keys[at]!, at)
  }
  const index = ladder.indexes[cursor]!
  if (index >= cell.size || cell.firsts[index]! > wish.perSecondMax) return drop(ladder)
  settle(ladder, cursor, cell.firsts[index]!, -1)
}

// The cursor at the top of the heap has moved.
const settle = (ladder: Ladder, cursor: number, key: number, entry: number): void => {
  ladder.keys[cursor] = key
  ladder.entries[cursor] = entry
  if (ladder.size > 1) down(ladder, cursor)
}

// The cursor at the top of the heap is at its end.
const drop = (ladder: Ladder): void => {
  const last = ladder.heap[--ladder.size]!
  if (ladder.size > 0) down(ladder, last)
}

// What is closed comes before what is open at the same price: it may have something older.
const isLess = (ladder: Ladder, a: number, b: number): boolean => {
  const { keys, entries, pieces } = ladder
  if (keys[a] !== keys[b]) return keys[a]! < keys[b]!
  if (entries[a]! < 0) return true
  if (entries[b]! < 0) return false
  const { slots } = pieces.shelf
  return Pieces.isBefore(pieces, slots[entries[a]!]!, slots[entries[b]!]!)
}

const up = (ladder: Ladder, place: number, cursor: number): void => {
  const { heap } = ladder
  let at = place
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isLess(ladder, cursor, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = cursor
}

const down = (ladder: Ladder, cursor: number): void => {
  const { heap, size } = ladder
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && isLess(ladder, heap[child + 1]!, heap[child]!)) child++
    if (!isLess(ladder, heap[child]!, cursor)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = cursor
}

/** Whether something was left out that the request could afford. */
export const isExhausted = ({ cut }: Ladder): boolean => cut >= 0
