import * as fc from "fast-check"
import { concat, hashTypedData, keccak256, stringToBytes } from "viem"
import { expect, it } from "vitest"
import * as Order from "../../src/model/Order.ts"
import * as Curve from "../../src/signature/Curve.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as SignedOrder from "../../src/signature/SignedOrder.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import * as Orders from "../arbitrary/order.ts"

const curve = Curve.noble
const centralizer = `0x${"0c".repeat(20)}` as const
const separator = Structure.domain(curve, { chainId: 31337, centralizer })

const Typed = {
  Order: [
    { name: "owner", type: "address" },
    { name: "nonce", type: "uint64" },
    { name: "side", type: "uint8" },
    { name: "validUntil", type: "uint64" },
    { name: "content", type: "bytes32" },
  ],
} as const

it("IPSX-SIG-007 an owner signs the digest of the canonical text, the side and the expiry, as viem has it", () => {
  fc.assert(
    fc.property(Orders.order(1, Orders.epoch), (order) => {
      const expected = hashTypedData({
        domain: { name: "IPSX", version: "1", chainId: 31337, verifyingContract: centralizer },
        types: Typed,
        primaryType: "Order",
        message: {
          owner: order.owner as `0x${string}`,
          nonce: BigInt(order.nonce),
          side: order._tag === "Offer" ? 0 : 1,
          validUntil: BigInt(order.expiresAt),
          content: keccak256(stringToBytes(Order.canonical(order))),
        },
      })
      const record = SignedOrder.record(curve, order)
      const digest = TypedData.digest(curve, separator, Structure.Order, record)
      expect(Hex.fromBytes(digest)).toBe(expected)
    }),
    { numRuns: 40 },
  )
})

it("IPSX-SIG-008 the terms of a deal are the digest of both contents, the offer's first", () => {
  fc.assert(
    fc.property(
      Orders.offer(1, Orders.epoch),
      Orders.request(2, Orders.epoch),
      (offer, request) => {
        const contents = [offer, request].map((o) => keccak256(stringToBytes(Order.canonical(o))))
        expect(SignedOrder.terms(curve, offer, request)).toBe(keccak256(concat(contents)))
      },
    ),
    { numRuns: 40 },
  )
})
