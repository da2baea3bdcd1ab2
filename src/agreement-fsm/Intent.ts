// What the shell must do after a step, as data. The agreement names timers and gates; when a timer rings and
// how a gate closes is the shell's business.
import type { Role } from "../model/Status.ts"

/**
 * accept: the option lapses. provision, connect: the windows of IPSX-AGR-038. heartbeat…: that side is
 * silent. lag: the unpaid part may pass its bound. suspend: a side's pause time is used up. end: T_end.
 * settle, evidence, appeal: the chain's deadlines of Closing, Disputed and Breached.
 */
export const timers = [
  "accept",
  "provision",
  "connect",
  "heartbeatProvider",
  "heartbeatRequester",
  "lag",
  "suspend",
  "end",
  "settle",
  "evidence",
  "appeal",
] as const
export type Timer = (typeof timers)[number]

export type Intent =
  /** A new arming of the timer; `Agreement.epoch` names it, and earlier armings are void. */
  | { readonly _tag: "Arm"; readonly timer: Timer }
  | { readonly _tag: "Disarm"; readonly timer: Timer }
  | { readonly _tag: "OpenTunnel" }
  | { readonly _tag: "CloseTunnel" }
  /** Let the traffic pass and count it, or hold it at once (IPSX-AGR-034). */
  | { readonly _tag: "Ungate" }
  | { readonly _tag: "Gate" }
  /** The ledger holds E and B from now on, or gives back what the verdict left of them. */
  | { readonly _tag: "Reserve" }
  | { readonly _tag: "Release" }
  /** The requester's only way to move the bond is to ask on the chain (IPSX-AGR-050). */
  | { readonly _tag: "Challenge" }
  /** The provider's only way to be paid or to be rid of a silent requester (IPSX-AGR-053). */
  | { readonly _tag: "Demand" }
  /** The owner repeated its register: a sign of life, the silence of that side starts again. */
  | { readonly _tag: "Heard"; readonly role: Role }
