// At the end of every lease both sides read "the tunnel is down", as if something had broken: one that ends its own session is
// told of that by it, and one side is down a moment before the other has heard of the end.
import { expect, it } from "vitest"
import * as Conduit from "../../src/live/Conduit.ts"
import * as ProviderEnd from "../../src/live/ProviderEnd.ts"
import * as RequesterEnd from "../../src/live/RequesterEnd.ts"
import * as Country from "../../src/model/Country.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import * as Pace from "../pace.ts"
import { lease } from "./lease.ts"

/** Both ends of a tunnel that is up, and what they complain of. */
const up = async (faults: Null.Faults = {}) => {
  const adapter = Null.make(faults)
  const troubles: Array<string> = []
  let sessions = 0
  const options = (who: string, hear: (message: Conduit.Message) => void): Conduit.Options => ({
    adapter,
    lease,
    policy: ExitPolicy.standard,
    before: { seconds: 0, bytesUsed: 0, epoch: 0 },
    say: (_, message) => hear(message),
    up: () => {},
    down: (reason) => troubles.push(`${who}: ${reason}`),
    attached: () => sessions++,
    lent: { country: Country.of("DE"), start: 0, source: "a test", echo: undefined, everyMs: 1000 },
    address: () => {},
    objected: () => {},
  })
  const provider: Conduit.Conduit = ProviderEnd.make(
    options("provider", (offer) => requester.hear(offer)),
  )
  const requester = RequesterEnd.make(options("requester", (accept) => provider.hear(accept)))
  requester.open()
  provider.open()
  await Pace.until(() => sessions > 0)
  return { provider, requester, troubles, sessions: () => sessions }
}

const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it("is no trouble: each end closes its own, whoever is first", async () => {
  const { provider, requester, troubles } = await up()
  requester.close()
  await moment(Conduit.retryMs / 3)
  provider.close()
  await moment(2 * Conduit.retryMs)
  expect(troubles).toEqual([])
})

it("that was not agreed on is, once, and the tunnel is made anew", async () => {
  const { provider, requester, troubles, sessions } = await up({ diesAfterMs: 100 })
  await Pace.until(() => sessions() > 1)
  expect(troubles).toContain("provider: the tunnel is down")
  await Promise.all([provider.dispose(), requester.dispose()])
})
