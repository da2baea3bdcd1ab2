// A program that rented one address after the other remembered every request for as long as it ran, for a pool some hundred
// thousand a day, although nothing more could come of them.
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Turn from "../../src/live/Turn.ts"
import * as Id from "../../src/model/Id.ts"
import * as Lone from "./Lone.ts"

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
afterEach(() => void vi.useRealTimers())

/** A requester with a request for some addresses, and a deal for one of them that is over. */
const had = async (addresses: number) => {
  const lone = Lone.make()
  const { agent } = lone
  const request = Lone.request({ owner: Lone.own, addresses, minimum: 1 })
  agent.orders.set(request.id, request)
  agent.accounts.set(request.id, "alice")
  const proposal = Lone.proposal(Lone.offer(), request)
  Meeting.proposed(agent, proposal)
  const party = agent.parties.get(proposal.id)!
  Object.assign(party.participant, { phase: "Final" })
  Turn.finish(agent, party)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(agent.parties.size).toBe(0)
  return { ...lone, proposal }
}

it("a request is forgotten when its addresses were had, and a relay that tells of it again is not heard", async () => {
  const { agent, heard, proposal, close } = await had(1)
  expect([agent.orders.size, agent.accounts.size, agent.taken.size]).toEqual([0, 0, 0])
  heard.length = 0
  Meeting.proposed(agent, { ...proposal, id: Id.fromNumber(9) })
  expect([heard, agent.parties.size]).toEqual([[], 0])
  close()
})

it("IPSX-MAT-030 a request of which something is still wanted is kept, with what was had of it", async () => {
  const { agent, close } = await had(2)
  expect([agent.orders.size, agent.accounts.size, [...agent.taken.values()]]).toEqual([1, 1, [1]])
  close()
})
