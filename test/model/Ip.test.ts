// What an address is, judged by Node: `net` for version 4, the host of a URL, which is written as RFC 5952 wants it,
// for version 6.
import { isIPv4 } from "node:net"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Ip from "../../src/model/Ip.ts"

const isCanonical6 = (text: string): boolean => {
  if (!/^[0-9a-f:]*$/.test(text)) return false
  try {
    return new URL(`http://[${text}]/`).hostname === `[${text}]`
  } catch {
    return false
  }
}

const group = fc.oneof(fc.constant(0n), fc.constantFrom(1n, 0xffffn), fc.bigInt(0n, 0xffffn))
const number6 = fc
  .array(group, { minLength: 8, maxLength: 8 })
  .map((groups) => groups.reduce((sum, part) => (sum << 16n) + part, 0n))
const number4 = fc.oneof(
  fc.bigInt(0n, 2n ** 32n - 1n),
  fc.constantFrom(0n, 255n, 256n, 2n ** 32n - 1n),
)

/** A text and what one slip of the keyboard makes of it. */
const slipped = (text: string, characters: string) =>
  fc
    .record({
      at: fc.nat(text.length),
      drop: fc.nat(2),
      insert: fc.string({ unit: fc.constantFrom(...characters), maxLength: 2 }),
    })
    .map(({ at, drop, insert }) => text.slice(0, at) + insert + text.slice(at + drop))

it("IPSX-ORD-002 an address of version 4 is what Node takes for one, in dotted decimal", () => {
  fc.assert(
    fc.property(
      number4.chain((n) => slipped(Ip.fromValue(n, 4), "0125.9 -x")),
      (text) => {
        expect(Ip.parse(text) !== undefined).toBe(isIPv4(text))
      },
    ),
    { numRuns: 500 },
  )
  const wrong = ["1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.04", "1.2.3.1000", "1.2.3.-1", "1.2.3."]
  for (const text of wrong) expect(Ip.parse(text)).toBeUndefined()
})

it("IPSX-ORD-002 an address of version 6 has one spelling, that of RFC 5952", () => {
  let good = 0
  fc.assert(
    fc.property(
      number6.chain((n) => slipped(Ip.fromValue(n, 6), "01f:g:")),
      (text) => {
        // Without a colon it would be an address of version 4, if one at all.
        if (!text.includes(":")) return
        const canonical = isCanonical6(text)
        expect([text, Ip.parse(text) !== undefined]).toEqual([text, canonical])
        if (canonical) good++
      },
    ),
    { numRuns: 1000 },
  )
  expect(good).toBeGreaterThan(100)
  for (const text of ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:8:9", "1::2::3", ":::", "1:2:3:4:5:6:7"])
    expect([text, Ip.parse(text) !== undefined]).toEqual([text, isCanonical6(text)])
})

it("IPSX-ORD-002 an address has the number that its digits spell, and no number has two addresses", () => {
  fc.assert(
    fc.property(number6, number4, (six, four) => {
      expect(isCanonical6(Ip.fromValue(six, 6))).toBe(true)
      expect(Ip.parse(Ip.fromValue(six, 6))).toBe(six)
      expect(Ip.parse(Ip.fromValue(four, 4))).toBe(four)
    }),
  )
  expect(Ip.parse("1.2.3.4")).toBe(0x0102_0304n)
  expect(Ip.parse("2001:db8::ff")).toBe((0x2001_0db8n << 96n) + 0xffn)
  for (const [number, version] of [
    [2n ** 32n, 4],
    [2n ** 128n, 6],
    [-1n, 4],
  ] as const)
    expect(() => Ip.fromValue(number, version)).toThrow(`not an address of version ${version}`)
  expect(() => Ip.simulatedAt(2 ** 28 - 1, 4)).toThrow("there are 268435455 addresses")
})
