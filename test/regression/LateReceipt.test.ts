// A node, or one of several behind one address, that knew a block and not yet its receipts: a withdrawal that was in that
// block was taken for replaced, and made once more.
import { expect, it } from "vitest"
import { token } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

/** It counts what it was sent at once, and shows the receipt at the n-th question for it. */
const node = (receiptAt: number) => {
  const sent: Array<unknown> = []
  let asked = 0
  const answers: Node.Answers = (method, [first]) => {
    if (method === "eth_sendRawTransaction") sent.push(first)
    if (method === "eth_getTransactionCount") return `0x${sent.length.toString(16)}`
    if (method !== "eth_getTransactionReceipt") return undefined
    return ++asked < receiptAt ? null : { status: "0x1", blockNumber: "0x1", blockHash: "0x1" }
  }
  return { answers, sent }
}

it("IPSX-CHN-051 a transaction whose receipt comes later than its number is not made again", async () => {
  const { answers, sent } = node(9)
  const submissions = Node.submissions(answers)
  await Node.purse(answers, submissions).withdraw(token)
  expect(sent).toHaveLength(1)
  submissions.close()
})

it("IPSX-CHN-051 one whose receipt never comes is made again", async () => {
  const { answers, sent } = node(Infinity)
  const submissions = Node.submissions(answers)
  Node.purse(answers, submissions)
    .withdraw(token)
    .catch(() => {})
  await Pace.until(() => sent.length === 2)
  expect(sent[0]).not.toBe(sent[1])
  submissions.close()
})
