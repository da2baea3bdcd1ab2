// The tests that Stryker runs for one folder: the quick ones, hundreds of times over. The long searches judge the
// unmutated rules and would take minutes for each mutant.
import { defineConfig } from "vitest/config"

const folder = process.env["IPSX_FOLDER"] ?? "agreement-fsm"

export default defineConfig({
  test: {
    include: [`test/${folder}/**/*.test.ts`],
    exclude: [
      "test/agreement-fsm/exploration.test.ts",
      "test/agreement-fsm/concurrency.test.ts",
      "test/agreement-fsm/mutants.test.ts",
    ],
    testTimeout: 60_000,
  },
})
