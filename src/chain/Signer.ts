// Makes the signatures that a transaction carries, with the keys of those whom the model names as authors: a
// forged voucher is one that somebody else really signed (IPSX-CHN-011).
import type { Address } from "../model/Address.ts"
import type * as Transaction from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Signed from "../signature/Signed.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"

/** The private key of an account, 32 bytes. */
export type Keys = (account: Address) => Uint8Array

export interface Signer {
  /** The author's signature under a structure of the protocol. */
  readonly sign: <A extends object>(
    structure: TypedData.Structure<A>,
    value: A,
    author: Address,
  ) => Signed.Signature
  /** The author's EIP-2612 permit for the Centralizer to draw the amount. */
  readonly permit: (permit: Transaction.Of<"DepositWithPermit">) => Signed.Signature
  /** Permits that the token took from each owner: the nonce of the next one. Kept by who sees the outcomes. */
  readonly permits: Map<Address, number>
}

/** Where a deployment is. */
export interface Place {
  readonly chainId: number
  readonly centralizer: Address
  readonly token: Address
}

const Permit = TypedData.structure("Permit", [
  ["owner", "address"],
  ["spender", "address"],
  ["value", "uint256"],
  ["nonce", "uint256"],
  ["deadline", "uint256"],
])

/**
 * What an owner signs so that the Centralizer may draw exactly this amount of its tokens, once (EIP-2612).
 *
 * @example
 * Signer.permitDigest(curve, place, { sender, amount, deadline }, 0)
 */
export const permitDigest = (
  curve: Curve,
  place: Place,
  {
    sender,
    amount,
    deadline,
  }: Pick<Transaction.Of<"DepositWithPermit">, "sender" | "amount" | "deadline">,
  nonce: number,
): Uint8Array => {
  const separator = Structure.separator(curve, {
    name: "IPSX",
    version: "1",
    chainId: place.chainId,
    verifyingContract: place.token,
  })
  const value = { owner: sender, spender: place.centralizer, value: amount, nonce, deadline }
  return TypedData.digest(curve, separator, Permit, value)
}

/**
 * A signer for one deployment.
 *
 * @example
 * const signer = Signer.make(NativeCurve.fastest(), { chainId, centralizer, token }, keys)
 * signer.sign(Structure.Voucher, { channelId, cumulativeAmount }, requester)
 */
export const make = (curve: Curve, place: Place, keys: Keys): Signer => {
  const separator = Structure.domain(curve, place)
  const permits = new Map<Address, number>()
  let last: { readonly value: object; readonly digest: Uint8Array } | undefined

  return {
    permits,
    sign: (structure, value, author) => {
      // PERF: both parties sign the same object one after the other.
      if (last?.value !== value)
        last = { value, digest: TypedData.digest(curve, separator, structure, value) }
      return Signed.sign(curve, last.digest, keys(author))
    },
    permit: (permit) => {
      const digest = permitDigest(curve, place, permit, permits.get(permit.sender) ?? 0)
      return Signed.sign(curve, digest, keys(permit.author))
    },
  }
}
