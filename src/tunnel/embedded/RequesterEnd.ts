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
const streamWindowSum = 2 ** 26

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
  const { lease, signal } = options
  const session = Http2.connect("http://tunnel", {
    createConnection: () => socket,
    settings,
    maxOutstandingPings: 64,
    maxSessionMemory: 512,
  })
  let seq = 0
  let connections = 0
  let peak = 0
  let fail = (_: Error): void => {}
  let proxy: LocalProxy.LocalProxy | undefined
  let ending: Promise<void> | undefined
  const watch = new Watch("up")
  const served = new Served()
  // IPSX-TUN-012: without a tunnel there is no listener, and a program that asks for one has no route.
  const end = (): Promise<void> => {
    served.hear(false, link.aliveUntil)
    watch.set("down")
    fail(new Error("the provider hung up"))
    ending ??= proxy?.close() ?? Promise.resolve()
    return ending
  }
  const link: Link = new Link({
    lease,
    session,
    socket,
    isOpen: () => false,
    onSign: ({ isOpen }) => served.hear(isOpen, link.aliveUntil),
    onDegraded: (isDegraded) => {
      if (watch.state !== "ip-mismatch") watch.set(isDegraded ? "degraded" : "up")
    },
    onDown: () => void end(),
    onBeat: () => {},
  })
  const ready = new Promise<void>((resolve, reject) => {
    fail = reject
    session.once("remoteSettings", () => resolve())
  })
  const abort = (): void => {
    link.close()
    void end()
  }
  signal.addEventListener("abort", abort, { once: true })
  await ready
  signal.removeEventListener("abort", abort)
  session.setLocalWindowSize(streamWindowSum)

  const connect = (authority: string): Promise<LocalProxy.Answer> => {
    if (watch.state === "down") return Promise.resolve({ refused: "down" })
    connections++
    peak = Math.max(peak, connections)
    return request(session, authority, () => connections--)
  }
  proxy = await LocalProxy.listen({
    open: connect,
    onUp: () => {},
    onDown: (bytes) => link.receive(bytes),
    connectionsMax: options.connectionsMax,
  })
  if (watch.state === "down") {
    await proxy.close()
    throw new Error("the provider hung up")
  }
  const { socks, http } = proxy

  const reading = (): Reading => ({
    up: BigInt(link.confirmed),
    down: BigInt(link.received),
    millis: Math.floor(served.millis(link.aliveUntil)),
    at: Date.now(),
    counter: "l4-payload",
    confirmedBy: "receiver",
    seq: ++seq,
    connections: peak,
  })
  const verifyExit = async (echo: string): Promise<Ip> => {
    const seen = await ExitCheck.seen(echo, async (authority) => {
      const answer = await connect(authority)
      if ("refused" in answer) throw new Error(`the exit refuses ${authority}: ${answer.refused}`)
      return answer.stream
    })
    // IPSX-TUN-050
    if (seen !== lease.address) watch.set("ip-mismatch")
    else if (watch.state === "ip-mismatch") watch.set("up")
    return seen
  }
  return {
    lease,
    state: watch.stream,
    current: Effect.sync(() => watch.state),
    meter: Effect.sync(reading),
    attach: { kind: "proxy", socks, http },
    verifyExit: (echo) =>
      Effect.tryPromise({
        try: () => verifyExit(echo),
        catch: (cause) =>
          new Tunnel.AdapterFailed({
            adapter: "embedded",
            step: "verifyExit",
            reason: (cause as Error).message,
          }),
      }),
    close: () =>
      Effect.promise(async () => {
        if (watch.state !== "down") await link.settle(settleMs)
        link.close()
        await end()
      }),
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
