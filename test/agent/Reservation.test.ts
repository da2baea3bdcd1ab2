// What a party signs of the reservations and short deals that an exchange proposes: none that its order, and the policy that
// the market has named, do not cover.
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
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as StandingTerms from "../../src/model/StandingTerms.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"
import { fresh, offer, perSecond, provider, request, requester } from "../arbitrary/exchange.ts"
import * as Orders from "../arbitrary/order.ts"
import { settings } from "./Pair.ts"

const now = Time.seconds(1000)
const parameters = Parameters.small
const policy = { below: 11, lifetime: 600, deals: 4 }

const nobody = { minRating: 0, allow: [], deny: [] }

/** The reservation and the short deal that the exchange makes of two orders. */
const matched = (offered: Offer, asked: Request) => {
  const exchange = fresh(undefined, undefined, policy)
  Exchange.apply(exchange, { _tag: "Place", order: offered, now })
  const applied = Exchange.apply(exchange, { _tag: "Place", order: asked, now })
  if (Result.isFailure(applied)) return undefined
  const [first, second] = applied.success.intents
  return first?._tag === "Propose" && second?._tag === "ProposeShort"
    ? { reservation: first.deal, short: second.deal }
    : undefined
}

const roles = ["provider", "requester"] as const
const objections = (
  reservation: Deal,
  short: ShortDeal,
  orders: { offer: Offer; request: Request },
) =>
  roles.flatMap((role) => [
    Consent.reservation(role, reservation, { ...orders, policy }, parameters),
    Consent.objection(
      role,
      StandingTerms.asDeal(reservation, short, orders),
      { ...orders, others: [] },
      parameters,
    ),
  ])

const [offered, asked] = [offer(), request({ duration: 10, limit: Amount.of(10n * perSecond) })]
const { reservation, short } = matched(offered, asked)!

describe("a proposed reservation", () => {
  it("IPSX-MAT-047 IPSX-MAT-030 that an exchange made by the policy is covered by both orders, and so is its short deal", () => {
    let seen = 0
    fc.assert(
      fc.property(Orders.offer(1, 1000), Orders.request(2, 1000), (given, wish) => {
        const filter = { ...wish.filter, provider: nobody }
        const orders = {
          offer: { ...given, owner: provider, requester: nobody, minLease: 5 },
          request: {
            ...wish,
            owner: requester,
            duration: 5 + (wish.duration % 6),
            filter,
            window: null,
          },
        }
        const made = matched(orders.offer, orders.request)
        if (made === undefined) return
        seen++
        expect(objections(made.reservation, made.short, orders)).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ])
      }),
      { numRuns: 800 },
    )
    expect(seen).toBeGreaterThan(20)
  })

  const wrong: ReadonlyArray<readonly [string, "provider" | "requester", Partial<Deal>]> = [
    ["of another offer", "provider", { offer: Id.fromNumber(99) }],
    ["of another request", "requester", { request: Id.fromNumber(99) }],
    ["of another provider", "requester", { provider: address(9) }],
    ["of another requester", "provider", { requester: address(9) }],
    ["with another nonce of the offer", "provider", { providerNonce: 7 }],
    ["with another nonce of the request", "requester", { requesterNonce: 7 }],
    ["of another range", "provider", { resource: Id.fromNumber(99) }],
    ["that stands for longer than the policy", "requester", { end: Time.seconds(1601) }],
    ["with a price of a second", "requester", { pricePerSecond: Amount.of(1n) }],
    ["with a price of a byte", "requester", { pricePerByte: Amount.of(1n) }],
    ["with a set-up price", "requester", { setupPrice: Amount.of(1n) }],
    ["with a no-show charge", "requester", { noShowCharge: Amount.of(1n) }],
    ["with a cap of more leases", "requester", { cap: Amount.of(4n * asked.limit + 1n) }],
    ["with a bond of more leases", "provider", { bond: Amount.of(reservation.bond + 9n) }],
    ["with a bond below the least", "requester", { bond: Amount.of(reservation.cap / 10n - 1n) }],
    ["with too long a lag", "provider", { maxLag: 5 }],
    ["with too long a notice", "provider", { notice: 11 }],
    ["with too long an option", "provider", { validUntil: Time.seconds(1100) }],
    ["with too much prepaid", "requester", { prepaid: reservation.cap }],
  ]
  const answer = (
    role: "provider" | "requester",
    deal: Deal,
    given: { readonly standing?: StandingTerms.Policy; readonly request?: Request },
  ) => {
    const make = role === "provider" ? Provider : Requester
    const orders = { offer: offered, request: given.request ?? asked }
    const { standing } = given
    const input = {
      _tag: "Proposed",
      orders,
      ...(standing === undefined ? {} : { standing }),
    } as const
    const situation = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
    const party = make.make(Id.fromNumber(1), deal, settings()) as Provider.Provider
    const [done] = (make as typeof Provider).step(party, input, situation)
    return done?._tag === "Send" ? done.message._tag : undefined
  }

  it.each(wrong)("IPSX-MAT-047 %s is declined by the %s", (_, role, change) => {
    expect(answer(role, reservation, { standing: policy })).toBe("Accept")
    expect(answer(role, { ...reservation, ...change }, { standing: policy })).toBe("Decline")
  })

  it("IPSX-MAT-047 is declined where the market has named no policy, or the lease is not short by it", () => {
    for (const role of roles) {
      expect(answer(role, reservation, {})).toBe("Decline")
      const long = { ...asked, duration: 11 }
      expect(answer(role, reservation, { standing: policy, request: long })).toBe("Decline")
    }
  })
})

describe("a proposed short deal", () => {
  const wrong: ReadonlyArray<readonly [string, Partial<ShortDeal>]> = [
    ["with a second below the price", { pricePerSecond: Amount.of(perSecond - 1n) }],
    ["with a cap above the limit", { cap: Amount.of(asked.limit + 1n) }],
    ["with a bond below the least", { bond: Amount.of(short.bond - 1n) }],
    ["of a seat that is not offered", { firstSeat: 1 }],
    ["longer than was asked for", { end: Time.seconds(short.end + 1) }],
    ["of another range", { resource: Id.fromNumber(99) }],
  ]
  it.each(wrong)("IPSX-MAT-030 %s is not covered by both orders", (_, change) => {
    const orders = { offer: offered, request: asked }
    const [, byProvider, , byRequester] = objections(reservation, { ...short, ...change }, orders)
    expect(byProvider ?? byRequester).toBeDefined()
  })
})
