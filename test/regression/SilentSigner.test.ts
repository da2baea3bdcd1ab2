// A signer of somebody's own that never answered held up the turn of its party, and with it every deadline of every deal; one
// that refused once ended the party as if the program had a mistake.
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import * as Agent from "../../src/live/Agent.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Signer from "../../src/live/Signer.ts"
import * as Turn from "../../src/live/Turn.ts"
import * as Correspondence from "../../src/pair-channel/Correspondence.ts"
import type { Signature } from "../../src/signature/Signed.ts"
import * as Lone from "./Lone.ts"
import { signer } from "./Node.ts"

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }))
afterEach(() => void vi.useRealTimers())

const until = async (holds: () => boolean): Promise<void> => {
  for (let looks = 0; !holds(); looks++) {
    if (looks > 1000) throw new Error("it did not happen")
    await vi.advanceTimersByTimeAsync(10)
  }
}

/** A provider that has accepted a deal, with a signer that answers as the test wants. */
const accepting = (sign: Signer.Signer["sign"]) => {
  const lone = Lone.make()
  Object.assign(lone.agent.options, { signer: { address: signer.address, sign } })
  const offer = Lone.offer({ owner: Lone.own })
  lone.agent.orders.set(offer.id, offer)
  const proposal = Lone.proposal(offer, Lone.request(), { prepaid: Lone.prepaid })
  Meeting.proposed(lone.agent, proposal)
  const party = lone.agent.parties.get(proposal.id)!
  const letters = () =>
    Correspondence.unconfirmed(party.correspondence).map(({ letter }) => letter._tag)
  return { ...lone, party, letters }
}

it("IPSX-PCH-020 what is not signed holds up the letters behind it, and nothing else", async () => {
  const asked: Array<() => void> = []
  const { agent, party, letters, written, close } = accepting(
    (digest) => new Promise<Signature>((resolve) => asked.push(() => resolve(signer.sign(digest)))),
  )
  await until(() => asked.length === 1)
  Turn.feed(agent, party, { _tag: "Leave" })
  await until(() =>
    written.some((entry) => entry._tag === "Happened" && entry.input._tag === "Leave"),
  )
  const note = { epoch: 1, adapter: "null", details: {} }
  Turn.note(agent, { _tag: "Write", party, letter: { _tag: "TunnelOffer", ...note } })
  await until(() => written.at(-1)?._tag === "Wrote")
  expect([asked.length, letters()]).toEqual([1, []])
  asked[0]!()
  await until(() => asked.length === 2)
  asked[1]!()
  await until(() => letters().length === 2)
  expect(letters()).toEqual(["Accept", "TunnelOffer"])
  close()
})

it("a signer that does not want to is asked again, and its owner hears of it", async () => {
  let refusals = 2
  const { heard, letters, close } = accepting((digest) =>
    refusals-- > 0 ? Promise.reject(new Error("not now")) : signer.sign(digest),
  )
  await until(() => letters().length === 1)
  expect(heard.filter(({ _tag }) => _tag === "Trouble" || _tag === "Failed")).toEqual([
    { _tag: "Trouble", message: "not now" },
  ])
  close()
})

it("a signer that does not answer has not signed, and so has one that throws", async () => {
  const silent = Signer.careful({ ...signer, sign: () => new Promise(() => {}) })
  const signing = silent.sign(new Uint8Array(32)).catch((cause: unknown) => cause)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await signing).toMatchObject({
    _tag: "Unsigned",
    reason: "its signer has not answered for 60 seconds",
  })
  const throwing = Signer.careful({
    ...signer,
    sign: () => {
      throw new Error("no key")
    },
  })
  await expect(throwing.sign(new Uint8Array(32))).rejects.toMatchObject({ reason: "no key" })
  expect(vi.getTimerCount()).toBe(0)
})

it("an order that is not signed is not placed, and whoever renews it hears why", async () => {
  const { agent, close } = Lone.make()
  const refusing = { ...signer, sign: () => Promise.reject(new Error("not now")) }
  Object.assign(agent.options, { signer: Signer.careful(refusing) })
  const offer = Lone.offer({ owner: Lone.own })
  const why = await Effect.runPromise(Effect.flip(Agent.place(agent, offer)))
  expect(why).toMatchObject({ _tag: "Unsigned", reason: "not now" })
  await Effect.runPromise(Agent.cancel(agent, offer.id))
  close()
})
