// What both parties of a deal have in common: the two registers as this side knows them, its own chain of
// status messages, the partner's, the money promised so far, the channel's phase, and timers with epochs.
// A participant is owned by whoever steps it: `step` changes it in place and returns what is to be done.
import * as Result from "effect/Result"
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Event from "../agreement-fsm/Event.ts"
import * as Inbox from "../agreement-fsm/Inbox.ts"
import type { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import * as Id from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import type { Message } from "../model/Message.ts"
import type { Meter } from "../model/Meter.ts"
import type { Parameters } from "../model/Parameters.ts"
import type { Receipt } from "../model/Receipt.ts"
import * as Status from "../model/Status.ts"
import type { Seconds } from "../model/Time.ts"
import type { Transaction } from "../model/Transaction.ts"
import * as Epochs from "./Epochs.ts"
import type { Intent, TimerName } from "./Intent.ts"
import * as Shorts from "./Shorts.ts"

/** What a participant is told about the world it lives in; the same for all deals of an actor. */
export interface Settings {
  readonly parameters: Parameters
  /** Chain time at the participant's millisecond zero. */
  readonly epoch: Seconds
  readonly blockSeconds: number
  /** The digest that links a status message to its successor (IPSX-PCH-002). */
  readonly digest: (status: Status.Status) => Id.Id
  /** How long to wait for the partner's part of a settlement before going to the chain, in ms. */
  readonly patience: number
  /**
   * How far the partner's meter may be ahead of the own one and is signed all the same (IPSX-TUN-032, IPSX-TUN-033).
   * Left out where no meters are co-signed: then vouchers alone count.
   */
  readonly tolerance?: Tolerance
  /** The digest of a lease receipt, which a closing commits to. Left out where no receipts are signed. */
  readonly receiptDigest?: (receipt: Receipt) => Id.Id
}

/** Whole seconds; bytes that may be on their way, and a share of all in millionths. */
export interface Tolerance {
  readonly seconds: number
  readonly bytes: number
  readonly millionths: number
}

/** The present moment: virtual milliseconds, and the tunnel's own meter; those of a reservation's short deals. */
export interface Situation {
  readonly now: number
  readonly meter: Shorts.Use
  readonly used?: Shorts.Meters
}

/** The channel on the chain, as far as its logs have reached this side. */
export type Phase =
  | "None"
  | "Open"
  | "Challenged"
  | "Demanded"
  | "Closing"
  | "Breached"
  | "Disputed"
  | "Final"

export interface Participant {
  readonly role: Status.Role
  readonly id: Id.Id
  readonly deal: Deal.Deal
  readonly settings: Settings
  agreement: Agreement.Agreement
  inbox: Inbox.Inbox
  /** What the partner said before this side has heard of the opening: it comes after it (IPSX-AGR-020). */
  early: Array<Status.Status>
  /** And what it offered to settle at by then, at last. */
  offered: Extract<Message, { readonly _tag: "Closing" }> | undefined
  seq: number
  previous: Id.Id
  /** The highest cumulative amount that the requester has signed and this side has seen. */
  signed: Amount.Amount
  /** The highest cumulative amount that the chain has paid. */
  claimed: Amount.Amount
  phase: Phase
  /** The partner is proved to have told two stories: nothing is settled with it by consent any more. */
  wronged: boolean
  /** Milliseconds for which the requester paused of its own will, and since when it does; −1 when it does not. */
  heldFor: number
  heldSince: number
  /** The tunnel's gate as this side holds it. */
  serving: boolean
  /** The partner's latest reading; the latest one that both have signed, and the number of the own last one. */
  told: Meter | undefined
  cosigned: Meter | undefined
  metered: number
  /** Chain seconds at which the traffic first might pass, and when it last might; 0 before. */
  usedFrom: number
  usedTo: number
  readonly epochs: Epochs.Epochs
  /** Of a standing reservation, the short deals under it. */
  readonly shorts: Shorts.Shorts | undefined
}

export const make = (
  role: Status.Role,
  id: Id.Id,
  deal: Deal.Deal,
  settings: Settings,
): Participant => ({
  role,
  id,
  deal,
  settings,
  agreement: Agreement.start(),
  inbox: Inbox.empty(),
  early: [],
  offered: undefined,
  seq: 0,
  previous: Id.zero,
  signed: deal.prepaid,
  claimed: Amount.zero,
  phase: "None",
  wronged: false,
  heldFor: 0,
  heldSince: -1,
  serving: false,
  told: undefined,
  cosigned: undefined,
  metered: 0,
  usedFrom: 0,
  usedTo: 0,
  epochs: Epochs.make(),
  shorts: Deal.isReservation(deal) ? Shorts.make(id, deal) : undefined,
})

export const self = (p: Participant): Address =>
  p.role === "provider" ? p.deal.provider : p.deal.requester

/** The requester pauses of its own will, or no longer does: the provider keeps the address for it meanwhile. */
export const hold = (p: Participant, isHeld: boolean, here: Situation): void => {
  if (p.heldSince >= 0) p.heldFor += Math.max(0, here.now - p.heldSince)
  p.heldSince = isHeld ? here.now : -1
}

/**
 * What the deal costs so far: the metered service, and the time of the requester's own pauses (IPSX-AGR-037); of a
 * reservation, all its short deals (IPSX-AGR-077).
 */
export const price = (p: Participant, here: Situation): Amount.Amount => {
  if (p.shorts !== undefined) return Shorts.price(p.shorts, here.used)
  const { meter, now } = here
  const held = p.heldFor + (p.heldSince >= 0 ? Math.max(0, now - p.heldSince) : 0)
  return Deal.price(p.deal, { ...meter, seconds: meter.seconds + Math.floor(held / 1000) })
}

/** The moment, in this side's milliseconds, at which a chain second begins. */
export const atSecond = (p: Participant, second: number): number =>
  (second - p.settings.epoch) * 1000

/** Moves a register if the agreement allows it; an event that it does not allow changes nothing. */
export const move = (p: Participant, type: Event.Type, here: Situation): boolean => {
  if (!Agreement.allows(p.agreement, type)) return false
  const stepped = Agreement.step(p.agreement, { type }, here.now)
  if (Result.isFailure(stepped)) return false
  const changed = stepped.success.agreement !== p.agreement
  p.agreement = stepped.success.agreement
  return changed
}

/**
 * Takes a status message of the partner and answers with the moves that it brings, in the partner's order
 * (IPSX-PCH-002). Two stories under one number go to the chain as proof (IPSX-AGR-061).
 */
export const receive = (
  p: Participant,
  status: Status.Status,
  out: Array<Intent>,
): ReadonlyArray<{ readonly type: Event.OwnMove; readonly reason: Status.Reason }> => {
  const partner = p.role === "provider" ? "requester" : "provider"
  if (status.channelId !== p.id || status.role !== Status.roleCode(partner)) return []
  const before = p.inbox.proof
  const { inbox, ready } = Inbox.receive(p.inbox, { status, digest: p.settings.digest(status) })
  p.inbox = inbox
  if (before === undefined) proveEquivocation(p, out)
  return ready.flatMap((message) => {
    const type = Event.ofStatus(partner, message.status)
    return type === undefined
      ? []
      : [{ type, reason: Status.reasons[message.reason] ?? ("None" as const) }]
  })
}

/**
 * Keeps what the partner says while this side has not heard of the opening: the partner may be closer to the chain,
 * and no register could take its Ready yet. Says whether it was kept.
 */
export const defers = (p: Participant, status: Status.Status): boolean => {
  if (p.phase !== "None") return false
  if (p.early.length < Inbox.held) p.early.push(status)
  return true
}

/** The chain can judge two stories only of a deal that it knows: those told before wait for its opening. */
export const proveEquivocation = (p: Participant, out: Array<Intent>): void => {
  if (p.inbox.proof === undefined || p.phase === "None") return
  const [first, second] = p.inbox.proof
  const author = p.role === "provider" ? p.deal.requester : p.deal.provider
  submit(
    {
      _tag: "ProveEquivocation",
      sender: self(p),
      id: p.id,
      first: { status: first.status, author },
      second: { status: second.status, author },
    },
    out,
  )
}

/** The next message of the own chain: the register as it stands, why it moved, and the sum seen so far. */
export const say = (
  p: Participant,
  reason: Status.Reason,
  here: Situation,
  out: Array<Intent>,
): void => {
  const register =
    p.role === "provider" ? Agreement.provider(p.agreement) : Agreement.requester(p.agreement)
  const status: Status.Status = {
    channelId: p.id,
    role: Status.roleCode(p.role),
    seq: ++p.seq,
    status: Status.statusCode(register),
    reason: Status.reasonCode(reason),
    at: (p.settings.epoch + Math.floor(here.now / 1000)) as Seconds,
    cumulativeAmount: p.signed,
    previous: p.previous,
  }
  p.previous = p.settings.digest(status)
  out.push({ _tag: "Send", message: { _tag: "Status", id: p.id, author: self(p), status } })
}

/** IPSX-AGR-030: arms a timer under a new epoch, so that an earlier arming can no longer ring. */
export const arm = (p: Participant, timer: TimerName, at: number, out: Array<Intent>): void => {
  const epoch = p.epochs.advance(timer)
  out.push({ _tag: "Arm", timer, at, epoch })
}

/** Whether a ring belongs to the latest arming; a disarmed timer has a later epoch. */
export const isCurrent = (p: Participant, timer: TimerName, epoch: number): boolean =>
  p.epochs.get(timer) === epoch

export const disarm = (p: Participant, timer: TimerName): void => {
  p.epochs.advance(timer)
}

/**
 * IPSX-AGR-024: the option is over when a final block is later than `validUntil`; the logs of that block come a
 * block later still.
 */
export const armOption = (p: Participant, out: Array<Intent>): void => {
  const { parameters, blockSeconds } = p.settings
  const over = p.deal.validUntil + parameters.finality + 2 * blockSeconds
  arm(p, "accept", atSecond(p, over), out)
}

/**
 * IPSX-AGR-036: when all pauses of a side together will have used up the budget, which is a quarter of a short lease
 * and at least so many seconds.
 */
export const suspendAt = (p: Participant, here: Situation, least = 0): number => {
  const most = Math.min(p.settings.parameters.suspendBudget, Math.ceil(Deal.lease(p.deal) / 4))
  const budget = 1000 * Math.max(most, least)
  return Math.max(here.now, Agreement.suspendAt(p.agreement, budget) ?? here.now + budget)
}

export const armSuspend = (p: Participant, here: Situation, out: Array<Intent>): void =>
  arm(p, "suspend", suspendAt(p, here), out)

export const submit = (transaction: Transaction, out: Array<Intent>): void => {
  out.push({ _tag: "Submit", transaction })
}

/**
 * The moment by which a chain deadline that was armed before `now` has surely passed, in seconds and in
 * blocks (IPSX-AGR-031): two blocks more than the longer of the two.
 */
export const deadline = (p: Participant, here: Situation, seconds: number): number =>
  here.now +
  1000 *
    (Math.max(seconds, p.settings.parameters.deadlineBlocks * p.settings.blockSeconds) +
      2 * p.settings.blockSeconds)

/** IPSX-AGR-072: what a standing reservation waits for also waits for the longest short lease. In seconds. */
export const period = (p: Participant, seconds: number): number =>
  seconds + (Deal.isReservation(p.deal) ? p.settings.parameters.shortLeaseMax : 0)

/** What a log of the chain assigns to the registers and to the phase, the same for both sides. */
export const observe = (p: Participant, log: Log, here: Situation): void => {
  assign(p, log, here)
  if (p.shorts !== undefined && p.phase !== "Open") Shorts.close(p.shorts)
}

const assign = (p: Participant, log: Log, here: Situation): void => {
  switch (log._tag) {
    case "DealOpened":
      p.phase = "Open"
      move(p, "commit", here)
      return
    case "VoucherPaid":
      p.claimed = log.cumulative
      p.signed = Amount.maximum(p.signed, log.cumulative)
      return
    case "EquivocationProved":
      if (log.role !== Status.roleCode(p.role)) p.wronged = true
      return
    case "DealChallenged":
      p.phase = "Challenged"
      return
    case "PaymentDemanded":
      p.phase = "Demanded"
      return
    case "DemandMet":
      p.phase = "Open"
      return
    case "ChallengeAnswered":
      p.phase = "Closing"
      move(p, "answered", here)
      return
    case "ProviderDefaulted":
      p.phase = "Breached"
      move(p, "convicted", here)
      return
    case "DemandLapsed":
      p.phase = "Closing"
      move(p, "lapsed", here)
      return
    case "DealEnded":
      p.phase = "Closing"
      move(p, "end", here)
      return
    case "DealStopped":
      p.phase = "Closing"
      move(p, log.by === p.deal.provider ? "provider.stop" : "requester.stop", here)
      return
    case "DealDisputed":
      p.phase = "Disputed"
      move(p, log.by === p.deal.provider ? "provider.dispute" : "requester.dispute", here)
      return
    case "DealBreached":
      move(p, Event.ofBreach(log), here)
      return
    case "DealSettled":
      p.phase = "Final"
      p.claimed = log.cumulative
      move(p, "finalSettled", here)
      return
    default:
      return
  }
}
