// Which seats of a piece a request takes: from the lowest up, one seat of an address, within the spread caps
// (IPSX-MAT-008, IPSX-MAT-009).
import * as Counts from "./Counts.ts"
import * as Row from "./Row.ts"
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
 * Chooses seats of a piece, at most `wanted`, appends their runs, and notes them in the tally; how many they are.
 * PERF: usual addresses for a request that has no cap that can bind need no look at the ware and no counts.
 */
export const choose = (search: Search, wish: Wish, slot: number, wanted: number): number => {
  const { rows } = search.pieces
  const at = slot * Row.width
  const isPlain =
    rows[at + Row.field.ware]! < Row.special &&
    wish.maxPerGroup >= wish.addresses &&
    wish.maxPerNetwork >= wish.addresses
  if (!isPlain) return chooseWithCare(search, wish, slot, wanted)
  const first = rows[at + Row.field.first]!
  const count = Math.min(wanted, rows[at + Row.field.seats]!)
  // A request for one address meets none twice.
  if (wish.addresses > 1) {
    const place = rows[at + Row.field.place]! >>> 0
    if (!Tally.appendNew(search.tally, place + first, count))
      return chooseWithCare(search, wish, slot, wanted)
  }
  const { seatsMax, runs } = search
  for (let from = 0; from < count; from += seatsMax)
    push(runs, first + from, Math.min(seatsMax, count - from))
  return count
}

const chooseWithCare = (search: Search, wish: Wish, slot: number, wanted: number): number => {
  const { pieces, places, tally, runs } = search
  const at = slot * Row.width
  const { rows, wares } = pieces
  const ware = Row.wareOf(rows, slot) * Ware.width
  const network = wares.rows[ware + Ware.field.network]! >>> 0
  const concurrency = wares.rows[ware + Ware.field.concurrency]!
  const isVersion6 = (wares.rows[ware + Ware.field.quality]! & Ware.version6) !== 0
  const raw = rows[at + Row.field.place]!
  const place = isVersion6 ? raw : raw >>> 0
  const first = rows[at + Row.field.first]!
  const end = first + rows[at + Row.field.seats]!
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
    append(runs, begin, seat, count, search.seatsMax)
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
