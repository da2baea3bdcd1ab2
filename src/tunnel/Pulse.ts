// The heartbeat inside a tunnel: says when to send a sign of life, and tells from those that come whether the other end
// is there (IPSX-TUN-040, IPSX-TUN-041). A packet tunnel whose far end dies says nothing, and neither does a frozen process.
import * as Lease from "./Lease.ts"

export interface Options {
  readonly lease: Pick<Lease.Lease, "heartbeat" | "misses">
  readonly beat: () => void
  /** Whether anything has come from the other end since the last call: as good as a sign when signs queue behind data. */
  readonly hasHeard?: () => boolean
  readonly onDegraded: (isDegraded: boolean) => void
  readonly onSilent: () => void
  readonly now?: () => number
}

export class Pulse {
  #timer: NodeJS.Timeout | undefined
  #lastSign: number
  #lastBeat: number
  #dueAt = 0
  #isDegraded = false
  readonly #options: Options
  readonly #now: () => number

  constructor(options: Options) {
    this.#options = options
    this.#now = options.now ?? (() => performance.now())
    this.#lastSign = this.#now()
    this.#lastBeat = this.#lastSign
    this.#schedule()
  }

  /** The other end gave a sign of life. */
  sign(): void {
    this.#lastSign = this.#now()
    if (this.#isDegraded) this.#degrade(false)
  }

  /** The last moment at which the other end was surely there, and one heartbeat more. */
  get aliveUntil(): number {
    return this.#lastSign + this.#options.lease.heartbeat
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #schedule(): void {
    const { heartbeat } = this.#options.lease
    const silentAt = this.#lastSign + Lease.silence(this.#options.lease)
    this.#dueAt = Math.min(this.#lastBeat + heartbeat, silentAt)
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, this.#dueAt - this.#now()))
    this.#timer.unref()
  }

  #tick(): void {
    const { lease, beat, onSilent } = this.#options
    const now = this.#now()
    if (this.#options.hasHeard?.() === true) this.sign()
    // It was this process that stood still: what the other end has sent meanwhile is not read yet.
    if (now - this.#dueAt > lease.heartbeat)
      this.#lastSign = Math.max(this.#lastSign, now - lease.heartbeat)
    if (now - this.#lastSign >= Lease.silence(lease)) return onSilent()
    if (now - this.#lastBeat >= lease.heartbeat - 1) {
      this.#lastBeat = now
      beat()
    }
    const isLate = now - this.#lastSign > 1.5 * lease.heartbeat
    if (isLate !== this.#isDegraded) this.#degrade(isLate)
    this.#schedule()
  }

  #degrade(isDegraded: boolean): void {
    this.#isDegraded = isDegraded
    this.#options.onDegraded(isDegraded)
  }
}
