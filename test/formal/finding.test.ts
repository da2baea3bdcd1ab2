import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as Finding from "../../scripts/formal/Finding.ts"

const rows = Finding.rows()

test("IPSX-AGR-045: without the automatic assignments tokens stay locked for ever, as many as published", () => {
  const text = readFileSync("spec/formal/README.md", "utf8")
  const figure = (number: number): string => number.toLocaleString("en-US")
  for (const { without, worlds, locked } of rows)
    expect(text).toMatch(
      new RegExp(`^\\| ${without} \\| ${figure(worlds)} \\| ${figure(locked)} \\|`, "m"),
    )
})
