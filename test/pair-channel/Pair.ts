// Two ends of a pair channel with real keys: what the tests of this folder have in common.
import * as Id from "../../src/model/Id.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import type * as Greeting from "../../src/pair-channel/Greeting.ts"
import type { Letter, Unsigned } from "../../src/pair-channel/Letter.ts"
import * as Seal from "../../src/pair-channel/Seal.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"
import { centralizer, deal as someDeal } from "../arbitrary/deal.ts"

export const curve = NativeCurve.fastest()
const chainId = 31337
export const key = (n: number): Uint8Array => new Uint8Array(32).fill(n)
const keys = [key(11), key(12)] as const
const addressOf = (n: 0 | 1): Address => Signed.address(curve, keys[n])

export const dealWith = (change: Partial<Deal> = {}): Deal =>
  someDeal({ provider: addressOf(0), requester: addressOf(1), ...change })

export const contextOf = (deal: Deal, chain = chainId): Seal.Context => ({
  curve,
  separator: Structure.domain(curve, { chainId: chain, centralizer }),
  id: Structure.channelId(curve, deal),
  deal,
})

export const context = contextOf(dealWith())

interface Given {
  readonly context?: Seal.Context
  readonly key?: Uint8Array
}

/** A letter signed with a key, its own by default. */
export const sealed = (letter: Unsigned, role: 0 | 1, seq: number, given: Given = {}): Letter => {
  if (letter._tag !== "ShortEnd" || role === 0) return resealed(letter, role, seq, given)
  const { signature: payment } = resealed({ _tag: "Voucher", voucher: letter.voucher }, 1, 0, given)
  return resealed({ ...letter, payment }, role, seq, given)
}

/** The same without what the end of a short deal pays with, beside what the letter says of it. */
export const resealed = (letter: Unsigned, role: 0 | 1, seq: number, given: Given = {}): Letter => {
  const digest = Seal.digest(given.context ?? context, role, seq, letter)
  const signature = Signed.sign(curve, digest, given.key ?? keys[role])
  return { ...letter, signature } as Letter
}

export const voucher = (
  amount: bigint,
  seq: number,
  given: Given & { readonly id?: Id.Id } = {},
): Letter =>
  sealed(
    {
      _tag: "Voucher",
      voucher: {
        channelId: given.id ?? (given.context ?? context).id,
        cumulativeAmount: Amount.of(amount),
      },
    },
    1,
    seq,
    given,
  )

export const self = (role: 0 | 1, given: Partial<Greeting.Self> = {}): Greeting.Self => ({
  context,
  chainId,
  centralizer,
  role,
  sign: async (digest) => Signed.sign(curve, digest, keys[role]),
  received: () => 0,
  ...given,
})

export const nonce = (n: number): Id.Id => Id.fromNumber(n)
