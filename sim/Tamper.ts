// Alters one storage slot of the contracts in the middle of a run, to show that the oracle notices: a run with a
// `tamper` in its scenario must fail, and name the block and the wallet.
import * as Effect from "effect/Effect"
import { asError, Unexpected, type ChainError } from "../src/chain/Chain.ts"
import type * as Mirror from "../src/chain/Mirror.ts"
import * as Slot from "../src/chain/Slot.ts"
import type { Address } from "../src/model/Address.ts"
import type { Population } from "./Population.ts"
import type { Scenario } from "./Scenario.ts"

export interface Tamper {
  readonly block: number
  readonly account: Address
  readonly delta: bigint
  done: boolean
}

/** `account` is an actor's name, like `homes-3`, or an address. */
export const make = (
  wanted: Scenario["chain"]["tamper"],
  population: Population,
): Tamper | undefined => {
  if (wanted === undefined) return undefined
  const actors = [...population.providers, ...population.requesters]
  const named = actors.find(({ name }) => name === wanted.account)
  return {
    block: wanted.block,
    account: named?.address ?? (wanted.account as Address),
    delta: BigInt(wanted.delta),
    done: false,
  }
}

const refused = (reason: string): ChainError =>
  new Unexpected({ reason: `chain.tamper: ${reason}` })

/** Adds `delta` base units to the wallet's balance on the chain, once its block has been made. */
export const after = (
  tamper: Tamper | undefined,
  block: Mirror.Predicted,
  mirror: Mirror.Mirror,
): Effect.Effect<void, ChainError> => {
  if (tamper === undefined || tamper.done || block.number < tamper.block) return Effect.void
  tamper.done = true
  return Effect.tryPromise({
    try: () => Slot.alterWallet(mirror.rpc, mirror.info, tamper.account, tamper.delta),
    catch: (cause) => (cause instanceof RangeError ? refused(cause.message) : asError(cause)),
  })
}

/** A run that ended before it could be disturbed shows nothing, and must not seem to. */
export const finish = (tamper: Tamper | undefined): Effect.Effect<void, ChainError> =>
  tamper === undefined || tamper.done
    ? Effect.void
    : Effect.fail(refused(`the run ended before block ${tamper.block}`))
