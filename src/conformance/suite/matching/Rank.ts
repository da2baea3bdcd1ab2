// Who comes first, among the offers and among those who wait.
import type { Question } from "../../Vector.ts"
import { told } from "../Table.ts"
import { advance, now, offer, place, price, request } from "./Market.ts"

export const cases: ReadonlyArray<Question> = [
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
    ["IPSX-MAT-005", "IPSX-MAT-040"],
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
