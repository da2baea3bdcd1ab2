// A program that was killed between writing down that a deal was proposed and answering it: the deal was neither accepted
// nor declined for as long as the program ran, its seats counted as promised, and who waited for a lease of it waited for
// ever. The same with a deal that was declined when the other side had accepted it already.
import { afterEach, expect, it } from "vitest"
import * as Meeting from "../../src/live/Meeting.ts"
import type * as Party from "../../src/live/Party.ts"
import * as Restart from "../../src/live/Restart.ts"
import * as Turn from "../../src/live/Turn.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import type * as Client from "../../src/relay/Client.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"
import { curve, signer } from "./Node.ts"

const lones: Array<Lone.Lone> = []
afterEach(() => {
  for (const { close } of lones.splice(0)) close()
})

const offer = Lone.offer({ owner: Lone.own })
const proposalOf = (change: Partial<Deal> = {}) =>
  Lone.proposal(offer, Lone.request(), { prepaid: Lone.prepaid, ...change })
const lone = (...given: Parameters<typeof Lone.make>) => {
  const made = Lone.make(...given)
  made.agent.orders.set(offer.id, offer)
  lones.push(made)
  return made
}

/** The only letter of a party, once it is there. */
const answer = async (party: Party.Party): Promise<string> => {
  const { outgoing } = party.correspondence
  await Pace.until(() => outgoing.length > 0)
  return outgoing[0]!._tag
}

/** A program that goes on where one was killed. */
const restarted = async ({ id, deal, request, partner }: Client.Proposed) => {
  const began = { _tag: "Began", id, role: "provider", deal, offer, request, partner } as const
  const { settings, separator, evidence } = lone().agent
  const options = { settings, separator, evidence, curve, signer, act: undefined }
  const { parties } = await Restart.play([began], options)
  const next = lone({ parties })
  const party = parties.get(id)!
  Meeting.resume(next.agent, party)
  return { ...next, party }
}

it("IPSX-PCH-012 IPSX-MAT-030 a deal that was not answered is answered by the next run", async () => {
  const { party } = await restarted(proposalOf())
  expect(await answer(party)).toBe("Accept")
})

it("IPSX-AGR-024 and declined when its option is over by then", async () => {
  const validUntil = Time.seconds(Math.floor(Date.now() / 1000) - 1)
  const { party, heard } = await restarted(proposalOf({ validUntil }))
  expect(await answer(party)).toBe("Decline")
  expect(heard).toContainEqual({ _tag: "Objected", id: party.id, reason: "its option is over" })
})

it("IPSX-AGR-024 who has declined a deal forgets it, also when the other side had accepted it", async () => {
  const { agent } = lone({ purse: { cover: () => Promise.reject(new Error("short")) } as never })
  const proposed = proposalOf()
  Meeting.proposed(agent, proposed)
  const party = agent.parties.get(proposed.id)!
  const message = { _tag: "Accept", id: proposed.id, author: proposed.deal.requester } as const
  Turn.feed(agent, party, { _tag: "Said", message })
  expect(await answer(party)).toBe("Decline")
  await Pace.until(() => !agent.parties.has(proposed.id))
  // The relay tells of it again: what was declined stays so.
  Meeting.proposed(agent, proposed)
  expect(agent.parties.size).toBe(0)
})

it("IPSX-AGR-024 and promises its seats to others meanwhile", async () => {
  let isShort = true
  const cover = async () => {
    if (isShort) throw new Error("short")
    return () => {}
  }
  const { agent } = lone({ purse: { cover } as never })
  const [first, second] = [proposalOf(), proposalOf({ salt: Id.fromNumber(2) })]
  Meeting.proposed(agent, first)
  const declined = agent.parties.get(first.id)!
  const message = { _tag: "Accept", id: first.id, author: first.deal.requester } as const
  Turn.feed(agent, declined, { _tag: "Said", message })
  expect(await answer(declined)).toBe("Decline")
  isShort = false
  Meeting.proposed(agent, second)
  expect(await answer(agent.parties.get(second.id)!)).toBe("Accept")
})
