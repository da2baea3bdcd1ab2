// A market of several providers, as programs use it through the SDK: the money that goes in and out, pools that are
// renewed and fail over, and the example programs to their end.
import { spawn } from "node:child_process"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Echo from "../../sim/demo/Echo.ts"
import * as Stage from "../../sim/demo/Stage.ts"
import * as Town from "../../sim/demo/Town.ts"
import * as History from "../../src/chain/History.ts"
import type { Log } from "../../src/model/Log.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Ipsx from "../../src/live/Ipsx.ts"
import * as Pool from "../../src/live/Pool.ts"
import * as Proxy from "../../src/live/Proxy.ts"
import * as Usage from "../../src/live/Usage.ts"
import * as Process from "../cli/process.ts"
import * as Client from "../tunnel/Client.ts"

let scope: Scope.Closeable
let town: Town.Town
let echo: Echo.Echo
const providers = new Map<string, Stage.Actor>()
const others = ["paris", "lyon", "reseller", "crawler", "saver"]

const inScope = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.provideService(effect, Scope.Scope, scope))

const provider = async (
  name: string,
  country: string,
  address: string,
  addresses: number,
  asks = true,
) => {
  const config = await inScope(
    Town.providerConfig(town, address, echo, addresses, undefined, { name, country, asks }),
  )
  const actor = await inScope(
    Stage.enter(name, ["provider", config], { IPSX_PASSWORD: town.password }),
  )
  providers.set(name, actor)
  await inScope(actor.hears("Offering", 60_000))
}

beforeAll(async () => {
  scope = await Effect.runPromise(Scope.make())
  town = await inScope(Town.build(undefined, others))
  echo = await inScope(Echo.serve("127.9.9.7"))
  await Promise.all([
    provider("provider", "DE", "127.13.0.1", 2),
    provider("paris", "FR", "127.14.0.1", 1),
    provider("lyon", "FR", "127.15.0.1", 1, false),
  ])
})
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const url = (path = "") => `http://${echo.host}:${echo.port}/${path}`
const token = 10n ** 18n

const connected = async (
  name: string,
  more: Partial<Ipsx.Options>,
  use: (ipsx: Ipsx.Ipsx) => Promise<void>,
): Promise<void> => {
  const ipsx = await Ipsx.connect({
    relay: town.url,
    chain: town.chain,
    data: join(town.directory, `sdk-${name}`),
    key: { keystore: join(town.directory, `${name}.json`), password: town.password },
    ...more,
  })
  try {
    await use(ipsx)
  } finally {
    await ipsx.close()
  }
}

const settled = async (finality: number): Promise<boolean> => {
  const rpc = Rpc.make(town.chain)
  const { centralizer } = town.place
  try {
    return await History.make({ rpc, centralizer, finality }).hasSettled(town.wallets["saver"]!)
  } finally {
    rpc.close()
  }
}

/** Seconds from block to block from now on; 0 for none. */
const blocks = async (seconds: number): Promise<void> => {
  const rpc = Rpc.make(town.chain)
  await rpc.call("evm_setIntervalMining", [seconds]).finally(rpc.close)
}

describe("a wallet", () => {
  it("IPSX-WAL-011 IPSX-WAL-012 takes deposits that leave no allowance behind, and by itself only what a lease lacks", async () => {
    await connected("saver", { topUp: "3" }, async (ipsx) => {
      await ipsx.withdraw("99.5")
      expect(await ipsx.wallet()).toMatchObject({
        balance: token / 2n,
        tokens: 99n * token + token / 2n,
      })
      await ipsx.deposit("1.5")
      expect(await ipsx.wallet()).toMatchObject({ balance: 2n * token, allowance: 0n })
      await expect(ipsx.deposit("1000")).rejects.toThrow(/the chain refuses the DepositWithPermit/)
      expect((await ipsx.wallet()).allowance).toBe(0n)
      const wish = { countries: ["DE"], seconds: 30, protocols: ["http"] as const }
      await expect(ipsx.rent({ ...wish, limit: "6" })).rejects.toThrow(/6.01 tokens are needed/)
      expect(await settled(0)).toBe(false)
      const lease = await ipsx.rent({ ...wish, limit: "3.1" })
      expect((await ipsx.wallet()).allowance).toBe(0n)
      await lease.end()
      const { balance, tokens } = await ipsx.wallet()
      const { paid } = await lease.ended
      // 3.1 and the least commission were needed, 2 were there.
      expect(tokens).toBe(98n * token - (111n * token) / 100n)
      expect(balance).toBe((311n * token) / 100n - paid - token / 100n)
      await ipsx.deposit("90")
    })
    // IPSX-PAY-009: now the chain knows it, and would not yet if it took longer to be final.
    expect([await settled(0), await settled(100_000)]).toEqual([true, false])
  })

  const words = () =>
    `wallet --key ${join(town.directory, "crawler.json")} --relay ${town.url} --chain ${town.chain} --data ${join(town.directory, "purse")}`
  const teller = async (more: string) => {
    process.env["IPSX_PASSWORD"] = town.password
    try {
      return await Process.run(`${words()} ${more}`)
    } finally {
      delete process.env["IPSX_PASSWORD"]
    }
  }

  it("is read, filled and emptied by `ipsx wallet`", async () => {
    const { out, error, code } = await teller("--withdraw 40")
    expect([error, code]).toEqual(["", 0])
    expect(out).toMatch(/balance +60\n/)
    expect(out).toMatch(/outside +40\n/)
    expect((await teller("--deposit 40")).out).toMatch(/balance +100\n/)
    const bad = await teller("--deposit 41")
    expect([bad.code, bad.error]).toEqual([2, expect.stringMatching(/refuses the Deposit/)])
  })

  it("IPSX-CHN-051 says what it waits for, ends when its patience does, and given again moves nothing twice", async () => {
    await blocks(0)
    const stuck = await teller("--withdraw 7 --patience 5").finally(() => blocks(1))
    expect([stuck.code, stuck.out]).toEqual([2, ""])
    expect(stuck.error).toMatch(/^waiting for http\S+ to take it: a block counts when/)
    expect(stuck.error).toMatch(/has not taken it within 5 seconds: what was begun is kept in/)
    const again = await teller("--withdraw 7")
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/balance +93\n/)])
    expect(again.error).toMatch(/an earlier run has begun to withdraw 7: that is finished/)
  })
})

describe("a listener", () => {
  it("that throws at everything ends nothing: the lease comes, is paid and is over", async () => {
    const troubles: Array<string> = []
    const heard = (): never => {
      throw new Error("a mistake")
    }
    await connected("requester", { heard }, async (ipsx) => {
      ipsx.on((event) => {
        if (event._tag === "Trouble") troubles.push(event.message)
      })
      const wish = { countries: ["DE"], seconds: 40, limit: "4.1", protocols: ["http"] as const }
      const lease = await ipsx.rent(wish)
      expect((await Proxy.get(lease.attachment, url())).body).toBe(lease.address)
      const { participant } = ipsx.agent.parties.get(lease.id)!
      expect(await Process.until(() => participant.signed > 0n, 20_000)).toBe(true)
      expect((await lease.end()).paid).toBeGreaterThan(0n)
    })
    expect(troubles).toContainEqual(expect.stringMatching(/event Attached \(a mistake\)/))
    // An end by agreement is no trouble, for neither side.
    expect(troubles.filter((one) => !one.startsWith("a listener failed"))).toEqual([])
    const silence = providers.get("provider")!.hears("Trouble", 1000)
    expect((await inScope(Effect.flip(silence))).why).toMatch(/^nothing in 1000 ms/)
  })
})

describe("the address of a lease", () => {
  const wish = { seconds: 40, limit: "4.1", protocols: ["http"] as const }

  it("IPSX-TUN-051 IPSX-AGR-080 that changes stops the traffic and is nobody's fault: what was had is paid, without a penalty", async () => {
    await connected("requester", {}, async (ipsx) => {
      const logs: Array<Log> = []
      let status = ""
      let signed = 0n
      ipsx.on((event) => {
        if (event._tag === "Moved") status = event.status
        if (event._tag === "Signed") signed = event.cumulative
        if (event._tag === "Logged") logs.push(event.log)
      })
      const providers = [town.wallets["paris"]!]
      const lease = await ipsx.rent({ ...wish, countries: ["FR"], providers })
      expect((await Proxy.get(lease.attachment, url())).body).toBe(lease.address)
      // The address changes when there is something to be paid, which is a second or two after the first byte.
      expect(await Process.until(() => status === "Active" && signed > 0n, 20_000)).toBe(true)
      echo.moved.set(lease.address, "127.99.0.1")
      expect(await Process.until(() => status === "Suspended", 10_000)).toBe(true)
      const { attachment } = lease
      const proxy = attachment.kind === "proxy" ? attachment.socks : ""
      // Either side may have seen it first: the provider holds the traffic when it has seen it, or has heard of it.
      const passes = () =>
        Client.fetch({ url: url(), proxy, timeoutMs: 1000 }).then(
          () => true,
          () => false,
        )
      for (let tries = 0; tries < 50 && (await passes()); tries++)
        await new Promise((resolve) => setTimeout(resolve, 100))
      expect(await passes()).toBe(false)
      echo.moved.clear()
      const { paid } = await lease.end()
      expect(paid).toBeGreaterThan(0n)
      expect(logs.at(-1)).toMatchObject({
        _tag: "DealSettled",
        penaltyProvider: 0n,
        penaltyRequester: 0n,
      })
    })
  })

  it("IPSX-AGR-080 IPSX-AGR-081 IPSX-AGR-082 that changes is replaced by another of the range, when both have signed that, in the same tunnel", async () => {
    await connected("requester", {}, async (ipsx) => {
      const moves: Array<string> = []
      const logs: Array<Log> = []
      let signed = 0n
      ipsx.on((event) => {
        if (event._tag === "Moved") moves.push(event.status)
        if (event._tag === "Substituted") moves.push(event.address)
        if (event._tag === "Signed") signed = event.cumulative
        if (event._tag === "Logged") logs.push(event.log)
      })
      const lease = await ipsx.rent({ ...wish, countries: ["DE"] })
      const first = lease.address
      const second = first === "127.13.0.1" ? "127.13.0.2" : "127.13.0.1"
      expect((await Proxy.get(lease.attachment, url())).body).toBe(first)
      const { attachment } = lease
      const isPaying = () => moves.includes("Active") && signed > 0n
      expect(await Process.until(isPaying, 20_000)).toBe(true)
      moves.length = 0
      echo.moved.set(first, "127.99.0.1")
      expect(await Process.until(() => moves.at(-1) === "Active", 20_000)).toBe(true)
      echo.moved.clear()
      expect(moves).toEqual(["Suspended", second, "Active"])
      expect(lease.attachment).toEqual(attachment)
      expect([lease.address, (await Proxy.get(attachment, url())).body]).toEqual([second, second])
      const { paid } = await lease.end()
      expect(paid).toBeGreaterThan(0n)
      const settled = { _tag: "DealSettled", penaltyProvider: 0n, penaltyRequester: 0n }
      expect(logs.at(-1)).toMatchObject(settled)
      expect(ipsx.usage().at(-1)!.address).toBe(second)
    })
  })

  it("IPSX-AGR-081 that only the requester's echo sees as another is replaced when it asks for it", async () => {
    await connected("requester", { lent: { echo: url("mine") } }, async (ipsx) => {
      for (const address of ["127.13.0.1", "127.13.0.2"])
        echo.moved.set(`${address}/mine`, "1.1.1.1")
      let status = ""
      ipsx.on((event) => {
        if (event._tag === "Moved") status = event.status
        if (event._tag === "Substituted") echo.moved.clear()
      })
      const lease = await ipsx.rent({ ...wish, countries: ["DE"] })
      const first = lease.address
      expect(await Process.until(() => lease.address !== first, 20_000)).toBe(true)
      expect(await Process.until(() => status === "Active", 20_000)).toBe(true)
      expect((await Proxy.get(lease.attachment, url())).body).toBe(lease.address)
      await lease.end()
    })
    echo.moved.clear()
  })

  it("IPSX-TUN-050 is compared by the requester's own echo, and a lease of another one ends", async () => {
    echo.moved.set("127.15.0.1", "127.99.0.1")
    await connected("requester", { lent: { echo: url() } }, async (ipsx) => {
      const providers = [town.wallets["lyon"]!]
      const lease = await ipsx.rent({ ...wish, countries: ["FR"], providers })
      const { paid } = await lease.ended
      expect(paid).toBeLessThan(2n * token)
    })
    echo.moved.clear()
  })
})

describe("several addresses in one deal", () => {
  it("IPSX-TUN-008 have a tunnel each, between two processes, and one bill", async () => {
    await connected("requester", {}, async (ipsx) => {
      const wish = { countries: ["DE"], seconds: 30, protocols: ["http"] as const, limit: "3.1" }
      const lease = await ipsx.rent({ ...wish, addresses: 2 })
      expect(lease.deal.seats).toBe(2)
      expect(lease.addresses).toEqual(["127.13.0.1", "127.13.0.2"])
      const pages = lease.attachments.map((attachment) => Proxy.get(attachment, url()))
      expect((await Promise.all(pages)).map(({ body }) => body)).toEqual(lease.addresses)
      // A second of both costs what two addresses cost.
      const { pricePerSecond } = lease.deal
      const { paid, seconds, bytes } = await lease.end()
      expect([bytes > 0, paid % pricePerSecond]).toEqual([true, 0n])
      expect(paid / pricePerSecond).toBeLessThanOrEqual(BigInt(seconds) + 1n)
      expect(ipsx.usage().at(-1)!.address).toBe("127.13.0.1 127.13.0.2")
      await expect(ipsx.rent({ ...wish, addresses: 0 })).rejects.toThrow(/addresses: expected 1/)
    })
  })
})

/** Runs an example as its reader would, and says what it printed. */
const example = (name: string, ...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve, reject) => {
    const words = [join(town.directory, `${name}.json`), join(town.directory, `data-${name}`)]
    const child = spawn(process.execPath, [`docs/examples/${name}.ts`, ...words, ...args], {
      env: {
        ...process.env,
        IPSX_RELAY: town.url,
        IPSX_CHAIN: town.chain,
        IPSX_PASSWORD: town.password,
      },
    })
    let said = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")))
    child.once("close", (code) => (code === 0 ? resolve(said) : reject(new Error(said))))
  })

describe("an example program runs to its end", () => {
  it("the reseller, with a cap for each customer and a bill", async () => {
    const said = await example("reseller")
    expect(said).toMatch(/alice leaves from 127\.13\.0\.[12] by proxy/)
    expect(said).toMatch(/the account bob has 1 tokens left/)
    expect(said).toMatch(/^alice,0x[0-9a-f]{64},0x[0-9a-f]{40},127\.13\.0\.[12],DE,/m)
  })

  it("the crawler, whose pool did not come to its end once", async () => {
    const said = await example("crawler", url("a"), url("b"))
    const addresses = [...said.matchAll(/^200 \S+ from (\S+): \1$/gm)].map(([, one]) => one)
    expect(new Set(addresses)).toEqual(new Set(["127.13.0.1", "127.13.0.2"]))
  })
})

describe("a pool", () => {
  it("IPSX-TUN-040 rents in many countries, renews before the end, fails over from a provider that dies, and pays", async () => {
    const events: Array<string> = []
    await connected("requester", { caps: { crawl: "40" } }, async (ipsx) => {
      const pool = Pool.open(ipsx, {
        countries: { DE: 1, FR: 1 },
        wish: { seconds: 24, limit: "2.5", protocols: ["http"], patience: 20 },
        account: "crawl",
        renewBefore: 12,
        // On a machine that stands still for seconds a good provider falls silent too, and there is one in each place only.
        shun: 10,
        heard: ({ _tag, country }) => events.push(`${_tag} ${country}`),
      })
      await pool.ready
      expect(
        pool
          .leases()
          .map(({ country }) => country)
          .sort(),
      ).toEqual(["DE", "FR"])
      expect(pool.next("JP")).toBeUndefined()
      for (const country of ["DE", "FR"]) {
        const lease = pool.next(country)!
        expect(await Proxy.get(lease.attachment, url())).toEqual({
          status: 200,
          body: lease.address,
        })
      }
      // The provider of the French one dies; the other French one takes its place.
      const { address } = pool.next("FR")!
      providers.get(address === "127.14.0.1" ? "paris" : "lyon")!.child.kill("SIGKILL")
      const replaced = () => ![undefined, address].includes(pool.next("FR")?.address)
      expect(await Process.until(replaced, 40_000)).toBe(true)
      const next = pool.next("FR")!
      expect((await Proxy.get(next.attachment, url())).body).toBe(next.address)
      expect(events).toContain("FailedOver FR")
      expect(await Process.until(() => events.includes("Renewed DE"), 100_000)).toBe(true)
      const renewed = pool.next("DE")!
      expect((await Proxy.get(renewed.attachment, url())).body).toBe(renewed.address)
      await pool.close()
      expect(pool.leases()).toEqual([])
      // The journal also knows what was rented before, on behalf of nobody.
      const rows = ipsx.usage().filter(({ account }) => account === "crawl")
      expect(rows.filter(({ country }) => country === "DE").length).toBeGreaterThanOrEqual(2)
      expect(Usage.csv(rows).split("\n").length).toBe(rows.length + 2)
      const { spent, left } = ipsx.account("crawl")
      const costs = rows.reduce((sum, { paid }) => sum + paid + token / 100n, 0n)
      expect(spent).toBe(costs)
      expect(spent + left).toBeLessThanOrEqual(40n * token)
    })
  })
})
