// `npm run bench`: every bench beside its peer, one table. `npm run bench:check` compares with the baseline.
//
//   node bench/run.ts [NAME…]             runs the benches of these names, or all
//   node bench/run.ts --check [NAME…]     exits with 1 when a ratio fell below the baseline by more than noise
//   node bench/run.ts --update [NAME…]    measures five times and writes the baseline of these
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import * as Baseline from "./harness/Baseline.ts"
import * as Process from "./harness/Process.ts"
import type * as Row from "./harness/Row.ts"
import * as Text from "./harness/Text.ts"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean" },
    update: { type: "boolean" },
    /** Where the benches and their baseline are. */
    directory: { type: "string", default: import.meta.dirname },
    /** The most runs of one bench: a ratio that seems lost, or a new baseline, gets so many. */
    runs: { type: "string", default: "5" },
  },
})
const directory = resolve(values.directory)
const runs = Number(values.runs)
const baselinePath = join(directory, "baseline.json")
const ending = ".bench.ts"

const install = (): void => {
  const lock = join(directory, "package-lock.json")
  if (!existsSync(lock)) return
  const seen = join(directory, "node_modules", ".lock-seen")
  const text = readFileSync(lock, "utf8")
  if (existsSync(seen) && readFileSync(seen, "utf8") === text) return
  console.error("Installing the peers of bench/package.json…")
  const { status } = spawnSync("npm", ["ci", "--prefix", directory], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  })
  if (status !== 0) throw new Error(`npm ci --prefix ${directory} failed`)
  writeFileSync(seen, text)
}

const all = readdirSync(directory)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort()
const names = positionals.length === 0 ? all : positionals
const unknown = names.filter((name) => !all.includes(name))
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(
    unknown.length > 0
      ? `expected names of benches (${all.join(", ")}), got ${unknown.join(", ")}`
      : `--runs: expected an integer ≥ 1, got ${values.runs}`,
  )
  process.exit(2)
}
install()

const measured = new Map<string, Array<Row.Row>>()
const failed: Array<string> = []
/** The names that a bench gives its rows, which a file may choose. */
const benchesOf = new Map<string, Set<string>>()

const once = async (name: string): Promise<void> => {
  console.error(`== ${name}`)
  for (const row of await Process.run(join(directory, `${name}${ending}`))) {
    measured.set(Baseline.key(row), [...(measured.get(Baseline.key(row)) ?? []), row])
    benchesOf.set(name, (benchesOf.get(name) ?? new Set()).add(row.bench))
  }
}

const baseline = Baseline.read(baselinePath)
const same = Baseline.isSameMachine(baseline)
const lost = (name: string): ReadonlyArray<Baseline.Regression> =>
  Baseline.regressions(baseline, measured, [...(benchesOf.get(name) ?? [name])], same)

const regressions: Array<Baseline.Regression> = []
for (const name of names) {
  try {
    await once(name)
    if (values.update === true) for (let run = 1; run < runs; run++) await once(name)
    // One slow run proves nothing: only the middle of several does.
    if (values.check === true) {
      for (let run = 1; run < runs && lost(name).length > 0; run++) await once(name)
      regressions.push(...lost(name))
    }
  } catch (error) {
    failed.push((error as Error).message)
  }
}

const middle = (rows: ReadonlyArray<Row.Row>): Row.Row => {
  const { ratio, noise } = Baseline.entry(rows)
  return rows.length === 1 ? rows[0]! : { ...rows[0]!, ratio, noise }
}
console.log(Text.table([...measured.values()].map(middle)))
const benches = [...benchesOf.values()].flatMap((of) => [...of])
if (values.update === true && failed.length === 0) Baseline.update(baselinePath, measured, benches)
if (values.check === true) {
  if (!same) console.log(`\nThe baseline is of another processor (${baseline.cpu}).`)
  const fresh = [...measured.keys()].filter((key) => baseline.rows[key] === undefined)
  for (const key of fresh) console.log(`new, not in the baseline: ${key}`)
  for (const { key, expected, actual } of regressions)
    console.log(`REGRESSION ${key}: expected ${expected}, got ${actual}`)
  if (regressions.length === 0 && failed.length === 0) console.log("\nNo ratio was lost.")
}
for (const message of failed) console.error(`FAILED ${message}`)
process.exitCode = failed.length + regressions.length > 0 ? 1 : 0
