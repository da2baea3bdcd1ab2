import { isDeepStrictEqual } from "node:util"
import { describe, expect, it } from "vitest"
import * as Block from "../../src/matching/book/Block.ts"
import * as Shelf from "../../src/matching/book/Shelf.ts"
import { drawing as numbers } from "./book/Draw.ts"

/** A shelf with one list, and beside it the entries as a plain list. */
class Both {
  readonly key: Array<number> = []
  readonly age: Array<number> = []
  readonly place: Array<number> = []
  readonly entries: Array<number> = []
  readonly shelf = Shelf.make(
    {
      sharesBelow: Shelf.dense,
      isBefore: (a, b) => this.age[a]! < this.age[b]!,
      renew: (block) => void (this.shelf.removed[block] = 0),
      moved: (slot, at) => void (this.place[slot] = at),
      grown: () => undefined,
    },
    8,
    2,
  )
  readonly cell = Shelf.cell(this.shelf, 1)

  /** From here on each entry has three more numbers. */
  extend(): void {
    Shelf.extend(this.shelf)
    for (const block of this.blocks())
      for (const at of this.places(block)) this.enrich(at, Shelf.slotAt(this.shelf, at))
  }

  private enrich(at: number, slot: number): void {
    for (let n = 0; n < 3; n++) this.shelf.extras[at * 3 + n] = slot * 3 + n
  }

  insert(key: number, age: number): void {
    const slot = this.key.length
    this.key.push(key)
    this.age.push(age)
    this.entries.push(slot)
    const at = Shelf.insert(this.shelf, this.cell, slot, key, ~slot, slot)
    this.shelf.traits[at * 2] = slot
    this.shelf.traits[at * 2 + 1] = -slot
    if (this.shelf.extras.length > 0) {
      expect([...this.shelf.extras.subarray(at * 3, at * 3 + 3)]).toEqual([0, 0, 0])
      this.enrich(at, slot)
    }
  }

  remove(index: number, isByKey: boolean): void {
    const [slot] = this.entries.splice(index, 1)
    const at = isByKey
      ? Shelf.locate(this.shelf, this.cell, this.key[slot!]!, slot!)
      : Shelf.find(this.shelf, this.place[slot!]!, slot!)
    if (Shelf.slotAt(this.shelf, at) !== slot) expect.fail(`entry ${slot} is not found`)
    Shelf.remove(this.shelf, at)
  }

  sorted(): ReadonlyArray<number> {
    const { key, age } = this
    return this.entries.toSorted((a, b) => key[a]! - key[b]! || age[a]! - age[b]!)
  }

  blocks(): ReadonlyArray<number> {
    return [...this.cell.blocks.subarray(0, this.cell.size)]
  }

  places(block: number): ReadonlyArray<number> {
    return Array.from({ length: this.shelf.counts[block]! }, (_, n) => block * Shelf.span + n)
  }

  /** What lies in the list, when each block of it is looked at. */
  seen(): ReadonlyArray<number> {
    const { shelf, cell, key } = this
    return this.blocks().flatMap((block, index) => {
      Shelf.tidy(shelf, block)
      return this.places(block).map((at) => {
        const slot = Shelf.slotAt(shelf, at)
        const entry = [Shelf.keyAt(shelf, at), shelf.marks[at], Shelf.endAt(shelf, at)]
        const more = [
          ...shelf.traits.subarray(at * 2, at * 2 + 2),
          ...shelf.extras.subarray(at * 3, at * 3 + 3),
        ]
        const extras = shelf.extras.length > 0 ? [0, 1, 2].map((n) => slot * 3 + n) : []
        if (
          !isDeepStrictEqual(
            [...entry, ...more],
            [key[slot], ~slot, slot, slot, 0 - slot, ...extras],
          )
        )
          expect.fail(`entry ${slot} is not as it was put in`)
        if (!(cell.firsts[index]! <= key[slot]!)) expect.fail(`the first of ${slot}'s block`)
        return slot
      })
    })
  }

  /** How many entries come up to one, one that is not there any more too. */
  upTo(slot: number): number {
    const [index, place] = Shelf.after(this.shelf, this.cell, this.key[slot]!, slot)
    const before = this.blocks().slice(0, index)
    return before.reduce((sum, block) => sum + this.shelf.counts[block]!, place)
  }
}

describe("a shelf", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "IPSX-MAT-002 IPSX-MAT-005 is in order for whoever looks at a block that was let go, with seed %d",
    (seed) => {
      const draw = numbers(seed)
      const both = new Both()
      const keys = 1 + draw(400)
      let loose = 0
      for (let step = 0; step < 6000; step++) {
        // It grows, shrinks and grows again.
        const isGrowing = draw(100) < (Math.floor(step / 1500) % 2 === 0 ? 65 : 35)
        if (isGrowing || both.entries.length === 0) both.insert(draw(keys), draw(2 ** 30))
        else both.remove(draw(both.entries.length), draw(2) === 0)
        if (draw(100) === 0 && both.cell.size > 0)
          Shelf.tidy(both.shelf, both.cell.blocks[draw(both.cell.size)]!)
        if (step === 2200 && seed % 2 === 0) both.extend()
        // The directory knows the first key, whatever goes.
        if (both.entries.length > 0) {
          const least = Math.min(...both.entries.map((slot) => both.key[slot]!))
          if (step % 7 === 0 && (both.cell.firsts[0] !== least || both.shelf.bests[1] !== least))
            expect.fail(`first ${both.cell.firsts[0]}, not ${least}`)
        }
        if (step % 97 !== 0 || both.entries.length === 0) continue
        loose += both.blocks().filter((block) => !Shelf.isTidy(both.shelf, block)).length
        const slot = both.entries[draw(both.entries.length)]!
        expect(both.upTo(slot)).toBe(both.sorted().indexOf(slot) + 1)
        if (step % 776 === 0) expect(both.seen()).toEqual(both.sorted())
      }
      expect(both.seen()).toEqual(both.sorted())
      expect(loose).toBeGreaterThan(30)
    },
  )

  it("lets a block go after 32 changes that nobody has seen, and keeps its order until then", () => {
    const both = new Both()
    for (let n = 0; n < 32; n++) {
      both.insert(100 - n, n)
      expect(Shelf.isTidy(both.shelf, 0)).toBe(true)
    }
    expect(both.shelf.unseen[0]).toBe(32)
    both.insert(500, 1)
    expect(both.shelf.loose[0]).toBe(32)
    both.insert(1, 1)
    both.remove(3, true)
    expect([both.shelf.loose[0], both.shelf.unseen[0]]).toEqual([28, 32])
    Shelf.tidy(both.shelf, 0)
    expect([both.shelf.loose[0], both.shelf.unseen[0]]).toEqual([Shelf.span, 0])
    expect(both.seen()).toEqual(both.sorted())
    for (let n = 0; n < 32; n++) expect(Block.isKept(both.shelf, 0)).toBe(true)
    expect(Block.isKept(both.shelf, 0)).toBe(false)
    expect(both.shelf.unseen[0]).toBe(32)
  })

  it("looks at few entries for what comes and goes in order, and keeps its blocks full", () => {
    let asked = 0
    const shelf: Shelf.Shelf = Shelf.make(
      {
        sharesBelow: Shelf.dense,
        isBefore: (a, b) => {
          asked++
          return a < b
        },
        renew: (block) => void (shelf.removed[block] = 0),
        moved: () => undefined,
        grown: () => undefined,
      },
      1,
    )
    const cell = Shelf.cell(shelf, 0)
    for (let slot = 0; slot < 4000; slot++) Shelf.insert(shelf, cell, slot, slot >> 4, 0, slot)
    // Half of them full at least where they come in order, for a block is split in the middle.
    expect(cell.size).toBeLessThanOrEqual(Math.ceil(4000 / (Shelf.span / 2)))
    expect(asked / 4000).toBeLessThan(20)
    const draw = numbers(5)
    const random = Shelf.cell(shelf, 1)
    for (let slot = 4000; slot < 8000; slot++)
      Shelf.insert(shelf, random, slot, draw(2 ** 30), 0, slot)
    expect(4000 / (random.size * Shelf.span)).toBeGreaterThan(0.75)
    expect(shelf.counts.length).toBeLessThan(1.5 * (cell.size + random.size) + 20)
    expect(Shelf.bytes(shelf)).toBe(
      shelf.counts.length * (Shelf.span * (16 + 4) + 4 + 1 + 1 + 4 + 4),
    )
    for (let slot = 4000; slot < 7800; slot++) {
      const at = random.blocks[draw(random.size)]! * Shelf.span
      Shelf.remove(shelf, at)
    }
    expect(random.count).toBe(200)
    for (const block of random.blocks.subarray(0, random.size))
      expect(shelf.counts[block]).toBeGreaterThan(0)
    expect(random.size).toBeLessThan(12)
    expect(shelf.used - shelf.spare.length).toBe(cell.size + random.size)
  })

  it("is appended to and emptied from its end", () => {
    const both = new Both()
    const { shelf, cell } = both
    for (let slot = 0; slot < 300; slot++) {
      both.key.push(slot)
      both.age.push(slot)
      both.entries.push(slot)
      const at = Shelf.append(shelf, cell, slot, slot, ~slot, slot)
      shelf.traits.set([slot, -slot], at * 2)
    }
    expect(both.seen()).toEqual(both.sorted())
    // Room is left in each, for what comes later.
    expect(both.blocks().map((block) => shelf.counts[block])).toEqual([96, 96, 96, 12])
    Shelf.dropLast(shelf, cell)
    expect([cell.count, cell.size, shelf.sizes[1]]).toEqual([288, 3, 288])
    expect(shelf.nexts[both.blocks()[2]!]).toBe(-1)
    for (let n = 0; n < 3; n++) Shelf.dropLast(shelf, cell)
    expect([cell.count, shelf.heads[1], shelf.spare.length]).toEqual([0, -1, 4])
    expect(Shelf.locate(shelf, cell, 5, 5)).toBe(-1)
    expect(Shelf.after(shelf, cell, 5, 5)).toEqual([0, 0])
  })

  it("is in order again when what was out of order is gone from its end", () => {
    const both = new Both()
    const { shelf } = both
    for (let n = 0; n < 80; n++) {
      if (n === 24 || n === 48) Shelf.tidy(shelf, 0)
      both.insert(n, n)
    }
    both.insert(100, 1)
    expect([shelf.loose[0], shelf.unseen[0]]).toEqual([80, 32])
    // The last one has come to the end by itself, so that nothing is out of order without it.
    both.remove(80, true)
    expect([shelf.loose[0], shelf.unseen[0]]).toEqual([Shelf.span, 32])
    both.remove(5, true)
    expect(shelf.loose[0]).toBe(5)
    both.remove(78, true)
    both.remove(7, true)
    expect(shelf.loose[0]).toBe(5)
    both.remove(5, true)
    expect(shelf.loose[0]).toBe(5)
    both.remove(2, true)
    expect(shelf.loose[0]).toBe(2)
    expect(both.seen()).toEqual(both.sorted())
  })

  it("is summed up anew when more than a quarter was taken out, and joined below a quarter", () => {
    const renewed: Array<number> = []
    const shelf: Shelf.Shelf = Shelf.make(
      {
        sharesBelow: Shelf.dense,
        isBefore: (a, b) => a < b,
        renew: (block) => {
          shelf.removed[block] = 0
          renewed.push(block)
        },
        moved: () => undefined,
        grown: () => undefined,
      },
      4,
    )
    const cell = Shelf.cell(shelf, 0)
    for (let slot = 0; slot < 128; slot++) Shelf.insert(shelf, cell, slot, slot, 0, 0)
    renewed.length = 0
    // The 26th leaves 102, and 26 × 4 is more.
    const taken = Array.from({ length: 26 }, () => {
      Shelf.remove(shelf, 0)
      return renewed.length
    })
    expect(taken).toEqual([...Array.from({ length: 25 }, () => 0), 1])
    expect(shelf.removed[0]).toBe(0)
    const two = Shelf.cell(shelf, 1)
    for (let slot = 200; slot < 329; slot++) Shelf.insert(shelf, two, slot, slot, 0, 0)
    expect([...two.blocks.subarray(0, 2)].map((block) => shelf.counts[block])).toEqual([64, 65])
    for (let n = 0; n < 32; n++) Shelf.remove(shelf, two.blocks[1]! * Shelf.span)
    expect([...two.blocks.subarray(0, 2)].map((block) => shelf.counts[block])).toEqual([64, 33])
    Shelf.remove(shelf, two.blocks[1]! * Shelf.span)
    expect(two.size).toBe(2)
    Shelf.remove(shelf, two.blocks[1]! * Shelf.span)
    expect([two.size, two.count]).toEqual([1, 95])
  })

  it("finds a slot where it was when it came with a look or two", () => {
    const both = new Both()
    for (let n = 0; n < 100; n++) both.insert(n, n)
    let looks = 0
    const words = new Proxy(both.shelf.words, {
      get: (target, key) => {
        looks++
        return target[Number(key)]
      },
    })
    const counting = { ...both.shelf, words }
    expect([Shelf.find(counting, 70, 70), looks]).toEqual([70, 1])
    expect(Shelf.find(counting, 3, 70)).toBe(70)
    both.remove(99, true)
    both.insert(99, 5)
    // What was there before is not there any more.
    expect(Shelf.find({ ...both.shelf }, 0, 100)).toBe(99)
  })

  it("knows nothing of what was in it, nor of a block that another list has now", () => {
    const both = new Both()
    const { shelf, cell } = both
    for (let n = 0; n < 3; n++) both.insert(n, n)
    both.remove(2, true)
    expect(Shelf.after(shelf, cell, 2, 2)).toEqual([0, 2])
    expect(Shelf.locate(shelf, cell, 2, 2)).toBe(-1)
    both.remove(1, true)
    both.remove(0, true)
    const other = Shelf.cell(shelf, 9)
    both.key.push(7)
    both.age.push(7)
    Shelf.insert(shelf, other, 3, 7, 0, 0)
    expect(Shelf.locate(shelf, cell, 7, 3)).toBe(-1)
    expect(Shelf.after(shelf, cell, 7, 3)).toEqual([0, 0])
  })

  it("says where a slot is, and that it is not there", () => {
    const both = new Both()
    for (let n = 0; n < 400; n++) both.insert(n >> 3, n)
    expect(Shelf.locate(both.shelf, both.cell, 3, 399)).toBe(-1)
    for (const slot of [0, 7, 8, 200, 399])
      expect(Shelf.slotAt(both.shelf, Shelf.locate(both.shelf, both.cell, slot >> 3, slot))).toBe(
        slot,
      )
  })
})
