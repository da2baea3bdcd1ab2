// What was rented, for how long and for how much: a row for each lease, and the rows as a table that any program reads.
import * as Amount from "../model/Amount.ts"

/** `from` and `to` are seconds since 1970; `paid` is in base units. */
export interface Row {
  readonly account: string
  readonly lease: string
  readonly provider: string
  readonly address: string
  readonly country: string
  readonly from: number
  readonly to: number
  readonly seconds: number
  readonly bytes: number
  readonly paid: bigint
}

const columns = [
  "account",
  "lease",
  "provider",
  "address",
  "country",
  "from",
  "to",
  "seconds",
  "bytes",
  "paid",
] as const satisfies ReadonlyArray<keyof Row>

// A cell that a spreadsheet would take for a formula, or that would break the row, is quoted.
const cell = (value: string): string => {
  const safe = /^[=+\-@]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const text = (row: Row, column: (typeof columns)[number]): string => {
  const value = row[column]
  if (column === "from" || column === "to") return new Date(Number(value) * 1000).toISOString()
  return typeof value === "bigint" ? Amount.format(value) : String(value)
}

/**
 * Comma-separated values with a header, amounts in whole tokens.
 *
 * @example
 * writeFileSync("usage.csv", Usage.csv(ipsx.usage()))
 */
export const csv = (rows: ReadonlyArray<Row>): string =>
  [
    columns.join(","),
    ...rows.map((row) => columns.map((column) => cell(text(row, column))).join(",")),
  ]
    .map((line) => `${line}\n`)
    .join("")
