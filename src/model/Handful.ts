// A few values by number, in the order in which they came: what a reservation has open at once. PERF: a hash table of
// its own for each of a hundred thousand reservations is made anew with every second deal that comes and goes.

export class Handful<A> {
  #numbers: Array<number> = []
  #values: Array<A> = []

  get size(): number {
    return this.#values.length
  }

  get(number: number): A | undefined {
    const at = this.#numbers.indexOf(number)
    return at < 0 ? undefined : this.#values[at]
  }

  has(number: number): boolean {
    return this.#numbers.includes(number)
  }

  set(number: number, value: A): void {
    const at = this.#numbers.indexOf(number)
    if (at >= 0) this.#values[at] = value
    else {
      this.#numbers.push(number)
      this.#values.push(value)
    }
  }

  delete(number: number): boolean {
    const at = this.#numbers.indexOf(number)
    if (at < 0) return false
    // Whoever is going through the values goes on with those that were there.
    this.#numbers = without(this.#numbers, at)
    this.#values = without(this.#values, at)
    return true
  }

  /** The values in the order in which they came. */
  values(): ReadonlyArray<A> {
    return this.#values
  }
}

const without = <A>(list: ReadonlyArray<A>, at: number): Array<A> => {
  const left: Array<A> = []
  for (let i = 0; i < list.length; i++) if (i !== at) left.push(list[i]!)
  return left
}

/**
 * An empty one.
 *
 * @example
 * const open = Handful.make<ShortDeal>()
 * open.set(short.nonce, short)
 */
export const make = <A>(): Handful<A> => new Handful()
