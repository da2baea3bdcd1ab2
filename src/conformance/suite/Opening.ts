// What may be opened: terms, signatures, nonces, seats, balances.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const { tell, step } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const ten = Cast.tokens(10)
const cap = Cast.tokens(100)
const base = Story.of(Sample.deal())
const beginning = 10
const end = beginning + 1000

export const opening = (set: JsonObject): ReadonlyArray<Question> => {
  const min = set.minLease as number
  const max = set.maxLease as number
  const seatsMax = set.maxSeats as number
  const start = Sample.deal().start as number
  const least = (of: string): string =>
    ((BigInt(of) * BigInt(set.bondBp as number) + 9_999n) / 10_000n).toString()
  const open = (changes: JsonObject): Story.Step => Story.of(Sample.deal(changes)).open(1)
  const alone = (
    name: string,
    requirements: ReadonlyArray<string>,
    changes: JsonObject,
  ): Question => tell(name, requirements, [open(changes)])
  const terms = ["IPSX-CHN-014"]
  const lease = (seconds: number, changes: JsonObject = {}): JsonObject => ({
    end: start + seconds,
    ...changes,
  })
  return [
    tell("once", ["IPSX-AGR-020", "IPSX-WAL-003"], [base.open(1)]),
    tell("twice", ["IPSX-AGR-021"], [base.open(1), base.open(2)]),
    tell(
      "again-after-it-is-final",
      ["IPSX-AGR-021"],
      [base.open(1), base.settle(2, "0"), base.open(3)],
    ),
    tell("valid-until/at", ["IPSX-AGR-020"], [base.open(beginning + 30)]),
    tell("valid-until/after", ["IPSX-AGR-020"], [base.open(beginning + 31)]),
    alone("lease/shortest", terms, lease(min)),
    alone("lease/too-short", terms, lease(min - 1)),
    alone("lease/longest", terms, lease(max)),
    alone("lease/too-long", terms, lease(max + 1)),
    tell("lease/over", terms, [
      Story.of(Sample.deal({ end: start + min, validUntil: start + 5000 })).open(beginning + min),
    ]),
    tell("lease/not-over", terms, [
      Story.of(Sample.deal({ end: start + min, validUntil: start + 5000 })).open(
        beginning + min - 1,
      ),
    ]),
    alone("parties/the-same", terms, { requester: provider }),
    alone("parties/nobody", terms, { requester: Cast.zero }),
    alone("cap/zero", ["IPSX-PAY-013"], { cap: "0", bond: "0" }),
    alone("cap/prepaid-all", ["IPSX-PAY-013"], { prepaid: cap }),
    alone("cap/prepaid-above", ["IPSX-PAY-013"], { prepaid: more(cap, 1n) }),
    alone("cap/setup-above", ["IPSX-PAY-013"], { setupPrice: more(cap, 1n) }),
    alone("bond/least", ["IPSX-PAY-012"], { bond: least(cap) }),
    alone("bond/one-unit-short", ["IPSX-PAY-012"], { bond: more(least(cap), -1n) }),
    alone("bond/rounded-up", ["IPSX-PAY-012"], {
      cap: "33333333333333333333",
      bond: least("33333333333333333333"),
    }),
    alone("bond/rounded-down", ["IPSX-PAY-012"], {
      cap: "33333333333333333333",
      bond: more(least("33333333333333333333"), -1n),
    }),
    alone("seats/most", terms, { seats: seatsMax }),
    alone("seats/too-many", terms, { seats: seatsMax + 1 }),
    alone("seats/last", terms, { firstSeat: 2 ** 32 - 1 }),
    alone("seats/beyond-the-last", terms, { firstSeat: 2 ** 32 - 1, seats: 2 }),
    alone("no-show/zero", ["IPSX-PAY-013"], { noShowCharge: "0" }),
    alone("no-show/all", ["IPSX-PAY-013"], { noShowCharge: cap }),
    alone("no-show/above", ["IPSX-PAY-013"], { noShowCharge: more(cap, 1n) }),
    alone("ahead/most", terms, {
      start: Cast.genesis.timestamp + 1 + (set.bookAheadMax as number),
      end: Cast.genesis.timestamp + 1 + (set.bookAheadMax as number) + min,
    }),
    alone("ahead/too-far", terms, {
      start: Cast.genesis.timestamp + 2 + (set.bookAheadMax as number),
      end: Cast.genesis.timestamp + 2 + (set.bookAheadMax as number) + min,
    }),
    alone("amount/96-bits", ["IPSX-TRM-001"], { pricePerByte: (2n ** 96n - 1n).toString() }),
    alone("amount/97-bits", ["IPSX-TRM-001"], { pricePerByte: (2n ** 96n).toString() }),
    tell(
      "reservation/without-bond",
      ["IPSX-PAY-012"],
      [Story.of(Sample.reservation({ bond: "0" })).open(1)],
    ),
    tell(
      "signature/provider-forged",
      ["IPSX-AGR-020", "IPSX-WAL-010"],
      [base.open(1, { authors: { provider: stranger, requester } })],
    ),
    tell(
      "signature/requester-forged",
      ["IPSX-AGR-020", "IPSX-WAL-010"],
      [base.open(1, { authors: { provider, requester: provider } })],
    ),
    tell(
      "signature/swapped",
      ["IPSX-AGR-020", "IPSX-WAL-010"],
      [base.open(1, { authors: { provider: requester, requester: provider } })],
    ),
    tell("by-anybody", ["IPSX-AGR-020"], [{ ...base.open(1), sender: stranger }]),
    tell(
      "nonce/cancelled-by-the-provider",
      ["IPSX-AGR-022"],
      [step(1, "CancelOrders", provider, { minimum: 2 }), base.open(2)],
    ),
    tell(
      "nonce/cancelled-by-the-requester",
      ["IPSX-AGR-022"],
      [step(1, "CancelOrders", requester, { minimum: 2 }), base.open(2)],
    ),
    tell(
      "nonce/at-the-minimum",
      ["IPSX-AGR-022"],
      [step(1, "CancelOrders", provider, { minimum: 1 }), base.open(2)],
    ),
    tell(
      "nonce/not-rising",
      ["IPSX-AGR-022"],
      [
        step(1, "CancelOrders", provider, { minimum: 2 }),
        step(2, "CancelOrders", provider, { minimum: 2 }),
        step(3, "CancelOrders", provider, { minimum: 0 }),
      ],
    ),
    tell(
      "nonce/cancelled-after-it-opened",
      ["IPSX-AGR-022"],
      [base.open(1), step(2, "CancelOrders", requester, { minimum: 2 }), base.claim(3, ten)],
    ),
    tell(
      "balance/requester-exact",
      ["IPSX-WAL-004"],
      [
        Story.of(
          Sample.deal({
            cap: more(Cast.tokens(1000), -BigInt(set.minCommission as string)),
            bond: Cast.tokens(100),
          }),
        ).open(1),
      ],
    ),
    tell(
      "balance/requester-one-unit-short",
      ["IPSX-WAL-004"],
      [
        Story.of(
          Sample.deal({
            cap: more(Cast.tokens(1000), 1n - BigInt(set.minCommission as string)),
            bond: Cast.tokens(100),
          }),
        ).open(1),
      ],
    ),
    tell(
      "balance/provider-exact",
      ["IPSX-WAL-004"],
      [Story.of(Sample.deal({ bond: Cast.tokens(1000) })).open(1)],
    ),
    tell(
      "balance/provider-one-unit-short",
      ["IPSX-WAL-004"],
      [Story.of(Sample.deal({ bond: more(Cast.tokens(1000), 1n) })).open(1)],
    ),
  ]
}

// Two deals of one provider for one resource: the second begins so many seconds after the first ends.
export const seats = (): ReadonlyArray<Question> => {
  const start = Sample.deal().start as number
  const second = (changes: JsonObject) =>
    Story.of(Sample.deal({ salt: Cast.id(2), validUntil: start + 9000, ...changes }))
  const apart = (seconds: number, changes: JsonObject = {}) =>
    second({ start: start + 1000 + seconds, end: start + 2000 + seconds, ...changes })
  const pair = (
    name: string,
    other: ReturnType<typeof second>,
    between: ReadonlyArray<Story.Step> = [],
    at = 50,
  ): Question => tell(name, ["IPSX-AGR-023"], [base.open(1), ...between, other.open(at)])
  return [
    pair("right-after", apart(0)),
    pair("one-second-of-overlap", apart(-1)),
    pair("right-before", second({ start: start - 1000, end: start }), [], 2),
    pair("one-second-before-the-end", second({ start: start - 999, end: start + 1 }), [], 2),
    pair("inside", second({ start: start + 100, end: start + 200 })),
    pair("another-seat", second({ firstSeat: 1 }), [], 2),
    pair("several-seats-that-reach-it", second({ firstSeat: 0, seats: 2 }), [], 2),
    pair("another-resource", second({ resource: Cast.id(8) }), [], 2),
    pair("after-an-early-stop", apart(-500), [base.stop(100)], 101),
    pair("while-challenged", apart(-500), [base.challenge(100)], 101),
    pair("while-demanded", apart(-500), [base.demand(200, ten)], 201),
    pair("after-a-settlement", apart(-500), [base.settle(100, ten)], 101),
    pair("when-the-first-is-over", apart(-1), [], end),
    tell(
      "sixteen-bookings",
      ["IPSX-AGR-023"],
      Array.from({ length: 17 }, (_, n) =>
        Story.of(
          Sample.deal({
            salt: Cast.id(50 + n),
            cap: "1000",
            bond: "100",
            noShowCharge: "1",
            pricePerSecond: "1",
            start: start + 100 * n,
            end: start + 100 * (n + 1),
          }),
        ).open(n + 1),
      ),
    ),
  ]
}
