// Deals in which one side vanishes, lies or does not pay, and what the other does about it.
import { expect, it } from "vitest"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Status from "../../src/model/Status.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { address, token } from "../arbitrary/deal.ts"
import { id } from "../arbitrary/ledger.ts"
import { gains, has, losses, perSecond, play, type Play, settled, terms } from "./Pair.ts"

const provider = address(1)
const stake = token / 100n
const count = (played: ReturnType<typeof play>, tag: string): number =>
  played.logs.filter((log) => log._tag === tag).length
const submits = (tag: Transaction["_tag"]) => (intent: Intent) =>
  intent._tag === "Submit" && intent.transaction._tag === tag
const without =
  (...tags: ReadonlyArray<Transaction["_tag"]>) =>
  (intents: ReadonlyArray<Intent>) =>
    intents.filter((intent) => !tags.some((tag) => submits(tag)(intent)))

/** The heartbeats of a side that is gone stop, and three are missed three seconds later. */
const vanishes = (role: Status.Role, at: number): Play => ({
  gone: { [role]: at },
  script: [
    {
      at: at + 3000,
      role: role === "provider" ? "requester" : "provider",
      input: { _tag: "Silent" },
    },
  ],
})

it("IPSX-AGR-052 IPSX-PAY-024 a provider that vanishes is challenged, convicted and loses its bond", () => {
  const played = play(vanishes("provider", 20_000))
  expect(played.logs.map((log) => log._tag)).toEqual([
    "DealOpened",
    "DealChallenged",
    "ProviderDefaulted",
    "DealBreached",
    "DealSettled",
  ])
  const { bond } = played.deal
  expect(settled(played)).toMatchObject({ penaltyProvider: bond, penaltyRequester: 0n })
  // The provider is gone with its vouchers: the requester paid nothing and has the stake and half of the bond.
  expect(gains(played).requester).toBe(bond / 2n - stake)
  expect(Agreement.status(played.requester.agreement)).toBe("BreachedByProvider")
})

it("IPSX-AGR-038 a provider that never provisions is challenged when its window is over", () => {
  const played = play({ setUp: { provider: undefined }, gone: { provider: 2500 } })
  expect(count(played, "DealChallenged")).toBe(1)
  expect(settled(played).penaltyProvider).toBe(played.deal.bond)
})

it("IPSX-AGR-051 a provider that is slow answers its challenge and loses nothing of its bond", () => {
  const played = play({ setUp: { provider: 30_000 } })
  expect(count(played, "ChallengeAnswered")).toBe(1)
  expect(settled(played)).toMatchObject({ penaltyProvider: 0n, cumulative: 0n })
})

it("IPSX-AGR-050 a challenge is made once, while the lease runs, and not for a bond that is not worth it", () => {
  const worthless = play({
    ...vanishes("provider", 20_000),
    deal: { cap: Amount.of(100n), pricePerSecond: Amount.of(1n), noShowCharge: Amount.of(1n) },
  })
  expect(has(worthless, "DealChallenged")).toBe(false)
  expect(has(worthless, "DealStopped")).toBe(true)
  const late = play(vanishes("provider", 56_500))
  expect(has(late, "DealChallenged")).toBe(false)
  expect(settled(late).penaltyRequester).toBe(0n)
})

it("IPSX-AGR-054 IPSX-PAY-026 a requester that never connects is asked for payment and its demand lapses", () => {
  const played = play({ setUp: { requester: undefined }, gone: { requester: 3000 } })
  expect(played.logs.map((log) => log._tag)).toEqual([
    "DealOpened",
    "PaymentDemanded",
    "DemandLapsed",
    "DealSettled",
  ])
  expect(settled(played)).toMatchObject({ cumulative: 0n, penaltyProvider: 0n })
  expect(gains(played)).toEqual({ provider: 0n, requester: -played.deal.noShowCharge - stake })
})

it("IPSX-AGR-053 a requester that is slow to connect pays the least that can be asked and goes on", () => {
  const played = play({ setUp: { requester: 9000 } })
  expect(has(played, "DemandMet")).toBe(true)
  expect(settled(played)).toMatchObject({ penaltyProvider: 0n, penaltyRequester: 0n })
  expect(played.worth).toBeGreaterThan(40n * perSecond)
  expect(settled(played).cumulative).toBe(played.worth)
  expect(losses(played).provider).toBe(stake)
})

it("IPSX-PAY-008 a requester that stops paying is served one lag more, is asked on the chain, and no further", () => {
  const mute = (intents: ReadonlyArray<Intent>, now: number) =>
    now < 20_000
      ? intents
      : without(
          "Claim",
          "Stop",
        )(intents).filter(
          (i) => !(i._tag === "Send" && ["Voucher", "Closing"].includes(i.message._tag)),
        )
  const played = play({ act: { requester: mute } })
  const bound = Terms.lagBound(played.deal)
  for (const { served, signed } of played.history)
    expect(served - signed).toBeLessThanOrEqual(bound)
  expect(played.worth - settled(played).cumulative).toBe(bound)
  expect(has(played, "PaymentDemanded")).toBe(true)
  expect(has(played, "DemandLapsed")).toBe(true)
  expect(losses(played).provider).toBe(bound)
})

it("IPSX-AGR-034 a gated requester that pays is served again", () => {
  const late = (intents: ReadonlyArray<Intent>, now: number) =>
    intents.filter(
      (i) => !(i._tag === "Send" && i.message._tag === "Voucher" && now > 10_000 && now < 16_000),
    )
  const played = play({ act: { requester: late } })
  const gaps = played.history.filter(({ served }, i) => served === played.history[i - 1]?.served)
  expect(gaps.length).toBeGreaterThan(0)
  expect(settled(played).cumulative).toBe(played.worth)
  expect(played.worth).toBeGreaterThan(50n * perSecond)
  expect(has(played, "PaymentDemanded")).toBe(false)
})

it("IPSX-PAY-001 a voucher that the provider signed itself is refused by the chain", () => {
  const forged: Transaction = {
    _tag: "Claim",
    sender: provider,
    id,
    cumulative: terms().cap,
    author: provider,
  }
  const played = play({ script: [{ at: 30_000, transaction: forged }] })
  expect(played.refused).toEqual(["Claim InvalidSignature"])
  expect(settled(played).cumulative).toBe(played.worth)
})

it("IPSX-PAY-023 a provider that stops early pays for the rest of the lease, and is not forgiven", () => {
  const played = play({ script: [{ at: 30_000, role: "provider", input: { _tag: "Leave" } }] })
  expect(played.logs.map((log) => log._tag)).toEqual([
    "DealOpened",
    "VoucherPaid",
    "DealStopped",
    "VoucherPaid",
    "DealSettled",
  ])
  const { bond } = played.deal
  // It stopped in the block of second 30, half of the lease before its end.
  expect(settled(played).penaltyProvider).toBe(bond / 2n)
  expect(settled(played).cumulative).toBe(played.worth)
  expect(gains(played).requester).toBe(bond / 2n - played.worth - stake)
  expect(played.sent.some((m) => m._tag === "Closing")).toBe(false)
})

it("IPSX-AGR-035 a provider's stop after its notice has matured costs nothing", () => {
  const at = Time.seconds(1025)
  const notice = (deal = terms()): Transaction => ({
    _tag: "GiveNotice",
    sender: provider,
    id,
    deal,
    at,
  })
  const leave = (moment: number) =>
    play({
      script: [
        { at: 10_000, transaction: notice() },
        { at: moment, role: "provider", input: { _tag: "Leave" } },
      ],
    })
  const matured = leave(25_000)
  expect(has(matured, "NoticeGiven")).toBe(true)
  expect(settled(matured)).toMatchObject({ penaltyProvider: 0n, cumulative: matured.worth })
  expect(settled(leave(23_000)).penaltyProvider).toBeGreaterThan(0n)
})

/** Tells a second story under each number from a moment on. */
const twoFaced = (from: number) => (intents: ReadonlyArray<Intent>, now: number) =>
  intents.flatMap((intent): ReadonlyArray<Intent> => {
    if (now < from || intent._tag !== "Send" || intent.message._tag !== "Status") return [intent]
    const status = { ...intent.message.status, reason: Status.reasonCode("OutOfScope") }
    return [intent, { _tag: "Send", message: { ...intent.message, status } }]
  })

it("IPSX-AGR-061 a provider that tells two stories is proved to, and the deal is not settled by consent", () => {
  const played = play({ act: { provider: twoFaced(0) } })
  expect(has(played, "EquivocationProved")).toBe(true)
  expect(played.sent.some((m) => m._tag === "Closing")).toBe(false)
  expect(settled(played).penaltyProvider).toBe(played.deal.bond)
  expect(played.logs.find((l) => l._tag === "DealBreached")).toMatchObject({
    byProvider: true,
    byRequester: false,
  })
})

it("IPSX-PAY-025 a requester that tells two stories is proved to, and pays what it owes and a penalty", () => {
  const played = play({ act: { requester: twoFaced(0) } })
  expect(settled(played).penaltyRequester).toBe(played.deal.cap - settled(played).cumulative)
  expect(played.logs.find((l) => l._tag === "DealBreached")).toMatchObject({ byRequester: true })
  expect(played.logs.some((l) => l._tag === "DealSettled" && l.penaltyProvider > 0n)).toBe(false)
  expect(losses(played).provider).toBeLessThanOrEqual(0n)
})

it("IPSX-AGR-080 an address that changes and comes back pauses the deal and costs nothing", () => {
  const played = play({
    script: [
      { at: 20_000, role: "provider", input: { _tag: "AddressChanged" } },
      { at: 22_000, role: "provider", input: { _tag: "AddressRestored" } },
    ],
  })
  expect(has(played, "DealStopped")).toBe(false)
  expect(settled(played)).toMatchObject({ penaltyProvider: 0n, penaltyRequester: 0n })
  expect(settled(played).cumulative).toBe(played.worth)
  const lost = 57n * perSecond - played.worth
  expect(lost).toBeGreaterThanOrEqual(2n * perSecond)
  expect(lost).toBeLessThanOrEqual(3n * perSecond)
})

it("IPSX-AGR-080 an address that stays away or is banned ends the deal for what was used, without penalty", () => {
  for (const [role, tag] of [
    ["provider", "AddressChanged"],
    ["requester", "AddressBanned"],
  ] as const) {
    const played = play({ script: [{ at: 20_000, role, input: { _tag: tag } }] })
    const said = played.sent.flatMap((m) => (m._tag === "Status" ? [m.status.reason] : []))
    expect(said).toContain(Status.reasonCode(tag))
    expect(said).toContain(Status.reasonCode("AddressLost"))
    expect(settled(played)).toMatchObject({ penaltyProvider: 0n, penaltyRequester: 0n })
    expect(settled(played).cumulative).toBe(played.worth)
    expect(played.worth).toBe(17n * perSecond)
    expect(has(played, "PaymentDemanded")).toBe(false)
  }
})

it("IPSX-AGR-045 with both sides gone anybody ends the deal by two transactions", () => {
  const anybody = address(0xbad)
  const played = play({
    gone: { provider: 20_000, requester: 20_000 },
    script: [
      { at: 61_000, transaction: { _tag: "Expire", sender: anybody, id } },
      { at: 90_000, transaction: { _tag: "Finalize", sender: anybody, id, deal: terms() } },
    ],
  })
  expect(played.refused).toEqual([])
  expect(Ledger.channel(played.ledger, id)?.phase).toBe("Final")
  expect(Ledger.totals(played.ledger).reserved).toBe(0n)
})
