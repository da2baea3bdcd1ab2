// The sale of the model against the sale of the contracts: random steps, each with the same answer in both.
import * as fc from "fast-check"
import * as Result from "effect/Result"
import {
  decodeErrorResult,
  decodeFunctionResult,
  encodeDeployData,
  encodeFunctionData,
  type Abi,
  type Hex,
} from "viem"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"
import { abi, bytecode } from "../../src/chain/abi/TokenSale.ts"
import { abi as tokenAbi } from "../../src/chain/abi/IpsxToken.ts"
import * as Address from "../../src/model/Address.ts"
import * as Sale from "../../src/model/Sale.ts"
import { factor } from "../runs.ts"

const genesis = 1_700_000_000
const wei = 10n ** 18n
const people = [1, 2, 3].map((n) => `0x${String(n).padStart(40, "a")}` as const)
const steward = `0x${"c".repeat(40)}` as const
const roles = [steward, `0x${"b1".padStart(40, "0")}`, `0x${"b2".padStart(40, "0")}`] as const

type Step =
  | { readonly is: "wait"; readonly seconds: number }
  | {
      readonly is: "admit"
      readonly list: "Private" | "PreSale"
      readonly who: number
      readonly yes: boolean
    }
  | { readonly is: "pay"; readonly who: number; readonly amount: bigint }
  | { readonly is: "succeed" }
  | { readonly is: "claim" | "payBack"; readonly who: number }

const who = fc.integer({ min: 0, max: people.length - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("wait" as const),
      seconds: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("admit" as const),
      list: fc.constantFrom("Private" as const, "PreSale" as const),
      who,
      yes: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant("pay" as const),
      who,
      amount: fc.bigInt(0n, 40n * wei),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant("succeed" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constantFrom("claim" as const, "payBack" as const), who }),
  },
)

/** What everybody tries at the end, so that each run sees its success or its failure. */
const end: ReadonlyArray<Step> = [
  { is: "wait", seconds: 300 },
  { is: "succeed" },
  ...people.flatMap((_, one): ReadonlyArray<Step> => [
    { is: "claim", who: one },
    { is: "payBack", who: one },
  ]),
]

let running: Awaited<ReturnType<typeof Anvil.launch>>
beforeAll(async () => {
  running = await Anvil.launch({ timestamp: genesis, blocksKept: 64 })
})
afterAll(() => running.stop())

interface Sent {
  readonly to?: Hex
  readonly data: Hex
  readonly from: Hex
  readonly value?: bigint
}
interface Answer<A> {
  readonly result: A
  readonly error?: { readonly message: string; readonly data?: Hex }
}

const ask = async <A>(method: string, ...params: ReadonlyArray<unknown>): Promise<Answer<A>> => {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params })
  const headers = { "content-type": "application/json" }
  return (await fetch(running.anvil.url, { method: "POST", headers, body })).json() as Promise<
    Answer<A>
  >
}
const get = async <A>(method: string, ...params: ReadonlyArray<unknown>): Promise<A> => {
  const { result, error } = await ask<A>(method, ...params)
  if (error !== undefined) throw new Error(`${method}: ${error.message}`)
  return result
}
const hex = (n: bigint): Hex => `0x${n.toString(16)}`
const request = ({ value = 0n, ...sent }: Sent) => ({
  ...sent,
  value: hex(value),
  gas: "0x1000000",
  maxFeePerGas: "0x0",
  maxPriorityFeePerGas: "0x0",
})

/** What a call at a moment answers: nothing, or the name of the contract's error. */
const answer = async (sent: Sent, time: bigint): Promise<string> => {
  const { error } = await ask("eth_call", request(sent), "latest", {}, { time: hex(time) })
  if (error === undefined) return ""
  return decodeErrorResult({ abi: [...abi, ...tokenAbi], data: error.data! }).errorName
}

/** Sends a transaction and mines it at a moment; whether it succeeded, and what it made. */
const mine = async (sent: Sent, time: bigint) => {
  const hash = await get<Hex>("eth_sendTransaction", request(sent))
  await get("evm_mine", Number(time))
  return get<{ readonly status: Hex; readonly contractAddress: Hex }>(
    "eth_getTransactionReceipt",
    hash,
  )
}

const read = async (to: Hex, of: Abi, functionName: string, args: ReadonlyArray<unknown> = []) =>
  decodeFunctionResult({
    abi: of,
    functionName,
    data: await get<Hex>(
      "eth_call",
      { to, data: encodeFunctionData({ abi: of, functionName, args }) },
      "latest",
    ),
  })

/** The tokens that the sale still holds. */
const holds = async (sale: Hex) => {
  const token = (await read(sale, abi as Abi, "token")) as Hex
  return read(token, tokenAbi as Abi, "balanceOf", [sale])
}

const planFrom = (at: bigint): Sale.Plan => ({
  privateOpens: at + 30n,
  preSaleOpens: at + 90n,
  publicOpens: at + 150n,
  closes: at + 300n,
  privateMinimum: 5n * wei,
  softCap: 40n * wei,
  hardCap: 101n * wei + 7n,
})

/** What the model says of a step: the sale after it, or the name of the refusal. */
const model = (
  sale: Sale.Sale,
  given: Step,
  now: bigint,
): Result.Result<Sale.Sale, Sale.SaleRefused> => {
  switch (given.is) {
    case "wait":
      return Result.succeed(sale)
    case "admit":
      return Result.succeed(Sale.admit(sale, given.list, Address.of(people[given.who]!), given.yes))
    case "pay":
      return Sale.contribute(sale, Address.of(people[given.who]!), given.amount, now)
    case "succeed":
      return Sale.succeed(sale, now)
    case "claim":
      return Result.map(Sale.claim(sale, Address.of(people[given.who]!)), ({ sale }) => sale)
    case "payBack":
      return Result.map(Sale.payBack(sale, Address.of(people[given.who]!), now), ({ sale }) => sale)
  }
}

const call = (given: Exclude<Step, { readonly is: "wait" }>) => {
  switch (given.is) {
    case "admit":
      return {
        functionName: "admit",
        args: [Sale.stages.indexOf(given.list), [people[given.who]!], given.yes],
        account: steward,
      } as const
    case "pay":
      return {
        functionName: "contribute",
        value: given.amount,
        account: people[given.who]!,
      } as const
    case "succeed":
      return { functionName: "succeed", account: steward } as const
    default:
      return { functionName: given.is, args: [people[given.who]!], account: steward } as const
  }
}

/** The same step as a transaction to the contract. */
const transaction = (address: Hex, given: Exclude<Step, { readonly is: "wait" }>): Sent => {
  const { functionName, account, ...rest } = call(given)
  const args = "args" in rest ? rest.args : []
  const data = encodeFunctionData({ abi: abi as Abi, functionName, args })
  return { to: address, data, from: account, ...("value" in rest ? { value: rest.value } : {}) }
}

it("IPSX-TOK-005..010 the model's sale and the contract's answer every random step alike", async () => {
  const happened: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 35 }), async (steps) => {
      for (const one of [steward, ...people]) await get("anvil_setBalance", one, hex(10_000n * wei))
      const { timestamp } = await get<{ readonly timestamp: Hex }>(
        "eth_getBlockByNumber",
        "latest",
        false,
      )
      let now = BigInt(timestamp) + 10n
      const plan = planFrom(now)
      const args = [steward, roles[1], roles[1], roles[2], roles[2], plan] as const
      const { contractAddress: address } = await mine(
        { data: encodeDeployData({ abi, bytecode, args }), from: steward },
        now,
      )
      let sale = Sale.make(plan)
      for (const given of [...steps, ...end]) {
        if (given.is === "wait") {
          now += BigInt(given.seconds)
          continue
        }
        now += 1n
        const expected = model(sale, given, now)
        const sent = transaction(address, given)
        expect(await answer(sent, now)).toBe(
          Result.isFailure(expected) ? expected.failure.reason : "",
        )
        const { status } = await mine(sent, now)
        expect(status).toBe(Result.isFailure(expected) ? "0x0" : "0x1")
        if (Result.isFailure(expected)) continue
        sale = expected.success
        if (given.is === "claim") expect(await holds(address)).toBe(sale.held)
        happened[given.is] = (happened[given.is] ?? 0) + 1
      }
      for (const name of ["raised", "sold", "succeeded"] as const)
        expect(await read(address, abi as Abi, name)).toBe(sale[name])
      expect(await read(address, abi as Abi, "waiting")).toBe(BigInt(sale.paid.size))
      expect(await holds(address)).toBe(sale.held)
    }),
    // Shrinking over a chain takes minutes; the seed and the path repeat the failure as it is.
    { numRuns: 20 * factor, seed: 7, endOnFailure: true },
  )
  for (const one of ["admit", "pay", "succeed", "claim", "payBack"])
    expect(happened[one], one).toBeGreaterThan(0)
})
