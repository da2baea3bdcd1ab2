// The two kinds of order that the paper has: what a provider offers and what a requester asks for
// (IPSX-ORD-001, IPSX-ORD-009). Moments are whole seconds, windows are half open, amounts are base units.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import { Count, Count32 } from "./Deal.ts"
import * as Fee from "./Fee.ts"
import * as Filter from "./Filter.ts"
import { Id } from "./Id.ts"
import type { Parameters } from "./Parameters.ts"
import * as Resource from "./Resource.ts"
import * as Tariff from "./Tariff.ts"
import { Seconds } from "./Time.ts"
import * as Usage from "./Usage.ts"

/**
 * `from … to` is when the range can be used, `minLease` the shortest lease in seconds, the tariff and the no-show
 * charge are for one seat. `notice` and `maxLag` go into every deal.
 */
export const Offer = Schema.TaggedStruct("Offer", {
  id: Id,
  owner: Address,
  nonce: Count,
  resource: Resource.Resource,
  from: Seconds,
  to: Seconds,
  minLease: Count32,
  protocols: Usage.Protocols,
  scopes: Usage.Scopes,
  tariff: Tariff.Tariff,
  noShowCharge: Tariff.Price,
  requester: Filter.Counterparty,
  expiresAt: Seconds,
  notice: Count32,
  maxLag: Count32,
})
export interface Offer extends Schema.Schema.Type<typeof Offer> {}

/** The most addresses that one request may ask for. */
export const countMax = 2 ** 16

const Addresses = Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum: countMax })))

/**
 * `addresses` different addresses for `duration` seconds each: from the moment of the match when `window` is null,
 * else anywhere inside it. `limit` is the most for one address in all, `perSecondLimit` for one second of it, when
 * `bytes` are expected on each. A match gives at least `minimum` addresses or whatever fewer are still wanted.
 */
export const Request = Schema.TaggedStruct("Request", {
  id: Id,
  owner: Address,
  nonce: Count,
  addresses: Addresses,
  minimum: Addresses,
  duration: Count32,
  window: Schema.NullOr(Schema.Struct({ from: Seconds, to: Seconds })),
  filter: Filter.Filter,
  maxPerGroup: Addresses,
  maxPerNetwork: Addresses,
  bytes: Count,
  limit: Tariff.Price,
  perSecondLimit: Schema.NullOr(Tariff.Price),
  expiresAt: Seconds,
})
export interface Request extends Schema.Schema.Type<typeof Request> {}

/** The JSON form: amounts as decimal strings, the kind under `_tag`. */
export const Order = Schema.Union([Offer, Request])
export type Order = Offer | Request

const encode = Schema.encodeSync(Order)

/**
 * The one text of an order: its JSON with the keys of every object in alphabetical order. What an exchange logs
 * and an owner signs the digest of (IPSX-ORD-012).
 */
export const canonical = (order: Order): string => JSON.stringify(sorted(encode(order)))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The first second at which an order is dead: it has expired, or no lease fits into what is left of its window. */
export const deadline = (order: Order): number =>
  order._tag === "Offer"
    ? Math.min(order.expiresAt, order.to - order.minLease + 1)
    : Math.min(
        order.expiresAt,
        order.window === null ? order.expiresAt : order.window.to - order.duration + 1,
      )

/** What one address costs this request at a tariff, in base units (IPSX-MAT-005). */
export const costFor = (request: Request, tariff: Tariff.Tariff): bigint =>
  Tariff.cost(tariff, { seconds: request.duration, bytes: request.bytes })

/** The most that a request can cost in all, without commission. */
export const worstCase = (request: Request): bigint => request.limit * BigInt(request.addresses)

/**
 * Why a balance does not stand behind a request; `undefined` when it does (IPSX-WAL-007). Nothing is reserved.
 *
 * @example
 * Order.coverage(request, wallet.balance, parameters) // undefined, or Uncovered{needed, available}
 */
export const coverage = (
  request: Request,
  available: bigint,
  rate: Pick<Parameters, "commissionBp" | "minCommission">,
): Uncovered | undefined => {
  const needed = Fee.openingCost(worstCase(request), rate)
  return available < needed
    ? new Uncovered({ order: request.id, owner: request.owner, available, needed })
    : undefined
}

/** IPSX-WAL-007: the owner's balance does not cover the order's worst case and the minimum commission. */
export class Uncovered extends Schema.TaggedError<Uncovered>()("Uncovered", {
  order: Id,
  owner: Address,
  available: Schema.BigIntFromString,
  needed: Schema.BigIntFromString,
}) {
  override get message(): string {
    return `order ${this.order} of ${this.owner} needs ${Amount.format(this.needed)} tokens, ${Amount.format(this.available)} are free`
  }
}
