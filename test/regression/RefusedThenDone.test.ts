// A party that was killed when a refusal of its transaction was done with and the participant had not heard of it: after the
// restart nobody told it. And a disk that was full just then ended the program, with a stack.
import { expect, it } from "vitest"
import * as Rpc from "../../src/chain/Rpc.ts"
import type * as Recording from "../../src/live/Recording.ts"
import { address } from "../arbitrary/deal.ts"
import { id } from "../arbitrary/ledger.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

const stop = { _tag: "Stop", sender: address(1), id } as const
const refusing: Node.Answers = (method) => {
  if (method !== "eth_call") return undefined
  throw new Rpc.RpcRefused({ url: "", method, code: 3, reason: "", data: "0x00000000" })
}

it("IPSX-CHN-051 a refusal is written down together with what its participant hears", async () => {
  const written: Array<Recording.Entry> = []
  const told: Array<unknown> = []
  const stored = Promise.withResolvers<void>()
  const submissions = Node.submissions(refusing, {
    journal: { append: async (entries) => void written.push(...entries) },
    refused: (_, error, notes) => {
      told.push(error, ...notes)
      return stored.promise
    },
  })
  const finished: Array<unknown> = []
  submissions.submit({
    id,
    n: 3,
    transaction: stop,
    sent: [],
    finished: (error) => void finished.push(error),
  })
  await Pace.until(() => told.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told).toEqual(["Unknown", { _tag: "Done", id, n: 3 }])
  expect([written, finished]).toEqual([[], []])
  stored.resolve()
  await Pace.until(() => finished.length > 0)
  expect([written, finished]).toEqual([[], ["Unknown"]])
  submissions.close()
})

it("IPSX-CHN-051 what cannot be written down is tried again", async () => {
  let attempts = 0
  const said: Array<string> = []
  const submissions = Node.submissions(
    (method) =>
      method === "eth_getTransactionReceipt"
        ? { status: "0x1", blockNumber: "0x1", blockHash: "0x1" }
        : undefined,
    {
      journal: {
        append: async ([entry]) => {
          if (entry!._tag === "Done" && ++attempts < 3) throw new Error("ENOSPC")
        },
      },
      trouble: ({ message }) => void said.push(message),
    },
  )
  await Node.purse(() => undefined, submissions).withdraw(1n)
  expect(attempts).toBe(3)
  expect(said[0]).toMatch(/ENOSPC/)
  submissions.close()
})
