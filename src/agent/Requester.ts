// The honest requester of one deal, sans I/O: inputs in, intents out. It pays for what it received, twice
// within the tolerated lag, challenges a provider that does not serve, and never signs more than it owes.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Deal from "../model/Deal.ts"
import type * as Id from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import type { Message } from "../model/Message.ts"
import * as Parameters from "../model/Parameters.ts"
import * as Status from "../model/Status.ts"
import * as Terms from "../model/Terms.ts"
import * as Billing from "./Billing.ts"
import * as LeaseReceipt from "./LeaseReceipt.ts"
import * as Metering from "./Metering.ts"
import type { Input } from "./Input.ts"
import type { Intent, TimerName } from "./Intent.ts"
import * as Opening from "./Opening.ts"
import * as Participant from "./Participant.ts"
import * as ShortRequester from "./ShortRequester.ts"

export interface Requester extends Participant.Participant {
  /** The provider's signature under the deal is here. */
  countersigned: boolean
  tunnelUp: boolean
  /** It wants its end of the tunnel: the provider has said Ready and the lease has begun. */
  connecting: boolean
  /** A challenge of its own is under way and was not answered. */
  challenging: boolean
  /** The provider has stopped on the chain before the end. */
  deserted: boolean
  /** Its owner did not want the lease any more before the deal was open. */
  leaving: boolean
}

export const make = (id: Id.Id, deal: Deal.Deal, settings: Participant.Settings): Requester => ({
  ...Participant.make("requester", id, deal, settings),
  countersigned: false,
  tunnelUp: false,
  connecting: false,
  challenging: false,
  deserted: false,
  leaving: false,
})

/** What the requester does about one input. Total: an input that means nothing now is ignored. */
export const step = (
  r: Requester,
  input: Input,
  here: Participant.Situation,
): ReadonlyArray<Intent> => {
  const out: Array<Intent> = []
  if (ShortRequester.isStanding(r) && ShortRequester.step(r, input, here, out)) {
    if (ShortRequester.isOver(r)) stop(r, "Unwanted", here, out)
    return out
  }
  switch (input._tag) {
    case "Proposed":
      Opening.consider(r, input, here, out)
      break
    case "Said":
      hear(r, input.message, here, out)
      break
    case "Logged":
      Participant.observe(r, input.log, here)
      follow(r, input.log, here, out)
      break
    case "Refused":
      if (input.transaction._tag === "Challenge") r.challenging = false
      if (input.error === "TooEarly")
        Participant.arm(r, "deadline", here.now + 2000 * r.settings.blockSeconds, out)
      break
    case "Rang":
      if (Participant.isCurrent(r, input.timer, input.epoch)) ring(r, input.timer, here, out)
      break
    case "TunnelUp":
      r.tunnelUp = true
      activate(r, here, out)
      break
    case "Silent":
      if (!Participant.move(r, "providerSilent", here)) break
      if (!r.challenging) Participant.say(r, "Silent", here, out)
      suspend(r, here, out)
      break
    case "AddressBanned":
      if (Participant.move(r, "requester.pause", here)) {
        Participant.say(r, "AddressBanned", here, out)
        awaitSubstitute(r, here, out)
      }
      break
    case "Pause":
      if (!Participant.move(r, "requester.pause", here)) break
      LeaseReceipt.rest(r, here)
      Participant.say(r, "Unwanted", here, out)
      Participant.hold(r, true, here)
      break
    case "Resume":
      if (Agreement.requester(r.agreement) !== "Paused") break
      Participant.hold(r, false, here)
      activate(r, here, out)
      break
    case "Leave":
      // IPSX-AGR-024: what it has signed may be opened still, and is ended then.
      r.leaving = r.phase === "None"
      stop(r, "Unwanted", here, out)
      break
    default:
      break
  }
  return out
}

const hear = (
  r: Requester,
  message: Message,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (message.id !== r.id || message.author !== r.deal.provider) return
  switch (message._tag) {
    case "Accept":
      if (r.countersigned) return
      r.countersigned = true
      Participant.move(r, "provider.accept", here)
      return r.leaving ? undefined : Opening.open(r, out)
    case "Decline":
      Participant.move(r, "provider.decline", here)
      return
    case "Status":
      return hearStatus(r, message.status, here, out)
    case "Meter":
      return Metering.countersign(r, message.meter, here, out)
    default:
      // Only the requester's own signature decides what it pays (IPSX-PAY-001).
      return
  }
}

const hearStatus = (
  r: Requester,
  status: Status.Status,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (Participant.defers(r, status)) return
  for (const { type, reason } of Participant.receive(r, status, out)) {
    // The provider repeats Ready to say that it holds the traffic until it is paid, or until it hears again.
    if (type === "provider.ready" && (reason === "PaymentLag" || reason === "Silent"))
      payUp(r, here, out)
    if (!Participant.move(r, type, here)) continue
    if (type === "provider.ready") connect(r, here, out)
    else if (type === "provider.pause") {
      Billing.bill(r, here, out)
      if (reason === "AddressChanged") awaitSubstitute(r, here, out)
      else suspend(r, here, out)
    } else if (type === "provider.stop") abandon(r, here, out, false)
  }
}

const connect = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  Participant.disarm(r, "provision")
  Participant.disarm(r, "suspend")
  Participant.disarm(r, "substitute")
  if (r.tunnelUp) return activate(r, here, out)
  // IPSX-TUN-002: a Ready that comes before the lease has to wait for it.
  const begins = Participant.atSecond(r, r.deal.start)
  if (here.now < begins) return Participant.arm(r, "connect", begins, out)
  r.connecting = true
  out.push({ _tag: "OpenTunnel" })
  // The provider may say Ready and let nobody in. Its own demand, at the end of the window, comes first.
  const wait = Parameters.connectTime(r.settings.parameters, Deal.lease(r.deal))
  Participant.arm(r, "connect", here.now + wait * 1000 + 2 * r.settings.patience, out)
}

const activate = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  // IPSX-AGR-048: an Active signed while the own challenge is open would disprove it.
  if (!r.tunnelUp || r.challenging) return
  Participant.move(r, "requester.activate", here)
  if (Agreement.status(r.agreement) !== "Active") return
  r.serving = true
  LeaseReceipt.mark(r, here)
  Participant.disarm(r, "connect")
  // The set-up price is due before the first second of service.
  Billing.bill(r, here, out)
  Participant.say(r, "None", here, out)
  Participant.arm(r, "bill", here.now + Terms.billingInterval(r.deal) * 1000, out)
}

/** IPSX-AGR-034: what is owed, and Active once more, which the provider resumes on. */
const payUp = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  if (Agreement.status(r.agreement) !== "Active" || r.challenging) return
  Billing.pay(r, here, out)
  Participant.say(r, "None", here, out)
}

/** The time of an own pause is billed for as long as the provider keeps the address ready meanwhile. */
const suspend = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  LeaseReceipt.rest(r, here)
  Participant.hold(r, false, here)
  Participant.armSuspend(r, here, out)
}

/**
 * IPSX-AGR-080: the provider has one provisioning window to bring the address back or another one. Windows add up to
 * no more than the suspend budget, or else an address that comes and goes would never be lost (IPSX-AGR-036).
 */
const awaitSubstitute = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  LeaseReceipt.rest(r, here)
  Participant.hold(r, false, here)
  Billing.bill(r, here, out)
  const wait = Parameters.provisionTime(r.settings.parameters, Deal.lease(r.deal))
  const at = Math.min(here.now + wait * 1000, Participant.suspendAt(r, here, wait))
  Participant.arm(r, "substitute", at, out)
}

/** Ends the lease for this side: the last voucher, Stopped, and the offer to settle at that sum. */
const stop = (
  r: Requester,
  reason: Status.Reason,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (r.phase === "None" || r.phase === "Final") return
  if (Participant.move(r, "requester.stop", here)) Participant.say(r, reason, here, out)
  settle(r, here, out)
}

const settle = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  LeaseReceipt.rest(r, here)
  Participant.hold(r, false, here)
  for (const timer of ["provision", "connect", "bill", "suspend", "substitute", "end"] as const)
    Participant.disarm(r, timer)
  out.push({ _tag: "CloseTunnel" })
  if (ShortRequester.isStanding(r)) ShortRequester.finishAll(r, here, out)
  Billing.bill(r, here, out)
  Participant.arm(r, "closing", here.now + 2 * r.settings.patience, out)
  // A settlement by both would forgive a breach, or an early stop (IPSX-PAY-023).
  if (r.wronged || r.challenging || r.deserted) return
  if (Participant.move(r, "requester.settle", here)) Participant.say(r, "None", here, out)
  const receipt = LeaseReceipt.write(r, out)
  out.push({
    _tag: "Send",
    message: {
      _tag: "Closing",
      id: r.id,
      author: r.deal.requester,
      closing: { channelId: r.id, cumulativeAmount: r.signed, receipt },
    },
  })
}

/** IPSX-PAY-023: an early stop without notice costs a penalty, which a settlement by both would forgive. */
const abandon = (
  r: Requester,
  here: Participant.Situation,
  out: Array<Intent>,
  onChain: boolean,
): void => {
  // A reservation has no penalty that a settlement by both could forgive.
  const isOver = here.now >= Participant.atSecond(r, r.deal.end)
  if (isOver || Deal.isReservation(r.deal)) return settle(r, here, out)
  r.deserted ||= onChain
  LeaseReceipt.rest(r, here)
  Participant.hold(r, false, here)
  for (const timer of ["provision", "connect", "bill", "suspend", "substitute"] as const)
    Participant.disarm(r, timer)
  out.push({ _tag: "CloseTunnel" })
  Billing.bill(r, here, out)
  // A stop that is said and not brought to the chain costs nothing there: then it is asked there.
  if (!onChain && r.phase === "Open" && !isDone(r))
    Participant.arm(r, "suspend", here.now + 2 * r.settings.patience, out)
}

const isDone = (r: Requester): boolean => {
  const own = Agreement.requester(r.agreement)
  return own === "Stopped" || own === "Settled"
}

/** IPSX-AGR-050: the provider does not serve; it has to answer on the chain or it forfeits its bond. */
const challenge = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  const lasting = here.now < Participant.atSecond(r, r.deal.end) - 2000 * r.settings.blockSeconds
  // The stake comes back from a provider that is gone; the half of a small bond would not pay for it.
  const worthIt = r.deal.bond / 2n > r.settings.parameters.challengeStake / 20n
  if (r.phase === "Open" && lasting && worthIt && !Deal.isReservation(r.deal)) {
    r.challenging = true
    Participant.submit({ _tag: "Challenge", sender: r.deal.requester, id: r.id }, out)
    Participant.arm(r, "closing", here.now + 2 * r.settings.patience, out)
  } else stop(r, "Faulty", here, out)
}

const ring = (
  r: Requester,
  timer: TimerName,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  switch (timer) {
    case "accept":
      if (r.phase === "None") Participant.move(r, "acceptExpired", here)
      return
    case "provision":
    case "suspend":
      return challenge(r, here, out)
    case "connect":
      if (r.connecting) return stop(r, "Faulty", here, out)
      return Agreement.provider(r.agreement) === "Ready" ? connect(r, here, out) : undefined
    case "substitute":
      return stop(r, "AddressLost", here, out)
    case "bill":
      if (!r.serving && r.heldSince < 0) return
      Billing.pay(r, here, out)
      return Participant.arm(r, "bill", here.now + Terms.billingInterval(r.deal) * 1000, out)
    case "end":
      Participant.move(r, "end", here)
      Participant.say(r, "Expired", here, out)
      return settle(r, here, out)
    case "closing":
      return enforce(r, here, out)
    case "deadline":
      return enforceDeadline(r, out)
    default:
      return
  }
}

/** The provider did not settle: the end, or this side's stop, goes to the chain. */
const enforce = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  const sender = r.deal.requester
  if (r.phase === "Open" || r.phase === "Demanded") {
    if (here.now >= Participant.atSecond(r, r.deal.end))
      Participant.submit({ _tag: "Expire", sender, id: r.id }, out)
    else Participant.submit({ _tag: "Stop", sender, id: r.id }, out)
    Participant.arm(r, "closing", here.now + 2 * r.settings.patience, out)
  }
}

const enforceDeadline = (r: Requester, out: Array<Intent>): void => {
  const sender = r.deal.requester
  if (r.phase === "Challenged") Participant.submit({ _tag: "Convict", sender, id: r.id }, out)
  else if (r.phase === "Closing" || r.phase === "Breached" || r.phase === "Disputed")
    Participant.submit({ _tag: "Finalize", sender, id: r.id, deal: r.deal }, out)
}

const follow = (r: Requester, log: Log, here: Participant.Situation, out: Array<Intent>): void => {
  const parameters = r.settings.parameters
  const begins = Math.max(here.now, Participant.atSecond(r, r.deal.start))
  // The provider finalizes first, since it is paid by it; the requester only where it does not.
  const grace = Participant.period(r, parameters.settleGrace) + 4 * r.settings.blockSeconds
  const wait = (seconds: number): void =>
    Participant.arm(r, "deadline", Participant.deadline(r, here, seconds), out)
  switch (log._tag) {
    case "DealOpened": {
      Participant.disarm(r, "accept")
      Participant.proveEquivocation(r, out)
      Participant.arm(r, "end", Participant.atSecond(r, r.deal.end), out)
      const window = Parameters.provisionTime(parameters, Deal.lease(r.deal))
      if (!ShortRequester.isStanding(r))
        Participant.arm(r, "provision", begins + window * 1000, out)
      else if (ShortRequester.start(r, here, out)) stop(r, "Unwanted", here, out)
      for (const status of r.early.splice(0)) hearStatus(r, status, here, out)
      if (r.leaving) stop(r, "Unwanted", here, out)
      return
    }
    case "DealChallenged":
      return wait(parameters.challengeSeconds)
    case "ProviderDefaulted":
      return wait(Participant.period(r, parameters.appealSeconds))
    case "DealDisputed":
      return wait(Participant.period(r, parameters.evidenceSeconds))
    case "EquivocationProved":
      // A breach is judged when the deal is finalized, so the deal is ended here and now (IPSX-PAY-024).
      if (!r.wronged || r.phase !== "Open") return
      Billing.bill(r, here, out)
      return Participant.submit({ _tag: "Stop", sender: r.deal.requester, id: r.id }, out)
    case "PaymentDemanded":
      return Billing.answerDemand(r, log.due, here, out)
    case "DemandMet":
      return activate(r, here, out)
    case "ChallengeAnswered":
    case "DemandLapsed":
    case "DealEnded":
    case "DealStopped":
      if (log._tag === "ChallengeAnswered") r.challenging = false
      if (log._tag === "DealStopped" && log.by === r.deal.provider) abandon(r, here, out, true)
      else if (Agreement.requester(r.agreement) !== "Settled") settle(r, here, out)
      return wait(grace)
    case "DealSettled":
      r.serving = false
      out.push({ _tag: "CloseTunnel" })
      for (const timer of ["closing", "deadline", "bill"] as const) Participant.disarm(r, timer)
      return
    default:
      return
  }
}
