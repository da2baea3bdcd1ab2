// The examples of the README and of the library's page are run, and print what their comments say.
import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
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

it("the README is short enough to be read", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(150)
})
