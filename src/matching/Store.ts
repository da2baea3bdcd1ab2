// What a matching needs to find: the free capacity for a request, the requests for an offer, and what time has
// done. Two stores keep it, one obviously right and one fast; everything else is common to both.
import type * as Resting from "./Resting.ts"

/** Free pieces for one request in rank order, as long as nothing else changes in the store. */
export interface Candidates {
  readonly next: () => Resting.Piece | undefined
  /** Whether the search ended for its budget, so that worse candidates may have been missed (IPSX-MAT-015). */
  readonly isExhausted: () => boolean
}

export interface Store {
  readonly addPiece: (piece: Resting.Piece, now: number) => void
  readonly removePiece: (piece: Resting.Piece) => void
  readonly addRequest: (request: Resting.Request) => void
  readonly removeRequest: (request: Resting.Request) => void
  /** Every piece that the request can have now, best first (IPSX-MAT-005). */
  readonly candidates: (request: Resting.Request, now: number) => Candidates
  /** Every resting request that the offer can serve now, best first (IPSX-MAT-007). */
  readonly waiting: (offer: Resting.Offer, now: number) => ReadonlyArray<Resting.Request>
  /** Pieces too short by now, and the offers of pieces whose time began after `before`; in any order. */
  readonly advance: (
    before: number,
    now: number,
  ) => {
    readonly lapsed: ReadonlyArray<Resting.Piece>
    readonly begun: ReadonlyArray<Resting.Offer>
  }
}

/** Whether what is left of a piece is shorter than its offer's least lease. */
export const isLapsed = (piece: Resting.Piece, now: number): boolean =>
  piece.to - Math.max(piece.from, now) < piece.offer.order.minLease
