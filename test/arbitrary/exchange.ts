// A little exchange over a funded deployment: its orders, its commands, and random streams of them.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Exchange from "../../src/Exchange.ts"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Message } from "../../src/model/Message.ts"
import type { Offer, Order, Request } from "../../src/model/Order.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type * as StandingTerms from "../../src/model/StandingTerms.ts"
import * as Status from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import * as Policy from "../../src/matching/Policy.ts"
import { address, token } from "./deal.ts"
import { funded } from "./ledger.ts"
import * as Orders from "./order.ts"

export const [provider, requester, stranger] = [address(1), address(2), address(0xbad)]
export const perSecond = token / 10n

const hash = (text: string): Id.Id => {
  let value = 7n
  for (const letter of text)
    value = BigInt.asUintN(256, value * 0x100_0000_01b3n + BigInt(letter.charCodeAt(0)))
  return Id.of(`0x${value.toString(16).padStart(64, "0")}`)
}
const hashing: Exchange.Hashing = {
  channelId: (deal) => hash(JSON.stringify(Object.values(deal), (_, v) => String(v))),
  terms: (offer, request) => hash(offer.id + request.id),
}

export const fresh = (
  ledger = funded(),
  rules = Policy.rules(Parameters.small),
  standing?: StandingTerms.Policy,
): Exchange.Exchange =>
  Exchange.make(ledger, hashing, PriceTime.priceTime.open(rules, 1000), standing)

const [anOffer, aRequest] = [
  fc.sample(Orders.offer(1, 1000), { numRuns: 1, seed: 1 })[0]!,
  fc.sample(Orders.request(2, 1000), { numRuns: 1, seed: 1 })[0]!,
]
export const offer = (change: Partial<Offer> = {}): Offer => ({
  ...anOffer,
  id: Id.fromNumber(0x11),
  owner: provider,
  nonce: 1,
  resource: { ...anOffer.resource, addresses: 1, concurrency: 1 },
  from: Time.seconds(1000),
  to: Time.seconds(2000),
  minLease: 5,
  protocols: 7,
  scopes: 3,
  tariff: { perSecond: Amount.of(perSecond), perByte: Amount.zero, setup: Amount.zero },
  noShowCharge: Amount.of(perSecond),
  requester: { minRating: 0, allow: [], deny: [] },
  expiresAt: Time.seconds(2000),
  notice: 10,
  maxLag: 4,
  ...change,
})
export const request = (change: Partial<Request> = {}): Request => ({
  ...aRequest,
  id: Id.fromNumber(0x22),
  owner: requester,
  nonce: 1,
  addresses: 1,
  minimum: 1,
  duration: 60,
  window: null,
  filter: Filter.any,
  maxPerGroup: 1,
  maxPerNetwork: 1,
  bytes: 0,
  limit: Amount.of(60n * perSecond),
  perSecondLimit: null,
  expiresAt: Time.seconds(1500),
  ...change,
})

export const at = Time.seconds
export const place = (order: Order, now = 1000): Exchange.Command => ({
  _tag: "Place",
  order,
  now: at(now),
})
export const mine = (
  timestamp: number,
  ...transactions: ReadonlyArray<Transaction>
): Exchange.Command => ({
  _tag: "Mine",
  number: timestamp,
  timestamp: at(timestamp),
  transactions,
})
export const run = (state: Exchange.Exchange, ...commands: ReadonlyArray<Exchange.Command>) =>
  commands.flatMap((command) => Result.getOrThrow(Exchange.apply(state, command)).events)
export const traded = (events: ReadonlyArray<Exchange.Event>): ReadonlyArray<string> =>
  events.flatMap((e) => (e._tag === "Traded" ? [e.event._tag] : []))
export const moved = (events: ReadonlyArray<Exchange.Event>): ReadonlyArray<string> =>
  events.flatMap((e) => (e._tag === "Moved" ? [e.to] : []))

/** An exchange with one proposed deal of a minute, from second 1000 on. */
export const proposed = (rated?: Offer) => {
  const state = fresh()
  run(state, place(rated ?? offer()))
  const applied = Result.getOrThrow(Exchange.apply(state, place(request())))
  const intent = applied.intents[0]!
  if (intent._tag !== "Propose") throw new Error("no deal was proposed")
  const { id, deal } = intent
  const opening: Transaction = {
    _tag: "OpenDeal",
    sender: requester,
    id,
    deal,
    authors: { provider, requester },
  }
  return { state, id, deal, opening, applied }
}

export const status = (
  id: Id.Id,
  role: Status.Role,
  seq: number,
  name: Status.ProviderStatus,
  change: Partial<Status.Status> = {},
): Message => ({
  _tag: "Status",
  id,
  author: role === "provider" ? provider : requester,
  status: {
    channelId: id,
    role: Status.roleCode(role),
    seq,
    status: Status.statusCode(name),
    reason: 0,
    at: at(1000),
    cumulativeAmount: Amount.zero,
    previous: Id.zero,
    ...change,
  },
})
export const report = (message: Message, now = 1000): Exchange.Command => ({
  _tag: "Report",
  message,
  now: at(now),
})

/** Everything that decides what happens next, as text. */
export const digest = (state: Exchange.Exchange): string =>
  JSON.stringify(
    [
      state.market.snapshot(),
      Ledger.digestRows(state.ledger),
      [...state.book.entries],
      [...state.entries].map(([id, e]) => [id, e.agreement, e.heard, e.occupies, e.contested]),
      [...state.orders],
      [...state.profiles],
      state.made,
    ],
    (_, value) => (typeof value === "bigint" ? value.toString() : value),
  )

/** What a random stream may do: moves on the market, and words and transactions about what it led to. */
interface Doing {
  readonly move: Orders.Move
  readonly act: number
  readonly pick: number
}
export const doings = (length: number): fc.Arbitrary<ReadonlyArray<Doing>> =>
  Orders.moves(length).chain((moves) =>
    fc.tuple(
      ...moves.map((move) =>
        fc.record({ move: fc.constant(move), act: fc.nat(11), pick: fc.nat(999) }),
      ),
    ),
  )

const wealthy = (): Ledger.Ledger => {
  const ledger = funded()
  const transfers = [3, 4, 5, 6].map((n): Transaction => ({
    _tag: "Transfer",
    sender: provider,
    to: address(n),
    amount: Amount.of(token),
  }))
  run(fresh(ledger), mine(1000, ...transfers))
  return ledger
}

const rules = { ...Orders.rules, minLease: Parameters.small.minLease }

export const play = (
  stream: ReadonlyArray<Doing>,
  each: (state: Exchange.Exchange, events: ReadonlyArray<Exchange.Event>) => void = () => {},
) => {
  const state = fresh(wealthy(), rules)
  const deals: Array<{ readonly id: Id.Id; readonly deal: Exchange.Entry["deal"] }> = []
  const orders: Array<Order> = []
  const all: Array<Exchange.Event> = []
  let now = 1000
  const give = (command: Exchange.Command): void => {
    const applied = Exchange.apply(state, command)
    if (Result.isFailure(applied)) return
    for (const intent of applied.success.intents) if (intent._tag === "Propose") deals.push(intent)
    all.push(...applied.success.events)
    each(state, applied.success.events)
  }
  for (const { move, act, pick } of stream) {
    if (move._tag === "Advance") now += move.by
    if (move._tag === "Place") {
      const order = Orders.shifted(move.order, now)
      orders.push(order)
      give(place(order, now))
    } else if (orders.length > 0) {
      const { id, owner } = orders[pick % orders.length]!
      // A second order under the name of a first.
      if (move._tag === "Replace") give(place({ ...Orders.shifted(move.order, now), id }, now))
      give({ _tag: "Cancel", id, owner, now: at(now) })
    }
    if (deals.length === 0) continue
    const { id, deal } = deals[Math.max(0, deals.length - 1 - (pick % 3))]!
    const parties = { provider: deal.provider, requester: deal.requester }
    const sender = pick % 2 === 0 ? deal.provider : deal.requester
    const opening: Transaction = { _tag: "OpenDeal", sender, id, deal, authors: parties }
    const acts: ReadonlyArray<Exchange.Command> = [
      mine(now, opening),
      mine(now, opening),
      mine(now, opening),
      report({ _tag: "Accept", id, author: sender }, now),
      report({ _tag: "Decline", id, author: sender }, now),
      mine(now, { _tag: "Stop", sender, id }),
      mine(now, { _tag: "Claim", sender, id, cumulative: deal.cap, author: deal.requester }),
      mine(now, {
        _tag: "Settle",
        sender,
        id,
        cumulative: deal.cap,
        receipt: Id.zero,
        authors: parties,
      }),
      { _tag: "Lapse", id, now: at(now) },
      mine(now, { _tag: "Finalize", sender, id, deal }),
      report(status(id, "provider", 1 + (pick % 3), "Ready"), now),
      mine(now, { _tag: "CancelOrders", sender, minimum: pick % 30 }),
    ]
    give(acts[act]!)
  }
  return { state, deals, all }
}
