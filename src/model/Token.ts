// The ERC-20 token outside the Centralizer: who holds how much, what the Centralizer may draw, and the lock
// that the funding's success opens (IPSX-TOK-001 … TOK-004). Owned and mutable, written only after every check.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Address from "./Address.ts"
import * as Amount from "./Amount.ts"

const unlimited = 2n ** 256n - 1n

/** What an owner lets the Centralizer draw, in base units; 2^256 − 1 is never used up. */
export const Allowance = Schema.BigIntFromString.pipe(
  Schema.check(Schema.isBetweenBigInt({ minimum: 0n, maximum: unlimited })),
)

/** The supply, created once (IPSX-TOK-001), in base units, and its four parts. */
export const allocation = {
  funding: Amount.of(900_000_000n * 10n ** 18n),
  partners: Amount.of(495_000_000n * 10n ** 18n),
  bounty: Amount.of(45_000_000n * 10n ** 18n),
  team: Amount.of(360_000_000n * 10n ** 18n),
} as const
export const totalSupply: bigint = 1_800_000_000n * 10n ** 18n

/** Who receives the parts; `funding` is the controller that opens the transfers (IPSX-TOK-003). */
export type Holders = { readonly [part in keyof typeof allocation]: Address.Address }

export interface Token {
  readonly controller: Address.Address
  readonly spender: Address.Address
  readonly balances: Map<Address.Address, bigint>
  readonly allowances: Map<Address.Address, bigint>
  supply: bigint
  transfersOpen: boolean
}

/** The token as its constructor leaves it; `spender` is the Centralizer. */
export const make = (holders: Holders, spender: Address.Address): Token => {
  const token: Token = {
    controller: holders.funding,
    spender,
    balances: new Map(),
    allowances: new Map(),
    supply: totalSupply,
    transfersOpen: false,
  }
  for (const part of ["funding", "partners", "bounty", "team"] as const)
    set(token.balances, holders[part], balanceOf(token, holders[part]) + allocation[part])
  return token
}

export const clone = (token: Token): Token => ({
  ...token,
  balances: new Map(token.balances),
  allowances: new Map(token.allowances),
})

export const balanceOf = (token: Token, owner: Address.Address): bigint =>
  token.balances.get(owner) ?? 0n

export const allowance = (token: Token, owner: Address.Address): bigint =>
  token.allowances.get(owner) ?? 0n

/** Lets the Centralizer draw up to `amount` from the owner. */
export const approve = (token: Token, owner: Address.Address, amount: bigint): void =>
  set(token.allowances, owner, amount)

/** The funding has succeeded: from now on tokens move, for ever (IPSX-TOK-003). */
export const openTransfers = (
  token: Token,
  sender: Address.Address,
): Result.Result<void, NotFundingController | TransfersAlreadyOpen> => {
  if (sender !== token.controller) return Result.fail(new NotFundingController({ sender }))
  if (token.transfersOpen) return Result.fail(new TransfersAlreadyOpen())
  token.transfersOpen = true
  return Result.succeed(undefined)
}

/** Moves an owner's own tokens. */
export const transfer = (
  token: Token,
  from: Address.Address,
  to: Address.Address,
  amount: bigint,
): Result.Result<void, TransferFailure> => {
  if (to === Address.zero) return Result.fail(new ERC20InvalidReceiver({ receiver: to }))
  const refusal = refuse(token, from, amount)
  if (refusal !== undefined) return Result.fail(refusal)
  set(token.balances, from, balanceOf(token, from) - amount)
  set(token.balances, to, balanceOf(token, to) + amount)
  return Result.succeed(undefined)
}

/** Moves an owner's tokens to the Centralizer, within the allowance, which is looked at first. */
export const draw = (
  token: Token,
  owner: Address.Address,
  amount: bigint,
): Result.Result<void, TransferFailure> => {
  const allowed = allowance(token, owner)
  if (allowed < amount)
    return Result.fail(
      new ERC20InsufficientAllowance({
        spender: token.spender,
        allowance: allowed,
        needed: amount,
      }),
    )
  const moved = transfer(token, owner, token.spender, amount)
  if (Result.isSuccess(moved) && allowed !== unlimited)
    set(token.allowances, owner, allowed - amount)
  return moved
}

/** Destroys an owner's own tokens; the supply falls (IPSX-TOK-004). There is nothing that creates any. */
export const burn = (
  token: Token,
  owner: Address.Address,
  amount: bigint,
): Result.Result<void, TransferFailure> => {
  const refusal = refuse(token, owner, amount)
  if (refusal !== undefined) return Result.fail(refusal)
  set(token.balances, owner, balanceOf(token, owner) - amount)
  token.supply -= amount
  return Result.succeed(undefined)
}

const refuse = (
  token: Token,
  from: Address.Address,
  amount: bigint,
): TransfersLocked | ERC20InsufficientBalance | undefined => {
  if (!token.transfersOpen) return new TransfersLocked()
  const balance = balanceOf(token, from)
  return balance < amount
    ? new ERC20InsufficientBalance({ sender: from, balance, needed: amount })
    : undefined
}

const set = (map: Map<Address.Address, bigint>, owner: Address.Address, value: bigint): void => {
  if (value === 0n) map.delete(owner)
  else map.set(owner, value)
}

export type TransferFailure =
  | TransfersLocked
  | ERC20InsufficientAllowance
  | ERC20InsufficientBalance
  | ERC20InvalidReceiver

export class TransfersLocked extends Schema.TaggedError<TransfersLocked>()("TransfersLocked", {}) {
  override get message(): string {
    return "tokens do not move before the funding has succeeded"
  }
}

export class TransfersAlreadyOpen extends Schema.TaggedError<TransfersAlreadyOpen>()(
  "TransfersAlreadyOpen",
  {},
) {
  override get message(): string {
    return "transfers are open already"
  }
}

export class NotFundingController extends Schema.TaggedError<NotFundingController>()(
  "NotFundingController",
  { sender: Address.Address },
) {
  override get message(): string {
    return `${this.sender} is not the funding controller`
  }
}

export class ERC20InsufficientAllowance extends Schema.TaggedError<ERC20InsufficientAllowance>()(
  "ERC20InsufficientAllowance",
  {
    spender: Address.Address,
    allowance: Schema.BigIntFromString,
    needed: Schema.BigIntFromString,
  },
) {
  override get message(): string {
    return `${this.spender} may draw ${this.allowance} base units, not ${this.needed}`
  }
}

export class ERC20InsufficientBalance extends Schema.TaggedError<ERC20InsufficientBalance>()(
  "ERC20InsufficientBalance",
  { sender: Address.Address, balance: Schema.BigIntFromString, needed: Schema.BigIntFromString },
) {
  override get message(): string {
    return `${this.sender} holds ${this.balance} base units, not ${this.needed}`
  }
}

export class ERC20InvalidReceiver extends Schema.TaggedError<ERC20InvalidReceiver>()(
  "ERC20InvalidReceiver",
  { receiver: Address.Address },
) {
  override get message(): string {
    return `${this.receiver} cannot receive tokens`
  }
}
