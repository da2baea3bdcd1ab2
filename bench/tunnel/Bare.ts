// The barest tunnel that does what a set-up of the embedded adapter must: a TLS 1.3 handshake under a key that is there
// already, one HTTP/2 session in it, a local listener, and one CONNECT through all of it. Nothing is judged, metered,
// agreed or watched: what an adapter takes beyond this is its own.
import * as Http2 from "node:http2"
import * as Net from "node:net"
import * as Tls from "node:tls"
import type { AddressInfo } from "node:net"
import { tls } from "../../src/tunnel/embedded/Listener.ts"

const context = Tls.createSecureContext(tls)
const psk = Buffer.alloc(32, 7)

const listening = (server: Net.Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port))
  })

export interface Bare {
  /** A tunnel anew: the URL of its local listener, and what ends it. */
  readonly open: () => Promise<{ readonly url: URL; readonly close: () => void }>
  readonly close: () => void
}

/** The far end, which listens before anybody comes. */
export const far = async (): Promise<Bare> => {
  const server = Tls.createServer({ ...tls, noDelay: true, pskCallback: () => psk }, (socket) => {
    socket.on("error", () => {})
    const session = Http2.performServerHandshake(socket)
    session.on("error", () => {})
    session.on("stream", (stream, headers) => {
      stream.on("error", () => {})
      const [host, port] = headers[":authority"]!.split(":")
      const target = Net.connect({ host: host!, port: Number(port), noDelay: true }, () => {
        stream.respond({ ":status": 200 })
        stream.pipe(target)
        target.pipe(stream)
      })
      target.on("error", () => stream.destroy())
    })
  })
  const port = await listening(server)
  return { open: () => near(port), close: () => server.close() }
}

const near = async (port: number) => {
  const socket = Tls.connect({
    secureContext: context,
    host: "127.0.0.1",
    port,
    pskCallback: () => ({ psk, identity: "bench" }),
    checkServerIdentity: () => undefined,
  })
  socket.on("error", () => {})
  await new Promise((resolve) => socket.once("secureConnect", resolve))
  socket.setNoDelay(true)
  const session = Http2.connect("http://tunnel", { createConnection: () => socket })
  session.on("error", () => {})
  const server = Net.createServer({ noDelay: true }, (program) => {
    program.on("error", () => {})
    program.once("data", (head: Buffer) => {
      const authority = /^CONNECT (\S+)/.exec(head.toString("latin1"))![1]
      const stream = session.request({ ":method": "CONNECT", ":authority": authority })
      stream.on("error", () => program.destroy())
      stream.once("response", () => {
        program.write("HTTP/1.1 200 OK\r\n\r\n")
        program.pipe(stream)
        stream.pipe(program)
      })
    })
  })
  const local = await listening(server)
  const close = (): void => {
    server.close()
    session.destroy()
    socket.destroy()
  }
  return { url: new URL(`http://ipsx:none@127.0.0.1:${local}`), close }
}
