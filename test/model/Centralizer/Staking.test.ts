import { expect, it } from "vitest"
import * as Address from "../../../src/model/Address.ts"
import * as Amount from "../../../src/model/Amount.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import * as Time from "../../../src/model/Time.ts"
import type { Transaction } from "../../../src/model/Transaction.ts"
import { platform, token } from "../../arbitrary/deal.ts"

import {
  at,
  claim,
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

it("IPSX-PAY-002 a claim above the cap, or not above what is paid, or forged, fails", () => {
  const ledger = opened()
  expect(error(ledger, claim(10n * token + 1n))).toMatchObject({
    _tag: "VoucherExceedsCap",
    cap: 10n * token,
  })
  expect(error(ledger, claim(token, provider))).toMatchObject({
    _tag: "InvalidSignature",
    expected: requester,
  })
  expect(done(ledger, claim(token))).toEqual([
    { _tag: "VoucherPaid", id, cumulative: token, feeDelta: token / 50n - token / 100n },
  ])
  expect(error(ledger, claim(token))).toMatchObject({
    _tag: "VoucherStale",
    cumulative: token,
    paid: token,
  })
  expect(error(ledger, { ...claim(token), id: Id.zero } as Transaction)).toMatchObject({
    _tag: "UnknownChannel",
  })
})

it("IPSX-AGR-065 two overlapping receipts cost the whole stake once; half is burned", () => {
  const ledger = opened()
  const second = Id.fromNumber(2)
  done(ledger, openDeal({ firstSeat: 1 }, second))
  done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(3n) })
  const side = (channelId: Id.Id, from: number, to: number) => ({
    receipt: {
      channelId,
      provider,
      requester,
      resource: Id.fromNumber(7),
      seat: 0,
      from: Time.seconds(from),
      to: Time.seconds(to),
      commitment: Id.zero,
    },
    authors: { provider, requester },
  })
  const prove = (to: number): Transaction => ({
    _tag: "ProveDoubleLease",
    sender: thief,
    first: side(id, 1000, 1030),
    second: side(second, 1020, to),
  })
  expect(error(ledger, prove(1022))).toMatchObject({ _tag: "NotDoubleLease", a: id, b: second })
  expect(done(ledger, prove(1023))).toEqual([
    { _tag: "DoubleLeaseProved", provider, resource: Id.fromNumber(7), seat: 0, slashed: 3n },
  ])
  expect(Ledger.wallet(ledger, thief).balance).toBe(1n)
  expect(Ledger.burned(ledger)).toBe(2n)
  done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(3n) })
  expect(error(ledger, prove(1023))).toMatchObject({ _tag: "AlreadyProven" })
})

it("IPSX-WAL-009 a stake leaves only after the claim window of its last request", () => {
  const ledger = funded()
  const unstake: Transaction = { _tag: "Unstake", sender: provider }
  expect(error(ledger, unstake)).toMatchObject({ _tag: "NothingStaked" })
  done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(token) })
  expect(error(ledger, unstake)).toMatchObject({ _tag: "UnstakeNotRequested" })
  done(ledger, { _tag: "RequestUnstake", sender: provider }, at(1000))
  expect(error(ledger, unstake, at(1119))).toMatchObject({
    _tag: "TooEarly",
    id: Id.fromNumber(1),
    earliestTime: 1120,
  })
  done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(token) }, at(1119))
  expect(error(ledger, unstake, at(1120))).toMatchObject({ _tag: "UnstakeNotRequested" })
  done(ledger, { _tag: "RequestUnstake", sender: provider }, at(1120))
  expect(done(ledger, unstake, at(1240))).toEqual([
    { _tag: "Unstaked", owner: provider, amount: 2n * token },
  ])
})

it("IPSX-WAL-006 IPSX-PAY-019 amounts of zero, strangers and the zero address are refused", () => {
  const ledger = funded()
  const amount = Amount.zero
  for (const _tag of ["Deposit", "Withdraw", "Stake"] as const)
    expect(error(ledger, { _tag, sender: provider, amount })).toMatchObject({ _tag: "ZeroAmount" })
  expect(
    error(ledger, { _tag: "Transfer", sender: provider, to: requester, amount }),
  ).toMatchObject({ _tag: "ZeroAmount" })
  expect(
    error(ledger, { _tag: "Transfer", sender: provider, to: Address.zero, amount: Amount.of(1n) }),
  ).toMatchObject({ _tag: "ZeroAddress" })
  expect(error(ledger, { _tag: "WithdrawFees", sender: provider, to: provider })).toMatchObject({
    _tag: "NotPlatform",
  })
  expect(error(ledger, { _tag: "WithdrawFees", sender: platform, to: platform })).toMatchObject({
    _tag: "ZeroAmount",
  })
  done(ledger, openDeal())
  expect(done(ledger, { _tag: "WithdrawFees", sender: platform, to: platform })).toEqual([
    { _tag: "FeesWithdrawn", to: platform, amount: ledger.parameters.minCommission },
  ])
})
