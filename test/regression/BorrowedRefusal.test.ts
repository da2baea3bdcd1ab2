// Whether the contract would take a claim was asked of the block that the pool would make: a partner that sent the same
// claim, let this party see its own refused, and took it back for a transaction of a higher fee kept the payment. And a
// signer that did not want to sign one transaction kept all others waiting.
import { expect, it } from "vitest"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Signer from "../../src/live/Signer.ts"
import { address } from "../arbitrary/deal.ts"
import { id } from "../arbitrary/ledger.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

const hex = (n: number): string => `0x${n.toString(16)}`
const stop = { _tag: "Stop", sender: address(1), id } as const
const leave = { _tag: "Withdraw", sender: address(1), amount: 2n as never } as const

/** A node whose pool, or whose last block too, has what lets a stop be refused. */
const node = () => {
  const raws = new Set<unknown>()
  const state = {
    block: 1,
    pool: true,
    last: false,
    get sent() {
      return raws.size
    },
  }
  const answers: Node.Answers = (method, [first, of]) => {
    if (method === "eth_sendRawTransaction") raws.add(first)
    if (method === "eth_getBlockByNumber")
      return { number: hex(state.block), baseFeePerGas: "0x0", timestamp: "0x1", hash: "0x1" }
    if (method === "eth_getTransactionCount") return hex(0)
    if (method === "eth_getTransactionReceipt") return null
    if (method !== "eth_call" && method !== "eth_estimateGas") return undefined
    const { data } = first as { readonly data: string }
    const isRefused = of === "pending" ? state.pool : state.last
    if (!isRefused || !data.includes(id.slice(2))) return "0x5208"
    throw new Rpc.RpcRefused({ url: "", method, code: 3, reason: "", data: "0x00000000" })
  }
  return { state, answers }
}

const submitted = (answers: Node.Answers) => {
  const ends: Array<unknown> = []
  const submissions = Node.submissions(answers, { signer: Node.signer })
  submissions.submit({
    id,
    n: 0,
    transaction: stop,
    sent: [],
    finished: (end) => void ends.push(end),
  })
  return { ends, submissions }
}
const moment = () => new Promise((resolve) => setTimeout(resolve, 40))

it("IPSX-CHN-055 a refusal that only the pool knows is waited out for some blocks, and others do not wait for it", async () => {
  const { state, answers } = node()
  const { ends, submissions } = submitted(answers)
  await moment()
  expect([state.sent, ends]).toEqual([0, []])
  submissions.submit({ id, n: 1, transaction: leave, sent: [] })
  await Pace.until(() => state.sent === 1)
  state.block += 2
  await moment()
  expect([state.sent, ends]).toEqual([1, []])
  state.block++
  await Pace.until(() => state.sent === 2)
  expect(ends).toEqual([])
  submissions.close()
})

it("IPSX-CHN-055 it goes out when the other one was taken back, and is refused when that is in a block", async () => {
  const taken = node()
  const first = submitted(taken.answers)
  await moment()
  taken.state.pool = false
  await Pace.until(() => taken.state.sent === 1)
  first.submissions.close()
  const kept = node()
  const second = submitted(kept.answers)
  await moment()
  kept.state.last = true
  await Pace.until(() => second.ends.length > 0)
  expect([second.ends, kept.state.sent]).toEqual([["Unknown"], 0])
  second.submissions.close()
})

it("a signer that does not want to sign one transaction lets the others go on, and is asked again", async () => {
  const { state, answers } = node()
  state.pool = false
  let isWilling = false
  let asked = 0
  const troubles: Array<string> = []
  const signer: Signer.Signer = {
    ...Node.signer,
    sign: async (digest) => {
      if (++asked === 1 || isWilling) return Node.signer.sign(digest)
      if (asked === 2) throw new Error("the owner said no")
      return Node.signer.sign(digest)
    },
  }
  const submissions = Node.submissions(answers, {
    signer,
    trouble: ({ message }) => void troubles.push(message),
  })
  submissions.submit({ id, n: 0, transaction: leave, sent: [] })
  submissions.submit({ id, n: 1, transaction: leave, sent: [] })
  submissions.submit({ id, n: 2, transaction: leave, sent: [] })
  await Pace.until(() => state.sent >= 2)
  expect(troubles[0]).toMatch(/nothing is signed for 0x\w+: the owner said no; its signer is asked/)
  isWilling = true
  await Pace.until(() => state.sent >= 3)
  submissions.close()
})
