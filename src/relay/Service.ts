// What a relay does about each request: pure decisions are the market's, lasting storage the store's; here they meet
// the present moment and the chain's balances.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Rpc from "../chain/Rpc.ts"
import * as View from "../chain/View.ts"
import type { Address } from "../model/Address.ts"
import type * as Amount from "../model/Amount.ts"
import * as Id from "../model/Id.ts"
import type { Log } from "../model/Log.ts"
import * as Order from "../model/Order.ts"
import type { Seconds } from "../model/Time.ts"
import type { Endpoint } from "../pair-channel/Tls.ts"
import type { Curve } from "../signature/Curve.ts"
import type { Signature } from "../signature/Signed.ts"
import * as Api from "./Api.ts"
import * as Market from "./Market.ts"
import * as OrderLog from "./OrderLog.ts"
import * as Shorts from "./Shorts.ts"
import { StoreFailed, type Store } from "./Store.ts"

export interface Options {
  readonly curve: Curve
  readonly origin: Market.Market["origin"]
  readonly sign: (digest: Uint8Array) => Signature
  readonly store: Store
  readonly rpc: Rpc.Rpc
  /** The chain's present second. */
  readonly now: () => Seconds
  /** Tells both parties of a deal, or of a short deal under their reservation. */
  readonly propose: (proposal: Market.Proposal | Shorts.Short) => void
  /** Tells the requester of a reservation that nothing more will run under it. */
  readonly retire: (id: Id.Id, requester: Address) => void
}

export interface Service {
  readonly options: Options
  market: Market.Market
  last: OrderLog.Entry
  /** The last attempt to write failed: it is tried before anything is taken again. */
  isFull: boolean
  /** The market has taken what its log has not, and could not be made anew from the log. */
  isAhead: boolean
  /** The time of the last final block that was observed, in seconds of the chain; 0 before the first one. */
  finalAt: number
}

/** What is written about a command and what came of it. */
const write = (
  options: Options,
  last: OrderLog.Entry | undefined,
  command: OrderLog.Command,
  deals: ReadonlyArray<Id.Id>,
  at: Seconds,
): OrderLog.Entry => {
  const { curve, origin, sign, store } = options
  const draft = { number: last === undefined ? 0 : last.number + 1, at, command, deals }
  const hash = OrderLog.hash(curve, last?.hash ?? Id.zero, draft)
  const signature = sign(OrderLog.digest(curve, origin.place, { ...draft, hash }))
  const entry: OrderLog.Entry = { ...draft, hash, signature }
  store.append(entry)
  return entry
}

const fresh = { isFull: false, isAhead: false, finalAt: 0 }

/** Goes on with a store's log, every entry of it verified; or begins one. */
export const open = (
  options: Options,
): Result.Result<Service, OrderLog.BrokenLog | OtherMarket | OtherStanding | StoreFailed> => {
  try {
    return goOn(options)
  } catch (cause) {
    if (cause instanceof StoreFailed) return Result.fail(cause)
    throw cause
  }
}

const goOn = (
  options: Options,
): Result.Result<Service, OrderLog.BrokenLog | OtherMarket | OtherStanding> => {
  const { curve, origin, store } = options
  const [first] = store.entries(0, 1)
  if (first === undefined) {
    const begin = write(options, undefined, origin, [], options.now())
    const market = Market.open(curve, origin, begin.at)
    return Result.succeed({ options, market, last: begin, ...fresh })
  }
  return Result.flatMap(Market.replay(curve, store.all()), ({ market, last }) => {
    const other = otherThan(origin, market.origin)
    return other === undefined
      ? Result.succeed({ options, market, last, ...fresh })
      : Result.fail(other)
  })
}

type Origin = Market.Market["origin"]

/** What a log begins with is so for good: its deals follow from that. */
const otherThan = (
  wanted: Origin,
  { relay, place: { centralizer }, standing }: Origin,
): OtherMarket | OtherStanding | undefined => {
  if (relay !== wanted.relay || centralizer !== wanted.place.centralizer)
    return new OtherMarket({ relay, centralizer })
  return named(standing) === named(wanted.standing)
    ? undefined
    : new OtherStanding({ standing: named(standing) })
}

const named = (standing: Origin["standing"]): string =>
  standing === undefined ? "none" : [standing.below, standing.lifetime, standing.deals].join(",")

/**
 * Applies a command, writes it down, and tells who must know. Time never goes back in a log.
 *
 * @throws StoreFailed when it cannot be written: then it was not taken (IPSX-MAT-041).
 */
const give = (
  service: Service,
  command: OrderLog.Command,
): Result.Result<Market.Applied, Market.Refusal> => {
  const { options } = service
  if (service.isFull) {
    options.store.probe()
    if (service.isAhead) restore(service)
    service.isFull = false
  }
  const at = Math.max(service.last.at, options.now()) as Seconds
  return Result.map(Market.apply(service.market, command, at), (applied) => {
    const deals = Market.made(applied)
    try {
      service.last = write(options, service.last, command, deals, at)
    } catch (cause) {
      service.isFull = service.isAhead = true
      restore(service)
      throw cause
    }
    for (const proposal of [...applied.deals, ...applied.shorts]) options.propose(proposal)
    for (const id of applied.retired) {
      const proposal = service.market.proposals.get(id)
      if (proposal !== undefined) options.retire(id, proposal.deal.requester)
    }
    return applied
  })
}

/** Makes the market anew from what is in the log, when it has taken something that is not. */
export const restore = (service: Service): void => {
  const { curve, store } = service.options
  const replayed = Market.replay(curve, store.all())
  if (Result.isFailure(replayed)) throw new StoreFailed({ reason: replayed.failure.message })
  service.market = replayed.success.market
  service.last = replayed.success.last
  service.isAhead = false
}

/** IPSX-WAL-007: a request is taken only where the wallet covers it, by what the chain says now. */
export const place = async (
  service: Service,
  { order, signature, endpoint }: Api.Placement,
): Promise<Result.Result<typeof Api.Placed.Type, Market.Refusal | ChainAway | LogAhead>> => {
  const before = already(service, order, signature)
  if (before !== undefined) return before
  const late = logAhead(service)
  if (late !== undefined) return Result.fail(late)
  const balance = await balanceOf(service, order.owner)
  if (Result.isFailure(balance)) return Result.fail(balance.failure)
  // It may have been placed while the chain was asked.
  const meanwhile = already(service, order, signature)
  if (meanwhile !== undefined) return meanwhile
  // Whoever signed the order may say where it is found, before the first deal of it is proposed.
  const { store } = service.options
  const formerly = store.endpoint(order.owner)
  store.reachable(order.owner, endpoint)
  const given = give(service, { _tag: "Place", order, signature, balance: balance.success })
  if (Result.isFailure(given)) store.reachable(order.owner, formerly)
  return Result.map(given, (applied) => ({ deals: Market.made(applied) }))
}

/** IPSX-MAT-044: an order would be judged by the time that the log has come to, and not by the present one. */
export const logAhead = ({ last, options }: Service): LogAhead | undefined => {
  const seconds = last.at - options.now()
  const { delta } = options.origin.parameters
  return seconds > delta
    ? new LogAhead({ until: last.at, minutes: Math.ceil(seconds / 60) })
    : undefined
}

type Placed = Result.Result<typeof Api.Placed.Type, Market.Refusal>

/** What is answered at once: to whoever places once more what is placed, or has not signed it. */
const already = (
  { market }: Service,
  order: Order.Order,
  signature: Signature,
): Placed | undefined => {
  const placed = Market.repeated(market, order, signature)
  if (Result.isFailure(placed)) return Result.fail(placed.failure)
  return placed.success === undefined ? undefined : Result.succeed({ deals: placed.success })
}

const balanceOf = async (
  { options: { rpc, origin } }: Service,
  owner: Address,
): Promise<Result.Result<Amount.Amount, ChainAway>> => {
  const { method, params } = View.walletsCall(origin.place.centralizer, [owner])
  try {
    const [wallet] = View.wallets([owner], await rpc.call(method, params))
    return Result.succeed(wallet!.balance)
  } catch (cause) {
    return Result.fail(new ChainAway({ reason: (cause as Error).message }))
  }
}

export const cancel = (
  service: Service,
  order: Id.Id,
  { owner, signature }: Api.Cancellation,
): Result.Result<{}, Market.Refusal> =>
  Result.map(give(service, { _tag: "Cancel", order, owner, signature }), () => ({}))

export const report = (service: Service, report: Api.Report): Result.Result<{}, Market.Refusal> =>
  Result.map(give(service, { _tag: "Report", ...report }), () => ({}))

/** What the chain says about the market's deals and orders; nothing else of it is of interest here. */
export const observe = (service: Service, log: Log, block: number): void => {
  const concerns =
    log._tag === "OrdersCancelled" || ("id" in log && service.market.proposals.has(log.id))
  if (concerns) give(service, { _tag: "Observe", log, block })
}

/** Lets options lapse and orders expire; called every second or so. */
export const tick = (service: Service): void => {
  const { market, options } = service
  for (const id of Market.lapsing(market, service.finalAt, options.now()))
    give(service, { _tag: "Lapse", id })
  for (const lapsed of Shorts.lapsing(market, options.now()))
    give(service, { _tag: "Lapse", ...lapsed })
  const isDue = [...market.orders.values()].some((o) => Order.deadline(o) <= options.now())
  if (isDue) give(service, { _tag: "Advance" })
}

export const offers = (service: Service, country: string | undefined): typeof Api.Offers.Type => ({
  offers: [...service.market.exchange.orders.values()]
    .filter((order): order is Order.Offer => order._tag === "Offer")
    .filter(({ resource }) => country === undefined || resource.country === country)
    .slice(0, Api.offersMax),
})

export const deal = (
  service: Service,
  id: Id.Id,
): Result.Result<Api.DealState, Market.Unproposed> => {
  const entry = service.market.exchange.entries.get(id)
  if (entry === undefined) return Result.fail(new Market.Unproposed({ id }))
  const { agreement } = entry
  return Result.succeed({
    id,
    deal: entry.deal,
    status: Agreement.status(agreement),
    provider: Agreement.provider(agreement),
    requester: Agreement.requester(agreement),
  })
}

/** The deals of a party that are not over, for one that comes back, or can be reached elsewhere now. */
export const proposalsOf = (
  { market, options }: Service,
  owner: Address,
): ReadonlyArray<Market.Proposal> =>
  [...market.proposals.values()].filter(
    ({ id, deal }) =>
      (deal.provider === owner || deal.requester === owner) &&
      (deal.validUntil >= options.now() || isOpen(market, id)),
  )

/** The short deals of a party that are not over, and its reservations as a requester that nothing more will run under. */
export const shortsOf = (
  { market }: Service,
  owner: Address,
): { readonly shorts: ReadonlyArray<Shorts.Short>; readonly retired: ReadonlyArray<Id.Id> } => ({
  shorts: Shorts.all(market).filter(
    ({ offer, request }) => offer.owner === owner || request.owner === owner,
  ),
  retired: [...market.proposals.values()]
    .filter(({ id, deal }) => deal.requester === owner && Shorts.isRetired(market, id))
    .map(({ id }) => id),
})

const isOpen = ({ exchange }: Market.Market, id: Id.Id): boolean => {
  const entry = exchange.entries.get(id)
  return (
    entry !== undefined && !["Proposed", "Declined"].includes(Agreement.status(entry.agreement))
  )
}

/** Whether an owner takes connections at another place than before; known from now on. */
export const moves = ({ options: { store } }: Service, owner: Address, to: Endpoint): boolean => {
  const before = store.endpoint(owner)
  if (before?.host === to.host && before.port === to.port) return false
  store.reachable(owner, to)
  return true
}

export class ChainAway extends Schema.TaggedError<ChainAway>()("ChainAway", {
  reason: Schema.String,
}) {
  override get message(): string {
    return `the relay cannot read the chain now: ${this.reason}; try again`
  }
}

/** The clock was set back behind the log's last time, or was ahead when that was written. */
export class LogAhead extends Schema.TaggedError<LogAhead>()("LogAhead", {
  /** Seconds since 1970. */
  until: Schema.Number,
  minutes: Schema.Number,
}) {
  override get message(): string {
    const until = new Date(this.until * 1000).toISOString()
    return `the relay's log is at ${until} already, which its clock reaches in ${this.minutes} min: until then it takes no new orders; if the clock is right now, wait, or begin a new log in another directory`
  }
}

/** A log whose short leases run under other reservations, or under none. */
export class OtherStanding extends Schema.TaggedError<OtherStanding>()("OtherStanding", {
  standing: Schema.String,
}) {
  override get message(): string {
    return `the order log was begun with --standing ${this.standing}: start with that, or use another directory`
  }
}

/** A store that belongs to another relay or another market. */
export class OtherMarket extends Schema.TaggedError<OtherMarket>()("OtherMarket", {
  relay: Schema.String,
  centralizer: Schema.String,
}) {
  override get message(): string {
    return `the order log is that of the relay ${this.relay} of the Centralizer ${this.centralizer}: use another directory`
  }
}
