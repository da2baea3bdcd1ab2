// Ctrl-C while `ipsx rent` set a deal up ended the program at once: a deal that both had just signed was opened on the chain
// all the same, with the limit reserved in it and nobody there to end it.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import * as Echo from "../../sim/demo/Echo.ts"
import * as Stage from "../../sim/demo/Stage.ts"
import * as Town from "../../sim/demo/Town.ts"
import * as Traces from "../live/Traces.ts"

const words = ["rent", "country=DE", "seconds=30", "limit=3.1", "protocol=http"]

/** Waits until a program says that its deal has come to a status. */
const comesTo = (actor: Stage.Actor, status: string) =>
  Effect.gen(function* () {
    while ((yield* actor.hears("Moved", Town.patienceMs))["status"] !== status);
  })

it("a deal that was signed when its requester was stopped is seen to its end, and its limit given back", async () => {
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const town = yield* Town.build()
        const echo = yield* Echo.serve("127.9.9.6")
        const config = yield* Town.providerConfig(town, "127.16.0.1", echo)
        const environment = { IPSX_PASSWORD: town.password }
        const provider = yield* Stage.enter("provider", ["provider", config], environment)
        yield* provider.hears("Offering", Town.patienceMs)
        const where = ["--relay", town.url, "--chain", town.chain, "--data", town.directory]
        const key = join(town.directory, "requester.json")
        const renting = [...words, "--key", key, ...where]
        const requester = yield* Stage.enter("requester", renting, environment)
        yield* comesTo(requester, "Agreed")
        const ended = new Promise((resolve) => requester.child.once("exit", resolve))
        requester.child.kill("SIGINT")
        yield* requester.hears("SeeingOff", Town.patienceMs)
        expect(yield* Effect.promise(() => ended)).toBe(0)
        expect((yield* town.read).map(({ reserved }) => reserved)).toEqual([0n, 0n])
        const logs = yield* Effect.promise(() => Traces.chainLogs(town))
        const deals = logs
          .map(({ _tag }) => _tag)
          .filter((tag) => /^Deal(Opened|Settled)$/.test(tag))
        expect(deals).toEqual(["DealOpened", "DealSettled"])
      }),
    ),
  )
})
