// The requester alone, told things that its partner, the chain and its tunnel could tell it.
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Message } from "../../src/model/Message.ts"
import type { Status } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import { id } from "../arbitrary/ledger.ts"
import { digest, perSecond, settings, terms } from "./Pair.ts"

const says = (message: Message): Input => ({ _tag: "Said", message })
const logged = (log: Log): Input => ({ _tag: "Logged", log })

class Alone {
  readonly deal: Deal
  readonly side: Requester.Requester
  readonly done: Array<Intent> = []
  now = 0
  seconds = 0
  said = 0
  previous = Id.zero

  constructor(change: Partial<Deal> = {}) {
    this.deal = terms(change)
    this.side = Requester.make(id, this.deal, settings())
  }

  hear(input: Input): ReadonlyArray<Intent> {
    const situation = { now: this.now, meter: { seconds: this.seconds, bytesUsed: 0 } }
    const intents = Requester.step(this.side, input, situation)
    this.done.push(...intents)
    return intents
  }

  status(code: number, reason = 0): ReadonlyArray<Intent> {
    const status: Status = {
      channelId: id,
      role: 0,
      seq: ++this.said,
      status: code,
      reason,
      at: Time.seconds(1000),
      cumulativeAmount: Amount.zero,
      previous: this.previous,
    }
    this.previous = digest(status)
    return this.hear(says({ _tag: "Status", id, author: this.deal.provider, status }))
  }

  opened(): this {
    const { provider, requester, cap, bond, start, end } = this.deal
    this.hear({ _tag: "Proposed" })
    this.hear(says({ _tag: "Accept", id, author: provider }))
    this.hear(logged({ _tag: "DealOpened", id, provider, requester, cap, bond, start, end }))
    return this
  }

  active(): this {
    this.opened()
    this.status(3)
    this.hear({ _tag: "TunnelUp" })
    return this
  }

  demanded(due: bigint): ReadonlyArray<Intent> {
    return this.hear(logged({ _tag: "PaymentDemanded", id, due: Amount.of(due) }))
  }
}

const submitted = (intents: ReadonlyArray<Intent>): ReadonlyArray<string> =>
  intents.flatMap((intent) => (intent._tag === "Submit" ? [intent.transaction._tag] : []))

it("IPSX-AGR-020 it asks the chain to open the deal once it holds both signatures, and once", () => {
  const alone = new Alone()
  expect(submitted(alone.hear({ _tag: "Proposed" }))).toEqual([])
  const accept = says({ _tag: "Accept", id, author: alone.deal.provider })
  expect(submitted(alone.hear(accept))).toEqual(["OpenDeal"])
  expect(submitted(alone.hear(accept))).toEqual([])
})

it("IPSX-TUN-002 a Ready that comes before the lease has to wait for it", () => {
  const early = new Alone({ start: Time.seconds(1020), end: Time.seconds(1080) }).opened()
  early.now = 19_000
  const waits = early.status(3)
  expect(waits).toContainEqual({ _tag: "Arm", timer: "connect", at: 20_000, epoch: 1 })
  expect(waits.some(({ _tag }) => _tag === "OpenTunnel")).toBe(false)
  early.now = 20_000
  expect(early.hear({ _tag: "Rang", timer: "connect", epoch: 1 })[0]).toEqual({
    _tag: "OpenTunnel",
  })
})

it("IPSX-AGR-048 it pays a demand up to its meter and one interval, and stops at one base unit more", () => {
  const interval = 2n * perSecond
  for (const seconds of [0, 10]) {
    const owed = BigInt(seconds) * perSecond
    const fair = new Alone().active()
    fair.seconds = seconds
    expect(submitted(fair.demanded(owed + interval))).toEqual(["Claim"])
    const unfair = new Alone().active()
    unfair.seconds = seconds
    expect(submitted(unfair.demanded(owed + interval + 1n))).toEqual(["Stop"])
    expect(unfair.side.signed).toBe(owed)
  }
})

it("IPSX-PAY-009 a newcomer pays the least that can be demanded beyond what it prepaid", () => {
  const prepaid = Amount.of(2n * perSecond)
  expect(submitted(new Alone({ prepaid }).active().demanded(prepaid + 1n))).toEqual(["Claim"])
  expect(submitted(new Alone({ prepaid }).active().demanded(prepaid + 2n))).toEqual(["Stop"])
})

it("IPSX-AGR-030 a ring of an earlier arming changes nothing", () => {
  const alone = new Alone().active()
  const armings = alone.done.flatMap((i) => (i._tag === "Arm" ? [i] : []))
  expect(armings.map((i) => i.timer)).toEqual(["accept", "end", "provision", "connect", "bill"])
  for (const { timer, epoch } of armings)
    for (const stale of [epoch - 1, epoch + 2, -1])
      expect(alone.hear({ _tag: "Rang", timer, epoch: stale })).toEqual([])
  // Ready has disarmed the provisioning window, Active the connecting one, and the opening the option.
  expect(alone.hear({ _tag: "Rang", timer: "provision", epoch: 1 })).toEqual([])
  expect(alone.hear({ _tag: "Rang", timer: "accept", epoch: 1 })).toEqual([])
  expect(alone.hear({ _tag: "Rang", timer: "bill", epoch: 1 })).not.toEqual([])
})

it("IPSX-AGR-048 it says nothing that disproves its own challenge, from its submission on", () => {
  const alone = new Alone().opened()
  alone.now = 10_000
  expect(submitted(alone.hear({ _tag: "Rang", timer: "provision", epoch: 1 }))).toEqual([
    "Challenge",
  ])
  const active = (intents: ReadonlyArray<Intent>): boolean =>
    intents.some(
      (i) => i._tag === "Send" && i.message._tag === "Status" && i.message.status.status === 3,
    )
  expect(active(alone.status(3))).toBe(false)
  expect(active(alone.hear({ _tag: "TunnelUp" }))).toBe(false)
  expect(active(alone.hear(logged({ _tag: "DealChallenged", id })))).toBe(false)
  expect(active(alone.hear({ _tag: "TunnelUp" }))).toBe(false)
})

it("IPSX-PCH-001 it hears nobody but its provider, on no channel but its own", () => {
  const alone = new Alone().opened()
  const stranger = says({ _tag: "Decline", id, author: alone.deal.requester })
  const elsewhere = says({ _tag: "Decline", id: Id.fromNumber(99), author: alone.deal.provider })
  expect(alone.hear(stranger)).toEqual([])
  expect(alone.hear(elsewhere)).toEqual([])
})

it("IPSX-PAY-020 it offers to settle for its highest voucher when the lease is over", () => {
  const alone = new Alone().active()
  alone.seconds = 50
  alone.now = 60_000
  const closing = alone
    .hear({ _tag: "Rang", timer: "end", epoch: 1 })
    .flatMap((i) => (i._tag === "Send" && i.message._tag === "Closing" ? [i.message] : []))
  expect(closing.map((m) => m.closing.cumulativeAmount)).toEqual([50n * perSecond])
  expect(alone.side.signed).toBe(50n * perSecond)
})
