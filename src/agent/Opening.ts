// How a party comes to a deal: its consent to the terms, and the requester's opening of it on the chain.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Terms from "../model/Terms.ts"
import * as Consent from "./Consent.ts"
import type { Input } from "./Input.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

type Proposed = Extract<Input, { readonly _tag: "Proposed" }>

/**
 * Accepts a proposed deal, or declines what its own order does not cover (IPSX-MAT-030), and, as a requester, one in
 * which more is prepaid than it may lose (IPSX-PAY-030), or, as a provider, one of a newcomer that prepays too little
 * (IPSX-PAY-009). An Accept is live until a final block is later than the
 * deal's `validUntil` (IPSX-AGR-024).
 */
export const consider = (
  p: Participant.Participant,
  { orders, others = [], newcomer = false, uncovered = false }: Proposed,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const { deal, role, id, settings } = p
  const author = Participant.self(p)
  const dear = role === "requester" && deal.prepaid > deal.setupPrice + Terms.intervalBound(deal)
  const objects =
    uncovered ||
    (role === "provider" && newcomer && deal.prepaid < Terms.newcomerBound(deal)) ||
    (orders !== undefined &&
      Consent.objection(role, deal, { ...orders, others }, settings.parameters) !== undefined)
  if (dear || objects) {
    if (Participant.move(p, `${role}.decline`, here))
      out.push({ _tag: "Send", message: { _tag: "Decline", id, author } })
    return
  }
  if (!Participant.move(p, `${role}.accept`, here)) return
  out.push({ _tag: "Send", message: { _tag: "Accept", id, author } })
  Participant.armOption(p, out)
}

/** IPSX-AGR-020: when the provider has signed too, the requester asks the chain to open the deal. */
export const open = (r: Participant.Participant, out: Array<Intent>): void => {
  if (r.phase !== "None" || Agreement.status(r.agreement) !== "Agreed") return
  Participant.submit(
    {
      _tag: "OpenDeal",
      sender: r.deal.requester,
      id: r.id,
      deal: r.deal,
      authors: { provider: r.deal.provider, requester: r.deal.requester },
    },
    out,
  )
}
