// The resting requests: a list for each country that is wanted and one for all countries, each with the request
// first that pays the most for a second, in blocks with a summary each (IPSX-MAT-007). Owned and mutable.
import * as Zone from "./Zone.ts"
import * as Budget from "./Budget.ts"
import * as Pieces from "./Pieces.ts"
import * as Shelf from "./Shelf.ts"
import * as Ware from "./Ware.ts"
import type { Wish } from "./Wish.ts"

export interface Waiting {
  readonly shelf: Shelf.Shelf
  /** By position of the country; the last is for all countries. */
  readonly cells: Array<Shelf.Cell | undefined>
  readonly wishes: Array<Wish | undefined>
  /** By the key of a list: how many in it have a window, so that they need not begin now. */
  readonly windowed: Array<number>
  zones: Int32Array
}

/** The list of those that want any country. */
const anywhere = 1000

const width = 8
const zone = {
  /** Protocols and scopes that all want. */
  bits: 0,
  minRating: 1,
  classes: 2,
  /** The least duration of those that begin now. */
  shortest: 3,
  longest: 4,
  minQuality: 5,
  minBandwidth: 6,
  /** The least duration of those with a window. */
  shortestLater: 7,
} as const

/** In the mark of an entry: the request has a window. The least rating lies below it, protocols and scopes below that. */
const hasWindow = 1 << 30

/** `isWorthMore` compares two requests that are worth the same for a floating-point number, exactly. */
export const make = (isWorthMore: (a: Wish, b: Wish) => boolean | undefined): Waiting => {
  const shelf = Shelf.make(
    {
      // PERF: sharing sums two blocks up, and that looks at each request, which lies in a place of its own in memory.
      sharesBelow: 0,
      isBefore: (a, b) => isBefore(waiting.wishes[a]!, waiting.wishes[b]!, isWorthMore),
      renew: (block) => renew(waiting, block),
      moved: () => undefined,
      grown: (blocks) => void (waiting.zones = Shelf.longer(waiting.zones, blocks * width)),
    },
    16,
    // The classes that a request names.
    1,
  )
  const waiting: Waiting = {
    shelf,
    cells: [],
    wishes: [],
    windowed: [],
    zones: new Int32Array(16 * width),
  }
  return waiting
}

const exactMax = 2 ** 53

const isBefore = (
  a: Wish,
  b: Wish,
  isWorthMore: (a: Wish, b: Wish) => boolean | undefined,
): boolean => {
  if (a === b) return false
  const left = a.limit * b.duration
  const right = b.limit * a.duration
  if (left < exactMax && right < exactMax) {
    if (left !== right) return left > right
  } else {
    const isMore = isWorthMore(a, b)
    if (isMore !== undefined) return isMore
  }
  return a.sequence < b.sequence
}

const cellsOf = (wish: Wish): ReadonlyArray<number> =>
  wish.countries.length === 0 ? [anywhere] : wish.countries

export const add = (waiting: Waiting, wish: Wish): void => {
  waiting.wishes[wish.number] = wish
  for (const key of cellsOf(wish)) {
    const cell = (waiting.cells[key] ??= Shelf.cell(waiting.shelf, key))
    const mark = wish.bits | (wish.minRating << 20) | (wish.isNow ? 0 : hasWindow)
    if (!wish.isNow) waiting.windowed[key] = (waiting.windowed[key] ?? 0) + 1
    const at = Shelf.insert(waiting.shelf, cell, wish.number, -wish.worth, mark, wish.duration)
    waiting.shelf.traits[at] = wish.classes
    widen(waiting, Shelf.blockAt(at), wish)
  }
}

export const remove = (waiting: Waiting, wish: Wish): void => {
  for (const key of cellsOf(wish)) {
    const cell = waiting.cells[key]
    const at = cell ? Shelf.locate(waiting.shelf, cell, -wish.worth, wish.number) : -1
    if (at < 0) continue
    Shelf.remove(waiting.shelf, at)
    if (!wish.isNow) waiting.windowed[key]!--
  }
}

/** Whether nobody waits. */
export const isEmpty = ({ shelf }: Waiting): boolean => shelf.used === shelf.spare.length

const renew = (waiting: Waiting, block: number): void => {
  const { zones, shelf, wishes } = waiting
  zones.set([0xf_ffff, 1024, 0, Zone.never, -1, 1024, Zone.never, Zone.never], block * width)
  shelf.removed[block] = 0
  const base = block * Shelf.span
  for (let at = base; at < base + shelf.counts[block]!; at++)
    widen(waiting, block, wishes[Shelf.slotAt(shelf, at)]!)
}

const widen = ({ zones }: Waiting, block: number, wish: Wish): void => {
  const at = block * width
  zones[at + zone.bits]! &= wish.bits
  zones[at + zone.minRating] = Math.min(zones[at + zone.minRating]!, wish.minRating)
  zones[at + zone.classes]! |= wish.classes
  const shortest = at + (wish.isNow ? zone.shortest : zone.shortestLater)
  zones[shortest] = Math.min(zones[shortest]!, wish.duration)
  zones[at + zone.longest] = Math.max(zones[at + zone.longest]!, wish.duration)
  zones[at + zone.minQuality] = Math.min(zones[at + zone.minQuality]!, wish.minQuality)
  zones[at + zone.minBandwidth] = Math.min(zones[at + zone.minBandwidth]!, wish.minBandwidth)
}

/**
 * What an offer is to the requests: `longest` is the longest lease that one of its pieces has room for, `longestNow` the
 * longest that can begin now; 0 for none.
 */
export interface Supply {
  readonly lot: Pieces.Lot
  readonly owner: number
  readonly rating: number
  readonly quality: number
  readonly bandwidth: number
  readonly minLease: number
  longest: number
  longestNow: number
  readonly admission: Ware.Admission | null
  /** Whether its price is within the limits of a request. */
  readonly isWithinLimits: (wish: Wish) => boolean
}

/** The first request of each list that may not be asked (IPSX-MAT-017), the best of them; `undefined` for none. */
export const cut = (waiting: Waiting, country: number, scanMax: number): Wish | undefined => {
  const cells = cellsFor(waiting, country)
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  let best: Wish | undefined
  for (const cell of cells) {
    const depth = Budget.depth({ scanMax, total }, cell.count)
    if (cell.count <= depth) continue
    let index = 0
    let passed = 0
    const { shelf } = waiting
    const { counts } = shelf
    while (passed + counts[cell.blocks[index]!]! <= depth) passed += counts[cell.blocks[index++]!]!
    Shelf.tidy(shelf, cell.blocks[index]!)
    const wish =
      waiting.wishes[Shelf.slotAt(shelf, cell.blocks[index]! * Shelf.span + depth - passed)]!
    if (best === undefined || isFirst(waiting, wish, best)) best = wish
  }
  return best
}

const isFirst = ({ shelf }: Waiting, a: Wish, b: Wish): boolean =>
  a.worth > b.worth || (a.worth === b.worth && shelf.isBefore(a.number, b.number))

const cellsFor = ({ cells }: Waiting, country: number): ReadonlyArray<Shelf.Cell> =>
  [cells[country], cells[anywhere]].filter(
    (cell) => cell !== undefined && cell.size > 0,
  ) as Array<Shelf.Cell>

/**
 * Gives the requests after `last` and before `end` that go with an offer whatever its time, one by one, the best first; as
 * long as none comes or goes.
 */
export const after = (
  waiting: Waiting,
  supply: Supply,
  last: Wish | undefined,
  end: Wish | undefined,
): (() => Wish | undefined) => {
  const walks = cellsFor(waiting, Math.floor(supply.lot.kind / 12)).map((cell) =>
    walk(waiting, supply, cell, last),
  )
  const heads = walks.map((steps) => steps())
  let best = -1
  return () => {
    // PERF: the step after the last is taken only when it is asked for: most offers are gone before.
    if (best >= 0) heads[best] = walks[best]!()
    best = -1
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i]
      if (head !== undefined && (best < 0 || isFirst(waiting, head, heads[best]!))) best = i
    }
    const wish = best < 0 ? undefined : heads[best]
    return wish === undefined || (end !== undefined && !isFirst(waiting, wish, end))
      ? undefined
      : wish
  }
}

// The requests of one list that suit, one by one.
const walk = (
  waiting: Waiting,
  supply: Supply,
  cell: Shelf.Cell,
  last: Wish | undefined,
): (() => Wish | undefined) => {
  const { shelf, wishes } = waiting
  let [index, at] = last === undefined ? [0, 0] : Shelf.after(shelf, cell, -last.worth, last.number)
  const bits = ~supply.lot.mark & 0xf_ffff
  const type = 1 << (supply.lot.kind % 12)
  // A price of a second that is above what is paid for one is above it for the rest of the list.
  const least = -supply.lot.perSecond * (1 - 1e-12)
  return () => {
    // PERF: what can only be used later, as most of what a request leaves, is for those with a window alone.
    if (supply.longestNow === 0 && (waiting.windowed[cell.key] ?? 0) === 0) return undefined
    for (; index < cell.size; index++, at = 0) {
      const block = cell.blocks[index]!
      if (cell.firsts[index]! > least) return undefined
      if (!mayServe(waiting, supply, block, bits)) continue
      Shelf.tidy(shelf, block)
      const base = block * Shelf.span
      for (; at < shelf.counts[block]!; at++) {
        const mark = shelf.marks[base + at]!
        if ((mark & bits) !== 0 || ((mark >>> 20) & 0x3ff) > supply.rating) continue
        if ((shelf.traits[base + at]! & type) === 0) continue
        const duration = Shelf.endAt(shelf, base + at)
        const longest = (mark & hasWindow) === 0 ? supply.longestNow : supply.longest
        if (duration < supply.minLease || duration > longest) continue
        const wish = wishes[Shelf.slotAt(shelf, base + at)]!
        if (suits(supply, wish)) {
          at++
          return wish
        }
      }
    }
    return undefined
  }
}

const mayServe = ({ zones }: Waiting, supply: Supply, block: number, missing: number): boolean => {
  const at = block * width
  return (
    (zones[at + zone.bits]! & missing) === 0 &&
    zones[at + zone.minRating]! <= supply.rating &&
    (zones[at + zone.classes]! & (1 << (supply.lot.kind % 12))) !== 0 &&
    (zones[at + zone.shortest]! <= supply.longestNow ||
      zones[at + zone.shortestLater]! <= supply.longest) &&
    zones[at + zone.longest]! >= supply.minLease &&
    zones[at + zone.minQuality]! <= supply.quality &&
    zones[at + zone.minBandwidth]! <= supply.bandwidth
  )
}

const suits = (supply: Supply, wish: Wish): boolean =>
  wish.owner !== supply.owner &&
  wish.minQuality <= supply.quality &&
  wish.minBandwidth <= supply.bandwidth &&
  (wish.provider === null || Ware.admits(wish.provider, supply.owner, 1000)) &&
  (supply.admission === null || Ware.admits(supply.admission, wish.owner, wish.rating)) &&
  supply.isWithinLimits(wish)
