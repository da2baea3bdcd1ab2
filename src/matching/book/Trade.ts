// One request against the free capacity: choose the best pieces, then take them all or none; and new capacity shown
// to the requests that wait (IPSX-MAT-005, IPSX-MAT-007, IPSX-MAT-009).
import * as Book from "./Book.ts"
import * as Frontier from "./Frontier.ts"
import * as Ladder from "./Ladder.ts"
import * as Leases from "./Leases.ts"
import * as Row from "./Row.ts"
import * as Pieces from "./Pieces.ts"
import * as Report from "./Report.ts"
import * as Seats from "./Seats.ts"
import * as Shelf from "./Shelf.ts"
import * as Tally from "./Tally.ts"
import * as Waiting from "./Waiting.ts"
import * as Ware from "./Ware.ts"
import * as Wish from "./Wish.ts"

/** Gives a request what the book has for it, cheapest first; how many addresses it got. */
export const serve = (book: Book.Book, wish: Wish.Wish): number => {
  const pieces = choose(book, wish)
  const before = wish.remaining
  const { list, size } = book.search.runs
  let found = 0
  for (let at = 1; at < size; at += 2) found += list[at]!
  // Nobody asks what a request has had that has everything.
  const isLast = found === before
  let run = 0
  for (let at = 0; at < pieces * 3; at += 3) {
    const end = book.chosen[at + 2]!
    take(book, wish, isLast, book.chosen[at]!, book.chosen[at + 1]!, run, end)
    run = end
  }
  if (wish.remaining === 0)
    Report.add(book.report, Report.kind.completed, -1, wish.number, 0, 0, 0, 0)
  return before - wish.remaining
}

/**
 * Fills `book.chosen` with the best pieces for a request and `book.search.runs` with their seats, and changes
 * nothing else; how many pieces.
 */
export const choose = (book: Book.Book, wish: Wish.Wish): number => {
  const { search, pieces, ladder, frontier, rules, now } = book
  const least = Math.min(wish.minimum, wish.remaining)
  const isMixed = begin(book, wish)
  search.runs.size = 0
  Tally.begin(search.tally, book.places, wish)
  const asksWares = Wish.asksWares(pieces, wish)
  let wanted = wish.remaining
  let chosen = 0
  let tries = 0
  for (; wanted > 0 && tries < rules.triesMax; tries++) {
    const at = isMixed ? Frontier.next(frontier) : Ladder.next(ladder)
    if (at < 0) break
    const { shelf } = isMixed ? pieces : ladder
    const ware = shelf.traits[at * Row.traits + Row.trait.ware]!
    const isSure = !asksWares && ware < Row.special && Wish.isSurelyGood(wish, shelf.marks[at]!)
    if (!isSure && !Wish.suits(pieces, wish, Row.wareOf(ware))) continue
    const seats = Seats.choose(search, wish, shelf, at, wanted)
    if (seats === 0) continue
    const slot = Shelf.slotAt(shelf, at)
    if (chosen * 3 === book.chosen.length) book.chosen = Shelf.longer(book.chosen, chosen * 6)
    book.chosen[chosen * 3] = slot
    book.chosen[chosen * 3 + 1] = wish.isNow ? now : startOf(book, wish, slot)
    book.chosen[chosen * 3 + 2] = search.runs.size
    chosen++
    wanted -= seats
  }
  const isCut = isMixed ? Frontier.isExhausted(frontier) : Ladder.isExhausted(ladder)
  if (wanted > 0 && (tries === rules.triesMax || isCut))
    Report.add(book.report, Report.kind.exhausted, -1, wish.number, 0, chosen, 0, 0)
  return wish.remaining - wanted >= least ? chosen : 0
}

const startOf = ({ pieces, now }: Book.Book, wish: Wish.Wish, slot: number): number =>
  Math.max(now, pieces.rows[slot * Row.width + Row.field.from]!, wish.windowFrom)

// Begins a search over the cells that the request names, or among the providers that it allows; whether it is one for
// several prices.
const begin = (book: Book.Book, wish: Wish.Wish): boolean => {
  const { pieces, ladder, frontier, now, rules, keeper } = book
  const allowed = wish.provider?.allow
  if (allowed) {
    Frontier.beginAmong(frontier, wish, now, keeper.offersOf(allowed))
    return true
  }
  const { sizes, extras } = pieces.shelf
  let total = 0
  let mixed = 0
  for (let types = wish.classes; types !== 0; types &= types - 1) {
    const type = 31 - Math.clz32(types & -types)
    for (let later = 0; later <= (wish.isNow ? 0 : 1); later++) {
      if (wish.countries.length === 0) {
        total += pieces.counts[type * 2 + later]!
        mixed += pieces.mixed[type * 2 + later]!
        continue
      }
      for (const country of wish.countries) {
        const key = (country * 12 + type) * 2 + later
        total += sizes[key] ?? 0
        if (extras.length > 0) mixed += pieces.cells[key]?.mixed ?? 0
      }
    }
  }
  const budget = { scanMax: rules.scanMax, total }
  if (mixed > 0) Frontier.begin(frontier, wish, now, budget)
  else Ladder.begin(ladder, wish, now, budget)
  return mixed > 0
}

const lot = Pieces.emptyLot()

// A run after the first lies above it, and seats above a run keep their whole time, so the rest of the piece that
// later runs are cut from is always what lies above (IPSX-MAT-011).
const take = (
  book: Book.Book,
  wish: Wish.Wish,
  isLast: boolean,
  slot: number,
  start: number,
  fromRun: number,
  toRun: number,
): void => {
  const { pieces, search, leases, report, now, keeper } = book
  const { rows } = pieces
  const end = start + wish.duration
  const at = Pieces.entryOf(pieces, slot)
  Pieces.lotOf(pieces, at, lot)
  const row = slot * Row.width
  const from = Math.max(rows[row + Row.field.from]!, now)
  const to = Shelf.endAt(pieces.shelf, at)
  const lowest = rows[row + Row.field.first]!
  const above = lowest + Pieces.seatsAt(pieces, at)
  let first = lowest
  const ware = lot.ware * Ware.width
  const owner = pieces.wares.rows[ware + Ware.field.owner]!
  const place = Book.placeOf(book, lot.ware, lot.place)
  const { offer } = lot
  const resource = keeper.resource(offer)
  Pieces.remove(pieces, slot, at)
  for (let run = fromRun; run < toRun; run += 2) {
    const seat = lowest + search.runs.list[run]!
    const seats = search.runs.list[run + 1]!
    Report.add(report, Report.kind.filled, offer, wish.number, seat, seats, start, end)
    wish.remaining -= seats
    if (!isLast) remember(book, wish, place, seat, seats)
    Leases.sweep(leases, now)
    Leases.add(leases, owner, place, resource, seat, seats, start, end)
    if (from < start) Book.addFree(book, lot, seat, seats, from, start)
    if (end < to) Book.addFree(book, lot, seat, seats, end, to)
    if (first < seat) Book.addFree(book, lot, first, seat - first, from, to)
    first = seat + seats
    if (run + 2 === toRun && first < above) Book.addFree(book, lot, first, above - first, from, to)
  }
}

// What a request has had is looked up again only when it searches again.
const remember = (
  book: Book.Book,
  wish: Wish.Wish,
  place: number,
  seat: number,
  seats: number,
): void => {
  const { wares } = book.pieces
  const ware = lot.ware * Ware.width
  const concurrency = wares.rows[ware + Ware.field.concurrency]!
  const network = wares.rows[ware + Ware.field.network]! >>> 0
  if (concurrency === 1) {
    wish.had.push(place, seat, seat + seats, network)
    return
  }
  for (let at = seat; at < seat + seats; at++) {
    const address = Math.floor(at / concurrency)
    wish.had.push(place, address, address + 1, network)
  }
}

/** Serves the resting requests that new capacity of an offer is good for, the best first (IPSX-MAT-007). */
export const show = (book: Book.Book, offer: number): void => {
  const { waiting, pieces, rules, report } = book
  if (Pieces.countOf(pieces, offer) === 0 || Waiting.isEmpty(waiting)) return
  const supply = supplyOf(book, offer)
  const end = Waiting.cut(waiting, Math.floor(supply.lot.kind / 12), rules.scanMax)
  let inVain = 0
  let served = 0
  let next = Waiting.after(waiting, supply, undefined, end)
  for (let wish = next(); wish !== undefined; wish = next()) {
    if (!canStart(book, offer, wish)) continue
    if (inVain === rules.callsMax) {
      Report.add(report, Report.kind.unshown, offer, -1, 0, served, 0, 0)
      return
    }
    if (serve(book, wish) === 0) inVain++
    else {
      served++
      measure(book, offer, supply)
    }
    if (wish.remaining === 0) Waiting.remove(waiting, wish)
    if (Pieces.countOf(pieces, offer) === 0) return
    if (wish.remaining === 0) next = Waiting.after(waiting, supply, wish, end)
  }
  if (end !== undefined && supply.isWithinLimits(end))
    Report.add(report, Report.kind.unshown, offer, -1, 0, served, 0, 0)
}

const canStart = (book: Book.Book, offer: number, wish: Wish.Wish): boolean => {
  const { pieces, now } = book
  for (const slot of Pieces.of(pieces, offer)) {
    const from = pieces.rows[slot * Row.width + Row.field.from]!
    if (!Number.isNaN(Wish.start(wish, from, Pieces.endOf(pieces, slot), now))) return true
  }
  return false
}

const supplyOf = (book: Book.Book, offer: number): Waiting.Supply => {
  const { pieces, keeper } = book
  const lot = keeper.lot(offer)
  const { rows } = pieces.wares
  const ware = lot.ware * Ware.width
  const supply: Waiting.Supply = {
    lot,
    owner: rows[ware + Ware.field.owner]!,
    rating: Ware.ratingIn(rows[ware + Ware.field.quality]!),
    quality: rows[ware + Ware.field.quality]! & 0xffff,
    bandwidth: rows[ware + Ware.field.bandwidth]! >>> 0,
    minLease: rows[ware + Ware.field.minLease]!,
    longest: 0,
    longestNow: 0,
    admission: pieces.wares.admissions[lot.ware]!,
    isWithinLimits: lot.isMixed
      ? (wish) => keeper.isWithinLimits(offer, wish.number)
      : (wish) => lot.perSecond <= wish.perSecondMax,
  }
  measure(book, offer, supply)
  return supply
}

// For how long there is room.
const measure = ({ pieces, now }: Book.Book, offer: number, supply: Waiting.Supply): void => {
  supply.longest = 0
  supply.longestNow = 0
  for (const slot of Pieces.of(pieces, offer)) {
    const from = pieces.rows[slot * Row.width + Row.field.from]!
    const length = Pieces.endOf(pieces, slot) - Math.max(now, from)
    if (length > supply.longest) supply.longest = length
    if (from <= now && length > supply.longestNow) supply.longestNow = length
  }
}

/**
 * Time passes: what has become too short is accounted for, and what begins is shown to the requests, offer by offer
 * in the order of their sequence (IPSX-MAT-012, IPSX-MAT-014).
 */
export const advance = (book: Book.Book, now: number): void => {
  book.now = now
  const { pieces, keeper, report } = book
  const { lapsed, begun } = Pieces.advance(pieces, now)
  for (const slot of lapsed.sort((a, b) => (Pieces.isBefore(pieces, a, b) ? -1 : 1))) {
    const row = slot * Row.width
    const { rows } = pieces
    const offer = rows[row + Row.field.offer]!
    const first = rows[row + Row.field.first]!
    const at = Pieces.entryOf(pieces, slot)
    const seats = Pieces.seatsAt(pieces, at)
    const from = Math.max(rows[row + Row.field.from]!, now)
    const to = Shelf.endAt(pieces.shelf, at)
    Pieces.remove(pieces, slot, at)
    if (from < to) Report.add(report, Report.kind.discarded, offer, -1, first, seats, from, to)
  }
  if (Waiting.isEmpty(book.waiting)) return
  const offers = [...new Set(begun)].sort((a, b) => keeper.lot(a).sequence - keeper.lot(b).sequence)
  for (const offer of offers) show(book, offer)
}
