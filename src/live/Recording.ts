// What a party writes down, and in which order: everything that happens to it, before it does anything about it. What a
// party does follows from that alone, so the file is at once its memory after a crash (IPSX-PCH-012), its proof against
// the partner, and a recording that plays again in the simulator.
import * as Schema from "effect/Schema"
import { Input } from "../agent/Input.ts"
import { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import { Count, Deal } from "../model/Deal.ts"
import { Id } from "../model/Id.ts"
import { Offer, Order, Request } from "../model/Order.ts"
import { ShortDeal } from "../model/ShortDeal.ts"
import { Role } from "../model/Status.ts"
import { Transaction } from "../model/Transaction.ts"
import * as Letter from "../pair-channel/Letter.ts"
import { Endpoint } from "../pair-channel/Tls.ts"
import * as Usage from "./Usage.ts"

/** The moment in milliseconds since 1970, and what the own meter had counted by then; of short deals, each one's by its nonce. */
const moment = {
  id: Id,
  now: Count,
  seconds: Count,
  bytesUsed: Count,
  used: Schema.optionalKey(
    Schema.Array(Schema.Struct({ short: Count, seconds: Count, bytesUsed: Count })),
  ),
}

/**
 * ShortBegan: a short deal was proposed under a reservation, and why it is not signed, if it is not.
 * Opened: an agent begins its file. Ordered: an own order is going to be placed, on behalf of a sub-account. Withdrew: nothing
 * more comes of it. Took: so many addresses of a request were had. Billed: what a lease of a sub-account has cost. Began: a deal was proposed. Happened: an input.
 * Heard: a letter of the partner, which is an input too. Wrote: a letter that the shell wrote, not the participant.
 * Topped: the wallet was filled up without asking its owner, by the n-th move; Untopped: it was not, that move was refused.
 * Signed: the n-th transaction of a deal, before it was sent; Done: what became of it. Moved: tokens of the owner's, whose Signed
 * and Done have no deal's id. Followed: all logs up to this block are here, and by which hash it was known. Closed: a deal needs nothing more.
 */
export const Entry = Schema.TaggedUnion({
  Opened: { address: Address, chainId: Count, centralizer: Address },
  Ordered: { order: Order, account: Schema.optionalKey(Schema.String) },
  Withdrew: { order: Id },
  Took: { order: Id, seats: Count },
  Billed: { row: Usage.Row },
  Began: {
    id: Id,
    role: Role,
    deal: Deal,
    offer: Offer,
    request: Request,
    partner: Schema.NullOr(Endpoint),
  },
  ShortBegan: {
    id: Id,
    now: Count,
    short: ShortDeal,
    offer: Offer,
    request: Request,
    objection: Schema.optionalKey(Schema.String),
  },
  Happened: { ...moment, input: Input, block: Schema.optionalKey(Count) },
  Heard: { ...moment, seq: Count, letter: Letter.Letter },
  Wrote: { id: Id, letter: Schema.Unknown },
  Signed: { id: Id, n: Count, raw: Schema.String, hash: Schema.String, nonce: Count },
  Done: { id: Id, n: Count },
  Moved: { n: Count, transaction: Transaction },
  Topped: { amount: Amount.AmountFromString, n: Schema.optionalKey(Count) },
  Untopped: { amount: Amount.AmountFromString },
  Followed: { block: Count, hash: Schema.optionalKey(Schema.String) },
  Closed: { id: Id },
})
export type Entry = typeof Entry.Type
export type Of<T extends Entry["_tag"]> = Extract<Entry, { readonly _tag: T }>

export const encode = Schema.encodeSync(Schema.fromJsonString(Entry))
export const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Entry))
