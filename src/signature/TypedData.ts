// EIP-712: the digest of a structure under a domain (IPSX-SIG-001). A structure is one table of fields in
// their normative order; everything else, the type string, the type hash and the encoder, follows from it.
import type { Curve } from "./Curve.ts"
import * as Hex from "./Hex.ts"

/** The fields of a structure in their normative order: name and Solidity type, or another structure. */
export type Fields = ReadonlyArray<readonly [name: string, type: Type]>
export type Type = AtomicType | Structure<never>
type AtomicType = `uint${number}` | `bytes32` | "address" | "string"

/** The JavaScript value of a Solidity type. Small integers may be numbers. */
export type ValueOf<T> = T extends `uint${number}`
  ? number | bigint
  : T extends Structure<infer A>
    ? A
    : string

export type RecordOf<F extends Fields> = {
  readonly [Field in F[number] as Field[0]]: ValueOf<Field[1]>
}

export type RecordOfStructure<S> = S extends Structure<infer A> ? A : never

export interface Structure<in A> {
  readonly name: string
  readonly fields: Fields
  /** EIP-712's encodeType: `Voucher(bytes32 channelId,uint128 cumulativeAmount)`. */
  readonly type: string
  /** Puts the fields after the 32 bytes of the type hash. */
  readonly write: (curve: Curve, into: Encoder, value: A) => void
}

interface Encoder {
  readonly bytes: Uint8Array
  readonly view: DataView
}

type Write = (curve: Curve, into: Encoder, offset: number, value: never) => void

/**
 * Makes a structure of its table of fields.
 *
 * @example
 * const Voucher = TypedData.structure("Voucher", [["channelId", "bytes32"], ["cumulativeAmount", "uint128"]])
 * @throws RangeError when a type is none that EIP-712 has, or none that this protocol uses.
 */
export const structure = <const F extends Fields>(
  name: string,
  fields: F,
): Structure<RecordOf<F>> => {
  const writers = fields.map(([field, type]) => [field, writerOf(type)] as const)
  return {
    name,
    fields,
    type: encodeType(name, fields),
    write: (curve, into, value) => {
      let offset = 32
      for (const [field, write] of writers) {
        write(curve, into, offset, (value as unknown as Record<string, never>)[field] as never)
        offset += 32
      }
    },
  }
}

/** EIP-712's `hashStruct(s)`: 32 bytes. For a deal this is the id of its channel (IPSX-SIG-004). */
export const hashStruct = <A>(curve: Curve, structure: Structure<A>, value: A): Uint8Array => {
  const bytes = new Uint8Array(32 * (1 + structure.fields.length))
  bytes.set(typeHash(curve, structure))
  structure.write(curve, { bytes, view: new DataView(bytes.buffer) }, value)
  return curve.keccak(bytes)
}

/** The 32 bytes that get signed: `keccak256(0x1901 || domainSeparator || hashStruct(s))` (IPSX-SIG-002). */
export const digest = <A>(
  curve: Curve,
  separator: Uint8Array,
  structure: Structure<A>,
  value: A,
): Uint8Array => digestOfHash(curve, separator, hashStruct(curve, structure, value))

/** The same for a structure whose hash is known already. */
export const digestOfHash = (curve: Curve, separator: Uint8Array, hash: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(66)
  bytes[0] = 0x19
  bytes[1] = 0x01
  bytes.set(separator, 2)
  bytes.set(hash, 34)
  return curve.keccak(bytes)
}

const typeHashes = new WeakMap<Structure<never>, Uint8Array>()

/** `keccak256(encodeType)`; computed once, whichever curve computes it. */
export const typeHash = <A>(curve: Curve, structure: Structure<A>): Uint8Array => {
  const known = typeHashes.get(structure)
  if (known !== undefined) return known
  const hash = curve.keccak(utf8(structure.type))
  typeHashes.set(structure, hash)
  return hash
}

// EIP-712 appends the types that a structure refers to, sorted by name, each once.
const encodeType = (name: string, fields: Fields): string => {
  const referenced = new Map<string, string>()
  collect(fields, referenced)
  return [own(name, fields), ...[...referenced].sort().map(([, text]) => text)].join("")
}

const collect = (fields: Fields, into: Map<string, string>): void => {
  for (const [, type] of fields)
    if (typeof type !== "string" && !into.has(type.name)) {
      into.set(type.name, own(type.name, type.fields))
      collect(type.fields, into)
    }
}

const own = (name: string, fields: Fields): string =>
  `${name}(${fields.map(([field, type]) => `${typeof type === "string" ? type : type.name} ${field}`).join(",")})`

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const writerOf = (type: Type): Write => {
  if (typeof type !== "string")
    return (curve, { bytes }, offset, value) => bytes.set(hashStruct(curve, type, value), offset)
  if (type === "address") return writeHex(20)
  if (type === "bytes32") return writeHex(32)
  if (type === "string")
    return (curve, { bytes }, offset, value) => bytes.set(curve.keccak(utf8(value)), offset)
  const bits = Number(/^uint(\d+)$/.exec(type)?.[1])
  if (!(bits >= 8 && bits <= 256 && bits % 8 === 0))
    throw new RangeError(`not a type of a field: ${type}`)
  return writeInteger(bits)
}

const writeHex =
  (size: number): Write =>
  (_, { bytes }, offset, value: string) => {
    if (value.length !== 2 + 2 * size) throw new RangeError(`expected ${size} bytes, not ${value}`)
    Hex.writeBytes(bytes, offset + 32 - size, value)
  }

const writeInteger = (bits: number): Write => {
  const end = 1n << BigInt(bits)
  return (_, { view }, offset, value: number | bigint) => {
    if (
      typeof value === "number" &&
      value >= 0 &&
      value <= 0xffff_ffff &&
      Number.isInteger(value)
    ) {
      if (bits < 32 && value >= 2 ** bits) throw new RangeError(`${value} does not fit uint${bits}`)
      view.setUint32(offset + 28, value)
      return
    }
    let rest = BigInt(value)
    if (rest < 0n || rest >= end) throw new RangeError(`${value} does not fit uint${bits}`)
    for (let at = offset + 24; rest > 0n; at -= 8, rest >>= 64n)
      view.setBigUint64(at, rest & 0xffff_ffff_ffff_ffffn)
  }
}
