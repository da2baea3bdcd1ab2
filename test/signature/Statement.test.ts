import * as fc from "fast-check"
import { encodePacked, hashTypedData, keccak256 } from "viem"
import { expect, it } from "vitest"
import { noble } from "../../src/signature/Curve.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Statement from "../../src/signature/Statement.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import type { Id } from "../../src/model/Id.ts"
import { hex } from "./arbitrary.ts"

const entry = fc.record({
  id: hex(32) as fc.Arbitrary<string> as fc.Arbitrary<Id>,
  cumulative: fc.bigInt({ min: 0n, max: 2n ** 96n - 1n }),
})

it("IPSX-SIG-009 a statement's list is packed and signed as viem does it", () => {
  const place = { chainId: 31337, centralizer: `0x${"c1".repeat(20)}` } as const
  const separator = Structure.domain(noble, place)
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), hex(20), (entries, payer) => {
      const packed = encodePacked(
        entries.flatMap(() => ["bytes32", "uint96"]),
        entries.flatMap(({ id, cumulative }) => [id as `0x${string}`, cumulative]),
      )
      expect(Statement.pack(entries)).toBe(packed)
      const hash = Statement.digest(noble, entries)
      expect(hash).toBe(keccak256(packed))
      const value = { payer, entries: hash }
      expect(Hex.fromBytes(TypedData.digest(noble, separator, Structure.Statement, value))).toBe(
        hashTypedData({
          domain: {
            name: "IPSX",
            version: "1",
            chainId: 31337,
            verifyingContract: place.centralizer,
          },
          types: {
            Statement: [
              { name: "payer", type: "address" },
              { name: "entries", type: "bytes32" },
            ],
          },
          primaryType: "Statement",
          message: value as never,
        }),
      )
    }),
  )
})
