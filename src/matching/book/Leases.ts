// The leases that were matched and are not over: what keeps a seat from being leased twice even when its offer has
// been cancelled and another has come for the same addresses (IPSX-MAT-020). Owned and mutable.
// PERF: a fill writes one line of memory here and makes nothing; what is asked seldom is put together when it is asked.
import * as Shelf from "./Shelf.ts"

/** The leases of one range that are not over. `R` is what a resource is to whoever keeps the orders. */
export interface Range<R> {
  readonly place: number
  readonly resource: R
  /** Four numbers for each lease: first seat, seats, from, to. */
  readonly rectangles: Array<number>
}

export interface Leases<R> {
  /** Eight integers for each lease, as `field` has them. */
  rows: Int32Array
  readonly resources: Array<R | undefined>
  /** Of each owner: its last lease; -1 for none. */
  heads: Int32Array
  used: number
  free: number
  /** The next lease of which it is looked whether it is over. */
  hand: number
}

const width = 8
/** `after` is the owner's next lease, or ~owner of its last; `before` of a free row is the next free one. */
const field = { place: 0, isVersion6: 1, first: 2, seats: 3, from: 4, to: 5, before: 6, after: 7 }

export const make = <R>(): Leases<R> => ({
  rows: new Int32Array(64 * width),
  resources: [],
  heads: new Int32Array(64).fill(-1),
  used: 0,
  free: -1,
  hand: 0,
})

/** Notes a lease of a range, which begins at a place as `Places` has it. */
export const add = <R>(
  leases: Leases<R>,
  owner: number,
  place: number,
  resource: R,
  first: number,
  seats: number,
  from: number,
  to: number,
): void => {
  const lease = write(leases, place, resource, first, seats, from, to)
  if (owner >= leases.heads.length) {
    const { length } = leases.heads
    leases.heads = Shelf.longer(leases.heads, Math.ceil(owner * 1.25) + 64)
    leases.heads.fill(-1, length)
  }
  const last = leases.heads[owner]!
  if (last >= 0) return follow(leases, last, lease)
  leases.rows[lease * width + field.before] = -1
  leases.rows[lease * width + field.after] = ~owner
  leases.heads[owner] = lease
}

const write = <R>(
  leases: Leases<R>,
  place: number,
  resource: R,
  first: number,
  seats: number,
  from: number,
  to: number,
): number => {
  const lease = takeRow(leases)
  const { rows } = leases
  const at = lease * width
  rows[at + field.place] = place
  rows[at + field.isVersion6] = place < 0 ? 1 : 0
  rows[at + field.first] = first
  rows[at + field.seats] = seats
  rows[at + field.from] = from
  rows[at + field.to] = to
  if (leases.resources[lease] !== resource) leases.resources[lease] = resource
  return lease
}

/** Makes a lease its owner's next one after another. */
const follow = <R>({ rows, heads }: Leases<R>, before: number, lease: number): void => {
  const after = rows[before * width + field.after]!
  rows[lease * width + field.before] = before
  rows[lease * width + field.after] = after
  rows[before * width + field.after] = lease
  if (after >= 0) rows[after * width + field.before] = lease
  else heads[~after] = lease
}

const takeRow = <R>(leases: Leases<R>): number => {
  const { free } = leases
  if (free >= 0) {
    leases.free = leases.rows[free * width + field.before]!
    return free
  }
  const lease = leases.used++
  if (leases.used * width > leases.rows.length)
    leases.rows = Shelf.longer(leases.rows, leases.rows.length * 2)
  return lease
}

/** Before each lease, two are looked at whether they are over, so that there are never many that are. */
export const sweep = <R>(leases: Leases<R>, now: number): void => {
  const { rows, used } = leases
  for (let n = Math.min(used, 2); n > 0; n--) {
    if (leases.hand >= used) leases.hand = 0
    const lease = leases.hand++
    // A free row has no seats.
    if (rows[lease * width + field.seats]! > 0 && rows[lease * width + field.to]! <= now)
      remove(leases, lease)
  }
}

const remove = <R>(leases: Leases<R>, lease: number): void => {
  const { rows, heads } = leases
  const at = lease * width
  const before = rows[at + field.before]!
  const after = rows[at + field.after]!
  if (before >= 0) rows[before * width + field.after] = after
  if (after >= 0) rows[after * width + field.before] = before
  else heads[~after] = before
  rows[at + field.seats] = 0
  rows[at + field.before] = leases.free
  leases.free = lease
  leases.resources[lease] = undefined
}

const placeAt = (rows: Int32Array, at: number): number =>
  rows[at + field.isVersion6] === 1 ? rows[at + field.place]! : rows[at + field.place]! >>> 0

// The leases of an owner, the last first.
function* of<R>({ heads, rows }: Leases<R>, owner: number): Generator<number> {
  let lease = owner < heads.length ? heads[owner]! : -1
  while (lease >= 0) {
    const before = rows[lease * width + field.before]!
    yield lease
    lease = before
  }
}

/** What is not over of an owner's ranges, the one that was leased first before the others. */
export const ranges = <R>(
  leases: Leases<R>,
  owner: number,
  now: number,
): ReadonlyArray<Range<R>> => {
  const { rows, resources } = leases
  const found = new Map<number, Range<R>>()
  for (const lease of [...of(leases, owner)].toReversed()) {
    const at = lease * width
    if (rows[at + field.to]! <= now) continue
    const place = placeAt(rows, at)
    let range = found.get(place)
    if (range === undefined) {
      range = { place, resource: resources[lease]!, rectangles: [] }
      found.set(place, range)
    }
    for (let n = field.first; n <= field.to; n++) range.rectangles.push(rows[at + n]!)
  }
  return [...found.values()]
}

/** Gives a part of one lease of a range back; whether there was such a lease. */
export const release = <R>(
  leases: Leases<R>,
  owner: number,
  place: number,
  isOf: (resource: R) => boolean,
  [first, seats, from, to]: readonly [first: number, seats: number, from: number, to: number],
): boolean => {
  const { rows } = leases
  for (const lease of of(leases, owner)) {
    const at = lease * width
    const isWhole =
      placeAt(rows, at) === place &&
      rows[at + field.first]! <= first &&
      first + seats <= rows[at + field.first]! + rows[at + field.seats]! &&
      rows[at + field.from]! <= from &&
      to <= rows[at + field.to]!
    if (!isWhole) continue
    const resource = leases.resources[lease]!
    if (!isOf(resource)) return false
    const whole = rows.slice(at + field.first, at + field.to + 1)
    const rest = without([...whole], first, seats, from, to)
    // What is left stays where the whole was: the order of leases decides in which order an offer is cut by them.
    let last = lease
    for (let n = 0; n < rest.length; n += 4) {
      const next = write(
        leases,
        place,
        resource,
        rest[n]!,
        rest[n + 1]!,
        rest[n + 2]!,
        rest[n + 3]!,
      )
      follow(leases, last, next)
      last = next
    }
    remove(leases, lease)
    return true
  }
  return false
}

/**
 * Rectangles without a piece, each cut as `Capacity.without` does: seats first, then time.
 */
export const without = (
  rectangles: ReadonlyArray<number>,
  first: number,
  seats: number,
  from: number,
  to: number,
): Array<number> => {
  const rest: Array<number> = []
  const add = (first: number, seats: number, from: number, to: number): void => {
    if (seats > 0 && to > from) rest.push(first, seats, from, to)
  }
  for (let at = 0; at < rectangles.length; at += 4) {
    const wFirst = rectangles[at]!
    const wSeats = rectangles[at + 1]!
    const wFrom = rectangles[at + 2]!
    const wTo = rectangles[at + 3]!
    if (wFirst >= first + seats || first >= wFirst + wSeats || wFrom >= to || from >= wTo) {
      rest.push(wFirst, wSeats, wFrom, wTo)
      continue
    }
    const low = Math.max(wFirst, first)
    const high = Math.min(wFirst + wSeats, first + seats)
    add(low, high - low, wFrom, from)
    add(low, high - low, to, wTo)
    add(wFirst, low - wFirst, wFrom, wTo)
    add(high, wFirst + wSeats - high, wFrom, wTo)
  }
  return rest
}
