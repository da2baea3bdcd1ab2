// Behaviours that either side may have.
import type { Intent } from "../../src/agent/Intent.ts"
import * as Participant from "../../src/agent/Participant.ts"
import * as Status from "../../src/model/Status.ts"
import type { Behaviour } from "./Behaviour.ts"
import { noPlan, untouched, within } from "./Behaviour.ts"

export const honest: Behaviour = { honest: true, plan: noPlan, act: untouched }

/** Disappears in the middle of the lease. */
export const vanishing: Behaviour = {
  honest: false,
  plan: (draw, span) => ({ ...noPlan(), goneAt: within(draw, span) }),
  act: untouched,
}

/** Lets the deal be opened, and never provisions or never connects. */
export const noShow: Behaviour = {
  honest: false,
  plan: () => ({ ...noPlan(), goneWhenOpened: true }),
  act: untouched,
}

/** The same status with another reason under the same number: a second story (H9). */
const contradict = (intent: Intent): ReadonlyArray<Intent> => {
  if (intent._tag !== "Send" || intent.message._tag !== "Status") return [intent]
  const status = { ...intent.message.status, reason: Status.reasonCode("OutOfScope") }
  return [intent, { _tag: "Send", message: { ...intent.message, status } }]
}

/** Tells its partner two stories under one sequence number. */
export const equivocating: Behaviour = {
  honest: false,
  plan: noPlan,
  act: (_participant, _plan, intents) => intents.flatMap(contradict),
}

/** Ends the lease on the chain, without a settlement by both: many at once fill the blocks. */
export const massClosing: Behaviour = {
  honest: false,
  plan: (draw, span) => ({ ...noPlan(), trickAt: within(draw, span) }),
  act: (_participant, _plan, intents) =>
    intents.filter(
      (intent) =>
        !(intent._tag === "Send" && intent.message._tag === "Closing") &&
        !(intent._tag === "Submit" && intent.transaction._tag === "Settle"),
    ),
  trick: (participant) => [
    {
      _tag: "Submit",
      transaction: {
        _tag: "Stop",
        sender: Participant.self(participant),
        id: participant.id,
      },
    },
  ],
}
