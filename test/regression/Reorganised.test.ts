// A block that was replaced by another one took a deposit, an opening or a settlement with it, and the party that had sent
// it believed it done: a transaction was forgotten as soon as there was a receipt.
import { expect, it } from "vitest"
import type * as Recording from "../../src/live/Recording.ts"
import { token } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

const hex = (n: number): string => `0x${n.toString(16)}`

/** A chain of ten seconds a block. A transaction that it is sent is in the next one, until that is taken back. */
const chain = () => {
  const state = { head: 5, fork: 0, sent: 0, in: undefined as number | undefined }
  const answers: Node.Answers = (method, [first]) => {
    if (method === "eth_sendRawTransaction") {
      state.sent++
      state.in ??= ++state.head
    }
    if (method === "eth_getTransactionCount") return state.in === undefined ? "0x0" : "0x1"
    if (method === "eth_getTransactionReceipt")
      return state.in === undefined
        ? null
        : { status: "0x1", blockNumber: hex(state.in), blockHash: `0x${state.fork}` }
    if (method !== "eth_getBlockByNumber") return undefined
    const number = first === "latest" ? state.head : Number(first)
    return { number: hex(number), timestamp: hex(10 * number), hash: `0x${state.fork}` }
  }
  return { state, answers }
}

it("IPSX-CHN-054 a transaction is done when its block is final, and sent again when the block is replaced", async () => {
  const { state, answers } = chain()
  const entries: Array<Recording.Entry> = []
  const journal = {
    append: async (more: ReadonlyArray<Recording.Entry>) => void entries.push(...more),
  }
  const submissions = Node.submissions(answers, { journal, finality: 25 })
  const purse = Node.purse(answers, submissions, journal)
  let isDone = false
  const withdrawn = purse.withdraw(token).then(() => void (isDone = true))
  await Pace.until(() => state.sent === 1)
  // Two blocks more are twenty seconds.
  state.head += 2
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isDone).toBe(false)
  state.in = undefined
  state.fork++
  await Pace.until(() => state.sent > 1)
  state.head += 2
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([isDone, entries.filter(({ _tag }) => _tag === "Done")]).toEqual([false, []])
  state.head++
  await withdrawn
  // All of it by the same bytes.
  expect(entries.map(({ _tag }) => _tag)).toEqual(["Moved", "Signed", "Done"])
  submissions.close()
})

it("IPSX-CHN-054 a refusal in a block that is replaced is none", async () => {
  const { state, answers } = chain()
  const isRefusing = () => state.fork === 0
  const submissions = Node.submissions(
    (method, params) => {
      const answer = answers(method, params)
      return method === "eth_getTransactionReceipt" && answer !== null && isRefusing()
        ? { ...(answer as object), status: "0x0" }
        : answer
    },
    { finality: 25 },
  )
  const withdrawn = Node.purse(answers, submissions).withdraw(token)
  await Pace.until(() => state.sent === 1)
  await new Promise((resolve) => setTimeout(resolve, 50))
  state.fork++
  state.head += 3
  await withdrawn
  submissions.close()
})
