// A relay that lied proposed a deal that ends when it starts, or has four thousand million seats: a party divided by its
// length, or counted them, and was gone; and gone again each time that it was started anew.
import * as fc from "fast-check"
import { afterEach, expect, it } from "vitest"
import * as Opening from "../../src/agent/Opening.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import { settings } from "../agent/Pair.ts"
import { deal as someDeal } from "../arbitrary/deal.ts"
import * as Lone from "./Lone.ts"

const lones: Array<Lone.Lone> = []
afterEach(() => {
  for (const { close } of lones.splice(0)) close()
})

const most = 0xffff_ffff
it.each<[string, Partial<Deal>]>([
  [
    "ends when it starts",
    {
      end: Time.seconds(Math.floor(Date.now() / 1000)),
      start: Time.seconds(Math.floor(Date.now() / 1000)),
    },
  ],
  ["ends before it starts", { end: Time.seconds(1) }],
  ["costs more at once than in all", { cap: Amount.zero, setupPrice: Amount.of(1n) }],
  ["may lag for longer than there is money", { cap: Amount.of(Amount.max), maxLag: most }],
  ["has more seats than can be counted", { seats: most }],
  ["has seats that are not there", { firstSeat: most }],
])("IPSX-MAT-030 a deal that %s is not taken up", (_, change) => {
  for (const role of ["provider", "requester"] as const) {
    const lone = Lone.make()
    lones.push(lone)
    const owner = { owner: Lone.own }
    const offer = Lone.offer(role === "provider" ? owner : {})
    const request = Lone.request(role === "requester" ? owner : {})
    lone.agent.orders.set(offer.id, offer).set(request.id, request)
    Meeting.proposed(lone.agent, Lone.proposal(offer, request, change))
    expect(lone.agent.parties.size).toBe(0)
    const message = expect.stringMatching(
      /which is (not of its orders|more than the request asked for)/,
    )
    expect(lone.heard).toEqual([{ _tag: "Trouble", message }])
  }
})

const amount = fc.bigInt({ min: 0n, max: Amount.max }).map(Amount.of)
const extreme = fc.oneof(amount, fc.constantFrom(Amount.zero, Amount.of(Amount.max)))
const span = fc.oneof(fc.constantFrom(0, 1, 2, most), fc.nat(most))
const moment = fc.oneof(fc.nat(100), fc.nat(most)).map(Time.seconds)
const any: fc.Arbitrary<Deal> = fc
  .record({
    seats: fc.integer({ min: 1, max: 64 }),
    start: moment,
    end: moment,
    validUntil: moment,
    cap: extreme,
    bond: extreme,
    prepaid: extreme,
    pricePerSecond: extreme,
    pricePerByte: extreme,
    setupPrice: extreme,
    noShowCharge: extreme,
    maxLag: span,
    notice: span,
  })
  .map(someDeal)

it("IPSX-MAT-030 whatever a deal says, a participant comes to a judgement of it", () => {
  const orders = { offer: Lone.offer(), request: Lone.request() }
  const input = { _tag: "Proposed", orders, others: [], newcomer: true } as const
  const here = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
  fc.assert(
    fc.property(any, (deal) => {
      const id = Id.fromNumber(1)
      for (const make of [Provider.make, Requester.make] as const)
        expect(Opening.objection(make(id, deal, settings()), input)).toBeTypeOf("string")
      Provider.step(Provider.make(id, deal, settings()), input, here)
      Requester.step(Requester.make(id, deal, settings()), input, here)
    }),
    { numRuns: 1000 },
  )
})
