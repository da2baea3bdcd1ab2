// The whole protocol, one step at a time: the order books and the matching, the deal book with its agreements,
// the profiles, and the Ethereum layer's ledger. `apply` takes a command and says what happened and who must
// be told. The state is owned: a step that succeeds changes it in place, a step that fails leaves it as it was.
import * as Result from "effect/Result"
import * as Agreement from "./agreement-fsm/Agreement.ts"
import * as Move from "./agreement-fsm/Event.ts"
import { type Command, type Event, type Failure, type Intent } from "./Exchange/Event.ts"
import { NotAuthor, UnknownDeal } from "./Exchange/Event.ts"
import * as ShortDeals from "./Exchange/ShortDeals.ts"
import * as Standing from "./Exchange/Standing.ts"
import type * as Market from "./matching/index.ts"
import type { Address } from "./model/Address.ts"
import type * as Amount from "./model/Amount.ts"
import * as Centralizer from "./model/Centralizer.ts"
import * as Deal from "./model/Deal.ts"
import * as DealBook from "./model/DealBook.ts"
import * as Id from "./model/Id.ts"
import * as Ledger from "./model/Ledger.ts"
import * as Log from "./model/Log.ts"
import type { Message } from "./model/Message.ts"
import * as Order from "./model/Order.ts"
import * as Profile from "./model/Profile.ts"
import * as Status from "./model/Status.ts"
import * as Terms from "./model/Terms.ts"
import * as StandingTerms from "./model/StandingTerms.ts"
import type { Seconds } from "./model/Time.ts"

export type { Command, Event, Failure, Intent, Mined, Short } from "./Exchange/Event.ts"
export { NotAuthor, UnknownDeal } from "./Exchange/Event.ts"

/** What the protocol needs of cryptography: the id of a deal's channel, and the commitment to two orders. */
export interface Hashing {
  readonly channelId: (deal: Deal.Deal) => Id.Id
  readonly terms: (offer: Order.Offer, request: Order.Request) => Id.Id
}

/** A deal as the exchange knows it: its registers, and whether its seats still belong to it. */
export interface Entry {
  readonly id: Id.Id
  readonly deal: Deal.Deal
  agreement: Agreement.Agreement
  /** The number of the last status message that each side reported. */
  readonly heard: Record<Status.Role, number>
  /** Whether its seats are out of the book, and whether its ending was contested. */
  occupies: boolean
  contested: boolean
}

export interface Applied {
  readonly state: Exchange
  readonly events: ReadonlyArray<Event>
  readonly intents: ReadonlyArray<Intent>
}

export interface Exchange {
  readonly hashing: Hashing
  readonly ledger: Ledger.Ledger
  readonly market: Market.Matching
  readonly book: DealBook.DealBook
  readonly entries: Map<Id.Id, Entry>
  /** The orders that may still be matched, or whose matches are being written down. */
  readonly orders: Map<Id.Id, Order.Order>
  readonly profiles: Map<Address, Profile.Profile>
  /** The pairs' reservations, where short deals run under them (IPSX-AGR-070). */
  readonly standing: Standing.Standing | undefined
  /** Deals made so far: each gets its number as salt, so that no two are the same. */
  made: number
}

/**
 * An exchange with no orders yet, over a ledger, with a matching policy's market. With a policy for them, short deals
 * run under standing reservations; without one each deal is opened on its own.
 */
export const make = (
  ledger: Ledger.Ledger,
  hashing: Hashing,
  market: Market.Matching,
  standing?: StandingTerms.Policy,
): Exchange => ({
  hashing,
  ledger,
  market,
  book: DealBook.make(),
  entries: new Map(),
  orders: new Map(),
  profiles: new Map(),
  standing: standing === undefined ? undefined : Standing.make(standing),
  made: 0,
})

/**
 * Applies one command.
 *
 * @example
 * const applied = Exchange.apply(exchange, { _tag: "Place", order, now })
 */
export const apply = (state: Exchange, command: Command): Result.Result<Applied, Failure> => {
  const events: Array<Event> = []
  const failure = step(state, command, events)
  if (failure !== undefined) return Result.fail(failure)
  const intents: Array<Intent> = []
  for (const event of events)
    if (event._tag === "Proposed") intents.push({ _tag: "Propose", id: event.id, deal: event.deal })
    else if (event._tag === "ShortProposed") intents.push({ ...event, _tag: "ProposeShort" })
    else if (event._tag === "Retired") intents.push({ ...event, _tag: "Retire" })
  return Result.succeed({ state, events, intents })
}

/**
 * Applies one command and puts what happened behind `events`, or returns why it is refused. PERF: for a loop that takes
 * millions of commands; who must be told is in the events.
 */
export const step = (
  state: Exchange,
  command: Command,
  events: Array<Event>,
): Failure | undefined => {
  switch (command._tag) {
    case "Place":
      return place(state, command.order, command.now, events)
    case "Cancel":
      trade(state, { _tag: "Cancel", order: command.id, owner: command.owner }, command.now, events)
      return
    case "Advance":
      advance(state, command.now, events)
      return
    case "Report":
      return report(state, command.message, command.now, events)
    case "Lapse":
      return lapse(state, command, events)
    case "Observe":
      observe(state, command.log, command.now, events)
      return
    case "Mine":
      mine(state, command, events)
      return
  }
}

/** IPSX-WAL-007: a request is accepted only where the wallet covers its worst case. */
const place = (
  state: Exchange,
  order: Order.Order,
  now: Seconds,
  events: Array<Event>,
): Failure | undefined => {
  if (order._tag === "Request") {
    const { balance } = Ledger.wallet(state.ledger, order.owner)
    const uncovered = Order.coverage(order, balance, state.ledger.parameters)
    if (uncovered !== undefined) return uncovered
  }
  advance(state, now, events)
  // The matching may refuse the order because one with its id is live: that one's record stays.
  const isNew = !state.orders.has(order.id)
  if (isNew) state.orders.set(order.id, order)
  const traded = state.market.apply({ _tag: "Place", order, rating: rating(state, order.owner) })
  if (isNew && isRefused(traded, order.id)) state.orders.delete(order.id)
  absorb(state, traded, events)
  return undefined
}

const isRefused = (traded: ReadonlyArray<Market.Event>, id: Id.Id): boolean => {
  for (const event of traded) if (event._tag === "Rejected" && event.order === id) return true
  return false
}

const profile = (state: Exchange, owner: Address): Profile.Profile =>
  state.profiles.get(owner) ?? Profile.empty(owner)

const rating = (state: Exchange, owner: Address): number => Profile.rating(profile(state, owner))

const advance = (state: Exchange, now: Seconds, events: Array<Event>): void =>
  absorb(state, state.market.apply({ _tag: "Advance", now }), events)

/** Time first, then the command: the matching knows no clock. */
const trade = (
  state: Exchange,
  command: Exclude<Market.Command, { readonly _tag: "Advance" }>,
  now: Seconds,
  events: Array<Event>,
): void => {
  advance(state, now, events)
  absorb(state, state.market.apply(command), events)
}

const absorb = (
  state: Exchange,
  traded: ReadonlyArray<Market.Event>,
  events: Array<Event>,
): void => {
  for (const event of traded) {
    events.push({ _tag: "Traded", event })
    if (event._tag === "Filled") propose(state, event.fill, events)
  }
  for (const event of traded)
    if (leavesBook.has(event._tag) && "order" in event) state.orders.delete(event.order)
}

// A rejected cancellation or release names an order that may well be live.
const leavesBook: ReadonlySet<Market.Event["_tag"]> = new Set(["Completed", "Cancelled", "Expired"])

/** A match becomes a deal, "the combined data from the offer order and request order". */
const propose = (state: Exchange, fill: Market.Fill, events: Array<Event>): void => {
  const offer = state.orders.get(fill.offer) as Order.Offer
  const request = state.orders.get(fill.request) as Order.Request
  const match: Terms.Match = {
    ...fill,
    start: fill.start as Seconds,
    end: fill.end as Seconds,
    providerNonce: offer.nonce,
    requesterNonce: request.nonce,
    bytes: request.bytes * fill.seats,
    maxLag: offer.maxLag,
    notice: offer.notice,
    terms: state.hashing.terms(offer, request),
    salt: Id.fromNumber(++state.made),
  }
  const { standing, ledger } = state
  const lease = fill.end - fill.start
  if (standing !== undefined && StandingTerms.isShort(standing.policy, lease, ledger.parameters))
    return ShortDeals.propose(
      state,
      standing,
      match,
      isNewcomer(state, match),
      (deal) => note(state, deal, events),
      events,
    )
  note(state, Terms.combine(match, ledger.parameters, isNewcomer(state, match)), events)
}

const isNewcomer = (state: Exchange, { requester }: Terms.Match): boolean =>
  profile(state, requester).settled === 0

/** Writes a deal down, and has it proposed. A reservation has no seats. */
const note = (state: Exchange, deal: Deal.Deal, events: Array<Event>): Id.Id => {
  const id = state.hashing.channelId(deal)
  Result.getOrThrow(DealBook.add(state.book, id, deal))
  state.entries.set(id, {
    id,
    deal,
    agreement: Agreement.start(),
    heard: { provider: 0, requester: 0 },
    occupies: !Deal.isReservation(deal),
    contested: false,
  })
  events.push({ _tag: "Proposed", id, deal })
  return id
}

const move = (state: Exchange, entry: Entry, type: Move.Type, events: Array<Event>): void => {
  if (!Agreement.allows(entry.agreement, type)) return
  const from = Agreement.status(entry.agreement)
  const stepped = Agreement.step(entry.agreement, { type })
  if (Result.isFailure(stepped) || stepped.success.agreement === entry.agreement) return
  entry.agreement = stepped.success.agreement
  const to = Agreement.status(entry.agreement)
  if (to !== from) DealBook.setStatus(state.book, entry.id, to)
  events.push({ _tag: "Moved", id: entry.id, from, to, agreement: entry.agreement })
}

/** A party moves its own register, and nobody else's (IPSX-AGR-010). */
const report = (
  state: Exchange,
  message: Message,
  now: Seconds,
  events: Array<Event>,
): Failure | undefined => {
  if (Standing.isShortMessage(message)) return ShortDeals.report(state, message, now, free, events)
  const entry = state.entries.get(message.id)
  if (entry === undefined) return new UnknownDeal({ id: message.id })
  const { provider, requester } = entry.deal
  const role: Status.Role = message.author === provider ? "provider" : "requester"
  if (message.author !== provider && message.author !== requester)
    return new NotAuthor({ id: message.id, author: message.author })
  if (message._tag === "Accept") move(state, entry, `${role}.accept`, events)
  else if (message._tag === "Decline") {
    move(state, entry, `${role}.decline`, events)
    // IPSX-AGR-024: what a side has accepted may still be opened, until it lapses, by whoever says Declined. IPSX-MAT-045: a
    // provider that has not answered may be about to accept.
    const isRefused = Agreement.provider(entry.agreement) === "Declined"
    if (isRefused && Agreement.isUnsigned(entry.agreement))
      free(state, entry, entry.deal, now, events)
  } else if (message._tag === "Status") {
    // IPSX-PCH-001: what a party signed for another channel, or in another role, says nothing here.
    const { channelId, role: named, seq } = message.status
    if (channelId !== entry.id || named !== Status.roleCode(role)) return undefined
    if (seq !== entry.heard[role] + 1) return undefined
    entry.heard[role] = seq
    const type = Move.ofStatus(role, message.status.status)
    if (type === undefined) return undefined
    // The exchange sees that the provider holds the traffic, and that it was paid (IPSX-AGR-034).
    if (type === "requester.activate") move(state, entry, "cleared", events)
    move(state, entry, type, events)
    const noticed = observed[role][Status.reasons[message.status.reason] ?? "None"]
    if (noticed !== undefined) move(state, entry, noticed, events)
  }
  return undefined
}

// What a party says about its partner pauses the deal in the book; it moves no money (IPSX-AGR-033).
const observed: Readonly<Record<Status.Role, Partial<Record<Status.Reason, Move.Type>>>> = {
  provider: { PaymentLag: "lag", Silent: "requesterSilent" },
  requester: { Silent: "providerSilent" },
}

const lapse = (
  state: Exchange,
  { id, short, now }: Extract<Command, { readonly _tag: "Lapse" }>,
  events: Array<Event>,
): Failure | undefined => {
  if (short !== undefined) return ShortDeals.lapse(state, id, short, now, free, events)
  const entry = state.entries.get(id)
  if (entry === undefined) return new UnknownDeal({ id })
  // IPSX-AGR-024: until then both signatures may still open it, and its seats are its own.
  if (now <= entry.deal.validUntil || !Agreement.isUncommitted(entry.agreement)) return undefined
  move(state, entry, "acceptExpired", events)
  free(state, entry, entry.deal, now, events)
  ShortDeals.forget(state, id, now, free, events)
  state.entries.delete(id)
  DealBook.forget(state.book, id)
  return undefined
}

/** What a lease does not use goes back into the book (IPSX-MAT-013). */
const free: ShortDeals.Free = (state, occupant, leased, now, events) => {
  if (!occupant.occupies) return
  occupant.occupies = false
  const { offer, firstSeat, seats, start, end } = leased
  const from = Math.max(start, now)
  if (from >= end) return
  trade(state, { _tag: "Release", offer, firstSeat, seats, from, to: end }, now, events)
}

const mine = (
  state: Exchange,
  block: Extract<Command, { readonly _tag: "Mine" }>,
  events: Array<Event>,
): void => {
  const outcomes: Array<Centralizer.Outcome> = []
  for (const transaction of block.transactions) {
    const outcome = Centralizer.apply(state.ledger, transaction, block)
    outcomes.push(outcome)
    if (Result.isSuccess(outcome))
      for (const log of outcome.success) observe(state, log, block.timestamp, events)
  }
  const { number, timestamp, transactions } = block
  events.push({ _tag: "Mined", mined: { number, timestamp, transactions, outcomes } })
}

// IPSX-PRO-006: a deal with one of these is contested: what comes of it says nothing about the rating (IPSX-PRO-004).
const contests: ReadonlySet<Log.Tag> = new Set([
  "ChallengeAnswered",
  "DemandLapsed",
  "DealDisputed",
])

/** What the chain assigns to the registers, and what it means for orders, seats and profiles. */
const observe = (state: Exchange, log: Log.Log, now: Seconds, events: Array<Event>): void => {
  // IPSX-AGR-022: what the chain would not open any more is not matched any more.
  if (log._tag === "OrdersCancelled")
    trade(state, { _tag: "CancelBelow", owner: log.owner, minimum: log.minimum }, now, events)
  const entry = "id" in log ? state.entries.get(log.id) : undefined
  if (entry === undefined) return
  const type = Move.ofLog(log, entry.deal.provider)
  if (type !== undefined) move(state, entry, type, events)
  if (contests.has(log._tag)) entry.contested = true
  if (log._tag === "DealSettled") {
    remember(state, entry, log.cumulative, now)
    ShortDeals.forget(state, entry.id, now, free, events)
  }
  if (Log.endsService(log)) {
    free(state, entry, entry.deal, now, events)
    ShortDeals.close(state, entry.id)
  }
}

/** A final deal goes into both profiles (IPSX-PRO-002). */
const remember = (state: Exchange, entry: Entry, paid: Amount.Amount, now: Seconds): void => {
  const { provider, requester, cap } = entry.deal
  const status = Agreement.status(entry.agreement)
  for (const [role, owner] of [
    ["provider", provider],
    ["requester", requester],
  ] as const) {
    const ending = Profile.endingOf(role, status, entry.contested)
    const outcome = { deal: entry.id, role, ending, paid, cap, at: now } as const
    state.profiles.set(owner, Profile.record(profile(state, owner), outcome))
  }
  state.entries.delete(entry.id)
  DealBook.forget(state.book, entry.id)
}
