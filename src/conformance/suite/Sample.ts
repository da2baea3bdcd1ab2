// Deals, orders and messages that cases start from: plain values of the wire, in which a case changes what it is about.
import type { Id } from "../../model/Id.ts"
import { noble } from "../../signature/Curve.ts"
import * as Structure from "../../signature/Structure.ts"
import * as Json from "../Json.ts"
import * as Cast from "./Cast.ts"

const start = Cast.genesis.timestamp + 10

/** A thousand seconds of one seat for a hundred tokens, from ten seconds after the genesis. */
export const deal = (changes: Json.JsonObject = {}): Json.JsonObject => ({
  provider: Cast.provider,
  requester: Cast.requester,
  offer: Cast.id(101),
  request: Cast.id(102),
  providerNonce: 1,
  requesterNonce: 1,
  resource: Cast.id(7),
  firstSeat: 0,
  seats: 1,
  start,
  end: start + 1000,
  validUntil: start + 30,
  cap: Cast.tokens(100),
  bond: Cast.tokens(10),
  prepaid: "0",
  pricePerSecond: "100000000000000000",
  pricePerByte: "0",
  setupPrice: "0",
  noShowCharge: Cast.tokens(2),
  maxLag: 120,
  notice: 60,
  terms: Cast.id(0),
  salt: Cast.id(1),
  ...changes,
})

/** A standing reservation of a day, of a hundred tokens and a bond of ten. */
export const reservation = (changes: Json.JsonObject = {}): Json.JsonObject =>
  deal({
    seats: 0,
    end: start + 86_400,
    pricePerSecond: "0",
    noShowCharge: "0",
    resource: Cast.id(0),
    ...changes,
  })

export const idOf = (deal: Json.JsonObject): Id => Structure.channelId(noble, Json.revive(deal))

export const shortDeal = (reservation: string, changes: Json.JsonObject = {}): Json.JsonObject => ({
  reservation,
  nonce: 1,
  resource: Cast.id(7),
  firstSeat: 0,
  seats: 1,
  start: start + 20,
  end: start + 25,
  cap: Cast.tokens(5),
  bond: "500000000000000000",
  pricePerSecond: Cast.tokens(1),
  pricePerByte: "0",
  setupPrice: "0",
  terms: Cast.id(0),
  ...changes,
})

export const receipt = (channelId: string, changes: Json.JsonObject = {}): Json.JsonObject => ({
  channelId,
  provider: Cast.provider,
  requester: Cast.requester,
  resource: Cast.id(7),
  seat: 0,
  from: start,
  to: start + 600,
  commitment: Cast.id(0),
  ...changes,
})

export const status = (channelId: string, changes: Json.JsonObject = {}): Json.JsonObject => ({
  channelId,
  role: 0,
  seq: 1,
  status: 3,
  reason: 0,
  at: start + 2,
  cumulativeAmount: "0",
  previous: Cast.id(0),
  ...changes,
})

export const resource = (changes: Json.JsonObject = {}): Json.JsonObject => ({
  id: Cast.id(7),
  first: "240.0.0.1",
  addresses: 4,
  concurrency: 1,
  country: "DE",
  kind: "residential",
  network: 64512,
  bandwidth: 10_000,
  quality: 990,
  ...changes,
})

export const counterparty = (changes: Json.JsonObject = {}): Json.JsonObject => ({
  minRating: 0,
  allow: [],
  deny: [],
  ...changes,
})

export const offer = (changes: Json.JsonObject = {}): Json.JsonObject => ({
  _tag: "Offer",
  id: Cast.id(101),
  owner: Cast.provider,
  nonce: 1,
  resource: resource(),
  from: Cast.genesis.timestamp,
  to: Cast.genesis.timestamp + 7200,
  minLease: 60,
  protocols: 255,
  scopes: 4095,
  tariff: { perSecond: "100000000000000000", perByte: "0", setup: "0" },
  noShowCharge: Cast.tokens(2),
  requester: counterparty(),
  expiresAt: Cast.genesis.timestamp + 7200,
  notice: 60,
  maxLag: 120,
  ...changes,
})

export const filter = (changes: Json.JsonObject = {}): Json.JsonObject => ({
  countries: [],
  classes: 4095,
  protocols: 0,
  scopes: 0,
  minBandwidth: 0,
  minQuality: 0,
  provider: counterparty(),
  ...changes,
})

export const request = (changes: Json.JsonObject = {}): Json.JsonObject => ({
  _tag: "Request",
  id: Cast.id(102),
  owner: Cast.requester,
  nonce: 1,
  addresses: 1,
  minimum: 1,
  duration: 600,
  window: null,
  filter: filter(),
  maxPerGroup: 65_536,
  maxPerNetwork: 65_536,
  bytes: 0,
  limit: Cast.tokens(100),
  perSecondLimit: null,
  expiresAt: Cast.genesis.timestamp + 3600,
  ...changes,
})
