// Runs a scenario of the repository, scaled down by settings, for the tests of whole runs.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Options } from "../../sim/Progress.ts"
import * as Progress from "../../sim/Progress.ts"
import * as Run from "../../sim/Run.ts"
import * as ScenarioFile from "../../sim/ScenarioFile.ts"
import type * as Summary from "../../sim/Summary.ts"

/** Some two hundred deals between cheats and honest actors, in ten minutes of virtual time. */
export const faults = [
  "providers.0.count=30",
  "requesters.0.count=40",
  "requesters.0.arrival.poisson.perHour=40",
  "duration=10m",
  "network.partitions=[{ from: 200, until: 215, share: 0.3 }]",
  "expect=[]",
]

export const load = (scenario: string, settings: ReadonlyArray<string>): ScenarioFile.Loaded =>
  Result.getOrThrow(ScenarioFile.load(`scenarios/${scenario}.yaml`, settings))

export const run = (
  loaded: ScenarioFile.Loaded,
  options: Partial<Options> = {},
): Promise<Summary.RunResult> =>
  Effect.runPromise(
    Run.run(loaded, {
      chain: loaded.scenario.chain.mode,
      observer: Progress.silent,
      version: "0.1.0",
      replay: "ipsx run this again",
      ...options,
    }),
  )
