// A proxy that a provider runs already: the simplest CONNECT server there is, with no policy at all, leaving by one address.
import * as Net from "node:net"

export interface ConnectServer {
  readonly port: number
  readonly close: () => void
}

/** Serves until it is closed. */
export const start = async (from: string): Promise<ConnectServer> => {
  const server = Net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => socket.destroy())
    let head = Buffer.alloc(0)
    const onData = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf("\r\n\r\n")
      if (end < 0) return
      socket.off("data", onData)
      socket.pause()
      const [, host, port] = /^CONNECT ([\d.]+):(\d+) /.exec(head.toString("latin1")) ?? []
      if (host === undefined) return void socket.end("HTTP/1.1 405 No\r\n\r\n")
      const far = Net.connect({
        host,
        port: Number(port),
        localAddress: from,
        allowHalfOpen: true,
      })
      far.on("error", () => socket.destroy())
      far.once("connect", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n")
        far.write(head.subarray(end + 4))
        socket.pipe(far)
        far.pipe(socket)
        far.once("close", () => socket.destroy())
        socket.once("close", () => far.destroy())
      })
    }
    socket.on("data", onData)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { port: (server.address() as Net.AddressInfo).port, close: () => server.close() }
}
