// For how long a gate was open, in milliseconds.

export class Opening {
  #since: number | undefined
  #until = 0
  #sum = 0

  /** It closes by itself after so many milliseconds. */
  open(millis: number): void {
    this.close()
    this.#since = performance.now()
    this.#until = this.#since + millis
  }

  close(at = performance.now()): void {
    this.#sum = this.millis(at)
    this.#since = undefined
  }

  /** Until now, but not beyond a moment after which nobody was there. */
  millis(at: number): number {
    if (this.#since === undefined) return this.#sum
    return this.#sum + Math.max(0, Math.min(performance.now(), this.#until, at) - this.#since)
  }
}
