// Best-first search for the pieces that are cheapest for one request: cells, then blocks, then pieces, each opened
// only when nothing already seen is surely cheaper (IPSX-MAT-005).
import * as Filter from "../model/Filter.ts"
import * as Heap from "../model/Heap.ts"
import * as Order from "../model/Order.ts"
import type * as Cell from "./Cell.ts"
import * as Match from "./Match.ts"
import type * as Resting from "./Resting.ts"
import type { Candidates } from "./Store.ts"
import * as Summary from "./Summary.ts"

interface Closed {
  readonly bound: number
  readonly group: Cell.Cell | Cell.Block
}

interface Ready {
  readonly cost: number
  readonly piece: Resting.Piece
}

// Two float costs that are closer than this, relatively, are compared exactly.
const doubt = 1e-11

/** The candidates in `cells` for a request, looking at no more than `scanMax` pieces. */
export const search = (
  cells: Iterable<Cell.Cell>,
  request: Resting.Request,
  now: number,
  scanMax: number,
): Candidates => {
  const { order } = request
  const limit = Number(order.limit)
  const from = Math.max(now, order.window?.from ?? 0)
  const exact = (piece: Resting.Piece) => Order.costFor(order, piece.offer.order.tariff)
  const isBefore = (a: Ready, b: Ready): boolean => {
    const difference = a.cost - b.cost
    if (Math.abs(difference) > doubt * a.cost) return difference < 0
    const left = exact(a.piece)
    const right = exact(b.piece)
    return left === right ? Match.olderFirst(a.piece, b.piece) < 0 : left < right
  }
  const closed = Heap.make<Closed>((a, b) => a.bound < b.bound)
  const ready = Heap.make<Ready>(isBefore)
  let scanned = 0
  let isExhausted = false

  const consider = (group: Cell.Cell | Cell.Block): void => {
    if (!Summary.mayServe(group.summary, order, from)) return
    const bound = Summary.bound(group.summary, order)
    if (bound <= limit) Heap.push(closed, { bound, group })
  }
  const look = ({ piece, summary }: Cell.Item): void => {
    scanned++
    const cost = Summary.cost(summary, order)
    if (cost * (1 - doubt) > limit || !Summary.mayServe(summary, order, from)) return
    if (Match.start(piece, order, now) === undefined) return
    const { offer } = piece
    if (Filter.suits(order.filter, offer) ?? Match.terms(offer, request)) return
    if (cost * (1 + doubt) > limit && !Match.isWithinLimits(offer, request)) return
    Heap.push(ready, { cost, piece })
  }
  const open = ({ group }: Closed): void => {
    if ("blocks" in group) for (const block of group.blocks) consider(block)
    else for (const item of group.items) look(item)
  }
  for (const cell of cells) consider(cell)

  return {
    next: () => {
      for (;;) {
        const best = Heap.peek(ready)
        const group = Heap.peek(closed)
        if (group === undefined || (best && best.cost * (1 + doubt) < group.bound))
          return Heap.pop(ready)?.piece
        // What is ready may be dearer than what is still closed, so the search ends here, on a prefix.
        if (scanned >= scanMax) {
          isExhausted = true
          return undefined
        }
        Heap.pop(closed)
        open(group)
      }
    },
    isExhausted: () => isExhausted,
  }
}
