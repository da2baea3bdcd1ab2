// Best-first search where the price of a second ranks alone: the entries of a cell lie in the order of rank, so the
// search walks several cells at once (IPSX-MAT-005). A search over all countries walks the lists of the cheapest pieces
// and, when it comes to the end of one, opens a cell only when its best price is reached. Owned and mutable.
import * as Budget from "./Budget.ts"
import * as Cheapest from "./Cheapest.ts"
import * as Foremost from "./Foremost.ts"
import type * as Pieces from "./Pieces.ts"
import * as Shelf from "./Shelf.ts"
import * as Sieve from "./Sieve.ts"
import * as Wish from "./Wish.ts"

/**
 * Cursors: each walks one cell, or one list of cells in the order of their best prices. A cursor looks at its block in
 * stretches and keeps the entries of one that pass the sieve, its hits; where it has none it is closed.
 */
export interface Ladder {
  readonly pieces: Pieces.Pieces
  /** What is walked: that of all pieces, or that of the cheapest. */
  shelf: Shelf.Shelf
  /** The entry in the list of the cheapest that was the last to be found; -1 for none. */
  last: number
  /** Whether what comes up to the last is still to be passed over, in a walk through the cells. */
  isBehind: boolean
  /** Whether the lists have come to their end without enough. */
  isLong: boolean
  wish: Wish.Wish | undefined
  now: number
  /** Where a lease that begins as early as it may ends. */
  end: number
  budget: Budget.Budget
  /** The first entry in rank that may not be looked at; -1 for none. */
  cut: number
  /** The highest price that the request pays and that does not lie behind the cut. */
  most: number
  markets: Array<ReadonlyArray<Shelf.Cell> | undefined>
  /** The key of the cell, or the index in the list of cells. */
  indexes: Int32Array
  blocks: Int32Array
  /** Where the look goes on, and where it ends in this block. */
  ats: Int32Array
  stops: Int32Array
  /** How many entries are looked at next. */
  stretches: Int32Array
  /** How many entries of the cell may still be looked at after this block. */
  rooms: Int32Array
  hits: Int32Array
  /** The next hit, and the end of the hits. */
  froms: Int32Array
  tos: Int32Array
  /** The price of the next hit, or one that is not above that of anything to come. */
  keys: Float64Array
  heap: Int32Array
  cursors: number
  size: number
  /** Only so that the traits of hits are fetched while there is other work. */
  touched: number
}

export const make = (pieces: Pieces.Pieces): Ladder => ({
  pieces,
  shelf: pieces.shelf,
  last: -1,
  isBehind: false,
  isLong: false,
  wish: undefined,
  now: 0,
  end: 0,
  budget: { scanMax: 0, total: 0 },
  cut: -1,
  most: 0,
  markets: [],
  indexes: new Int32Array(64),
  blocks: new Int32Array(64),
  ats: new Int32Array(64),
  stops: new Int32Array(64),
  stretches: new Int32Array(64),
  rooms: new Int32Array(64),
  hits: new Int32Array(64 * Shelf.span),
  froms: new Int32Array(64),
  tos: new Int32Array(64),
  keys: new Float64Array(64),
  heap: new Int32Array(64),
  cursors: 0,
  size: 0,
  touched: 0,
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
  ladder.end = Wish.earliest(wish, now) + wish.duration
  ladder.budget = budget
  ladder.cut = -1
  ladder.most = wish.perSecondMax
  ladder.last = -1
  ladder.isBehind = false
  ladder.isLong = false
  const isListed = wish.countries.length === 0 && isReady(ladder)
  ladder.shelf = isListed ? ladder.pieces.cheapest.shelf : ladder.pieces.shelf
  openAll(ladder)
}

const openAll = (ladder: Ladder): void => {
  ladder.cursors = 0
  ladder.size = 0
  const { pieces } = ladder
  const wish = ladder.wish!
  const isListed = isInLists(ladder)
  for (let types = wish.classes; types !== 0; types &= types - 1) {
    const type = 31 - Math.clz32(types & -types)
    if (isListed) {
      openCell(ladder, type * 2)
      if (!wish.isNow) openCell(ladder, type * 2 + 1)
      continue
    }
    if (wish.countries.length === 0) {
      openMarket(ladder, pieces.markets[type * 2]!)
      if (!wish.isNow) openMarket(ladder, pieces.markets[type * 2 + 1]!)
      continue
    }
    for (let i = 0; i < wish.countries.length; i++) {
      const key = (wish.countries[i]! * 12 + type) * 2
      openCell(ladder, key)
      if (!wish.isNow) openCell(ladder, key + 1)
    }
  }
}

const isInLists = ({ shelf, pieces }: Ladder): boolean => shelf !== pieces.shelf

// Whether there are lists for all markets that the request names, and fewer of them than cells.
const isReady = ({ pieces, wish, budget }: Ladder): boolean => {
  let saved = 0
  everyMarket(wish!, (market) => {
    saved += Math.max(0, pieces.markets[market]!.length - 1)
    return true
  })
  return saved > 1 && everyMarket(wish!, (market) => Cheapest.isReady(pieces, market, budget))
}

const everyMarket = (
  { classes, isNow }: Wish.Wish,
  holds: (market: number) => boolean,
): boolean => {
  for (let types = classes; types !== 0; types &= types - 1) {
    const market = 2 * (31 - Math.clz32(types & -types))
    if (!holds(market) || (!isNow && !holds(market + 1))) return false
  }
  return true
}

// At the end of a list of the cheapest: the search goes on among the cells, after what it has found.
const leaveLists = (ladder: Ladder): void => {
  ladder.shelf = ladder.pieces.shelf
  ladder.isBehind = ladder.last >= 0
  ladder.isLong = true
  openAll(ladder)
}

const openMarket = (ladder: Ladder, market: ReadonlyArray<Shelf.Cell>): void => {
  if (market.length === 0) return
  const cursor = open(ladder, ladder.pieces.shelf.bests[market[0]!.key]!)
  if (cursor < 0) return
  ladder.markets[cursor] = market
  ladder.indexes[cursor] = 0
}

// Also the list of a market, by its number.
const openCell = (ladder: Ladder, key: number): void => {
  const { shelf } = ladder
  if (key >= shelf.heads.length || shelf.heads[key]! < 0) return
  const cursor = open(ladder, shelf.bests[key]!)
  if (cursor < 0) return
  ladder.markets[cursor] = undefined
  ladder.indexes[cursor] = key
  const count = shelf.sizes[key]!
  ladder.rooms[cursor] = isInLists(ladder) ? count : Budget.depth(ladder.budget, count)
  enter(ladder, cursor, shelf.heads[key]!)
}

const open = (ladder: Ladder, key: number): number => {
  if (key > ladder.most) return -1
  const cursor = ladder.cursors++
  if (cursor === ladder.indexes.length) grow(ladder)
  ladder.froms[cursor] = 0
  ladder.tos[cursor] = 0
  ladder.stretches[cursor] = ladder.isLong ? Shelf.span : stretchOf(ladder.size)
  ladder.keys[cursor] = key
  Foremost.add(ladder, cursor)
  return cursor
}

const grow = (ladder: Ladder): void => {
  const length = ladder.indexes.length * 2
  ladder.indexes = Shelf.longer(ladder.indexes, length)
  ladder.blocks = Shelf.longer(ladder.blocks, length)
  ladder.ats = Shelf.longer(ladder.ats, length)
  ladder.stops = Shelf.longer(ladder.stops, length)
  ladder.stretches = Shelf.longer(ladder.stretches, length)
  ladder.rooms = Shelf.longer(ladder.rooms, length)
  ladder.hits = Shelf.longer(ladder.hits, length * Shelf.span)
  ladder.froms = Shelf.longer(ladder.froms, length)
  ladder.tos = Shelf.longer(ladder.tos, length)
  ladder.keys = Shelf.longer(ladder.keys, length)
  ladder.heap = Shelf.longer(ladder.heap, length)
}

// A cursor comes to a block; as far as it may be looked at.
const enter = (ladder: Ladder, cursor: number, block: number): void => {
  const count = ladder.shelf.counts[block]!
  const room = ladder.rooms[cursor]!
  const base = block * Shelf.span
  ladder.blocks[cursor] = block
  ladder.ats[cursor] = base
  ladder.touched = ladder.shelf.marks[base]!
  if (count <= room) {
    ladder.stops[cursor] = base + count
    ladder.rooms[cursor] = room - count
    return
  }
  Shelf.tidy(ladder.shelf, block)
  ladder.stops[cursor] = base + room
  ladder.rooms[cursor] = -1
  note(ladder, base + room)
}

// The first entries that may not be looked at are the best of those in their cells.
const note = (ladder: Ladder, at: number): void => {
  const { shelf, cut } = ladder
  const key = Shelf.keyAt(shelf, at)
  if (key > ladder.most || (cut >= 0 && !Shelf.isLess(shelf, at, cut))) return
  ladder.cut = at
  // PERF: what is dearer lies behind the cut, in whichever cell, so that nobody has to look there.
  ladder.most = key
}

/** The next piece in rank that passes the sieve, as a place in the shelf; -1 when there is none. */
export const next = (ladder: Ladder): number => {
  while (ladder.size > 0) {
    const { shelf } = ladder
    const cursor = ladder.heap[0]!
    const from = ladder.froms[cursor]!
    const to = ladder.tos[cursor]!
    if (from < to) {
      const at = ladder.hits[from]!
      if (ladder.cut >= 0 && !Shelf.isLess(ladder.shelf, at, ladder.cut)) return -1
      ladder.froms[cursor] = from + 1
      // Without hits it stays where it is: nothing to come is cheaper than what it had.
      if (from + 1 < to) {
        const key = Shelf.keyAt(shelf, ladder.hits[from + 1]!)
        if (key > ladder.most) Foremost.drop(ladder)
        else Foremost.settle(ladder, cursor, key)
      }
      if (isInLists(ladder)) ladder.last = at
      else if (ladder.isBehind && !isAhead(ladder, at)) continue
      return at
    }
    if (ladder.markets[cursor] === undefined) look(ladder, cursor)
    else expand(ladder, cursor)
  }
  return -1
}

// Whether an entry of a cell comes after the last that was found in a list.
const isAhead = (ladder: Ladder, at: number): boolean => {
  const { pieces, shelf, last } = ladder
  const listed = pieces.cheapest.shelf
  const difference = Shelf.keyAt(shelf, at) - Shelf.keyAt(listed, last)
  const isAfter =
    difference === 0
      ? shelf.isBefore(Shelf.slotAt(listed, last), Shelf.slotAt(shelf, at))
      : difference > 0
  ladder.isBehind = !isAfter
  return isAfter
}

// Opens the next cell of a list of cells.
const expand = (ladder: Ladder, cursor: number): void => {
  const market = ladder.markets[cursor]!
  const index = ladder.indexes[cursor]!
  const { bests } = ladder.pieces.shelf
  if (index % ahead === 0) fetch(ladder, market, index)
  ladder.indexes[cursor] = index + 1
  const next = index + 1 < market.length ? bests[market[index + 1]!.key]! : Infinity
  if (next > ladder.most) Foremost.drop(ladder)
  else Foremost.settle(ladder, cursor, next)
  openCell(ladder, market[index]!.key)
}

const ahead = 8

// PERF: the cells that come next are fetched together, before each is looked at in turn.
const fetch = (ladder: Ladder, market: ReadonlyArray<Shelf.Cell>, index: number): void => {
  const { heads, marks, words, counts } = ladder.pieces.shelf
  const end = Math.min(market.length, index + ahead)
  let touched = 0
  for (let at = index; at < end; at++) {
    const block = heads[market[at]!.key]!
    touched += counts[block]! + marks[block * Shelf.span]! + words[block * Shelf.span * 4]!
  }
  ladder.touched = touched
}

// PERF: a stretch is as long as what is found in it is likely to be wanted: cells that are many are each looked at a
// little, and one that brings nothing is gone through faster and faster. Who finds too little among the cheapest has far
// to go.
const stretchOf = (cursors: number): number => (cursors > 8 ? 16 : 64)

// Looks at stretches of a cell until one has hits, or another cursor may be cheaper.
const look = (ladder: Ladder, cursor: number): void => {
  const { shelf, size, heap, keys } = ladder
  const other = size > 1 ? keys[heap[1]!]! : Infinity
  const rival = size > 2 ? Math.min(other, keys[heap[2]!]!) : other
  Shelf.tidy(shelf, ladder.blocks[cursor]!)
  for (;;) {
    const at = ladder.ats[cursor]!
    const stretch = ladder.stretches[cursor]!
    const stop = Math.min(ladder.stops[cursor]!, at + stretch)
    ladder.ats[cursor] = stop
    if (Sieve.find(ladder, cursor, at, stop)) {
      const key = Shelf.keyAt(shelf, ladder.hits[ladder.froms[cursor]!]!)
      return key > ladder.most ? Foremost.drop(ladder) : Foremost.settle(ladder, cursor, key)
    }
    if (stretch < Shelf.span) ladder.stretches[cursor] = stretch * 2
    if (stop === ladder.stops[cursor]! && !turn(ladder, cursor)) return end(ladder, cursor)
    const key = Shelf.keyAt(shelf, ladder.ats[cursor]!)
    if (key > ladder.most) return Foremost.drop(ladder)
    if (key > rival) return Foremost.settle(ladder, cursor, key)
  }
}

const end = (ladder: Ladder, cursor: number): void => {
  const isAll =
    !isInLists(ladder) || Cheapest.isWhole(ladder.pieces.cheapest, ladder.indexes[cursor]!)
  if (isAll) Foremost.drop(ladder)
  else leaveLists(ladder)
}

// Goes on to the next block that something may be found in; whether there is one.
const turn = (ladder: Ladder, cursor: number): boolean => {
  const { pieces, shelf } = ladder
  const wish = ladder.wish!
  for (;;) {
    const block = shelf.nexts[ladder.blocks[cursor]!]!
    if (ladder.rooms[cursor]! < 0 || block < 0) return false
    enter(ladder, cursor, block)
    if (ladder.ats[cursor] === ladder.stops[cursor]) return false
    if (isInLists(ladder) || Wish.mayFind(pieces, wish, block, ladder.end - wish.duration)) {
      Shelf.tidy(shelf, block)
      return true
    }
    if (Shelf.isTidy(shelf, block) && Shelf.keyAt(shelf, block * Shelf.span) > ladder.most)
      return false
  }
}

/** Whether something was left out that the request could afford. */
export const isExhausted = ({ cut }: Ladder): boolean => cut >= 0
