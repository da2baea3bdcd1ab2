// Writes a run's tables: Parquet where the optional writer is installed, comma-separated values where it is not.
import { mkdirSync, openSync, closeSync, writeSync } from "node:fs"
import { join } from "node:path"
import * as Table from "../Table.ts"

type Writer = typeof import("hyparquet-writer")

const writer = async (): Promise<Writer | undefined> => {
  try {
    return await import("hyparquet-writer")
  } catch {
    return undefined
  }
}

const types = {
  integer: "INT64",
  number: "DOUBLE",
  text: "STRING",
  amount: "STRING",
  id: "STRING",
} as const

const cell = (kind: Table.Kind, value: Table.Cell): unknown => {
  if (value === null) return undefined
  if (kind === "integer") return BigInt(value)
  return kind === "amount" ? value.toString() : value
}

// PERF: a small piece that a viewer shows at once, then large ones. A month of five million deals in one piece would be
// gigabytes of cells beside the table that they come from.
const pieces = (rows: number): ReadonlyArray<readonly [from: number, to: number]> => {
  const ends = [0, Math.min(1000, rows)]
  for (let end = ends[1]!; end < rows; ends.push(end)) end = Math.min(end + 100_000, rows)
  return ends.slice(1).map((end, piece) => [ends[piece]!, end])
}

// A turn of the event loop, without which no Ctrl-C would be heard while millions of rows are written.
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const parquet = async (made: Writer, path: string, table: Table.Table): Promise<void> => {
  const columnsOf = (from: number, to: number) =>
    table.columns.map((column) => ({
      name: column.name,
      data: Table.cells(table, column, from, to).map((value) => cell(column.kind, value)),
      type: types[column.kind],
      nullable: true,
    }))
  const writer = made.fileWriter(path)
  const schema = made.schemaFromColumnData({ columnData: columnsOf(0, 0) })
  const file = new made.ParquetWriter({ writer, schema })
  // Both are at once: this writer has no flush that would have to be waited for.
  for (const [from, to] of pieces(table.rows)) {
    void file.write({ columnData: columnsOf(from, to), rowGroupSize: Math.max(1, to - from) })
    await turn()
  }
  void file.finish()
}

const batch = 10_000

const text = async (path: string, table: Table.Table): Promise<void> => {
  const file = openSync(path, "w")
  let lines: Array<string> = []
  for (const line of Table.lines(table)) {
    lines.push(line)
    if (lines.length === batch) {
      writeSync(file, `${lines.join("\n")}\n`)
      lines = []
      await turn()
    }
  }
  writeSync(file, lines.length === 0 ? "" : `${lines.join("\n")}\n`)
  closeSync(file)
}

/** Writes each table into `tables/` of the directory. */
export const write = async (
  directory: string,
  tables: ReadonlyArray<Table.Table>,
): Promise<void> => {
  if (tables.length === 0) return
  const made = await writer()
  mkdirSync(join(directory, "tables"))
  for (const table of tables) {
    const path = join(directory, "tables", table.name)
    if (made === undefined) await text(`${path}.csv`, table)
    else await parquet(made, `${path}.parquet`, table)
  }
}
