// Which offer and which request go together.
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"
import { told } from "../Table.ts"
import { now, offer, place, price, request } from "./Market.ts"

const { stranger } = Cast

export const cases: ReadonlyArray<Question> = [
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
    place(offer(1, { requester: Sample.counterparty({ minRating: 501 }) })),
    place(request(1)),
  ),
  told(
    "requester-admitted-by-rating",
    ["IPSX-MAT-003"],
    place(offer(1, { requester: Sample.counterparty({ minRating: 501 }) })),
    place(request(1), 501),
  ),
  told(
    "provider-not-admitted",
    ["IPSX-MAT-003"],
    place(offer(1), 499),
    place(
      request(1, { filter: Sample.filter({ provider: Sample.counterparty({ minRating: 500 }) }) }),
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
