// A standing reservation for forty seconds at a tenth of a token each, and short deals of ten seconds under it, the most that the
// small parameters let run so.
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as Time from "../../src/model/Time.ts"
import { deal } from "../arbitrary/deal.ts"
import { perSecond } from "./Pair.ts"

/** What so many seconds cost. */
export const amount = (seconds: number): Amount.Amount => Amount.of(BigInt(seconds) * perSecond)

export const reservation = deal({
  seats: 0,
  end: Time.seconds(1600),
  cap: amount(40),
  bond: amount(4),
  pricePerSecond: Amount.zero,
  maxLag: 4,
})

export const short = (under: Id.Id, nonce: number, change: Partial<ShortDeal> = {}): ShortDeal => ({
  reservation: under,
  nonce,
  resource: reservation.resource,
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(1010),
  end: Time.seconds(1020),
  cap: amount(10),
  bond: amount(1),
  pricePerSecond: Amount.of(perSecond),
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  terms: Id.zero,
  ...change,
})
