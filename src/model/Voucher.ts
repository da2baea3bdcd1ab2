// The requester's promise: "of this channel's cap, so much in total is the provider's" (IPSX-PAY-001).
// A later voucher replaces an earlier one, so the provider keeps only the highest.
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"
import { Id } from "./Id.ts"

/** Signed by the requester alone; the amount is cumulative, in base units. */
export const Voucher = Schema.Struct({
  channelId: Id,
  cumulativeAmount: Amount.AmountFromString,
})
export interface Voucher extends Schema.Schema.Type<typeof Voucher> {}
