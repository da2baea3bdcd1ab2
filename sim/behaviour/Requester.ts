// The requesters of the scenarios, by the names that scenarios use.
import type { requesterBehaviours } from "../Scenario.ts"
import type { Behaviour } from "./Behaviour.ts"
import * as Shared from "./Shared.ts"
import { noPlan, untouched, within } from "./Behaviour.ts"

/** Uses the service and stops paying for it, on the pair channel and on the chain. */
const lagging: Behaviour = {
  honest: false,
  plan: (draw, span) => ({ ...noPlan(), trickAt: within(draw, span) }),
  act: (_participant, plan, intents, now) =>
    now < plan.trickAt
      ? intents
      : intents.filter(
          (intent) =>
            !(
              intent._tag === "Send" &&
              ["Voucher", "Closing", "ShortEnd"].includes(intent.message._tag)
            ) && !(intent._tag === "Submit" && ["Claim", "Stop"].includes(intent.transaction._tag)),
        ),
}

/** Needs the address for less time than it ordered; pays what it used and goes. */
const earlyStopping: Behaviour = {
  honest: true,
  plan: (draw, span) => ({ ...noPlan(), leaveAt: within(draw, span) }),
  act: untouched,
}

/** Challenges a provider that serves it, hoping that it is not looking (H2). */
const challenging: Behaviour = {
  honest: false,
  plan: (draw, span) => ({ ...noPlan(), trickAt: within(draw, span) }),
  act: untouched,
  trick: (participant) => [
    {
      _tag: "Submit",
      transaction: { _tag: "Challenge", sender: participant.deal.requester, id: participant.id },
    },
  ],
}

export const byName: Readonly<Record<(typeof requesterBehaviours)[number], Behaviour>> = {
  honest: Shared.honest,
  vanishing: Shared.vanishing,
  noShow: Shared.noShow,
  lagging,
  earlyStopping,
  equivocating: Shared.equivocating,
  challenging,
  massClosing: Shared.massClosing,
}
