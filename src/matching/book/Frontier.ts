// Best-first search where offers have several prices: blocks by the least that something in them can cost this
// request, each opened only when nothing already seen is surely cheaper (IPSX-MAT-005). Owned and mutable.
import * as Row from "./Row.ts"
import * as Budget from "./Budget.ts"
import * as Pieces from "./Pieces.ts"
import * as Shelf from "./Shelf.ts"
import * as Wish from "./Wish.ts"

/** Exact comparisons, for costs that floating-point numbers cannot tell apart. */
export interface Exact {
  /** What one address of an offer costs a request. */
  readonly cost: (offer: number, wish: number) => bigint
  readonly isWithinLimits: (offer: number, wish: number) => boolean
}

/** A heap of numbers that each have a cost. */
interface Heap {
  costs: Float64Array
  ids: Int32Array
  size: number
}

export interface Frontier {
  readonly pieces: Pieces.Pieces
  readonly exact: Exact
  readonly closed: Heap
  readonly ready: Heap
  wish: Wish.Wish | undefined
  now: number
  /** The first entry in reference order that may not be looked at; -1 for none. */
  cut: number
}

const heap = (): Heap => ({ costs: new Float64Array(64), ids: new Int32Array(64), size: 0 })

export const make = (pieces: Pieces.Pieces, exact: Exact): Frontier => ({
  pieces,
  exact,
  closed: heap(),
  ready: heap(),
  wish: undefined,
  now: 0,
  cut: -1,
})

// Below this, a cost of integers is exact; above, costs that are closer than `doubt`, relatively, are compared exactly.
const exactMax = 2 ** 53
const doubt = 1e-11

const costOf = (wish: Wish.Wish, perSecond: number, perByte: number, setup: number): number =>
  setup + perSecond * wish.duration + perByte * wish.bytes

const reset = (frontier: Frontier, wish: Wish.Wish, now: number): void => {
  frontier.wish = wish
  frontier.now = now
  frontier.cut = -1
  frontier.closed.size = 0
  frontier.ready.size = 0
}

/** Begins a search in the cells that the request names (IPSX-MAT-016). */
export const begin = (
  frontier: Frontier,
  wish: Wish.Wish,
  now: number,
  budget: Budget.Budget,
): void => {
  reset(frontier, wish, now)
  if (budget.total > budget.scanMax)
    Wish.eachCell(frontier.pieces, wish, (cell) => {
      const depth = Budget.depth(budget, cell.count)
      if (cell.count > depth) note(frontier, cell, depth)
    })
  const from = Wish.earliest(wish, now)
  Wish.eachCell(frontier.pieces, wish, (cell) => close(frontier, wish, cell, from))
}

/**
 * Begins a search among the pieces of some offers alone: those of the providers that a request allows. There are few
 * of them, so all are looked at.
 */
export const beginAmong = (
  frontier: Frontier,
  wish: Wish.Wish,
  now: number,
  offers: Iterable<number>,
): void => {
  reset(frontier, wish, now)
  const { pieces } = frontier
  for (const offer of offers)
    for (const slot of Pieces.of(pieces, offer)) {
      const { key } = Pieces.cellAt(pieces, slot)
      const isNamed =
        (wish.classes & (1 << ((key >> 1) % 12))) !== 0 &&
        (wish.countries.length === 0 || wish.countries.includes(Math.floor(key / 24)))
      if (isNamed && !(wish.isNow && (key & 1) === 1))
        consider(frontier, Pieces.entryOf(pieces, slot))
    }
}

/** Whether the first entry that was left out is one that the request could afford. */
export const isExhausted = (frontier: Frontier): boolean =>
  frontier.cut >= 0 && isWithinLimits(frontier, frontier.cut, costAt(frontier, frontier.cut))

const note = (frontier: Frontier, cell: Shelf.Cell, depth: number): void => {
  const { shelf } = frontier.pieces
  let index = 0
  let passed = 0
  while (passed + shelf.counts[cell.blocks[index]!]! <= depth)
    passed += shelf.counts[cell.blocks[index++]!]!
  Shelf.tidy(shelf, cell.blocks[index]!)
  const at = cell.blocks[index]! * Shelf.span + depth - passed
  if (frontier.cut < 0 || Shelf.isLess(frontier.pieces.shelf, at, frontier.cut)) frontier.cut = at
}

const close = (frontier: Frontier, wish: Wish.Wish, cell: Shelf.Cell, from: number): void => {
  const { pieces, closed, cut } = frontier
  const { floors } = pieces
  for (let index = 0; index < cell.size; index++) {
    const block = cell.blocks[index]!
    if (cut >= 0) {
      Shelf.tidy(pieces.shelf, block)
      if (!Shelf.isLess(pieces.shelf, block * Shelf.span, cut)) return
    }
    const at = block * 3
    const cost = costOf(wish, floors[at]!, floors[at + 1]!, floors[at + 2]!)
    const bound = cost < exactMax ? cost : cost * (1 - doubt)
    if (bound > wish.limit * (1 + doubt) || !Wish.mayFind(pieces, wish, block, from)) continue
    push(frontier, closed, bound, block, false)
  }
}

const costAt = ({ pieces, wish }: Frontier, at: number): number => {
  const { extras } = pieces.shelf
  if (extras.length === 0) return costOf(wish!, Shelf.keyAt(pieces.shelf, at), 0, 0)
  return costOf(wish!, extras[at * 3]!, extras[at * 3 + 1]!, extras[at * 3 + 2]!)
}

// The limits on the total and on the price of a second, exactly.
const isWithinLimits = (frontier: Frontier, at: number, cost: number): boolean => {
  const { pieces, exact } = frontier
  const wish = frontier.wish!
  const { extras } = pieces.shelf
  const perSecond = extras.length === 0 ? Shelf.keyAt(pieces.shelf, at) : extras[at * 3]!
  if (cost < exactMax && wish.limit < exactMax)
    return cost <= wish.limit && perSecond <= wish.perSecondLimit
  if (cost * (1 - doubt) > wish.limit || perSecond * (1 - doubt) > wish.perSecondLimit) return false
  if (cost * (1 + doubt) < wish.limit && perSecond * (1 + doubt) < wish.perSecondLimit) return true
  return exact.isWithinLimits(offerAt(pieces, at), wish.number)
}

const offerAt = ({ rows, shelf }: Pieces.Pieces, at: number): number =>
  rows[Shelf.slotAt(shelf, at) * Row.width + Row.field.offer]!

/** The next piece in rank that passes the sieve, as a place in the shelf; -1 when there is none. */
export const next = (frontier: Frontier): number => {
  const { closed, ready } = frontier
  for (;;) {
    if (closed.size === 0) return ready.size > 0 ? pop(frontier, ready, true) : -1
    if (ready.size > 0 && isSurelyBelow(ready.costs[0]!, closed.costs[0]!))
      return pop(frontier, ready, true)
    look(frontier, pop(frontier, closed, false))
  }
}

// A closed block of the same cost may have something older.
const isSurelyBelow = (cost: number, bound: number): boolean =>
  cost < exactMax ? cost < bound : cost * (1 + doubt) < bound

const look = (frontier: Frontier, block: number): void => {
  const { pieces, cut } = frontier
  const base = block * Shelf.span
  for (let at = base; at < base + pieces.shelf.counts[block]!; at++) {
    if (cut >= 0 && !Shelf.isLess(pieces.shelf, at, cut)) return
    consider(frontier, at)
  }
}

const consider = (frontier: Frontier, at: number): void => {
  const { pieces, now } = frontier
  const wish = frontier.wish!
  const { shelf } = pieces
  const to = Shelf.endAt(shelf, at)
  const end = Wish.earliest(wish, now) + wish.duration
  if (to < end || !Wish.passes(wish, shelf.marks[at]!)) return
  const cost = costAt(frontier, at)
  if (!isWithinLimits(frontier, at, cost)) return
  const begins = pieces.rows[Shelf.slotAt(shelf, at) * Row.width + Row.field.from]!
  if (begins > now && Number.isNaN(Wish.start(wish, begins, to, now))) return
  push(frontier, frontier.ready, cost, at, true)
}

const isLess = (
  { pieces, exact, wish }: Frontier,
  isEntry: boolean,
  cost: number,
  id: number,
  otherCost: number,
  other: number,
): boolean => {
  if (!isEntry) return cost < otherCost
  const difference = cost - otherCost
  const isExact = cost < exactMax && otherCost < exactMax
  if (isExact ? difference !== 0 : Math.abs(difference) > doubt * cost) return difference < 0
  if (!isExact) {
    const left = exact.cost(offerAt(pieces, id), wish!.number)
    const right = exact.cost(offerAt(pieces, other), wish!.number)
    if (left !== right) return left < right
  }
  const { shelf } = pieces
  return Pieces.isBefore(pieces, Shelf.slotAt(shelf, id), Shelf.slotAt(shelf, other))
}

const push = (frontier: Frontier, heap: Heap, cost: number, id: number, isEntry: boolean): void => {
  if (heap.size === heap.ids.length) {
    heap.costs = Shelf.longer(heap.costs, heap.size * 2)
    heap.ids = Shelf.longer(heap.ids, heap.size * 2)
  }
  const { costs, ids } = heap
  let at = heap.size++
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isLess(frontier, isEntry, cost, id, costs[parent]!, ids[parent]!)) break
    costs[at] = costs[parent]!
    ids[at] = ids[parent]!
    at = parent
  }
  costs[at] = cost
  ids[at] = id
}

const pop = (frontier: Frontier, heap: Heap, isEntry: boolean): number => {
  const { costs, ids } = heap
  const first = ids[0]!
  const size = --heap.size
  const cost = costs[size]!
  const id = ids[size]!
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    const right = child + 1
    if (
      right < size &&
      isLess(frontier, isEntry, costs[right]!, ids[right]!, costs[child]!, ids[child]!)
    )
      child = right
    if (!isLess(frontier, isEntry, costs[child]!, ids[child]!, cost, id)) break
    costs[at] = costs[child]!
    ids[at] = ids[child]!
    at = child
  }
  costs[at] = cost
  ids[at] = id
  return first
}
