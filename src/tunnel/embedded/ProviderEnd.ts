// The provider's session of the embedded adapter: HTTP/2 CONNECT requests become connections of its exit.
import * as Http2 from "node:http2"
import type { TLSSocket } from "node:tls"
import * as Effect from "effect/Effect"
import type { Ip } from "../../model/Ip.ts"
import type { Resolver } from "../Destination.ts"
import type { Dial } from "../Dial.ts"
import * as ExitCheck from "../ExitCheck.ts"
import { Exit } from "../Exit.ts"
import type { ExitPolicy } from "../ExitPolicy.ts"
import { Gate } from "../Gate.ts"
import * as Judge from "../Judge.ts"
import type { Lease } from "../Lease.ts"
import * as OwnAddresses from "../OwnAddresses.ts"
import type { Reading } from "../Reading.ts"
import * as Tunnel from "../Tunnel.ts"
import { Watch } from "../Watch.ts"
import { inFlightMax, Link, settings } from "./Link.ts"

export interface Options {
  readonly lease: Lease
  readonly policy: ExitPolicy
  readonly dial: Dial
  readonly resolve: Resolver
  readonly exitCheck: { readonly echo: string; readonly everyMs: number } | undefined
}

const statuses = { policy: 403, unresolved: 502, unreachable: 504, busy: 503 } as const
const settleMs = 250

/** Speaks HTTP/2 on a socket whose other end has proved to have the key. */
export const open = (socket: TLSSocket, options: Options): Tunnel.ProviderSession => {
  const { lease, policy } = options
  let address: Ip = lease.address
  let seq = 0
  let checkedAt = performance.now()
  const watch = new Watch("up")
  const gate = new Gate(policy)
  const exit = new Exit({
    ...options,
    gate,
    judge: Judge.make(policy, lease, OwnAddresses.blocks),
    address: () => address,
    onUp: (bytes) => link.receive(bytes),
    onDown: () => {},
    onAddressLost: () => lost(),
  })
  // IPSX-TUN-051
  const lost = (): void => {
    gate.close()
    watch.set("ip-mismatch")
  }
  const session = Http2.performServerHandshake(socket, {
    settings: { ...settings, maxConcurrentStreams: policy.connectionsMax },
    maxOutstandingPings: 64,
    maxSessionMemory: 512,
    streamResetBurst: 10_000,
    streamResetRate: 1000,
  })
  const check = (): void => {
    const { exitCheck, dial, resolve } = options
    if (exitCheck === undefined || performance.now() - checkedAt < exitCheck.everyMs) return
    checkedAt = performance.now()
    const wanted = address
    void ExitCheck.seen(exitCheck.echo, ExitCheck.by(dial, resolve, wanted)).then(
      (seen) => {
        if (seen !== wanted && wanted === address) lost()
      },
      // An echo that does not answer says nothing about the address.
      () => {},
    )
  }
  // IPSX-TUN-030: time in which the other end was not there is not served.
  const present = (): number => Math.min(performance.now(), link.aliveUntil)
  const end = (): void => {
    gate.dispose(present())
    exit.close()
    watch.set("down")
  }
  const link = new Link({
    lease,
    session,
    socket,
    isOpen: () => gate.isOpen,
    onSign: () => {},
    onDegraded: (isDegraded) => {
      if (watch.state !== "ip-mismatch") watch.set(isDegraded ? "degraded" : "up")
    },
    onDown: end,
    onBeat: () => {
      exit.sweep(performance.now())
      check()
    },
  })
  gate.onChange = () => link.tell(false)
  session.setLocalWindowSize(2 ** 26)
  session.on("stream", (stream, headers) => void serve(stream, headers, exit))

  const reading = (): Reading => ({
    up: BigInt(link.received),
    down: BigInt(link.confirmed),
    millis: Math.floor(gate.served(present())),
    at: Date.now(),
    counter: "l4-payload",
    confirmedBy: "receiver",
    seq: ++seq,
    connections: exit.connectionsPeak,
  })
  const ifUp = <A>(act: () => A): Effect.Effect<A, Tunnel.Closed> =>
    Effect.suspend(() =>
      watch.state === "down"
        ? Effect.fail(new Tunnel.Closed({ lease: lease.id }))
        : Effect.sync(act),
    )
  return {
    lease,
    state: watch.stream,
    current: Effect.sync(() => watch.state),
    meter: Effect.sync(reading),
    ungate: (allowance) =>
      ifUp(() => {
        if (watch.state === "ip-mismatch") return
        const metered = BigInt(link.received + link.confirmed)
        gate.open(allowance, metered, exit.connections * inFlightMax)
      }),
    gate: ifUp(() => gate.close()),
    substitute: (next) =>
      ifUp(() => {
        address = next
        if (watch.state === "ip-mismatch") watch.set("up")
      }),
    close: () =>
      Effect.promise(async () => {
        if (watch.state === "down") return
        gate.close()
        await link.settle(settleMs)
        link.close()
        end()
      }),
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
