// What a relay can be asked over HTTP: one table, from which the server routes, the client calls and the OpenAPI
// description is written. Amounts are decimal strings of base units, moments whole seconds.
import * as Schema from "effect/Schema"
import { Address } from "../model/Address.ts"
import { Country } from "../model/Country.ts"
import { Count, Deal } from "../model/Deal.ts"
import { Id } from "../model/Id.ts"
import { Offer, Order, Request } from "../model/Order.ts"
import { Parameters } from "../model/Parameters.ts"
import { ShortDeal } from "../model/ShortDeal.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import * as Status from "../model/Status.ts"
import * as Letter from "../pair-channel/Letter.ts"
import { Endpoint } from "../pair-channel/Tls.ts"
import * as OrderLog from "./OrderLog.ts"

/** The most bytes of a request's body, of entries of one page of the log, and of offers of one answer. */
export const bodyBytesMax = 65_536
export const entriesMax = 500
export const offersMax = 500

/** `standing`, where short leases run under reservations: which do, for how long one stands, and what it covers. */
export const Info = Schema.Struct({
  relay: Address,
  place: OrderLog.Place,
  parameters: Parameters,
  policy: Schema.String,
  standing: Schema.optionalKey(StandingTerms.Policy),
})
export interface Info extends Schema.Schema.Type<typeof Info> {}

/** `endpoint` is where the owner takes connections of its partners; null when it dials. */
export const Placement = Schema.Struct({
  order: Order,
  signature: Letter.Signature,
  endpoint: Schema.NullOr(Endpoint),
})
export interface Placement extends Schema.Schema.Type<typeof Placement> {}

export const Cancellation = Schema.Struct({ owner: Address, signature: Letter.Signature })
export interface Cancellation extends Schema.Schema.Type<typeof Cancellation> {}

/** The channels of the deals that an order made at once, and the digests of short deals. */
export const Placed = Schema.Struct({ deals: Schema.Array(Id) })
export interface Placed extends Schema.Schema.Type<typeof Placed> {}

export const Report = Schema.Struct({
  id: Id,
  role: Schema.Literals([0, 1]),
  seq: Count,
  letter: Letter.Letter,
})
export interface Report extends Schema.Schema.Type<typeof Report> {}

export const Done = Schema.Struct({})

/** A resting offer and how many of its addresses' seats are free now. */
export const Offers = Schema.Struct({ offers: Schema.Array(Offer) })
export const OffersQuery = Schema.Struct({ country: Schema.optionalKey(Country) })

export const DealState = Schema.Struct({
  id: Id,
  deal: Deal,
  status: Status.DealStatus,
  provider: Status.ProviderStatus,
  requester: Status.RequesterStatus,
})
export interface DealState extends Schema.Schema.Type<typeof DealState> {}

export const Head = Schema.Struct({ number: Count, hash: Id, signature: Letter.Signature })
export interface Head extends Schema.Schema.Type<typeof Head> {}

export const Page = Schema.Struct({ entries: Schema.Array(OrderLog.Entry) })

/** What went wrong, by name, and what to do about it. */
export const Problem = Schema.Struct({ error: Schema.String, message: Schema.String })
export interface Problem extends Schema.Schema.Type<typeof Problem> {}

/**
 * On the feed: the relay asks, the party answers and says where it takes connections, then its deals come; each once more
 * when the partner can be reached elsewhere. A short deal comes behind its reservation, `id`; a reservation that nothing more
 * will run under is Retired to its requester.
 */
export const FeedMessage = Schema.TaggedUnion({
  Challenge: { nonce: Id },
  Subscribe: {
    address: Address,
    signature: Letter.Signature,
    endpoint: Schema.optionalKey(Endpoint),
  },
  Subscribed: { address: Address },
  Proposed: {
    id: Id,
    deal: Deal,
    offer: Offer,
    request: Request,
    partner: Schema.NullOr(Endpoint),
  },
  ShortProposed: { id: Id, short: ShortDeal, offer: Offer, request: Request },
  Retired: { id: Id },
  Refused: { message: Schema.String },
})
export type FeedMessage = typeof FeedMessage.Type

export interface Route {
  readonly method: "GET" | "POST" | "DELETE"
  readonly path: string
  readonly summary: string
  readonly body?: Schema.Top
  readonly query?: ReadonlyArray<readonly [name: string, about: string]>
  readonly answer: Schema.Top
}

export const routes = {
  info: {
    method: "GET",
    path: "/v1/info",
    summary: "Which market this is, and who signs its order log",
    answer: Info,
  },
  place: {
    method: "POST",
    path: "/v1/orders",
    summary: "Places a signed order",
    body: Placement,
    answer: Placed,
  },
  cancel: {
    method: "DELETE",
    path: "/v1/orders/{id}",
    summary: "Cancels an order of the signer",
    body: Cancellation,
    answer: Done,
  },
  offers: {
    method: "GET",
    path: "/v1/offers",
    summary: `The resting offers, at most ${offersMax}`,
    query: [["country", "ISO 3166-1 alpha-2; all countries when it is left out"]],
    answer: Offers,
  },
  report: {
    method: "POST",
    path: "/v1/reports",
    summary: "Repeats a letter of the pair channel that moves the writer's register",
    body: Report,
    answer: Done,
  },
  deal: {
    method: "GET",
    path: "/v1/deals/{id}",
    summary: "A deal that is not over, as its parties have reported it",
    answer: DealState,
  },
  head: {
    method: "GET",
    path: "/v1/log/head",
    summary: "The last entry's number, hash and signature",
    answer: Head,
  },
  log: {
    method: "GET",
    path: "/v1/log",
    summary: `Entries of the order log, at most ${entriesMax}`,
    query: [["from", "the number of the first one"]],
    answer: Page,
  },
} as const satisfies Record<string, Route>

export type Name = keyof typeof routes
