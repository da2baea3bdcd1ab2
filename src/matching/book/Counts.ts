// Numbers by key, for one search at a time: emptied in no time by a new stamp. Owned and mutable.
export interface Counts {
  keys: Float64Array
  values: Int32Array
  stamps: Int32Array
  stamp: number
  size: number
}

export const make = (): Counts => ({
  keys: new Float64Array(64),
  values: new Int32Array(64),
  stamps: new Int32Array(64),
  stamp: 1,
  size: 0,
})

export const clear = (counts: Counts): void => {
  counts.size = 0
  if (++counts.stamp < 0x7fff_ffff) return
  counts.stamps.fill(0)
  counts.stamp = 1
}

/** What a key, an integer below 2^53, has; 0 when it was never set. */
export const get = (counts: Counts, key: number): number => at(counts, find(counts, key))

export const set = (counts: Counts, key: number, value: number): void =>
  put(counts, find(counts, key), key, value)

/** What the key has that `find` found at a place. */
export const at = ({ stamps, stamp, values }: Counts, place: number): number =>
  stamps[place] === stamp ? values[place]! : 0

/** Sets what a key has that `find` found at a place. */
export const put = (counts: Counts, place: number, key: number, value: number): void => {
  if (counts.stamps[place] !== counts.stamp) {
    counts.stamps[place] = counts.stamp
    counts.keys[place] = key
    counts.size++
  }
  counts.values[place] = value
  if (counts.size * 2 > counts.keys.length) grow(counts)
}

/** The place of a key, until something else is set. */
export const find = ({ keys, stamps, stamp }: Counts, key: number): number => {
  const mask = keys.length - 1
  let at =
    (Math.imul(key | 0, 0x9e37_79b1) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x85eb_ca6b)) >>> 7
  for (at &= mask; stamps[at] === stamp && keys[at] !== key; at = (at + 1) & mask);
  return at
}

const grow = (counts: Counts): void => {
  const { keys, values, stamps, stamp } = counts
  counts.keys = new Float64Array(keys.length * 2)
  counts.values = new Int32Array(keys.length * 2)
  counts.stamps = new Int32Array(keys.length * 2)
  counts.stamp = 1
  counts.size = 0
  for (let at = 0; at < keys.length; at++)
    if (stamps[at] === stamp) set(counts, keys[at]!, values[at]!)
}
