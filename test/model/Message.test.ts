import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import { Message } from "../../src/model/Message.ts"
import * as Time from "../../src/model/Time.ts"
import { address, amount } from "../arbitrary/deal.ts"
import { lacking } from "../arbitrary/lacking.ts"

const ids = fc.nat(1000).map(Id.fromNumber)
const author = fc.integer({ min: 1, max: 1000 }).map(address)
const octet = fc.nat(255)
const count = fc.maxSafeNat()
const count32 = fc.integer({ min: 0, max: 0xffff_ffff })
const seconds = count32.map(Time.seconds)
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
    _tag: fc.constant("Meter" as const),
    id: ids,
    author,
    meter: fc.record({ channelId: ids, seq: count, seconds: count, bytesUsed: count }),
  }),
  fc.record({
    _tag: fc.constant("Receipt" as const),
    id: ids,
    author,
    receipt: fc.record({
      channelId: ids,
      provider: author,
      requester: author,
      resource: ids,
      seat: count32,
      from: seconds,
      to: seconds,
      commitment: ids,
    }),
  }),
  fc.record({
    _tag: fc.constant("ShortDeal" as const),
    id: ids,
    author,
    short: fc.record({
      reservation: ids,
      nonce: count,
      resource: ids,
      firstSeat: count32,
      seats: count32,
      start: seconds,
      end: seconds,
      cap: amount(Amount.max),
      bond: amount(Amount.max),
      pricePerSecond: amount(Amount.max),
      pricePerByte: amount(Amount.max),
      setupPrice: amount(Amount.max),
      terms: ids,
    }),
  }),
  fc.record({ _tag: fc.constant("ShortDecline" as const), id: ids, author, nonce: count }),
  fc.record({
    _tag: fc.constant("ShortEnd" as const),
    id: ids,
    author,
    nonce: count,
    charged: amount(Amount.max),
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

it("IPSX-PCH-001 a message that lacks any field of any structure in it is refused", () => {
  fc.assert(
    fc.property(message, (said) => {
      for (const less of lacking(encode(said)))
        expect([less, Result.isFailure(decode(less))]).toEqual([less, true])
    }),
  )
})
