// What of a journal is still needed: a deal that needs nothing more, an order that nothing comes of, and whatever counts only
// until it is said anew, are dropped when the journal is made smaller. Pure.
import * as Id from "../model/Id.ts"
import type * as Recording from "./Recording.ts"

/** Seconds for which an order that has expired is remembered: no deal of it can begin any more. */
const rememberedFor = 86_400

/** Orders that were withdrawn, or have expired and have no deal that still needs them. */
const forgotten = (
  entries: ReadonlyArray<Recording.Entry>,
  closed: ReadonlySet<Id.Id>,
  now: number,
): ReadonlySet<Id.Id> => {
  const needed = new Set(
    entries.flatMap((e) =>
      e._tag === "Began" && !closed.has(e.id) ? [e.offer.id, e.request.id] : [],
    ),
  )
  return new Set(
    entries.flatMap((e) => {
      if (e._tag === "Withdrew") return [e.order]
      if (e._tag !== "Ordered" || needed.has(e.order.id)) return []
      return e.order.expiresAt + rememberedFor < now ? [e.order.id] : []
    }),
  )
}

/** Without the deals that need nothing more and the orders that nothing comes of, and without all but the last of what only the last counts. */
export const of = (
  entries: ReadonlyArray<Recording.Entry>,
  now: number,
): ReadonlyArray<Recording.Entry> => {
  const closed = new Set(entries.flatMap((e) => (e._tag === "Closed" ? [e.id] : [])))
  const moved = new Set(entries.flatMap((e) => (isMove(e) && e._tag === "Done" ? [e.n] : [])))
  const gone = forgotten(entries, closed, now)
  const newest = newestOf(entries)
  const followed = entries.findLast(({ _tag }) => _tag === "Followed")
  return entries.filter((entry) =>
    isMove(entry)
      ? !moved.has(entry.n)
      : entry._tag === "Followed"
        ? entry === followed
        : entry._tag === "Ordered"
          ? !gone.has(entry.order.id) || entry === newest
          : entry._tag === "Took"
            ? !gone.has(entry.order)
            : entry._tag === "Withdrew"
              ? entry.order === newest?.order.id
              : !("id" in entry) || !closed.has(entry.id),
  )
}

/** The order with the highest number is remembered whatever became of it: the next one's is above it. */
const newestOf = (entries: ReadonlyArray<Recording.Entry>): Recording.Of<"Ordered"> | undefined =>
  entries.reduce<Recording.Of<"Ordered"> | undefined>(
    (most, entry) =>
      entry._tag === "Ordered" && entry.order.nonce > (most?.order.nonce ?? -1) ? entry : most,
    undefined,
  )

/** What concerns tokens that go in or out of the wallet, and no deal. */
const isMove = (entry: Recording.Entry): entry is Recording.Of<"Moved" | "Signed" | "Done"> =>
  entry._tag === "Moved" ||
  ((entry._tag === "Signed" || entry._tag === "Done") && entry.id === Id.zero)
