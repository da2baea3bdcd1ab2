// A table of results in columns. The run appends rows; the shell writes them as Parquet, or CSV where the
// optional writer is not installed. Columns and not objects: a month of ten million deals must fit.
import * as Column from "./Column.ts"

export type { Cell, Kind } from "./Column.ts"

export interface Table {
  readonly name: string
  readonly columns: ReadonlyArray<Column.Column>
  rows: number
  /** Rows that came after the limit: counted, not kept. */
  dropped: number
}

/** No table grows beyond this; `dropped` says what is missing. */
export const rowsMax = 20_000_000

/**
 * An empty table.
 *
 * @example
 * const deals = Table.make("deals", { id: "text", openedMs: "integer", paid: "amount" })
 */
export const make = (name: string, columns: Readonly<Record<string, Column.Kind>>): Table => ({
  name,
  columns: Object.entries(columns).map(([column, kind]) => Column.make(column, kind)),
  rows: 0,
  dropped: 0,
})

export const length = (table: Table): number => table.rows

/**
 * Adds a row; cells in the order of the columns, `null` where nothing is known.
 *
 * @throws RangeError when the number of cells is not the number of columns.
 */
export const append = (table: Table, ...cells: ReadonlyArray<Column.Cell>): void => {
  if (cells.length !== table.columns.length)
    throw new RangeError(`${table.name}: ${cells.length} cells for ${table.columns.length} columns`)
  if (table.rows >= rowsMax) {
    table.dropped += 1
    return
  }
  for (let i = 0; i < cells.length; i++) Column.set(table.columns[i]!, table.rows, cells[i]!)
  table.rows += 1
}

/** The cells of a column, of all rows or of those from one row up to before another. */
export const cells = (
  table: Table,
  column: Column.Column,
  from = 0,
  to: number = table.rows,
): Array<Column.Cell> =>
  Array.from({ length: to - from }, (_, row) => Column.get(column, from + row))

/** A cell of comma-separated values, in quotes where it needs them; nothing for null. */
export const quote = (cell: Column.Cell): string => {
  const text = cell === null ? "" : String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The lines of the table as comma-separated values, with a header, lazily. */
export function* lines(table: Table): Generator<string> {
  yield table.columns.map((column) => quote(column.name)).join(",")
  for (let row = 0; row < table.rows; row++)
    yield table.columns.map((column) => quote(Column.get(column, row))).join(",")
}
