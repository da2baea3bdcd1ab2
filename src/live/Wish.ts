// What somebody wants to rent, in words: `country=DE,FR seconds=60 limit=2`. Out of it comes the request that an order
// book takes.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import * as Country from "../model/Country.ts"
import * as Filter from "../model/Filter.ts"
import type { Id } from "../model/Id.ts"
import * as IpClass from "../model/IpClass.ts"
import type * as Order from "../model/Order.ts"
import * as Parameters from "../model/Parameters.ts"
import type { Seconds } from "../model/Time.ts"
import * as Usage from "../model/Usage.ts"

/** Prices in whole tokens; what is left out is anything. */
export interface Wish {
  readonly seconds: number
  /** The most that each address may cost, without commission. */
  readonly limit: string
  /** How many neighbouring addresses in one lease; one, unless it says more. */
  readonly addresses?: number
  readonly countries?: ReadonlyArray<string>
  readonly kinds?: ReadonlyArray<IpClass.Kind>
  readonly version?: 4 | 6
  readonly protocols?: ReadonlyArray<Usage.Protocol>
  readonly scopes?: ReadonlyArray<Usage.Scope>
  /** Bytes that will be used on each; what a price per byte is reckoned with. */
  readonly bytes?: number
  /** kbit/s, and thousandths of availability. */
  readonly bandwidth?: number
  readonly quality?: number
  readonly providers?: ReadonlyArray<Address>
  readonly notProviders?: ReadonlyArray<Address>
  /** Seconds for which to wait for an offer that fits. */
  readonly patience?: number
}

/** Seconds for which an offer is waited for, unless the wish says otherwise. */
export const usualPatience = 60

const classesOf = ({ kinds, version }: Wish): number => {
  const having = version === undefined ? {} : { version }
  return (kinds ?? IpClass.kinds).reduce((bits, kind) => bits | IpClass.set({ ...having, kind }), 0)
}

/**
 * The request that a wish is. Several addresses are one deal or none: neighbours, of one offer.
 *
 * @example
 * Wish.request({ seconds: 60, limit: "2", countries: ["DE"] }, { owner, id, nonce, now })
 */
export const request = (
  wish: Wish,
  by: { readonly owner: Address; readonly id: Id; readonly nonce: number; readonly now: Seconds },
): Result.Result<Order.Request, BadWish> => {
  const limit = Amount.parse(wish.limit)
  if (Result.isFailure(limit))
    return Result.fail(new BadWish({ field: "limit", reason: limit.failure.message }))
  if (!Number.isInteger(wish.seconds) || wish.seconds < 1)
    return Result.fail(
      new BadWish({ field: "seconds", reason: `expected whole seconds, got ${wish.seconds}` }),
    )
  const unknown = (wish.countries ?? []).find((code) => !Country.is(code))
  if (unknown !== undefined)
    return Result.fail(
      new BadWish({ field: "country", reason: `${unknown} is no ISO 3166-1 code` }),
    )
  const { addresses = 1 } = wish
  const tooMany = wrongAddresses(addresses)
  if (tooMany !== undefined) return Result.fail(tooMany)
  return Result.succeed({
    _tag: "Request",
    id: by.id,
    owner: by.owner,
    nonce: by.nonce,
    addresses,
    minimum: addresses,
    duration: wish.seconds,
    window: null,
    filter: {
      ...Filter.any,
      countries: (wish.countries ?? []).map(Country.of),
      classes: classesOf(wish),
      protocols: Usage.protocolSet(...(wish.protocols ?? ["https"])),
      scopes: Usage.scopeSet(...(wish.scopes ?? ["browsing"])),
      minBandwidth: wish.bandwidth ?? 0,
      minQuality: wish.quality ?? 0,
      provider: { minRating: 0, allow: wish.providers ?? [], deny: wish.notProviders ?? [] },
    },
    maxPerGroup: addresses,
    maxPerNetwork: addresses,
    bytes: wish.bytes ?? 0,
    limit: limit.success,
    perSecondLimit: null,
    expiresAt: (by.now + (wish.patience ?? usualPatience)) as Seconds,
  })
}

/** A deal has no more seats than a market lets it have; that one with other parameters has fewer, it says itself. */
const wrongAddresses = (addresses: number): BadWish | undefined => {
  const most = Parameters.standard.maxSeats
  const isRight = Number.isInteger(addresses) && addresses >= 1 && addresses <= most
  return isRight
    ? undefined
    : new BadWish({ field: "addresses", reason: `expected 1 to ${most}, got ${addresses}` })
}

const lists = ["country", "kind", "protocol", "scope", "provider"] as const
const numbers = [
  "seconds",
  "addresses",
  "bytes",
  "bandwidth",
  "quality",
  "patience",
  "version",
] as const
const words = [...lists, ...numbers, "limit"] as const

const oneOf = (word: string, values: ReadonlyArray<string>, known: ReadonlyArray<string>) => {
  const wrong = values.find((value) => !known.includes(value))
  return wrong === undefined
    ? undefined
    : new BadWish({ field: word, reason: `expected ${known.join(", ")}, got ${wrong}` })
}

/**
 * Reads a wish as it is written on a command line.
 *
 * @example
 * Wish.parse(["country=DE,FR", "seconds=60", "limit=2"])
 */
export const parse = (filters: ReadonlyArray<string>): Result.Result<Wish, BadWish> => {
  const said = new Map<string, string>()
  for (const filter of filters) {
    const at = filter.indexOf("=")
    const word = filter.slice(0, at)
    if (at < 1 || !(words as ReadonlyArray<string>).includes(word))
      return Result.fail(
        new BadWish({
          field: filter,
          reason: `expected one of ${words.join(", ")}, then = and a value`,
        }),
      )
    said.set(word, filter.slice(at + 1))
  }
  const list = (word: string) => said.get(word)?.split(",")
  for (const word of numbers)
    if (said.has(word) && !/^\d{1,15}$/.test(said.get(word)!))
      return Result.fail(
        new BadWish({ field: word, reason: `expected a whole number, got ${said.get(word)}` }),
      )
  for (const word of ["seconds", "limit"])
    if (!said.has(word)) return Result.fail(new BadWish({ field: word, reason: "it is needed" }))
  const wrong =
    oneOf("kind", list("kind") ?? [], IpClass.kinds) ??
    oneOf("protocol", list("protocol") ?? [], Usage.protocols) ??
    oneOf("scope", list("scope") ?? [], Usage.scopes) ??
    oneOf("version", list("version") ?? [], ["4", "6"]) ??
    wrongAddresses(Number(said.get("addresses") ?? 1))
  if (wrong !== undefined) return Result.fail(wrong)
  const number = (word: string) => (said.has(word) ? Number(said.get(word)) : undefined)
  const given = {
    countries: list("country"),
    kinds: list("kind"),
    version: number("version"),
    protocols: list("protocol"),
    scopes: list("scope"),
    providers: list("provider"),
    addresses: number("addresses"),
    bytes: number("bytes"),
    bandwidth: number("bandwidth"),
    quality: number("quality"),
    patience: number("patience"),
  }
  const some = Object.entries(given).filter(([, value]) => value !== undefined)
  return Result.succeed({
    ...(Object.fromEntries(some) as Partial<Wish>),
    seconds: number("seconds")!,
    limit: said.get("limit")!,
  })
}

export class BadWish extends Schema.TaggedError<BadWish>()("BadWish", {
  field: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.field}: ${this.reason}`
  }
}
