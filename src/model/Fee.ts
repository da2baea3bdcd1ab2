// The platform's commission on every sealed deal (IPSX-PAY-004).
import * as Amount from "./Amount.ts"
import type { Parameters } from "./Parameters.ts"

type Rate = Pick<Parameters, "commissionBp" | "minCommission">

/**
 * φ(c): the commission on a channel that has paid `cumulative` in all, in base units, rounded down in the
 * provider's favour. The minimum is charged when the deal opens, so nobody pays less by splitting.
 *
 * @example
 * Fee.commission(0n, Parameters.standard) // minCommission
 */
export const commission = (cumulative: bigint, rate: Rate): Amount.Amount => {
  const share = Amount.mulDivFloor(cumulative, BigInt(rate.commissionBp), 10_000n)
  return (share > rate.minCommission ? share : rate.minCommission) as Amount.Amount
}

/** What a payment from `before` to `after` adds to the commission: the sum over steps telescopes. */
export const increment = (before: bigint, after: bigint, rate: Rate): Amount.Amount =>
  (commission(after, rate) - commission(before, rate)) as Amount.Amount

/** What a requester must have free to open a deal or place an order of this cap (IPSX-WAL-007). */
export const openingCost = (cap: bigint, rate: Rate): bigint => cap + rate.minCommission

/** The least bond that a deal of this cap may carry, rounded up. */
export const minimumBond = (cap: bigint, parameters: Pick<Parameters, "bondBp">): bigint =>
  Amount.mulDivCeil(cap, BigInt(parameters.bondBp), 10_000n)
