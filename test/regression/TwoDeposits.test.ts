// Two deposits at once: the second one's permit was numbered by the last block, where the first one's was not taken yet,
// while everything else about it was asked of the pool; so the token refused it.
import { expect, it } from "vitest"
import * as Rpc from "../../src/chain/Rpc.ts"
import { permitDigest } from "../../src/chain/Signer.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { token } from "../arbitrary/deal.ts"
import * as Node from "./Node.ts"

type Deposit = Extract<Transaction, { readonly _tag: "DepositWithPermit" }>

it("IPSX-WAL-011 a deposit's permit has the number after those of the deposits that wait for a block", async () => {
  const deposits: Array<Deposit> = []
  let pool = 0
  const answers: Node.Answers = async (method, [first, tag]) => {
    const count = `0x${(tag === "pending" ? pool : 0).toString(16)}`
    if (method === "eth_getTransactionCount") return count
    if (method === "eth_getTransactionReceipt")
      return pool === 2 ? { status: "0x1", blockNumber: "0x1", blockHash: "0x1" } : null
    if (method === "eth_sendRawTransaction") pool++
    if (method !== "eth_call") return undefined
    const { to, data } = first as { readonly to: string; readonly data: string }
    if (to === Node.place.token) return count
    const digest = permitDigest(Node.curve, Node.place, deposits[pool]!, pool)
    if (data.includes((await Node.signer.sign(digest)).slice(2, 66))) return "0x"
    throw new Rpc.RpcRefused({ url: "", method, code: 3, reason: "", data: "0x00000000" })
  }
  const submissions = Node.submissions(answers)
  const purse = Node.purse(answers, submissions, {
    append: async (entries) => {
      for (const entry of entries)
        if (entry._tag === "Moved") deposits.push(entry.transaction as Deposit)
    },
  })
  await Promise.all([purse.deposit(token), purse.deposit(2n * token)])
  expect(deposits.map(({ amount }) => amount)).toEqual([token, 2n * token])
  expect(pool).toBe(2)
  submissions.close()
})
