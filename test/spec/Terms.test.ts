// The rules that hold for every amount, moment and name, tried on the nouns that carry them.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import * as Wallet from "../../src/model/Wallet.ts"

const accepts = (schema: Schema.Top, value: unknown): boolean =>
  Result.isSuccess(Schema.decodeUnknownResult(schema as Schema.Decoder<unknown>)(value))

const amounts = fc.bigInt({ min: 0n, max: Amount.max }).map(Amount.of)
const outside = fc.oneof(
  fc.bigInt({ min: -(2n ** 100n), max: -1n }),
  fc.bigInt({ min: Amount.max + 1n, max: 2n ** 130n }),
)

describe("amounts", () => {
  it("IPSX-TRM-001 an amount is an integer of base units in [0, 2^96), and a token is 10^18 of them", () => {
    expect(Amount.max).toBe(2n ** 96n - 1n)
    expect(Result.getOrThrow(Amount.parse("1"))).toBe(10n ** 18n)
    fc.assert(fc.property(amounts, (amount) => accepts(Amount.Amount, amount)))
    fc.assert(fc.property(outside, (value) => !accepts(Amount.Amount, value)))
    expect(accepts(Amount.Amount, 1)).toBe(false)
  })

  it("IPSX-TRM-002 JSON carries it as a string of decimal digits", () => {
    const toJson = Schema.encodeSync(Amount.AmountFromString)
    const fromJson = Schema.decodeUnknownSync(Amount.AmountFromString)
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = toJson(amount)
        expect(text).toMatch(/^(0|[1-9]\d*)$/)
        expect(fromJson(text)).toBe(amount)
      }),
    )
    for (const wrong of [1, "1.5", "-1", "one", null, String(2n ** 96n)])
      expect(accepts(Amount.AmountFromString, wrong)).toBe(false)
  })

  it("IPSX-TRM-003 a sum or difference that is no amount fails", () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(Result.isSuccess(Amount.add(a, b))).toBe(a + b < 2n ** 96n)
        expect(Result.isSuccess(Amount.subtract(a, b))).toBe(a >= b)
      }),
    )
  })

  it("IPSX-TRM-004 people's texts are read exactly, up to 18 decimals, or not at all", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(Result.getOrThrow(Amount.parse(Amount.format(amount)))).toBe(amount)
      }),
    )
    for (const wrong of ["", "1.", ".5", "1.0000000000000000001", "1e3", "-1", "1,5", " 1"])
      expect(Result.isFailure(Amount.parse(wrong))).toBe(true)
  })
})

describe("time", () => {
  it("IPSX-TRM-005 a signed moment is a whole number of seconds", () => {
    for (const field of ["start", "end", "validUntil"] as const) {
      expect(accepts(Deal.Deal.fields[field], 1_700_000_000)).toBe(true)
      for (const wrong of [1.5, -1, 1_700_000_000_000, "1700000000"])
        expect(accepts(Deal.Deal.fields[field], wrong)).toBe(false)
    }
    expect(Time.chainSeconds(Time.seconds(100), 1_999)).toBe(101)
  })
})

describe("names", () => {
  const digits = (count: number) =>
    fc.string({
      unit: fc.constantFrom(..."0123456789abcdefABCDEF"),
      minLength: count,
      maxLength: count,
    })

  it("IPSX-TRM-007 a user is an address and nothing else", () => {
    const alice = Address.of("0x00000000000000000000000000000000000000a1")
    for (const user of [Wallet.Wallet.fields.id, Deal.Deal.fields.provider]) {
      expect(accepts(user, alice)).toBe(true)
      for (const wrong of ["alice", "alice@example.org", "0xa1", 161]) {
        expect(accepts(user, wrong)).toBe(false)
      }
    }
  })

  it("IPSX-TRM-008 names have one spelling, in lower case", () => {
    fc.assert(
      fc.property(digits(40), digits(64), (forty, sixtyFour) => {
        expect(accepts(Address.Address, `0x${forty}`)).toBe(forty === forty.toLowerCase())
        expect(accepts(Id.Id, `0x${sixtyFour}`)).toBe(sixtyFour === sixtyFour.toLowerCase())
        expect(Address.of(`0x${forty}`)).toBe(`0x${forty.toLowerCase()}`)
      }),
    )
  })
})

describe("prices", () => {
  const small = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(Amount.of)
  const count = fc.nat(1_000_000)

  it("IPSX-PAY-014 the price of a meter is linear in seconds and bytes, and never above the cap", () => {
    fc.assert(
      fc.property(small, small, small, amounts, count, count, (setup, second, byte, cap, s, b) => {
        const tariff = { setupPrice: setup, pricePerSecond: second, pricePerByte: byte, cap }
        const linear = setup + second * BigInt(s) + byte * BigInt(b)
        expect(Deal.price(tariff, { seconds: s, bytesUsed: b })).toBe(linear < cap ? linear : cap)
      }),
    )
  })
})
