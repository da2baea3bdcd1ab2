// A chain that was started anew while a provider was off, with the contract at the same address, and had more blocks by the
// time it came back than were seen of the first one: the provider followed it as if it were that one, and waited for its
// deals there for ever. While a node had too few blocks, nothing was said either.
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { expect, it } from "vitest"
import * as Follower from "../../src/chain/Follower.ts"
import type * as Rpc from "../../src/chain/Rpc.ts"
import { address } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"

const hex = (n: number): string => `0x${n.toString(16)}`

const follow = (
  node: { height: number; fork: string },
  seen: { readonly after: number; readonly hash?: string },
  behindMs = 60_000,
) => {
  const answer = ({ method, params: [first] }: Rpc.Call): unknown => {
    if (method === "eth_getLogs") return []
    if (method === "eth_getCode") return "0x60"
    const number = first === "latest" ? node.height : Number(first)
    return { number: hex(number), timestamp: hex(number), hash: `0x${node.fork}${number}` }
  }
  const taken: Array<Follower.FinalBlock> = []
  const troubles: Array<string> = []
  const following = Follower.follow({
    rpc: {
      url: "http://node",
      call: async (method: string, params: ReadonlyArray<unknown>) => answer({ method, params }),
      batch: async (calls: ReadonlyArray<Rpc.Call>) => calls.map(answer),
    } as unknown as Rpc.Rpc,
    centralizer: address(0xc0),
    ...seen,
    finality: 2,
    pollMs: 1,
    behindMs,
    take: async (blocks) => void taken.push(...blocks),
    trouble: ({ message }) => void troubles.push(message),
  })
  return { ended: Effect.runFork(Effect.flip(following)), taken, troubles }
}

it("IPSX-CHN-052 a program ends by a chain that has another block than the last one that it has written down", async () => {
  const { ended, taken } = follow({ height: 90, fork: "b" }, { after: 40, hash: "0xa40" })
  const forgot = await Effect.runPromise(Fiber.join(ended))
  expect(forgot).toMatchObject({ _tag: "ChainForgot", head: 90, seen: 40 })
  expect(forgot.message).toMatch(/has others than the blocks up to 40 that were seen of its chain/)
  expect(taken).toEqual([])
})

it("IPSX-CHN-052 and by one that goes back and comes again with others", async () => {
  const node = { height: 60, fork: "a" }
  const { ended, taken } = follow(node, { after: 40, hash: "0xa40" })
  await Pace.until(() => taken.at(-1)?.number === 58)
  expect(taken.at(-1)?.hash).toBe("0xa58")
  Object.assign(node, { height: 59, fork: "b" })
  expect(await Effect.runPromise(Fiber.join(ended))).toMatchObject({ head: 59, seen: 60 })
})

it("IPSX-CHN-052 it says at once that a node has too few blocks, and goes on when it has them", async () => {
  const node = { height: 3, fork: "a" }
  const { ended, taken, troubles } = follow(node, { after: 40, hash: "0xa40" })
  await Pace.until(() => troubles.length > 0)
  expect(troubles[0]).toMatch(/^http:\/\/node has not got block 40, .*waited for, for 60 seconds$/)
  node.height = 50
  await Pace.until(() => taken.length > 0)
  await Effect.runPromise(Fiber.interrupt(ended))
  // What was written down before hashes were goes on by its number alone.
  const old = follow({ height: 50, fork: "b" }, { after: 40 })
  await Pace.until(() => old.taken.length > 0)
  await Effect.runPromise(Fiber.interrupt(old.ended))
})
