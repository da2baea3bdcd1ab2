// The blocks of a shelf: where their entries lie, and how entries go from one to another, so that blocks stay between a
// quarter and all full. A block that is changed again and again while nobody looks at it is let go: what comes in is put at
// its end, what goes out leaves its place to the last entry, and it is brought in order when somebody looks at it.

const spanBits = 7

/** Entries in a block. A smaller block is sooner brought in order, a larger one means fewer summaries to look at. */
export const span = 1 << spanBits

/** The block of a place. */
export const blockAt = (at: number): number => at >> spanBits

/** Neighbours that share until both are so full keep blocks full to five sixths instead of seven tenths. */
export const dense = span - (span >> 4)

export interface Cell {
  readonly key: number
  /** The blocks in order. Nothing in a block is before its first key. */
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
  /** From which entry on a block may be out of order; `span` when it is in order. */
  loose: Uint8Array
  /** How often a block has been changed since somebody looked at it, as far as that matters. */
  unseen: Uint8Array
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
  /** A full block gives to a neighbour with fewer entries than these, and is split only when there is none. */
  readonly sharesBelow: number
  readonly isBefore: (a: number, b: number) => boolean
  /** Told when a block has to be summed up anew. */
  readonly renew: (block: number) => void
  /** Told of the place of a slot, whenever it comes into another block. */
  readonly moved: (slot: number, at: number) => void
  /** Told when there is room for more blocks. */
  readonly grown: (blocks: number) => void
}

export const keyAt = ({ keys }: Shelf, at: number): number => keys[at * 2]!
export const endAt = ({ words }: Shelf, at: number): number => words[at * 4 + 2]!
export const slotAt = ({ words }: Shelf, at: number): number => words[at * 4 + 3]!

/** A copy with room for more. */
export const longer = <A extends Int32Array | Float64Array | Uint8Array>(
  array: A,
  length: number,
): A => {
  const more = new (array.constructor as new (length: number) => A)(length)
  more.set(array)
  return more
}

// The place of a block in its cell: near where a key in it says; several blocks may have that key.
export const indexOf = (cell: Cell, block: number, key: number): number => {
  const { blocks, firsts } = cell
  let low = 1
  let high = cell.size
  while (low < high) {
    const middle = (low + high) >> 1
    if (firsts[middle]! > key) high = middle
    else low = middle + 1
  }
  let index = low - 1
  while (blocks[index] !== block) index--
  return index
}

const keysOf = new Float64Array(span)
const places = new Int32Array(span)

/** A block may be changed so often before it is let go. */
const patience = 32

/** Whether the order of a block is kept through a change. */
export const isKept = ({ loose, unseen }: Shelf, block: number): boolean => {
  if (loose[block] !== span) return false
  if (unseen[block] === patience) return false
  unseen[block]!++
  return true
}

/** Brings the entries of a block in order, for somebody who looks at it. */
export const tidy = (shelf: Shelf, block: number): void => {
  shelf.unseen[block] = 0
  order(shelf, block)
}

/** Whether a block is in order, so that its first entry is the first in rank. */
export const isTidy = ({ loose }: Shelf, block: number): boolean => loose[block] === span

const order = (shelf: Shelf, block: number): void => {
  if (!isTidy(shelf, block)) sort(shelf, block)
}

const sort = (shelf: Shelf, block: number): void => {
  const from = shelf.loose[block]!
  shelf.loose[block] = span
  const base = block * span
  const count = shelf.counts[block]!
  let first = count
  // PERF: what is already in order costs one comparison, and the entries themselves are moved once, at the end.
  for (let place = 0; place < count; place++) {
    const key = keyAt(shelf, base + place)
    let to = place
    if (place >= from)
      for (; to > 0; to--) {
        const other = keysOf[to - 1]!
        if (other < key || (other === key && !isBefore(shelf, base, place, places[to - 1]!))) break
        keysOf[to] = other
        places[to] = places[to - 1]!
      }
    keysOf[to] = key
    places[to] = place
    if (to < place && to < first) first = to
  }
  permute(shelf, base, first, count)
}

const isBefore = (shelf: Shelf, base: number, place: number, other: number): boolean =>
  shelf.isBefore(slotAt(shelf, base + place), slotAt(shelf, base + other))

// An entry in integers: mark, record and traits.
const copies = new Int32Array(span * 16)
const extrasOf = new Float64Array(span * 3)

const permute = (shelf: Shelf, base: number, from: number, to: number): void => {
  const { marks, words, traits, traitsEach, extras } = shelf
  const width = 5 + traitsEach
  for (let place = from; place < to; place++) {
    const at = base + places[place]!
    const copy = place * width
    copies[copy] = marks[at]!
    for (let n = 0; n < 4; n++) copies[copy + 1 + n] = words[at * 4 + n]!
    for (let n = 0; n < traitsEach; n++) copies[copy + 5 + n] = traits[at * traitsEach + n]!
    if (extras.length > 0) for (let n = 0; n < 3; n++) extrasOf[place * 3 + n] = extras[at * 3 + n]!
  }
  for (let place = from; place < to; place++) {
    const at = base + place
    const copy = place * width
    marks[at] = copies[copy]!
    for (let n = 0; n < 4; n++) words[at * 4 + n] = copies[copy + 1 + n]!
    for (let n = 0; n < traitsEach; n++) traits[at * traitsEach + n] = copies[copy + 5 + n]!
    if (extras.length > 0) for (let n = 0; n < 3; n++) extras[at * 3 + n] = extrasOf[place * 3 + n]!
  }
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
  shelf.loose[block] = span
  shelf.unseen[block] = 0
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
  shelf.loose = longer(shelf.loose, blocks)
  shelf.unseen = longer(shelf.unseen, blocks)
  shelf.removed = longer(shelf.removed, blocks)
  shelf.nexts = longer(shelf.nexts, blocks)
  shelf.grown(blocks)
}

export const makeRoom = (shelf: Shelf, cell: Cell, index: number): void => {
  const block = cell.blocks[index]!
  const right = index + 1 < cell.size ? cell.blocks[index + 1]! : -1
  const left = cell.blocks[index - 1] ?? -1
  order(shelf, block)
  if (right >= 0 && shelf.counts[right]! < shelf.sharesBelow) {
    order(shelf, right)
    const n = (span - shelf.counts[right]!) >> 1
    shift(shelf, right, 0, n)
    copy(shelf, block, span - n, right, 0, n)
    shelf.counts[right]! += n
    shelf.counts[block]! -= n
    cell.firsts[index + 1] = keyAt(shelf, right * span)
    shelf.renew(right)
    shelf.renew(block)
  } else if (left >= 0 && shelf.counts[left]! < shelf.sharesBelow) {
    order(shelf, left)
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
    shelf.unseen[upper] = shelf.unseen[block]!
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
  const left = cell.blocks[index - 1] ?? -1
  const right = index + 1 < cell.size ? cell.blocks[index + 1]! : -1
  order(shelf, block)
  if (left >= 0 && shelf.counts[left]! + count <= (span * 3) / 4) {
    order(shelf, left)
    copy(shelf, block, 0, left, shelf.counts[left]!, count)
    shelf.counts[left]! += count
    shelf.renew(left)
    dropBlock(shelf, cell, index)
  } else if (right >= 0 && shelf.counts[right]! + count <= (span * 3) / 4) {
    order(shelf, right)
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
  traits.copyWithin(to * traitsEach, from * traitsEach, (from + n) * traitsEach)
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
  for (let i = at; i < at + n; i++) shelf.moved(slotAt(shelf, i), i)
}
