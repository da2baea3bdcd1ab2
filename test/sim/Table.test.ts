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

  it("refuses a row of another width", () => {
    const table = Table.make("deals", { id: "text", at: "integer" })
    expect(() => Table.append(table, "a")).toThrow("deals: 1 cells for 2 columns")
    expect(Table.length(table)).toBe(0)
    expect(Table.length(Table.make("empty", {}))).toBe(0)
  })
})
