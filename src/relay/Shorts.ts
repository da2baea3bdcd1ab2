// The short deals of a market, under the reservations of their pairs: those that are not over, for whoever comes back and for
// whose end nobody says (IPSX-MAT-046).
import type * as Exchange from "../Exchange.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import type { Seconds } from "../model/Time.ts"
import * as Hex from "../signature/Hex.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import type { Market } from "./Market.ts"

/** A short deal that was proposed under the reservation `id`; a log knows it by its digest. */
export interface Short {
  readonly id: Id
  readonly short: ShortDeal
  readonly digest: Id
  readonly offer: Order.Offer
  readonly request: Order.Request
}

/** By their reservation and their nonce. */
export type Shorts = Map<Id, Map<number, Short>>

type Proposed = Extract<Exchange.Intent, { readonly _tag: "ProposeShort" }>

/** The two orders of a short deal that the exchange has just proposed. */
export const ordersOf = (
  { standing }: Exchange.Exchange,
  { id, deal }: Proposed,
): { readonly offer: Id; readonly request: Id } => standing!.pairs.get(id)!.shorts.get(deal.nonce)!

/** Remembers a short deal until it is over. */
export const add = (
  { curve, separator, shorts }: Market,
  { id, deal: short }: Proposed,
  orders: Pick<Short, "offer" | "request">,
): Short => {
  const digest = TypedData.digest(curve, separator, Structure.ShortDeal, short)
  const made = { id, short, digest: Hex.fromBytes(digest) as string as Id, ...orders }
  shorts.set(id, (shorts.get(id) ?? new Map<number, Short>()).set(short.nonce, made))
  return made
}

/** Forgets those of a reservation that are over. */
export const forget = ({ exchange, shorts }: Market, id: Id): void => {
  const under = shorts.get(id)
  if (under === undefined) return
  const pair = exchange.standing?.pairs.get(id)
  for (const nonce of under.keys()) if (pair?.shorts.has(nonce) !== true) under.delete(nonce)
  if (under.size === 0) shorts.delete(id)
}

/** All that are not over. */
export const all = ({ shorts }: Market): ReadonlyArray<Short> =>
  [...shorts.values()].flatMap((each) => [...each.values()])

/** Seconds after its lease for which the end of a short deal is waited for. */
const patience = 15

/** Those whose end nobody has said in time. */
export const lapsing = (
  market: Market,
  now: Seconds,
): ReadonlyArray<{ readonly id: Id; readonly short: number }> =>
  all(market)
    .filter(({ short }) => now > short.end + patience)
    .map(({ id, short }) => ({ id, short: short.nonce }))

/** Whether the exchange proposes nothing more under a reservation that stands (IPSX-AGR-075). */
export const isRetired = ({ exchange: { standing } }: Market, id: Id): boolean =>
  standing?.pairs.get(id)?.books.closed === true
