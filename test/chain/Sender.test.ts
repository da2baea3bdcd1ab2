// A transaction on its way into somebody else's chain: a real node that makes a block a second, killed and started again.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as Fee from "../../src/chain/Fee.ts"
import * as Follower from "../../src/chain/Follower.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Sender from "../../src/chain/Sender.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Pace from "../pace.ts"

const curve = NativeCurve.fastest()
const key = new Uint8Array(32).fill(31)
const sender = Signed.address(curve, key)
let directory = ""
let running: Awaited<ReturnType<typeof Anvil.launch>>
let rpc: Rpc.Rpc

const start = async (): Promise<void> => {
  const timestamp = Math.floor(Date.now() / 1000) - 60
  running = await Anvil.launch({ timestamp, state: join(directory, "chain.json") })
  rpc = Rpc.make(running.anvil.url)
}
const options = (finality = 0): Sender.Options => ({
  rpc,
  finality,
  curve,
  chainId: 31337,
  sender,
  sign: async (digest) => curve.sign(digest, key),
})

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-sender-"))
  await start()
  await rpc.call("anvil_setBalance", [sender, "0xde0b6b3a7640000"])
  // A contract that refuses everything, with no reason: 60006000fd.
  await rpc.call("anvil_setCode", [`0x${"ee".repeat(20)}`, "0x60006000fd"])
})
afterAll(async () => {
  rpc.close()
  await running.stop()
  rmSync(directory, { recursive: true, force: true })
})

const call = { to: `0x${"aa".repeat(20)}`, data: "0x" }
const sign = async (of: typeof call, nonce: number): Promise<Sender.Raw> =>
  Sender.sign(options(), of, nonce, Fee.first(await Sender.price(rpc), Fee.usualCap))

describe("a sender", () => {
  it("IPSX-CHN-051 signs once; the same bytes sent twice take effect once", async () => {
    const { pending } = await Sender.nonces(rpc, sender)
    const raw = await sign(call, pending)
    expect(await Sender.state(options(), [raw], call)).toMatchObject({ _tag: "Pending" })
    await Sender.send(rpc, raw)
    await Sender.send(rpc, raw)
    await rpc.call("evm_mine", [])
    await Sender.send(rpc, raw)
    expect(await Sender.state(options(), [raw], call)).toMatchObject({ _tag: "Mined" })
    expect((await Sender.nonces(rpc, sender)).mined).toBe(pending + 1)
    const other = await sign({ ...call, data: "0x01" }, pending)
    expect(await Sender.state(options(), [other], call)).toEqual({ _tag: "Replaced" })
  })

  it("IPSX-CHN-051 a node that is killed with the transaction in its pool gets the same bytes again", async () => {
    await rpc.call("evm_mine", [])
    await new Promise((resolve) => setTimeout(resolve, 1300))
    const { pending } = await Sender.nonces(rpc, sender)
    const raw = await sign(call, pending)
    await Sender.send(rpc, raw)
    rpc.close()
    await running.stop()
    await start()
    expect(await Sender.state(options(), [raw], call)).toMatchObject({ _tag: "Pending" })
    await Sender.send(rpc, raw)
    await rpc.call("evm_mine", [])
    expect(await Sender.state(options(), [raw], call)).toMatchObject({ _tag: "Mined" })
  })

  it("IPSX-CHN-054 one that is in a block is final later, and waits again when the block is taken back", async () => {
    await rpc.call("evm_mine", [])
    const { pending } = await Sender.nonces(rpc, sender)
    const raw = await sign(call, pending)
    const before = await rpc.call("evm_snapshot", [])
    await Sender.send(rpc, raw)
    await rpc.call("evm_mine", [])
    const state = (finality: number) => Sender.state(options(finality), [raw], call)
    expect(await state(0)).toMatchObject({ _tag: "Mined", isFinal: true })
    expect(await state(5)).toMatchObject({ _tag: "Mined", isFinal: false })
    await rpc.call("evm_revert", [before])
    expect(await state(0)).toMatchObject({ _tag: "Pending" })
    await Sender.send(rpc, raw)
    await rpc.call("evm_mine", [])
    await rpc.call("evm_increaseTime", [10])
    await rpc.call("evm_mine", [])
    expect(await state(5)).toMatchObject({ _tag: "Mined", isFinal: true })
  })

  it("IPSX-CHN-053 the same for a higher fee takes its place, and a block takes one of them", async () => {
    await rpc.call("evm_setAutomine", [false])
    const { pending } = await Sender.nonces(rpc, sender)
    const price = { base: 10n ** 9n, tip: 1n, block: 0 }
    const fee = Fee.first(price, Fee.usualCap)
    const low = await Sender.sign(options(), call, pending, fee)
    const high = await Sender.again(options(), low, Fee.raised(fee, price, Fee.usualCap)!)
    await Sender.send(rpc, low)
    await Sender.send(rpc, high)
    await rpc.call("evm_mine", [])
    const state = (versions: ReadonlyArray<Sender.Raw>) => Sender.state(options(), versions, call)
    expect(await state([low, high])).toMatchObject({ _tag: "Mined" })
    expect(await state([low])).toEqual({ _tag: "Replaced" })
  })

  it("IPSX-CHN-050 a follower hands out blocks in order, and none that is not final", async () => {
    for (let n = 0; n < 5; n++) await rpc.call("evm_mine", [])
    const head = await Follower.head(rpc)
    const follow = {
      rpc,
      centralizer: call.to,
      after: 0,
      finality: 0,
      pollMs: 1,
      take: async () => {},
      trouble: () => {},
    }
    expect((await Follower.next(follow, head.number - 3)).at(-1)!.number).toBe(head.number)
    expect(await Follower.next(follow, head.number)).toEqual([])
    const final = await Follower.next({ ...follow, finality: 1 }, 0)
    expect(final.at(-1)!.timestamp).toBeLessThan(head.timestamp)
    expect(await Follower.next({ ...follow, finality: 10_000_000 }, 0)).toEqual([])
  })

  it("IPSX-CHN-052 a follower waits for a node that is behind, and ends by one that has forgotten the chain", async () => {
    const { number } = await Follower.head(rpc)
    const taken: Array<number> = []
    const follow = {
      rpc,
      centralizer: call.to,
      after: number + 2,
      finality: 0,
      pollMs: 20,
      take: async (blocks: ReadonlyArray<Follower.FinalBlock>) =>
        void taken.push(...blocks.map((block) => block.number)),
      trouble: () => {},
    }
    const behind = Effect.runFork(Follower.follow({ ...follow, behindMs: 60_000 }))
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (let n = 0; n < 3; n++) await rpc.call("evm_mine", [])
    await Pace.until(() => taken.length > 0)
    expect(taken).toEqual([number + 3])
    await Effect.runPromise(Fiber.interrupt(behind))
    const after = number + 1000
    const ended = await Effect.runPromise(
      Effect.flip(Follower.follow({ ...follow, after, behindMs: 100 })),
    )
    expect(ended).toMatchObject({ _tag: "ChainForgot", head: number + 3, seen: after })
    expect(ended.message).toMatch(/it was started anew or is another one, so give the URL/)
  })

  it("IPSX-CHN-052 a follower ends at once by a node that has come back without the contract, however high its chain is", async () => {
    const node = { height: 40, code: "0x60", isAway: false }
    const answers: Rpc.Rpc["call"] = async (method) => {
      if (node.isAway) throw new Error("away")
      if (method === "eth_getCode") return node.code
      return { number: `0x${node.height.toString(16)}`, timestamp: "0x0" }
    }
    const batch: Rpc.Rpc["batch"] = async () => []
    const follow = (troubles: Array<string>) => ({
      rpc: { ...rpc, call: answers, batch },
      centralizer: call.to,
      after: 40,
      finality: 0,
      pollMs: 5,
      behindMs: 60_000,
      take: async () => {},
      trouble: ({ message }: { readonly message: string }) => void troubles.push(message),
    })
    const strike = async (back: () => void) => {
      const troubles: Array<string> = []
      const fiber = Effect.runFork(Effect.flip(Follower.follow(follow(troubles))))
      node.isAway = true
      await Pace.until(() => troubles.length > 0)
      back()
      node.isAway = false
      return Effect.runPromise(Fiber.join(fiber))
    }
    const ended = await strike(() => void (node.code = "0x"))
    expect(ended).toMatchObject({ _tag: "ChainForgot", head: 40, seen: 40 })
    node.code = "0x60"
    // One that knows it goes on.
    const going = strike(() => {}).then(() => "ended")
    const pause = new Promise((resolve) => setTimeout(() => resolve("goes on"), 200))
    expect(await Promise.race([going, pause])).toBe("goes on")
    node.code = "0x"
    node.height = 3
    expect(await going).toBe("ended")
  })
})
