// A relay that lied could make up deals of one order without end: each was written down and had a channel of its own, until
// the party's disk or memory was full. And what a partner had signed was remembered when its deal was long over.
import { expect, it, vi } from "vitest"
import type { Party } from "../../src/live/Party.ts"
import * as Following from "../../src/live/Following.ts"
import * as Parties from "../../src/live/Party.ts"
import * as Turn from "../../src/live/Turn.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Id from "../../src/model/Id.ts"
import * as Intake from "../../src/pair-channel/Intake.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import * as Lone from "./Lone.ts"

const offer = Lone.offer({ owner: Lone.own })
const proposal = Lone.proposal(offer, Lone.request(), { prepaid: Lone.prepaid })

it("IPSX-MAT-030 a party takes up no more deals than it can bear, and says so", () => {
  const { agent, written, close } = Lone.make()
  agent.orders.set(offer.id, offer)
  const parties: Map<Id.Id, Party> = agent.parties
  const crowd = Array.from({ length: 4096 }, (_, n) => Id.fromNumber(n + 1))
  for (const id of crowd) parties.set(id, {} as Party)
  const troubles: Array<string> = []
  const intake = Intake.make(performance.now())
  const propose = () =>
    Following.proposed(agent, proposal, intake, ({ message }) => troubles.push(message))
  propose()
  expect([parties.size, written]).toEqual([4096, []])
  expect(troubles).toEqual([expect.stringMatching(/^the relay proposes more deals/)])
  parties.delete(crowd[0]!)
  propose()
  expect([parties.has(proposal.id), troubles.length]).toEqual([true, 1])
  for (const id of crowd) parties.delete(id)
  close()
})

it("IPSX-MAT-030 deals that a relay makes up one after the other are taken up as the disk bears it", () => {
  const { agent, written } = Lone.make()
  const intake = Intake.make(performance.now())
  const count = Intake.burst / 4096
  let troubles = 0
  for (let n = 0; n < 2 * count; n++) {
    const id = Id.fromNumber(n + 1)
    Following.proposed(agent, { ...proposal, id }, intake, () => troubles++)
  }
  // Some are taken up while it goes on.
  expect(troubles).toBeGreaterThan(count / 2)
  expect(troubles).toBeLessThanOrEqual(count)
  expect(written).toEqual([])
})

it("IPSX-PAY-016 what a partner has signed is kept until its deal is over", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  const { agent, close } = Lone.make()
  agent.orders.set(offer.id, offer)
  Meeting.proposed(agent, proposal)
  const party = agent.parties.get(proposal.id)!
  const letter = { _tag: "Accept", signature: `0x${"11".repeat(65)}` } as Letter
  agent.evidence.set("another deal's", letter.signature)
  Parties.keepEvidence(party, agent.evidence, 1, letter)
  expect(agent.evidence.size).toBe(2)
  Object.assign(party.participant, { phase: "Final" })
  Turn.finish(agent, party)
  await vi.advanceTimersByTimeAsync(10_000)
  expect([...agent.evidence.keys()]).toEqual(["another deal's"])
  expect(agent.parties.size).toBe(0)
  close()
  vi.useRealTimers()
})
