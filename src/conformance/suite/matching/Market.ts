// Orders and commands of a small market, from which the cases of the class matching are made.
import type { JsonObject } from "../../Json.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"

const { provider, stranger } = Cast
const other = Cast.address(4)

export const now = Cast.genesis.timestamp

export const place = (order: JsonObject, rating = 500): JsonObject => ({
  type: "place",
  order,
  rating,
})
export const advance = (seconds: number): JsonObject => ({ type: "advance", now: now + seconds })
export const cancel = (order: string, owner: string): JsonObject => ({
  type: "cancel",
  order,
  owner,
})
export const release = (offer: string, from = now, to = now + 600): JsonObject => ({
  type: "release",
  offer,
  firstSeat: 0,
  seats: 1,
  from,
  to,
})

export const price = (perSecond: number, more: JsonObject = {}): JsonObject => ({
  tariff: { perSecond: String(perSecond), perByte: "0", setup: "0", ...more },
})

/** The n-th offer: of its own provider and range, with so many addresses, at a price per second. */
export const offer = (n: number, changes: JsonObject = {}, resource: JsonObject = {}): JsonObject =>
  Sample.offer({
    id: Cast.id(100 + n),
    owner: [provider, stranger, other][n % 3]!,
    resource: Sample.resource({
      id: Cast.id(n),
      first: `240.0.${n}.1`,
      network: 64_500 + n,
      ...resource,
    }),
    noShowCharge: "1000",
    ...price(100),
    ...changes,
  })

export const request = (n: number, changes: JsonObject = {}): JsonObject =>
  Sample.request({ id: Cast.id(200 + n), limit: "1000000", ...changes })
