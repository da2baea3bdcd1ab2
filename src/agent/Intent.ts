// What a participant wants done, as data. The shell does it: the simulator by scheduling, a live process by
// sockets, tunnels and transactions. What has a `short` is for the short deal with that nonce.
import type { Message } from "../model/Message.ts"
import type { Transaction } from "../model/Transaction.ts"

/**
 * accept: the option on the deal lapses. provision, connect: the windows of IPSX-AGR-038. bill: the next
 * voucher is due. meter: the next reading is due. lag: the unpaid part may pass its bound. suspend: a pause has lasted too long. substitute:
 * a changed address was not restored. end: the lease is over. closing: the partner's part of the settlement
 * is missing. deadline: the chain's own deadline of the present phase.
 */
export const timers = [
  "accept",
  "provision",
  "connect",
  "bill",
  "meter",
  "lag",
  "suspend",
  "substitute",
  "end",
  "closing",
  "deadline",
] as const
export type TimerName = (typeof timers)[number]

export type Intent =
  | { readonly _tag: "Send"; readonly message: Message }
  | { readonly _tag: "Submit"; readonly transaction: Transaction }
  /** Rings at `at` (ms) with `epoch`; an earlier arming of the same name is void (IPSX-AGR-030). */
  | {
      readonly _tag: "Arm"
      readonly timer: TimerName
      readonly at: number
      readonly epoch: number
      readonly short?: number
    }
  /** Provider: set up the tunnel's far end. Requester: connect to it. Answered by TunnelUp. */
  | { readonly _tag: "OpenTunnel"; readonly short?: number }
  /** Let the traffic pass, and count it. */
  | { readonly _tag: "Ungate"; readonly short?: number }
  /** Hold the traffic at once (IPSX-AGR-034). */
  | { readonly _tag: "Gate"; readonly short?: number }
  | { readonly _tag: "CloseTunnel"; readonly short?: number }
