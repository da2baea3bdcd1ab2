// Wrong matchings, to judge the tests by: each must be found by the account of seats and seconds or by the
// comparison with the definition.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Naive from "../../src/matching/Naive.ts"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import type * as Resting from "../../src/matching/Resting.ts"
import type { Store } from "../../src/matching/Store.ts"
import * as Tariff from "../../src/model/Tariff.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as IpClass from "../../src/model/IpClass.ts"
import { address } from "../arbitrary/deal.ts"
import { epoch, moves, rules } from "../arbitrary/order.ts"
import { play } from "./Stream.ts"

type Fault = (right: Store) => Partial<Store>

/** The store answers for another request than the one that asks. */
const asking =
  (change: (request: Resting.Request) => Partial<Resting.Request>): Fault =>
  (right) => ({
    candidates: (request, now) => right.candidates({ ...request, ...change(request) }, now),
  })

const withFilter = (change: object): Fault =>
  asking(({ order }) => ({ order: { ...order, filter: { ...order.filter, ...change } } }))

const mutants: Readonly<Record<string, Fault>> = {
  "leases a seat again because the index is stale": () => ({ removePiece: () => undefined }),
  "books a second too early": (right) => ({
    addPiece: (piece, now) => right.addPiece(Object.assign(piece, { from: piece.from - 1 }), now),
  }),
  "books a second too long": (right) => ({
    addPiece: (piece, now) => right.addPiece(Object.assign(piece, { to: piece.to + 1 }), now),
  }),
  "loses a piece now and then": (right) => {
    let count = 0
    return { addPiece: (piece, now) => void (++count % 7 && right.addPiece(piece, now)) }
  },
  "matches an owner with itself": asking(() => ({ owner: address(99) })),
  "ignores the list of denied providers": asking(({ order }) => ({
    order: {
      ...order,
      filter: { ...order.filter, provider: { ...order.filter.provider, deny: [] } },
    },
  })),
  "ignores the country": withFilter({ countries: [] }),
  "ignores the class": withFilter({ classes: IpClass.set() }),
  "ignores the protocols": withFilter({ protocols: 0 }),
  "ignores the requester's rating": asking(() => ({ rating: 1000 })),
  "ignores the limit": asking(({ order }) => ({
    order: { ...order, limit: Amount.of(Tariff.priceMax) },
  })),
  "inverts the ranking": (right) => ({
    candidates: (request, now) => {
      const { next, isExhausted } = right.candidates(request, now)
      const all: Array<Resting.Piece> = []
      for (let piece = next(); piece !== undefined; piece = next()) all.push(piece)
      return { next: () => all.pop(), isExhausted }
    },
  }),
  "ranks by the price of a second alone": asking(({ order }) => ({
    order: { ...order, bytes: 0 },
  })),
  "serves the newest resting request first": (right) => ({
    waiting: (offer) => {
      const { requests, isCut } = right.waiting(offer)
      return { requests: requests.toReversed(), isCut }
    },
  }),
  "forgets that capacity becomes usable": (right) => ({
    advance: (before, now) => ({ ...right.advance(before, now), begun: [] }),
  }),
  "keeps what has become too short": (right) => ({
    advance: (before, now) => ({ ...right.advance(before, now), lapsed: [] }),
  }),
}

const isFound = (fault: Fault, withinRuns: number): boolean => {
  const wrong = PriceTime.over("wrong", (rules) => {
    const right = Naive.make(rules)
    return { ...right, ...fault(right) }
  })
  const result = fc.check(
    fc.property(moves(60), (stream) => {
      const definition = PriceTime.definition.open(rules, epoch)
      const market = wrong.open(rules, epoch)
      const { ledger } = play(market, stream, ({ command, events }) =>
        expect(events).toEqual(definition.apply(command)),
      )
      ledger.balance(market.snapshot())
      expect(ledger.problems).toEqual([])
    }),
    { numRuns: withinRuns, seed: 7, endOnFailure: true },
  )
  return result.failed
}

describe("the tests of matching find a matching that", () => {
  it.each(Object.entries(mutants))("%s", (_, fault) => {
    expect(isFound(fault, 20)).toBe(true)
  })

  it("and are content with the right one", () => {
    expect(isFound(() => ({}), 20)).toBe(false)
  })
})
