// A JSON-RPC client over keep-alive HTTP with batches, limits and time-outs (IPSX-CHN-020). It answers with
// promises, because the block driver makes ten thousand calls a second through it.
import * as Http from "node:http"
import * as Https from "node:https"
import * as Schema from "effect/Schema"

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
  /** Requests that were sent so far. */
  readonly requests: () => number
  readonly close: () => void
}

export interface Options {
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
  let requests = 0

  const send = async (body: string, what: string): Promise<unknown> => {
    requests++
    const text = await post.send(body, what)
    try {
      return JSON.parse(text)
    } catch {
      throw new RpcMalformed({ url, what, text: text.slice(0, 200) })
    }
  }

  const batchText = async (calls: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> => {
    if (calls.length === 0) return []
    const what = `a batch of ${calls.length}`
    const answers = await send(`[${calls.join(",")}]`, what)
    if (!Array.isArray(answers)) {
      resultOf(url, () => what, answers)
      throw new RpcMalformed({ url, what, text: "one answer to many calls" })
    }
    const results = Array.from({ length: calls.length }) as Array<unknown>
    let answered = 0
    for (const answer of answers as ReadonlyArray<Answer>) {
      const at = Number(answer.id)
      results[at] = resultOf(url, () => methodOf(calls[at]), answer)
      answered++
    }
    if (answered !== calls.length)
      throw new RpcMalformed({ url, what, text: `${answered} answers to ${calls.length} calls` })
    return results
  }

  return {
    url,
    call: async (method, params) =>
      resultOf(url, () => method, await send(serialise(0, method, params), method)),
    batch: (calls) =>
      batchText(calls.map(({ method, params }, id) => serialise(id, method, params))),
    batchText,
    requests: () => requests,
    close: post.close,
  }
}

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
    host: target.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: target.port === "" ? (target.protocol === "https:" ? 443 : 80) : Number(target.port),
    path: `${target.pathname}${target.search}`,
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
          reject(failure(url, what, cause)),
        )
      })
      const timer = setTimeout(
        () => request.destroy(new RpcTimeout({ url, what, timeoutMs })),
        timeoutMs,
      )
      request.once("close", () => clearTimeout(timer))
      request.once("error", (cause) => reject(failure(url, what, cause)))
      request.end(bytes)
    })
  return { send, close: () => agent.destroy() }
}

const collect = async (response: Http.IncomingMessage, bytesMax: number): Promise<string> => {
  const chunks: Array<Buffer> = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bytesMax) {
      response.destroy()
      throw new AnswerTooLong(bytes, bytesMax)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

class AnswerTooLong extends Error {
  readonly bytes: number
  readonly bytesMax: number
  constructor(bytes: number, bytesMax: number) {
    super("answer too long")
    this.bytes = bytes
    this.bytesMax = bytesMax
  }
}

const failure = (url: string, what: string, cause: unknown): RpcError => {
  if (cause instanceof RpcTimeout) return cause
  if (cause instanceof AnswerTooLong)
    return new RpcTooLarge({ url, what, bytes: cause.bytes, bytesMax: cause.bytesMax })
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
    return `nothing answers at ${this.url} (${this.reason}): start a node there, or leave the URL out to have one started`
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
