// The blocks of a shelf: where their entries lie, and how entries go from one to another, so that blocks stay between a
// quarter and all full.

/** Entries in a block. A smaller block makes cheaper insertions, a larger one fewer summaries to look at. */
export const span = 128

export interface Cell {
  readonly key: number
  /** The blocks in order, and the key of the first entry of each. */
  blocks: Int32Array
  firsts: Float64Array
  size: number
  /** Entries. */
  count: number
  /** Entries that are not ranked by their key alone. */
  mixed: number
  /** Where it stands among its like, for whoever sorts cells. */
  rank: number
}

export interface Shelf {
  /** What the entry is good for, packed as its owner likes. */
  marks: Int32Array
  /** The records, as doubles and as integers; read them with `keyAt`, `endAt` and `slotAt`. */
  keys: Float64Array
  words: Int32Array
  /** So many more integers of each entry as the shelf was made for. */
  traits: Int32Array
  readonly traitsEach: number
  /** Three more numbers of each entry; empty until an entry has some. */
  extras: Float64Array
  counts: Int32Array
  removed: Int32Array
  /** The block after a block in its list; -1 for none. */
  nexts: Int32Array
  cells: Array<Cell | undefined>
  /**
   * By the key of a cell, so that a search need not look at the cell: its first block, -1 for none, its entries, and the
   * key of the first.
   */
  heads: Int32Array
  sizes: Int32Array
  bests: Float64Array
  readonly spare: Array<number>
  used: number
  readonly isBefore: (a: number, b: number) => boolean
  /** Told when a block has to be summed up anew. */
  readonly renew: (block: number) => void
  /** Told of the block of a slot, whenever it changes. */
  readonly moved: (slot: number, block: number) => void
  /** Told when there is room for more blocks. */
  readonly grown: (blocks: number) => void
}

export const keyAt = ({ keys }: Shelf, at: number): number => keys[at * 2]!
export const endAt = ({ words }: Shelf, at: number): number => words[at * 4 + 2]!
export const slotAt = ({ words }: Shelf, at: number): number => words[at * 4 + 3]!

/** A copy with room for more. */
export const longer = <A extends Int32Array | Float64Array>(array: A, length: number): A => {
  const more = new (array.constructor as new (length: number) => A)(length)
  more.set(array)
  return more
}

// The place of a block in its cell: near where its first key says; several blocks may begin with one key.
export const indexOf = (cell: Cell, block: number, first: number): number => {
  const { blocks, firsts } = cell
  if (blocks[0] === block) return 0
  let low = 0
  let high = cell.size
  while (low < high) {
    const middle = (low + high) >> 1
    if (firsts[middle]! < first) low = middle + 1
    else high = middle
  }
  while (blocks[low] !== block) low++
  return low
}

export const addBlock = (shelf: Shelf, cell: Cell, index: number, first: number): number => {
  const block = shelf.spare.pop() ?? shelf.used++
  if (block >= shelf.counts.length) grow(shelf)
  if (cell.size === cell.blocks.length) {
    cell.blocks = longer(cell.blocks, cell.size * 2)
    cell.firsts = longer(cell.firsts, cell.size * 2)
  }
  cell.blocks.copyWithin(index + 1, index, cell.size)
  cell.firsts.copyWithin(index + 1, index, cell.size)
  cell.blocks[index] = block
  cell.firsts[index] = first
  cell.size++
  shelf.nexts[block] = index + 1 < cell.size ? cell.blocks[index + 1]! : -1
  if (index > 0) shelf.nexts[cell.blocks[index - 1]!] = block
  shelf.cells[block] = cell
  shelf.counts[block] = 0
  shelf.removed[block] = 0
  shelf.renew(block)
  return block
}

export const dropBlock = (shelf: Shelf, cell: Cell, index: number): void => {
  const block = cell.blocks[index]!
  cell.blocks.copyWithin(index, index + 1, cell.size)
  cell.firsts.copyWithin(index, index + 1, cell.size)
  cell.size--
  if (index > 0) shelf.nexts[cell.blocks[index - 1]!] = shelf.nexts[block]!
  shelf.cells[block] = undefined
  shelf.counts[block] = 0
  shelf.renew(block)
  shelf.spare.push(block)
}

const grow = (shelf: Shelf): void => {
  const blocks = Math.ceil(shelf.counts.length * 1.25) + 8
  shelf.keys = longer(shelf.keys, blocks * span * 2)
  shelf.words = new Int32Array(shelf.keys.buffer)
  shelf.marks = longer(shelf.marks, blocks * span)
  shelf.traits = longer(shelf.traits, blocks * span * shelf.traitsEach)
  if (shelf.extras.length > 0) shelf.extras = longer(shelf.extras, blocks * span * 3)
  shelf.counts = longer(shelf.counts, blocks)
  shelf.removed = longer(shelf.removed, blocks)
  shelf.nexts = longer(shelf.nexts, blocks)
  shelf.grown(blocks)
}

// PERF: a full block first gives to a neighbour with room, and is split only when both are nearly full: blocks are
// then full to five sixths, instead of seven tenths.
export const makeRoom = (shelf: Shelf, cell: Cell, index: number): void => {
  const block = cell.blocks[index]!
  const full = span - (span >> 4)
  const right = index + 1 < cell.size ? cell.blocks[index + 1]! : -1
  const left = index > 0 ? cell.blocks[index - 1]! : -1
  if (right >= 0 && shelf.counts[right]! < full) {
    const n = (span - shelf.counts[right]!) >> 1
    shift(shelf, right, 0, n)
    copy(shelf, block, span - n, right, 0, n)
    shelf.counts[right]! += n
    shelf.counts[block]! -= n
    cell.firsts[index + 1] = keyAt(shelf, right * span)
    shelf.renew(right)
    shelf.renew(block)
  } else if (left >= 0 && shelf.counts[left]! < full) {
    const n = (span - shelf.counts[left]!) >> 1
    copy(shelf, block, 0, left, shelf.counts[left]!, n)
    shift(shelf, block, n, -n)
    shelf.counts[left]! += n
    shelf.counts[block]! -= n
    cell.firsts[index] = keyAt(shelf, block * span)
    shelf.renew(left)
    shelf.renew(block)
  } else {
    const n = span >> 1
    const upper = addBlock(shelf, cell, index + 1, keyAt(shelf, block * span + span - n))
    copy(shelf, block, span - n, upper, 0, n)
    shelf.counts[upper] = n
    shelf.counts[block]! -= n
    shelf.renew(upper)
    shelf.renew(block)
  }
}

// A block that is nearly empty goes into a neighbour that has room for it.
export const join = (shelf: Shelf, cell: Cell, index: number): void => {
  const block = cell.blocks[index]!
  const count = shelf.counts[block]!
  const left = index > 0 ? cell.blocks[index - 1]! : -1
  const right = index + 1 < cell.size ? cell.blocks[index + 1]! : -1
  if (left >= 0 && shelf.counts[left]! + count <= (span * 3) / 4) {
    copy(shelf, block, 0, left, shelf.counts[left]!, count)
    shelf.counts[left]! += count
    shelf.renew(left)
    dropBlock(shelf, cell, index)
  } else if (right >= 0 && shelf.counts[right]! + count <= (span * 3) / 4) {
    shift(shelf, right, 0, count)
    copy(shelf, block, 0, right, 0, count)
    shelf.counts[right]! += count
    cell.firsts[index + 1] = keyAt(shelf, right * span)
    shelf.renew(right)
    dropBlock(shelf, cell, index)
  }
}

// Moves neighbouring entries.
export const move = (shelf: Shelf, from: number, to: number, n: number): void => {
  shelf.keys.copyWithin(to * 2, from * 2, (from + n) * 2)
  shelf.marks.copyWithin(to, from, from + n)
  const { traits, traitsEach, extras } = shelf
  if (traitsEach > 0) traits.copyWithin(to * traitsEach, from * traitsEach, (from + n) * traitsEach)
  if (extras.length > 0) extras.copyWithin(to * 3, from * 3, (from + n) * 3)
}

// Moves the entries of a block from a place on by a number of places.
const shift = (shelf: Shelf, block: number, from: number, by: number): void => {
  const first = block * span + from
  move(shelf, first, first + by, shelf.counts[block]! - from)
}

const copy = (
  shelf: Shelf,
  source: number,
  from: number,
  target: number,
  to: number,
  n: number,
): void => {
  const at = target * span + to
  move(shelf, source * span + from, at, n)
  for (let i = at; i < at + n; i++) shelf.moved(slotAt(shelf, i), target)
}
