// How blocks give to each other, to the entry: who is split, who is joined, and that nothing else moves.
import { describe, expect, it } from "vitest"
import * as Block from "../../../src/matching/book/Block.ts"
import * as Shelf from "../../../src/matching/book/Shelf.ts"

const { span } = Block

interface Told {
  renewed: Array<number>
  moved: Array<readonly [slot: number, at: number]>
  grown: Array<number>
}

/** A list whose blocks have so many entries, whose keys and slots rise by two. */
const filled = (counts: ReadonlyArray<number>, room = 16, hasExtras = true) => {
  const told: Told = { renewed: [], moved: [], grown: [] }
  const shelf = Shelf.make(
    {
      sharesBelow: Shelf.dense,
      isBefore: (a, b) => a < b,
      renew: (block) => void told.renewed.push(block),
      moved: (slot, at) => void told.moved.push([slot, at]),
      grown: (blocks) => void told.grown.push(blocks),
    },
    room,
    2,
  )
  if (hasExtras) Shelf.extend(shelf)
  const cell = Shelf.cell(shelf, 5)
  let slot = 0
  for (const [index, count] of counts.entries()) {
    const block = Block.addBlock(shelf, cell, index, slot)
    for (let n = 0; n < count; n++, slot += 2) write(shelf, block * span + n, slot)
    shelf.counts[block] = count
    cell.count += count
  }
  told.renewed = []
  return { shelf, cell, told }
}

const write = (shelf: Shelf.Shelf, at: number, slot: number): void => {
  shelf.keys[at * 2] = slot
  shelf.words[at * 4 + 2] = slot + 1
  shelf.words[at * 4 + 3] = slot
  shelf.marks[at] = ~slot
  shelf.traits.set([slot, -slot], at * 2)
  if (shelf.extras.length > 0) shelf.extras.set([slot, slot + 0.5, slot + 0.25], at * 3)
}

const read = (shelf: Shelf.Shelf, at: number) => ({
  key: Shelf.keyAt(shelf, at),
  end: Shelf.endAt(shelf, at),
  slot: Shelf.slotAt(shelf, at),
  mark: shelf.marks[at],
  traits: [...shelf.traits.subarray(at * 2, at * 2 + 2)],
  extras: [...shelf.extras.subarray(at * 3, at * 3 + 3)],
})

/** What an entry of a slot is, and of which blocks and entries a list consists. */
const whole = (slot: number, hasExtras: boolean) => ({
  key: slot,
  end: slot + 1,
  slot,
  mark: ~slot,
  traits: [slot, 0 - slot],
  extras: hasExtras ? [slot, slot + 0.5, slot + 0.25] : [],
})
const blocksOf = ({ blocks, size }: Shelf.Cell) => [...blocks.subarray(0, size)]
const countsOf = (shelf: Shelf.Shelf, cell: Shelf.Cell) =>
  blocksOf(cell).map((block) => shelf.counts[block])

const expectInOrder = ({ shelf, cell }: ReturnType<typeof filled>): void => {
  const blocks = blocksOf(cell)
  const entries = blocks.flatMap((block) =>
    Array.from({ length: shelf.counts[block]! }, (_, n) => read(shelf, block * span + n)),
  )
  expect(entries).toEqual(entries.map((_, n) => whole(n * 2, shelf.extras.length > 0)))
  expect(entries.length).toBe(cell.count)
  expect(blocks.map((block) => shelf.nexts[block])).toEqual([...blocks.slice(1), -1])
  expect(blocks.every((block) => shelf.cells[block] === cell)).toBe(true)
  expect([...cell.firsts.subarray(0, cell.size)]).toEqual(
    blocks.map((block) => Shelf.keyAt(shelf, block * span)),
  )
}

describe("a full block", () => {
  it.each([
    ["gives half of the room to the right", [10, 128, 20], 1, [10, 74, 74]],
    [
      "gives to the right as long as an eighth of its room is free",
      [1, 128, 119],
      1,
      [1, 124, 123],
    ],
    ["gives to the left when the right is nearly full", [20, 128, 120], 1, [74, 74, 120]],
    ["gives to the left as long as there is room", [119, 128, 120], 1, [123, 124, 120]],
    ["is split when both are nearly full", [120, 128, 120], 1, [120, 64, 64, 120]],
    ["is split when it is alone", [128], 0, [64, 64]],
    ["gives to the right when it is the first", [128, 9], 0, [69, 68]],
    ["is split when it is the first and the next is full", [128, 128], 0, [64, 64, 128]],
    ["gives to the left when it is the last", [9, 128], 1, [68, 69]],
    ["is split when it is the last", [128, 121, 128], 2, [128, 121, 64, 64]],
  ])("%s", (_, counts, index, after) => {
    for (const hasExtras of [true, false]) {
      const list = filled(counts, 16, hasExtras)
      const { shelf, cell, told } = list
      const before = blocksOf(cell)
      const places = new Map(entriesOf(shelf, cell))
      Block.makeRoom(shelf, cell, index)
      expect(countsOf(shelf, cell)).toEqual(after)
      expectInOrder(list)
      const changed = blocksOf(cell).filter(
        (block) => !before.includes(block) || shelf.counts[block] !== counts[before.indexOf(block)],
      )
      expect([...new Set(told.renewed)].sort()).toEqual(changed.sort())
      // Told of those that came into another block, and of no others.
      const away = [...entriesOf(shelf, cell)].filter(
        ([slot, at]) => Block.blockAt(at) !== Block.blockAt(places.get(slot)!),
      )
      expect(told.moved.toSorted((a, b) => a[0] - b[0])).toEqual(away)
    }
  })

  it("leaves its unseen changes to both halves", () => {
    const { shelf, cell } = filled([128])
    shelf.unseen[0] = 9
    Block.makeRoom(shelf, cell, 0)
    expect(blocksOf(cell).map((block) => shelf.unseen[block])).toEqual([9, 9])
  })
})

const entriesOf = (
  shelf: Shelf.Shelf,
  cell: Shelf.Cell,
): ReadonlyArray<readonly [number, number]> =>
  blocksOf(cell).flatMap((block) =>
    Array.from({ length: shelf.counts[block]! }, (_, n) => {
      const at = block * span + n
      return [Shelf.slotAt(shelf, at), at] as const
    }),
  )

describe("a block that is nearly empty", () => {
  it.each([
    ["goes into the left one", [65, 31, 10], 1, [96, 10]],
    ["goes into the right one when the left has no room", [66, 31, 65], 1, [66, 96]],
    ["stays when neither has room", [66, 31, 66], 1, [66, 31, 66]],
    ["goes to the right when it is the first", [31, 65], 0, [96]],
    ["stays when it is the first and the right has no room", [31, 66], 0, [31, 66]],
    ["goes to the left when it is the last", [3, 65, 31], 2, [3, 96]],
    ["stays when it is the last and the left has no room", [3, 66, 31], 2, [3, 66, 31]],
    ["stays when it is alone", [31], 0, [31]],
  ])("%s", (_, counts, index, after) => {
    for (const hasExtras of [true, false]) {
      const list = filled(counts, 16, hasExtras)
      const { shelf, cell, told } = list
      const own = cell.blocks[index]!
      const slots = entriesOf(shelf, cell).filter(([, at]) => Block.blockAt(at) === own)
      Block.join(shelf, cell, index)
      expect(countsOf(shelf, cell)).toEqual(after)
      expectInOrder(list)
      const isGone = after.length < counts.length
      expect(shelf.spare).toEqual(isGone ? [own] : [])
      expect(told.moved.map(([slot]) => slot)).toEqual(isGone ? slots.map(([slot]) => slot) : [])
      if (!isGone) expect(told.renewed).toEqual([])
      else {
        expect(told.renewed).toContain(own)
        expect(told.renewed.length).toBe(2)
        expect([shelf.cells[own], shelf.counts[own]]).toEqual([undefined, 0])
      }
    }
  })
})

describe("a shelf that is full", () => {
  it("grows by a quarter and eight blocks, and keeps what is in it", () => {
    const list = filled([128, 128, 128, 128, 128, 128, 128], 4)
    const { shelf, cell, told } = list
    // Four blocks at first, then ceil(4 × 1.25) + 8.
    expect(told.grown).toEqual([13])
    expect(shelf.counts.length).toBe(13)
    expect([cell.blocks.length, cell.firsts.length]).toEqual([8, 8])
    expectInOrder(list)
    const { loose, unseen, removed, nexts } = shelf
    for (const array of [loose, unseen, removed, nexts]) expect(array.length).toBe(13)
    expect([shelf.marks.length, shelf.keys.length]).toEqual([13 * span, 13 * span * 2])
    expect([shelf.words.length, shelf.traits.length]).toEqual([13 * span * 4, 13 * span * 2])
    expect(shelf.words.buffer).toBe(shelf.keys.buffer)
    expect(shelf.extras.length).toBe(13 * span * 3)
    expect(filled([1, 1, 1, 1, 1], 4, false).shelf.extras.length).toBe(0)
  })

  it("takes blocks that were given up before new ones", () => {
    const { shelf, cell } = filled([5, 5, 5])
    shelf.loose[1] = 2
    shelf.unseen[1] = 7
    shelf.removed[1] = 3
    Block.dropBlock(shelf, cell, 1)
    expect([blocksOf(cell), shelf.nexts[0], shelf.used]).toEqual([[0, 2], 2, 3])
    expect(Block.addBlock(shelf, cell, 0, -1)).toBe(1)
    expect([blocksOf(cell), shelf.used, shelf.spare]).toEqual([[1, 0, 2], 3, []])
    expect([shelf.nexts[1], shelf.nexts[0], shelf.nexts[2]]).toEqual([0, 2, -1])
    expect([shelf.loose[1], shelf.unseen[1], shelf.removed[1]]).toEqual([span, 0, 0])
    Block.dropBlock(shelf, cell, 0)
    Block.dropBlock(shelf, cell, 1)
    expect([blocksOf(cell), shelf.nexts[0]]).toEqual([[0], -1])
  })
})

describe("a block out of order", () => {
  it.each([0, 1, 64, 127])(
    "is brought in order from entry %i on, and no other is touched",
    (from) => {
      for (const hasExtras of [true, false]) {
        const list = filled([128, 128, 7], 16, hasExtras)
        const { shelf, cell } = list
        // From there on they lie the other way round; the second block is full to its last place.
        const base = cell.blocks[1]! * span
        for (let n = from; n < span; n++) write(shelf, base + n, (128 + from + (127 - n)) * 2)
        shelf.loose[1] = from
        shelf.unseen[1] = 32
        Block.tidy(shelf, 1)
        expect([shelf.loose[1], shelf.unseen[1]]).toEqual([span, 0])
        expectInOrder(list)
      }
    },
  )

  it("with equal keys is in the order of its owner", () => {
    const list = filled([10])
    const { shelf } = list
    for (const [n, slot] of [8, 2, 6, 0, 4, 18, 12, 10, 16, 14].entries()) {
      write(shelf, n, slot)
      shelf.keys[n * 2] = 1
    }
    shelf.loose[0] = 0
    Block.tidy(shelf, 0)
    expect(entriesOf(shelf, list.cell).map(([slot]) => slot)).toEqual([
      0, 2, 4, 6, 8, 10, 12, 14, 16, 18,
    ])
  })

  it("is left alone when it is in order", () => {
    let asked = 0
    const { shelf } = filled([100])
    const quiet = { ...shelf, isBefore: () => (asked++, true), marks: shelf.marks }
    Block.tidy(quiet, 0)
    for (let n = 0; n < 100; n++) quiet.keys[n * 2] = 7
    quiet.loose[0] = 99
    Block.tidy(quiet, 0)
    // One comparison places the last one; each equal key before it is believed to be in order.
    expect(asked).toBeLessThanOrEqual(100)
    expect(asked).toBeGreaterThan(0)
  })
})

describe("a block in its list", () => {
  it("is found by a key of it, among several that have the key too", () => {
    const { shelf, cell } = filled([3, 3, 3, 3, 3, 3])
    cell.firsts.set([0, 5, 5, 5, 5, 9])
    for (const [index, key] of [0, 5, 5, 5, 5, 9].entries())
      expect(Block.indexOf(cell, cell.blocks[index]!, key)).toBe(index)
    expect(Block.indexOf(cell, cell.blocks[4]!, 8)).toBe(4)
    expect(Block.indexOf(cell, cell.blocks[0]!, 4)).toBe(0)
    expect(shelf.used).toBe(6)
  })
})
