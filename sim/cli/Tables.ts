// Writes a run's tables: Parquet where the optional writer is installed, comma-separated values where it is not.
import { mkdirSync, openSync, closeSync, writeFileSync, writeSync } from "node:fs"
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

const types = { integer: "INT64", number: "DOUBLE", text: "STRING", amount: "STRING" } as const

const cell = (kind: Table.Kind, value: Table.Cell): unknown => {
  if (value === null) return undefined
  if (kind === "integer") return BigInt(value)
  return kind === "amount" ? value.toString() : value
}

const parquet = (made: Writer, table: Table.Table): Uint8Array =>
  new Uint8Array(
    made.parquetWriteBuffer({
      columnData: table.columns.map((column) => ({
        name: column.name,
        data: Table.cells(table, column).map((value) => cell(column.kind, value)),
        type: types[column.kind],
        nullable: true,
      })),
    }),
  )

const batch = 10_000

const text = (path: string, table: Table.Table): void => {
  const file = openSync(path, "w")
  let lines: Array<string> = []
  for (const line of Table.lines(table)) {
    lines.push(line)
    if (lines.length === batch) {
      writeSync(file, `${lines.join("\n")}\n`)
      lines = []
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
    if (made === undefined) text(`${path}.csv`, table)
    else writeFileSync(`${path}.parquet`, parquet(made, table))
  }
}
