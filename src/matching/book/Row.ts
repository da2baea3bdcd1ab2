// The row of a free piece: eight integers, half a line of the processor's cache. `first` and `seats` are seats of the
// offer's range, `from` is a moment; the end is the second key of the entry in the piece's block. The number of the ware
// has a mark where a search has to look at the ware in any case.
export const width = 8
export const field = {
  ware: 0,
  place: 1,
  sequence: 2,
  first: 3,
  seats: 4,
  from: 5,
  block: 6,
  offer: 7,
} as const

/**
 * Added to a ware of which not everything is usual: it does not deal with everybody, more than one shares an address of
 * it, or its addresses are of version 6.
 */
export const special = 1 << 30

/** The number of a row's ware. */
export const wareOf = (rows: Int32Array, slot: number): number =>
  rows[slot * width + field.ware]! & (special - 1)
