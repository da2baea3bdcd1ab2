// What one side of a standing reservation knows of the short deals under it: the pair's books, and how far each deal
// that it has signed has come. The two sides' rules stand in ShortProvider.ts and ShortRequester.ts.
import * as Result from "effect/Result"
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import * as Handful from "../model/Handful.ts"
import type { Id } from "../model/Id.ts"
import type { Parameters } from "../model/Parameters.ts"
import * as Reservation from "../model/Reservation.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import type { Intent, TimerName } from "./Intent.ts"

/** What a tunnel has carried. */
export interface Use {
  readonly seconds: number
  readonly bytesUsed: number
}

/** The own meters of short deals, by nonce. */
export type Meters = (nonce: number) => Use

/** A short deal that this side has signed and that is not over for it. */
export interface Open {
  readonly deal: ShortDeal
  /** What it costs in a second, and what of it may stay unpaid, in base units. PERF: worked out once. */
  readonly perSecond: bigint
  readonly lagBound: bigint
  /** Both signatures are here. */
  agreed: boolean
  /** The own end of the tunnel is wanted: the lease has begun. */
  asked: boolean
  /** The own end of the tunnel works. */
  connected: boolean
  /** The own end lets the traffic pass. */
  serving: boolean
  /** The lease is over, and only the partner's word about it is missing. */
  over: boolean
  /** The number of the latest arming of its timers: one of them runs at a time (IPSX-AGR-030). */
  epoch: number
}

export interface Shorts {
  books: Reservation.Reservation
  readonly open: Handful.Handful<Open>
  /** Proposed while the reservation itself was not open yet. */
  waiting: Array<ShortDeal>
  /** The timer of the channel's bill, or lag, is running. */
  watching: boolean
  /** The owner wants the reservation to end as soon as no short deal is open. */
  leaving: boolean
}

export const make = (id: Id, deal: Deal.Deal): Shorts => ({
  books: Reservation.of(id, deal),
  open: Handful.make(),
  waiting: [],
  watching: false,
  leaving: false,
})

const nothing: Use = { seconds: 0, bytesUsed: 0 }

/** What one short deal costs so far: nothing where nothing was served. */
export const priceOf = (open: Open, used: Meters | undefined): Amount.Amount => {
  const use = open.connected && used !== undefined ? used(open.deal.nonce) : nothing
  return use.seconds === 0 && use.bytesUsed === 0 ? Amount.zero : Deal.price(open.deal, use)
}

/** IPSX-AGR-077: what all short deals of the reservation cost so far. */
export const price = ({ books, open }: Shorts, used: Meters | undefined): Amount.Amount => {
  let sum: bigint = books.spent
  for (const each of open.values()) sum += priceOf(each, used)
  return Amount.of(sum)
}

/** IPSX-PAY-008: what may stay unpaid on the channel, the price of maxLag seconds of all that runs on it. */
export const lagBound = ({ open }: Shorts): bigint => {
  let sum = 0n
  for (const each of open.values()) sum += each.lagBound
  return sum
}

/** IPSX-AGR-071 … IPSX-AGR-076: takes a short deal on the books, or says why this side does not sign it. */
export const sign = (
  shorts: Shorts,
  deal: ShortDeal,
  parameters: Parameters,
): Result.Result<Open, Reservation.CountersignFailure> => {
  const signed = Reservation.countersign(shorts.books, deal, parameters)
  if (Result.isFailure(signed)) return Result.fail(signed.failure)
  shorts.books = signed.success
  const open: Open = {
    deal,
    perSecond: StandingTerms.lagBound(deal, 1),
    lagBound: StandingTerms.lagBound(deal, shorts.books.deal.maxLag),
    agreed: false,
    asked: false,
    connected: false,
    serving: false,
    over: false,
    epoch: 0,
  }
  shorts.open.set(deal.nonce, open)
  return Result.succeed(open)
}

/** A short deal is over for this side, and has cost so much. */
export const finish = (shorts: Shorts, { deal }: Open, charged: Amount.Amount): void => {
  shorts.open.delete(deal.nonce)
  // The charge is a metered price, which is never above the cap.
  shorts.books = Result.getOrThrow(Reservation.finish(shorts.books, deal.nonce, charged))
}

/** IPSX-AGR-075: nothing more is signed. */
export const close = (shorts: Shorts): void => {
  shorts.books = Reservation.close(shorts.books)
}

/** Arms a short deal's timer; what ran before for it is void. */
export const arm = (open: Open, timer: TimerName, at: number, out: Array<Intent>): void => {
  out.push({ _tag: "Arm", timer, at, epoch: ++open.epoch, short: open.deal.nonce })
}

export const closeTunnel = (open: Open, out: Array<Intent>): void => {
  open.serving = false
  open.epoch += 1
  out.push({ _tag: "CloseTunnel", short: open.deal.nonce })
}
