// The book of integers where it is full: lists of several blocks, that are split and joined, summed up and let go.
import { isDeepStrictEqual } from "node:util"
import { describe, expect, it } from "vitest"
import * as Continuous from "../../../src/matching/Continuous.ts"
import * as Keeper from "../../../src/matching/Keeper.ts"
import * as PriceTime from "../../../src/matching/PriceTime.ts"
import type { Event } from "../../../src/matching/Event.ts"
import * as Audit from "./Audit.ts"
import * as Crowd from "./Crowd.ts"

const crowds: ReadonlyArray<Crowd.Crowd> = [
  { name: "few prices", of: "offers", size: 400, prices: "plain", spread: 3, rules: {} },
  {
    name: "many prices",
    of: "offers",
    size: 400,
    prices: "plain",
    spread: 500,
    rules: { scanMax: 120 },
  },
  { name: "several prices", of: "offers", size: 280, prices: "several", spread: 1, rules: {} },
  {
    name: "a short search",
    of: "offers",
    size: 280,
    prices: "several",
    spread: 1,
    rules: { scanMax: 120 },
  },
  {
    name: "everywhere",
    of: "offers",
    size: 320,
    prices: "plain",
    spread: 6,
    rules: {},
    countries: 40,
  },
  {
    name: "everywhere, a short search",
    of: "offers",
    size: 240,
    prices: "plain",
    spread: 6,
    rules: { scanMax: 60 },
    countries: 25,
  },
  { name: "huge prices", of: "offers", size: 250, prices: "huge", spread: 1, rules: {} },
  { name: "those that wait", of: "requests", size: 280, prices: "plain", spread: 5, rules: {} },
  {
    name: "those that wait too long",
    of: "requests",
    size: 330,
    prices: "several",
    spread: 1,
    rules: { scanMax: 150, callsMax: 20 },
  },
]

const audit = (keeper: Keeper.Keeper): ReadonlyArray<string> => {
  const problems = new Audit.Problems()
  const offers = [...keeper.orders.offers.keys()].map((id) => keeper.numbers.get(id)!)
  Audit.pieces(keeper.book, offers, problems)
  Audit.waiting(keeper.book, problems)
  return problems
}

describe("the book of integers in a crowd", () => {
  it.each(crowds)(
    "IPSX-MAT-002 IPSX-MAT-016 IPSX-MAT-017: answers as the definition does and is in order, $name",
    (crowd) => {
      const rules = Crowd.rulesOf(crowd)
      const keeper = Keeper.make(rules, Crowd.begin)
      const definition = PriceTime.definition.open(rules, Crowd.begin)
      const flow = Crowd.commands(crowd, crowd.size + crowd.spread)
      let filled = 0
      let events: ReadonlyArray<Event> = []
      let blocks = 0
      for (let at = 0; ; at++) {
        const { value: command, done } = flow.next(events)
        if (done === true) break
        events = Continuous.apply(keeper, command)
        const expected = definition.apply(command)
        if (!isDeepStrictEqual(events, expected)) expect.fail(`command ${at}: ${command._tag}`)
        if (events.some(({ _tag }) => _tag === "Filled")) filled++
        if (at % 90 !== 89) continue
        expect(audit(keeper)).toEqual([])
        const { cells } = crowd.of === "offers" ? keeper.book.pieces : keeper.book.waiting
        for (const cell of cells) blocks = Math.max(blocks, cell?.size ?? 0)
      }
      expect(audit(keeper)).toEqual([])
      expect(filled).toBeGreaterThan(20)
      if (crowd.countries === undefined) expect(blocks).toBeGreaterThan(1)
    },
  )
})
