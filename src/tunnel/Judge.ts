// Whether a destination may be reached through a lent address: the one function that every adapter asks, with an
// address that was resolved once and that is then dialled as it is (IPSX-TUN-020..023). Pure.
import * as Usage from "../model/Usage.ts"
import * as Block from "./Block.ts"
import type { ExitPolicy } from "./ExitPolicy.ts"
import type { Lease } from "./Lease.ts"

/** Submission and relay of mail (IPSX-TUN-022). */
export const smtpPorts: ReadonlyArray<number> = [25, 465, 587]

const httpPorts = [80, 8080]
const httpsPorts = [443, 8443]
const mailPorts = [...smtpPorts, 110, 143, 993, 995]

type Ports = ReadonlySet<number> | "any"

const portsOfProtocol: Readonly<Record<Usage.Protocol, Ports>> = {
  http: new Set(httpPorts),
  https: new Set(httpsPorts),
  smtp: new Set(mailPorts),
  socks5: "any",
  vpn: "any",
  tcp: "any",
  udp: new Set(),
  icmp: new Set(),
}

const web: Ports = new Set([...httpPorts, ...httpsPorts])
const portsOfScope: Readonly<Record<Usage.Scope, Ports>> = {
  browsing: web,
  privacy: "any",
  streaming: web,
  gaming: "any",
  mining: "any",
  seo: web,
  testing: "any",
  security: "any",
  mail: new Set(mailPorts),
  vpn: "any",
  research: "any",
  other: "any",
}

export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly reason: "address" | "own" | "port" | "scope" | "host" | "name"
      readonly why: string
    }

export interface Judge {
  /** A name as the requester's program spelt it, before it is resolved. An address has nothing to fear here. */
  readonly host: (name: string) => Verdict
  /** An address and port about to be dialled. */
  readonly destination: (address: string, port: number) => Verdict
}

const allowed: Verdict = { allowed: true }
const refuse = (reason: (Verdict & { allowed: false })["reason"], why: string): Verdict => ({
  allowed: false,
  reason,
  why,
})

/**
 * The judge of one lease. `own` are the addresses and on-link networks of the provider's machine, asked anew for every
 * destination because they change.
 *
 * @example
 * Judge.make(ExitPolicy.standard, lease, () => []).destination("10.0.0.1", 80) // refused: private
 * @throws RangeError when the policy names a block that is none.
 */
export const make = (
  policy: ExitPolicy,
  lease: Pick<Lease, "address" | "protocols" | "scopes">,
  own: () => ReadonlyArray<Block.Block>,
): Judge => {
  const denied = [
    ...Block.special,
    ...policy.denyBlocks.map((text) => blockOf(text, "denied here")),
  ]
  const always = [lease.address, ...policy.own].map((text) => blockOf(text, "the provider's own"))
  const exceptions = policy.allow.map(({ name, block, ports }) => ({
    block: blockOf(block, name),
    ports: new Set(ports),
  }))
  const ports = permittedPorts(lease)
  const denyPorts = new Set(policy.denyPorts)
  const refusesPort = (port: number): Verdict | undefined => {
    if (!Number.isInteger(port) || port < 1 || port > 65_535) return refuse("port", "no port")
    if (denyPorts.has(port)) return refuse("port", "denied here")
    // IPSX-TUN-022
    if (smtpPorts.includes(port) && !Usage.protocolNames(lease.protocols).includes("smtp"))
      return refuse("port", "mail, and the deal does not say smtp")
    // IPSX-TUN-023
    return ports(port) ? undefined : refuse("scope", "outside the deal's protocols and scope")
  }

  return {
    host: (name) => judgeName(policy, name),
    destination: (address, port) => {
      const ip = Block.normalise(address)
      if (ip === undefined) return refuse("address", "not an address")
      if (exceptions.some((e) => e.ports.has(port) && Block.contains(e.block, ip))) return allowed
      // IPSX-TUN-021
      const mine = Block.find(always, ip) ?? Block.find(own(), ip)
      if (mine !== undefined) return refuse("own", mine.why)
      const special = Block.find(denied, ip)
      if (special !== undefined) return refuse("address", special.why)
      return refusesPort(port) ?? allowed
    },
  }
}

const judgeName = (policy: Pick<ExitPolicy, "hosts" | "denyHosts">, name: string): Verdict => {
  const host = name.toLowerCase().replace(/\.$/, "")
  if (host.length === 0 || host.length > 253 || /[\s\0/@\\]/.test(host))
    return refuse("name", "not a name")
  const within = (suffix: string) => host === suffix || host.endsWith(`.${suffix}`)
  if (policy.denyHosts.some(within)) return refuse("host", "denied here")
  return policy.hosts.length === 0 || policy.hosts.some(within)
    ? allowed
    : refuse("host", "not among the hosts that this exit serves")
}

/** The ports that a lease's protocols and scope leave, for who writes rules for packets. */
export const ports = (
  lease: Pick<Lease, "protocols" | "scopes">,
): ReadonlyArray<number> | "any" => {
  const permits = permittedPorts(lease)
  // No list of ours has the highest one: who permits it permits all.
  if (permits(65_535)) return "any"
  return [...httpPorts, ...httpsPorts, ...mailPorts].filter(permits)
}

// IPSX-TUN-028: a port must be in what some protocol means and in what some scope means.
const permittedPorts = (
  lease: Pick<Lease, "protocols" | "scopes">,
): ((port: number) => boolean) => {
  const protocols = Usage.protocolNames(lease.protocols).map((name) => portsOfProtocol[name])
  const scopes = Usage.scopeNames(lease.scopes).map((name) => portsOfScope[name])
  const has = (sets: ReadonlyArray<Ports>, port: number): boolean =>
    sets.some((set) => set === "any" || set.has(port))
  return (port) => has(protocols, port) && has(scopes, port)
}

const blockOf = (text: string, why: string): Block.Block => {
  const block = Block.parse(text, why)
  if (block === undefined) throw new RangeError(`not a block of addresses: ${text}`)
  return block
}
