// What a requester signs for what it received.
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

/**
 * IPSX-PAY-001: signs the cumulative price of what the own meter counted, when that is more than was signed
 * before; it only ever grows, and never beyond what is owed.
 */
export const bill = (
  r: Participant.Participant,
  now: Participant.Situation,
  out: Array<Intent>,
): void => {
  const due = Participant.price(r, now)
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
  now: Participant.Situation,
  out: Array<Intent>,
): void => {
  const before = r.signed
  bill(r, now, out)
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
