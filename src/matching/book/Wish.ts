// A request in numbers: what a search asks of pieces, and what the request has had so far (IPSX-MAT-008).
import * as Mark from "./Mark.ts"
import * as Zone from "./Zone.ts"
import * as Pieces from "./Pieces.ts"
import * as Ware from "./Ware.ts"

/** Moments as in `Pieces`. */
export interface Wish {
  readonly number: number
  readonly owner: number
  readonly rating: number
  readonly sequence: number
  /** The limit per second of lease, rounded in one direction: a request that pays more has no smaller one. */
  readonly worth: number
  readonly duration: number
  readonly addresses: number
  readonly minimum: number
  /** A lease begins now when there is no window. */
  readonly isNow: boolean
  readonly windowFrom: number
  readonly windowTo: number
  /** Positions of countries, each once; none are all. */
  readonly countries: ReadonlyArray<number>
  readonly classes: number
  /** Protocols and scopes, as `Mark.bits` packs them, and coarse values as the sieve compares them. */
  readonly bits: number
  readonly coarseRating: number
  readonly coarseQuality: number
  readonly coarseLease: number
  readonly minRating: number
  readonly minQuality: number
  readonly minBandwidth: number
  readonly provider: Ware.Admission | null
  readonly maxPerGroup: number
  readonly maxPerNetwork: number
  readonly bytes: number
  readonly limit: number
  readonly perSecondLimit: number
  /** The highest price of a second that both limits leave to an offer with no other price; exact. */
  readonly perSecondMax: number
  remaining: number
  /** Four numbers for each run of addresses that it has had: place, from, to, network; version 6 as ~place. */
  readonly had: Array<number>
}

/** The earliest moment at which a lease may begin in a piece that is usable now. */
export const earliest = (wish: Wish, now: number): number =>
  wish.isNow ? now : Math.max(now, wish.windowFrom)

/** When a lease would begin in a rectangle, as early as both allow (IPSX-MAT-006); NaN when it does not fit. */
export const start = (wish: Wish, from: number, to: number, now: number): number => {
  if (wish.isNow) return from <= now && now + wish.duration <= to ? now : NaN
  const at = Math.max(now, from, wish.windowFrom)
  return at + wish.duration <= Math.min(to, wish.windowTo) ? at : NaN
}

/** Whether a request has to look at the ware of every piece, for what no mark can settle. */
export const asksWares = ({ wares }: Pieces.Pieces, wish: Wish): boolean =>
  wish.provider !== null ||
  wish.minBandwidth > 0 ||
  wish.maxPerNetwork < wish.addresses ||
  Ware.ownedBy(wares, wish.owner) > 0

/** Whether the coarse values of a mark are enough for a request, so that the exact ones are too. */
export const isSurelyGood = (wish: Wish, mark: number): boolean =>
  Mark.ratingIn(mark) << 6 >= wish.minRating &&
  Mark.leaseIn(mark) < wish.coarseLease &&
  Mark.qualityIn(mark) << 7 >= wish.minQuality

/**
 * Whether the owner and the terms of a piece go with a request: what the sieve has not settled, or only coarsely.
 * Nobody trades with oneself (IPSX-MAT-004).
 */
export const suits = ({ wares }: Pieces.Pieces, wish: Wish, ware: number): boolean => {
  const at = ware * Ware.width
  const of = wares.rows
  const owner = of[at + Ware.field.owner]!
  if (owner === wish.owner || of[at + Ware.field.minLease]! > wish.duration) return false
  const quality = of[at + Ware.field.quality]!
  const rating = Ware.ratingIn(quality)
  if ((quality & 0xffff) < wish.minQuality || rating < wish.minRating) return false
  if (of[at + Ware.field.bandwidth]! >>> 0 < wish.minBandwidth) return false
  if (wish.provider !== null && !Ware.admits(wish.provider, owner, rating)) return false
  return (
    of[at + Ware.field.isPicky] === 0 ||
    Ware.admits(wares.admissions[ware]!, wish.owner, wish.rating)
  )
}

/** Whether something in a block may pass the sieve of a request that begins at `from` at the earliest. */
export const mayFind = (
  { zones }: Pieces.Pieces,
  wish: Wish,
  block: number,
  from: number,
): boolean => {
  const at = block * Zone.width
  return (
    (zones[at + Zone.field.bits]! & wish.bits) === wish.bits &&
    zones[at + Zone.field.rating]! >= wish.coarseRating &&
    zones[at + Zone.field.to]! >= from + wish.duration &&
    zones[at + Zone.field.quality]! >= wish.coarseQuality &&
    zones[at + Zone.field.minLease]! <= wish.coarseLease
  )
}

/** The part of the sieve that an entry's mark settles (IPSX-MAT-016). */
export const passes = (wish: Wish, mark: number): boolean =>
  (mark & wish.bits) === wish.bits &&
  Mark.ratingIn(mark) >= wish.coarseRating &&
  Mark.leaseIn(mark) <= wish.coarseLease &&
  Mark.qualityIn(mark) >= wish.coarseQuality

/** Calls for each cell that has something and that the request may take from. */
export const eachCell = (
  pieces: Pieces.Pieces,
  wish: Wish,
  visit: (cell: NonNullable<Pieces.Pieces["cells"][number]>) => void,
): void => {
  for (let type = 0; type < 12; type++) {
    if ((wish.classes & (1 << type)) === 0) continue
    if (wish.countries.length === 0) {
      for (const cell of pieces.markets[type * 2]!) visit(cell)
      if (!wish.isNow) for (const cell of pieces.markets[type * 2 + 1]!) visit(cell)
      continue
    }
    for (const country of wish.countries) {
      const key = (country * 12 + type) * 2
      const now = pieces.cells[key]
      if (now !== undefined && now.size > 0) visit(now)
      const later = wish.isNow ? undefined : pieces.cells[key + 1]
      if (later !== undefined && later.size > 0) visit(later)
    }
  }
}
