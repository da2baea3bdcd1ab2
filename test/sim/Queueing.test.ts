// The kernel, the streams and the samplers together, against results that are known in closed form: addresses
// are servers, requests are customers, leases are services.
import { describe, expect, it } from "vitest"
import * as Kernel from "../../sim/Kernel.ts"
import * as Metrics from "../../sim/Metrics.ts"
import * as Random from "../../sim/Random.ts"
import * as Sampler from "../../sim/Sampler.ts"

const replications = 24
// Milliseconds that stand for one mean service: rounding to whole ones must not show.
const unit = 100_000
const arrive = 0
const depart = 1

interface Queue {
  readonly servers: number
  /** Arrivals in one mean service. */
  readonly load: number
  readonly service: Sampler.Sampler
  /** Whether who finds no server leaves, or waits. */
  readonly loses: boolean
  readonly customers: number
}

interface Outcome {
  /** The share of customers who found every server taken. */
  readonly blocked: number
  /** The mean time in the queue, in services. */
  readonly waited: number
  /** The mean number in service. */
  readonly busy: number
}

const simulate = (queue: Queue, seed: string): Outcome => {
  const kernel = Kernel.make()
  const arrivals = Random.stream(seed, "customers", "arrivals")
  const services = Random.stream(seed, "servers", "services")
  const between = Sampler.exponential(unit / queue.load)
  const waiting: Array<number> = []
  const busy = Metrics.level(0, 0)
  // The first tenth warms the queue up and is not counted.
  const warm = queue.customers / 10
  let came = 0
  let blocked = 0
  let waited = 0
  const serve = (now: number) => {
    Metrics.change(busy, busy.value + 1, now)
    kernel.schedule(now + Math.round(unit * queue.service(services)), depart)
  }
  kernel.schedule(0, arrive)
  kernel.run(Infinity, (code, _payload, now) => {
    if (code === depart) {
      Metrics.change(busy, busy.value - 1, now)
      if (waiting.length === 0) return
      const since = waiting.shift()!
      if (since >= 0) waited += now - since
      serve(now)
      return
    }
    came += 1
    if (came >= queue.customers) kernel.stop()
    else kernel.schedule(now + Math.round(between(arrivals)), arrive)
    const counts = came > warm
    if (busy.value < queue.servers) serve(now)
    else {
      if (counts) blocked += 1
      if (!queue.loses) waiting.push(counts ? now : -1)
    }
  })
  const counted = queue.customers - warm
  return {
    blocked: blocked / counted,
    waited: waited / counted / unit,
    busy: Metrics.average(busy, kernel.now),
  }
}

/** How many standard errors the mean of the replications is away from what theory says. */
const z = (values: ReadonlyArray<number>, expected: number): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length - 1)
  return (mean - expected) / Math.sqrt(variance / values.length)
}

const outcomes = (queue: Queue): ReadonlyArray<Outcome> =>
  Array.from({ length: replications }, (_, i) => simulate(queue, `queueing ${i}`))

// The seeds are fixed, so that the test cannot be unlucky today and lucky tomorrow.
const bound = 3.5

describe("Erlang B: a market without a waiting list", () => {
  const exponential = Sampler.exponential(1)
  const cases = [
    [1, 1, "exponential", exponential, 0.5],
    [5, 3, "exponential", exponential, 0.110054347826],
    [10, 8, "exponential", exponential, 0.121661064253],
    [10, 8, "constant", Sampler.constant(1), 0.121661064253],
    [10, 8, "lognormal", Sampler.lognormal(Math.exp(-0.5), 1), 0.121661064253],
    [20, 12, "exponential", exponential, 0.00979563942],
  ] as const
  it.each(cases)("%d addresses, load %d, %s leases", (servers, load, _law, service, expected) => {
    const runs = outcomes({ servers, load, service, loses: true, customers: 20_000 })
    const score = z(
      runs.map(({ blocked }) => blocked),
      expected,
    )
    expect(Math.abs(score)).toBeLessThan(bound)
    // Little's law: who is inside is who came in, times how long they stay.
    const inside = z(
      runs.map(({ busy }) => busy),
      load * (1 - expected),
    )
    expect(Math.abs(inside)).toBeLessThan(bound)
  })
})

describe("M/M/c: a market with a waiting list", () => {
  const cases = [
    [1, 0.5, 0.5, 1],
    [2, 0.8, 0.711111, 1.777778],
    [8, 0.9, 0.701533, 0.876916],
    [10, 0.8, 0.40918, 0.20459],
  ] as const
  it.each(cases)("%d addresses, utilisation %d", (servers, utilisation, waits, waited) => {
    const runs = outcomes({
      servers,
      load: servers * utilisation,
      service: Sampler.exponential(1),
      loses: false,
      customers: 30_000,
    })
    expect(
      Math.abs(
        z(
          runs.map(({ blocked }) => blocked),
          waits,
        ),
      ),
    ).toBeLessThan(bound)
    expect(
      Math.abs(
        z(
          runs.map((run) => run.waited),
          waited,
        ),
      ),
    ).toBeLessThan(bound)
  })
})
