// The definition: look at everything, keep what fits, sort. Slow and meant to be read; the book of integers must
// give the same answers (IPSX-MAT-002).
import * as Order from "../model/Order.ts"
import * as Resource from "../model/Resource.ts"
import * as Match from "./Match.ts"
import type { Rules } from "./Policy.ts"
import type * as Resting from "./Resting.ts"
import * as Store from "./Store.ts"

export const make = (rules: Rules): Store.Store => {
  const pieces = new Set<Resting.Piece>()
  const requests = new Set<Resting.Request>()
  return {
    addPiece: (piece) => void pieces.add(piece),
    removePiece: (piece) => void pieces.delete(piece),
    addRequest: (request) => void requests.add(request),
    removeRequest: (request) => void requests.delete(request),
    candidates: (request, now) => candidates([...pieces], request, now, rules),
    waiting: (offer) => waiting([...requests], offer, rules),
    advance: (before, now) => ({
      lapsed: [...pieces].filter((piece) => Store.isLapsed(piece, now)),
      begun: [...pieces]
        .filter((piece) => before < piece.from && piece.from <= now)
        .map((piece) => piece.offer),
    }),
  }
}

const candidates = (
  pieces: ReadonlyArray<Resting.Piece>,
  request: Resting.Request,
  now: number,
  { scanMax, triesMax }: Rules,
): Store.Candidates => {
  const { order } = request
  const { countries, classes } = order.filter
  const isLater = (piece: Resting.Piece) => piece.from > now
  const isWanted = (piece: Resting.Piece) =>
    (countries.length === 0 || countries.includes(piece.offer.resource.country)) &&
    (classes & (1 << Resource.classOf(piece.offer.resource))) !== 0 &&
    (order.window !== null || !isLater(piece))
  const cell = (piece: Resting.Piece) =>
    `${piece.offer.resource.country} ${Resource.classOf(piece.offer.resource)} ${isLater(piece)}`
  const { allow } = order.filter.provider
  const wanted = pieces.filter(isWanted)
  const cut = allow.length > 0 ? undefined : firstCut(wanted, cell, byReference, scanMax)
  const cost = (piece: Resting.Piece) => Order.costFor(order, piece.offer.order.tariff)
  const ranked = wanted
    .filter(({ offer }) => allow.length === 0 || allow.includes(offer.owner))
    .filter((piece) => cut === undefined || byReference(piece, cut) < 0)
    .filter((piece) => Match.start(piece, order, now) !== undefined)
    .filter(({ offer }) => Match.passesSieve(offer, request))
    .sort((a, b) => Number(cost(a) - cost(b)) || Match.olderFirst(a, b))
    .slice(0, triesMax)
  let tried = 0
  return {
    next: () => {
      while (tried < ranked.length) {
        const piece = ranked[tried++]!
        if (Match.reason(piece.offer, request) === undefined) return piece
      }
      return undefined
    },
    isExhausted: () =>
      tried === triesMax || (cut !== undefined && Match.isWithinLimits(cut.offer, request)),
  }
}

const waiting = (
  requests: ReadonlyArray<Resting.Request>,
  offer: Resting.Offer,
  { scanMax }: Rules,
): ReturnType<Store.Store["waiting"]> => {
  const isAnywhere = ({ order }: Resting.Request) => order.filter.countries.length === 0
  const wanting = requests.filter(
    (request) =>
      isAnywhere(request) || request.order.filter.countries.includes(offer.resource.country),
  )
  const cut = firstCut(wanting, (r) => `${isAnywhere(r)}`, Match.bestRequestFirst, scanMax)
  return {
    requests: wanting
      .filter((request) => cut === undefined || Match.bestRequestFirst(request, cut) < 0)
      .filter((request) => Match.reason(offer, request) === undefined)
      .sort(Match.bestRequestFirst),
    isCut: cut !== undefined && Match.isWithinLimits(offer, cut),
  }
}

/** The order in which the pieces of a cell are looked at (IPSX-MAT-016). */
const byReference = (a: Resting.Piece, b: Resting.Piece): number =>
  Match.reference(a.offer.order.tariff) - Match.reference(b.offer.order.tariff) ||
  Match.olderFirst(a, b)

// Each group may be looked at down to its share; the first of all that lie deeper ends the search in all.
const firstCut = <A>(
  items: ReadonlyArray<A>,
  group: (item: A) => string,
  compare: (a: A, b: A) => number,
  scanMax: number,
): A | undefined => {
  const groups = new Map<string, Array<A>>()
  for (const item of items) groups.set(group(item), [...(groups.get(group(item)) ?? []), item])
  if (items.length <= scanMax) return undefined
  const depth = (group: ReadonlyArray<A>) =>
    Math.max(1, Math.floor(scanMax / 1024), Math.floor((scanMax * group.length) / items.length))
  return [...groups.values()]
    .flatMap((group) => group.sort(compare).slice(depth(group), depth(group) + 1))
    .sort(compare)[0]
}
