import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as Finding from "../../scripts/formal/Finding.ts"

const text = readFileSync("spec/formal/README.md", "utf8")

// One without each of them: `node scripts/formal.ts --only without`.
test.each([
  ["all automatic assignments no world", []],
  ["none of them as many worlds as published", Finding.all],
])("IPSX-AGR-045: with %s keeps tokens locked for ever", (_, without) => {
  const row = Finding.row(without)
  expect(Finding.isIn(text, row), JSON.stringify(row)).toBe(true)
  expect(row.locked > 0).toBe(without.length > 0)
})
