import { describe, expect, it } from "vitest"
import * as Table from "../../sim/Table.ts"

describe("Table", () => {
  it("keeps rows in columns, and writes them as comma-separated values", () => {
    const table = Table.make("deals", { id: "text", at: "integer", paid: "amount" })
    Table.append(table, "a", 1, 10n ** 20n)
    Table.append(table, 'with "quotes", and\na line', 2, null)
    expect(Table.length(table)).toBe(2)
    expect([...Table.lines(table)]).toEqual([
      "id,at,paid",
      "a,1,100000000000000000000",
      '"with ""quotes"", and\na line",2,',
    ])
  })

  it("keeps any amount and what is not known, over more rows than one piece of a column has", () => {
    const table = Table.make("deals", {
      nonce: "integer",
      ending: "text",
      net: "amount",
      deal: "id",
    })
    const cells = [
      [0, "a", 0n, `0x${"00".repeat(32)}`],
      [Number.MAX_SAFE_INTEGER, "b", 2n ** 64n - 1n, `0x${"0123456789abcdef".repeat(4)}`],
      [-1, null, 2n ** 64n, null],
      [null, "a", -1n, `0x${"ff".repeat(32)}`],
      [2, "c", null, "no identifier"],
    ] as const
    const rows = 40_000
    for (let row = 0; row < rows; row++) Table.append(table, ...cells[row % cells.length]!)
    for (const [place, column] of table.columns.entries()) {
      const kept = Table.cells(table, column)
      expect(kept.length).toBe(rows)
      expect(kept.every((cell, row) => cell === cells[row % cells.length]![place])).toBe(true)
      expect(Table.cells(table, column, 16_382, 16_387)).toEqual(kept.slice(16_382, 16_387))
    }
  })

  it("refuses a row of another width", () => {
    const table = Table.make("deals", { id: "text", at: "integer" })
    expect(() => Table.append(table, "a")).toThrow("deals: 1 cells for 2 columns")
    expect(Table.length(table)).toBe(0)
    expect(Table.length(Table.make("empty", {}))).toBe(0)
  })
})
