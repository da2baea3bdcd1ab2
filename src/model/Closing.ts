// Both parties' agreement on the final sum, which settles a channel at once (IPSX-PAY-006).
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"
import { Id } from "./Id.ts"

/** `receipt` is the digest of the lease receipt, or zero when the parties want none on record. */
export const Closing = Schema.Struct({
  channelId: Id,
  cumulativeAmount: Amount.AmountFromString,
  receipt: Id,
})
export interface Closing extends Schema.Schema.Type<typeof Closing> {}
