// The discrete-event kernel: a binary heap in typed arrays, ordered by (time, priority, sequence), so that
// equal times have one order for ever (IPSX-SIM-002). Time is an integer of milliseconds; there is no clock
// and no promise here. PERF: keys are columns of doubles and events are integers; objects in the heap
// measured half as fast.

/** Names a scheduled event; a handle of an event that has happened cancels nothing. */
export type Handle = number

/** What an event means is the caller's: an integer code and one payload. */
export type Handler = (code: number, payload: unknown, at: number) => void

/** Why `run` came back. */
export type Outcome = "drained" | "until" | "limit" | "stopped"

/** The code that `call` uses; a caller's own codes are 0 and above. */
const callCode = -1
const slotsMax = 2 ** 26
const sequenceMax = 2 ** 45

export interface Options {
  /** How many events fit before the arrays grow. */
  readonly capacity?: number
}

export class Kernel {
  /** The moment of the event that is being handled, in milliseconds. */
  now = 0
  /** Events handled so far. */
  handled = 0

  #sequence = 0
  #stopped = false
  #size = 0
  #cancelled = 0
  // The heap: the two keys and the slot, side by side.
  #times: Float64Array
  #orders: Float64Array
  #slots: Int32Array
  // What a slot holds. A generation that does not match its handle's belongs to a later event.
  #codes: Int32Array
  #generations: Uint32Array
  #states: Uint8Array
  #payloads: Array<unknown>
  #free: Array<number> = []
  #used = 0

  constructor(options: Options = {}) {
    const capacity = options.capacity ?? 1024
    this.#times = new Float64Array(capacity)
    this.#orders = new Float64Array(capacity)
    this.#slots = new Int32Array(capacity)
    this.#codes = new Int32Array(capacity)
    this.#generations = new Uint32Array(capacity)
    this.#states = new Uint8Array(capacity)
    this.#payloads = Array.from({ length: capacity })
  }

  /** Events that will still happen. */
  get pending(): number {
    return this.#size - this.#cancelled
  }

  /**
   * Plans an event. Lower priorities come first at one moment, then whoever planned first.
   *
   * @throws RangeError when the moment is not an integer, or is past; when the priority is outside [−64, 63].
   */
  schedule(at: number, code: number, payload?: unknown, priority = 0): Handle {
    if (!Number.isSafeInteger(at) || at < this.now)
      throw new RangeError(`cannot schedule at ${at} ms, it is ${this.now} ms`)
    if (!Number.isInteger(priority) || priority < -64 || priority > 63)
      throw new RangeError(`not a priority in [-64, 63]: ${priority}`)
    if (this.#sequence >= sequenceMax) throw new RangeError("too many events")
    const slot = this.#take()
    this.#codes[slot] = code
    this.#payloads[slot] = payload
    this.#states[slot] = 1
    this.#push(at, priority * sequenceMax + this.#sequence++, slot)
    return this.#generations[slot]! * slotsMax + slot
  }

  /** Plans a function; otherwise as `schedule`. */
  call(at: number, work: (at: number) => void, priority = 0): Handle {
    return this.schedule(at, callCode, work, priority)
  }

  /** Takes an event back: true when it had been going to happen. */
  cancel(handle: Handle): boolean {
    const slot = handle % slotsMax
    const generation = Math.floor(handle / slotsMax)
    if (slot >= this.#used || this.#generations[slot] !== generation || this.#states[slot] !== 1)
      return false
    this.#states[slot] = 2
    this.#payloads[slot] = undefined
    this.#cancelled += 1
    // Long timers that are always taken back would fill the heap with dead entries.
    if (this.#cancelled > 1024 && this.#cancelled * 2 > this.#size) this.#compact()
    return true
  }

  /** Makes `run` come back after the event that is being handled. */
  stop(): void {
    this.#stopped = true
  }

  /**
   * Handles the events at `until` and before, at most `limit` of them. When none is left to do before
   * `until`, `now` becomes `until`.
   */
  run(until: number, handler: Handler, limit = Infinity): Outcome {
    this.#stopped = false
    for (let count = 0; ; count++) {
      while (this.#size > 0 && this.#states[this.#slots[0]!] === 2) {
        this.#release(this.#pop())
        this.#cancelled -= 1
      }
      if (this.#size === 0 || this.#times[0]! > until) {
        if (until > this.now && until < Infinity) this.now = until
        return this.#size === 0 ? "drained" : "until"
      }
      if (count >= limit) return "limit"
      this.now = this.#times[0]!
      const slot = this.#pop()
      const code = this.#codes[slot]!
      const payload = this.#payloads[slot]
      this.#release(slot)
      this.handled += 1
      if (code === callCode) (payload as (at: number) => void)(this.now)
      else handler(code, payload, this.now)
      if (this.#stopped) return "stopped"
    }
  }

  #take(): number {
    const reused = this.#free.pop()
    if (reused !== undefined) return reused
    if (this.#used === this.#codes.length) this.#grow()
    return this.#used++
  }

  #release(slot: number): void {
    this.#states[slot] = 0
    this.#payloads[slot] = undefined
    // A generation stays below 2^27, so that a handle stays a safe integer.
    this.#generations[slot] = (this.#generations[slot]! + 1) % 2 ** 27
    this.#free.push(slot)
  }

  #grow(): void {
    const capacity = this.#codes.length * 2
    if (capacity > slotsMax) throw new RangeError("more than 2^26 events at once")
    const widen = <A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
      from: A,
      to: A,
    ): A => {
      to.set(from)
      return to
    }
    this.#times = widen(this.#times, new Float64Array(capacity))
    this.#orders = widen(this.#orders, new Float64Array(capacity))
    this.#slots = widen(this.#slots, new Int32Array(capacity))
    this.#codes = widen(this.#codes, new Int32Array(capacity))
    this.#generations = widen(this.#generations, new Uint32Array(capacity))
    this.#states = widen(this.#states, new Uint8Array(capacity))
    this.#payloads.length = capacity
  }

  #push(time: number, order: number, slot: number): void {
    this.#rise(this.#size++, time, order, slot)
  }

  #rise(from: number, time: number, order: number, slot: number): void {
    const times = this.#times
    const orders = this.#orders
    const slots = this.#slots
    let hole = from
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      const above = times[parent]!
      if (above < time || (above === time && orders[parent]! < order)) break
      times[hole] = above
      orders[hole] = orders[parent]!
      slots[hole] = slots[parent]!
      hole = parent
    }
    times[hole] = time
    orders[hole] = order
    slots[hole] = slot
  }

  #pop(): number {
    const slot = this.#slots[0]!
    const last = --this.#size
    if (last > 0) this.#sink(0, this.#times[last]!, this.#orders[last]!, this.#slots[last]!)
    return slot
  }

  #sink(from: number, time: number, order: number, slot: number): void {
    const times = this.#times
    const orders = this.#orders
    const slots = this.#slots
    const size = this.#size
    let hole = from
    for (;;) {
      let child = 2 * hole + 1
      if (child >= size) break
      let below = times[child]!
      const right = child + 1
      if (right < size) {
        const other = times[right]!
        if (other < below || (other === below && orders[right]! < orders[child]!)) {
          child = right
          below = other
        }
      }
      if (time < below || (time === below && order < orders[child]!)) break
      times[hole] = below
      orders[hole] = orders[child]!
      slots[hole] = slots[child]!
      hole = child
    }
    times[hole] = time
    orders[hole] = order
    slots[hole] = slot
  }

  #compact(): void {
    let kept = 0
    for (let i = 0; i < this.#size; i++) {
      const slot = this.#slots[i]!
      if (this.#states[slot] === 2) {
        this.#release(slot)
        continue
      }
      // In this order every entry rises among those kept before it: a heap again, without another array.
      this.#rise(kept++, this.#times[i]!, this.#orders[i]!, slot)
    }
    this.#size = kept
    this.#cancelled = 0
  }
}

/**
 * A kernel at time zero with nothing to do.
 *
 * @example
 * const kernel = Kernel.make()
 * kernel.schedule(5_000, heartbeat, provider)
 * kernel.run(60_000, (code, payload, at) => world.handle(code, payload, at))
 */
export const make = (options?: Options): Kernel => new Kernel(options)
