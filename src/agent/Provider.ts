// The honest provider of one deal, sans I/O: inputs in, intents out. It never serves beyond the signed sum
// plus the tolerated lag, answers every challenge, claims what was signed for it, and lets the chain decide
// whatever its partner will not settle.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Inbox from "../agreement-fsm/Inbox.ts"
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import type { Message } from "../model/Message.ts"
import * as Parameters from "../model/Parameters.ts"
import * as Status from "../model/Status.ts"
import * as Terms from "../model/Terms.ts"
import type { Input } from "./Input.ts"
import type { Intent, TimerName } from "./Intent.ts"
import * as Claiming from "./Claiming.ts"
import * as LeaseReceipt from "./LeaseReceipt.ts"
import * as Metering from "./Metering.ts"
import * as Opening from "./Opening.ts"
import * as Participant from "./Participant.ts"
import * as ShortProvider from "./ShortProvider.ts"

export interface Provider extends Claiming.Claiming {
  /** The tunnel's far end is up, and the address behind it is the promised one: Ready needs both. */
  tunnelUp: boolean
  addressed: boolean
  /** It has brought a settlement to the chain since it last waited for one. */
  settling: boolean
}

export const make = (id: Id, deal: Deal.Deal, settings: Participant.Settings): Provider => ({
  ...Participant.make("provider", id, deal, settings),
  tunnelUp: false,
  addressed: true,
  demanded: false,
  claiming: Amount.zero,
  settling: false,
})

/** What the provider does about one input. Total: an input that means nothing now is ignored. */
export const step = (
  p: Provider,
  input: Input,
  here: Participant.Situation,
): ReadonlyArray<Intent> => {
  const out: Array<Intent> = []
  if (ShortProvider.isStanding(p) && ShortProvider.step(p, input, here, out)) {
    if (ShortProvider.isOver(p)) leave(p, here, out)
    return out
  }
  switch (input._tag) {
    case "Proposed":
      Opening.consider(p, input, here, out)
      break
    case "Said":
      hear(p, input.message, here, out)
      break
    case "Logged":
      Participant.observe(p, input.log, here)
      follow(p, input.log, here, out)
      break
    case "Refused":
      if (input.transaction._tag === "Claim") Claiming.forget(p)
      if (input.error === "TooEarly")
        Participant.arm(p, "deadline", here.now + 2000 * p.settings.blockSeconds, out)
      break
    case "Rang":
      if (Participant.isCurrent(p, input.timer, input.epoch)) ring(p, input.timer, here, out)
      break
    case "TunnelUp":
      p.tunnelUp = true
      ready(p, here, out)
      break
    case "Exhausted":
      if (p.serving) checkLag(p, here, out)
      break
    case "Silent":
      if (!Participant.move(p, "requesterSilent", here)) break
      Participant.say(p, "Silent", here, out)
      suspend(p, here, out)
      break
    case "AddressChanged":
      p.addressed = false
      if (Participant.move(p, "provider.pause", here)) {
        Participant.say(p, "AddressChanged", here, out)
        rest(p, here, out)
      }
      break
    case "AddressRestored":
      p.addressed = true
      ready(p, here, out)
      break
    case "Leave":
      leave(p, here, out)
      break
    default:
      break
  }
  return out
}

/** IPSX-TUN-002: the deal is on the chain, so both have signed it; its end of the tunnel waits for the start too. */
const provision = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  const begins = Participant.atSecond(p, p.deal.start)
  if (here.now < begins) return Participant.arm(p, "provision", begins, out)
  if (p.tunnelUp) return ready(p, here, out)
  if (Agreement.allows(p.agreement, "provider.ready")) out.push({ _tag: "OpenTunnel" })
}

/** Before the lease its seats are not booked for it (IPSX-AGR-023): no tunnel can be up by then. */
const ready = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (!p.tunnelUp || !p.addressed || here.now < Participant.atSecond(p, p.deal.start)) return
  if (!Participant.move(p, "provider.ready", here)) return
  Participant.say(p, "None", here, out)
  const wait = Parameters.connectTime(p.settings.parameters, Deal.lease(p.deal))
  if (Agreement.requester(p.agreement) === "Reserved")
    Participant.arm(p, "connect", here.now + wait * 1000, out)
  resume(p, here, out)
}

/** Serves while both registers say so and the unpaid part is within its bound (IPSX-PAY-008). */
const resume = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (p.serving || Agreement.status(p.agreement) !== "Active" || p.phase !== "Open") return
  if (unpaid(p, here) > Terms.lagBound(p.deal)) return
  p.serving = true
  LeaseReceipt.mark(p, here)
  out.push({ _tag: "Ungate" })
  Metering.read(p, here, out)
  Participant.disarm(p, "connect")
  Participant.disarm(p, "suspend")
  watchLag(p, here, out)
}

/** A lag pause ends with the voucher that clears it; a requester that last said Active is so again (IPSX-AGR-034). */
const clear = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (unpaid(p, here) > Terms.lagBound(p.deal)) return
  const wasLagging = Participant.move(p, "cleared", here)
  if (wasLagging && Inbox.last(p.inbox)?.status === Status.serving)
    Participant.move(p, "requester.activate", here)
  resume(p, here, out)
}

const unpaid = (p: Provider, here: Participant.Situation): bigint =>
  Participant.price(p, here) - p.signed

/** Rings when service at the deal's average rate will have used up the tolerated lag. */
const watchLag = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  const variable = p.deal.cap - p.deal.setupPrice
  const left = Terms.lagBound(p.deal) - unpaid(p, here)
  const milliseconds =
    variable === 0n
      ? Deal.lease(p.deal) * 1000
      : Number((left * BigInt(Deal.lease(p.deal)) * 1000n) / variable)
  Participant.arm(p, "lag", here.now + Math.max(1000, milliseconds), out)
}

/** Holds the traffic once the unpaid part has used up its bound (IPSX-AGR-034), also when a voucher pays next to nothing. */
const checkLag = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  const owed = unpaid(p, here)
  if (owed <= 0n || owed < Terms.lagBound(p.deal)) return watchLag(p, here, out)
  Participant.move(p, "lag", here)
  Participant.say(p, "PaymentLag", here, out)
  suspend(p, here, out)
}

const hear = (
  p: Provider,
  message: Message,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (message.id !== p.id || message.author !== p.deal.requester) return
  switch (message._tag) {
    case "Accept":
      Participant.move(p, "requester.accept", here)
      return
    case "Decline":
      Participant.move(p, "requester.decline", here)
      return
    case "Status":
      return hearStatus(p, message.status, here, out)
    case "Voucher": {
      const { channelId, cumulativeAmount } = message.voucher
      // IPSX-PCH-001: a voucher that was signed for another channel pays nothing in this one.
      if (channelId !== p.id || cumulativeAmount <= p.signed || cumulativeAmount > p.deal.cap)
        return
      p.signed = cumulativeAmount
      if (ShortProvider.isStanding(p)) ShortProvider.paid(p, here, out)
      else if (p.serving) checkLag(p, here, out)
      else clear(p, here, out)
      if (isEnding(p)) Claiming.claim(p, out)
      return
    }
    case "Closing":
      return hearClosing(p, message, here, out)
    case "Meter":
      return Metering.keep(p, message.meter)
    case "Receipt":
      return LeaseReceipt.countersign(p, message.receipt, out)
    default:
      return
  }
}

const hearStatus = (
  p: Provider,
  status: Status.Status,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (Participant.defers(p, status)) return
  for (const { type, reason } of Participant.receive(p, status, out)) {
    // It was not heard for a while: the sign of life that brings it back (IPSX-AGR-013).
    if (reason === "Silent" && Agreement.provider(p.agreement) === "Ready")
      Participant.say(p, "None", here, out)
    if (!Participant.move(p, type, here)) continue
    if (reason === "Unwanted" || p.heldSince >= 0)
      Participant.hold(p, type === "requester.pause", here)
    if (type === "requester.activate") resume(p, here, out)
    else if (type === "requester.pause") suspend(p, here, out)
    else if (type === "requester.stop") end(p, here, out)
  }
}

/** IPSX-PAY-006: countersigns unless the sum is below what was signed or served; the rest is the chain's. */
const hearClosing = (
  p: Provider,
  message: Extract<Message, { readonly _tag: "Closing" }>,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const { channelId, cumulativeAmount, receipt } = message.closing
  // One for each time it waits: they cost the provider a transaction, and would put off the end by the chain.
  if (channelId !== p.id || p.phase === "Final" || p.wronged || p.settling) return
  if (p.phase === "None") return void (p.offered = message)
  const least = Amount.maximum(p.signed, p.claimed)
  if (cumulativeAmount < least || cumulativeAmount > p.deal.cap) return
  if (Participant.price(p, here) - cumulativeAmount > Terms.lagBound(p.deal)) return
  end(p, here, out)
  Claiming.claim(p, out)
  Participant.move(p, "provider.settle", here)
  Participant.move(p, "requester.settle", here)
  p.settling = true
  Participant.submit(
    {
      _tag: "Settle",
      sender: p.deal.provider,
      id: p.id,
      cumulative: cumulativeAmount,
      receipt,
      authors: { provider: p.deal.provider, requester: p.deal.requester },
    },
    out,
  )
}

/** The chain is counting down to the verdict: what is not claimed by then is lost (IPSX-PAY-017). */
const isEnding = (p: Provider): boolean =>
  p.phase === "Closing" || p.phase === "Breached" || p.phase === "Disputed"

const rest = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (LeaseReceipt.rest(p, here)) out.push({ _tag: "Gate" })
}

const suspend = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  rest(p, here, out)
  Participant.armSuspend(p, here, out)
}

/** The lease is over for this side: hold the tunnel, stop, and give the partner time to settle. */
const end = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  rest(p, here, out)
  Participant.hold(p, false, here)
  if (Participant.move(p, "provider.stop", here)) {
    Participant.say(p, "None", here, out)
    out.push({ _tag: "CloseTunnel" })
  }
  for (const timer of ["connect", "lag", "suspend", "end"] as const) Participant.disarm(p, timer)
  Participant.arm(p, "closing", here.now + p.settings.patience, out)
}

/** An early end by the own will, said on the chain, where it costs the penalty (IPSX-AGR-034); once. */
const leave = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (p.shorts !== undefined) p.shorts.leaving = false
  if (p.phase !== "Open" && p.phase !== "Demanded") return
  Claiming.claim(p, out)
  end(p, here, out)
  Participant.submit({ _tag: "Stop", sender: p.deal.provider, id: p.id }, out)
}

const ring = (
  p: Provider,
  timer: TimerName,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  switch (timer) {
    case "accept":
      if (p.phase === "None") Participant.move(p, "acceptExpired", here)
      return
    case "provision":
      return provision(p, here, out)
    case "connect":
    case "suspend":
      return Claiming.demand(p, here, out)
    case "lag":
      return p.serving ? checkLag(p, here, out) : undefined
    case "meter":
      return Metering.read(p, here, out)
    case "end":
      Participant.move(p, "end", here)
      Participant.say(p, "Expired", here, out)
      out.push({ _tag: "CloseTunnel" })
      return end(p, here, out)
    case "closing":
    case "deadline":
      // What the chain has not answered by now may be lost, and is brought once more.
      Claiming.forget(p)
      p.settling = false
      return timer === "closing" ? enforce(p, here, out) : enforceDeadline(p, here, out)
    default:
      return
  }
}

/** The partner did not settle: the voucher and the end go to the chain. */
const enforce = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (p.phase !== "Open" && p.phase !== "Demanded") return
  Claiming.claim(p, out)
  if (here.now >= Participant.atSecond(p, p.deal.end))
    Participant.submit({ _tag: "Expire", sender: p.deal.provider, id: p.id }, out)
  else Claiming.demand(p, here, out)
  Participant.arm(p, "closing", here.now + p.settings.patience, out)
}

const enforceDeadline = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (p.phase === "Challenged") answer(p, here, out)
  else if (p.phase === "Demanded")
    Participant.submit({ _tag: "Lapse", sender: p.deal.provider, id: p.id }, out)
  else if (isEnding(p)) {
    Claiming.claim(p, out)
    Participant.submit({ _tag: "Finalize", sender: p.deal.provider, id: p.id, deal: p.deal }, out)
  }
}

/**
 * IPSX-AGR-051: whatever happened on the way, the provider is here and says so; and again, because an answer that is
 * lost on its way to the chain costs the bond.
 */
const answer = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  Participant.submit({ _tag: "Answer", sender: p.deal.provider, id: p.id }, out)
  Participant.arm(p, "deadline", here.now + 3000 * p.settings.blockSeconds, out)
}

const follow = (p: Provider, log: Log, here: Participant.Situation, out: Array<Intent>): void => {
  const parameters = p.settings.parameters
  const wait = (seconds: number): void =>
    Participant.arm(p, "deadline", Participant.deadline(p, here, seconds), out)
  switch (log._tag) {
    case "DealOpened":
      Participant.disarm(p, "accept")
      Participant.proveEquivocation(p, out)
      Participant.arm(p, "end", Participant.atSecond(p, p.deal.end), out)
      if (!Deal.isReservation(p.deal)) provision(p, here, out)
      for (const status of p.early.splice(0)) hearStatus(p, status, here, out)
      return p.offered === undefined ? undefined : hearClosing(p, p.offered, here, out)
    case "DealChallenged":
      return answer(p, here, out)
    case "PaymentDemanded":
      return wait(parameters.challengeSeconds)
    case "VoucherPaid":
      return isEnding(p) ? Claiming.claim(p, out) : undefined
    case "DemandMet":
      Participant.disarm(p, "deadline")
      clear(p, here, out)
      return resume(p, here, out)
    case "ProviderDefaulted":
      end(p, here, out)
      Claiming.claim(p, out)
      return wait(Participant.period(p, parameters.appealSeconds))
    case "DealDisputed":
      Claiming.claim(p, out)
      return wait(Participant.period(p, parameters.evidenceSeconds))
    case "ChallengeAnswered":
    case "DemandLapsed":
    case "DealEnded":
    case "DealStopped":
      end(p, here, out)
      Claiming.claim(p, out)
      Metering.prove(p, out)
      return wait(Participant.period(p, parameters.settleGrace))
    case "DealSettled":
      rest(p, here, out)
      out.push({ _tag: "CloseTunnel" })
      for (const timer of ["closing", "deadline"] as const) Participant.disarm(p, timer)
      return
    default:
      return
  }
}
