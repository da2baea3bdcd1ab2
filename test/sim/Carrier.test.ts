import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Carrier from "../../sim/Carrier.ts"
import * as Progress from "../../sim/Progress.ts"
import * as Run from "../../sim/Run.ts"
import * as ScenarioFile from "../../sim/ScenarioFile.ts"

const load = () =>
  Result.getOrThrow(
    ScenarioFile.load("scenarios/tunnels.yaml", [
      "duration=3s",
      "providers.0.count=12",
      "requesters.0.count=12",
      "requesters.0.arrival.poisson.perHour=3000",
    ]),
  )

const run = async (carrier?: Carrier.Carrier) => {
  const options = {
    chain: "memory",
    observer: Progress.silent,
    version: "test",
    replay: "test",
    ...(carrier === undefined ? {} : { carrier }),
  }
  return (await Effect.runPromise(Run.run(load(), options))).summary
}

it("IPSX-TUN-030 real tunnels under a scenario carry what the world counts, and leave its trace alone", async () => {
  const carrier = await Carrier.embedded({ speed: 2 })
  let carried: Carrier.Carried | undefined
  const watched: Carrier.Carrier = {
    stepMs: carrier.stepMs,
    isIdle: (now) => carrier.isIdle(now),
    follow: (tunnels, now) => carrier.follow(tunnels, now),
    finish: async (now) => (carried = await carrier.finish(now)),
  }
  const [counted, real] = [await run(), await run(watched)]
  expect(carried!.failures).toEqual([])
  expect(carried!.tunnels).toBeGreaterThan(5)
  expect(carried!.metered).toBe(carried!.passed)
  expect(carried!.passed).toBeGreaterThan(10_000)
  expect(real.traceHash).toBe(counted.traceHash)
  expect(real.chain.stateDigest).toBe(counted.chain.stateDigest)
})
