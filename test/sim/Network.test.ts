import { describe, expect, it } from "vitest"
import * as Network from "../../sim/Network.ts"
import type * as Scenario from "../../sim/Scenario.ts"

const quiet: Scenario.Network = { delayMs: 0, loss: 0, duplicate: 0, partitions: [] }
const many = 10_000

const send = (settings: Partial<Scenario.Network>, from = "a", seed = "7") => {
  const network = Network.make({ ...quiet, ...settings }, seed)
  return Array.from({ length: many }, (_, i) => Network.deliveries(network, from, "b", i))
}
const share = (count: number): number => count / many

describe("Network", () => {
  it("delivers at once, once, when nothing goes wrong", () => {
    expect(send({})).toEqual(Array.from({ length: many }, (_, i) => [i]))
  })

  it("loses and repeats as often as it is told", () => {
    const sent = send({ loss: 0.1, duplicate: 0.2 })
    const error = 4 * Math.sqrt((0.2 * 0.8) / many)
    expect(Math.abs(share(sent.filter(({ length }) => length === 0).length) - 0.1)).toBeLessThan(
      error,
    )
    expect(Math.abs(share(sent.filter(({ length }) => length === 2).length) - 0.18)).toBeLessThan(
      error,
    )
    expect(send({ loss: 1 }).flat()).toEqual([])
  })

  it("delays in whole milliseconds, and lets messages overtake one another", () => {
    const times = send({ delayMs: { uniform: { min: 5, max: 50 } } }).map(([at]) => at!)
    expect(times.every((at, i) => Number.isInteger(at) && at >= i + 5 && at <= i + 50)).toBe(true)
    expect(times.some((at, i) => i > 0 && at < times[i - 1]!)).toBe(true)
  })

  it("IPSX-SIM-004 depends on the seed and the sender, and on nobody else's messages", () => {
    const settings = { delayMs: { uniform: { min: 0, max: 1000 } }, loss: 0.1 } as const
    expect(send(settings)).toEqual(send(settings))
    expect(send(settings)).not.toEqual(send(settings, "c"))
    expect(send(settings)).not.toEqual(send(settings, "a", "8"))
    const network = Network.make({ ...quiet, ...settings }, "7")
    const sent = Array.from({ length: many }, (_, i) => {
      Network.deliveries(network, "c", "a", i)
      return Network.deliveries(network, "a", "b", i)
    })
    expect(sent).toEqual(send(settings))
  })

  it("cuts a share of the actors off for a while, and leaves them to one another", () => {
    const network = Network.make(
      { ...quiet, partitions: [{ from: 10, until: 20, share: 0.3 }] },
      "7",
    )
    const actors = Array.from({ length: 400 }, (_, i) => `actor-${i}`)
    const reach = (from: string, now: number) =>
      actors.filter((to) => Network.connects(network, from, to, now)).length
    expect(reach("actor-0", 9_999)).toBe(400)
    expect(reach("actor-0", 20_000)).toBe(400)
    const sizes = new Set(actors.map((from) => reach(from, 10_000)))
    expect(sizes.size).toBe(2)
    const [one, other] = [...sizes]
    expect(one! + other!).toBe(400)
    expect(Math.abs(Math.min(one!, other!) - 120)).toBeLessThan(40)
    expect(Network.deliveries(network, "actor-0", "actor-0", 15_000)).toEqual([15_000])
  })
})
