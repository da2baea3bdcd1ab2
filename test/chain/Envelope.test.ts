import * as fc from "fast-check"
import { toHex } from "viem"
import { privateKeyToAccount } from "viem/accounts"
import { expect, it } from "vitest"
import * as Envelope from "../../src/chain/Envelope.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import { noble } from "../../src/signature/Curve.ts"
import { hex, privateKey } from "../signature/arbitrary.ts"

const data = fc.oneof(
  fc.constantFrom(0, 1, 55, 56, 255, 256, 1000).chain(hex),
  fc
    .integer({ min: 0, max: 127 })
    .map((byte) => `0x${byte.toString(16).padStart(2, "0")}` as const),
)

it.each([noble, NativeCurve.load()!])(
  "IPSX-CHN-012 signed transactions are viem's, byte for byte ($name)",
  async (curve) => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          chainId: fc.integer({ min: 1, max: 2 ** 31 }),
          nonce: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.nat()),
          gas: fc.integer({ min: 1, max: 2 ** 40 }),
          maxFeePerGas: fc.bigInt({ min: 0n, max: 2n ** 70n }),
          to: fc.option(hex(20), { nil: undefined }),
          data,
        }),
        privateKey,
        async (fields, key) => {
          const ours = Envelope.sign(curve, { ...fields, maxPriorityFeePerGas: 0 }, key)
          const theirs = await privateKeyToAccount(toHex(key)).signTransaction({
            type: "eip1559",
            ...fields,
            to: fields.to ?? null,
            gas: BigInt(fields.gas),
            maxPriorityFeePerGas: 0n,
          })
          expect(ours).toBe(theirs)
        },
      ),
      { numRuns: 60 },
    )
  },
)
