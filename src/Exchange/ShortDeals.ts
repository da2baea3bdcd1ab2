// What the exchange does with matches that become short deals: it proposes them under the pair's reservation, hears
// from both partners how they go, and puts back into the book what they did not use.
import * as Table from "../agreement-fsm/Table.ts"
import type { Exchange } from "../Exchange.ts"
import * as Amount from "../model/Amount.ts"
import type { Deal } from "../model/Deal.ts"
import * as DealBook from "../model/DealBook.ts"
import type { Id } from "../model/Id.ts"
import * as Ledger from "../model/Ledger.ts"
import type { Role } from "../model/Status.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import type * as Terms from "../model/Terms.ts"
import type { Seconds } from "../model/Time.ts"
import { type Event, type Failure, NotAuthor, UnknownDeal } from "./Event.ts"
import * as Standing from "./Standing.ts"

/** Seats of an offer for some time. */
type Leased = Pick<Deal, "offer" | "firstSeat" | "seats" | "start" | "end">

/** Puts what a deal has left of its seats back into the book, once. */
export type Free = (
  state: Exchange,
  occupant: { occupies: boolean },
  leased: Leased,
  now: Seconds,
  events: Array<Event>,
) => void

/** IPSX-AGR-070: under the pair's reservation, or under a new one where there is none that covers the deal. */
export const propose = (
  state: Exchange,
  standing: Standing.Standing,
  match: Terms.Match,
  isNewcomer: boolean,
  open: (deal: Deal) => Id,
  events: Array<Event>,
): void => {
  const before = Standing.between(standing, match.provider, match.requester)
  if (before !== undefined) {
    if (run(state, before, match, events)) return
    Standing.close(standing, before)
    events.push({ _tag: "Retired", id: before.id })
  }
  const { ledger } = state
  const { parameters } = ledger
  // Half of what both have free: there are other deals to come.
  const free = Ledger.wallet(ledger, match.requester).balance / 2n
  const bonds = Ledger.wallet(ledger, match.provider).balance / 2n
  const bonded = (bonds * 10_000n) / BigInt(Math.max(1, parameters.bondBp))
  const deal = StandingTerms.reservation(
    match,
    standing.policy,
    Amount.minimum(free, bonded),
    parameters,
    isNewcomer,
  )
  run(state, Standing.add(standing, open(deal), deal), match, events)
}

/** Proposes a short deal, if the pair's books cover it. */
const run = (
  state: Exchange,
  pair: Standing.Pair,
  match: Terms.Match,
  events: Array<Event>,
): boolean => {
  const { parameters } = state.ledger
  const deal = StandingTerms.short(match, pair.id, pair.nonce + 1, parameters)
  const short = Standing.propose(pair, deal, match, parameters)
  if (short === undefined) return false
  DealBook.shift(state.book, "Proposed", 1)
  events.push({ _tag: "ShortProposed", id: pair.id, deal, request: match.request })
  return true
}

/** A partner's word about a short deal; one about a deal that is over, or never was, says nothing. */
export const report = (
  state: Exchange,
  message: Standing.ShortMessage,
  now: Seconds,
  free: Free,
  events: Array<Event>,
): Failure | undefined => {
  const { id, author } = message
  const pair = state.standing?.pairs.get(id)
  if (pair === undefined) return new UnknownDeal({ id })
  const { provider, requester } = pair.deal
  if (author !== provider && author !== requester) return new NotAuthor({ id, author })
  const short = pair.shorts.get(Standing.nonceOf(message))
  if (short === undefined) return undefined
  const role: Role = author === provider ? "provider" : "requester"
  const isAgreed = Standing.isAgreed(short)
  const isOver = now >= short.deal.end
  move(state, pair, short, Standing.moves(message, role, isAgreed, isOver), events)
  if (message._tag === "ShortDeal") return undefined
  free(state, short, leased(short), now, events)
  if (message._tag === "ShortDecline") {
    if (!isAgreed) Standing.finish(pair, short, Amount.zero)
  } else if (role === "provider" || !isAgreed) Standing.finish(pair, short, message.charged)
  return undefined
}

/** Nobody has said the end of a short deal: it is over by now, and nobody knows what it has cost. */
export const lapse = (
  state: Exchange,
  id: Id,
  nonce: number,
  now: Seconds,
  free: Free,
  events: Array<Event>,
): Failure | undefined => {
  const pair = state.standing?.pairs.get(id)
  const short = pair?.shorts.get(nonce)
  if (pair === undefined || short === undefined) return new UnknownDeal({ id })
  if (now >= short.deal.end) end(state, pair, short, now, free, events)
  return undefined
}

const end = (
  state: Exchange,
  pair: Standing.Pair,
  short: Standing.Short,
  now: Seconds,
  free: Free,
  events: Array<Event>,
): void => {
  move(state, pair, short, Standing.lapsed(Standing.isAgreed(short)), events)
  free(state, short, leased(short), now, events)
  Standing.finish(pair, short, short.deal.cap)
}

/** IPSX-AGR-075: the reservation is ending; nothing more is proposed under it. */
export const close = ({ standing }: Exchange, id: Id): void => {
  const pair = standing?.pairs.get(id)
  if (standing !== undefined && pair !== undefined) Standing.close(standing, pair)
}

/** The reservation is over for good, and with it whatever still ran under it. */
export const forget = (
  state: Exchange,
  id: Id,
  now: Seconds,
  free: Free,
  events: Array<Event>,
): void => {
  const pair = state.standing?.pairs.get(id)
  if (state.standing === undefined || pair === undefined) return
  for (const short of Standing.remove(state.standing, pair))
    end(state, pair, short, now, free, events)
}

const leased = ({ deal, offer }: Standing.Short): Leased => ({
  offer,
  firstSeat: deal.firstSeat,
  seats: deal.seats,
  start: deal.start,
  end: deal.end,
})

/** Moves a short deal's registers; what is not possible for them is passed over. */
const move = (
  state: Exchange,
  pair: Standing.Pair,
  short: Standing.Short,
  columns: ReadonlyArray<number>,
  events: Array<Event>,
): void => {
  for (const column of columns) {
    const row = Table.step(short.row, column)
    if (row === Table.rejected || row === short.row) continue
    const from = Standing.statusOf(short.row)
    const to = Standing.statusOf(row)
    short.row = row
    if (from !== to) {
      DealBook.shift(state.book, from, -1)
      DealBook.shift(state.book, to, 1)
    }
    const { nonce } = short.deal
    events.push({ _tag: "Moved", id: pair.id, from, to, agreement: rows[row]!, short: nonce })
  }
}

const rows: ReadonlyArray<{ readonly row: number }> = Array.from(Table.states, (_, row) => ({
  row,
}))
