// What an address may be used for: protocols and scopes, each set an integer with one bit per name
// (IPSX-ORD-006). Numbers never change; new names take the next free bits.
import * as Schema from "effect/Schema"

export const protocols = ["http", "https", "smtp", "socks5", "vpn", "tcp", "udp", "icmp"] as const
export type Protocol = (typeof protocols)[number]

export const scopes = [
  "browsing",
  "privacy",
  "streaming",
  "gaming",
  "mining",
  "seo",
  "testing",
  "security",
  "mail",
  "vpn",
  "research",
  "other",
] as const
export type Scope = (typeof scopes)[number]

const setOf =
  <A extends string>(names: ReadonlyArray<A>) =>
  (...chosen: ReadonlyArray<A>): number =>
    chosen.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0)

/**
 * A set of protocols as bits.
 *
 * @example
 * Usage.protocolSet("http", "smtp") // 0b101
 */
export const protocolSet = setOf(protocols)
export const scopeSet = setOf(scopes)

/** The names in a set, in the order of their bits. */
export const protocolNames = (set: number): ReadonlyArray<Protocol> =>
  protocols.filter((_, bit) => (set & (1 << bit)) !== 0)
export const scopeNames = (set: number): ReadonlyArray<Scope> =>
  scopes.filter((_, bit) => (set & (1 << bit)) !== 0)

/** Whether everything wanted is given. */
export const includes = (given: number, wanted: number): boolean => (given & wanted) === wanted

export const Protocols = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 0, maximum: 2 ** protocols.length - 1 })),
)
export const Scopes = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 0, maximum: 2 ** scopes.length - 1 })),
)
