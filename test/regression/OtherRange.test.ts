// A provider's offer is renewed, or describes its range anew, while a lease of the one before goes on. The deals of that
// one were not looked at when a relay proposed the same address once more: both were signed, and two receipts for one address
// cost the bond (IPSX-AGR-065).
import { afterEach, expect, it } from "vitest"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import type { Offer } from "../../src/model/Order.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"

const lones: Array<Lone.Lone> = []
afterEach(() => {
  for (const { close } of lones.splice(0)) close()
})

const first = Lone.offer({ owner: Lone.own })
const { resource } = first
const described = (change: Partial<Offer["resource"]>): Offer => ({
  ...first,
  id: Id.fromNumber(0x99),
  nonce: 2,
  resource: { ...resource, ...change },
})
const before = Ip.at(resource.first, -1)
const another = { id: Id.fromNumber(0x77) }

it.each([
  ["renewed", described({}), 0, "Decline"],
  ["described anew", described({ ...another, first: before, addresses: 2 }), 1, "Decline"],
  ["of the address beside it", described({ ...another, first: before, addresses: 2 }), 0, "Accept"],
] as const)("IPSX-MAT-030 an offer that is %s", async (_, offer, firstSeat, expected) => {
  const { agent, close, heard } = Lone.make()
  lones.push({ agent, close, heard, written: [] })
  const answers: Array<string> = []
  for (const [number, own, seat] of [
    [1, first, 0],
    [2, offer, firstSeat],
  ] as const) {
    agent.orders.set(own.id, own)
    const request = Lone.request({ id: Id.fromNumber(number) })
    const change = { firstSeat: seat, prepaid: Lone.prepaid }
    const proposed = Lone.proposal(own, request, change)
    Meeting.proposed(agent, proposed)
    const { outgoing } = agent.parties.get(proposed.id)!.correspondence
    await Pace.until(() => outgoing.length > 0)
    answers.push(outgoing[0]!._tag)
  }
  expect(answers).toEqual(["Accept", expected])
})
