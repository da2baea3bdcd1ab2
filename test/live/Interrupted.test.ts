// Programs that are killed between the letters of a substitution, at each point that there is: after the restart both
// sides have the same address, the lease goes on, and what was served is paid.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Echo from "../../sim/demo/Echo.ts"
import * as Town from "../../sim/demo/Town.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Adapter from "../../src/live/Adapter.ts"
import * as Agent from "../../src/live/Agent.ts"
import type * as Event from "../../src/live/Event.ts"
import * as Ipsx from "../../src/live/Ipsx.ts"
import * as Keystore from "../../src/live/Keystore.ts"
import * as Party from "../../src/live/Party.ts"
import * as ProviderConfig from "../../src/live/ProviderConfig.ts"
import * as Proxy from "../../src/live/Proxy.ts"
import * as Setup from "../../src/live/Setup.ts"
import * as Signer from "../../src/live/Signer.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Id } from "../../src/model/Id.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import * as Pace from "../pace.ts"
import { factor } from "../runs.ts"

type Role = "provider" | "requester"

/**
 * Where one is killed: it has written the entry `at` down and done nothing about it; without `written` not even that.
 * `asks` is whether the requester finds the address of no use, and asks for another one.
 */
interface Point {
  readonly name: string
  readonly victim: Role
  readonly at: RegExp
  readonly written: boolean
  readonly asks: boolean
}

const wrote = /"_tag":"Wrote".*"_tag":"Substitute","seat":0,"by":\d/
const restored = /"_tag":"Happened".*"_tag":"AddressRestored"/
const resumes = /"_tag":"Happened".*"_tag":"Resume"/

const points: ReadonlyArray<Point> = [
  ["the provider before it offers", "provider", wrote, false, false],
  ["the provider before it offers what it was asked for", "provider", wrote, false, true],
  ["the provider when its offer is written and not sent", "provider", wrote, true, false],
  ["the provider before it goes on at the other address", "provider", restored, false, false],
  ["the requester before it takes the offer", "requester", wrote, false, false],
  ["the requester when its taking is written and not sent", "requester", wrote, true, true],
  ["the requester before it goes on at the other address", "requester", resumes, false, true],
].map(([name, victim, at, written, asks]) => ({ name, victim, at, written, asks }) as Point)
// Three of them in `npm test`, all of them in `npm run verify`.
const tried = factor > 1 ? points : points.filter((_, at) => at % 3 === 1 || at === 5)

const namesOf = (at: number): Readonly<Record<Role, string>> => ({
  provider: `lender${at}`,
  requester: `tenant${at}`,
})

let scope: Scope.Closeable
let town: Town.Town
let echo: Echo.Echo

const inScope = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.provideService(effect, Scope.Scope, scope))

beforeAll(async () => {
  scope = await Effect.runPromise(Scope.make())
  const names = tried.flatMap((_, at) => Object.values(namesOf(at)))
  // Patience for a machine on which a restart takes its time: nothing here is about how long that may be.
  const long = { provisionWindow: 60, suspendBudget: 120 }
  const longer = { settleGrace: 70, challengeSeconds: 70, appealSeconds: 70, evidenceSeconds: 70 }
  const rules = { ...Town.parameters, ...long, ...longer }
  town = await inScope(Town.build(undefined, names, rules))
  echo = await inScope(Echo.serve("127.9.9.6"))
})
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const url = (path = ""): string => `http://${echo.host}:${echo.port}/${path}`
const journalOf = (name: string): string => join(town.directory, name, "journal")

/** A signer that stops its program, from the moment that an entry is written down. */
const stopping = (signer: Signer.Signer, name: string, at: RegExp): Signer.Signer => ({
  ...signer,
  sign: (digest) =>
    at.test(readFileSync(journalOf(name), "utf8")) ? new Promise(() => {}) : signer.sign(digest),
})

const signerOf = async (name: string): Promise<Signer.Signer> => {
  const file = join(town.directory, `${name}.json`)
  const key = await Effect.runPromise(Keystore.open(file, town.password))
  return Signer.local(NativeCurve.fastest(), key)
}

interface Provider {
  readonly agent: Agent.Agent
  readonly close: () => Promise<void>
}

const provide = async (
  name: string,
  first: string,
  signer: Signer.Signer,
  heard: (event: Event.Event) => void,
): Promise<Provider> => {
  const file = await inScope(Town.providerConfig(town, first, echo, 2, undefined, { name }))
  const config = await Effect.runPromise(ProviderConfig.load(file))
  const own = await Effect.runPromise(Scope.make())
  const starting = Effect.gen(function* () {
    const options = yield* Setup.prepare({
      key: { signer },
      relay: town.url,
      chain: town.chain,
      data: config.data,
      adapter: Adapter.providing({ adapter: "embedded" }, { host: "127.0.0.1" }),
      policy: ProviderConfig.policy(config),
      listen: { host: "127.0.0.1", port: 0 },
      lent: { echo: url(), everyMs: 300 },
      heard,
    })
    const agent = yield* Agent.start(options)
    const by = {
      owner: signer.address,
      id: Ipsx.randomId(),
      resource: signer.address.padEnd(66, "0") as Id,
      nonce: Ipsx.nonce(),
      now: Time.seconds(Math.floor(Date.now() / 1000)),
      least: options.parameters.minLease,
      maxLag: 2,
    }
    if (agent.orders.size === 0)
      yield* Agent.order(agent, Result.getOrThrow(ProviderConfig.offer(config, by)))
    return agent
  })
  const agent = await Effect.runPromise(Effect.provideService(starting, Scope.Scope, own))
  return { agent, close: () => Effect.runPromise(Scope.close(own, Exit.void)) }
}

const rents = (
  name: string,
  signer: Signer.Signer,
  { asks }: Point,
  heard: (event: Event.Event) => void,
): Promise<Ipsx.Ipsx> =>
  Ipsx.connect({
    relay: town.url,
    chain: town.chain,
    data: join(town.directory, name),
    key: { signer },
    ...(asks ? { lent: { echo: url("mine") } } : {}),
    heard,
  })

/** What a kill leaves of a program that has stopped there. */
const forget = (name: string, { at, written }: Point): void => {
  const lines = readFileSync(journalOf(name), "utf8").split("\n")
  expect(lines.filter((line) => at.test(line)).length).toBe(1)
  if (!written) writeFileSync(journalOf(name), lines.filter((line) => !at.test(line)).join("\n"))
}

describe("a substitution", () => {
  it.concurrent.each(tried.map((point, at) => [point.name, point, at] as const))(
    "IPSX-AGR-083 IPSX-PCH-012 goes on where %s is killed",
    async (_, point, at) => {
      const names = namesOf(at)
      const [own, others] = [await signerOf(names.provider), await signerOf(names.requester)]
      const [first, second] = [`127.16.${at}.1`, `127.16.${at}.2`]
      const signers = { provider: own, requester: others }
      signers[point.victim] = stopping(signers[point.victim], names[point.victim], point.at)
      const events: Array<Event.Event> = []
      const heard = (event: Event.Event): void => void events.push(event)
      let provider = await provide(names.provider, first, signers.provider, heard)
      let ipsx = await rents(names.requester, signers.requester, point, heard)
      let lease = await ipsx.rent({
        providers: [own.address],
        seconds: 180,
        limit: "18.1",
        protocols: ["http"],
      })
      try {
        expect((await Proxy.get(lease.attachment, url())).body).toBe(first)
        await Pace.until(() => events.some(({ _tag }) => _tag === "Signed"), 60_000)
        // The first address is not what it was, for everybody or for the requester alone.
        echo.moved.set(point.asks ? `${first}/mine` : first, "127.99.0.1")
        if (point.asks) {
          ipsx.agent.parties.get(lease.id)!.ends!.verify()
        }
        const victim = names[point.victim]
        await Pace.until(() => point.at.test(readFileSync(journalOf(victim), "utf8")), 60_000)
        if (point.victim === "provider") await provider.close()
        else await ipsx.close()
        forget(victim, point)
        if (point.victim === "provider") provider = await provide(victim, first, own, heard)
        else {
          ipsx = await rents(victim, others, point, heard)
          lease = await ipsx.resumed[0]!
        }
        await Pace.until(() => lease.address === second, 60_000)
        const sides = [provider.agent, ipsx.agent].map((agent) => agent.parties.get(lease.id)!)
        await Pace.until(() => sides.every((side) => Party.addresses(side)[0] === second), 60_000)
        await Pace.until(() => sides.every(({ participant }) => participant.serving), 60_000)
        const seen = async () => (await Proxy.get(lease.attachment, url())).body
        await Pace.until(
          () =>
            seen().then(
              (body) => body === second,
              () => false,
            ),
          60_000,
        )
        const { paid, seconds, bytes } = await lease.end()
        const settled = events.flatMap((e) =>
          e._tag === "Logged" && e.log._tag === "DealSettled" ? [e.log] : [],
        )
        expect(settled.length).toBeGreaterThan(0)
        for (const log of settled)
          expect(log).toMatchObject({ penaltyProvider: 0n, penaltyRequester: 0n })
        const { deal } = lease
        const due = Amount.of(BigInt(seconds) * deal.pricePerSecond)
        expect([paid > 0n, paid <= due + deal.setupPrice, bytes > 0]).toEqual([true, true, true])
        await Pace.until(
          () => events.some((e) => e._tag === "Over" && e.role === "provider"),
          60_000,
        )
        const over = events.findLast((e) => e._tag === "Over" && e.role === "provider")
        const served = BigInt((over as Extract<Event.Event, { _tag: "Over" }>).use.seconds)
        // IPSX-PAY-007
        expect(served * deal.pricePerSecond - paid).toBeLessThanOrEqual(Terms.lagBound(deal))
      } finally {
        await ipsx.close()
        await provider.close()
      }
    },
    200_000,
  )
})
