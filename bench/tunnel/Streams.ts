// What tunnels are measured with: a source of bytes, a sink, and the barest relay there is: TCP to TLS 1.3 to TCP, with
// the same cipher and the same kind of key, all in this process, as the embedded adapter is.
import * as Net from "node:net"
import * as Tls from "node:tls"
import type { AddressInfo } from "node:net"

const listen = (server: Net.Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port))
  })

/** Sends so many bytes to whoever connects. */
export const source = (bytes: number): Promise<number> => {
  const chunk = Buffer.alloc(65_536, 1)
  return listen(
    Net.createServer((socket) => {
      let left = bytes
      socket.on("error", () => {})
      const more = (): void => {
        while (left > 0) {
          left -= chunk.length
          if (!socket.write(chunk)) return void socket.once("drain", more)
        }
        socket.end()
      }
      more()
    }),
  )
}

/** Connects, asks a proxy for a destination where there is one, and counts what comes. */
export const sink = (port: number, proxy?: { password: string; to: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    let count = 0
    const socket = Net.connect(port, "127.0.0.1")
    const onBody = (chunk: Buffer): void => {
      count += chunk.length
    }
    const onHead = (chunk: Buffer): void => {
      const end = chunk.indexOf("\r\n\r\n")
      if (!chunk.toString("latin1", 0, 12).startsWith("HTTP/1.1 200")) socket.destroy()
      socket.off("data", onHead)
      socket.on("data", onBody)
      if (chunk.length > end + 4) onBody(chunk.subarray(end + 4))
    }
    socket.on("data", proxy === undefined ? onBody : onHead)
    if (proxy !== undefined) {
      const basic = Buffer.from(`ipsx:${proxy.password}`).toString("base64")
      socket.write(`CONNECT ${proxy.to} HTTP/1.1\r\nProxy-Authorization: Basic ${basic}\r\n\r\n`)
    }
    socket.once("error", reject)
    socket.once("close", () => resolve(count))
  })

/** Asks for a page through an HTTP proxy; resolves with its first byte, and leaves the rest. */
export const firstByte = (proxy: URL, to: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = Net.connect({ port: Number(proxy.port), host: proxy.hostname, noDelay: true })
    const basic = Buffer.from(`ipsx:${proxy.password}`).toString("base64")
    socket.write(`CONNECT ${to} HTTP/1.1\r\nProxy-Authorization: Basic ${basic}\r\n\r\n`)
    socket.on("error", reject)
    socket.once("data", (head: Buffer) => {
      if (!head.toString("latin1").startsWith("HTTP/1.1 200"))
        return reject(new Error(head.toString("latin1")))
      socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      socket.once("data", () => {
        resolve()
        socket.resume()
      })
      return undefined
    })
  })

/** The near end of a bare relay over TLS to a port; each connection has its own. */
export const bareRelay = async (to: number): Promise<number> => {
  const psk = Buffer.alloc(32, 7)
  const options = {
    ciphers: "TLS_AES_128_GCM_SHA256",
    minVersion: "TLSv1.3",
    maxVersion: "TLSv1.3",
  } as const
  const far = Tls.createServer({ ...options, pskCallback: () => psk }, (socket) => {
    const target = Net.connect(to, "127.0.0.1")
    socket.pipe(target)
    target.pipe(socket)
    for (const end of [socket, target]) end.on("error", () => {})
  })
  const port = await listen(far)
  return listen(
    Net.createServer((socket) => {
      const tunnel = Tls.connect({
        ...options,
        port,
        host: "127.0.0.1",
        pskCallback: () => ({ psk, identity: "bench" }),
        checkServerIdentity: () => undefined,
      })
      socket.pipe(tunnel)
      tunnel.pipe(socket)
      for (const end of [socket, tunnel]) end.on("error", () => {})
    }),
  )
}
