// The rows as a person reads them.
import type * as Row from "./Row.ts"

/** Three or four digits that matter, in plain notation. */
const figure = (value: number): string =>
  value.toLocaleString(
    "en",
    value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 },
  )

const headers = ["bench: case", "unit", "ours", "peer's", "ratio", "± %", "bar", "peer"] as const
const rightFrom = 2
const rightTo = 6

const cells = (row: Row.Row): ReadonlyArray<string> => [
  `${row.bench}: ${row.case}`,
  row.unit,
  figure(row.value),
  figure(row.peerValue),
  figure(row.ratio),
  (100 * row.noise).toFixed(1),
  row.bar === undefined ? "" : `${figure(row.bar)} ${row.ratio >= row.bar ? "✓" : "✗"}`,
  row.note === undefined ? row.peer : `${row.peer} (${row.note})`,
]

/** A table; a ratio above 1 means that ours is better. */
export const table = (rows: ReadonlyArray<Row.Row>): string => {
  const lines = [headers, ...rows.map(cells)]
  const widths = headers.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)))
  return lines
    .map((line) =>
      line
        .map((cell, i) =>
          i >= rightFrom && i <= rightTo ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
}
