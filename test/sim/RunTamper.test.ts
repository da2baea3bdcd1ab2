import * as Effect from "effect/Effect"
import { beforeAll, describe, expect, it } from "vitest"
import * as Outcome from "../../sim/Outcome.ts"
import * as Population from "../../sim/Population.ts"
import * as Summary from "../../sim/Summary.ts"
import * as Table from "../../sim/Table.ts"
import * as Run from "../../sim/Run.ts"
import * as Progress from "../../sim/Progress.ts"
import { noble } from "../../src/signature/Curve.ts"
import * as Running from "./running.ts"

const anvil = [...Running.faults, "chain.mode=anvil"]
const tampered = (block: number, account: string): ReadonlyArray<string> => [
  ...anvil,
  `chain.tamper={ block: ${block}, account: "${account}", delta: "1" }`,
]

/** The number of the block that the model makes first, and its seconds. */
const genesis = 64
const blockSeconds = 2
const blockAt = (seconds: number): number => genesis + seconds / blockSeconds

const column = (table: Table.Table, name: string): ReadonlyArray<Table.Cell> =>
  Table.cells(
    table,
    table.columns.find((c) => c.name === name)!,
  )

describe("a falsified balance on the chain", () => {
  // The busiest provider, and two of its deals after the middle of the run.
  let busiest = ""
  let idle = ""
  let opened: ReadonlyArray<number> = []
  let ended: ReadonlyArray<number> = []
  let good: Summary.RunResult
  let bad: Summary.RunResult
  beforeAll(async () => {
    good = await Running.run(Running.load("faults", anvil))
    const deals = good.tables.find(({ name }) => name === "deals")!
    const providers = column(deals, "provider") as ReadonlyArray<string>
    const many = (account: string) => providers.filter((provider) => provider === account).length
    busiest = providers.reduce((best, next) => (many(next) > many(best) ? next : best))
    const ofBusiest = (name: string) =>
      column(deals, name)
        .map(Number)
        .filter((_, i) => providers[i] === busiest)
        .sort((a, b) => a - b)
    opened = ofBusiest("openedMs")
    ended = ofBusiest("finalMs")
    idle = Population.make(Running.load("faults", anvil), noble).providers.find(
      ({ address }) => many(address) === 0,
    )!.name
    bad = await Running.run(Running.load("faults", tampered(blockAt(300), busiest)))
  })

  it("IPSX-SIM-015 IPSX-SIM-016 is found in the next block that touches the account, and named", () => {
    const { summary, details } = bad
    const next = [...opened, ...ended].filter((ms) => ms > 300_000).sort((a, b) => a - b)[0]!
    expect(Summary.isGood(summary)).toBe(false)
    expect(summary.oracle.mismatches).toBeGreaterThan(1)
    const [first] = details.failures
    expect(first!.id).toBe("IPSX-CHN-030")
    expect(first!.atMs).toBeGreaterThan(300_000)
    expect(first!.atMs).toBeLessThanOrEqual(next)
    const [, block, account, name, expected, actual] =
      /^block (\d+), wallet (0x\w{40}) \((\S+)\): expected .*"balance":"(\d+)".*, the chain has .*"balance":"(\d+)"/.exec(
        first!.message,
      )!
    expect(Number(block)).toBe(blockAt(first!.atMs / 1000))
    expect(account).toBe(busiest)
    expect(name).toMatch(/^providers-\d+$/)
    expect(BigInt(actual!)).toBe(BigInt(expected!) + 1n)
  })

  it("IPSX-SIM-014 does not leak into what the model expects: trace and deals stay what they are", () => {
    expect(Summary.isGood(good.summary)).toBe(true)
    expect(bad.summary.traceHash).toBe(good.summary.traceHash)
    expect(bad.summary.scenario.hash).toBe(good.summary.scenario.hash)
    expect(bad.summary.tokens).toEqual(good.summary.tokens)
    expect(bad.summary.chain.stateDigest).not.toBe(good.summary.chain.stateDigest)
  })

  it("IPSX-SIM-015 is found at the end where no block touches the account", async () => {
    const { summary, details } = await Running.run(Running.load("faults", tampered(100, idle)))
    expect(summary.oracle.mismatches).toBe(1)
    expect(details.failures.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^block \\d+, wallet 0x\\w{40} \\(${idle}\\) at the end: ` +
            "expected balance 500000000000000000000, reserved 0, the chain has balance 500000000000000000001, reserved 0$",
        ),
      ),
    ])
  })

  it.each([
    ["the run ended before block 99999", tampered(99_999, "providers-3")],
    ["is empty", tampered(blockAt(60), `0x${"0".repeat(39)}7`)],
  ])("that cannot be made refuses the run: %s", async (says, settings) => {
    const loaded = Running.load("faults", [...settings, "duration=2m"])
    const options = { observer: Progress.silent, version: "0", replay: "", chain: "anvil" }
    const error = await Effect.runPromise(Effect.flip(Run.run(loaded, options)))
    expect(error.message).toContain(says)
    expect(error.message).not.toContain("    at ")
  })
})

describe("Outcome.difference", () => {
  it("IPSX-SIM-016 sets side by side what is about the same thing", () => {
    const expected = [
      "channel 0x1 3 10 20 2",
      "fees 5",
      "supply 9",
      "token 0xa 1",
      "wallet 0xa 1 2",
    ]
    const actual = ["channel 0x1 3 11 20 2", "fees 6", "supply 9", "token 0xb 1", "wallet 0xa 1 2"]
    expect(Outcome.difference(expected, actual)).toEqual([
      {
        subject: "channel 0x1",
        expected: "phase 3, paid 10, cap 20, bond 2",
        actual: "phase 3, paid 11, cap 20, bond 2",
      },
      { subject: "fees", expected: "5", actual: "6" },
      { subject: "token 0xa", expected: "1", actual: "nothing" },
      { subject: "token 0xb", expected: "nothing", actual: "1" },
    ])
    expect(Outcome.difference(actual, actual)).toEqual([])
  })
})
