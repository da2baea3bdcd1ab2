// The requester's session of the embedded adapter: a local proxy whose connections become HTTP/2 CONNECT requests.
import * as Http2 from "node:http2"
import type { TLSSocket } from "node:tls"
import * as Effect from "effect/Effect"
import type { Ip } from "../../model/Ip.ts"
import * as ExitCheck from "../ExitCheck.ts"
import type { Lease } from "../Lease.ts"
import * as LocalProxy from "../LocalProxy.ts"
import type { Reading } from "../Reading.ts"
import * as Tunnel from "../Tunnel.ts"
import { Watch } from "../Watch.ts"
import { Link, settings } from "./Link.ts"

export interface Options {
  readonly lease: Lease
  readonly connectionsMax: number
  readonly signal: AbortSignal
}

const settleMs = 250
const sessionWindow = 2 ** 26

/** Time as the provider's signs tell it: it runs while the gate is open and the provider is there. */
class Served {
  #since: number | undefined
  #sum = 0

  hear(isOpen: boolean, aliveUntil: number): void {
    const now = performance.now()
    if (this.#since !== undefined) this.#sum += Math.max(0, Math.min(now, aliveUntil) - this.#since)
    this.#since = isOpen ? now : undefined
  }

  millis(aliveUntil: number): number {
    if (this.#since === undefined) return this.#sum
    return this.#sum + Math.max(0, Math.min(performance.now(), aliveUntil) - this.#since)
  }
}

/** Speaks HTTP/2 on a socket whose other end has proved to have the key. */
export const open = async (
  socket: TLSSocket,
  options: Options,
): Promise<Tunnel.RequesterSession> => {
  const end = new RequesterEnd(socket, options)
  await end.ready(options.signal)
  return end.session()
}

class RequesterEnd {
  #seq = 0
  #connections = 0
  #peak = 0
  #proxy: LocalProxy.LocalProxy | undefined
  #ending: Promise<void> | undefined
  readonly #options: Options
  readonly #watch = new Watch("up")
  readonly #served = new Served()
  readonly #http: Http2.ClientHttp2Session
  readonly #link: Link

  constructor(socket: TLSSocket, options: Options) {
    this.#options = options
    this.#http = Http2.connect("http://tunnel", {
      createConnection: () => socket,
      settings,
      maxOutstandingPings: 64,
      maxSessionMemory: 512,
    })
    this.#link = new Link({
      lease: options.lease,
      session: this.#http,
      socket,
      isOpen: () => false,
      onSign: ({ isOpen }) => this.#served.hear(isOpen, this.#link.aliveUntil),
      onDegraded: (isDegraded) => {
        if (this.#watch.state !== "ip-mismatch") this.#watch.set(isDegraded ? "degraded" : "up")
      },
      onDown: () => void this.#end(),
      onBeat: () => {},
    })
  }

  /** The provider has answered inside the tunnel, and the local listener is there. */
  async ready(signal: AbortSignal): Promise<void> {
    const abort = (): void => {
      this.#link.close()
      void this.#end()
    }
    signal.addEventListener("abort", abort, { once: true })
    const answered = new Promise<void>((resolve) => {
      this.#http.once("remoteSettings", () => resolve())
      this.#watch.follow(() => resolve())
    })
    // The listener is made while the provider's answer is on its way.
    this.#proxy = await LocalProxy.listen({
      open: (authority) => this.#connect(authority),
      onDown: (bytes) => this.#link.receive(bytes),
      connectionsMax: this.#options.connectionsMax,
    })
    await answered
    signal.removeEventListener("abort", abort)
    if (this.#watch.state === "up") this.#http.setLocalWindowSize(sessionWindow)
    if (this.#watch.state === "down") {
      await this.#proxy.close()
      throw new Error("the provider hung up")
    }
  }

  session(): Tunnel.RequesterSession {
    const { socks, http } = this.#proxy!
    return {
      lease: this.#options.lease,
      state: this.#watch.stream,
      current: Effect.sync(() => this.#watch.state),
      meter: Effect.sync(() => this.#read()),
      attach: { kind: "proxy", socks, http },
      verifyExit: (echo) =>
        Effect.tryPromise({
          try: () => this.#verify(echo),
          catch: (cause) =>
            new Tunnel.AdapterFailed({
              adapter: "embedded",
              step: "verifyExit",
              reason: (cause as Error).message,
            }),
        }),
      close: () => Effect.promise(() => this.#close()),
    }
  }

  #connect(authority: string): Promise<LocalProxy.Answer> {
    if (this.#watch.state === "down") return Promise.resolve({ refused: "down" })
    this.#peak = Math.max(this.#peak, ++this.#connections)
    return request(this.#http, authority, () => this.#connections--)
  }

  #read(): Reading {
    return {
      up: BigInt(this.#link.confirmed),
      down: BigInt(this.#link.received),
      millis: Math.floor(this.#served.millis(this.#link.aliveUntil)),
      at: Date.now(),
      counter: "l4-payload",
      confirmedBy: "receiver",
      seq: ++this.#seq,
      connections: this.#peak,
    }
  }

  async #verify(echo: string): Promise<Ip> {
    const seen = await ExitCheck.seen(echo, async (authority) => {
      const answer = await this.#connect(authority)
      if ("refused" in answer) throw new Error(`the exit refuses ${authority}: ${answer.refused}`)
      return answer.stream
    })
    // IPSX-TUN-050
    if (seen !== this.#options.lease.address) this.#watch.set("ip-mismatch")
    else if (this.#watch.state === "ip-mismatch") this.#watch.set("up")
    return seen
  }

  // IPSX-TUN-012: without a tunnel there is no listener, and a program that asks for one has no route.
  #end(): Promise<void> {
    this.#served.hear(false, this.#link.aliveUntil)
    this.#watch.set("down")
    this.#ending ??= this.#proxy?.close() ?? Promise.resolve()
    return this.#ending
  }

  async #close(): Promise<void> {
    if (this.#watch.state !== "down") await this.#link.settle(settleMs)
    this.#link.close()
    await this.#end()
  }
}

const refusals = new Map([
  [403, "policy"],
  [502, "unresolved"],
  [504, "unreachable"],
] as const)

const request = (
  session: Http2.ClientHttp2Session,
  authority: string,
  done: () => void,
): Promise<LocalProxy.Answer> =>
  new Promise((resolve) => {
    let stream: Http2.ClientHttp2Stream
    try {
      stream = session.request({ ":method": "CONNECT", ":authority": authority })
    } catch {
      done()
      return resolve({ refused: session.destroyed ? "down" : "policy" })
    }
    stream.on("error", () => {})
    stream.once("close", () => {
      done()
      resolve({ refused: "down" })
    })
    stream.once("response", (headers) => {
      const status = Number(headers[":status"])
      if (status === 200) return resolve({ stream })
      stream.close()
      resolve({ refused: refusals.get(status as 403) ?? "down" })
    })
  })
