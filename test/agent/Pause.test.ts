// The requester's own pauses: the provider keeps the address meanwhile, and is paid for it.
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { Settings } from "../../src/agent/Participant.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { Role } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import * as Arbitrary from "../arbitrary/deal.ts"

const id = Id.fromNumber(7)
const deal = Arbitrary.deal({
  end: Time.seconds(2000),
  cap: Amount.of(1000n),
  bond: Amount.of(100n),
  pricePerSecond: Amount.of(1n),
  maxLag: 100,
})
const settings: Settings = {
  parameters: Parameters.standard,
  epoch: Time.seconds(1000),
  blockSeconds: 2,
  digest: ({ seq, role }) => Id.fromNumber(seq + 100 * (role + 1)),
  patience: 30_000,
}
const { provider, requester, cap, bond, start, end } = deal
const opened = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end } as const

/** Both sides of an active deal; what one says reaches the other at once. */
const pair = () => {
  const sides = {
    provider: Provider.make(id, deal, settings),
    requester: Requester.make(id, deal, settings),
  }
  const feed = (role: Role, input: Input, now: number, seconds = 0): void => {
    const situation = { now, meter: { seconds, bytesUsed: 0 } }
    const intents: ReadonlyArray<Intent> =
      role === "provider"
        ? Provider.step(sides.provider, input, situation)
        : Requester.step(sides.requester, input, situation)
    const other = role === "provider" ? "requester" : "provider"
    for (const intent of intents)
      if (intent._tag === "Send")
        feed(other, { _tag: "Said", message: intent.message }, now, seconds)
  }
  for (const role of ["provider", "requester"] as const) feed(role, { _tag: "Proposed" }, 0)
  for (const role of ["provider", "requester"] as const)
    feed(role, { _tag: "Logged", log: opened }, 2000)
  feed("provider", { _tag: "TunnelUp" }, 3000)
  feed("requester", { _tag: "TunnelUp" }, 4000)
  return { ...sides, feed }
}

it("IPSX-AGR-037 a requester's own pause is billed as time, until it resumes", () => {
  const { provider, requester, feed } = pair()
  expect([provider.serving, requester.serving]).toEqual([true, true])
  // Ten seconds of service, forty of pause, ten of service.
  feed("requester", { _tag: "Pause" }, 14_000, 10)
  expect(provider.serving).toBe(false)
  const epoch = requester.epochs.get("bill")!
  feed("requester", { _tag: "Rang", timer: "bill", epoch }, 54_000, 10)
  expect(provider.signed).toBe(50n)
  feed("requester", { _tag: "Resume" }, 54_000, 10)
  expect(provider.serving).toBe(true)
  feed("requester", { _tag: "Leave" }, 64_000, 20)
  expect(provider.signed).toBe(60n)
})

it("IPSX-AGR-080 a pause for a banned address is not billed", () => {
  const { provider, requester, feed } = pair()
  feed("requester", { _tag: "AddressBanned" }, 14_000, 10)
  expect(provider.serving).toBe(false)
  const epoch = requester.epochs.get("substitute")!
  feed("requester", { _tag: "Rang", timer: "substitute", epoch }, 74_000, 10)
  expect(provider.signed).toBe(10n)
})
