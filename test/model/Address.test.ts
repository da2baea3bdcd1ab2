// The names of things: an address of twenty bytes, an identifier of thirty-two, the code of a country. One spelling each.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Country from "../../src/model/Country.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as Resource from "../../src/model/Resource.ts"
import * as Time from "../../src/model/Time.ts"
import { offer } from "../arbitrary/order.ts"

const names = [
  [Address.Address, Address.of, 40],
  [Id.Id, Id.of, 64],
] as const

it.each(names)(
  "IPSX-TRM-008 %#: a name is so many hexadecimal digits after 0x",
  (schema, of, n) => {
    const accepts = Schema.is(schema as Schema.Schema<unknown>)
    const right = `0x${"0123456789abcdef".repeat(4).slice(-n)}`
    expect(accepts(right)).toBe(true)
    expect(of(right)).toBe(right)
    for (const wrong of [
      `${right}0`,
      right.slice(0, -1),
      `x${right}`,
      ` ${right}`,
      right.slice(2),
      `${right}g`,
    ]) {
      expect(accepts(wrong)).toBe(false)
      expect(() => of(wrong)).toThrow(wrong)
    }
    expect(accepts(right.toUpperCase().replace("X", "x"))).toBe(false)
  },
)

it("IPSX-TRM-008 an address in capitals is the same address", () => {
  expect(Address.of(`0x${"A".repeat(40)}`)).toBe(`0x${"a".repeat(40)}`)
})

it("IPSX-TRM-002 an amount in JSON is digits and nothing else", () => {
  const decode = Schema.decodeUnknownResult(Amount.AmountFromString)
  expect(Result.getOrThrow(decode("0012"))).toBe(12n)
  for (const wrong of ["1 ", " 1", "0x10", "-0", "+1", "", "1n", "1.0", 1, (2n ** 96n).toString()])
    expect([wrong, Result.isFailure(decode(wrong))]).toEqual([wrong, true])
})

it("IPSX-TRM-001 the program cannot make an amount outside of [0, 2^96)", () => {
  expect([Amount.of(0n), Amount.of(Amount.max)]).toEqual([0n, 2n ** 96n - 1n])
  for (const wrong of [-1n, 2n ** 96n]) expect(() => Amount.of(wrong)).toThrow(`${wrong}`)
})

it("IPSX-ORD-004 the countries are those that have two letters of their own, in their order", () => {
  const region = new Intl.DisplayNames("en", { type: "region", fallback: "none" })
  expect(Country.all.length).toBe(249)
  expect(Country.all).toEqual([...new Set(Country.all)].toSorted())
  for (const [at, code] of Country.all.entries()) {
    expect(code).toMatch(/^[A-Z]{2}$/)
    expect([code, region.of(code)]).not.toEqual([code, undefined])
    expect(Country.position(code)).toBe(at)
    expect(Country.of(code)).toBe(code)
  }
  for (const wrong of ["XX", "de", "DEU", "", "D E"]) expect(() => Country.of(wrong)).toThrow(wrong)
})

it("what is refused says what was expected", () => {
  const told = (schema: Schema.Codec<unknown, unknown>, value: unknown) => {
    const result = Schema.decodeUnknownResult(schema)(value)
    return Result.isFailure(result) ? String(result.failure) : ""
  }
  expect(told(Country.Country, "Germany")).toContain("a country code of ISO 3166, like DE")
  const [offered] = fc.sample(offer(1, 0), { numRuns: 1, seed: 3 })
  expect(
    told(Resource.Resource, { ...offered!.resource, first: "255.255.255.255", addresses: 2 }),
  ).toContain("a range that ends within its address space, of at most 2^24 seats")
  expect(told(Ip.Ip, "1.2.3.04")).toContain("an address like 240.0.0.1 or 2001:db8::1")
})

it("IPSX-TRM-005 a moment is a whole second below 2^32", () => {
  expect([0, 2 ** 32 - 1].map(Time.seconds)).toEqual([0, 2 ** 32 - 1])
  for (const wrong of [-1, 2 ** 32, 1.5, Number.NaN])
    expect(() => Time.seconds(wrong)).toThrow(`not a moment in seconds: ${wrong}`)
  expect(Time.chainSeconds(Time.seconds(100), 1999)).toBe(101)
})
