import * as fc from "fast-check"
import * as Result from "effect/Result"
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import type * as Finding from "../../sim/sweep/Finding.ts"
import type * as Manifest from "../../sim/sweep/Manifest.ts"
import * as Merge from "../../sim/sweep/Merge.ts"
import * as Parts from "../../sim/sweep/Parts.ts"
import * as Plan from "../../sim/sweep/Plan.ts"
import * as Schedule from "../../sim/sweep/Schedule.ts"
import * as Statistics from "../../sim/sweep/Statistics.ts"
import * as StopRule from "../../sim/sweep/StopRule.ts"
import * as SweepReport from "../../sim/report/SweepReport.ts"
import * as Sweep from "../../sim/sweep/Sweep.ts"
import { findingOf, manifestOf, planOf } from "./synthetic.ts"

const made: Array<string> = []
const directory = (): string => {
  const path = mkdtempSync(join(tmpdir(), "ipsx-merge-"))
  made.push(path)
  return path
}
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true })
})

const everyRun = (plan: Plan.Plan): ReadonlyArray<Plan.Run> =>
  Array.from({ length: plan.cells * plan.replications }, (_, at) => ({
    cell: at % plan.cells,
    seed: Plan.seedOf(plan, Math.floor(at / plan.cells)),
  }))

/** Everything that a merge writes, as one text. */
const merged = async (
  manifest: Manifest.Manifest,
  findings: ReadonlyArray<Finding.Finding>,
): Promise<{ readonly bytes: string; readonly cells: Merge.Cells }> => {
  const path = directory()
  const parts = Parts.write(path)
  for (const finding of findings) parts.append(finding)
  parts.close()
  const index = Result.getOrThrow(Sweep.open(path, manifest))
  const cells = await Merge.write(path, manifest, index, "made-up.yaml")
  index.close()
  const files = readdirSync(path).filter((name) => name !== "parts")
  expect(files.sort()).toEqual([
    "cells.csv",
    "cells.json",
    "cells.parquet",
    "runs.csv",
    "runs.parquet",
  ])
  const bytes = files.map((name) => readFileSync(join(path, name), "latin1")).join("\0")
  return { bytes: bytes + SweepReport.html(manifest, cells), cells }
}

const shuffled = <A>(items: ReadonlyArray<A>) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

describe("IPSX-SIM-040 a merge", () => {
  const manifest = manifestOf(4, 12)
  const runs = everyRun(planOf(manifest))

  it("gives the same bytes in any order, from any number of workers, with some runs twice", async () => {
    const reference = await merged(
      manifest,
      runs.map((run) => findingOf(run)),
    )
    await fc.assert(
      fc.asyncProperty(
        shuffled(runs),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(10),
        async (order, workers, twice) => {
          const findings = [...order, ...order.slice(0, twice)].map((run, at) =>
            findingOf(run, `w${at % workers}`, at),
          )
          expect((await merged(manifest, findings)).bytes).toBe(reference.bytes)
        },
      ),
      { numRuns: 15 },
    )
  })

  it("says mean, deviation and interval of each value, and counts what is not mentioned as none", async () => {
    const { cells } = await merged(
      manifest,
      runs.map((run) => findingOf(run)),
    )
    const cell = cells.cells[2]!
    expect(cell.settings).toEqual({ "a.b": "4" })
    const sample = Statistics.empty()
    for (let seed = 1; seed <= 12; seed++)
      Statistics.add(sample, findingOf({ cell: 2, seed: String(seed) }).values["deals.settled"]!)
    const { mean, ciLow, ciHigh, sd, n } = cell.values["deals.settled"]!
    expect({ mean, sd, n }).toEqual({ mean: sample.mean, sd: Statistics.deviation(sample), n: 12 })
    expect(ciHigh! - mean).toBeCloseTo(Statistics.halfWidth(sample), 12)
    expect(mean - ciLow!).toBeCloseTo(Statistics.halfWidth(sample), 12)
    expect(cell.values["deals.byStatus.Odd"]).toMatchObject({ n: 12, mean: (3 + 6 + 9 + 12) / 12 })
    expect(cell.values["series.price"]).toMatchObject({ n: 6 })
    expect(cells.failed[0]!.replay).toMatch(
      /^ipsx run made-up\.yaml --set a\.b=\d+ --seed \d+ --chain memory$/,
    )
  })

  it("lists runs that nobody could make, and merges the rest", async () => {
    const { cells } = await merged(
      manifest,
      runs.slice(1).map((run) => findingOf(run)),
    )
    expect(cells.missing).toEqual([{ cell: 0, seed: "1" }])
    expect(cells.runs).toBe(runs.length - 1)
  })
})

describe("the files of the workers", () => {
  const manifest = manifestOf(2, 3)
  const open = (path: string) => Sweep.open(path, manifest)

  it("IPSX-SIM-043 lose a line that was never finished, and nothing else", () => {
    const path = directory()
    const parts = Parts.write(path)
    parts.append(findingOf({ cell: 0, seed: "1" }))
    parts.append(findingOf({ cell: 1, seed: "2" }))
    parts.close()
    const [name] = readdirSync(join(path, "parts"))
    appendFileSync(
      join(path, "parts", name!),
      JSON.stringify(findingOf({ cell: 1, seed: "3" })).slice(0, 99),
    )
    const index = Result.getOrThrow(open(path))
    expect(index.found).toBe(2)
    expect(index.has({ cell: 1, seed: "2" })).toBe(true)
    expect(index.has({ cell: 1, seed: "3" })).toBe(false)
    expect(index.get(1, 1)).toEqual(findingOf({ cell: 1, seed: "2" }))
    index.close()
  })

  const refused = (line: string): string => {
    const path = directory()
    mkdirSync(join(path, "parts"))
    appendFileSync(join(path, "parts", "a.ndjson"), `${line}\n`)
    const index = open(path)
    return Result.isFailure(index) ? index.failure.message : ""
  }
  const finding = findingOf({ cell: 1, seed: "2" })

  it("IPSX-SIM-044 contradict each other when a run had two outcomes", () => {
    const other = { ...finding, worker: "x", traceHash: `0x${"f".repeat(64)}` }
    expect(refused(`${JSON.stringify(finding)}\n${JSON.stringify(other)}`)).toMatch(
      /cell 1, seed 2: worker w found the trace 0x0+186a2, worker x 0xf+/,
    )
  })

  it.each([
    ["no JSON", "{", "a.ndjson: a line is not JSON"],
    ["no finding", "{}", "a.ndjson: a line is no finding"],
    ["of other code", JSON.stringify({ ...finding, code: "x" }), "cell 1, seed 2 is of other code"],
    [
      "of another scenario",
      JSON.stringify({ ...finding, cell: 0 }),
      "cell 0 is of another scenario",
    ],
  ])("IPSX-SIM-042 are refused when a line is %s", (_, line, said) => {
    expect(refused(line)).toContain(said)
  })
})

describe("IPSX-SIM-045 a stop rule", () => {
  const rule: StopRule.StopRule = { value: "deals.settled", relative: 0.03, min: 4 }
  const manifest = manifestOf(3, 40, rule)
  const plan = planOf(manifest)

  /** Gives out runs to so many workers that finish in the order that `pick` says. */
  const simulate = (workers: number, pick: (running: number) => number, shard?: Schedule.Shard) => {
    const schedule = Schedule.make(plan, rule, shard)
    const running: Array<Plan.Run> = []
    const findings: Array<Finding.Finding> = []
    for (;;) {
      while (running.length < workers) {
        const run = Schedule.next(schedule)
        if (run === undefined) break
        running.push(run)
      }
      if (running.length === 0) return { findings, schedule }
      const [run] = running.splice(pick(running.length), 1)
      findings.push(findingOf(run!))
      Schedule.finish(schedule, findings.at(-1)!)
    }
  }

  it("keeps the same seeds for any number of workers and any order in which they finish", async () => {
    const one = simulate(1, () => 0)
    const reference = await merged(manifest, one.findings)
    expect(reference.cells.runs).toBe(one.findings.length)
    expect(reference.cells.runs).toBeLessThan(plan.cells * plan.replications)
    for (const { n, values } of reference.cells.cells) {
      const { mean, ciHigh } = values["deals.settled"]!
      expect(n).toBeGreaterThanOrEqual(rule.min)
      expect(ciHigh! - mean).toBeLessThanOrEqual(rule.relative * mean)
    }
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.infiniteStream(fc.nat(1000)),
        async (workers, picks) => {
          const { findings } = simulate(workers, (running) => picks.next().value! % running)
          expect((await merged(manifest, findings)).bytes).toBe(reference.bytes)
        },
      ),
      { numRuns: 15 },
    )
  })

  it("shards divide whole cells between them, and together make the same", async () => {
    const reference = await merged(manifest, simulate(1, () => 0).findings)
    const shards = [1, 2].map((index) => simulate(3, () => 0, { index, count: 2 }).findings)
    expect((await merged(manifest, shards.flat())).bytes).toBe(reference.bytes)
  })

  it("counts what there is to do, also when it stops early", () => {
    const { schedule } = simulate(1, () => 0)
    expect(schedule.done).toBe(schedule.all)
  })

  it.each(["deals.settled", "=0.1", "a=0", "a=2", "a=-1"])("refuses %s", (text) => {
    expect(Result.isFailure(StopRule.parse(text, 10))).toBe(true)
  })
})

describe("shards without a stop rule", () => {
  it("make every run exactly once between them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (count, cells) => {
          const plan = planOf(manifestOf(cells, 7))
          const seen: Array<string> = []
          for (let index = 1; index <= count; index++) {
            const schedule = Schedule.make(plan, null, { index, count })
            for (
              let run = Schedule.next(schedule);
              run !== undefined;
              run = Schedule.next(schedule)
            )
              seen.push(`${run.cell} ${run.seed}`)
          }
          expect(seen.length).toBe(plan.cells * plan.replications)
          expect(new Set(seen).size).toBe(seen.length)
        },
      ),
    )
  })
})
