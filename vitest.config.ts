import { defineConfig } from "vitest/config"
import { factor } from "./test/runs.ts"

/** Tests that start processes, open sockets and wait for real clocks. */
const real = "test/{chain,cli,fault,live,pair-channel,relay,sweep,tunnel}/**/*.test.ts"

// What stops a test that hangs, and is no test of its speed: machines that do other things too are several times slower.
const limits = { testTimeout: factor * 180_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    // Two cores: more workers only make the anvil tests wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          name: "pure",
          include: ["test/**/*.test.ts"],
          exclude: [real],
          setupFiles: ["test/properties.ts"],
        },
      },
      {
        test: {
          ...limits,
          name: "real",
          include: [real],
          setupFiles: ["test/properties.ts"],
          // Machines for CI stand still for seconds. A failure there is tried once more, and the report names the test as tried again.
          retry: process.env.CI === undefined ? 0 : 1,
        },
      },
    ],
  },
})
