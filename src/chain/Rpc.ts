// A JSON-RPC client over keep-alive HTTP with batches, limits and time-outs (IPSX-CHN-020). It answers with
// promises, because the block driver makes ten thousand calls a second through it.
import * as Http from "node:http"
import * as Https from "node:https"
import * as Schema from "effect/Schema"
import * as Line from "./Line.ts"

export interface Call {
  readonly method: string
  readonly params: ReadonlyArray<unknown>
}

export interface Rpc {
  readonly url: string
  /** One call, its result, or one of the errors below as the rejection. */
  readonly call: (method: string, params: ReadonlyArray<unknown>) => Promise<unknown>
  /** Many calls as one request. The results are in the order of the calls; the first refusal rejects. */
  readonly batch: (calls: ReadonlyArray<Call>) => Promise<ReadonlyArray<unknown>>
  /** The same for calls that the caller has serialised itself, ids counting from 0. */
  readonly batchText: (calls: ReadonlyArray<string>) => Promise<ReadonlyArray<unknown>>
  /** Another way to the same node, on which requests are served in their order; one for each name. */
  readonly inOrder: (name: string) => InOrder
  /** Requests that were sent so far. */
  readonly requests: () => number
  readonly close: () => void
}

export interface InOrder {
  /** Many calls as one request, behind those asked before. Resolves with the answer as it came, see `results`. */
  readonly text: (calls: ReadonlyArray<string>) => Promise<string>
}

export interface Options {
  /**
   * Whether the node was started here, with nothing in between: then requests in order are sent without waiting for the
   * answers before them.
   */
  readonly isOwn?: boolean
  /** Milliseconds to wait for the whole answer of one request. */
  readonly timeoutMs?: number
  /** Bytes that a request and that an answer may have. */
  readonly bytesMax?: number
  /** Connections that are kept open. */
  readonly connectionsMax?: number
}

/**
 * A client for one URL. Nothing is sent before the first call.
 *
 * @example
 * const rpc = Rpc.make("http://127.0.0.1:8545")
 * const head = await rpc.call("eth_blockNumber", [])
 */
export const make = (url: string, options: Options = {}): Rpc => {
  const { timeoutMs = 60_000, bytesMax = 256 * 1024 * 1024, connectionsMax = 4 } = options
  const post = poster(url, timeoutMs, bytesMax, connectionsMax)
  const lines: Array<Line.Line> = []
  const ways = new Map<string, InOrder>()
  let requests = 0

  const send = (body: string, what: string): Promise<string> => {
    requests++
    return post.send(body, what)
  }
  const batchText = async (calls: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
    calls.length === 0 ? [] : results(url, calls, await send(batchOf(calls), nameOf(calls)))

  const newLine = (): InOrder => {
    if (options.isOwn !== true) return oneByOne((calls) => send(batchOf(calls), nameOf(calls)))
    const line = Line.open({
      ...hostOf(parseUrl(url)),
      bytesMax,
      timeoutMs,
      failure: (what, cause) => failure(url, what, cause, timeoutMs, bytesMax),
    })
    lines.push(line)
    const text = (calls: ReadonlyArray<string>): Promise<string> => {
      requests++
      return line.send(batchOf(calls), nameOf(calls))
    }
    return { text }
  }
  const inOrder = (name: string): InOrder => {
    const way = ways.get(name) ?? newLine()
    ways.set(name, way)
    return way
  }

  return {
    url,
    call: (method, params) =>
      overtaken(isReading(method), async () => {
        const text = await send(serialise(0, method, params), method)
        return resultOf(url, () => method, parse(url, method, text))
      }),
    batch: (calls) =>
      overtaken(
        calls.every(({ method }) => isReading(method)),
        () => batchText(calls.map(({ method, params }, id) => serialise(id, method, params))),
      ),
    batchText,
    inOrder,
    requests: () => requests,
    close: () => {
      for (const line of lines) line.close()
      post.close()
    },
  }
}

const isReading = (method: string): boolean =>
  /^eth_(call|chainId|estimateGas|maxPriorityFeePerGas|get\w+)$/.test(method)
const readsMax = 5

/**
 * Asks once more for what a block has overtaken: a node that keeps its last state only, and makes a block between looking for the last
 * one and looking into it, answers that there is no such block. Nothing but reading is ever repeated.
 */
const overtaken = async <A>(isRead: boolean, ask: () => Promise<A>): Promise<A> => {
  for (let asked = 1; ; asked++)
    try {
      return await ask()
    } catch (cause) {
      const isOvertaken = cause instanceof RpcRefused && cause.reason.includes("BlockOutOfRange")
      if (!isRead || !isOvertaken || asked === readsMax) throw cause
    }
}

const batchOf = (calls: ReadonlyArray<string>): string => `[${calls.join(",")}]`
const nameOf = (calls: ReadonlyArray<string>): string => `a batch of ${calls.length}`

/** Requests in order by waiting for each answer. */
export const oneByOne = (send: InOrder["text"]): InOrder => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    text: (calls) => {
      const answer = last.then(() => send(calls))
      last = answer.catch(() => {})
      return answer
    },
  }
}

const parse = (url: string, what: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new RpcMalformed({ url, what, text: text.slice(0, 200) })
  }
}

/**
 * The results that an answer has, in the order of the calls.
 *
 * @throws RpcRefused for the first call that was refused, RpcMalformed
 */
export const results = (
  url: string,
  calls: ReadonlyArray<string>,
  text: string,
): ReadonlyArray<unknown> => {
  const what = nameOf(calls)
  const answers = parse(url, what, text)
  if (!Array.isArray(answers)) {
    resultOf(url, () => what, answers)
    throw new RpcMalformed({ url, what, text: "one answer to many calls" })
  }
  const list = Array.from({ length: calls.length }) as Array<unknown>
  for (const answer of answers as ReadonlyArray<Answer>) {
    const at = Number(answer.id)
    list[at] = resultOf(url, () => methodOf(calls[at]), answer)
  }
  if (answers.length !== calls.length)
    throw new RpcMalformed({
      url,
      what,
      text: `${answers.length} answers to ${calls.length} calls`,
    })
  return list
}

/** Whether an answer may have a refusal in it, and has to be read for it. */
export const mayRefuse = (answer: string): boolean => answer.includes('"error"')

/** The text of one call. */
export const serialise = (id: number, method: string, params: ReadonlyArray<unknown>): string =>
  `{"jsonrpc":"2.0","id":${id},"method":"${method}","params":${JSON.stringify(params)}}`

interface Answer {
  readonly id?: unknown
  readonly result?: unknown
  readonly error?: { readonly code?: unknown; readonly message?: unknown; readonly data?: unknown }
}

const resultOf = (url: string, method: () => string, answer: unknown): unknown => {
  const { result, error } = (answer ?? {}) as Answer
  if (error === undefined || error === null) return result
  throw new RpcRefused({
    url,
    method: method(),
    code: Number(error.code ?? 0),
    reason: String(error.message ?? ""),
    data: typeof error.data === "string" ? error.data : "",
  })
}

const methodOf = (call: string | undefined): string =>
  /"method":"(\w+)"/.exec(call ?? "")?.[1] ?? "?"

const poster = (url: string, timeoutMs: number, bytesMax: number, connectionsMax: number) => {
  const target = parseUrl(url)
  const library = target.protocol === "https:" ? Https : Http
  const agent = new library.Agent({ keepAlive: true, maxSockets: connectionsMax })
  const options = {
    agent,
    method: "POST",
    ...hostOf(target),
    timeout: timeoutMs,
    ...(target.username === "" ? {} : { auth: `${target.username}:${target.password}` }),
  }
  const send = (body: string, what: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(body)
      if (bytes.length > bytesMax)
        return reject(new RpcTooLarge({ url, what, bytes: bytes.length, bytesMax }))
      const headers = { "content-type": "application/json", "content-length": bytes.length }
      const request = library.request({ ...options, headers }, (response) => {
        collect(response, bytesMax).then(resolve, (cause: unknown) =>
          reject(failure(url, what, cause, timeoutMs, bytesMax)),
        )
      })
      const timer = setTimeout(() => request.destroy(new Line.Silence()), timeoutMs)
      request.once("close", () => clearTimeout(timer))
      request.once("error", (cause) => reject(failure(url, what, cause, timeoutMs, bytesMax)))
      request.end(bytes)
    })
  return { send, close: () => agent.destroy() }
}

const hostOf = (target: URL) => ({
  host: target.hostname.replace(/^\[(.*)\]$/, "$1"),
  port: target.port === "" ? (target.protocol === "https:" ? 443 : 80) : Number(target.port),
  path: `${target.pathname}${target.search}`,
})

const collect = async (response: Http.IncomingMessage, bytesMax: number): Promise<string> => {
  const chunks: Array<Buffer> = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bytesMax) {
      response.destroy()
      throw new Line.TooLong(bytes)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

const failure = (
  url: string,
  what: string,
  cause: unknown,
  timeoutMs: number,
  bytesMax: number,
): RpcError => {
  if (cause instanceof Line.Silence) return new RpcTimeout({ url, what, timeoutMs })
  if (cause instanceof Line.TooLong)
    return new RpcTooLarge({ url, what, bytes: cause.bytes, bytesMax })
  if (cause instanceof Line.Garbled) return new RpcMalformed({ url, what, text: cause.message })
  const code = (cause as NodeJS.ErrnoException).code ?? ""
  return unreachable.has(code)
    ? new RpcUnreachable({ url, reason: code })
    : new RpcDropped({ url, what, reason: code === "" ? String(cause) : code })
}

const unreachable = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
])

const parseUrl = (url: string): URL => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
    throw new RpcUnreachable({ url, reason: "it is no http or https URL" })
  return parsed
}

export type RpcError =
  | RpcUnreachable
  | RpcDropped
  | RpcTimeout
  | RpcRefused
  | RpcTooLarge
  | RpcMalformed

export class RpcUnreachable extends Schema.TaggedError<RpcUnreachable>()("RpcUnreachable", {
  url: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `nothing answers at ${this.url} (${this.reason}): start a node there, or name another one (a run with --chain anvil starts its own)`
  }
}

export class RpcDropped extends Schema.TaggedError<RpcDropped>()("RpcDropped", {
  url: Schema.String,
  what: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.url} dropped the connection during ${this.what} (${this.reason}): the node has stopped or run out of memory`
  }
}

export class RpcTimeout extends Schema.TaggedError<RpcTimeout>()("RpcTimeout", {
  url: Schema.String,
  what: Schema.String,
  timeoutMs: Schema.Number,
}) {
  override get message(): string {
    return `${this.url} did not answer ${this.what} within ${this.timeoutMs} ms: use smaller blocks or a longer time-out`
  }
}

export class RpcRefused extends Schema.TaggedError<RpcRefused>()("RpcRefused", {
  url: Schema.String,
  method: Schema.String,
  code: Schema.Number,
  reason: Schema.String,
  data: Schema.String,
}) {
  override get message(): string {
    return `${this.url} refused ${this.method}: ${this.reason} (${this.code})`
  }
}

export class RpcTooLarge extends Schema.TaggedError<RpcTooLarge>()("RpcTooLarge", {
  url: Schema.String,
  what: Schema.String,
  bytes: Schema.Number,
  bytesMax: Schema.Number,
}) {
  override get message(): string {
    return `${this.what} to ${this.url} has ${this.bytes} bytes or more, at most ${this.bytesMax} are allowed: use smaller blocks`
  }
}

export class RpcMalformed extends Schema.TaggedError<RpcMalformed>()("RpcMalformed", {
  url: Schema.String,
  what: Schema.String,
  text: Schema.String,
}) {
  override get message(): string {
    return `${this.url} answered ${this.what} with something else than JSON-RPC: ${this.text}`
  }
}
