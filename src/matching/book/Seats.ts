// Which seats of a piece a request takes: from the lowest up, one seat of an address, within the spread caps
// (IPSX-MAT-008, IPSX-MAT-009).
import * as Counts from "./Counts.ts"
import * as Row from "./Row.ts"
import * as Shelf from "./Shelf.ts"
import * as Pieces from "./Pieces.ts"
import * as Place from "./Places.ts"
import * as Tally from "./Tally.ts"
import * as Ware from "./Ware.ts"
import type { Wish } from "./Wish.ts"

/** Runs of neighbouring seats: the first and the number of each. `size` counts integers. */
export interface Runs {
  list: Int32Array
  size: number
}

export const makeRuns = (): Runs => ({ list: new Int32Array(64), size: 0 })

const push = (runs: Runs, first: number, seats: number): void => {
  if (runs.size === runs.list.length) {
    const more = new Int32Array(runs.size * 2)
    more.set(runs.list)
    runs.list = more
  }
  runs.list[runs.size++] = first
  runs.list[runs.size++] = seats
}

/** What does not change during one search. */
export interface Search {
  readonly pieces: Pieces.Pieces
  readonly places: Place.Places
  readonly tally: Tally.Tally
  readonly runs: Runs
  readonly seatsMax: number
}

/**
 * Chooses seats of the piece of an entry, at most `wanted`, appends their runs, and notes them in the tally; how many
 * they are. Seats are counted from the piece's first.
 * PERF: usual addresses for a request whose networks are not capped need no look at the ware and few counts.
 */
export const choose = (
  search: Search,
  wish: Wish,
  shelf: Shelf.Shelf,
  at: number,
  wanted: number,
): number => {
  const { traits } = shelf
  const trait = at * Row.traits
  const ware = traits[trait + Row.trait.ware]!
  const spot = traits[trait + Row.trait.spot]!
  const seats = traits[trait + Row.trait.seats]!
  if (ware >= Row.special) {
    const { rows, wares } = search.pieces
    const number = Row.wareOf(ware)
    const first = rows[Shelf.slotAt(shelf, at) * Row.width + Row.field.first]!
    const place = Ware.isVersion6(wares, number) ? spot : spot >>> 0
    return chooseWithCare(search, wish, number, place, first, seats, wanted)
  }
  const place = spot >>> 0
  const isGroupCapped = wish.maxPerGroup < wish.addresses
  const isNetworkCapped = wish.maxPerNetwork < wish.addresses
  const count = Math.min(wanted, seats, wish.maxPerGroup)
  // Nothing was had in a page, which is a group too, that is new. A request for one address meets none twice.
  const isNew =
    !isNetworkCapped &&
    (!isGroupCapped || (place % Place.page) + seats <= Place.page) &&
    (wish.addresses === 1 || Tally.appendNew(search.tally, place, count))
  if (!isNew) return chooseWithCare(search, wish, ware, place, 0, seats, wanted)
  if (isGroupCapped) Counts.set(search.tally.groups, Math.floor(place / Place.page), count)
  const { seatsMax, runs } = search
  for (let from = 0; from < count; from += seatsMax)
    push(runs, from, Math.min(seatsMax, count - from))
  return count
}

// `place` is the first address of a range, or of the piece when `first` is 0.
const chooseWithCare = (
  search: Search,
  wish: Wish,
  number: number,
  place: number,
  first: number,
  seats: number,
  wanted: number,
): number => {
  const { pieces, places, tally, runs } = search
  const ware = number * Ware.width
  const { rows } = pieces.wares
  const network = rows[ware + Ware.field.network]! >>> 0
  const concurrency = rows[ware + Ware.field.concurrency]!
  const end = first + seats
  const begin = runs.size
  const isTracked = wish.addresses > 1
  // A cap that all addresses together stay within needs no counting.
  const isGroupCapped = wish.maxPerGroup < wish.addresses
  const isNetworkCapped = wish.maxPerNetwork < wish.addresses
  const inNetwork = isNetworkCapped ? Counts.get(tally.networks, network) : 0
  const most = isNetworkCapped ? Math.min(wanted, wish.maxPerNetwork - inNetwork) : wanted
  let left = most
  for (let seat = first; seat < end && left > 0;) {
    const address = concurrency === 1 ? seat : Math.floor(seat / concurrency)
    const group = Place.groupOf(places, place, address)
    const groupEnd = Place.endOfGroup(places, place, address)
    const groupRoom = isGroupCapped
      ? wish.maxPerGroup - Counts.get(tally.groups, group)
      : wish.maxPerGroup
    if (groupRoom <= 0) {
      seat = groupEnd * concurrency
      continue
    }
    const free = isTracked ? Tally.freeUntil(tally, places, place, address) : Infinity
    if (free === address) {
      seat = Tally.hadUntil(tally, places, place, address) * concurrency
      continue
    }
    const count =
      concurrency > 1
        ? 1
        : Math.min(
            left,
            isGroupCapped ? Math.min(groupRoom, groupEnd - address) : left,
            free - address,
            end - seat,
          )
    append(runs, begin, seat - first, count, search.seatsMax)
    if (isGroupCapped) Counts.set(tally.groups, group, wish.maxPerGroup - groupRoom + count)
    if (isTracked) Tally.append(tally, places, place, address, address + count)
    left -= count
    seat = (address + count) * concurrency
  }
  if (isNetworkCapped && left < most) Counts.set(tally.networks, network, inNetwork + most - left)
  return Math.max(0, most - left)
}

// Neighbouring seats are one run as long as that may be.
const append = (runs: Runs, begin: number, seat: number, count: number, seatsMax: number): void => {
  let first = seat
  const { list, size } = runs
  if (size > begin && seat === list[size - 2]! + list[size - 1]!) {
    const more = Math.min(count, seatsMax - list[size - 1]!)
    list[size - 1]! += more
    first += more
  }
  for (const end = seat + count; first < end;) {
    const seats = Math.min(seatsMax, end - first)
    push(runs, first, seats)
    first += seats
  }
}
