import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import * as Running from "./running.ts"

/** The names that the specification gives to the measures, out of its table. */
const documented = (): ReadonlyArray<string> => {
  const [, section] = readFileSync("spec/simulation.md", "utf8").split(
    "### What an expectation may name",
  )
  return [...section!.split("## What a run says")[0]!.matchAll(/^\| `(\w+)` \|/gm)].map(
    ([, name]) => name!,
  )
}

const measure = async (settings: ReadonlyArray<string>) => {
  const names = documented()
  const expectations = names.map((name) => `{ name: ${name}, value: ${name}, min: 0 }`).join(", ")
  const all = [...Running.faults, "chain.mode=memory", ...settings, `expect=[${expectations}]`]
  const { summary } = await Running.run(Running.load("faults", all))
  return {
    summary,
    values: Object.fromEntries(summary.expect.map(({ name, value }) => [name, value as number])),
  }
}

describe("what an expectation may name", () => {
  it("is a number in every run, and says what the specification says", async () => {
    const { summary, values } = await measure([])
    expect(documented()).toHaveLength(14)
    for (const value of Object.values(values)) expect(typeof value).toBe("number")
    const { byStatus, settled } = summary.deals
    const breached = Object.entries(byStatus)
      .filter(([status]) => status.startsWith("Breached"))
      .reduce((sum, [, deals]) => sum + deals, 0)
    expect(values["breached"]).toBe(breached)
    expect(values["dealsPerRequest"]).toBe(settled / summary.orders.requests)
    expect(values["brokenChecks"]).toBe(0)
    const worst = Math.max(
      ...summary.losses
        .filter(({ honest }) => honest)
        .map(({ max, bound }) => Number(max) / Number(bound)),
    )
    expect(values["honestLoss"]).toBeCloseTo(worst, 2)
    expect(values["otherPaths"]! * settled).toBeGreaterThanOrEqual(breached)
    // Offers cost half a token to two, and requesters take the cheapest that they find.
    expect(values["price"]).toBeGreaterThan(0.5)
    expect(values["price"]).toBeLessThan(2)
    expect(values["utilisation"]).toBeGreaterThan(0.05)
    expect(values["utilisation"]).toBeLessThan(1)
  })

  it("is 0 in a market where nothing happens", async () => {
    const { values } = await measure(["requesters.0.count=0"])
    expect(new Set(Object.values(values))).toEqual(new Set([0]))
  })

  it("drifts when the last third of a run is not like the second", async () => {
    const { values } = await measure([
      "duration=15m",
      "providers.0.churn={ up: 590, down: 100000 }",
    ])
    expect(values["utilisationDrift"]).toBeGreaterThan(0.5)
    expect(values["priceDrift"]).toBeGreaterThan(0.5)
  })
})
