import { isDeepStrictEqual } from "node:util"
import { describe, expect, it } from "vitest"
import * as Shelf from "../../src/matching/book/Shelf.ts"

/** Numbers below a bound from a seed. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A shelf with one list, and beside it the entries as a plain list. */
class Both {
  readonly key: Array<number> = []
  readonly age: Array<number> = []
  readonly place: Array<number> = []
  readonly entries: Array<number> = []
  readonly shelf = Shelf.make(
    {
      isBefore: (a, b) => this.age[a]! < this.age[b]!,
      renew: (block) => void (this.shelf.removed[block] = 0),
      moved: (slot, at) => void (this.place[slot] = at),
      grown: () => undefined,
    },
    8,
    1,
  )
  readonly cell = Shelf.cell(this.shelf, 1)

  insert(key: number, age: number): void {
    const slot = this.key.length
    this.key.push(key)
    this.age.push(age)
    this.entries.push(slot)
    this.shelf.traits[Shelf.insert(this.shelf, this.cell, slot, key, ~slot, slot)] = slot
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
        if (!isDeepStrictEqual([...entry, shelf.traits[at]], [key[slot], ~slot, slot, slot]))
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
})
