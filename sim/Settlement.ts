// How payments and closings reach the chain: each by itself, those of one provider together, or those of one requester by
// a statement that it signs (IPSX-PAY-015, IPSX-PAY-031). What goes together is what one block has of it. A batch that
// is refused, because one thing in it is, is taken apart, and each part goes by itself in the next block.
import * as Fee from "../src/model/Fee.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type { Log } from "../src/model/Log.ts"
import type { Of, Transaction } from "../src/model/Transaction.ts"
import { noble } from "../src/signature/Curve.ts"
import * as Keccak from "../src/signature/Keccak.ts"
import * as Statement from "../src/signature/Statement.ts"
import type { Pending } from "./Blocks.ts"

export type Settlement = "deal" | "batch" | "net"

const curve = { ...noble, keccak: Keccak.load() ?? noble.keccak }

/**
 * The transactions of a block with those together that can go together, in the place of the first of them. What touches
 * a channel that another transaction has touched before keeps its place, so that nothing overtakes it.
 */
export const join = (
  settlement: Settlement,
  taken: ReadonlyArray<Pending>,
  now: number,
): ReadonlyArray<Pending> => {
  if (settlement === "deal") return taken
  const seen = new Set<string>()
  const groups = new Map<string, Array<Pending>>()
  const order: Array<Array<Pending>> = []
  for (const pending of taken) {
    const id = "id" in pending.transaction ? pending.transaction.id : ""
    const key = seen.has(id) ? undefined : keyOf(settlement, pending, now)
    seen.add(id)
    const group = key === undefined ? undefined : groups.get(key)
    if (group !== undefined) {
      group.push(pending)
      continue
    }
    const own = [pending]
    order.push(own)
    if (key !== undefined) groups.set(key, own)
  }
  return order.map((group) => (group.length === 1 ? group[0]! : together(settlement, group, now)))
}

// A requester that has left, or that never signed the voucher, signs no statement: its vouchers go as before.
const signsStatement = ({ transaction, lease }: Pending, now: number): boolean =>
  transaction._tag === "Claim" &&
  lease !== undefined &&
  transaction.author === lease.deal.requester &&
  lease.requester.plan.goneAt > now

const keyOf = (settlement: Settlement, pending: Pending, now: number): string | undefined => {
  const { transaction, isAlone } = pending
  if (isAlone === true) return undefined
  if (transaction._tag === "Claim")
    return settlement === "net" && signsStatement(pending, now)
      ? `statement ${transaction.author}`
      : `claim ${transaction.sender}`
  return transaction._tag === "Settle" ? `settle ${transaction.sender}` : undefined
}

const together = (settlement: Settlement, parts: ReadonlyArray<Pending>, now: number): Pending => ({
  transaction:
    parts[0]!.transaction._tag === "Settle"
      ? settleMany(parts)
      : settlement === "net" && signsStatement(parts[0]!, now)
        ? claimStatement(parts)
        : claimMany(parts),
  lease: undefined,
  role: "provider",
  parts,
})

const of = <T extends Transaction["_tag"]>(parts: ReadonlyArray<Pending>) =>
  parts.map(({ transaction }) => transaction as Of<T>)

const claimMany = (parts: ReadonlyArray<Pending>): Transaction => ({
  _tag: "ClaimMany",
  sender: parts[0]!.transaction.sender,
  claims: of<"Claim">(parts).map(({ id, cumulative, author }) => ({ id, cumulative, author })),
})

const settleMany = (parts: ReadonlyArray<Pending>): Transaction => ({
  _tag: "SettleMany",
  sender: parts[0]!.transaction.sender,
  settlements: of<"Settle">(parts).map(({ id, cumulative, receipt, authors }) => ({
    id,
    cumulative,
    receipt,
    authors,
  })),
})

const claimStatement = (parts: ReadonlyArray<Pending>): Transaction => {
  const claims = of<"Claim">(parts)
  const payer = claims[0]!.author
  const entries = claims.map(({ id, cumulative }) => ({ id, cumulative }))
  const statement = Statement.digest(curve, entries)
  return { _tag: "ClaimStatement", sender: payer, payer, entries, statement, author: payer }
}

/** What a statement that was paid means for each deal in it: the log that its voucher would have left. */
export const paid = (
  ledger: Ledger.Ledger,
  transaction: Transaction,
  parts: ReadonlyArray<Pending> = [],
): ReadonlyArray<Log> =>
  transaction._tag !== "ClaimStatement"
    ? []
    : parts.flatMap(({ transaction, lease }): ReadonlyArray<Log> => {
        const { id, cumulative } = transaction as Of<"Claim">
        const before = lease?.paid ?? 0n
        if (Ledger.channel(ledger, id)?.facts.paid !== cumulative || before >= cumulative) return []
        const feeDelta = Fee.increment(before, cumulative, ledger.parameters)
        return [{ _tag: "VoucherPaid", id, cumulative, feeDelta }]
      })
