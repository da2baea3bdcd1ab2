// A relay as a party sees it: questions over HTTP, its own deals over the feed. Whatever the relay answers is decoded
// strictly; a party trusts a relay with nothing but the search for partners.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { WebSocket } from "ws"
import type { Address } from "../model/Address.ts"
import type * as Id from "../model/Id.ts"
import type { Endpoint } from "../pair-channel/Tls.ts"
import * as Alive from "./Alive.ts"
import * as Api from "./Api.ts"

const timeoutMs = 10_000

const ask = <A, I>(
  url: string,
  route: { readonly method: string; readonly path: string },
  answer: Schema.Codec<A, I>,
  body?: string,
): Effect.Effect<A, RelayError> =>
  Effect.tryPromise({
    try: async (signal) => {
      const response = await fetch(new URL(route.path, url), {
        method: route.method,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }),
      })
      return { ok: response.ok, text: await response.text() }
    },
    catch: (cause) => new RelayAway({ url, reason: reasonOf(cause) }),
  }).pipe(
    Effect.flatMap(({ ok, text }): Effect.Effect<A, RelayError> => {
      const decoded = Schema.decodeUnknownResult(
        Schema.fromJsonString((ok ? answer : Api.Problem) as Schema.Codec<A | Api.Problem>),
      )(text)
      if (Result.isFailure(decoded))
        return Effect.fail(new RelayAway({ url, reason: "it answers what is no answer" }))
      return ok
        ? Effect.succeed(decoded.success as A)
        : Effect.fail(new RelayRefused({ url, ...(decoded.success as Api.Problem) }))
    }),
  )

const reasonOf = (cause: unknown): string => {
  const error = cause as Error & { readonly cause?: Error }
  return error.cause?.message ?? error.message
}

const json = <A, I>(schema: Schema.Codec<A, I>, value: A): string =>
  JSON.stringify(Schema.encodeSync(schema)(value))

export const info = (url: string): Effect.Effect<Api.Info, RelayError> =>
  ask(url, Api.routes.info, Api.Info)

export const place = (
  url: string,
  placement: Api.Placement,
): Effect.Effect<typeof Api.Placed.Type, RelayError> =>
  ask(url, Api.routes.place, Api.Placed, json(Api.Placement, placement))

export const cancel = (
  url: string,
  order: Id.Id,
  cancellation: Api.Cancellation,
): Effect.Effect<{}, RelayError> =>
  ask(
    url,
    { method: "DELETE", path: `/v1/orders/${order}` },
    Api.Done,
    json(Api.Cancellation, cancellation),
  )

export const report = (url: string, said: Api.Report): Effect.Effect<{}, RelayError> =>
  ask(url, Api.routes.report, Api.Done, json(Api.Report, said))

export const offers = (
  url: string,
  country?: string,
): Effect.Effect<typeof Api.Offers.Type, RelayError> =>
  ask(
    url,
    { method: "GET", path: `/v1/offers${country === undefined ? "" : `?country=${country}`}` },
    Api.Offers,
  )

export const head = (url: string): Effect.Effect<Api.Head, RelayError> =>
  ask(url, Api.routes.head, Api.Head)

/** The whole log, page by page. */
export const log = (url: string): Effect.Effect<ReadonlyArray<Entry>, RelayError> =>
  Effect.gen(function* () {
    const all: Array<Entry> = []
    for (;;) {
      const route = { method: "GET", path: `/v1/log?from=${all.length}` }
      const { entries } = yield* ask(url, route, Api.Page)
      all.push(...entries)
      if (entries.length < Api.entriesMax) return all
    }
  })

type Entry = (typeof Api.Page.Type)["entries"][number]
export type Proposed = Extract<Api.FeedMessage, { readonly _tag: "Proposed" }>
export type ShortProposed = Extract<Api.FeedMessage, { readonly _tag: "ShortProposed" }>

export interface Subscriber {
  readonly url: string
  readonly address: Address
  /** Where it takes connections of its partners; null when it dials. */
  readonly endpoint: Endpoint | null
  /** Signs the relay's nonce (`Server.Subscription`). */
  readonly sign: (nonce: Id.Id) => Promise<string>
  readonly proposed: (proposal: Proposed) => void
  readonly shortProposed: (proposal: ShortProposed) => void
  readonly retired: (reservation: Id.Id) => void
  readonly trouble: (error: RelayError) => void
  /** Milliseconds for which the relay may be silent. */
  readonly aliveMs?: number
}

const decodeFeed = Schema.decodeUnknownResult(Schema.fromJsonString(Api.FeedMessage))
const encodeFeed = Schema.encodeSync(Schema.fromJsonString(Api.FeedMessage))
const feedBytesMax = 65_536
const silenceMs = 1000

/** One connection of the feed; it ends when the relay or the network ends it. */
const once = (subscriber: Subscriber): Effect.Effect<never, RelayError> =>
  Effect.callback<never, RelayError>((resume) => {
    const { url, address, endpoint, sign, aliveMs } = subscriber
    const fail = (reason: string) => resume(Effect.fail(new RelayAway({ url, reason })))
    const feed = new WebSocket(new URL("/v1/feed", url.replace(/^http/, "ws")), {
      maxPayload: feedBytesMax,
      handshakeTimeout: timeoutMs,
    })
    Alive.watch(feed, () => fail("its feed does not answer"), aliveMs)
    feed.on("error", (cause) => fail(cause.message))
    feed.on("close", () => fail("it closed the feed"))
    feed.on("message", (data: Buffer) => {
      const message = decodeFeed(data.toString("utf8"))
      if (Result.isFailure(message)) return feed.terminate()
      switch (message.success._tag) {
        case "Challenge":
          void sign(message.success.nonce).then(
            (signature) =>
              feed.send(
                encodeFeed({
                  _tag: "Subscribe",
                  address,
                  signature: signature as `0x${string}`,
                  ...(endpoint === null ? {} : { endpoint }),
                }),
              ),
            () => feed.terminate(),
          )
          return undefined
        case "Proposed":
          return subscriber.proposed(message.success)
        case "ShortProposed":
          return subscriber.shortProposed(message.success)
        case "Retired":
          return subscriber.retired(message.success.id)
        case "Refused":
          return fail(message.success.message)
        default:
          return undefined
      }
    })
    return Effect.sync(() => feed.terminate())
  })

/**
 * Hears of its own deals for as long as its fiber lives, over as many connections as it takes.
 *
 * @example
 * yield* Effect.forkScoped(Client.follow({ url, address, endpoint, sign, proposed, trouble }))
 */
export const follow = (subscriber: Subscriber): Effect.Effect<never> =>
  Effect.forever(
    Effect.gen(function* () {
      const ended = yield* Effect.flip(once(subscriber))
      subscriber.trouble(ended)
      yield* Effect.sleep(silenceMs)
    }),
  )

export type RelayError = RelayAway | RelayRefused

export class RelayAway extends Schema.TaggedError<RelayAway>()("RelayAway", {
  url: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the relay ${this.url} cannot be reached: ${this.reason}`
  }
}

/** The relay answered no, by a name of its own. */
export class RelayRefused extends Schema.TaggedError<RelayRefused>()("RelayRefused", {
  url: Schema.String,
  error: Schema.String,
  message: Schema.String,
}) {}
