// The row of a free piece: eight integers, half a line of the processor's cache. `first` and `seats` are seats of the
// offer's range, `from` is a moment; the end is the second key of the entry in the piece's block.
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
