// The exchange's side of standing reservations (IPSX-AGR-070): which pair has one, which short deals run under it, and
// what they leave of it. It keeps the same books as the two partners, so that it proposes nothing they would refuse.
import * as Result from "effect/Result"
import type { DealStatus } from "../model/Status.ts"
import * as DealStatuses from "../agreement-fsm/dealStatus.ts"
import type * as Move from "../agreement-fsm/Event.ts"
import * as Table from "../agreement-fsm/Table.ts"
import type { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import type { Deal } from "../model/Deal.ts"
import * as Handful from "../model/Handful.ts"
import type { Id } from "../model/Id.ts"
import type { Message } from "../model/Message.ts"
import type { Parameters } from "../model/Parameters.ts"
import * as Reservation from "../model/Reservation.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import type { Role } from "../model/Status.ts"
import type * as StandingTerms from "../model/StandingTerms.ts"

/** A short deal as the exchange knows it: the row of its registers, and whether its seats still belong to it. */
export interface Short {
  readonly deal: ShortDeal
  readonly offer: Id
  readonly request: Id
  row: number
  occupies: boolean
}

/** Two users with a reservation, proposed or open. */
export interface Pair {
  readonly id: Id
  readonly deal: Deal
  books: Reservation.Reservation
  /** The nonce of the last short deal proposed. */
  nonce: number
  readonly shorts: Handful.Handful<Short>
}

export interface Standing {
  readonly policy: StandingTerms.Policy
  /** The reservation that new deals of a pair run under: by provider, then requester. */
  readonly current: Map<Address, Map<Address, Pair>>
  readonly pairs: Map<Id, Pair>
}

export const make = (policy: StandingTerms.Policy): Standing => ({
  policy,
  current: new Map(),
  pairs: new Map(),
})

export const between = (self: Standing, provider: Address, requester: Address): Pair | undefined =>
  self.current.get(provider)?.get(requester)

/** A reservation was proposed: from now on the pair's short deals run under it. */
export const add = (self: Standing, id: Id, deal: Deal): Pair => {
  const { provider, requester } = deal
  const pair = {
    id,
    deal,
    books: Reservation.of(id, deal),
    nonce: 0,
    shorts: Handful.make<Short>(),
  }
  const partners = self.current.get(provider) ?? new Map<Address, Pair>()
  self.current.set(provider, partners.set(requester, pair))
  self.pairs.set(id, pair)
  return pair
}

/** Nothing more is proposed under the reservation (IPSX-AGR-075). */
export const close = (self: Standing, pair: Pair): void => {
  pair.books = Reservation.close(pair.books)
  const partners = self.current.get(pair.deal.provider)
  if (partners?.get(pair.deal.requester) !== pair) return
  partners.delete(pair.deal.requester)
  if (partners.size === 0) self.current.delete(pair.deal.provider)
}

/** The reservation is over for good: what still ran under it is handed back. */
export const remove = (self: Standing, pair: Pair): ReadonlyArray<Short> => {
  close(self, pair)
  self.pairs.delete(pair.id)
  return pair.shorts.values()
}

/** Takes a short deal on the books, if they cover it. */
export const propose = (
  pair: Pair,
  deal: ShortDeal,
  orders: { readonly offer: Id; readonly request: Id },
  parameters: Parameters,
): Short | undefined => {
  const signed = Reservation.countersign(pair.books, deal, parameters)
  if (Result.isFailure(signed)) return undefined
  pair.books = signed.success
  pair.nonce = deal.nonce
  const { offer, request } = orders
  const short: Short = { deal, offer, request, row: 0, occupies: true }
  pair.shorts.set(deal.nonce, short)
  return short
}

/** A short deal is over and has cost so much; its record is forgotten. */
export const finish = (pair: Pair, short: Short, charged: Amount.Amount): void => {
  pair.shorts.delete(short.deal.nonce)
  const cost = Amount.minimum(charged, short.deal.cap)
  const finished = Reservation.finish(pair.books, short.deal.nonce, cost)
  if (Result.isSuccess(finished)) pair.books = finished.success
}

/** Whether both have signed: from then on its end has to be said. */
export const isAgreed = ({ row }: Short): boolean => {
  const status = statusOf(row)
  return status !== "Proposed" && status !== "Agreed" && status !== "Declined"
}

const statuses: ReadonlyArray<DealStatus> = Array.from(
  Table.states,
  (state) => DealStatuses.table[state % 100]!,
)

export const statusOf = (row: number): DealStatus => statuses[row]!

export type ShortMessage = Extract<
  Message,
  { readonly _tag: "ShortDeal" | "ShortDecline" | "ShortEnd" }
>

export const isShortMessage = (message: Message): message is ShortMessage =>
  message._tag === "ShortDeal" || message._tag === "ShortDecline" || message._tag === "ShortEnd"

export const nonceOf = (message: ShortMessage): number =>
  message._tag === "ShortDeal" ? message.short.nonce : message.nonce

/** Events of the agreement's table, by their columns. */
type Columns = ReadonlyArray<number>

const columns = (...types: ReadonlyArray<Move.Type>): Columns =>
  types.map((type) => Table.columnOf[type])

const accepted: Readonly<Record<Role, Columns>> = {
  requester: columns("requester.accept"),
  // IPSX-AGR-078: both signatures commit, and the provider's says that its end is up.
  provider: columns("provider.accept", "commit", "provider.ready"),
}
const declined: Readonly<Record<Role, Columns>> = {
  requester: columns("requester.decline"),
  provider: columns("provider.decline"),
}
const stopped: Readonly<Record<Role, Columns>> = {
  requester: columns("requester.stop"),
  provider: columns("provider.stop"),
}
const expired = columns("acceptExpired")
const settled = columns("provider.settle", "finalSettled")
const served = {
  ended: columns("requester.activate", "end", "requester.settle"),
  stopped: columns("requester.activate", "requester.stop", "requester.settle"),
}
const unserved = {
  ended: columns("end", "requester.settle"),
  stopped: columns("requester.stop", "requester.settle"),
}
const over = columns("end", "finalSettled")

/**
 * How a party's word moves the registers of a short deal. The end is the requester's to say, with what it has cost;
 * the provider's consent settles it.
 */
export const moves = (
  message: ShortMessage,
  role: Role,
  isAgreed: boolean,
  isOver: boolean,
): Columns => {
  if (message._tag === "ShortDeal") return accepted[role]
  if (message._tag === "ShortDecline") return (isAgreed ? stopped : declined)[role]
  if (role === "provider") return settled
  if (!isAgreed) return expired
  const use = message.charged > 0n ? served : unserved
  return isOver ? use.ended : use.stopped
}

/** What the platform assigns when nobody has said the end in time: the option is over, or the lease is. */
export const lapsed = (isAgreed: boolean): Columns => (isAgreed ? over : expired)
