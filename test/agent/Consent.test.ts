import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Exchange from "../../src/Exchange.ts"
import * as Consent from "../../src/agent/Consent.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import type { Offer, Request } from "../../src/model/Order.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Time from "../../src/model/Time.ts"
import { fresh, offer, provider, request, requester } from "../arbitrary/exchange.ts"
import { address } from "../arbitrary/deal.ts"
import * as Orders from "../arbitrary/order.ts"
import { settings } from "./Pair.ts"

const now = Time.seconds(1000)
const parameters = Parameters.small

const nobody = { minRating: 0, allow: [], deny: [] }

const matched = (offered: Offer, asked: Request): ReadonlyArray<Deal> => {
  const exchange = fresh()
  Exchange.apply(exchange, { _tag: "Place", order: offered, now })
  const applied = Exchange.apply(exchange, { _tag: "Place", order: asked, now })
  if (Result.isFailure(applied)) return []
  return applied.success.intents.flatMap((one) => (one._tag === "Propose" ? [one.deal] : []))
}

const objections = (deal: Deal, offered: Offer, asked: Request, others: ReadonlyArray<Deal> = []) =>
  (["provider", "requester"] as const).map((role) =>
    Consent.objection(role, deal, { offer: offered, request: asked, others }, parameters),
  )

describe("a proposed deal", () => {
  it("IPSX-MAT-030 that an exchange made by the rules is covered by both orders", () => {
    let seen = 0
    fc.assert(
      fc.property(Orders.offer(1, 1000), Orders.request(2, 1000), (given, wish) => {
        const offered = { ...given, owner: provider, requester: nobody }
        const duration = Math.max(5, wish.duration)
        const filter = { ...wish.filter, provider: nobody }
        const asked = { ...wish, owner: requester, duration, filter, window: null }
        for (const deal of matched(offered, asked)) {
          seen++
          expect(objections(deal, offered, asked)).toEqual([undefined, undefined])
        }
      }),
      { numRuns: 500 },
    )
    expect(seen).toBeGreaterThan(20)
  })

  const [offered, asked] = [offer(), request()]
  const deal = matched(offered, asked)[0]!
  const more = (amount: bigint): Amount.Amount => Amount.of(amount + 1n)
  const wrong: ReadonlyArray<readonly [string, "provider" | "requester", Partial<Deal>]> = [
    ["of another offer", "provider", { offer: Id.fromNumber(99) }],
    ["of another request", "requester", { request: Id.fromNumber(99) }],
    ["of another provider", "requester", { provider: address(9) }],
    ["of another requester", "provider", { requester: address(9) }],
    ["with another nonce of the offer", "provider", { providerNonce: 7 }],
    ["with another nonce of the request", "requester", { requesterNonce: 7 }],
    ["of another range", "provider", { resource: Id.fromNumber(99) }],
    ["of a seat that is not offered", "provider", { firstSeat: 1 }],
    ["of no seat", "provider", { seats: 0 }],
    ["of more seats than are asked for", "requester", { seats: 2 }],
    ["before the offer", "provider", { start: Time.seconds(999) }],
    ["after the offer", "provider", { end: Time.seconds(2001) }],
    ["too short for the request", "requester", { end: Time.seconds(1059) }],
    [
      "with a second below the price",
      "provider",
      { pricePerSecond: Amount.of(deal.pricePerSecond - 1n) },
    ],
    ["with a cap above the limit", "requester", { cap: more(deal.cap) }],
    ["with a cap below the price of its time", "provider", { cap: Amount.of(deal.cap - 1n) }],
    ["with a bond above the least", "provider", { bond: Amount.of(deal.bond * 2n) }],
    ["with a bond below the least", "requester", { bond: Amount.of(deal.bond - 1n) }],
    ["with too long a lag", "provider", { maxLag: 5 }],
    ["with too long a notice", "provider", { notice: 11 }],
    ["with too short a notice", "requester", { notice: 9 }],
    ["with too long an option", "provider", { validUntil: Time.seconds(1100) }],
    ["with too much prepaid", "requester", { prepaid: Amount.of(deal.cap) }],
    ["with too high a no-show charge", "requester", { noShowCharge: Amount.of(deal.cap) }],
  ]

  it.each(wrong)("IPSX-MAT-030 %s is declined by the %s", (_, role, change) => {
    const altered = { ...deal, ...change }
    const grounds = { offer: offered, request: asked, others: [] }
    expect(Consent.objection(role, altered, grounds, parameters)).toBeDefined()
    const make = role === "provider" ? Provider : Requester
    const input = { _tag: "Proposed", orders: { offer: offered, request: asked } } as const
    const situation = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
    const done = (make as typeof Provider).step(
      make.make(Id.fromNumber(1), altered, settings()) as Provider.Provider,
      input,
      situation,
    )
    expect(done.map((i) => (i._tag === "Send" ? i.message._tag : i._tag))).toEqual(["Decline"])
  })

  it("IPSX-MAT-030 whose seat is promised, or beyond what was asked for, is declined", () => {
    const other = { ...deal, start: Time.seconds(1030), end: Time.seconds(1090) }
    expect(objections(deal, offered, asked, [other])).toEqual([
      "a seat is promised to another deal",
      "more addresses than the request asked for",
    ])
  })

  it("IPSX-MAT-030 of a range that the filter does not let pass is declined", () => {
    const picky = { ...asked, filter: { ...asked.filter, minQuality: 1000 } }
    const poor = { ...offered, resource: { ...offered.resource, quality: 1 } }
    expect(objections(deal, poor, picky)[1]).toBe("the range does not pass the request's filter")
  })
})
