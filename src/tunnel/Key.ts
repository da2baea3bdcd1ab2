// The keys of one tunnel: an x25519 pair per side, made anew for every lease, whose public halves travel on the pair
// channel under the wallets' signatures; and what both sides derive from them (IPSX-TUN-004).
import {
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPair,
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

const encoding = { publicKeyEncoding: { format: "der", type: "spki" } } as const
// The declarations do not know that one half may be asked for in bytes and the other as it is.
const pairOf = (der: unknown, secret: KeyObject): Pair => ({
  secret,
  public: (der as Buffer).subarray(derPrefix.length).toString("base64"),
})

/** Pairs that were made ahead, and how many of those are being made. */
const ready: Array<Pair> = []
const readyMax = 8
let making = 0

// PERF: a pair costs a seventh of a millisecond, which a thread of the runtime has while nobody waits for it.
const makeAhead = (): void => {
  for (; ready.length + making < readyMax; making++)
    generateKeyPair("x25519", encoding, (error, der, secret) => {
      making--
      if (error === null) ready.push(pairOf(der, secret))
    })
}

/** A pair that nobody has had before. */
export const generate = (): Pair => {
  const made = ready.pop()
  makeAhead()
  if (made !== undefined) return made
  const { publicKey, privateKey } = generateKeyPairSync("x25519", encoding)
  return pairOf(publicKey, privateKey)
}

/** Whether a text is the public half of a pair: 32 bytes as base64. */
export const isPublic = (text: unknown): text is string =>
  typeof text === "string" && /^[A-Za-z0-9+/]{43}=$/.test(text)

/**
 * What both sides derive for a lease. The role that dials is bound in: a key that opens the provider's listener is never
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

// The 12 bytes that DER puts before the raw key of this curve.
const derPrefix = Buffer.from("302a300506032b656e032100", "hex")

const publicOf = (text: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([derPrefix, Buffer.from(text, "base64")]),
    format: "der",
    type: "spki",
  })

/** The secret half as base64, as WireGuard's configuration has it. */
export const secretText = (pair: Pair): string =>
  pair.secret.export({ format: "der", type: "pkcs8" }).subarray(-32).toString("base64")
