// The pair's own books of a standing reservation: which short deals it carries and what is left of its cap
// and bond (IPSX-AGR-070 … AGR-075). A value; both partners keep the same one, and neither signs a short deal that
// it does not cover.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"
import * as Deal from "./Deal.ts"
import * as Id from "./Id.ts"
import type { Parameters } from "./Parameters.ts"
import type { ShortDeal } from "./ShortDeal.ts"

/** `spent` is what finished short deals have cost in all, in base units. */
export interface Reservation {
  readonly id: Id.Id
  readonly deal: Deal.Deal
  readonly open: ReadonlyArray<ShortDeal>
  readonly lastNonce: number
  readonly spent: Amount.Amount
  readonly closed: boolean
}

/** A reservation that has just been opened on the chain. */
export const of = (id: Id.Id, deal: Deal.Deal): Reservation => ({
  id,
  deal,
  open: [],
  lastNonce: 0,
  spent: Amount.zero,
  closed: false,
})

/** What the cap still covers: E less what is spent and what open short deals may yet cost. */
export const freeCap = ({ deal, open, spent }: Reservation): bigint => {
  let left = deal.cap - spent
  for (let i = 0; i < open.length; i++) left -= open[i]!.cap
  return left
}

/** What the bond still covers. */
export const freeBond = ({ deal, open }: Reservation): bigint => {
  let left: bigint = deal.bond
  for (let i = 0; i < open.length; i++) left -= open[i]!.bond
  return left
}

/**
 * Takes one more short deal on the books, before signing it. The nonce rises strictly, so a deal that was
 * countersigned once can never be replayed, and of two signed at once one is refused.
 *
 * @example
 * Reservation.countersign(reservation, shortDeal, Parameters.standard)
 */
export const countersign = (
  reservation: Reservation,
  short: ShortDeal,
  parameters: Pick<Parameters, "minLease" | "shortLeaseMax">,
): Result.Result<Reservation, CountersignFailure> => {
  const { id, deal, lastNonce } = reservation
  if (short.reservation !== id)
    return Result.fail(new WrongReservation({ expected: id, actual: short.reservation }))
  if (reservation.closed) return Result.fail(new ReservationClosed({ id }))
  if (short.nonce <= lastNonce)
    return Result.fail(new ShortDealStale({ id, nonce: short.nonce, last: lastNonce }))
  const lease = Deal.lease(short)
  const within = short.start >= deal.start && short.end <= deal.end
  if (lease < parameters.minLease || lease > parameters.shortLeaseMax || !within)
    return Result.fail(new ShortLeaseRefused({ id, start: short.start, end: short.end }))
  const cap = freeCap(reservation)
  if (short.cap > cap) return exhausted(id, "cap", cap, short.cap)
  const bond = freeBond(reservation)
  if (short.bond > bond) return exhausted(id, "bond", bond, short.bond)
  // PERF: written out, as this and `finish` are done three times for each short deal.
  const open = [...reservation.open, short]
  const { spent, closed } = reservation
  return Result.succeed({ id, deal, open, lastNonce: short.nonce, spent, closed })
}

const exhausted = (id: Id.Id, part: "cap" | "bond", available: bigint, needed: bigint) =>
  Result.fail(new ReservationExhausted({ id, part, available, needed }))

/**
 * A short deal is over and has cost `charged`, at most its cap: its slices are free again, and the cost adds
 * to what vouchers on the reservation must cover.
 */
export const finish = (
  reservation: Reservation,
  nonce: number,
  charged: Amount.Amount,
): Result.Result<Reservation, UnknownShortDeal | ShortDealOvercharged> => {
  const { id, deal, lastNonce, closed } = reservation
  const open: Array<ShortDeal> = []
  let short: ShortDeal | undefined
  for (const other of reservation.open)
    if (other.nonce === nonce) short = other
    else open.push(other)
  if (short === undefined) return Result.fail(new UnknownShortDeal({ id, nonce }))
  if (charged > short.cap)
    return Result.fail(new ShortDealOvercharged({ id, nonce, charged, cap: short.cap }))
  const spent = Amount.of(reservation.spent + charged)
  return Result.succeed({ id, deal, open, lastNonce, spent, closed })
}

/** After any stop, end or notice of the reservation nothing more is countersigned; open deals run out. */
export const close = (reservation: Reservation): Reservation =>
  reservation.closed ? reservation : { ...reservation, closed: true }

export type CountersignFailure =
  | WrongReservation
  | ReservationClosed
  | ShortDealStale
  | ShortLeaseRefused
  | ReservationExhausted

export class WrongReservation extends Schema.TaggedError<WrongReservation>()("WrongReservation", {
  expected: Id.Id,
  actual: Id.Id,
}) {
  override get message(): string {
    return `a short deal of reservation ${this.actual}, not of ${this.expected}`
  }
}

export class ReservationClosed extends Schema.TaggedError<ReservationClosed>()(
  "ReservationClosed",
  { id: Id.Id },
) {
  override get message(): string {
    return `reservation ${this.id} takes no more short deals`
  }
}

export class ShortDealStale extends Schema.TaggedError<ShortDealStale>()("ShortDealStale", {
  id: Id.Id,
  nonce: Schema.Int,
  last: Schema.Int,
}) {
  override get message(): string {
    return `reservation ${this.id} is at short deal ${this.last}, ${this.nonce} is no more`
  }
}

export class ShortLeaseRefused extends Schema.TaggedError<ShortLeaseRefused>()(
  "ShortLeaseRefused",
  { id: Id.Id, start: Schema.Int, end: Schema.Int },
) {
  override get message(): string {
    return `reservation ${this.id} takes no short deal from ${this.start} to ${this.end}`
  }
}

export class ReservationExhausted extends Schema.TaggedError<ReservationExhausted>()(
  "ReservationExhausted",
  {
    id: Id.Id,
    part: Schema.Literals(["cap", "bond"]),
    available: Schema.BigIntFromString,
    needed: Schema.BigIntFromString,
  },
) {
  override get message(): string {
    return `reservation ${this.id} has ${this.available} of its ${this.part} left, not ${this.needed}`
  }
}

export class UnknownShortDeal extends Schema.TaggedError<UnknownShortDeal>()("UnknownShortDeal", {
  id: Id.Id,
  nonce: Schema.Int,
}) {
  override get message(): string {
    return `reservation ${this.id} has no open short deal ${this.nonce}`
  }
}

export class ShortDealOvercharged extends Schema.TaggedError<ShortDealOvercharged>()(
  "ShortDealOvercharged",
  {
    id: Id.Id,
    nonce: Schema.Int,
    charged: Schema.BigIntFromString,
    cap: Schema.BigIntFromString,
  },
) {
  override get message(): string {
    return `short deal ${this.nonce} of ${this.id} is capped at ${this.cap}, not ${this.charged}`
  }
}
