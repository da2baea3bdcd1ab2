// Writes what is derived from the agreement's machine: the stepping table, the published table and the
// diagram. With --check it writes nothing and fails when a committed file is not what would be written. With
// --explore it runs the exhaustive search of spec/agreement.md, long runs included.
import { readFileSync, writeFileSync } from "node:fs"
import * as Artefacts from "./agreement/Artefacts.ts"
import * as Runs from "./agreement/Runs.ts"

const explore = process.argv.includes("--explore")
const check = process.argv.includes("--check")
const root = new URL("..", import.meta.url)
let stale = 0
for (const [path, text] of explore ? [] : Artefacts.all()) {
  const file = new URL(path, root)
  if (!check) writeFileSync(file, text)
  else if (read(file) !== text) {
    stale++
    console.error(`${path} is stale: run node scripts/agreement.ts`)
  }
}
if (explore && !Runs.all(console.log)) stale++
process.exitCode = stale === 0 ? 0 : 1

function read(file: URL): string {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}
