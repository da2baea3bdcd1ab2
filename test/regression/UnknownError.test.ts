// "unknown" has "known" in it, and so has the name of many a host: whatever such a node refused counted as sent, and nobody
// was told. A revert of which a node says no more kept all transactions waiting. A node that has no block yet, because it is starting, was answered with a stack.
import { expect, it } from "vitest"
import * as Follower from "../../src/chain/Follower.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Sender from "../../src/chain/Sender.ts"

const refusing = (reason: string): Rpc.Rpc =>
  ({
    call: async (method: string) => {
      const url = "http://already.known.example"
      throw new Rpc.RpcRefused({ url, method, code: -32000, reason, data: "" })
    },
  }) as unknown as Rpc.Rpc

it("IPSX-CHN-051 what a node refuses counts as sent only when it says that it has it", async () => {
  for (const reason of ["unknown account", "insufficient funds for gas * price + value"])
    await expect(Sender.send(refusing(reason), { raw: "0x" })).rejects.toThrow(reason)
  for (const reason of ["already known", "known transaction: 0x1", "nonce too low", "Known"])
    await Sender.send(refusing(reason), { raw: "0x" })
})

it("IPSX-CHN-051 a revert of which a node says no more is a refusal, and no trouble for ever", async () => {
  const options = (reason: string) =>
    ({ rpc: refusing(reason), sender: "0x02" }) as unknown as Sender.Options
  const call = { to: "0x", data: "0x" }
  expect(await Sender.refusal(options("execution reverted"), call)).toBe("Unknown")
  expect(await Sender.refusal(options("VM Exception: revert"), call)).toBe("Unknown")
  await expect(Sender.refusal(options("header not found"), call)).rejects.toThrow(
    /header not found/,
  )
})

it("a node without a block says so in one sentence", async () => {
  const answer = { call: async () => null, batch: async () => [null, "0x1"], url: "http://node" }
  const starting = answer as unknown as Rpc.Rpc
  const wanted = { _tag: "RpcMalformed", what: "the last block" }
  await expect(Follower.head(starting)).rejects.toMatchObject(wanted)
  await expect(Sender.price(starting)).rejects.toMatchObject(wanted)
})
