// A connection to a node on which requests are served one after the other, in their order, while the next ones are on
// their way already (HTTP/1.1 pipelining): the node finds its next work without waiting for this program's event loop.
import * as Net from "node:net"

export interface Line {
  /** Sends a body behind those that were sent before. Resolves with the text of its answer, in the order of the calls. */
  readonly send: (body: string, what: string) => Promise<string>
  readonly close: () => void
}

export interface Options {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly bytesMax: number
  /** Milliseconds that the node may work on the request that is its turn. */
  readonly timeoutMs: number
  /** The error for what became of a request. */
  readonly failure: (what: string, cause: unknown) => Error
}

/** The node was silent for too long. */
export class Silence extends Error {}
/** Something that is no answer of HTTP with its length. */
export class Garbled extends Error {}
/** An answer longer than allowed. */
export class TooLong extends Error {
  readonly bytes: number
  constructor(bytes: number) {
    super("answer too long")
    this.bytes = bytes
  }
}

interface Waiting {
  readonly what: string
  readonly resolve: (text: string) => void
  readonly reject: (cause: unknown) => void
}

/**
 * Opens a line with the first request. It is for a node that was started here: there is nothing in between that
 * could answer out of turn or without a length.
 *
 * @example
 * const line = Line.open({ host: "127.0.0.1", port, path: "/", bytesMax, timeoutMs, failure })
 * const [accepted, mined] = await Promise.all([line.send(batch, "a batch"), line.send(mine, "evm_mine")])
 */
export const open = (options: Options): Line => {
  const { host, port, path, bytesMax, timeoutMs, failure } = options
  const waiting: Array<Waiting> = []
  let socket: Net.Socket | undefined
  let timer: NodeJS.Timeout | undefined
  let broken: unknown

  const fail = (cause: unknown): void => {
    broken ??= cause
    clearTimeout(timer)
    socket?.destroy()
    for (const { what, reject } of waiting.splice(0)) reject(failure(what, broken))
  }
  const watch = (): void => {
    clearTimeout(timer)
    if (waiting.length > 0) timer = setTimeout(() => fail(new Silence()), timeoutMs)
  }
  const answered = (status: number, body: string): void => {
    const next = waiting.shift()
    if (next === undefined || status !== 200) {
      if (next !== undefined) waiting.unshift(next)
      fail(new Garbled(`status ${status}: ${body.slice(0, 100)}`))
    } else {
      next.resolve(body)
      watch()
      // A node that does not turn Nagle's algorithm off holds the next small answer back until this one is acknowledged,
      // which takes the system 40 ms unless there is something to send. A server passes over empty lines before a request.
      if (waiting.length > 0) socket?.write("\r\n")
    }
  }
  const connect = (): Net.Socket => {
    const read = reader(bytesMax, answered)
    const opened = Net.connect({ host, port, noDelay: true })
    opened.on("data", (chunk: Buffer) => {
      try {
        read(chunk)
      } catch (cause) {
        fail(cause)
      }
    })
    opened.on("error", fail)
    opened.on("close", () => fail(new Error("the connection was closed")))
    return opened
  }

  return {
    send: (body, what) =>
      new Promise((resolve, reject) => {
        const bytes = Buffer.byteLength(body)
        if (bytes > bytesMax) return reject(failure(what, new TooLong(bytes)))
        if (broken !== undefined) return reject(failure(what, broken))
        socket ??= connect()
        waiting.push({ what, resolve, reject })
        if (waiting.length === 1) watch()
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\ncontent-type: application/json\r\n` +
            `content-length: ${bytes}\r\n\r\n${body}`,
        )
      }),
    close: () => fail(new Error("the connection was closed here")),
  }
}

// The end of a head, and what a head may have.
const blank = Buffer.from("\r\n\r\n")
const headMax = 16_384

/** Takes what comes and calls back for each whole answer. @throws Garbled, TooLong */
const reader = (bytesMax: number, answered: (status: number, body: string) => void) => {
  let chunks: Array<Buffer> = []
  let held = 0
  // Bytes of the present answer, as soon as its head says it.
  let head: { readonly status: number; readonly from: number; readonly to: number } | undefined

  return (chunk: Buffer): void => {
    chunks.push(chunk)
    held += chunk.length
    for (;;) {
      if (head !== undefined && held < head.to) return
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, held)
      chunks = held === 0 ? [] : [bytes]
      head ??= headOf(bytes, bytesMax)
      if (head === undefined || held < head.to) return
      const { status, from, to } = head
      chunks = held === to ? [] : [bytes.subarray(to)]
      held -= to
      head = undefined
      answered(status, bytes.toString("utf8", from, to))
      if (held === 0) return
    }
  }
}

const headOf = (bytes: Buffer, bytesMax: number) => {
  const end = bytes.indexOf(blank)
  if (end === -1) {
    if (bytes.length > headMax) throw new Garbled("no end of a head")
    return undefined
  }
  const text = bytes.toString("latin1", 0, end)
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
  if (status === undefined || length === undefined) throw new Garbled(text.slice(0, 100))
  if (Number(length) > bytesMax) throw new TooLong(Number(length))
  const from = end + blank.length
  return { status: Number(status), from, to: from + Number(length) }
}
