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
  /** The rank of the last piece that belongs to a list: key, sequence, beginning and first seat. */
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
      sharesBelow: Shelf.dense,
      isBefore,
      renew: (block) => void (shelf.removed[block] = 0),
      moved: () => undefined,
      grown: () => undefined,
    },
    8,
    Row.traits,
  )
  return {
    shelf,
    lists: Array.from({ length: markets }, (_, market) => Shelf.cell(shelf, market)),
    lengths: new Int32Array(markets),
    bounds: new Float64Array(markets * 4),
    held: new Int32Array(cellsMax),
    shares: new Float64Array(markets),
    scanMax,
  }
}

/** Whether a list has every piece of its market. */
export const isWhole = ({ bounds }: Cheapest, market: number): boolean =>
  bounds[market * 4] === Infinity

// Whether the piece of an entry is not after the last of a list.
const belongs = (pieces: Pieces.Pieces, market: number, at: number): boolean => {
  const { bounds } = pieces.cheapest
  const key = Shelf.keyAt(pieces.shelf, at)
  if (key !== bounds[market * 4]) return key < bounds[market * 4]!
  const [sequence, from, first] = rankOf(pieces, Shelf.slotAt(pieces.shelf, at))
  if (sequence !== bounds[market * 4 + 1]) return sequence < bounds[market * 4 + 1]!
  if (from !== bounds[market * 4 + 2]) return from < bounds[market * 4 + 2]!
  return first <= bounds[market * 4 + 3]!
}

// The rank of a piece among those of its price.
const rankOf = (
  { rows, sequenceOf }: Pieces.Pieces,
  slot: number,
): readonly [sequence: number, from: number, first: number] => {
  const row = slot * Row.width
  const offer = rows[row + Row.field.offer]!
  return [sequenceOf(offer), rows[row + Row.field.from]!, rows[row + Row.field.first]!]
}

/** A piece has come into a cell. */
export const note = (pieces: Pieces.Pieces, market: number, cell: Shelf.Cell, at: number): void => {
  const { cheapest, shelf } = pieces
  const length = cheapest.lengths[market]!
  if (length === 0 || !belongs(pieces, market, at)) return
  const list = cheapest.lists[market]!
  const [slot, key] = [Shelf.slotAt(shelf, at), Shelf.keyAt(shelf, at)]
  const to = Shelf.insert(cheapest.shelf, list, slot, key, shelf.marks[at]!, Shelf.endAt(shelf, at))
  copyTraits(pieces, at, to)
  cheapest.held[cell.key]!++
  weigh(cheapest, market, cell.key, cell.count)
  if (list.count > 2 * length) shorten(pieces, market, length >> 5)
}

const copyTraits = ({ cheapest, shelf }: Pieces.Pieces, from: number, to: number): void => {
  for (let n = 0; n < Row.traits; n++)
    cheapest.shelf.traits[to * Row.traits + n] = shelf.traits[from * Row.traits + n]!
}

/** A piece is about to go out of a cell. */
export const forget = (
  pieces: Pieces.Pieces,
  market: number,
  cell: Shelf.Cell,
  at: number,
): void => {
  const { cheapest, shelf } = pieces
  const length = cheapest.lengths[market]!
  if (length === 0) return
  if (belongs(pieces, market, at)) {
    const list = cheapest.lists[market]!
    const place = Shelf.locate(
      cheapest.shelf,
      list,
      Shelf.keyAt(shelf, at),
      Shelf.slotAt(shelf, at),
    )
    Shelf.remove(cheapest.shelf, place)
    cheapest.held[cell.key]!--
    if (list.count < length >> 1 && !isWhole(cheapest, market)) {
      giveUp(cheapest, market)
      return
    }
  }
  weigh(cheapest, market, cell.key, cell.count - 1)
}

const weigh = (
  { held, shares, scanMax }: Cheapest,
  market: number,
  key: number,
  count: number,
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
    const block = Shelf.blockAt(rows[slot * Row.width + Row.field.at]!)
    cheapest.held[pieces.shelf.cells[block]!.key]!--
    Shelf.remove(cheapest.shelf, at)
  }
  bind(pieces, market)
}

const lastOf = (shelf: Shelf.Shelf, { blocks, size }: Shelf.Cell): number => {
  const block = blocks[size - 1]!
  Shelf.tidy(shelf, block)
  return block * Shelf.span + shelf.counts[block]! - 1
}

// What comes after the piece that is last now does not belong to the list.
const bind = (pieces: Pieces.Pieces, market: number): void => {
  const { shelf, lists, bounds } = pieces.cheapest
  const at = lastOf(shelf, lists[market]!)
  bounds.set([Shelf.keyAt(shelf, at), ...rankOf(pieces, Shelf.slotAt(shelf, at))], market * 4)
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
  for (const { key, count } of pieces.markets[market]!) weigh(cheapest, market, key, count)
  return isShort()
}

// Merges the cells of a market until the list is long enough.
const build = (pieces: Pieces.Pieces, market: number): void => {
  const { cheapest, shelf } = pieces
  const list = cheapest.lists[market]!
  const cells = pieces.markets[market]!
  const length = lengthFor(pieces.counts[market]!)
  cheapest.lengths[market] = length
  cheapest.bounds[market * 4] = Infinity
  cheapest.shares[market] = 0
  for (const { blocks } of cells) Shelf.tidy(shelf, blocks[0]!)
  const heap = Int32Array.from(cells, ({ blocks }) => blocks[0]! * Shelf.span)
  let size = heap.length
  for (let root = size >> 1; root >= 0; root--) sink(pieces, heap, size, root)
  while (size > 0 && list.count < length) {
    const at = heap[0]!
    const block = Shelf.blockAt(at)
    const [slot, key] = [Shelf.slotAt(shelf, at), Shelf.keyAt(shelf, at)]
    const to = Shelf.append(
      cheapest.shelf,
      list,
      slot,
      key,
      shelf.marks[at]!,
      Shelf.endAt(shelf, at),
    )
    copyTraits(pieces, at, to)
    cheapest.held[shelf.cells[block]!.key]!++
    const isLast = at + 1 === block * Shelf.span + shelf.counts[block]!
    if (isLast && shelf.nexts[block]! >= 0) Shelf.tidy(shelf, shelf.nexts[block]!)
    const next = isLast ? shelf.nexts[block]! * Shelf.span : at + 1
    heap[0] = next < 0 ? heap[--size]! : next
    sink(pieces, heap, size, 0)
  }
  if (size > 0) bind(pieces, market)
  for (const cell of cells) weigh(cheapest, market, cell.key, cell.count)
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
