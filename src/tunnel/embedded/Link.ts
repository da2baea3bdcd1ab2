// One HTTP/2 connection between the two ends of a tunnel, with its heartbeat and the exchange of what each has received
// (IPSX-TUN-030, IPSX-TUN-040). The provider is the HTTP/2 server also when it was the provider who dialled.
import type { Http2Session } from "node:http2"
import type { TLSSocket } from "node:tls"
import type { Lease } from "../Lease.ts"
import { Pulse } from "../Pulse.ts"
import * as Sign from "./Sign.ts"

export const settings = {
  initialWindowSize: 2 ** 20,
  maxFrameSize: 65_536,
  enablePush: false,
} as const

/** Beyond the window of a stream, what an HTTP/2 stack and a relay hold of it. */
export const inFlightMax = settings.initialWindowSize + 512 * 1024

export interface Options {
  readonly lease: Lease
  readonly session: Http2Session
  readonly socket: TLSSocket
  /** Whether the gate is open; a requester has none and says no. */
  readonly isOpen: () => boolean
  readonly onSign: (sign: Sign.Sign) => void
  readonly onDegraded: (isDegraded: boolean) => void
  readonly onDown: (why: "silent" | "failed") => void
  readonly onBeat: () => void
}

// Receipts go out after so many bytes or so many milliseconds, whichever is first.
const receiptBytes = 256 * 1024
const receiptMs = 20

export class Link {
  /** Bytes that have arrived here, and how many of ours the other end says it has. */
  received = 0
  confirmed = 0
  readonly #options: Options
  readonly #pulse: Pulse
  #told = 0
  #receipt: NodeJS.Timeout | undefined
  #isClosed = false
  #seenBytes = 0
  #answered: (() => void) | undefined

  constructor(options: Options) {
    this.#options = options
    const { session, lease, onDegraded } = options
    session.on("ping", (payload: Buffer) => this.#hear(Sign.decode(payload)))
    session.on("error", () => this.#fail("failed"))
    session.once("close", () => this.#fail("failed"))
    this.#pulse = new Pulse({
      lease,
      beat: () => {
        this.tell(false)
        options.onBeat()
      },
      hasHeard: () => {
        const { bytesRead } = options.socket
        const isNew = bytesRead !== this.#seenBytes
        this.#seenBytes = bytesRead
        return isNew
      },
      onDegraded,
      onSilent: () => this.#fail("silent"),
    })
  }

  get aliveUntil(): number {
    return this.#pulse.aliveUntil
  }

  /** Counts what has arrived, and sees to it that the other end learns of it. */
  receive(bytes: number): void {
    this.received += bytes
    if (this.received - this.#told >= receiptBytes) this.tell(false)
    else this.#receipt ??= setTimeout(() => this.tell(false), receiptMs)
  }

  /** Sends a sign now. */
  tell(asks: boolean): void {
    clearTimeout(this.#receipt)
    this.#receipt = undefined
    const { session, isOpen } = this.#options
    if (this.#isClosed || session.destroyed) return
    const sign = Sign.encode({ isOpen: isOpen(), asks, received: this.received })
    const sent = session.ping(sign, (error) => {
      if (error === null) this.#pulse.sign()
    })
    // Too many signs are on their way already: the next one says it all.
    if (sent) this.#told = this.received
    else this.#receipt = setTimeout(() => this.tell(asks), receiptMs)
  }

  /** Both ends know what the other has, or the time is up. */
  settle(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isClosed) return resolve()
      const timer = setTimeout(resolve, ms)
      this.#answered = () => {
        clearTimeout(timer)
        resolve()
      }
      this.tell(true)
    })
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    clearTimeout(this.#receipt)
    this.#pulse.stop()
    this.#answered?.()
    this.#options.session.destroy()
    this.#options.socket.destroy()
  }

  #hear(sign: Sign.Sign): void {
    this.#pulse.sign()
    this.confirmed = Math.max(this.confirmed, sign.received)
    this.#options.onSign(sign)
    if (sign.asks) this.tell(false)
    else this.#answered?.()
  }

  #fail(why: "silent" | "failed"): void {
    if (this.#isClosed) return
    this.close()
    this.#options.onDown(why)
  }
}
