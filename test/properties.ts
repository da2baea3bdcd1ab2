// A setup file of vitest: every property draws from a fixed seed, so that what fails fails again, unless it is to look
// for something new: then it is tried `factor` times as often as its test says, from a seed that fast-check prints when it fails.
import type * as FastCheck from "fast-check"
import { vi } from "vitest"
import { factor, seed } from "./runs.ts"

vi.mock("fast-check", async (original) => {
  const fc = await original<typeof FastCheck>()
  const assert: typeof fc.assert = (property, parameters) =>
    fc.assert(
      property as never,
      {
        ...(seed === undefined ? {} : { seed }),
        ...parameters,
        numRuns: factor * (parameters?.numRuns ?? 100),
      } as never,
    ) as never
  return { ...fc, assert }
})
