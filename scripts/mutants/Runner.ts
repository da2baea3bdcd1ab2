// Runs named tests in a tree and tells which of them passed and which failed.
import { spawn } from "node:child_process"
import * as fs from "node:fs"
import * as path from "node:path"

/** A title, with those of the blocks around it, and whether its test passed. */
export interface Result {
  readonly title: string
  readonly passed: boolean
}

export interface Ran {
  readonly results: ReadonlyArray<Result>
  readonly output: string
}

export type Runner = (
  tree: string,
  files: ReadonlyArray<string>,
  titles: ReadonlyArray<string>,
) => Promise<Ran>

const limit = 300_000

const run = (
  command: string,
  args: ReadonlyArray<string>,
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> =>
  new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: "1", ...more }
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: limit,
    })
    const chunks: Array<Buffer> = []
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.on("error", (error) => resolve(String(error)))
    child.on("close", () => resolve(Buffer.concat(chunks).toString()))
  })

const escape = (title: string): string => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly assertionResults: ReadonlyArray<{
      readonly fullName: string
      readonly status: "passed" | "failed" | "skipped"
    }>
  }>
}

export const vitest: Runner = async (tree, files, titles) => {
  const report = path.join(tree, "vitest.json")
  fs.rmSync(report, { force: true })
  const named = titles.map(escape).join("|")
  const program = path.join(tree, "node_modules/vitest/vitest.mjs")
  const args = ["run", ...files, "-t", named, "--reporter=json", `--outputFile=${report}`]
  const output = await run(process.execPath, [program, ...args], tree)
  if (!fs.existsSync(report)) return { results: [], output }
  const { testResults } = JSON.parse(fs.readFileSync(report, "utf8")) as Report
  const results = testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status !== "skipped")
    .map(({ fullName, status }) => ({ title: fullName, passed: status === "passed" }))
  return { results, output }
}

// Without the pipeline that only the size of the deployed code needs, a compilation takes a quarter of the time.
const quick = {
  FOUNDRY_ADDITIONAL_COMPILER_PROFILES: "[]",
  FOUNDRY_COMPILATION_RESTRICTIONS: "[]",
}

export const forge: Runner = async (tree, files, titles) => {
  const contracts = path.join(tree, "contracts")
  const paths = files.map((file) => path.relative("contracts", file))
  const where = paths.length === 1 ? ["--match-path", paths[0]!] : []
  const args = ["test", ...where, "--match-test", `^(${titles.map(escape).join("|")})`]
  const program = path.join(tree, "node_modules/.bin/forge")
  const output = await run(program, args, contracts, quick)
  const results = [...output.matchAll(/^\[(PASS|FAIL).*\] (\w+)\(/gm)].map((line) => ({
    title: line[2]!,
    passed: line[1] === "PASS",
  }))
  return { results, output }
}
