import { defineConfig } from "vitest/config"
import { factor } from "./test/runs.ts"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: factor === 1 ? [] : ["test/moreRuns.ts"],
    // What stops a test that hangs, and not a test of its speed: machines that run other things too are several times slower.
    testTimeout: factor * 180_000,
    hookTimeout: 180_000,
    // Two cores: more workers only make the anvil tests wait for each other.
    maxWorkers: 2,
  },
})
