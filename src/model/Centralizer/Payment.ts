// Money out of a channel: vouchers, closings by consent, and the verdict.
import * as Result from "effect/Result"
import type { Amount } from "../Amount.ts"
import type { Block } from "../Block.ts"
import * as Channel from "../Channel.ts"
import * as Fee from "../Fee.ts"
import * as Id from "../Id.ts"
import * as Ledger from "../Ledger.ts"
import type * as Log from "../Log.ts"
import * as Token from "../Token.ts"
import type * as Transaction from "../Transaction.ts"
import * as Verdict from "../Verdict.ts"
import { known, live, type Outcome } from "./Outcome.ts"

/** IPSX-PAY-002, IPSX-PAY-003: pays the provider what the requester signed for, less the commission. */
export const claim = (
  ledger: Ledger.Ledger,
  { id, cumulative, author }: Transaction.ClaimItem,
): Outcome => {
  const found = live(ledger, id)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const before = found.success
  const claimed = Channel.claim(before, cumulative, author)
  if (Result.isFailure(claimed)) return Result.fail(claimed.failure)
  const { provider, requester } = before.deal
  const delta = cumulative - before.facts.paid
  const feeDelta = Fee.increment(before.facts.paid, cumulative, ledger.parameters)
  Ledger.setChannel(ledger, claimed.success)
  Ledger.release(ledger, requester, delta, 0n)
  Ledger.credit(ledger, provider, delta - feeDelta)
  Ledger.addFees(ledger, feeDelta)
  const paid: Log.Log = { _tag: "VoucherPaid", id, cumulative, feeDelta }
  if (before.facts.demanded === claimed.success.facts.demanded) return Result.succeed([paid])
  Ledger.meetDemand(ledger, before.deal)
  return Result.succeed([paid, { _tag: "DemandMet", id }])
}

/** IPSX-PAY-006: ends a channel as both parties agreed, without a penalty; every stake goes home. */
export const settle = (
  ledger: Ledger.Ledger,
  { id, cumulative, receipt, authors }: Transaction.SettleItem,
): Outcome => {
  const found = live(ledger, id)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const settled = Channel.settle(found.success, cumulative, authors)
  if (Result.isFailure(settled)) return Result.fail(settled.failure)
  const { facts, deal } = found.success
  divide(ledger, settled.success, Verdict.byConsent(facts, deal, cumulative, ledger.parameters))
  return Result.succeed([settledLog(id, cumulative, 0n, 0n, receipt)])
}

/** IPSX-AGR-060: ends a channel by the one verdict when the time for evidence is over. */
export const finalize = (
  ledger: Ledger.Ledger,
  { id }: Transaction.Of<"Finalize">,
  block: Block,
): Outcome => {
  const found = known(ledger, id)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const final = Channel.finalize(found.success, block, ledger.parameters)
  if (Result.isFailure(final)) return Result.fail(final.failure)
  const verdict = Verdict.of(found.success.facts, found.success.deal, ledger.parameters)
  divide(ledger, final.success, verdict)
  if (verdict.burned > 0n)
    Result.getOrThrow(Token.burn(ledger.token, ledger.centralizer, verdict.burned))
  const { paid, penaltyProvider, penaltyRequester } = verdict
  const settled = settledLog(id, paid, penaltyProvider, penaltyRequester, Id.zero)
  const { breachedByProvider: byProvider, breachedByRequester: byRequester } = verdict
  return Result.succeed(
    byProvider || byRequester
      ? [{ _tag: "DealBreached", id, byProvider, byRequester }, settled]
      : [settled],
  )
}

/** IPSX-PAY-015: pays many vouchers, all or none. */
export const claimMany = (
  ledger: Ledger.Ledger,
  { claims }: Transaction.Of<"ClaimMany">,
): Outcome => allOrNone(ledger, claims, claim)

/** IPSX-PAY-015: ends many channels by consent, all or none. */
export const settleMany = (
  ledger: Ledger.Ledger,
  { settlements }: Transaction.Of<"SettleMany">,
): Outcome => allOrNone(ledger, settlements, settle)

const divide = (
  ledger: Ledger.Ledger,
  channel: Channel.Channel,
  verdict: Verdict.Verdict,
): void => {
  const { provider, requester } = channel.deal
  Ledger.setChannel(ledger, channel)
  Ledger.release(ledger, requester, verdict.fromRequester, verdict.toRequester)
  Ledger.release(ledger, provider, verdict.fromProvider, verdict.toProvider)
  Ledger.addFees(ledger, verdict.fee)
}

const allOrNone = <A>(
  ledger: Ledger.Ledger,
  items: ReadonlyArray<A>,
  apply: (ledger: Ledger.Ledger, item: A) => Outcome,
): Outcome =>
  Ledger.atomically(
    ledger,
    () => {
      const logs: Array<Log.Log> = []
      for (const item of items) {
        const outcome = apply(ledger, item)
        if (Result.isFailure(outcome)) return outcome
        logs.push(...outcome.success)
      }
      return Result.succeed(logs)
    },
    Result.isFailure,
  )

// The division of a channel's money never leaves the bounds of its cap and its bond.
const settledLog = (
  id: Id.Id,
  cumulative: Amount,
  penaltyProvider: bigint,
  penaltyRequester: bigint,
  receipt: Id.Id,
): Log.Log => ({
  _tag: "DealSettled",
  id,
  cumulative,
  penaltyProvider: penaltyProvider as Amount,
  penaltyRequester: penaltyRequester as Amount,
  receipt,
})
