import type { JsonObject } from "../../../src/conformance/Json.ts"
import { noble, order } from "../../../src/signature/Curve.ts"
import * as Hex from "../../../src/signature/Hex.ts"
import { answering, hearing, type Mutant, tampering } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "signature/1", red }) as const

// The low form of a signature whose s is in the upper half.
const lowered = (signature: string): string => {
  if (signature.length !== 132) return signature
  const s = BigInt(`0x${signature.slice(66, 130)}`)
  if (s <= order / 2n || s >= order) return signature
  const v = signature.slice(130) === "1b" ? "1c" : "1b"
  return `${signature.slice(0, 66)}${(order - s).toString(16).padStart(64, "0")}${v}`
}
const usual = (signature: string): string => signature.replace(/00$/, "1b").replace(/01$/, "1c")
const respelt = (change: (signature: string) => string) => (event: JsonObject) =>
  typeof event.signature === "string" ? { ...event, signature: change(event.signature) } : undefined

export const mutants: ReadonlyArray<Mutant> = [
  hearing(of("signature-high-s", "accepts both values of s", "IPSX-SIG-003"), respelt(lowered)),
  hearing(of("signature-v-0-or-1", "accepts v 0 and 1", "IPSX-SIG-003"), (event) =>
    typeof event.signature === "string" && event.signature.length === 132
      ? { ...event, signature: usual(event.signature) }
      : undefined,
  ),
  hearing(
    of("signature-chain-id-ignored", "signs for every chain at once", "IPSX-SIG-001"),
    (event) =>
      event.chainId === undefined || event.type === "extend"
        ? undefined
        : { ...event, chainId: 31_337 },
  ),
  hearing(
    of("signature-contract-ignored", "signs for every contract at once", "IPSX-SIG-001"),
    (event) =>
      event.verifyingContract === undefined || event.type === "extend"
        ? undefined
        : { ...event, verifyingContract: "0xc4b5605e0ccd149d5c99464b7c3edaa7a5d6ecb9" },
  ),
  answering(
    of("signature-without-1901", "leaves out the two bytes before the domain", "IPSX-SIG-002"),
    (event, answer, again) => {
      if (event.type !== "digest") return answer
      const separator = again({ ...event, type: "domain" }).separator as string
      const hash = again({ ...event, type: "hashStruct" }).hash as string
      return { digest: Hex.fromBytes(noble.keccak(Hex.toBytes(separator + hash.slice(2)))) }
    },
  ),
  hearing(
    of("signature-amount-of-64-bits", "hashes the low 64 bits of an amount", "IPSX-SIG-002"),
    ({ value, ...event }) => {
      if (event.type !== "hashStruct" && event.type !== "digest") return undefined
      const cut = ([key, item]: readonly [string, unknown]) =>
        [
          key,
          typeof item === "string" && /^\d+$/.test(item)
            ? BigInt.asUintN(64, BigInt(item)).toString()
            : item,
        ] as const
      return {
        ...event,
        value: Object.fromEntries(Object.entries(value as JsonObject).map(cut)) as JsonObject,
      }
    },
  ),
  answering(
    of(
      "signature-channel-is-the-digest",
      "takes the signed digest for the channel's id",
      "IPSX-SIG-004",
    ),
    (event, answer, again) =>
      event.type === "channelId"
        ? {
            id: again({
              type: "digest",
              chainId: 31_337,
              verifyingContract: "0xc4b5605e0ccd149d5c99464b7c3edaa7a5d6ecb9",
              structure: "Deal",
              value: event.deal!,
            }).digest!,
          }
        : answer,
  ),
  answering(
    of(
      "signature-anybody-will-do",
      "asks whether somebody has signed, and not who",
      "IPSX-SIG-003",
      "IPSX-SIG-001",
    ),
    (event, answer, again) => {
      if (event.type !== "verify") return answer
      const { digest } = again({ ...event, type: "digest" })
      const { signer } = again({ type: "recover", digest: digest!, signature: event.signature! })
      return { valid: signer !== undefined }
    },
  ),
  hearing(
    of("signature-unlinked-statuses", "does not look at what a status links to", "IPSX-SIG-005"),
    (event) =>
      event.type === "extend"
        ? {
            ...event,
            status: {
              ...(event.status as JsonObject),
              previous: (event.head as JsonObject).digest!,
            },
          }
        : undefined,
  ),
  answering(
    of("signature-numbers-with-gaps", "takes a status whose number is too high", "IPSX-SIG-005"),
    (event, answer, again) => {
      const head = event.head as JsonObject
      const status = event.status as JsonObject
      return event.type === "extend" &&
        answer.error !== undefined &&
        (status.seq as number) > (head.seq as number) + 1
        ? again({ ...event, head: { ...head, seq: (status.seq as number) - 1 } })
        : answer
    },
  ),
  answering(
    of("signature-unsorted-text", "writes the keys of an order as they came", "IPSX-SIG-007"),
    ({ type, order }, answer) => {
      if (type !== "content") return answer
      const text = JSON.stringify(order)
      return { text, content: Hex.fromBytes(noble.keccak(new TextEncoder().encode(text))) }
    },
  ),
  answering(
    of("signature-terms-turned-round", "puts the request before the offer", "IPSX-SIG-008"),
    (event, answer, again) => {
      if (event.type !== "terms") return answer
      const content = (order: unknown) =>
        again({ type: "content", order: order as JsonObject }).content as string
      return {
        terms: Hex.fromBytes(
          noble.keccak(Hex.toBytes(content(event.request) + content(event.offer).slice(2))),
        ),
      }
    },
  ),
  answering(
    of("signature-nonces-of-its-own", "draws its nonces as it likes", "IPSX-SIG-006"),
    (event, answer, again) =>
      event.type === "sign" ? again({ ...event, digest: `0x${"11".repeat(32)}` }) : answer,
  ),
  tampering(
    of(
      "contract-takes-any-signature",
      "pays without looking at the signature",
      "IPSX-SIG-003",
      "IPSX-SIG-001",
    ),
    (given, apply) =>
      given.transaction._tag === "Claim"
        ? apply({
            ...given,
            transaction: {
              ...given.transaction,
              author: "0x2b5ad5c4795c026514f8317c7a215e218dccd6cf" as never,
            },
          })
        : apply(given),
  ),
]
