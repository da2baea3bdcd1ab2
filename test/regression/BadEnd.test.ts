// A tunnel that could not be cleared away threw at whoever closed it: the tunnels of the other seats stayed, and the party's
// own end failed.
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import type * as Conduit from "../../src/live/Conduit.ts"
import * as Ends from "../../src/live/Ends.ts"
import * as ProviderEnd from "../../src/live/ProviderEnd.ts"
import * as Country from "../../src/model/Country.ts"
import * as Id from "../../src/model/Id.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Pace from "../pace.ts"
import { lease } from "./lease.ts"

const last = <A>(task: () => A) => Effect.addFinalizer(() => Effect.sync(task))

/** Each of its offers is cleared away in three steps, the second of which fails. */
const brittle = (cleared: Array<string>): Tunnel.Adapter => {
  const adapter = Null.make()
  return {
    ...adapter,
    offer: (of, policy) =>
      Effect.gen(function* () {
        yield* last(() => cleared.push(`${of.id} 3`))
        yield* last(() => {
          throw new Error("the interface is busy")
        })
        yield* last(() => cleared.push(`${of.id} 1`))
        return yield* adapter.offer(of, policy)
      }),
  }
}

it("IPSX-TUN-008 a tunnel that cannot be cleared away keeps no other from it, and its owner hears of it", async () => {
  const cleared: Array<string> = []
  const offers: Array<Conduit.Message> = []
  const troubles: Array<string> = []
  const adapter = brittle(cleared)
  const ids = [Id.fromNumber(1), Id.fromNumber(2)]
  const ends = Ends.make({
    seats: 2,
    doubtful: new Set(),
    make: (seat, told) =>
      ProviderEnd.make({
        adapter,
        lease: { ...lease, id: ids[seat]! },
        policy: ExitPolicy.standard,
        before: { seconds: 0, bytesUsed: 0, epoch: 0 },
        say: (_, offer) => offers.push(offer),
        up: told.up,
        down: (reason) => troubles.push(reason),
        attached: () => {},
        lent: {
          country: Country.of("DE"),
          start: 0,
          source: "a test",
          echo: undefined,
          everyMs: 1000,
        },
        address: told.address,
        objected: () => {},
      }),
    up: () => {},
    lose: () => {},
    restored: () => {},
  })
  ends.open()
  await Pace.until(() => offers.length === 2)
  await ends.dispose()
  expect(cleared.sort()).toEqual(ids.flatMap((id) => [`${id} 1`, `${id} 3`]))
  expect(troubles).toEqual(["the interface is busy", "the interface is busy"])
})
