import * as fc from "fast-check"
import {
  decodeErrorResult,
  decodeEventLog,
  encodeAbiParameters,
  encodeErrorResult,
  encodeEventTopics,
  encodeFunctionData,
  encodePacked,
  type Abi as ViemAbi,
  type AbiParameter,
} from "viem"
import { describe, expect, it } from "vitest"
import * as Abi from "../../src/chain/Abi.ts"
import { abi as centralizerAbi } from "../../src/chain/abi/Centralizer.ts"
import { abi as tokenAbi } from "../../src/chain/abi/IpsxToken.ts"
import * as AbiError from "../../src/chain/AbiError.ts"
import * as AbiLog from "../../src/chain/AbiLog.ts"
import type { Signer } from "../../src/chain/Signer.ts"
import type { Address } from "../../src/model/Address.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Revert } from "../../src/model/Revert.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import type { Structure } from "../../src/signature/TypedData.ts"
import * as Structures from "../../src/signature/Structure.ts"
import { hex, recordOf } from "../signature/arbitrary.ts"

const centralizer = `0x${"0c".repeat(20)}` as Address
const token = `0x${"0d".repeat(20)}` as Address

/** A signature that shows what was signed by whom, in the place of a real one. */
const signer: Signer = {
  permits: new Map(),
  sign: ({ name }: Structure<never>, _value, author) => {
    const digits = Buffer.from(name).toString("hex").padEnd(90, "0")
    return `0x${author.slice(2)}${digits}`
  },
  permit: ({ author }) => `0x${author.slice(2).padEnd(128, "7")}1b`,
}
const signature = (name: string, author: string) =>
  signer.sign({ name } as Structure<object>, {}, author as Address)

const uint = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n })
const count = fc.nat()
const id = hex(32)
const address = hex(20)
const sender = address
const authors = fc.record({ provider: address, requester: address })
const deal = recordOf(Structures.Deal)
const status = recordOf(Structures.Status)
const receipt = recordOf(Structures.Receipt)
const meter = recordOf(Structures.Meter)
const amount = uint(128)

type Case = readonly [
  fields: Record<string, fc.Arbitrary<unknown>>,
  name: string,
  args: (t: never) => ReadonlyArray<unknown>,
]
type T<Tag> = Extract<Transaction, { readonly _tag: Tag }>
const signed = (structure: string, { provider, requester }: T<"OpenDeal">["authors"]) => [
  signature(structure, provider),
  signature(structure, requester),
]

const cases: { readonly [tag in Transaction["_tag"]]: Case } = {
  OpenDeal: [
    { deal, authors, id },
    "openDeal",
    (t: T<"OpenDeal">) => [t.deal, ...signed("Deal", t.authors)],
  ],
  CancelOrders: [{ minimum: count }, "cancelOrders", (t: T<"CancelOrders">) => [t.minimum]],
  Claim: [
    { id, cumulative: amount, author: address },
    "claim",
    (t: T<"Claim">) => [t.id, t.cumulative, signature("Voucher", t.author)],
  ],
  ClaimMany: [
    { claims: fc.array(fc.record({ id, cumulative: amount, author: address }), { maxLength: 4 }) },
    "claimMany",
    ({ claims }: T<"ClaimMany">) => [
      claims.map((c) => c.id),
      claims.map((c) => c.cumulative),
      claims.map((c) => signature("Voucher", c.author)),
    ],
  ],
  ClaimStatement: [
    {
      payer: address,
      entries: fc.array(fc.record({ id, cumulative: uint(96) }), { maxLength: 4 }),
      statement: id,
      author: address,
    },
    "claimStatement",
    (t: T<"ClaimStatement">) => [
      t.payer,
      encodePacked(
        t.entries.flatMap(() => ["bytes32", "uint96"]),
        t.entries.flatMap((entry) => [entry.id, entry.cumulative]),
      ),
      signature("Statement", t.author),
    ],
  ],
  Settle: [
    { id, cumulative: amount, receipt: id, authors },
    "settle",
    (t: T<"Settle">) => [t.id, t.cumulative, t.receipt, ...signed("Closing", t.authors)],
  ],
  SettleMany: [
    {
      settlements: fc.array(fc.record({ id, cumulative: amount, receipt: id, authors }), {
        maxLength: 4,
      }),
    },
    "settleMany",
    ({ settlements }: T<"SettleMany">) => [
      settlements.map((s) => s.id),
      settlements.map((s) => s.cumulative),
      settlements.map((s) => s.receipt),
      settlements.map((s) => signature("Closing", s.authors.provider)),
      settlements.map((s) => signature("Closing", s.authors.requester)),
    ],
  ],
  Stop: [{ id }, "stop", (t: T<"Stop">) => [t.id]],
  Expire: [{ id }, "expire", (t: T<"Expire">) => [t.id]],
  GiveNotice: [{ id, deal, at: count }, "giveNotice", (t: T<"GiveNotice">) => [t.deal, t.at]],
  Challenge: [{ id }, "challenge", (t: T<"Challenge">) => [t.id]],
  Answer: [{ id }, "answer", (t: T<"Answer">) => [t.id]],
  Convict: [{ id }, "convict", (t: T<"Convict">) => [t.id]],
  Demand: [{ id, deal, due: amount }, "demand", (t: T<"Demand">) => [t.deal, t.due]],
  Lapse: [{ id }, "lapse", (t: T<"Lapse">) => [t.id]],
  ProveMeter: [
    { id, deal, meter, authors },
    "proveMeter",
    (t: T<"ProveMeter">) => [
      t.deal,
      { ...t.meter, secondsUsed: t.meter.seconds },
      ...signed("Meter", t.authors),
    ],
  ],
  ProveEquivocation: [
    {
      id,
      first: fc.record({ status, author: address }),
      second: fc.record({ status, author: address }),
    },
    "proveEquivocation",
    (t: T<"ProveEquivocation">) => [
      t.id,
      t.first.status,
      signature("Status", t.first.author),
      t.second.status,
      signature("Status", t.second.author),
    ],
  ],
  ProveService: [
    { id, status, author: address },
    "proveService",
    (t: T<"ProveService">) => [t.id, t.status, signature("Status", t.author)],
  ],
  Dispute: [{ id }, "dispute", (t: T<"Dispute">) => [t.id]],
  Finalize: [{ id, deal }, "finalize", (t: T<"Finalize">) => [t.deal]],
  Stake: [{ amount }, "stake", (t: T<"Stake">) => [t.amount]],
  RequestUnstake: [{}, "requestUnstake", () => []],
  Unstake: [{}, "unstake", () => []],
  ProveDoubleLease: [
    { first: fc.record({ receipt, authors }), second: fc.record({ receipt, authors }) },
    "proveDoubleLease",
    (t: T<"ProveDoubleLease">) => [
      t.first.receipt,
      ...signed("Receipt", t.first.authors),
      t.second.receipt,
      ...signed("Receipt", t.second.authors),
    ],
  ],
  Deposit: [{ amount }, "deposit", (t: T<"Deposit">) => [t.amount]],
  DepositWithPermit: [
    { amount, deadline: count, author: address },
    "depositWithPermit",
    (t: T<"DepositWithPermit">) => {
      const permit = signer.permit(t)
      return [t.amount, t.deadline, 27, permit.slice(0, 66), `0x${permit.slice(66, 130)}`]
    },
  ],
  DepositMany: [
    { deposits: fc.array(fc.record({ owner: address, amount }), { maxLength: 4 }) },
    "depositMany",
    ({ deposits }: T<"DepositMany">) => [
      deposits.map((d) => d.owner),
      deposits.map((d) => d.amount),
    ],
  ],
  Withdraw: [{ amount }, "withdraw", (t: T<"Withdraw">) => [t.amount]],
  Transfer: [{ to: address, amount }, "transfer", (t: T<"Transfer">) => [t.to, t.amount]],
  AnchorProfile: [{ hash: id }, "anchorProfile", (t: T<"AnchorProfile">) => [t.hash]],
  WithdrawFees: [{ to: address }, "withdrawFees", (t: T<"WithdrawFees">) => [t.to]],
  ApproveTokens: [
    { amount: uint(256) },
    "approve",
    (t: T<"ApproveTokens">) => [centralizer, t.amount],
  ],
  TransferTokens: [
    { to: address, amount },
    "transfer",
    (t: T<"TransferTokens">) => [t.to, t.amount],
  ],
  BurnTokens: [{ amount }, "burn", (t: T<"BurnTokens">) => [t.amount]],
  OpenTransfers: [{}, "openTransfers", () => []],
}
const ofToken = new Set(["ApproveTokens", "TransferTokens", "BurnTokens", "OpenTransfers"])

describe("IPSX-CHN-012 calldata is viem's", () => {
  it.each(Object.entries(cases))("%s", (_tag, [fields, functionName, args]) => {
    const abi = (ofToken.has(_tag) ? tokenAbi : centralizerAbi) as ViemAbi
    fc.assert(
      fc.property(fc.record({ sender, ...fields }), (values) => {
        const transaction = { _tag, ...values } as unknown as Transaction
        expect(Abi.calldata({ centralizer, token }, signer, transaction)).toEqual({
          to: ofToken.has(_tag) ? token : centralizer,
          data: encodeFunctionData({
            abi,
            functionName,
            args: args(transaction as never) as never,
          }),
        })
      }),
      { numRuns: 15 },
    )
  })
})

const valueOf = (type: string): fc.Arbitrary<unknown> => {
  if (type === "address") return address
  if (type === "bytes32") return id
  if (type === "bool") return fc.boolean()
  const bits = Number(type.slice(4))
  return bits > 64 ? uint(bits) : fc.nat({ max: Math.min(2 ** bits - 1, 0x7fff_ffff) })
}
const argumentsOf = (inputs: ReadonlyArray<AbiParameter>) =>
  fc.tuple(...inputs.map(({ type }) => valueOf(type)))

// The field names of the model, in the contract's order: only "c" is called otherwise there.
const renamed = (name: string | undefined): string => (name === "c" ? "cumulative" : name!)

type Event = Extract<(typeof centralizerAbi)[number], { readonly type: "event" }>
const events = centralizerAbi.filter((entry): entry is Event => entry.type === "event")

describe("IPSX-CHN-013 logs are viem's, there and back", () => {
  it.each(events.filter(({ name }) => name !== "EIP712DomainChanged"))("$name", (event) => {
    const inputs = event.inputs as ReadonlyArray<AbiParameter & { readonly indexed?: boolean }>
    const abi = [event] as ViemAbi
    fc.assert(
      fc.property(argumentsOf(inputs), (values) => {
        const fields = inputs.map(({ name }, at) => [renamed(name), values[at]])
        const log = { _tag: event.name, ...Object.fromEntries(fields) } as unknown as Log
        const args = Object.fromEntries(inputs.map(({ name }, at) => [name, values[at]]))
        const data = inputs.filter(({ indexed }) => indexed !== true)
        const raw = {
          topics: encodeEventTopics({ abi, eventName: event.name, args } as never),
          data: encodeAbiParameters(
            data,
            data.map(({ name }) => args[name!]),
          ),
        }
        expect(AbiLog.encode(log)).toEqual(raw)
        expect(AbiLog.decode(raw as AbiLog.RawLog)).toEqual(log)
        expect(decodeEventLog({ abi, ...(raw as never as { topics: [] }) }).eventName).toBe(
          event.name,
        )
      }),
      { numRuns: 15 },
    )
  })

  it("other contracts' logs are none of the Centralizer's", () => {
    expect(AbiLog.decode({ topics: [`0x${"12".repeat(32)}`], data: "0x" })).toBeUndefined()
    const { topics } = AbiLog.encode({ _tag: "DealEnded", id: `0x${"11".repeat(32)}` } as Log)
    expect(AbiLog.decode({ topics: topics.slice(0, 1), data: "0x" })).toBeUndefined()
  })

  it("logs differ when a topic or a byte of the data does", () => {
    const log = AbiLog.encode({
      _tag: "Transferred",
      from: centralizer,
      to: token,
      amount: 5n,
    } as Log)
    expect(AbiLog.equals(log, { ...log })).toBe(true)
    expect(AbiLog.equals(log, { ...log, data: `${log.data.slice(0, -1)}6` })).toBe(false)
    expect(AbiLog.equals(log, { ...log, topics: log.topics.toReversed() })).toBe(false)
    expect(AbiLog.equals(log, { ...log, topics: log.topics.slice(0, 2) })).toBe(false)
  })
})

type ErrorEntry = Extract<
  (typeof centralizerAbi)[number] | (typeof tokenAbi)[number],
  { readonly type: "error" }
>
const modelled = new Set<string>(AbiError.names)
const errors = [...centralizerAbi, ...tokenAbi]
  .filter((entry): entry is ErrorEntry => entry.type === "error")
  .filter(({ name }) => modelled.has(name))

describe("IPSX-CHN-013 refusals are viem's, there and back", () => {
  it("cover every error that the model can refuse with", () => {
    expect(new Set(errors.map(({ name }) => name))).toEqual(modelled)
  })

  it.each(errors)("$name", (error) => {
    const inputs = error.inputs as ReadonlyArray<AbiParameter>
    const abi = [error] as ViemAbi
    fc.assert(
      fc.property(argumentsOf(inputs), (values) => {
        const fields = Object.fromEntries(inputs.map(({ name }, at) => [name, values[at]]))
        const data = encodeErrorResult({ abi, errorName: error.name, args: values } as never)
        const revert = { _tag: error.name, ...fields } as unknown as Revert
        expect(AbiError.encode(revert)).toBe(data)
        expect(AbiError.decode(data)).toEqual({ name: error.name, values: fields })
        expect(decodeErrorResult({ abi, data }).errorName).toBe(error.name)
      }),
      { numRuns: 15 },
    )
  })

  it("keeps what it does not know", () => {
    expect(AbiError.decode("0x12345678")).toEqual({
      name: "Unknown",
      values: { data: "0x12345678" },
    })
  })
})
