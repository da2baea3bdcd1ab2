// The free capacity of the offers in a book: what comes in, goes out, and is too short to be of use.
import * as Capacity from "./Capacity.ts"
import type { Engine } from "./Engine.ts"
import type { Space } from "./Event.ts"
import type * as Resting from "./Resting.ts"
import * as Store from "./Store.ts"

export const space = (offer: Resting.Offer, rectangle: Capacity.Rectangle): Space => ({
  offer: offer.order.id,
  firstSeat: rectangle.first,
  seats: rectangle.seats,
  from: rectangle.from,
  to: rectangle.to,
})

/** Puts a rectangle into the book, or discards it when no lease fits in (IPSX-MAT-012). */
export const add = (
  engine: Engine,
  offer: Resting.Offer,
  { first, seats, from, to }: Capacity.Rectangle,
): void => {
  const piece: Resting.Piece = { first, seats, from, to, offer }
  if (Store.isLapsed(piece, engine.now)) return discard(engine, offer, piece)
  offer.pieces.add(piece)
  engine.store.addPiece(piece, engine.now)
}

export const remove = (engine: Engine, piece: Resting.Piece): void => {
  piece.offer.pieces.delete(piece)
  engine.store.removePiece(piece)
}

/** Accounts for what is left of a rectangle that nobody can use any more. */
export const discard = (
  engine: Engine,
  offer: Resting.Offer,
  rectangle: Capacity.Rectangle,
): void => {
  const from = Math.max(rectangle.from, engine.now)
  if (from < rectangle.to)
    engine.out.push({ _tag: "Discarded", space: space(offer, { ...rectangle, from }) })
}

/** Adds a rectangle after joining it with neighbours as long as there are any, the earliest and lowest first (IPSX-MAT-039). */
export const addJoined = (
  engine: Engine,
  offer: Resting.Offer,
  rectangle: Capacity.Rectangle,
): void => {
  const begin = (piece: Resting.Piece) => Math.max(piece.from, engine.now)
  const pieces = [...offer.pieces].sort((a, b) => begin(a) - begin(b) || a.first - b.first)
  for (const piece of pieces) {
    const joined = Capacity.joined({ ...piece, from: begin(piece) }, rectangle)
    if (joined !== undefined) {
      remove(engine, piece)
      return addJoined(engine, offer, joined)
    }
  }
  add(engine, offer, rectangle)
}
