// A provider's pooled stake, slashable until it is taken out, a claim window after it was asked back
// (IPSX-AGR-065, IPSX-WAL-009). The amount is part of the owner's reserve.
import * as Result from "effect/Result"
import type { Address } from "./Address.ts"
import type { Block } from "./Block.ts"
import * as Deadline from "./Deadline.ts"
import type { Id } from "./Id.ts"
import type { Parameters } from "./Parameters.ts"
import * as Revert from "./Revert.ts"

/** Base units; `armedAt` is the second of the request to unstake, 0 while there is none. */
export interface Stake {
  readonly amount: bigint
  readonly armedAt: number
  readonly armedBlock: number
}

export const none: Stake = { amount: 0n, armedAt: 0, armedBlock: 0 }

/** Raises the stake. A request is void after it, else the new part could leave without its window. */
export const raise = (stake: Stake, amount: bigint): Stake => ({
  amount: stake.amount + amount,
  armedAt: 0,
  armedBlock: 0,
})

/** Starts the claim window, or starts it again. */
export const request = (
  stake: Stake,
  owner: Address,
  block: Block,
): Result.Result<Stake, Revert.NothingStaked> =>
  stake.amount === 0n
    ? Result.fail(new Revert.NothingStaked({ owner }))
    : Result.succeed({
        amount: stake.amount,
        armedAt: block.timestamp,
        armedBlock: block.number,
      })

/** The amount that may be taken out now, in base units. */
export const withdraw = (
  stake: Stake,
  owner: Address,
  block: Block,
  parameters: Parameters,
): Result.Result<bigint, Revert.NothingStaked | Revert.UnstakeNotRequested | Revert.TooEarly> => {
  if (stake.amount === 0n) return Result.fail(new Revert.NothingStaked({ owner }))
  if (stake.armedAt === 0) return Result.fail(new Revert.UnstakeNotRequested({ owner }))
  const missing = Deadline.missing(widen(owner), stake, parameters.claimWindow, block, parameters)
  if (missing !== undefined) return Result.fail(missing)
  return Result.succeed(stake.amount)
}

// The contract names the deadline's subject by 32 bytes; an owner is padded on the left.
const widen = (owner: Address): Id => `0x${owner.slice(2).padStart(64, "0")}` as Id
