// The lease receipt that both parties sign when a deal ends (IPSX-TUN-060): who held the seat, from when to when. The
// requester writes it, the closing commits to it, and the provider signs the same or none.
import * as Id from "../model/Id.ts"
import type { Receipt } from "../model/Receipt.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

/** The traffic may pass at this moment. */
export const mark = (p: Participant.Participant, here: Participant.Situation): void => {
  const second = p.settings.epoch + Math.floor(here.now / 1000)
  if (p.usedFrom === 0) p.usedFrom = second
  p.usedTo = Math.min(p.deal.end, second)
}

/** No traffic passes from now on. Says whether it did. */
export const rest = (p: Participant.Participant, here: Participant.Situation): boolean => {
  if (!p.serving) return false
  p.serving = false
  mark(p, here)
  return true
}

// One seat has one receipt; several are several deals' worth of receipts, which no closing could name.
const ofDeal = (p: Participant.Participant): Receipt => ({
  channelId: p.id,
  provider: p.deal.provider,
  requester: p.deal.requester,
  resource: p.deal.resource,
  seat: p.deal.firstSeat,
  from: Math.max(p.deal.start, p.usedFrom) as Receipt["from"],
  to: Math.max(p.deal.start, p.usedFrom, p.usedTo) as Receipt["to"],
  commitment: Id.zero,
})

/** Sends the requester's receipt and says what the closing commits to: zero where there is none. */
export const write = (r: Participant.Participant, out: Array<Intent>): Id.Id => {
  const { receiptDigest } = r.settings
  if (receiptDigest === undefined || r.usedFrom === 0 || r.deal.seats !== 1) return Id.zero
  const receipt = ofDeal(r)
  out.push({
    _tag: "Send",
    message: { _tag: "Receipt", id: r.id, author: r.deal.requester, receipt },
  })
  return receiptDigest(receipt)
}

/** The provider signs a receipt that says what it saw, give or take how far the clocks may be apart. */
export const countersign = (
  p: Participant.Participant,
  receipt: Receipt,
  out: Array<Intent>,
): void => {
  if (p.settings.receiptDigest === undefined) return
  const own = ofDeal(p)
  const slack = 2 * p.settings.parameters.delta + 1
  const same =
    receipt.channelId === own.channelId &&
    receipt.provider === own.provider &&
    receipt.requester === own.requester &&
    receipt.resource === own.resource &&
    receipt.seat === own.seat
  if (!same || p.usedFrom === 0) return
  if (Math.abs(receipt.from - own.from) > slack || Math.abs(receipt.to - own.to) > slack) return
  out.push({
    _tag: "Send",
    message: { _tag: "Receipt", id: p.id, author: p.deal.provider, receipt },
  })
}
