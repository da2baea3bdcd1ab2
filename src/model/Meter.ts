// A reading of the service used so far, signed by both: the only evidence that can raise what is due above
// the vouchers (IPSX-PAY-010).
import * as Schema from "effect/Schema"
import { Count } from "./Deal.ts"
import { Id } from "./Id.ts"

/** Totals since the channel's start: seconds served and bytes in both directions. */
export const Meter = Schema.Struct({
  channelId: Id,
  seq: Count,
  seconds: Count,
  bytesUsed: Count,
})
export interface Meter extends Schema.Schema.Type<typeof Meter> {}
