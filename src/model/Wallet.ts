// A user's money inside the Centralizer, exactly as the paper has it: what may be used and what is held for
// open deals and stakes (IPSX-WAL-001 … WAL-004). Wallets are values; every operation returns new ones, and throws a
// RangeError at an amount below zero, which would turn its direction round: a programmer's error, never bad input.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"

/** Both in base units. `balance` is free for orders, transfers and withdrawals. */
export const Wallet = Schema.Struct({
  id: Address,
  balance: Amount.AmountFromString,
  reserved: Amount.AmountFromString,
})
export interface Wallet extends Schema.Schema.Type<typeof Wallet> {}

export const empty = (id: Address): Wallet => ({
  id,
  balance: Amount.zero,
  reserved: Amount.zero,
})

/** All that the wallet holds, free or not. */
export const total = (wallet: Wallet): bigint => wallet.balance + wallet.reserved

/** Nothing in it: indistinguishable from a wallet that was never used. */
export const isEmpty = (wallet: Wallet): boolean => wallet.balance === 0n && wallet.reserved === 0n

/** Adds to the balance. The supply of 2^91 bounds every sum, so it cannot overflow. */
export const credit = (wallet: Wallet, amount: bigint): Wallet =>
  change(wallet, forward(amount), 0n)

/** Takes from the balance, or `InsufficientBalance` (IPSX-WAL-004). */
export const debit = (wallet: Wallet, amount: bigint): Result.Result<Wallet, InsufficientBalance> =>
  covers(wallet, amount) ?? Result.succeed(change(wallet, -amount, 0n))

/**
 * Moves from the balance to the reserve, or `InsufficientBalance`.
 *
 * @example
 * Wallet.reserve(wallet, deal.cap)
 */
export const reserve = (
  wallet: Wallet,
  amount: bigint,
): Result.Result<Wallet, InsufficientBalance> =>
  covers(wallet, amount) ?? Result.succeed(change(wallet, -amount, amount))

/** Moves from the reserve back to the balance, or `InsufficientReserve`. */
export const release = (
  wallet: Wallet,
  amount: bigint,
): Result.Result<Wallet, InsufficientReserve> => settle(wallet, amount, amount)

/**
 * Takes `held` out of the reserve and puts `returned` of it, or more, into the balance: how a channel ends
 * for one party. What is not returned has gone to somebody else.
 */
export const settle = (
  wallet: Wallet,
  held: bigint,
  returned: bigint,
): Result.Result<Wallet, InsufficientReserve> =>
  wallet.reserved < forward(held)
    ? Result.fail(
        new InsufficientReserve({ wallet: wallet.id, available: wallet.reserved, needed: held }),
      )
    : Result.succeed(change(wallet, forward(returned), -held))

/** Moves between two balances, or `InsufficientBalance`. To oneself it changes nothing. */
export const transfer = (
  from: Wallet,
  to: Wallet,
  amount: bigint,
): Result.Result<readonly [from: Wallet, to: Wallet], InsufficientBalance> =>
  covers(from, amount) ??
  Result.succeed(
    from.id === to.id ? [from, to] : [change(from, -amount, 0n), change(to, amount, 0n)],
  )

// Every caller has proved that neither part goes below zero; `of` asserts it.
const change = (wallet: Wallet, balance: bigint, reserved: bigint): Wallet => ({
  id: wallet.id,
  balance: Amount.of(wallet.balance + balance),
  reserved: Amount.of(wallet.reserved + reserved),
})

const forward = (amount: bigint): bigint => {
  if (amount < 0n) throw new RangeError(`not an amount: ${amount}`)
  return amount
}

const covers = (
  wallet: Wallet,
  amount: bigint,
): Result.Result<never, InsufficientBalance> | undefined =>
  wallet.balance < forward(amount)
    ? Result.fail(
        new InsufficientBalance({ wallet: wallet.id, available: wallet.balance, needed: amount }),
      )
    : undefined

/** IPSX-WAL-004: the operation failed whole because the balance does not cover it. */
export class InsufficientBalance extends Schema.TaggedError<InsufficientBalance>()(
  "InsufficientBalance",
  { wallet: Address, available: Schema.BigIntFromString, needed: Schema.BigIntFromString },
) {
  override get message(): string {
    return `${this.wallet} has ${Amount.format(this.available)} free and needs ${Amount.format(this.needed)}`
  }
}

export class InsufficientReserve extends Schema.TaggedError<InsufficientReserve>()(
  "InsufficientReserve",
  { wallet: Address, available: Schema.BigIntFromString, needed: Schema.BigIntFromString },
) {
  override get message(): string {
    return `${this.wallet} has ${Amount.format(this.available)} reserved, not ${Amount.format(this.needed)}`
  }
}
