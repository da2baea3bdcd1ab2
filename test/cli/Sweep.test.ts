import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Result from "effect/Result"
import * as ScenarioFile from "../../sim/ScenarioFile.ts"
import * as Finding from "../../sim/sweep/Finding.ts"
import * as Process from "./process.ts"

const scenario = "test/sweep/tiny.yaml"
const line = `sweep ${scenario} --vary providers.homes.count=5,10 --seeds 1..3 --no-progress`
const tables = [
  "cells.csv",
  "cells.json",
  "cells.parquet",
  "report.html",
  "runs.csv",
  "runs.parquet",
]

let directory = ""
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-sweep-test-"))
})
afterAll(() => rmSync(directory, { recursive: true }))

const at = (name: string): string => join(directory, name)
const bytes = (name: string): string =>
  tables.map((table) => readFileSync(join(at(name), table), "latin1")).join("\0")
const found = (name: string): number => {
  try {
    return readdirSync(join(at(name), "parts"))
      .map((part) => readFileSync(join(at(name), "parts", part), "utf8").split("\n").length - 1)
      .reduce((sum, n) => sum + n, 0)
  } catch {
    return 0
  }
}

describe("ipsx sweep", () => {
  beforeAll(async () => {
    const { code, out, error } = await Process.run(`${line} --workers 1 --out`, at("one"))
    expect(error).toBe("")
    expect(code).toBe(0)
    expect(out).toMatch(/tiny: 6 of 6 runs were good; mean ± half of the 95 % interval/)
    expect(out).toMatch(/^5 +3 +[\d.]+ ± [\d.]+/m)
  })

  it("IPSX-SIM-040 gives the same bytes with two threads", async () => {
    expect((await Process.inside(`${line} --workers 2 --out`, at("two"))).code).toBe(0)
    expect(bytes("two")).toBe(bytes("one"))
    expect(readdirSync(at("two")).sort()).toEqual(
      [...tables, "manifest.json", "parts", "scenario.yaml"].sort(),
    )
  })

  it("IPSX-SIM-001 names runs that ipsx run repeats with the same trace", async () => {
    const [head = "", ...rows] = readFileSync(join(at("one"), "runs.csv"), "utf8")
      .trim()
      .split("\n")
    const row = rows[4]!.split(",")
    const cell = (name: string) => row[head.split(",").indexOf(name)]!
    const run = `run ${scenario} --set providers.homes.count=${cell("providers.homes.count")} --seed ${cell("seed")} --format json`
    const summary = JSON.parse((await Process.inside(run)).out) as { traceHash: string }
    expect(summary.traceHash).toBe(cell("traceHash"))
  })

  it("IPSX-SIM-043 goes on after Ctrl-C with what is missing", async () => {
    const { child, ended } = Process.start(`${line} --workers 1 --out`, at("stopped"))
    expect(await Process.until(() => found("stopped") >= 2, 60_000)).toBe(true)
    child.kill("SIGINT")
    const { code, error } = await ended
    expect(error).toMatch(/Stopped after [2-6] of 6 runs\. The same command goes on from there\./)
    expect(code).toBe(0)
    const kept = found("stopped")
    expect(readdirSync(at("stopped")).sort()).toEqual(["manifest.json", "parts", "scenario.yaml"])
    expect((await Process.inside(`${line} --workers 1 --out`, at("stopped"))).code).toBe(0)
    expect(kept).toBeLessThan(6)
    expect(found("stopped")).toBe(6)
    expect(bytes("stopped")).toBe(bytes("one"))
  })

  it("IPSX-SIM-043 survives its sudden death without a lost or a doubled run", async () => {
    const { child, ended } = Process.start(`${line} --workers 2 --out`, at("killed"))
    expect(await Process.until(() => found("killed") >= 2, 60_000)).toBe(true)
    child.kill("SIGKILL")
    await ended
    expect((await Process.inside(`${line} --workers 1 --out`, at("killed"))).code).toBe(0)
    expect(found("killed")).toBe(6)
    expect(bytes("killed")).toBe(bytes("one"))
  })

  it("IPSX-SIM-040 merges shards that were made apart", async () => {
    for (const shard of ["1/2", "2/2"]) {
      const { code, out } = await Process.inside(
        `${line} --workers 1 --shard ${shard} --out`,
        at("shards"),
      )
      expect(out).toContain(`Shard ${shard}: 3 of 3 runs are in`)
      expect(code).toBe(0)
    }
    expect((await Process.inside(`${line} --out`, at("shards"))).code).toBe(0)
    expect(found("shards")).toBe(6)
    expect(bytes("shards")).toBe(bytes("one"))
  })

  it("IPSX-SIM-045 stops each combination when its interval is narrow", async () => {
    const until = `sweep ${scenario} --vary providers.homes.count=5,10 --seeds 1..40 --until deals.settled=0.4 --min 3 --workers 2 --format json --no-progress`
    const { code, out } = await Process.inside(until)
    expect(code).toBe(0)
    const { runs, cells } = JSON.parse(out) as {
      runs: number
      cells: ReadonlyArray<{ n: number; values: Record<string, { mean: number; ciHigh: number }> }>
    }
    expect(runs).toBeLessThan(80)
    for (const { n, values } of cells) {
      const { mean, ciHigh } = values["deals.settled"]!
      expect(n).toBeGreaterThanOrEqual(3)
      expect(ciHigh - mean).toBeLessThanOrEqual(0.4 * mean)
    }
  })

  it("knows the name of every value before the first run", () => {
    const loaded = Result.getOrThrow(ScenarioFile.load(scenario))
    const names = Finding.names(loaded.scenario.expect)
    const { cells } = JSON.parse(readFileSync(join(at("one"), "cells.json"), "utf8")) as {
      cells: ReadonlyArray<{ values: Readonly<Record<string, unknown>> }>
    }
    for (const { values } of cells)
      expect(Object.keys(values).filter((name) => !names.includes(name))).toEqual([])
  })

  it("has what an expectation looks at under the path that it names", async () => {
    const { code, out } = await Process.inside(
      `sweep ${scenario} --seeds 1..2 --set`,
      "expect=[{ name: a price, value: price, min: 0 }]",
      "--show",
      "price",
      "--no-progress",
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^n +price\n2 +[\d.]+ ± [\d.]+$/m)
  })

  it("takes what to vary from the scenario", async () => {
    const own = readFileSync(scenario, "utf8").concat(
      "sweep:\n  vary: { providers.homes.count: [5, 10] }\n  seeds: 1..3\n",
    )
    writeFileSync(at("own.yaml"), own)
    const { code, out } = await Process.inside(
      `sweep ${at("own.yaml")} --workers 1 --format json --no-progress`,
    )
    expect(code).toBe(0)
    expect((JSON.parse(out) as { cells: unknown }).cells).toEqual(
      (JSON.parse(readFileSync(join(at("one"), "cells.json"), "utf8")) as { cells: unknown }).cells,
    )
  })

  it("exits with 1 when a run is not good, and says how to look at it", async () => {
    const { code, error } = await Process.inside(
      `sweep ${scenario} --seeds 1..2 --set expect.0.min=99999 --workers 1 --no-progress`,
    )
    expect(code).toBe(1)
    expect(error).toMatch(
      /✗ seed 1: deals settle: \d+ \(expected at least 99,999\)\n {2}ipsx run test\/sweep\/tiny\.yaml --set expect\.0\.min=99999 --seed 1 --chain memory/,
    )
  })

  it("rebuilds its report", async () => {
    const before = readFileSync(join(at("one"), "report.html"), "utf8")
    writeFileSync(join(at("one"), "report.html"), "")
    expect(await Process.inside("report", at("one"))).toMatchObject({ code: 0, error: "" })
    expect(readFileSync(join(at("one"), "report.html"), "utf8")).toBe(before)
  })

  it.each([
    ["", "ipsx sweep: expected one SCENARIO, got 0"],
    [`${scenario}`, "ipsx sweep: expected --seeds A..B, or the key sweep.seeds in the scenario"],
    [`${scenario} --seeds 3..1`, "--seeds: expected A..B"],
    [`${scenario} --seeds 1..2 --vary a`, 'expected key.path=a,b,c, got "a"'],
    [
      `${scenario} --seeds 1..2 --vary providers.homes.count=5,-1`,
      "tiny.yaml: providers.0.count: expected an integer between 0 and 10000000, got -1",
    ],
    [
      `${scenario} --seeds 1..2 --vary providers.none.count=5`,
      "providers: expected one of the names homes, or an index below 1, got none",
    ],
    [`${scenario} --seeds 1..9999999`, "expected at most 1000000 runs"],
    [`${scenario} --seeds 1..2 --workers 0`, "--workers: expected an integer between 1 and 1024"],
    [`${scenario} --seeds 1..2 --shard 3/2 --out x`, "--shard: expected i/n with 1 ≤ i ≤ n"],
    [`${scenario} --seeds 1..2 --shard 1/2`, "--shard: expected --out DIR with it"],
    [`${scenario} --seeds 1..2 --queue http://x`, "--queue: expected redis://HOST:PORT"],
    [`${scenario} --seeds 1..2 --until deals.settled`, "--until: expected VALUE=R"],
    [
      `${scenario} --seeds 1..2 --until deals.setled=0.1`,
      "--until: expected a value of the tables (deals.opened, deals.settled, deals.byStatus.Proposed,",
    ],
    [
      `${scenario} --seeds 1..2 --show nothing`,
      "--show: expected a value of the tables (partial, virtualSeconds, events, actors.providers,",
    ],
    ["none.yaml --seeds 1..2", "none.yaml: cannot be read: there is no such file"],
  ])("refuses %s with 2 and no stack", async (words, said) => {
    const { code, out, error } = await Process.inside(`sweep ${words}`.trimEnd())
    expect(error).toContain(said)
    expect(error).not.toMatch(/^ +at /m)
    expect(out).toBe("")
    expect(code).toBe(2)
  })

  it("IPSX-SIM-042 refuses a directory of another sweep, or of something else", async () => {
    const other = await Process.inside(`${line} --set duration=11m --out`, at("one"))
    expect(other.error).toMatch(
      /expected the sweep that was begun there.*they differ in\n {2}scenario: 0x/s,
    )
    expect(other.code).toBe(2)
    mkdirSync(at("full"))
    writeFileSync(at("full/mine.txt"), "mine")
    const full = await Process.inside(`${line} --out`, at("full"))
    expect(full.error).toMatch(
      /expected a new directory, or one of an earlier sweep; it holds other files/,
    )
    expect(full.code).toBe(2)
    expect(readdirSync(at("full"))).toEqual(["mine.txt"])
  })
})
