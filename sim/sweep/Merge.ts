// All findings of a sweep as tables: one row for each run, and for each cell the mean of every value with its
// confidence. The order is that of the plan, so the bytes are the same whoever made which run (IPSX-SIM-040).
import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Result from "effect/Result"
import * as Words from "../Words.ts"
import type * as Finding from "./Finding.ts"
import type * as Manifest from "./Manifest.ts"
import type * as Parts from "./Parts.ts"
import * as Plan from "./Plan.ts"
import * as Sheet from "./Sheet.ts"
import * as Statistics from "./Statistics.ts"
import * as StopRule from "./StopRule.ts"

/** A value of a cell over its replications. The interval is `null` while there is only one of them. */
export interface Estimate {
  readonly n: number
  readonly mean: number
  readonly sd: number
  readonly ciLow: number | null
  readonly ciHigh: number | null
  readonly min: number
  readonly max: number
}

export interface Cell {
  readonly cell: number
  /** The value of each varied key, as it was written. */
  readonly settings: Readonly<Record<string, string>>
  readonly n: number
  readonly good: number
  readonly values: Readonly<Record<string, Estimate>>
}

export interface Failed {
  readonly cell: number
  readonly seed: string
  readonly problems: ReadonlyArray<string>
  readonly replay: string
}

/** The contract of `cells.json`. */
export interface Cells {
  readonly schema: "ipsx.cells/1"
  readonly scenario: { readonly name: string; readonly question: string; readonly hash: string }
  readonly axes: ReadonlyArray<{ readonly key: string; readonly values: ReadonlyArray<string> }>
  readonly seeds: Plan.Seeds
  readonly until: StopRule.StopRule | null
  readonly runs: number
  readonly good: number
  /** The first runs that were not good, with the command that repeats each. */
  readonly failed: ReadonlyArray<Failed>
  /** Runs that could not be made. */
  readonly missing: ReadonlyArray<Plan.Run>
  readonly cells: ReadonlyArray<Cell>
}

const failedMax = 20
const missingMax = 1000

/** Each run that counts, in the order of the plan: a cell's seeds up to where its stop rule is met. */
function* counted(
  index: Parts.Index,
  rule: StopRule.StopRule | null,
): Generator<{ readonly run: Plan.Run; readonly finding: Finding.Finding | undefined }> {
  const { plan } = index
  for (let cell = 0; cell < plan.cells; cell++) {
    const sample = Statistics.empty()
    for (let replication = 0; replication < plan.replications; replication++) {
      const finding = index.get(cell, replication)
      yield { run: { cell, seed: Plan.seedOf(plan, replication) }, finding }
      if (rule === null || finding === undefined) continue
      Statistics.add(sample, finding.values[rule.value] ?? 0)
      if (StopRule.isMet(rule, sample)) break
    }
  }
}

const namesIn = (index: Parts.Index, rule: StopRule.StopRule | null): ReadonlyArray<string> => {
  const names = new Set<string>()
  for (const { finding } of counted(index, rule))
    for (const name of Object.keys(finding?.values ?? {})) names.add(name)
  return [...names].sort()
}

/** A count that is not mentioned is 0; a mean over time of nothing is nothing. */
const valueOf = (finding: Finding.Finding, name: string): number | null =>
  finding.values[name] ?? (name.startsWith("series.") ? null : 0)

const estimate = (sample: Statistics.Sample): Estimate => {
  const half = Statistics.halfWidth(sample)
  const isKnown = Number.isFinite(half)
  return {
    n: sample.n,
    mean: sample.mean,
    sd: Statistics.deviation(sample),
    ciLow: isKnown ? sample.mean - half : null,
    ciHigh: isKnown ? sample.mean + half : null,
    min: sample.min,
    max: sample.max,
  }
}

const runColumns = (
  axes: Manifest.Manifest["axes"],
  names: ReadonlyArray<string>,
): ReadonlyArray<Sheet.Column> => [
  { name: "cell", kind: "integer" },
  ...axes.map(({ key }) => ({ name: key, kind: "text" as const })),
  ...["seed", "traceHash", "stateDigest", "headHash"].map((name) => ({
    name,
    kind: "text" as const,
  })),
  ...names.map((name) => ({ name, kind: "number" as const })),
]

const estimates = ["n", "mean", "sd", "ciLow", "ciHigh", "min", "max"] as const

const cellColumns = (axes: Manifest.Manifest["axes"]): ReadonlyArray<Sheet.Column> => [
  { name: "cell", kind: "integer" },
  ...axes.map(({ key }) => ({ name: key, kind: "text" as const })),
  { name: "value", kind: "text" },
  ...estimates.map((name) => ({
    name,
    kind: name === "n" ? ("integer" as const) : ("number" as const),
  })),
]

/** The command that makes one run of a sweep alone. */
const replay = (manifest: Manifest.Manifest, scenario: string, run: Plan.Run): string => {
  const plan = { axes: manifest.axes } as Plan.Plan
  const settings = [...manifest.settings, ...Plan.settingsOf(plan, run.cell)]
  return [
    `ipsx run ${Words.quote(scenario)}`,
    ...settings.map((setting) => `--set ${Words.quote(setting)}`),
    `--seed ${run.seed} --chain ${manifest.chain}`,
  ].join(" ")
}

const writeJson = (directory: string, name: string, value: unknown): void => {
  const beside = join(directory, `.${name}.unfinished`)
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(beside, join(directory, name))
}

/** The merged tables of a directory, or why there are none. */
export const read = (directory: string): Result.Result<Cells, string> => {
  try {
    const cells = JSON.parse(readFileSync(join(directory, "cells.json"), "utf8")) as Cells
    return cells.schema === "ipsx.cells/1"
      ? Result.succeed(cells)
      : Result.fail("cells.json is not what a sweep writes")
  } catch {
    return Result.fail("the sweep is not finished: there is no cells.json")
  }
}

/** What the runs of one cell came to: a sample of each value, and how many there are. */
interface Gathered {
  readonly samples: ReadonlyArray<Statistics.Sample>
  n: number
  good: number
}

/** The two tables of a sweep, filled run by run in the order of the plan. */
class Tables {
  readonly cells: Array<Cell> = []
  readonly failed: Array<Failed> = []
  readonly missing: Array<Plan.Run> = []
  readonly #names: ReadonlyArray<string>
  readonly #plan: Plan.Plan
  readonly #replay: (run: Plan.Run) => string
  readonly #runs: Sheet.Sheet
  readonly #sheet: Sheet.Sheet
  #gathered: Gathered
  #cell = 0

  constructor(
    names: ReadonlyArray<string>,
    plan: Plan.Plan,
    replay: (run: Plan.Run) => string,
    open: (name: string, columns: ReadonlyArray<Sheet.Column>) => Sheet.Sheet,
  ) {
    this.#names = names
    this.#plan = plan
    this.#replay = replay
    this.#runs = open("runs", runColumns(plan.axes, names))
    this.#sheet = open("cells", cellColumns(plan.axes))
    this.#gathered = this.#nothing()
  }

  add(run: Plan.Run, finding: Finding.Finding | undefined): void {
    if (run.cell !== this.#cell) this.#closeCell()
    this.#cell = run.cell
    if (finding === undefined) {
      if (this.missing.length < missingMax) this.missing.push(run)
      return
    }
    const gathered = this.#gathered
    gathered.n += 1
    if (finding.good) gathered.good += 1
    else if (this.failed.length < failedMax) {
      const { cell, seed, problems } = finding
      this.failed.push({ cell, seed, problems, replay: this.#replay(run) })
    }
    const row = this.#names.map((name) => valueOf(finding, name))
    row.forEach((value, at) => value !== null && Statistics.add(gathered.samples[at]!, value))
    const { traceHash, stateDigest, headHash } = finding
    const values = Plan.valuesOf(this.#plan, run.cell)
    this.#runs.row([run.cell, ...values, run.seed, traceHash, stateDigest, headHash, ...row])
  }

  close(): void {
    this.#closeCell()
    this.#runs.close()
    this.#sheet.close()
  }

  /** Takes away what is not finished. */
  abandon(): void {
    this.#runs.abandon()
    this.#sheet.abandon()
  }

  #nothing(): Gathered {
    return { samples: this.#names.map(Statistics.empty), n: 0, good: 0 }
  }

  #closeCell(): void {
    const { samples, n, good } = this.#gathered
    const cell = this.#cell
    const values = Plan.valuesOf(this.#plan, cell)
    const found = this.#names
      .map((name, at) => [name, estimate(samples[at]!)] as const)
      .filter(([, { n }]) => n > 0)
    for (const [name, of] of found)
      this.#sheet.row([cell, ...values, name, ...estimates.map((key) => of[key])])
    const settings = Object.fromEntries(this.#plan.axes.map(({ key }, at) => [key, values[at]!]))
    this.cells.push({ cell, settings, n, good, values: Object.fromEntries(found) })
    this.#gathered = this.#nothing()
  }
}

/** Writes `runs`, `cells` and `cells.json` into the directory. */
export const write = async (
  directory: string,
  manifest: Manifest.Manifest,
  index: Parts.Index,
  scenario: string,
): Promise<Cells> => {
  const { axes, until: rule } = manifest
  const writer = await Sheet.parquet()
  const tables = new Tables(
    namesIn(index, rule),
    index.plan,
    (run) => replay(manifest, scenario, run),
    (name, columns) => Sheet.open(directory, name, columns, writer),
  )
  try {
    for (const { run, finding } of counted(index, rule)) tables.add(run, finding)
    tables.close()
  } finally {
    tables.abandon()
  }
  const { cells, failed, missing } = tables
  const sum = (of: "n" | "good") => cells.reduce((total, cell) => total + cell[of], 0)
  const merged: Cells = {
    schema: "ipsx.cells/1",
    scenario: manifest.scenario,
    axes,
    seeds: manifest.seeds,
    until: rule,
    runs: sum("n"),
    good: sum("good"),
    failed,
    missing,
    cells,
  }
  writeJson(directory, "cells.json", merged)
  return merged
}
