// How many addresses a request gets, and which.
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import { told } from "../Table.ts"
import { advance, offer, place, price, request } from "./Market.ts"

export const cases: ReadonlyArray<Question> = [
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
    "each-address-once/of-two-owners",
    ["IPSX-MAT-008"],
    place(offer(1, {}, { addresses: 2, first: "240.0.1.1" })),
    place(offer(2, price(110), { addresses: 3, first: "240.0.1.2" })),
    place(request(1, { addresses: 4 })),
    advance(10),
    place(offer(3, price(120), { addresses: 5, first: "240.0.1.1" })),
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
