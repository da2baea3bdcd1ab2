import { defineConfig } from "vitest/config"
import { factor } from "./test/runs.ts"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: factor === 1 ? [] : ["test/moreRuns.ts"],
    testTimeout: factor * 60_000,
    hookTimeout: 60_000,
    // Two cores: more workers only make the anvil tests wait for each other.
    maxWorkers: 2,
  },
})
