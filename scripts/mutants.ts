// Applies each patch of test/mutants to a copy of the tree and runs the test that the patch names. A patch
// whose test still passes has survived: the test does not bite, and the command fails.
//
// A patch begins with lines of the form
//   Mutant: what is wrong now, in one sentence
//   Killed by: test/model/Wallet.test.ts :: IPSX-WAL-004
// or, for the contracts,
//   Killed by: forge :: test_title
//
// Usage: node scripts/mutants.ts [--only name] [--list]
import { execFileSync, spawnSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"
import { parseArgs } from "node:util"

interface Mutant {
  readonly name: string
  readonly file: string
  readonly sentence: string
  readonly runner: string
  readonly title: string
}

const root = path.resolve(import.meta.dirname, "..")
const folder = path.join(root, "test/mutants")

const read = (name: string): Mutant => {
  const file = path.join(folder, name)
  const text = fs.readFileSync(file, "utf8")
  const sentence = /^Mutant: (.+)$/m.exec(text)?.[1]
  const killer = /^Killed by: (.+?) :: (.+)$/m.exec(text)
  if (sentence === undefined || killer === null)
    throw new Error(`${name}: expected the lines "Mutant: …" and "Killed by: FILE :: TITLE"`)
  return {
    name: name.replace(/\.patch$/, ""),
    file,
    sentence,
    runner: killer[1]!,
    title: killer[2]!,
  }
}

/** A copy of the tracked files, with the installed packages linked and not copied. */
const copyTree = (target: string): void => {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  for (const file of files.split("\0").filter((f) => f !== "")) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(target, file))
  }
  fs.symlinkSync(path.join(root, "node_modules"), path.join(target, "node_modules"))
}

const escape = (title: string): string => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

const runTest = (
  tree: string,
  mutant: Mutant,
): { readonly status: number; readonly output: string } => {
  const [command, args] =
    mutant.runner === "forge"
      ? ["npm", ["run", "-s", "test:contracts", "--", "--match-test", mutant.title]]
      : ["npx", ["vitest", "run", mutant.runner, "-t", escape(mutant.title)]]
  const result = spawnSync(command as string, args as Array<string>, {
    cwd: tree,
    encoding: "utf8",
    timeout: 600_000,
    env: { ...process.env, NO_COLOR: "1" },
  })
  return { status: result.status ?? 1, output: `${result.stdout}${result.stderr}` }
}

const ran = (output: string): boolean =>
  /Tests\s+.*\d+ (passed|failed)/.test(output) ||
  /\d+ tests? passed/.test(output) ||
  /\[(PASS|FAIL)/.test(output)

const { values } = parseArgs({ options: { only: { type: "string" }, list: { type: "boolean" } } })
const mutants = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".patch"))
  .sort()
  .map(read)
  .filter((mutant) => values.only === undefined || mutant.name === values.only)

if (values.list === true) {
  for (const mutant of mutants) console.log(`${mutant.name}: ${mutant.sentence}`)
  process.exit(0)
}

let survived = 0
for (const mutant of mutants) {
  const tree = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-mutant-"))
  try {
    copyTree(tree)
    execFileSync("git", ["apply", "--unsafe-paths", `--directory=${tree}`, mutant.file], {
      cwd: "/",
    })
    const { status, output } = runTest(tree, mutant)
    const killed = status !== 0 && ran(output)
    if (!killed) survived++
    console.log(`${killed ? "killed  " : "SURVIVED"} ${mutant.name}: ${mutant.sentence}`)
    if (!killed) console.log(output.split("\n").slice(-15).join("\n"))
  } finally {
    fs.rmSync(tree, { recursive: true, force: true })
  }
}
console.log(`${mutants.length - survived} killed, ${survived} survived`)
process.exit(survived === 0 && mutants.length > 0 ? 0 : 1)
