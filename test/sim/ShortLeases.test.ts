// Whole runs of a market of short leases under standing reservations.
import { beforeAll, describe, expect, it } from "vitest"
import type * as Summary from "../../sim/Summary.ts"
import * as Running from "./running.ts"

const small = [
  "duration=6m",
  "providers.0.count=30",
  "requesters.0.count=25",
  "requesters.1.count=6",
  "expect=[]",
]
const runs = new Map<string, Summary.RunResult>()
const get = (name: string): Summary.RunResult => runs.get(name)!

beforeAll(async () => {
  const run = async (name: string, ...settings: ReadonlyArray<string>): Promise<void> =>
    void runs.set(name, await Running.run(Running.load("short-leases", [...small, ...settings])))
  await run("memory")
  await run("anvil", "chain.mode=anvil")
  await run("opened one by one", "standing={ below: 1 }")
})

describe("short leases under reservations", () => {
  it("IPSX-AGR-070 IPSX-SIM-001 IPSX-SIM-006 are the same run in memory and on contracts", () => {
    const [memory, anvil] = [get("memory"), get("anvil")]
    expect(anvil.summary.traceHash).toBe(memory.summary.traceHash)
    expect(anvil.summary.chain.stateDigest).toBe(memory.summary.chain.stateDigest)
    expect(anvil.summary.oracle.mismatches).toBe(0)
    expect(anvil.tables).toEqual(memory.tables)
  })

  it("IPSX-AGR-071 IPSX-AGR-073 IPSX-AGR-074 IPSX-MAT-020 keep to their slices, nonces and seats, among cheats too", () => {
    const { checks, losses, tokens } = get("memory").summary
    for (const id of ["IPSX-AGR-071", "IPSX-AGR-073", "IPSX-AGR-074", "IPSX-MAT-020"])
      expect(checks.find((check) => check.id === id)!.evaluated).toBeGreaterThan(100)
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(losses.filter(({ ok }) => !ok)).toEqual([])
    expect(tokens).toMatchObject({ conserved: true, reserved: "0" })
  })

  it("IPSX-AGR-032 all come to an end, with the reservations that they run under", () => {
    const { summary, details } = get("memory")
    const ended = (ending: string): number =>
      details.endings.find((row) => row.ending === ending)?.deals ?? 0
    expect(summary.deals.settled).toBe(summary.deals.opened)
    expect(ended("short deal, paid by voucher")).toBeGreaterThan(100)
    expect(ended("reservation, settled by both")).toBeGreaterThan(50)
  })

  it("IPSX-AGR-070 are opened one by one where a scenario wants it, and cost their transactions then", () => {
    const one = get("opened one by one").summary
    expect(one.checks.find(({ id }) => id === "IPSX-AGR-071")!.evaluated).toBe(0)
    const perDeal = ({ chain, deals }: Summary.Summary): number =>
      chain.transactions / deals.settled
    expect(perDeal(get("memory").summary)).toBeLessThan(perDeal(one) * 0.75)
  })
})
