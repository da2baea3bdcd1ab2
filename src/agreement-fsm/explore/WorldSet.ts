// A growing set of worlds in the order of their discovery: two 32-bit numbers each, found by open addressing.
export class WorldSet {
  size = 0
  private high = new Uint32Array(1 << 16)
  private low = new Uint32Array(1 << 16)
  // Places hold index + 1; 0 is free. At most half of them are used.
  private places = new Uint32Array(1 << 17)

  /** The index of a world, which is `size − 1` when it is new. */
  add(high: number, low: number): number {
    if (this.size === this.high.length) this.grow()
    const mask = this.places.length - 1
    for (let place = hash(high, low) & mask; ; place = (place + 1) & mask) {
      const index = this.places[place]! - 1
      if (index < 0) {
        this.high[this.size] = high
        this.low[this.size] = low
        this.places[place] = ++this.size
        return this.size - 1
      }
      if (this.high[index] === high && this.low[index] === low) return index
    }
  }

  highOf(index: number): number {
    return this.high[index]!
  }

  lowOf(index: number): number {
    return this.low[index]!
  }

  private grow(): void {
    const doubled = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(2 * old.length)
      next.set(old)
      return next
    }
    this.high = doubled(this.high)
    this.low = doubled(this.low)
    this.places = new Uint32Array(2 * this.places.length)
    const mask = this.places.length - 1
    for (let index = 0; index < this.size; index++) {
      let place = hash(this.high[index]!, this.low[index]!) & mask
      while (this.places[place] !== 0) place = (place + 1) & mask
      this.places[place] = index + 1
    }
  }
}

const hash = (high: number, low: number): number => {
  let mixed = Math.imul(high ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(low, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
