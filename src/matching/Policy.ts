// What a matching policy is: a name, and a state of its own that commands change and that answers with events
// (IPSX-MAT-001). Nothing else goes in: no clock, no randomness.
import type { Address } from "../model/Address.ts"
import type { Id } from "../model/Id.ts"
import type * as OrderBook from "../model/OrderBook.ts"
import type { Entry } from "../model/OrderBook.ts"
import type * as Order from "../model/Order.ts"
import type { Resource } from "../model/Resource.ts"
import type { Rectangle } from "./Capacity.ts"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import type { Tally } from "./Resting.ts"

/** The book's rules, and how far a search goes. */
export interface Rules extends OrderBook.Rules {
  /** How many pieces a search for a request may look at, and how many requests one for an offer (IPSX-MAT-016). */
  readonly scanMax: number
  /** How many pieces that suit a search may try, whether or not the caps let it take them (IPSX-MAT-016). */
  readonly triesMax: number
  /** How many requests that then take nothing may be shown an offer's new capacity (IPSX-MAT-017). */
  readonly callsMax: number
}

/**
 * The limits of an ordinary book: a million orders, 65,536 of one owner, searches of 65,536 pieces of which 1024 are
 * tried, and new capacity that is shown to 64 requests in vain: a search that nothing serves ends within some two
 * milliseconds (docs/performance.md).
 */
export const rules = (
  parameters: Pick<Rules, "minLease" | "maxLease" | "bookAheadMax" | "maxSeats">,
): Rules => ({
  minLease: parameters.minLease,
  maxLease: parameters.maxLease,
  bookAheadMax: parameters.bookAheadMax,
  maxSeats: parameters.maxSeats,
  ordersMax: 2 ** 20,
  ordersPerOwnerMax: 2 ** 16,
  scanMax: 2 ** 16,
  triesMax: 1024,
  callsMax: 64,
})

/** Everything that decides what happens next, as plain values. */
export interface Snapshot {
  readonly now: number
  readonly sequence: number
  readonly offers: ReadonlyArray<{
    readonly entry: Entry<Order.Offer>
    readonly pieces: ReadonlyArray<Rectangle>
  }>
  readonly requests: ReadonlyArray<{
    readonly entry: Entry<Order.Request>
    readonly remaining: number
    readonly tally: Tally
  }>
  readonly leases: ReadonlyArray<{
    readonly owner: Address
    readonly resource: Resource
    readonly rectangles: ReadonlyArray<Rectangle>
  }>
  readonly ended: ReadonlyArray<readonly [Id, number]>
  readonly minimumNonces: ReadonlyArray<readonly [Address, number]>
  /** The requests that a policy in batches has not served yet (IPSX-MAT-018). */
  readonly collected?: ReadonlyArray<Command>
}

export interface Matching {
  readonly apply: (command: Command) => ReadonlyArray<Event>
  readonly snapshot: () => Snapshot
}

export interface Policy {
  readonly name: string
  /** An empty market at a moment. */
  readonly open: (rules: Rules, now: number) => Matching
  /** A market as it was; it goes on as if nothing had happened. */
  readonly restore: (rules: Rules, snapshot: Snapshot) => Matching
}
