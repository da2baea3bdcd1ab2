// What a matching needs to find: the free capacity for a request, the requests for an offer, and what time has
// done. The definition's is obviously right; the tests put wrong ones in its place.
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
  /** The pieces that the request can have now, best first (IPSX-MAT-005), as far as a search goes (IPSX-MAT-016). */
  readonly candidates: (request: Resting.Request, now: number) => Candidates
  /**
   * The resting requests that the offer goes with, whatever the time, best first (IPSX-MAT-007), and whether there
   * were others that might (IPSX-MAT-017).
   */
  readonly waiting: (offer: Resting.Offer) => {
    readonly requests: ReadonlyArray<Resting.Request>
    readonly isCut: boolean
  }
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
