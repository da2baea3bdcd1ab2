// What happened in a book, as seven integers for each event: so that nothing is made for events that nobody reads.
// Owned and mutable.
import * as Shelf from "./Shelf.ts"

export interface Report {
  list: Int32Array
  /** Integers. */
  size: number
}

export const width = 7

/** The first integer of an event. The others: offer, wish, first seat, seats, from, to. */
export const kind = {
  filled: 0,
  discarded: 1,
  completed: 2,
  /** A request's search was cut short; `seats` is how many pieces it found. */
  exhausted: 3,
  /** An offer was not shown to everybody; `seats` is how many took something. */
  unshown: 4,
} as const

export const make = (): Report => ({ list: new Int32Array(64 * width), size: 0 })

export const add = (
  report: Report,
  what: number,
  offer: number,
  wish: number,
  first: number,
  seats: number,
  from: number,
  to: number,
): void => {
  const at = report.size
  if (at + width > report.list.length) report.list = Shelf.longer(report.list, at * 2)
  const { list } = report
  list[at] = what
  list[at + 1] = offer
  list[at + 2] = wish
  list[at + 3] = first
  list[at + 4] = seats
  list[at + 5] = from
  list[at + 6] = to
  report.size = at + width
}
