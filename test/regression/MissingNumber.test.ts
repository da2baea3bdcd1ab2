// The chain waited for the number of a transaction that nobody had any more, of a deal that was over or of another program
// with the same key, whose node had lost it: every later one, with whatever deadline, waited for ever and said nothing.
// And one that was made while a node had lost those before it took the number of one of them.
import { expect, it } from "vitest"
import * as Envelope from "../../src/chain/Envelope.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Submissions from "../../src/live/Submissions.ts"
import { token } from "../arbitrary/deal.ts"
import { id } from "../arbitrary/ledger.ts"
import * as Pace from "../pace.ts"
import * as Node from "./Node.ts"

const hex = (n: number): string => `0x${n.toString(16)}`

/** A node whose next number is `next`, and which takes what comes in turn. */
const node = (next: number) => {
  const pool = new Map<number, string>()
  const state = { next, isTaking: true }
  const answers: Node.Answers = (method, [first]) => {
    if (method === "eth_sendRawTransaction") {
      const { nonce } = Envelope.fields(first as string)
      if (nonce >= state.next) pool.set(nonce, first as string)
    }
    while (state.isTaking && pool.has(state.next)) state.next++
    if (method === "eth_getTransactionCount") return hex(state.next)
    if (method !== "eth_getTransactionReceipt") return undefined
    const found = [...pool].find(([, raw]) => Envelope.hash(Node.curve, raw) === first)
    return found !== undefined && found[0] < state.next
      ? { status: "0x1", blockNumber: "0x1", blockHash: "0x1" }
      : null
  }
  return { answers, pool, state }
}

const run = (answers: Node.Answers, earlier: ReadonlyArray<Recording.Entry>) => {
  const troubles: Array<string> = []
  const trouble = ({ message }: { readonly message: string }) => void troubles.push(message)
  const numbered = Submissions.numbered(earlier)
  const submissions = Node.submissions(answers, { trouble, numbered })
  return { troubles, submissions, purse: Node.purse(answers, submissions) }
}

const signed = (n: number, nonce: number): Recording.Entry => ({
  _tag: "Signed",
  id,
  n,
  raw: "0x",
  hash: "0x",
  nonce,
})

it("IPSX-CHN-051 numbers that are missing are used up by transactions that do nothing", async () => {
  const { answers, pool } = node(5)
  // A transaction of an earlier run had the number 6, and 5 was of a program that lost it.
  const { submissions, purse, troubles } = run(answers, [signed(0, 6)])
  await purse.withdraw(token)
  expect([...pool.keys()].toSorted()).toEqual([5, 6, 7])
  const [five, six, seven] = [5, 6, 7].map((number) => Envelope.fields(pool.get(number)!))
  expect(five).toMatchObject({ to: Node.signer.address, data: "0x" })
  expect(six).toMatchObject({ to: Node.signer.address, data: "0x" })
  expect(seven!.to).toBe(Node.place.centralizer)
  expect(troubles[0]).toMatch(/the chain waits for transaction 5 of 0x[0-9a-f]{40}/)
  submissions.close()
})

it("IPSX-CHN-052 a chain that is far behind the own numbers is told and not filled up", async () => {
  const { answers, pool } = node(5)
  const { submissions, purse, troubles } = run(answers, [signed(0, 99)])
  purse.withdraw(token).catch(() => {})
  await Pace.until(() => troubles.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([...pool.keys()]).toEqual([100])
  expect(troubles[0]).toMatch(/or the chain is another one than before/)
  submissions.close()
})

it("IPSX-CHN-051 a node that has lost what was sent gives no number of it to another one", async () => {
  const { answers, pool, state } = node(5)
  state.isTaking = false
  const { submissions, purse } = run(answers, [])
  const first = purse.withdraw(token)
  await Pace.until(() => pool.size === 1)
  pool.clear()
  const second = purse.withdraw(2n * token)
  await Pace.until(() => pool.size === 2)
  expect([...pool.keys()].toSorted()).toEqual([5, 6])
  state.isTaking = true
  await Promise.all([first, second])
  submissions.close()
})
