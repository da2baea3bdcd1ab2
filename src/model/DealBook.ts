// The paper's deal book: who has a deal with whom, on which terms, in which status. Owned and mutable, with
// the number of deals in each status at hand.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "./Address.ts"
import type { Deal } from "./Deal.ts"
import * as Id from "./Id.ts"
import { dealStatuses, type DealStatus } from "./Status.ts"

/** One record of the book, as the paper lists it. */
export interface Entry {
  readonly id: Id.Id
  readonly providerId: Address
  readonly requesterId: Address
  readonly deal: Deal
  readonly status: DealStatus
}

type Written = Entry & { status: DealStatus }

export interface DealBook {
  readonly entries: Map<Id.Id, Written>
  readonly counts: Record<DealStatus, number>
}

export const make = (): DealBook => ({
  entries: new Map(),
  counts: Object.fromEntries(dealStatuses.map((status) => [status, 0])) as Record<
    DealStatus,
    number
  >,
})

/** Writes a deal down, Proposed unless it says otherwise; an id stands in the book once. */
export const add = (
  book: DealBook,
  id: Id.Id,
  deal: Deal,
  status: DealStatus = "Proposed",
): Result.Result<Entry, DealExists> => {
  if (book.entries.has(id)) return Result.fail(new DealExists({ id }))
  const entry = { id, providerId: deal.provider, requesterId: deal.requester, deal, status }
  book.entries.set(id, entry)
  shift(book, status, 1)
  return Result.succeed(entry)
}

/** Writes down the status that the agreement has reached. */
export const setStatus = (
  book: DealBook,
  id: Id.Id,
  status: DealStatus,
): Result.Result<Entry, UnknownDeal> => {
  const entry = book.entries.get(id)
  if (entry === undefined) return Result.fail(new UnknownDeal({ id }))
  shift(book, entry.status, -1)
  shift(book, status, 1)
  entry.status = status
  return Result.succeed(entry)
}

/** Closes the record of a deal that nothing can happen to any more; it goes on being counted. */
export const forget = (book: DealBook, id: Id.Id): void => void book.entries.delete(id)

export const get = (book: DealBook, id: Id.Id): Entry | undefined => book.entries.get(id)

export const count = (book: DealBook, status: DealStatus): number => book.counts[status]

/** How many deals stand in each status, every status named. */
export const byStatus = (book: DealBook): Readonly<Record<DealStatus, number>> => ({
  ...book.counts,
})

/** A deal that is not written down one by one, because it is short, comes to a status or leaves it. */
export const shift = (book: DealBook, status: DealStatus, by: number): void => {
  book.counts[status] += by
}

export class DealExists extends Schema.TaggedError<DealExists>()("DealExists", { id: Id.Id }) {
  override get message(): string {
    return `deal ${this.id} stands in the book already`
  }
}

export class UnknownDeal extends Schema.TaggedError<UnknownDeal>()("UnknownDeal", { id: Id.Id }) {
  override get message(): string {
    return `the book has no deal ${this.id}`
  }
}
