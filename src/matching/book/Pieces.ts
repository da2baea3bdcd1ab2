// The free rectangles of all offers as rows of integers, and where they lie: in a cell for each country, class
// and {usable now, usable later}, in the order of a reference price, with a summary of each block (IPSX-MAT-016).
// Moments are signed here: chain seconds less 2^31. Owned and mutable.
import * as Cheapest from "./Cheapest.ts"
import * as Holding from "./Holding.ts"
import * as Row from "./Row.ts"
import * as Shelf from "./Shelf.ts"
import * as Ware from "./Ware.ts"
import * as Wheel from "./Wheel.ts"
import * as Zone from "./Zone.ts"

export { countOf, of } from "./Holding.ts"

/** What the pieces of an offer have in common. `place` is the number of the first address. */
export interface Lot {
  offer: number
  ware: number
  place: number
  sequence: number
  /** Country and class: `country × 12 + class`. */
  kind: number
  /** What it is good for, as `Mark` packs it. */
  mark: number
  reference: number
  /** Whether the reference price does not rank it: it has several prices, or one beyond exact integers. */
  isMixed: boolean
  perSecond: number
  perByte: number
  setup: number
}

export interface Pieces extends Holding.Holding {
  rows: Int32Array
  used: number
  free: number
  live: number
  readonly shelf: Shelf.Shelf
  /** The place in time of an offer, which is its keeper's to know. */
  readonly sequenceOf: (offer: number) => number
  readonly wares: Ware.Wares
  /** Summaries of blocks: eight integers, and the least of each price once a piece has several. */
  zones: Int32Array
  floors: Float64Array
  readonly cells: Array<Shelf.Cell | undefined>
  /** For each class and {now, later}, the cells that hold something, cheapest first piece first. */
  readonly markets: ReadonlyArray<Array<Shelf.Cell>>
  /** How many pieces are in each of these markets, and how many that the price of a second alone does not rank. */
  readonly counts: Int32Array
  readonly mixed: Int32Array
  readonly cheapest: Cheapest.Cheapest
  readonly begins: Wheel.Wheel
  readonly lapses: Wheel.Wheel
  now: number
}

export const make = (
  capacity: number,
  now: number,
  scanMax: number,
  sequenceOf: (offer: number) => number,
): Pieces => {
  const blocks = Math.ceil(capacity / (Shelf.span * 0.82)) + 8
  const shelf = Shelf.make(
    {
      sharesBelow: Shelf.dense,
      isBefore: (a, b) => isBefore(pieces, a, b),
      renew: (block) => Zone.renew(pieces, block),
      moved: (slot, at) => void (pieces.rows[slot * Row.width + Row.field.at] = at),
      grown: (blocks) => {
        const known = pieces.zones.length / Zone.width
        pieces.zones = Shelf.longer(pieces.zones, blocks * Zone.width)
        for (let block = known; block < blocks; block++)
          pieces.zones[block * Zone.width + Zone.field.armed] = Zone.never
        if (pieces.floors.length > 0) pieces.floors = Shelf.longer(pieces.floors, blocks * 3)
      },
    },
    blocks,
    Row.traits,
  )
  const pieces: Pieces = {
    rows: new Int32Array(Math.max(capacity, 8) * Row.width),
    used: 0,
    free: -1,
    live: 0,
    shelf,
    sequenceOf,
    wares: Ware.make(),
    zones: new Int32Array(blocks * Zone.width),
    floors: new Float64Array(0),
    cells: [],
    markets: Array.from({ length: Cheapest.markets }, () => []),
    counts: new Int32Array(Cheapest.markets),
    mixed: new Int32Array(Cheapest.markets),
    cheapest: Cheapest.make((a, b) => isBefore(pieces, a, b), scanMax),
    ...Holding.make(capacity),
    begins: Wheel.make(now),
    lapses: Wheel.make(now),
    now,
  }
  for (let block = 0; block < blocks; block++)
    pieces.zones[block * Zone.width + Zone.field.armed] = Zone.never
  return pieces
}

/** The older offer, then the earlier, then the lower seat (IPSX-MAT-005). */
export const isBefore = ({ rows, sequenceOf }: Pieces, a: number, b: number): boolean => {
  const left = a * Row.width
  const right = b * Row.width
  const offer = rows[left + Row.field.offer]!
  const other = rows[right + Row.field.offer]!
  if (offer !== other) return sequenceOf(offer) < sequenceOf(other)
  const earlier = rows[left + Row.field.from]! - rows[right + Row.field.from]!
  return earlier === 0
    ? rows[left + Row.field.first]! < rows[right + Row.field.first]!
    : earlier < 0
}

/** The cell of a country and class, made when it is not there. */
const cellOf = (pieces: Pieces, kind: number, isLater: boolean): Shelf.Cell => {
  const key = kind * 2 + (isLater ? 1 : 0)
  return (pieces.cells[key] ??= Shelf.cell(pieces.shelf, key))
}

/** Puts a rectangle of a lot into the book; its slot. */
export const add = (
  pieces: Pieces,
  lot: Lot,
  first: number,
  seats: number,
  from: number,
  to: number,
): number => {
  const slot = takeRow(pieces)
  const { rows } = pieces
  const at = slot * Row.width
  rows[at + Row.field.first] = first
  rows[at + Row.field.from] = from
  rows[at + Row.field.offer] = lot.offer
  put(pieces, lot, slot, seats, to)
  Holding.attach(pieces, lot.offer, slot)
  return slot
}

const put = (pieces: Pieces, lot: Lot, slot: number, seats: number, to: number): void => {
  const { shelf, rows } = pieces
  const from = rows[slot * Row.width + Row.field.from]!
  const isLater = from > pieces.now
  const cell = cellOf(pieces, lot.kind, isLater)
  pieces.counts[marketOf(cell)]!++
  if (lot.isMixed) {
    cell.mixed++
    pieces.mixed[marketOf(cell)]!++
    if (shelf.extras.length === 0) extend(pieces)
  }
  const at = Shelf.insert(shelf, cell, slot, lot.reference, lot.mark, to)
  const isSpecial = Ware.isSpecial(pieces.wares, lot.ware)
  const trait = at * Row.traits
  shelf.traits[trait + Row.trait.ware] = lot.ware + (isSpecial ? Row.special : 0)
  shelf.traits[trait + Row.trait.spot] =
    lot.place + (isSpecial ? 0 : rows[slot * Row.width + Row.field.first]!)
  shelf.traits[trait + Row.trait.seats] = seats
  if (shelf.extras.length > 0) {
    shelf.extras[at * 3] = lot.perSecond
    shelf.extras[at * 3 + 1] = lot.perByte
    shelf.extras[at * 3 + 2] = lot.setup
  }
  Zone.widen(pieces, Shelf.blockAt(at), at)
  rank(pieces, cell)
  Cheapest.note(pieces, marketOf(cell), cell, at)
  if (isLater) Wheel.add(pieces.begins, from, slot)
}

/** Takes a piece out of the book. Its row stays readable until the next one is added. */
export const remove = (pieces: Pieces, slot: number, at = entryOf(pieces, slot)): void => {
  Holding.detach(pieces, pieces.rows[slot * Row.width + Row.field.offer]!, slot)
  lift(pieces, at)
  pieces.rows[slot * Row.width + Row.field.at] = -1
  pieces.rows[slot * Row.width + Row.field.offer] = pieces.free
  pieces.free = slot
  pieces.live--
}

/** The place of a piece's entry in the shelf. */
export const entryOf = ({ rows, shelf }: Pieces, slot: number): number =>
  Shelf.find(shelf, rows[slot * Row.width + Row.field.at]!, slot)

/** The cell that a piece lies in. */
export const cellAt = ({ rows, shelf }: Pieces, slot: number): Shelf.Cell =>
  shelf.cells[Shelf.blockAt(rows[slot * Row.width + Row.field.at]!)]!

const lift = (pieces: Pieces, at: number): void => {
  const { shelf } = pieces
  const cell = shelf.cells[Shelf.blockAt(at)]!
  pieces.counts[marketOf(cell)]!--
  if (cell.mixed > 0 && isMixedAt(shelf, at)) {
    cell.mixed--
    pieces.mixed[marketOf(cell)]!--
  }
  Cheapest.forget(pieces, marketOf(cell), cell, at)
  Shelf.remove(shelf, at)
  rank(pieces, cell)
}

const marketOf = ({ key }: Shelf.Cell): number => ((key >> 1) % 12) * 2 + (key & 1)

const isMixedAt = ({ extras }: Shelf.Shelf, at: number): boolean =>
  extras[at * 3 + 1] !== 0 || extras[at * 3 + 2] !== 0 || extras[at * 3]! >= 2 ** 53

/** Fills `lot` with what the offer of a piece is, as its entry has it. */
export const lotOf = (pieces: Pieces, entry: number, lot: Lot): Lot => {
  const { rows, shelf } = pieces
  const at = Shelf.slotAt(shelf, entry) * Row.width
  const ware = shelf.traits[entry * Row.traits + Row.trait.ware]!
  const spot = shelf.traits[entry * Row.traits + Row.trait.spot]!
  lot.offer = rows[at + Row.field.offer]!
  lot.ware = Row.wareOf(ware)
  lot.place = ware < Row.special ? (spot - rows[at + Row.field.first]!) | 0 : spot
  lot.kind = shelf.cells[Shelf.blockAt(entry)]!.key >> 1
  lot.mark = shelf.marks[entry]!
  lot.reference = Shelf.keyAt(shelf, entry)
  const isExtended = shelf.extras.length > 0
  lot.perSecond = isExtended ? shelf.extras[entry * 3]! : lot.reference
  lot.perByte = isExtended ? shelf.extras[entry * 3 + 1]! : 0
  lot.setup = isExtended ? shelf.extras[entry * 3 + 2]! : 0
  lot.isMixed = isExtended && isMixedAt(shelf, entry)
  return lot
}

export const emptyLot = (): Lot => ({
  offer: -1,
  ware: -1,
  place: 0,
  sequence: 0,
  kind: 0,
  mark: 0,
  reference: 0,
  isMixed: false,
  perSecond: 0,
  perByte: 0,
  setup: 0,
})

/** The end of a piece. */
export const endOf = (pieces: Pieces, slot: number): number =>
  Shelf.endAt(pieces.shelf, entryOf(pieces, slot))

/** The seats of a piece. */
export const seatsOf = (pieces: Pieces, slot: number): number =>
  seatsAt(pieces, entryOf(pieces, slot))

/** The seats of the piece of an entry. */
export const seatsAt = ({ shelf }: Pieces, at: number): number =>
  shelf.traits[at * Row.traits + Row.trait.seats]!

/**
 * Time passes: the slots that have become too short, and the offers of those that can be used from now on, in any
 * order. What begins goes into the cell of what is usable now.
 */
export const advance = (
  pieces: Pieces,
  now: number,
): { readonly lapsed: Array<number>; readonly begun: ReadonlyArray<number> } => {
  const lapsed: Array<number> = []
  const begins: Array<number> = []
  pieces.now = now
  const { rows } = pieces
  // A slot may have been given away since its timer was set, so it is looked at again.
  Wheel.advance(pieces.begins, now, (slot, due) => {
    if (rows[slot * Row.width + Row.field.at]! < 0 || !isLater(pieces, slot)) return
    if (rows[slot * Row.width + Row.field.from] === due) begins.push(slot)
  })
  Wheel.advance(pieces.lapses, now, (block, due) => {
    if (pieces.zones[block * Zone.width + Zone.field.armed] === due)
      Zone.sweep(pieces, block, now, lapsed)
  })
  const begun: Array<number> = []
  for (const slot of begins) {
    // Two timers of one slot and moment: the second finds it moved.
    if (!isLater(pieces, slot)) continue
    begun.push(rows[slot * Row.width + Row.field.offer]!)
    const at = entryOf(pieces, slot)
    const to = Shelf.endAt(pieces.shelf, at)
    const seats = seatsAt(pieces, at)
    const lot = lotOf(pieces, at, emptyLot())
    lift(pieces, at)
    put(pieces, lot, slot, seats, to)
  }
  return { lapsed, begun }
}

const isLater = (pieces: Pieces, slot: number): boolean => (cellAt(pieces, slot).key & 1) === 1

// Until now every reference price was a price of a second.
const extend = (pieces: Pieces): void => {
  const { shelf } = pieces
  Shelf.extend(shelf)
  pieces.floors = new Float64Array(shelf.counts.length * 3).fill(Infinity)
  for (let block = 0; block < shelf.used; block++)
    for (let at = block * Shelf.span; at < block * Shelf.span + shelf.counts[block]!; at++) {
      shelf.extras[at * 3] = Shelf.keyAt(shelf, at)
      Zone.lower(pieces.floors, block, shelf.extras, at)
    }
}

// Keeps the cells of a class in the order of their first pieces.
const rank = (pieces: Pieces, cell: Shelf.Cell): void => {
  const market = pieces.markets[marketOf(cell)]!
  if (cell.size === 0) {
    if (cell.rank < 0) return
    for (let at = cell.rank + 1; at < market.length; at++) {
      market[at - 1] = market[at]!
      market[at]!.rank = at - 1
    }
    market.pop()
    cell.rank = -1
    return
  }
  if (cell.rank < 0) {
    cell.rank = market.length
    market.push(cell)
  }
  const best = cell.firsts[0]!
  let at = cell.rank
  for (; at > 0 && market[at - 1]!.firsts[0]! > best; at--) {
    market[at] = market[at - 1]!
    market[at]!.rank = at
  }
  for (; at + 1 < market.length && market[at + 1]!.firsts[0]! < best; at++) {
    market[at] = market[at + 1]!
    market[at]!.rank = at
  }
  market[at] = cell
  cell.rank = at
}

const takeRow = (pieces: Pieces): number => {
  pieces.live++
  const { free } = pieces
  if (free >= 0) {
    pieces.free = pieces.rows[free * Row.width + Row.field.offer]!
    return free
  }
  const slot = pieces.used++
  if ((slot + 1) * Row.width > pieces.rows.length)
    pieces.rows = Shelf.longer(pieces.rows, Math.ceil(slot * 1.25 + 8) * Row.width)
  return slot
}

/** Bytes of all arrays that grow with the offers. */
export const bytes = (pieces: Pieces): number =>
  Shelf.bytes(pieces.shelf) +
  Cheapest.bytes(pieces.cheapest) +
  pieces.rows.byteLength +
  pieces.zones.byteLength +
  pieces.floors.byteLength +
  pieces.heads.byteLength +
  pieces.wares.rows.byteLength
