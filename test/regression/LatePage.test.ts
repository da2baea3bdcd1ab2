// A block with refused transactions takes one more question to read back than the next one, which was read before it: the
// earlier block then counted as the head, and a run ended with the hash of another block than its last.
import { afterAll, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as Blocks from "../../src/chain/Blocks.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import { address } from "../arbitrary/deal.ts"

const timestamp = 1_700_000_000
const stopping: Array<() => Promise<void>> = []
afterAll(async () => {
  for (const stop of stopping) await stop()
})

/** A node that takes long to say how a transaction ended. */
const slowTraces = (rpc: Rpc.Rpc): Rpc.Rpc => ({
  ...rpc,
  inOrder: (name) => {
    const way = rpc.inOrder(name)
    const text = async (calls: ReadonlyArray<string>) => {
      if (calls.some((call) => call.includes("debug_traceTransaction")))
        await new Promise((resolve) => setTimeout(resolve, 300))
      return way.text(calls)
    }
    return { text }
  },
})

it("IPSX-CHN-021 the head is the last block also when an earlier one is read back after it", async () => {
  const { anvil, stop } = await Anvil.launch({ timestamp })
  stopping.push(stop)
  const rpc = slowTraces(Rpc.make(anvil.url))
  const { chainId } = anvil
  const signing = "impersonated"
  const curve = NativeCurve.fastest()
  const keys = () => new Uint8Array(32)
  const blocks = await Blocks.make({ rpc, chainId, signing, curve, keys })
  const order: Array<number> = []
  const mine = async (number: number, wanted: Blocks.Wanted) => {
    const items = [{ sender: address(number), to: address(0xbb), data: "0x" }]
    await blocks.mine({ number, timestamp: timestamp + number, items }, wanted)
    order.push(number)
  }
  await Promise.all([mine(1, { traced: [0] }), mine(2, {})])
  expect(order).toEqual([1, 2])
  expect(blocks.head().number).toBe(2)
})
