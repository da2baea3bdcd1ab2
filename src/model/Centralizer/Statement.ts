// Net settlement: one signature of a payer over many of its channels (IPSX-PAY-031).
import * as Result from "effect/Result"
import type { Address } from "../Address.ts"
import type { Amount } from "../Amount.ts"
import * as Channel from "../Channel.ts"
import * as Fee from "../Fee.ts"
import * as Ledger from "../Ledger.ts"
import type * as Log from "../Log.ts"
import * as Revert from "../Revert.ts"
import type * as Transaction from "../Transaction.ts"
import { known, type Outcome } from "./Outcome.ts"

/**
 * Pays each entry as a voucher for it would be paid. An entry that has nothing left to pay is passed over (IPSX-PAY-032);
 * one that was wrong when it was signed refuses the whole (IPSX-PAY-033).
 */
export const claimStatement = (
  ledger: Ledger.Ledger,
  { payer, entries, statement, author }: Transaction.Of<"ClaimStatement">,
): Outcome => {
  // What makes an entry wrong never changes, so that all of them can be looked at before the first is paid.
  const refusal = author === payer ? refuse(ledger, payer, entries) : unsigned(payer)
  if (refusal !== undefined) return Result.fail(refusal)
  const logs: Array<Log.Log> = []
  const sum = { paid: 0n, fees: 0n }
  for (const entry of entries) pay(ledger, entry, sum, logs)
  if (sum.paid === 0n) return Result.fail(new Revert.ZeroAmount())
  Ledger.release(ledger, payer, sum.paid, 0n)
  Ledger.addFees(ledger, sum.fees)
  const [paid, fees] = [sum.paid as Amount, sum.fees as Amount]
  logs.push({ _tag: "StatementPaid", payer, entries: statement, paid, fees })
  return Result.succeed(logs)
}

const refuse = (
  ledger: Ledger.Ledger,
  payer: Address,
  entries: ReadonlyArray<Transaction.StatementEntry>,
): Revert.Revert | undefined => {
  for (const { id, cumulative } of entries) {
    const found = known(ledger, id)
    if (Result.isFailure(found)) return found.failure
    const { requester, cap } = found.success.deal
    if (requester !== payer) return new Revert.NotParty({ id, sender: payer })
    if (cumulative > cap) return new Revert.VoucherExceedsCap({ id, cumulative, cap })
  }
  return undefined
}

const unsigned = (expected: Address) => new Revert.InvalidSignature({ expected })

const pay = (
  ledger: Ledger.Ledger,
  { id, cumulative }: Transaction.StatementEntry,
  sum: { paid: bigint; fees: bigint },
  logs: Array<Log.Log>,
): void => {
  const before = Ledger.channel(ledger, id)!
  const { facts, deal } = before
  if (Channel.isFinal(before) || cumulative <= facts.paid) return
  const delta = cumulative - facts.paid
  const fee = Fee.increment(facts.paid, cumulative, ledger.parameters)
  const after = Channel.pay(before, cumulative)
  Ledger.setChannel(ledger, after)
  Ledger.credit(ledger, deal.provider, delta - fee)
  sum.paid += delta
  sum.fees += fee
  if (facts.demanded === after.facts.demanded) return
  Ledger.meetDemand(ledger, deal)
  logs.push({ _tag: "DemandMet", id })
}
