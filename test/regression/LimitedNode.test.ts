// A public node that answers about so many blocks at once and no more: the history of a requester was asked of the whole
// chain in one question, which it refused, and everybody who did not prepay counted as a newcomer and was declined.
import { expect, it } from "vitest"
import * as AbiLog from "../../src/chain/AbiLog.ts"
import * as History from "../../src/chain/History.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import { address } from "../arbitrary/deal.ts"

const hex = (n: number): string => `0x${n.toString(16)}`
const word = (n: number | string): string => `0x${BigInt(n).toString(16).padStart(64, "0")}`
const requester = address(0xa1)
const head = 100_000

interface Log {
  readonly block: number
  readonly topics: ReadonlyArray<string>
}

const opened = (block: number, id: number): Log => ({
  block,
  topics: [AbiLog.topic("DealOpened"), word(id), word(address(0xb2)), word(requester)],
})
const settled = (block: number, id: number): Log => ({
  block,
  topics: [AbiLog.topic("DealSettled"), word(id)],
})

type Filter = ReadonlyArray<string | ReadonlyArray<string> | null>
const isAsked = (filter: Filter, { topics }: Log): boolean =>
  filter.every((wanted, at) => wanted === null || [wanted].flat().includes(topics[at]!))

const refused = (code: number, reason: string) =>
  new Rpc.RpcRefused({ url: "node", method: "eth_getLogs", code, reason, data: "" })

/** A block has a second; a question about more than `limit` of them is refused. */
const node = (limit: number, logs: ReadonlyArray<Log>) => {
  const asked: Array<number> = []
  const call = async (method: string, params: ReadonlyArray<any>): Promise<unknown> => {
    const [first] = params
    if (method === "eth_getBlockByNumber") {
      const number = first === "latest" ? head : Number(first)
      return { number: hex(number), timestamp: hex(number), hash: hex(number) }
    }
    const [from, to] = [Number(first.fromBlock), Number(first.toBlock)]
    asked.push(to - from + 1)
    if (to - from + 1 > limit) throw refused(-32005, `at most ${limit} blocks`)
    return logs.filter((log) => log.block >= from && log.block <= to && isAsked(first.topics, log))
  }
  const rpc = { url: "node", call } as unknown as Rpc.Rpc
  return { asked, history: History.make({ rpc, centralizer: address(0xc0), finality: 10 }) }
}

it("IPSX-PAY-009 a node that limits its answers is asked in pieces, and who was found is not asked for again", async () => {
  const { asked, history } = node(10_000, [opened(4000, 1), opened(60_000, 2), settled(75_000, 2)])
  expect(await history.hasSettled(requester)).toBe(true)
  // The whole is refused; 10,000 blocks are not. The deal is in the fifth piece, and was settled in the one behind it.
  expect(asked).toEqual([99_990, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000])
  expect(await history.hasSettled(requester)).toBe(true)
  expect(asked.length).toBe(7)
})

it("IPSX-PAY-009 pieces get smaller until the node answers, and stay so", async () => {
  const { asked, history } = node(3000, [opened(99_000, 1)])
  expect(await history.hasSettled(requester)).toBe(false)
  expect(asked.slice(0, 4)).toEqual([99_990, 10_000, 5000, 2500])
  expect(asked.slice(4).every((blocks) => blocks <= 2500)).toBe(true)
})

it("IPSX-CHN-050 a deal that was settled in a block that is not final yet does not count", async () => {
  expect(
    await node(head, [opened(50, 1), settled(head - 9, 1)]).history.hasSettled(requester),
  ).toBe(false)
  expect(
    await node(head, [opened(50, 1), settled(head - 10, 1)]).history.hasSettled(requester),
  ).toBe(true)
})

it("IPSX-PAY-009 a search ends, and says how far it came", async () => {
  const { asked, history } = node(200, [opened(1, 1), settled(2, 1)])
  const why: Error = await history.hasSettled(requester).then(
    () => expect.fail("nothing was found"),
    (cause) => cause,
  )
  expect(asked.length).toBe(100)
  expect(why.message).toMatch(
    /^node answers for so few blocks at once that only the last \d+ could/,
  )
})

it("a refusal that is not about the number of blocks is the search's end", async () => {
  const { asked, history } = node(0, [])
  await expect(history.hasSettled(requester)).rejects.toThrow(/at most 0 blocks/)
  expect(asked.length).toBeLessThan(20)
})

it("IPSX-PAY-009 what a final block has said is remembered", async () => {
  const { asked, history } = node(0, [])
  history.settled(requester)
  expect(await history.hasSettled(requester)).toBe(true)
  expect(asked).toEqual([])
})
