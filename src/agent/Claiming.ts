// How a provider brings what was signed for it to the chain.
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

export interface Claiming extends Participant.Participant {
  /** The sum of the claim that the chain has not answered so far; not above what was claimed when there is none. */
  claiming: Amount.Amount
  /** It has asked for its money on the chain: it does so once in a deal (IPSX-AGR-049). */
  demanded: boolean
}

/**
 * Puts the highest voucher on the chain, where it can no longer be lost. While one is under way a higher one waits
 * for it: or else vouchers of one base unit more would cost the provider a transaction each.
 */
export const claim = (p: Claiming, out: Array<Intent>): void => {
  if (p.signed <= p.claimed || p.signed <= p.deal.prepaid || p.phase === "Final") return
  if (p.claiming > p.claimed) return
  p.claiming = p.signed
  Participant.submit(
    {
      _tag: "Claim",
      sender: p.deal.provider,
      id: p.id,
      cumulative: p.signed,
      author: p.deal.requester,
    },
    out,
  )
}

/** The claim that is under way was refused, or may be lost. */
export const forget = (p: Claiming): void => {
  p.claiming = Amount.zero
}

/** IPSX-AGR-053: asks the requester, on the chain, for what is owed: at least the least that can be asked. */
export const demand = (p: Claiming, here: Participant.Situation, out: Array<Intent>): void => {
  if (p.phase !== "Open" || Deal.isReservation(p.deal)) return
  claim(p, out)
  if (p.demanded) return
  p.demanded = true
  const used = Participant.price(p, here)
  const due = Amount.maximum(used, Amount.maximum(p.signed, p.claimed))
  const least = Amount.of(Amount.maximum(p.signed, p.claimed) + 1n)
  Participant.submit(
    {
      _tag: "Demand",
      sender: p.deal.provider,
      id: p.id,
      deal: p.deal,
      due: Amount.minimum(p.deal.cap, Amount.maximum(due, least)),
    },
    out,
  )
}
