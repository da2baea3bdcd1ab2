// Signatures as they travel: 65 bytes r || s || v in hexadecimal, v 27 or 28, s in the lower half of the
// group (IPSX-SIG-003). Anything else is refused before any arithmetic: one structure has one signature of a key.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Address from "../model/Address.ts"
import * as Curve from "./Curve.ts"
import * as Hex from "./Hex.ts"

/** 65 bytes as lower-case hexadecimal with `0x`. */
export type Signature = `0x${string}`

/**
 * Signs a 32-byte digest. The same digest and key give the same bytes on every machine (RFC 6979).
 *
 * @example
 * Signed.sign(Curve.noble, digest, privateKey) // "0x…1b"
 * @throws when the private key is not in [1, order).
 */
export const sign = (curve: Curve.Curve, digest: Uint8Array, privateKey: Uint8Array): Signature => {
  const { compact, recovery } = curve.sign(digest, privateKey)
  return `0x${Hex.bare(compact)}${recovery === 0 ? "1b" : "1c"}`
}

/** The address of the key that made the signature, or why there is none. */
export const recover = (
  curve: Curve.Curve,
  digest: Uint8Array,
  signature: string,
): Result.Result<Address.Address, MalformedSignature> =>
  Result.flatMap(parse(signature), (recoverable) => {
    const publicKey = curve.recover(digest, recoverable)
    return publicKey === undefined
      ? Result.fail(new MalformedSignature({ signature, reason: "NoSuchPoint" }))
      : Result.succeed(addressOfPublicKey(curve, publicKey))
  })

/**
 * Whether the signature of the digest is the expected party's.
 *
 * @example
 * Signed.verify(Curve.noble, digest, signature, deal.provider) // Result.succeed(undefined)
 */
export const verify = (
  curve: Curve.Curve,
  digest: Uint8Array,
  signature: string,
  expected: Address.Address,
): Result.Result<void, MalformedSignature | WrongSigner> =>
  Result.flatMap(recover(curve, digest, signature), (actual) =>
    actual === expected
      ? Result.succeed(undefined)
      : Result.fail(new WrongSigner({ expected, actual })),
  )

/** The address of a private key: the last 20 bytes of the public key's keccak-256. */
export const address = (curve: Curve.Curve, privateKey: Uint8Array): Address.Address =>
  addressOfPublicKey(curve, curve.publicKey(privateKey))

/** Splits a signature and enforces its one spelling. */
export const parse = (signature: string): Result.Result<Curve.Recoverable, MalformedSignature> => {
  const fail = (reason: typeof MalformedSignature.fields.reason.Type) =>
    Result.fail(new MalformedSignature({ signature, reason }))
  if (!Hex.isHex(signature)) return fail("NotHexadecimal")
  const bytes = Hex.toBytes(signature)
  if (bytes.length !== 65) return fail("Length")
  const v = bytes[64]!
  if (v !== 27 && v !== 28) return fail("RecoveryId")
  const r = Hex.toBigInt(bytes.subarray(0, 32))
  const s = Hex.toBigInt(bytes.subarray(32, 64))
  if (r === 0n || r >= Curve.order || s === 0n) return fail("OutOfRange")
  if (s > Curve.lowMax) return fail("HighS")
  return Result.succeed({ compact: bytes.subarray(0, 64), recovery: v - 27 })
}

const addressOfPublicKey = (curve: Curve.Curve, publicKey: Uint8Array): Address.Address =>
  Hex.fromBytes(curve.keccak(publicKey.subarray(1)).subarray(12)) as string as Address.Address

export class MalformedSignature extends Schema.TaggedError<MalformedSignature>()(
  "MalformedSignature",
  {
    signature: Schema.String,
    reason: Schema.Literals([
      "NotHexadecimal",
      "Length",
      "RecoveryId",
      "OutOfRange",
      "HighS",
      "NoSuchPoint",
    ]),
  },
) {
  override get message(): string {
    return `${explanations[this.reason]}: ${this.signature}`
  }
}

const explanations = {
  NotHexadecimal: "a signature is 0x and hexadecimal digits",
  Length: "a signature has 65 bytes",
  RecoveryId: "the last byte of a signature is 27 or 28",
  OutOfRange: "r and s of a signature are in [1, the order of the group)",
  HighS: "s of a signature is in the lower half of the group",
  NoSuchPoint: "no key makes this signature",
} as const

export class WrongSigner extends Schema.TaggedError<WrongSigner>()("WrongSigner", {
  expected: Address.Address,
  actual: Address.Address,
}) {
  override get message(): string {
    return `signed by ${this.actual}, expected ${this.expected}`
  }
}
