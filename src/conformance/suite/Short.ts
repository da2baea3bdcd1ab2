// The books of a standing reservation.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"

const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()

/** The reservation of all these cases, and its channel. */
export const reservation = Sample.reservation()
export const reservationId = Sample.idOf(reservation)

export const short = (set: JsonObject): ReadonlyArray<Question> => {
  const start = Sample.deal().start as number
  const longest = set.shortLeaseMax as number
  const least = set.minLease as number
  const sign = (nonce: number, changes: JsonObject = {}): JsonObject => ({
    type: "countersign",
    short: Sample.shortDeal(reservationId, { nonce, end: start + 20 + least, ...changes }),
  })
  const finish = (nonce: number, charged: string): JsonObject => ({
    type: "finish",
    nonce,
    charged,
  })
  const close = { type: "close" }
  const told = (
    name: string,
    requirements: ReadonlyArray<string>,
    events: ReadonlyArray<JsonObject>,
  ): Question => ({
    name,
    requirements,
    events,
  })
  return [
    told("one", ["IPSX-AGR-070"], [sign(1)]),
    told("of-another-reservation", ["IPSX-AGR-070"], [sign(1, { reservation: Cast.id(5) })]),
    told("nonce/rising", ["IPSX-AGR-071"], [sign(1), sign(2), sign(7)]),
    told("nonce/same", ["IPSX-AGR-071"], [sign(1), sign(1)]),
    told("nonce/lower", ["IPSX-AGR-071"], [sign(5), sign(4)]),
    told("nonce/zero", ["IPSX-AGR-071"], [sign(0)]),
    told("nonce/finished-again", ["IPSX-AGR-071"], [sign(1), finish(1, "0"), sign(1)]),
    told("lease/longest", ["IPSX-AGR-076"], [sign(1, { end: start + 20 + longest })]),
    told("lease/too-long", ["IPSX-AGR-076"], [sign(1, { end: start + 21 + longest })]),
    told("lease/too-short", ["IPSX-AGR-076"], [sign(1, { end: start + 19 + least })]),
    told(
      "lease/before-the-reservation",
      ["IPSX-AGR-076"],
      [sign(1, { start: start - 1, end: start - 1 + least })],
    ),
    told(
      "lease/after-the-reservation",
      ["IPSX-AGR-076"],
      [sign(1, { start: start + 86_401 - least, end: start + 86_401 })],
    ),
    told(
      "cap/all",
      ["IPSX-AGR-073"],
      [sign(1, { cap: Cast.tokens(60), bond: "0" }), sign(2, { cap: Cast.tokens(40), bond: "0" })],
    ),
    told(
      "cap/one-unit-too-much",
      ["IPSX-AGR-073"],
      [
        sign(1, { cap: Cast.tokens(60), bond: "0" }),
        sign(2, { cap: more(Cast.tokens(40), 1n), bond: "0" }),
      ],
    ),
    told(
      "cap/what-is-spent-is-gone",
      ["IPSX-AGR-073"],
      [
        sign(1, { cap: Cast.tokens(60), bond: "0" }),
        finish(1, Cast.tokens(10)),
        sign(2, { cap: more(Cast.tokens(90), 1n), bond: "0" }),
        sign(2, { cap: Cast.tokens(90), bond: "0" }),
      ],
    ),
    told(
      "bond/all",
      ["IPSX-AGR-074"],
      [sign(1, { bond: Cast.tokens(4) }), sign(2, { bond: Cast.tokens(6) })],
    ),
    told(
      "bond/one-unit-too-much",
      ["IPSX-AGR-074"],
      [sign(1, { bond: Cast.tokens(4) }), sign(2, { bond: more(Cast.tokens(6), 1n) })],
    ),
    told(
      "bond/free-again",
      ["IPSX-AGR-074"],
      [sign(1, { bond: Cast.tokens(10) }), finish(1, "0"), sign(2, { bond: Cast.tokens(10) })],
    ),
    told("closed/nothing-more", ["IPSX-AGR-075"], [sign(1), close, sign(2)]),
    told("closed/open-ones-end", ["IPSX-AGR-075"], [sign(1), close, finish(1, Cast.tokens(1))]),
    told("finish/unknown", ["IPSX-AGR-073"], [finish(1, "0")]),
    told(
      "finish/above-its-cap",
      ["IPSX-AGR-073"],
      [sign(1), finish(1, more(Cast.tokens(5), 1n)), finish(1, Cast.tokens(5))],
    ),
    told("finish/twice", ["IPSX-AGR-073"], [sign(1), finish(1, "1"), finish(1, "1")]),
  ]
}
