// `npm run bench:flame [NAME…]`: where the time of the three longest runs goes, as pictures in docs/flame.
import { spawnSync } from "node:child_process"
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Flame from "./harness/Flame.ts"
import * as Profile from "./harness/Profile.ts"

const runs: Readonly<
  Record<string, { readonly title: string; readonly words: ReadonlyArray<string> }>
> = {
  market: {
    title: "The market in memory, with all rules and invariants",
    words: ["market.bench.ts", "24"],
  },
  matching: {
    title: "Searches, changes and waiting requests in a book of a million offers",
    words: ["matching-commit.bench.ts"],
  },
  chain: { title: "Deals on anvil, with every log checked", words: ["million.bench.ts", "100000"] },
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(runs)
const unknown = names.filter((name) => !(name in runs))
if (unknown.length > 0) {
  console.error(`expected ${Object.keys(runs).join(", ")}, got ${unknown.join(", ")}`)
  process.exit(2)
}

/** The profile of a bench's own process, which is the largest: what it starts writes its own. */
const profile = ([file, ...rest]: ReadonlyArray<string>): Profile.CpuProfile => {
  const directory = mkdtempSync(join(tmpdir(), "ipsx-flame-"))
  try {
    const words = [
      "--cpu-prof",
      `--cpu-prof-dir=${directory}`,
      join(import.meta.dirname, file!),
      ...rest,
    ]
    const { status } = spawnSync(process.execPath, words, {
      stdio: ["ignore", "ignore", "inherit"],
    })
    if (status !== 0) throw new Error(`${file}: ended with ${status}`)
    const files = readdirSync(directory).map((name) => join(directory, name))
    const [largest] = files.sort((a, b) => statSync(b).size - statSync(a).size)
    return JSON.parse(readFileSync(largest!, "utf8")) as Profile.CpuProfile
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

const pictures = join(import.meta.dirname, "../docs/flame")
mkdirSync(pictures, { recursive: true })
for (const name of names) {
  const { title, words } = runs[name]!
  const path = join(pictures, `${name}.svg`)
  writeFileSync(path, Flame.svg(title, Profile.tree(profile(words))))
  console.error(`${path} is drawn`)
}
