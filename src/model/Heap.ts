// A binary heap: what is least comes out first. Owned and mutable. Items that compare equal come out in any order,
// so a caller that must be deterministic gives a comparison without ties.

export interface Heap<A> {
  readonly items: Array<A>
  readonly before: (a: A, b: A) => boolean
}

export const make = <A>(before: (a: A, b: A) => boolean): Heap<A> => ({ items: [], before })

/** What comes out next, or `undefined` from an empty heap. */
export const peek = <A>(heap: Heap<A>): A | undefined => heap.items[0]

export const push = <A>(heap: Heap<A>, item: A): void => {
  const { items, before } = heap
  let at = items.length
  items.push(item)
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(item, items[parent]!)) break
    items[at] = items[parent]!
    at = parent
  }
  items[at] = item
}

export const pop = <A>(heap: Heap<A>): A | undefined => {
  const { items, before } = heap
  const first = items[0]
  const last = items.pop()
  if (items.length === 0 || last === undefined) return first
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= items.length) break
    if (child + 1 < items.length && before(items[child + 1]!, items[child]!)) child++
    if (!before(items[child]!, last)) break
    items[at] = items[child]!
    at = child
  }
  items[at] = last
  return first
}
