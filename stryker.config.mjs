// Mutation testing of one folder of the core: `npm run test:stryker -- agreement-fsm`. What it must reach, and what
// is done about a survivor, is in spec/formal/README.md.
const folder = process.env.IPSX_FOLDER ?? "agreement-fsm"

/** Generated files are data, whose every single fault test/agreement-fsm/Fault.test.ts enumerates; explore/ judges, it does not run. */
const mutate = {
  "agreement-fsm": [
    "src/agreement-fsm/*.ts",
    "!src/agreement-fsm/*.generated.ts",
    "!src/agreement-fsm/index.ts",
  ],
  model: ["src/model/**/*.ts", "!src/model/**/index.ts"],
  matching: ["src/matching/**/*.ts", "!src/matching/**/index.ts"],
}[folder]

export default {
  testRunner: "vitest",
  vitest: { configFile: "test/stryker.config.ts", related: false },
  mutate,
  concurrency: 1,
  // TypeScript 7 has no programming interface for Stryker to rewrite the compiler's settings with; vitest needs none.
  tsconfigFile: "none.json",
  tempDirName: "out/stryker/sandbox",
  ignorePatterns: ["contracts/cache", "contracts/out", "out", "dist", "coverage"],
  reporters: ["clear-text", "json", "progress-append-only"],
  jsonReporter: { fileName: `out/stryker/${folder}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  incremental: true,
  incrementalFile: `out/stryker/${folder}.incremental.json`,
  timeoutMS: 60_000,
  disableTypeChecks: false,
  allowConsoleColors: false,
}
