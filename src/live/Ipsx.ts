// The market as a program uses it: `Ipsx.connect`, then `rent`. Promises and plain values, for those who want an address
// and not a protocol.
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import type { Seconds } from "../model/Time.ts"
import * as Client from "../relay/Client.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Adapter from "./Adapter.ts"
import * as Agent from "./Agent.ts"
import * as Books from "./Books.ts"
import type * as Event from "./Event.ts"
import * as Listeners from "./Listeners.ts"
import * as Nonce from "./Nonce.ts"
import * as Party from "./Party.ts"
import type * as Purse from "./Purse.ts"
import * as Renting from "./Renting.ts"
import * as Setup from "./Setup.ts"
import * as Spending from "./Spending.ts"
import * as Stop from "./Stop.ts"
import type * as Usage from "./Usage.ts"
import * as Wish from "./Wish.ts"

export interface Options extends Omit<Setup.Options, "adapter" | "heard"> {
  readonly adapter?: Tunnel.Adapter
  readonly heard?: (event: Event.Event) => void
  /** What each sub-account may spend in whole tokens, by name; a lease then has to name its account. */
  readonly caps?: Readonly<Record<string, string>>
  /** Goes on with the requests of an earlier run that no offer had met; otherwise they are taken back. */
  readonly resume?: boolean
}

export interface RentOptions {
  readonly signal?: AbortSignal
  /** The sub-account that pays. */
  readonly account?: string
}

export type Ended = Renting.Ended
export type Lease = Renting.Lease

export interface Ipsx {
  readonly agent: Agent.Agent
  /** What is on offer now. */
  readonly offers: (country?: string) => Promise<ReadonlyArray<Order.Offer>>
  /**
   * Rents an address, or several in one lease: resolves when traffic can go through it. Rejects with `NothingFound`, with `CapReached`, or when
   * the signal is aborted; then nothing is rented any more. With `Stopped` when it is closed: what was begun goes on with the next run.
   */
  readonly rent: (wish: Wish.Wish, options?: RentOptions) => Promise<Lease>
  /** The leases that an earlier run has left, each once its tunnel works again; it rejects when that is over before. */
  readonly resumed: ReadonlyArray<Promise<Lease>>
  /** What was rented so far and is over, a row for each lease, also of earlier runs. */
  readonly usage: () => ReadonlyArray<Usage.Row>
  /** What a sub-account has spent and may still spend, in base units. */
  readonly account: (name: string) => { readonly spent: bigint; readonly left: bigint }
  readonly wallet: () => Promise<Purse.Contents>
  /** Moves whole tokens into the wallet, under a permit for exactly so many, or out of it; `Stopped` when it is closed before. */
  readonly deposit: (tokens: string) => Promise<void>
  readonly withdraw: (tokens: string) => Promise<void>
  /**
   * Ends the reservations under which short leases run, each when nothing runs under it any more, and has them settled on the
   * chain; until then, or until their time is over, they stand, also while the program is closed.
   */
  readonly settle: () => Promise<void>
  readonly on: (listener: (event: Event.Event) => void) => () => void
  readonly close: () => Promise<void>
}

/**
 * Opens a key, checks the market, and goes on with what an earlier run has left.
 *
 * @example
 * const ipsx = await Ipsx.connect({ relay, chain, data: "data", key: { keystore: "key.json", password } })
 * const lease = await ipsx.rent({ countries: ["DE"], seconds: 600, limit: "2" })
 */
export const connect = async (options: Options): Promise<Ipsx> => {
  const spending = Result.getOrThrowWith(Spending.make(options.caps ?? {}), (bad) => bad)
  const listeners = new Set<(event: Event.Event) => void>()
  if (options.heard !== undefined) listeners.add(options.heard)
  const scope = await Effect.runPromise(Scope.make())
  // What happens before there is somebody to hear it is told later.
  let early: Array<Event.Event> | undefined = []
  const tell = Listeners.telling(listeners)
  const heard = (event: Event.Event): void => {
    early?.push(event)
    tell(event)
  }
  const starting = Effect.gen(function* () {
    const adapter = options.adapter ?? Adapter.requester("embedded")
    yield* Adapter.ready(adapter)
    return yield* Agent.start(yield* Setup.prepare({ ...options, adapter, heard }))
  })
  const close = (): Promise<void> => Effect.runPromise(Scope.close(scope, Exit.void))
  const started = await Effect.runPromiseExit(Effect.provideService(starting, Scope.Scope, scope))
  if (Exit.isFailure(started)) {
    await close()
    return Effect.runPromise(Effect.failCause(started.cause))
  }
  const agent = started.value
  const on: Ipsx["on"] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const books = Books.open(agent, spending, options.caps !== undefined)
  const onFromStart: Ipsx["on"] = (listener) => {
    for (const event of early ?? []) listener(event)
    return on(listener)
  }
  const begun = begunBy(agent, options.resume === true)
  for (const { request } of begun) Books.holdAgain(books, request)
  onFromStart((event) => Books.hear(books, event))
  const resumed = begun.map((one) => resume(agent, onFromStart, books, one))
  early = undefined
  return {
    agent,
    on,
    close,
    resumed,
    offers: async (country) =>
      (await Effect.runPromise(Client.offers(options.relay, country))).offers,
    wallet: () => untilStopped(agent, on, agent.purse.read),
    deposit: (tokens) => untilStopped(agent, on, () => agent.purse.deposit(amountOf(tokens))),
    withdraw: (tokens) => untilStopped(agent, on, () => agent.purse.withdraw(amountOf(tokens))),
    settle: () => untilStopped(agent, on, () => settle(agent, on)),
    usage: () => books.rows,
    account: (name) => Spending.of(spending, name),
    rent: (wish, given = {}) => rent(agent, on, books, wish, given),
  }
}

/** What a task comes to; `Stopped` when the party stops before, and the signal's reason when nobody waits: it goes on alone. */
const untilStopped = <A>(
  agent: Agent.Agent,
  on: Ipsx["on"],
  task: () => Promise<A>,
  signal?: AbortSignal,
): Promise<A> =>
  new Promise((resolve, reject) => {
    if (agent.closed) return reject(Stop.closed())
    const abort = (): void => reject(signal?.reason)
    if (signal?.aborted === true) abort()
    signal?.addEventListener("abort", abort)
    const stopListening = on((event) => {
      if (event._tag === "Stopped") reject(new Stop.Stopped(event))
    })
    const forget = (): void => {
      stopListening()
      signal?.removeEventListener("abort", abort)
    }
    return void Promise.resolve().then(task).then(resolve, reject).finally(forget)
  })

const amountOf = (tokens: string): Amount.Amount =>
  Result.getOrThrowWith(Amount.parse(tokens), (bad) => bad)

/** Leaves all reservations, and waits until the chain has paid for what ran under them. */
const settle = (agent: Agent.Agent, on: Ipsx["on"]): Promise<void> =>
  new Promise((resolve) => {
    const left = new Set(
      [...agent.parties.values()]
        .filter((party) => party.role === "requester" && Deal.isReservation(party.deal))
        .filter((party) => !Party.isOver(party))
        .map(({ id }) => id),
    )
    const look = (): void => {
      if (left.size > 0) return
      stopListening()
      resolve()
    }
    const stopListening = on((event) => {
      if (event._tag === "Over" && left.delete(event.id)) look()
      if (event._tag === "Stopped") left.clear()
    })
    for (const id of left) Agent.want(agent, id, "Leave")
    look()
  })

/** Milliseconds until the next attempt at what one of the two did not sign. */
const againMs = 300

/** A short deal whose reservation was not open in time is asked for again, until the patience of the wish is over. */
const rent = async (
  agent: Agent.Agent,
  on: Ipsx["on"],
  books: Books.Books,
  wish: Wish.Wish,
  options: RentOptions,
): Promise<Lease> => {
  const end = performance.now() + 1000 * (wish.patience ?? Wish.usualPatience)
  for (;;) {
    try {
      return await rentOnce(agent, on, books, wish, options)
    } catch (cause) {
      if (!(cause instanceof Renting.Declined)) throw cause
      const { request } = cause
      if (performance.now() >= end)
        throw new Renting.NothingFound({ request, declined: "not signed by both in its time" })
      await untilStopped(
        agent,
        on,
        () => new Promise((resolve) => setTimeout(resolve, againMs)),
        options.signal,
      )
    }
  }
}

/** Rents on behalf of a sub-account: its limit is set aside first, and what the lease cost is booked when it is over. */
const rentOnce = async (
  agent: Agent.Agent,
  on: Ipsx["on"],
  books: Books.Books,
  wish: Wish.Wish,
  { signal, account = "" }: RentOptions,
): Promise<Lease> => {
  const now = Math.floor(Date.now() / 1000) as Seconds
  const owner = agent.options.signer.address
  const by = { owner, id: Renting.randomId(), nonce: Nonce.next(), now }
  const request = Result.getOrThrowWith(Wish.request(wish, by), (bad) => bad)
  if (agent.closed) throw Stop.closed()
  Books.hold(books, account, request)
  let covering: Promise<() => void> = Promise.resolve(() => {})
  try {
    covering = agent.purse.cover(Books.most(agent, request), () => dealsOf(agent, request))
    await untilStopped(agent, on, () => covering, signal)
    const given = { account, ...(signal === undefined ? {} : { signal }) }
    // By now others may have ordered that were asked later and had nothing to wait for.
    return await Renting.rent(agent, on, { ...request, nonce: Nonce.next() }, given)
  } catch (cause) {
    Books.drop(books, request.id)
    throw cause
  } finally {
    // The chain has reserved it, or there is no deal.
    void covering.then(
      (release) => release(),
      () => {},
    )
  }
}

/** What a request has become, so far. */
const dealsOf = (agent: Agent.Agent, { id }: Order.Request): ReadonlyArray<Id> =>
  [...agent.parties.values()].flatMap((party) => (party.deal.request === id ? [party.id] : []))

/** What an earlier run has begun: a request, and the deal that it has become. */
interface Begun {
  readonly request: Order.Request
  readonly deal?: Renting.Met
}

/** The leases of an earlier run; and its requests that have not become one, if the owner wants them still. */
const begunBy = (agent: Agent.Agent, isWanted: boolean): ReadonlyArray<Begun> => {
  const deals = [...agent.parties.values()]
    .filter(({ role }) => role === "requester")
    .flatMap(metOf)
  const met = new Set(deals.map(({ request }) => request.id))
  const open = [...agent.orders.values()].filter(
    (order): order is Order.Request =>
      order._tag === "Request" &&
      !met.has(order.id) &&
      !agent.taken.has(order.id) &&
      order.expiresAt * 1000 > Date.now(),
  )
  if (!isWanted) for (const { id } of open) Effect.runFork(Agent.withdraw(agent, id))
  return [...deals, ...(isWanted ? open : []).map((request) => ({ request }))]
}

/** The leases of a deal: itself, or the short ones that run under it. */
const metOf = ({ id, deal, began, shorts }: Party.Party): ReadonlyArray<Begun> =>
  Deal.isReservation(deal)
    ? [...shorts].map(([short, lease]) => ({
        request: lease.began.request,
        deal: { id, short, deal: lease.deal },
      }))
    : [{ request: began.request, deal: { id, deal } }]

const resume = (
  agent: Agent.Agent,
  on: Ipsx["on"],
  books: Books.Books,
  begun: Begun,
): Promise<Lease> => {
  const lease = Renting.resume(agent, on, begun)
  lease.catch(() => Books.drop(books, begun.request.id))
  return lease
}

/** Base units as whole tokens, for people. */
export const tokens = Amount.format

export { next as nonce } from "./Nonce.ts"
export { NothingFound, randomId } from "./Renting.ts"
export { Stopped } from "./Stop.ts"
