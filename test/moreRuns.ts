// A setup file of vitest: every property is tried `factor` times as often as its test says.
import type * as FastCheck from "fast-check"
import { vi } from "vitest"
import { factor } from "./runs.ts"

vi.mock("fast-check", async (original) => {
  const fc = await original<typeof FastCheck>()
  const assert: typeof fc.assert = (property, parameters) =>
    fc.assert(
      property as never,
      {
        ...parameters,
        numRuns: factor * (parameters?.numRuns ?? 100),
      } as never,
    ) as never
  return { ...fc, assert }
})
