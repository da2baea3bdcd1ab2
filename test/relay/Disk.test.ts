// A relay whose disk is full: what it cannot write it does not take, and it says so; when there is room again, it goes on.
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { WebSocket } from "ws"
import * as Client from "../../src/relay/Client.ts"
import * as Market from "../../src/relay/Market.ts"
import * as Server from "../../src/relay/Server.ts"
import * as Store from "../../src/relay/Store.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import {
  addressOf,
  curve,
  keys,
  offer,
  open,
  request,
  separator,
  signed,
  type Fixture,
} from "./market.ts"

/** A store on a disk on which entries, or endpoints, cannot be written, or nothing can be read. */
const disk = () => {
  const store = Result.getOrThrow(Store.open(":memory:"))
  const state = { isFull: false, isClosed: false, isGone: false }
  const unless = <A>(fails: boolean, task: () => A): A => {
    if (fails) throw new Store.StoreFailed({ reason: "database or disk is full" })
    return task()
  }
  const on: Store.Store = {
    ...store,
    append: (entry) => unless(state.isFull, () => store.append(entry)),
    probe: () => unless(state.isFull, store.probe),
    reachable: (owner, at) => unless(state.isClosed, () => store.reachable(owner, at)),
    all: () => unless(state.isGone, store.all),
  }
  return Object.assign(state, { on })
}

let scope: Scope.Closeable
let fixture: Fixture
let its: ReturnType<typeof disk>
let url: string

beforeEach(async () => {
  scope = await Effect.runPromise(Scope.make())
  its = disk()
  fixture = open({ store: its.on })
  const serving = Server.serve({ host: "127.0.0.1", port: 0 }, () => fixture.service)
  const { port } = await Effect.runPromise(Effect.provideService(serving, Scope.Scope, scope))
  url = `http://127.0.0.1:${port}`
})
afterEach(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const place = (order: ReturnType<typeof offer> | ReturnType<typeof request>) => {
  const who = order._tag === "Offer" ? "provider" : "requester"
  const placing = Client.place(url, { order, signature: signed(order, who), endpoint: null })
  return Effect.runPromise(Effect.result(placing))
}
const offers = () => Effect.runPromise(Effect.result(Client.offers(url)))
const failed = { _tag: "Failure", failure: { _tag: "RelayRefused", error: "StoreFailed" } }

describe("a relay whose disk is full", () => {
  it("IPSX-MAT-041 takes nothing and says why; with room again it takes the same, and its log replays", async () => {
    its.isFull = true
    for (let tries = 0; tries < 3; tries++) {
      expect(await place(offer())).toMatchObject(failed)
      expect(await offers()).toMatchObject({ success: { offers: [] } })
    }
    expect([...its.on.all()].length).toBe(1)
    its.isFull = false
    expect(await place(offer())).toMatchObject({ _tag: "Success" })
    its.isFull = true
    // A match that cannot be written is no match, and nobody is told of it.
    expect(await place(request())).toMatchObject(failed)
    expect(fixture.proposed).toEqual([])
    its.isFull = false
    const { success } = (await place(request())) as { success: { deals: ReadonlyArray<string> } }
    expect(fixture.proposed.map(({ id }) => id)).toEqual(success.deals)
    const replayed = Result.getOrThrow(Market.replay(curve, its.on.all()))
    expect([...replayed.market.proposals.keys()]).toEqual(success.deals)
  })

  it("IPSX-MAT-041 tells nothing that it has not stored, when it cannot read its log either, and recovers", async () => {
    its.isFull = its.isGone = true
    expect(await place(offer())).toMatchObject(failed)
    expect(await offers()).toMatchObject(failed)
    its.isFull = false
    expect(await place(offer())).toMatchObject(failed)
    its.isGone = false
    expect(await place(offer())).toMatchObject({ _tag: "Success" })
    expect(await offers()).toMatchObject({ success: { offers: [offer()] } })
  })

  it("IPSX-MAT-041 turns a subscription away that it would have to write down, and lives on", async () => {
    its.isClosed = true
    const heard: Array<string> = []
    await new Promise<void>((resolve) => {
      const feed = new WebSocket(`${url.replace("http", "ws")}/v1/feed`)
      feed.on("close", () => resolve())
      feed.on("message", (data: Buffer) => {
        const message = JSON.parse(data.toString())
        heard.push(message._tag)
        if (message._tag !== "Challenge") return
        const address = addressOf("provider")
        const digest = TypedData.digest(curve, separator, Server.Subscription, {
          owner: address,
          nonce: message.nonce,
        })
        const endpoint = { host: "provider.example", port: 1 }
        const signature = Signed.sign(curve, digest, keys.provider)
        feed.send(JSON.stringify({ _tag: "Subscribe", address, signature, endpoint }))
      })
    })
    expect(heard).toEqual(["Challenge", "Refused"])
    expect((await fetch(`${url}/v1/info`)).status).toBe(200)
  })

  it("says what is wrong with a log that is damaged, by name", () => {
    const store = Result.getOrThrow(Store.open(":memory:"))
    const broken: Store.Store = {
      ...store,
      entries: () => {
        throw new Store.StoreFailed({ reason: "database disk image is malformed" })
      },
    }
    expect(() => open({ store: broken })).toThrow(/cannot be used now: database disk image is mal/)
  })
})
