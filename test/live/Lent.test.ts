// What a provider signs about the address that it lends, and what a requester makes of it.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import type * as Conduit from "../../src/live/Conduit.ts"
import * as Lent from "../../src/live/Lent.ts"
import * as ProviderEnd from "../../src/live/ProviderEnd.ts"
import * as RequesterEnd from "../../src/live/RequesterEnd.ts"
import type { Country } from "../../src/model/Country.ts"
import * as ExitClaim from "../../src/model/ExitClaim.ts"
import * as Id from "../../src/model/Id.ts"
import type { Ip } from "../../src/model/Ip.ts"
import * as Time from "../../src/model/Time.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Lease from "../../src/tunnel/Lease.ts"
import * as Null from "../../src/tunnel/Null.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Pace from "../pace.ts"

const address = "45.45.45.2" as Ip
const echo = "http://echo.example/"
const lease: Lease.Lease = {
  id: Id.fromNumber(4),
  address,
  protocols: 1,
  scopes: 1,
  counter: "l4-payload",
  tolerance: Lease.tolerance,
  heartbeat: 250,
  misses: 4,
}
const now = Math.floor(Date.now() / 1000)
const lent: Lent.Lent = {
  country: "DE" as Country,
  start: now,
  source: "geofeed https://provider.example/geofeed.csv",
  echo,
  everyMs: 20,
}
const seenAs = (seen: string): Tunnel.Adapter => ({
  ...Null.make(),
  seenAs: () => Effect.succeed(seen as Ip),
})

it("IPSX-TUN-052 a claim says who saw the address, when, and where the country comes from", async () => {
  const claim = await Effect.runPromise(Lent.claim({ adapter: seenAs(address), lease, lent }))
  expect(claim).toMatchObject({ address, country: "DE", source: lent.source, seen: { by: echo } })
  expect(Math.abs(claim.seen!.at - now)).toBeLessThan(5)
  expect(Schema.decodeUnknownSync(ExitClaim.ExitClaim)(JSON.parse(JSON.stringify(claim)))).toEqual(
    claim,
  )
  const unasked = { adapter: seenAs("9.9.9.9"), lease, lent: { ...lent, echo: undefined } }
  expect((await Effect.runPromise(Lent.claim(unasked))).seen).toBeNull()
})

const ends = (adapter: Tunnel.Adapter) => {
  const said: Array<Conduit.Message> = []
  const [addresses, objections, downs]: [Array<boolean>, Array<string>, Array<string>] = [
    [],
    [],
    [],
  ]
  const options: Conduit.Options = {
    adapter,
    lease,
    policy: ExitPolicy.standard,
    before: { seconds: 0, bytesUsed: 0, epoch: 0 },
    say: (_, message) => void said.push(message),
    up: () => {},
    down: (reason) => void downs.push(reason),
    attached: () => {},
    lent,
    address: (isLeased) => void addresses.push(isLeased),
    objected: (reason) => void objections.push(reason),
  }
  return { options, said, addresses, objections, downs }
}
it("IPSX-TUN-054 a provider offers nothing while its echo sees another address, and says so", async () => {
  const asked = { adapter: seenAs("9.9.9.9"), lease, lent }
  const result = await Effect.runPromise(Effect.result(Lent.claim(asked)))
  expect(Result.isFailure(result) && result.failure).toMatchObject({ _tag: "OtherAddress" })
  const { options, said, downs } = ends(asked.adapter)
  const conduit = ProviderEnd.make(options)
  conduit.open()
  await Pace.until(() => downs.length > 0)
  await conduit.dispose()
  expect(said).toEqual([])
  expect(downs[0]).toMatch(/sees 9\.9\.9\.9: nothing is offered by another address/)
})

const claim: ExitClaim.ExitClaim = {
  address,
  country: "DE" as Country,
  source: "a registry",
  seen: { by: echo, at: Time.seconds(now) },
}
it.each([
  ["none", undefined, /claims nothing/],
  ["another address", { ...claim, address: "9.9.9.9" as Ip }, /it is for 9\.9\.9\.9/],
  ["another country", { ...claim, country: "FR" as Country }, /it says FR, and the order said DE/],
  [
    "a sight of yesterday",
    { ...claim, seen: { by: echo, at: Time.seconds(now - 86_400) } },
    /time/,
  ],
  ["a sight of tomorrow", { ...claim, seen: { by: echo, at: Time.seconds(now + 86_400) } }, /time/],
] as const)(
  "IPSX-TUN-053 a requester does not connect by an offer with %s",
  async (_, exit, objection) => {
    const { options, said, objections } = ends(Null.make())
    const conduit = RequesterEnd.make(options)
    conduit.open()
    const offer = { epoch: 1, adapter: "null", details: { nonce: "1" } }
    conduit.hear(exit === undefined ? offer : { ...offer, exit })
    await Pace.until(() => objections.length + said.length > 0)
    await conduit.dispose()
    expect(objections).toEqual([expect.stringMatching(objection)])
    expect(said).toEqual([])
  },
)

it("IPSX-TUN-053 connects by a claim that is the deal's", async () => {
  const { options, said, objections } = ends(Null.make())
  const conduit = RequesterEnd.make(options)
  conduit.open()
  conduit.hear({ epoch: 1, adapter: "null", details: { nonce: "1" }, exit: claim })
  await Pace.until(() => objections.length + said.length > 0)
  await conduit.dispose()
  expect([objections, said.length]).toEqual([[], 1])
})

it("IPSX-AGR-082 a requester that has taken another address connects by an offer that crossed its letter, and by no other", async () => {
  const other = "45.45.45.3" as Ip
  for (const [first, taken, isConnected] of [
    [address, other, true],
    ["9.9.9.9" as Ip, other, false],
  ] as const) {
    const { options, said, objections } = ends(Null.make())
    const conduit = RequesterEnd.make({ ...options, lease: { ...lease, address: first } })
    conduit.open()
    await conduit.substitute(taken)
    conduit.hear({ epoch: 1, adapter: "null", details: { nonce: "1" }, exit: claim })
    await Pace.until(() => objections.length + said.length > 0)
    await conduit.dispose()
    expect([said.length, objections.length]).toEqual(isConnected ? [1, 0] : [0, 1])
  }
})

describe("a provider that comes back", () => {
  const again = (seen: string, isDoubtful: boolean) => {
    const { options, said, addresses, downs } = ends(seenAs(seen))
    const before = { seconds: 0, bytesUsed: 0, epoch: 1, isDoubtful }
    const conduit = ProviderEnd.make({ ...options, before })
    conduit.open()
    return { conduit, said, addresses, downs }
  }

  it("IPSX-TUN-051 after its address was lost says again that it is, or that it is there", async () => {
    const lost = again("9.9.9.9", true)
    await Pace.until(() => lost.downs.length > 0)
    await lost.conduit.dispose()
    expect([lost.addresses, lost.said]).toEqual([[false], []])
    const found = again(address, true)
    await Pace.until(() => found.said.length > 0)
    await found.conduit.dispose()
    expect(found.addresses).toEqual([true])
  })

  it("IPSX-TUN-051 in the middle of a lease to an address that has changed meanwhile says so", async () => {
    const { conduit, addresses, downs } = again("9.9.9.9", false)
    await Pace.until(() => downs.length > 0)
    await conduit.dispose()
    expect(addresses).toEqual([false])
  })
})
