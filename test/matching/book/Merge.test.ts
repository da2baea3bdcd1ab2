// How a list of the cheapest is put together from the cells of its market: those of one price by age, blocks that are out of
// order, and what is said of each piece.
import { describe, expect, it } from "vitest"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import { drawing } from "./Draw.ts"
import { Market, market } from "./Market.ts"

/** The cell of a country. */
const cellOf = (one: Market, country: number): Shelf.Cell =>
  one.pieces.cells[country * 24 + market]!

/** So many countries of the same pieces, dearer than all others. */
const fill = (one: Market, count: number): void => {
  for (let n = 0; n < count; n++) one.add(1 + (n % 3), 10_000 + n)
}

describe("a list of the cheapest that is made", () => {
  it.each([[[5, 3, 4, 1, 2, 0]], [[2, 1, 0]], [[3, 0, 2, 1]]])(
    "begins with the oldest of one price, of lists that came as %j",
    (offers) => {
      const one = new Market()
      for (const [country, offer] of offers.entries()) one.add(country, 10, { offer })
      for (let n = 0; n < 80; n++) one.add(n % offers.length, 20)
      one.isReady()
      expect(one.listed.length).toBeGreaterThan(offers.length)
      one.expectCheapest()
    },
  )

  it("brings each block in order when it comes to it", () => {
    const draw = drawing(4)
    const one = new Market()
    for (let n = 0; n < 500; n++) one.add(0, draw(1000))
    fill(one, 4000)
    const { blocks, size } = cellOf(one, 0)
    const later = [...blocks.subarray(1, size)]
    expect(later.some((block) => !Shelf.isTidy(one.pieces.shelf, block))).toBe(true)
    one.isReady()
    expect(one.length).toBeGreaterThan(500)
    one.expectCheapest()
  })

  it("goes on in the first block of all, when that comes later in a list", () => {
    const draw = drawing(5)
    const one = new Market()
    const gone = one.add(7, 1)
    one.add(0, 1)
    Pieces.remove(one.pieces, gone)
    for (let n = 0; n < 240; n++) one.add(0, 1000 - draw(900))
    fill(one, 2000)
    const { blocks } = cellOf(one, 0)
    expect(blocks.indexOf(0)).toBeGreaterThan(0)
    // It is let go, so that it is out of order.
    for (let n = 0; n < 80 && Shelf.isTidy(one.pieces.shelf, 0); n++) {
      const at = one.pieces.shelf.counts[0]! - 1 - (n % 2)
      const key = Shelf.keyAt(one.pieces.shelf, at)
      Pieces.remove(one.pieces, Shelf.slotAt(one.pieces.shelf, 0))
      one.add(0, key - 1)
    }
    expect(Shelf.isTidy(one.pieces.shelf, 0)).toBe(false)
    one.isReady()
    expect(one.length).toBeGreaterThan(241)
    one.expectCheapest()
  })

  it("says of each piece what its own list says", () => {
    const one = new Market()
    for (let n = 0; n < 90; n++) one.add(n % 3, n, { first: 3 * n, seats: 1 + n })
    one.isReady()
    one.add(1, 0, { first: 7, seats: 777 })
    const { cheapest, shelf } = one.pieces
    const { blocks, size } = cheapest.lists[market]!
    let seen = 0
    for (const block of blocks.subarray(0, size))
      for (let n = 0; n < cheapest.shelf.counts[block]!; n++) {
        const at = block * Shelf.span + n
        const entry = Pieces.entryOf(one.pieces, Shelf.slotAt(cheapest.shelf, at))
        const of = ({ traits }: Shelf.Shelf, entry: number) => [
          ...traits.subarray(entry * Row.traits, (entry + 1) * Row.traits),
        ]
        expect(of(cheapest.shelf, at)).toEqual(of(shelf, entry))
        expect(cheapest.shelf.marks[at]).toBe(shelf.marks[entry])
        expect(Shelf.endAt(cheapest.shelf, at)).toBe(Shelf.endAt(shelf, entry))
        seen++
      }
    expect(seen).toBe(12)
  })
})
