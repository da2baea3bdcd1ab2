// What both ends of a packet tunnel do alike: read WireGuard's counters of one peer, send signs of life to it and watch for
// its own, and end once.
import * as Effect from "effect/Effect"
import type { Lease } from "../Lease.ts"
import { Pulse } from "../Pulse.ts"
import type { Reading } from "../Reading.ts"
import * as Tunnel from "../Tunnel.ts"
import { Watch } from "../Watch.ts"
import type { Device } from "./Device.ts"
import { Opening } from "./Opening.ts"

export interface Options {
  readonly lease: Lease
  readonly device: Device
  /** The peer's public key. */
  readonly peer: string
  /** Takes everything down that belongs to this session. */
  readonly undo: () => Promise<void>
}

export class PeerSession {
  readonly watch = new Watch("up")
  readonly opening = new Opening()
  readonly #options: Options
  readonly #pulse: Pulse
  #counted = { received: 0, sent: 0 }
  #seen = 0
  #seq = 0
  #ending: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
    this.#pulse = new Pulse({
      lease: options.lease,
      beat: () => void this.#beat(),
      onDegraded: (isDegraded) => {
        if (this.watch.state !== "ip-mismatch") this.watch.set(isDegraded ? "degraded" : "up")
      },
      onSilent: () => void this.end(),
    })
  }

  /** The part of a session's face that does not depend on the side. */
  face(role: "provider" | "requester"): Tunnel.Session {
    return {
      lease: this.#options.lease,
      state: this.watch.stream,
      current: Effect.sync(() => this.watch.state),
      meter: attempt("meter", () => this.read(role)),
      close: () => Effect.promise(() => this.end()),
    }
  }

  /** An act that makes sense only while the session is not down. */
  ifUp(step: string, act: () => Promise<void>): Effect.Effect<void, Tunnel.TunnelError> {
    return Effect.suspend((): Effect.Effect<void, Tunnel.TunnelError> =>
      this.watch.state === "down"
        ? Effect.fail(new Tunnel.Closed({ lease: this.#options.lease.id }))
        : attempt(step, act),
    )
  }

  async read(role: "provider" | "requester"): Promise<Reading> {
    await this.#count()
    const { received, sent } = this.#counted
    return {
      up: BigInt(role === "provider" ? received : sent),
      down: BigInt(role === "provider" ? sent : received),
      millis: Math.floor(this.opening.millis(this.#pulse.aliveUntil)),
      at: Date.now(),
      counter: "wg-transport",
      // Each end sees what it sent and what it received; the pair channel brings the two together (IPSX-TUN-033).
      confirmedBy: "sender",
      seq: ++this.#seq,
      connections: 1,
    }
  }

  end(): Promise<void> {
    this.#pulse.stop()
    this.opening.close(this.#pulse.aliveUntil)
    this.watch.set("down")
    this.#ending ??= this.#options.undo()
    return this.#ending
  }

  async #count(): Promise<void> {
    if (this.watch.state === "down") return
    const transfer = (await this.#options.device.control.transfers()).get(this.#options.peer)
    if (transfer !== undefined) this.#counted = transfer
  }

  async #beat(): Promise<void> {
    try {
      await this.#options.device.control.poke(this.#options.peer)
      await this.#count()
      if (this.#counted.received > this.#seen) this.#pulse.sign()
      this.#seen = this.#counted.received
    } catch {
      // The daemon is gone or frozen: no sign of life follows.
    }
  }
}

/** What an adapter does with other programs, as an effect that says at which step it failed. */
export const attempt = <A>(
  step: string,
  act: () => Promise<A>,
): Effect.Effect<A, Tunnel.AdapterFailed> =>
  Effect.tryPromise({
    try: act,
    catch: (cause) =>
      new Tunnel.AdapterFailed({ adapter: "wireguard", step, reason: (cause as Error).message }),
  })
