// One request against the free capacity: choose the best pieces, then take them all or none.
import * as OrderBook from "../model/OrderBook.ts"
import * as Capacity from "./Capacity.ts"
import type { Engine } from "./Engine.ts"
import * as Fill from "./Fill.ts"
import * as Free from "./Free.ts"
import * as Leases from "./Leases.ts"
import * as Match from "./Match.ts"
import * as Pick from "./Pick.ts"
import * as Resting from "./Resting.ts"

interface Choice {
  readonly piece: Resting.Piece
  readonly start: number
  readonly runs: ReadonlyArray<Pick.Run>
}

/** Gives a request what the book has for it, cheapest first; whether it has everything now and left. */
export const serve = (engine: Engine, request: Resting.Request): boolean => {
  const { order } = request
  const choices = choose(engine, request)
  for (const choice of choices) take(engine, request, choice)
  if (request.remaining > 0) return false
  engine.out.push({ _tag: "Completed", order: order.id })
  engine.requests.delete(order.id)
  const entry = engine.book.requests.get(order.id)
  if (entry !== undefined) OrderBook.remove(engine.book, entry)
  return true
}

/**
 * Serves the resting requests that new capacity of an offer is good for, the best first (IPSX-MAT-007), and gives up
 * after some that take nothing (IPSX-MAT-017).
 */
export const offerAround = (engine: Engine, offer: Resting.Offer): void => {
  const isStillFree = () => offer.pieces.size > 0
  const { requests, isCut } = engine.store.waiting(offer)
  let served = 0
  let inVain = 0
  const giveUp = () => engine.out.push({ _tag: "Exhausted", order: offer.order.id, fills: served })
  for (const request of requests) {
    if (!isStillFree()) return
    const { order, remaining } = request
    const canStart = [...offer.pieces].some(
      (piece) => Match.start(piece, order, engine.now) !== undefined,
    )
    if (!canStart) continue
    if (inVain === engine.rules.callsMax) return void giveUp()
    if (serve(engine, request)) engine.store.removeRequest(request)
    if (request.remaining === remaining) inVain++
    else served++
  }
  if (isCut && isStillFree()) giveUp()
}

// All or nothing below the minimum (IPSX-MAT-009): the tally goes back to what it was.
const choose = (engine: Engine, request: Resting.Request): ReadonlyArray<Choice> => {
  const { order } = request
  const least = Math.min(order.minimum, request.remaining)
  const before = least > 1 ? Resting.copyTally(request.tally) : undefined
  const candidates = engine.store.candidates(request, engine.now)
  const choices: Array<Choice> = []
  let wanted = request.remaining
  while (wanted > 0) {
    const piece = candidates.next()
    const start = piece && Match.start(piece, order, engine.now)
    if (piece === undefined || start === undefined) break
    const runs = Pick.runs(piece, request, wanted, engine.rules.maxSeats)
    if (runs.length === 0) continue
    for (const { seats } of runs) wanted -= seats
    choices.push({ piece, start, runs })
  }
  if (candidates.isExhausted() && wanted > 0)
    engine.out.push({ _tag: "Exhausted", order: order.id, fills: choices.length })
  if (request.remaining - wanted >= least) return choices
  if (before !== undefined) request.tally = before
  return []
}

// A run after the first lies above it, and seats above a run keep their whole time, so the rest of the piece that
// later runs are cut from is always the last rectangle.
const take = (engine: Engine, request: Resting.Request, { piece, start, runs }: Choice): void => {
  const { offer } = piece
  const end = start + request.order.duration
  Free.remove(engine, piece)
  let whole: Capacity.Rectangle = { ...rectangle(piece), from: Math.max(piece.from, engine.now) }
  for (const [at, run] of runs.entries()) {
    const lease = { ...run, from: start, to: end }
    const fill = Fill.of(offer.order, request.order, lease)
    engine.out.push({ _tag: "Filled", fill })
    request.remaining -= run.seats
    Leases.add(engine.leases, offer.owner, offer.resource, lease, engine.now)
    const rest = [...Capacity.without(whole, lease)]
    if (at < runs.length - 1) whole = rest.pop()!
    for (const one of rest) Free.add(engine, offer, one)
  }
}

const rectangle = ({ first, seats, from, to }: Resting.Piece): Capacity.Rectangle => ({
  first,
  seats,
  from,
  to,
})
