// The provider's offer of a tunnel was kept by a requester that was killed before it answered: the provider waited for the
// answer, the requester for the next offer, and the deal broke as the requester's fault. The same where its end of the tunnel
// failed once before the answer; and of two offers the older one, when it came up late, took the place of the newer.
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import type * as Conduit from "../../src/live/Conduit.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as RequesterEnd from "../../src/live/RequesterEnd.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Restart from "../../src/live/Restart.ts"
import type { Country } from "../../src/model/Country.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"
import { curve, signer } from "./Node.ts"
import { lease } from "./lease.ts"

it("IPSX-PCH-012 an offer that was heard and not answered is answered by the next run", async () => {
  const request = Lone.request({ owner: Lone.own })
  const { id, deal, offer } = Lone.proposal(Lone.offer(), request)
  const began = {
    _tag: "Began",
    id,
    role: "requester",
    deal,
    offer,
    request,
    partner: null,
  } as const
  const { first: address, country } = offer.resource
  const exit = { address, country, source: "its own word", seen: null }
  const letter = {
    _tag: "TunnelOffer",
    epoch: 1,
    adapter: "null",
    details: { nonce: "1" },
    exit,
  } as const
  const moment = { id, now: Date.now(), seconds: 0, bytesUsed: 0 }
  const heard = {
    _tag: "Heard",
    ...moment,
    seq: 1,
    letter: { ...letter, signature: "0x" },
  } as const
  const accept = { _tag: "TunnelAccept", epoch: 1, adapter: "null", details: {} } as const
  const wrote: Recording.Entry = { _tag: "Wrote", id, letter: accept }
  for (const [entries, answers] of [
    [[began, heard], 1],
    [[began, heard, wrote], 0],
  ] as const) {
    const { settings, separator, evidence } = Lone.make().agent
    const options = { settings, separator, evidence, curve, signer, act: undefined }
    const { parties } = await Restart.play(entries, options)
    const lone = Lone.make({ parties })
    const party = parties.get(id)!
    // What the participant of an open deal wants.
    party.tunnel = true
    try {
      Meeting.resume(lone.agent, party)
      const said = () => lone.written.filter(({ _tag }) => _tag === "Wrote").length
      if (answers > 0) await Pace.until(() => said() > 0)
      else await new Promise((resolve) => setTimeout(resolve, 50))
      expect(said()).toBe(answers)
    } finally {
      lone.close()
      await party.ends?.dispose()
    }
  }
})

const lent = { country: "DE" as Country, start: 0, source: "", echo: undefined, everyMs: 1000 }
const exit = { address: lease.address, country: lent.country, source: "a registry", seen: null }
const offer = (epoch: number): Conduit.Message => ({
  epoch,
  adapter: "null",
  details: { nonce: String(epoch) },
  exit,
})

const end = (adapter: Tunnel.Adapter) => {
  const said: Array<number> = []
  const attached: Array<Tunnel.Attachment> = []
  const conduit = RequesterEnd.make({
    adapter,
    lease,
    policy: ExitPolicy.standard,
    before: { seconds: 0, bytesUsed: 0, epoch: 0 },
    say: (_, { epoch }) => void said.push(epoch),
    up: () => {},
    down: () => {},
    attached: (attachment) => void attached.push(attachment),
    lent,
    address: () => {},
    objected: () => {},
  })
  conduit.open()
  return { conduit, said, attached }
}

it("an end that fails before it has answered tries again", async () => {
  const adapter = Null.make()
  let attempts = 0
  const fails = new Tunnel.AdapterFailed({ adapter: "null", step: "accept", reason: "once" })
  const { conduit, said } = end({
    ...adapter,
    accept: (...given) => (++attempts === 1 ? Effect.fail(fails) : adapter.accept(...given)),
  })
  conduit.hear(offer(1))
  await Pace.until(() => said.length > 0)
  await conduit.dispose()
  expect([attempts, said]).toEqual([2, [1]])
})

it("a session that comes up when a later offer has come is not taken over", async () => {
  const adapter = Null.make()
  const late = Promise.withResolvers<void>()
  const attach = { kind: "proxy", socks: "socks5://older", http: "http://older" }
  const older = { attach } as unknown as Tunnel.RequesterSession
  const { conduit, said, attached } = end({
    ...adapter,
    accept: (of, { details }) => Effect.succeed({ adapter: "null", lease: of.id, details }),
    connect: (_, { details }) =>
      details["nonce"] === "1"
        ? Effect.as(
            Effect.promise(() => late.promise),
            older,
          )
        : Effect.never,
  })
  conduit.hear(offer(1))
  await Pace.until(() => said.length === 1)
  conduit.hear(offer(2))
  await Pace.until(() => said.length === 2)
  late.resolve()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(attached).toEqual([])
  await conduit.dispose()
})
