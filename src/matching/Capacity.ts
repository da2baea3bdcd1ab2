// Capacity as rectangles of seats × seconds (IPSX-MAT-010). All rectangles are half open; functions
// are pure and their results are in a fixed order.

export interface Rectangle {
  readonly first: number
  readonly seats: number
  readonly from: number
  readonly to: number
}

/** Seat-seconds. */
export const area = (rectangle: Rectangle): number =>
  rectangle.seats * (rectangle.to - rectangle.from)

export const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.first < b.first + b.seats && b.first < a.first + a.seats && a.from < b.to && b.from < a.to

export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.first <= inner.first &&
  inner.first + inner.seats <= outer.first + outer.seats &&
  outer.from <= inner.from &&
  inner.to <= outer.to

/**
 * What is left of a rectangle after a piece of it is taken. The seats are cut first, so that seats that were not
 * taken keep their whole time: before and after the piece on its own seats, then the seats below, then above. At
 * most three when the piece begins at the first seat (IPSX-MAT-011).
 *
 * @example
 * Capacity.without({ first: 0, seats: 4, from: 0, to: 60 }, { first: 0, seats: 1, from: 10, to: 20 })
 * // [0,1)×[0,10)  [0,1)×[20,60)  [1,4)×[0,60)
 */
export const without = (whole: Rectangle, piece: Rectangle): ReadonlyArray<Rectangle> => {
  if (!overlaps(whole, piece)) return [whole]
  const first = Math.max(whole.first, piece.first)
  const last = Math.min(whole.first + whole.seats, piece.first + piece.seats)
  const rest: Array<Rectangle> = []
  const add = (first: number, seats: number, from: number, to: number) => {
    if (seats > 0 && to > from) rest.push({ first, seats, from, to })
  }
  add(first, last - first, whole.from, piece.from)
  add(first, last - first, piece.to, whole.to)
  add(whole.first, first - whole.first, whole.from, whole.to)
  add(last, whole.first + whole.seats - last, whole.from, whole.to)
  return rest
}

/** What is left of a rectangle after several are taken, in turn. */
export const withoutAll = (
  whole: Rectangle,
  pieces: Iterable<Rectangle>,
): ReadonlyArray<Rectangle> => {
  let rest: ReadonlyArray<Rectangle> = [whole]
  for (const piece of pieces) rest = rest.flatMap((one) => without(one, piece))
  return rest
}

/** The one rectangle that two neighbours make together; `undefined` when they make none. */
export const joined = (a: Rectangle, b: Rectangle): Rectangle | undefined => {
  if (a.first === b.first && a.seats === b.seats && (a.to === b.from || b.to === a.from))
    return { ...a, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
  if (
    a.from === b.from &&
    a.to === b.to &&
    (a.first + a.seats === b.first || b.first + b.seats === a.first)
  )
    return { ...a, first: Math.min(a.first, b.first), seats: a.seats + b.seats }
  return undefined
}
