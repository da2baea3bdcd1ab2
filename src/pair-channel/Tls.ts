// The transport over real networks: TLS 1.3 on TCP (IPSX-PCH-011). There are no certificates, because wallets have
// none: the handshake's X25519 key is ephemeral, the pre-shared key below is public and proves nothing, and both ends
// then sign the connection's exporter (RFC 9266) with their wallets' keys. Whoever stands in between has two
// connections with two exporters, and neither signature fits the other.
//
// Why not a WebSocket: nothing here is a browser or behind a web server, and the exporter is what binds the keys.
import * as Net from "node:net"
import * as NodeTls from "node:tls"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import type { Id } from "../model/Id.ts"
import * as Connection from "./Connection.ts"
import * as Frame from "./Frame.ts"

/** Where an end can be reached. */
export const Endpoint = Schema.Struct({
  host: Schema.String.pipe(Schema.check(Schema.isPattern(/^[0-9A-Za-z.:_-]{1,253}$/))),
  port: Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum: 65_535 }))),
})
export interface Endpoint extends Schema.Schema.Type<typeof Endpoint> {}

const identity = "ipsx-pair/1"
const psk = new TextEncoder().encode("IPSX pair channel: public prekey")

const settings = {
  minVersion: "TLSv1.3",
  maxVersion: "TLSv1.3",
  // The suites whose hash is SHA-256, which is the hash of an external pre-shared key.
  ciphers: "TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256",
  ALPNProtocols: [identity],
} as const

const over = (socket: NodeTls.TLSSocket): Connection.Connection => {
  const outlet = Connection.outlet()
  const reader = Frame.reader()
  const exported = socket.exportKeyingMaterial(32, "EXPORTER-Channel-Binding", Buffer.alloc(0))
  const close = (reason: string): void => {
    outlet.closed(reason)
    socket.destroy()
  }
  socket.setNoDelay(true)
  socket.on("data", (chunk: Buffer) => {
    const read = Frame.read(reader, chunk, outlet.frame)
    if (Result.isFailure(read)) close(read.failure.message)
  })
  socket.on("error", (cause) => close(cause.message))
  socket.on("close", () => outlet.closed("the partner closed the connection"))
  return {
    binding: `0x${exported.toString("hex")}` as Id,
    listen: outlet.listen,
    send: (frame) => {
      if (outlet.isClosed() || socket.destroyed) return
      socket.write(Frame.encode(frame))
      if (socket.writableLength > Connection.unsentBytesMax) close("the partner does not read")
    },
    close,
  }
}

export interface Listening {
  readonly port: number
}

/** Connections that have not finished their handshake, and all of them, that one listener holds. */
const handshakeMs = 5000
const connectionsMax = 4096

/**
 * Takes connections until the scope closes; then none is left. Port 0 is any free one.
 *
 * @example
 * const { port } = yield* Tls.listen({ host: "127.0.0.1", port: 0 }, (connection) => greet(connection))
 */
export const listen = (
  at: { readonly host: string; readonly port: number },
  take: (connection: Connection.Connection) => void,
): Effect.Effect<Listening, ListenFailed, Scope.Scope> => {
  const sockets = new Set<Net.Socket>()
  const acquire = Effect.callback<NodeTls.Server, ListenFailed>((resume) => {
    const server = NodeTls.createServer(
      {
        ...settings,
        handshakeTimeout: handshakeMs,
        pskCallback: (_, given) => (given === identity ? psk : null),
      },
      (socket) => take(over(socket)),
    )
    server.maxConnections = connectionsMax
    server.on("connection", (socket: Net.Socket) => {
      sockets.add(socket)
      socket.on("close", () => sockets.delete(socket))
    })
    // A failed handshake is the other side's trouble; its socket is gone by then.
    server.on("tlsClientError", (_, socket) => socket.destroy())
    server.once("error", (cause) =>
      resume(Effect.fail(new ListenFailed({ ...at, reason: cause.message }))),
    )
    server.listen(at.port, at.host, () => resume(Effect.succeed(server)))
  })
  const release = (server: NodeTls.Server): Effect.Effect<void> =>
    Effect.callback<void>((resume) => {
      server.close(() => resume(Effect.void))
      for (const socket of sockets) socket.destroy()
    })
  return Effect.map(Effect.acquireRelease(acquire, release), (server) => ({
    port: (server.address() as Net.AddressInfo).port,
  }))
}

/**
 * Connects, or says why not. The caller closes the connection.
 *
 * @example
 * const connection = yield* Tls.dial({ host: "127.0.0.1", port }, 5000)
 */
export const dial = (
  to: Endpoint,
  timeoutMs: number,
): Effect.Effect<Connection.Connection, DialFailed> =>
  Effect.callback<Connection.Connection, DialFailed>((resume) => {
    const socket = NodeTls.connect({
      ...settings,
      ...to,
      pskCallback: () => ({ psk, identity }),
      checkServerIdentity: () => undefined,
    })
    const fail = (reason: string): void => {
      socket.destroy()
      resume(Effect.fail(new DialFailed({ ...to, reason })))
    }
    const timer = setTimeout(() => fail(`no answer in ${timeoutMs} ms`), timeoutMs)
    const failed = (cause: Error): void => {
      clearTimeout(timer)
      fail(cause.message)
    }
    socket.once("error", failed)
    socket.once("secureConnect", () => {
      clearTimeout(timer)
      socket.off("error", failed)
      resume(Effect.succeed(over(socket)))
    })
    return Effect.sync(() => {
      clearTimeout(timer)
      socket.destroy()
    })
  })

export class ListenFailed extends Schema.TaggedError<ListenFailed>()("ListenFailed", {
  host: Schema.String,
  port: Schema.Number,
  reason: Schema.String,
}) {
  override get message(): string {
    return `cannot take connections at ${this.host}:${this.port}: ${this.reason}; choose another port, or 0 for any free one`
  }
}

export class DialFailed extends Schema.TaggedError<DialFailed>()("DialFailed", {
  host: Schema.String,
  port: Schema.Number,
  reason: Schema.String,
}) {
  override get message(): string {
    return `cannot reach the partner at ${this.host}:${this.port}: ${this.reason}`
  }
}
