// Whole leases between processes: what the SDK promises, and a lease that really was, played again in the simulator.
import { readdirSync, readFileSync } from "node:fs"
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
import * as Follower from "../../src/chain/Follower.ts"
import * as Genesis from "../../src/chain/Genesis.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Ipsx from "../../src/live/Ipsx.ts"
import * as Journal from "../../src/live/Journal.ts"
import * as Party from "../../src/live/Party.ts"
import * as Proxy from "../../src/live/Proxy.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Time from "../../src/model/Time.ts"
import * as Result from "effect/Result"
import * as Client from "../../src/relay/Client.ts"
import * as Structure from "../../src/signature/Structure.ts"

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
  town = await inScope(Town.build())
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

/** The model's ledger with the wallets of the town, as they were before its first deal. */
const ledger = (): Ledger.Ledger => {
  const curve = NativeCurve.fastest()
  const { accounts } = Genesis.make(curve)
  const made = Ledger.make(Town.parameters, {
    centralizer: town.place.centralizer,
    platform: accounts.platform,
    holders: accounts,
  })
  const funds = Amount.of(100n * 10n ** 18n)
  const wallets = [town.wallets.provider, town.wallets.requester].map((w) => [w, funds] as const)
  for (const transaction of Result.getOrThrow(Genesis.transactions(accounts, wallets)))
    Result.getOrThrow(
      Centralizer.apply(made, transaction, { number: 3, timestamp: Time.seconds(1000) }),
    )
  return made
}

const chainLogs = async () => {
  const rpc = Rpc.make(town.chain)
  const options = {
    rpc,
    centralizer: town.place.centralizer,
    after: 3,
    finality: 0,
    pollMs: 0,
    take: async () => {},
    trouble: () => {},
  }
  try {
    return (await Follower.next(options, 3)).flatMap(({ logs }) => logs)
  } finally {
    rpc.close()
  }
}

/** Everything that a lease has left with anybody: both parties' files, the relay's log, and all that the chain has. */
const traces = async (): Promise<string> => {
  const files = ["provider", "sdk"].flatMap((name) =>
    readdirSync(join(town.directory, name)).map((file) =>
      readFileSync(join(town.directory, name, file), "utf8"),
    ),
  )
  const rpc = Rpc.make(town.chain)
  try {
    // The first three are the town's own foundation.
    const count = Number(await rpc.call("eth_blockNumber", [])) - 3
    const blocks = Array.from({ length: count }, (_, n) => ({
      method: "eth_getBlockByNumber",
      params: [`0x${(n + 4).toString(16)}`, true],
    }))
    const chain = await rpc.batch([
      ...blocks,
      { method: "eth_getLogs", params: [{ fromBlock: "0x4" }] },
    ])
    const log = await Effect.runPromise(Client.log(town.url))
    return JSON.stringify([files, chain, log], (_, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    )
  } finally {
    rpc.close()
  }
}

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
        ledger: ledger(),
      })
      expect(outcome.differences).toEqual([])
      expect(outcome.statuses.requester.slice(-statuses.length)).toEqual(statuses)
      const real = (await chainLogs()).filter((log) => "id" in log && log.id === id)
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
    const told = await traces()
    expect(told).toContain(town.wallets.requester.slice(2))
    const hexadecimal = echo.host
      .split(".")
      .map((byte) => Number(byte).toString(16).padStart(2, "0"))
    for (const destination of [echo.host, hexadecimal.join(""), `:${echo.port}/`])
      expect(told).not.toContain(destination)
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
