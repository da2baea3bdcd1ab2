import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import type { Letter, Unsigned } from "../../src/pair-channel/Letter.ts"
import * as Seal from "../../src/pair-channel/Seal.ts"
import * as Amount from "../../src/model/Amount.ts"
import { context, contextOf, dealWith, key, resealed, sealed, voucher } from "./Pair.ts"

const channelId = context.id
const status = {
  channelId,
  role: 0,
  seq: 1,
  status: 3,
  reason: 0,
  at: Time.seconds(1001),
  cumulativeAmount: Amount.zero,
  previous: Id.zero,
}
const { provider, requester, resource } = context.deal
const receipt = {
  channelId,
  provider,
  requester,
  resource,
  seat: 0,
  from: Time.seconds(1001),
  to: Time.seconds(1009),
  commitment: Id.zero,
}
const shortDeal = {
  reservation: channelId,
  nonce: 3,
  resource,
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(1010),
  end: Time.seconds(1020),
  cap: Amount.of(10n),
  bond: Amount.of(1n),
  pricePerSecond: Amount.of(1n),
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  terms: Id.zero,
}
const owed = { channelId, cumulativeAmount: Amount.of(7n) }
const all: ReadonlyArray<readonly [Unsigned, 0 | 1]> = [
  [{ _tag: "Accept" }, 0],
  [{ _tag: "Decline" }, 1],
  [{ _tag: "Status", status }, 0],
  [{ _tag: "Voucher", voucher: { channelId, cumulativeAmount: Amount.of(7n) } }, 1],
  [{ _tag: "Meter", meter: { channelId, seq: 1, seconds: 3, bytesUsed: 0 } }, 0],
  [
    { _tag: "Closing", closing: { channelId, cumulativeAmount: Amount.of(7n), receipt: Id.zero } },
    1,
  ],
  [{ _tag: "Receipt", receipt }, 1],
  [{ _tag: "ShortDeal", shortDeal }, 1],
  [{ _tag: "ShortDecline", nonce: 3 }, 0],
  [{ _tag: "ShortEnd", nonce: 3, charged: Amount.of(4n), voucher: owed }, 1],
  [{ _tag: "ShortEnd", nonce: 3, charged: Amount.of(4n), voucher: owed }, 0],
  [{ _tag: "TunnelOffer", epoch: 1, adapter: "embedded", details: { a: [1, { b: "c" }] } }, 0],
  [{ _tag: "TunnelAccept", epoch: 1, adapter: "embedded", details: {} }, 1],
  [{ _tag: "Notice", at: Time.seconds(2000) }, 0],
]

const refusal = (role: 0 | 1, seq: number, letter: Letter, of = context): string | undefined => {
  const verified = Seal.verify(of, role, seq, letter)
  return Result.isFailure(verified) ? verified.failure._tag : undefined
}

describe.each(all)("a letter %o", (unsigned, role) => {
  it("IPSX-PCH-001 is taken when its writer has signed it", () => {
    expect(refusal(role, 5, sealed(unsigned, role, 5))).toBeUndefined()
  })

  it("IPSX-PCH-001 is refused when another key has signed it", () => {
    const forged = sealed(unsigned, role, 5, { key: key(13) })
    expect(refusal(role, 5, forged)).toBe("WrongSigner")
  })

  it("IPSX-PCH-001 is refused when it was signed for another chain", () => {
    const foreign = sealed(unsigned, role, 5, { context: contextOf(context.deal, 1) })
    expect(refusal(role, 5, foreign)).toBe("WrongSigner")
  })

  it("IPSX-PCH-001 is refused in another deal", () => {
    const other = contextOf(dealWith({ salt: Id.fromNumber(9) }))
    const letter = sealed(unsigned, role, 5)
    expect(["WrongChannel", "WrongSigner"]).toContain(refusal(role, 5, letter, other))
  })

  it("IPSX-PCH-001 is refused with its signature changed in any byte", () => {
    const letter = sealed(unsigned, role, 5)
    for (let at = 2; at < 132; at += 2) {
      const digits = (Number.parseInt(letter.signature.slice(at, at + 2), 16) ^ 1)
        .toString(16)
        .padStart(2, "0")
      const signature = `${letter.signature.slice(0, at)}${digits}${letter.signature.slice(at + 2)}`
      const tampered = { ...letter, signature } as Letter
      expect(["WrongSigner", "MalformedSignature"]).toContain(refusal(role, 5, tampered))
    }
  })
})

describe("the end of a short deal", () => {
  const end = { _tag: "ShortEnd", nonce: 3, charged: Amount.of(4n), voucher: owed } as const
  const refusalOf = (role: 0 | 1, change: Partial<typeof end & { payment: `0x${string}` }>) => {
    const { signature: _, ...rest } = sealed(end, role, 5)
    const letter = { ...rest, ...change } as Unsigned
    return refusal(role, 5, resealed(letter, role, 5))
  }

  it("IPSX-PCH-034 IPSX-AGR-079 pays by the requester's signature under the very voucher that it names", () => {
    const letter = sealed(end, 1, 5)
    const paid = Seal.payment(context, letter)!
    const alone = sealed({ _tag: "Voucher", voucher: owed }, 1, 1)
    expect(paid.signature).toBe(alone.signature)
    expect(paid.digest).toEqual(Seal.digest(context, 1, 1, { _tag: "Voucher", voucher: owed }))
    const more = { ...owed, cumulativeAmount: Amount.of(8n) }
    expect(refusalOf(1, { voucher: more as typeof owed })).toBe("WrongSigner")
    expect(refusalOf(1, { charged: Amount.of(3n) as never })).toBeUndefined()
  })

  it("IPSX-PCH-034 is refused of a requester that does not pay with it, and of a provider that would", () => {
    expect(refusal(1, 5, resealed(end, 1, 5))).toBe("WrongRole")
    const { signature: payment } = sealed({ _tag: "Voucher", voucher: owed }, 1, 1)
    expect(refusalOf(0, { payment })).toBe("WrongRole")
    expect(Seal.payment(context, sealed(end, 0, 5))).toBeUndefined()
  })
})

describe("a letter", () => {
  it("IPSX-PCH-025 of the other role is refused", () => {
    const offer = sealed({ _tag: "TunnelOffer", epoch: 1, adapter: "null", details: {} }, 1, 1)
    expect(refusal(1, 1, offer)).toBe("WrongRole")
    const paid = sealed(
      { _tag: "Voucher", voucher: { channelId, cumulativeAmount: Amount.of(7n) } },
      0,
      1,
    )
    expect(refusal(0, 1, paid)).toBe("WrongRole")
    const wrong = sealed({ _tag: "Status", status: { ...status, role: 1 } }, 0, 1)
    expect(refusal(0, 1, wrong)).toBe("WrongRole")
  })

  it("IPSX-PCH-001 for another channel is refused, though it is well signed", () => {
    expect(refusal(1, 1, voucher(5n, 1, { id: Id.fromNumber(4) }))).toBe("WrongChannel")
  })

  it("IPSX-PCH-020 without a structure of its own counts under its number only", () => {
    const letter = sealed({ _tag: "Decline" }, 1, 4)
    expect(refusal(1, 4, letter)).toBeUndefined()
    expect(refusal(1, 5, letter)).toBe("WrongSigner")
  })

  it("IPSX-PCH-001 is refused when what it says was changed", () => {
    const letter = voucher(5n, 1)
    if (letter._tag !== "Voucher") throw new Error("not a voucher")
    const more = { ...letter, voucher: { ...letter.voucher, cumulativeAmount: Amount.of(6n) } }
    expect(refusal(1, 1, more)).toBe("WrongSigner")
  })
})
