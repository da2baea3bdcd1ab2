// Everything that can be tried, as long as it takes: what a release runs. Each step's words go to out/verify; at the
// end there is a table with a line for each, and the command fails when one of them did.
//
// Usage: node scripts/verify.ts [--only PART-OF-NAME] [--list]
import * as fs from "node:fs"
import * as path from "node:path"
import { parseArgs } from "node:util"
import * as Scenarios from "./verify/Scenarios.ts"
import * as Step from "./verify/Step.ts"

const root = path.resolve(import.meta.dirname, "..")
const folder = path.join(root, "out/verify")
const { values } = parseArgs({ options: { only: { type: "string" }, list: { type: "boolean" } } })

const script = (name: string): Step.Step => Step.of(name, "npm", ["run", "-s", name])
const tests = Step.last(/^ +Tests +(.+)$/gm)

const steps: ReadonlyArray<Step.Step> = [
  script("format:check"),
  script("lint"),
  script("types"),
  script("knip"),
  script("generated:check"),
  Step.of("tests", "vitest", ["run"], {}, tests),
  Step.of(
    "properties, 20 times the runs",
    "vitest",
    ["run", "--exclude", "test/chain/Mirror.test.ts"],
    { IPSX_RUNS: "20" },
    tests,
  ),
  Step.of(
    "contracts, profile verify",
    "npm",
    ["run", "-s", "test:contracts"],
    { FOUNDRY_PROFILE: "verify" },
    Step.last(/^Ran .+: (\d+ tests passed, \d+ failed)/gm),
  ),
  Step.of(
    "contracts against the model",
    "vitest",
    ["run", "test/chain/Mirror.test.ts", "-t", "on random transactions"],
    { IPSX_RUNS: "50" },
    Step.counted,
  ),
  Step.of(
    "matching against its definition",
    "vitest",
    ["run", "test/matching/Differential.test.ts"],
    { IPSX_RUNS: "1000" },
    Step.counted,
  ),
  Step.of("exhaustive search", "node", ["scripts/agreement.ts", "--explore"], {}, (output) => {
    const worlds = [...output.matchAll(/"worlds":(\d+)/g)]
    return `${worlds.reduce((sum, [, n]) => sum + Number(n), 0)} worlds`
  }),
  Step.of("formal models", "node", ["scripts/formal.ts"], {}, (output) => {
    const held = output.match(/^holds /gm) ?? []
    return `${held.length} hold${output.includes("skipped") ? ", SPIN is not installed" : ""}`
  }),
  Step.of("mutants", "node", ["scripts/mutants.ts"], {}, Step.last(/^(\d+ killed, \d+ not)$/gm)),
  Step.of(
    "sweep, a worker killed, Redis crashed",
    "vitest",
    ["run", "test/sweep/Queue.test.ts", "-t", "has the bytes of one process"],
    { IPSX_SWEEP_SEEDS: "52", IPSX_SWEEP_WORKERS: "3" },
    Step.counted,
  ),
  Step.of(
    "fault matrix",
    "node",
    ["test/fault/main.ts", "0..119"],
    {},
    Step.last(/^(\d+ good, \d+ failed, \d+ skipped)$/gm),
  ),
  Scenarios.compared("quickstart", ["memory", "anvil"]),
  Scenarios.compared("faults", ["memory", "anvil"]),
  Scenarios.compared("month", ["memory", "memory"]),
  Scenarios.compared("tor-supply", ["anvil", "anvil", "memory"]),
  Step.of("package", "node", ["scripts/package.ts"]),
].filter(({ name }) => name.includes(values.only ?? ""))

if (values.list === true) {
  for (const { name } of steps) console.log(name)
  process.exit(0)
}

fs.mkdirSync(folder, { recursive: true })
const rows: Array<string> = []
let failed = 0
for (const [at, { name, run }] of steps.entries()) {
  const title = `${String(at + 1).padStart(2, "0")}-${name.replace(/\W+/g, "-")}`
  const log = path.join(folder, `${title}.log`)
  fs.rmSync(log, { force: true })
  const began = performance.now()
  let said: string
  let good = true
  try {
    said = await run({ root, log })
  } catch (error) {
    good = false
    failed++
    said = (error as Error).message
  }
  const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`
  const row = `${good ? "good  " : "FAILED"}  ${name.padEnd(42)} ${seconds.padStart(9)}  ${said}`
  console.log(row)
  rows.push(row)
}
console.log(`\n${rows.join("\n")}\n\n${steps.length - failed} good, ${failed} failed`)
process.exitCode = failed === 0 && steps.length > 0 ? 0 : 1
