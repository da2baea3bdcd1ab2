// Sorted lists in blocks, for many lists at once: what a search looks at lies in the blocks themselves, so that a scan is
// a walk over neighbouring memory: marks, four bytes each, and for what they let pass one record of sixteen: the key in
// double precision, a second key and the slot (IPSX-MAT-002). A list is a `Cell`.
// Entries are slots, numbers of rows that somebody else keeps, in the order of a key and, where keys are equal, of
// `isBefore`. Owned and mutable.

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

export const make = (
  hooks: Pick<Shelf, "isBefore" | "renew" | "moved" | "grown">,
  blocks: number,
): Shelf => {
  const shelf: Shelf = {
    ...hooks,
    marks: new Int32Array(blocks * span),
    keys: new Float64Array(0),
    words: new Int32Array(0),
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

export const keyAt = ({ keys }: Shelf, at: number): number => keys[at * 2]!
export const endAt = ({ words }: Shelf, at: number): number => words[at * 4 + 2]!
export const slotAt = ({ words }: Shelf, at: number): number => words[at * 4 + 3]!

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
  const { keys, marks, extras, counts, removed, nexts } = shelf
  return [keys, marks, extras, counts, removed, nexts].reduce((n, a) => n + a.byteLength, 0)
}

/** A copy with room for more. */
export const longer = <A extends Int32Array | Float64Array>(array: A, length: number): A => {
  const more = new (array.constructor as new (length: number) => A)(length)
  more.set(array)
  return more
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
  if (cell.size === 0) addBlock(shelf, cell, 0, key)
  let index = blockIndex(shelf, cell, key, slot)
  if (shelf.counts[cell.blocks[index]!] === span) {
    makeRoom(shelf, cell, index)
    index = blockIndex(shelf, cell, key, slot)
  }
  const block = cell.blocks[index]!
  const { keys, marks, words } = shelf
  const base = block * span
  const last = base + shelf.counts[block]!
  const at = position(shelf, base, last, key, slot)
  keys.copyWithin(at * 2 + 2, at * 2, last * 2)
  marks.copyWithin(at + 1, at, last)
  if (shelf.extras.length > 0) shelf.extras.copyWithin(at * 3 + 3, at * 3, last * 3)
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

/** Puts an entry after all others of a list, where it belongs. */
export const append = (
  shelf: Shelf,
  cell: Cell,
  slot: number,
  key: number,
  mark: number,
  end: number,
): void => {
  const last = cell.size > 0 ? cell.blocks[cell.size - 1]! : -1
  const isFull = last < 0 || shelf.counts[last]! >= span - (span >> 2)
  const block = isFull ? addBlock(shelf, cell, cell.size, key) : last
  const at = block * span + shelf.counts[block]!
  shelf.keys[at * 2] = key
  shelf.marks[at] = mark
  shelf.words[at * 4 + 2] = end
  shelf.words[at * 4 + 3] = slot
  shelf.counts[block]!++
  cell.count++
  enter(shelf, cell)
}

/** Takes the last block of a list out. */
export const dropLast = (shelf: Shelf, cell: Cell): void => {
  cell.count -= shelf.counts[cell.blocks[cell.size - 1]!]!
  dropBlock(shelf, cell, cell.size - 1)
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
  const { keys, marks } = shelf
  const base = block * span
  const count = shelf.counts[block]! - 1
  const key = keys[at * 2]!
  const first = keys[base * 2]!
  const last = base + count
  keys.copyWithin(at * 2, at * 2 + 2, last * 2 + 2)
  marks.copyWithin(at, at + 1, last + 1)
  if (shelf.extras.length > 0) shelf.extras.copyWithin(at * 3, at * 3 + 3, last * 3 + 3)
  shelf.counts[block] = count
  cell.count--
  if (count === 0) dropBlock(shelf, cell, indexOf(cell, block, first))
  else {
    if (at === base) cell.firsts[indexOf(cell, block, key)] = keys[base * 2]!
    if (++shelf.removed[block]! * 4 > count) shelf.renew(block)
    if (count < span / 4) join(shelf, cell, indexOf(cell, block, keys[base * 2]!))
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

// The place of a block in its cell: near where its first key says; several blocks may begin with one key.
const indexOf = (cell: Cell, block: number, first: number): number => {
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

const addBlock = (shelf: Shelf, cell: Cell, index: number, first: number): number => {
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

const dropBlock = (shelf: Shelf, cell: Cell, index: number): void => {
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
  if (shelf.extras.length > 0) shelf.extras = longer(shelf.extras, blocks * span * 3)
  shelf.counts = longer(shelf.counts, blocks)
  shelf.removed = longer(shelf.removed, blocks)
  shelf.nexts = longer(shelf.nexts, blocks)
  shelf.grown(blocks)
}

/** Makes room for three more numbers of each entry. */
export const extend = (shelf: Shelf): void => {
  shelf.extras = new Float64Array(shelf.marks.length * 3)
}

// PERF: a full block first gives to a neighbour with room, and is split only when both are nearly full: blocks are
// then full to four fifths and more, instead of seven tenths.
const makeRoom = (shelf: Shelf, cell: Cell, index: number): void => {
  const block = cell.blocks[index]!
  const full = span - (span >> 3)
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
const join = (shelf: Shelf, cell: Cell, index: number): void => {
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

// Moves the entries of a block from a place on by a number of places.
const shift = (shelf: Shelf, block: number, from: number, by: number): void => {
  const first = block * span + from
  const end = block * span + shelf.counts[block]!
  shelf.keys.copyWithin((first + by) * 2, first * 2, end * 2)
  shelf.marks.copyWithin(first + by, first, end)
  if (shelf.extras.length > 0) shelf.extras.copyWithin((first + by) * 3, first * 3, end * 3)
}

const copy = (
  shelf: Shelf,
  source: number,
  from: number,
  target: number,
  to: number,
  n: number,
): void => {
  const first = source * span + from
  const at = target * span + to
  shelf.keys.copyWithin(at * 2, first * 2, (first + n) * 2)
  shelf.marks.copyWithin(at, first, first + n)
  if (shelf.extras.length > 0) shelf.extras.copyWithin(at * 3, first * 3, (first + n) * 3)
  for (let i = at; i < at + n; i++) shelf.moved(slotAt(shelf, i), target)
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
