// The calldata of a party's transaction: its own signatures made by its signer, the partner's taken from the letters
// that carried them.
import * as Schema from "effect/Schema"
import * as Abi from "../chain/Abi.ts"
import { permitDigest, type Place } from "../chain/Signer.ts"
import type { Address } from "../model/Address.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import type { Signature } from "../signature/Signed.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import type { Signer } from "./Signer.ts"

/** The partner's signatures by the digest that they are of. */
export type Evidence = Map<string, Signature>

const blank: Signature = `0x${"00".repeat(65)}`

/**
 * What a transaction asks of the contracts. A signer may take its time, and the encoder does not wait: so it runs
 * once to learn what is to be signed, and once more with the signatures.
 *
 * @example
 * const { to, data } = await Calldata.make({ curve, place, signer, evidence }, transaction)
 */
export const make = async (
  given: {
    readonly curve: Curve
    readonly place: Place
    readonly signer: Signer
    readonly evidence: Evidence
    /** How many permits the token has taken of an owner. */
    readonly permits: (owner: Address) => Promise<number>
  },
  transaction: Transaction,
): Promise<Abi.Calldata> => {
  const { curve, place, signer, evidence } = given
  const separator = Structure.domain(curve, place)
  const own = new Map<string, Signature>()
  const missing = new Map<string, Uint8Array>()
  const sign = <A extends object>(
    structure: TypedData.Structure<A>,
    value: A,
    author: Address,
  ): Signature => {
    const digest = TypedData.digest(curve, separator, structure, value)
    const name = Hex.bare(digest)
    if (author !== signer.address) {
      const found = evidence.get(name)
      if (found === undefined)
        throw new NoEvidence({ structure: structure.name, transaction: transaction._tag })
      return found
    }
    const made = own.get(name)
    if (made === undefined) missing.set(name, digest)
    return made ?? blank
  }
  const permit =
    transaction._tag === "DepositWithPermit"
      ? await signer.sign(
          permitDigest(curve, place, transaction, await given.permits(signer.address)),
        )
      : blank
  const encode = (): Abi.Calldata =>
    Abi.calldata(place, { sign, permit: () => permit, permits: new Map() }, transaction)
  const first = encode()
  if (missing.size === 0) return first
  for (const [name, digest] of missing) own.set(name, await signer.sign(digest))
  return encode()
}

/** A transaction needs a signature of the partner that no letter has brought. */
export class NoEvidence extends Schema.TaggedError<NoEvidence>()("NoEvidence", {
  structure: Schema.String,
  transaction: Schema.String,
}) {
  override get message(): string {
    return `there is no ${this.structure} signed by the partner for ${this.transaction}`
  }
}
