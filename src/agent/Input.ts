// Everything that can happen to a participant. A live process and the simulator feed the same inputs; as JSON they are
// what a live process records, and what a recorded run is played again from (IPSX-PCH-012).
import * as Schema from "effect/Schema"
import { Count, Deal } from "../model/Deal.ts"
import { Log } from "../model/Log.ts"
import { Message } from "../model/Message.ts"
import { Offer, Request } from "../model/Order.ts"
import { ShortDeal } from "../model/ShortDeal.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import { Transaction } from "../model/Transaction.ts"
import { timers } from "./Intent.ts"

/** The nonce of the short deal that an input concerns; without it, it concerns the deal or reservation itself. */
const short = Schema.optionalKey(Count)

export const Input = Schema.TaggedUnion({
  /**
   * The exchange matched two orders and offers the deal. With the two orders, and the deals that this party has
   * accepted under its own one, it compares them before it signs (IPSX-MAT-030).
   */
  Proposed: {
    orders: Schema.optionalKey(Schema.Struct({ offer: Offer, request: Request })),
    others: Schema.optionalKey(Schema.Array(Deal)),
    /** Of a reservation: the policy that the market has named (IPSX-MAT-047). */
    standing: Schema.optionalKey(StandingTerms.Policy),
    /** A provider's look at the chain: the requester has no settled deal; the own wallet does not cover the bond. */
    newcomer: Schema.optionalKey(Schema.Boolean),
    uncovered: Schema.optionalKey(Schema.Boolean),
    /** A requester that wants all its addresses in one deal: this one has fewer. */
    scattered: Schema.optionalKey(Schema.Boolean),
    /** The option was over before this party could answer. */
    late: Schema.optionalKey(Schema.Boolean),
  },
  /** The exchange matched two orders into a short deal under this reservation. */
  ShortProposed: { deal: ShortDeal },
  /** A message of the partner, its author verified. */
  Said: { message: Message },
  /** An event of this channel, in a block that is final for the participant. */
  Logged: { log: Log },
  /** A transaction of this participant was refused, with the name of the contract's error. */
  Refused: { transaction: Transaction, error: Schema.String },
  Rang: { timer: Schema.Literals(timers), epoch: Schema.Int, short },
  /** The own end of the tunnel works. */
  TunnelUp: { short },
  /** The tunnel, or all of a reservation's together, has used up what may pass unpaid (seen by the provider). */
  Exhausted: {},
  /** Too many heartbeats of the partner are missing. */
  Silent: {},
  /** The address behind the tunnel is another one now (seen by the provider). */
  AddressChanged: {},
  /** The address is the promised one again (seen by the provider). */
  AddressRestored: {},
  /** A site that the deal's scope covers refuses the address (seen by the requester). */
  AddressBanned: {},
  /** The owner of the requester wants no service for a while, and wants it again; the time is billed. */
  Pause: {},
  Resume: {},
  /** The owner wants to end the lease now. */
  Leave: { short },
})
export type Input = typeof Input.Type
