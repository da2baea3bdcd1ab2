// How a provider brings what was signed for it to the chain.
import * as Amount from "../model/Amount.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

export interface Claiming extends Participant.Participant {
  /** The sum of the claim that the chain has not answered so far; not above what was claimed when there is none. */
  claiming: Amount.Amount
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
