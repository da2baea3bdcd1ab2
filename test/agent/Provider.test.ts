// The provider alone, told things that its partner, the chain and its tunnel could tell it.
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Message } from "../../src/model/Message.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import type { Tag, Transaction } from "../../src/model/Transaction.ts"
import { id } from "../arbitrary/ledger.ts"
import { digest, perSecond, settings, terms } from "./Pair.ts"

const agreed = terms()
const { provider, requester, cap, bond, start, end } = agreed
const opened: Log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end }
const amount = (seconds: number) => Amount.of(BigInt(seconds) * perSecond)

const alone = () => {
  const side = Provider.make(id, agreed, settings())
  const done: Array<Intent> = []
  let [now, seconds, seq, previous] = [0, 0, 0, Id.zero]
  const tell = (input: Input): ReadonlyArray<Intent> => {
    const intents = Provider.step(side, input, { now, meter: { seconds, bytesUsed: 0 } })
    done.push(...intents)
    return intents
  }
  const said = (message: Message) => tell({ _tag: "Said", message })
  const self = {
    side,
    done,
    tell,
    said,
    logged: (log: Log) => tell({ _tag: "Logged", log }),
    /** The latest arming rings, if nothing else is said. */
    rang: (
      timer: "connect" | "suspend" | "lag" | "closing" | "end" | "deadline",
      epoch = side.epochs.get(timer) ?? 0,
    ) => tell({ _tag: "Rang", timer, epoch }),
    voucher: (worth: number) =>
      said({
        _tag: "Voucher",
        id,
        author: requester,
        voucher: { channelId: id, cumulativeAmount: amount(worth) },
      }),
    closing: (worth: number) =>
      said({
        _tag: "Closing",
        id,
        author: requester,
        closing: { channelId: id, cumulativeAmount: amount(worth), receipt: Id.fromNumber(5) },
      }),
    status: (code: number, reason = 0) => {
      const status = {
        channelId: id,
        role: 1,
        seq: ++seq,
        status: code,
        reason,
        at: Time.seconds(1000),
        cumulativeAmount: Amount.zero,
        previous,
      }
      previous = digest(status)
      return said({ _tag: "Status", id, author: requester, status })
    },
    /** Seconds go by; the meter follows while the tunnel is open. */
    pass: (by: number) => {
      now += by * 1000
      if (side.serving) seconds += by
    },
  }
  tell({ _tag: "Proposed" })
  said({ _tag: "Accept", id, author: requester })
  self.logged(opened)
  tell({ _tag: "TunnelUp" })
  return self
}
const active = () => {
  const self = alone()
  self.status(3)
  return self
}

const find = <T extends Tag>(
  intents: ReadonlyArray<Intent>,
  tag: T,
): Extract<Transaction, { readonly _tag: T }> | undefined =>
  intents.flatMap((i) =>
    i._tag === "Submit" && i.transaction._tag === tag
      ? [i.transaction as Extract<Transaction, { readonly _tag: T }>]
      : [],
  )[0]
const has = (intents: ReadonlyArray<Intent>, tag: Intent["_tag"]): boolean =>
  intents.some((i) => i._tag === tag)

it("IPSX-PAY-009 it declines a newcomer that prepays too little, and anybody whose deal its own wallet does not cover", () => {
  const least = Terms.newcomerBound(agreed)
  expect(least).toBe(agreed.setupPrice + Terms.intervalBound(agreed))
  const answer = (prepaid: bigint, found: { newcomer?: boolean; uncovered?: boolean }) => {
    const side = Provider.make(id, { ...agreed, prepaid: Amount.of(prepaid) }, settings())
    const said = Provider.step(side, { _tag: "Proposed", ...found }, situation)
    return said.flatMap((i) => (i._tag === "Send" ? [i.message._tag] : []))
  }
  const situation = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
  expect(answer(least - 1n, { newcomer: true })).toEqual(["Decline"])
  expect(answer(least, { newcomer: true })).toEqual(["Accept"])
  expect(answer(0n, { newcomer: false })).toEqual(["Accept"])
  expect(answer(least, { uncovered: true })).toEqual(["Decline"])
})

it("IPSX-TUN-002 it starts its end when the lease begins, once the deal is on the chain, and not for one that is over by then", () => {
  for (const isOver of [false, true]) {
    const deal = terms({ start: Time.seconds(1020), end: Time.seconds(1080) })
    const side = Provider.make(id, deal, settings())
    const at = (now: number, input: Input) =>
      Provider.step(side, input, { now, meter: { seconds: 0, bytesUsed: 0 } })
    at(0, { _tag: "Proposed" })
    at(0, { _tag: "Said", message: { _tag: "Accept", id, author: requester } })
    const armed = at(1000, { _tag: "Logged", log: { ...opened, start: deal.start, end: deal.end } })
    expect(has(armed, "OpenTunnel")).toBe(false)
    expect(armed).toContainEqual({ _tag: "Arm", timer: "provision", at: 20_000, epoch: 1 })
    if (isOver) at(5000, { _tag: "Logged", log: { _tag: "DealStopped", id, by: requester } })
    const began = at(20_000, { _tag: "Rang", timer: "provision", epoch: 1 })
    expect(has(began, "OpenTunnel")).toBe(!isOver)
  }
})

it("IPSX-AGR-030 a ring of an earlier arming changes nothing", () => {
  const self = active()
  const armings = self.done.flatMap((i) => (i._tag === "Arm" ? [i] : []))
  expect(armings.map((i) => i.timer)).toEqual(["accept", "end", "connect", "lag"])
  for (const { timer, epoch } of armings)
    for (const stale of [epoch - 1, epoch + 2, -1])
      expect(self.tell({ _tag: "Rang", timer, epoch: stale })).toEqual([])
  // The requester has connected, and the deal is opened.
  expect(self.rang("connect", 1)).toEqual([])
  expect(self.tell({ _tag: "Rang", timer: "accept", epoch: 1 })).toEqual([])
})

it("IPSX-AGR-033 a requester that falls silent is paused, which moves no money", () => {
  const self = active()
  self.voucher(2)
  const intents = self.tell({ _tag: "Silent" })
  expect(has(intents, "Gate")).toBe(true)
  expect(has(intents, "Submit")).toBe(false)
})

it("IPSX-AGR-034 it gates at the bound, says why, and takes an Active only with a voucher that clears it", () => {
  const self = active()
  self.pass(agreed.maxLag)
  const gated = self.rang("lag")
  expect(has(gated, "Gate")).toBe(true)
  expect(gated.find((i) => i._tag === "Send")).toMatchObject({
    message: { status: { status: 3, reason: 3 } },
  })
  expect(has(self.status(3), "Ungate")).toBe(false)
  expect(has(self.voucher(0), "Ungate")).toBe(false)
  expect(has(self.voucher(4), "Ungate")).toBe(true)
})

it("IPSX-AGR-049 it demands once: what it served, or the least that can be demanded", () => {
  const served = active()
  served.pass(3)
  served.tell({ _tag: "Silent" })
  const demand = find(served.rang("suspend"), "Demand")
  expect(demand).toMatchObject({ due: amount(3) })
  expect(find(served.rang("suspend"), "Demand")).toBeUndefined()

  const idle = alone()
  idle.pass(10)
  expect(find(idle.rang("connect"), "Demand")).toMatchObject({ due: 1n })
})

it("IPSX-PAY-006 it countersigns a closing that pays what was signed and served, up to the lag", () => {
  const offered = (worth: number) => {
    const self = active()
    self.voucher(3)
    self.pass(6)
    return find(self.closing(worth), "Settle")
  }
  expect(offered(2)).toBeUndefined()
  expect(offered(3)).toMatchObject({ cumulative: amount(3), receipt: Id.fromNumber(5) })
  expect(offered(61)).toBeUndefined()
  expect(offered(60)).toMatchObject({ cumulative: cap })
  const unpaid = active()
  unpaid.pass(5)
  expect(Terms.lagBound(agreed)).toBe(amount(4))
  expect(find(unpaid.closing(0), "Settle")).toBeUndefined()
  expect(find(unpaid.closing(1), "Settle")).toBeDefined()
})

it("IPSX-AGR-061 it settles nothing by consent with a requester that is proved to tell two stories", () => {
  const self = active()
  self.logged({ _tag: "EquivocationProved", id, role: 1 })
  expect(find(self.closing(60), "Settle")).toBeUndefined()
  const slandered = active()
  slandered.logged({ _tag: "EquivocationProved", id, role: 0 })
  expect(find(slandered.closing(60), "Settle")).toBeDefined()
})

it("IPSX-AGR-051 it answers a challenge in whatever state it is", () => {
  const states = [alone(), active(), active()]
  states[2]!.status(5)
  for (const self of states)
    expect(find(self.logged({ _tag: "DealChallenged", id }), "Answer")).toBeDefined()
})

it("IPSX-AGR-032 when the lease is over it holds the tunnel, and brings voucher and end to the chain", () => {
  const self = active()
  self.voucher(2)
  self.pass(60)
  expect(has(self.rang("end"), "Gate")).toBe(true)
  self.pass(5)
  const enforced = self.rang("closing")
  expect(find(enforced, "Claim")).toMatchObject({ cumulative: amount(2) })
  expect(find(enforced, "Expire")).toBeDefined()
  self.logged({ _tag: "DealEnded", id })
  expect(find(self.rang("deadline"), "Finalize")).toBeDefined()
})

it("IPSX-PAY-003 a voucher above the cap is none", () => {
  const self = active()
  self.voucher(61)
  expect(self.side.signed).toBe(0n)
  self.voucher(60)
  expect(self.side.signed).toBe(cap)
})
