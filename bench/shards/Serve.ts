// A request in one shard, or in several that agree on it: exactly what one book would do.
import * as Book from "../../src/matching/book/Book.ts"
import * as Report from "../../src/matching/book/Report.ts"
import * as Trade from "../../src/matching/book/Trade.ts"
import type { Wish } from "../../src/matching/book/Wish.ts"
import * as Market from "../matching/Market.ts"
import * as Flow from "./Flow.ts"
import * as Meeting from "./Meeting.ts"

/** Seven numbers for each event: command, place in the command, and what `Report` says. */
export const logWidth = 7
export type Log = Array<number>

/** Events of one pick at most: a /24 cap can cut a piece into many runs, each with what is left around it. */
const withinMax = 4096

/** Writes down what the book reports; the n-th pick has the n-th of the ranks. */
const write = (
  { book, names }: Flow.Shard,
  log: Log,
  command: number,
  rankOf: (pick: number) => number,
): void => {
  const { report } = book
  let [pick, run, within] = [0, 0, -1]
  for (let at = 0; at < report.size; at += Report.width) {
    const [kind, offer, , first, seats, from, to] = report.list.subarray(at, at + Report.width)
    if (kind !== Report.kind.filled && kind !== Report.kind.discarded) continue
    within += 1
    if (kind === Report.kind.filled) {
      // The runs of a pick end where `chosen` says.
      for (; run >= book.chosen[pick * 3 + 2]!; within = 0) pick += 1
      run += 2
    }
    log.push(command, rankOf(pick) * withinMax + within, names[offer!]!, first!, seats!, from!, to!)
  }
  report.size = 0
}

export const alone = (shard: Flow.Shard, wish: Wish, command: number, log: Log): void => {
  Trade.serve(shard.book, wish)
  write(shard, log, command, (pick) => pick)
}

/** The offer of a command comes after its request. */
const afterAll = 1_000_000

export const add = (
  shard: Flow.Shard,
  offer: Market.Offer,
  name: number,
  command: number,
  log: Log,
): void => {
  Flow.add(shard, offer, name)
  write(shard, log, command, () => afterAll)
}

const probe = (shard: Flow.Shard, meeting: Meeting.Meeting, self: number, wish: Wish): void => {
  const { book, market } = shard
  const picks = Trade.choose(book, wish)
  book.report.size = 0
  Meeting.begin(meeting, self)
  let run = 0
  for (let at = 0; at < picks; at++) {
    const offer = book.pieces.rows[book.chosen[at * 3]! * 4 + 3]!
    let seats = 0
    for (; run < book.chosen[at * 3 + 2]!; run += 2) seats += book.search.runs.list[run + 1]!
    Meeting.offer(
      meeting,
      self,
      market.lots.prices[offer * 3]!,
      market.lots.sequence[offer]!,
      seats,
    )
  }
}

/** What each shard gives in one round: seats in all, and the rank of each of its picks. */
interface Share {
  seats: number
  readonly ranks: Array<number>
}

/** Picks in rank order until nothing is wanted; with a cap, only as long as one shard has the best. */
const decide = (
  meeting: Meeting.Meeting,
  among: ReadonlyArray<number>,
  wanted: number,
  rank: number,
  isCapped: boolean,
): { readonly shares: ReadonlyArray<Share>; readonly left: number; readonly rank: number } => {
  const shares = among.map((): Share => ({ seats: 0, ranks: [] }))
  const heads = among.map(() => 0)
  let [left, next, only] = [wanted, rank, -1]
  while (left > 0) {
    let best = -1
    for (const [at, shard] of among.entries()) {
      if (heads[at]! >= Meeting.count(meeting, shard)) continue
      const isBest =
        best < 0 || Meeting.isBefore(meeting, [shard, heads[at]!], [among[best]!, heads[best]!])
      if (isBest) best = at
    }
    if (best < 0 || (isCapped && only >= 0 && best !== only)) break
    only = best
    const seats = Math.min(left, Meeting.seats(meeting, among[best]!, heads[best]!))
    heads[best]! += 1
    shares[best]!.seats += seats
    shares[best]!.ranks.push(next++)
    left -= seats
  }
  return { shares, left, rank: next }
}

/**
 * What the report says that a request has been given, as in `Wish.had`. A book does not write that down for a request
 * that has all it asked for, and here it asks for no more than its share: only the shards know that it goes on.
 */
const given = ({ book, market: { lots } }: Flow.Shard): ReadonlyArray<number> => {
  const had: Array<number> = []
  const { list, size } = book.report
  for (let at = 0; at < size; at += Report.width) {
    const [kind, offer, , first, seats] = list.subarray(at, at + Report.width)
    if (kind !== Report.kind.filled) continue
    const place = Book.placeOf(book, lots.ware[offer!]!, lots.place[offer!]!)
    had.push(place, first!, first! + seats!, Market.networkOf(lots.owner[offer!]!))
  }
  return had
}

const roundsMax = 128

/**
 * The two phases over several shards: each says what it could give, then each takes its part. Caps on groups and
 * networks are counted over all shards, so with one the shards take turns.
 */
export const together = (
  shard: Flow.Shard,
  meeting: Meeting.Meeting,
  self: number,
  among: ReadonlyArray<number>,
  wish: Wish,
  command: number,
  log: Log,
): number => {
  const isCapped = wish.maxPerGroup < wish.addresses || wish.maxPerNetwork < wish.addresses
  const own = among.indexOf(self)
  let [rank, left, round] = [0, wish.remaining, 0]
  for (; left > 0 && round < roundsMax; round++) {
    const ticket = (command * roundsMax + round) * 2 + 1
    wish.remaining = left
    probe(shard, meeting, self, wish)
    Meeting.wait(meeting, self, among, ticket)
    const decision = decide(meeting, among, left, rank, isCapped)
    const isOver = decision.left === left
    const { seats, ranks } = decision.shares[own]!
    const before = wish.had.length
    if (seats > 0) {
      wish.remaining = seats
      Trade.serve(shard.book, wish)
      wish.had.splice(before, Infinity, ...given(shard))
      write(shard, log, command, (pick) => ranks[pick]!)
    }
    Meeting.tell(meeting, self, wish.had.slice(before))
    Meeting.wait(meeting, self, among, ticket + 1)
    if (isCapped)
      for (const other of among) if (other !== self) wish.had.push(...Meeting.heard(meeting, other))
    ;({ left, rank } = decision)
    if (isOver || !isCapped) break
  }
  wish.remaining = left
  return round + 1
}
