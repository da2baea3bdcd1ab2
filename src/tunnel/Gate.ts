// The provider's gate: lets bytes through up to an allowance of bytes and time, at a rate, and closes by itself when one
// of them is used up, so that a burst between two looks at the meter cannot pass the bound (IPSX-TUN-010, IPSX-TUN-011, IPSX-TUN-014).
import type { Allowance } from "./Tunnel.ts"

export interface Limits {
  /** 0 is no limit. */
  readonly bytesPerSecond: number
  readonly quotaBytes: number
}

const timerMsMax = 2 ** 31 - 1

/** All moments are milliseconds of a clock that never goes back. */
export class Gate {
  /** Bytes that were let in, both directions. */
  admitted = 0
  /** Called whenever the gate opens or closes. */
  onChange: (isOpen: boolean) => void = () => {}

  #open = false
  #limit = 0
  #since = 0
  #served = 0
  #deadline = 0
  #timer: NodeJS.Timeout | undefined
  #rateTimer: NodeJS.Timeout | undefined
  #tokens: number
  #filledAt = 0
  readonly #waiting = new Set<() => void>()
  readonly #limits: Limits
  readonly #now: () => number

  constructor(limits: Limits, now: () => number = () => performance.now()) {
    this.#limits = limits
    this.#now = now
    this.#tokens = this.#burst
  }

  get isOpen(): boolean {
    return this.#open
  }

  /** Milliseconds for which traffic might pass, until a moment. */
  served(at = this.#now()): number {
    const until = Math.min(at, this.#deadline)
    return this.#served + (this.#open ? Math.max(0, until - this.#since) : 0)
  }

  /** How many of the wanted bytes may pass now; who gets fewer waits for `wait`. */
  admit(wanted: number): number {
    if (!this.#open) return 0
    if (this.#now() >= this.#deadline) {
      this.close()
      return 0
    }
    const paid = Math.min(wanted, this.#limit - this.admitted)
    const passed = this.#limits.bytesPerSecond === 0 ? paid : this.#draw(paid)
    this.admitted += passed
    if (this.admitted >= this.#limit) this.close()
    return passed
  }

  /** Calls back once, when bytes may pass again; the function returned takes that back. */
  wait(resume: () => void): () => void {
    this.#waiting.add(resume)
    if (this.#open) this.#refillLater()
    return () => this.#waiting.delete(resume)
  }

  /**
   * `metered` is the total that both meters agree on, `inFlight` the most that can still be on its way: what was
   * admitted beyond both has been lost with a connection, and is not held against the allowance.
   */
  open(allowance: Allowance, metered: bigint, inFlight: number): void {
    const accounted = Math.max(Number(metered), this.admitted - inFlight)
    const more = Math.max(0, Math.min(Number(allowance.untilBytes), 2 ** 52) - accounted)
    const now = this.#now()
    this.#served = this.served()
    this.#since = now
    this.#limit = Math.min(this.admitted + more, this.#limits.quotaBytes)
    this.#deadline = now + allowance.millis
    clearTimeout(this.#timer)
    if (this.admitted >= this.#limit || allowance.millis <= 0) return this.close()
    this.#timer = setTimeout(() => this.close(), Math.min(timerMsMax, allowance.millis))
    this.#timer.unref()
    const wasOpen = this.#open
    this.#open = true
    if (!wasOpen) this.onChange(true)
    this.#release()
  }

  /** `at` is an earlier moment when service ended before anybody noticed. */
  close(at = this.#now()): void {
    clearTimeout(this.#timer)
    if (!this.#open) return
    this.#served = this.served(at)
    this.#open = false
    this.onChange(false)
  }

  /** After this nobody is called back any more. */
  dispose(at = this.#now()): void {
    this.close(at)
    clearTimeout(this.#rateTimer)
    this.#waiting.clear()
  }

  #release(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const resume of waiting) resume()
  }

  // A tenth of a second's worth may pass in one go, and at least one buffer.
  get #burst(): number {
    return Math.max(65_536, this.#limits.bytesPerSecond / 10)
  }

  #draw(wanted: number): number {
    const now = this.#now()
    this.#tokens = Math.min(
      this.#burst,
      this.#tokens + ((now - this.#filledAt) * this.#limits.bytesPerSecond) / 1000,
    )
    this.#filledAt = now
    const passed = Math.max(0, Math.min(wanted, Math.floor(this.#tokens)))
    this.#tokens -= passed
    return passed
  }

  #refillLater(): void {
    if (this.#limits.bytesPerSecond === 0 || this.#rateTimer !== undefined) return
    this.#rateTimer = setTimeout(() => {
      this.#rateTimer = undefined
      if (this.#open) this.#release()
    }, 20)
    this.#rateTimer.unref()
  }
}
