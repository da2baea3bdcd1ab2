// Everything that can happen to a participant. A live process and the simulator feed the same inputs.
import type { Log } from "../model/Log.ts"
import type { Message } from "../model/Message.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { TimerName } from "./Intent.ts"

export type Input =
  /** The exchange matched two orders and offers the deal. */
  | { readonly _tag: "Proposed" }
  /** A message of the partner, its author verified. */
  | { readonly _tag: "Said"; readonly message: Message }
  /** An event of this channel, in a block that is final for the participant. */
  | { readonly _tag: "Logged"; readonly log: Log }
  /** A transaction of this participant was refused, with the name of the contract's error. */
  | { readonly _tag: "Refused"; readonly transaction: Transaction; readonly error: string }
  | { readonly _tag: "Rang"; readonly timer: TimerName; readonly epoch: number }
  /** The own end of the tunnel works. */
  | { readonly _tag: "TunnelUp" }
  /** Too many heartbeats of the partner are missing. */
  | { readonly _tag: "Silent" }
  /** The address behind the tunnel is another one now (seen by the provider). */
  | { readonly _tag: "AddressChanged" }
  /** The address is the promised one again (seen by the provider). */
  | { readonly _tag: "AddressRestored" }
  /** A site that the deal's scope covers refuses the address (seen by the requester). */
  | { readonly _tag: "AddressBanned" }
  /** The owner of the requester wants no service for a while, and wants it again; the time is billed. */
  | { readonly _tag: "Pause" }
  | { readonly _tag: "Resume" }
  /** The owner wants to end the lease now. */
  | { readonly _tag: "Leave" }
