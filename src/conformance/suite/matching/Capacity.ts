// What a fill takes of an offer, what is left of it, and what comes back.
import type { JsonObject } from "../../Json.ts"
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import { told } from "../Table.ts"
import { advance, cancel, now, offer, place, release, request } from "./Market.ts"

const { stranger } = Cast

const two = place(offer(1, { to: now + 1200 }, { addresses: 2 }))
const lease = (n: number, from: number, to: number, addresses = 1): JsonObject =>
  place(request(n, { addresses, duration: to - from, window: { from: now + from, to: now + to } }))

export const cases: ReadonlyArray<Question> = [
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
    release(Cast.id(101)),
    place(request(2, { duration: 7200, limit: "9000000" })),
  ),
  told(
    "release/part",
    ["IPSX-MAT-013"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    advance(100),
    release(Cast.id(101), now + 100),
    place(request(2)),
  ),
  told(
    "release/serves-who-waits",
    ["IPSX-MAT-013", "IPSX-MAT-014"],
    place(offer(1, { to: now + 700 }, { addresses: 1 })),
    place(request(1)),
    place(request(2)),
    release(Cast.id(101)),
  ),
  told("release/not-leased", ["IPSX-MAT-013"], place(offer(1)), release(Cast.id(101))),
  told(
    "release/twice",
    ["IPSX-MAT-013", "IPSX-MAT-020"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    ...[1, 2].map(() => release(Cast.id(101))),
  ),
  told(
    "release/offer-has-left",
    ["IPSX-MAT-013"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    cancel(Cast.id(101), stranger),
    release(Cast.id(101)),
  ),
  // Its own time before it begins earlier than the seat beside it, and was put back later: what a longer lease wants.
  told(
    "release/joins-what-begins-earlier",
    ["IPSX-MAT-039"],
    two,
    lease(1, 600, 1200),
    lease(2, 0, 600),
    lease(3, 0, 600),
    release(Cast.id(101)),
    release(Cast.id(101), now + 600, now + 1200),
    lease(4, 0, 1200),
  ),
  // The seat beside it begins earlier than its own time after it, and was put back later: two seats in one run.
  told(
    "release/joins-the-seat-beside",
    ["IPSX-MAT-039"],
    two,
    lease(1, 0, 600),
    lease(2, 600, 1200),
    release(Cast.id(101)),
    lease(3, 0, 1200),
    lease(4, 0, 600, 2),
  ),
  // Of two seats beside it that begin at once the lower comes first: then both have their own time before it, too.
  told(
    "release/joins-the-lower-seat",
    ["IPSX-MAT-039"],
    place(offer(1, { to: now + 1200 }, { addresses: 3 })),
    lease(1, 600, 1200, 3),
    lease(2, 0, 600, 3),
    { ...release(Cast.id(101)), seats: 2 },
    ...[2, 0, 1].map((firstSeat) => ({
      ...release(Cast.id(101), now + 600, now + 1200),
      firstSeat,
    })),
    lease(3, 0, 1200, 2),
  ),
  // What is left of the seat beside it begins now as well, though it was put into the book earlier.
  told(
    "release/joins-from-now",
    ["IPSX-MAT-039"],
    two,
    lease(1, 0, 1200),
    advance(100),
    release(Cast.id(101), now, now + 1200),
    lease(2, 100, 700, 2),
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
    "seat/reasons-of-the-book-first",
    ["IPSX-ORD-026"],
    place(offer(1, {}, { addresses: 1 })),
    place(request(1)),
    cancel(Cast.id(101), stranger),
    place(offer(1, { id: Cast.id(150), expiresAt: now }, { addresses: 1, concurrency: 2 })),
  ),
  told(
    "nothing-left-over",
    ["IPSX-MAT-014"],
    place(request(1, { addresses: 2 })),
    place(request(2)),
    place(offer(1, {}, { addresses: 3 })),
  ),
]
