// The ratios that were reached, committed, and the rule that says when one is lost: not by a figure of another
// machine, and not by less than the measurement itself wavers.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import * as Row from "./Row.ts"

/** What several runs of a bench in processes of their own said about one case. */
export interface Entry {
  readonly ratio: number
  /** The relative spread: between the runs, or within them where that is more. */
  readonly noise: number
  readonly runs: number
  readonly peer: string
}

export interface Baseline {
  readonly schema: "ipsx.bench/1"
  readonly cpu: string
  readonly node: string
  /** By `bench: case`. */
  readonly rows: Readonly<Record<string, Entry>>
}

export const key = (row: Row.Row): string => `${row.bench}: ${row.case}`

/** Of the noise, how much a ratio may lose; and the bounds of that, whatever the noise. */
const sigmas = 4
const toleranceMin = 0.1
const toleranceMax = 0.5
/** Caches and clocks of another machine move even ratios. */
const toleranceMinElsewhere = 0.3

/** What the rows of one case, one for each run, say together. */
export const entry = (rows: ReadonlyArray<Row.Row>): Entry => {
  const ratios = rows.map(({ ratio }) => ratio)
  // The middle of a run's rounds wavers about half as much as its rounds.
  const within = Row.median(rows.map(({ noise }) => noise)) / 2
  return {
    ratio: Row.median(ratios),
    noise: Math.max(Row.spread(ratios), within),
    runs: rows.length,
    peer: rows[0]!.peer,
  }
}

/** The least ratio that is not a regression. */
export const floor = (then: Entry, now: Entry, sameMachine: boolean): number => {
  const least = sameMachine ? toleranceMin : toleranceMinElsewhere
  const noise = Math.max(then.noise, now.noise)
  return then.ratio * (1 - Math.min(toleranceMax, Math.max(least, sigmas * noise)))
}

export interface Regression {
  readonly key: string
  readonly expected: string
  readonly actual: string
}

/**
 * The cases that lost more than noise, and those that are gone.
 *
 * @example
 * Baseline.regressions(baseline, new Map([["kernel: hold", [row]]]), ["kernel"], true)
 */
export const regressions = (
  baseline: Baseline,
  measured: ReadonlyMap<string, ReadonlyArray<Row.Row>>,
  benches: ReadonlyArray<string>,
  sameMachine: boolean,
): ReadonlyArray<Regression> =>
  Object.entries(baseline.rows).flatMap(([key, then]) => {
    if (!benches.includes(key.slice(0, key.indexOf(":")))) return []
    const rows = measured.get(key)
    if (rows === undefined)
      return [{ key, expected: "a row, as in the baseline", actual: "none was printed" }]
    const now = entry(rows)
    const least = floor(then, now, sameMachine)
    if (now.ratio >= least) return []
    return [
      {
        key,
        expected: `a ratio ≥ ${least.toFixed(3)} (baseline ${then.ratio.toFixed(3)}, noise ${(100 * Math.max(then.noise, now.noise)).toFixed(1)} %)`,
        actual: `${now.ratio.toFixed(3)} in the middle of ${now.runs} ${now.runs === 1 ? "run" : "runs"}`,
      },
    ]
  })

const machine = () => ({ cpu: cpus()[0]?.model ?? "unknown", node: process.version })

export const isSameMachine = (baseline: Baseline): boolean => baseline.cpu === machine().cpu

/** The baseline of a file; an empty one when there is no file yet. */
export const read = (path: string): Baseline =>
  existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as Baseline)
    : { schema: "ipsx.bench/1", ...machine(), rows: {} }

const rounded = (value: number): number => Number(value.toPrecision(4))

/** Puts what was measured in the place of the same benches' old rows; the others stay. */
export const update = (
  path: string,
  measured: ReadonlyMap<string, ReadonlyArray<Row.Row>>,
  benches: ReadonlyArray<string>,
): void => {
  const kept = Object.entries(read(path).rows).filter(
    ([key]) => !benches.includes(key.slice(0, key.indexOf(":"))),
  )
  const fresh = [...measured].map(([key, rows]) => {
    const { ratio, noise, ...rest } = entry(rows)
    return [key, { ratio: rounded(ratio), noise: rounded(noise), ...rest }] as const
  })
  const rows = Object.fromEntries([...kept, ...fresh].sort(([a], [b]) => (a < b ? -1 : 1)))
  const baseline: Baseline = { schema: "ipsx.bench/1", ...machine(), rows }
  writeFileSync(path, `${JSON.stringify(baseline, null, 2)}\n`)
}
