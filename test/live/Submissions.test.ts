// A party's transaction and a real node whose gas becomes dearer while it waits.
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as Fee from "../../src/chain/Fee.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Purse from "../../src/live/Purse.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Signer from "../../src/live/Signer.ts"
import * as Submissions from "../../src/live/Submissions.ts"
import { address } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"

const curve = NativeCurve.fastest()
const signer = Signer.local(curve, new Uint8Array(32).fill(41))
const place = { chainId: 31337, centralizer: address(0xc0), token: address(0xc1) }
let scope: Scope.Closeable
let rpc: Rpc.Rpc

beforeAll(async () => {
  scope = await Effect.runPromise(Scope.make())
  const starting = Anvil.start({ timestamp: Math.floor(Date.now() / 1000) - 60 })
  const { url } = await Effect.runPromise(Effect.provideService(starting, Scope.Scope, scope))
  rpc = Rpc.make(url)
  await rpc.call("anvil_setBalance", [signer.address, "0xde0b6b3a7640000"])
})
afterAll(async () => {
  rpc.close()
  await Effect.runPromise(Scope.close(scope, Exit.void))
})

it("IPSX-CHN-053 a node takes the second offer in the place of the first, and a block has it once", async () => {
  const entries: Array<Recording.Entry> = []
  const journal = {
    append: async (more: ReadonlyArray<Recording.Entry>) => void entries.push(...more),
  }
  const submissions = Submissions.make({
    rpc,
    curve,
    place,
    signer,
    evidence: new Map(),
    journal,
    pollMs: 5,
    finality: 0,
    feeCap: Fee.ofGwei(100),
    numbered: 0,
    refused: async () => {},
    trouble: () => {},
  })
  const options = { rpc, place, address: signer.address, submissions, journal, topUp: 0n }
  const purse = Purse.open({ ...options, ...Purse.recorded([]) })
  const withdrawn = purse.withdraw(7n)
  const signed = () => entries.filter((entry) => entry._tag === "Signed")
  const isInPool = async () =>
    ((await rpc.call("txpool_status", [])) as { pending: string }).pending !== "0x0"
  await Pace.until(isInPool)
  await rpc.call("anvil_setNextBlockBaseFeePerGas", ["0x2540be400"])
  await rpc.call("evm_mine", [])
  await Pace.until(() => signed().length > 1)
  await Pace.until(async () => {
    await rpc.call("evm_mine", [])
    return entries.some(({ _tag }) => _tag === "Done")
  })
  await withdrawn
  submissions.close()
  const hashes = signed().map(({ hash }) => hash)
  const receipts = await rpc.batch(
    hashes.map((hash) => ({ method: "eth_getTransactionReceipt", params: [hash] })),
  )
  expect(receipts.filter((receipt) => receipt !== null)).toHaveLength(1)
  expect(receipts[0]).toBeNull()
  expect(await rpc.call("eth_getTransactionCount", [signer.address, "latest"])).toBe("0x1")
})
