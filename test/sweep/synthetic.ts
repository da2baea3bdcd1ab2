// Findings that nobody ran, for everything that happens after a run.
import * as Result from "effect/Result"
import type * as Finding from "../../sim/sweep/Finding.ts"
import type * as Manifest from "../../sim/sweep/Manifest.ts"
import * as Plan from "../../sim/sweep/Plan.ts"
import type * as StopRule from "../../sim/sweep/StopRule.ts"

const hash = (n: number): string => `0x${n.toString(16).padStart(64, "0")}`

/** A number in [0, 1) that looks random and is a function of its arguments. */
const noise = (a: number, b: number): number => {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 7, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32
}

export const manifestOf = (
  cells: number,
  last: number,
  until: StopRule.StopRule | null = null,
): Manifest.Manifest => ({
  schema: "ipsx.sweep/1",
  ipsx: "0.0.0",
  scenario: { name: "made-up", question: "Is <this> & that so?", hash: hash(1) },
  settings: [],
  axes: [{ key: "a.b", values: Array.from({ length: cells }, (_, at) => String(at * at)) }],
  hashes: Array.from({ length: cells }, (_, at) => hash(100 + at)),
  seeds: { first: "1", last: String(last) },
  until,
  chain: "memory",
  shown: ["deals.settled", "series.price"],
  code: "c0de",
  lockfile: null,
  node: "v0",
  anvil: null,
  command: "ipsx sweep made-up.yaml",
})

export const planOf = ({ axes, seeds }: Manifest.Manifest): Plan.Plan =>
  Result.getOrThrow(Plan.make(axes, seeds))

/** What came of a run; the worker and the time are whatever they are. */
export const findingOf = (run: Plan.Run, worker = "w", wallSeconds = 1): Finding.Finding => {
  const seed = Number(run.seed)
  return {
    ...run,
    scenarioHash: hash(100 + run.cell),
    traceHash: hash(run.cell * 100_000 + seed),
    stateDigest: hash(7),
    headHash: null,
    good: noise(run.cell, seed) > 0.05,
    problems: noise(run.cell, seed) > 0.05 ? [] : ["IPSX-X-001: something"],
    values: {
      "deals.settled": 100 + 10 * run.cell + 20 * noise(seed, run.cell),
      ...(seed % 3 === 0 ? { "deals.byStatus.Odd": seed } : {}),
      ...(seed % 2 === 0 ? { "series.price": 1 / seed } : {}),
    },
    worker,
    code: "c0de",
    node: "v0",
    anvil: null,
    wallSeconds,
  }
}
