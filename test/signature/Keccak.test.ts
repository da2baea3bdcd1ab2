import * as fc from "fast-check"
import { expect, it } from "vitest"
import { noble } from "../../src/signature/Curve.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Keccak from "../../src/signature/Keccak.ts"

const keccak = Keccak.load()!
const same = (bytes: Uint8Array): void => {
  expect(Hex.fromBytes(keccak(bytes)), `${bytes.length} bytes`).toBe(
    Hex.fromBytes(noble.keccak(bytes)),
  )
}

it("keccak in WebAssembly is the pure one, around every boundary of a block", () => {
  for (let length = 0; length <= 3 * 136 + 1; length++)
    same(new Uint8Array(length).map((_, at) => at * 31 + length))
})

it("keccak in WebAssembly is the pure one on any bytes, and does not remember the ones before", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), same))
  same(new Uint8Array(300_000).fill(7))
  same(new Uint8Array([1, 2, 3]))
})

it("digests are values of their own", () => {
  const first = keccak(new Uint8Array([1]))
  const text = Hex.fromBytes(first)
  keccak(new Uint8Array([2]))
  expect(Hex.fromBytes(first)).toBe(text)
})
