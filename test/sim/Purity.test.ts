// What the language rounds as it likes, and what the machine knows but a seed does not, has no place on the
// traced path. The linter sees it in src; this sees it in the simulator.
import { readFileSync, readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"

/** The files that a run's events come from; the shell around them may look at clocks, and so may what paces it. */
const shell = new Set(["cli.ts", "Run.ts", "ScenarioFile.ts", "Carrier.ts"])
const traced = readdirSync("sim", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !shell.has(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .filter((path) => !/^sim\/(cli|report|sweep|carrier|demo)\//.test(path))

const code = (path: string): string =>
  readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")

const uses = (path: string, what: RegExp): ReadonlyArray<string> =>
  [...code(path).matchAll(what)].map(([found]) => `${path}: ${found}`)

describe("the traced path", () => {
  it("IPSX-SIM-003 has no mathematics that an engine may round as it likes", () => {
    const inexact =
      /Math\.(a?(sin|cos|tan)h?|atan2|cbrt|exp|expm1|hypot|log|log10|log1p|log2|pow)\b/g
    expect(traced.length).toBeGreaterThan(10)
    expect(traced.flatMap((path) => uses(path, inexact))).toEqual([])
  })

  it("IPSX-SIM-004 has no randomness but the seed's", () => {
    const random = /Math\.random|randomBytes|randomUUID|getRandomValues|generatePrivateKey/g
    expect(traced.flatMap((path) => uses(path, random))).toEqual([])
  })

  it("IPSX-SIM-012 reads no clock", () => {
    const clocks = /\bDate\b|performance\.|process\.hrtime|setTimeout|setInterval/g
    expect(traced.flatMap((path) => uses(path, clocks))).toEqual([])
  })
})
