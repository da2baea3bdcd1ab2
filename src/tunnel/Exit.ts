// The provider's end of a tunnel that carries connections: judges each destination, dials it from the leased address,
// and relays through the gate. Every adapter of layer 4 has this one between it and the world (IPSX-TUN-024). Where
// connections go is kept nowhere and told to nobody, not even when one is refused (IPSX-TUN-061).
import type * as Net from "node:net"
import type { Duplex } from "node:stream"
import * as Ip from "../model/Ip.ts"
import * as Destination from "./Destination.ts"
import type { Dial } from "./Dial.ts"
import type { ExitPolicy } from "./ExitPolicy.ts"
import type { Gate } from "./Gate.ts"
import type { Judge } from "./Judge.ts"
import * as Relay from "./Relay.ts"

export interface Options {
  readonly policy: ExitPolicy
  readonly judge: Judge
  readonly gate: Gate
  readonly dial: Dial
  readonly resolve: Destination.Resolver
  /** The address to leave by now; it changes when a seat is substituted. */
  readonly address: () => Ip.Ip
  /** Told of what has arrived here out of the tunnel. */
  readonly onUp: (bytes: number) => void
  /** The leased address is not this machine's any more. */
  readonly onAddressLost: () => void
}

/** Why a connection was refused; `policy` says no more to the requester than that. */
export type Outcome =
  | { readonly granted: true; readonly start: (near: Duplex) => void; readonly drop: () => void }
  | { readonly granted: false; readonly why: "policy" | "unresolved" | "unreachable" | "busy" }

export class Exit {
  /** Open connections, and the most that there ever were at once. */
  connections = 0
  connectionsPeak = 0
  readonly #options: Options
  readonly #flows = new Map<Duplex, { lastBytes: number; idleSince: number }>()
  readonly #dialled = new Set<Net.Socket>()
  #second = 0
  #inSecond = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** A connection to an authority, ready to start, or why there is none. */
  async open(authority: string): Promise<Outcome> {
    const { judge, dial, resolve, address, gate } = this.#options
    // IPSX-TUN-010: held traffic does not even get as far as a name server.
    if (!gate.isOpen || !this.#admits()) return { granted: false, why: "busy" }
    this.connections++
    this.connectionsPeak = Math.max(this.connectionsPeak, this.connections)
    const from = address()
    const pinned = await Destination.pin(authority, Ip.version(from), judge, resolve)
    if ("allowed" in pinned) {
      this.connections--
      const unresolved = pinned.reason === "unresolved" || pinned.reason === "family"
      return { granted: false, why: unresolved ? "unresolved" : "policy" }
    }
    try {
      const far = await dial(pinned, from)
      this.#dialled.add(far)
      far.once("close", () => this.#dialled.delete(far))
      far.on("error", () => far.destroy())
      return {
        granted: true,
        start: (near) => this.#relay(near, far),
        drop: () => {
          this.connections--
          far.destroy()
        },
      }
    } catch (cause) {
      this.connections--
      if ((cause as NodeJS.ErrnoException).code === "EADDRNOTAVAIL") this.#options.onAddressLost()
      return { granted: false, why: "unreachable" }
    }
  }

  /** Ends the connections that have carried nothing for too long; called with every heartbeat. */
  sweep(now: number): void {
    for (const [flow, seen] of this.#flows) {
      const socket = flow as Net.Socket
      const bytes = socket.bytesRead + socket.bytesWritten
      if (bytes !== seen.lastBytes || !this.#options.gate.isOpen) {
        seen.lastBytes = bytes
        seen.idleSince = now
      } else if (now - seen.idleSince > this.#options.policy.idleMs) socket.destroy()
    }
  }

  close(): void {
    for (const socket of this.#dialled) socket.destroy()
  }

  #relay(near: Duplex, far: Net.Socket): void {
    const { gate, onUp } = this.#options
    this.#flows.set(far, { lastBytes: 0, idleSince: performance.now() })
    const through = (count: (bytes: number) => void): Relay.Valve => ({
      admit: (wanted) => {
        const passed = gate.admit(wanted)
        if (passed > 0) count(passed)
        return passed
      },
      wait: (resume) => gate.wait(resume),
    })
    Relay.join(near, far, { fromA: through(onUp), fromB: through(() => {}) }, () => {
      this.connections--
      this.#flows.delete(far)
    })
  }

  #admits(): boolean {
    const second = Math.floor(performance.now() / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#inSecond = 0
    }
    const { connectionsMax, connectionsPerSecondMax } = this.#options.policy
    return this.connections < connectionsMax && ++this.#inSecond <= connectionsPerSecondMax
  }
}
