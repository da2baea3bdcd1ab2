// A proxy that a provider already runs, as the last step of its exit: SOCKS5 (RFC 1928) or HTTP CONNECT (RFC 9110). It never
// sees a name, only addresses that our policy has judged, and nobody reaches it but through this adapter's own tunnel
// (IPSX-TUN-024): five common proxies, with their defaults, let every forbidden destination of a test through.
import type * as Net from "node:net"
import * as Effect from "effect/Effect"
import * as Ip from "../model/Ip.ts"
import * as Block from "./Block.ts"
import * as Destination from "./Destination.ts"
import * as Dial from "./Dial.ts"
import * as Embedded from "./Embedded.ts"
import type { ExitPolicy } from "./ExitPolicy.ts"
import * as Tunnel from "./Tunnel.ts"

export interface Options extends Omit<Embedded.Options, "dial" | "id"> {
  /** socks5://user:password@host:port or http://…, as the proxy's own clients would write it; host is an address. */
  readonly proxy: string
  /** Through which proxy a leased address is reached, when each has one of its own; otherwise the one above. */
  readonly proxyOf?: (leased: Ip.Ip) => string
}

/**
 * An adapter in front of a proxy.
 *
 * @example
 * ExternalProxy.make({ proxy: "socks5://127.0.0.1:1080", listen: { host: "0.0.0.0" } })
 * @throws RangeError when `proxy` is not the URL of one.
 */
export const make = (options: Options): Tunnel.Adapter => {
  const { proxy, proxyOf = () => proxy, ...rest } = options
  const first = parse(proxy)
  const adapter = Embedded.make({
    ...rest,
    id: "external-proxy",
    dial: (to, from) => through(parse(proxyOf(from)), to),
    beyond: () => greet(first),
  })
  const answers = Effect.tryPromise({
    try: () => greet(first),
    catch: (cause) =>
      new Tunnel.AdapterFailed({
        adapter: adapter.id,
        step: "offer",
        reason: `the proxy ${first.host}:${first.port} does not answer: ${(cause as Error).message}`,
      }),
  })
  return {
    ...adapter,
    // The proxy's own address is as forbidden as the provider's others, whatever the rest of the policy allows.
    offer: (lease, policy) =>
      Effect.andThen(answers, adapter.offer(lease, guarded(policy, first.host))),
  }
}

const greetingMs = 1000

/** Resolves when the proxy answers anything at all: a program that stands still still takes connections. */
const greet = async ({ kind, host, port }: Proxy): Promise<void> => {
  const socket = await Dial.connected({ host, port })
  const timer = setTimeout(() => socket.destroy(new Error("no answer in time")), greetingMs)
  try {
    socket.write(kind === "socks5" ? Buffer.from([5, 1, 0]) : "OPTIONS * HTTP/1.1\r\n\r\n")
    await exactly(socket, 1)
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

const guarded = (policy: ExitPolicy, host: Ip.Ip): ExitPolicy => ({
  ...policy,
  own: [...policy.own, `${host}/${Ip.version(host) === 4 ? 32 : 128}`],
})

/** Whether a text is the URL of a proxy: its host an address, so that nothing has to be resolved on the way to it. */
export const isProxy = (text: string): boolean => {
  try {
    parse(text)
    return true
  } catch {
    return false
  }
}

interface Proxy {
  readonly kind: "socks5" | "http"
  readonly host: Ip.Ip
  readonly port: number
  readonly username: string
  readonly password: string
}

const parse = (text: string): Proxy => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const host = Block.normalise(url?.hostname.replace(/^\[|\]$/g, "") ?? "")
  const kind =
    url?.protocol === "http:"
      ? "http"
      : /^socks5h?:$/.test(url?.protocol ?? "")
        ? "socks5"
        : undefined
  const port = Number(url?.port === "" ? 80 : url?.port)
  if (host === undefined || kind === undefined || !(port > 0))
    throw new RangeError(`a proxy is socks5://ADDRESS:PORT or http://ADDRESS:PORT, not ${text}`)
  const { username, password } = url!
  return {
    kind,
    host,
    port,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}

/** A connection that the proxy makes to an address: it is told no name, so that it resolves none. */
export const through = async (proxy: Proxy, to: Destination.Pinned): Promise<Net.Socket> => {
  const socket = await Dial.connected({ host: proxy.host, port: proxy.port })
  const timer = setTimeout(() => socket.destroy(), Dial.dialMs)
  try {
    if (proxy.kind === "socks5") await socks(socket, proxy, to)
    else await connect(socket, proxy, to)
    return socket
  } catch (cause) {
    socket.destroy()
    throw cause
  } finally {
    clearTimeout(timer)
  }
}

const socks = async (socket: Net.Socket, proxy: Proxy, to: Destination.Pinned): Promise<void> => {
  const { username, password } = proxy
  const hasPassword = username !== ""
  socket.write(Buffer.from(hasPassword ? [5, 2, 0, 2] : [5, 1, 0]))
  const [, method] = await exactly(socket, 2)
  if (method === 2 && hasPassword) {
    const [name, word] = [Buffer.from(username), Buffer.from(password)]
    socket.write(
      Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([word.length]), word]),
    )
    if ((await exactly(socket, 2))[1] !== 0) throw new Error("the proxy refuses the password")
  } else if (method !== 0) throw new Error("the proxy wants another way to log in")
  const version = Ip.version(to.address)
  const address = Buffer.from(
    Ip.value(to.address)
      .toString(16)
      .padStart(version === 4 ? 8 : 32, "0"),
    "hex",
  )
  const port = Buffer.from([to.port >> 8, to.port & 255])
  socket.write(Buffer.concat([Buffer.from([5, 1, 0, version === 4 ? 1 : 4]), address, port]))
  const head = await exactly(socket, 4)
  if (head[1] !== 0) throw new Error(`the proxy answers ${head[1]}`)
  const size = head[3] === 1 ? 4 : head[3] === 4 ? 16 : (await exactly(socket, 1))[0]!
  await exactly(socket, size + 2)
}

const headMax = 8192

const connect = async (socket: Net.Socket, proxy: Proxy, to: Destination.Pinned): Promise<void> => {
  const authority = Destination.format(to.address, to.port)
  const basic = Buffer.from(`${proxy.username}:${proxy.password}`).toString("base64")
  const credentials = proxy.username === "" ? "" : `Proxy-Authorization: Basic ${basic}\r\n`
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${credentials}\r\n`)
  let head = ""
  while (!head.endsWith("\r\n\r\n")) {
    head += (await exactly(socket, 1)).toString("latin1")
    if (head.length > headMax) throw new Error("the proxy answers too much")
  }
  const [line = ""] = head.split("\r\n")
  if (!/^HTTP\/1\.[01] 2\d\d /.test(line)) throw new Error(`the proxy answers ${line}`)
}

// Reads no byte too many: what follows belongs to the connection.
const exactly = (socket: Net.Socket, size: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const hangUp = (): void => {
      socket.off("readable", look)
      reject(new Error("the proxy hung up"))
    }
    const look = (): void => {
      const bytes = socket.read(size) as Buffer | null
      if (bytes === null) return
      socket.off("readable", look)
      socket.off("close", hangUp)
      if (bytes.length === size) resolve(bytes)
      else reject(new Error("the proxy hung up"))
    }
    socket.once("close", hangUp)
    socket.on("readable", look)
    look()
  })
