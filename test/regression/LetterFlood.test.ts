// A partner that wrote letters as fast as it could had all of them on the other end's disk, which was full after an hour: then
// that party stopped, with all its other deals. One that asked for another seat again and again had a search begun each time.
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Turn from "../../src/live/Turn.ts"
import type { Id } from "../../src/model/Id.ts"
import * as Dialling from "../../src/pair-channel/Dialling.ts"
import * as Frame from "../../src/pair-channel/Frame.ts"
import * as Greeting from "../../src/pair-channel/Greeting.ts"
import * as Intake from "../../src/pair-channel/Intake.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import * as Memory from "../../src/pair-channel/Memory.ts"
import * as PairChannel from "../../src/pair-channel/PairChannel.ts"
import * as Pace from "../pace.ts"
import { context, sealed, self } from "../pair-channel/Pair.ts"
import * as Lone from "./Lone.ts"

it("IPSX-PCH-033 what comes is taken as far as a burst and some bytes for each second", () => {
  const intake = Intake.make(0)
  expect(Intake.take(intake, Intake.burst, 0)).toBe(true)
  expect(Intake.take(intake, 1, 0)).toBe(false)
  expect(Intake.take(intake, Intake.perSecond, 1000)).toBe(true)
  expect(Intake.take(intake, 1, 1000)).toBe(false)
  expect(Intake.take(intake, Intake.burst, 1e9)).toBe(true)
})

const details = { text: "a".repeat(15_000) }
const letter = (epoch: number): Letter =>
  sealed({ _tag: "TunnelAccept", epoch, adapter: "null", details }, 1, epoch)

it("IPSX-PCH-033 a flood of letters ends the connection, and the rest is taken when it comes again", async () => {
  const kept: Array<number> = []
  const refused: Array<string> = []
  const open = (role: 0 | 1) =>
    PairChannel.open({
      self: self(role),
      heartbeatMs: 10_000,
      misses: 3,
      keep: async (seq) => void kept.push(seq),
      silent: () => {},
      refused: ({ _tag }) => void refused.push(_tag),
    })
  const [provider, requester] = [open(0), open(1)]
  const meet = async (): Promise<void> => {
    const binding = `0x${randomBytes(32).toString("hex")}` as Id
    const [taken, dialled] = Memory.pair(binding, (task) => void setImmediate(task))
    const find = (id: Id) => (id === context.id ? provider.self : undefined)
    const [one, two] = await Promise.all([
      Effect.runPromise(Greeting.taken(taken, find, Dialling.nonce())),
      Effect.runPromise(Greeting.dialled(dialled, requester.self, Dialling.nonce())),
    ])
    provider.attach(one)
    requester.attach(two)
  }
  const count = Math.ceil(Intake.burst / Frame.size(letter(1))) + 2
  const began = performance.now()
  for (let n = 1; n <= count; n++) Result.getOrThrow(requester.write(letter(n)))
  await meet()
  await Pace.until(() => refused.length > 0)
  const most = Intake.burst + ((performance.now() - began) / 1000) * Intake.perSecond
  expect(kept.length * Frame.size(letter(1))).toBeLessThanOrEqual(most)
  expect([refused, provider.isAttached()]).toEqual([["TooMuch"], false])
  while (kept.length < count) {
    await meet()
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  expect(kept).toEqual(Array.from({ length: count }, (_, n) => n + 1))
  for (const end of [provider, requester]) end.close("the test is over")
})

it("IPSX-AGR-081 who asks for another seat again and again has one search for it", async () => {
  const { agent, close } = Lone.make()
  const { promise: answer, resolve } = Promise.withResolvers<never>()
  let asked = 0
  const seenAs = () => Effect.promise(() => (asked++, answer))
  Object.assign(agent.options, {
    adapter: { ...agent.options.adapter, seenAs },
    lent: { ...agent.options.lent, echo: "http://echo" },
  })
  const range = Lone.offer().resource
  const offer = Lone.offer({ owner: Lone.own, resource: { ...range, addresses: 4 } })
  agent.orders.set(offer.id, offer)
  const proposal = Lone.proposal(offer, Lone.request(), { prepaid: Lone.prepaid })
  Meeting.proposed(agent, proposal)
  const party = agent.parties.get(proposal.id)!
  const searches = Array.from({ length: 20 }, () => Turn.offerSubstitute(agent, party, 0))
  await Pace.until(() => asked > 0)
  await new Promise((done) => setTimeout(done, 20))
  expect(asked).toBe(1)
  resolve("another address" as never)
  await Promise.all(searches)
  expect(party.sought.size).toBe(0)
  close()
})
