// How far a search goes, in books whose bounds are so small that a handful of orders reaches them.
import type { JsonObject } from "../../Json.ts"
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"
import { told } from "../Table.ts"
import * as Longer from "./Longer.ts"
import { advance, now, offer, place, price, request } from "./Market.ts"

/** A market with these bounds on a search; those left out are out of reach. */
const within = (
  rules: JsonObject,
  bounds: { readonly scanMax?: number; readonly triesMax?: number; readonly callsMax?: number },
  question: Question,
): Question => ({
  ...question,
  params: { rules: { ...rules, scanMax: 1000, triesMax: 1000, callsMax: 1000, ...bounds } },
})

/** Offers at rising prices, each of one address, with what is different about some of them. */
const offers = (...changes: ReadonlyArray<JsonObject>): ReadonlyArray<JsonObject> =>
  changes.map(({ resource, rating, ...change }, at) =>
    place(
      offer(
        at + 1,
        { ...price(100 + at), ...change },
        {
          addresses: 1,
          ...(resource as JsonObject | undefined),
        },
      ),
      (rating as number | undefined) ?? 500,
    ),
  )
const asking = (filter: JsonObject, more: JsonObject = {}): JsonObject =>
  place(request(1, { filter: Sample.filter(filter), ...more }))

const narrow = { resource: { bandwidth: 1 } }
const french = { resource: { country: "FR" } }
const unmailed = { protocols: 1 }
const wide = { minBandwidth: 1000 }
const provider = (counterparty: JsonObject) => ({ provider: Sample.counterparty(counterparty) })

/** What a search counts, and where it ends: the pieces that it tries. */
const tries = (rules: JsonObject): ReadonlyArray<Question> => [
  within(
    rules,
    { triesMax: 2 },
    told("tries/refused-ones-count", ["IPSX-MAT-016"], ...offers(narrow, narrow, {}), asking(wide)),
  ),
  within(
    rules,
    { triesMax: 3 },
    told("tries/just-enough", ["IPSX-MAT-016"], ...offers(narrow, narrow, {}), asking(wide)),
  ),
  within(
    rules,
    { triesMax: 1 },
    told(
      "tries/not-those-that-the-sieve-stops",
      ["IPSX-MAT-016"],
      ...offers(unmailed, { minLease: 1200 }, french, {}),
      asking({ protocols: 4, countries: ["DE"] }),
    ),
  ),
  ...[639, 640].map((quality) =>
    within(
      rules,
      { triesMax: 1 },
      told(
        `tries/quality-in-steps-of-128/${quality}`,
        ["IPSX-MAT-016"],
        ...offers({ resource: { quality } }, {}),
        asking({ minQuality: 700 }),
      ),
    ),
  ),
  ...[447, 448].map((rating) =>
    within(
      rules,
      { triesMax: 1 },
      told(
        `tries/rating-in-steps-of-64/${rating}`,
        ["IPSX-MAT-016"],
        ...offers({ rating }, {}),
        asking(provider({ minRating: 490 })),
      ),
    ),
  ),
  ...[1023, 1024].map((minLease) =>
    within(
      rules,
      { triesMax: 1 },
      told(
        `tries/least-lease-by-its-highest-bit/${minLease}`,
        ["IPSX-MAT-016"],
        ...offers({ minLease }, {}),
        place(request(1)),
      ),
    ),
  ),
  within(
    rules,
    { triesMax: 1 },
    told(
      "tries/keeps-what-it-has",
      ["IPSX-MAT-015"],
      ...offers({}, {}),
      place(request(1, { addresses: 2 })),
    ),
  ),
  within(
    rules,
    { triesMax: 1 },
    told(
      "tries/less-than-the-minimum",
      ["IPSX-MAT-015", "IPSX-MAT-009"],
      ...offers({}, {}),
      place(request(1, { addresses: 2, minimum: 2 })),
    ),
  ),
  within(
    rules,
    { triesMax: 1 },
    told("tries/nothing-more-wanted", ["IPSX-MAT-015"], ...offers({}, {}), place(request(1))),
  ),
]

/** The cut: what lies behind the share of a cell. */
const cuts = (rules: JsonObject): ReadonlyArray<Question> => [
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/third-of-three",
      ["IPSX-MAT-016"],
      ...offers(unmailed, unmailed, {}),
      asking({ protocols: 4 }),
    ),
  ),
  within(
    rules,
    { scanMax: 3 },
    told(
      "cut/none-where-all-may-be-looked-at",
      ["IPSX-MAT-016"],
      ...offers(unmailed, unmailed, {}),
      asking({ protocols: 4 }),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/beyond-the-limit",
      ["IPSX-MAT-016"],
      ...offers(unmailed, unmailed, {}),
      asking({ protocols: 4 }, { limit: "61000" }),
    ),
  ),
  within(
    rules,
    { scanMax: 4 },
    told(
      "cut/shares-of-two-cells",
      ["IPSX-MAT-016"],
      ...offers(unmailed, unmailed, unmailed, {}, unmailed, unmailed, french, french),
      asking({ protocols: 4 }),
    ),
  ),
  within(
    rules,
    { scanMax: 4 },
    told(
      "cut/ends-the-search-in-all-cells",
      ["IPSX-MAT-016"],
      ...offers(unmailed, unmailed, unmailed, french, unmailed, unmailed, unmailed, french),
      asking({ protocols: 4 }, { addresses: 2 }),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/one-at-least-of-a-small-cell",
      ["IPSX-MAT-016"],
      ...offers({ ...unmailed, ...price(100) }, ...[1, 2, 3, 4, 5].map(() => unmailed)),
      place(offer(7, price(99), { addresses: 1, country: "FR" })),
      asking({ protocols: 4 }),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/only-cells-that-are-named",
      ["IPSX-MAT-016"],
      ...offers(french, french, unmailed, {}),
      asking({ protocols: 4, countries: ["DE"] }),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/not-what-begins-later",
      ["IPSX-MAT-016"],
      ...offers({ from: now + 60 }, { from: now + 60 }, unmailed, {}),
      asking({ protocols: 4 }),
    ),
  ),
  within(
    rules,
    { scanMax: 1 },
    told(
      "cut/none-among-named-providers",
      ["IPSX-MAT-016"],
      ...offers({}, {}, {}),
      asking(provider({ allow: [Cast.address(4)] })),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/by-the-reference-price",
      ["IPSX-MAT-016", "IPSX-MAT-005"],
      place(offer(1, price(100, { setup: "36000" }), { addresses: 1 })),
      place(offer(2, price(101, { setup: "32400" }), { addresses: 1 })),
      place(offer(3, price(109, { setup: "3601" }), { addresses: 1 })),
      place(request(1, { addresses: 3 })),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "cut/by-reference-then-older",
      ["IPSX-MAT-016"],
      ...[1, 2, 3].map((n) => place(offer(n, {}, { addresses: 1 }))),
      place(request(1, { addresses: 3 })),
    ),
  ),
]

/** New capacity, and to how many it is shown. */
const calls = (rules: JsonObject): ReadonlyArray<Question> => [
  within(
    rules,
    { callsMax: 1 },
    told(
      "calls/in-vain",
      ["IPSX-MAT-017"],
      place(request(1, { addresses: 3, minimum: 3, limit: "90000" })),
      place(request(2, { limit: "80000" })),
      place(offer(1, {}, { addresses: 2 })),
    ),
  ),
  within(
    rules,
    { callsMax: 1 },
    told(
      "calls/nobody-else-could-be-asked",
      ["IPSX-MAT-017"],
      place(request(1, { addresses: 3, minimum: 3, limit: "90000" })),
      place(request(2, { limit: "80000", filter: Sample.filter(wide) })),
      place(offer(1, {}, { addresses: 2, bandwidth: 1 })),
    ),
  ),
  within(
    rules,
    { callsMax: 1 },
    told(
      "calls/served-ones-do-not-count",
      ["IPSX-MAT-017"],
      ...[1, 2, 3].map((n) => place(request(n, { limit: String(90_000 - n) }))),
      place(offer(1)),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "calls/cut",
      ["IPSX-MAT-017"],
      ...[1, 2, 3].map((n) => place(request(n, { limit: String(90_000 - n) }))),
      place(offer(1)),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "calls/cut-that-could-not-pay",
      ["IPSX-MAT-017"],
      ...[90_000, 80_000, 50_000].map((limit, at) =>
        place(request(at + 1, { limit: String(limit) })),
      ),
      place(offer(1)),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "calls/cut-with-nothing-left",
      ["IPSX-MAT-017"],
      ...[1, 2, 3].map((n) => place(request(n, { limit: String(90_000 - n) }))),
      place(offer(1, {}, { addresses: 2 })),
    ),
  ),
  within(
    rules,
    { scanMax: 3 },
    told(
      "calls/shares-of-those-that-name-its-country",
      ["IPSX-MAT-017"],
      ...[1, 2, 3, 4].map((n) =>
        place(
          request(n, {
            limit: String(90_000 - n),
            filter: Sample.filter({ countries: n < 4 ? ["DE"] : [] }),
          }),
        ),
      ),
      place(offer(1)),
    ),
  ),
  within(
    rules,
    { scanMax: 2 },
    told(
      "calls/not-those-that-name-others",
      ["IPSX-MAT-017"],
      ...[1, 2, 3].map((n) =>
        place(
          request(n, {
            limit: String(90_000 - n),
            filter: Sample.filter({ countries: n < 3 ? ["FR"] : ["DE"] }),
          }),
        ),
      ),
      place(offer(1)),
    ),
  ),
  within(
    rules,
    { callsMax: 1 },
    told(
      "calls/of-what-begins",
      ["IPSX-MAT-017"],
      place(request(1, { addresses: 3, minimum: 3, limit: "90000" })),
      place(request(2, { limit: "80000" })),
      place(offer(1, { from: now + 60 }, { addresses: 2 })),
      advance(60),
    ),
  ),
]

/** Longer markets, in which all bounds are reached again and again. */
const markets = (rules: JsonObject): ReadonlyArray<Question> =>
  [
    { seed: 13, bounds: { scanMax: 4, triesMax: 3, callsMax: 1 } },
    { seed: 29, bounds: { scanMax: 6, triesMax: 2, callsMax: 2 } },
    { seed: 53, bounds: { scanMax: 3, triesMax: 9, callsMax: 1 } },
  ].map(({ seed, bounds }) => within(rules, bounds, Longer.market(seed, 60)))

export const cases = (rules: JsonObject): ReadonlyArray<Question> => [
  ...tries(rules),
  ...cuts(rules),
  ...calls(rules),
  ...markets(rules),
]
