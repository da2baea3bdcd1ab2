// The requester's end for its programs: one listener on the loopback that speaks SOCKS5 (RFC 1928) and HTTP CONNECT
// (RFC 9110). Names are passed on and never resolved here (IPSX-TUN-013). Whoever uses it needs the password, because other
// people's programs may run on the same machine.
import { randomBytes, timingSafeEqual } from "node:crypto"
import * as Net from "node:net"
import type { Duplex } from "node:stream"
import * as Destination from "./Destination.ts"
import * as Relay from "./Relay.ts"

/** What becomes of a request for a connection. */
export type Answer =
  | { readonly stream: Duplex }
  | { readonly refused: "policy" | "unresolved" | "unreachable" | "down" }

export interface Options {
  readonly open: (authority: string) => Promise<Answer>
  /** Told of what has arrived here out of the tunnel. */
  readonly onDown: (bytes: number) => void
  readonly connectionsMax: number
}

export interface LocalProxy {
  readonly socks: string
  readonly http: string
  readonly close: () => Promise<void>
}

const headMax = 8192
const greetingMs = 10_000

export const listen = async (options: Options): Promise<LocalProxy> => {
  const secret = randomBytes(12).toString("hex")
  const sockets = new Set<Net.Socket>()
  const server = Net.createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.once("close", () => sockets.delete(socket))
    serve(socket, secret, options)
  })
  server.maxConnections = options.connectionsMax
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as Net.AddressInfo
  const at = `ipsx:${secret}@127.0.0.1:${port}`
  return {
    socks: `socks5h://${at}`,
    http: `http://${at}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

// What a step of a greeting wants: more bytes, to answer and go on, to open a connection, or to hang up.
type Step =
  | { readonly do: "wait" }
  | { readonly do: "answer"; readonly bytes: Buffer; readonly used: number; readonly next: Parser }
  | {
      readonly do: "open"
      readonly authority: string
      readonly used: number
      readonly granted: Buffer
      readonly denied: (why: "policy" | "unresolved" | "unreachable" | "down") => Buffer
      /** What goes to the destination before everything else. */
      readonly first?: Buffer
    }
  | { readonly do: "hangUp"; readonly bytes: Buffer }
type Parser = (bytes: Buffer, secret: string) => Step

const serve = (socket: Net.Socket, secret: string, options: Options): void => {
  let buffered: Buffer = Buffer.alloc(0)
  let parser = first
  const timer = setTimeout(() => socket.destroy(), greetingMs)
  socket.on("error", () => socket.destroy())
  socket.once("close", () => clearTimeout(timer))

  const onData = (chunk: Buffer): void => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
    for (;;) {
      const step = buffered.length === 0 ? ({ do: "wait" } as const) : parser(buffered, secret)
      if (step.do === "wait") {
        if (buffered.length > headMax) socket.destroy()
        return
      }
      if (step.do === "hangUp") {
        socket.end(step.bytes)
        socket.off("data", onData)
        socket.resume()
        return
      }
      buffered = buffered.subarray(step.used)
      if (step.do === "open") {
        socket.off("data", onData)
        socket.pause()
        if (buffered.length > 0) socket.unshift(buffered)
        void forward(socket, step, options).finally(() => clearTimeout(timer))
        return
      }
      socket.write(step.bytes)
      parser = step.next
    }
  }
  socket.on("data", onData)
}

const forward = async (
  socket: Net.Socket,
  step: Extract<Step, { do: "open" }>,
  options: Options,
): Promise<void> => {
  const answer = await options.open(step.authority)
  if ("refused" in answer) {
    socket.end(step.denied(answer.refused))
    socket.resume()
    return
  }
  const { stream } = answer
  if (socket.destroyed) {
    stream.destroy()
    return
  }
  if (step.granted.length > 0) socket.write(step.granted)
  if (step.first !== undefined) stream.write(step.first)
  const valves = { fromA: Relay.counting(() => {}), fromB: Relay.counting(options.onDown) }
  Relay.join(socket, stream, valves, () => {})
}

const first: Parser = (bytes, secret) =>
  bytes[0] === 5 ? socksMethods(bytes, secret) : httpHead(bytes, secret)

const bye = (...bytes: ReadonlyArray<number>): Step => ({ do: "hangUp", bytes: Buffer.from(bytes) })

const socksMethods: Parser = (bytes) => {
  if (bytes.length < 2 || bytes.length < 2 + bytes[1]!) return { do: "wait" }
  const methods = bytes.subarray(2, 2 + bytes[1]!)
  if (!methods.includes(2)) return bye(5, 0xff)
  return { do: "answer", bytes: Buffer.from([5, 2]), used: 2 + bytes[1]!, next: socksPassword }
}

// RFC 1929.
const socksPassword: Parser = (bytes, secret) => {
  if (bytes.length < 2 || bytes.length < 3 + bytes[1]!) return { do: "wait" }
  const size = bytes[1]!
  const used = 3 + size + bytes[2 + size]!
  if (bytes.length < used) return { do: "wait" }
  const said = bytes.subarray(3 + size, used)
  if (bytes[0] !== 1 || !isSecret(said, secret)) return bye(1, 1)
  return { do: "answer", bytes: Buffer.from([1, 0]), used, next: socksRequest }
}

const socksReply = (code: number): Buffer => Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0])
const socksCodes = { policy: 2, unresolved: 4, unreachable: 5, down: 1 } as const

const socksRequest: Parser = (bytes) => {
  if (bytes.length < 5) return { do: "wait" }
  const [version, command, , type] = bytes
  if (version !== 5) return bye()
  if (command !== 1) return { do: "hangUp", bytes: socksReply(7) }
  const size = type === 1 ? 4 : type === 4 ? 16 : type === 3 ? 1 + bytes[4]! : undefined
  if (size === undefined) return { do: "hangUp", bytes: socksReply(8) }
  const used = 4 + size + 2
  if (bytes.length < used) return { do: "wait" }
  const address = bytes.subarray(4, 4 + size)
  const host =
    type === 1
      ? address.join(".")
      : type === 3
        ? address.subarray(1).toString("latin1")
        : (address.toString("hex").match(/.{4}/g) ?? []).join(":")
  return {
    do: "open",
    authority: Destination.format(host, bytes.readUInt16BE(used - 2)),
    used,
    granted: socksReply(0),
    denied: (why) => socksReply(socksCodes[why]),
  }
}

const httpStatus = {
  policy: "403 Forbidden",
  unresolved: "502 Bad Gateway",
  unreachable: "502 Bad Gateway",
  down: "503 Service Unavailable",
} as const
const httpReply = (status: string, more = ""): Buffer =>
  Buffer.from(`HTTP/1.1 ${status}\r\n${more}Content-Length: 0\r\nConnection: close\r\n\r\n`)

const httpHead: Parser = (bytes, secret) => {
  const end = bytes.indexOf("\r\n\r\n")
  if (end < 0) return { do: "wait" }
  const [line, ...fields] = bytes.subarray(0, end).toString("latin1").split("\r\n")
  const credentials = fields.flatMap(
    (f) => /^proxy-authorization: *basic +(.+)$/i.exec(f)?.[1] ?? [],
  )
  const said = Buffer.from(credentials[0] ?? "", "base64")
    .toString()
    .replace(/^[^:]*:/, "")
  if (!isSecret(Buffer.from(said), secret)) {
    const wanted = 'Proxy-Authenticate: Basic realm="ipsx"\r\n'
    return { do: "hangUp", bytes: httpReply("407 Proxy Authentication Required", wanted) }
  }
  const match = /^([A-Z]+) (\S+) HTTP\/1\.[01]$/.exec(line!)
  if (match === null) return { do: "hangUp", bytes: httpReply("400 Bad Request") }
  const denied = (why: keyof typeof httpStatus): Buffer => httpReply(httpStatus[why])
  const [, method, target] = match as unknown as [string, string, string]
  if (method === "CONNECT") {
    const granted = Buffer.from("HTTP/1.1 200 Connection established\r\n\r\n")
    return { do: "open", authority: target, used: end + 4, granted, denied }
  }
  return plainRequest(method, target, fields, end + 4, denied)
}

// A program that was told of an http proxy asks for http:// pages without CONNECT; one request, then the end.
const plainRequest = (
  method: string,
  target: string,
  fields: ReadonlyArray<string>,
  used: number,
  denied: (why: keyof typeof httpStatus) => Buffer,
): Step => {
  const url = URL.canParse(target) ? new URL(target) : undefined
  if (url?.protocol !== "http:") return { do: "hangUp", bytes: httpReply("400 Bad Request") }
  const kept = fields.filter((f) => !/^(proxy-[a-z-]+|connection|keep-alive):/i.test(f))
  const head = [`${method} ${url.pathname}${url.search} HTTP/1.1`, ...kept, "Connection: close"]
  return {
    do: "open",
    authority: Destination.format(
      url.hostname.replace(/^\[|\]$/g, ""),
      Number(url.port === "" ? 80 : url.port),
    ),
    used,
    granted: Buffer.alloc(0),
    denied,
    first: Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"),
  }
}

const isSecret = (said: Buffer, secret: string): boolean =>
  said.length === secret.length && timingSafeEqual(said, Buffer.from(secret))
