// What makes a letter binding, and what an end of the channel signs to show whose it is (IPSX-PCH-001, IPSX-PCH-011).
// Pure: the digests and the checks; who signs is the caller's.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { Deal } from "../model/Deal.ts"
import * as Id from "../model/Id.ts"
import type { Voucher } from "../model/Voucher.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as Signed from "../signature/Signed.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import { writers, type Letter, type Unsigned } from "./Letter.ts"

/** Letters that have no structure of their own are signed by the digest of their text, under their number. */
export const Note = TypedData.structure("Note", [
  ["channelId", "bytes32"],
  ["role", "uint8"],
  ["seq", "uint64"],
  ["content", "bytes32"],
])

/** Signed by both ends of a connection; `binding` is the connection's own secret, which no third one shares. */
export const Introduction = TypedData.structure("Introduction", [
  ["channelId", "bytes32"],
  ["role", "uint8"],
  ["partner", "address"],
  ["nonce", "bytes32"],
  ["partnerNonce", "bytes32"],
  ["binding", "bytes32"],
])

/** A channel as both partners know it. */
export interface Context {
  readonly curve: Curve
  /** The domain separator of the Centralizer. */
  readonly separator: Uint8Array
  readonly id: Id.Id
  readonly deal: Deal
}

export const partyOf = ({ deal }: Context, role: 0 | 1): Address =>
  role === 0 ? deal.provider : deal.requester

const canonical = (value: unknown): unknown => {
  if (typeof value === "bigint") return value.toString()
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, canonical(item)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The digest of a letter's text, its signature left out. */
const content = (curve: Curve, letter: Unsigned): Id.Id => {
  const { signature: _, ...rest } = letter as { signature?: string }
  const bytes = new TextEncoder().encode(JSON.stringify(canonical(rest)))
  return Hex.fromBytes(curve.keccak(bytes)) as string as Id.Id
}

/** The 32 bytes that the sender of a letter signs. `seq` counts for letters without a structure of their own. */
export const digest = (
  context: Context,
  role: 0 | 1,
  seq: number,
  letter: Unsigned,
): Uint8Array => {
  const { curve, separator, deal, id } = context
  const of = <A>(structure: TypedData.Structure<A>, value: A): Uint8Array =>
    TypedData.digest(curve, separator, structure, value)
  switch (letter._tag) {
    case "Accept":
      return of(Structure.Deal, deal)
    case "Status":
      return of(Structure.Status, letter.status)
    case "Voucher":
      return of(Structure.Voucher, letter.voucher)
    case "Meter":
      return of(Structure.Meter, letter.meter)
    case "Closing":
      return of(Structure.Closing, letter.closing)
    case "Receipt":
      return of(Structure.Receipt, letter.receipt)
    case "ShortDeal":
      return of(Structure.ShortDeal, letter.shortDeal)
    case "Decline":
    case "ShortDecline":
    case "ShortEnd":
    case "TunnelOffer":
    case "TunnelAccept":
    case "Substitute":
    case "Notice":
      return of(Note, { channelId: id, role, seq, content: content(curve, letter) })
  }
}

/** The channel that a letter says it is for; undefined for one that its number and seal bind to this one. */
const channelOf = (letter: Letter): Id.Id | undefined => {
  switch (letter._tag) {
    case "Status":
      return letter.status.channelId
    case "Voucher":
    case "ShortEnd":
      return letter.voucher.channelId
    case "Meter":
      return letter.meter.channelId
    case "Closing":
      return letter.closing.channelId
    case "Receipt":
      return letter.receipt.channelId
    case "ShortDeal":
      return letter.shortDeal.reservation
    default:
      return undefined
  }
}

/**
 * IPSX-PCH-001: whether a letter is the partner's, in its role, for this channel, under this domain.
 *
 * @example
 * Seal.verify(context, 1, 4, letter) // Result.succeed(undefined), or why it is refused
 */
export const verify = (
  context: Context,
  role: 0 | 1,
  seq: number,
  letter: Letter,
): Result.Result<void, SealError> => {
  const channel = channelOf(letter)
  if (channel !== undefined && channel !== context.id)
    return Result.fail(new WrongChannel({ expected: context.id, actual: channel }))
  const writer = writers[letter._tag]
  if ((writer !== undefined && writer !== role) || isOfOther(letter, role))
    return Result.fail(new WrongRole({ letter: letter._tag, role }))
  const { curve } = context
  const signed = digest(context, role, seq, letter)
  const author = partyOf(context, role)
  return Result.flatMap(Signed.verify(curve, signed, letter.signature, author), () => {
    const paid = payment(context, letter)
    return paid === undefined
      ? Result.succeed(undefined)
      : Signed.verify(curve, paid.digest, paid.signature, author)
  })
}

/** What the end of a short deal pays with: the requester's signature under its voucher, and what that is of. */
export const payment = (
  context: Context,
  letter: Letter,
): { readonly digest: Uint8Array; readonly signature: Signed.Signature } | undefined =>
  letter._tag === "ShortEnd" && letter.payment !== undefined
    ? { digest: payable(context, letter.voucher), signature: letter.payment }
    : undefined

const payable = ({ curve, separator }: Context, voucher: Voucher): Uint8Array =>
  TypedData.digest(curve, separator, Structure.Voucher, voucher)

/** Whether only the other role could have written it: an end of a short deal pays when it is the requester's (IPSX-AGR-079). */
const isOfOther = (letter: Letter, role: 0 | 1): boolean =>
  letter._tag === "Status"
    ? letter.status.role !== role
    : letter._tag === "ShortEnd" && (letter.payment !== undefined) !== (role === 1)

/**
 * A letter with what makes it binding. A requester's end of a short deal is signed twice, under its voucher first. A signer
 * that gives nothing makes nothing.
 *
 * @example
 * const letter = await Seal.sign(context, 1, channel.next(), { _tag: "Decline" }, signer.sign)
 */
export const sign = async <Given extends Signed.Signature | undefined>(
  context: Context,
  role: 0 | 1,
  seq: number,
  unsigned: Unsigned,
  signer: (digest: Uint8Array) => Promise<Given>,
): Promise<Letter | Exclude<Given, Signed.Signature>> => {
  const nothing = undefined as Exclude<Given, Signed.Signature>
  let letter = unsigned
  if (letter._tag === "ShortEnd" && role === 1) {
    const payment = await signer(payable(context, letter.voucher))
    if (payment === undefined) return nothing
    letter = { ...letter, payment }
  }
  const signature = await signer(digest(context, role, seq, letter))
  return signature === undefined ? nothing : ({ ...letter, signature } as Letter)
}

/** What an end signs to show that it is the party of the deal that it says it is, on this very connection. */
export const introduction = (
  { curve, separator }: Pick<Context, "curve" | "separator">,
  value: TypedData.RecordOfStructure<typeof Introduction>,
): Uint8Array => TypedData.digest(curve, separator, Introduction, value)

export type SealError = WrongChannel | WrongRole | Signed.MalformedSignature | Signed.WrongSigner

/** A letter for another deal. */
export class WrongChannel extends Schema.TaggedError<WrongChannel>()("WrongChannel", {
  expected: Id.Id,
  actual: Id.Id,
}) {
  override get message(): string {
    return `a letter for the channel ${this.actual} came on ${this.expected}`
  }
}

export class WrongRole extends Schema.TaggedError<WrongRole>()("WrongRole", {
  letter: Schema.String,
  role: Schema.Number,
}) {
  override get message(): string {
    return `a ${this.role === 0 ? "provider" : "requester"} does not write a letter ${this.letter}`
  }
}
