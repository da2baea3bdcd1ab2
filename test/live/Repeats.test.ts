import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Repeats from "../../src/live/Repeats.ts"

it("says a text once in a minute, and remembers so many", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(40_000))), (said) => {
      const repeats = Repeats.make()
      const last = new Map<string, number>()
      let now = 0
      for (const [which, later] of said) {
        now += later
        const text = String(which)
        const isNews = now - (last.get(text) ?? -Infinity) >= 60_000
        expect(Repeats.isNews(repeats, text, now)).toBe(isNews)
        if (isNews) last.set(text, now)
      }
    }),
  )
  const repeats = Repeats.make()
  for (let n = 0; n < 1000; n++) Repeats.isNews(repeats, String(n), n)
  expect(repeats.said.size).toBeLessThanOrEqual(256)
})
