// The one text of an order, and orders with every field at, below and above its bounds.
import type { Json, JsonObject } from "../../Json.ts"
import type { Group, Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"
import { told } from "../Table.ts"
import { group } from "./Head.ts"

const { stranger } = Cast
const now = Cast.genesis.timestamp

export const canonical: Group = {
  ...group(
    "canonical",
    "The one text of an order",
    "Two texts of one order are two digests, and neither side can prove what was offered.",
    ["provider", "requester", "exchange"],
  ),
  requirements: ["IPSX-ORD-012"],
  cases: [
    told("offer", ["IPSX-ORD-012"], { type: "canonical", order: Sample.offer() }),
    told("request", ["IPSX-ORD-012"], { type: "canonical", order: Sample.request() }),
    told("lists-keep-their-order", ["IPSX-ORD-012"], {
      type: "canonical",
      order: Sample.request({ filter: Sample.filter({ countries: ["FR", "DE"] }) }),
    }),
    told("keys-of-inner-objects", ["IPSX-ORD-012"], {
      type: "canonical",
      order: Sample.request({ window: { to: now + 3600, from: now } }),
    }),
  ],
}

const shape = (name: string, json: Json, requirement: string): Question =>
  told(name, [requirement], { type: "readOrder", json })
const offer = (name: string, changes: JsonObject, requirement = "IPSX-ORD-001"): Question =>
  shape(`offer/${name}`, Sample.offer(changes), requirement)
const ranged = (name: string, changes: JsonObject): Question =>
  offer(`resource/${name}`, { resource: Sample.resource(changes) }, "IPSX-ORD-002")
const asked = (name: string, changes: JsonObject): Question =>
  shape(`request/${name}`, Sample.request(changes), "IPSX-ORD-009")

const without = (order: JsonObject, field: string): JsonObject =>
  Object.fromEntries(Object.entries(order).filter(([key]) => key !== field))

export const shapes: Group = {
  ...group(
    "shape",
    "Orders with every field at, below and above its bounds",
    "An order that one program reads and another refuses is on one market and not on the other.",
    ["provider", "requester", "exchange"],
  ),
  requirements: ["IPSX-ORD-001"],
  cases: [
    offer("good", {}),
    ...["id", "owner", "resource", "tariff", "requester", "expiresAt"].map((field) =>
      shape(`offer/without-${field}`, without(Sample.offer(), field), "IPSX-ORD-001"),
    ),
    offer("nonce-largest", { nonce: 2 ** 53 - 1 }),
    offer("nonce-negative", { nonce: -1 }),
    offer("lease-largest", { minLease: 2 ** 32 - 1 }),
    offer("lease-too-large", { minLease: 2 ** 32 }),
    offer("protocols-all", { protocols: 255 }, "IPSX-ORD-006"),
    offer("protocols-unknown-bit", { protocols: 256 }, "IPSX-ORD-006"),
    offer("scopes-unknown-bit", { scopes: 4096 }, "IPSX-ORD-006"),
    offer("price-largest", { noShowCharge: (2n ** 88n - 1n).toString() }),
    offer("price-too-large", { noShowCharge: (2n ** 88n).toString() }),
    offer("price-a-number", { noShowCharge: 5 }, "IPSX-TRM-002"),
    offer("rating-floor-highest", { requester: Sample.counterparty({ minRating: 1000 }) }),
    offer("rating-floor-too-high", { requester: Sample.counterparty({ minRating: 1001 }) }),
    offer("list-longest", {
      requester: Sample.counterparty({ deny: Array.from({ length: 64 }, () => stranger) }),
    }),
    offer("list-too-long", {
      requester: Sample.counterparty({ deny: Array.from({ length: 65 }, () => stranger) }),
    }),
    ranged("one-address", { addresses: 1 }),
    ranged("no-address", { addresses: 0 }),
    ranged("most-addresses", { first: "240.0.0.0", addresses: 2 ** 20 }),
    ranged("too-many-addresses", { first: "240.0.0.0", addresses: 2 ** 20 + 1 }),
    ranged("most-users", { addresses: 1, concurrency: 1024 }),
    ranged("too-many-users", { addresses: 1, concurrency: 1025 }),
    ranged("most-seats", { first: "240.0.0.0", addresses: 2 ** 14, concurrency: 1024 }),
    ranged("too-many-seats", { first: "240.0.0.0", addresses: 2 ** 14 + 1, concurrency: 1024 }),
    ranged("ends-at-the-last-address", { first: "255.255.255.252", addresses: 4 }),
    ranged("ends-after-the-last-address", { first: "255.255.255.253", addresses: 4 }),
    ranged("not-an-address", { first: "240.0.0" }),
    offer("country-unknown", { resource: Sample.resource({ country: "XX" }) }, "IPSX-ORD-004"),
    offer("country-lower-case", { resource: Sample.resource({ country: "de" }) }, "IPSX-ORD-004"),
    offer("kind-unknown", { resource: Sample.resource({ kind: "satellite" }) }, "IPSX-ORD-005"),
    asked("good", {}),
    asked("no-address", { addresses: 0 }),
    asked("most-addresses", { addresses: 2 ** 16 }),
    asked("too-many-addresses", { addresses: 2 ** 16 + 1 }),
    asked("no-class", { filter: Sample.filter({ classes: 0 }) }),
    asked("class-unknown-bit", { filter: Sample.filter({ classes: 4096 }) }),
    asked("window-null", { window: null }),
    asked("window-half", { window: { from: now } }),
    asked("limit-too-large", { limit: (2n ** 88n).toString() }),
    asked("per-second-null", { perSecondLimit: null }),
    asked("per-second-a-number", { perSecondLimit: 1 }),
    shape("neither", { ...Sample.offer(), _tag: "Wish" }, "IPSX-ORD-001"),
    shape("a-text", "offer", "IPSX-ORD-001"),
  ],
}
