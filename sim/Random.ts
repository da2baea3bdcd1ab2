// Randomness from the seed. Every actor has its own stream for every purpose, named and not numbered, so
// that one more actor, or one more draw by one of them, changes nothing for the others (IPSX-SIM-004).
// The core is integer arithmetic, which is the same in every engine (IPSX-SIM-003).

/** A generator's state, changed by every draw: Chris Doty-Humphrey's sfc32 (128 bits, one a counter). */
export interface Stream {
  a: number
  b: number
  c: number
  counter: number
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

// MurmurHash3's 32-bit mixing of a word and its finalizer, over UTF-16 code units.
const hash = (text: string, seed: number): number => {
  let h = seed | 0
  for (let i = 0; i < text.length; i++) {
    const k = Math.imul(rotate(Math.imul(text.charCodeAt(i), 0xcc9e2d51), 15), 0x1b873593)
    h = (Math.imul(rotate(h ^ k, 13), 5) + 0xe6546b64) | 0
  }
  h ^= text.length
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/**
 * The stream of one purpose of one actor.
 *
 * @example
 * const arrivals = Random.stream("7", "requester-12", "arrivals")
 * Random.below(arrivals, 6) // the same in every process, machine and browser
 */
export const stream = (seed: string, actor: string, purpose: string): Stream => {
  // The lengths keep ("a", "bc") and ("ab", "c") apart.
  const name = `${seed.length}:${seed}${actor.length}:${actor}${purpose}`
  const self = {
    a: hash(name, 0x9e3779b9),
    b: hash(name, 0x243f6a88),
    c: hash(name, 0xb7e15162),
    counter: hash(name, 0x71374491),
  }
  for (let i = 0; i < 12; i++) word(self)
  return self
}

/** The next 32 bits, as an integer in [0, 2^32). */
export const word = (self: Stream): number => {
  const sum = (((self.a + self.b) | 0) + self.counter) | 0
  self.counter = (self.counter + 1) | 0
  self.a = self.b ^ (self.b >>> 9)
  self.b = (self.c + (self.c << 3)) | 0
  self.c = (rotate(self.c, 21) + sum) | 0
  return sum >>> 0
}

/** A number in [0, 1) with all 53 bits random. */
export const unit = (self: Stream): number =>
  ((word(self) >>> 5) * 67_108_864 + (word(self) >>> 6)) / 9_007_199_254_740_992

/** A number in (0, 1): what a logarithm can take. */
export const open = (self: Stream): number => {
  for (;;) {
    const u = unit(self)
    if (u > 0) return u
  }
}

/**
 * An integer in [0, bound), every one equally likely.
 *
 * @throws RangeError unless the bound is an integer in [1, 2^32].
 */
export const below = (self: Stream, bound: number): number => {
  if (!Number.isInteger(bound) || bound < 1 || bound > 4_294_967_296)
    throw new RangeError(`not a bound in [1, 2^32]: ${bound}`)
  const limit = 4_294_967_296 - (4_294_967_296 % bound)
  for (;;) {
    const drawn = word(self)
    if (drawn < limit) return drawn % bound
  }
}

/** True with the given probability; it draws once whatever the probability is. */
export const chance = (self: Stream, probability: number): boolean => unit(self) < probability

/** @throws RangeError when there is nothing to pick from. */
export const pick = <A>(self: Stream, from: ReadonlyArray<A>): A => from[below(self, from.length)]!

/** Thirty-two random bytes as `0x` and hexadecimal: a salt, an identifier, never a secret. */
export const bytes32 = (self: Stream): string => {
  for (let i = 0, at = 2; i < 8; i++) {
    const drawn = word(self)
    for (let shift = 28; shift >= 0; shift -= 4) units[at++] = digits[(drawn >>> shift) & 15]!
  }
  return String.fromCharCode.apply(null, units)
}

// PERF: a text put together of pieces is put together once more when it is looked up; one made of its units is whole.
const digits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0))
const units = Array.from("0x".padEnd(66, "0"), (digit) => digit.charCodeAt(0))

/** Puts the items into a random order, in place (Fisher–Yates). */
export const shuffle = <A>(self: Stream, items: Array<A>): Array<A> => {
  for (let i = items.length - 1; i > 0; i--) {
    const j = below(self, i + 1)
    const item = items[i]!
    items[i] = items[j]!
    items[j] = item
  }
  return items
}
