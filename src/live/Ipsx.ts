// The market as a program uses it: `Ipsx.connect`, then `rent`. Promises and plain values, for those who want an address
// and not a protocol.
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import * as Amount from "../model/Amount.ts"
import type { Deal } from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import * as Resource from "../model/Resource.ts"
import type { Seconds } from "../model/Time.ts"
import * as Client from "../relay/Client.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Adapter from "./Adapter.ts"
import * as Agent from "./Agent.ts"
import type * as Event from "./Event.ts"
import type * as Purse from "./Purse.ts"
import * as Setup from "./Setup.ts"
import * as Spending from "./Spending.ts"
import type * as Usage from "./Usage.ts"
import * as Wish from "./Wish.ts"

/** Rows of usage that are kept; the oldest go first. */
const rowsMax = 100_000

export interface Options extends Omit<Setup.Options, "adapter" | "heard"> {
  readonly adapter?: Tunnel.Adapter
  readonly heard?: (event: Event.Event) => void
  /** What each sub-account may spend in whole tokens, by name; a lease then has to name its account. */
  readonly caps?: Readonly<Record<string, string>>
}

export interface RentOptions {
  readonly signal?: AbortSignal
  /** The sub-account that pays. */
  readonly account?: string
}

/** How a lease ended: what it cost in base units, and what it carried. */
export interface Ended {
  readonly paid: bigint
  readonly seconds: number
  readonly bytes: number
}

export interface Lease {
  readonly id: Id
  readonly deal: Deal
  /** The rented address, as the world sees it, and where the provider says that it is. */
  readonly address: string
  readonly country: string
  readonly attachment: Tunnel.Attachment
  /** Resolves when the provider has fallen silent, or the lease is over: nothing more can be had of it. */
  readonly lost: Promise<void>
  /** Resolves when the lease is over and paid. */
  readonly ended: Promise<Ended>
  /** Ends it now, and pays for what was used. */
  readonly end: () => Promise<Ended>
  readonly pause: () => void
  readonly resume: () => void
}

export interface Ipsx {
  readonly agent: Agent.Agent
  /** What is on offer now. */
  readonly offers: (country?: string) => Promise<ReadonlyArray<Order.Offer>>
  /**
   * Rents one address: resolves when traffic can go through it. Rejects with `NothingFound`, with `CapReached`, or when
   * the signal is aborted; then nothing is rented any more.
   */
  readonly rent: (wish: Wish.Wish, options?: RentOptions) => Promise<Lease>
  /** What was rented so far and is over, a row for each lease. */
  readonly usage: () => ReadonlyArray<Usage.Row>
  /** What a sub-account has spent and may still spend, in base units. */
  readonly account: (name: string) => { readonly spent: bigint; readonly left: bigint }
  readonly wallet: () => Promise<Purse.Contents>
  /** Moves whole tokens into the wallet, under a permit for exactly so many, or out of it. */
  readonly deposit: (tokens: string) => Promise<void>
  readonly withdraw: (tokens: string) => Promise<void>
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
  const capped = options.caps !== undefined
  const rows: Array<Usage.Row> = []
  const listeners = new Set<(event: Event.Event) => void>()
  if (options.heard !== undefined) listeners.add(options.heard)
  const scope = await Effect.runPromise(Scope.make())
  const heard = (event: Event.Event): void => {
    for (const listener of listeners) listener(event)
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
  return {
    agent,
    on,
    close,
    offers: async (country) =>
      (await Effect.runPromise(Client.offers(options.relay, country))).offers,
    wallet: agent.purse.read,
    deposit: async (tokens) => agent.purse.deposit(amountOf(tokens)),
    withdraw: async (tokens) => agent.purse.withdraw(amountOf(tokens)),
    usage: () => rows,
    account: (name) => Spending.of(spending, name),
    rent: (wish, given = {}) => charged({ agent, on, spending, rows, capped }, wish, given),
  }
}

const amountOf = (tokens: string): Amount.Amount =>
  Result.getOrThrowWith(Amount.parse(tokens), (bad) => bad)

interface Books {
  readonly agent: Agent.Agent
  readonly on: Ipsx["on"]
  readonly spending: Spending.Spending
  readonly rows: Array<Usage.Row>
  /** Whether leases are charged to sub-accounts. */
  readonly capped: boolean
}

/** Rents on behalf of a sub-account: its limit is set aside first, and what the lease cost is booked when it is over. */
const charged = async (
  { agent, on, spending, rows, capped }: Books,
  wish: Wish.Wish,
  { signal, account = "" }: RentOptions,
): Promise<Lease> => {
  const limit = amountOf(wish.limit)
  // The least commission is paid beside the limit.
  const most = limit + agent.options.parameters.minCommission
  if (capped) Result.getOrThrowWith(Spending.hold(spending, account, most), (reached) => reached)
  const settle = (paid: bigint): void => {
    if (capped) Spending.settle(spending, account, most, paid)
  }
  let release = (): void => {}
  try {
    release = await agent.purse.cover(most)
    const lease = await rent(agent, on, wish, signal)
    const from = Math.floor(Date.now() / 1000)
    void lease.ended.then(({ paid, seconds, bytes }) => {
      settle(paid + agent.options.parameters.minCommission)
      if (rows.length >= rowsMax) rows.shift()
      rows.push({
        account,
        lease: lease.id,
        provider: lease.deal.provider,
        address: lease.address,
        country: lease.country,
        from,
        to: Math.floor(Date.now() / 1000),
        seconds,
        bytes,
        paid,
      })
    })
    return lease
  } catch (cause) {
    settle(0n)
    throw cause
  } finally {
    // The chain has reserved it, or there is no deal.
    release()
  }
}

/** Numbers of orders only rise, also over restarts: they are moments. */
let lastNonce = 0
export const nonce = (): number => (lastNonce = Math.max(lastNonce + 1, Date.now()))
export const randomId = (): Id => `0x${randomBytes(32).toString("hex")}` as Id

const rent = async (
  agent: Agent.Agent,
  on: Ipsx["on"],
  wish: Wish.Wish,
  signal: AbortSignal | undefined,
): Promise<Lease> => {
  signal?.throwIfAborted()
  const now = Math.floor(Date.now() / 1000) as Seconds
  const by = { owner: agent.options.signer.address, id: randomId(), nonce: nonce(), now }
  const request = Result.getOrThrowWith(Wish.request(wish, by), (bad) => bad)
  const found = find(agent, on, request, signal)
  await Effect.runPromise(Agent.order(agent, request)).catch(found.abandon)
  return found.lease
}

/** Waits for the deal that a request becomes, until its tunnel works. */
const find = (
  agent: Agent.Agent,
  on: Ipsx["on"],
  request: Order.Request,
  signal: AbortSignal | undefined,
) => {
  const { promise, resolve, reject } = Promise.withResolvers<Lease>()
  let deal: { readonly id: Id; readonly deal: Deal } | undefined
  const hears: Hears = { lost: () => {}, ended: () => {} }
  const abandon = (reason: unknown): void => {
    stopListening()
    settled()
    if (deal !== undefined) Agent.want(agent, deal.id, "Leave")
    reject(reason)
  }
  const nothing = (): void => abandon(new NothingFound({ request: request.id }))
  const timer = setTimeout(nothing, request.expiresAt * 1000 - Date.now() + 30_000)
  const abort = (): void => abandon(signal?.reason)
  signal?.addEventListener("abort", abort, { once: true })
  const settled = (): void => {
    clearTimeout(timer)
    signal?.removeEventListener("abort", abort)
  }
  const stopListening = on((event) => {
    if (event._tag === "Proposed" && event.deal.request === request.id) deal = event
    if (deal === undefined || !("id" in event) || event.id !== deal.id) return
    if (event._tag === "Attached") {
      // From now on the lease ends by its own `end`, whatever becomes of the signal.
      settled()
      resolve(leaseOf(agent, deal, event.attachment, hears))
    } else if (event._tag === "Silent") hears.lost()
    else if (event._tag === "Over") {
      const { paid, use } = event
      hears.lost()
      hears.ended({ paid, seconds: use.seconds, bytes: use.bytesUsed })
      stopListening()
      settled()
      reject(new NothingFound({ request: request.id }))
    }
  })
  return { lease: promise, abandon }
}

/** What the holder of a lease is told. */
interface Hears {
  lost: () => void
  ended: (ended: Ended) => void
}

const leaseOf = (
  agent: Agent.Agent,
  { id, deal }: { readonly id: Id; readonly deal: Deal },
  attachment: Tunnel.Attachment,
  hears: Hears,
): Lease => {
  const ended = new Promise<Ended>((resolve) => (hears.ended = resolve))
  const lost = new Promise<void>((resolve) => (hears.lost = resolve))
  const { offer } = agent.parties.get(id)!.began
  return {
    id,
    deal,
    address: Resource.addressOf(offer.resource, deal.firstSeat),
    country: offer.resource.country,
    attachment,
    lost,
    ended,
    end: () => {
      Agent.want(agent, id, "Leave")
      return ended
    },
    pause: () => Agent.want(agent, id, "Pause"),
    resume: () => Agent.want(agent, id, "Resume"),
  }
}

/** Base units as whole tokens, for people. */
export const tokens = Amount.format

export class NothingFound extends Schema.TaggedError<NothingFound>()("NothingFound", {
  request: Schema.String,
}) {
  override get message(): string {
    return `no offer became a lease for the request ${this.request}: a higher limit, other filters or more patience may help`
  }
}
