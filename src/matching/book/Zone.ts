// What a block of pieces can at best offer, as eight integers: a search skips the block when even that is not enough.
// A summary may promise too much after removals, never too little; it is made anew from time to time. The same row
// says when something in the block becomes too short (IPSX-MAT-012).
import * as Mark from "./Mark.ts"
import * as Row from "./Row.ts"
import type * as Pieces from "./Pieces.ts"
import * as Shelf from "./Shelf.ts"
import * as Ware from "./Ware.ts"
import * as Wheel from "./Wheel.ts"

export const width = 8
export const field = {
  bits: 0,
  rating: 1,
  to: 2,
  minLease: 3,
  quality: 4,
  /** The first moment at which something in the block may be too short. */
  lapse: 6,
  /** The moment for which a timer is set. */
  armed: 7,
} as const

/** Later than every moment. */
export const never = 0x7fff_ffff

/** Sums a block up anew. */
export const renew = (pieces: Pieces.Pieces, block: number): void => {
  const { zones, floors, shelf } = pieces
  const at = block * width
  zones[at + field.bits] = 0
  zones[at + field.rating] = -1
  zones[at + field.to] = -never
  zones[at + field.minLease] = never
  zones[at + field.quality] = -1
  zones[at + field.lapse] = never
  floors.fill(Infinity, block * 3, block * 3 + 3)
  shelf.removed[block] = 0
  const base = block * Shelf.span
  for (let entry = base; entry < base + shelf.counts[block]!; entry++) widen(pieces, block, entry)
}

/** Makes the summary of a block promise what an entry of it does. */
export const widen = (pieces: Pieces.Pieces, block: number, entry: number): void => {
  const { zones, floors, shelf, now } = pieces
  const at = block * width
  const mark = shelf.marks[entry]!
  const to = Shelf.endAt(shelf, entry)
  zones[at + field.bits]! |= mark & 0xf_ffff
  if (Mark.ratingIn(mark) > zones[at + field.rating]!)
    zones[at + field.rating] = Mark.ratingIn(mark)
  if (to > zones[at + field.to]!) zones[at + field.to] = to
  if (Mark.leaseIn(mark) < zones[at + field.minLease]!)
    zones[at + field.minLease] = Mark.leaseIn(mark)
  if (Mark.qualityIn(mark) > zones[at + field.quality]!)
    zones[at + field.quality] = Mark.qualityIn(mark)
  // PERF: the mark has no more than the highest bit of the least lease, but looking it up would fetch two lines of memory
  // for each entry. So the timer may come too early, and the sweep then looks.
  const lapse = Math.max(now + 1, to - 2 ** (Mark.leaseIn(mark) + 1) + 2)
  if (lapse < zones[at + field.lapse]!) {
    zones[at + field.lapse] = lapse
    arm(pieces, block)
  }
  if (shelf.extras.length > 0) lower(floors, block, shelf.extras, entry)
}

/** Makes the least prices of a block not higher than those of an entry of it. */
export const lower = (
  floors: Float64Array,
  block: number,
  extras: Float64Array,
  entry: number,
): void => {
  for (let n = 0; n < 3; n++)
    if (extras[entry * 3 + n]! < floors[block * 3 + n]!)
      floors[block * 3 + n] = extras[entry * 3 + n]!
}

const arm = ({ zones, lapses }: Pieces.Pieces, block: number): void => {
  const lapse = zones[block * width + field.lapse]!
  if (lapse >= zones[block * width + field.armed]!) return
  zones[block * width + field.armed] = lapse
  Wheel.add(lapses, lapse, block)
}

/** Finds what is too short by now in a block, and sets the timer for what will be next. */
export const sweep = (
  pieces: Pieces.Pieces,
  block: number,
  now: number,
  lapsed: Array<number>,
): void => {
  const { shelf, rows, zones } = pieces
  let earliest = never
  const base = block * Shelf.span
  for (let at = base; at < base + shelf.counts[block]!; at++) {
    const slot = Shelf.slotAt(shelf, at)
    const least = minLeaseOf(pieces, at)
    const left = Shelf.endAt(shelf, at) - Math.max(rows[slot * Row.width + Row.field.from]!, now)
    if (left < least) lapsed.push(slot)
    else earliest = Math.min(earliest, Shelf.endAt(shelf, at) - least + 1)
  }
  zones[block * width + field.lapse] = earliest
  zones[block * width + field.armed] = never
  arm(pieces, block)
}

const minLeaseOf = ({ shelf, wares }: Pieces.Pieces, at: number): number => {
  const ware = Row.wareOf(shelf.traits[at * Row.traits + Row.trait.ware]!)
  return wares.rows[ware * Ware.width + Ware.field.minLease]!
}
