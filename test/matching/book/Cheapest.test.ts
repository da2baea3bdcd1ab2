// The lists of the cheapest: how long they are, what belongs to them, when they are given up and when they may be used.
import { describe, expect, it } from "vitest"
import * as Cheapest from "../../../src/matching/book/Cheapest.ts"
import * as Pieces from "../../../src/matching/book/Pieces.ts"
import * as Row from "../../../src/matching/book/Row.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"
import { drawing } from "./Draw.ts"
import { Market, market } from "./Market.ts"

const filled = (count: number, prices: number, scanMax?: number): Market => {
  const draw = drawing(count)
  const one = new Market(scanMax)
  for (let n = 0; n < count; n++) one.add(draw(3), 10 + draw(prices))
  return one
}

describe("a list of the cheapest", () => {
  it.each([
    [1, 8, true],
    [8, 8, true],
    [9, 8, false],
    [71, 8, false],
    [72, 9, false],
    [800, 100, false],
    [32_760, 4095, false],
    [33_600, 4096, false],
  ])("of %i pieces is to have %i", (count, length, isWhole) => {
    const one = filled(count, 50)
    expect(one.isReady()).toBe(true)
    expect([one.length, one.isWhole]).toEqual([length, isWhole])
    expect(one.listed.length).toBe(Math.min(count, length))
    if (count < 1000) one.expectCheapest()
  })

  it("is not made where there is nothing", () => {
    const one = new Market()
    expect(one.isReady()).toBe(true)
    expect(one.length).toBe(0)
  })

  it("merges lists of several blocks", () => {
    const one = filled(3000, 20)
    one.isReady()
    expect(one.listed.length).toBe(375)
    one.expectCheapest()
  })

  it("merges lists that nobody has brought in order, and many of them", () => {
    const one = filled(3000, 2 ** 30)
    one.isReady()
    expect(one.listed.length).toBe(375)
    one.expectCheapest()
    const draw = drawing(9)
    const many = new Market()
    for (let n = 0; n < 2400; n++) many.add(draw(60), draw(2 ** 30))
    many.isReady()
    expect(many.listed.length).toBe(300)
    many.expectCheapest()
    // One list is emptied into it to its last entry, the others hardly.
    const uneven = new Market()
    for (let n = 0; n < 1500; n++)
      uneven.add(n < 1200 ? 1 + (n % 9) : 0, n < 1200 ? 5000 - n : n / 10)
    uneven.isReady()
    expect(uneven.listed.length).toBe(187)
    uneven.expectCheapest()
  })

  it("takes what comes before its end: by price, by age, by beginning, by seat", () => {
    const one = new Market()
    for (let n = 0; n < 80; n++) one.add(n % 3, n < 5 ? 10 : 20, { from: 60, first: 50 })
    const late = one.add(1, 20, { offer: 200, from: 60, first: 50 })
    one.isReady()
    expect(one.listed.length).toBe(10)
    const last = one.listed.at(-1)!
    const offer = one.pieces.rows[last * Row.width + Row.field.offer]!
    one.add(0, 21)
    one.add(0, 20, { offer: 300 })
    one.add(offer % 3, 20, { offer, from: 61 })
    one.add(offer % 3, 20, { offer, from: 60, first: 51 })
    one.add((offer + 1) % 3, 20, { offer: offer + 1, from: 0 })
    expect(one.listed.length).toBe(10)
    expect(one.listed).not.toContain(late)
    const own = [
      one.add(offer % 3, 20, { offer, from: 60, first: 49 }),
      one.add(offer % 3, 20, { offer, from: 59, first: 99 }),
      one.add((offer + 2) % 3, 20, { offer: offer - 1, from: 90, first: 99 }),
      one.add(2, 19),
    ]
    expect(one.listed.length).toBe(14)
    for (const slot of own) expect(one.listed).toContain(slot)
    one.expectCheapest()
    for (const slot of own) Pieces.remove(one.pieces, slot)
    Pieces.remove(one.pieces, late)
    expect(one.listed.length).toBe(10)
    one.expectCheapest()
  })

  it("is cut when it has more than twice what it was to have, by a thirty-second and one", () => {
    const one = filled(600, 50)
    one.isReady()
    expect(one.length).toBe(75)
    for (let n = 0; n < 75; n++) one.add(n % 3, 1)
    expect(one.listed.length).toBe(150)
    one.add(0, 1)
    expect(one.listed.length).toBe(151 - 3)
    one.expectCheapest()
    const [first] = one.ranked.slice(148)
    one.add(1, Shelf.keyAt(one.pieces.shelf, Pieces.entryOf(one.pieces, first!)) - 1)
    expect(one.listed.length).toBe(149)
    one.expectCheapest()
  })

  it("is given up when less than half of it is left", () => {
    const one = filled(600, 50)
    one.isReady()
    while (one.listed.length > 37) Pieces.remove(one.pieces, one.listed[3]!)
    expect(one.length).toBe(75)
    one.expectCheapest()
    Pieces.remove(one.pieces, one.listed[0]!)
    expect([one.length, one.listed.length]).toEqual([0, 0])
    expect(one.pieces.cheapest.shelf.spare.length).toBe(one.pieces.cheapest.shelf.used)
    expect([...one.pieces.cheapest.held].every((held) => held === 0)).toBe(true)
    one.add(0, 1)
    expect(one.listed.length).toBe(0)
    one.isReady()
    expect(one.length).toBe(70)
    one.expectCheapest()
  })

  it("stays while it has everything, however little that is", () => {
    const one = filled(8, 50)
    one.isReady()
    for (let n = 0; n < 7; n++) Pieces.remove(one.pieces, one.listed[0]!)
    expect([one.length, one.isWhole, one.listed.length]).toEqual([8, true, 1])
    one.add(2, 5000)
    expect(one.listed.length).toBe(2)
    one.expectCheapest()
  })

  it("is made anew when the market has outgrown it", () => {
    const one = filled(64, 50)
    one.isReady()
    expect(one.length).toBe(8)
    while (one.count < 143) one.add(one.count % 3, 1000)
    one.isReady()
    expect(one.length).toBe(8)
    one.add(0, 1000)
    one.isReady()
    expect([one.length, one.listed.length]).toEqual([18, 18])
    one.expectCheapest()
  })

  it("that has everything is kept when the market has outgrown it, until it is cut", () => {
    const one = filled(7, 50)
    one.isReady()
    while (one.count < 16) one.add(one.count % 3, 1000)
    one.isReady()
    expect([one.length, one.isWhole, one.listed.length]).toEqual([8, true, 16])
    one.add(0, 1000)
    expect([one.length, one.isWhole, one.listed.length]).toEqual([8, false, 16])
    one.expectCheapest()
  })
})

describe("a search may use the list", () => {
  /** Of country 0 all pieces are listed, of country 1 a tenth. */
  const uneven = (scanMax: number): Market => {
    const one = new Market(scanMax)
    for (let n = 0; n < 20; n++) one.add(0, 1)
    for (let n = 0; n < 180; n++) one.add(1, n < 18 ? 2 : 100 + n)
    return one
  }

  it.each([
    [200, 200, true],
    [200, 199, false],
    [200, 20, false],
    [1000, 1000, true],
    [1000, 999, false],
  ])("of %i pieces in all, when %i may be looked at: %s", (total, scanMax, expected) => {
    expect(uneven(scanMax).isReady(total, scanMax)).toBe(expected)
  })

  it("when each list of its cells has less of its pieces in it than may be looked at", () => {
    const one = new Market(100)
    for (let n = 0; n < 200; n++) one.add(n % 2, n)
    // 25 are listed, 13 of 100 and 12 of 100.
    expect(one.isReady(200, 100)).toBe(true)
    expect(one.pieces.cheapest.shares[market]).toBeCloseTo(0.13, 12)
    expect(one.isReady(769, 100)).toBe(true)
    expect(one.isReady(770, 100)).toBe(false)
    // A share that was larger once is looked at again.
    for (let n = 0; n < 60; n++) one.add(0, 1000)
    one.pieces.cheapest.shares[market] = 1
    expect(one.isReady(200, 100)).toBe(true)
    expect(one.pieces.cheapest.shares[market]).toBeCloseTo(0.12, 12)
  })

  it("in which few of a small list do not count, for each has so many", () => {
    const one = new Market(4096)
    for (let n = 0; n < 4; n++) one.add(0, 1)
    for (let n = 0; n < 400; n++) one.add(1, n + 2)
    expect(one.isReady(100_000, 4096)).toBe(false)
    const other = new Market(5120)
    for (let n = 0; n < 5; n++) other.add(0, 1)
    for (let n = 0; n < 4000; n++) other.add(1 + (n % 200), n + 2)
    // Five of five are listed, and five may be looked at in any case; of the others at most four of twenty.
    expect(other.isReady(24_000, 5120)).toBe(true)
    expect(other.pieces.cheapest.shares[market]).toBe(0)
    other.add(0, 1)
    expect(other.pieces.cheapest.shares[market]).toBe(1)
    expect(other.isReady(24_000, 5120)).toBe(false)
    Pieces.remove(other.pieces, other.listed[0]!)
    expect(other.isReady(24_000, 5120)).toBe(true)
  })
})

describe("the bytes of a list", () => {
  it("are those of its shelf and of its counts", () => {
    const { cheapest } = new Market().pieces
    expect(Cheapest.bytes(cheapest)).toBe(Shelf.bytes(cheapest.shelf) + 256 * 24 * 4)
    expect(cheapest.bounds.length).toBe(24 * 4)
  })
})
