import { readFileSync } from "node:fs"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { parse, stringify } from "yaml"
import * as Demand from "../../sim/Demand.ts"
import * as Population from "../../sim/Population.ts"
import * as ScenarioFile from "../../sim/ScenarioFile.ts"
import type { Seconds } from "../../src/model/Time.ts"
import { noble } from "../../src/signature/Curve.ts"
import * as Running from "./running.ts"

interface Tree {
  readonly providers: Array<object>
  readonly requesters: Array<object>
}

/** The scaled-down scenario, with one more group at the end of each side or without. */
const loaded = (more: Partial<Tree> = {}): ScenarioFile.Loaded => {
  const tree = parse(readFileSync("scenarios/faults.yaml", "utf8")) as Tree
  tree.providers.push(...(more.providers ?? []))
  tree.requesters.push(...(more.requesters ?? []))
  const settings = [...Running.faults, "chain.mode=memory"]
  return Result.getOrThrow(
    ScenarioFile.parse(stringify(tree), "test.yaml", settings, () => Result.fail("no file")),
  )
}

// The group is there and never asks: an order would wake the exchange, which serves waiting requests then.
const onlookers = {
  name: "onlookers",
  count: 5,
  arrival: { closed: { think: 86_400 } },
  lease: { uniform: { min: 5, max: 900 } },
  limitPerHour: 4,
  tokens: 10,
}
const newcomers = { name: "newcomers", count: 4, pricePerHour: 1e9, tokens: 10 }

describe("one more group at the end", () => {
  it("IPSX-SIM-004 leaves accounts, keys, resources and every later draw of the others alone", () => {
    const [before, after] = [loaded(), loaded({ providers: [newcomers], requesters: [onlookers] })]
    const [one, two] = [Population.make(before, noble), Population.make(after, noble)]
    const { parameters } = before
    const wants = (of: ScenarioFile.Loaded, population: Population.Population) => {
      const demand = Demand.make(of.scenario, parameters, population)
      const first = (role: "providers" | "requesters", count: number) =>
        population[role]
          .slice(0, count)
          .map((actor) => [
            actor.name,
            actor.address,
            actor.behaviourName,
            actor.funded,
            ...[1, 2, 3].map((n) =>
              role === "providers"
                ? Demand.offer(demand, actor, (of.scenario.epoch + n) as Seconds)
                : [
                    Demand.request(demand, actor, (of.scenario.epoch + n) as Seconds),
                    Demand.untilNext(demand, actor),
                  ],
            ),
          ])
      return [first("providers", one.providers.length), first("requesters", one.requesters.length)]
    }
    expect(two.providers).toHaveLength(one.providers.length + 4)
    expect(wants(after, two)).toEqual(wants(before, one))
  })

  it("IPSX-SIM-004 leaves every deal of a run as it was when it takes part in none", async () => {
    const [before, after] = [
      await Running.run(loaded()),
      await Running.run(loaded({ providers: [newcomers], requesters: [onlookers] })),
    ]
    const deals = (result: typeof before) => result.tables.find(({ name }) => name === "deals")
    expect(after.summary.actors).toEqual({ providers: 34, requesters: 45 })
    expect(after.summary.orders.offers).toBeGreaterThan(before.summary.orders.offers)
    expect(after.summary.deals.settled).toBeGreaterThan(150)
    expect(deals(after)).toEqual(deals(before))
  })
})
