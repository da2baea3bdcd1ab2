// The keys of one tunnel: an x25519 pair per side, made anew for every lease, whose public halves travel on the pair
// channel under the wallets' signatures; and what both sides derive from them (IPSX-TUN-004).
import {
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from "node:crypto"
import type { KeyObject } from "node:crypto"
import type { Id } from "../model/Id.ts"
import type { Role } from "../model/Status.ts"

export interface Pair {
  readonly secret: KeyObject
  /** 32 bytes as base64. */
  readonly public: string
}

/** A TLS 1.3 external key of 32 bytes, and the name by which the dialling side asks for it. */
export interface Shared {
  readonly key: Buffer
  readonly identity: string
}

/**
 * A pair that nobody has had before.
 * PERF: in this form, and now: a thread of the runtime takes twice as long to be asked as the pair takes to be made.
 */
export const generate = (): Pair => {
  const { publicKey, privateKey } = generateKeyPairSync("x25519")
  const { x } = publicKey.export({ format: "jwk" })
  return { secret: privateKey, public: Buffer.from(x!, "base64url").toString("base64") }
}

/** Whether a text is the public half of a pair: 32 bytes as base64. */
export const isPublic = (text: unknown): text is string =>
  typeof text === "string" && /^[A-Za-z0-9+/]{43}=$/.test(text)

/**
 * IPSX-TUN-071: what both sides derive for a lease. The role that dials is bound in: a key that opens the provider's listener is never
 * one that the provider itself dials with, so that nobody can be made to talk to itself (IPSX-TUN-007; RFC 9257, Selfie). The identity is
 * a pseudonym, because it travels in the clear.
 *
 * @throws when the partner's public key is a point of small order.
 */
export const derive = (
  own: Pair,
  partner: string,
  context: { readonly lease: Id; readonly role: Role; readonly dials: Role },
): Shared => {
  const shared = diffieHellman({ privateKey: own.secret, publicKey: publicOf(partner) })
  const [provider, requester] =
    context.role === "provider" ? [own.public, partner] : [partner, own.public]
  const label = `ipsx tunnel 1|${context.lease}|${context.dials} dials|${provider}|${requester}`
  const salt = Buffer.from(context.lease.slice(2), "hex")
  // PERF: bytes in the place of a key object are told from one by an error, which costs more than the derivation.
  const bytes = Buffer.from(hkdfSync("sha256", createSecretKey(shared), salt, label, 48))
  return { key: bytes.subarray(0, 32), identity: bytes.subarray(32).toString("hex") }
}

// What DER puts before the raw key of this curve: 12 bytes, and so 16 characters of base64.
const pemPrefix = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VuAyEA"

// PERF: of all the forms in which the runtime takes a key, PEM is the one that it does not tell from others by errors.
const publicOf = (text: string): KeyObject =>
  createPublicKey(`${pemPrefix}${text}\n-----END PUBLIC KEY-----\n`)

/** The secret half as base64, as WireGuard's configuration has it. */
export const secretText = (pair: Pair): string =>
  pair.secret.export({ format: "der", type: "pkcs8" }).subarray(-32).toString("base64")
