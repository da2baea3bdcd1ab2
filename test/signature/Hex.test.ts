import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Hex from "../../src/signature/Hex.ts"

describe("Hex", () => {
  it("is its own inverse and Buffer's equal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Hex.fromBytes(bytes)
        expect(text).toBe(`0x${Buffer.from(bytes).toString("hex")}`)
        expect(Hex.toBytes(text)).toEqual(bytes)
        expect(Hex.toBytes(`0x${text.slice(2).toUpperCase()}`)).toEqual(bytes)
        expect(Hex.isHex(text, bytes.length)).toBe(true)
        expect(Hex.isHex(text, bytes.length + 1)).toBe(false)
      }),
    )
  })

  it.each(["", "0x0", "00", "0xzz", "0x0Ā", "0x 0"])("refuses %j", (text) => {
    expect(Hex.isHex(text)).toBe(false)
    expect(() => Hex.toBytes(text)).toThrow(RangeError)
  })

  it("joins and compares", () => {
    const a = new Uint8Array([1])
    const b = new Uint8Array([2, 3])
    expect(Hex.concat(a, b)).toEqual(new Uint8Array([1, 2, 3]))
    expect(Hex.equal(a, new Uint8Array([1]))).toBe(true)
    expect(Hex.equal(a, b)).toBe(false)
    expect(Hex.equal(b, new Uint8Array([2, 4]))).toBe(false)
    expect(Hex.toBigInt(b)).toBe(515n)
    expect(Hex.toBigInt(new Uint8Array())).toBe(0n)
  })
})
