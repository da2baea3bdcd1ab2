import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import { Message } from "../../src/model/Message.ts"
import * as Time from "../../src/model/Time.ts"
import { address, amount } from "../arbitrary/deal.ts"

const ids = fc.nat(1000).map(Id.fromNumber)
const author = fc.integer({ min: 1, max: 1000 }).map(address)
const octet = fc.nat(255)
const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ _tag: fc.constantFrom("Accept", "Decline"), id: ids, author }),
  fc.record({
    _tag: fc.constant("Status" as const),
    id: ids,
    author,
    status: fc.record({
      channelId: ids,
      role: octet,
      seq: fc.maxSafeNat(),
      status: octet,
      reason: octet,
      at: fc.nat(2 ** 31).map(Time.seconds),
      cumulativeAmount: amount(Amount.max),
      previous: ids,
    }),
  }),
  fc.record({
    _tag: fc.constant("Voucher" as const),
    id: ids,
    author,
    voucher: fc.record({ channelId: ids, cumulativeAmount: amount(Amount.max) }),
  }),
  fc.record({
    _tag: fc.constant("Closing" as const),
    id: ids,
    author,
    closing: fc.record({ channelId: ids, cumulativeAmount: amount(Amount.max), receipt: ids }),
  }),
)

const encode = Schema.encodeSync(Message)
const decode = Schema.decodeUnknownResult(Message)

it("IPSX-PCH-001 a message survives its way through JSON", () => {
  fc.assert(
    fc.property(message, (said) => {
      const wire: unknown = JSON.parse(JSON.stringify(encode(said)))
      expect(Result.getOrThrow(decode(wire))).toEqual(said)
    }),
  )
})

it("IPSX-PCH-001 a message without its author, of an unknown kind, or with a wrong amount is refused", () => {
  fc.assert(
    fc.property(message, (said) => {
      const wire = encode(said) as Record<string, unknown>
      const refused = (change: Record<string, unknown>) =>
        Result.isFailure(decode({ ...wire, ...change }))
      expect(refused({ author: undefined })).toBe(true)
      expect(refused({ author: "0x12" })).toBe(true)
      expect(refused({ _tag: "Promise" })).toBe(true)
      expect(refused({ id: "0x" })).toBe(true)
      if (said._tag === "Voucher")
        for (const cumulativeAmount of ["-1", "1.5", "", (Amount.max + 1n).toString()])
          expect(refused({ voucher: { ...said.voucher, cumulativeAmount } })).toBe(true)
    }),
  )
})
