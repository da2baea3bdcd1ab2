// What the chain knows of one deal: its phase, the facts proved about it and its clock. Each transition is a
// pure function of the channel and of what was submitted; the money follows in Centralizer.
import * as Result from "effect/Result"
import type { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import type { Block } from "./Block.ts"
import * as Deadline from "./Deadline.ts"
import * as Deal from "./Deal.ts"
import type { Id } from "./Id.ts"
import type { Meter } from "./Meter.ts"
import type { Parameters } from "./Parameters.ts"
import * as Revert from "./Revert.ts"
import * as Status from "./Status.ts"
import * as Verdict from "./Verdict.ts"

/** In the order of the contract's enumeration: the place in the list is the number on the wire. */
export const phases = [
  "None",
  "Open",
  "Closing",
  "Challenged",
  "Demanded",
  "Breached",
  "Disputed",
  "Final",
] as const
export type Phase = (typeof phases)[number]

/**
 * Moments are seconds. `armedAt` and `armedBlock` say when the phase's clock was started: whatever ran
 * before is void (IPSX-AGR-030). `providerStopped` also remembers a stop after the end, which is no fact.
 */
export interface Channel {
  readonly id: Id
  readonly deal: Deal.Deal
  readonly phase: Phase
  readonly facts: Verdict.Facts
  readonly providerStopped: boolean
  readonly due: Amount.Amount
  readonly challengedAt: number
  readonly armedAt: number
  readonly armedBlock: number
}

type Step<E> = Result.Result<Channel, E>

export const open = (id: Id, deal: Deal.Deal): Channel => ({
  id,
  deal,
  phase: "Open",
  facts: Verdict.noFacts,
  providerStopped: false,
  due: Amount.zero,
  challengedAt: 0,
  armedAt: 0,
  armedBlock: 0,
})

export const phaseCode = (phase: Phase): number => phases.indexOf(phase)

/** The phases in which the provider owes service, and in which its seats are booked (IPSX-AGR-023). */
export const isServed = (phase: Phase): boolean =>
  phase === "Open" || phase === "Challenged" || phase === "Demanded"

export const isFinal = (channel: Channel): boolean => channel.phase === "Final"

/** What the channel still holds of both wallets, in base units (IPSX-WAL-003). */
export const held = (
  channel: Channel,
  rates: Parameters,
): { readonly fromProvider: bigint; readonly fromRequester: bigint } => {
  if (isFinal(channel)) return { fromProvider: 0n, fromRequester: 0n }
  const stakes = Verdict.heldStakes(channel.facts, rates)
  return {
    fromProvider: channel.deal.bond + stakes.fromProvider,
    fromRequester: channel.deal.cap - channel.facts.paid + stakes.fromRequester,
  }
}

/** The cumulative amount that a requester signed becomes paid (IPSX-PAY-002, IPSX-PAY-003). */
export const claim = (
  channel: Channel,
  cumulative: Amount.Amount,
  author: Address,
): Step<Revert.VoucherExceedsCap | Revert.VoucherStale | Revert.InvalidSignature> => {
  const { deal, facts, id } = channel
  if (cumulative > deal.cap)
    return Result.fail(new Revert.VoucherExceedsCap({ id, cumulative, cap: deal.cap }))
  if (cumulative <= facts.paid)
    return Result.fail(new Revert.VoucherStale({ id, cumulative, paid: facts.paid }))
  if (author !== deal.requester) return unsigned(deal.requester)
  return Result.succeed(pay(channel, cumulative))
}

/** The channel after it has paid so much, which is more than before; every check has passed. */
export const pay = (channel: Channel, cumulative: Amount.Amount): Channel => {
  const { facts } = channel
  // IPSX-AGR-053: a demand is answered in money, whenever it comes, until it has lapsed.
  const met = channel.phase === "Demanded" && cumulative >= channel.due
  return {
    ...channel,
    phase: met ? "Open" : channel.phase,
    facts: { ...facts, paid: cumulative, demanded: met ? false : facts.demanded },
  }
}

/** Whether both parties' closing for `cumulative` may end the channel (IPSX-PAY-006). */
export const settle = (
  channel: Channel,
  cumulative: Amount.Amount,
  authors: { readonly provider: Address; readonly requester: Address },
): Step<Revert.VoucherExceedsCap | Revert.VoucherStale | Revert.InvalidSignature> => {
  const { deal, facts, id } = channel
  if (cumulative > deal.cap)
    return Result.fail(new Revert.VoucherExceedsCap({ id, cumulative, cap: deal.cap }))
  if (cumulative < facts.paid)
    return Result.fail(new Revert.VoucherStale({ id, cumulative, paid: facts.paid }))
  return signedByBoth(deal, authors) ?? Result.succeed(finish(channel, cumulative))
}

/** A party ends its part; for a provider, the moment counts (IPSX-PAY-023). */
export const stop = (
  channel: Channel,
  sender: Address,
  block: Block,
): Step<Revert.NotParty | Revert.WrongPhase | Revert.AlreadyStopped> => {
  const { deal, facts, id, phase } = channel
  const byProvider = sender === deal.provider
  if (!isParty(channel, sender)) return Result.fail(new Revert.NotParty({ id, sender }))
  if (!isServed(phase) && phase !== "Closing") return wrongPhase(channel)
  if (byProvider ? channel.providerStopped : facts.requesterStopped)
    return Result.fail(new Revert.AlreadyStopped({ id, party: sender }))
  const stopped: Channel = {
    ...channel,
    providerStopped: channel.providerStopped || byProvider,
    facts: byProvider
      ? { ...facts, providerStoppedAt: block.timestamp < deal.end ? block.timestamp : 0 }
      : { ...facts, requesterStopped: true },
  }
  return Result.succeed(phase === "Closing" ? stopped : arm(stopped, "Closing", block))
}

/** The lease's time is over for everybody (IPSX-AGR-032). */
export const expire = (
  channel: Channel,
  block: Block,
): Step<Revert.WrongPhase | Revert.TooEarly> => {
  if (channel.phase !== "Open" && channel.phase !== "Demanded") return wrongPhase(channel)
  if (block.timestamp < channel.deal.end)
    return Result.fail(
      new Revert.TooEarly({ id: channel.id, earliestTime: channel.deal.end, earliestBlock: 0 }),
    )
  return Result.succeed(arm(channel, "Closing", block))
}

/** The provider says when it will leave without a penalty (IPSX-AGR-035). */
export const giveNotice = (
  channel: Channel,
  sender: Address,
  at: number,
  block: Block,
): Step<Revert.NotParty | Revert.WrongPhase | Revert.AlreadyNoticed | Revert.NoticeTooShort> => {
  const { deal, facts, id, phase } = channel
  if (sender !== deal.provider) return Result.fail(new Revert.NotParty({ id, sender }))
  if (phase !== "Open" && phase !== "Demanded") return wrongPhase(channel)
  if (facts.noticeAt !== 0) return Result.fail(new Revert.AlreadyNoticed({ id }))
  const earliest = block.timestamp + deal.notice
  if (at < earliest) return Result.fail(new Revert.NoticeTooShort({ id, at, earliest }))
  return Result.succeed({ ...channel, facts: { ...facts, noticeAt: at } })
}

/** The requester says, with a stake, that no service comes (IPSX-AGR-050). */
export const challenge = (
  channel: Channel,
  sender: Address,
  block: Block,
): Step<Revert.NotParty | Revert.WrongPhase | Revert.OutsideLease> => {
  const { deal, facts, id } = channel
  if (sender !== deal.requester) return Result.fail(new Revert.NotParty({ id, sender }))
  if (channel.phase !== "Open") return wrongPhase(channel)
  if (block.timestamp < deal.start || block.timestamp >= deal.end)
    return outsideLease(channel, block)
  const challenged = {
    ...channel,
    challengedAt: block.timestamp,
    facts: { ...facts, challenged: true },
  }
  return Result.succeed(arm(challenged, "Challenged", block))
}

/** The provider is there: the deal ends, and nobody is in breach (IPSX-AGR-051). */
export const answer = (
  channel: Channel,
  sender: Address,
  block: Block,
): Step<Revert.NotParty | Revert.WrongPhase> => {
  if (sender !== channel.deal.provider)
    return Result.fail(new Revert.NotParty({ id: channel.id, sender }))
  if (channel.phase !== "Challenged") return wrongPhase(channel)
  return Result.succeed(
    arm({ ...channel, facts: { ...channel.facts, answered: true } }, "Closing", block),
  )
}

/** A challenge was not answered in time (IPSX-AGR-052). */
export const convict = (
  channel: Channel,
  block: Block,
  parameters: Parameters,
): Step<Revert.WrongPhase | Revert.TooEarly> => {
  if (channel.phase !== "Challenged") return wrongPhase(channel)
  return (
    tooEarly(channel, parameters.challengeSeconds, block, parameters) ??
    Result.succeed(
      arm({ ...channel, facts: { ...channel.facts, convicted: true } }, "Breached", block),
    )
  )
}

/** The most that can be demanded now: without a price per byte, what the served time costs. */
export const demandable = (deal: Deal.Deal, now: number): Amount.Amount =>
  deal.pricePerByte > 0n
    ? deal.cap
    : Deal.price(deal, { seconds: Math.min(now, deal.end) - deal.start, bytesUsed: 0 })

/** The provider says, with a stake, that a voucher over `due` is owed (IPSX-AGR-053). */
export const demand = (
  channel: Channel,
  sender: Address,
  due: Amount.Amount,
  block: Block,
): Step<Revert.NotParty | Revert.WrongPhase | Revert.OutsideLease | Revert.BadDemand> => {
  const { deal, facts, id } = channel
  if (sender !== deal.provider) return Result.fail(new Revert.NotParty({ id, sender }))
  if (channel.phase !== "Open") return wrongPhase(channel)
  if (Deal.isReservation(deal)) return Result.fail(new Revert.BadDemand({ id, due, most: 0n }))
  if (block.timestamp < deal.start) return outsideLease(channel, block)
  const most = demandable(deal, block.timestamp)
  if (due <= facts.paid || due > most) return Result.fail(new Revert.BadDemand({ id, due, most }))
  return Result.succeed(
    arm({ ...channel, due, facts: { ...facts, demanded: true } }, "Demanded", block),
  )
}

/** A demand was not answered in time (IPSX-AGR-054). */
export const lapse = (
  channel: Channel,
  block: Block,
  parameters: Parameters,
): Step<Revert.WrongPhase | Revert.TooEarly> => {
  if (channel.phase !== "Demanded") return wrongPhase(channel)
  return (
    tooEarly(channel, parameters.challengeSeconds, block, parameters) ??
    Result.succeed(arm({ ...channel, facts: { ...channel.facts, lagged: true } }, "Closing", block))
  )
}

/** A reading that both signed raises what is due; it never lowers it (IPSX-PAY-010). */
export const proveMeter = (
  channel: Channel,
  meter: Meter,
  authors: { readonly provider: Address; readonly requester: Address },
): Step<Revert.WrongChannel | Revert.InvalidSignature> => {
  const { deal, facts, id } = channel
  if (meter.channelId !== id)
    return Result.fail(new Revert.WrongChannel({ expected: id, actual: meter.channelId }))
  return (
    signedByBoth(deal, authors) ??
    Result.succeed({
      ...channel,
      facts: { ...facts, meterDue: Amount.maximum(facts.meterDue, Deal.price(deal, meter)) },
    })
  )
}

/** Two different messages of one party with one number are a breach (IPSX-AGR-061). */
export const proveEquivocation = (
  channel: Channel,
  first: { readonly status: Status.Status; readonly author: Address },
  second: { readonly status: Status.Status; readonly author: Address },
): Step<Revert.NotEquivocation | Revert.InvalidSignature> => {
  const { deal, facts, id } = channel
  const [a, b] = [first.status, second.status]
  const same = a.channelId === id && b.channelId === id && a.role === b.role && a.seq === b.seq
  if (!same || a.role > Status.roleCode("requester") || Status.equals(a, b))
    return Result.fail(new Revert.NotEquivocation({ id }))
  const byProvider = a.role === Status.roleCode("provider")
  const party = byProvider ? deal.provider : deal.requester
  if (first.author !== party || second.author !== party) return unsigned(party)
  return Result.succeed({
    ...channel,
    facts: byProvider
      ? { ...facts, providerEquivocated: true }
      : { ...facts, requesterEquivocated: true },
  })
}

/** The requester said Active after its challenge: the provider is cleared (IPSX-AGR-062). */
export const proveService = (
  channel: Channel,
  status: Status.Status,
  author: Address,
): Step<Revert.WrongPhase | Revert.NotService | Revert.InvalidSignature> => {
  const { deal, facts, id } = channel
  if (channel.phase !== "Challenged" && !facts.convicted) return wrongPhase(channel)
  const served =
    status.channelId === id &&
    status.role === Status.roleCode("requester") &&
    status.status === Status.serving &&
    status.at >= channel.challengedAt
  if (!served) return Result.fail(new Revert.NotService({ id }))
  if (author !== deal.requester) return unsigned(deal.requester)
  return Result.succeed({ ...channel, facts: { ...facts, exonerated: true } })
}

/** A party contests the outcome, once, with a stake; the second does not prolong it (IPSX-AGR-063). */
export const dispute = (
  channel: Channel,
  sender: Address,
  block: Block,
): Step<Revert.NotParty | Revert.WrongPhase | Revert.AlreadyDisputed> => {
  const { deal, facts, id, phase } = channel
  const byProvider = sender === deal.provider
  if (!isParty(channel, sender)) return Result.fail(new Revert.NotParty({ id, sender }))
  if (phase !== "Closing" && phase !== "Breached" && phase !== "Disputed")
    return wrongPhase(channel)
  if (byProvider ? facts.providerDisputed : facts.requesterDisputed)
    return Result.fail(new Revert.AlreadyDisputed({ id, party: sender }))
  const disputed: Channel = {
    ...channel,
    facts: byProvider
      ? { ...facts, providerDisputed: true }
      : { ...facts, requesterDisputed: true },
  }
  return Result.succeed(phase === "Disputed" ? disputed : arm(disputed, "Disputed", block))
}

/** Whether the time for evidence is over, so that the verdict may be applied (IPSX-AGR-060). */
export const finalize = (
  channel: Channel,
  block: Block,
  parameters: Parameters,
): Step<Revert.WrongPhase | Revert.TooEarly> => {
  const period = evidencePeriod(channel, parameters)
  if (period === undefined) return wrongPhase(channel)
  return (
    tooEarly(channel, period, block, parameters) ??
    Result.succeed(finish(channel, Verdict.charged(channel.facts, channel.deal)))
  )
}

// IPSX-AGR-072: a standing reservation waits for its longest short deal too, whatever it waits in.
const evidencePeriod = (channel: Channel, p: Parameters): number | undefined => {
  const longest = Deal.isReservation(channel.deal) ? p.shortLeaseMax : 0
  if (channel.phase === "Closing") return p.settleGrace + longest
  if (channel.phase === "Breached") return p.appealSeconds + longest
  return channel.phase === "Disputed" ? p.evidenceSeconds + longest : undefined
}

const finish = (channel: Channel, paid: Amount.Amount): Channel => ({
  ...channel,
  phase: "Final",
  facts: { ...channel.facts, paid },
})

const arm = (channel: Channel, phase: Phase, block: Block): Channel => ({
  ...channel,
  phase,
  armedAt: block.timestamp,
  armedBlock: block.number,
})

const isParty = (channel: Channel, sender: Address): boolean =>
  sender === channel.deal.provider || sender === channel.deal.requester

const signedByBoth = (
  deal: Deal.Deal,
  authors: { readonly provider: Address; readonly requester: Address },
) => {
  if (authors.provider !== deal.provider) return unsigned(deal.provider)
  return authors.requester === deal.requester ? undefined : unsigned(deal.requester)
}

const unsigned = (expected: Address) => Result.fail(new Revert.InvalidSignature({ expected }))

const wrongPhase = (channel: Channel) =>
  Result.fail(new Revert.WrongPhase({ id: channel.id, phase: phaseCode(channel.phase) }))

const outsideLease = ({ id, deal }: Channel, block: Block) =>
  Result.fail(
    new Revert.OutsideLease({ id, start: deal.start, end: deal.end, now: block.timestamp }),
  )

const tooEarly = (channel: Channel, seconds: number, block: Block, parameters: Parameters) => {
  const missing = Deadline.missing(channel.id, channel, seconds, block, parameters)
  return missing === undefined ? undefined : Result.fail(missing)
}
