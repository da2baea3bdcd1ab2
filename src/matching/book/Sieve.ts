// The sieve of a search by one price, over neighbouring entries at a time (IPSX-MAT-016).
import type { Ladder } from "./Ladder.ts"
import * as Mark from "./Mark.ts"
import * as Row from "./Row.ts"
import * as Shelf from "./Shelf.ts"
import * as Wish from "./Wish.ts"

/** Keeps the entries of a stretch that pass the sieve, as the hits of a cursor; whether there are any. */
export const find = (ladder: Ladder, cursor: number, from: number, to: number): boolean => {
  const { hits, end } = ladder
  const { marks, words, traits } = ladder.shelf
  const { bits, coarseRating, coarseLease, coarseQuality } = ladder.wish!
  const first = cursor * Shelf.span
  let passed = first
  for (let at = from; at < to; at++) {
    const mark = marks[at]!
    if (
      (mark & bits) === bits &&
      Mark.ratingIn(mark) >= coarseRating &&
      Mark.leaseIn(mark) <= coarseLease &&
      Mark.qualityIn(mark) >= coarseQuality
    )
      hits[passed++] = at
  }
  // PERF: one record and trait after the other would be waited for one after the other; nobody waits for these.
  let last = first
  let touched = 0
  for (let hit = first; hit < passed; hit++) {
    const at = hits[hit]!
    if (words[at * 4 + 2]! < end) continue
    hits[last++] = at
    touched += traits[at * Row.traits]!
  }
  ladder.touched = touched
  if ((ladder.indexes[cursor]! & 1) === 1) last = startable(ladder, first, last)
  ladder.froms[cursor] = first
  ladder.tos[cursor] = last
  return last > first
}

// Of hits among what can be used later, those in which a lease fits.
const startable = (ladder: Ladder, first: number, last: number): number => {
  const { pieces, shelf, hits, now } = ladder
  let kept = first
  for (let hit = first; hit < last; hit++) {
    const at = hits[hit]!
    const begins = pieces.rows[Shelf.slotAt(shelf, at) * Row.width + Row.field.from]!
    if (!Number.isNaN(Wish.start(ladder.wish!, begins, Shelf.endAt(shelf, at), now)))
      hits[kept++] = at
  }
  return kept
}
