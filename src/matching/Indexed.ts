// The fast store: free pieces in cells of country × class × {usable now, usable later}, resting requests in lists
// by country, and timers for what time changes.
import * as Country from "../model/Country.ts"
import * as Heap from "../model/Heap.ts"
import * as IpClass from "../model/IpClass.ts"
import * as Resource from "../model/Resource.ts"
import * as Cell from "./Cell.ts"
import * as Frontier from "./Frontier.ts"
import type * as Resting from "./Resting.ts"
import type * as Store from "./Store.ts"
import * as Waiting from "./Waiting.ts"

interface Timer {
  readonly at: number
  readonly piece: Resting.Piece
}

const timers = () => Heap.make<Timer>((a, b) => a.at < b.at)

/** An index in which one search looks at no more than `scanMax` pieces (IPSX-MAT-015). */
export const make = (scanMax: number): Store.Store => {
  const cells = new Map<number, Cell.Cell>()
  const items = new Map<Resting.Piece, Cell.Item>()
  const begins = timers()
  const lapses = timers()
  const waiting = Waiting.make()

  const cellOf = ({ resource }: Resting.Offer, isLater: boolean): Cell.Cell => {
    const key = cellKey(Country.position(resource.country), Resource.classOf(resource), isLater)
    const found = cells.get(key) ?? Cell.make()
    cells.set(key, found)
    return found
  }
  const drop = (piece: Resting.Piece): void => {
    const item = items.get(piece)
    if (item !== undefined) Cell.remove(item, item)
    items.delete(piece)
  }
  const put = (piece: Resting.Piece, now: number): void =>
    void items.set(piece, Cell.add(cellOf(piece.offer, piece.from > now), piece))

  return {
    addPiece: (piece, now) => {
      put(piece, now)
      if (piece.from > now) Heap.push(begins, { at: piece.from, piece })
      Heap.push(lapses, { at: piece.to - piece.offer.order.minLease + 1, piece })
    },
    removePiece: drop,
    addRequest: (request) => Waiting.add(waiting, request),
    removeRequest: (request) => Waiting.remove(waiting, request),
    candidates: (request, now) => Frontier.search(cellsFor(cells, request), request, now, scanMax),
    waiting: (offer, now) => Waiting.forOffer(waiting, offer, now),
    advance: (_, now) => {
      const lapsed = due(lapses, now)
      const gone = new Set(lapsed)
      const begun = due(begins, now)
      for (const piece of begun)
        if (!gone.has(piece)) {
          drop(piece)
          put(piece, now)
        }
      return { lapsed, begun: begun.map(({ offer }) => offer) }
    },
  }
}

const cellKey = (country: number, ipClass: number, isLater: boolean): number =>
  (country * IpClass.count + ipClass) * 2 + (isLater ? 1 : 0)

// A request that starts now never looks at what is usable later. Wide requests go through the cells that there are.
function* cellsFor(
  cells: ReadonlyMap<number, Cell.Cell>,
  { order }: Resting.Request,
): Generator<Cell.Cell> {
  const { countries, classes } = order.filter
  const isWanted = (ipClass: number) => (classes & (1 << ipClass)) !== 0
  if (countries.length === 0) {
    for (const [key, cell] of cells)
      if (isWanted((key >> 1) % IpClass.count) && (order.window !== null || (key & 1) === 0))
        yield cell
    return
  }
  for (const country of new Set(countries))
    for (let ipClass = 0; ipClass < IpClass.count; ipClass++)
      if (isWanted(ipClass))
        for (const isLater of order.window === null ? [false] : [false, true]) {
          const cell = cells.get(cellKey(Country.position(country), ipClass, isLater))
          if (cell !== undefined) yield cell
        }
}

const due = (heap: Heap.Heap<Timer>, now: number): ReadonlyArray<Resting.Piece> => {
  const found: Array<Resting.Piece> = []
  for (let next = Heap.peek(heap); next !== undefined && next.at <= now; next = Heap.peek(heap)) {
    Heap.pop(heap)
    if (!next.piece.dead) found.push(next.piece)
  }
  return found
}
