import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parquetWriteBuffer } from "hyparquet-writer"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import * as Tables from "../../../sim/cli/Tables.ts"
import * as Table from "../../../sim/Table.ts"

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-tables-"))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe("Tables", () => {
  it("writes a table piece by piece as it would be written whole", async () => {
    for (const rows of [0, 1, 1000, 1001, 101_500]) {
      const table = Table.make(`of ${rows}`, { at: "integer", ending: "text" })
      for (let row = 0; row < rows; row++)
        Table.append(table, row % 5 === 0 ? null : row, ["early", "late", null][row % 3]!)
      await Tables.write(directory, [table])
      const [at, ending] = table.columns
      const whole = parquetWriteBuffer({
        columnData: [
          {
            name: "at",
            type: "INT64",
            nullable: true,
            data: Table.cells(table, at!).map((cell) => (cell === null ? undefined : BigInt(cell))),
          },
          {
            name: "ending",
            type: "STRING",
            nullable: true,
            data: Table.cells(table, ending!).map((cell) => cell ?? undefined),
          },
        ],
      })
      const written = readFileSync(join(directory, "tables", `of ${rows}.parquet`))
      expect(written.equals(new Uint8Array(whole))).toBe(true)
      rmSync(join(directory, "tables"), { recursive: true })
    }
  })

  it("lets a Ctrl-C be heard between the pieces of a long table", async () => {
    const table = Table.make("long", { at: "integer" })
    for (let row = 0; row < 201_001; row++) Table.append(table, row)
    let turns = 0
    const heard = setInterval(() => (turns += 1), 0)
    await Tables.write(directory, [table])
    clearInterval(heard)
    expect(turns).toBeGreaterThanOrEqual(3)
  })
})
