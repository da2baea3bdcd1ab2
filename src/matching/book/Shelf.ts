// Sorted lists in blocks, for many lists at once: what a search looks at lies in the blocks themselves, so that a scan is
// a walk over neighbouring memory: marks, four bytes each, and for what they let pass one record of sixteen: the key in
// double precision, a second key and the slot (IPSX-MAT-002). A list is a `Cell`.
// Entries are slots, numbers of rows that somebody else keeps, in the order of a key and, where keys are equal, of
// `isBefore`; within a block only after `tidy`. Owned and mutable.

import * as Block from "./Block.ts"
import type { Cell, Shelf } from "./Block.ts"

export type { Cell, Shelf } from "./Block.ts"
export { span, dense, blockAt, longer, keyAt, endAt, slotAt, isTidy, tidy } from "./Block.ts"

const { span, blockAt, keyAt, slotAt, longer, tidy } = Block

export const make = (
  hooks: Pick<Shelf, "sharesBelow" | "isBefore" | "renew" | "moved" | "grown">,
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
    loose: new Uint8Array(blocks).fill(span),
    unseen: new Uint8Array(blocks),
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
  const { keys, marks, traits, extras, counts, loose, unseen, removed, nexts } = shelf
  const arrays = [keys, marks, traits, extras, counts, loose, unseen, removed, nexts]
  return arrays.reduce((n, { byteLength }) => n + byteLength, 0)
}

/** Puts a slot into its place, or into the block where it belongs; where it is until the block changes. */
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
  if (index === 0 && key < cell.firsts[0]!) cell.firsts[0] = key
  const last = block * span + shelf.counts[block]!
  let at = last
  if (Block.isKept(shelf, block)) {
    at = position(shelf, block * span, last, key, slot)
    if (at < last) Block.move(shelf, at, at + 1, last - at)
  } else if (shelf.loose[block] === span) shelf.loose[block] = shelf.counts[block]!
  write(shelf, cell, at, slot, key, mark, end)
  shelf.moved(slot, at)
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
  write(shelf, cell, at, slot, key, mark, end)
  return at
}

// One more entry, at a place that is free.
const write = (
  shelf: Shelf,
  cell: Cell,
  at: number,
  slot: number,
  key: number,
  mark: number,
  end: number,
): void => {
  const { keys, marks, words, extras } = shelf
  keys[at * 2] = key
  marks[at] = mark
  words[at * 4 + 2] = end
  words[at * 4 + 3] = slot
  if (extras.length > 0) extras.fill(0, at * 3, at * 3 + 3)
  shelf.counts[blockAt(at)]!++
  cell.count++
  enter(shelf, cell)
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
  const block = blockAt(at)
  const cell = shelf.cells[block]!
  const place = at - block * span
  const count = --shelf.counts[block]!
  const key = keyAt(shelf, at)
  if (place === count) {
    if (shelf.loose[block] === count) shelf.loose[block] = span
  } else if (Block.isKept(shelf, block)) Block.move(shelf, at + 1, at, count - place)
  else {
    Block.move(shelf, block * span + count, at, 1)
    if (shelf.loose[block]! > place) shelf.loose[block] = place
  }
  cell.count--
  if (count === 0) Block.dropBlock(shelf, cell, Block.indexOf(cell, block, key))
  else {
    if (key === cell.firsts[0] && block === cell.blocks[0]) cell.firsts[0] = leastOf(shelf, block)
    if (++shelf.removed[block]! * 4 > count) shelf.renew(block)
    if (count < span / 4) Block.join(shelf, cell, Block.indexOf(cell, block, key))
  }
  enter(shelf, cell)
}

const leastOf = (shelf: Shelf, block: number): number => {
  let least = Infinity
  const end = block * span + shelf.counts[block]!
  for (let at = block * span; at < end; at++) {
    const key = keyAt(shelf, at)
    if (key < least) least = key
  }
  return least
}

/** Where a slot is, in a block that is known to have it: most often where it was when it came. */
export const find = (shelf: Shelf, hint: number, slot: number): number => {
  const { words, counts } = shelf
  const base = blockAt(hint) * span
  if (words[hint * 4 + 3] === slot && hint < base + counts[blockAt(hint)]!) return hint
  let at = base * 4 + 3
  while (words[at] !== slot) at += 4
  return at >> 2
}

/** Where a slot with a key is in a cell; -1 when it is not there. */
export const locate = (shelf: Shelf, cell: Cell, key: number, slot: number): number => {
  if (cell.size === 0) return -1
  const block = cell.blocks[blockIndex(shelf, cell, key, slot)]!
  const end = block * span + shelf.counts[block]!
  for (let at = block * span; at < end; at++) if (slotAt(shelf, at) === slot) return at
  return -1
}

// The last block whose first entry is not after the slot, or the first block.
const blockIndex = (shelf: Shelf, cell: Cell, key: number, slot: number): number => {
  const { firsts, blocks } = cell
  let low = 1
  let high = cell.size
  while (low < high) {
    const middle = (low + high) >> 1
    if (firsts[middle] === key) {
      tidy(shelf, blocks[middle]!)
      firsts[middle] = keyAt(shelf, blocks[middle]! * span)
    }
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
  tidy(shelf, cell.blocks[index]!)
  const at = position(shelf, base, base + shelf.counts[cell.blocks[index]!]!, key, slot)
  const isThere = at < base + shelf.counts[cell.blocks[index]!]! && slotAt(shelf, at) === slot
  return [index, at - base + (isThere ? 1 : 0)]
}
