// A deal of seconds to minutes that never touches the chain: both parties countersign it under a standing
// reservation, which holds its money (IPSX-AGR-070).
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"
import { Count, Count32 } from "./Deal.ts"
import { Id } from "./Id.ts"
import { Seconds } from "./Time.ts"

const amount = Amount.AmountFromString

/** `cap` and `bond` are slices of the reservation's; `nonce` counts strictly upwards in it. */
export const ShortDeal = Schema.Struct({
  reservation: Id,
  nonce: Count,
  resource: Id,
  firstSeat: Count32,
  seats: Count32,
  start: Seconds,
  end: Seconds,
  cap: amount,
  bond: amount,
  pricePerSecond: amount,
  pricePerByte: amount,
  setupPrice: amount,
  terms: Id,
})
export interface ShortDeal extends Schema.Schema.Type<typeof ShortDeal> {}
