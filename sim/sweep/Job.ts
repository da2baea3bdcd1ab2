// What is given out: a sweep, which a worker needs once, and its runs.
import * as Plan from "./Plan.ts"
import type * as Bundle from "./Bundle.ts"

export interface Sweep {
  readonly bundle: Bundle.Bundle
  readonly chain: "memory" | "anvil"
  readonly version: string
  /** The sources that must make it. */
  readonly code: string
  readonly anvil: string | null
}

export interface Run extends Plan.Run {
  /** The cell's changes and the seed, in the form of `--set`. */
  readonly settings: ReadonlyArray<string>
  readonly scenarioHash: string
}

/** A run as it is given out. */
export const of = (plan: Plan.Plan, hashes: ReadonlyArray<string>, run: Plan.Run): Run => ({
  ...run,
  settings: [...Plan.settingsOf(plan, run.cell), `seed="${run.seed}"`],
  scenarioHash: hashes[run.cell]!,
})
