// A program of the provider's own through which its exit's traffic goes, a proxy: whether it is there, and since when it
// is not. What it does not carry is not served (IPSX-TUN-030), and after the heartbeat's budget there is no tunnel without
// it (IPSX-TUN-041).
import type { Lease } from "../Lease.ts"

export interface Options {
  readonly lease: Pick<Lease, "heartbeat" | "misses">
  /** Resolves when the program has answered. */
  readonly ask: () => Promise<void>
  /** It has not answered for a while, since a moment; it answers again; it has not for too long. */
  readonly onMissing: (since: number) => void
  readonly onBack: () => void
  readonly onLost: () => void
}

export class Beyond {
  isMissing = false
  #answeredAt = performance.now()
  #isAsking = false
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Called with every heartbeat. */
  beat(): void {
    const { lease, ask, onMissing, onLost } = this.#options
    const missing = (performance.now() - this.#answeredAt) / lease.heartbeat
    // A beat is as coarse as the heartbeat: half of one earlier is still within the budget, half of one later is not.
    if (missing > lease.misses - 0.5) return onLost()
    if (missing > 1.5 && !this.isMissing) {
      this.isMissing = true
      onMissing(this.#answeredAt + lease.heartbeat)
    }
    if (this.#isAsking) return
    this.#isAsking = true
    const asked = (hasAnswered: boolean): void => {
      this.#isAsking = false
      if (hasAnswered) this.#hear()
    }
    void ask().then(
      () => asked(true),
      () => asked(false),
    )
  }

  #hear(): void {
    this.#answeredAt = performance.now()
    if (!this.isMissing) return
    this.isMissing = false
    this.#options.onBack()
  }
}
