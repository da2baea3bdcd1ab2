// A table that is written row by row, as comma-separated values and as Parquet where the optional writer is
// installed. It takes its name only when it is whole.
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import * as Table from "../Table.ts"

export type Cell = string | number | null

export interface Column {
  readonly name: string
  readonly kind: "text" | "integer" | "number"
}

export interface Sheet {
  readonly row: (cells: ReadonlyArray<Cell>) => void
  readonly close: () => void
  /** Takes away what was begun. */
  readonly abandon: () => void
}

type Parquet = typeof import("hyparquet-writer")

/** The optional writer, when it is there. */
export const parquet = async (): Promise<Parquet | undefined> => {
  try {
    return await import("hyparquet-writer")
  } catch {
    return undefined
  }
}

const types = { text: "STRING", integer: "INT32", number: "DOUBLE" } as const
/** Rows that are held before they are written. */
const batch = 4096

const line = (cells: ReadonlyArray<Cell>): string => `${cells.map(Table.quote).join(",")}\n`

/**
 * Opens `NAME.csv`, and `NAME.parquet` if there is a writer for it.
 *
 * @example
 * const sheet = Sheet.open("out", "runs", [{ name: "seed", kind: "text" }], await Sheet.parquet())
 */
export const open = (
  directory: string,
  name: string,
  columns: ReadonlyArray<Column>,
  writer: Parquet | undefined,
): Sheet => {
  const path = (ending: string) => join(directory, `${name}.${ending}`)
  const beside = (ending: string) => join(directory, `.${name}.${ending}.unfinished`)
  const endings = writer === undefined ? ["csv"] : ["csv", "parquet"]
  const csv = openSync(beside("csv"), "w")
  writeSync(csv, line(columns.map((column) => column.name)))
  const columnData = (rows: ReadonlyArray<ReadonlyArray<Cell>>) =>
    columns.map(({ name, kind }, at) => ({
      name,
      data: rows.map((row) => row[at] ?? undefined),
      type: types[kind],
      nullable: true,
    }))
  const made =
    writer &&
    new writer.ParquetWriter({
      writer: writer.fileWriter(beside("parquet")),
      schema: writer.schemaFromColumnData({ columnData: columnData([]) }),
    })
  let rows: Array<ReadonlyArray<Cell>> = []
  const flush = (): void => {
    if (rows.length === 0) return
    writeSync(csv, rows.map(line).join(""))
    void made?.write({ columnData: columnData(rows), rowGroupSize: batch })
    rows = []
  }
  return {
    row: (cells) => {
      rows.push(cells)
      if (rows.length === batch) flush()
    },
    close: () => {
      flush()
      void made?.finish()
      closeSync(csv)
      for (const ending of endings) renameSync(beside(ending), path(ending))
    },
    abandon: () => {
      for (const ending of endings) rmSync(beside(ending), { force: true })
    },
  }
}
