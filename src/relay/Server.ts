// The relay on the network: HTTP for questions and orders, a WebSocket for the deals that come of them. Limits on
// everything: bodies, rates, connections, subscriptions.
import { randomBytes } from "node:crypto"
import * as Http from "node:http"
import type { AddressInfo, Socket } from "node:net"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { WebSocketServer, type WebSocket } from "ws"
import type { Address } from "../model/Address.ts"
import { Id } from "../model/Id.ts"
import * as Signed from "../signature/Signed.ts"
import * as TypedData from "../signature/TypedData.ts"
import * as Alive from "./Alive.ts"
import * as Api from "./Api.ts"
import type { Proposal } from "./Market.ts"
import * as OpenApi from "./OpenApi.ts"
import * as Rate from "./Rate.ts"
import * as Service from "./Service.ts"
import type { Short } from "./Shorts.ts"
import { StoreFailed } from "./Store.ts"

/** What a party signs to get its own deals. */
export const Subscription = TypedData.structure("Subscription", [
  ["owner", "address"],
  ["nonce", "bytes32"],
])

const connectionsMax = 2048
const feedsMax = 1024
/** Feeds of one network address: one machine does not keep all others out. */
const feedsFromMax = 256
const feedBytesMax = 4096
const unsentBytesMax = 1_048_576
const introductionMs = 10_000
/** For which a connection may stand still, also in the middle of an answer that nobody reads. */
const idleMs = 30_000

export interface Server {
  readonly port: number
  /** Tells both parties of a deal, where they listen, or of a short deal. */
  readonly propose: (proposal: Proposal | Short) => void
  readonly retire: (id: Id, requester: Address) => void
}

/**
 * Serves until the scope closes; then no connection is left.
 *
 * @example
 * const { port } = yield* Server.serve({ host: "127.0.0.1", port: 0 }, () => service)
 */
export const serve = (
  at: { readonly host: string; readonly port: number },
  service: () => Service.Service,
): Effect.Effect<Server, CannotServe, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(start(at, service), ({ stop }) => Effect.promise(stop)),
    ({ server }) => server,
  )

const start = (
  at: { readonly host: string; readonly port: number },
  service: () => Service.Service,
): Effect.Effect<{ server: Server; stop: () => Promise<void> }, CannotServe> =>
  Effect.callback((resume) => {
    const feeds = new Map<Address, Set<WebSocket>>()
    const feedsFrom = new Map<string, number>()
    const rates = Rate.make()
    const http = Http.createServer((request, response) => {
      const from = request.socket.remoteAddress ?? ""
      const isWithin = Rate.take(rates, from, Date.now())
      const answered = isWithin
        ? respond(service(), request)
        : Promise.resolve(
            problem(429, "TooManyRequests", "slow down: at most 50 requests a second"),
          )
      void answered.then(
        ({ status, body }) => {
          response.writeHead(status, { "content-type": "application/json" })
          response.end(body)
        },
        () => response.destroy(),
      )
    })
    http.setTimeout(idleMs)
    http.maxConnections = connectionsMax
    http.requestTimeout = introductionMs
    http.headersTimeout = introductionMs
    const sockets = new WebSocketServer({ noServer: true, maxPayload: feedBytesMax })
    http.on("upgrade", (request, socket: Socket, head) => {
      const from = request.socket.remoteAddress ?? ""
      const isFeed =
        request.url === "/v1/feed" &&
        sockets.clients.size < feedsMax &&
        (feedsFrom.get(from) ?? 0) < feedsFromMax &&
        Rate.take(rates, from, Date.now())
      if (!isFeed) return socket.destroy()
      sockets.handleUpgrade(request, socket, head, (feed) => {
        feedsFrom.set(from, (feedsFrom.get(from) ?? 0) + 1)
        feed.on("close", () => {
          const left = feedsFrom.get(from)! - 1
          if (left > 0) feedsFrom.set(from, left)
          else feedsFrom.delete(from)
        })
        greet(service(), feeds, feed)
      })
      return undefined
    })
    const propose = (proposal: Proposal | Short): void => {
      for (const { owner } of [proposal.offer, proposal.request])
        if ("deal" in proposal) tell(service(), feeds, owner, proposal)
        else send(feeds, owner, shortMessage(proposal))
    }
    const retire = (id: Id, requester: Address): void =>
      send(feeds, requester, { _tag: "Retired", id })
    const stop = (): Promise<void> =>
      new Promise((resolve) => {
        for (const feed of sockets.clients) feed.terminate()
        http.close(() => resolve())
        http.closeAllConnections()
      })
    http.once("error", (cause) =>
      resume(Effect.fail(new CannotServe({ ...at, reason: cause.message }))),
    )
    http.listen(at.port, at.host, () => {
      const { port } = http.address() as AddressInfo
      resume(Effect.succeed({ server: { port, propose, retire }, stop }))
    })
  })

interface Answer {
  readonly status: number
  readonly body: string
}

const problem = (status: number, error: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ error, message }),
})

const said = <A, I>(schema: Schema.Codec<A, I>, value: A): Answer => ({
  status: 200,
  body: JSON.stringify(Schema.encodeSync(schema)(value)),
})

const outcome = <A, I>(
  schema: Schema.Codec<A, I>,
  result: Result.Result<A, { readonly _tag: string; readonly message: string }>,
): Answer => {
  if (Result.isSuccess(result)) return said(schema, result.success)
  const { _tag, message } = result.failure
  const isLater = _tag === "ChainAway" || _tag === "LogAhead"
  return problem(isLater ? 503 : _tag === "Unproposed" ? 404 : 422, _tag, message)
}

/** The body of a request as a value of a schema, or what is wrong with it. */
const read = async <A, I>(
  request: Http.IncomingMessage,
  schema: Schema.Codec<A, I>,
): Promise<Result.Result<A, Answer>> => {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > Api.bodyBytesMax)
      return Result.fail(problem(413, "BodyTooLarge", `at most ${Api.bodyBytesMax} bytes`))
    chunks.push(chunk)
  }
  const decode = Schema.decodeUnknownResult(Schema.fromJsonString(schema), {
    onExcessProperty: "error",
  })
  return Result.mapError(decode(Buffer.concat(chunks).toString("utf8")), ({ message }) =>
    problem(400, "MalformedBody", message.slice(0, 1000)),
  )
}

const isId = Schema.is(Id)

const respond = async (
  service: Service.Service,
  request: Http.IncomingMessage,
): Promise<Answer> => {
  const base = "http://relay"
  // Whoever writes a request by hand can ask for `//`, which is a path and no URL.
  if (!URL.canParse(request.url ?? "/", base))
    return problem(400, "MalformedPath", "expected a path: see /openapi.json")
  const url = new URL(request.url ?? "/", base)
  const [, , noun, id] = url.pathname.split("/")
  try {
    // Nothing is told that is not in the log.
    if (service.isAhead) Service.restore(service)
    switch (`${request.method} ${url.pathname}`) {
      case "GET /openapi.json":
        return { status: 200, body: JSON.stringify(OpenApi.document) }
      case "GET /v1/info":
        return said(Api.Info, service.market.origin)
      case "GET /v1/offers":
        return said(
          Api.Offers,
          Service.offers(service, url.searchParams.get("country") ?? undefined),
        )
      case "GET /v1/log/head":
        return said(Api.Head, service.last)
      case "GET /v1/log":
        return log(service, url.searchParams.get("from") ?? "0")
      case "POST /v1/orders": {
        const placement = await read(request, Api.Placement)
        return Result.isFailure(placement)
          ? placement.failure
          : outcome(Api.Placed, await Service.place(service, placement.success))
      }
      case "POST /v1/reports": {
        const report = await read(request, Api.Report)
        return Result.isFailure(report)
          ? report.failure
          : outcome(Api.Done, Service.report(service, report.success))
      }
    }
    if (request.method === "GET" && noun === "deals" && isId(id))
      return outcome(Api.DealState, Service.deal(service, id))
    if (request.method === "DELETE" && noun === "orders" && isId(id)) {
      const asked = await read(request, Api.Cancellation)
      return Result.isFailure(asked)
        ? asked.failure
        : outcome(Api.Done, Service.cancel(service, id, asked.success))
    }
    return problem(
      404,
      "NoSuchPage",
      `${request.method} ${url.pathname} is nothing that a relay answers: see /openapi.json`,
    )
  } catch (cause) {
    if (cause instanceof StoreFailed) return problem(503, cause._tag, cause.message)
    return problem(500, "RelayFailed", (cause as Error).message)
  }
}

const log = (service: Service.Service, from: string): Answer => {
  if (!/^\d{1,15}$/.test(from))
    return problem(400, "MalformedQuery", `from: expected the number of an entry, got "${from}"`)
  const entries = service.options.store.entries(Number(from), Api.entriesMax)
  return said(Api.Page, { entries })
}

const encodeFeed = Schema.encodeSync(Schema.fromJsonString(Api.FeedMessage))
const decodeFeed = Schema.decodeUnknownResult(Schema.fromJsonString(Api.FeedMessage), {
  onExcessProperty: "error",
})

/** A feed is anybody's until it has signed for an address; then its deals come, those that wait first. */
const greet = (
  service: Service.Service,
  feeds: Map<Address, Set<WebSocket>>,
  feed: WebSocket,
): void => {
  const nonce = `0x${randomBytes(32).toString("hex")}` as Id
  const timer = setTimeout(() => feed.terminate(), introductionMs)
  const refuse = (message: string): void => {
    feed.send(encodeFeed({ _tag: "Refused", message }))
    feed.close()
  }
  feed.on("error", () => feed.terminate())
  feed.on("close", () => clearTimeout(timer))
  // IPSX-MAT-035: whoever asks and does not read the answers is not answered for ever.
  feed.on("ping", () => feed.bufferedAmount > unsentBytesMax && feed.terminate())
  Alive.watch(feed, () => feed.terminate())
  feed.once("message", (data: Buffer) => {
    clearTimeout(timer)
    try {
      introduce(service, feeds, { feed, nonce, data }, refuse)
    } catch (cause) {
      // The order log is away: whoever comes again finds it, or not.
      refuse((cause as Error).message)
    }
  })
  feed.send(encodeFeed({ _tag: "Challenge", nonce }))
}

interface Introduction {
  readonly feed: WebSocket
  readonly nonce: Id
  readonly data: Buffer
}

const introduce = (
  service: Service.Service,
  feeds: Map<Address, Set<WebSocket>>,
  { feed, nonce, data }: Introduction,
  refuse: (message: string) => void,
): void => {
  const message = decodeFeed(data.toString("utf8"))
  if (Result.isFailure(message) || message.success._tag !== "Subscribe")
    return refuse("expected Subscribe")
  const { address, signature, endpoint } = message.success
  const { curve } = service.options
  const { separator } = service.market
  const digest = TypedData.digest(curve, separator, Subscription, { owner: address, nonce })
  const signed = Signed.verify(curve, digest, signature, address)
  if (Result.isFailure(signed)) return refuse(signed.failure.message)
  const moves = endpoint !== undefined && Service.moves(service, address, endpoint)
  subscribe(service, feeds, feed, address)
  // IPSX-MAT-038: a party that came back has its partners find it.
  if (moves)
    for (const proposal of Service.proposalsOf(service, address)) {
      const { provider, requester } = proposal.deal
      tell(service, feeds, address === provider ? requester : provider, proposal)
    }
  return undefined
}

const subscribe = (
  service: Service.Service,
  feeds: Map<Address, Set<WebSocket>>,
  feed: WebSocket,
  address: Address,
): void => {
  const own = feeds.get(address) ?? new Set()
  feeds.set(address, own.add(feed))
  feed.on("close", () => {
    own.delete(feed)
    if (own.size === 0 && feeds.get(address) === own) feeds.delete(address)
  })
  feed.on("message", () => feed.terminate())
  feed.send(encodeFeed({ _tag: "Subscribed", address }))
  const alone = new Map([[address, new Set([feed])]])
  for (const proposal of Service.proposalsOf(service, address))
    tell(service, alone, address, proposal)
  const { shorts, retired } = Service.shortsOf(service, address)
  for (const short of shorts) send(alone, address, shortMessage(short))
  for (const id of retired) send(alone, address, { _tag: "Retired", id })
}

const shortMessage = ({ id, short, offer, request }: Short): Api.FeedMessage => ({
  _tag: "ShortProposed",
  id,
  short,
  offer,
  request,
})

/** Tells one party of a deal of its own, and where the other one listens. */
const tell = (
  service: Service.Service,
  feeds: ReadonlyMap<Address, ReadonlySet<WebSocket>>,
  party: Address,
  { id, deal, offer, request }: Proposal,
): void => {
  if (!feeds.has(party)) return
  const other = party === deal.provider ? deal.requester : deal.provider
  const partner = service.options.store.endpoint(other)
  send(feeds, party, { _tag: "Proposed", id, deal, offer, request, partner })
}

const send = (
  feeds: ReadonlyMap<Address, ReadonlySet<WebSocket>>,
  party: Address,
  message: Api.FeedMessage,
): void => {
  for (const feed of feeds.get(party) ?? [])
    if (feed.bufferedAmount > unsentBytesMax) feed.terminate()
    else feed.send(encodeFeed(message))
}

export class CannotServe extends Schema.TaggedError<CannotServe>()("CannotServe", {
  host: Schema.String,
  port: Schema.Number,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the relay cannot serve at ${this.host}:${this.port}: ${this.reason}; choose another port, or 0 for any free one`
  }
}
