// Many addresses at a time, for a crawler or a reseller: so many in each country, renewed before they end, replaced when
// they fail. Whoever failed is not asked again for a while.
import type { Address } from "../model/Address.ts"
import * as Alarm from "./Alarm.ts"
import type { Ipsx, Lease } from "./Ipsx.ts"
import * as Listeners from "./Listeners.ts"
import { Stopped } from "./Stop.ts"
import type * as Wish from "./Wish.ts"

export interface Options {
  /** How many addresses in each country: `{ DE: 3, FR: 2 }`. */
  readonly countries: Readonly<Record<string, number>>
  /** What is wanted of each; the countries are the pool's. */
  readonly wish: Omit<Wish.Wish, "countries">
  readonly account?: string
  /** Closes it, like `close`. */
  readonly signal?: AbortSignal
  /** Seconds before the end of a lease at which the next one is rented; at most a third of the lease. */
  readonly renewBefore?: number
  /** Seconds for which a provider whose lease failed is left alone. */
  readonly shun?: number
  readonly heard?: (event: PoolEvent) => void
}

export type PoolEvent =
  | { readonly _tag: "Rented"; readonly country: string; readonly lease: Lease }
  | { readonly _tag: "Renewed"; readonly country: string; readonly lease: Lease }
  | { readonly _tag: "FailedOver"; readonly country: string; readonly from: Lease }
  | { readonly _tag: "Missing"; readonly country: string; readonly reason: string }

export interface Pool {
  /** The leases that work now. */
  readonly leases: () => ReadonlyArray<Lease>
  /** One of them, each in turn; of one country if it is named. Undefined when there is none. */
  readonly next: (country?: string) => Lease | undefined
  /** Resolves when every place has been tried once: filled, or found empty. */
  readonly ready: Promise<void>
  /** Ends all leases and pays for them. */
  readonly close: () => Promise<void>
}

interface Place {
  readonly country: string
  lease: Lease | undefined
}

const retryMs = 2000
const placesMax = 1000

/**
 * Fills and keeps a pool.
 *
 * @example
 * const pool = Pool.open(ipsx, { countries: { DE: 3, FR: 2 }, wish: { seconds: 600, limit: "1" } })
 * await pool.ready
 * const lease = pool.next("DE")
 */
export const open = (ipsx: Ipsx, options: Options): Pool => {
  const controller = new AbortController()
  const { signal } = controller
  const abort = (): void => controller.abort(options.signal?.reason)
  options.signal?.addEventListener("abort", abort, { signal })
  if (options.signal?.aborted === true) abort()
  const places = Object.entries(options.countries)
    .flatMap(([country, count]) =>
      Array.from({ length: count }, (): Place => ({ country, lease: undefined })),
    )
    .slice(0, placesMax)
  const shunned = new Map<Address, number>()
  const ending = new Set<Promise<unknown>>()
  const heard = Listeners.careful(options.heard ?? (() => {}), ({ message }) =>
    ipsx.agent.options.heard({ _tag: "Trouble", message }),
  )
  const state: State = { ipsx, options, heard, signal, abort, shunned, ending }
  const kept: Array<Promise<void>> = []
  const tried = places.map((place) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    kept.push(keep(state, place, resolve))
    return promise
  })
  let turn = 0
  const working = (country?: string) =>
    places.flatMap(({ country: of, lease }) =>
      lease === undefined || (country !== undefined && of !== country) ? [] : [lease],
    )
  return {
    leases: () => working(),
    next: (country) => {
      const some = working(country)
      return some.length === 0 ? undefined : some[turn++ % some.length]
    },
    ready: Promise.all(tried).then(() => {}),
    close: async () => {
      controller.abort(new Error("the pool is closed"))
      // A lease may come at this very moment: it is left as well.
      await Promise.all(kept)
      await Promise.all(ending)
    },
  }
}

interface State {
  readonly ipsx: Ipsx
  readonly options: Options
  readonly heard: (event: PoolEvent) => void
  readonly signal: AbortSignal
  readonly abort: () => void
  readonly shunned: Map<Address, number>
  /** Leases that have been left and are not paid yet. */
  readonly ending: Set<Promise<unknown>>
}

/** Ends a lease; the pool's own end waits for it, unless its provider is gone: that is the chain's to decide then. */
const leave = ({ ending }: State, lease: Lease): void => {
  const over = Promise.race([lease.lost, lease.end()])
  ending.add(over)
  void over.then(() => ending.delete(over))
}

/** Resolves when an alarm has rung, or the pool is closed. */
const wait = (alarm: (ring: () => void) => Alarm.Disarm, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = (): void => {
      disarm()
      signal.removeEventListener("abort", done)
      resolve()
    }
    const disarm = alarm(done)
    return signal.addEventListener("abort", done)
  })

const rent = async (state: State, { country }: Place): Promise<Lease | undefined> => {
  const { ipsx, options, heard, signal, shunned } = state
  const now = Date.now()
  for (const [provider, until] of shunned) if (until <= now) shunned.delete(provider)
  const notProviders = [...(options.wish.notProviders ?? []), ...shunned.keys()].slice(0, 64)
  try {
    return await ipsx.rent(
      { ...options.wish, countries: [country], notProviders },
      { signal, ...(options.account === undefined ? {} : { account: options.account }) },
    )
  } catch (cause) {
    if (cause instanceof Stopped) state.abort()
    heard({ _tag: "Missing", country, reason: (cause as Error).message })
    return undefined
  }
}

/** Keeps one place filled until the pool is closed, and leaves what it has then. */
const keep = async (state: State, place: Place, tried: () => void): Promise<void> => {
  const { options, heard, signal, shunned } = state
  const { renewBefore = 10, shun = 300 } = options
  let before: Lease | undefined
  while (!signal.aborted) {
    const lease = await rent(state, place)
    tried()
    if (lease === undefined) {
      await wait((ring) => Alarm.after(retryMs, ring), signal)
      continue
    }
    place.lease = lease
    void lease.lost.then(() => {
      if (place.lease === lease) place.lease = undefined
    })
    heard({ _tag: before === undefined ? "Rented" : "Renewed", country: place.country, lease })
    // The next lease works before the last one is left.
    if (before !== undefined) leave(state, before)
    const { start, end } = lease.deal
    const early = Math.min(renewBefore, (end - start) / 3)
    const failed = await Promise.race([
      lease.lost.then(() => true),
      wait((ring) => Alarm.at((end - early) * 1000, ring), signal).then(() => false),
    ])
    before = failed ? undefined : lease
    if (failed && !signal.aborted) {
      void lease.end()
      shunned.set(lease.deal.provider, Date.now() + shun * 1000)
      heard({ _tag: "FailedOver", country: place.country, from: lease })
    }
  }
  place.lease = undefined
  if (before !== undefined) leave(state, before)
}
