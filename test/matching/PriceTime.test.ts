import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Match from "../../src/matching/Match.ts"
import type { Matching } from "../../src/matching/Policy.ts"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import * as Resting from "../../src/matching/Resting.ts"
import { epoch, moves, rules } from "../arbitrary/order.ts"
import { play } from "./Stream.ts"

const open = () => PriceTime.priceTime.open(rules, epoch)
const runs = { numRuns: 60, seed: 20260, endOnFailure: true }

describe("price-time matching", () => {
  it("IPSX-MAT-020, IPSX-MAT-003..004, IPSX-MAT-008..013: no seat twice, every filter, price, cap and second accounted for", () => {
    let commands = 0
    let filling = 0
    const seen = new Set<string>()
    fc.assert(
      fc.property(moves(60), (stream) => {
        const market = open()
        let step = 0
        const { ledger, steps } = play(market, stream, (_, ledger) => {
          if (++step % 4 === 0) ledger.balance(market.snapshot())
        })
        commands += steps.length
        filling += steps.filter(({ events }) => events.some((e) => e._tag === "Filled")).length
        for (const { events } of steps) for (const { _tag } of events) seen.add(_tag)
        expect(ledger.problems).toEqual([])
      }),
      runs,
    )
    // The density gate: a stream in which nothing meets would prove nothing.
    expect(filling / commands).toBeGreaterThan(0.15)
    for (const event of ["Completed", "Cancelled", "Expired", "Rejected", "Discarded", "Released"])
      expect(seen).toContain(event)
  })

  it("IPSX-MAT-002, IPSX-MAT-005..007: the index answers as the definition does, event by event", () => {
    fc.assert(
      fc.property(moves(80), (stream) => {
        const definition = PriceTime.definition.open(rules, epoch)
        play(open(), stream, ({ command, events }) =>
          expect(events).toEqual(definition.apply(command)),
        )
      }),
      runs,
    )
  })

  it("IPSX-MAT-001: a market restored from a snapshot goes on as the one that was never stopped", () => {
    fc.assert(
      fc.property(moves(60), fc.integer({ min: 1, max: 59 }), (stream, at) => {
        let step = 0
        let copy: Matching | undefined
        const market = open()
        play(market, stream, ({ command, events }) => {
          if (copy !== undefined) expect(copy.apply(command)).toEqual(events)
          if (++step === at) copy = PriceTime.priceTime.restore(rules, market.snapshot())
        })
      }),
      runs,
    )
  })

  it("IPSX-MAT-014: no resting request is left that free capacity would serve", () => {
    fc.assert(
      fc.property(moves(60), (stream) => {
        const market = open()
        const { ledger } = play(market, stream)
        const { offers, requests, now } = market.snapshot()
        for (const { entry } of requests) {
          const request = Resting.request(entry)
          // What a request has had, and its minimum, are the business of the comparison with the definition.
          if (entry.order.minimum > 1 || ledger.had.has(entry.order.id)) continue
          for (const { entry: offer, pieces } of offers)
            if (Match.reason(Resting.offer(offer), request) === undefined)
              for (const piece of pieces)
                expect(Match.start(piece, entry.order, now)).toBeUndefined()
        }
      }),
      runs,
    )
  })
})
