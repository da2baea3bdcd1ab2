// Cases of the class orders: filters, canonical texts, the shape of orders, and the two lists.
import type { Json, JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"

const { provider, stranger } = Cast
const now = Cast.genesis.timestamp

const group = (
  name: string,
  about: string,
  why: string,
  roles: Group["roles"] = ["exchange"],
): Pick<Group, "class" | "group" | "about" | "why" | "roles"> => ({
  class: "orders/1",
  group: `orders/${name}`,
  about,
  why,
  roles,
})

const ask = (name: string, requirements: ReadonlyArray<string>, event: JsonObject): Question => ({
  name,
  requirements,
  events: [event],
})

const candidate = (changes: JsonObject = {}, resource: JsonObject = {}): JsonObject => ({
  resource: Sample.resource(resource),
  protocols: 0b11,
  scopes: 0b101,
  owner: provider,
  rating: 500,
  ...changes,
})

const filtered = (name: string, filter: JsonObject, other: JsonObject = candidate()): Question =>
  ask(name, ["IPSX-ORD-010"], { type: "filter", filter: Sample.filter(filter), candidate: other })

const counterparty = (changes: JsonObject): JsonObject => ({
  minRating: 0,
  allow: [],
  deny: [],
  ...changes,
})

const admitted = (name: string, changes: JsonObject, rating = 500): Question =>
  ask(name, ["IPSX-ORD-011"], {
    type: "admits",
    counterparty: counterparty(changes),
    owner: provider,
    rating,
  })

const filters: Group = {
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
    filtered("rating/at", { provider: counterparty({ minRating: 500 }) }),
    filtered("rating/below", { provider: counterparty({ minRating: 501 }) }),
    filtered("denied", { provider: counterparty({ deny: [provider] }) }),
    filtered("not-allowed", { provider: counterparty({ allow: [stranger] }) }),
    filtered("order/country-before-class", { countries: ["FR"], classes: 4094 }),
    filtered("order/class-before-protocol", { classes: 4094, protocols: 255 }),
    filtered("order/protocol-before-scope", { protocols: 255, scopes: 4095 }),
    filtered("order/scope-before-bandwidth", { scopes: 4095, minBandwidth: 99_999 }),
    filtered("order/bandwidth-before-quality", { minBandwidth: 99_999, minQuality: 1000 }),
    filtered("order/quality-before-rating", {
      minQuality: 1000,
      provider: counterparty({ minRating: 900 }),
    }),
    filtered("order/rating-before-allowed", {
      provider: counterparty({ minRating: 900, allow: [stranger] }),
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
          ask(
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

const canonical: Group = {
  ...group(
    "canonical",
    "The one text of an order",
    "Two texts of one order are two digests, and neither side can prove what was offered.",
    ["provider", "requester", "exchange"],
  ),
  requirements: ["IPSX-ORD-012"],
  cases: [
    ask("offer", ["IPSX-ORD-012"], { type: "canonical", order: Sample.offer() }),
    ask("request", ["IPSX-ORD-012"], { type: "canonical", order: Sample.request() }),
    ask("lists-keep-their-order", ["IPSX-ORD-012"], {
      type: "canonical",
      order: Sample.request({ filter: Sample.filter({ countries: ["FR", "DE"] }) }),
    }),
    ask("keys-of-inner-objects", ["IPSX-ORD-012"], {
      type: "canonical",
      order: Sample.request({ window: { to: now + 3600, from: now } }),
    }),
  ],
}

const shape = (name: string, json: Json, requirement: string): Question =>
  ask(name, [requirement], { type: "readOrder", json })
const offer = (name: string, changes: JsonObject, requirement = "IPSX-ORD-001"): Question =>
  shape(`offer/${name}`, Sample.offer(changes), requirement)
const ranged = (name: string, changes: JsonObject): Question =>
  offer(`resource/${name}`, { resource: Sample.resource(changes) }, "IPSX-ORD-002")
const asked = (name: string, changes: JsonObject): Question =>
  shape(`request/${name}`, Sample.request(changes), "IPSX-ORD-009")

const without = (order: JsonObject, field: string): JsonObject =>
  Object.fromEntries(Object.entries(order).filter(([key]) => key !== field))

const shapes: Group = {
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
    offer("rating-floor-highest", { requester: counterparty({ minRating: 1000 }) }),
    offer("rating-floor-too-high", { requester: counterparty({ minRating: 1001 }) }),
    offer("list-longest", {
      requester: counterparty({ deny: Array.from({ length: 64 }, () => stranger) }),
    }),
    offer("list-too-long", {
      requester: counterparty({ deny: Array.from({ length: 65 }, () => stranger) }),
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

const covers: Group = {
  ...group(
    "cover",
    "Whether a wallet stands behind a request",
    "A request that nobody can pay takes capacity from those who can.",
  ),
  requirements: ["IPSX-WAL-007"],
  cases: Object.entries(Sets.sets).flatMap(([name, { commissionBp, minCommission }]) => {
    const needed = 3n * 10n ** 20n + BigInt(minCommission as string)
    return [-1n, 0n, 1n].map((by) =>
      ask(
        `${name}/${by < 0n ? "one-unit-short" : by === 0n ? "exact" : "more"}`,
        ["IPSX-WAL-007"],
        {
          type: "covers",
          request: Sample.request({ addresses: 3 }),
          balance: (needed + by).toString(),
          commissionBp: commissionBp!,
          minCommission: minCommission!,
        },
      ),
    )
  }),
}

const place = (order: JsonObject, at = now): JsonObject => ({ type: "place", order, now: at })
const cancel = (order: string, owner: string): JsonObject => ({ type: "cancel", order, owner })
const replace = (old: string, order: JsonObject, at = now): JsonObject => ({
  type: "replace",
  old,
  order,
  now: at,
})
const expire = (at: number): JsonObject => ({ type: "expire", now: at })
const told = (
  name: string,
  requirements: ReadonlyArray<string>,
  ...events: ReadonlyArray<JsonObject>
): Question => ({
  name,
  requirements,
  events,
})

const [first, second] = [Cast.id(101), Cast.id(201)]
const elsewhere = (changes: JsonObject = {}): JsonObject =>
  Sample.offer({
    id: second,
    resource: Sample.resource({ id: Cast.id(8), first: "240.0.9.1" }),
    ...changes,
  })

const book = (set: JsonObject): ReadonlyArray<Question> => {
  const min = set.minLease as number
  const max = set.maxLease as number
  const ahead = set.bookAheadMax as number
  const refused = ["IPSX-ORD-021"]
  const window = (from: number, to: number): JsonObject => ({ from: now + from, to: now + to })
  return [
    told("offer", ["IPSX-ORD-020"], place(Sample.offer())),
    told("request", ["IPSX-ORD-020"], place(Sample.request())),
    told("duration/offer-shortest", refused, place(Sample.offer({ minLease: min }))),
    told("duration/offer-too-short", refused, place(Sample.offer({ minLease: min - 1 }))),
    told("duration/request-longest", refused, place(Sample.request({ duration: max }))),
    told("duration/request-too-long", refused, place(Sample.request({ duration: max + 1 }))),
    told("count/minimum-above", refused, place(Sample.request({ addresses: 2, minimum: 3 }))),
    told("count/minimum-at", refused, place(Sample.request({ addresses: 3, minimum: 3 }))),
    told(
      "price/free",
      ["IPSX-ORD-008"],
      place(Sample.offer({ tariff: { perSecond: "0", perByte: "5", setup: "0" } })),
    ),
    told(
      "price/setup-only",
      ["IPSX-ORD-008"],
      place(Sample.offer({ tariff: { perSecond: "0", perByte: "0", setup: "1" } })),
    ),
    told("price/no-show-free", ["IPSX-ORD-008"], place(Sample.offer({ noShowCharge: "0" }))),
    told("price/limit-zero", refused, place(Sample.request({ limit: "0" }))),
    told("window/offer-exact", refused, place(Sample.offer({ from: now, to: now + 60 }))),
    told("window/offer-too-short", refused, place(Sample.offer({ from: now, to: now + 59 }))),
    told("window/request-exact", refused, place(Sample.request({ window: window(0, 600) }))),
    told("window/request-too-short", refused, place(Sample.request({ window: window(0, 599) }))),
    told(
      "window/latest-start",
      refused,
      place(Sample.request({ expiresAt: now + ahead + 9000, window: window(0, ahead + 600) })),
    ),
    told(
      "window/starts-too-late",
      refused,
      place(Sample.request({ expiresAt: now + ahead + 9000, window: window(0, ahead + 601) })),
    ),
    told(
      "window/before-price",
      refused,
      place(Sample.offer({ from: now, to: now + 59, noShowCharge: "0" })),
    ),
    told("expired/at", refused, place(Sample.offer({ expiresAt: now }))),
    told("expired/one-second-left", refused, place(Sample.offer({ expiresAt: now + 1 }))),
    told("expired/no-lease-fits-any-more", refused, place(Sample.offer(), now + 7141)),
    told("expired/the-last-lease-fits", refused, place(Sample.offer(), now + 7140)),
    told("duplicate/live", refused, place(Sample.offer()), place(Sample.offer())),
    told(
      "duplicate/after-it-left",
      ["IPSX-ORD-022"],
      place(Sample.offer()),
      cancel(first, provider),
      place(Sample.offer()),
    ),
    told(
      "duplicate/of-the-other-side",
      refused,
      place(Sample.offer()),
      place(Sample.request({ id: first })),
    ),
    told(
      "nonce/cancelled",
      refused,
      { type: "cancelBelow", owner: provider, minimum: 2 },
      place(Sample.offer()),
    ),
    told(
      "nonce/at-the-minimum",
      refused,
      { type: "cancelBelow", owner: provider, minimum: 1 },
      place(Sample.offer()),
    ),
    told(
      "nonce/cancels-in-order",
      ["IPSX-AGR-022"],
      place(elsewhere({ nonce: 3 })),
      place(Sample.offer({ nonce: 1 })),
      place(Sample.request({ owner: provider, nonce: 2 })),
      { type: "cancelBelow", owner: provider, minimum: 3 },
    ),
    told("cancel/own", ["IPSX-ORD-023"], place(Sample.offer()), cancel(first, provider)),
    told("cancel/another's", ["IPSX-ORD-023"], place(Sample.offer()), cancel(first, stranger)),
    told("cancel/unknown", ["IPSX-ORD-023"], cancel(first, provider)),
    told(
      "cancel/twice",
      ["IPSX-ORD-023"],
      place(Sample.offer()),
      cancel(first, provider),
      cancel(first, provider),
    ),
    told(
      "replace/own",
      ["IPSX-ORD-024"],
      place(Sample.offer()),
      replace(first, Sample.offer({ id: second })),
      cancel(first, provider),
      cancel(second, provider),
    ),
    told(
      "replace/another's",
      ["IPSX-ORD-024"],
      place(Sample.offer()),
      replace(first, elsewhere({ owner: stranger })),
    ),
    told(
      "replace/by-the-other-side",
      ["IPSX-ORD-024"],
      place(Sample.offer()),
      replace(first, Sample.request({ owner: provider })),
    ),
    told("replace/unknown", ["IPSX-ORD-024"], replace(first, Sample.offer({ id: second }))),
    told(
      "replace/refused-leaves-the-old",
      ["IPSX-ORD-024"],
      place(Sample.offer()),
      replace(first, Sample.offer({ id: second, noShowCharge: "0" })),
      cancel(first, provider),
    ),
    told(
      "replace/with-its-own-id",
      ["IPSX-ORD-022", "IPSX-ORD-024"],
      place(Sample.offer()),
      replace(first, Sample.offer({ nonce: 5 })),
    ),
    told("expire/one-second-early", ["IPSX-ORD-025"], place(Sample.request()), expire(now + 3599)),
    told("expire/at", ["IPSX-ORD-025"], place(Sample.request()), expire(now + 3600)),
    told(
      "expire/offer-by-its-window",
      ["IPSX-ORD-025"],
      place(Sample.offer()),
      expire(now + 7140),
      expire(now + 7141),
    ),
    told(
      "expire/by-deadline",
      ["IPSX-ORD-025"],
      place(Sample.offer()),
      place(Sample.request()),
      place(elsewhere({ expiresAt: now + 100 })),
      expire(now + 9000),
    ),
    told(
      "conflict/overlap",
      ["IPSX-ORD-026"],
      place(Sample.offer()),
      place(Sample.offer({ id: second, from: now + 7199, to: now + 9000, expiresAt: now + 9000 })),
    ),
    told(
      "conflict/right-after",
      ["IPSX-ORD-026"],
      place(Sample.offer()),
      place(Sample.offer({ id: second, from: now + 7200, to: now + 9000, expiresAt: now + 9000 })),
    ),
    told(
      "conflict/another-numbering",
      ["IPSX-ORD-026"],
      place(Sample.offer()),
      place(
        Sample.offer({
          id: second,
          from: now + 7200,
          to: now + 9000,
          expiresAt: now + 9000,
          resource: Sample.resource({ concurrency: 2 }),
        }),
      ),
    ),
    told(
      "conflict/another-name-of-the-same",
      ["IPSX-ORD-026"],
      place(Sample.offer()),
      place(elsewhere({ resource: Sample.resource({ id: Cast.id(8), first: "240.0.0.4" }) })),
    ),
    told(
      "conflict/the-next-address",
      ["IPSX-ORD-026"],
      place(Sample.offer()),
      place(elsewhere({ resource: Sample.resource({ id: Cast.id(8), first: "240.0.0.5" }) })),
    ),
    told(
      "conflict/another-owner",
      ["IPSX-ORD-026"],
      place(Sample.offer()),
      place(Sample.offer({ id: second, owner: stranger })),
    ),
    told(
      "limit/of-an-owner",
      refused,
      place(Sample.offer()),
      place(elsewhere()),
      place(Sample.request({ owner: provider })),
    ),
    told(
      "limit/of-the-book",
      refused,
      place(Sample.offer()),
      place(elsewhere()),
      place(Sample.request()),
      place(Sample.request({ id: Cast.id(103), owner: stranger })),
    ),
  ].map((one) => ({ ...one, name: one.name.replace("'s", "s-own") }))
}

const rules = (set: JsonObject): JsonObject => ({
  minLease: set.minLease!,
  maxLease: set.maxLease!,
  bookAheadMax: set.bookAheadMax!,
  maxSeats: set.maxSeats!,
  ordersMax: 3,
  ordersPerOwnerMax: 2,
})

export const groups: ReadonlyArray<Group> = [
  filters,
  canonical,
  shapes,
  covers,
  ...Sets.each((set, suffix) => ({
    ...group(
      `book${suffix}`,
      "What enters the two lists, and when it leaves them",
      "A book that takes what another one refuses makes deals that the other cannot follow.",
    ),
    requirements: ["IPSX-ORD-021"],
    params: { rules: rules(set) },
    shared: true,
    cases: book(set),
  })),
]
