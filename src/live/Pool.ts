// Many addresses at a time, for a crawler or a reseller: so many in each country, renewed before they end, replaced when
// they fail. Whoever failed is not asked again for a while.
import type { Address } from "../model/Address.ts"
import type { Ipsx, Lease } from "./Ipsx.ts"
import type * as Wish from "./Wish.ts"

export interface Options {
  /** How many addresses in each country: `{ DE: 3, FR: 2 }`. */
  readonly countries: Readonly<Record<string, number>>
  /** What is wanted of each; the countries are the pool's. */
  readonly wish: Omit<Wish.Wish, "countries">
  readonly account?: string
  readonly signal?: AbortSignal
  /** Seconds before the end of a lease at which the next one is rented. */
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
  options.signal?.addEventListener("abort", () => controller.abort(options.signal!.reason))
  const places = Object.entries(options.countries)
    .flatMap(([country, count]) =>
      Array.from({ length: count }, (): Place => ({ country, lease: undefined })),
    )
    .slice(0, placesMax)
  const shunned = new Map<Address, number>()
  const state: State = { ipsx, options, signal, shunned }
  const tried = places.map((place) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    void keep(state, place, resolve)
    return promise
  })
  const ended = new Set<Promise<unknown>>()
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
      for (const lease of working()) ended.add(lease.end())
      await Promise.all(ended)
    },
  }
}

interface State {
  readonly ipsx: Ipsx
  readonly options: Options
  readonly signal: AbortSignal
  readonly shunned: Map<Address, number>
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener("abort", done)
      resolve()
    }
    signal.addEventListener("abort", done)
  })

const rent = async (state: State, { country }: Place): Promise<Lease | undefined> => {
  const { ipsx, options, signal, shunned } = state
  const now = Date.now()
  for (const [provider, until] of shunned) if (until <= now) shunned.delete(provider)
  const notProviders = [...(options.wish.notProviders ?? []), ...shunned.keys()].slice(0, 64)
  try {
    return await ipsx.rent(
      { ...options.wish, countries: [country], notProviders },
      { signal, ...(options.account === undefined ? {} : { account: options.account }) },
    )
  } catch (cause) {
    options.heard?.({ _tag: "Missing", country, reason: (cause as Error).message })
    return undefined
  }
}

/** Keeps one place filled until the pool is closed. */
const keep = async (state: State, place: Place, tried: () => void): Promise<void> => {
  const { options, signal, shunned } = state
  const { renewBefore = 10, shun = 300, heard } = options
  let before: Lease | undefined
  while (!signal.aborted) {
    const lease = await rent(state, place)
    tried()
    if (lease === undefined) {
      await sleep(retryMs, signal)
      continue
    }
    place.lease = lease
    heard?.({ _tag: before === undefined ? "Rented" : "Renewed", country: place.country, lease })
    // The next lease works before the last one is left.
    if (before !== undefined) void before.end()
    const untilRenewal = Math.max(0, lease.deal.end * 1000 - Date.now() - renewBefore * 1000)
    const failed = await Promise.race([
      lease.ended.then(() => true),
      sleep(untilRenewal, signal).then(() => false),
    ])
    before = failed ? undefined : lease
    if (failed && !signal.aborted) {
      place.lease = undefined
      shunned.set(lease.deal.provider, Date.now() + shun * 1000)
      heard?.({ _tag: "FailedOver", country: place.country, from: lease })
    }
  }
}
