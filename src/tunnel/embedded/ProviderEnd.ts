// The provider's session of the embedded adapter: HTTP/2 CONNECT requests become connections of its exit.
import * as Http2 from "node:http2"
import type { TLSSocket } from "node:tls"
import * as Effect from "effect/Effect"
import type { Ip } from "../../model/Ip.ts"
import type { Resolver } from "../Destination.ts"
import type { Dial } from "../Dial.ts"
import { Exit } from "../Exit.ts"
import type { ExitPolicy } from "../ExitPolicy.ts"
import { Gate } from "../Gate.ts"
import * as Judge from "../Judge.ts"
import type { Lease } from "../Lease.ts"
import * as OwnAddresses from "../OwnAddresses.ts"
import type { Reading } from "../Reading.ts"
import * as Tunnel from "../Tunnel.ts"
import { Watch } from "../Watch.ts"
import { Beyond } from "./Beyond.ts"
import { inFlightMax, Link, settings } from "./Link.ts"

export interface Options {
  readonly lease: Lease
  readonly policy: ExitPolicy
  readonly dial: Dial
  readonly resolve: Resolver
  /** Resolves when the program is there that the exit's traffic goes through; asked with every heartbeat. */
  readonly beyond: (() => Promise<void>) | undefined
}

// IPSX-TUN-072
const statuses = { policy: 403, unresolved: 502, unreachable: 504, busy: 503 } as const
const settleMs = 250
const sessionWindow = 2 ** 26

/** Speaks HTTP/2 on a socket whose other end has proved to have the key. */
export const open = (socket: TLSSocket, options: Options): Tunnel.ProviderSession =>
  new ProviderEnd(socket, options).session()

class ProviderEnd {
  #address: Ip
  #seq = 0
  readonly #options: Options
  readonly #watch = new Watch("up")
  readonly #gate: Gate
  readonly #exit: Exit
  readonly #link: Link
  readonly #beyond: Beyond | undefined
  /** What the gate was last opened for, and when. */
  #allowed: { readonly allowance: Tunnel.Allowance; readonly at: number } | undefined

  constructor(socket: TLSSocket, options: Options) {
    const { lease, policy } = options
    this.#options = options
    this.#address = lease.address
    this.#gate = new Gate(policy)
    this.#exit = new Exit({
      ...options,
      gate: this.#gate,
      judge: Judge.make(policy, lease, OwnAddresses.blocks),
      address: () => this.#address,
      onUp: (bytes) => this.#link.receive(bytes),
      onAddressLost: () => this.#lose(),
    })
    const session = Http2.performServerHandshake(socket, {
      settings: { ...settings, maxConcurrentStreams: policy.connectionsMax },
      maxOutstandingPings: 64,
      maxSessionMemory: 512,
      streamResetBurst: 10_000,
      streamResetRate: 1000,
    })
    this.#link = new Link({
      lease,
      session,
      socket,
      isOpen: () => this.#gate.isOpen,
      onSign: () => {},
      onDegraded: (isDegraded) => {
        if (this.#watch.state !== "ip-mismatch") this.#watch.set(isDegraded ? "degraded" : "up")
      },
      onDown: () => this.#end(),
      onBeat: () => {
        this.#exit.sweep(performance.now())
        this.#beyond?.beat()
      },
    })
    this.#beyond = this.#watchBeyond()
    this.#gate.onChange = () => this.#link.tell(false)
    session.setLocalWindowSize(sessionWindow)
    session.on("stream", (stream, headers) => void serve(stream, headers, this.#exit))
  }

  session(): Tunnel.ProviderSession {
    const { lease } = this.#options
    const ifUp = (act: () => void): Effect.Effect<void, Tunnel.Closed> =>
      Effect.suspend(() =>
        this.#watch.state === "down"
          ? Effect.fail(new Tunnel.Closed({ lease: lease.id }))
          : Effect.sync(act),
      )
    return {
      lease,
      state: this.#watch.stream,
      current: Effect.sync(() => this.#watch.state),
      meter: Effect.sync(() => this.#read()),
      ungate: (allowance) => ifUp(() => this.#ungate(allowance)),
      gate: ifUp(() => {
        this.#allowed = undefined
        this.#gate.close()
      }),
      substitute: (next) =>
        ifUp(() => {
          this.#address = next
          if (this.#watch.state === "ip-mismatch") this.#watch.set("up")
        }),
      close: () => Effect.promise(() => this.#close()),
    }
  }

  // IPSX-TUN-051: nothing leaves by another address than the leased one.
  #lose(): void {
    this.#gate.close()
    this.#watch.set("ip-mismatch")
  }

  #ungate(allowance: Tunnel.Allowance): void {
    if (this.#watch.state === "ip-mismatch") return
    this.#allowed = { allowance, at: performance.now() }
    if (this.#beyond?.isMissing === true) return
    const metered = BigInt(this.#link.received + this.#link.confirmed)
    this.#gate.open(allowance, metered, this.#exit.connections * inFlightMax)
  }

  #watchBeyond(): Beyond | undefined {
    const { lease, beyond: ask } = this.#options
    if (ask === undefined) return undefined
    return new Beyond({
      lease,
      ask,
      onMissing: (since) => {
        if (this.#allowed !== undefined) {
          // Meanwhile nothing of the time that was allowed is used up.
          const { allowance, at } = this.#allowed
          const millis = allowance.millis - Math.max(0, since - at)
          this.#allowed = { allowance: { ...allowance, millis }, at: since }
        }
        this.#gate.close(since)
      },
      onBack: () => {
        if (this.#allowed !== undefined) this.#ungate(this.#allowed.allowance)
      },
      onLost: () => {
        this.#link.close()
        this.#end()
      },
    })
  }

  // IPSX-TUN-030: time in which the other end was not there is not served.
  get #present(): number {
    return Math.min(performance.now(), this.#link.aliveUntil)
  }

  #read(): Reading {
    return {
      up: BigInt(this.#link.received),
      down: BigInt(this.#link.confirmed),
      millis: Math.floor(this.#gate.served(this.#present)),
      at: Date.now(),
      counter: "l4-payload",
      confirmedBy: "receiver",
      seq: ++this.#seq,
      connections: this.#exit.connectionsPeak,
    }
  }

  #end(): void {
    this.#gate.dispose(this.#present)
    this.#exit.close()
    this.#watch.set("down")
  }

  async #close(): Promise<void> {
    if (this.#watch.state === "down") return
    this.#gate.close()
    await this.#link.settle(settleMs)
    this.#link.close()
    this.#end()
  }
}

const serve = async (
  stream: Http2.ServerHttp2Stream,
  headers: Http2.IncomingHttpHeaders,
  exit: Exit,
): Promise<void> => {
  stream.on("error", () => {})
  const authority = headers[":authority"]
  const refuse = (status: number): void => {
    if (!stream.destroyed && !stream.headersSent)
      stream.respond({ ":status": status }, { endStream: true })
    stream.close(Http2.constants.NGHTTP2_NO_ERROR)
  }
  if (headers[":method"] !== "CONNECT" || authority === undefined) return refuse(405)
  const outcome = await exit.open(authority)
  if (!outcome.granted) return refuse(statuses[outcome.why])
  if (stream.destroyed) return outcome.drop()
  stream.respond({ ":status": 200 })
  outcome.start(stream)
}
