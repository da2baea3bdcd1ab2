// What enters the two lists, and when it leaves them.
import type { JsonObject } from "../../Json.ts"
import type { Group, Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"
import * as Sets from "../Sets.ts"
import { rules, told } from "../Table.ts"
import { group } from "./Head.ts"

const { provider, stranger } = Cast
const now = Cast.genesis.timestamp

const place = (order: JsonObject, at = now): JsonObject => ({ type: "place", order, now: at })
const cancel = (order: string, owner: string): JsonObject => ({ type: "cancel", order, owner })
const replace = (old: string, order: JsonObject, at = now): JsonObject => ({
  type: "replace",
  old,
  order,
  now: at,
})
const expire = (at: number): JsonObject => ({ type: "expire", now: at })

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

export const books: ReadonlyArray<Group> = Sets.each((set, suffix) => ({
  ...group(
    `book${suffix}`,
    "What enters the two lists, and when it leaves them",
    "A book that takes what another one refuses makes deals that the other cannot follow.",
  ),
  requirements: ["IPSX-ORD-021"],
  params: { rules: rules(set, 3, 2) },
  shared: true,
  cases: book(set),
}))
