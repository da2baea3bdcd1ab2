import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Fill from "../../src/matching/Fill.ts"
import * as Policy from "../../src/matching/Policy.ts"
import * as Resting from "../../src/matching/Resting.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Ip from "../../src/model/Ip.ts"
import type * as Order from "../../src/model/Order.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import { epoch, offer, request } from "../arbitrary/order.ts"

const [someOffer] = fc.sample(offer(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Offer]
const [someRequest] = fc.sample(request(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Request]

it("IPSX-MAT-010 a fill has the parties and seats of its match, the offer's tariff for all of them, and their cost", () => {
  const priced = {
    ...someOffer,
    tariff: { setup: Amount.of(7n), perSecond: Amount.of(3n), perByte: Amount.of(2n) },
    noShowCharge: Amount.of(9n),
  }
  const wanted = { ...someRequest, duration: 10, bytes: 5 }
  const lease = { first: 4, seats: 3, from: epoch, to: epoch + 10 }
  expect(Fill.of(priced, wanted, lease)).toEqual({
    offer: someOffer.id,
    request: someRequest.id,
    provider: someOffer.owner,
    requester: someRequest.owner,
    resource: someOffer.resource.id,
    firstSeat: 4,
    seats: 3,
    start: epoch,
    end: epoch + 10,
    tariff: { setup: 21n, perSecond: 9n, perByte: 2n },
    noShowCharge: 27n,
    cost: 3n * (7n + 30n + 10n),
  })
  const dear = (noShowCharge: bigint) =>
    Fill.of({ ...priced, noShowCharge: Amount.of(noShowCharge) }, wanted, lease).noShowCharge
  expect([46n, 47n, 48n, 1000n].map(dear)).toEqual([138n, 141n, 141n, 141n])
})

it("IPSX-MAT-016, IPSX-MAT-017 the ordinary limits of a book are those of the specification", () => {
  expect(Policy.rules(Parameters.standard)).toEqual({
    minLease: Parameters.standard.minLease,
    maxLease: Parameters.standard.maxLease,
    bookAheadMax: Parameters.standard.bookAheadMax,
    maxSeats: Parameters.standard.maxSeats,
    ordersMax: 1_048_576,
    ordersPerOwnerMax: 65_536,
    scanMax: 65_536,
    triesMax: 1024,
    callsMax: 64,
  })
})

it("IPSX-ORD-007, IPSX-MAT-008 an offer knows where its first group of addresses ends, and a request begins with nothing had", () => {
  const rating = 400
  const of = (first: Ip.Ip) =>
    Resting.offer({
      order: { ...someOffer, resource: { ...someOffer.resource, first } },
      rating,
      sequence: 6,
    })
  const four = of(Ip.simulatedAt(250, 4))
  expect(four).toMatchObject({
    sequence: 6,
    rating,
    owner: someOffer.owner,
    protocols: someOffer.protocols,
    scopes: someOffer.scopes,
    group: 0xf0_0000,
    groupEnd: 6,
    groupSize: 256,
  })
  expect(of(Ip.simulatedAt(256, 4))).toMatchObject({ group: 0xf0_0001, groupEnd: 256 })
  expect(of(Ip.fromValue(0x2001_0db8n << 96n, 6))).toMatchObject({
    group: 0x2001_0db8_0000,
    groupEnd: 2 ** 80,
    groupSize: 2 ** 80,
  })
  const wish = Resting.request({ order: someRequest, rating, sequence: 7 })
  expect(wish).toMatchObject({ remaining: someRequest.addresses, owner: someRequest.owner, rating })
  expect(wish.tally).toEqual({ addresses: [], groups: new Map(), networks: new Map() })
  const copy = Resting.copyTally(wish.tally)
  copy.groups.set(1, 1)
  copy.networks.set(1, 1)
  expect([wish.tally.groups.size, wish.tally.networks.size]).toEqual([0, 0])
})
