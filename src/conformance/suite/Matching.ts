// Cases of the class matching: who gets what, from whom, when, and what is left.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"

const { provider, requester, stranger } = Cast
const other = Cast.address(4)
const now = Cast.genesis.timestamp

const rules = (set: JsonObject): JsonObject => ({
  minLease: set.minLease!,
  maxLease: set.maxLease!,
  bookAheadMax: set.bookAheadMax!,
  maxSeats: set.maxSeats!,
  ordersMax: 1000,
  ordersPerOwnerMax: 1000,
})

const place = (order: JsonObject, rating = 500): JsonObject => ({ type: "place", order, rating })
const advance = (seconds: number): JsonObject => ({ type: "advance", now: now + seconds })
const cancel = (order: string, owner: string): JsonObject => ({ type: "cancel", order, owner })
const told = (
  name: string,
  requirements: ReadonlyArray<string>,
  ...events: ReadonlyArray<JsonObject>
): Question => ({
  name,
  requirements,
  events,
})

const price = (perSecond: number, more: JsonObject = {}): JsonObject => ({
  tariff: { perSecond: String(perSecond), perByte: "0", setup: "0", ...more },
})

/** The n-th offer: of its own provider and range, with so many addresses, at a price per second. */
const offer = (n: number, changes: JsonObject = {}, resource: JsonObject = {}): JsonObject =>
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

const request = (n: number, changes: JsonObject = {}): JsonObject =>
  Sample.request({ id: Cast.id(200 + n), limit: "1000000", ...changes })

const conditions: ReadonlyArray<Question> = [
  told(
    "filter",
    ["IPSX-MAT-003"],
    place(offer(1)),
    place(request(1, { filter: Sample.filter({ countries: ["FR"] }) })),
  ),
  told(
    "filter/second-offer-passes",
    ["IPSX-MAT-003"],
    place(offer(1)),
    place(offer(2, {}, { country: "FR" })),
    place(request(1, { filter: Sample.filter({ countries: ["FR"] }) })),
  ),
  told(
    "requester-not-admitted",
    ["IPSX-MAT-003"],
    place(offer(1, { requester: { minRating: 501, allow: [], deny: [] } })),
    place(request(1)),
  ),
  told(
    "requester-admitted-by-rating",
    ["IPSX-MAT-003"],
    place(offer(1, { requester: { minRating: 501, allow: [], deny: [] } })),
    place(request(1), 501),
  ),
  told(
    "provider-not-admitted",
    ["IPSX-MAT-003"],
    place(offer(1), 499),
    place(
      request(1, { filter: Sample.filter({ provider: { minRating: 500, allow: [], deny: [] } }) }),
    ),
  ),
  told("least-lease/at", ["IPSX-MAT-003"], place(offer(1, { minLease: 600 })), place(request(1))),
  told(
    "least-lease/above",
    ["IPSX-MAT-003"],
    place(offer(1, { minLease: 601 })),
    place(request(1)),
  ),
  told("limit/at", ["IPSX-MAT-003"], place(offer(1)), place(request(1, { limit: "60000" }))),
  told(
    "limit/one-unit-short",
    ["IPSX-MAT-003"],
    place(offer(1)),
    place(request(1, { limit: "59999" })),
  ),
  told(
    "limit/with-setup-and-bytes",
    ["IPSX-MAT-003"],
    place(offer(1, price(100, { setup: "7", perByte: "2" }))),
    place(request(1, { bytes: 10, limit: "60027" })),
    place(request(2, { bytes: 10, limit: "60026" })),
  ),
  told(
    "limit/per-second-at",
    ["IPSX-MAT-003"],
    place(offer(1)),
    place(request(1, { perSecondLimit: "100" })),
  ),
  told(
    "limit/per-second-below",
    ["IPSX-MAT-003"],
    place(offer(1)),
    place(request(1, { perSecondLimit: "99" })),
  ),
  told("oneself", ["IPSX-MAT-004"], place(offer(1)), place(request(1, { owner: stranger }))),
  told(
    "oneself-skipped",
    ["IPSX-MAT-004"],
    place(offer(1)),
    place(offer(2, price(200))),
    place(request(1, { owner: stranger })),
  ),
  told(
    "window/fits-exactly",
    ["IPSX-MAT-003", "IPSX-MAT-006"],
    place(offer(1, { to: now + 600 })),
    place(request(1)),
  ),
  told(
    "window/one-second-short",
    ["IPSX-MAT-003"],
    place(offer(1, { to: now + 599 })),
    place(request(1)),
  ),
]

const ranks: ReadonlyArray<Question> = [
  told(
    "price/cheapest-first",
    ["IPSX-MAT-005"],
    place(offer(1, price(120))),
    place(offer(2, price(100))),
    place(offer(3, price(110))),
    place(request(1)),
  ),
  told("price/then-older", ["IPSX-MAT-005"], place(offer(1)), place(offer(2)), place(request(1))),
  told(
    "price/by-the-total",
    ["IPSX-MAT-005"],
    place(offer(1, price(100, { setup: "1" }))),
    place(offer(2, price(99, { setup: "700" }))),
    place(request(1)),
  ),
  told(
    "price/by-expected-bytes",
    ["IPSX-MAT-005"],
    place(offer(1, price(100))),
    place(offer(2, price(50, { perByte: "40" }))),
    place(request(1, { bytes: 1000 })),
  ),
  told(
    "lowest-seat-first",
    ["IPSX-MAT-005"],
    place(offer(1)),
    place(request(1)),
    place(request(2)),
    place(request(3)),
  ),
  told(
    "earlier-rectangle-first",
    ["IPSX-MAT-005", "IPSX-MAT-006"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1, { window: { from: now + 1000, to: now + 1600 } })),
    place(request(2, { window: { from: now, to: now + 7200 } })),
  ),
  told(
    "earliest-start",
    ["IPSX-MAT-006"],
    place(offer(1, { from: now + 500 })),
    place(request(1, { window: { from: now + 100, to: now + 3000 } })),
  ),
  told(
    "start-of-the-window",
    ["IPSX-MAT-006"],
    place(offer(1)),
    place(request(1, { window: { from: now + 100, to: now + 3000 } })),
  ),
  told("start-now", ["IPSX-MAT-006"], place(offer(1)), advance(50), place(request(1))),
  told(
    "not-yet",
    ["IPSX-MAT-006"],
    place(offer(1, { from: now + 500 })),
    place(request(1)),
    advance(499),
    advance(500),
  ),
  told(
    "waiting/highest-limit-first",
    ["IPSX-MAT-007"],
    place(request(1, { limit: "70000" })),
    place(request(2, { limit: "80000" })),
    place(offer(1, {}, { addresses: 1 })),
  ),
  told(
    "waiting/then-older",
    ["IPSX-MAT-007"],
    place(request(1)),
    place(request(2)),
    place(offer(1, {}, { addresses: 1 })),
  ),
  told(
    "waiting/per-second-of-lease",
    ["IPSX-MAT-007"],
    place(request(1, { limit: "120000", duration: 1200 })),
    place(request(2, { limit: "61000", duration: 600 })),
    place(offer(1, {}, { addresses: 1 })),
  ),
  told(
    "waiting/exact-fraction",
    ["IPSX-MAT-007"],
    place(request(1, { limit: "100000", duration: 601 })),
    place(request(2, { limit: "99834", duration: 600 })),
    place(offer(1, {}, { addresses: 1 })),
  ),
]

const amounts: ReadonlyArray<Question> = [
  told(
    "several/one-offer",
    ["IPSX-MAT-008", "IPSX-MAT-010"],
    place(offer(1)),
    place(request(1, { addresses: 3 })),
  ),
  told(
    "several/two-offers",
    ["IPSX-MAT-008"],
    place(offer(1, {}, { addresses: 2 })),
    place(offer(2, price(110), { addresses: 2 })),
    place(request(1, { addresses: 3 })),
  ),
  told(
    "several/rest-waits",
    ["IPSX-MAT-009"],
    place(offer(1, {}, { addresses: 2 })),
    place(request(1, { addresses: 3 })),
    place(offer(2, price(110))),
  ),
  told(
    "minimum/all-or-nothing",
    ["IPSX-MAT-009"],
    place(offer(1, {}, { addresses: 2 })),
    place(request(1, { addresses: 3, minimum: 3 })),
    place(offer(2, price(110))),
  ),
  told(
    "minimum/met",
    ["IPSX-MAT-009"],
    place(offer(1, {}, { addresses: 2 })),
    place(request(1, { addresses: 3, minimum: 2 })),
  ),
  told(
    "minimum/what-is-left-is-less",
    ["IPSX-MAT-009"],
    place(offer(1, {}, { addresses: 2 })),
    place(request(1, { addresses: 3, minimum: 2 })),
    place(offer(2, price(110), { addresses: 1 })),
  ),
  told(
    "shared/one-seat-of-an-address",
    ["IPSX-MAT-008"],
    place(offer(1, {}, { addresses: 2, concurrency: 3 })),
    place(request(1, { addresses: 2 })),
  ),
  told(
    "shared/second-requester-shares",
    ["IPSX-MAT-008", "IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1, concurrency: 2 })),
    place(request(1)),
    place(request(2, { owner: Cast.address(5) })),
    place(request(3, { owner: Cast.address(6) })),
  ),
  told(
    "each-address-once",
    ["IPSX-MAT-008"],
    place(offer(1, {}, { addresses: 1, concurrency: 2 })),
    place(request(1, { addresses: 2 })),
  ),
  told(
    "group/cap",
    ["IPSX-MAT-008", "IPSX-ORD-007"],
    place(offer(1)),
    place(request(1, { addresses: 4, maxPerGroup: 2 })),
  ),
  told(
    "group/two-in-one-range",
    ["IPSX-MAT-008", "IPSX-ORD-007"],
    place(offer(1, {}, { first: "240.0.1.254", addresses: 4 })),
    place(request(1, { addresses: 4, maxPerGroup: 1 })),
  ),
  told(
    "network/cap",
    ["IPSX-MAT-008"],
    place(offer(1)),
    place(offer(2, price(110))),
    place(request(1, { addresses: 4, maxPerNetwork: 1 })),
  ),
  told(
    "network/over-its-life",
    ["IPSX-MAT-008"],
    place(offer(1, {}, { addresses: 1, network: 7 })),
    place(request(1, { addresses: 2, maxPerNetwork: 1 })),
    place(offer(2, {}, { network: 7 })),
    place(offer(3, {}, { network: 8 })),
  ),
]

const capacity: ReadonlyArray<Question> = [
  told(
    "split/time-before-and-after",
    ["IPSX-MAT-011"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1, { window: { from: now + 1000, to: now + 1600 } })),
    place(request(2)),
    place(request(3, { window: { from: now + 1600, to: now + 2200 } })),
  ),
  told(
    "split/seats-keep-their-time",
    ["IPSX-MAT-011"],
    place(offer(1, {}, { addresses: 2 })),
    place(request(1)),
    place(request(2, { duration: 7200, limit: "9000000" })),
  ),
  told(
    "discard/too-short-before",
    ["IPSX-MAT-012"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1, { window: { from: now + 59, to: now + 659 } })),
  ),
  told(
    "discard/just-long-enough",
    ["IPSX-MAT-012"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1, { window: { from: now + 60, to: now + 660 } })),
  ),
  told(
    "discard/too-short-after",
    ["IPSX-MAT-012"],
    place(offer(1, { to: now + 659 }, { addresses: 1 })),
    place(request(1)),
  ),
  told(
    "discard/by-time",
    ["IPSX-MAT-012"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1, { window: { from: now + 1000, to: now + 1600 } })),
    advance(940),
    advance(941),
  ),
  told(
    "release/comes-back",
    ["IPSX-MAT-013"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    { type: "release", offer: Cast.id(101), firstSeat: 0, seats: 1, from: now, to: now + 600 },
    place(request(2, { duration: 7200, limit: "9000000" })),
  ),
  told(
    "release/part",
    ["IPSX-MAT-013"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    advance(100),
    {
      type: "release",
      offer: Cast.id(101),
      firstSeat: 0,
      seats: 1,
      from: now + 100,
      to: now + 600,
    },
    place(request(2)),
  ),
  told(
    "release/serves-who-waits",
    ["IPSX-MAT-013", "IPSX-MAT-014"],
    place(offer(1, { to: now + 700 }, { addresses: 1 })),
    place(request(1)),
    place(request(2)),
    { type: "release", offer: Cast.id(101), firstSeat: 0, seats: 1, from: now, to: now + 600 },
  ),
  told("release/not-leased", ["IPSX-MAT-013"], place(offer(1)), {
    type: "release",
    offer: Cast.id(101),
    firstSeat: 0,
    seats: 1,
    from: now,
    to: now + 600,
  }),
  told(
    "release/twice",
    ["IPSX-MAT-013", "IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    ...[1, 2].map(() => ({
      type: "release",
      offer: Cast.id(101),
      firstSeat: 0,
      seats: 1,
      from: now,
      to: now + 600,
    })),
  ),
  told(
    "release/offer-has-left",
    ["IPSX-MAT-013"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    cancel(Cast.id(101), stranger),
    { type: "release", offer: Cast.id(101), firstSeat: 0, seats: 1, from: now, to: now + 600 },
  ),
  told(
    "seat/right-after",
    ["IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    place(request(2, { window: { from: now, to: now + 1200 } })),
  ),
  told(
    "seat/one-second-too-little",
    ["IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    place(request(2, { window: { from: now, to: now + 1199 } })),
  ),
  told(
    "seat/after-the-offer-is-replaced",
    ["IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    { type: "replace", old: Cast.id(101), order: offer(1, { id: Cast.id(150) }, { addresses: 1 }) },
    place(request(2)),
    place(request(3, { window: { from: now, to: now + 7200 } })),
  ),
  told(
    "seat/another-numbering-while-leased",
    ["IPSX-ORD-026", "IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    cancel(Cast.id(101), stranger),
    place(offer(1, { id: Cast.id(150) }, { addresses: 1, concurrency: 2 })),
    advance(600),
    place(offer(1, { id: Cast.id(151) }, { addresses: 1, concurrency: 2 })),
  ),
  told(
    "nothing-left-over",
    ["IPSX-MAT-014"],
    place(request(1, { addresses: 2 })),
    place(request(2)),
    place(offer(1, {}, { addresses: 3 })),
  ),
]

const lives: ReadonlyArray<Question> = [
  told(
    "cancel/offer",
    ["IPSX-ORD-023"],
    place(offer(1)),
    cancel(Cast.id(101), stranger),
    place(request(1)),
  ),
  told(
    "cancel/request",
    ["IPSX-ORD-023"],
    place(request(1)),
    cancel(Cast.id(201), requester),
    place(offer(1)),
  ),
  told(
    "cancel/not-the-owner",
    ["IPSX-ORD-023"],
    place(offer(1)),
    cancel(Cast.id(101), requester),
    place(request(1)),
  ),
  told(
    "replace/new-place-in-time",
    ["IPSX-ORD-024"],
    place(offer(1)),
    place(offer(2)),
    { type: "replace", old: Cast.id(101), order: offer(1, { id: Cast.id(150) }) },
    place(request(1)),
  ),
  told(
    "replace/refused",
    ["IPSX-ORD-024"],
    place(offer(1)),
    {
      type: "replace",
      old: Cast.id(101),
      order: offer(1, { id: Cast.id(150), noShowCharge: "0" }),
    },
    place(request(1)),
  ),
  told(
    "expire/offer",
    ["IPSX-ORD-025"],
    place(offer(1, { expiresAt: now + 100 })),
    advance(100),
    place(request(1)),
  ),
  told(
    "expire/request",
    ["IPSX-ORD-025"],
    place(request(1, { expiresAt: now + 100 })),
    advance(99),
    advance(100),
    place(offer(1)),
  ),
  told(
    "advance/backwards",
    ["IPSX-MAT-001"],
    advance(100),
    advance(50),
    place(offer(1)),
    place(request(1)),
  ),
  told(
    "nonces",
    ["IPSX-AGR-022"],
    place(offer(1, { nonce: 1 })),
    place(offer(4, { nonce: 2 })),
    { type: "cancelBelow", owner: stranger, minimum: 2 },
    place(request(1)),
  ),
  told("rejected/duplicate", ["IPSX-ORD-021"], place(offer(1)), place(offer(1))),
]

// A longer market: many orders of many owners, drawn by a small generator that any language can repeat.
const market = (seed: number, length: number): Question => {
  let state = seed
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return Math.floor(state / 65_536) % below
  }
  let time = 0
  const events = Array.from({ length }, (_, n): JsonObject => {
    const kind = draw(10)
    if (kind === 0) return advance((time += draw(400)))
    if (kind === 1)
      return cancel(Cast.id((draw(2) + 1) * 1000 + draw(n + 1)), Cast.address(1 + draw(6)))
    if (kind < 6)
      return place(
        Sample.offer({
          id: Cast.id(1000 + n),
          owner: Cast.address(1 + draw(3)),
          resource: Sample.resource({
            id: Cast.id(n),
            first: `240.${seed % 200}.${n}.${250 + draw(6)}`,
            addresses: 1 + draw(8),
            concurrency: 1 + draw(2),
            network: draw(4),
          }),
          from: now + draw(2) * draw(500),
          noShowCharge: "10",
          ...price(90 + draw(20), { setup: String(draw(500)), perByte: String(draw(2)) }),
        }),
        400 + draw(200),
      )
    return place(
      request(1, {
        id: Cast.id(2000 + n),
        owner: Cast.address(3 + draw(4)),
        addresses: 1 + draw(6),
        duration: 60 + draw(20) * 30,
        bytes: draw(3) * 100,
        limit: String(20_000 + draw(60_000)),
        window: draw(3) === 0 ? { from: now + draw(1000), to: now + 3000 + draw(3000) } : null,
        maxPerGroup: 1 + draw(6),
        maxPerNetwork: 1 + draw(6),
      }),
      400 + draw(200),
    )
  })
  return told(`market/${seed}`, ["IPSX-MAT-001", "IPSX-MAT-002"], ...events)
}

const base = (
  name: string,
  about: string,
  why: string,
): Pick<Group, "class" | "group" | "about" | "why" | "roles" | "params" | "shared"> => ({
  class: "matching/1",
  group: `matching/${name}`,
  about,
  why,
  roles: ["exchange"],
  params: { rules: rules(Sets.sets.default), now },
  shared: true,
})

const match = (changes: JsonObject = {}): JsonObject => ({
  provider,
  requester,
  offer: Cast.id(101),
  request: Cast.id(201),
  providerNonce: 1,
  requesterNonce: 2,
  resource: Cast.id(7),
  firstSeat: 3,
  seats: 2,
  start: now,
  end: now + 601,
  tariff: { perSecond: "1001", perByte: "3", setup: "77" },
  bytes: 20,
  noShowCharge: "500",
  maxLag: 120,
  notice: 60,
  terms: Cast.id(5),
  salt: Cast.id(1),
  ...changes,
})

const deals: ReadonlyArray<Question> = Object.entries(Sets.sets).flatMap(
  ([name, { bondBp, acceptWindow }]) =>
    (
      [
        ["known", {}, false],
        ["newcomer", {}, true],
        ["newcomer-short", { end: now + 5, maxLag: 3 }, true],
        ["lag/a-fifth", { maxLag: 121 }, true],
        ["lag/least", { end: now + 5 }, false],
        ["no-show/above-the-first-interval", { noShowCharge: "99999999" }, false],
        ["no-show/least", { noShowCharge: "0" }, false],
        ["bytes-none", { bytes: 0 }, true],
        ["setup-only", { tariff: { perSecond: "0", perByte: "0", setup: "9" } }, true],
      ] as const
    ).map(([kind, changes, newcomer]) => ({
      name: `${name}/${kind}`,
      events: [
        {
          type: "deal",
          match: match(changes),
          newcomer,
          bondBp: bondBp!,
          acceptWindow: acceptWindow!,
        },
      ],
    })),
)

const same =
  "Two exchanges that match the same orders differently cannot be checked against each other, and one of them favours somebody."

export const groups: ReadonlyArray<Group> = [
  {
    ...base("condition", "What goes together", same),
    requirements: ["IPSX-MAT-003"],
    cases: conditions,
  },
  { ...base("rank", "Who comes first", same), requirements: ["IPSX-MAT-005"], cases: ranks },
  {
    ...base("amount", "How many addresses, and which", same),
    requirements: ["IPSX-MAT-008"],
    cases: amounts,
  },
  {
    ...base("capacity", "What is taken, split, released and discarded", same),
    requirements: ["IPSX-MAT-011"],
    cases: capacity,
  },
  {
    ...base("life", "Orders that are cancelled, replaced and expire", same),
    requirements: ["IPSX-ORD-023"],
    cases: lives,
  },
  {
    ...base("market", "Longer markets of many owners", same),
    requirements: ["IPSX-MAT-002"],
    cases: [11, 23, 47, 91, 135].map((seed) => market(seed, 60)),
  },
  {
    class: "matching/1",
    group: "matching/deal",
    about: "The deal of a match",
    why: "A deal that the other side computes otherwise has another hash, and nobody's signature fits.",
    roles: ["exchange", "provider", "requester"],
    requirements: ["IPSX-AGR-020", "IPSX-PAY-012", "IPSX-PAY-009"],
    params: {},
    cases: deals,
  },
]
