// Two deals at once, and tokens for one bond: each was covered when it was looked at, both were accepted, and the chain
// opened one of them.
import { afterEach, expect, it } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import type * as Party from "../../src/live/Party.ts"
import * as Turn from "../../src/live/Turn.ts"
import * as Id from "../../src/model/Id.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"

const lones: Array<Lone.Lone> = []
afterEach(() => {
  for (const { close } of lones.splice(0)) close()
})

/** A provider of two addresses whose wallet covers one bond. */
const provider = () => {
  const { resource, ...rest } = Lone.offer({ owner: Lone.own })
  const offer = { ...rest, resource: { ...resource, addresses: 2 } }
  let pledged = 0
  const cover: Agent["purse"]["cover"] = async () => {
    if (pledged > 0) throw new Error("short")
    pledged++
    return () => void pledged--
  }
  const made = Lone.make({ purse: { cover } as Agent["purse"] })
  made.agent.orders.set(offer.id, offer)
  lones.push(made)
  const propose = (firstSeat: number) => {
    const request = Lone.request({ id: Id.fromNumber(100 + firstSeat) })
    const proposed = Lone.proposal(offer, request, { firstSeat, prepaid: Lone.prepaid })
    Meeting.proposed(made.agent, proposed)
    return made.agent.parties.get(proposed.id)!
  }
  return { ...made, propose, pledged: () => pledged }
}

const answer = async ({ correspondence: { outgoing } }: Party.Party): Promise<string> => {
  await Pace.until(() => outgoing.length > 0)
  return outgoing[0]!._tag
}

it("what a wallet has for the bond of a deal that is accepted is not promised to another one", async () => {
  const { agent, propose, pledged } = provider()
  const first = propose(0)
  expect(await answer(first)).toBe("Accept")
  const second = propose(1)
  expect(await answer(second)).toBe("Decline")
  expect(pledged()).toBe(1)
  // The chain has it now, and no balance has it any more.
  const { provider: by, requester, cap, bond, start, end } = first.deal
  const log = { _tag: "DealOpened", id: first.id, provider: by, requester } as const
  Turn.feed(agent, first, { _tag: "Logged", log: { ...log, cap, bond, start, end } })
  await Pace.until(() => pledged() === 0)
})
