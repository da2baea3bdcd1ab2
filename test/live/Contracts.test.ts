// The contracts of a market on a node that makes blocks by itself.
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as Abi from "../../src/chain/Abi.ts"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as Fee from "../../src/chain/Fee.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as View from "../../src/chain/View.ts"
import * as Contracts from "../../src/live/Contracts.ts"
import * as Signer from "../../src/live/Signer.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import { address } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"

const curve = NativeCurve.fastest()
const signer = Signer.local(curve, new Uint8Array(32).fill(43))
const own = signer.address
const holders = { funding: own, partners: address(2), bounty: address(3), team: address(4) }
let scope: Scope.Closeable
let rpc: Rpc.Rpc

beforeAll(async () => {
  scope = await Effect.runPromise(Scope.make())
  const starting = Anvil.start({ timestamp: Math.floor(Date.now() / 1000) - 60 })
  const { url } = await Effect.runPromise(Effect.provideService(starting, Scope.Scope, scope))
  rpc = Rpc.make(url)
  await rpc.call("evm_mine", [])
  await rpc.call("evm_setIntervalMining", [1])
})
afterAll(async () => {
  rpc.close()
  await Effect.runPromise(Scope.close(scope, Exit.void))
})

const deploy = (
  more: Partial<Contracts.Options>,
  signal: AbortSignal = new AbortController().signal,
) => {
  const steps: Array<Contracts.Step> = []
  const made = Contracts.deploy(
    {
      rpc,
      curve,
      signer,
      parameters: { ...Parameters.small, finality: 0 },
      platform: address(9),
      token: holders,
      opens: true,
      feeCap: Fee.usualCap,
      pollMs: 20,
      heard: (step) => steps.push(step),
      ...more,
    },
    signal,
  )
  return { made, steps }
}

const balanceOf = async (token: Address, owner: Address): Promise<bigint> => {
  const { method, params } = View.call(token, Abi.reads.balanceOf(owner))
  return View.integer(await rpc.call(method, params))
}

it("IPSX-TOK-001 deploys a token with its supply where it belongs, and a Centralizer of it", async () => {
  const { made, steps } = deploy({})
  const { token, centralizer, chainId, isOpen } = await made
  expect([chainId, isOpen]).toEqual([31337, true])
  expect(await balanceOf(token, own)).toBe(900_000_000n * 10n ** 18n)
  expect(await balanceOf(token, holders.team)).toBe(360_000_000n * 10n ** 18n)
  expect(steps.map((step) => step._tag === "Trouble" || [step._tag, step.what])).toEqual([
    ["Sending", "token"],
    ["There", "token"],
    ["Sending", "opening"],
    ["There", "opening"],
    ["Sending", "Centralizer"],
    ["There", "Centralizer"],
  ])
  // Once more for the same token, which is what somebody does who was stopped after it.
  const again = await deploy({ token, opens: false }).made
  expect(again).toMatchObject({ token, isOpen: true })
  expect(again.centralizer).not.toBe(centralizer)
})

it("IPSX-TOK-003 says that tokens do not move yet, and that only their funding opens that", async () => {
  const token = { ...holders, funding: address(1) }
  expect(await deploy({ token, opens: false }).made).toMatchObject({ isOpen: false })
  const { made, steps } = deploy({ token })
  await expect(made).rejects.toThrow(/only its funding, 0x.*, may open its transfers/)
  expect(steps).toEqual([])
})

it("refuses a token that amounts or deposits cannot be in, before anything is sent", async () => {
  const nothing = deploy({ token: address(77) })
  await expect(nothing.made).rejects.toThrow(/no contract there answers to decimals/)
  // A contract that answers 6 to whatever it is asked.
  await rpc.call("anvil_setCode", [address(78), "0x600660005260206000f3"])
  const few = deploy({ token: address(78) })
  await expect(few.made).rejects.toThrow(/it has 6 decimals, and amounts have 18/)
  expect([...nothing.steps, ...few.steps]).toEqual([])
})

it("sends nothing more when it is stopped", async () => {
  const controller = new AbortController()
  const { made, steps } = deploy({ opens: false }, controller.signal)
  await Pace.until(() => steps.length > 0)
  controller.abort(new Error("stopped"))
  await expect(made).rejects.toThrow("stopped")
  expect(steps).toMatchObject([{ _tag: "Sending", what: "token" }])
})

it("gives up when the key has no ether, in words that name it", async () => {
  await rpc.call("anvil_setNextBlockBaseFeePerGas", ["0x3b9aca00"])
  await rpc.call("evm_mine", [])
  const poor = Signer.local(curve, new Uint8Array(32).fill(44))
  // On this node everybody has ether from the start.
  await rpc.call("anvil_setBalance", [poor.address, "0x0"])
  const { made } = deploy({ signer: poor, opens: false })
  await expect(made).rejects.toThrow(/insufficient funds/i)
})
