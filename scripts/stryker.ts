// Mutation testing with Stryker, one folder of the core after the other, and what of the survivors is proved equivalent.
// Takes long: about a second for each of some thousand mutants. What was tried before is not tried again while neither
// its file nor its tests have changed.
//
// Usage: node scripts/stryker.ts [--judge] [--mutate FILES] [agreement-fsm] [model] [matching]
//   --judge    reads the last report only
//   --mutate   only these files of one folder, as Stryker writes patterns
import { spawnSync } from "node:child_process"
import * as path from "node:path"
import { parseArgs } from "node:util"
import * as Report from "./stryker/Report.ts"

const root = path.resolve(import.meta.dirname, "..")
/** The least part of the mutants that is killed or proved equivalent. */
const bars: Readonly<Record<string, number>> = { "agreement-fsm": 1, model: 0.95, matching: 0.95 }
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { judge: { type: "boolean" }, mutate: { type: "string" } },
})
for (const name of positionals)
  if (!(name in bars)) {
    console.error(
      `There is no folder ${name} to mutate; there are ${Object.keys(bars).join(", ")}.`,
    )
    process.exit(2)
  }

const run = (folder: string): boolean => {
  const stryker = path.join(root, "node_modules/@stryker-mutator/core/bin/stryker.js")
  const only = values.mutate === undefined ? [] : ["--mutate", values.mutate]
  const { status } = spawnSync(process.execPath, [stryker, "run", ...only], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, IPSX_FOLDER: folder },
  })
  return status === 0
}

for (const folder of positionals.length === 0 ? Object.keys(bars) : positionals) {
  console.log(`== ${folder}`)
  if (values.judge !== true && !run(folder)) process.exitCode = 1
  const verdict = Report.judge(path.join(root, `out/stryker/${folder}.json`))
  const { mutants, killed, unloadable, equivalent, survivors } = verdict
  const score = (killed + unloadable.length) / (mutants - equivalent.length)
  for (const [what, list] of [
    ["does not load", unloadable],
    ["equivalent", equivalent],
    ["SURVIVES", survivors],
  ] as const)
    for (const { file, line, mutator, replacement } of list)
      console.log(`${what} ${file}:${line} ${mutator} ${JSON.stringify(replacement).slice(0, 80)}`)
  console.log(
    `${folder}: ${mutants} mutants, ${killed} killed, ${unloadable.length} do not load, ` +
      `${equivalent.length} proved equivalent, ` +
      `${survivors.length} survive: ${(100 * score).toFixed(2)} %`,
  )
  if (score < bars[folder]!) process.exitCode = 1
}
