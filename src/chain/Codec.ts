// The ABI's encoding of the few types that the contracts use: words, tuples of words, bytes, and lists of these.
// PERF: text in, text out. Calldata travels as hexadecimal, so bytes in between would only cost time.
import { noble } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"

/** A value in the place of a type: word types take numbers, bigints and hexadecimal, tuples take records. */
export type Value = unknown

export interface Type {
  readonly name: string
  /** Bytes in the head; a dynamic type has a word there, the offset of its content. */
  readonly size: number
  readonly dynamic: boolean
  readonly encode: (value: Value) => string
}

/** A word in hexadecimal without `0x`. */
export const word = (n: number | bigint): string => n.toString(16).padStart(64, "0")

const integer = (name: string): Type => ({
  name,
  size: 32,
  dynamic: false,
  encode: (value) => word(value as number | bigint),
})

const address: Type = {
  name: "address",
  size: 32,
  dynamic: false,
  encode: (value) => `000000000000000000000000${(value as string).slice(2)}`,
}

const bytes32: Type = {
  name: "bytes32",
  size: 32,
  dynamic: false,
  encode: (value) => (value as string).slice(2),
}

const bool: Type = {
  name: "bool",
  size: 32,
  dynamic: false,
  encode: (value) => word(value === true ? 1 : 0),
}

const bytes: Type = {
  name: "bytes",
  size: 32,
  dynamic: true,
  encode: (value) => {
    const digits = (value as string).slice(2)
    return word(digits.length / 2) + digits.padEnd(Math.ceil(digits.length / 64) * 64, "0")
  },
}

/** The type of an ABI name: `uint128`, `address`, `bytes`, `bytes32[]` … @throws RangeError for others. */
export const type = (name: string): Type => {
  if (name.endsWith("[]")) return listOf(type(name.slice(0, -2)))
  if (/^uint\d+$/.test(name)) return integer(name)
  const found = { address, bytes32, bool, bytes }[name]
  if (found === undefined) throw new RangeError(`no type of the contracts: ${name}`)
  return found
}

/** A tuple of words, taken from a record by the names of its fields. */
export const record = (fields: ReadonlyArray<readonly [name: string, type: string]>): Type => {
  const parts = fields.map(([name, of]) => [name, type(of)] as const)
  return {
    name: `(${parts.map(([, part]) => part.name).join(",")})`,
    size: 32 * parts.length,
    dynamic: false,
    encode: (value) => {
      let text = ""
      for (const [name, part] of parts) text += part.encode((value as Record<string, Value>)[name])
      return text
    },
  }
}

const listOf = (item: Type): Type => ({
  name: `${item.name}[]`,
  size: 32,
  dynamic: true,
  encode: (value) => {
    const items = value as ReadonlyArray<Value>
    return (
      word(items.length) +
      sequence(
        Array.from(items, () => item),
        items,
      )
    )
  },
})

/** The encoding of several values in a row, as arguments are. */
export const sequence = (types: ReadonlyArray<Type>, values: ReadonlyArray<Value>): string => {
  let offset = 0
  for (const { size } of types) offset += size
  let head = ""
  let tail = ""
  for (let at = 0; at < types.length; at++) {
    const encoded = types[at]!.encode(values[at])
    if (types[at]!.dynamic) {
      head += word(offset)
      tail += encoded
      offset += encoded.length / 2
    } else head += encoded
  }
  return head + tail
}

/** The words of an answer, each 64 hexadecimal digits. */
export const words = (data: string): ReadonlyArray<string> => {
  const list: Array<string> = []
  for (let at = 2; at < data.length; at += 64) list.push(data.slice(at, at + 64))
  return list
}

/** A word as a value: numbers up to 64 bits, bigints above, lower-case hexadecimal for the rest. */
export const decodeWord = (name: string, digits: string): number | bigint | string | boolean => {
  if (name === "address") return `0x${digits.slice(24)}`
  if (name === "bytes32") return `0x${digits}`
  if (name === "bool") return BigInt(`0x${digits}`) === 1n
  const value = BigInt(`0x${digits}`)
  return Number(name.slice(4)) <= 64 ? Number(value) : value
}

/** The topic of an event, from its signature. */
export const topic = (signature: string): string =>
  Hex.fromBytes(noble.keccak(new TextEncoder().encode(signature)))

/** The first four bytes of calldata or of an error, from its signature. */
export const selector = (signature: string): string => topic(signature).slice(0, 10)
