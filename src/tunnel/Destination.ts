// Where a connection shall go: resolved once, judged, and from then on an address (IPSX-TUN-013, IPSX-TUN-020). A name
// that would mean something else a moment later has no second chance.
import * as Dns from "node:dns"
import * as Ip from "../model/Ip.ts"
import * as Block from "./Block.ts"
import type { Judge, Verdict } from "./Judge.ts"

/** A judged place to dial: the address is a literal. */
export interface Pinned {
  readonly address: Ip.Ip
  readonly port: number
}

/** All addresses of a name, as the provider's machine resolves it. */
export type Resolver = (name: string) => Promise<ReadonlyArray<string>>

export const system: Resolver = async (name) =>
  (await Dns.promises.lookup(name, { all: true, verbatim: true })).map(({ address }) => address)

export type Refusal = (Verdict & { readonly allowed: false }) | Unresolved
export interface Unresolved {
  readonly allowed: false
  readonly reason: "unresolved" | "family"
  readonly why: string
}

const addressesMax = 64
const resolveMs = 10_000

/**
 * What an authority like `example.com:443` or `[2001:db8::1]:80` becomes. When a name has several addresses, all must
 * be allowed (IPSX-TUN-026): one that also points into a private network is no accident. The first of the exit's version is taken.
 */
export const pin = async (
  authority: string,
  version: Ip.Version,
  judge: Judge,
  resolve: Resolver,
): Promise<Pinned | Refusal> => {
  const parsed = parse(authority)
  if (parsed === undefined) return { allowed: false, reason: "name", why: "not host:port" }
  const { host, port } = parsed
  const named = judge.host(host)
  if (!named.allowed) return named
  const literal = Block.normalise(host)
  const addresses = literal === undefined ? await lookUp(host, resolve) : [literal]
  if (addresses.length === 0)
    return { allowed: false, reason: "unresolved", why: "the name has no address" }
  for (const address of addresses) {
    const verdict = judge.destination(address, port)
    if (!verdict.allowed) return verdict
  }
  const chosen = addresses
    .map((address) => Block.normalise(address))
    .find((ip) => ip !== undefined && Ip.version(ip) === version)
  return chosen === undefined
    ? { allowed: false, reason: "family", why: `it has no address of IPv${version}` }
    : { address: chosen, port }
}

/** The two parts of an authority; brackets around an IPv6 address are required, as everywhere. */
export const parse = (
  authority: string,
): { readonly host: string; readonly port: number } | undefined => {
  const match = /^(?:\[([^\]]{2,64})\]|([^:[\]]{1,253})):(\d{1,5})$/.exec(authority)
  if (match === null) return undefined
  return { host: match[1] ?? match[2]!, port: Number(match[3]) }
}

/** The authority that names a host and a port. */
export const format = (host: string, port: number): string =>
  host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`

const lookUp = async (name: string, resolve: Resolver): Promise<ReadonlyArray<string>> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<ReadonlyArray<string>>((done) => {
    timer = setTimeout(() => done([]), resolveMs)
  })
  try {
    return (await Promise.race([resolve(name), late])).slice(0, addressesMax)
  } catch {
    return []
  } finally {
    clearTimeout(timer)
  }
}
