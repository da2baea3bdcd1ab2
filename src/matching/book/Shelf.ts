// Sorted lists in blocks, for many lists at once: what a search looks at lies in the blocks themselves, so that a scan is
// a walk over neighbouring memory: marks, four bytes each, and for what they let pass one record of sixteen: the key in
// double precision, a second key and the slot (IPSX-MAT-002). A list is a `Cell`.
// Entries are slots, numbers of rows that somebody else keeps, in the order of a key and, where keys are equal, of
// `isBefore`. Owned and mutable.

import * as Block from "./Block.ts"
import type { Cell, Shelf } from "./Block.ts"

export type { Cell, Shelf } from "./Block.ts"
export { span, longer, keyAt, endAt, slotAt } from "./Block.ts"

const { span, keyAt, slotAt, longer } = Block

export const make = (
  hooks: Pick<Shelf, "isBefore" | "renew" | "moved" | "grown">,
  blocks: number,
  traitsEach = 0,
): Shelf => {
  const shelf: Shelf = {
    ...hooks,
    marks: new Int32Array(blocks * span),
    keys: new Float64Array(0),
    words: new Int32Array(0),
    traits: new Int32Array(blocks * span * traitsEach),
    traitsEach,
    extras: new Float64Array(0),
    counts: new Int32Array(blocks),
    removed: new Int32Array(blocks),
    nexts: new Int32Array(blocks).fill(-1),
    cells: [],
    heads: new Int32Array(0),
    sizes: new Int32Array(0),
    bests: new Float64Array(0),
    spare: [],
    used: 0,
  }
  shelf.keys = new Float64Array(blocks * span * 2)
  shelf.words = new Int32Array(shelf.keys.buffer)
  return shelf
}

/** An empty list with a number of its own, which is not large. */
export const cell = (shelf: Shelf, key: number): Cell => {
  if (key >= shelf.heads.length) {
    const known = shelf.heads.length
    shelf.heads = longer(shelf.heads, key + 1024)
    shelf.heads.fill(-1, known)
    shelf.sizes = longer(shelf.sizes, key + 1024)
    shelf.bests = longer(shelf.bests, key + 1024)
  }
  return {
    key,
    blocks: new Int32Array(4),
    firsts: new Float64Array(4),
    size: 0,
    count: 0,
    mixed: 0,
    rank: -1,
  }
}

// What the directory says of a cell.
const enter = ({ heads, sizes, bests }: Shelf, cell: Cell): void => {
  heads[cell.key] = cell.size === 0 ? -1 : cell.blocks[0]!
  sizes[cell.key] = cell.count
  bests[cell.key] = cell.firsts[0]!
}

/** Bytes of all arrays. */
export const bytes = (shelf: Shelf): number => {
  const { keys, marks, traits, extras, counts, removed, nexts } = shelf
  return [keys, marks, traits, extras, counts, removed, nexts].reduce((n, a) => n + a.byteLength, 0)
}

/** Puts a slot into its place; where it is. */
export const insert = (
  shelf: Shelf,
  cell: Cell,
  slot: number,
  key: number,
  mark: number,
  end: number,
): number => {
  if (cell.size === 0) Block.addBlock(shelf, cell, 0, key)
  let index = blockIndex(shelf, cell, key, slot)
  if (shelf.counts[cell.blocks[index]!] === span) {
    Block.makeRoom(shelf, cell, index)
    index = blockIndex(shelf, cell, key, slot)
  }
  const block = cell.blocks[index]!
  const { keys, marks, words } = shelf
  const base = block * span
  const last = base + shelf.counts[block]!
  const at = position(shelf, base, last, key, slot)
  Block.move(shelf, at, at + 1, last - at)
  keys[at * 2] = key
  marks[at] = mark
  words[at * 4 + 2] = end
  words[at * 4 + 3] = slot
  if (shelf.extras.length > 0) shelf.extras.fill(0, at * 3, at * 3 + 3)
  shelf.counts[block] = last - base + 1
  cell.count++
  if (at === base) cell.firsts[index] = key
  shelf.moved(slot, block)
  enter(shelf, cell)
  return at
}

/** Puts an entry after all others of a list, where it belongs; where it is. */
export const append = (
  shelf: Shelf,
  cell: Cell,
  slot: number,
  key: number,
  mark: number,
  end: number,
): number => {
  const last = cell.size > 0 ? cell.blocks[cell.size - 1]! : -1
  const isFull = last < 0 || shelf.counts[last]! >= span - (span >> 2)
  const block = isFull ? Block.addBlock(shelf, cell, cell.size, key) : last
  const at = block * span + shelf.counts[block]!
  shelf.keys[at * 2] = key
  shelf.marks[at] = mark
  shelf.words[at * 4 + 2] = end
  shelf.words[at * 4 + 3] = slot
  shelf.counts[block]!++
  cell.count++
  enter(shelf, cell)
  return at
}

/** Takes the last block of a list out. */
export const dropLast = (shelf: Shelf, cell: Cell): void => {
  cell.count -= shelf.counts[cell.blocks[cell.size - 1]!]!
  Block.dropBlock(shelf, cell, cell.size - 1)
  enter(shelf, cell)
}

/** Whether an entry comes before another. */
export const isLess = (shelf: Shelf, a: number, b: number): boolean => {
  const difference = keyAt(shelf, a) - keyAt(shelf, b)
  return difference === 0 ? shelf.isBefore(slotAt(shelf, a), slotAt(shelf, b)) : difference < 0
}

/** Takes the entry at a place out. */
export const remove = (shelf: Shelf, at: number): void => {
  const block = Math.floor(at / span)
  const cell = shelf.cells[block]!
  const { keys } = shelf
  const base = block * span
  const count = shelf.counts[block]! - 1
  const key = keys[at * 2]!
  const first = keys[base * 2]!
  Block.move(shelf, at + 1, at, base + count - at)
  shelf.counts[block] = count
  cell.count--
  if (count === 0) Block.dropBlock(shelf, cell, Block.indexOf(cell, block, first))
  else {
    if (at === base) cell.firsts[Block.indexOf(cell, block, key)] = keys[base * 2]!
    if (++shelf.removed[block]! * 4 > count) shelf.renew(block)
    if (count < span / 4) Block.join(shelf, cell, Block.indexOf(cell, block, keys[base * 2]!))
  }
  enter(shelf, cell)
}

/** Where a slot is, in a block that is known to have it. */
export const find = (shelf: Shelf, block: number, slot: number): number => {
  const { words } = shelf
  let at = block * span * 4 + 3
  while (words[at] !== slot) at += 4
  return at >> 2
}

/** Where a slot with a key is in a cell; -1 when it is not there. */
export const locate = (shelf: Shelf, cell: Cell, key: number, slot: number): number => {
  if (cell.size === 0) return -1
  const block = cell.blocks[blockIndex(shelf, cell, key, slot)]!
  const base = block * span
  const at = position(shelf, base, base + shelf.counts[block]!, key, slot)
  return at < base + shelf.counts[block]! && slotAt(shelf, at) === slot ? at : -1
}

// The last block whose first entry is not after the slot, or the first block.
const blockIndex = (shelf: Shelf, cell: Cell, key: number, slot: number): number => {
  const { firsts, blocks } = cell
  let low = 1
  let high = cell.size
  while (low < high) {
    const middle = (low + high) >> 1
    const first = firsts[middle]!
    const isAfter = first === key ? isAfterSlot(shelf, blocks[middle]! * span, slot) : first > key
    if (isAfter) high = middle
    else low = middle + 1
  }
  return low - 1
}

const isAfterSlot = (shelf: Shelf, at: number, slot: number): boolean =>
  slotAt(shelf, at) !== slot && !shelf.isBefore(slotAt(shelf, at), slot)

const position = (shelf: Shelf, from: number, to: number, key: number, slot: number): number => {
  const { keys } = shelf
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    const other = keys[middle * 2]!
    if (other < key || (other === key && shelf.isBefore(slotAt(shelf, middle), slot)))
      low = middle + 1
    else high = middle
  }
  return low
}

/** Makes room for three more numbers of each entry. */
export const extend = (shelf: Shelf): void => {
  shelf.extras = new Float64Array(shelf.marks.length * 3)
}

/** The index of a block and the place in it of the first entry of a cell after one that may not be there any more. */
export const after = (
  shelf: Shelf,
  cell: Cell,
  key: number,
  slot: number,
): [index: number, place: number] => {
  if (cell.size === 0) return [0, 0]
  const index = blockIndex(shelf, cell, key, slot)
  const base = cell.blocks[index]! * span
  const at = position(shelf, base, base + shelf.counts[cell.blocks[index]!]!, key, slot)
  const isThere = at < base + shelf.counts[cell.blocks[index]!]! && slotAt(shelf, at) === slot
  return [index, at - base + (isThere ? 1 : 0)]
}
