// A provider's gate was closed while an opening was still reading the meter: the program died of a missing allowance. Had
// it not, the opening would have come after the closing. Found by the fault matrix, seed 13.
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { expect, it } from "vitest"
import * as Country from "../../src/model/Country.ts"
import * as ProviderEnd from "../../src/live/ProviderEnd.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import { lease } from "./lease.ts"

/** An adapter whose meter and whose gate take their time to open, as those of packets do. */
const slow = (done: Array<string>): Tunnel.Adapter => {
  const adapter = Null.make()
  const session = {
    lease,
    state: Stream.concat(Stream.succeed("up" as const), Stream.never),
    current: Effect.succeed("up" as const),
    meter: Effect.delay(
      Effect.succeed({
        up: 0n,
        down: 0n,
        millis: 0,
        at: 0,
        counter: "l4-payload" as const,
        confirmedBy: "receiver" as const,
        seq: 1,
        connections: 1,
      }),
      5,
    ),
    ungate: () =>
      Effect.delay(
        Effect.sync(() => void done.push("open")),
        20,
      ),
    gate: Effect.sync(() => void done.push("shut")),
    substitute: () => Effect.void,
    close: () => Effect.void,
  }
  return { ...adapter, serve: () => Effect.succeed(session) }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it("IPSX-TUN-011 a gate that is closed while it opens is closed in the end, whenever that is", async () => {
  for (let at = 0; at < 40; at += 3) {
    const done: Array<string> = []
    const conduit = ProviderEnd.make({
      adapter: slow(done),
      lease,
      policy: ExitPolicy.standard,
      before: { seconds: 0, bytesUsed: 0, epoch: 0 },
      say: (_, message) => setTimeout(() => conduit.hear(message), 0),
      up: () => {},
      down: () => {},
      attached: () => {},
      lent: {
        country: Country.of("DE"),
        start: 0,
        source: "a test",
        echo: undefined,
        everyMs: 1000,
      },
      address: () => {},
      objected: () => {},
    })
    conduit.open()
    await pause(20)
    conduit.ungate(() => ({ bytes: 1000n, millis: 1000 }))
    await pause(at)
    conduit.gate()
    // Nothing more happens: every step of an opening takes less than that, also on a busy machine.
    for (let known = -1; known !== done.length; await pause(80)) known = done.length
    expect(done.at(-1), `closed after ${at} ms`).toBe("shut")
    await conduit.dispose()
  }
})
