// The first policy: continuous, at the offer's tariff, cheapest for the request first, then the oldest offer.
// `priceTime` keeps a book of integers, `definition` looks at everything; they answer alike (IPSX-MAT-002).
import * as Heap from "../model/Heap.ts"
import * as OrderBook from "../model/OrderBook.ts"
import * as Continuous from "./Continuous.ts"
import * as Engine from "./Engine.ts"
import * as Keeper from "./Keeper.ts"
import * as Leases from "./Leases.ts"
import * as Naive from "./Naive.ts"
import type { Matching, Policy, Rules, Snapshot } from "./Policy.ts"
import * as Picture from "./Picture.ts"
import * as Resting from "./Resting.ts"
import type { Store } from "./Store.ts"

/** A price-time policy over a store of the caller's. */
export const over = (name: string, makeStore: (rules: Rules) => Store): Policy => ({
  name,
  open: (rules, now) => matching(Engine.make(rules, makeStore(rules), now)),
  restore: (rules, snapshot) => matching(restored(rules, makeStore(rules), snapshot)),
})

export const priceTime: Policy = {
  name: "price-time",
  open: (rules, now) => fast(Keeper.make(rules, now)),
  restore: (rules, snapshot) => fast(Picture.restored(rules, snapshot)),
}

const fast = (keeper: Keeper.Keeper): Matching => ({
  apply: (command) => Continuous.apply(keeper, command),
  snapshot: () => Picture.taken(keeper),
})

export const definition: Policy = over("price-time by definition", Naive.make)

const matching = (engine: Engine.Engine): Matching => ({
  apply: (command) => Engine.apply(engine, command),
  snapshot: () => snapshot(engine),
})

const snapshot = (engine: Engine.Engine): Snapshot => ({
  now: engine.now,
  sequence: engine.book.sequence,
  offers: [...engine.offers.values()].map(({ order, sequence, rating, pieces }) => ({
    entry: { order, sequence, rating },
    pieces: [...pieces].map(({ first, seats, from, to }) => ({ first, seats, from, to })),
  })),
  requests: [...engine.requests.values()].map((request) => ({
    entry: { order: request.order, sequence: request.sequence, rating: request.rating },
    remaining: request.remaining,
    tally: Resting.copyTally(request.tally),
  })),
  leases: Leases.all(engine.leases, engine.now),
  ended: [...engine.book.ended],
  minimumNonces: [...engine.book.minimumNonces],
})

const restored = (rules: Rules, store: Store, from: Snapshot): Engine.Engine => {
  const engine = Engine.make(rules, store, from.now)
  engine.book.sequence = from.sequence
  for (const { entry, pieces } of from.offers) {
    OrderBook.insert(engine.book, entry)
    const offer = Resting.offer(entry)
    engine.offers.set(entry.order.id, offer)
    for (const rectangle of pieces) {
      const piece = { ...rectangle, offer }
      offer.pieces.add(piece)
      store.addPiece(piece, from.now)
    }
  }
  for (const { entry, remaining, tally } of from.requests) {
    OrderBook.insert(engine.book, entry)
    const request = { ...Resting.request(entry), remaining, tally: Resting.copyTally(tally) }
    engine.requests.set(entry.order.id, request)
    store.addRequest(request)
  }
  for (const { owner, resource, rectangles } of from.leases)
    for (const rectangle of rectangles)
      Leases.add(engine.leases, owner, resource, rectangle, from.now)
  for (const [id, until] of from.ended) {
    engine.book.ended.set(id, until)
    Heap.push(engine.book.forgets, { at: until, id })
  }
  for (const [owner, minimum] of from.minimumNonces) engine.book.minimumNonces.set(owner, minimum)
  return engine
}
