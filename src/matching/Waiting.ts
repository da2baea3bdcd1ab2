// The resting requests of the index: one list for each country that is wanted and one for all countries, each with
// the best request first (IPSX-MAT-007).
import type { Country } from "../model/Country.ts"
import * as Match from "./Match.ts"
import type * as Resting from "./Resting.ts"

export type Waiting = Map<Country | "any", Array<Resting.Request>>

export const make = (): Waiting => new Map()

const listsOf = ({ order }: Resting.Request): Iterable<Country | "any"> =>
  order.filter.countries.length === 0 ? ["any"] : new Set(order.filter.countries)

export const add = (waiting: Waiting, request: Resting.Request): void => {
  for (const name of listsOf(request)) {
    const list = waiting.get(name) ?? []
    waiting.set(name, list)
    list.splice(position(list, request), 0, request)
  }
}

export const remove = (waiting: Waiting, request: Resting.Request): void => {
  for (const name of listsOf(request)) {
    const list = waiting.get(name)
    const at = list === undefined ? 0 : position(list, request)
    if (list?.[at] === request) list.splice(at, 1)
  }
}

/** The requests that an offer can serve now, best first. */
export const forOffer = (
  waiting: Waiting,
  offer: Resting.Offer,
  now: number,
): ReadonlyArray<Resting.Request> => {
  const suits = (request: Resting.Request): boolean => {
    if (Match.reason(offer, request) !== undefined) return false
    for (const piece of offer.pieces)
      if (Match.start(piece, request.order, now) !== undefined) return true
    return false
  }
  const here = (waiting.get(offer.resource.country) ?? []).filter(suits)
  const anywhere = (waiting.get("any") ?? []).filter(suits)
  return here.length === 0
    ? anywhere
    : anywhere.length === 0
      ? here
      : [...here, ...anywhere].sort(Match.bestRequestFirst)
}

const position = (list: ReadonlyArray<Resting.Request>, request: Resting.Request): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (Match.bestRequestFirst(list[middle]!, request) < 0) low = middle + 1
    else high = middle
  }
  return low
}
