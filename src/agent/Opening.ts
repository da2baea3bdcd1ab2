// How a party comes to a deal: its consent to the terms, and the requester's opening of it on the chain.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Deal from "../model/Deal.ts"
import * as Terms from "../model/Terms.ts"
import * as Consent from "./Consent.ts"
import type { Input } from "./Input.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

type Proposed = Extract<Input, { readonly _tag: "Proposed" }>

/**
 * Why a party declines a proposed deal: its own order does not cover it (IPSX-MAT-030), or, as a requester, more is
 * prepaid than it may lose (IPSX-PAY-030), or a reservation is none of the market's policy (IPSX-MAT-047), or, as a provider, it is one of a newcomer that prepays too little (IPSX-PAY-009).
 */
export const objection = (
  { deal, role, settings }: Participant.Participant,
  {
    orders,
    standing,
    others = [],
    newcomer = false,
    uncovered = false,
    scattered = false,
    late = false,
  }: Proposed,
): string | undefined => {
  if (late) return "its option is over"
  if (!Terms.isSound(deal)) return "its numbers are none of a deal"
  if (scattered) return "all addresses are wanted in one deal, and these are fewer"
  if (uncovered) return "the wallet does not cover the bond"
  if (role === "provider" && newcomer && deal.prepaid < Terms.newcomerBound(deal))
    return "the chain knows no settled deal of the requester, and too little is prepaid"
  if (role === "requester" && deal.prepaid > deal.setupPrice + Terms.intervalBound(deal))
    return "more is prepaid than the first interval"
  if (orders === undefined) return undefined
  const { parameters } = settings
  if (!Deal.isReservation(deal))
    return Consent.objection(role, deal, { ...orders, others }, parameters)
  return standing === undefined
    ? "the market has named no policy of reservations"
    : Consent.reservation(role, deal, { ...orders, policy: standing }, parameters)
}

/**
 * Accepts a proposed deal, or declines it. An Accept is live until a final block is later than the deal's `validUntil`
 * (IPSX-AGR-024).
 */
export const consider = (
  p: Participant.Participant,
  proposed: Proposed,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const { role, id } = p
  const author = Participant.self(p)
  if (objection(p, proposed) !== undefined) {
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
