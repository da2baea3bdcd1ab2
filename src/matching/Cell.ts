// The free pieces of one country and class that are usable now, or later: blocks in the order of a reference price,
// each with a summary (IPSX-MAT-002).
import type * as Resting from "./Resting.ts"
import * as Summary from "./Summary.ts"

/** An entry of the index: a piece, its own summary, and where it is. */
export interface Item {
  readonly piece: Resting.Piece
  readonly summary: Summary.Summary
  readonly key: number
  cell: Cell
  block: Block
}

export interface Block {
  items: Array<Item>
  summary: Summary.Summary
  removed: number
}

export interface Cell {
  readonly blocks: Array<Block>
  summary: Summary.Summary
  removed: number
}

const blockMax = 64

export const make = (): Cell => ({ blocks: [], summary: Summary.empty(), removed: 0 })

// PERF: an hour and 100 MiB, the use of a typical lease: pieces that are cheap for it lie together.
const reference = (summary: Summary.Summary): number =>
  summary.setup + summary.perSecond * 3600 + summary.perByte * 104_857_600

/** Puts a piece into the cell. */
export const add = (cell: Cell, piece: Resting.Piece): Item => {
  const summary = Summary.ofPiece(piece)
  const key = reference(summary)
  if (cell.blocks.length === 0)
    cell.blocks.push({ items: [], summary: Summary.empty(), removed: 0 })
  const at = firstNotBelow(cell.blocks, key, (block) => block.items.at(-1)?.key ?? Infinity)
  const index = Math.min(at, cell.blocks.length - 1)
  const block = cell.blocks[index]!
  const item: Item = { piece, summary, key, cell, block }
  block.items.splice(
    firstNotBelow(block.items, key, (other) => other.key),
    0,
    item,
  )
  Summary.widen(block.summary, summary)
  Summary.widen(cell.summary, summary)
  if (block.items.length > blockMax) split(cell, index)
  return item
}

export const remove = ({ cell, block }: Item, item: Item): void => {
  block.items.splice(block.items.indexOf(item), 1)
  if (block.items.length === 0) cell.blocks.splice(cell.blocks.indexOf(block), 1)
  else if (++block.removed * 4 > block.items.length) renew(block)
  // The whole cell is summed up again after as many removals as it has blocks: constant cost each.
  if (++cell.removed > cell.blocks.length) {
    cell.removed = 0
    cell.summary = Summary.empty()
    for (const one of cell.blocks) Summary.widen(cell.summary, one.summary)
  }
}

const renew = (block: Block): void => {
  block.removed = 0
  block.summary = Summary.empty()
  for (const item of block.items) Summary.widen(block.summary, item.summary)
}

const split = (cell: Cell, index: number): void => {
  const block = cell.blocks[index]!
  const upper: Block = {
    items: block.items.splice(blockMax / 2),
    summary: Summary.empty(),
    removed: 0,
  }
  for (const item of upper.items) item.block = upper
  renew(block)
  renew(upper)
  cell.blocks.splice(index + 1, 0, upper)
}

const firstNotBelow = <A>(
  sorted: ReadonlyArray<A>,
  key: number,
  keyOf: (item: A) => number,
): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyOf(sorted[middle]!) < key) low = middle + 1
    else high = middle
  }
  return low
}
