// What was rented, for how long and for how much: a row for each lease, and the rows as a table that any program reads.
import * as Schema from "effect/Schema"
import { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import { Count } from "../model/Deal.ts"
import { Id } from "../model/Id.ts"

/** `address` has all of a lease, with spaces between them; `from` and `to` are seconds since 1970; `paid` is in base units, without commission. */
export const Row = Schema.Struct({
  account: Schema.String,
  lease: Id,
  provider: Address,
  address: Schema.String,
  country: Schema.String,
  from: Count,
  to: Count,
  seconds: Count,
  bytes: Count,
  paid: Schema.BigIntFromString,
})
export interface Row extends Schema.Schema.Type<typeof Row> {}

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
