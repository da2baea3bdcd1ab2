// What one request has had, for the search at hand: addresses, whoever offered them, and counts by group and network
// (IPSX-MAT-008). It is filled from the request's history when a search begins. Owned and mutable.
import * as Counts from "./Counts.ts"
import type { Places } from "./Places.ts"
import * as Place from "./Places.ts"
import * as Shelf from "./Shelf.ts"
import type { Wish } from "./Wish.ts"

export interface Tally {
  readonly groups: Counts.Counts
  readonly networks: Counts.Counts
  /** Of each page of 256 addresses, one more than the number of the last run in it. */
  readonly pages: Counts.Counts
  /** The first position of each run and the one after its last. */
  runs: Float64Array
  /** The number of the run before it in its page; -1 for none. */
  previous: Int32Array
  /** Runs. */
  size: number
}

export const make = (): Tally => ({
  groups: Counts.make(),
  networks: Counts.make(),
  pages: Counts.make(),
  runs: new Float64Array(128),
  previous: new Int32Array(64),
  size: 0,
})

/** Begins a search of a request. */
export const begin = (tally: Tally, places: Places, wish: Wish): void => {
  if (tally.groups.size > 0) Counts.clear(tally.groups)
  if (tally.networks.size > 0) Counts.clear(tally.networks)
  if (tally.pages.size > 0) Counts.clear(tally.pages)
  tally.size = 0
  const { had } = wish
  // A cap that all addresses together stay within needs no counting.
  const isGroupCapped = wish.maxPerGroup < wish.addresses
  const isNetworkCapped = wish.maxPerNetwork < wish.addresses
  for (let at = 0; at < had.length; at += 4) {
    const place = had[at]!
    const from = had[at + 1]!
    const to = had[at + 2]!
    const network = had[at + 3]!
    append(tally, places, place, from, to)
    if (isNetworkCapped)
      Counts.set(tally.networks, network, Counts.get(tally.networks, network) + to - from)
    for (let index = isGroupCapped ? from : to; index < to;) {
      const end = Math.min(to, Place.endOfGroup(places, place, index))
      const group = Place.groupOf(places, place, index)
      Counts.set(tally.groups, group, Counts.get(tally.groups, group) + end - index)
      index = end
    }
  }
}

const pageOf = (position: number): number => Math.floor(position / Place.page)

// Notes a run; its number.
const push = (tally: Tally, from: number, to: number, previous: number): number => {
  const number = tally.size++
  if (number === tally.previous.length) {
    tally.runs = Shelf.longer(tally.runs, number * 4)
    tally.previous = Shelf.longer(tally.previous, number * 2)
  }
  tally.runs[number * 2] = from
  tally.runs[number * 2 + 1] = to
  tally.previous[number] = previous
  return number
}

/** Notes that a request has some addresses of a range, without counting them. */
export const append = (
  tally: Tally,
  places: Places,
  place: number,
  from: number,
  to: number,
): void => {
  for (let index = from; index < to;) {
    const position = Place.position(places, place, index)
    const end = Math.min(to, index + Place.page - (position % Place.page))
    const page = Counts.find(tally.pages, pageOf(position))
    const last = Counts.at(tally.pages, page) - 1
    const number = push(tally, position, position + end - index, last)
    Counts.put(tally.pages, page, pageOf(position), number + 1)
    index = end
  }
}

/**
 * Notes some addresses of version 4 that lie in one page in which nothing was had; whether they do, and nothing is noted
 * when they do not.
 */
export const appendNew = (tally: Tally, position: number, count: number): boolean => {
  if ((position % Place.page) + count > Place.page) return false
  const { pages } = tally
  const at = Counts.find(pages, pageOf(position))
  if (Counts.at(pages, at) !== 0) return false
  Counts.put(pages, at, pageOf(position), push(tally, position, position + count, -1) + 1)
  return true
}

/**
 * From an address of a range on: where those end that the request has not had, at the end of their page at the latest;
 * the address itself if it has had it.
 */
export const freeUntil = (tally: Tally, places: Places, place: number, address: number): number => {
  const position = Place.position(places, place, address)
  let until = Place.page - (position % Place.page)
  for (let run = Counts.get(tally.pages, pageOf(position)) - 1; run >= 0;) {
    const from = tally.runs[run * 2]! - position
    if (from <= 0 && tally.runs[run * 2 + 1]! > position) return address
    if (from > 0 && from < until) until = from
    run = tally.previous[run]!
  }
  return address + until
}

/** Where the run ends that has an address that was had. */
export const hadUntil = (tally: Tally, places: Places, place: number, address: number): number => {
  const position = Place.position(places, place, address)
  for (let run = Counts.get(tally.pages, pageOf(position)) - 1; run >= 0;) {
    const to = tally.runs[run * 2 + 1]!
    if (tally.runs[run * 2]! <= position && position < to) return address + to - position
    run = tally.previous[run]!
  }
  return address
}
