// The row of a free piece: what no search needs, as four integers. `first` is a seat of the offer's range, `from` a moment.
// What a search does need lies beside the piece's entry in its block, as a trait of three integers: the ware, with a mark
// where a search has to look at it in any case; the spot, which is the piece's first address, or that of the range when
// the ware has the mark; and how many seats.
export const width = 4
export const field = {
  first: 0,
  from: 1,
  /** A place in the block of the entry: where it came to, if nothing has moved it since. */
  at: 2,
  offer: 3,
} as const

/** Integers of a trait, and their places. */
export const traits = 3
export const trait = { ware: 0, spot: 1, seats: 2 } as const

/**
 * Added to a ware of which not everything is usual: it does not deal with everybody, more than one shares an address of
 * it, or its addresses are of version 6.
 */
export const special = 1 << 30

/** The number of the ware that a trait has. */
export const wareOf = (trait: number): number => trait & (special - 1)
