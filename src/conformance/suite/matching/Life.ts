// Orders that are cancelled, replaced and expire on the market.
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import { told } from "../Table.ts"
import { advance, cancel, now, offer, place, request } from "./Market.ts"

const { requester, stranger } = Cast

export const cases: ReadonlyArray<Question> = [
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
