// The price of gas rose above what a settlement with a deadline had offered: it stayed in the pool for ever, and the same
// bytes were sent again and again. And what was refused by the node for it was sent in a loop that looked at nothing else.
import { expect, it } from "vitest"
import * as Envelope from "../../src/chain/Envelope.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import type * as Recording from "../../src/live/Recording.ts"
import { token } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

const gwei = 10n ** 9n
const hex = (n: number | bigint): string => `0x${n.toString(16)}`

/** A node with a price; it keeps what it is sent, and refuses what is below its price where it is strict. */
const market = (strict = false) => {
  const state = { base: 10n * gwei, block: 1, sent: [] as Array<string>, taken: "" }
  const answers: Node.Answers = (method, [first]) => {
    if (method === "eth_maxPriorityFeePerGas") return hex(gwei)
    if (method === "eth_getTransactionCount") return state.taken === "" ? "0x0" : "0x1"
    if (method === "eth_getBlockByNumber")
      return {
        number: hex(state.block),
        baseFeePerGas: hex(state.base),
        timestamp: "0x1",
        hash: "0x1",
      }
    if (method === "eth_getTransactionReceipt")
      return first === Envelope.hash(Node.curve, state.taken || "0x")
        ? { status: "0x1", blockNumber: "0x1", blockHash: "0x1" }
        : null
    if (method !== "eth_sendRawTransaction") return undefined
    const raw = first as string
    if (strict && Envelope.fields(raw).maxFeePerGas < state.base)
      throw new Rpc.RpcRefused({ url: "", method, code: 3, reason: "fee too low", data: "" })
    if (!state.sent.includes(raw)) state.sent.push(raw)
    return "0x1"
  }
  return { state, answers }
}

const withdrawing = (
  answers: Node.Answers,
  feeCap = 500n * gwei,
): {
  readonly entries: Array<Recording.Entry>
  readonly troubles: Array<string>
  readonly done: Promise<void>
  readonly close: () => void
} => {
  const entries: Array<Recording.Entry> = []
  const troubles: Array<string> = []
  const journal = {
    append: async (more: ReadonlyArray<Recording.Entry>) => void entries.push(...more),
  }
  const trouble = ({ message }: { readonly message: string }) => void troubles.push(message)
  const submissions = Node.submissions(answers, { journal, feeCap, trouble })
  const done = Node.purse(answers, submissions, journal).withdraw(token)
  done.catch(() => {})
  return { entries, troubles, done, close: submissions.close }
}

const feeOf = (raw: string | undefined) => Envelope.fields(raw!)

it("IPSX-CHN-053 a transaction that is too cheap is replaced by itself at a higher fee, which is written down before", async () => {
  const { state, answers } = market()
  const { entries, done, close } = withdrawing(answers)
  await Pace.until(() => state.sent.length === 1)
  expect(feeOf(state.sent[0])).toMatchObject({ nonce: 0, maxFeePerGas: 21n * gwei })
  state.base = 22n * gwei
  await Pace.until(() => state.sent.length === 2)
  const [first, second] = state.sent.map(feeOf)
  expect(second).toEqual({
    ...first,
    maxFeePerGas: 45n * gwei,
    maxPriorityFeePerGas: gwei + gwei / 8n,
  })
  expect(entries.filter(({ _tag }) => _tag === "Signed")).toMatchObject(
    state.sent.map((raw) => ({ raw, nonce: 0 })),
  )
  // Which of them a block takes does not matter.
  state.taken = state.sent[0]!
  await done
  expect(state.sent).toHaveLength(2)
  close()
})

it("IPSX-CHN-053 one that blocks go by without is raised a few times and not for ever", async () => {
  const { state, answers } = market()
  const { troubles, close } = withdrawing(answers, 10_000n * gwei)
  const blocks = setInterval(() => (state.block += 5), 5)
  await Pace.until(() => troubles.length > 0)
  clearInterval(blocks)
  expect(state.sent).toHaveLength(17)
  expect(troubles[0]).toMatch(/the Withdraw waits for a block: [\d.]+ gwei are offered for its gas/)
  close()
})

it("IPSX-CHN-053 it never offers more than the cap, says so, and is taken when gas is cheaper again", async () => {
  const { state, answers } = market(true)
  const { troubles, done, close } = withdrawing(answers, 30n * gwei)
  await Pace.until(() => state.sent.length === 1)
  state.base = 40n * gwei
  await Pace.until(() => troubles.some((text) => /30 gwei are offered .*feeCap/.test(text)))
  expect(state.sent).toHaveLength(1)
  state.base = 25n * gwei
  await Pace.until(() => state.sent.length === 2)
  expect(feeOf(state.sent[1]).maxFeePerGas).toBe(30n * gwei)
  state.taken = state.sent[1]!
  await done
  close()
})

it("IPSX-CHN-053 one that was too dear from the beginning does not keep its sender from looking", async () => {
  const { state, answers } = market(true)
  state.base = 40n * gwei
  const { done, troubles, close } = withdrawing(answers, 30n * gwei)
  await Pace.until(() => troubles.some((text) => /feeCap/.test(text)))
  expect(state.sent).toEqual([])
  state.base = 25n * gwei
  await Pace.until(() => state.sent.length === 1)
  state.taken = state.sent[0]!
  await done
  close()
})
