// Whoever rented an address again as soon as a lease of it was over was declined, one time in ten: the relay had seen the
// settlement and the provider not yet, to which its own seat was promised; and the requester was bound to the declined deal
// until its option was over.
import * as Result from "effect/Result"
import { afterEach, expect, it } from "vitest"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import type * as Log from "../../src/model/Log.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"

const lones: Array<Lone.Lone> = []
afterEach(() => {
  for (const { close } of lones.splice(0)) close()
})

/** A provider with a deal of its only address, of which the chain has these logs. */
const made = async (...tags: ReadonlyArray<"DealOpened" | "DealStopped">) => {
  const lone = Lone.make()
  lones.push(lone)
  const { agent } = lone
  const offer = Lone.offer({ owner: Lone.own })
  agent.orders.set(offer.id, offer)
  const propose = (number: number) => {
    const request = Lone.request({ id: Id.fromNumber(number) })
    const proposed = Lone.proposal(offer, request, { prepaid: Lone.prepaid })
    Meeting.proposed(agent, proposed)
    const { outgoing } = agent.parties.get(proposed.id)!.correspondence
    return { ...proposed, answer: () => outgoing[0]?._tag }
  }
  const { id, deal, answer } = propose(1)
  await Pace.until(() => answer() !== undefined)
  expect(answer()).toBe("Accept")
  let number = 1
  const mine = (...logs: ReadonlyArray<Log.Log>) =>
    Meeting.takeBlocks(agent, [
      { number: number++, timestamp: deal.start + number, hash: Id.fromNumber(number), logs },
    ])
  const { provider, requester, cap, bond, start, end } = deal
  const opened = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end } as const
  const stopped = { _tag: "DealStopped", id, by: requester } as const
  for (const tag of tags) await mine(tag === "DealOpened" ? opened : stopped)
  const settled = {
    _tag: "DealSettled",
    id,
    cumulative: Amount.zero,
    penaltyProvider: Amount.zero,
    penaltyRequester: Amount.zero,
    receipt: Id.zero,
  } as const
  const { participant } = agent.parties.get(id)!
  return {
    /** Both have signed the end of it, and the chain has not heard of that. */
    sign: () => {
      for (const type of [
        "provider.ready",
        "requester.activate",
        "requester.stop",
        "provider.stop",
        "provider.settle",
        "requester.settle",
      ] as const)
        participant.agreement = Result.getOrThrow(
          Agreement.step(participant.agreement, { type }),
        ).agreement
    },
    settle: () => mine(settled),
    propose: () => propose(2),
  }
}

it.each([
  ["stopped", ["DealOpened", "DealStopped"]],
  ["settled by both", ["DealOpened"]],
] as const)(
  "IPSX-MAT-030 a provider waits for the chain's word of a deal that is %s",
  async (how, tags) => {
    const { propose, settle, sign } = await made(...tags)
    if (how === "settled by both") sign()
    const second = propose()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(second.answer()).toBeUndefined()
    await settle()
    await Pace.until(() => second.answer() !== undefined)
    expect(second.answer()).toBe("Accept")
  },
)

it("IPSX-MAT-030 it declines when that word does not come, and at once when the deal goes on", async () => {
  const closing = (await made("DealOpened", "DealStopped")).propose()
  const open = (await made("DealOpened")).propose()
  await Pace.until(() => open.answer() !== undefined)
  expect([open.answer(), closing.answer()]).toEqual(["Decline", undefined])
  await Pace.until(() => closing.answer() !== undefined)
  expect(closing.answer()).toBe("Decline")
})
