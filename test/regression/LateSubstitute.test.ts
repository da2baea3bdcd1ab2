// A seat was substituted while the tunnel's session was still coming up: the session went on from the address before,
// though both sides had signed the other one. Found by killing a provider between the two letters.
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import * as ProviderEnd from "../../src/live/ProviderEnd.ts"
import * as Country from "../../src/model/Country.ts"
import type * as Ip from "../../src/model/Ip.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Pace from "../pace.ts"
import { lease } from "./lease.ts"

const other = "203.0.113.8" as Ip.Ip

/** An adapter whose session comes up when it is told to, and says what it is told. */
const late = (isUp: Promise<void>, told: Array<string>): Tunnel.Adapter => {
  const adapter = Null.make()
  return {
    ...adapter,
    serve: (of, accept) =>
      Effect.gen(function* () {
        yield* Effect.promise(() => isUp)
        const session = yield* adapter.serve(of, accept)
        return {
          ...session,
          substitute: (address) =>
            Effect.andThen(
              Effect.sync(() => void told.push(address)),
              session.substitute(address),
            ),
          ungate: (allowance) =>
            Effect.andThen(
              Effect.sync(() => void told.push("open")),
              session.ungate(allowance),
            ),
        }
      }),
  }
}

it("IPSX-AGR-082 a session that comes up after its seat was substituted forwards from the other one only", async () => {
  const told: Array<string> = []
  const up = Promise.withResolvers<void>()
  const adapter = late(up.promise, told)
  const said: Array<string> = []
  const conduit = ProviderEnd.make({
    adapter,
    lease,
    policy: ExitPolicy.standard,
    before: { seconds: 0, bytesUsed: 0, epoch: 0 },
    say: (_, offer) => {
      said.push(offer.adapter)
      // The requester's end of the same adapter, and its answer.
      const { details } = offer
      const accepting = adapter.accept(lease, { adapter: offer.adapter, lease: lease.id, details })
      void Effect.runPromise(Effect.scoped(accepting)).then((accept) =>
        conduit.hear({ epoch: 1, adapter: accept.adapter, details: accept.details }),
      )
    },
    up: () => {},
    down: () => {},
    attached: () => {},
    lent: { country: Country.of("DE"), start: 0, source: "a test", echo: undefined, everyMs: 1000 },
    address: () => {},
    objected: () => {},
  })
  conduit.open()
  conduit.ungate(() => ({ bytes: 1000n, millis: 1000 }))
  await Pace.until(() => said.length > 0)
  await conduit.substitute(other)
  up.resolve()
  await Pace.until(() => told.includes("open"))
  await conduit.dispose()
  expect(told.slice(0, 2)).toEqual([other, "open"])
})
