// What the two partners of a deal say to each other on the pair channel. `author` is the address whose key
// signed the embedded structure; the transport has verified it before a participant sees the message.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import { Closing } from "./Closing.ts"
import { Count } from "./Deal.ts"
import { Id } from "./Id.ts"
import { Meter } from "./Meter.ts"
import { Receipt } from "./Receipt.ts"
import { ShortDeal } from "./ShortDeal.ts"
import { Status } from "./Status.ts"
import { Voucher } from "./Voucher.ts"

/**
 * Accept: the sender's signature under the deal, a firm option until the deal's `validUntil`. Status: a move
 * of the sender's register. Voucher and Closing: money, as their modules say. Meter and Receipt: the partner's word on
 * what was used; it counts when both have signed the same. All are idempotent.
 *
 * The others are of short deals, with the reservation's id. ShortDeal: the sender's signature under it; the
 * provider's also says that its end of the tunnel is up (IPSX-AGR-078). ShortDecline: the sender takes no part in it,
 * or no more. ShortEnd: it is over and has cost `charged`; the requester's carries the voucher that covers it, the
 * provider's repeats it in consent (IPSX-AGR-079).
 */
export const Message = Schema.TaggedUnion({
  Accept: { id: Id, author: Address },
  Decline: { id: Id, author: Address },
  Status: { id: Id, author: Address, status: Status },
  Voucher: { id: Id, author: Address, voucher: Voucher },
  Closing: { id: Id, author: Address, closing: Closing },
  Meter: { id: Id, author: Address, meter: Meter },
  Receipt: { id: Id, author: Address, receipt: Receipt },
  ShortDeal: { id: Id, author: Address, short: ShortDeal },
  ShortDecline: { id: Id, author: Address, nonce: Count },
  ShortEnd: {
    id: Id,
    author: Address,
    nonce: Count,
    charged: Amount.AmountFromString,
    voucher: Voucher,
  },
})
export type Message = typeof Message.Type
export type Tag = Message["_tag"]
