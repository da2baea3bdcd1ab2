// What the protocol needs of cryptography, behind one small interface: keccak-256 and recoverable ECDSA on
// secp256k1. `noble` is pure JavaScript and runs in a browser. A native implementation gives the same
// bytes, because nonces follow RFC 6979 and s is the lower of its two values (IPSX-SIG-003).
import { secp256k1 } from "@noble/curves/secp256k1.js"
import { keccak_256 } from "@noble/hashes/sha3.js"

/** A signature before it is serialised: 64 bytes r || s, and which of the two points r stands for. */
export interface Recoverable {
  readonly compact: Uint8Array
  readonly recovery: number
}

export interface Curve {
  readonly name: string
  /** The 32-byte keccak-256 digest. */
  readonly keccak: (bytes: Uint8Array) => Uint8Array
  /** The uncompressed public key, 65 bytes that begin with 4. Throws when the private key is none. */
  readonly publicKey: (privateKey: Uint8Array) => Uint8Array
  /** Signs a 32-byte digest: RFC 6979 nonce, low s. Throws when the private key is none. */
  readonly sign: (digest: Uint8Array, privateKey: Uint8Array) => Recoverable
  /** The uncompressed public key that made the signature, or undefined when none did. */
  readonly recover: (digest: Uint8Array, signature: Recoverable) => Uint8Array | undefined
}

/** The order of the group. */
export const order =
  0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n

/** The largest s that a signature may have: of s and `order - s` both verify, and only one is accepted. */
export const lowMax = order / 2n

/** The pure implementation, the default everywhere. */
export const noble: Curve = {
  name: "noble",
  keccak: keccak_256,
  publicKey: (privateKey) => secp256k1.getPublicKey(privateKey, false),
  sign: (digest, privateKey) => {
    const bytes = secp256k1.sign(digest, privateKey, {
      prehash: false,
      lowS: true,
      format: "recovered",
    })
    return { compact: bytes.subarray(1), recovery: bytes[0]! }
  },
  recover: (digest, { compact, recovery }) => {
    try {
      return secp256k1.Signature.fromBytes(compact, "compact")
        .addRecoveryBit(recovery)
        .recoverPublicKey(digest)
        .toBytes(false)
    } catch {
      return undefined
    }
  },
}
