import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as DealStatus from "../../src/agreement-fsm/dealStatus.ts"
import * as Derivation from "../../src/agreement-fsm/Derivation.ts"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as State from "../../src/agreement-fsm/State.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"
import * as Artefacts from "../../scripts/agreement/Artefacts.ts"

test("IPSX-AGR-003: the table does what the machine does on every reachable state and event", () => {
  const derived = Derivation.derive()
  expect([...Table.states]).toEqual(derived.states)
  expect(Table.initial).toEqual(derived.initial)
  for (const [index, edges] of derived.edges.entries())
    for (const [column, event] of Event.types.entries()) {
      const edge = edges.find((candidate) => candidate.event === event)
      expect(Table.step(index, column)).toBe(edge?.next ?? Table.rejected)
      if (edge !== undefined) expect(Table.intents(index, column)).toEqual(edge.intents)
    }
})

test("IPSX-AGR-001: the machine's third region is the published function of the two registers", () => {
  const seen = new Set<number>()
  const walk = (snapshot: ReturnType<typeof Derivation.initialSnapshot>): void => {
    const packed = Derivation.stateOf(snapshot)
    if (seen.has(packed)) return
    seen.add(packed)
    expect(Derivation.dealOf(snapshot)).toBe(DealStatus.table[packed % 100])
    for (const type of Event.types) {
      const stepped = Derivation.stepMachine(snapshot, type)
      if (stepped !== undefined) walk(stepped.snapshot)
    }
  }
  walk(Derivation.initialSnapshot())
  expect(seen.size).toBe(Table.states.length)
})

test("IPSX-AGR-012: the state of an agreement is one number below 1600, and nothing is lost in it", () => {
  for (const packed of Table.states) {
    expect(packed).toBeLessThan(1600)
    expect(State.pack(State.unpack(packed))).toBe(packed)
  }
  expect(Table.states).toHaveLength(91)
})

test("IPSX-AGR-004: no reachable state is Anomalous", () => {
  for (const packed of Table.states) expect(DealStatus.table[packed % 100]).not.toBe("Anomalous")
})

test("IPSX-AGR-042: a final state takes no event", () => {
  for (const [index, packed] of Table.states.entries()) {
    if (!State.unpack(packed).final) continue
    expect(Table.enabled(index)).toEqual([])
  }
})

test("IPSX-AGR-011: whether an own move is possible, and where it leads, does not depend on the other register", () => {
  for (const role of ["provider", "requester"] as const) {
    const outcome = new Map<string, string>()
    for (const [index, packed] of Table.states.entries()) {
      const state = State.unpack(packed)
      if (state.final) continue
      const own =
        role === "provider"
          ? [state.provider, state.providerDisputed]
          : [state.requester, state.requesterDisputed, state.lagging]
      for (const move of Event.ownMoves.filter((name) => name.startsWith(role))) {
        const next = Table.step(index, Table.columnOf[move])
        const after = next === Table.rejected ? undefined : State.unpack(Table.states[next]!)
        const reached = String(role === "provider" ? after?.provider : after?.requester)
        const key = [...own, move].join()
        expect(outcome.get(key) ?? reached, key).toBe(reached)
        outcome.set(key, reached)
      }
    }
  }
})

test("IPSX-AGR-010: nobody gives itself Reserved or Defaulted, and the moves are the specified ones", () => {
  const moves = new Set<string>()
  for (const [index, packed] of Table.states.entries())
    for (const move of Event.ownMoves) {
      const next = Table.step(index, Table.columnOf[move])
      if (next === Table.rejected || next === index) continue
      const [before, after] = [State.unpack(packed), State.unpack(Table.states[next]!)]
      const role = move.startsWith("provider") ? "provider" : "requester"
      moves.add(`${role}: ${before[role]} > ${after[role]}`)
    }
  const serving = { provider: "Ready", requester: "Active" }
  const expected = (["provider", "requester"] as const).flatMap((role) =>
    [
      "Offered > Accepted",
      "Offered > Declined",
      "Reserved > S",
      "Reserved > Stopped",
      "Reserved > Disputing",
      "S > Paused",
      "S > Stopped",
      "S > Disputing",
      "Paused > S",
      "Paused > Stopped",
      "Paused > Disputing",
      "Stopped > Settled",
      "Stopped > Disputing",
    ].map((move) => `${role}: ${move.replace(/\bS\b/, serving[role])}`),
  )
  // An appeal: only the provider's register is Defaulted before the end, by a conviction.
  expect([...moves].sort()).toEqual([...expected, "provider: Defaulted > Disputing"].sort())
})

test("IPSX-AGR-063: each party has its own budget for a dispute", () => {
  const both = [...Table.states].map(State.unpack)
  expect(
    both.some((state) => state.provider === "Disputing" && state.requester === "Disputing"),
  ).toBe(true)
  for (const [index, packed] of Table.states.entries())
    if (State.unpack(packed).providerDisputed)
      expect(Table.step(index, Table.columnOf["provider.dispute"])).toBe(Table.rejected)
})

test("IPSX-AGR-003: the committed table, document and diagram are fresh", () => {
  for (const [path, text] of Artefacts.all())
    expect(readFileSync(path, "utf8"), `${path} is stale: run node scripts/agreement.ts`).toBe(text)
})

test("IPSX-AGR-003: stepping does not load xstate", () => {
  const traced = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { registerHooks } from "node:module"
       registerHooks({ resolve(specifier, context, next) {
         if (specifier.startsWith("xstate")) throw new Error("xstate was loaded")
         return next(specifier, context)
       } })
       const { Agreement } = await import("./src/agreement-fsm/index.ts")
       console.log(Agreement.status(Agreement.start()))`,
    ],
    { encoding: "utf8" },
  )
  expect(traced.trim()).toBe("Proposed")
})
