// What the simulation chapter promises of a whole run, seen from outside: the command line, and what it leaves.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"

const root = join(import.meta.dirname, "../..")
const work = mkdtempSync(join(tmpdir(), "ipsx-run-"))
afterAll(() => rmSync(work, { recursive: true }))

interface Summary {
  readonly partial: boolean
  readonly events: number
  readonly traceHash: string
  readonly chain: { readonly stateDigest: string }
  readonly actors: { readonly providers: number; readonly requesters: number }
  readonly oracle: { readonly compared: number; readonly mismatches: number }
}

let runs = 0
const run = (...settings: ReadonlyArray<string>) => {
  const out = join(work, String(runs++))
  const { status, stdout } = spawnSync(
    process.execPath,
    ["sim/cli.ts", "run", "scenarios/quickstart.yaml", "--out", out, "--no-progress"].concat(
      ["--format", "json"],
      ["duration=2m", "expect=[]", ...settings].flatMap((setting) => ["--set", setting]),
    ),
    { cwd: root, encoding: "utf8" },
  )
  const details = JSON.parse(readFileSync(join(out, "details.json"), "utf8")) as {
    readonly replay: string
    readonly failures: ReadonlyArray<unknown>
  }
  return { status, summary: JSON.parse(stdout) as Summary, ...details }
}

const memory = run("chain.mode=memory")
const anvil = run()

it("IPSX-SIM-001 IPSX-SIM-006 a run has one trace and one final state, in memory and on real contracts", () => {
  expect(memory.status).toBe(0)
  expect(anvil.status).toBe(0)
  expect(anvil.summary.traceHash).toBe(memory.summary.traceHash)
  expect(anvil.summary.chain.stateDigest).toBe(memory.summary.chain.stateDigest)
})

it("IPSX-SIM-013 a run ends, as partial, at the events that its scenario allows", () => {
  const { summary } = run("chain.mode=memory", "maxEvents=3000")
  expect(summary.partial).toBe(true)
  expect(summary.events).toBe(3000)
  expect(memory.summary.partial).toBe(false)
})

it("IPSX-SIM-014 IPSX-SIM-016 a balance falsified on the chain fails the run by name, and changes no expectation", () => {
  const tampered = run('chain.tamper={"block":20,"account":"homes-3","delta":"1"}')
  expect(tampered.status).toBe(1)
  expect(tampered.summary.oracle.mismatches).toBeGreaterThan(0)
  expect(tampered.summary.traceHash).toBe(anvil.summary.traceHash)
  const told = JSON.stringify(tampered.failures)
  const difference =
    /block \d+, wallet 0x[0-9a-f]{40} \(homes-3\).*?: expected .*?balance\D+(\d+).*?, the chain has .*?balance\D+(\d+)/.exec(
      told,
    )
  expect(BigInt(difference![2]!) - BigInt(difference![1]!)).toBe(1n)
  expect(tampered.replay).toMatch(/^ipsx run .*chain\.tamper.*--seed 7/)
})

it("IPSX-SIM-015 an account that nobody touches any more is still compared, at the end of the run", () => {
  const { actors, compared } = { ...anvil.summary, ...anvil.summary.oracle }
  expect(compared).toBeGreaterThan(actors.providers + actors.requesters)
  const late = run('chain.tamper={"block":118,"account":"homes-3","delta":"-1"}')
  expect(late.status).toBe(1)
  expect(late.summary.oracle.mismatches).toBeGreaterThan(0)
})
