// What a requester signs for what it received.
import * as Amount from "../model/Amount.ts"
import * as Terms from "../model/Terms.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

/**
 * What the requester owes: the price of what its own meter counted, but of no more seconds than the provider itself has
 * counted and one billing interval (IPSX-PAY-037). A meter that runs on while the other end stands still, or is held,
 * would otherwise cost more than the bound of IPSX-PAY-007.
 */
const owed = (r: Participant.Participant, here: Participant.Situation): Amount.Amount => {
  if (r.settings.tolerance === undefined) return Participant.price(r, here)
  const most = (r.told?.seconds ?? 0) + Terms.billingInterval(r.deal)
  const seconds = Math.min(here.meter.seconds, most)
  return Participant.price(r, { ...here, meter: { ...here.meter, seconds } })
}

/**
 * IPSX-PAY-001: signs the cumulative price of what the own meter counted, when that is more than was signed
 * before; it only ever grows, and never beyond what is owed.
 */
export const bill = (
  r: Participant.Participant,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const due = owed(r, here)
  if (due <= r.signed || r.phase === "Final") return
  r.signed = due
  send(r, out)
}

/**
 * Bills, and where nothing new is due sends the highest voucher again: while the traffic is held nothing becomes
 * due, and a voucher that the provider has not seen was lost on its way.
 */
export const pay = (
  r: Participant.Participant,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const before = r.signed
  bill(r, here, out)
  if (r.signed === before && before > r.deal.prepaid) send(r, out)
}

const send = (r: Participant.Participant, out: Array<Intent>): void => {
  const { id, deal, signed: cumulativeAmount } = r
  const voucher = { channelId: id, cumulativeAmount }
  out.push({
    _tag: "Send",
    message: { _tag: "Voucher", id, author: deal.requester, voucher },
  })
}

/**
 * IPSX-AGR-053: pays a demand that is owed; to one that asks for more than the own meter counted, beyond
 * one billing interval, the answer is to stop. The measure is the meter and not what was paid before, or else
 * demands that are each a little too high would add up (IPSX-PAY-007).
 */
export const answerDemand = (
  r: Participant.Participant,
  due: Amount.Amount,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const sender = r.deal.requester
  const bound = owed(r, here) + Terms.intervalBound(r.deal)
  // One base unit above what is prepaid is the least that a provider can demand.
  const most = bound > r.deal.prepaid ? bound : r.deal.prepaid + 1n
  if (due > most && due > r.signed) {
    bill(r, here, out)
    return Participant.submit({ _tag: "Stop", sender, id: r.id }, out)
  }
  r.signed = Amount.maximum(due, r.signed)
  Participant.submit({ _tag: "Claim", sender, id: r.id, cumulative: r.signed, author: sender }, out)
}
