// The examples of the README and of the library's page are run, and print what their comments say.
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"

const root = join(import.meta.dirname, "../..")
const readme = readFileSync(join(root, "README.md"), "utf8")

it.each([
  ["README.md", 3],
  ["docs/library.md", 5],
])("the example of %s runs and prints what it says", (page, lines) => {
  const example = /```ts\n([^]*?)```/.exec(readFileSync(join(root, page), "utf8"))![1]!
  const promised = [...example.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map((m) => m[1])
  mkdirSync(join(root, "out"), { recursive: true })
  const file = join(root, "out", `readme-${process.pid}.ts`)
  writeFileSync(file, example.replace('"ipsx"', '"../src/index.ts"'))
  try {
    const printed = execFileSync(process.execPath, [file], { encoding: "utf8" })
    expect(printed.trim().split("\n")).toEqual(promised)
    expect(promised).toHaveLength(lines)
  } finally {
    rmSync(file)
  }
})

it("the README shows of its first run what that run says", () => {
  const shown = /It takes some seconds and says[^]*?```\n([^]*?)```/.exec(readme)![1]!
  const out = mkdtempSync(join(tmpdir(), "ipsx-readme-"))
  try {
    const run = ["sim/cli.ts", "run", "scenarios/quickstart.yaml", "--no-progress", "--out", out]
    const said = execFileSync(process.execPath, run, { cwd: root, encoding: "utf8" })
    // How long it took is the machine's.
    const lines = (text: string) =>
      text
        .replace(/simulated in [\d.]+ s/, "")
        .split("\n")
        .filter(Boolean)
    expect(lines(shown).length).toBeGreaterThan(6)
    expect(lines(said)).toEqual(expect.arrayContaining(lines(shown)))
  } finally {
    rmSync(out, { recursive: true })
  }
})

it("the README is short enough to be read", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(150)
})
