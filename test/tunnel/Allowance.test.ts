import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Allowance from "../../src/tunnel/Allowance.ts"
import type { Reading } from "../../src/tunnel/Reading.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import type { Address } from "../../src/model/Address.ts"

const someone = `0x${"1".repeat(40)}` as Address
const dealOf = (perSecond: bigint, perByte: bigint, setup: bigint, lease: number): Deal.Deal => ({
  provider: someone,
  requester: someone,
  offer: Id.zero,
  request: Id.zero,
  providerNonce: 0,
  requesterNonce: 0,
  resource: Id.zero,
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(1000),
  end: Time.seconds(1000 + lease),
  validUntil: Time.seconds(1000),
  cap: Amount.of(setup + perSecond * BigInt(lease) + perByte * 10_000_000n),
  bond: Amount.zero,
  prepaid: Amount.zero,
  pricePerSecond: Amount.of(perSecond),
  pricePerByte: Amount.of(perByte),
  setupPrice: Amount.of(setup),
  noShowCharge: Amount.of(1n),
  maxLag: Math.max(2, Math.ceil(lease / 5)),
  notice: 0,
  terms: Id.zero,
  salt: Id.zero,
})
const reading = (bytes: bigint, millis: number): Reading => ({
  up: 0n,
  down: bytes,
  millis,
  at: 0,
  counter: "l4-payload",
  confirmedBy: "receiver",
  seq: 1,
  connections: 1,
})

it("IPSX-PAY-008 an allowance that is used up costs no more than the tolerated lag", () => {
  const price = fc.bigInt({ min: 0n, max: 10n ** 15n })
  const property = fc.property(
    price,
    price,
    price,
    fc.integer({ min: 5, max: 100_000 }),
    fc.bigInt({ min: 0n, max: 20_000_000n }),
    fc.integer({ min: 0, max: 10 ** 8 }),
    fc.integer({ min: 0, max: 1000 }),
    (perSecond, perByte, setup, lease, bytes, millis, paidPermille) => {
      const deal = dealOf(perSecond, perByte, setup, lease)
      const now = reading(bytes, millis)
      const due = Deal.price(deal, { seconds: Math.floor(millis / 1000), bytesUsed: Number(bytes) })
      const signed = (due * BigInt(paidPermille)) / 1000n
      const allowance = Allowance.of(deal, signed, now)
      expect(allowance.untilBytes).toBeGreaterThanOrEqual(bytes)
      const cost =
        (perSecond * BigInt(allowance.millis)) / 1000n +
        (perByte === 0n ? 0n : perByte * (allowance.untilBytes - bytes))
      if (deal.cap > deal.setupPrice)
        expect(cost).toBeLessThanOrEqual(
          Amount.maximum<bigint>(0n, Terms.lagBound(deal) - (due - signed)) + 1n,
        )
      if (allowance.millis > 0) expect(due - signed).toBeLessThan(Terms.lagBound(deal) + 1n)
    },
  )
  fc.assert(property, { numRuns: 500 })
})

it("IPSX-PAY-008 nothing may pass when the bound is used up, and everything when nothing is asked", () => {
  const deal = dealOf(10n, 1n, 0n, 100)
  expect(Allowance.of(deal, 0n, reading(5_000_000n, 1000))).toMatchObject({ millis: 0 })
  expect(Allowance.of(dealOf(0n, 0n, 5n, 100), 5n, reading(0n, 0)).millis).toBeGreaterThan(1e9)
})
