// The cheapest pieces of each class, of all countries in one list, so that a search over all countries reads a few
// blocks in place of a cell for each country (IPSX-MAT-002). A list is made when a search asks for it, follows the book
// from then on, and is given up when too much of it has been taken. Owned and mutable.
import * as Budget from "./Budget.ts"
import type * as Pieces from "./Pieces.ts"
import * as Row from "./Row.ts"
import * as Shelf from "./Shelf.ts"

/** For each class and {now, later}, as `Pieces.markets`. */
export const markets = 24

/** How long a list is to be, for so many pieces in its market. */
const lengthFor = (count: number): number => Math.min(4096, Math.max(8, count >> 3))

export interface Cheapest {
  readonly shelf: Shelf.Shelf
  readonly lists: ReadonlyArray<Shelf.Cell>
  /** How long each was to be when it was made; 0 when there is none. */
  readonly lengths: Int32Array
  /** The key of the last piece that belongs to a list; its rank is in the row of the market's number, which is no piece's. */
  readonly bounds: Float64Array
  /** How many pieces of each cell are in the list of its market. */
  readonly held: Int32Array
  /** No cell of the market has a larger share of its pieces in the list, but for those that have few. */
  readonly shares: Float64Array
  readonly scanMax: number
}

/** Countries and classes, now and later: keys of cells are below. */
const cellsMax = 256 * markets

export const make = (isBefore: (a: number, b: number) => boolean, scanMax: number): Cheapest => {
  const shelf: Shelf.Shelf = Shelf.make(
    {
      isBefore,
      renew: (block) => void (shelf.removed[block] = 0),
      moved: () => undefined,
      grown: () => undefined,
    },
    8,
  )
  return {
    shelf,
    lists: Array.from({ length: markets }, (_, market) => Shelf.cell(shelf, market)),
    lengths: new Int32Array(markets),
    bounds: new Float64Array(markets),
    held: new Int32Array(cellsMax),
    shares: new Float64Array(markets),
    scanMax,
  }
}

/** Whether a list has every piece of its market. */
export const isWhole = ({ bounds }: Cheapest, market: number): boolean =>
  bounds[market] === Infinity

const belongs = ({ shelf, bounds }: Cheapest, market: number, slot: number, key: number): boolean =>
  key < bounds[market]! || (key === bounds[market] && !shelf.isBefore(market, slot))

/** A piece has come into a cell. */
export const note = (
  pieces: Pieces.Pieces,
  market: number,
  cell: Shelf.Cell,
  slot: number,
  at: number,
): void => {
  const { cheapest, shelf } = pieces
  const length = cheapest.lengths[market]!
  if (length === 0) return
  const key = Shelf.keyAt(shelf, at)
  if (!belongs(cheapest, market, slot, key)) return
  const list = cheapest.lists[market]!
  Shelf.insert(cheapest.shelf, list, slot, key, shelf.marks[at]!, Shelf.endAt(shelf, at))
  cheapest.held[cell.key]!++
  weigh(cheapest, market, cell)
  if (list.count > 2 * length) shorten(pieces, market, length >> 5)
}

/** A piece goes out of a cell, which has one fewer. */
export const forget = (
  { cheapest }: Pieces.Pieces,
  market: number,
  cell: Shelf.Cell,
  slot: number,
  key: number,
): void => {
  const length = cheapest.lengths[market]!
  if (length === 0) return
  if (belongs(cheapest, market, slot, key)) {
    const list = cheapest.lists[market]!
    Shelf.remove(cheapest.shelf, Shelf.locate(cheapest.shelf, list, key, slot))
    cheapest.held[cell.key]!--
    if (list.count < length >> 1 && !isWhole(cheapest, market)) return void giveUp(cheapest, market)
  }
  weigh(cheapest, market, cell)
}

const weigh = (
  { held, shares, scanMax }: Cheapest,
  market: number,
  { key, count }: Shelf.Cell,
): void => {
  const had = held[key]!
  if (had > Budget.least(scanMax) && had > shares[market]! * count) shares[market] = had / count
}

const giveUp = (cheapest: Cheapest, market: number): void => {
  const list = cheapest.lists[market]!
  while (list.size > 0) Shelf.dropLast(cheapest.shelf, list)
  for (let key = market; key < cellsMax; key += markets) cheapest.held[key] = 0
  cheapest.lengths[market] = 0
}

// Takes pieces off the end of a list.
const shorten = (pieces: Pieces.Pieces, market: number, by: number): void => {
  const { cheapest, rows } = pieces
  const list = cheapest.lists[market]!
  for (let n = 0; n <= by; n++) {
    const at = lastOf(cheapest.shelf, list)
    const slot = Shelf.slotAt(cheapest.shelf, at)
    cheapest.held[pieces.shelf.cells[rows[slot * Row.width + Row.field.block]!]!.key]!--
    Shelf.remove(cheapest.shelf, at)
  }
  bind(pieces, market)
}

const lastOf = ({ counts }: Shelf.Shelf, { blocks, size }: Shelf.Cell): number =>
  blocks[size - 1]! * Shelf.span + counts[blocks[size - 1]!]! - 1

// What comes after the piece that is last now does not belong to the list.
const bind = ({ cheapest, rows }: Pieces.Pieces, market: number): void => {
  const at = lastOf(cheapest.shelf, cheapest.lists[market]!)
  cheapest.bounds[market] = Shelf.keyAt(cheapest.shelf, at)
  const row = Shelf.slotAt(cheapest.shelf, at) * Row.width
  rows.copyWithin(market * Row.width, row, row + Row.width)
}

/** Whether a search over all countries may walk the list of a market, so that no piece in it lies behind the cut. */
export const isReady = (
  pieces: Pieces.Pieces,
  market: number,
  { total, scanMax }: Budget.Budget,
): boolean => {
  const { cheapest } = pieces
  if (pieces.markets[market]!.length === 0) return true
  const isOutgrown = cheapest.lengths[market]! < lengthFor(pieces.counts[market]!) >> 1
  if (isOutgrown && !isWhole(cheapest, market)) giveUp(cheapest, market)
  if (cheapest.lengths[market] === 0) build(pieces, market)
  const isShort = () => total <= scanMax || cheapest.shares[market]! * total < scanMax * (1 - 1e-9)
  if (isShort()) return true
  // The shares have only grown since they were looked at.
  cheapest.shares[market] = 0
  for (const cell of pieces.markets[market]!) weigh(cheapest, market, cell)
  return isShort()
}

// Merges the cells of a market until the list is long enough.
const build = (pieces: Pieces.Pieces, market: number): void => {
  const { cheapest, shelf } = pieces
  const list = cheapest.lists[market]!
  const cells = pieces.markets[market]!
  const length = lengthFor(pieces.counts[market]!)
  cheapest.lengths[market] = length
  cheapest.bounds[market] = Infinity
  cheapest.shares[market] = 0
  const heap = Int32Array.from(cells, ({ blocks }) => blocks[0]! * Shelf.span)
  let size = heap.length
  for (let root = size >> 1; root >= 0; root--) sink(pieces, heap, size, root)
  while (size > 0 && list.count < length) {
    const at = heap[0]!
    const block = Math.floor(at / Shelf.span)
    const [slot, key] = [Shelf.slotAt(shelf, at), Shelf.keyAt(shelf, at)]
    Shelf.append(cheapest.shelf, list, slot, key, shelf.marks[at]!, Shelf.endAt(shelf, at))
    cheapest.held[shelf.cells[block]!.key]!++
    const isLast = at + 1 === block * Shelf.span + shelf.counts[block]!
    const next = isLast ? shelf.nexts[block]! * Shelf.span : at + 1
    heap[0] = next < 0 ? heap[--size]! : next
    sink(pieces, heap, size, 0)
  }
  if (size > 0) bind(pieces, market)
  for (const cell of cells) weigh(cheapest, market, cell)
}

const sink = ({ shelf }: Pieces.Pieces, heap: Int32Array, size: number, root: number): void => {
  const top = heap[root]!
  let at = root
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && Shelf.isLess(shelf, heap[child + 1]!, heap[child]!)) child++
    if (!Shelf.isLess(shelf, heap[child]!, top)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = top
}

/** Bytes of all arrays. */
export const bytes = ({ shelf, held }: Cheapest): number => Shelf.bytes(shelf) + held.byteLength
