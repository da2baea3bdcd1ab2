// Applies each patch of test/mutants to a copy of the tree and runs the test that the patch names. The test has
// to pass without the patch and to fail with it; otherwise it does not bite, and the command fails.
//
// Usage: node scripts/mutants.ts [--only PART-OF-NAME] [--list]
import { execFileSync } from "node:child_process"
import * as path from "node:path"
import { parseArgs } from "node:util"
import * as Patch from "./mutants/Patch.ts"
import * as Runner from "./mutants/Runner.ts"
import * as Tree from "./mutants/Tree.ts"

const root = path.resolve(import.meta.dirname, "..")
const { values } = parseArgs({ options: { only: { type: "string" }, list: { type: "boolean" } } })
const patches = Patch.all(path.join(root, "test/mutants")).filter(({ name }) =>
  name.includes(values.only ?? ""),
)

if (values.list === true) {
  for (const { name, sentence } of patches) console.log(`${name}: ${sentence}`)
  process.exit(0)
}

type Fate = "killed" | "survived" | "does not fit" | "does not run" | "has no passing test"

const short = (output: string): string => output.trim().split("\n").slice(-15).join("\n")

const judge = async (
  tree: string,
  patch: Patch.Patch,
  run: Runner.Runner,
): Promise<readonly [Fate, detail: string]> => {
  try {
    Tree.apply(tree, patch.text)
    if (patch.first !== undefined)
      execFileSync(process.execPath, [patch.first], { cwd: tree, stdio: "pipe" })
  } catch (error) {
    return ["does not fit", String((error as { stderr?: Buffer }).stderr ?? error)]
  }
  const { results, output } = await run(tree, [patch.file], [patch.title])
  // What does not even compile proves nothing about the test.
  if (results.length === 0) return ["does not run", short(output)]
  return results.some(({ passed }) => !passed) ? ["killed", ""] : ["survived", short(output)]
}

// The patches of one runner, one after the other in one tree.
const lane = async (
  files: Tree.Snapshot,
  mutants: ReadonlyArray<Patch.Patch>,
  run: Runner.Runner,
): Promise<number> => {
  if (mutants.length === 0) return 0
  const tree = Tree.make(root, files)
  let bad = 0
  const tell = ({ name, sentence }: Patch.Patch, fate: Fate, detail: string, ms: number): void => {
    if (fate !== "killed") bad++
    console.log(`${fate.padEnd(8)} ${name} (${(ms / 1000).toFixed(1)} s): ${sentence}`)
    if (detail !== "") console.log(detail)
  }
  try {
    const unchanged = await run(
      tree,
      [...new Set(mutants.map(({ file }) => file))],
      [...new Set(mutants.map(({ title }) => title))],
    )
    for (const mutant of mutants) {
      const named = unchanged.results.filter(({ title }) => title.includes(mutant.title))
      const began = performance.now()
      const [fate, detail] =
        named.length === 0 || named.some(({ passed }) => !passed)
          ? (["has no passing test", short(unchanged.output)] as const)
          : await judge(tree, mutant, run)
      tell(mutant, fate, detail, performance.now() - began)
      Tree.restore(tree, files)
    }
  } finally {
    Tree.remove(tree)
  }
  return bad
}

const files = Tree.snapshot(root)
const bad = await Promise.all([
  lane(
    files,
    patches.filter((patch) => !Patch.isOfContracts(patch)),
    Runner.vitest,
  ),
  lane(files, patches.filter(Patch.isOfContracts), Runner.forge),
])
const survived = bad.reduce((sum, n) => sum + n, 0)
console.log(`${patches.length - survived} killed, ${survived} not`)
process.exitCode = survived === 0 && patches.length > 0 ? 0 : 1
