// The book of integers against the definition, on millions of commands: event by event, in markets of every kind.
// IPSX_RUNS=1000 makes ten million of it, which is a step of `npm run verify`.
import { isDeepStrictEqual } from "node:util"
import { describe, expect, it } from "vitest"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import { rules } from "../arbitrary/order.ts"
import { counted, factor } from "../runs.ts"
import { Flow, type Kind } from "./Flow.ts"
import { Had } from "./Had.ts"

const tight = { ...rules, scanMax: 6, triesMax: 4, callsMax: 2 }
const kinds: ReadonlyArray<Kind> = [
  { prices: "plain", rules },
  { prices: "several", rules },
  { prices: "huge", rules },
  { prices: "plain", rules: tight },
  { prices: "several", rules: tight },
]

/** Commands in one market, and markets of each kind. */
const length = 500
const markets = 4 * factor

interface Played {
  readonly seen: ReadonlySet<string>
  readonly commands: number
  readonly filling: number
  readonly contested: number
}

/** Plays one market; throws with what replays it when the two differ. */
const play = (seed: number, kind: Kind): Played => {
  const flow = new Flow(seed, kind, 1000 + seed)
  const book = PriceTime.priceTime.open(kind.rules, flow.now)
  const definition = PriceTime.definition.open(kind.rules, flow.now)
  const seen = new Set<string>()
  const had = new Had()
  let commands = 0
  let filling = 0
  for (let at = 0; at < length; at++) {
    const command = flow.next()
    const events = book.apply(command)
    const expected = definition.apply(command)
    if (!isDeepStrictEqual(events, expected))
      expect.fail(`command ${at} of seed ${seed}, ${kind.prices} prices: ${command._tag}`)
    commands++
    const again = had.note(command, events)
    if (again !== undefined) expect.fail(`command ${at} of seed ${seed}: ${again}`)
    flow.note(command, events)
    for (const { _tag } of events) seen.add(_tag)
    if (events.some((event) => event._tag === "Filled")) filling++
  }
  return { seen, commands, filling, contested: had.contested }
}

describe("the book of integers and the definition", () => {
  it.each(kinds)(
    "IPSX-MAT-002, IPSX-MAT-015..017: answer alike, $prices prices, budget $rules.scanMax",
    { timeout: 60_000 * factor },
    (kind) => {
      const seen = new Set<string>()
      let commands = 0
      let filling = 0
      let contested = 0
      for (let market = 0; market < markets; market++) {
        const played = play(market * kinds.length + kinds.indexOf(kind), kind)
        commands += played.commands
        filling += played.filling
        contested += played.contested
        for (const tag of played.seen) seen.add(tag)
      }
      // The density gate: a stream in which nothing meets would prove nothing.
      expect(filling / commands).toBeGreaterThan(0.15)
      expect(contested / commands).toBeGreaterThan(0.15)
      const usual = ["Filled", "Rested", "Completed", "Cancelled", "Expired", "Rejected"]
      for (const tag of [...usual, "Discarded", "Released"]) expect(seen).toContain(tag)
      if (kind.rules === tight) expect(seen).toContain("Exhausted")
      counted(`${commands} commands`)
    },
  )
})
