// A party, or a relay, that was started on a chain with many blocks heard them all, from the first one on, two hundred at a
// time: on a public chain it would have come to its own first deal after hours, and the deal was over by then.
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Scope from "effect/Scope"
import { expect, it } from "vitest"
import * as Follower from "../../src/chain/Follower.ts"
import type * as Rpc from "../../src/chain/Rpc.ts"
import * as Following from "../../src/live/Following.ts"
import type { Party } from "../../src/live/Party.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Relay from "../../src/relay/Relay.ts"
import { address } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"
import * as Lone from "./Lone.ts"
import { curve, place } from "./Node.ts"

const hex = (n: number): string => `0x${n.toString(16)}`
const head = 20_000_000
const { finality } = Parameters.small

/** A block has a second. */
const node = (fork = "a") => {
  const asked: Array<number> = []
  const answer = ({ method, params: [first] }: Rpc.Call): unknown => {
    if (method === "eth_getLogs") {
      asked.push(Number((first as { readonly fromBlock: string }).fromBlock))
      return []
    }
    const number = first === "latest" ? head : Number(first)
    return { number: hex(number), timestamp: hex(number), hash: `0x${fork}${number}` }
  }
  const rpc = {
    url: "http://node",
    call: async (method: string, params: ReadonlyArray<unknown>) => answer({ method, params }),
    batch: async (calls: ReadonlyArray<Rpc.Call>) => calls.map(answer),
  } as unknown as Rpc.Rpc
  return { rpc, asked }
}

const follow = (rpc: Rpc.Rpc, change: Partial<Follower.Options>) =>
  Effect.runFork(
    Effect.flip(
      Follower.follow({
        rpc,
        centralizer: address(0xc0),
        after: 0,
        finality,
        pollMs: 1,
        take: async () => {},
        trouble: () => {},
        ...change,
      }),
    ),
  )

it("IPSX-CHN-050 a party without deals begins at the newest final block, and one with deals where it was", async () => {
  const { rpc, asked } = node()
  const { agent } = Lone.make({ rpc })
  const from = await Effect.runPromise(Following.from(agent))
  expect(from).toBe(head - finality)
  const ended = follow(rpc, { from: from - 5 })
  await Pace.until(() => asked.length > 0)
  expect(asked[0]).toBe(from - 4)
  await Effect.runPromise(Fiber.interrupt(ended))
  agent.parties.set(Id.fromNumber(1), {} as Party)
  expect(await Effect.runPromise(Following.from(agent))).toBe(0)
})

it("IPSX-CHN-052 it ends all the same by a chain that is another one than before", async () => {
  const { rpc, asked } = node("b")
  const ended = follow(rpc, { after: 40, hash: "0xa40", from: head - 10 })
  expect(await Effect.runPromise(Fiber.join(ended))).toMatchObject({ _tag: "ChainForgot" })
  expect(asked).toEqual([])
})

it("a new relay begins at the newest final block", async () => {
  const { rpc, asked } = node()
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const given = JSON.parse(body) as Rpc.Call & { readonly id: number }
      const calls = [given].flat()
      const results = await rpc.batch(calls)
      const answers = calls.map(({ id }, at) => ({ jsonrpc: "2.0", id, result: results[at] }))
      response.end(JSON.stringify(Array.isArray(given) ? answers : answers[0]))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const directory = mkdtempSync(join(tmpdir(), "ipsx-long-"))
  const relay = Relay.start({
    host: "127.0.0.1",
    port: 0,
    directory,
    chain: `http://127.0.0.1:${port}`,
    place,
    parameters: Parameters.small,
    curve,
    key: new Uint8Array(32).fill(9),
    trouble: () => {},
  })
  const scope = await Effect.runPromise(Scope.make())
  await Effect.runPromise(Effect.provideService(relay, Scope.Scope, scope))
  // The head stands still, and what is final is heard already: there is nothing to ask for.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(asked).toEqual([])
  await Effect.runPromise(Scope.close(scope, Exit.void))
  server.closeAllConnections()
  server.close()
  rmSync(directory, { recursive: true, force: true })
})
