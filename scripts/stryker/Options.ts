// What Stryker is told for one part of the core.
import * as path from "node:path"
import type { Stryker } from "@stryker-mutator/core"

/** Generated files are data, whose every single fault test/agreement-fsm/Fault.test.ts enumerates; explore/ judges, it does not run. */
export const mutated: Readonly<Record<string, ReadonlyArray<string>>> = {
  "agreement-fsm": [
    "src/agreement-fsm/*.ts",
    "!src/agreement-fsm/*.generated.ts",
    "!src/agreement-fsm/index.ts",
  ],
  model: ["src/model/**/*.ts", "!src/model/**/index.ts"],
  // The definition; what keeps the book of integers, which has to answer as it does, is a part of its own.
  matching: ["src/matching/*.ts", "!src/matching/{Continuous,Keeper,Picture,Plain,index}.ts"],
  book: ["src/matching/book/*.ts", "src/matching/{Continuous,Keeper,Picture,Plain}.ts"],
}

export const of = (
  folder: string,
  only: string | undefined,
  workers: number,
): ConstructorParameters<typeof Stryker>[0] => ({
  plugins: [path.join(import.meta.dirname, "Runner.ts")],
  testRunner: "in-process",
  coverageAnalysis: "perTest",
  mutate: only?.split(",") ?? [...mutated[folder]!],
  concurrency: workers,
  // TypeScript 7 has no programming interface for Stryker to rewrite the compiler's settings with; Node needs none.
  tsconfigFile: "none.json",
  tempDirName: `out/stryker/sandbox-${folder}`,
  ignorePatterns: ["contracts/cache", "contracts/out", "out", "dist", "coverage"],
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: `out/stryker/${folder}.json` },
  incremental: true,
  incrementalFile: `out/stryker/${folder}.incremental.json`,
  // What does not end is found by its steps (Runner.ts), except where it goes round in code that is not mutated. For that
  // there is this, on top of a part of what its tests took when everything was counted, which is slow.
  timeoutMS: 20_000,
  timeoutFactor: 0.2,
  // A mutant that fills a list for ever ends when this is full, and not when the machine is.
  testRunnerNodeArgs: ["--max-old-space-size=1024"],
  // Modules that were loaded for an earlier mutant stay in memory.
  maxTestRunnerReuse: 100,
  disableTypeChecks: false,
  allowConsoleColors: false,
  warnings: false,
})
