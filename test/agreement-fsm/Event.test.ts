import { expect, test } from "vitest"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Address from "../../src/model/Address.ts"
import type { Log } from "../../src/model/Log.ts"

const [provider, requester] = [1, 2].map((n) => Address.of(`0x${String(n).padStart(40, "0")}`))
const log = (_tag: Log["_tag"], more: object = {}): Log => ({ _tag, ...more }) as unknown as Log

test("IPSX-AGR-002 IPSX-AGR-010: each number that an owner may say is the move of its name, and no other number is", () => {
  const verbs = { 1: "accept", 4: "pause", 5: "stop", 6: "settle", 7: "decline", 9: "dispute" }
  const said = {
    provider: { ...verbs, 3: "ready" },
    requester: { ...verbs, 3: "activate" },
  }
  for (const role of ["provider", "requester"] as const)
    for (let status = -1; status < 300; status++) {
      const verb = (said[role] as Record<number, string>)[status]
      expect(Event.ofStatus(role, status)).toBe(verb === undefined ? undefined : `${role}.${verb}`)
    }
})

test("IPSX-AGR-060: the verdict names whose register is Defaulted at the end", () => {
  const verdicts = [
    [true, true, "finalBreachBoth"],
    [true, false, "finalBreachP"],
    [false, true, "finalBreachR"],
  ] as const
  for (const [byProvider, byRequester, assigned] of verdicts) {
    expect(Event.ofBreach({ byProvider, byRequester })).toBe(assigned)
    const breached = log("DealBreached", { byProvider, byRequester })
    expect(Event.ofLog(breached, provider!)).toBe(assigned)
  }
})

test("IPSX-AGR-041: each log of the chain assigns what the table says, and every other log nothing", () => {
  const assigned: Partial<Record<Log["_tag"], Event.Type>> = {
    DealOpened: "commit",
    ChallengeAnswered: "answered",
    ProviderDefaulted: "convicted",
    DemandMet: "cleared",
    DemandLapsed: "lapsed",
    DealEnded: "end",
    DealSettled: "finalSettled",
  }
  for (const tag of Object.keys(assigned) as ReadonlyArray<Log["_tag"]>)
    expect(Event.ofLog(log(tag), provider!), tag).toBe(assigned[tag])
  for (const tag of ["NoticeGiven", "DealChallenged", "PaymentDemanded", "VoucherPaid"] as const)
    expect(Event.ofLog(log(tag), provider!), tag).toBeUndefined()
})

test("IPSX-AGR-041: a stop and a dispute are the move of whoever sent them", () => {
  for (const [by, role] of [
    [provider, "provider"],
    [requester, "requester"],
  ] as const) {
    expect(Event.ofLog(log("DealStopped", { by }), provider!)).toBe(`${role}.stop`)
    expect(Event.ofLog(log("DealDisputed", { by }), provider!)).toBe(`${role}.dispute`)
  }
})
