// A relay proposed two deals for one request: one that lied, or any for a request of two addresses that no single offer had.
// The second was declined, as it has to be, or was not; but whoever waited for the lease waited for that one from then on,
// and the first was paid to its end with nobody who had it.
import { expect, it } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import type * as Event from "../../src/live/Event.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Renting from "../../src/live/Renting.ts"
import * as Id from "../../src/model/Id.ts"
import { deal as someDeal } from "../arbitrary/deal.ts"
import { request } from "../arbitrary/exchange.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"

const [first, second] = [Id.fromNumber(1), Id.fromNumber(2)]
const attachment = { kind: "proxy", socks: "socks5://one", http: "http://one" } as const
const role = "requester"

it("IPSX-MAT-030 who waits for a lease waits for the first deal of its request", async () => {
  const wanted = request()
  const deal = someDeal({ request: wanted.id })
  const began = { offer: { resource: { country: "DE" } } }
  const agent = {
    parties: new Map([[first, { id: first, began }]]),
    orders: new Map(),
  } as unknown as Agent
  let hear: (event: Event.Event) => void = () => {}
  const lease = Renting.resume(
    agent,
    (listener) => {
      hear = listener
      return () => {}
    },
    { request: wanted, deal: { id: first, deal } },
  )
  hear({ _tag: "Proposed", id: second, role, deal })
  const use = { seconds: 0, bytesUsed: 0 }
  hear({ _tag: "Over", id: second, role, opened: false, paid: 0n, use })
  hear({ _tag: "Attached", id: first, seat: 0, attachment })
  expect((await lease).id).toBe(first)
})

it("IPSX-MAT-030 a part of what is wanted in one deal is declined", async () => {
  const lone = Lone.make()
  const wanted = Lone.request({ owner: Lone.own, addresses: 2, minimum: 2 })
  const proposed = Lone.proposal(Lone.offer(), wanted)
  lone.agent.orders.set(wanted.id, wanted)
  try {
    Meeting.proposed(lone.agent, proposed)
    const letter = { _tag: "Decline" } as const
    const party = lone.agent.parties.get(proposed.id)!
    await Pace.until(() => party.correspondence.outgoing.length > 0)
    const reason = expect.stringMatching(/wanted in one deal/)
    expect(lone.heard).toContainEqual({ _tag: "Objected", id: proposed.id, reason })
    expect(party.correspondence.outgoing).toMatchObject([letter])
  } finally {
    lone.close()
  }
})
