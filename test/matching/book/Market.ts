// Pieces and the lists that they lie in, without orders and without a search.
import { expect } from "vitest"
import * as Cheapest from "../../../src/matching/book/Cheapest.ts"
import * as Mark from "../../../src/matching/book/Mark.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import * as Ware from "../../../src/matching/book/Ware.ts"

/** Of class 1, usable now. */
export const market = 2

/** What may be different about a piece. */
export interface Special {
  readonly offer?: number
  readonly from?: number
  readonly to?: number
  readonly first?: number
  readonly seats?: number
  /** The class; 1 when left out. */
  readonly type?: number
  readonly mark?: number
  /** With it, the prices of a byte and of the set-up; the price is then the reference. */
  readonly mixed?: readonly [perSecond: number, perByte: number, setup: number]
}

/** Pieces without a book: of offers whose sequence is their number, of one ware. */
export class Market {
  readonly sequences: Array<number> = []
  readonly pieces: Pieces.Pieces
  readonly ware: number

  constructor(scanMax = 100_000) {
    this.pieces = Pieces.make(64, 100, scanMax, (offer) => this.sequences[offer]!)
    this.ware = Ware.acquire(this.pieces.wares, {
      owner: 1,
      network: 1,
      concurrency: 1,
      bandwidth: 1,
      quality: 1000,
      rating: 500,
      version: 4,
      minLease: 5,
      admission: null,
    })
  }

  /** A piece in a country, at a price; its slot. */
  add(country: number, price: number, special: Special = {}): number {
    const offer = special.offer ?? this.sequences.length
    this.sequences[offer] ??= offer
    const mark = special.mark ?? Mark.of(offer & 0xf_ffff, 500, 5, 1000)
    const [perSecond, perByte, setup] = special.mixed ?? [price, 0, 0]
    const lot: Pieces.Lot = {
      offer,
      ware: this.ware,
      place: offer * 256,
      sequence: offer,
      kind: country * 12 + (special.type ?? 1),
      mark,
      reference: price,
      isMixed: special.mixed !== undefined,
      perSecond,
      perByte,
      setup,
    }
    const { first = 0, seats = 1, from = 50, to = 10_000 } = special
    return Pieces.add(this.pieces, lot, first, seats, from, to)
  }

  isReady(total = this.count, scanMax = 100_000): boolean {
    return Cheapest.isReady(this.pieces, market, { total, scanMax })
  }

  get count(): number {
    return this.pieces.counts[market]!
  }

  get length(): number {
    return this.pieces.cheapest.lengths[market]!
  }

  get isWhole(): boolean {
    return Cheapest.isWhole(this.pieces.cheapest, market)
  }

  /** The slots in the list, in order. */
  get listed(): ReadonlyArray<number> {
    const { shelf, lists } = this.pieces.cheapest
    const { blocks, size } = lists[market]!
    return [...blocks.subarray(0, size)].flatMap((block) => {
      Shelf.tidy(shelf, block)
      return Array.from({ length: shelf.counts[block]! }, (_, n) =>
        Shelf.slotAt(shelf, block * Shelf.span + n),
      )
    })
  }

  /** All slots in the order of rank. */
  get ranked(): ReadonlyArray<number> {
    const { shelf, rows } = this.pieces
    const slots = this.pieces.cells.flatMap((cell) =>
      cell === undefined
        ? []
        : [...cell.blocks.subarray(0, cell.size)].flatMap((block) =>
            Array.from({ length: shelf.counts[block]! }, (_, n) =>
              Shelf.slotAt(shelf, block * Shelf.span + n),
            ),
          ),
    )
    const rank = (slot: number) => {
      const row = slot * Row.width
      return [
        Shelf.keyAt(shelf, Pieces.entryOf(this.pieces, slot)),
        this.sequences[rows[row + Row.field.offer]!]!,
        rows[row + Row.field.from]!,
        rows[row + Row.field.first]!,
      ]
    }
    return slots.toSorted((a, b) => {
      const [left, right] = [rank(a), rank(b)]
      return left.map((value, at) => value - right[at]!).find((by) => by !== 0) ?? 0
    })
  }

  expectCheapest(): void {
    const { listed } = this
    expect(listed).toEqual(this.ranked.slice(0, listed.length))
    const { held } = this.pieces.cheapest
    for (const cell of this.pieces.cells) {
      if (cell === undefined) continue
      const mine = listed.filter((slot) => Pieces.cellAt(this.pieces, slot) === cell)
      expect(held[cell.key]).toBe(mine.length)
    }
  }
}
