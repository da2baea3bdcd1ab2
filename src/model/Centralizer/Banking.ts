// Money in and out of the wallets, and the token's own functions.
import * as Result from "effect/Result"
import * as Address from "../Address.ts"
import * as Amount from "../Amount.ts"
import type { Block } from "../Block.ts"
import * as Ledger from "../Ledger.ts"
import type * as Log from "../Log.ts"
import * as Revert from "../Revert.ts"
import * as Token from "../Token.ts"
import type * as Transaction from "../Transaction.ts"
import * as Wallet from "../Wallet.ts"
import type { Outcome } from "./Outcome.ts"

/** IPSX-WAL-006: moves the sender's tokens into its wallet. */
export const deposit = (
  ledger: Ledger.Ledger,
  { sender, amount }: Pick<Transaction.Of<"Deposit">, "sender" | "amount">,
): Outcome => {
  if (amount === 0n) return Result.fail(new Revert.ZeroAmount())
  const drawn = Token.draw(ledger.token, sender, amount)
  if (Result.isFailure(drawn)) return Result.fail(drawn.failure)
  Ledger.credit(ledger, sender, amount)
  return Result.succeed([{ _tag: "Deposited", owner: sender, amount }])
}

/**
 * As `deposit`, with a permit for an approval. A permit that is refused is ignored, for somebody else may
 * have submitted it first: only the allowance counts.
 */
export const depositWithPermit = (
  ledger: Ledger.Ledger,
  { sender, amount, deadline, author }: Transaction.Of<"DepositWithPermit">,
  block: Block,
): Outcome => {
  if (author !== sender || block.timestamp > deadline || amount === 0n)
    return deposit(ledger, { sender, amount })
  const before = Token.allowance(ledger.token, sender)
  Token.approve(ledger.token, sender, amount)
  const outcome = deposit(ledger, { sender, amount })
  if (Result.isFailure(outcome)) Token.approve(ledger.token, sender, before)
  return outcome
}

/** Fills many wallets from the sender's tokens with one transfer. */
export const depositMany = (
  ledger: Ledger.Ledger,
  { sender, deposits }: Transaction.Of<"DepositMany">,
): Outcome => {
  let sum = 0n
  for (const { owner, amount } of deposits) {
    if (amount === 0n) return Result.fail(new Revert.ZeroAmount())
    if (owner === Address.zero) return Result.fail(new Revert.ZeroAddress())
    sum += amount
  }
  const drawn = Token.draw(ledger.token, sender, sum)
  if (Result.isFailure(drawn)) return Result.fail(drawn.failure)
  const logs: Array<Log.Log> = []
  for (const { owner, amount } of deposits) {
    Ledger.credit(ledger, owner, amount)
    logs.push({ _tag: "Deposited", owner, amount })
  }
  return Result.succeed(logs)
}

/** IPSX-WAL-006, IPSX-WAL-008: moves tokens from the sender's balance to its own account. */
export const withdraw = (
  ledger: Ledger.Ledger,
  { sender, amount }: Transaction.Of<"Withdraw">,
): Outcome => {
  if (amount === 0n) return Result.fail(new Revert.ZeroAmount())
  const debited = Wallet.debit(Ledger.wallet(ledger, sender), amount)
  if (Result.isFailure(debited)) return Result.fail(debited.failure)
  Ledger.setWallet(ledger, debited.success)
  Result.getOrThrow(Token.transfer(ledger.token, ledger.centralizer, sender, amount))
  return Result.succeed([{ _tag: "Withdrawn", owner: sender, amount }])
}

/** IPSX-WAL-006, IPSX-WAL-008: moves an amount from the sender's balance to another wallet. */
export const transfer = (
  ledger: Ledger.Ledger,
  { sender, to, amount }: Transaction.Of<"Transfer">,
): Outcome => {
  if (amount === 0n) return Result.fail(new Revert.ZeroAmount())
  if (to === Address.zero) return Result.fail(new Revert.ZeroAddress())
  const moved = Wallet.transfer(Ledger.wallet(ledger, sender), Ledger.wallet(ledger, to), amount)
  if (Result.isFailure(moved)) return Result.fail(moved.failure)
  for (const wallet of moved.success) Ledger.setWallet(ledger, wallet)
  return Result.succeed([{ _tag: "Transferred", from: sender, to, amount }])
}

/** Leaves the hash of the sender's profile on record. */
export const anchorProfile = (
  ledger: Ledger.Ledger,
  { sender, hash }: Transaction.Of<"AnchorProfile">,
): Outcome => {
  ledger.anchors.set(sender, hash)
  return Result.succeed([{ _tag: "ProfileAnchored", owner: sender, hash }])
}

/** IPSX-PAY-019: the platform takes all commissions charged so far, and nothing else. */
export const withdrawFees = (
  ledger: Ledger.Ledger,
  { sender, to }: Transaction.Of<"WithdrawFees">,
): Outcome => {
  if (sender !== ledger.platform) return Result.fail(new Revert.NotPlatform({ sender }))
  if (ledger.fees === 0n) return Result.fail(new Revert.ZeroAmount())
  if (to === Address.zero) return Result.fail(new Revert.ZeroAddress())
  const amount = Amount.of(ledger.fees)
  Result.getOrThrow(Token.transfer(ledger.token, ledger.centralizer, to, amount))
  ledger.fees = 0n
  return Result.succeed([{ _tag: "FeesWithdrawn", to, amount }])
}

// The token's own functions leave no log of the Centralizer.
const silent = (result: Result.Result<void, Revert.Revert>): Outcome =>
  Result.isFailure(result) ? Result.fail(result.failure) : Result.succeed([])

/** Lets the Centralizer draw from the sender's tokens. */
export const approveTokens = (
  ledger: Ledger.Ledger,
  { sender, amount }: Transaction.Of<"ApproveTokens">,
): Outcome => {
  Token.approve(ledger.token, sender, amount)
  return Result.succeed([])
}

/** Moves tokens outside the Centralizer. */
export const transferTokens = (
  ledger: Ledger.Ledger,
  { sender, to, amount }: Transaction.Of<"TransferTokens">,
): Outcome => silent(Token.transfer(ledger.token, sender, to, amount))

/** IPSX-TOK-004: destroys the sender's own tokens. */
export const burnTokens = (
  ledger: Ledger.Ledger,
  { sender, amount }: Transaction.Of<"BurnTokens">,
): Outcome => silent(Token.burn(ledger.token, sender, amount))

/** IPSX-TOK-003: the funding has succeeded. */
export const openTransfers = (
  ledger: Ledger.Ledger,
  { sender }: Transaction.Of<"OpenTransfers">,
): Outcome => silent(Token.openTransfers(ledger.token, sender))
