// Continuous price-time matching in integers: what `Engine` says of any store, over typed arrays. Orders come in as
// lots and wishes; what they were called, and their exact amounts, stay with whoever keeps them (IPSX-MAT-001).
import * as Frontier from "./Frontier.ts"
import * as Ladder from "./Ladder.ts"
import * as Leases from "./Leases.ts"
import * as Row from "./Row.ts"
import * as Pieces from "./Pieces.ts"
import * as Place from "./Places.ts"
import * as Report from "./Report.ts"
import * as Seats from "./Seats.ts"
import * as Tally from "./Tally.ts"
import * as Waiting from "./Waiting.ts"
import * as Ware from "./Ware.ts"
import type { Wish } from "./Wish.ts"

export interface Rules {
  readonly maxSeats: number
  readonly scanMax: number
  readonly triesMax: number
  readonly callsMax: number
}

/** What a book asks of whoever keeps the orders; offers and wishes are numbers that the keeper gave them. */
export interface Keeper<R> extends Frontier.Exact {
  readonly lot: (offer: number) => Pieces.Lot
  readonly sequence: (offer: number) => number
  readonly resource: (offer: number) => R
  /** Every offer of some owners. */
  readonly offersOf: (owners: ReadonlySet<number>) => Iterable<number>
  /** Whether a request is worth more than another for which a floating-point number cannot tell. */
  readonly isWorthMore: (a: Wish, b: Wish) => boolean | undefined
}

export interface Book<R = unknown> {
  readonly rules: Rules
  readonly keeper: Keeper<R>
  readonly pieces: Pieces.Pieces
  readonly places: Place.Places
  readonly leases: Leases.Leases<R>
  readonly waiting: Waiting.Waiting
  readonly report: Report.Report
  readonly search: Seats.Search
  readonly ladder: Ladder.Ladder
  readonly frontier: Frontier.Frontier
  /** The pieces chosen by a search: slot, start, and where the runs of each end. */
  chosen: Int32Array
  now: number
}

/** An empty book with room for some offers, at a moment as `Pieces` counts. */
export const make = <R>(rules: Rules, keeper: Keeper<R>, now: number, capacity = 64): Book<R> => {
  const pieces = Pieces.make(capacity, now, rules.scanMax, keeper.sequence)
  const places = Place.make()
  return {
    rules,
    keeper,
    pieces,
    places,
    leases: Leases.make(),
    waiting: Waiting.make(keeper.isWorthMore),
    report: Report.make(),
    search: {
      pieces,
      places,
      tally: Tally.make(),
      runs: Seats.makeRuns(),
      seatsMax: rules.maxSeats,
    },
    ladder: Ladder.make(pieces),
    frontier: Frontier.make(pieces, keeper),
    chosen: new Int32Array(64 * 3),
    now,
  }
}

/** The place of a piece's or offer's first address, as `Places` has it. */
export const placeOf = ({ pieces }: Book, ware: number, raw: number): number => {
  const quality = pieces.wares.rows[ware * Ware.width + Ware.field.quality]!
  return (quality & Ware.version6) === 0 ? raw >>> 0 : raw
}

/** Puts free capacity of an offer into the book, or accounts for it when no lease fits in (IPSX-MAT-012). */
export const addFree = (
  book: Book,
  lot: Pieces.Lot,
  first: number,
  seats: number,
  from: number,
  to: number,
): void => {
  const begin = Math.max(from, book.now)
  const minLease = book.pieces.wares.rows[lot.ware * Ware.width + Ware.field.minLease]!
  if (to - begin >= minLease) Pieces.add(book.pieces, lot, first, seats, from, to)
  else if (begin < to)
    Report.add(book.report, Report.kind.discarded, lot.offer, -1, first, seats, begin, to)
}

/** Takes an offer's free capacity out. */
export const withdraw = (book: Book, offer: number): void => {
  for (const slot of Pieces.of(book.pieces, offer).slice()) Pieces.remove(book.pieces, slot)
}

/** Adds free capacity after joining it with its neighbours, the earliest and lowest first (IPSX-MAT-039). */
export const addJoined = (
  book: Book,
  lot: Pieces.Lot,
  first: number,
  seats: number,
  from: number,
  to: number,
): void => {
  const { pieces, now } = book
  const { rows } = pieces
  const begins = (slot: number) => Math.max(rows[slot * Row.width + Row.field.from]!, now)
  const lowest = (slot: number) => rows[slot * Row.width + Row.field.first]!
  const neighbours = [...Pieces.of(pieces, lot.offer)].sort(
    (a, b) => begins(a) - begins(b) || lowest(a) - lowest(b),
  )
  for (const slot of neighbours) {
    const other = [lowest(slot), Pieces.seatsOf(pieces, slot)] as const
    const [begin, end] = [begins(slot), Pieces.endOf(pieces, slot)]
    const isBeside = other[0] === first && other[1] === seats && (begin === to || end === from)
    const isAbove =
      begin === from && end === to && (other[0] + other[1] === first || first + seats === other[0])
    if (!isBeside && !isAbove) continue
    Pieces.remove(pieces, slot)
    return isBeside
      ? addJoined(book, lot, first, seats, Math.min(begin, from), Math.max(end, to))
      : addJoined(book, lot, Math.min(first, other[0]), seats + other[1], from, to)
  }
  addFree(book, lot, first, seats, from, to)
}
