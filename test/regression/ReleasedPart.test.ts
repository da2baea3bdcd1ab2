// What was left of a lease whose part was released came last of its owner's leases in the engine, and stayed in its place in
// the definition, so that the next offer for the same addresses was cut into the same pieces in another order.
import { expect, it } from "vitest"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import { rules } from "../arbitrary/order.ts"
import { Flow, type Kind } from "../matching/Flow.ts"

const tight = { ...rules, scanMax: 6, triesMax: 4, callsMax: 2 }

it.each<readonly [seed: number, kind: Kind]>([
  [1152, { prices: "huge", rules }],
  [8284, { prices: "several", rules: tight }],
])("IPSX-MAT-020 an offer over leases of which a part was released, market %i", (seed, kind) => {
  const flow = new Flow(seed, kind, 1000 + seed)
  const book = PriceTime.priceTime.open(kind.rules, flow.now)
  const definition = PriceTime.definition.open(kind.rules, flow.now)
  for (let at = 0; at < 500; at++) {
    const command = flow.next()
    const events = book.apply(command)
    expect(events, `command ${at}`).toEqual(definition.apply(command))
    flow.note(command, events)
  }
})
