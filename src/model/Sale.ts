// The sale of the funding participants' part (IPSX-TOK-005 … TOK-010): who may pay when, what a payment buys, and who
// gets what at the end. Amounts paid are in wei, tokens in base units; a stage lasts until the next one opens.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "./Address.ts"
import * as Token from "./Token.ts"

export const stages = ["Before", "Private", "PreSale", "Public", "Over"] as const
export type Stage = (typeof stages)[number]

export interface Plan {
  readonly privateOpens: bigint
  readonly preSaleOpens: bigint
  readonly publicOpens: bigint
  readonly closes: bigint
  readonly privateMinimum: bigint
  readonly softCap: bigint
  readonly hardCap: bigint
}

export interface Sale {
  readonly plan: Plan
  /** The investors admitted to the private stage, and those who passed the identity check for the pre-sale. */
  readonly admitted: Readonly<Record<"Private" | "PreSale", ReadonlySet<Address>>>
  /** What each contributor has paid and has neither claimed nor got back. */
  readonly paid: ReadonlyMap<Address, bigint>
  readonly raised: bigint
  /** Tokens that the rate has promised so far. */
  readonly sold: bigint
  readonly succeeded: boolean
  /** Tokens that the sale still holds. */
  readonly held: bigint
}

/**
 * A sale before its first stage.
 *
 * @example
 * Sale.make({ privateOpens: 10n, preSaleOpens: 20n, publicOpens: 30n, closes: 40n, privateMinimum: 5n, softCap: 50n, hardCap: 100n })
 */
export const make = (plan: Plan): Sale => ({
  plan,
  admitted: { Private: new Set(), PreSale: new Set() },
  paid: new Map(),
  raised: 0n,
  sold: 0n,
  succeeded: false,
  held: Token.allocation.funding,
})

/** The stage at a moment, in seconds; a sale is over at its end and when the hard cap is reached. */
export const stage = ({ plan, raised }: Sale, now: bigint): Stage => {
  if (now < plan.privateOpens) return "Before"
  if (now >= plan.closes || raised === plan.hardCap) return "Over"
  if (now >= plan.publicOpens) return "Public"
  return now >= plan.preSaleOpens ? "PreSale" : "Private"
}

/** The tokens that the rate gives for a sum, rounded down: the whole part for the hard cap (IPSX-TOK-006). */
export const tokensFor = ({ plan }: Sale, sum: bigint): bigint =>
  (sum * Token.allocation.funding) / plan.hardCap

/** Puts an investor on the list of a stage, or takes it off (IPSX-TOK-005). */
export const admit = (
  sale: Sale,
  list: "Private" | "PreSale",
  investor: Address,
  yes: boolean,
): Sale => {
  const members = new Set(sale.admitted[list])
  if (yes) members.add(investor)
  else members.delete(investor)
  return { ...sale, admitted: { ...sale.admitted, [list]: members } }
}

/** Pays for tokens, under the rules of the stage (IPSX-TOK-005, IPSX-TOK-009). */
export const contribute = (
  sale: Sale,
  contributor: Address,
  amount: bigint,
  now: bigint,
): Result.Result<Sale, SaleRefused> => {
  const at = stage(sale, now)
  if (at === "Before" || at === "Over") return refuse("NotOpen")
  if (at !== "Public" && !sale.admitted[at].has(contributor)) return refuse("NotAdmitted")
  if (amount === 0n) return refuse("NothingPaid")
  if (amount > sale.plan.hardCap - sale.raised) return refuse("AboveHardCap")
  const before = sale.paid.get(contributor) ?? 0n
  const total = before + amount
  if (at === "Private" && total < sale.plan.privateMinimum) return refuse("BelowMinimum")
  return Result.succeed({
    ...sale,
    paid: new Map(sale.paid).set(contributor, total),
    raised: sale.raised + amount,
    // Of the total, not of the part: a sum paid in pieces buys what it buys at once.
    sold: sale.sold + tokensFor(sale, total) - tokensFor(sale, before),
  })
}

/** The funding has succeeded: it is over, and the soft cap is reached. */
export const succeed = (sale: Sale, now: bigint): Result.Result<Sale, SaleRefused> => {
  if (sale.succeeded) return refuse("AlreadySucceeded")
  if (stage(sale, now) !== "Over") return refuse("StillOpen")
  if (sale.raised < sale.plan.softCap) return refuse("SoftCapNotReached")
  return Result.succeed({ ...sale, succeeded: true })
}

/** What a claim or a repayment gives: the sale after it, the tokens or the wei, and the tokens that are burned. */
export interface Given {
  readonly sale: Sale
  readonly amount: bigint
  readonly burned: bigint
}

/** What a contributor bought and its share of what was not sold; the last one's burns the remainder (IPSX-TOK-007). */
export const claim = (sale: Sale, contributor: Address): Result.Result<Given, SaleRefused> => {
  if (!sale.succeeded) return refuse("NotSucceeded")
  const sum = sale.paid.get(contributor)
  if (sum === undefined) return refuse("NothingToClaim")
  const unsold = Token.allocation.funding - sale.sold
  const amount = tokensFor(sale, sum) + (unsold * sum) / sale.raised
  const paid = without(sale, contributor)
  const left = sale.held - amount
  const burned = paid.size === 0 ? left : 0n
  return Result.succeed({ sale: { ...sale, paid, held: left - burned }, amount, burned })
}

/** Returns to a contributor what it paid, when the funding has failed (IPSX-TOK-008). */
export const payBack = (
  sale: Sale,
  contributor: Address,
  now: bigint,
): Result.Result<Given, SaleRefused> => {
  if (stage(sale, now) !== "Over") return refuse("StillOpen")
  if (sale.raised >= sale.plan.softCap) return refuse("SoftCapReached")
  const amount = sale.paid.get(contributor)
  if (amount === undefined) return refuse("NothingToClaim")
  return Result.succeed({
    sale: { ...sale, paid: without(sale, contributor) },
    amount,
    burned: 0n,
  })
}

const without = (sale: Sale, contributor: Address): ReadonlyMap<Address, bigint> => {
  const paid = new Map(sale.paid)
  paid.delete(contributor)
  return paid
}

const refuse = (reason: typeof Reason.Type): Result.Result<never, SaleRefused> =>
  Result.fail(new SaleRefused({ reason }))

/** The contract's errors, by their names. */
const Reason = Schema.Literals([
  "NotOpen",
  "NotAdmitted",
  "NothingPaid",
  "AboveHardCap",
  "BelowMinimum",
  "AlreadySucceeded",
  "StillOpen",
  "SoftCapNotReached",
  "SoftCapReached",
  "NotSucceeded",
  "NothingToClaim",
])

const sentences: Readonly<Record<typeof Reason.Type, string>> = {
  NotOpen: "it is before its first stage or over",
  NotAdmitted: "the contributor is not on the list of this stage",
  NothingPaid: "a contribution is of more than nothing",
  AboveHardCap: "the sum goes beyond the hard cap",
  BelowMinimum: "the sum is below the private stage's minimum",
  AlreadySucceeded: "its success has been said already",
  StillOpen: "it is not over yet",
  SoftCapNotReached: "the soft cap was not reached",
  SoftCapReached: "the soft cap was reached, so that nothing is paid back",
  NotSucceeded: "its success has not been said yet",
  NothingToClaim: "nothing of this contributor is left in it",
}

/** The sale does not do that now; `reason` is the contract's error. */
export class SaleRefused extends Schema.TaggedError<SaleRefused>()("SaleRefused", {
  reason: Reason,
}) {
  override get message(): string {
    return `the sale refuses (${this.reason}): ${sentences[this.reason]}`
  }
}
