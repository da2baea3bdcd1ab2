// What the parties do and fail to do, and the proofs of it. Nothing here takes a bond or a payment: these
// functions record facts, hold stakes and start clocks, and the verdict moves the money.
import * as Result from "effect/Result"
import type { Address } from "../Address.ts"
import type { Block } from "../Block.ts"
import * as Channel from "../Channel.ts"
import type { Id } from "../Id.ts"
import * as Ledger from "../Ledger.ts"
import type * as Log from "../Log.ts"
import type * as Revert from "../Revert.ts"
import type * as Transaction from "../Transaction.ts"
import * as Wallet from "../Wallet.ts"
import { known, live, type Outcome } from "./Outcome.ts"

type Step = Result.Result<Channel.Channel, Revert.Revert>
type Found = Result.Result<Channel.Channel, Revert.Revert>

// Finds the channel, takes the step, writes the channel, announces it.
const record = (
  ledger: Ledger.Ledger,
  found: Found,
  step: (channel: Channel.Channel) => Step,
  announce: (channel: Channel.Channel) => Log.Log,
): Outcome => {
  const next = Result.isFailure(found) ? found : step(found.success)
  if (Result.isFailure(next)) return Result.fail(next.failure)
  Ledger.setChannel(ledger, next.success)
  return Result.succeed([announce(next.success)])
}

// As `record`, for a step that costs its sender a stake: the balance is the last check.
const recordWithStake = (
  ledger: Ledger.Ledger,
  { id, sender }: { readonly id: Id; readonly sender: Address },
  stake: bigint,
  step: (channel: Channel.Channel) => Step,
  log: Log.Log,
): Outcome => {
  const found = known(ledger, id)
  const next = Result.isFailure(found) ? found : step(found.success)
  if (Result.isFailure(next)) return Result.fail(next.failure)
  const staked = Wallet.reserve(Ledger.wallet(ledger, sender), stake)
  if (Result.isFailure(staked)) return Result.fail(staked.failure)
  Ledger.setWallet(ledger, staked.success)
  Ledger.setChannel(ledger, next.success)
  return Result.succeed([log])
}

/** A party ends its part of a deal. */
export const stop = (
  ledger: Ledger.Ledger,
  { id, sender }: Transaction.Of<"Stop">,
  block: Block,
): Outcome =>
  record(
    ledger,
    known(ledger, id),
    (channel) => Channel.stop(channel, sender, block),
    () => ({ _tag: "DealStopped", id, by: sender }),
  )

/** IPSX-AGR-032: the lease's time is over, for everybody; a challenge outlives it. */
export const expire = (
  ledger: Ledger.Ledger,
  { id }: Transaction.Of<"Expire">,
  block: Block,
): Outcome =>
  record(
    ledger,
    known(ledger, id),
    (channel) => Channel.expire(channel, block),
    () => ({ _tag: "DealEnded", id }),
  )

/** IPSX-AGR-035: the provider will leave at `at` without a penalty. */
export const giveNotice = (
  ledger: Ledger.Ledger,
  { id, sender, at }: Transaction.Of<"GiveNotice">,
  block: Block,
): Outcome =>
  record(
    ledger,
    known(ledger, id),
    (channel) => Channel.giveNotice(channel, sender, at, block),
    () => ({ _tag: "NoticeGiven", id, at }),
  )

/** IPSX-AGR-050: the requester says, at its own risk, that no service comes. */
export const challenge = (
  ledger: Ledger.Ledger,
  transaction: Transaction.Of<"Challenge">,
  block: Block,
): Outcome =>
  recordWithStake(
    ledger,
    transaction,
    ledger.parameters.challengeStake,
    (channel) => Channel.challenge(channel, transaction.sender, block),
    { _tag: "DealChallenged", id: transaction.id },
  )

/** IPSX-AGR-051: the provider is there; the deal ends without a breach. */
export const answer = (
  ledger: Ledger.Ledger,
  { id, sender }: Transaction.Of<"Answer">,
  block: Block,
): Outcome =>
  record(
    ledger,
    known(ledger, id),
    (channel) => Channel.answer(channel, sender, block),
    () => ({ _tag: "ChallengeAnswered", id }),
  )

/** IPSX-AGR-052: a challenge was not answered in time; anybody may say so. */
export const convict = (
  ledger: Ledger.Ledger,
  { id }: Transaction.Of<"Convict">,
  block: Block,
): Outcome =>
  record(
    ledger,
    known(ledger, id),
    (channel) => Channel.convict(channel, block, ledger.parameters),
    () => ({ _tag: "ProviderDefaulted", id }),
  )

/** IPSX-AGR-053: the provider says, at its own risk, that a voucher over `due` is owed. */
export const demand = (
  ledger: Ledger.Ledger,
  transaction: Transaction.Of<"Demand">,
  block: Block,
): Outcome =>
  recordWithStake(
    ledger,
    transaction,
    ledger.parameters.challengeStake,
    (channel) => Channel.demand(channel, transaction.sender, transaction.due, block),
    { _tag: "PaymentDemanded", id: transaction.id, due: transaction.due },
  )

/** IPSX-AGR-054: a demand was not answered in time; anybody may say so. */
export const lapse = (
  ledger: Ledger.Ledger,
  { id }: Transaction.Of<"Lapse">,
  block: Block,
): Outcome =>
  record(
    ledger,
    known(ledger, id),
    (channel) => Channel.lapse(channel, block, ledger.parameters),
    () => ({ _tag: "DemandLapsed", id }),
  )

/** IPSX-AGR-063: a party contests the outcome, once, with a stake. */
export const dispute = (
  ledger: Ledger.Ledger,
  transaction: Transaction.Of<"Dispute">,
  block: Block,
): Outcome =>
  recordWithStake(
    ledger,
    transaction,
    ledger.parameters.disputeStake,
    (channel) => Channel.dispute(channel, transaction.sender, block),
    { _tag: "DealDisputed", id: transaction.id, by: transaction.sender },
  )

/** IPSX-PAY-010: a reading that both signed raises what is paid at the end. */
export const proveMeter = (
  ledger: Ledger.Ledger,
  { id, meter, authors }: Transaction.Of<"ProveMeter">,
): Outcome =>
  record(
    ledger,
    live(ledger, id),
    (channel) => Channel.proveMeter(channel, meter, authors),
    (channel) => ({ _tag: "MeterProved", id, meterDue: channel.facts.meterDue }),
  )

/** IPSX-AGR-061: two different messages of one party with one number are a breach. */
export const proveEquivocation = (
  ledger: Ledger.Ledger,
  { id, first, second }: Transaction.Of<"ProveEquivocation">,
): Outcome =>
  record(
    ledger,
    live(ledger, id),
    (channel) => Channel.proveEquivocation(channel, first, second),
    () => ({ _tag: "EquivocationProved", id, role: first.status.role }),
  )

/** IPSX-AGR-062: the requester said Active after it had challenged; the provider is cleared. */
export const proveService = (
  ledger: Ledger.Ledger,
  { id, status, author }: Transaction.Of<"ProveService">,
): Outcome =>
  record(
    ledger,
    live(ledger, id),
    (channel) => Channel.proveService(channel, status, author),
    () => ({ _tag: "ServiceProved", id }),
  )
