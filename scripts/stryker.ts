// Mutation testing with Stryker, one folder of the core after the other. Takes long: about a second for each of some
// thousand mutants. What was tried before is not tried again while neither its file nor its tests have changed.
//
// Usage: node scripts/stryker.ts [agreement-fsm] [model] [matching]
import { spawnSync } from "node:child_process"
import * as path from "node:path"
import { parseArgs } from "node:util"

const root = path.resolve(import.meta.dirname, "..")
const folders = ["agreement-fsm", "model", "matching"]
const { positionals } = parseArgs({ allowPositionals: true })
for (const name of positionals)
  if (!folders.includes(name)) {
    console.error(`There is no folder ${name} to mutate; there are ${folders.join(", ")}.`)
    process.exit(2)
  }

for (const folder of positionals.length === 0 ? folders : positionals) {
  console.log(`== ${folder}`)
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run"],
    { cwd: root, stdio: "inherit", env: { ...process.env, IPSX_FOLDER: folder } },
  )
  if (status !== 0) process.exitCode = 1
}
