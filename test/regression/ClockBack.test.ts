// A relay's clock that was set back by an hour: whoever had asked it before was told for an hour to slow down.
import { expect, it } from "vitest"
import * as Rate from "../../src/relay/Rate.ts"

it("IPSX-MAT-035 a clock that goes back keeps nobody out", () => {
  const rate = Rate.make()
  expect(Rate.take(rate, "a", 3_600_000)).toBe(true)
  for (let asked = 1; asked < Rate.burst; asked++) expect(Rate.take(rate, "a", 0)).toBe(true)
  expect(Rate.take(rate, "a", 0)).toBe(false)
  expect(Rate.take(rate, "a", 100)).toBe(true)
})
