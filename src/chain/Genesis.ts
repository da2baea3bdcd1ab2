// How a market on a local chain begins: who holds the supply, where the contracts will be, and the transactions that
// fill the first wallets. Pure, so that the ledger in memory starts from the very same (IPSX-CHN-010).
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Address from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import * as Token from "../model/Token.ts"
import type * as Transaction from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as Signed from "../signature/Signed.ts"
import * as Envelope from "./Envelope.ts"
import type * as Signer from "./Signer.ts"

const names = ["deployer", "platform", "funding", "partners", "bounty", "team"] as const

/** The accounts that every local deployment has, by what they do. */
export type Accounts = { readonly [name in (typeof names)[number]]: Address.Address }

export interface Genesis {
  readonly accounts: Accounts
  /** Keys of these accounts; of nobody else. */
  readonly keys: ReadonlyMap<Address.Address, Uint8Array>
}

/** The accounts of local deployments. Their keys are public knowledge: keccak-256 of `ipsx/` and the name. */
export const make = (curve: Curve): Genesis => {
  const keys = new Map<Address.Address, Uint8Array>()
  const entries = names.map((name) => {
    const key = curve.keccak(new TextEncoder().encode(`ipsx/${name}`))
    const address = Signed.address(curve, key)
    keys.set(address, key)
    return [name, address] as const
  })
  return { accounts: Object.fromEntries(entries) as unknown as Accounts, keys }
}

/** Where the contracts of the deployer's next two transactions will be: the token first. */
export const place = (
  curve: Curve,
  deployer: Address.Address,
  chainId: number,
  nonce = 0,
): Signer.Place => ({
  chainId,
  token: contract(curve, deployer, nonce),
  centralizer: contract(curve, deployer, nonce + 1),
})

/** Where the contract of a deployer's transaction will be. */
export const contract = (curve: Curve, deployer: Address.Address, nonce: number): Address.Address =>
  Hex.fromBytes(
    curve.keccak(Hex.toBytes(Envelope.creation(deployer, nonce))).subarray(12),
  ) as string as Address.Address

/** Owners whose wallets one transaction fills. */
const ownersPerTransaction = 400

/**
 * The transactions that open the transfers and move the amounts from the holders of the supply into wallets:
 * first out of the funding's part, then the partners', the bounty's and the team's.
 *
 * @example
 * Genesis.transactions(accounts, [[provider, Amount.of(10n ** 18n)]])
 */
export const transactions = (
  accounts: Accounts,
  funding: ReadonlyArray<readonly [owner: Address.Address, amount: Amount.Amount]>,
): Result.Result<ReadonlyArray<Transaction.Transaction>, FundingExceedsSupply> => {
  const needed = funding.reduce((sum, [, amount]) => sum + amount, 0n)
  if (needed > Token.totalSupply)
    return Result.fail(new FundingExceedsSupply({ needed, supply: Token.totalSupply }))
  const list: Array<Transaction.Transaction> = [{ _tag: "OpenTransfers", sender: accounts.funding }]
  const rest = funding
    .filter(([, amount]) => amount > 0n)
    .map(([owner, amount]) => ({ owner, amount }))
  for (const part of ["funding", "partners", "bounty", "team"] as const) {
    if (rest.length === 0) break
    const sender = accounts[part]
    const deposits = draw(rest, Token.allocation[part])
    const sum = deposits.reduce((sum, { amount }) => sum + amount, 0n)
    list.push({ _tag: "ApproveTokens", sender, amount: sum as Amount.Amount })
    for (let at = 0; at < deposits.length; at += ownersPerTransaction)
      list.push({
        _tag: "DepositMany",
        sender,
        deposits: deposits.slice(at, at + ownersPerTransaction),
      })
  }
  return Result.succeed(list)
}

interface Deposit {
  readonly owner: Address.Address
  readonly amount: Amount.Amount
}

// Takes from the front of the list what a part of the supply can pay, the last one partly if need be.
const draw = (rest: Array<Deposit>, part: Amount.Amount): ReadonlyArray<Deposit> => {
  let left: bigint = part
  let whole = 0
  while (whole < rest.length && rest[whole]!.amount <= left) left -= rest[whole++]!.amount
  const taken = rest.splice(0, whole)
  const next = rest[0]
  if (next !== undefined && left > 0n) {
    taken.push({ owner: next.owner, amount: Amount.of(left) })
    rest[0] = { owner: next.owner, amount: Amount.of(next.amount - left) }
  }
  return taken
}

export class FundingExceedsSupply extends Schema.TaggedError<FundingExceedsSupply>()(
  "FundingExceedsSupply",
  { needed: Schema.BigInt, supply: Schema.BigInt },
) {
  override get message(): string {
    return `the first wallets need ${Amount.format(this.needed)} tokens, there are ${Amount.format(this.supply)}: use fewer actors or smaller balances`
  }
}
