// The pieces that each offer has. Owned and mutable.
import * as Shelf from "./Shelf.ts"

export interface Holding {
  /** Of each offer: its one piece, -1 for none, or -2 - n for the n-th list of several. */
  heads: Int32Array
  readonly lists: Array<Array<number>>
  readonly spareLists: Array<number>
}

export const make = (capacity: number): Holding => ({
  heads: new Int32Array(Math.max(capacity, 8)).fill(-1),
  lists: [],
  spareLists: [],
})

// An offer that never had a piece may have a number beyond all others.
const headOf = ({ heads }: Holding, offer: number): number =>
  offer < heads.length ? heads[offer]! : -1

/** How many pieces an offer has. */
export const countOf = (holding: Holding, offer: number): number => {
  const head = headOf(holding, offer)
  return head >= 0 ? 1 : head === -1 ? 0 : holding.lists[-2 - head]!.length
}

/** The slots of an offer's pieces, in any order. */
export const of = (holding: Holding, offer: number): ReadonlyArray<number> => {
  const head = headOf(holding, offer)
  return head >= 0 ? [head] : head === -1 ? [] : holding.lists[-2 - head]!
}

/** An offer has one more piece. */
export const attach = (holding: Holding, offer: number, slot: number): void => {
  if (offer >= holding.heads.length) {
    const { length } = holding.heads
    holding.heads = Shelf.longer(holding.heads, Math.ceil(offer * 1.25 + 8))
    holding.heads.fill(-1, length)
  }
  const head = holding.heads[offer]!
  if (head === -1) holding.heads[offer] = slot
  else if (head < 0) holding.lists[-2 - head]!.push(slot)
  else {
    const list = holding.spareLists.pop() ?? holding.lists.push([]) - 1
    holding.lists[list]!.push(head, slot)
    holding.heads[offer] = -2 - list
  }
}

/** An offer has a piece no more. */
export const detach = (holding: Holding, offer: number, slot: number): void => {
  const head = holding.heads[offer]!
  if (head >= 0) {
    holding.heads[offer] = -1
    return
  }
  const list = holding.lists[-2 - head]!
  list[list.indexOf(slot)] = list.at(-1)!
  list.pop()
  if (list.length > 1) return
  holding.spareLists.push(-2 - head)
  holding.heads[offer] = list.pop()!
}
