// Whole leases between processes: what the SDK promises, and a lease that really was, played again in the simulator.
import { mkdirSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Echo from "../../sim/demo/Echo.ts"
import * as Stage from "../../sim/demo/Stage.ts"
import * as Town from "../../sim/demo/Town.ts"
import * as Recorded from "../../sim/Recorded.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Ipsx from "../../src/live/Ipsx.ts"
import * as Journal from "../../src/live/Journal.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Party from "../../src/live/Party.ts"
import * as ProviderConfig from "../../src/live/ProviderConfig.ts"
import * as Providing from "../../src/live/Providing.ts"
import * as Proxy from "../../src/live/Proxy.ts"
import * as Wish from "../../src/live/Wish.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type * as Order from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import * as Result from "effect/Result"
import * as Client from "../../src/relay/Client.ts"
import * as Structure from "../../src/signature/Structure.ts"
import type { Attachment } from "../../src/tunnel/Tunnel.ts"
import * as Pace from "../pace.ts"
import * as ConnectServer from "../tunnel/ConnectServer.ts"
import * as Traces from "./Traces.ts"

let scope: Scope.Closeable
let town: Town.Town
let echo: Echo.Echo
let provider: Stage.Actor

/** The page that stands for the world is here no echo that the provider names: its address is to be told to nobody. */
const quiet = { asks: false }

const inScope = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.provideService(effect, Scope.Scope, scope))

beforeAll(async () => {
  scope = await Effect.runPromise(Scope.make())
  town = await inScope(Town.build(undefined, ["ghost", "hidden"]))
  echo = await inScope(Echo.serve("127.9.9.8"))
  const config = await inScope(Town.providerConfig(town, "127.12.0.1", echo, 3, undefined, quiet))
  provider = await inScope(
    Stage.enter("provider", ["provider", config], { IPSX_PASSWORD: town.password }),
  )
  await inScope(provider.hears("Offering", 60_000))
})
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const url = () => `http://${echo.host}:${echo.port}/`
const keystore = () => join(town.directory, "requester.json")

describe("a lease", () => {
  it("IPSX-SIM-050 IPSX-TUN-033 IPSX-TUN-061 through the SDK carries, is paid within its cap, and replays in the simulator to the same", async () => {
    const statuses: Array<string> = []
    const ipsx = await Ipsx.connect({
      relay: town.url,
      chain: town.chain,
      data: join(town.directory, "sdk"),
      key: { keystore: keystore(), password: town.password },
      caps: { alice: "5", bob: "1" },
      heard: (event) => event._tag === "Moved" && statuses.push(event.status),
    })
    try {
      expect((await ipsx.offers("DE")).length).toBe(1)
      expect(await ipsx.offers("JP")).toEqual([])
      const wish = { countries: ["DE"], seconds: 30, limit: "3.1", protocols: ["http"] as const }
      await expect(ipsx.rent(wish, { account: "bob" })).rejects.toThrow(/bob has 1 tokens left/)
      await expect(ipsx.rent(wish, { account: "eve" })).rejects.toThrow(/eve has 0 tokens left/)
      const lease = await ipsx.rent(wish, { account: "alice" })
      expect(lease.address).toMatch(/^127\.12\.0\.[123]$/)
      const page = await Proxy.get(lease.attachment, url())
      expect(page).toEqual({ status: 200, body: lease.address })
      const ended = await lease.end()
      expect(ended.paid).toBeGreaterThan(0n)
      const rows = ipsx.usage()
      expect(rows).toMatchObject([{ account: "alice", country: "DE", paid: ended.paid }])
      expect(ipsx.account("alice").spent).toBe(ended.paid + Town.parameters.minCommission)
      const journals = {
        provider: await Effect.runPromise(Journal.read(join(town.directory, "provider/journal"))),
        requester: await Effect.runPromise(Journal.read(join(town.directory, "sdk/journal"))),
      }
      const curve = NativeCurve.fastest()
      const { deal, id } = lease
      const separator = Structure.domain(curve, town.place)
      const outcome = Recorded.play(journals, {
        id,
        settings: ipsx.agent.settings,
        context: Party.contextOf(curve, separator, { id, deal }),
        ledger: Traces.ledger(town),
      })
      expect(outcome.differences).toEqual([])
      expect(outcome.statuses.requester.slice(-statuses.length)).toEqual(statuses)
      const real = (await Traces.chainLogs(town)).filter((log) => "id" in log && log.id === id)
      expect(outcome.logs).toEqual(real)
      const wallets = await inScope(town.read)
      expect(wallets).toEqual(
        [town.wallets.provider, town.wallets.requester].map((w) =>
          Ledger.wallet(outcome.ledger, w),
        ),
      )
    } finally {
      await ipsx.close()
    }
    // IPSX-TUN-061: the lease is everywhere, and where its traffic went is nowhere.
    const told = await Traces.traces(town)
    expect(told).toContain(town.wallets.requester.slice(2))
    const hexadecimal = echo.host
      .split(".")
      .map((byte) => Number(byte).toString(16).padStart(2, "0"))
    for (const destination of [echo.host, hexadecimal.join(""), `:${echo.port}/`])
      expect(told).not.toContain(destination)
  })
})

describe("a program that was killed", () => {
  const wish = { countries: ["DE"], seconds: 30, limit: "3.1", protocols: ["http"] as const }
  const options = (data: string): Ipsx.Options => ({
    relay: town.url,
    chain: town.chain,
    data: join(town.directory, data),
    key: { keystore: keystore(), password: town.password },
    caps: { alice: "10" },
  })

  /** A journal as it is left between an order's being written down and its being placed. */
  const written = async (data: string, order: Order.Order, account?: string): Promise<void> => {
    const directory = join(town.directory, data)
    mkdirSync(directory, { recursive: true })
    const entry = { order, ...(account === undefined ? {} : { account }) }
    await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(Journal.open(join(directory, "journal")), ({ journal }) =>
          Effect.promise(() => journal.append([{ _tag: "Ordered", ...entry }])),
        ),
      ),
    )
  }
  const asked = (): Order.Request =>
    Result.getOrThrow(
      Wish.request(wish, {
        owner: town.wallets.requester,
        id: Ipsx.randomId(),
        nonce: Ipsx.nonce(),
        now: Time.seconds(Math.floor(Date.now() / 1000)),
      }),
    )
  const logged = async (tag: string, id: string): Promise<boolean> =>
    (await Effect.runPromise(Client.log(town.url))).some(({ command }) =>
      command._tag === "Place"
        ? tag === "Place" && command.order.id === id
        : command._tag === "Cancel" && tag === "Cancel" && command.order === id,
    )

  it("IPSX-MAT-037 before it placed its offer places it when it starts again", async () => {
    const file = await inScope(
      Town.providerConfig(town, "127.12.1.1", echo, 1, undefined, {
        name: "ghost",
        country: "PT",
        asks: false,
      }),
    )
    const config = await Effect.runPromise(ProviderConfig.load(file))
    const start = (relay: string) =>
      Effect.runPromise(
        Effect.scoped(
          Effect.map(
            Providing.start({ ...config, relay }, town.password, () => {}),
            ({ offer }) => offer.id,
          ),
        ),
      )
    // A relay that says what market it is, and hangs up on orders: what is on disk then is what a kill leaves.
    const info = await (await fetch(`${town.url}/v1/info`)).text()
    const server = createServer(({ url }, response) =>
      url === "/v1/info" ? response.end(info) : response.destroy(),
    )
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    await expect(start(`http://127.0.0.1:${port}`)).rejects.toThrow(/cannot be reached/)
    server.closeAllConnections()
    server.close()
    const resting = async () => (await Effect.runPromise(Client.offers(town.url, "PT"))).offers
    expect(await resting()).toEqual([])
    const first = await start(town.url)
    expect((await resting()).map(({ id }) => id)).toEqual([first])
    // And once more: the relay has it, and it is the same one.
    expect(await start(town.url)).toBe(first)
    expect((await resting()).length).toBe(1)
  })

  it("IPSX-MAT-037 before it placed its request goes on with it when its owner says so, and its account pays", async () => {
    const request = asked()
    await written("killed", request, "alice")
    const ipsx = await Ipsx.connect({ ...options("killed"), resume: true })
    let spent = 0n
    try {
      expect(ipsx.resumed.length).toBe(1)
      expect(ipsx.account("alice").left).toBe(
        10n * 10n ** 18n - 31n * 10n ** 17n - Town.parameters.minCommission,
      )
      const lease = await ipsx.resumed[0]!
      expect(lease.deal.request).toBe(request.id)
      // IPSX-PAY-009: the relay has heard that its wallet has settled a deal before.
      expect(lease.deal.prepaid).toBe(0n)
      expect((await Proxy.get(lease.attachment, url())).body).toBe(lease.address)
      const { paid } = await lease.end()
      expect(ipsx.usage()).toMatchObject([{ account: "alice", lease: lease.id, paid }])
      spent = ipsx.account("alice").spent
      expect(spent).toBe(paid + Town.parameters.minCommission)
      // IPSX-MAT-030: a relay that lies lets the same request again.
      const troubles: Array<string> = []
      ipsx.on((event) => event._tag === "Trouble" && troubles.push(event.message))
      const { offer } = ipsx.agent.parties.get(lease.id)!.began
      const now = Math.floor(Date.now() / 1000)
      const deal = {
        ...lease.deal,
        start: Time.seconds(now),
        end: Time.seconds(now + 30),
        validUntil: Time.seconds(now + 6),
        salt: Ipsx.randomId(),
      }
      const id = Structure.channelId(NativeCurve.fastest(), deal)
      Meeting.proposed(ipsx.agent, { _tag: "Proposed", id, deal, offer, request, partner: null })
      expect(troubles).toEqual([expect.stringMatching(/more than the request asked for/)])
      expect(ipsx.agent.parties.has(id)).toBe(false)
    } finally {
      await ipsx.close()
    }
    // What was spent is spent, whoever starts again.
    const again = await Ipsx.connect(options("killed"))
    expect(again.usage()).toMatchObject([{ account: "alice", country: "DE" }])
    expect(again.account("alice").spent).toBe(spent)
    await expect(Ipsx.connect(options("killed"))).rejects.toThrow(/another program has it/)
    await again.close()
  })

  it("takes back a request that no offer had met, unless its owner says so", async () => {
    const request = asked()
    await written("forgetful", request)
    const ipsx = await Ipsx.connect(options("forgetful"))
    expect([ipsx.resumed, ipsx.agent.orders.size]).toEqual([[], 0])
    await ipsx.close()
    expect(await logged("Place", request.id)).toBe(false)
  })

  it("takes back a request that is given up: no offer that comes later makes a lease of it", async () => {
    const ipsx = await Ipsx.connect(options("given-up"))
    const controller = new AbortController()
    const placed = Promise.withResolvers<string>()
    const poll = setInterval(() => {
      const [id] = ipsx.agent.orders.keys()
      if (id !== undefined) placed.resolve(id)
    }, 10)
    const { signal } = controller
    const renting = ipsx.rent({ ...wish, countries: ["NO"] }, { signal, account: "alice" })
    const id = await placed.promise
    clearInterval(poll)
    controller.abort(new Error("enough"))
    await expect(renting).rejects.toThrow("enough")
    await Pace.until(() => logged("Cancel", id))
    expect(ipsx.agent.orders.size).toBe(0)
    expect(ipsx.account("alice")).toMatchObject({ spent: 0n, left: 10n * 10n ** 18n })
    const unmet = ipsx.rent({ ...wish, countries: ["NO"] }, { account: "alice" })
    await Pace.until(() => ipsx.agent.orders.size > 0)
    await Promise.all([expect(unmet).rejects.toThrow("it was closed"), ipsx.close()])
    await expect(ipsx.rent(wish, { account: "alice" })).rejects.toThrow("it was closed")
    await expect(ipsx.deposit("1")).rejects.toThrow("it was closed")
  })
})

describe("a provider behind a router", () => {
  it("IPSX-TUN-007 IPSX-PCH-011 listens nowhere and dials a requester that does, for letters and tunnel, and lends its own proxy's address", async () => {
    const file = await inScope(
      Town.providerConfig(town, "127.12.2.1", echo, 1, undefined, {
        name: "hidden",
        country: "GR",
        asks: false,
      }),
    )
    const { listen: _, ...loaded } = await Effect.runPromise(ProviderConfig.load(file))
    const proxy = await ConnectServer.start("127.12.2.1")
    const tunnel = { adapter: "external-proxy", proxy: `http://127.0.0.1:${proxy.port}` } as const
    const config: ProviderConfig.ProviderConfig = { ...loaded, tunnel }
    const own = await Effect.runPromise(Scope.make())
    const providing = Providing.start(config, town.password, () => {})
    const { agent } = await Effect.runPromise(Effect.provideService(providing, Scope.Scope, own))
    expect(agent.endpoint).toBeNull()
    const words = ["rent", "country=GR", "seconds=30", "limit=3.1", "protocol=http", "--control"]
    const where = ["--key", keystore(), "--relay", town.url, "--chain", town.chain]
    const requester = await inScope(
      Stage.enter(
        "requester",
        [...words, ...where, "--data", join(town.directory, "asker"), "--listen", "127.0.0.1"],
        { IPSX_PASSWORD: town.password },
      ),
    )
    const rented = await inScope(requester.hears("Rented", 60_000))
    const page = await Proxy.get(rented["attachment"] as Attachment, url())
    expect(page).toEqual({ status: 200, body: "127.12.2.1" })
    // Something has been paid for, or there would be nothing to be seen in the end.
    await inScope(requester.hears("Signed", 60_000))
    requester.tell("leave")
    const ended = await inScope(requester.hears("Ended", 60_000))
    expect(BigInt(ended["paid"] as string)).toBeGreaterThan(0n)
    expect(await inScope(requester.dismiss)).toBe(0)
    await Effect.runPromise(Scope.close(own, Exit.void))
    proxy.close()
  })
})

describe("a relay that lies about its market", () => {
  it("IPSX-MAT-036 is refused, by the name of what it says and the chain does not", async () => {
    const told = (await (await fetch(`${town.url}/v1/info`)).json()) as {
      readonly parameters: object
    }
    const lie = { ...told, parameters: { ...told.parameters, finality: 0, bondBp: 1 } }
    const server = createServer((_, response) => response.end(JSON.stringify(lie)))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const connecting = Ipsx.connect({
      relay: `http://127.0.0.1:${port}`,
      chain: town.chain,
      data: join(town.directory, "lied-to"),
      key: { keystore: keystore(), password: town.password },
    })
    await expect(connecting).rejects.toThrow(/finality is 2 and not 0, bondBp is 1000 and not 1$/)
    server.closeAllConnections()
    server.close()
  }, 60_000)
})
