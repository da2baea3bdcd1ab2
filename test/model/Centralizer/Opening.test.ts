import { expect, it } from "vitest"
import * as Address from "../../../src/model/Address.ts"
import * as Amount from "../../../src/model/Amount.ts"
import { termsCode } from "../../../src/model/Centralizer/Opening.ts"
import type { Deal } from "../../../src/model/Deal.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Parameters from "../../../src/model/Parameters.ts"
import * as Time from "../../../src/model/Time.ts"
import { deal, token } from "../../arbitrary/deal.ts"

import {
  balances,
  done,
  error,
  funded,
  id,
  openDeal,
  opened,
  provider,
  requester,
  thief,
} from "../../arbitrary/ledger.ts"

it("IPSX-AGR-020 opening reserves cap and bond, charges the minimum and announces the deal", () => {
  const ledger = funded()
  expect(done(ledger, openDeal())).toEqual([
    {
      _tag: "DealOpened",
      id,
      provider,
      requester,
      cap: 10n * token,
      bond: token,
      start: 1000,
      end: 1060,
    },
  ])
  const fee = ledger.parameters.minCommission
  expect(balances(ledger)).toEqual([
    [99n * token, token],
    [90n * token - fee, 10n * token],
  ])
  expect(ledger.fees).toBe(fee)
})

it("IPSX-AGR-021 a deal opens once, even after it is final", () => {
  const ledger = opened()
  expect(error(ledger, openDeal())).toMatchObject({ _tag: "ChannelExists", id })
  done(ledger, {
    _tag: "Settle",
    sender: thief,
    id,
    cumulative: Amount.zero,
    receipt: id,
    authors: { provider, requester },
  })
  expect(error(ledger, openDeal())).toMatchObject({ _tag: "ChannelExists", id })
})

it("IPSX-AGR-020 the checks of openDeal stand in the contract's order", () => {
  const ledger = funded()
  done(ledger, { _tag: "CancelOrders", sender: provider, minimum: 5 })
  const wrong = {
    validUntil: Time.seconds(999),
    cap: Amount.zero,
    provider,
    bond: Amount.of(200n * token),
  }
  const forged = { provider: thief, requester: thief }
  const attempt = (change: Partial<Deal>, authors = { provider, requester }) =>
    error(ledger, { _tag: "OpenDeal", sender: thief, id, deal: deal(change), authors })
  expect(attempt(wrong, forged)).toMatchObject({ _tag: "DealExpired", validUntil: 999, now: 1000 })
  expect(attempt({ ...wrong, validUntil: Time.seconds(1000) }, forged)).toMatchObject({
    _tag: "BadTerms",
    code: 4,
  })
  const terms = {
    bond: Amount.of(200n * token),
    cap: Amount.of(200n * token),
    noShowCharge: Amount.of(1n),
  }
  expect(attempt(terms, forged)).toMatchObject({
    _tag: "NonceCancelled",
    owner: provider,
    nonce: 0,
    minimum: 5,
  })
  expect(attempt({ ...terms, providerNonce: 5 }, forged)).toMatchObject({
    _tag: "InvalidSignature",
    expected: provider,
  })
  expect(attempt({ ...terms, providerNonce: 5 }, { provider, requester: thief })).toMatchObject({
    expected: requester,
  })
  expect(attempt({ ...terms, providerNonce: 5 })).toMatchObject({
    _tag: "InsufficientBalance",
    wallet: requester,
  })
  expect(attempt({ providerNonce: 5, bond: Amount.of(200n * token) })).toMatchObject({
    _tag: "InsufficientBalance",
    wallet: provider,
    available: 100n * token,
    needed: 200n * token,
  })
  expect(error(ledger, { _tag: "CancelOrders", sender: provider, minimum: 5 })).toMatchObject({
    _tag: "NonceNotIncreasing",
    current: 5,
  })
})

it("IPSX-PAY-013 IPSX-PAY-012 every rule of the terms has its code, lowest first", () => {
  const cases: ReadonlyArray<[number, Partial<Deal>]> = [
    [0, {}],
    [1, { end: Time.seconds(1004) }],
    [1, { end: Time.seconds(999) }],
    [1, { end: Time.seconds(1000 + 86_401) }],
    [2, { start: Time.seconds(900), end: Time.seconds(1000) }],
    [3, { requester: provider }],
    [3, { provider: Address.zero }],
    [4, { cap: Amount.zero }],
    [4, { prepaid: Amount.of(10n * token + 1n) }],
    [4, { setupPrice: Amount.of(10n * token + 1n) }],
    [5, { bond: Amount.of(token - 1n) }],
    [0, { bond: Amount.zero, seats: 0, noShowCharge: Amount.zero }],
    [6, { seats: 65 }],
    [6, { firstSeat: 2 ** 32 - 1, seats: 2 }],
    [0, { firstSeat: 2 ** 32 - 1 }],
    [7, { noShowCharge: Amount.zero }],
    [7, { noShowCharge: Amount.of(10n * token + 1n) }],
    [8, { start: Time.seconds(87_401), end: Time.seconds(87_500) }],
    [9, { pricePerByte: (2n ** 96n) as Amount.Amount }],
  ]
  for (const [code, change] of cases)
    expect([code, termsCode(deal(change), 1000, Parameters.small)]).toEqual([code, code])
})

it("IPSX-AGR-023 a seat is never booked twice for one instant, and is free again when the deal ends", () => {
  const ledger = opened({ seats: 2 })
  const second = Id.fromNumber(2)
  const other = { firstSeat: 1, start: Time.seconds(1059), end: Time.seconds(1100) }
  expect(error(ledger, openDeal(other, second))).toMatchObject({ _tag: "SeatTaken", seat: 1 })
  expect(error(ledger, openDeal({ ...other, firstSeat: 2 }, second))).toBeUndefined()
  const third = Id.fromNumber(3)
  expect(error(ledger, openDeal({ ...other, start: Time.seconds(1060) }, third))).toBeUndefined()
  const before = { firstSeat: 2, end: Time.seconds(1059) }
  expect(error(ledger, openDeal(before, Id.fromNumber(5)))).toBeUndefined()
  done(ledger, { _tag: "Stop", sender: requester, id })
  expect(error(ledger, openDeal({ seats: 1 }, Id.fromNumber(4)))).toBeUndefined()
})

it("IPSX-AGR-023 sixteen live bookings fill a seat", () => {
  const ledger = funded()
  const slot = (n: number) =>
    openDeal(
      {
        start: Time.seconds(1000 + 10 * n),
        end: Time.seconds(1010 + 10 * n),
        cap: Amount.of(token),
        bond: Amount.of(token / 10n),
      },
      Id.fromNumber(n + 1),
    )
  for (let n = 0; n < 16; n++) done(ledger, slot(n))
  expect(error(ledger, slot(16))).toMatchObject({ _tag: "TooManyBookings", seat: 0 })
})
