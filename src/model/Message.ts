// What the two partners of a deal say to each other on the pair channel. `author` is the address whose key
// signed the embedded structure; the transport has verified it before a participant sees the message.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import { Closing } from "./Closing.ts"
import { Id } from "./Id.ts"
import { Meter } from "./Meter.ts"
import { Receipt } from "./Receipt.ts"
import { Status } from "./Status.ts"
import { Voucher } from "./Voucher.ts"

/**
 * Accept: the sender's signature under the deal, a firm option until the deal's `validUntil`. Status: a move
 * of the sender's register. Voucher and Closing: money, as their modules say. Meter and Receipt: the partner's word on
 * what was used; it counts when both have signed the same. All are idempotent.
 */
export const Message = Schema.TaggedUnion({
  Accept: { id: Id, author: Address },
  Decline: { id: Id, author: Address },
  Status: { id: Id, author: Address, status: Status },
  Voucher: { id: Id, author: Address, voucher: Voucher },
  Closing: { id: Id, author: Address, closing: Closing },
  Meter: { id: Id, author: Address, meter: Meter },
  Receipt: { id: Id, author: Address, receipt: Receipt },
})
export type Message = typeof Message.Type
export type Tag = Message["_tag"]
