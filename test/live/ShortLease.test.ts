// What a live party is told of short deals by the relay and by its partner, in any order, and what its participant hears of it.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Meters from "../../src/live/Meters.ts"
import * as Party from "../../src/live/Party.ts"
import * as ShortLease from "../../src/live/ShortLease.ts"
import * as Unpaid from "../../src/live/Unpaid.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as Time from "../../src/model/Time.ts"
import type { Letter, Unsigned } from "../../src/pair-channel/Letter.ts"
import { settings } from "../agent/Pair.ts"
import * as Under from "../agent/reservation.ts"
import { amount, reservation } from "../agent/reservation.ts"
import { offer as someOffer, request as someRequest } from "../arbitrary/order.ts"

const id = Id.fromNumber(77)
const [offer] = fc.sample(someOffer(1, 1), { seed: 5, numRuns: 1 })
const [request] = fc.sample(someRequest(1, 1), { seed: 5, numRuns: 1 })
const orders = { offer: offer!, request: request! }
/** Each of a seat of its own. */
const short = (nonce: number, change: Partial<ShortDeal> = {}): ShortDeal =>
  Under.short(id, nonce, { firstSeat: nonce, ...change })

const now = 1_010_000

const list: Party.Act = (intents) => intents

/** A party of a reservation that the chain has not opened. */
const unopened = (role: "provider" | "requester"): Party.Party => {
  const began = { _tag: "Began", id, role, deal: reservation, ...orders, partner: null } as const
  const context = Party.contextOf(NativeCurve.fastest(), new Uint8Array(32), began)
  return Party.make(began, { ...settings(), epoch: Time.seconds(0) }, context)
}

const opened = (of: Party.Party): Party.Party => {
  const { provider, requester, cap, bond, start, end } = reservation
  const log: Log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end }
  Party.step(of, { _tag: "Logged", log }, now, list)
  return of
}

const party = (role: "provider" | "requester"): Party.Party => opened(unopened(role))

const begin = (of: Party.Party, one: ShortDeal, more: { objection?: string; now?: number } = {}) =>
  ShortLease.begin(of, { _tag: "ShortBegan", id, now, short: one, ...orders, ...more })

const letter = (unsigned: Unsigned): Letter =>
  ({ ...unsigned, signature: `0x${"00".repeat(65)}` }) as Letter
const signed = (one: ShortDeal) => letter({ _tag: "ShortDeal", shortDeal: one })

/** What comes of a letter: the answer of the shell, and what the participant wants. */
const hear = (of: Party.Party, heard: Letter) => {
  const answer = ShortLease.hear(of, heard)
  const message = Party.messageOf(of, heard)
  const wants =
    message === undefined
      ? []
      : Party.step(of, { _tag: "Said", message }, now, list).map(({ _tag }) => _tag)
  return { answer, wants }
}

describe("a provider", () => {
  it("IPSX-MAT-030 IPSX-AGR-078 signs what the relay has proposed and its requester has signed, whichever it hears of first", () => {
    const before = party("provider")
    begin(before, short(1))
    expect(hear(before, signed(short(1)))).toEqual({ answer: undefined, wants: ["OpenTunnel"] })
    const after = party("provider")
    expect(hear(after, signed(short(1)))).toEqual({ answer: undefined, wants: [] })
    expect([...after.early.keys()]).toEqual([1])
    begin(after, short(1))
    expect(hear(after, signed(short(1))).wants).toEqual(["OpenTunnel"])
  })

  it("IPSX-AGR-078 keeps what its requester has signed until it has itself heard that the chain has opened the reservation", () => {
    const it = unopened("provider")
    begin(it, short(1))
    for (const nonce of [1, 2])
      expect(hear(it, signed(short(nonce)))).toEqual({ answer: undefined, wants: [] })
    expect(ShortLease.due(it)).toEqual([])
    opened(it)
    expect(ShortLease.due(it)).toEqual([short(1)])
    expect(hear(it, signed(short(1))).wants).toEqual(["OpenTunnel"])
    expect([...it.early.keys()]).toEqual([2])
    begin(it, short(2), { objection: "too cheap" })
    expect(ShortLease.due(it)).toEqual([])
    ShortLease.wrote(it, { _tag: "ShortDecline", nonce: 2 })
    expect([it.early.size, ShortLease.takeOver(it, false).length]).toEqual([0, 1])
  })

  it("IPSX-MAT-030 declines what was proposed otherwise, and what it objects to, and serves none of it", () => {
    const it = party("provider")
    begin(it, short(1))
    begin(it, short(2), { objection: "too cheap" })
    const cheap = short(1, { pricePerSecond: Amount.of(1n) })
    for (const one of [cheap, short(2)])
      expect(hear(it, signed(one))).toEqual({ answer: "decline", wants: [] })
    ShortLease.wrote(it, { _tag: "ShortDecline", nonce: 2 })
    expect(ShortLease.takeOver(it, false).map(({ began }) => began.short.nonce)).toEqual([2])
    // What was once over is not begun again.
    expect(hear(it, signed(short(2)))).toEqual({ answer: undefined, wants: [] })
    expect(it.early.size).toBe(0)
  })

  it("forgets what its requester takes back, and holds a bounded number of what nobody else has told it of", () => {
    const it = party("provider")
    begin(it, short(1))
    hear(it, letter({ _tag: "ShortDecline", nonce: 1 }))
    expect(ShortLease.takeOver(it, false).length).toBe(1)
    for (let nonce = 2; nonce < 200; nonce++) hear(it, signed(short(nonce)))
    expect([it.early.size, it.early.has(2), it.early.has(199)]).toEqual([64, false, true])
    hear(it, letter({ _tag: "ShortDecline", nonce: 199 }))
    expect(it.early.has(199)).toBe(false)
    for (let nonce = 200; ShortLease.hasRoom(it); nonce++) begin(it, short(nonce))
    expect(it.shorts.size).toBe(64)
    begin(it, short(300), { now: 1_081_000 })
    expect(it.shorts.size).toBe(1)
  })
})

describe("a requester", () => {
  it("IPSX-AGR-071 IPSX-AGR-079 knows of each short deal whether it runs, what it has cost, and when it is over", () => {
    const it = party("requester")
    const lease = begin(it, short(1))
    const feed = (input: Parameters<typeof Party.step>[1]): void => {
      for (const intent of Party.step(it, input, now, list))
        if (intent._tag === "Arm") Party.arm(it, intent)
    }
    feed({ _tag: "ShortProposed", deal: short(1) })
    expect([...it.timers.keys()]).toContain("short 1")
    expect(ShortLease.takeOver(it, false)).toEqual([])
    hear(it, signed(short(1, { cap: amount(9) })))
    expect(lease.agreed).toBe(false)
    hear(it, signed(short(1)))
    expect(lease.agreed).toBe(true)
    feed({ _tag: "TunnelUp", short: 1 })
    Meters.set(it, { seconds: 0, bytesUsed: 0, used: [{ short: 1, seconds: 7, bytesUsed: 5 }] })
    expect(Meters.read(it).used).toEqual([{ short: 1, seconds: 7, bytesUsed: 5 }])
    feed({ _tag: "Leave", short: 1 })
    const over = ShortLease.takeOver(it, false)
    expect(over).toEqual([lease])
    expect([lease.charged, it.participant.signed]).toEqual([amount(7), amount(7)])
    expect([...it.timers.keys()]).not.toContain("short 1")
  })

  it("IPSX-TUN-009 knows the tunnel of each by an id of its own", () => {
    const it = party("requester")
    const [first, second] = [begin(it, short(1)), begin(it, short(2, { seats: 2 }))]
    const ids = Party.leaseIds(it)
    expect([ids.length, new Set(ids).size]).toEqual([3, 3])
    expect(ids.slice(0, 2)).toEqual([first.id, second.id])
  })
})

describe("what runs under one reservation", () => {
  it("IPSX-PAY-008 shares what may stay unpaid on the channel, and is exhausted together", () => {
    const it = party("provider")
    for (const nonce of [1, 2]) {
      begin(it, short(nonce))
      hear(it, signed(short(nonce)))
      Party.step(it, { _tag: "TunnelUp", short: nonce }, now, list)
    }
    // Four seconds of both, in equal parts.
    expect(Unpaid.left(it, now, 1).millis).toBe(4000)
    const used = [1, 2].map((nonce) => ({ short: nonce, seconds: 3, bytesUsed: 0 }))
    Meters.set(it, { seconds: 0, bytesUsed: 0, used })
    expect([Unpaid.left(it, now, 2).millis, Unpaid.isExhausted(it, now)]).toEqual([1000, false])
    Meters.set(it, { seconds: 0, bytesUsed: 0, used: [{ short: 1, seconds: 8, bytesUsed: 0 }] })
    expect([Unpaid.left(it, now, 2).millis, Unpaid.isExhausted(it, now)]).toEqual([0, true])
    const wants = Party.step(it, { _tag: "Exhausted" }, now, list)
    expect(wants).toEqual([
      { _tag: "Gate", short: 1 },
      { _tag: "Gate", short: 2 },
    ])
    expect(Unpaid.isExhausted(it, now)).toBe(false)
    expect(Unpaid.left(it, now, 9)).toEqual({ bytes: 0n, millis: 0 })
  })
})
