// A sweep on the terminal: one line for each combination, with mean and confidence.
import type * as Manifest from "../sweep/Manifest.ts"
import type * as Merge from "../sweep/Merge.ts"
import * as Statistics from "../sweep/Statistics.ts"

/** Four digits that matter. */
const figure = (value: number): string =>
  value.toLocaleString(
    "en",
    Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
  )

const cell = (estimate: Merge.Estimate | undefined): string => {
  if (estimate === undefined) return "–"
  const { mean, ciHigh } = estimate
  const half = Statistics.spread(mean, (ciHigh ?? mean) - mean)
  return half === 0 ? figure(mean) : `${figure(mean)} ± ${figure(half)}`
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

/** One line, without an end. */
export const progress = (done: number, all: number, seconds: number): string => {
  const left = done === 0 ? "" : `  about ${minutes((seconds / done) * (all - done))} left`
  return `${done} of ${all} runs${left}`
}

/** Each combination's values, with the half-width of the 95 % interval. */
export const table = (manifest: Manifest.Manifest, cells: Merge.Cells): string => {
  const { axes } = cells
  const shown = manifest.shown.filter((name) => cells.cells.some(({ values }) => name in values))
  const rows = [
    [...axes.map(({ key }) => key), "n", ...shown],
    ...cells.cells.map(({ settings, n, values }) => [
      ...axes.map(({ key }) => settings[key]!),
      String(n),
      ...shown.map((name) => cell(values[name])),
    ]),
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  const lines = rows.map((row) =>
    row
      .map((text, at) => (at < axes.length ? text.padEnd(widths[at]!) : text.padStart(widths[at]!)))
      .join("  ")
      .trimEnd(),
  )
  const good = `${cells.good} of ${cells.runs} runs were good`
  return `${manifest.scenario.name}: ${good}; mean ± half of the 95 % interval\n\n${lines.join("\n")}\n\n`
}

/** What was not good, and how to look at it; empty when there is nothing. */
export const problems = ({ cells, failed, missing, runs, good }: Merge.Cells): string => {
  const which = (cell: number, seed: string): string =>
    [
      ...Object.entries(cells[cell]?.settings ?? {}).map(([key, setting]) => `${key}=${setting}`),
      `seed ${seed}`,
    ].join(", ")
  return [
    ...failed.map(
      ({ cell, seed, problems: [first = ""], replay }) =>
        `✗ ${which(cell, seed)}: ${first}\n  ${replay}\n`,
    ),
    ...(runs - good > failed.length ? [`✗ and ${runs - good - failed.length} more runs\n`] : []),
    ...missing.map(({ cell, seed }) => `✗ ${which(cell, seed)}: could not be made\n`),
  ].join("")
}
