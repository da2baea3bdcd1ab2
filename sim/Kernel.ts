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
const cancelledCode = -2
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
  /** Entries of the heap, the vacant root included. */
  #size = 0
  // PERF: an event that is handled leaves the root vacant, because most plan another one, which then sinks from
  // there: one walk through the heap instead of two.
  #vacant = false
  #cancelled = 0
  // The heap: the two keys and the slot, side by side.
  #times: Float64Array
  #orders: Float64Array
  #slots: Int32Array
  // What a slot holds. Its stamp is odd while it is taken; one that is not its handle's belongs to a later event.
  #codes: Int32Array
  #stamps: Uint32Array
  #payloads: Array<unknown>
  #free: Int32Array
  #freed = 0
  #used = 0

  constructor(options: Options = {}) {
    const capacity = options.capacity ?? 1024
    this.#times = new Float64Array(capacity)
    this.#orders = new Float64Array(capacity)
    this.#slots = new Int32Array(capacity)
    this.#codes = new Int32Array(capacity)
    this.#stamps = new Uint32Array(capacity)
    this.#free = new Int32Array(capacity)
    this.#payloads = Array.from({ length: capacity })
  }

  /** Events that will still happen. */
  get pending(): number {
    return this.#size - this.#cancelled - Number(this.#vacant)
  }

  /**
   * Plans an event. Lower priorities come first at one moment, then whoever planned first.
   *
   * @throws RangeError when the moment is not an integer, or is past; when the priority is outside [−64, 63].
   */
  schedule(at: number, code: number, payload?: unknown, priority = 0): Handle {
    if (!(at >= this.now && at <= Number.MAX_SAFE_INTEGER && Math.floor(at) === at))
      throw new RangeError(`cannot schedule at ${at} ms, it is ${this.now} ms`)
    if (!Number.isInteger(priority) || priority < -64 || priority > 63)
      throw new RangeError(`not a priority in [-64, 63]: ${priority}`)
    if (this.#sequence >= sequenceMax) throw new RangeError("too many events")
    const slot = this.#freed > 0 ? this.#free[--this.#freed]! : this.#fresh()
    const stamp = this.#stamps[slot]! + 1
    this.#stamps[slot] = stamp
    this.#codes[slot] = code
    if (payload !== undefined) this.#payloads[slot] = payload
    const order = priority * sequenceMax + this.#sequence++
    if (this.#vacant) {
      this.#vacant = false
      this.#sink(at, order, slot)
    } else this.#rise(this.#size++, at, order, slot)
    return stamp * slotsMax + slot
  }

  /** Plans a function; otherwise as `schedule`. */
  call(at: number, work: (at: number) => void, priority = 0): Handle {
    return this.schedule(at, callCode, work, priority)
  }

  /** Takes an event back: true when it had been going to happen. */
  cancel(handle: Handle): boolean {
    const slot = handle % slotsMax
    const stamp = Math.floor(handle / slotsMax)
    if (slot >= this.#used || this.#stamps[slot] !== stamp || stamp % 2 === 0) return false
    if (this.#codes[slot] === cancelledCode) return false
    this.#codes[slot] = cancelledCode
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
      if (this.#vacant) this.#fill()
      while (this.#size > 0 && this.#codes[this.#slots[0]!] === cancelledCode) {
        this.#release(this.#slots[0]!)
        this.#cancelled -= 1
        this.#fill()
      }
      if (this.#size === 0 || this.#times[0]! > until) {
        if (until > this.now && until < Infinity) this.now = until
        return this.#size === 0 ? "drained" : "until"
      }
      if (count >= limit) return "limit"
      const at = this.#times[0]!
      const slot = this.#slots[0]!
      const code = this.#codes[slot]!
      const payload = this.#payloads[slot]
      this.now = at
      this.#vacant = true
      this.#release(slot)
      this.handled += 1
      if (code === callCode) (payload as (at: number) => void)(at)
      else handler(code, payload, at)
      if (this.#stopped) return "stopped"
    }
  }

  #fresh(): number {
    if (this.#used === this.#codes.length) this.#grow()
    return this.#used++
  }

  #release(slot: number): void {
    // Stamps stay below 2^27, so that a handle stays a safe integer.
    this.#stamps[slot] = (this.#stamps[slot]! + 1) % 2 ** 27
    if (this.#payloads[slot] !== undefined) this.#payloads[slot] = undefined
    this.#free[this.#freed++] = slot
  }

  #grow(): void {
    const capacity = this.#codes.length * 2
    if (capacity > slotsMax) throw new RangeError("more than 2^26 events at once")
    const widen = <A extends Float64Array | Int32Array | Uint32Array>(from: A, to: A): A => {
      to.set(from)
      return to
    }
    this.#times = widen(this.#times, new Float64Array(capacity))
    this.#orders = widen(this.#orders, new Float64Array(capacity))
    this.#slots = widen(this.#slots, new Int32Array(capacity))
    this.#codes = widen(this.#codes, new Int32Array(capacity))
    this.#stamps = widen(this.#stamps, new Uint32Array(capacity))
    this.#free = widen(this.#free, new Int32Array(capacity))
    this.#payloads.length = capacity
  }

  /** Puts the last entry into the vacant root. */
  #fill(): void {
    this.#vacant = false
    const last = --this.#size
    if (last > 0) this.#sink(this.#times[last]!, this.#orders[last]!, this.#slots[last]!)
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

  #sink(time: number, order: number, slot: number): void {
    const times = this.#times
    const orders = this.#orders
    const slots = this.#slots
    const size = this.#size
    let hole = 0
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
    if (this.#vacant) this.#fill()
    let kept = 0
    for (let i = 0; i < this.#size; i++) {
      const slot = this.#slots[i]!
      if (this.#codes[slot] === cancelledCode) {
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
