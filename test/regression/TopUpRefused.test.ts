// A deposit that a party made by itself and the chain refused used up what its owner had allowed, for all runs: the next
// deal was declined for want of an allowance that nobody had spent.
import { expect, it } from "vitest"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Purse from "../../src/live/Purse.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Submissions from "../../src/live/Submissions.ts"
import { token } from "../arbitrary/deal.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

const word = (n: bigint): string => n.toString(16).padStart(64, "0")

/** A node with an empty wallet of an account with 100 tokens, which refuses deposits for a while. */
const node = () => {
  const state = { isRefusing: true, isAway: false, sent: 0 }
  const answers: Node.Answers = (method, [first]) => {
    if (method === "eth_sendRawTransaction") state.sent++
    if (method === "eth_getTransactionReceipt")
      return state.isAway ? null : { status: "0x1", blockNumber: "0x1", blockHash: "0x1" }
    if (method !== "eth_call") return undefined
    const { to, data } = first as { readonly to: string; readonly data: string }
    if (to === Node.place.token) return `0x${word(100n * token)}`
    // A deposit is the longest of what is asked.
    if (data.length < 300) return `0x${word(32n)}${word(1n)}${word(0n)}${word(0n)}`
    if (!state.isRefusing) return "0x"
    throw new Rpc.RpcRefused({ url: "", method, code: 3, reason: "", data: "0x00000000" })
  }
  const entries: Array<Recording.Entry> = []
  const journal = {
    append: async (more: ReadonlyArray<Recording.Entry>) => void entries.push(...more),
  }
  /** A run of a program that may deposit 5 tokens by itself. */
  const run = () => {
    const submissions = Node.submissions(answers, {
      journal,
      numbered: Submissions.numbered(entries),
      refused: (_, __, notes) => journal.append(notes),
    })
    const purse = Node.purse(answers, submissions, journal, {
      topUp: 5n * token,
      ...Purse.recorded([...entries]),
    })
    return { purse, close: submissions.close }
  }
  return { state, entries, run }
}

it("IPSX-WAL-012 a refused deposit uses up nothing of what may be deposited, now and in the next run", async () => {
  const { state, entries, run } = node()
  const first = run()
  await expect(first.purse.cover(4n * token)).rejects.toThrow(/refuses the DepositWithPermit/)
  await expect(first.purse.cover(4n * token)).rejects.toThrow(/refuses the DepositWithPermit/)
  first.close()
  expect(Purse.recorded(entries).topped).toBe(0n)
  state.isRefusing = false
  const second = run()
  await second.purse.cover(4n * token)
  await expect(second.purse.cover(4n * token)).rejects.toThrow(/1 may be deposited/)
  second.close()
  expect(Purse.recorded(entries).topped).toBe(4n * token)
})

it("IPSX-WAL-012 one that is refused only after a restart gives it back too", async () => {
  const { state, entries, run } = node()
  state.isRefusing = false
  state.isAway = true
  const first = run()
  const covering = first.purse.cover(4n * token)
  covering.catch(() => {})
  await Pace.until(() => state.sent === 1)
  first.close()
  await expect(covering).rejects.toThrow(/started again with the same data it goes on/)
  // Another transaction has its number by now, and the permit is too old.
  const journal = entries.filter(({ _tag }) => _tag !== "Signed")
  entries.splice(0, entries.length, ...journal)
  state.isRefusing = true
  const second = run()
  await Pace.until(() => entries.some(({ _tag }) => _tag === "Done"))
  state.isRefusing = false
  state.isAway = false
  await second.purse.cover(5n * token)
  second.close()
})
