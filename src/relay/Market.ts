// The exchange of a relay: commands in, deals out, and every command that changed something in the log. The very same
// function makes the deals and verifies them (IPSX-MAT-032): no clock, no input and no output.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Exchange from "../Exchange.ts"
import * as ShortDeals from "../Exchange/ShortDeals.ts"
import * as Matching from "../matching/index.ts"
import type { Address } from "../model/Address.ts"
import type { Deal } from "../model/Deal.ts"
import * as Id from "../model/Id.ts"
import * as Ledger from "../model/Ledger.ts"
import type * as Order from "../model/Order.ts"
import type { Seconds } from "../model/Time.ts"
import * as Seal from "../pair-channel/Seal.ts"
import type { Letter } from "../pair-channel/Letter.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Signed from "../signature/Signed.ts"
import * as SignedOrder from "../signature/SignedOrder.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import * as OrderLog from "./OrderLog.ts"
import * as Shorts from "./Shorts.ts"

/** A deal that was proposed, with the two orders that it comes from. */
export interface Proposal {
  readonly id: Id.Id
  readonly deal: Deal
  readonly offer: Order.Offer
  readonly request: Order.Request
}

export interface Market {
  readonly curve: Curve
  readonly origin: Extract<OrderLog.Command, { readonly _tag: "Begin" }>
  readonly separator: Uint8Array
  readonly exchange: Exchange.Exchange
  /** The orders that are in the book or that deals come from. */
  readonly orders: Map<Id.Id, Order.Order>
  /** Deals that are not over, and the orders of each. */
  readonly proposals: Map<Id.Id, Proposal>
  /** Short deals that are not over. */
  readonly shorts: Shorts.Shorts
  /** The highest nonce of each owner's orders: an order counts once. */
  readonly nonces: Map<Address, number>
}

/** A cancellation has no structure in the contracts: it is the relay's. */
export const Cancellation = TypedData.structure("Cancellation", [
  ["owner", "address"],
  ["order", "bytes32"],
])

/** An empty market, as the first entry of a log describes it. */
export const open = (curve: Curve, origin: Market["origin"], now: number): Market => {
  const { place, parameters, relay } = origin
  // The relay's ledger holds nothing but balances that it has read: money is the chain's.
  const holders = { funding: relay, partners: relay, bounty: relay, team: relay }
  const ledger = Ledger.make(parameters, {
    centralizer: place.centralizer,
    platform: relay,
    holders,
  })
  const hashing: Exchange.Hashing = {
    channelId: (deal) => Structure.channelId(curve, deal),
    terms: (offer, request) => SignedOrder.terms(curve, offer, request),
  }
  const matching = Matching.PriceTime.priceTime.open(Matching.Policy.rules(parameters), now)
  return {
    curve,
    origin,
    separator: Structure.domain(curve, place),
    exchange: Exchange.make(ledger, hashing, matching, origin.standing),
    orders: new Map(),
    proposals: new Map(),
    shorts: new Map(),
    nonces: new Map(),
  }
}

/** What came of a command; `retired` are reservations that nothing more will run under. */
export interface Applied {
  readonly deals: ReadonlyArray<Proposal>
  readonly shorts: ReadonlyArray<Shorts.Short>
  readonly retired: ReadonlyArray<Id.Id>
  readonly events: ReadonlyArray<Exchange.Event>
}

const nothing: Applied = { deals: [], shorts: [], retired: [], events: [] }

/** What a log's entry says that its command has made: channels first, then the digests of short deals. */
export const made = ({ deals, shorts }: Applied): ReadonlyArray<Id.Id> => [
  ...deals.map(({ id }) => id),
  ...shorts.map(({ digest }) => digest),
]

/**
 * Applies one command; what is refused changes nothing and is not logged.
 *
 * @example
 * Market.apply(market, { _tag: "Place", order, signature, balance }, now)
 */
export const apply = (
  market: Market,
  command: OrderLog.Command,
  now: Seconds,
): Result.Result<Applied, Refusal> => {
  switch (command._tag) {
    case "Begin":
      return Result.succeed(nothing)
    case "Place":
      return place(market, command, now)
    case "Cancel": {
      const { owner, order, signature } = command
      const digest = TypedData.digest(market.curve, market.separator, Cancellation, {
        owner,
        order,
      })
      const signed = Signed.verify(market.curve, digest, signature, owner)
      if (Result.isFailure(signed)) return Result.fail(signed.failure)
      return give(market, { _tag: "Cancel", id: order, owner, now })
    }
    case "Report":
      return report(market, command, now)
    case "Observe":
      return give(market, { _tag: "Observe", log: command.log, now })
    case "Lapse":
      return give(market, { ...command, now })
    case "Advance":
      return give(market, { _tag: "Advance", now })
  }
}

const verify = (
  { curve, separator }: Market,
  order: Order.Order,
  signature: Signed.Signature,
): Result.Result<void, Refusal> => {
  const digest = TypedData.digest(
    curve,
    separator,
    Structure.Order,
    SignedOrder.record(curve, order),
  )
  return Signed.verify(curve, digest, signature, order.owner)
}

/**
 * The deals under way of an order that is in the book, or of which there are deals, when its owner places the very same
 * once more (IPSX-MAT-037); undefined of any other order.
 */
export const repeated = (
  market: Market,
  order: Order.Order,
  signature: Signed.Signature,
): Result.Result<ReadonlyArray<Id.Id> | undefined, Refusal> =>
  Result.map(verify(market, order, signature), () => {
    const known = market.orders.get(order.id)
    const isOf = ({ offer, request }: Pick<Proposal, "offer" | "request">): boolean =>
      offer.id === order.id || request.id === order.id
    const of = [
      ...[...market.proposals.values()].filter(isOf).map(({ id }) => id),
      ...Shorts.all(market)
        .filter(isOf)
        .map(({ digest }) => digest),
    ]
    const counts = market.exchange.orders.has(order.id) || of.length > 0
    return counts && known !== undefined && isSame(market, known, order) ? of : undefined
  })

const isSame = ({ curve }: Market, one: Order.Order, other: Order.Order): boolean =>
  one.owner === other.owner &&
  one.nonce === other.nonce &&
  SignedOrder.content(curve, one) === SignedOrder.content(curve, other)

const place = (
  market: Market,
  { order, signature, balance }: Extract<OrderLog.Command, { readonly _tag: "Place" }>,
  now: Seconds,
): Result.Result<Applied, Refusal> => {
  const { exchange, nonces } = market
  const signed = verify(market, order, signature)
  if (Result.isFailure(signed)) return Result.fail(signed.failure)
  const last = nonces.get(order.owner) ?? -1
  if (order.nonce <= last) return Result.fail(new UsedNonce({ nonce: order.nonce, last }))
  const { owner } = order
  // IPSX-MAT-042: ids are everybody's to read, and nobody's order gets into the place of another's.
  if ((market.orders.get(order.id)?.owner ?? owner) !== owner)
    return Result.fail(new OrderRefused({ order: order.id, reason: "another order has its id" }))
  const { wallets } = exchange.ledger
  const before = wallets.get(owner)
  wallets.set(owner, { ...Ledger.wallet(exchange.ledger, owner), balance })
  const given = Result.flatMap(give(market, { _tag: "Place", order, now }), (applied) => {
    const rejected = applied.events.find(
      (e) => e._tag === "Traded" && e.event._tag === "Rejected" && e.event.order === order.id,
    )
    return rejected?._tag === "Traded" && rejected.event._tag === "Rejected"
      ? Result.fail(new OrderRefused({ order: order.id, reason: rejected.event.reason }))
      : Result.succeed(applied)
  })
  if (Result.isSuccess(given)) nonces.set(owner, order.nonce)
  else if (before === undefined) wallets.delete(owner)
  else wallets.set(owner, before)
  return given
}

const report = (
  market: Market,
  { id, role, seq, letter }: Extract<OrderLog.Command, { readonly _tag: "Report" }>,
  now: Seconds,
): Result.Result<Applied, Refusal> => {
  const proposal = market.proposals.get(id)
  if (proposal === undefined) return Result.fail(new Unproposed({ id }))
  const { curve, separator } = market
  const { deal } = proposal
  const verified = Seal.verify({ curve, separator, id, deal }, role, seq, letter)
  if (Result.isFailure(verified)) return Result.fail(verified.failure)
  const author = role === 0 ? deal.provider : deal.requester
  const message = messageOf(id, author, letter)
  if (message === undefined) return Result.succeed(nothing)
  // Under a reservation that one of the two does not want nothing is proposed, until its option is over and a new one can be.
  if (message._tag === "Decline") ShortDeals.close(market.exchange, id)
  return give(market, { _tag: "Report", message, now })
}

type Message = Extract<Exchange.Command, { readonly _tag: "Report" }>["message"]

/** Only what moves a register is the relay's business. */
const messageOf = (id: Id.Id, author: Address, letter: Letter): Message | undefined => {
  switch (letter._tag) {
    case "Accept":
    case "Decline":
      return { _tag: letter._tag, id, author }
    case "Status":
      return { _tag: "Status", id, author, status: letter.status }
    case "ShortDeal":
      return { _tag: "ShortDeal", id, author, short: letter.shortDeal }
    case "ShortDecline":
      return { _tag: "ShortDecline", id, author, nonce: letter.nonce }
    case "ShortEnd": {
      const { nonce, charged, voucher } = letter
      return { _tag: "ShortEnd", id, author, nonce, charged, voucher }
    }
    default:
      return undefined
  }
}

const give = (market: Market, command: Exchange.Command): Result.Result<Applied, Refusal> => {
  const { exchange, proposals, orders } = market
  const placed = command._tag === "Place" ? command.order : undefined
  const known = (id: Id.Id) => (id === placed?.id ? placed : orders.get(id))
  const given = Exchange.apply(exchange, command)
  if (Result.isFailure(given)) return Result.fail(given.failure)
  const { events, intents } = given.success
  const deals: Array<Proposal> = []
  const shorts: Array<Shorts.Short> = []
  const retired: Array<Id.Id> = []
  for (const intent of intents) {
    if (intent._tag === "Retire") retired.push(intent.id)
    if (intent._tag === "Retire") continue
    const of = intent._tag === "Propose" ? intent.deal : Shorts.ordersOf(exchange, intent)
    const offer = known(of.offer)
    const request = known(of.request)
    if (offer?._tag !== "Offer" || request?._tag !== "Request") continue
    if (intent._tag === "ProposeShort") shorts.push(Shorts.add(market, intent, { offer, request }))
    else deals.push({ id: intent.id, deal: intent.deal, offer, request })
  }
  for (const proposal of deals) proposals.set(proposal.id, proposal)
  // One that is refused is not kept, and does not get into the place of the one that has its id.
  const isKept =
    exchange.orders.get(placed?.id ?? Id.zero) === placed || deals.length + shorts.length > 0
  if (placed !== undefined && isKept) orders.set(placed.id, placed)
  forget(market, command)
  return Result.succeed({ deals, shorts, retired, events })
}

/** PERF: looked at where something can have ended, and all orders only when time passes. */
const forget = (market: Market, command: Exchange.Command): void => {
  const { exchange, proposals, orders } = market
  if (command._tag === "Advance") {
    for (const id of orders.keys()) if (!exchange.orders.has(id)) orders.delete(id)
    return
  }
  const id =
    command._tag === "Lapse"
      ? command.id
      : command._tag === "Report"
        ? command.message.id
        : command._tag === "Observe" && "id" in command.log
          ? command.log.id
          : undefined
  if (id === undefined) return
  if (!exchange.entries.has(id)) proposals.delete(id)
  Shorts.forget(market, id)
}

/**
 * Deals whose option is over and that the chain has not opened: they are to lapse (IPSX-AGR-024). `finalAt` is the time of the
 * last final block whose logs were observed: while the chain stands still, an option that is over by the clock may be taken.
 */
export const lapsing = (market: Market, finalAt: number, now: Seconds): ReadonlyArray<Id.Id> => {
  const { entries } = market.exchange
  return [...market.proposals.values()]
    .filter(({ deal }) => Math.min(finalAt, now) > deal.validUntil)
    .filter(({ id }) => Agreement.isUncommitted(entries.get(id)!.agreement))
    .map(({ id }) => id)
}

/**
 * Replays a log: every link, every signature, every order's own signature, and the deals that follow from the
 * commands (IPSX-MAT-032).
 *
 * @example
 * Result.isSuccess(Market.replay(curve, entries)) // nobody was favoured
 */
export const replay = (
  curve: Curve,
  entries: Iterable<OrderLog.Entry>,
): Result.Result<Replayed, OrderLog.BrokenLog> => {
  let market: Market | undefined
  let last: OrderLog.Entry | undefined
  for (const entry of entries) {
    const origin = market?.origin ?? OrderLog.originOf(entry)
    if (origin === undefined) return Result.fail(OrderLog.noBegin)
    const checked = OrderLog.check(curve, origin, last, entry)
    if (Result.isFailure(checked)) return Result.fail(checked.failure)
    market ??= open(curve, origin, entry.at)
    const broken = again(market, entry, last)
    if (broken !== undefined)
      return Result.fail(new OrderLog.BrokenLog({ number: entry.number, reason: broken }))
    last = entry
  }
  if (market === undefined || last === undefined) return Result.fail(OrderLog.noBegin)
  return Result.succeed({ market, last })
}

export interface Replayed {
  readonly market: Market
  readonly last: OrderLog.Entry
}

const again = (
  market: Market,
  entry: OrderLog.Entry,
  last: OrderLog.Entry | undefined,
): string | undefined => {
  if (last !== undefined && entry.at < last.at) return "its time is before the last one's"
  const applied = apply(market, entry.command, entry.at)
  if (Result.isFailure(applied)) return `its command is refused: ${applied.failure.message}`
  const deals = made(applied.success)
  if (deals.join() === entry.deals.join()) return undefined
  return `its deals do not follow: expected ${deals.join(", ") || "none"}, got ${entry.deals.join(", ") || "none"}`
}

export type Refusal = Exchange.Failure | Seal.SealError | UsedNonce | OrderRefused | Unproposed

export class UsedNonce extends Schema.TaggedError<UsedNonce>()("UsedNonce", {
  nonce: Schema.Number,
  last: Schema.Number,
}) {
  override get message(): string {
    return `the order's nonce is ${this.nonce}, expected more than ${this.last}, that of the owner's last order`
  }
}

export class OrderRefused extends Schema.TaggedError<OrderRefused>()("OrderRefused", {
  order: Id.Id,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the order ${this.order} is refused: ${this.reason}`
  }
}

export class Unproposed extends Schema.TaggedError<Unproposed>()("Unproposed", { id: Id.Id }) {
  override get message(): string {
    return `no deal ${this.id} is under way here`
  }
}
