// The providers of the scenarios, by the names that scenarios use.
import * as Amount from "../../src/model/Amount.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { providerBehaviours } from "../Scenario.ts"
import type { Behaviour } from "./Behaviour.ts"
import * as Shared from "./Shared.ts"
import { noPlan, untouched, within } from "./Behaviour.ts"

/** Leaves in the middle of the lease, says so on the chain, and pays the penalty (H1). */
const earlyStopping: Behaviour = {
  honest: false,
  plan: (draw, span) => ({ ...noPlan(), leaveAt: within(draw, span) }),
  act: untouched,
}

/** Claims the whole cap with a voucher that it signed itself, and demands more than was served. */
const overClaiming: Behaviour = {
  honest: false,
  plan: (draw, span) => ({ ...noPlan(), trickAt: within(draw, span) }),
  act: (participant, _plan, intents) =>
    intents.map((intent): Intent => {
      if (intent._tag !== "Submit" || intent.transaction._tag !== "Demand") return intent
      return {
        _tag: "Submit",
        transaction: { ...intent.transaction, due: Amount.of(participant.deal.cap) },
      }
    }),
  trick: (participant) => [
    {
      _tag: "Submit",
      transaction: {
        _tag: "Claim",
        sender: participant.deal.provider,
        id: participant.id,
        cumulative: participant.deal.cap,
        author: participant.deal.provider,
      },
    },
    {
      _tag: "Submit",
      transaction: {
        _tag: "Demand",
        sender: participant.deal.provider,
        id: participant.id,
        deal: participant.deal,
        due: participant.deal.cap,
      },
    },
  ],
}

/** Refuses every second deal that its own offer was matched into. */
const declining: Behaviour = {
  honest: true,
  plan: noPlan,
  act: untouched,
  declines: (draw) => draw() < 0.5,
}

export const byName: Readonly<Record<(typeof providerBehaviours)[number], Behaviour>> = {
  honest: Shared.honest,
  vanishing: Shared.vanishing,
  noShow: Shared.noShow,
  earlyStopping,
  overClaiming,
  equivocating: Shared.equivocating,
  massClosing: Shared.massClosing,
  declining,
}
