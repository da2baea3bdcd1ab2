// A tunnel whose interface was gone when it ended: its meter could not be read any more, and all that its session had counted
// was forgotten, so that neither side knew of what had been served.
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import * as Conduit from "../../src/live/Conduit.ts"
import * as Id from "../../src/model/Id.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"

it("IPSX-TUN-030 what a meter has said counts, also when it says nothing more", async () => {
  const state = Conduit.fresh({
    before: { seconds: 10, bytesUsed: 5, epoch: 1 },
  } as unknown as Conduit.Options)
  const reading = { up: 40n, down: 60n, millis: 90_500, at: 0, seq: 1 }
  let isGone = false
  state.session = {
    meter: Effect.suspend(() =>
      isGone
        ? Effect.fail(new Tunnel.Closed({ lease: Id.zero }))
        : Effect.succeed(reading as never),
    ),
  } as unknown as Tunnel.Session
  expect(await Conduit.read(state)).toEqual({ seconds: 100, bytesUsed: 105 })
  isGone = true
  await Conduit.end(state)
  expect(await Conduit.read(state)).toEqual({ seconds: 100, bytesUsed: 105 })
})
