// One address of the Internet. Its text has one spelling, dotted decimal or RFC 5952, so that `===` is equality;
// its number is what ranges count with (IPSX-ORD-002).
import * as Schema from "effect/Schema"

export type Version = 4 | 6

const bits = { 4: 32n, 6: 128n } as const

/** The number of an address text in its one spelling; `undefined` for any other text. */
export const parse = (text: string): bigint | undefined => {
  const value = text.includes(":") ? parse6(text) : parse4(text)
  return value !== undefined && format(value, text.includes(":") ? 6 : 4) === text
    ? value
    : undefined
}

export const Ip = Schema.String.pipe(
  Schema.check(
    Schema.makeFilter<string>((text) => parse(text) !== undefined, {
      expected: "an address like 240.0.0.1 or 2001:db8::1, in its shortest spelling",
    }),
  ),
  Schema.brand("Ip"),
)
export type Ip = typeof Ip.Type

export const version = (ip: Ip): Version => (ip.includes(":") ? 6 : 4)

/** The number of an address: 32 or 128 bits. */
export const value = (ip: Ip): bigint => (version(ip) === 6 ? parse6(ip) : parse4(ip))!

/**
 * The address with a number.
 *
 * @example
 * Ip.fromValue(0xf0000001n, 4) // "240.0.0.1"
 * @throws RangeError when the number has more bits than the version.
 */
export const fromValue = (number: bigint, family: Version): Ip => {
  if (number < 0n || number >> bits[family] !== 0n)
    throw new RangeError(`not an address of version ${family}: ${number}`)
  return format(number, family) as Ip
}

/** The address `index` places after the first of a range. */
export const at = (first: Ip, index: number): Ip =>
  fromValue(value(first) + BigInt(index), version(first))

/** How many consecutive addresses share a group: a /24 of version 4, a /48 of version 6 (IPSX-ORD-007). */
export const groupBits = { 4: 8n, 6: 80n } as const

/** The number of the group that an address lies in, below 2^48. */
export const group = (number: bigint, family: Version): number =>
  Number(number >> groupBits[family])

const simulated = {
  4: { first: 0xf000_0000n, size: 2n ** 28n - 1n },
  6: { first: 0x2001_0db8n << 96n, size: 2n ** 96n },
} as const

/**
 * The n-th address that a simulation may use: of 240.0.0.0/4, without its last, or of 2001:db8::/32, neither of
 * which is routed anywhere (IPSX-ORD-003).
 *
 * @example
 * Ip.simulatedAt(1, 4) // "240.0.0.1"
 */
export const simulatedAt = (n: number | bigint, family: Version): Ip => {
  const { first, size } = simulated[family]
  if (BigInt(n) >= size) throw new RangeError(`there are ${size} addresses, not ${n}`)
  return fromValue(first + BigInt(n), family)
}

/** Whether an address is one that only a simulation uses (IPSX-ORD-003). */
export const isSimulated = (ip: Ip): boolean => {
  const { first, size } = simulated[version(ip)]
  const number = value(ip)
  return number >= first && number < first + size
}

const parse4 = (text: string): bigint | undefined => {
  const parts = text.split(".")
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined
  // PERF: books compare many ranges; 32 bits fit into a number, and only the result is a bigint.
  return BigInt(parts.reduce((sum, part) => sum * 256 + Number(part), 0))
}

const parse6 = (text: string): bigint | undefined => {
  const halves = text.split("::")
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")))
  const missing = 8 - head!.length - (tail?.length ?? 0)
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...head!, ...Array<string>(missing).fill("0"), ...(tail ?? [])]
  if (!groups.every((part) => /^[0-9a-f]{1,4}$/.test(part))) return undefined
  return groups.reduce((sum, part) => (sum << 16n) + BigInt(`0x${part}`), 0n)
}

const format = (number: bigint, family: Version): string =>
  family === 4
    ? [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join(".")
    : format6(Array.from({ length: 8 }, (_, n) => (number >> BigInt(112 - 16 * n)) & 0xffffn))

// RFC 5952: the longest run of two or more zero groups, the first of equal ones, becomes "::".
const format6 = (groups: ReadonlyArray<bigint>): string => {
  let best = { start: 0, length: 1 }
  for (let start = 0; start < 8; start++) {
    let length = 0
    while (start + length < 8 && groups[start + length] === 0n) length++
    if (length > best.length) best = { start, length }
  }
  const text = (part: ReadonlyArray<bigint>) => part.map((group) => group.toString(16)).join(":")
  return best.length < 2
    ? text(groups)
    : `${text(groups.slice(0, best.start))}::${text(groups.slice(best.start + best.length))}`
}
