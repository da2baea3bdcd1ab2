// The readable model in Quint: well typed, its runs pass, its invariant holds on random traces, and the implementation
// takes every step of them: the registers and flags of both sides, the inboxes, every amount of both wallets.
import { expect, test, vi } from "vitest"
import * as Quint from "../../scripts/formal/Quint.ts"
import * as Replay from "../../scripts/formal/Replay.ts"
import { factor } from "../runs.ts"

vi.setConfig({ testTimeout: 300_000 })

test("IPSX-AGR-010: the model is well typed, and has a run for each of the rules that it names", () => {
  expect(Quint.test()).toEqual([
    "opensTest",
    "opensOnceTest",
    "lagTest",
    "answerTest",
    "convictTest",
    "blocksTest",
    "earlyStopTest",
    "demandTest",
    "serviceTest",
    "reorderTest",
  ])
})

const options = { traces: 6 * factor, steps: 60, seed: 20 }
const traces = Quint.traces(options)

test("IPSX-AGR-003 IPSX-AGR-060 IPSX-WAL-005: the implementation takes every step of random traces of the model", () => {
  const steps = traces.reduce((sum, { length }) => sum + length - 1, 0)
  console.log(
    `${traces.length} traces, ${steps} steps replayed; the same traces: ${Quint.command(options)}`,
  )
  expect(steps).toBe(options.traces * options.steps)
  for (const trace of traces) expect(Replay.mismatch(trace)).toBeUndefined()
})

test("a trace of another protocol is a mismatch, at the step and in the field where it differs", () => {
  const opened = traces.find((trace) => trace.some(({ last }) => name(last) === "openDeal"))!
  const at = opened.findIndex(({ last }) => name(last) === "openDeal")
  const generous = opened.map((state, step) => (step < at ? state : richer(state)))
  expect(Replay.mismatch(generous)).toMatchObject({ step: at, field: "requester" })
  const forgetful = opened.filter((_, step) => step !== at)
  expect(Replay.mismatch(forgetful)?.step).toBeGreaterThanOrEqual(at)
})

const name = (last: Quint.Value | undefined): unknown => {
  const deed = last as { readonly name: string; readonly ok: boolean }
  return deed.ok ? deed.name : undefined
}

const richer = (state: Quint.Trace[number]): Quint.Trace[number] => {
  const world = structuredClone(state) as any
  world.w.chain.requester.balance++
  return world
}
