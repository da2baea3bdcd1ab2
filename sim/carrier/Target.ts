// What stands for the Internet behind a carrier's tunnels: sends as many bytes as it is asked for, and counts for each
// tunnel what really came and went.
import * as Net from "node:net"

export interface Target {
  readonly port: number
  /** Bytes of one tunnel, and of all, in both directions. */
  readonly of: (tunnel: number) => number
  readonly total: () => number
  readonly close: () => Promise<void>
}

/** A request: the tunnel's number and how many bytes to answer with. */
export const headerBytes = 8

export const start = async (): Promise<Target> => {
  const counts = new Map<number, number>()
  const sockets = new Set<Net.Socket>()
  const server = Net.createServer((socket) => {
    sockets.add(socket)
    socket.once("close", () => sockets.delete(socket))
    socket.on("error", () => socket.destroy())
    let buffered: Buffer = Buffer.alloc(0)
    socket.on("data", (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk])
      while (buffered.length >= headerBytes) {
        const [tunnel, size] = [buffered.readUInt32BE(0), buffered.readUInt32BE(4)]
        buffered = buffered.subarray(headerBytes)
        counts.set(tunnel, (counts.get(tunnel) ?? 0) + headerBytes + size)
        socket.write(Buffer.alloc(size, 1))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as Net.AddressInfo).port,
    of: (tunnel) => counts.get(tunnel) ?? 0,
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const answerMs = 60_000

/** A connection to the target through an HTTP proxy, as a program of the requester's would make it. */
export const through = (proxy: string, port: number): Promise<Net.Socket> =>
  new Promise((resolve, reject) => {
    const url = new URL(proxy)
    const socket = Net.connect(Number(url.port), url.hostname)
    const basic = Buffer.from(`ipsx:${url.password}`).toString("base64")
    socket.write(
      `CONNECT 127.0.0.1:${port} HTTP/1.1\r\nProxy-Authorization: Basic ${basic}\r\n\r\n`,
    )
    socket.once("error", reject)
    socket.once("data", (head: Buffer) => {
      socket.off("error", reject)
      socket.on("error", () => socket.destroy())
      if (head.toString("latin1").startsWith("HTTP/1.1 200 ")) resolve(socket)
      else reject(new Error(`the proxy says ${head.toString("latin1").split("\r\n")[0]}`))
    })
  })

/** Moves so many bytes, request and answer together; at most 4 GiB at a time. */
export const exchange = (socket: Net.Socket, tunnel: number, bytes: number): Promise<void> =>
  new Promise((resolve, reject) => {
    let left = bytes - headerBytes
    const finish = (problem?: string): void => {
      clearTimeout(timer)
      socket.off("data", onData)
      socket.off("close", onClose)
      if (problem === undefined) resolve()
      else reject(new Error(problem))
    }
    const onData = (chunk: Buffer): void => {
      left -= chunk.length
      if (left === 0) finish()
      else if (left < 0) finish("more came than was asked for")
    }
    const onClose = (): void => finish("the connection through the tunnel is gone")
    const timer = setTimeout(() => finish(`${left} bytes did not come`), answerMs)
    socket.on("data", onData)
    socket.once("close", onClose)
    const head = Buffer.alloc(headerBytes)
    head.writeUInt32BE(tunnel, 0)
    head.writeUInt32BE(left, 4)
    socket.write(head)
    if (left === 0) finish()
  })
