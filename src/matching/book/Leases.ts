// The leases that were matched and are not over: what keeps a seat from being leased twice even when its offer has
// been cancelled and another has come for the same addresses (IPSX-MAT-020). Owned and mutable.

/** What a resource is to whoever keeps the orders. */
export interface Range<R> {
  readonly resource: R
  /** Four numbers for each lease: first seat, seats, from, to. */
  rectangles: Array<number>
  /** How many numbers there may be before those that are over are looked for again. */
  sweepAt: number
}

/** By owner and by the place of the first address. */
export type Leases<R> = Array<Map<number, Range<R>> | undefined>

export const add = <R>(
  leases: Leases<R>,
  owner: number,
  place: number,
  resourceOf: () => R,
  lease: readonly [first: number, seats: number, from: number, to: number],
  now: number,
): void => {
  const owned = (leases[owner] ??= new Map())
  const range = owned.get(place)
  if (range === undefined) {
    owned.set(place, { resource: resourceOf(), rectangles: [...lease], sweepAt: 128 })
    return
  }
  range.rectangles.push(lease[0], lease[1], lease[2], lease[3])
  if (range.rectangles.length < range.sweepAt) return
  range.rectangles = live(range, now)
  range.sweepAt = Math.max(128, 2 * range.rectangles.length)
}

/** What is not over of a range. */
export const live = <R>({ rectangles }: Range<R>, now: number): Array<number> => {
  const left: Array<number> = []
  for (let at = 0; at < rectangles.length; at += 4)
    if (rectangles[at + 3]! > now)
      left.push(rectangles[at]!, rectangles[at + 1]!, rectangles[at + 2]!, rectangles[at + 3]!)
  return left
}

/** Gives a part of one lease back; whether there was such a lease. */
export const release = <R>(
  range: Range<R> | undefined,
  [first, seats, from, to]: readonly [first: number, seats: number, from: number, to: number],
): boolean => {
  if (range === undefined) return false
  const { rectangles } = range
  for (let at = 0; at < rectangles.length; at += 4) {
    const isWhole =
      rectangles[at]! <= first &&
      first + seats <= rectangles[at]! + rectangles[at + 1]! &&
      rectangles[at + 2]! <= from &&
      to <= rectangles[at + 3]!
    if (!isWhole) continue
    const whole = rectangles.slice(at, at + 4)
    rectangles.splice(at, 4, ...without(whole, first, seats, from, to))
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
