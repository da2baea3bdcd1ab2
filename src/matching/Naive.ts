// The definition: look at everything, keep what fits, sort. Slow and meant to be read; the index must give the
// same answers (IPSX-MAT-002).
import * as Order from "../model/Order.ts"
import * as Match from "./Match.ts"
import type * as Resting from "./Resting.ts"
import * as Store from "./Store.ts"

export const make = (): Store.Store => {
  const pieces = new Set<Resting.Piece>()
  const requests = new Set<Resting.Request>()
  return {
    addPiece: (piece) => void pieces.add(piece),
    removePiece: (piece) => void pieces.delete(piece),
    addRequest: (request) => void requests.add(request),
    removeRequest: (request) => void requests.delete(request),
    candidates: (request, now) => {
      const cost = (piece: Resting.Piece) => Order.costFor(request.order, piece.offer.order.tariff)
      const ranked = [...pieces]
        .filter((piece) => Match.start(piece, request.order, now) !== undefined)
        .filter((piece) => Match.reason(piece.offer, request) === undefined)
        .sort((a, b) => Number(cost(a) - cost(b)) || Match.olderFirst(a, b))
        .values()
      return { next: () => ranked.next().value, isExhausted: () => false }
    },
    waiting: (offer, now) =>
      [...requests]
        .filter((request) => Match.reason(offer, request) === undefined)
        .filter((request) =>
          [...offer.pieces].some((piece) => Match.start(piece, request.order, now) !== undefined),
        )
        .sort(Match.bestRequestFirst),
    advance: (before, now) => ({
      lapsed: [...pieces].filter((piece) => Store.isLapsed(piece, now)),
      begun: [...pieces]
        .filter((piece) => before < piece.from && piece.from <= now)
        .map((piece) => piece.offer),
    }),
  }
}
