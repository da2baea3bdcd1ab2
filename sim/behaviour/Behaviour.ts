// How an actor departs from the honest participant. The participant itself is always the library's; a
// behaviour plans when an actor leaves, falls silent or cheats, and changes what the participant wants done.
import type { Intent } from "../../src/agent/Intent.ts"
import type { Participant } from "../../src/agent/Participant.ts"

/** A number in [0, 1) from the actor's own stream for behaviour. */
export type Draw = () => number

/** Drawn once for a deal, when it is proposed. Moments are virtual milliseconds. */
export interface Plan {
  /** From then on the actor neither hears nor acts, and its end of the tunnel is dead. */
  goneAt: number
  /** It is gone as soon as the deal is open. */
  goneWhenOpened: boolean
  /** The actor ends the lease by its own will. */
  leaveAt: number
  /** The actor's particular trick begins. */
  trickAt: number
}

export const never = Number.MAX_SAFE_INTEGER

/** The lease in virtual milliseconds. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Behaviour {
  /** An honest actor must not be breached nor lose more than the bound, whatever its partner does. */
  readonly honest: boolean
  readonly plan: (draw: Draw, span: Span) => Plan
  /** Rewrites what the honest participant wants done at this step. */
  readonly act: (
    participant: Participant,
    plan: Plan,
    intents: ReadonlyArray<Intent>,
    now: number,
  ) => ReadonlyArray<Intent>
  /** What the actor submits of its own accord when its trick begins. */
  readonly trick?: (participant: Participant) => ReadonlyArray<Intent>
  /** Refuses the deal instead of accepting it. */
  readonly declines?: (draw: Draw) => boolean
}

export const untouched: Behaviour["act"] = (_participant, _plan, intents) => intents

export const noPlan = (): Plan => ({
  goneAt: never,
  goneWhenOpened: false,
  leaveAt: never,
  trickAt: never,
})

/** Whether a plan has nothing in store. */
export const isNoPlan = ({ goneAt, goneWhenOpened, leaveAt, trickAt }: Plan): boolean =>
  goneAt === never && !goneWhenOpened && leaveAt === never && trickAt === never

/** A moment inside the lease, neither in its first nor in its last tenth. */
export const within = (draw: Draw, span: Span): number =>
  Math.floor(span.start + (span.end - span.start) * (0.1 + 0.8 * draw()))
