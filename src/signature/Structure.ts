// The nine signed structures of the protocol, field by field in their normative order, and the domain that
// they are signed under (IPSX-SIG-001). The Solidity and every other implementation has this very text.
import type * as Id from "../model/Id.ts"
import type { Curve } from "./Curve.ts"
import * as Hex from "./Hex.ts"
import * as TypedData from "./TypedData.ts"

/** The terms that provider and requester both sign to open a channel. */
export const Deal = TypedData.structure("Deal", [
  ["provider", "address"],
  ["requester", "address"],
  ["offer", "bytes32"],
  ["request", "bytes32"],
  ["providerNonce", "uint64"],
  ["requesterNonce", "uint64"],
  ["resource", "bytes32"],
  ["firstSeat", "uint32"],
  ["seats", "uint32"],
  ["start", "uint64"],
  ["end", "uint64"],
  ["validUntil", "uint64"],
  ["cap", "uint128"],
  ["bond", "uint128"],
  ["prepaid", "uint128"],
  ["pricePerSecond", "uint128"],
  ["pricePerByte", "uint128"],
  ["setupPrice", "uint128"],
  ["noShowCharge", "uint128"],
  ["maxLag", "uint32"],
  ["notice", "uint32"],
  ["terms", "bytes32"],
  ["salt", "bytes32"],
])

/** A lease that commits in the pair, under a standing reservation. */
export const ShortDeal = TypedData.structure("ShortDeal", [
  ["reservation", "bytes32"],
  ["nonce", "uint64"],
  ["resource", "bytes32"],
  ["firstSeat", "uint32"],
  ["seats", "uint32"],
  ["start", "uint64"],
  ["end", "uint64"],
  ["cap", "uint128"],
  ["bond", "uint128"],
  ["pricePerSecond", "uint128"],
  ["pricePerByte", "uint128"],
  ["setupPrice", "uint128"],
  ["terms", "bytes32"],
])

/** What the requester owes on a channel by now, in all. */
export const Voucher = TypedData.structure("Voucher", [
  ["channelId", "bytes32"],
  ["cumulativeAmount", "uint128"],
])

/** What a payer owes by now on many channels: the digest of a list of entries (IPSX-SIG-009). */
export const Statement = TypedData.structure("Statement", [
  ["payer", "address"],
  ["entries", "bytes32"],
])

/** Both parties' word that a channel is done, and at what amount. */
export const Closing = TypedData.structure("Closing", [
  ["channelId", "bytes32"],
  ["cumulativeAmount", "uint128"],
  ["receipt", "bytes32"],
])

/** What both parties measured. */
export const Meter = TypedData.structure("Meter", [
  ["channelId", "bytes32"],
  ["seq", "uint64"],
  ["seconds", "uint64"],
  ["bytesUsed", "uint64"],
])

/** A party's own register, hash-linked to the one before. */
export const Status = TypedData.structure("Status", [
  ["channelId", "bytes32"],
  ["role", "uint8"],
  ["seq", "uint64"],
  ["status", "uint8"],
  ["reason", "uint8"],
  ["at", "uint64"],
  ["cumulativeAmount", "uint128"],
  ["previous", "bytes32"],
])

/** Both parties' word on who held which address when. */
export const Receipt = TypedData.structure("Receipt", [
  ["channelId", "bytes32"],
  ["provider", "address"],
  ["requester", "address"],
  ["resource", "bytes32"],
  ["seat", "uint32"],
  ["from", "uint64"],
  ["to", "uint64"],
  ["commitment", "bytes32"],
])

/** An order that its owner signs; `content` is the digest of everything it asks or offers. */
export const Order = TypedData.structure("Order", [
  ["owner", "address"],
  ["nonce", "uint64"],
  ["side", "uint8"],
  ["validUntil", "uint64"],
  ["content", "bytes32"],
])

export const all = {
  Deal,
  ShortDeal,
  Voucher,
  Statement,
  Closing,
  Meter,
  Status,
  Receipt,
  Order,
} as const

export type DealRecord = TypedData.RecordOfStructure<typeof Deal>
export type OrderRecord = TypedData.RecordOfStructure<typeof Order>
export type StatusRecord = TypedData.RecordOfStructure<typeof Status>

/**
 * The id of a deal's channel: `hashStruct(Deal)`, without the domain (IPSX-SIG-004).
 *
 * @example
 * Structure.channelId(Curve.noble, deal) // "0x…"
 */
export const channelId = (curve: Curve, deal: DealRecord): Id.Id =>
  Hex.fromBytes(TypedData.hashStruct(curve, Deal, deal)) as string as Id.Id

/** Where a signature counts: one chain and one Centralizer. */
export interface Place {
  readonly chainId: number | bigint
  readonly centralizer: string
}

const Domain = TypedData.structure("EIP712Domain", [
  ["name", "string"],
  ["version", "string"],
  ["chainId", "uint256"],
  ["verifyingContract", "address"],
])

/** The separator of a domain in general; the protocol's own is `domain`. */
export const separator = (
  curve: Curve,
  value: TypedData.RecordOfStructure<typeof Domain>,
): Uint8Array => TypedData.hashStruct(curve, Domain, value)

/**
 * The domain separator of the protocol at a place: name "IPSX", version "1" (IPSX-SIG-001).
 *
 * @example
 * const separator = Structure.domain(Curve.noble, { chainId: 31337, centralizer: "0x…" })
 */
export const domain = (curve: Curve, { chainId, centralizer }: Place): Uint8Array =>
  separator(curve, { name: "IPSX", version: "1", chainId, verifyingContract: centralizer })
