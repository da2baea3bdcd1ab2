import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Reservation from "../../src/model/Reservation.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as Time from "../../src/model/Time.ts"
import { deal } from "../arbitrary/deal.ts"

const id = Id.fromNumber(1)
const reservation = Reservation.of(
  id,
  deal({ seats: 0, cap: Amount.of(100n), bond: Amount.of(10n) }),
)
const short = (change: Partial<ShortDeal> = {}): ShortDeal => ({
  reservation: id,
  nonce: 1,
  resource: Id.fromNumber(7),
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(1010),
  end: Time.seconds(1015),
  cap: Amount.of(60n),
  bond: Amount.of(6n),
  pricePerSecond: Amount.of(12n),
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  terms: Id.zero,
  ...change,
})
const sign = (state: Reservation.Reservation, change: Partial<ShortDeal> = {}) =>
  Reservation.countersign(state, short(change), Parameters.small)
const refusal = (result: ReturnType<typeof sign>) =>
  Result.isFailure(result) ? result.failure : undefined

it("IPSX-AGR-070 IPSX-AGR-076 a short deal belongs to its reservation, in name, time and length", () => {
  expect(refusal(sign(reservation, { reservation: Id.zero }))).toMatchObject({
    _tag: "WrongReservation",
  })
  for (const [start, end] of [
    [1010, 1014],
    [1010, 1021],
    [999, 1005],
    [1055, 1061],
  ] as const)
    expect(
      refusal(sign(reservation, { start: Time.seconds(start), end: Time.seconds(end) })),
    ).toMatchObject({
      _tag: "ShortLeaseRefused",
      start,
      end,
    })
})

it("IPSX-AGR-071 of two short deals with one nonce only the first is countersigned", () => {
  const first = Result.getOrThrow(sign(reservation, { nonce: 3, cap: Amount.of(1n) }))
  for (const nonce of [1, 3])
    expect(refusal(sign(first, { nonce, cap: Amount.of(1n) }))).toMatchObject({
      _tag: "ShortDealStale",
      last: 3,
    })
  expect(Result.isSuccess(sign(first, { nonce: 4, cap: Amount.of(1n), bond: Amount.of(1n) }))).toBe(
    true,
  )
})

it("IPSX-AGR-073 IPSX-AGR-074 the caps of open deals and what is spent never pass E, nor the bonds B", () => {
  const step = fc.record({
    cap: fc.bigInt({ min: 0n, max: 60n }),
    bond: fc.bigInt({ min: 0n, max: 6n }),
    finish: fc.boolean(),
    share: fc.bigInt({ min: 0n, max: 10n }),
  })
  let signed = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let state = reservation
      for (const [nonce, { cap, bond, finish, share }] of steps.entries()) {
        const free = [Reservation.freeCap(state), Reservation.freeBond(state)] as const
        const next = sign(state, { nonce: nonce + 1, cap: Amount.of(cap), bond: Amount.of(bond) })
        expect(Result.isSuccess(next)).toBe(cap <= free[0] && bond <= free[1])
        if (Result.isSuccess(next)) {
          signed++
          state = next.success
        } else
          expect(next.failure).toMatchObject({
            _tag: "ReservationExhausted",
            part: cap > free[0] ? "cap" : "bond",
          })
        const oldest = state.open[0]
        if (finish && oldest !== undefined) {
          const charged = Amount.of((oldest.cap * share) / 10n)
          state = Result.getOrThrow(Reservation.finish(state, oldest.nonce, charged))
        }
        const caps = state.open.reduce((sum, open) => sum + open.cap, 0n)
        expect(caps + state.spent <= reservation.deal.cap).toBe(true)
        expect(Reservation.freeCap(state)).toBe(reservation.deal.cap - caps - state.spent)
      }
    }),
  )
  expect(signed).toBeGreaterThan(100)
})

it("IPSX-AGR-075 after a close nothing is countersigned, and open deals still finish", () => {
  const open = Result.getOrThrow(sign(reservation))
  const closed = Reservation.close(open)
  expect(Reservation.close(closed)).toBe(closed)
  expect(refusal(sign(closed, { nonce: 2 }))).toMatchObject({ _tag: "ReservationClosed", id })
  const finished = Result.getOrThrow(Reservation.finish(closed, 1, Amount.of(60n)))
  expect([finished.open.length, finished.spent]).toEqual([0, 60n])
})

it("IPSX-AGR-077 a short deal ends once and costs at most its cap", () => {
  const open = Result.getOrThrow(sign(reservation))
  const over = Reservation.finish(open, 1, Amount.of(61n))
  expect(Result.isFailure(over) && over.failure).toMatchObject({
    _tag: "ShortDealOvercharged",
    cap: 60n,
  })
  const again = Reservation.finish(
    Result.getOrThrow(Reservation.finish(open, 1, Amount.zero)),
    1,
    Amount.zero,
  )
  expect(Result.isFailure(again) && again.failure).toMatchObject({
    _tag: "UnknownShortDeal",
    nonce: 1,
  })
})

it("IPSX-AGR-076 a short deal may begin with its reservation and end with it", () => {
  for (const [start, end] of [
    [1000, 1005],
    [1055, 1060],
    [1010, 1020],
  ] as const)
    expect(
      Result.isSuccess(sign(reservation, { start: Time.seconds(start), end: Time.seconds(end) })),
    ).toBe(true)
})

it("IPSX-AGR-077 of several short deals the one that is named ends, and the others stay open", () => {
  const cap = Amount.of(10n)
  const three = [1, 2, 3].reduce(
    (state, nonce) => Result.getOrThrow(sign(state, { nonce, cap, bond: Amount.of(1n) })),
    reservation,
  )
  const after = Result.getOrThrow(Reservation.finish(three, 2, Amount.of(4n)))
  expect(after.open.map(({ nonce }) => nonce)).toEqual([1, 3])
  expect([after.spent, Reservation.freeCap(after), Reservation.freeBond(after)]).toEqual([
    4n,
    76n,
    8n,
  ])
  const unknown = Reservation.finish(three, 4, Amount.zero)
  expect(Result.isFailure(unknown) && unknown.failure).toMatchObject({ nonce: 4 })
})
