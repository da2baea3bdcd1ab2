// A program of the requester's in tests: one HTTP request through a SOCKS5 or HTTP proxy, or straight. Written apart from
// the library's own proxy code, so that one checks the other.
import * as Http from "node:http"
import * as Net from "node:net"

export interface Answer {
  readonly status: number
  readonly body: string
  /** Bytes of the body, whether or not it came to its end. */
  readonly bytes: number
  readonly isWhole: boolean
}

export interface Request {
  readonly url: string
  /** socks5h://user:password@host:port, http://…, or nothing for a direct request. */
  readonly proxy?: string
  readonly post?: number
  readonly timeoutMs?: number
  readonly connectMs?: number
  readonly onBytes?: (bytes: number) => void
}

/** @throws when no connection comes about: with the proxy's own word for it in the message. */
export const fetch = async (request: Request): Promise<Answer> => {
  const { url, proxy, post, timeoutMs = 20_000, connectMs, onBytes } = request
  const to = new URL(url)
  const host = to.hostname.replace(/^\[|\]$/g, "")
  const port = Number(to.port === "" ? 80 : to.port)
  const socket =
    proxy === undefined
      ? await dial(host, port, connectMs)
      : await through(new URL(proxy), host, port)
  return new Promise((resolve, reject) => {
    const outgoing = Http.request(url, {
      method: post === undefined ? "GET" : "POST",
      createConnection: () => socket,
      headers: { connection: "close", ...(post === undefined ? {} : { "content-length": post }) },
    })
    // The proxy's answer was read by hand, and the socket has been paused since.
    outgoing.once("socket", () => socket.resume())
    const timer = setTimeout(() => outgoing.destroy(new Error("no answer in time")), timeoutMs)
    outgoing.on("error", (cause) => {
      clearTimeout(timer)
      reject(cause)
    })
    outgoing.on("response", (response) => {
      let bytes = 0
      let body = ""
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length
        if (body.length < 4096) body += chunk.toString("latin1")
        onBytes?.(bytes)
      })
      response.on("error", () => {})
      response.on("close", () => {
        clearTimeout(timer)
        socket.destroy()
        const { statusCode: status = 0, complete: isWhole } = response
        resolve({ status, body, bytes, isWhole })
      })
    })
    if (post === undefined) outgoing.end()
    else outgoing.end(Buffer.alloc(post, 2))
  })
}

/**
 * Asks a host in exactly this spelling for its page, through a SOCKS5 proxy or straight.
 *
 * @throws when there is no connection or no page.
 */
export const knock = async (
  proxy: string | undefined,
  host: string,
  port: number,
): Promise<string> => {
  const socket =
    proxy === undefined ? await dial(host, port) : await through(new URL(proxy), host, port)
  return new Promise((resolve, reject) => {
    let text = ""
    const timer = setTimeout(() => socket.destroy(), 5000)
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")))
    socket.once("close", () => {
      clearTimeout(timer)
      if (text.startsWith("HTTP/1.1 ")) resolve(text)
      else reject(new Error("no page"))
    })
    socket.resume()
    socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
  })
}

const dial = (host: string, port: number, connectMs = 20_000): Promise<Net.Socket> =>
  new Promise((resolve, reject) => {
    const socket = Net.connect({ host, port })
    socket.setTimeout(connectMs, () => socket.destroy(new Error("no connection in time")))
    socket.once("error", reject)
    socket.once("connect", () => {
      socket.off("error", reject)
      socket.setTimeout(0)
      socket.on("error", () => {})
      resolve(socket)
    })
  })

const through = async (proxy: URL, host: string, port: number): Promise<Net.Socket> => {
  const socket = await dial(proxy.hostname, Number(proxy.port))
  const read = reader(socket)
  if (proxy.protocol.startsWith("socks")) {
    const password = Buffer.from(proxy.password)
    socket.write(Buffer.from([5, 1, 2]))
    await read.exactly(2)
    socket.write(Buffer.concat([Buffer.from([1, 1, 120, password.length]), password]))
    if ((await read.exactly(2))[1] !== 0) throw new Error("socks: wrong password")
    const name = Buffer.from(host, "latin1")
    const head = Buffer.from([5, 1, 0, 3, name.length])
    socket.write(Buffer.concat([head, name, Buffer.from([port >> 8, port & 255])]))
    const reply = await read.exactly(10)
    if (reply[1] !== 0) {
      socket.destroy()
      throw new Error(`socks: reply ${reply[1]}`)
    }
  } else {
    const authority = host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`
    const basic = Buffer.from(`x:${proxy.password}`).toString("base64")
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nproxy-authorization: Basic ${basic}\r\n\r\n`)
    const head = (await read.until("\r\n\r\n")).toString("latin1")
    if (!head.startsWith("HTTP/1.1 200")) {
      socket.destroy()
      throw new Error(`connect: ${head.split("\r\n")[0]}`)
    }
  }
  read.release()
  return socket
}

const reader = (socket: Net.Socket) => {
  let buffered: Buffer = Buffer.alloc(0)
  let wake = (): void => {}
  let hasClosed = false
  const onData = (chunk: Buffer): void => {
    buffered = Buffer.concat([buffered, chunk])
    wake()
  }
  const onClose = (): void => {
    hasClosed = true
    wake()
  }
  socket.on("data", onData)
  socket.once("close", onClose)
  const take = async (enough: () => number): Promise<Buffer> => {
    for (;;) {
      const size = enough()
      if (size > 0) {
        const taken = buffered.subarray(0, size)
        buffered = buffered.subarray(size)
        return taken
      }
      if (hasClosed) throw new Error("the proxy hung up")
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    exactly: (size: number) => take(() => (buffered.length >= size ? size : 0)),
    until: (text: string) =>
      take(() => (buffered.includes(text) ? buffered.indexOf(text) + text.length : 0)),
    release: () => {
      socket.off("data", onData)
      socket.pause()
      if (buffered.length > 0) socket.unshift(buffered)
    },
  }
}
