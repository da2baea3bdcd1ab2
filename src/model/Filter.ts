// Which resources of which providers a requester wants: "a specific list of filters" (IPSX-ORD-010). It looks at
// what does not change while an offer rests; time and price are for the matching.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import { Country } from "./Country.ts"
import * as IpClass from "./IpClass.ts"
import * as Resource from "./Resource.ts"
import * as Usage from "./Usage.ts"

export const listMax = 64

const list = <A extends Schema.Top>(item: A) =>
  Schema.Array(item).pipe(Schema.check(Schema.isMaxLength(listMax)))

/** Whom an order's owner deals with. An empty `allow` allows everybody; `deny` wins over it (IPSX-ORD-011). */
export const Counterparty = Schema.Struct({
  minRating: Resource.Permille,
  allow: list(Address),
  deny: list(Address),
})
export interface Counterparty extends Schema.Schema.Type<typeof Counterparty> {}

/** No countries are all countries. `protocols` and `scopes` are all needed. Bandwidth is kbit/s. */
export const Filter = Schema.Struct({
  countries: list(Country),
  classes: IpClass.IpClasses,
  protocols: Usage.Protocols,
  scopes: Usage.Scopes,
  minBandwidth: Schema.Int.pipe(
    Schema.check(Schema.isBetween({ minimum: 0, maximum: 0xffff_ffff })),
  ),
  minQuality: Resource.Permille,
  provider: Counterparty,
})
export interface Filter extends Schema.Schema.Type<typeof Filter> {}

/** Why something is not accepted, in the order in which it is looked for. */
export const reasons = [
  "Country",
  "Class",
  "Protocol",
  "Scope",
  "Bandwidth",
  "Quality",
  "Rating",
  "NotAllowed",
  "Denied",
] as const
export type Reason = (typeof reasons)[number]

/** A filter that everything passes. */
export const any: Filter = {
  countries: [],
  classes: IpClass.set(),
  protocols: 0,
  scopes: 0,
  minBandwidth: 0,
  minQuality: 0,
  provider: { minRating: 0, allow: [], deny: [] },
}

/** What a filter looks at: the range, its permitted uses, who offers it and how that one is rated. */
export interface Candidate {
  readonly resource: Resource.Resource
  readonly protocols: number
  readonly scopes: number
  readonly owner: Address
  readonly rating: number
}

/**
 * Why the filter does not accept the candidate; `undefined` when it does. Total: the first reason in the order of
 * `reasons` (IPSX-ORD-010).
 *
 * @example
 * Filter.accepts({ ...Filter.any, countries: [Country.of("DE")] }, inFrance) // "Country"
 */
export const accepts = (filter: Filter, candidate: Candidate): Reason | undefined => {
  const { resource } = candidate
  if (filter.countries.length > 0 && !filter.countries.includes(resource.country)) return "Country"
  if ((filter.classes & (1 << Resource.classOf(resource))) === 0) return "Class"
  return suits(filter, candidate)
}

/** The part of `accepts` after country and class, which an index has settled by where it looks. */
export const suits = (filter: Filter, candidate: Candidate): Reason | undefined => {
  const { resource } = candidate
  if (!Usage.includes(candidate.protocols, filter.protocols)) return "Protocol"
  if (!Usage.includes(candidate.scopes, filter.scopes)) return "Scope"
  if (resource.bandwidth < filter.minBandwidth) return "Bandwidth"
  if (resource.quality < filter.minQuality) return "Quality"
  return admits(filter.provider, candidate)
}

/** Why the other side is not welcome; `undefined` when it is (IPSX-ORD-011). */
export const admits = (
  wanted: Counterparty,
  other: { readonly owner: Address; readonly rating: number },
): Extract<Reason, "Rating" | "NotAllowed" | "Denied"> | undefined => {
  if (other.rating < wanted.minRating) return "Rating"
  if (wanted.allow.length > 0 && !wanted.allow.includes(other.owner)) return "NotAllowed"
  return wanted.deny.includes(other.owner) ? "Denied" : undefined
}
