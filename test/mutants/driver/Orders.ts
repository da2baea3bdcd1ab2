import type { JsonObject } from "../../../src/conformance/Json.ts"
import { answering, beginning, hearing, type Mutant } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "orders/1", red }) as const

const inner = (
  event: JsonObject,
  field: string,
  changes: (value: JsonObject) => JsonObject,
): JsonObject => ({
  ...event,
  [field]: { ...(event[field] as JsonObject), ...changes(event[field] as JsonObject) },
})

export const mutants: ReadonlyArray<Mutant> = [
  hearing(
    of("filter-off-by-one", "wants more bandwidth than the filter says", "IPSX-ORD-010"),
    (event) =>
      event.type === "filter"
        ? inner(event, "filter", ({ minBandwidth }) => ({
            minBandwidth: (minBandwidth as number) === 0 ? 0 : (minBandwidth as number) + 1,
          }))
        : undefined,
  ),
  hearing(of("filter-ignores-scopes", "lets every use through", "IPSX-ORD-010"), (event) =>
    event.type === "filter" ? inner(event, "filter", () => ({ scopes: 0 })) : undefined,
  ),
  answering(
    of("filter-names-another-reason", "looks at quality before country", "IPSX-ORD-010"),
    ({ type, filter, candidate }, answer) =>
      type === "filter" &&
      answer.accepts === false &&
      ((filter as JsonObject).minQuality as number) >
        (((candidate as JsonObject).resource as JsonObject).quality as number)
        ? { accepts: false, reason: "Quality" }
        : type === "filter" && answer.reason === "Country"
          ? { accepts: false, reason: "Class" }
          : answer,
  ),
  hearing(of("allowed-beats-denied", "admits who is on both lists", "IPSX-ORD-011"), (event) =>
    event.type === "admits" &&
    ((event.counterparty as JsonObject).allow as ReadonlyArray<unknown>).length > 0
      ? inner(event, "counterparty", () => ({ deny: [] }))
      : undefined,
  ),
  hearing(of("rating-above-the-floor", "wants a rating above the floor", "IPSX-ORD-011"), (event) =>
    event.type === "admits" ? { ...event, rating: (event.rating as number) - 1 } : undefined,
  ),
  answering(
    of("classes-in-another-order", "numbers shared before dedicated", "IPSX-ORD-005"),
    ({ type }, answer) =>
      type === "classOf"
        ? { class: (((answer.class as number) + 3) % 6) + ((answer.class as number) >= 6 ? 6 : 0) }
        : answer,
  ),
  answering(
    of("canonical-with-spaces", "writes a space after each comma", "IPSX-ORD-012"),
    ({ type }, answer) =>
      type === "canonical" ? { text: (answer.text as string).replaceAll(",", ", ") } : answer,
  ),
  answering(
    of("shape-ranges-without-end", "takes a range that ends outside its space", "IPSX-ORD-002"),
    ({ type, json }, answer) => {
      const { first } = ((json as JsonObject | null)?.resource ?? {}) as JsonObject
      return type === "readOrder" && first === "255.255.255.253" ? { ok: true } : answer
    },
  ),
  answering(
    of("shape-any-country", "takes every two letters for a country", "IPSX-ORD-004"),
    ({ type, json }, answer) => {
      const { country } = ((json as JsonObject | null)?.resource ?? {}) as JsonObject
      return type === "readOrder" && country === "XX" ? { ok: true } : answer
    },
  ),
  hearing(
    of(
      "cover-forgets-the-commission",
      "covers the price and not the least commission",
      "IPSX-WAL-007",
    ),
    (event) => (event.type === "covers" ? { ...event, minCommission: "0" } : undefined),
  ),
  hearing(
    of("book-takes-free-offers", "takes an offer whose no-show costs nothing", "IPSX-ORD-008"),
    (event) =>
      event.type === "place" &&
      (event.order as JsonObject)._tag === "Offer" &&
      (event.order as JsonObject).noShowCharge === "0" &&
      !String((event.order as JsonObject).to).endsWith("59")
        ? inner(event, "order", () => ({ noShowCharge: "1" }))
        : undefined,
  ),
  hearing(
    of("book-takes-an-id-again", "takes an order that has left the book", "IPSX-ORD-022"),
    (event, past) => {
      const id = (event.order as JsonObject | undefined)?.id
      const left = past.some(
        (one) =>
          (one.type === "cancel" && one.order === id) || (one.type === "replace" && one.old === id),
      )
      return (event.type === "place" || event.type === "replace") &&
        (left || event.old === id) &&
        past.length > 0
        ? inner(event, "order", () => ({ id: `0x${"77".repeat(32)}` }))
        : undefined
    },
  ),
  hearing(
    of("book-cancels-for-anybody", "cancels an order for whoever asks", "IPSX-ORD-023"),
    (event) =>
      event.type === "cancel"
        ? { ...event, owner: "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf" }
        : undefined,
  ),
  hearing(
    of("book-expires-a-second-late", "keeps orders one second too long", "IPSX-ORD-025"),
    (event) => (event.type === "expire" ? { ...event, now: (event.now as number) - 1 } : undefined),
  ),
  hearing(
    of("book-conflicts-ignored", "takes two offers of one address", "IPSX-ORD-026"),
    (event, past) =>
      event.type === "place" &&
      past.length === 1 &&
      (event.order as JsonObject).resource !== undefined &&
      (past[0]!.order as JsonObject | undefined)?._tag === "Offer" &&
      (event.order as JsonObject).id !== (past[0]!.order as JsonObject).id &&
      (event.order as JsonObject).owner === (past[0]!.order as JsonObject).owner
        ? {
            ...event,
            order: {
              ...(event.order as JsonObject),
              resource: {
                ...((event.order as JsonObject).resource as JsonObject),
                id: `0x${"88".repeat(32)}`,
                first: "250.0.0.0",
              },
            },
          }
        : undefined,
  ),
  hearing(
    of("book-replaces-for-anybody", "replaces an order of somebody else", "IPSX-ORD-024"),
    (event) =>
      event.type === "replace" && (event.order as JsonObject)._tag === "Offer"
        ? inner(event, "order", () => ({ owner: "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf" }))
        : undefined,
  ),
  hearing(
    of("book-nonces-ignored", "takes an order that its nonce cancelled", "IPSX-ORD-021"),
    (event, past) =>
      event.type === "place" && past.some(({ type }) => type === "cancelBelow")
        ? inner(event, "order", () => ({ nonce: 99 }))
        : undefined,
  ),
  beginning(
    of("book-leases-too-short", "takes a lease one second too short", "IPSX-ORD-021"),
    (params) =>
      params.rules === undefined
        ? params
        : {
            ...params,
            rules: {
              ...(params.rules as JsonObject),
              minLease: ((params.rules as JsonObject).minLease as number) - 1,
            },
          },
  ),
  beginning(
    of("book-without-a-limit", "takes any number of orders of one owner", "IPSX-ORD-021"),
    (params) =>
      params.rules === undefined
        ? params
        : { ...params, rules: { ...(params.rules as JsonObject), ordersPerOwnerMax: 100 } },
  ),
]
