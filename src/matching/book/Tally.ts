// What one request has had, for the search at hand: addresses by owner, and counts by group and network
// (IPSX-MAT-008). It is filled from the request's history when a search begins. Owned and mutable.
import * as Counts from "./Counts.ts"
import type { Places } from "./Places.ts"
import * as Place from "./Places.ts"
import type { Wish } from "./Wish.ts"

export interface Tally {
  readonly groups: Counts.Counts
  readonly networks: Counts.Counts
  /** Of each owner, one more than the number of its last run. */
  readonly owners: Counts.Counts
  /** Five numbers for each run, as in `Wish.had`, and the number of the owner's run before it. */
  readonly runs: Array<number>
  readonly previous: Array<number>
}

export const make = (): Tally => ({
  groups: Counts.make(),
  networks: Counts.make(),
  owners: Counts.make(),
  runs: [],
  previous: [],
})

/** Begins a search of a request. */
export const begin = (tally: Tally, places: Places, wish: Wish): void => {
  if (tally.groups.size > 0) Counts.clear(tally.groups)
  if (tally.networks.size > 0) Counts.clear(tally.networks)
  if (tally.owners.size > 0) {
    Counts.clear(tally.owners)
    tally.runs.length = 0
    tally.previous.length = 0
  }
  const { had } = wish
  for (let at = 0; at < had.length; at += 5) {
    const [owner, place, from, to, network] = [
      had[at]!,
      had[at + 1]!,
      had[at + 2]!,
      had[at + 3]!,
      had[at + 4]!,
    ]
    append(tally, owner, place, from, to, network)
    Counts.set(tally.networks, network, Counts.get(tally.networks, network) + to - from)
    for (let index = from; index < to;) {
      const end = Math.min(to, Place.endOfGroup(places, place, index))
      const group = Place.groupOf(places, place, index)
      Counts.set(tally.groups, group, Counts.get(tally.groups, group) + end - index)
      index = end
    }
  }
}

/** Notes that a request has addresses of an owner, without counting them. */
export const append = (
  tally: Tally,
  owner: number,
  place: number,
  from: number,
  to: number,
  network: number,
): void => {
  const number = tally.previous.length
  tally.previous.push(Counts.get(tally.owners, owner) - 1)
  tally.runs.push(owner, place, from, to, network)
  Counts.set(tally.owners, owner, number + 1)
}

/** From an address of a range on: where those end that the owner's request has not had; the address itself if it has had it. */
export const freeUntil = (
  tally: Tally,
  places: Places,
  owner: number,
  place: number,
  address: number,
): number => {
  let until = Infinity
  for (let run = Counts.get(tally.owners, owner) - 1; run >= 0; run = tally.previous[run]!) {
    const shift = Place.shift(places, tally.runs[run * 5 + 1]!, place)
    const from = tally.runs[run * 5 + 2]! + shift
    if (from <= address && address < tally.runs[run * 5 + 3]! + shift) return address
    if (from > address && from < until) until = from
  }
  return until
}

/** Where the run ends that has an address that was had. */
export const hadUntil = (
  tally: Tally,
  places: Places,
  owner: number,
  place: number,
  address: number,
): number => {
  for (let run = Counts.get(tally.owners, owner) - 1; run >= 0; run = tally.previous[run]!) {
    const shift = Place.shift(places, tally.runs[run * 5 + 1]!, place)
    const to = tally.runs[run * 5 + 3]! + shift
    if (tally.runs[run * 5 + 2]! + shift <= address && address < to) return to
  }
  return address
}
