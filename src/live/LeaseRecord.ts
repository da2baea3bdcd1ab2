// Who had which address, and when, out of a provider's journal: what is asked for when somebody complains. What proves it is
// the requester's own signature, under the lease receipt, or under the deal where there is no receipt (IPSX-TUN-060).
import type { Address } from "../model/Address.ts"
import * as Deal from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import type * as Order from "../model/Order.ts"
import * as Resource from "../model/Resource.ts"
import type { Letter } from "../pair-channel/Letter.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import type { Signature } from "../signature/Signed.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import type * as Recording from "./Recording.ts"

/**
 * `from` and `to` are seconds since 1970, as the receipt has them, else those of the deal: a short one or one of several addresses has
 * no receipt, nor has one whose requester went away. `addresses` are all that it had at any time.
 */
export interface LeaseRecord {
  readonly id: Id
  /** The number of a short deal under the reservation `id`. */
  readonly short?: number
  readonly requester: Address
  readonly addresses: ReadonlyArray<Ip>
  readonly from: number
  readonly to: number
  /** What the requester has signed: the structure, its digest under the domain of the Centralizer, the signature. */
  readonly signed: {
    readonly as: "Receipt" | "Deal" | "ShortDeal"
    readonly digest: string
    readonly signature: Signature
  }
}

type Heard<T extends Letter["_tag"]> = Extract<Letter, { readonly _tag: T }>

/** What is known of one deal, short deals by their numbers. */
interface Known {
  readonly began: Recording.Of<"Began">
  isOpen: boolean
  accept: Heard<"Accept"> | undefined
  receipt: Heard<"Receipt"> | undefined
  readonly others: Array<number>
  readonly shorts: Map<number, Recording.Of<"ShortBegan">>
  readonly signed: Map<number, Heard<"ShortDeal">>
}

/**
 * The leases of a provider in the parts of a journal, the oldest part first, as their deals began.
 *
 * @example
 * LeaseRecord.of(curve, [await read("journal.1795953910656"), await read("journal")])
 */
export const of = (
  curve: Curve,
  parts: ReadonlyArray<ReadonlyArray<Recording.Entry>>,
): ReadonlyArray<LeaseRecord> => {
  const known = new Map<Id, Known>()
  let separator: Uint8Array | undefined
  for (const entry of parts.flat()) {
    if (entry._tag === "Opened") {
      const { chainId, centralizer } = entry
      separator = Structure.domain(curve, { chainId, centralizer })
    }
    // A part begins with all that was still needed of the one before.
    if (entry._tag === "Began") known.set(entry.id, unknown(entry))
    const one = "id" in entry ? known.get(entry.id) : undefined
    if (one?.began.role === "provider") learn(one, entry)
  }
  if (separator === undefined) return []
  const digest = <A extends object>(structure: TypedData.Structure<A>, value: A): string =>
    Hex.fromBytes(TypedData.digest(curve, separator!, structure, value))
  return [...known.values()].flatMap((one) => [...deals(one, digest), ...shorts(one, digest)])
}

const unknown = (began: Recording.Of<"Began">): Known => ({
  began,
  isOpen: false,
  accept: undefined,
  receipt: undefined,
  others: [],
  shorts: new Map(),
  signed: new Map(),
})

const learn = (one: Known, entry: Recording.Entry): void => {
  if (entry._tag === "ShortBegan") one.shorts.set(entry.short.nonce, entry)
  if (entry._tag === "Happened" && entry.input._tag === "Logged")
    one.isOpen ||= entry.input.log._tag === "DealOpened"
  if (entry._tag !== "Heard") return
  const { letter } = entry
  if (letter._tag === "Accept") one.accept = letter
  if (letter._tag === "Receipt") one.receipt = letter
  if (letter._tag === "ShortDeal") one.signed.set(letter.shortDeal.nonce, letter)
  // IPSX-AGR-081: a requester names the seat that it takes in the place of one that was lost.
  if (letter._tag === "Substitute" && letter.by !== null) one.others.push(letter.by)
}

type Digest = <A extends object>(structure: TypedData.Structure<A>, value: A) => string

const seatsOf = ({ firstSeat, seats }: Pick<Deal.Deal, "firstSeat" | "seats">) =>
  Array.from({ length: seats }, (_, at) => firstSeat + at)

const addressesOf = (
  { resource }: Order.Offer,
  seats: ReadonlyArray<number>,
): ReadonlyArray<Ip> => [...new Set(seats.map((seat) => Resource.addressOf(resource, seat)))]

const deals = (
  { began: { id, deal, offer }, isOpen, accept, receipt, others }: Known,
  digest: Digest,
): ReadonlyArray<LeaseRecord> => {
  if (!isOpen || Deal.isReservation(deal)) return []
  const addresses = addressesOf(offer, [...seatsOf(deal), ...others])
  const lease = { id, requester: deal.requester, addresses }
  if (receipt !== undefined) {
    const { from, to } = receipt.receipt
    const signed = {
      as: "Receipt",
      digest: digest(Structure.Receipt, receipt.receipt),
      signature: receipt.signature,
    } as const
    return [{ ...lease, from, to, signed }]
  }
  if (accept === undefined) return []
  const { start, end } = deal
  const signed = {
    as: "Deal",
    digest: digest(Structure.Deal, deal),
    signature: accept.signature,
  } as const
  return [{ ...lease, from: start, to: end, signed }]
}

const shorts = (
  { began: { id, deal }, shorts, signed }: Known,
  digest: Digest,
): ReadonlyArray<LeaseRecord> =>
  [...signed.values()].flatMap(({ shortDeal, signature }) => {
    const begun = shorts.get(shortDeal.nonce)
    if (begun === undefined) return []
    return [
      {
        id,
        short: shortDeal.nonce,
        requester: deal.requester,
        addresses: addressesOf(begun.offer, seatsOf(shortDeal)),
        from: shortDeal.start,
        to: shortDeal.end,
        signed: { as: "ShortDeal", digest: digest(Structure.ShortDeal, shortDeal), signature },
      },
    ]
  })
