// Writes the conformance suite's vectors, as `ipsx vectors` does. With --check it writes nothing and fails when a
// committed file is not, byte for byte, what would be written.
import * as Files from "../src/conformance/process/Files.ts"
import * as Suite from "../src/conformance/Suite.ts"

const folder = new URL("../spec/vectors/", import.meta.url).pathname
const written = await Suite.generate()
if (process.argv.includes("--check")) {
  const problems = Files.stale(folder, written)
  for (const problem of problems) console.error(`spec/vectors/${problem}: run ipsx vectors`)
  process.exitCode = problems.length === 0 ? 0 : 1
} else Files.write(folder, written)
