import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as Blocks from "../../src/chain/Blocks.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Wire from "../../src/chain/Wire.ts"
import * as Upstream from "../../src/chain/Upstream.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Signed from "../../src/signature/Signed.ts"

const timestamp = 1_700_000_000
const curve = NativeCurve.fastest()
const keys = new Map(
  Array.from({ length: 120 }, (_, at) => {
    const key = new Uint8Array(32).fill(at + 1)
    return [Signed.address(curve, key), key] as const
  }),
)
const senders = [...keys.keys()]
const stopping: Array<() => Promise<void>> = []
afterAll(async () => {
  for (const stop of stopping) await stop()
})

const drive = async (signing: Wire.Signing) => {
  const { anvil, stop } = await Anvil.launch({ timestamp })
  stopping.push(stop)
  const rpc = Rpc.make(anvil.url)
  const blocks = await Blocks.make({
    rpc,
    chainId: anvil.chainId,
    signing,
    curve,
    keys: (account) => keys.get(account)!,
  })
  return { rpc, blocks }
}

const item = (sender: Address, data: string): Wire.Item => ({
  sender,
  to: `0x${"bb".repeat(20)}`,
  data,
})

describe.each(["impersonated", "signed"] as const)("IPSX-CHN-020 blocks, %s", (signing) => {
  let node: Awaited<ReturnType<typeof drive>>
  beforeAll(async () => {
    node = await drive(signing)
  })

  const mined = async (number: number) =>
    (await node.rpc.call("eth_getBlockByNumber", [`0x${number.toString(16)}`, true])) as {
      timestamp: string
      transactions: ReadonlyArray<{ from: string; input: string; hash: string }>
    }

  it("have the transactions in the order given, those of one sender among others too", async () => {
    const items = Array.from({ length: 600 }, (_, at) =>
      item(senders[(at * at) % senders.length]!, `0x${at.toString(16).padStart(8, "0")}`),
    )
    const { number } = node.blocks.head()
    const { hashes } = await node.blocks.mine({
      number: number + 1,
      timestamp: timestamp + 12,
      items,
    })
    const { transactions } = await mined(number + 1)
    expect(transactions.map(({ input }) => input)).toEqual(items.map(({ data }) => data))
    expect(transactions.map(({ from }) => from)).toEqual(items.map(({ sender }) => sender))
    expect(hashes).toEqual(transactions.map(({ hash }) => hash))
  })

  it("IPSX-CHN-023 cost their senders nothing, who have ether without being given any", async () => {
    const { number, timestamp } = node.blocks.head()
    const sender = senders[7]!
    await node.blocks.mine({
      number: number + 1,
      timestamp: timestamp + 1,
      items: [item(sender, "0x01")],
    })
    const balance = await node.rpc.call("eth_getBalance", [sender, "latest"])
    expect(BigInt(balance as string)).toBe(Upstream.balance)
  })

  it("have the number and the time given, with empty blocks between evenly spaced", async () => {
    const { number, timestamp } = node.blocks.head()
    await node.blocks.mine({
      number: number + 5000,
      timestamp: timestamp + 5000 * 12 + 7,
      items: [],
    })
    expect(Number((await mined(number + 5000)).timestamp)).toBe(timestamp + 5000 * 12 + 7)
    for (const at of [1, 2, 1999, 2000, 2001, 4999])
      expect(Number((await mined(number + at)).timestamp)).toBe(timestamp + 12 * at)
  })

  it("are refused before anything is sent when they lie in the past or are too large", async () => {
    const head = node.blocks.head()
    const requests = node.rpc.requests()
    for (const [number, timestamp] of [
      [head.number, head.timestamp + 12],
      [head.number + 1, head.timestamp],
      [head.number + 3, head.timestamp + 2],
    ] as const)
      await expect(node.blocks.mine({ number, timestamp, items: [] })).rejects.toMatchObject({
        _tag: "BlockInThePast",
      })
    const items = Array.from({ length: Blocks.transactionsMax + 1 }, () => item(senders[0]!, "0x"))
    await expect(
      node.blocks.mine({ number: head.number + 1, timestamp: head.timestamp + 1, items }),
    ).rejects.toMatchObject({ _tag: "BlockTooLarge" })
    expect(node.rpc.requests()).toBe(requests)
  })

  it("notice a node that somebody else uses", async () => {
    const { number, timestamp } = node.blocks.head()
    await node.rpc.call("eth_sendUnsignedTransaction", [
      {
        from: `0x${"cc".repeat(20)}`,
        to: `0x${"bb".repeat(20)}`,
        nonce: "0x0",
        gas: "0x5208",
        maxFeePerGas: "0x1",
        maxPriorityFeePerGas: "0x0",
      },
    ])
    await expect(
      node.blocks.mine({ number: number + 1, timestamp: timestamp + 1, items: [] }),
    ).rejects.toMatchObject({ _tag: "BlockIncomplete", sent: 0, mined: 1 })
  })
})

it("IPSX-CHN-021 the same blocks have the same hash, on every run", async () => {
  const run = async () => {
    const { blocks } = await drive("signed")
    for (let at = 1; at <= 3; at++)
      await blocks.mine({
        number: at * 10,
        timestamp: timestamp + at * 120,
        items: senders.map((sender) => item(sender, `0x0${at}`)),
      })
    return blocks.head()
  }
  const [first, second] = [await run(), await run()]
  expect(first.number).toBe(30)
  expect(second).toEqual(first)
})
