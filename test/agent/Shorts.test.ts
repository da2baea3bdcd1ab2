// Both sides of a standing reservation, told what the exchange, the chain and each other could tell them.
import { describe, expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Message } from "../../src/model/Message.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as Time from "../../src/model/Time.ts"
import { id } from "../arbitrary/ledger.ts"
import { settings } from "./Pair.ts"
import * as Under from "./reservation.ts"
import { amount, reservation } from "./reservation.ts"

const { provider, requester, cap, bond, start, end } = reservation
const opened: Log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end }
const short = (nonce: number, change: Partial<ShortDeal> = {}): ShortDeal =>
  Under.short(id, nonce, change)

const pair = () => {
  const sides = {
    provider: Provider.make(id, reservation, settings()),
    requester: Requester.make(id, reservation, settings()),
  }
  const meters = new Map<number, number>()
  const at = { now: 10_000 }
  const tell = (role: "provider" | "requester", input: Input): ReadonlyArray<Intent> => {
    const situation = {
      now: at.now,
      meter: { seconds: 0, bytesUsed: 0 },
      used: (nonce: number) => ({ seconds: meters.get(nonce) ?? 0, bytesUsed: 0 }),
    }
    return role === "provider"
      ? Provider.step(sides.provider, input, situation)
      : Requester.step(sides.requester, input, situation)
  }
  const messages = (intents: ReadonlyArray<Intent>): ReadonlyArray<Message> =>
    intents.flatMap((intent) => (intent._tag === "Send" ? [intent.message] : []))
  /** Gives the other side what one side says, and answers with what that does. */
  const pass = (from: "provider" | "requester", intents: ReadonlyArray<Intent>) =>
    messages(intents).flatMap((message) =>
      tell(from === "provider" ? "requester" : "provider", { _tag: "Said", message }),
    )
  const ring = (role: "provider" | "requester", nonce: number) =>
    tell(role, {
      _tag: "Rang",
      timer: "end",
      epoch: sides[role].shorts!.open.get(nonce)?.epoch ?? 0,
      short: nonce,
    })
  for (const role of ["provider", "requester"] as const) tell(role, { _tag: "Logged", log: opened })
  const self = { sides, meters, at, tell, messages, pass, ring }
  return { ...self, run: (deal: ShortDeal) => begin(self, deal) }
}

/** A short deal up to both ends of its tunnel. */
const begin = (
  { tell, pass }: Pick<ReturnType<typeof pair>, "tell" | "pass">,
  deal: ShortDeal,
): void => {
  const signed = tell("requester", { _tag: "ShortProposed", deal })
  expect(pass("requester", signed)).toEqual([{ _tag: "OpenTunnel", short: deal.nonce }])
  const up = tell("provider", { _tag: "TunnelUp", short: deal.nonce })
  expect(pass("provider", up)).toEqual([{ _tag: "OpenTunnel", short: deal.nonce }])
  tell("requester", { _tag: "TunnelUp", short: deal.nonce })
}

const kinds = (intents: ReadonlyArray<Intent>): ReadonlyArray<string> =>
  intents.map((intent) => (intent._tag === "Send" ? intent.message._tag : intent._tag))

describe("short deals of a pair", () => {
  it("IPSX-AGR-077 IPSX-AGR-079 add up to one cumulative voucher", () => {
    const { sides, run, meters, at, ring, pass, messages } = pair()
    for (const [nonce, served] of [
      [1, 10],
      [2, 7],
    ] as const) {
      run(short(nonce))
      meters.set(nonce, served)
      at.now = 20_000
      ring("provider", nonce)
      const said = ring("requester", nonce)
      expect(messages(said)[0]).toMatchObject({
        _tag: "ShortEnd",
        charged: amount(served),
        voucher: { channelId: id, cumulativeAmount: amount(nonce === 1 ? 10 : 17) },
      })
      expect(kinds(pass("requester", said))).toEqual(["CloseTunnel", "ShortEnd"])
      at.now = 10_000
    }
    for (const { shorts, signed } of Object.values(sides))
      expect([shorts!.books.spent, shorts!.open.size, signed]).toEqual([amount(17), 0, amount(17)])
  })

  it("IPSX-AGR-078 begin with the requester's signature, and the provider's when its end is up", () => {
    const { tell, pass } = pair()
    const signed = tell("requester", { _tag: "ShortProposed", deal: short(1) })
    expect(kinds(signed)).toEqual(["ShortDeal", "Arm"])
    expect(kinds(pass("requester", signed))).toEqual(["OpenTunnel"])
    expect(kinds(tell("provider", { _tag: "TunnelUp", short: 1 }))).toEqual([
      "ShortDeal",
      "Ungate",
      "Arm",
      "Arm",
    ])
  })

  it("IPSX-AGR-071 IPSX-AGR-073 IPSX-AGR-074 are declined where the books of either side do not cover them", () => {
    const { tell, run, messages } = pair()
    run(short(2))
    const declines = (role: "provider" | "requester", deal: ShortDeal): boolean => {
      const input: Input =
        role === "requester"
          ? { _tag: "ShortProposed", deal }
          : { _tag: "Said", message: { _tag: "ShortDeal", id, author: requester, short: deal } }
      return messages(tell(role, input)).some(({ _tag }) => _tag === "ShortDecline")
    }
    for (const role of ["provider", "requester"] as const) {
      expect(declines(role, short(1))).toBe(true)
      expect(declines(role, short(3, { cap: amount(31) }))).toBe(true)
      expect(declines(role, short(3, { bond: amount(4) }))).toBe(true)
      expect(declines(role, short(3, { end: Time.seconds(1021) }))).toBe(true)
      expect(declines(role, short(3))).toBe(false)
    }
  })

  it("IPSX-AGR-075 are not signed any more when the reservation is ending", () => {
    const { tell, messages } = pair()
    const log: Log = { _tag: "DealStopped", id, by: provider }
    for (const role of ["provider", "requester"] as const) tell(role, { _tag: "Logged", log })
    const late = tell("requester", { _tag: "ShortProposed", deal: short(1) })
    expect(messages(late)).toMatchObject([{ _tag: "ShortDecline", nonce: 1 }])
  })

  it("IPSX-PAY-008 are held together when the lag of all that runs is used up, until a voucher comes", () => {
    const { tell, run, meters, sides } = pair()
    run(short(1))
    run(short(2))
    meters.set(1, 4)
    meters.set(2, 4)
    const epoch = sides.provider.epochs.get("lag")!
    const held = tell("provider", { _tag: "Rang", timer: "lag", epoch })
    expect(held).toEqual([
      { _tag: "Gate", short: 1 },
      { _tag: "Gate", short: 2 },
    ])
    const voucher = { channelId: id, cumulativeAmount: amount(8) }
    const message: Message = { _tag: "Voucher", id, author: requester, voucher }
    expect(kinds(tell("provider", { _tag: "Said", message }))).toEqual(["Ungate", "Ungate", "Arm"])
  })

  it("IPSX-AGR-079 end the reservation when one is charged for less than was served, by more than the lag", () => {
    const { tell, run, meters } = pair()
    run(short(1))
    meters.set(1, 10)
    const end = (charged: number): ReadonlyArray<string> => {
      const voucher = { channelId: id, cumulativeAmount: amount(charged) }
      const message: Message = {
        _tag: "ShortEnd",
        id,
        author: requester,
        nonce: 1,
        charged: amount(charged),
        voucher,
      }
      return kinds(tell("provider", { _tag: "Said", message }))
    }
    expect(end(5)).toContain("Submit")
    expect(end(10)).toEqual([])
  })

  it("IPSX-PAY-007 cost a requester nothing when nobody comes, and end the reservation", () => {
    const { tell, ring, messages } = pair()
    tell("requester", { _tag: "ShortProposed", deal: short(1) })
    const said = messages(ring("requester", 1)).map(({ _tag }) => _tag)
    expect(said).toEqual(["ShortEnd", "Status", "Status", "Closing"])
  })
})
