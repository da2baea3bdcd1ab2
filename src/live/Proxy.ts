// Connections of a program through a lease, for programs that have no proxy setting of their own and do not want to live
// in the lease's namespace.
import { spawn } from "node:child_process"
import * as Http from "node:http"
import type { Socket } from "node:net"
import { Duplex } from "node:stream"
import * as Schema from "effect/Schema"
import type { Attachment } from "../tunnel/Tunnel.ts"

const connectMs = 10_000

/** A tunnel that is up may be held for a moment: until the provider has heard, or has been paid. */
const heldMs = 5000
const pauseMs = 100

/**
 * A connection to a host and port as the rented address makes it. Names are resolved at the provider's end.
 *
 * @example
 * const socket = await Proxy.connect(lease.attachment, "example.org", 80)
 */
export const connect = async (
  attachment: Attachment,
  host: string,
  port: number,
): Promise<Duplex> => {
  if (attachment.kind === "netns") return inside(attachment.enter, host, port)
  const began = performance.now()
  for (;;) {
    try {
      return await attempt(attachment, host, port)
    } catch (cause) {
      const isHeld = /: 503 /.test((cause as Error).message)
      if (!isHeld || performance.now() - began > heldMs) throw cause
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

// Run inside the namespace: one connection, its bytes on the standard streams.
const stubScript = `
const [host, port] = process.argv.slice(1)
const socket = require("node:net").connect({ host, port: Number(port), noDelay: true, allowHalfOpen: true })
socket.once("connect", () => process.stderr.write("connected"))
socket.once("error", (cause) => { process.stderr.write(cause.message); process.exit(1) })
process.stdin.pipe(socket).pipe(process.stdout)
socket.once("close", () => process.exit(0))
`

/** A connection of a program of its own inside the namespace, which ends with the connection. */
const inside = (enter: ReadonlyArray<string>, host: string, port: number): Promise<Duplex> =>
  new Promise((resolve, reject) => {
    const [first, ...rest] = [...enter, process.execPath, "-e", stubScript, host, String(port)]
    const child = spawn(first!, rest, { stdio: ["pipe", "pipe", "pipe"] })
    const stream = Duplex.from({ readable: child.stdout, writable: child.stdin })
    const timer = setTimeout(() => fail("the tunnel does not answer"), connectMs)
    const fail = (reason: string): void => {
      clearTimeout(timer)
      stream.destroy()
      child.kill("SIGKILL")
      reject(new Error(`no connection to ${host}:${port}: ${reason}`))
    }
    stream.on("error", () => {})
    stream.once("close", () => child.kill("SIGKILL"))
    child.once("error", ({ message }) => fail(message))
    child.once("close", () => fail("the program inside ended"))
    child.stderr.once("data", (word: Buffer) => {
      if (word.toString("utf8") !== "connected") return fail(word.toString("utf8").trim())
      clearTimeout(timer)
      resolve(stream)
    })
  })

const attempt = (attachment: Attachment, host: string, port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    if (attachment.kind !== "proxy")
      return reject(new Error(`a tunnel of the kind ${attachment.kind} has no proxy`))
    const { hostname, port: at, username, password } = new URL(attachment.http)
    const secret = Buffer.from(
      `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
    ).toString("base64")
    const authority = `${host.includes(":") ? `[${host}]` : host}:${port}`
    const request = Http.request({
      host: hostname,
      port: Number(at),
      method: "CONNECT",
      path: authority,
      headers: { host: authority, "proxy-authorization": `Basic ${secret}` },
      agent: false,
      timeout: connectMs,
    })
    request.once("timeout", () => request.destroy(new Error("the tunnel does not answer")))
    request.once("error", reject)
    request.once("connect", (response, socket: Socket) => {
      if (response.statusCode === 200) return resolve(socket)
      socket.destroy()
      return reject(
        new Error(
          `the exit refuses ${authority}: ${response.statusCode} ${response.statusMessage}`,
        ),
      )
    })
    request.end()
    return undefined
  })

/** Bytes that a page may have, and milliseconds for which it may stand still: for anything else there is `connect`. */
export const pageBytesMax = 16 * 2 ** 20
const stillMs = 30_000

/** The page of an http URL as the rented address sees it. Rejects with what goes wrong, or `PageUnusable`. */
export const get = async (
  attachment: Attachment,
  url: string,
): Promise<{ readonly status: number; readonly body: string }> => {
  const { hostname, port, pathname, search } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, "")
  const socket = await connect(attachment, host, Number(port === "" ? 80 : port))
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => void request.destroy(new PageUnusable({ url, reason }))
    const stands = (): void => fail(`nothing has come for ${stillMs / 1000} seconds`)
    let timer = setTimeout(stands, stillMs)
    const failed = (cause: Error): void => {
      clearTimeout(timer)
      reject(cause)
    }
    const request = Http.get(
      { createConnection: () => socket, host, path: pathname + search },
      (response) => {
        const chunks: Array<Buffer> = []
        let bytes = 0
        response.on("data", (chunk: Buffer) => {
          clearTimeout(timer)
          timer = setTimeout(stands, stillMs)
          bytes += chunk.length
          chunks.push(chunk)
          if (bytes > pageBytesMax) fail(`it has more than ${pageBytesMax} bytes`)
        })
        response.on("error", failed)
        response.on("end", () => {
          clearTimeout(timer)
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString("utf8"),
          })
        })
      },
    )
    request.on("error", failed)
  })
}

/** A page that is too long, or does not end. */
export class PageUnusable extends Schema.TaggedError<PageUnusable>()("PageUnusable", {
  url: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.url}: ${this.reason}; read it by a connection of your own (Proxy.connect)`
  }
}
