// What stands for the open Internet in tests of tunnels: a server that says whom it sees, sends as much as it is asked for
// and swallows what it is sent, and remembers every address that came.
import * as Http from "node:http"
import type { AddressInfo } from "node:net"

export interface Target {
  readonly host: string
  readonly port: number
  /** Remote addresses of all connections so far. */
  readonly sources: Set<string>
  /** Body bytes that the server was asked to send and has handed to its socket, and that it has received. */
  readonly sent: () => number
  readonly received: () => number
  readonly url: (path: string) => string
  readonly close: () => Promise<void>
}

/**
 * `GET /` answers with the caller's address, `GET /bytes/N` with N bytes, `POST` with the number of bytes it got; every
 * answer says where else to go, when there is such a place.
 */
export const start = async (
  host = "127.0.0.1",
  fixedPort = 0,
  elsewhere?: string,
): Promise<Target> => {
  const sources = new Set<string>()
  let [sent, received] = [0, 0]
  const server = Http.createServer((request, response) => {
    const size = /^\/bytes\/(\d+)$/.exec(request.url ?? "")?.[1]
    request.on("data", (chunk: Buffer) => (received += chunk.length))
    if (request.method === "POST") {
      let mine = 0
      request.on("data", (chunk: Buffer) => (mine += chunk.length))
      request.on("end", () => response.end(String(mine)))
    } else if (elsewhere !== undefined) {
      response.writeHead(302, { location: elsewhere }).end()
    } else if (size !== undefined) {
      response.setHeader("content-length", size)
      let left = Number(size)
      const more = (): void => {
        while (left > 0 && !response.destroyed) {
          const chunk = Buffer.alloc(Math.min(left, 65_536), 1)
          left -= chunk.length
          sent += chunk.length
          if (!response.write(chunk)) return void response.once("drain", more)
        }
        response.end()
      }
      more()
    } else response.end((request.socket.remoteAddress ?? "").replace(/^::ffff:/, ""))
  })
  server.on("connection", (socket) =>
    sources.add((socket.remoteAddress ?? "").replace(/^::ffff:/, "")),
  )
  await new Promise<void>((resolve) => server.listen(fixedPort, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    host,
    port,
    sources,
    sent: () => sent,
    received: () => received,
    url: (path) => `http://${host.includes(":") ? `[${host}]` : host}:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
