// Pooled stakes, and the proof of a double lease that costs one (IPSX-AGR-065).
import * as Result from "effect/Result"
import * as Amount from "../Amount.ts"
import type { Block } from "../Block.ts"
import type { Id } from "../Id.ts"
import * as Ledger from "../Ledger.ts"
import * as Receipt from "../Receipt.ts"
import * as Revert from "../Revert.ts"
import * as Stake from "../Stake.ts"
import * as Token from "../Token.ts"
import type * as Transaction from "../Transaction.ts"
import * as Wallet from "../Wallet.ts"
import type { Outcome } from "./Outcome.ts"

/** Moves an amount from the sender's balance into its stake. */
export const stake = (
  ledger: Ledger.Ledger,
  { sender, amount }: Transaction.Of<"Stake">,
): Outcome => {
  if (amount === 0n) return Result.fail(new Revert.ZeroAmount())
  const reserved = Wallet.reserve(Ledger.wallet(ledger, sender), amount)
  if (Result.isFailure(reserved)) return Result.fail(reserved.failure)
  Ledger.setWallet(ledger, reserved.success)
  ledger.stakes.set(sender, Stake.raise(Ledger.stake(ledger, sender), amount))
  return Result.succeed([{ _tag: "Staked", owner: sender, amount }])
}

/** IPSX-WAL-009: starts the claim window. */
export const requestUnstake = (
  ledger: Ledger.Ledger,
  { sender }: Transaction.Of<"RequestUnstake">,
  block: Block,
): Outcome => {
  const requested = Stake.request(Ledger.stake(ledger, sender), sender, block)
  if (Result.isFailure(requested)) return Result.fail(requested.failure)
  ledger.stakes.set(sender, requested.success)
  return Result.succeed([{ _tag: "UnstakeRequested", owner: sender }])
}

/** IPSX-WAL-009: takes the whole stake back, after the claim window. */
export const unstake = (
  ledger: Ledger.Ledger,
  { sender }: Transaction.Of<"Unstake">,
  block: Block,
): Outcome => {
  const free = Stake.withdraw(Ledger.stake(ledger, sender), sender, block, ledger.parameters)
  if (Result.isFailure(free)) return Result.fail(free.failure)
  ledger.stakes.delete(sender)
  Ledger.release(ledger, sender, free.success, free.success)
  return Result.succeed([{ _tag: "Unstaked", owner: sender, amount: Amount.of(free.success) }])
}

/**
 * IPSX-AGR-065: two receipts of one provider for one seat at one time cost it the whole stake. Half goes to
 * whoever proves it, the greater half is burned, so that reporting oneself is a loss.
 */
export const proveDoubleLease = (
  ledger: Ledger.Ledger,
  { sender, first, second }: Transaction.Of<"ProveDoubleLease">,
): Outcome => {
  const refusal = refuse(ledger, first, second)
  if (refusal !== undefined) return Result.fail(refusal)
  const { provider, resource, seat } = first.receipt
  const { amount } = Ledger.stake(ledger, provider)
  if (amount === 0n) return Result.fail(new Revert.NothingStaked({ owner: provider }))
  const reward = amount / 2n
  ledger.proven.add(pair(first.receipt.channelId, second.receipt.channelId))
  ledger.stakes.delete(provider)
  Ledger.release(ledger, provider, amount, 0n)
  Ledger.credit(ledger, sender, reward)
  Result.getOrThrow(Token.burn(ledger.token, ledger.centralizer, amount - reward))
  const slashed = Amount.of(amount)
  return Result.succeed([{ _tag: "DoubleLeaseProved", provider, resource, seat, slashed }])
}

type Evidence = Transaction.Of<"ProveDoubleLease">["first"]

const refuse = (
  ledger: Ledger.Ledger,
  first: Evidence,
  second: Evidence,
): Revert.Revert | undefined => {
  const [a, b] = [first.receipt.channelId, second.receipt.channelId]
  if (!isDoubleLease(ledger, first.receipt, second.receipt))
    return new Revert.NotDoubleLease({ a, b })
  if (ledger.proven.has(pair(a, b))) return new Revert.AlreadyProven({ a, b })
  for (const { receipt, authors } of [first, second])
    for (const role of ["provider", "requester"] as const)
      if (authors[role] !== receipt[role])
        return new Revert.InvalidSignature({ expected: receipt[role] })
  return undefined
}

// The intervals are those really served, so a seat let again after an early stop is no offence, and an
// overlap within the skew of both clocks proves nothing.
const isDoubleLease = (ledger: Ledger.Ledger, a: Receipt.Receipt, b: Receipt.Receipt): boolean =>
  a.channelId !== b.channelId &&
  a.provider === b.provider &&
  a.resource === b.resource &&
  a.seat === b.seat &&
  isOpenedFor(ledger, a) &&
  isOpenedFor(ledger, b) &&
  Receipt.overlap(a, b) > 2 * ledger.parameters.delta

const isOpenedFor = (ledger: Ledger.Ledger, receipt: Receipt.Receipt): boolean => {
  const deal = Ledger.channel(ledger, receipt.channelId)?.deal
  return deal?.provider === receipt.provider && deal.requester === receipt.requester
}

const pair = (a: Id, b: Id): string => (a < b ? `${a}:${b}` : `${b}:${a}`)
