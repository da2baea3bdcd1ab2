// What the book of integers promises about itself, looked at from outside: that lists are in order, that summaries promise
// neither too little nor, as long as nothing was taken out, too much, and that what is counted is there. An answer can
// be right while these are wrong, only slower, and wrong later.
import { isDeepStrictEqual } from "node:util"
import type * as Book from "../../../src/matching/book/Book.ts"
import * as Budget from "../../../src/matching/book/Budget.ts"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"
import type * as Wheel from "../../../src/matching/book/Wheel.ts"
import * as Zone from "../../../src/matching/book/Zone.ts"

export class Problems extends Array<string> {
  /** Notes what does not hold. */
  holds(isGood: boolean, what: () => string): void {
    if (!isGood && this.length < 20) this.push(what())
  }

  same(actual: unknown, expected: unknown, what: string): void {
    this.holds(
      actual === expected || isDeepStrictEqual(actual, expected),
      () => `${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`,
    )
  }
}

const blocksOf = ({ blocks, size }: Shelf.Cell): ReadonlyArray<number> => [
  ...blocks.subarray(0, size),
]

/** The places of a block's entries. */
const placesOf = ({ counts }: Shelf.Shelf, block: number): ReadonlyArray<number> =>
  Array.from({ length: counts[block]! }, (_, n) => block * Shelf.span + n)

/** The places of a list's entries in the order of rank, whatever order they lie in. */
const ranked = (shelf: Shelf.Shelf, cells: ReadonlyArray<Shelf.Cell>): Array<number> =>
  cells
    .flatMap((cell) => blocksOf(cell).flatMap((block) => placesOf(shelf, block)))
    .sort((a, b) => (a === b ? 0 : Shelf.isLess(shelf, a, b) ? -1 : 1))

/** A shelf and all the lists in it. */
const shelf = (shelf: Shelf.Shelf, cells: ReadonlyArray<Shelf.Cell>, to: Problems): void => {
  for (const cell of cells) {
    const blocks = blocksOf(cell)
    const name = `list ${cell.key}`
    to.same(
      cell.count,
      blocks.reduce((sum, block) => sum + shelf.counts[block]!, 0),
      name,
    )
    to.same(shelf.sizes[cell.key], cell.count, `${name}: its size in the directory`)
    to.same(shelf.heads[cell.key], blocks[0] ?? -1, `${name}: its head in the directory`)
    if (blocks.length > 0) to.same(shelf.bests[cell.key], cell.firsts[0], `${name}: its best key`)
    const order = ranked(shelf, [cell])
    let passed = 0
    for (const [index, block] of blocks.entries()) {
      to.holds(shelf.cells[block] === cell, () => `${name}: block ${block} is of another list`)
      to.same(shelf.nexts[block], blocks[index + 1] ?? -1, `${name}: after block ${block}`)
      const places = placesOf(shelf, block)
      const mine = order.slice(passed, passed + places.length)
      passed += places.length
      to.holds(
        mine.every((at) => Shelf.blockAt(at) === block),
        () => `${name}: block ${block}`,
      )
      const kept = places.slice(1, Math.min(shelf.loose[block]!, places.length))
      to.holds(
        kept.every((at) => Shelf.isLess(shelf, at - 1, at)),
        () => `${name}: what is kept in order in block ${block}`,
      )
      const first = cell.firsts[index]!
      to.holds(first <= Shelf.keyAt(shelf, mine[0]!), () => `${name}: the first of block ${block}`)
      if (index === 0) to.same(first, Shelf.keyAt(shelf, mine[0]!), `${name}: its first key`)
      else {
        const before = order[passed - places.length - 1]!
        to.holds(
          Shelf.keyAt(shelf, before) <= first,
          () => `${name}: a first below the block before`,
        )
      }
    }
  }
  const used = cells.reduce((sum, { size }) => sum + size, 0)
  to.same(shelf.used - shelf.spare.length, used, "blocks in use")
}

/** The timers of a wheel, as moment and id. */
const timers = ({ heads, nexts, ids, dues }: Wheel.Wheel): Set<string> => {
  const found = new Set<string>()
  for (const head of heads)
    for (let node = head; node >= 0; node = nexts[node]!) found.add(`${dues[node]} ${ids[node]}`)
  return found
}

const piece = ({ pieces, keeper, now }: Book.Book, at: number, to: Problems): void => {
  const { shelf, rows, wares } = pieces
  const slot = Shelf.slotAt(shelf, at)
  const row = slot * Row.width
  const offer = rows[row + Row.field.offer]!
  const first = rows[row + Row.field.first]!
  const lot = keeper.lot(offer)
  const key = shelf.cells[Shelf.blockAt(at)]!.key
  const trait = at * Row.traits
  const ware = shelf.traits[trait + Row.trait.ware]!
  const name = `piece ${slot}`
  to.same(Shelf.blockAt(rows[row + Row.field.at]!), Shelf.blockAt(at), `${name}: its block`)
  to.same(key, lot.kind * 2 + (rows[row + Row.field.from]! > now ? 1 : 0), `${name}: its list`)
  to.same([Shelf.keyAt(shelf, at), shelf.marks[at]], [lot.reference, lot.mark], `${name}: its key`)
  to.same(Row.wareOf(ware), lot.ware, `${name}: its ware`)
  const isUsual = ware < Row.special
  const of = (field: number) => wares.rows[lot.ware * Ware.width + field]!
  const isPlain = of(Ware.field.isPicky) === 0 && of(Ware.field.concurrency) === 1
  const isOld = (of(Ware.field.quality) & Ware.version6) === 0
  to.same(isUsual, isPlain && isOld, `${name}: whether it is usual`)
  const spot = (lot.place + (isUsual ? first : 0)) | 0
  to.same(shelf.traits[trait + Row.trait.spot], spot, `${name}: its spot`)
  if (shelf.extras.length === 0) return
  const prices = [...shelf.extras.subarray(at * 3, at * 3 + 3)]
  to.same(prices, [lot.perSecond, lot.perByte, lot.setup], `${name}: its prices`)
}

/** The summary of a block: what its entries make it, or more when something was taken out since. */
const zone = ({ pieces, now }: Book.Book, block: number, to: Problems): void => {
  const { shelf, zones, floors, wares } = pieces
  const places = placesOf(shelf, block)
  const marks = places.map((at) => shelf.marks[at]!)
  const at = block * Zone.width
  const of = (field: number) => zones[at + field]!
  const { field } = Zone
  const bits = marks.reduce((all, mark) => all | mark, 0) & 0xf_ffff
  const most = (what: (mark: number) => number) => Math.max(...marks.map(what))
  const is = [of(field.rating), of(field.quality), of(field.to), -of(field.minLease)]
  const ends = Math.max(...places.map((at) => Shelf.endAt(shelf, at)))
  const least = -Math.min(...marks.map(Mark.leaseIn))
  const must = [most(Mark.ratingIn), most(Mark.qualityIn), ends, least]
  const name = `the summary of block ${block}`
  to.same((of(field.bits) & bits) === bits, true, name)
  to.holds(
    is.every((n, i) => n >= must[i]!),
    () => `${name} promises too little: ${is}, ${must}`,
  )
  const isExact = shelf.removed[block] === 0
  if (isExact) to.same([of(field.bits), ...is], [bits, ...must], name)
  if (floors.length > 0)
    for (let n = 0; n < 3; n++) {
      const price = Math.min(...places.map((at) => shelf.extras[at * 3 + n]!))
      const floor = floors[block * 3 + n]!
      to.holds(
        isExact ? floor === price : floor <= price,
        () => `${name}: price ${n} from ${floor}`,
      )
    }
  const lapses = places.map((at) => {
    const ware = Row.wareOf(shelf.traits[at * Row.traits + Row.trait.ware]!)
    return Shelf.endAt(shelf, at) - wares.rows[ware * Ware.width + Ware.field.minLease]! + 1
  })
  const soonest = places.map(
    (at) => Shelf.endAt(shelf, at) - 2 ** (Mark.leaseIn(shelf.marks[at]!) + 1) + 2,
  )
  to.holds(of(field.lapse) <= Math.min(...lapses), () => `${name} comes too late`)
  to.holds(of(field.lapse) > now, () => `${name} was to be looked at by now`)
  if (isExact)
    to.holds(of(field.lapse) >= Math.min(...soonest), () => `${name} comes much too early`)
  to.holds(of(field.armed) <= of(field.lapse), () => `${name} has no timer`)
}

/** The pieces, in their lists, by class and by offer. */
export const pieces = (book: Book.Book, offers: Iterable<number>, to: Problems): void => {
  const { pieces } = book
  const cells = pieces.cells.filter((cell) => cell !== undefined)
  shelf(pieces.shelf, cells, to)
  const places = ranked(pieces.shelf, cells)
  for (const at of places) piece(book, at, to)
  const lapses = timers(pieces.lapses)
  for (const block of cells.flatMap(blocksOf)) {
    zone(book, block, to)
    const armed = pieces.zones[block * Zone.width + Zone.field.armed]!
    to.holds(lapses.has(`${armed} ${block}`), () => `no timer for block ${block} at ${armed}`)
  }
  const begins = timers(pieces.begins)
  const slots = places.map((at) => Shelf.slotAt(pieces.shelf, at)).sort((a, b) => a - b)
  for (const slot of slots) {
    const from = pieces.rows[slot * Row.width + Row.field.from]!
    to.holds(from <= book.now || begins.has(`${from} ${slot}`), () => `piece ${slot} never begins`)
  }
  const held = [...offers].flatMap((offer) => {
    const some = Pieces.of(pieces, offer)
    to.same(some.length, Pieces.countOf(pieces, offer), `how many pieces offer ${offer} has`)
    for (const slot of some)
      to.same(pieces.rows[slot * Row.width + Row.field.offer], offer, `piece ${slot}: its offer`)
    return some
  })
  to.same(
    held.sort((a, b) => a - b),
    slots,
    "the pieces of the offers",
  )
  to.same(pieces.live, slots.length, "how many pieces there are")
  const lists = pieces.heads.filter((head) => head < -1).length
  to.same(lists + pieces.spareLists.length, pieces.lists.length, "lists of pieces")
  let free = 0
  for (let slot = pieces.free; slot >= 0; slot = pieces.rows[slot * Row.width + Row.field.offer]!)
    free++
  to.same(free + pieces.live, pieces.used, "rows")
  markets(book, to)
}

const markets = ({ pieces }: Book.Book, to: Problems): void => {
  for (const [market, ranks] of pieces.markets.entries()) {
    const cells = pieces.cells.filter(
      (cell) => cell !== undefined && ((cell.key >> 1) % 12) * 2 + (cell.key & 1) === market,
    ) as Array<Shelf.Cell>
    const name = `market ${market}`
    const keys = (list: ReadonlyArray<Shelf.Cell>) => list.map(({ key }) => key)
    const full = cells.filter(({ size }) => size > 0)
    to.same(keys(ranks).sort(), keys(full).sort(), name)
    const firsts = ranks.map(({ firsts }) => firsts[0]!)
    to.same(
      firsts,
      firsts.toSorted((a, b) => a - b),
      `${name}: the order of its lists`,
    )
    for (const cell of cells) to.same(cell.rank, ranks.indexOf(cell), `${name}: a rank`)
    const count = cells.reduce((sum, { count }) => sum + count, 0)
    to.same(pieces.counts[market], count, `${name}: how many pieces`)
    const isMixed = (at: number) => {
      const [perSecond, perByte, setup] = pieces.shelf.extras.subarray(at * 3, at * 3 + 3)
      return perByte! > 0 || setup! > 0 || perSecond! >= 2 ** 53
    }
    for (const cell of cells)
      to.same(cell.mixed, ranked(pieces.shelf, [cell]).filter(isMixed).length, `${name}: mixed`)
    const mixed = cells.reduce((sum, { mixed }) => sum + mixed, 0)
    to.same(pieces.mixed[market], mixed, `${name}: how many have several prices`)
    cheapest(pieces, market, cells, to)
  }
}

/** The list of the cheapest of a market: just those that come first, with what they are good for. */
const cheapest = (
  pieces: Pieces.Pieces,
  market: number,
  cells: ReadonlyArray<Shelf.Cell>,
  to: Problems,
): void => {
  const { lists, lengths, bounds, held, shares, scanMax, shelf: listed } = pieces.cheapest
  const list = lists[market]!
  const name = `the cheapest of market ${market}`
  const describe = (shelf: Shelf.Shelf) => (at: number) => [
    Shelf.slotAt(shelf, at),
    Shelf.keyAt(shelf, at),
    shelf.marks[at],
    Shelf.endAt(shelf, at),
    ...shelf.traits.subarray(at * Row.traits, (at + 1) * Row.traits),
  ]
  const all = ranked(pieces.shelf, cells)
  const first = all.slice(0, list.count)
  to.same(ranked(listed, [list]).map(describe(listed)), first.map(describe(pieces.shelf)), name)
  const length = lengths[market]!
  for (const cell of cells) {
    const number = first.filter((at) => pieces.shelf.cells[Shelf.blockAt(at)] === cell).length
    to.same(held[cell.key], number, `${name}: how many of list ${cell.key}`)
    if (length > 0 && number > Budget.least(scanMax))
      to.holds(shares[market]! * cell.count >= number * (1 - 1e-12), () => `${name}: its shares`)
  }
  if (length === 0) return to.same(list.count, 0, `${name}, which were given up`)
  const [key, sequence, from, seat] = bounds.subarray(market * 4, market * 4 + 4)
  if (key === Infinity) return to.same(list.count, all.length, `${name}, which are all`)
  to.holds(list.count <= 2 * length && list.count >= length >> 1, () => `${name}: ${list.count}`)
  const belongs = (at: number) => {
    const row = Shelf.slotAt(pieces.shelf, at) * Row.width
    const { field } = Row
    const rank = [
      Shelf.keyAt(pieces.shelf, at) - key!,
      pieces.sequenceOf(pieces.rows[row + field.offer]!) - sequence!,
      pieces.rows[row + field.from]! - from!,
      pieces.rows[row + field.first]! - seat!,
    ]
    return (rank.find((difference) => difference !== 0) ?? 0) <= 0
  }
  to.same(all.filter(belongs).length, list.count, `${name}: where they end`)
}

/** The requests that wait. */
export const waiting = ({ waiting }: Book.Book, to: Problems): void => {
  const { shelf: entries, zones, wishes } = waiting
  const cells = waiting.cells.filter((cell) => cell !== undefined)
  shelf(entries, cells, to)
  for (const cell of cells) {
    const places = ranked(entries, [cell])
    const all = places.map((at) => wishes[Shelf.slotAt(entries, at)]!)
    const name = `those that wait in list ${cell.key}`
    const windowed = all.filter(({ isNow }) => !isNow).length
    to.same(waiting.windowed[cell.key] ?? 0, windowed, `${name} with a window`)
    for (const [n, wish] of all.entries())
      to.same(
        [entries.traits[places[n]!], Shelf.endAt(entries, places[n]!), wish.remaining > 0],
        [wish.classes, wish.duration, true],
        `${name}: request ${wish.number}`,
      )
    for (const block of blocksOf(cell)) {
      const some = placesOf(entries, block).map((at) => wishes[Shelf.slotAt(entries, at)]!)
      const least = (values: ReadonlyArray<number>) => Math.min(Zone.never, ...values)
      const [now, later] = [some.filter((one) => one.isNow), some.filter((one) => !one.isNow)]
      const exact = [
        some.reduce((bits, wish) => bits & wish.bits, 0xf_ffff),
        least(some.map((wish) => wish.minRating)),
        some.reduce((classes, wish) => classes | wish.classes, 0),
        least(now.map((wish) => wish.duration)),
        Math.max(...some.map((wish) => wish.duration)),
        least(some.map((wish) => wish.minQuality)),
        least(some.map((wish) => wish.minBandwidth)),
        least(later.map((wish) => wish.duration)),
      ]
      const is = [...zones.subarray(block * 8, block * 8 + 8)]
      if (entries.removed[block] === 0) to.same(is, exact, `${name}: the summary`)
      const [bits, rating, classes, shortest, longest, quality, bandwidth, shortestLater] = is
      const isWide =
        (bits! & ~exact[0]!) === 0 &&
        rating! <= exact[1]! &&
        (exact[2]! & ~classes!) === 0 &&
        shortest! <= exact[3]! &&
        longest! >= exact[4]! &&
        quality! <= exact[5]! &&
        bandwidth! <= exact[6]! &&
        shortestLater! <= exact[7]!
      to.holds(isWide, () => `${name}: the summary promises too little: ${is}, ${exact}`)
    }
  }
}
