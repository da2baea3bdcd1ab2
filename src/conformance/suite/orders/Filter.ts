// What a filter accepts, whom an order admits, and the class of an address.
import type { JsonObject } from "../../Json.ts"
import type { Group, Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"
import { told } from "../Table.ts"
import { group } from "./Head.ts"

const { provider, stranger } = Cast

const candidate = (changes: JsonObject = {}, resource: JsonObject = {}): JsonObject => ({
  resource: Sample.resource(resource),
  protocols: 0b11,
  scopes: 0b101,
  owner: provider,
  rating: 500,
  ...changes,
})

const filtered = (name: string, filter: JsonObject, other: JsonObject = candidate()): Question =>
  told(name, ["IPSX-ORD-010"], { type: "filter", filter: Sample.filter(filter), candidate: other })

const admitted = (name: string, changes: JsonObject, rating = 500): Question =>
  told(name, ["IPSX-ORD-011"], {
    type: "admits",
    counterparty: Sample.counterparty(changes),
    owner: provider,
    rating,
  })

export const filters: Group = {
  ...group(
    "filter",
    "What a filter accepts, and the first reason against what it does not",
    "A filter that lets the wrong address through puts somebody's traffic into a country or a use that they refused.",
  ),
  requirements: ["IPSX-ORD-010"],
  cases: [
    filtered("anything", {}),
    filtered("country/in-the-list", { countries: ["FR", "DE"] }),
    filtered("country/not-in-the-list", { countries: ["FR"] }),
    filtered("class/in-the-set", { classes: 1 }),
    filtered("class/not-in-the-set", { classes: 4094 }),
    filtered("class/shared", { classes: 8 }, candidate({}, { concurrency: 2 })),
    filtered("class/version-6", { classes: 64 }, candidate({}, { first: "2001:db8::1" })),
    filtered("protocol/all", { protocols: 0b11 }),
    filtered("protocol/one-missing", { protocols: 0b111 }),
    filtered("scope/all", { scopes: 0b101 }),
    filtered("scope/one-missing", { scopes: 0b111 }),
    filtered("bandwidth/at", { minBandwidth: 10_000 }),
    filtered("bandwidth/below", { minBandwidth: 10_001 }),
    filtered("quality/at", { minQuality: 990 }),
    filtered("quality/below", { minQuality: 991 }),
    filtered("rating/at", { provider: Sample.counterparty({ minRating: 500 }) }),
    filtered("rating/below", { provider: Sample.counterparty({ minRating: 501 }) }),
    filtered("denied", { provider: Sample.counterparty({ deny: [provider] }) }),
    filtered("not-allowed", { provider: Sample.counterparty({ allow: [stranger] }) }),
    filtered("order/country-before-class", { countries: ["FR"], classes: 4094 }),
    filtered("order/class-before-protocol", { classes: 4094, protocols: 255 }),
    filtered("order/protocol-before-scope", { protocols: 255, scopes: 4095 }),
    filtered("order/scope-before-bandwidth", { scopes: 4095, minBandwidth: 99_999 }),
    filtered("order/bandwidth-before-quality", { minBandwidth: 99_999, minQuality: 1000 }),
    filtered("order/quality-before-rating", {
      minQuality: 1000,
      provider: Sample.counterparty({ minRating: 900 }),
    }),
    filtered("order/rating-before-allowed", {
      provider: Sample.counterparty({ minRating: 900, allow: [stranger] }),
    }),
    admitted("admits/anybody", {}),
    admitted("admits/rating-at", { minRating: 500 }),
    admitted("admits/rating-below", { minRating: 501 }),
    admitted("admits/rating-highest", { minRating: 1000 }, 1000),
    admitted("admits/allowed", { allow: [provider] }),
    admitted("admits/not-allowed", { allow: [stranger] }),
    admitted("admits/denied", { deny: [provider] }),
    admitted("admits/allowed-and-denied", { allow: [provider], deny: [provider] }),
    admitted("admits/another-denied", { deny: [stranger] }),
    ...(["240.0.0.1", "2001:db8::1"] as const).flatMap((first) =>
      [1, 2].flatMap((concurrency) =>
        ["residential", "mobile", "datacentre"].map((kind) =>
          told(
            `class-of/${first.includes(":") ? 6 : 4}-${concurrency === 1 ? "dedicated" : "shared"}-${kind}`,
            ["IPSX-ORD-005"],
            {
              type: "classOf",
              resource: Sample.resource({ first, concurrency, kind }),
            },
          ),
        ),
      ),
    ),
  ],
}
