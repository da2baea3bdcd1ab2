import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as Cover from "../../src/agreement-fsm/explore/Cover.ts"
import * as DealStatus from "../../src/agreement-fsm/dealStatus.ts"
import * as Derivation from "../../src/agreement-fsm/Derivation.ts"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import { statusCode } from "../../src/model/Status.ts"

const after = (
  types: ReadonlyArray<Event.Type>,
  from: Agreement.Agreement = Agreement.start(),
): Agreement.Agreement =>
  types.reduce(
    (agreement, type) => Result.getOrThrow(Agreement.step(agreement, { type })).agreement,
    from,
  )

const committed = after(["provider.accept", "requester.accept", "commit"])
const active = after(["provider.ready", "requester.activate"], committed)

test("IPSX-AGR-020: opening takes both registers to Reserved, whatever had been heard before", () => {
  for (const heard of [
    [],
    ["provider.accept"],
    ["provider.decline"],
    ["requester.accept", "provider.decline"],
  ] as const) {
    const opened = after(["commit"], after(heard))
    expect([Agreement.provider(opened), Agreement.requester(opened)]).toEqual([
      "Reserved",
      "Reserved",
    ])
  }
})

test("IPSX-AGR-024: an Accept stays open after the partner has declined, until the option lapses", () => {
  const declined = after(["requester.accept", "provider.decline"])
  expect(Agreement.status(declined)).toBe("Declined")
  expect(Agreement.isFinal(declined)).toBe(false)
  expect(Agreement.enabled(declined)).toContain("commit")
  expect(Agreement.isFinal(after(["acceptExpired"], declined))).toBe(true)
})

test("IPSX-AGR-030: a ring of an earlier arming is a no-op, and so is one after a disarming", () => {
  const first = after(["requester.pause"], active)
  const stale = Agreement.epoch(first, "suspend")
  const second = after(["requester.activate", "requester.pause", "provider.pause"], first)
  expect(Agreement.epoch(second, "suspend")).toBeGreaterThan(stale)
  expect(Agreement.ring(second, "suspend", stale, 9).agreement).toBe(second)
  const rung = Agreement.ring(second, "suspend", Agreement.epoch(second, "suspend"), 9).agreement
  expect(Agreement.status(rung)).toBe("Closing")
  const resumed = after(["requester.activate"], first)
  expect(Agreement.isCurrent(resumed, "suspend", stale)).toBe(false)
})

/** Every state that can be reached, by a shortest way. */
const everywhere = Cover.paths().map((types) => after(types))

test("IPSX-AGR-030: each arming and each disarming of a timer, and nothing else, makes its earlier armings void", () => {
  expect(everywhere).toHaveLength(Agreement.rowsMax)
  for (const agreement of everywhere)
    for (const type of Agreement.enabled(agreement)) {
      const stepped = Result.getOrThrow(Agreement.step(agreement, { type }))
      const counted: Record<string, number> = { ...agreement.epochs }
      for (const intent of stepped.intents)
        if (intent._tag === "Arm" || intent._tag === "Disarm") counted[intent.timer]! += 1
      expect(stepped.agreement.epochs).toStrictEqual(counted)
      const onlyHeard = stepped.intents.every(({ _tag }) => _tag === "Heard")
      if (onlyHeard && stepped.agreement.row === agreement.row)
        expect(stepped.agreement).toBe(agreement)
    }
})

test("IPSX-AGR-030: a timer that rings where its question is answered, or that the chain answers, changes nothing", () => {
  const asks: Partial<Record<string, Event.Type>> = {
    accept: "acceptExpired",
    provision: "provisionExpired",
    connect: "connectExpired",
    heartbeatProvider: "providerSilent",
    heartbeatRequester: "requesterSilent",
    lag: "lag",
    suspend: "suspendExpired",
    end: "end",
  }
  for (const agreement of everywhere)
    for (const timer of Object.keys(agreement.epochs) as ReadonlyArray<
      keyof typeof agreement.epochs
    >) {
      const rung = Agreement.ring(agreement, timer, Agreement.epoch(agreement, timer), 7)
      const type = asks[timer]
      if (type !== undefined && Agreement.allows(agreement, type))
        expect(rung).toEqual(Result.getOrThrow(Agreement.step(agreement, { type }, 7)))
      else expect(rung).toStrictEqual({ agreement, intents: [] })
    }
})

test("IPSX-AGR-010: what is allowed is what is not rejected, everywhere and for every event", () => {
  for (const agreement of everywhere)
    for (const type of Event.types) {
      const taken = Result.isSuccess(Agreement.step(agreement, { type }))
      expect(Agreement.allows(agreement, type)).toBe(taken)
      expect(Agreement.enabled(agreement).includes(type)).toBe(taken)
    }
})

test("IPSX-AGR-024: a deal is unsigned while neither side has accepted it", () => {
  const unsigned = [[], ["provider.decline"], ["requester.decline"]] as const
  for (const types of unsigned) expect(Agreement.isUnsigned(after(types))).toBe(true)
  for (const types of [["provider.accept"], ["requester.accept", "provider.decline"]] as const)
    expect(Agreement.isUnsigned(after(types))).toBe(false)
})

test("IPSX-AGR-020: a deal is uncommitted in every status of the negotiation, and in no other", () => {
  const negotiation = ["Proposed", "Declined", "Agreed"]
  for (const agreement of everywhere)
    expect(Agreement.isUncommitted(agreement)).toBe(
      negotiation.includes(Agreement.status(agreement)),
    )
})

test("IPSX-AGR-030: each timer of the table has its number, and nothing else has one", () => {
  const timers = [
    "accept",
    "provision",
    "connect",
    "heartbeatProvider",
    "heartbeatRequester",
    "lag",
  ]
  expect(Object.keys(active.epochs).toSorted()).toEqual(
    [...timers, "suspend", "end", "settle", "evidence", "appeal"].toSorted(),
  )
})

test("IPSX-AGR-033: silence pauses the silent side and never sets anybody in breach", () => {
  const rung = Agreement.ring(
    active,
    "heartbeatProvider",
    Agreement.epoch(active, "heartbeatProvider"),
    70_000,
  )
  expect(Agreement.provider(rung.agreement)).toBe("Paused")
  expect(rung.intents).toContainEqual({ _tag: "Gate" })
  expect(Agreement.status(rung.agreement)).toBe("Suspended")
})

test("IPSX-AGR-034: after a lag the requester resumes only with a voucher that clears it", () => {
  const lagging = after(["lag"], active)
  expect(Agreement.isLagging(lagging)).toBe(true)
  const refused = Agreement.step(lagging, { type: "requester.activate" })
  expect(Result.isFailure(refused) && refused.failure._tag).toBe("Rejected")
  const resumed = Result.getOrThrow(
    Agreement.step(after(["cleared"], lagging), { type: "requester.activate" }),
  )
  expect(resumed.intents).toContainEqual({ _tag: "Ungate" })
})

test("IPSX-AGR-036: pauses of one side add up over the deal, and the budget is measured on their sum", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom("provider", "requester"), fc.integer({ min: 1, max: 5000 })),
        {
          maxLength: 12,
        },
      ),
      (pauses) => {
        let agreement = active
        let now = 0
        const total = { provider: 0, requester: 0 }
        for (const [side, length] of pauses) {
          const role = side as "provider" | "requester"
          const resume = role === "provider" ? "provider.ready" : "requester.activate"
          agreement = Result.getOrThrow(
            Agreement.step(agreement, { type: `${role}.pause` }, now),
          ).agreement
          const budget = 60_000
          expect(Agreement.suspendAt(agreement, budget)).toBe(now + budget - total[role])
          now += length
          expect(Agreement.pausedFor(agreement, role, now)).toBe(total[role] + length)
          total[role] += length
          agreement = Result.getOrThrow(Agreement.step(agreement, { type: resume }, now)).agreement
          now += 1000
        }
        expect(Agreement.pausedFor(agreement, "provider", now)).toBe(total.provider)
        expect(Agreement.pausedFor(agreement, "requester", now)).toBe(total.requester)
        expect(Agreement.suspendAt(agreement, 60_000)).toBeUndefined()
      },
    ),
    { numRuns: 200 },
  )
})

test("IPSX-AGR-036: pauses that overlap count for each side from its own beginning to its own end", () => {
  const steps = [
    ["requester.pause", 0],
    ["provider.pause", 10],
    ["requester.activate", 25],
    ["requester.pause", 30],
    ["provider.ready", 45],
    ["requester.activate", 50],
  ] as const
  let agreement = active
  for (const [type, at] of steps)
    agreement = Result.getOrThrow(Agreement.step(agreement, { type }, at)).agreement
  expect(Agreement.pausedFor(agreement, "requester", 99)).toBe(25 + 20)
  expect(Agreement.pausedFor(agreement, "provider", 99)).toBe(35)
  // The other way round, from the first moment on.
  const mirrored = [
    ["provider.pause", 0],
    ["requester.pause", 10],
    ["provider.ready", 25],
  ] as const
  agreement = active
  for (const [type, at] of mirrored)
    agreement = Result.getOrThrow(Agreement.step(agreement, { type }, at)).agreement
  expect(Agreement.pausedFor(agreement, "provider", 99)).toBe(25)
})

test("IPSX-AGR-036: a moment that an event names has passed, also when the event changes no register", () => {
  const paused = Result.getOrThrow(Agreement.step(active, { type: "provider.pause" }, 10)).agreement
  const asked = Result.getOrThrow(Agreement.step(paused, { type: "suspendExpired" }, 50))
  expect(asked.intents).toEqual([{ _tag: "Challenge" }])
  const resumed = Result.getOrThrow(Agreement.step(asked.agreement, { type: "provider.ready" }))
  expect(Agreement.pausedFor(resumed.agreement, "provider", 99)).toBe(40)
})

test("IPSX-AGR-038: provisioning and connecting fit into the lease, just below, at and above five seconds", () => {
  for (const [lease, provision, connect] of [
    [4, 1, 1],
    [5, 1, 1],
    [6, 2, 2],
    [3600, 60, 90],
  ] as const) {
    expect(Agreement.windows(Parameters.standard, lease)).toEqual({ provision, connect })
    expect(provision + connect).toBeLessThan(lease)
  }
})

test("IPSX-AGR-032: the end of the lease ends every state that is neither stopped nor over", () => {
  for (const types of [
    [],
    ["provider.ready"],
    ["provider.ready", "requester.activate"],
    ["provider.ready", "requester.activate", "provider.pause"],
  ] as const) {
    const ended = after(["end"], after(types, committed))
    expect([Agreement.provider(ended), Agreement.requester(ended)]).toEqual(["Stopped", "Stopped"])
  }
  expect(Agreement.hasEnded({ end: 100 }, 99)).toBe(false)
  expect(Agreement.hasEnded({ end: 100 }, 100)).toBe(true)
})

test("IPSX-AGR-055: two paused sides end stopped, and nobody is in breach", () => {
  const both = after(["provider.pause", "requester.pause"], active)
  const ended = after(["suspendExpired"], both)
  expect([Agreement.provider(ended), Agreement.requester(ended)]).toEqual(["Stopped", "Stopped"])
  const alone = Result.getOrThrow(
    Agreement.step(after(["provider.pause"], active), { type: "suspendExpired" }),
  )
  expect(alone.intents).toEqual([{ _tag: "Challenge" }])
})

test("IPSX-AGR-051: an answer cures, and only a conviction on the chain makes a default", () => {
  expect(Agreement.status(after(["answered"], active))).toBe("Closing")
  expect(Agreement.status(after(["convicted"], active))).toBe("BreachedByProvider")
})

test("IPSX-AGR-042: after the verdict every event is rejected and every timer is void", () => {
  const settled = after(["finalSettled"], active)
  expect(Agreement.enabled(settled)).toEqual([])
  for (const type of Event.types)
    expect(Result.isFailure(Agreement.step(settled, { type })), type).toBe(true)
  expect(Agreement.isCurrent(settled, "end", Agreement.epoch(settled, "end"))).toBe(false)
})

test("IPSX-AGR-080: a lost address pauses the deal, and the requester's stop ends it without breach", () => {
  const lost = after(["provider.pause"], active)
  expect(Agreement.status(lost)).toBe("Suspended")
  expect(Agreement.status(after(["provider.ready"], lost))).toBe("Active")
  const ended = after(["requester.stop", "provider.stop", "finalSettled"], lost)
  expect(Agreement.status(ended)).toBe("Settled")
})

test("IPSX-AGR-013: a repeated register is a sign of life and changes nothing", () => {
  for (const [role, type] of [
    ["provider", "provider.ready"],
    ["requester", "requester.activate"],
  ] as const) {
    const heard = Result.getOrThrow(Agreement.step(active, { type }))
    expect(heard.agreement).toBe(active)
    expect(heard.intents).toEqual([{ _tag: "Heard", role }])
  }
})

test("IPSX-AGR-010: a rejection names the event and both registers", () => {
  const refused = Agreement.step(Agreement.start(), { type: "provider.ready" })
  expect(Result.isFailure(refused) && refused.failure.message).toBe(
    "provider.ready is not possible at (Offered, Offered)",
  )
  const late = Agreement.step(after(["finalSettled"], active), { type: "provider.stop" })
  expect(Result.isFailure(late) && late.failure.message).toBe(
    "provider.stop is not possible at (Settled, Settled), which is final",
  )
})

test("IPSX-AGR-041: the wire form of an event is its type, and nothing else passes", () => {
  const decode = Schema.decodeUnknownResult(Event.Event)
  for (const type of Event.types) expect(Result.isSuccess(decode({ type }))).toBe(true)
  expect(Result.isFailure(decode({ type: "provider.reserve" }))).toBe(true)
})

// IPSX-AGR-003: the machine, the table and the function side by side over random histories.
class Take implements fc.Command<
  { snapshot: ReturnType<typeof Derivation.initialSnapshot> },
  { agreement: Agreement.Agreement }
> {
  readonly type: Event.Type
  constructor(type: Event.Type) {
    this.type = type
  }
  check(): boolean {
    return true
  }
  run(
    model: { snapshot: ReturnType<typeof Derivation.initialSnapshot> },
    real: { agreement: Agreement.Agreement },
  ): void {
    const expected = Derivation.stepMachine(model.snapshot, this.type)
    const stepped = Agreement.step(real.agreement, { type: this.type })
    expect(Result.isSuccess(stepped)).toBe(expected !== undefined)
    if (expected === undefined || Result.isFailure(stepped)) return
    model.snapshot = expected.snapshot
    real.agreement = stepped.success.agreement
    expect(stepped.success.intents).toEqual(expected.intents)
    const [p, r] = [Agreement.provider(real.agreement), Agreement.requester(real.agreement)]
    expect(model.snapshot.value).toMatchObject({ provider: p, requester: r })
    expect(Agreement.status(real.agreement)).toBe(DealStatus.dealStatusByRule(p, r))
    expect(Derivation.stateOf(model.snapshot) % 100).toBe(10 * statusCode(p) + statusCode(r))
  }
  toString(): string {
    return this.type
  }
}

test("IPSX-AGR-003: machine, table and function agree over random histories", () => {
  fc.assert(
    fc.property(
      fc.commands(
        Event.types.map((type) => fc.constant(new Take(type))),
        { maxCommands: 60, size: "max" },
      ),
      (commands) =>
        fc.modelRun(
          () => ({
            model: { snapshot: Derivation.initialSnapshot() },
            real: { agreement: Agreement.start() },
          }),
          commands,
        ),
    ),
    { numRuns: 100 },
  )
})
