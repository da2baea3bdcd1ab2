// The search has to notice wrong rules: each mutant breaks a named promise.
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as DealStatus from "../../src/agreement-fsm/dealStatus.ts"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Channel from "../../src/agreement-fsm/explore/Channel.ts"
import * as Explorer from "../../src/agreement-fsm/explore/Explorer.ts"
import * as Ledger from "../../src/agreement-fsm/explore/Ledger.ts"
import type { Setup } from "../../src/agreement-fsm/explore/Moves.ts"
import * as Races from "../../src/agreement-fsm/explore/Races.ts"
import * as World from "../../src/agreement-fsm/explore/World.ts"
import * as State from "../../src/agreement-fsm/State.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"

const stateOf = (row: number): State.State => State.unpack(Table.states[row]!)
const statusOf = (row: number): string => DealStatus.table[Table.states[row]! % 100]!
const small = { levels: 1, inFlight: 1, prepaid: 0, rules: Channel.rules } as const

test("IPSX-AGR-011: own moves of two parties commute in every state", () => {
  const races = Races.ownMoves(Table.step)
  expect(races.dependent).toBe(0)
  expect(races.pairs).toBe(244)
})

test("IPSX-AGR-063: mutant: a dispute budget that both share makes the disputes race", () => {
  const disputes = [Table.columnOf["provider.dispute"], Table.columnOf["requester.dispute"]]
  const shared: Races.Step = (row, column) => {
    const { providerDisputed, requesterDisputed } = stateOf(row)
    const spent = providerDisputed || requesterDisputed
    return spent && disputes.includes(column) ? Table.rejected : Table.step(row, column)
  }
  expect(Races.ownMoves(shared).dependent).toBeGreaterThan(0)
})

test("IPSX-AGR-011: mutant: guards by the deal's status make own moves race", () => {
  const allowed: Readonly<Record<string, ReadonlyArray<string>>> = {
    ready: ["Provisioning", "Suspended"],
    activate: ["Provisioned", "Suspended"],
    pause: ["Active", "Provisioned"],
    stop: ["Provisioning", "Provisioned", "Active", "Suspended"],
    settle: ["Closing"],
    dispute: ["Closing", "BreachedByProvider", "Disputed"],
    accept: ["Proposed"],
    decline: ["Proposed"],
  }
  const byDeal: Races.Step = (row, column) => {
    const statuses = allowed[Event.types[column]!.split(".")[1] ?? ""]
    return statuses === undefined || statuses.includes(statusOf(row))
      ? Table.step(row, column)
      : Table.rejected
  }
  expect(Races.ownMoves(byDeal).dependent).toBeGreaterThan(20)
})

test("IPSX-AGR-034: mutant: an Active without the clearing voucher ends a lag pause", () => {
  expect(Races.unpaidResumes(Table.step)).toBe(0)
  const cleared = Table.columnOf.cleared
  const activate = Table.columnOf["requester.activate"]
  const unpaid: Races.Step = (row, column) => {
    const paid = column === activate ? Table.step(row, cleared) : Table.rejected
    return Table.step(paid === Table.rejected ? row : paid, column)
  }
  expect(Races.unpaidResumes(unpaid)).toBeGreaterThan(0)
})

test("IPSX-AGR-030: mutant: without epochs the timer of an earlier pause ends a later one", () => {
  const take = (agreement: Agreement.Agreement, type: Event.Type): Agreement.Agreement =>
    Result.getOrThrow(Agreement.step(agreement, { type })).agreement
  const both = ["commit", "provider.ready", "requester.activate", "requester.pause"] as const
  const first = both.reduce(take, Agreement.start())
  const epoch = Agreement.epoch(first, "suspend")
  const later = (["requester.activate", "requester.pause", "provider.pause"] as const).reduce(
    take,
    first,
  )
  expect(Agreement.status(Agreement.ring(later, "suspend", epoch, 1).agreement)).toBe("Suspended")
  // The mutant takes every ring for the latest arming's.
  const anyEpoch = Agreement.ring(later, "suspend", Agreement.epoch(later, "suspend"), 1)
  expect(Agreement.status(anyEpoch.agreement)).toBe("Closing")
})

// The first world that breaks the promise is enough; the right rules break it nowhere (exploration.test.ts).
const breaks = (setup: Setup, promise: string, judge = Ledger.judge): boolean =>
  Explorer.explore(setup, judge, { stopAt: promise }).broken.has(promise)

test("IPSX-AGR-052: mutant: a timer that convicts without a challenge convicts an honest provider", () => {
  const rules = { ...Channel.rules, convictNeedsChallenge: false }
  const setup = { ...small, rules, honestP: true, honestR: false }
  expect(breaks(setup, "honest provider in breach")).toBe(true)
  expect(breaks(setup, "honest provider loses bond")).toBe(true)
})

test("IPSX-AGR-051: mutant: an answer that does not cure costs an honest provider its bond", () => {
  const rules = { ...Channel.rules, answerCures: false }
  const setup = { ...small, rules, honestP: true, honestR: false }
  expect(breaks(setup, "honest provider loses bond")).toBe(true)
})

test("IPSX-AGR-054: mutant: a demand that never lapses leaves deals without an end", () => {
  const rules = { ...Channel.rules, demandLapses: false }
  const { stuck } = Explorer.explore({ ...small, rules, honestP: false, honestR: false })
  // Before T_end only the lapse leads out of a demand; after it, anybody may expire the deal.
  expect(stuck).toBe(0)
  const endless = { ...rules, demandExpires: false }
  expect(
    Explorer.explore({ ...small, rules: endless, honestP: false, honestR: false }).stuck,
  ).toBeGreaterThan(0)
})

test("IPSX-PAY-023: mutant: a bond that is released at Settled makes an early stop and a breach free", () => {
  const released: Ledger.Judge = (facts, terms) => ({
    ...Ledger.judge({ ...facts, providerStoppedAt: 0 }, terms),
    penaltyProvider: 0n,
  })
  const setup = { ...small, honestP: false, honestR: true }
  expect(breaks(setup, "early stop is free", released)).toBe(true)
  expect(breaks(setup, "breach is free", released)).toBe(true)
})

test("IPSX-AGR-049: mutant: a provider that demands again and again loses more than one stake", () => {
  const rules = { ...Channel.rules, demandsOnce: false }
  const setup = { ...small, levels: 2, rules, honestP: true, honestR: false }
  expect(breaks(setup, "provider loses stakes")).toBe(true)
})

test("IPSX-AGR-047: mutant: a provider that lets a challenge pass unanswered is convicted", () => {
  const rules = { ...Channel.rules, answersInTime: false }
  const setup = { ...small, rules, honestP: true, honestR: false }
  expect(breaks(setup, "honest provider in breach")).toBe(true)
})

test("IPSX-AGR-048: mutant: a requester that signs before it used can lose more than its bound", () => {
  const rules = { ...Channel.rules, signsServed: false }
  const setup = { ...small, rules, honestP: false, honestR: true }
  expect(breaks(setup, "requester loses more than R")).toBe(true)
})

test("IPSX-AGR-062: a signed Active after the challenge takes the breach and the penalty away", () => {
  const world = { ...World.start, phase: 1 }
  const convicted = Channel.convict({ ...Channel.challenge(world)!, due: 1 }, Channel.rules)!
  const end = (w: World.World): Ledger.Outcome =>
    Ledger.outcome({ ...Channel.finalize({ ...w, due: 1 }, Channel.rules)!, due: 0 }, 0)
  expect(end(convicted).breachedByProvider).toBe(true)
  const exonerated = end(Channel.proveService(convicted)!)
  expect(exonerated.breachedByProvider).toBe(false)
  expect(exonerated.penaltyProvider).toBe(0)
})
