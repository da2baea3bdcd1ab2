// The relay over the network: what it answers, what it refuses, whom it tells what.
import * as Net from "node:net"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { WebSocket } from "ws"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Endpoint } from "../../src/pair-channel/Tls.ts"
import * as Api from "../../src/relay/Api.ts"
import * as Client from "../../src/relay/Client.ts"
import * as OpenApi from "../../src/relay/OpenApi.ts"
import * as Rate from "../../src/relay/Rate.ts"
import * as Server from "../../src/relay/Server.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import {
  addressOf,
  curve,
  keys,
  offer,
  open,
  origin,
  request,
  separator,
  signed,
  type Fixture,
  type Who,
} from "./market.ts"

let scope: Scope.Closeable
let fixture: Fixture
let url: string
let server: Server.Server

beforeEach(async () => {
  scope = await Effect.runPromise(Scope.make())
  fixture = open()
  server = await Effect.runPromise(
    Effect.provideService(
      Server.serve({ host: "127.0.0.1", port: 0 }, () => fixture.service),
      Scope.Scope,
      scope,
    ),
  )
  url = `http://127.0.0.1:${server.port}`
})
afterEach(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const post = (path: string, body: string) =>
  fetch(url + path, { method: "POST", body }).then(async (r) => [r.status, await r.json()] as const)

const quietMs = 250
const patienceMs = 15_000

/** What a feed says, from its first message until so many have come and no more for a while. */
const subscription = (
  who: Who,
  as: Who,
  count: number,
  endpoint?: Endpoint,
): Promise<ReadonlyArray<Api.FeedMessage>> =>
  new Promise((resolve) => {
    const heard: Array<Api.FeedMessage> = []
    const feed = new WebSocket(`${url.replace("http", "ws")}/v1/feed`)
    feed.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Api.FeedMessage
      heard.push(message)
      if (heard.length >= count) quiet.refresh()
      if (message._tag !== "Challenge") return
      const owner = addressOf(as)
      const digest = TypedData.digest(curve, separator, Server.Subscription, {
        owner,
        nonce: message.nonce,
      })
      const signature = Signed.sign(curve, digest, keys[who])
      feed.send(JSON.stringify({ _tag: "Subscribe", address: owner, signature, endpoint }))
    })
    const quiet = setTimeout(() => {
      if (heard.length < count && !late()) return void quiet.refresh()
      feed.terminate()
      return resolve(heard)
    }, quietMs)
    const began = performance.now()
    const late = (): boolean => performance.now() - began > patienceMs
  })

describe("the relay's server", () => {
  it("takes orders, and shows offers, deals and its log", async () => {
    const [order, asked] = [offer(), request()]
    await Effect.runPromise(
      Client.place(url, { order, signature: signed(order, "provider"), endpoint: null }),
    )
    expect((await Effect.runPromise(Client.offers(url))).offers).toEqual([order])
    expect((await Effect.runPromise(Client.offers(url, "JP"))).offers).toEqual([])
    const { deals } = await Effect.runPromise(
      Client.place(url, { order: asked, signature: signed(asked, "requester"), endpoint: null }),
    )
    expect(deals.length).toBe(1)
    const state = await fetch(`${url}/v1/deals/${deals[0]}`).then((r) => r.json())
    expect(state).toMatchObject({ id: deals[0], status: "Proposed" })
    const entries = await Effect.runPromise(Client.log(url))
    expect(entries.map(({ command }) => command._tag)).toEqual(["Begin", "Place", "Place"])
    const head = await Effect.runPromise(Client.head(url))
    expect(head.hash).toBe(entries.at(-1)!.hash)
  })

  it("IPSX-MAT-035 says what is wrong with a request, by name, and changes nothing", async () => {
    const order = offer()
    const good = { order, signature: signed(order, "thief"), endpoint: null }
    const encoded = JSON.stringify(good, (_, v) => (typeof v === "bigint" ? v.toString() : v))
    expect(await post("/v1/orders", encoded)).toMatchObject([422, { error: "WrongSigner" }])
    expect(await post("/v1/orders", "{")).toMatchObject([400, { error: "MalformedBody" }])
    expect(await post("/v1/orders", `{"order":1}`)).toMatchObject([400, { error: "MalformedBody" }])
    const long = `"${"x".repeat(Api.bodyBytesMax)}"`
    expect(await post("/v1/orders", long)).toMatchObject([413, { error: "BodyTooLarge" }])
    expect(await post("/v1/none", "{}")).toMatchObject([404, { error: "NoSuchPage" }])
    const query = await fetch(`${url}/v1/log?from=x`)
    expect([query.status, await query.json()]).toMatchObject([400, { error: "MalformedQuery" }])
    expect(fixture.store.entries(0, 10).length).toBe(1)
  })

  it("IPSX-MAT-035 answers a request whose path no URL can have, and goes on", async () => {
    const raw = (line: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = Net.connect(server.port, "127.0.0.1")
        let text = ""
        socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")))
        socket.once("close", () => resolve(text))
        socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      })
    for (const path of [
      "//",
      "///x",
      "http://",
      "http://[",
      "//[::1",
      "*",
      "/%",
      "/v1/deals/%ff",
      "\\\\",
    ])
      expect(await raw(`GET ${path}`), path).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect((await fetch(`${url}/v1/info`)).status).toBe(200)
  })

  it("IPSX-MAT-034 tells deals to their parties and to nobody else", async () => {
    for (const [order, who] of [
      [offer(), "provider"],
      [request(), "requester"],
    ] as const)
      await Effect.runPromise(
        Client.place(url, { order, signature: signed(order, who), endpoint: null }),
      )
    const tags = async (who: Who, as: Who, count: number) =>
      (await subscription(who, as, count)).map(({ _tag }) => _tag)
    const [provider, requester, thief, liar] = await Promise.all([
      tags("provider", "provider", 3),
      tags("requester", "requester", 3),
      tags("thief", "thief", 2),
      tags("thief", "provider", 2),
    ])
    expect(provider).toEqual(["Challenge", "Subscribed", "Proposed"])
    expect(requester).toEqual(["Challenge", "Subscribed", "Proposed"])
    expect(thief).toEqual(["Challenge", "Subscribed"])
    expect(liar).toEqual(["Challenge", "Refused"])
  })

  it("IPSX-MAT-038 tells a party where its partner is, once more when the partner is elsewhere", async () => {
    for (const [order, who] of [
      [offer(), "provider"],
      [request(), "requester"],
    ] as const)
      await Effect.runPromise(
        Client.place(url, { order, signature: signed(order, who), endpoint: null }),
      )
    const [one, other] = [7401, 7402].map((port) => ({ host: "provider.example", port }))
    const hearing = subscription("requester", "requester", 5)
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const at of [one, one, other]) await subscription("provider", "provider", 3, at)
    const partners = (await hearing).flatMap((said) =>
      said._tag === "Proposed" ? [said.partner] : [],
    )
    expect(partners).toEqual([null, one, other])
    // Nobody is elsewhere who has not signed for the address.
    await subscription("thief", "provider", 2, one)
    expect(fixture.store.endpoint(addressOf("provider"))).toEqual(other)
  })

  it("IPSX-MAT-035 holds an address to its rate", () => {
    const rate = Rate.make()
    const taken = Array.from({ length: 300 }, () => Rate.take(rate, "a", 0))
    expect(taken.filter(Boolean).length).toBe(Rate.burst)
    expect(Rate.take(rate, "b", 0)).toBe(true)
    expect(Rate.take(rate, "a", 100)).toBe(true)
    for (let n = 0; n < 20_000; n++) Rate.take(rate, `x${n}`, 0)
    expect(rate.buckets.size).toBeLessThanOrEqual(10_000)
  })

  it("describes itself: each route is in the description that it serves", async () => {
    const served = await fetch(`${url}/openapi.json`).then(
      (r) => r.json() as Promise<typeof OpenApi.document & { paths: any }>,
    )
    expect(served).toEqual(JSON.parse(JSON.stringify(OpenApi.document)))
    for (const [name, route] of Object.entries(Api.routes))
      expect(served.paths[route.path][route.method.toLowerCase()].operationId).toBe(name)
    // Every reference in it leads somewhere.
    const references = JSON.stringify(served).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
    for (const [, name] of references) expect(served.components.schemas).toHaveProperty([name!])
  })

  it("leaves nothing open when its scope closes", async () => {
    const feed = new WebSocket(`${url.replace("http", "ws")}/v1/feed`)
    await new Promise((resolve) => feed.on("open", resolve))
    const closed = new Promise((resolve) => feed.on("close", resolve))
    await Effect.runPromise(Scope.close(scope, Exit.void))
    await closed
    const after = await Effect.runPromise(Effect.result(Client.info(url)))
    expect(Result.isFailure(after) && after.failure._tag).toBe("RelayAway")
  })

  it("IPSX-MAT-046 IPSX-MAT-034 tells both sides of a short deal behind its reservation, again when they come back, and the requester when it is retired", async () => {
    const standing = { below: 11, lifetime: 600, deals: 1 }
    fixture = open({ origin: { ...origin, standing }, told: server })
    expect(await Effect.runPromise(Client.info(url))).toMatchObject({ standing })
    const order = offer()
    const placed = { order, signature: signed(order, "provider"), endpoint: null }
    await Effect.runPromise(Client.place(url, placed))
    const kinds = (heard: ReadonlyArray<Api.FeedMessage>) => heard.slice(2).map(({ _tag }) => _tag)
    const early = ["provider", "requester", "thief"].map((who) =>
      subscription(who as Who, who as Who, who === "provider" ? 6 : who === "thief" ? 2 : 7),
    )
    await new Promise((resolve) => setTimeout(resolve, quietMs / 2))
    for (const nonce of [1, 2]) {
      const limit = Amount.of(10n ** 19n)
      const asked = request({ id: Id.fromNumber(0x200 + nonce), nonce, duration: 10, limit })
      const placement = { order: asked, signature: signed(asked, "requester"), endpoint: null }
      await Effect.runPromise(Client.place(url, placement))
      fixture.now += 10
    }
    const pair = ["Proposed", "ShortProposed"]
    const [toProvider, toRequester, toThief] = await Promise.all(early)
    expect(kinds(toProvider!)).toEqual([...pair, ...pair])
    expect(kinds(toRequester!).toSorted()).toEqual([...pair, ...pair, "Retired"].toSorted())
    expect(kinds(toThief!)).toEqual([])
    // While their option is open, what was not opened is told too.
    fixture.now -= 20
    const again = kinds(await subscription("requester", "requester", 7))
    expect(again).toEqual(["Proposed", "Proposed", "ShortProposed", "ShortProposed", "Retired"])
  })
})
