// Blocks of addresses, and which of them are no place on the open Internet: the special-purpose registries of IANA, the
// blocks in which another address hides (mapped, translated, tunnelled), and what clouds put at a fixed address.
import * as Ip from "../model/Ip.ts"

/** `first` and `last` are the numbers of the ends, both inside. */
export interface Block {
  readonly version: Ip.Version
  readonly first: bigint
  readonly last: bigint
  readonly text: string
  readonly why: string
}

/**
 * The block that a text like `10.0.0.0/8` spells; a single address without a length; `undefined` for any other text.
 * Bits behind the length do not count: `192.0.2.5/24` is the /24 that it lies in.
 */
export const parse = (text: string, why: string): Block | undefined => {
  const [address, length, ...rest] = text.split("/")
  const ip = normalise(address!)
  if (ip === undefined || rest.length > 0) return undefined
  const version = Ip.version(ip)
  const width = version === 4 ? 32 : 128
  const kept = length === undefined ? width : /^\d{1,3}$/.test(length) ? Number(length) : -1
  if (kept < 0 || kept > width) return undefined
  const size = 1n << BigInt(width - kept)
  const first = (Ip.value(ip) / size) * size
  return { version, first, last: first + size - 1n, text, why }
}

export const contains = (block: Block, ip: Ip.Ip): boolean => {
  if (Ip.version(ip) !== block.version) return false
  const value = Ip.value(ip)
  return value >= block.first && value <= block.last
}

/**
 * The one spelling of an address however it is written: an IPv4 address mapped into IPv6 is that IPv4 address, and a
 * zone (`fe80::1%eth0`) falls away. `undefined` for what is no address.
 *
 * @example
 * Block.normalise("0:0:0:0:0:FFFF:7f00:1") // "127.0.0.1"
 */
export const normalise = (text: string): Ip.Ip | undefined => {
  if (Ip.parse(text) !== undefined && !text.includes(":")) return text as Ip.Ip
  const value = value6(text.replace(/%.*$/, "").toLowerCase())
  if (value === undefined) return undefined
  return value >> 32n === 0xffffn ? Ip.fromValue(value & 0xffff_ffffn, 4) : Ip.fromValue(value, 6)
}

// IPv6 in any of its spellings: with or without "::", upper case, leading zeros, a dotted tail.
const value6 = (text: string): bigint | undefined => {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted !== null) {
    const tail = Ip.parse(dotted[2]!)
    if (tail === undefined) return undefined
    return value6(`${dotted[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`)
  }
  const halves = text.split("::")
  if (halves.length > 2 || !text.includes(":")) return undefined
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")))
  const missing = 8 - head!.length - (tail?.length ?? 0)
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...head!, ...Array<string>(missing).fill("0"), ...(tail ?? [])]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined
  return groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n)
}

const table: ReadonlyArray<readonly [block: string, why: string]> = [
  ["0.0.0.0/8", "unspecified"],
  ["10.0.0.0/8", "private"],
  ["100.64.0.0/10", "shared by a carrier"],
  ["127.0.0.0/8", "loopback"],
  ["168.63.129.16/32", "a cloud's own service"],
  ["169.254.0.0/16", "link-local, metadata"],
  ["172.16.0.0/12", "private"],
  ["192.0.0.0/24", "protocol assignments, metadata"],
  ["192.0.2.0/24", "documentation"],
  ["192.88.99.0/24", "6to4 relay"],
  ["192.168.0.0/16", "private"],
  ["198.18.0.0/15", "benchmarks"],
  ["198.51.100.0/24", "documentation"],
  ["203.0.113.0/24", "documentation"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved, broadcast"],
  // Of IPv6 only 2000::/3 is global unicast; these two are the rest of it.
  ["::/3", "not global unicast: loopback, mapped, NAT64"],
  ["4000::/2", "not global unicast"],
  ["8000::/1", "not global unicast: private, link-local, multicast"],
  ["2001::/23", "protocol assignments, Teredo"],
  ["2001:db8::/32", "documentation"],
  ["2002::/16", "6to4"],
  ["3fff::/20", "documentation"],
]

/** What is nobody's address on the open Internet, whoever asks. */
export const special: ReadonlyArray<Block> = table.map(([text, why]) => parse(text, why)!)

/** An unbroken run of addresses, as numbers, both ends inside. */
export interface Span {
  readonly first: bigint
  readonly last: bigint
}

/**
 * The addresses that are in any of some blocks of one version, as the fewest spans, in their order.
 *
 * @example
 * Block.union([Block.parse("10.0.0.0/9", "a")!, Block.parse("10.128.0.0/9", "b")!]).length // 1
 */
export const union = (blocks: ReadonlyArray<Block>): ReadonlyArray<Span> => {
  const inOrder = [...blocks].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  const spans: Array<Span> = []
  for (const { first, last } of inOrder) {
    const before = spans.at(-1)
    if (before === undefined || first > before.last + 1n) spans.push({ first, last })
    else if (last > before.last) spans[spans.length - 1] = { first: before.first, last }
  }
  return spans
}

/** The first block that contains an address. */
export const find = (blocks: ReadonlyArray<Block>, ip: Ip.Ip): Block | undefined =>
  blocks.find((block) => contains(block, ip))
