// A table of results in columns. The run appends rows; the shell writes them as Parquet, or CSV where the
// optional writer is not installed. Columns and not objects: a month of ten million deals must fit.

/** `integer` is a safe integer, `text` a string, `amount` base units as a bigint, written as decimal text. */
export type Kind = "integer" | "number" | "text" | "amount"
export type Cell = number | string | bigint | null

export interface Column {
  readonly name: string
  readonly kind: Kind
  readonly values: Array<Cell>
}

export interface Table {
  readonly name: string
  readonly columns: ReadonlyArray<Column>
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
export const make = (name: string, columns: Readonly<Record<string, Kind>>): Table => ({
  name,
  columns: Object.entries(columns).map(([name, kind]) => ({ name, kind, values: [] })),
  dropped: 0,
})

export const length = (table: Table): number => table.columns[0]?.values.length ?? 0

/**
 * Adds a row; cells in the order of the columns, `null` where nothing is known.
 *
 * @throws RangeError when the number of cells is not the number of columns.
 */
export const append = (table: Table, ...cells: ReadonlyArray<Cell>): void => {
  if (cells.length !== table.columns.length)
    throw new RangeError(`${table.name}: ${cells.length} cells for ${table.columns.length} columns`)
  if (length(table) >= rowsMax) {
    table.dropped += 1
    return
  }
  for (let i = 0; i < cells.length; i++) table.columns[i]!.values.push(cells[i]!)
}

const quote = (cell: Cell): string => {
  const text = cell === null ? "" : String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The lines of the table as comma-separated values, with a header, lazily. */
export function* lines(table: Table): Generator<string> {
  yield table.columns.map((column) => quote(column.name)).join(",")
  for (let row = 0; row < length(table); row++)
    yield table.columns.map((column) => quote(column.values[row]!)).join(",")
}
