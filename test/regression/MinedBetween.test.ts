// A block that came between two questions of a sender, with its transaction in it: there was no receipt yet, and then its
// number was used up. So it was taken for replaced and made anew, which the contract refused; the purse said that a
// deposit had failed that was in the wallet. Found by the live market beside a busy processor.
import { expect, it } from "vitest"
import type * as Rpc from "../../src/chain/Rpc.ts"
import * as Sender from "../../src/chain/Sender.ts"

const raw = { raw: "0x", hash: "0x01", nonce: 7 }

/** A node in which a block comes after the first question, with another transaction of the sender or with this one. */
const node = (isIn: boolean): Sender.Options => {
  let mined = 7
  const answer = (method: string): unknown => {
    if (method === "eth_getBlockByNumber") return { hash: "0x1", timestamp: "0x1" }
    if (method === "eth_getTransactionCount") return `0x${mined.toString(16)}`
    const receipt =
      mined > 7 && isIn ? { status: "0x1", blockNumber: "0x10", blockHash: "0x1" } : null
    mined = 8
    return receipt
  }
  const rpc = {
    call: async (method: string) => answer(method),
    batch: async (calls: ReadonlyArray<Rpc.Call>) => calls.map(({ method }) => answer(method)),
  }
  return { rpc, sender: "0x02", finality: 0 } as unknown as Sender.Options
}

it("IPSX-CHN-051 a transaction that was taken between two questions is not made again", async () => {
  const call = { to: "0x", data: "0x" }
  expect(await Sender.state(node(true), [raw], call)).toMatchObject({
    _tag: "Mined",
    block: 16,
  })
  expect(await Sender.state(node(false), [raw], call)).toEqual({ _tag: "Replaced" })
})
