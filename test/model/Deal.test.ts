import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Status from "../../src/model/Status.ts"
import * as Tariff from "../../src/model/Tariff.ts"
import * as Time from "../../src/model/Time.ts"
import { deal, terms, token } from "../arbitrary/deal.ts"

it("IPSX-PAY-014 the price is set-up, seconds and bytes, at most the cap", () => {
  const tariff = deal({
    setupPrice: Amount.of(5n),
    pricePerSecond: Amount.of(7n),
    pricePerByte: Amount.of(11n),
  })
  expect(Deal.price(tariff, { seconds: 3, bytesUsed: 2 })).toBe(5n + 21n + 22n)
  expect(Deal.price(deal(), { seconds: 1_000_000, bytesUsed: 0 })).toBe(10n * token)
})

it("a deal is read and written without loss, amounts as decimal strings", () => {
  fc.assert(
    fc.property(terms, (deal) => {
      const json: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Deal.Deal)(deal)))
      expect(Schema.decodeUnknownSync(Deal.Deal)(json)).toEqual(deal)
    }),
  )
})

it("IPSX-AGR-001 the registers have ten statuses each, deals fourteen, numbered as listed", () => {
  expect(Status.providerStatuses.map(Status.statusCode)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(Status.requesterStatuses.map(Status.statusCode)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(Status.dealStatuses.length).toBe(14)
  expect([Status.roleCode("provider"), Status.roleCode("requester")]).toEqual([0, 1])
  expect(Status.reasonCode("PaymentLag")).toBe(3)
})

it("IPSX-AGR-061 two messages are the same when every field is", () => {
  const message: Status.Status = {
    channelId: Id.fromNumber(1),
    role: 0,
    seq: 2,
    status: 3,
    reason: 4,
    at: Time.seconds(5),
    cumulativeAmount: Amount.of(6n),
    previous: Id.fromNumber(7),
  }
  const others: Status.Status = {
    channelId: Id.zero,
    role: 1,
    seq: 3,
    status: 4,
    reason: 5,
    at: Time.seconds(6),
    cumulativeAmount: Amount.of(7n),
    previous: Id.zero,
  }
  expect(Status.equals(message, { ...message })).toBe(true)
  for (const field of Object.keys(message) as ReadonlyArray<keyof Status.Status>) {
    const other = { ...message, [field]: others[field] }
    expect([field, Status.equals(message, other)]).toEqual([field, false])
  }
})

it("IPSX-ORD-008 several seats cost as many times a second and a beginning, and one meter counts their bytes", () => {
  const tariff = { perSecond: Amount.of(3n), perByte: Amount.of(5n), setup: Amount.of(7n) }
  expect(Tariff.times(tariff, 4)).toEqual({ perSecond: 12n, perByte: 5n, setup: 28n })
  expect(Tariff.times(tariff, 1)).toEqual(tariff)
})
