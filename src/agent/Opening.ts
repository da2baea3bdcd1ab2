// How a requester comes to a deal: its consent to the terms, and the opening on the chain.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Terms from "../model/Terms.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

/** Accepts a proposed deal, unless more is prepaid in it than an honest requester may lose. */
export const accept = (
  r: Participant.Participant,
  now: Participant.Situation,
  out: Array<Intent>,
): void => {
  // IPSX-PAY-030: what is prepaid is lost with a provider that never comes.
  if (r.deal.prepaid > r.deal.setupPrice + Terms.intervalBound(r.deal)) {
    if (Participant.move(r, "requester.decline", now))
      out.push({ _tag: "Send", message: { _tag: "Decline", id: r.id, author: r.deal.requester } })
    return
  }
  if (!Participant.move(r, "requester.accept", now)) return
  out.push({ _tag: "Send", message: { _tag: "Accept", id: r.id, author: r.deal.requester } })
  Participant.armOption(r, out)
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
