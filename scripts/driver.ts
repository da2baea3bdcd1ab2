// Writes the worked examples of the driver protocol and the addresses of its cast. With --check it writes nothing and
// fails when a committed file is not what would be written.
import { readFileSync, writeFileSync } from "node:fs"
import * as Bytes from "./driver/Bytes.ts"

const folder = new URL("../spec/driver/", import.meta.url)
const classes = new URL("classes.md", folder)
const withCast = readFileSync(classes, "utf8").replace(
  /(?<=The first eight addresses, in order:\n\n```\n)[^`]*(?=\n```)/,
  Bytes.cast(),
)

for (const [file, wanted] of [
  [classes, withCast],
  [new URL("bytes.md", folder), Bytes.page()],
] as const) {
  if (!process.argv.includes("--check")) writeFileSync(file, wanted)
  else if (readFileSync(file, "utf8") !== wanted) {
    process.exitCode = 1
    console.error(`${file.pathname} is stale: run node scripts/driver.ts`)
  }
}
