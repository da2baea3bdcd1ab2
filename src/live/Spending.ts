// How much each sub-account of a reseller may spend: the limit of a lease is set aside when it is rented, and what it
// really cost takes its place when it is over. Pure; amounts are base units.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Amount from "../model/Amount.ts"

interface Account {
  readonly cap: bigint
  spent: bigint
  /** Set aside for leases that are not over. */
  held: bigint
}

export interface Spending {
  readonly accounts: Map<string, Account>
}

/**
 * The caps of sub-accounts, in whole tokens. An account without a cap cannot spend.
 *
 * @example
 * const spending = Result.getOrThrow(Spending.make({ alice: "10", bob: "2.5" }))
 */
export const make = (
  caps: Readonly<Record<string, string>>,
): Result.Result<Spending, Amount.InvalidAmount> =>
  Result.gen(function* () {
    const accounts = new Map<string, Account>()
    for (const [name, text] of Object.entries(caps))
      accounts.set(name, { cap: yield* Amount.parse(text), spent: 0n, held: 0n })
    return { accounts }
  })

/** Sets the limit of a lease aside, or says that the account has not so much left. */
export const hold = (
  { accounts }: Spending,
  name: string,
  limit: bigint,
): Result.Result<void, CapReached> => {
  const account = accounts.get(name)
  const left = account === undefined ? 0n : account.cap - account.spent - account.held
  if (account === undefined || limit > left)
    return Result.fail(new CapReached({ account: name, limit, left }))
  account.held += limit
  return Result.succeed(undefined)
}

/** Sets aside for a lease that there is already: of an account that has no cap any more it is nobody's business. */
export const reserve = ({ accounts }: Spending, name: string, limit: bigint): void => {
  const account = accounts.get(name)
  if (account !== undefined) account.held += limit
}

/** The lease is over, or there was none: what was set aside is free again, less what was paid. */
export const settle = ({ accounts }: Spending, name: string, limit: bigint, paid: bigint): void => {
  const account = accounts.get(name)
  if (account === undefined) return
  account.held -= limit
  account.spent += paid
}

/** What an account has spent and what it may still spend. */
export const of = (
  { accounts }: Spending,
  name: string,
): { readonly spent: bigint; readonly left: bigint } => {
  const { cap, spent, held } = accounts.get(name) ?? { cap: 0n, spent: 0n, held: 0n }
  return { spent, left: cap - spent - held }
}

export class CapReached extends Schema.TaggedError<CapReached>()("CapReached", {
  account: Schema.String,
  limit: Schema.BigInt,
  left: Schema.BigInt,
}) {
  override get message(): string {
    return `the account ${this.account} has ${Amount.format(this.left)} tokens left, and the lease may cost ${Amount.format(this.limit)}`
  }
}
