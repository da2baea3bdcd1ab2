// Searches over pieces alone, and what a list that is sorted says of them: what comes, in which order, and where it ends.
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import type { Wish } from "../../../src/matching/book/Wish.ts"
import { drawing } from "./Draw.ts"
import { Market, type Special } from "./Market.ts"

export const now = 100
/** One protocol that some have, and values that some do not reach. */
const asked = Mark.bits(4, 0)
const markOf = (draw: (below: number) => number): number =>
  Mark.of(Mark.bits(draw(4) > 0 ? 7 : 1, 3), draw(1001), 1 + draw(40), draw(1001))

export const wishOf = (changes: Partial<Wish> = {}): Wish =>
  ({
    number: 0,
    duration: 20,
    isNow: true,
    windowFrom: 0,
    windowTo: 1_000_000,
    countries: [],
    classes: 0b110,
    bits: asked,
    coarseRating: 2,
    coarseQuality: 1,
    coarseLease: Mark.coarse.lease(20),
    bytes: 0,
    limit: 1e9,
    perSecondLimit: Infinity,
    perSecondMax: 1e9,
    ...changes,
  }) as Wish

interface One {
  readonly slot: number
  readonly key: number
  readonly cost: number
  readonly cell: string
  readonly passes: boolean
}

/** Every piece that a wish names, and what the definition of a search makes of it. */
export const all = ({ pieces, sequences }: Market, wish: Wish): ReadonlyArray<One> => {
  const { shelf, rows } = pieces
  const rank = (slot: number) => [
    sequences[rows[slot * Row.width + Row.field.offer]!]!,
    rows[slot * Row.width + Row.field.from]!,
    rows[slot * Row.width + Row.field.first]!,
  ]
  return pieces.cells
    .flatMap((cell) => {
      if (cell === undefined || cell.size === 0) return []
      const [country, type, isLater] = [
        Math.floor(cell.key / 24),
        (cell.key >> 1) % 12,
        cell.key & 1,
      ]
      if ((wish.classes & (1 << type)) === 0 || (wish.isNow && isLater === 1)) return []
      if (wish.countries.length > 0 && !wish.countries.includes(country)) return []
      return [...cell.blocks.subarray(0, cell.size)].flatMap((block) =>
        Array.from({ length: shelf.counts[block]! }, (_, n): One => {
          const at = block * Shelf.span + n
          const slot = Shelf.slotAt(shelf, at)
          const key = Shelf.keyAt(shelf, at)
          const prices =
            shelf.extras.length > 0 ? shelf.extras.subarray(at * 3, at * 3 + 3) : [key, 0, 0]
          const cost = prices[2]! + prices[0]! * wish.duration + prices[1]! * wish.bytes
          const from = rows[slot * Row.width + Row.field.from]!
          const begin = Math.max(now, from, wish.isNow ? now : wish.windowFrom)
          const end = Math.min(Shelf.endAt(shelf, at), wish.isNow ? Infinity : wish.windowTo)
          const mark = shelf.marks[at]!
          const passes =
            begin + wish.duration <= end &&
            (mark & wish.bits) === wish.bits &&
            Mark.ratingIn(mark) >= wish.coarseRating &&
            Mark.qualityIn(mark) >= wish.coarseQuality &&
            Mark.leaseIn(mark) <= wish.coarseLease &&
            cost <= wish.limit &&
            prices[0]! <= Math.min(wish.perSecondLimit, wish.perSecondMax)
          return { slot, key, cost, cell: `${cell.key}`, passes }
        }),
      )
    })
    .toSorted((a, b) => {
      const [left, right] = [rank(a.slot), rank(b.slot)]
      return a.key - b.key || left.map((n, at) => n - right[at]!).find((by) => by !== 0) || 0
    })
}

/** The first that may not be looked at, in reference order. */
export const cutOf = (list: ReadonlyArray<One>, scanMax: number): number => {
  if (list.length <= scanMax) return list.length
  const cells = Map.groupBy(list, ({ cell }) => cell)
  const cuts = [...cells.values()].flatMap((group) => {
    const depth = Math.max(
      1,
      Math.floor(scanMax / 1024),
      Math.floor((scanMax * group.length) / list.length),
    )
    return group.slice(depth, depth + 1)
  })
  return Math.min(...cuts.map((one) => list.indexOf(one)))
}

export const slotOf = (shelf: Shelf.Shelf, at: number): number =>
  at < 0 ? -1 : Shelf.slotAt(shelf, at)

/** Markets of several shapes: how many countries, how dear, how many pieces of an offer. */
export const filled = (
  seed: number,
  size: number,
  countries: number,
  prices: number,
  special: (draw: (below: number) => number) => Special = () => ({}),
  scanMax = 100_000,
): Market => {
  const draw = drawing(seed)
  const one = new Market(scanMax)
  for (let n = 0; n < size; n++)
    one.add(draw(countries), 1 + draw(prices), {
      mark: markOf(draw),
      type: 1 + draw(2),
      from: draw(3) === 0 ? now + 1 + draw(60) : 50 + draw(50),
      to: now + 10 + draw(200),
      ...(one.sequences.length > 0 && draw(3) === 0
        ? { offer: draw(one.sequences.length), first: n }
        : {}),
      ...special(draw),
    })
  return one
}

export const shapes = [
  { size: 300, countries: 3, prices: 5 },
  { size: 700, countries: 2, prices: 1000 },
  { size: 900, countries: 60, prices: 8 },
  { size: 500, countries: 200, prices: 400 },
  { size: 40, countries: 2, prices: 3 },
]

export const wishes: ReadonlyArray<Partial<Wish>> = [
  {},
  { isNow: false, windowFrom: 130, windowTo: 200 },
  { isNow: false, windowFrom: 0, windowTo: 170, classes: 0b010 },
  { countries: [0, 1] },
  { countries: [1], isNow: false, windowFrom: 110, windowTo: 400 },
  { countries: Array.from({ length: 64 }, (_, n) => n), isNow: false },
  { perSecondMax: 3 },
  { coarseRating: 14, coarseQuality: 7 },
  { classes: 0b1000 },
]
export const bounds = [1e6, 200, 37, 5]
