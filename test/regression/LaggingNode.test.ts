// Several nodes behind one address, of which one is behind: the block was asked of one and its logs of another, which had
// none of it yet. The block counted as heard, and what it said of a deal was never heard of.
import { expect, it } from "vitest"
import * as AbiLog from "../../src/chain/AbiLog.ts"
import * as Follower from "../../src/chain/Follower.ts"
import type * as Rpc from "../../src/chain/Rpc.ts"
import { address } from "../arbitrary/deal.ts"

const hex = (n: number): string => `0x${n.toString(16)}`
const log = {
  address: address(0xc0),
  topics: [AbiLog.topic("OrdersCancelled"), `0x${"1".padStart(64, "0")}`],
  data: `0x${"5".padStart(64, "0")}`,
  blockNumber: hex(98),
}

/** Each request is answered by the node that it comes to, by its own last block. */
const nodes = (heads: ReadonlyArray<number>): Rpc.Rpc => {
  let requests = 0
  const answer = (head: number, { method, params }: Rpc.Call): unknown => {
    const [first] = params as readonly [any]
    if (method === "eth_getLogs")
      return Number(first.fromBlock) <= 98 && Number(first.toBlock) >= 98 && head >= 98 ? [log] : []
    const number = first === "latest" ? head : Number(first)
    return number > head
      ? null
      : { number: hex(number), timestamp: hex(1000 + number), hash: hex(number) }
  }
  const next = (): number => heads[requests++ % heads.length]!
  return {
    call: async (method: string, params: ReadonlyArray<unknown>) =>
      answer(next(), { method, params }),
    batch: async (calls: ReadonlyArray<Rpc.Call>) => {
      const head = next()
      return calls.map((call) => answer(head, call))
    },
  } as unknown as Rpc.Rpc
}

const follow = (heads: ReadonlyArray<number>) =>
  Follower.next(
    {
      rpc: nodes(heads),
      centralizer: address(0xc0),
      after: 95,
      finality: 2,
      pollMs: 1,
      take: async () => {},
      trouble: () => {},
    },
    95,
  )

it("IPSX-CHN-050 a block whose logs are asked of a node that has not got it is asked for again", async () => {
  const heard = await follow([100])
  expect(heard.map(({ number, logs }) => [number, logs.length])).toEqual([[98, 1]])
  expect(await follow([100, 100, 96])).toEqual([])
})
