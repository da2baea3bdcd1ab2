// One TLS 1.3 listener for all tunnels of a process that others dial. Who has no key of a tunnel that is expected gets no
// further than the handshake; each key opens one tunnel once.
import type * as Net from "node:net"
import * as Tls from "node:tls"
import { constants } from "node:crypto"
import type { Shared } from "../Key.ts"

/** Both ends speak TLS 1.3 with this suite and an external key, with fresh x25519 shares for forward secrecy. */
export const tls = {
  ciphers: "TLS_AES_128_GCM_SHA256",
  minVersion: "TLSv1.3",
  maxVersion: "TLSv1.3",
  ecdhCurve: "X25519",
  secureOptions: constants.SSL_OP_NO_TICKET,
} as const

// PERF: made once, since all that differs between two connections is the key; a context of its own costs half a
// millisecond.
let context: Tls.SecureContext | undefined
const secureContext = (): Tls.SecureContext => (context ??= Tls.createSecureContext(tls))

export interface Options {
  readonly host: string
  readonly port: number
}

interface Expected {
  readonly key: Buffer
  readonly claim: (socket: Tls.TLSSocket) => void
}

const handshakeMs = 5000
const connectionsMax = 65_536

export class Listener {
  readonly #options: Options
  readonly #expected = new Map<string, Expected>()
  readonly #claimed = new WeakMap<object, string>()
  #server: Promise<Tls.Server> | undefined
  #holders = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** Listens for as long as somebody holds it, and says on which port. */
  async hold(): Promise<number> {
    this.#holders++
    try {
      this.#server ??= this.#listen()
      return ((await this.#server).address() as Net.AddressInfo).port
    } catch (cause) {
      await this.release()
      throw cause
    }
  }

  async release(): Promise<void> {
    if (--this.#holders > 0) return
    const server = await this.#server?.catch(() => undefined)
    if (this.#holders > 0) return
    this.#server = undefined
    if (server !== undefined) await new Promise<void>((done) => server.close(() => done()))
  }

  /** Resolves with the connection of whoever has the key. */
  expect({ key, identity }: Shared, signal: AbortSignal): Promise<Tls.TLSSocket> {
    return new Promise((resolve, reject) => {
      const forget = (): void => {
        this.#expected.delete(identity)
        reject(signal.reason as Error)
      }
      signal.addEventListener("abort", forget, { once: true })
      this.#expected.set(identity, {
        key,
        claim: (socket) => {
          this.#expected.delete(identity)
          signal.removeEventListener("abort", forget)
          resolve(socket)
        },
      })
    })
  }

  #listen(): Promise<Tls.Server> {
    const server = Tls.createServer(
      {
        ...tls,
        handshakeTimeout: handshakeMs,
        noDelay: true,
        pskCallback: (socket, identity) => {
          this.#claimed.set(socket, identity)
          return this.#expected.get(identity)?.key ?? null
        },
      },
      (socket) => {
        socket.on("error", () => socket.destroy())
        const expected = this.#expected.get(this.#claimed.get(socket) ?? "")
        if (expected === undefined) socket.destroy()
        else expected.claim(socket)
      },
    )
    server.maxConnections = connectionsMax
    server.on("tlsClientError", (_, socket) => socket.destroy())
    return new Promise((resolve, reject) => {
      server.once("error", reject)
      server.listen(this.#options.port, this.#options.host, () => {
        server.off("error", reject)
        server.on("error", () => {})
        resolve(server)
      })
    })
  }
}

/** Dials a listener that expects this key, again and again until it does or the time is up. */
export const dial = async (
  endpoint: { readonly host: string; readonly port: number },
  shared: Shared,
  signal: AbortSignal,
): Promise<Tls.TLSSocket> => {
  for (let wait = 2; ; wait = Math.min(200, wait * 2)) {
    try {
      return await attempt(endpoint, shared, signal)
    } catch (cause) {
      if (signal.aborted) throw cause
      await new Promise((done) => setTimeout(done, wait))
    }
  }
}

const attempt = (
  { host, port }: { readonly host: string; readonly port: number },
  { key, identity }: Shared,
  signal: AbortSignal,
): Promise<Tls.TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = Tls.connect({
      secureContext: secureContext(),
      host,
      port,
      pskCallback: () => ({ psk: key, identity }),
      // There is no certificate: the key is what authenticates.
      checkServerIdentity: () => undefined,
    })
    const abort = (): void => {
      socket.destroy(signal.reason as Error)
    }
    if (signal.aborted) abort()
    signal.addEventListener("abort", abort, { once: true })
    socket.once("error", (cause) => {
      signal.removeEventListener("abort", abort)
      reject(cause)
    })
    socket.once("secureConnect", () => {
      signal.removeEventListener("abort", abort)
      socket.on("error", () => socket.destroy())
      socket.setNoDelay(true)
      resolve(socket)
    })
  })
