// The exit policy of a packet tunnel, as rules of nftables: packets are judged by their addresses, so a name can mean
// what it likes. The table belongs to a process of ours, and the kernel removes it with that process.
import type * as Ip from "../../model/Ip.ts"
import * as IpNoun from "../../model/Ip.ts"
import * as Usage from "../../model/Usage.ts"
import * as Block from "../Block.ts"
import type { ExitPolicy } from "../ExitPolicy.ts"
import * as Judge from "../Judge.ts"
import type { Lease } from "../Lease.ts"
import type { Allowance } from "../Tunnel.ts"
import * as Command from "./Command.ts"

export interface Deal {
  /** A small number that names its chains. */
  readonly index: number
  readonly lease: Lease
  readonly policy: ExitPolicy
  /** The requester's address inside the tunnel. */
  readonly inner: Ip.Ip
  readonly own: ReadonlyArray<Block.Block>
  /** Where names are resolved. */
  readonly resolver: Ip.Ip | undefined
}

const waitMs = 5000

export class Firewall {
  readonly table: string
  readonly #nft: Command.Held
  #said = ""
  #turn = 0
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(table: string, nft: Command.Held) {
    this.table = table
    this.#nft = nft
    nft.child.stderr?.on("data", (chunk: Buffer) => (this.#said += chunk.toString()))
    // What it prints of its own is of no interest, and must not fill the pipe.
    nft.child.stdout?.resume()
  }

  static async make(device: string, within: Command.Within): Promise<Firewall> {
    const nft = await Command.hold(within, ["nft", "-i"])
    const firewall = new Firewall(device.replace(".", "_"), nft)
    try {
      await firewall.#apply(base(firewall.table, device))
    } catch (cause) {
      await nft.end()
      throw cause
    }
    return firewall
  }

  /** Everything of a deal, its gate closed. */
  admit(deal: Deal): Promise<void> {
    const { index, inner, lease } = deal
    const [table, v] = [`inet ${this.table}`, IpNoun.version(inner)]
    const policy = rules(deal).map((rule) => `add rule ${table} p${index} ${rule}`)
    return this.#apply([
      `add chain ${table} k${index}`,
      `add chain ${table} p${index}`,
      `add chain ${table} u${index}`,
      `add chain ${table} d${index}`,
      ...policy,
      `add rule ${table} u${index} jump p${index}`,
      `add rule ${table} u${index} ${family(v)} saddr @live${v} goto k${index}`,
      `add rule ${table} u${index} drop`,
      `add rule ${table} d${index} ${family(v)} daddr @live${v} goto k${index}`,
      `add rule ${table} d${index} drop`,
      `add element ${table} up${v} { ${inner} : goto u${index} }`,
      `add element ${table} down${v} { ${inner} : goto d${index} }`,
      `add element ${table} exits${v} { ${inner} : ${lease.address} }`,
    ])
  }

  /** IPSX-TUN-014: bytes and time that may still pass; the kernel holds the traffic after that, whoever is asleep. */
  open(deal: Deal, bytes: number, millis: number): Promise<void> {
    const { index, inner, policy } = deal
    const [table, v] = [`inet ${this.table}`, IpNoun.version(inner)]
    const { long, short } = shares(bytes)
    const rate = policy.bytesPerSecond
    const burst = Math.max(65_536, Math.ceil(rate / 10))
    const limit = `limit rate over ${rate} bytes/second burst ${burst} bytes drop`
    return this.#apply([
      ...this.#clear(deal),
      ...(rate === 0 ? [] : [`add rule ${table} k${index} ${limit}`]),
      `add rule ${table} k${index} meta length < ${shortPacket} quota until ${short} bytes accept`,
      `add rule ${table} k${index} meta length >= ${shortPacket} quota until ${long} bytes accept`,
      `add rule ${table} k${index} drop`,
      `add element ${table} live${v} { ${inner} timeout ${duration(millis)} }`,
    ])
  }

  close(deal: Deal): Promise<void> {
    return this.#apply(this.#clear(deal))
  }

  substitute(deal: Deal, address: Ip.Ip): Promise<void> {
    const [table, v] = [`inet ${this.table}`, IpNoun.version(deal.inner)]
    return this.#apply([
      `delete element ${table} exits${v} { ${deal.inner} }`,
      `add element ${table} exits${v} { ${deal.inner} : ${address} }`,
    ])
  }

  dismiss(deal: Deal): Promise<void> {
    const { index, inner } = deal
    const [table, v] = [`inet ${this.table}`, IpNoun.version(inner)]
    return this.#apply([
      ...this.#clear(deal),
      `delete element ${table} up${v} { ${inner} }`,
      `delete element ${table} down${v} { ${inner} }`,
      `delete element ${table} exits${v} { ${inner} }`,
      `delete chain ${table} d${index}`,
      `delete chain ${table} u${index}`,
      `delete chain ${table} p${index}`,
      `delete chain ${table} k${index}`,
    ])
  }

  end(): Promise<void> {
    return this.#nft.end()
  }

  #clear({ index, inner }: Deal): ReadonlyArray<string> {
    const [table, v] = [`inet ${this.table}`, IpNoun.version(inner)]
    // An element can only be deleted when it is there: it is put there first.
    return [
      `add element ${table} live${v} { ${inner} timeout 1m }`,
      `delete element ${table} live${v} { ${inner} }`,
      `flush chain ${table} k${index}`,
    ]
  }

  /** One line is one transaction. What comes after it on the complaints, up to our own mark, is about it. */
  #apply(commands: ReadonlyArray<string>): Promise<void> {
    const applied = this.#queue.then(async () => {
      const mark = `ipsx_mark_${++this.#turn}`
      this.#said = ""
      this.#nft.child.stdin?.write(`${commands.join("; ")}\nlist table inet ${mark}\n`)
      const until = performance.now() + waitMs
      while (!this.#said.includes(mark)) {
        if (this.#nft.child.exitCode !== null || performance.now() > until)
          throw new Error(`nft does not answer: ${this.#said.trim()}`)
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
      const complaint = this.#said.slice(0, this.#said.indexOf(mark))
      const own = complaint.lastIndexOf("Error:")
      if (own > 0 && /Error:/.test(complaint.slice(0, own)))
        throw new Error(`nft: ${complaint.slice(0, 1000)}`)
    })
    this.#queue = applied.catch(() => {})
    return applied
  }
}

/** A time as nft reads it, which knows no long numbers. */
const duration = (millis: number): string => {
  const seconds = Math.floor(millis / 1000)
  const rest = Math.max(seconds === 0 ? 1 : 0, Math.ceil(millis % 1000))
  return `${Math.floor(seconds / 86_400)}d${seconds % 86_400}s${rest}ms`
}

const family = (version: Ip.Version): string => (version === 4 ? "ip" : "ip6")

const base = (table: string, device: string): ReadonlyArray<string> => {
  const t = `inet ${table}`
  const both = (of: (v: Ip.Version) => string): ReadonlyArray<string> => [of(4), of(6)]
  const address = (v: Ip.Version): string => `ipv${v}_addr`
  const tunnel = `"${device}"`
  return [
    `add table ${t} { flags owner; }`,
    ...both((v) => `add set ${t} live${v} { type ${address(v)}; flags timeout; }`),
    ...both((v) => `add map ${t} exits${v} { type ${address(v)} : ${address(v)}; }`),
    ...both((v) => `add map ${t} up${v} { type ${address(v)} : verdict; }`),
    ...both((v) => `add map ${t} down${v} { type ${address(v)} : verdict; }`),
    `add chain ${t} input { type filter hook input priority -10; }`,
    // The provider's own addresses, whatever they are: what is for this machine never gets to the forwarding.
    `add rule ${t} input iifname ${tunnel} drop`,
    `add chain ${t} out`,
    `add rule ${t} out oifname ${tunnel} drop`,
    ...both((v) => `add rule ${t} out ${family(v)} saddr vmap @up${v}`),
    `add rule ${t} out drop`,
    `add chain ${t} in`,
    // Nobody outside begins a connection to a requester.
    `add rule ${t} in ct state new,invalid,untracked drop`,
    ...both((v) => `add rule ${t} in ${family(v)} daddr vmap @down${v}`),
    `add rule ${t} in drop`,
    `add chain ${t} forward { type filter hook forward priority -10; }`,
    `add rule ${t} forward iifname ${tunnel} goto out`,
    `add rule ${t} forward oifname ${tunnel} goto in`,
    `add chain ${t} post { type nat hook postrouting priority 100; }`,
    ...both((v) => `add rule ${t} post snat ${family(v)} to ${family(v)} saddr map @exits${v}`),
  ]
}

/** What the judge says of connections (Judge.ts), said of packets; those that fall through are allowed. */
const rules = ({ lease, policy, own, resolver }: Deal): ReadonlyArray<string> => {
  const v = IpNoun.version(lease.address)
  const to = `${family(v)} daddr`
  const mine = [
    ...[lease.address, ...policy.own].flatMap((text) => Block.parse(text, "own") ?? []),
    ...own,
  ]
  const blocks = [
    ...mine,
    ...Block.special,
    ...policy.denyBlocks.flatMap((text) => Block.parse(text, "denied here") ?? []),
  ]
  const denied = Block.union(blocks.filter(({ version }) => version === v))
  const ports = Judge.ports(lease)
  const hasUdp = (lease.protocols & Usage.protocolSet("udp", "vpn")) !== 0
  const set = (items: ReadonlyArray<string | number>): string => `{ ${items.join(", ")} }`
  const smtp = (lease.protocols & Usage.protocolSet("smtp")) === 0 ? Judge.smtpPorts : []
  const refusedPorts = [...new Set([...smtp, ...policy.denyPorts])]
  return [
    // IPSX-TUN-021: an exception, by name.
    ...policy.allow.flatMap(({ block, ports }) => {
      const parsed = Block.parse(block, "allowed")
      return parsed?.version === v
        ? [`${to} ${range(parsed, v)} tcp dport ${set(ports)} return`]
        : []
    }),
    ...(resolver !== undefined && IpNoun.version(resolver) === v
      ? [`${to} ${resolver} udp dport 53 return`, `${to} ${resolver} tcp dport 53 return`]
      : []),
    // One set for all of them: rules one after another would be asked for each packet.
    ...(denied.length === 0 ? [] : [`${to} ${set(denied.map((span) => range(span, v)))} drop`]),
    ...(hasUdp ? ["meta l4proto != { tcp, udp } drop"] : ["meta l4proto != tcp drop"]),
    // IPSX-TUN-022, IPSX-TUN-023
    ...(refusedPorts.length === 0 ? [] : [`th dport ${set(refusedPorts)} drop`]),
    ...(ports === "any" ? [] : ports.length === 0 ? ["drop"] : [`tcp dport != ${set(ports)} drop`]),
    `ct state new ct count over ${policy.connectionsMax} drop`,
    `ct state new limit rate over ${policy.connectionsPerSecondMax}/second drop`,
  ]
}

const range = ({ first, last }: Block.Span, version: Ip.Version): string => {
  const [from, to] = [IpNoun.fromValue(first, version), IpNoun.fromValue(last, version)]
  return from === to ? from : `${from}-${to}`
}

/** WireGuard pads to 16 bytes and adds 32: at most 80 for the shortest packet of 40, and 303 for one of 256. */
const shortPacket = 256

/**
 * So many bytes of packets that their WireGuard messages are surely no more than the bytes allowed: an eighth for short
 * packets, which double, and the rest for long ones, which grow by less than a fifth.
 */
const shares = (bytes: number): { readonly long: number; readonly short: number } => {
  const allowed = Math.min(bytes, 2 ** 50)
  return { short: Math.floor(allowed / 16), long: Math.floor(((allowed * 7) / 8) * (256 / 304)) }
}

/** The bytes and milliseconds that an allowance leaves beyond what a meter says. */
export const remaining = (
  allowance: Allowance,
  metered: bigint,
  quotaBytes: number,
): { readonly bytes: number; readonly millis: number } => {
  const until = Math.min(Number(allowance.untilBytes), quotaBytes)
  return {
    bytes: Math.max(0, until - Number(metered)),
    millis: Math.min(allowance.millis, 2 ** 31),
  }
}
