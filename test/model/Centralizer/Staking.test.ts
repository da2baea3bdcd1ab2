import { expect, it } from "vitest"
import * as Address from "../../../src/model/Address.ts"
import * as Amount from "../../../src/model/Amount.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import type { Receipt } from "../../../src/model/Receipt.ts"
import * as Time from "../../../src/model/Time.ts"
import * as Token from "../../../src/model/Token.ts"
import type { Of, Transaction } from "../../../src/model/Transaction.ts"
import { holders, platform, token } from "../../arbitrary/deal.ts"

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

it("IPSX-AGR-065 only two receipts of one provider, resource and seat, of two channels of their parties, prove anything", () => {
  const ledger = opened()
  const second = Id.fromNumber(2)
  done(ledger, openDeal({ firstSeat: 1 }, second))
  const receipt = (channelId: Id.Id): Receipt => ({
    channelId,
    provider,
    requester,
    resource: Id.fromNumber(7),
    seat: 0,
    from: Time.seconds(1000),
    to: Time.seconds(1030),
    commitment: Id.zero,
  })
  const authors = { provider, requester }
  const prove = (change: Partial<Receipt>, signed: object = {}, turned = false) => {
    const sides = [
      { receipt: receipt(id), authors },
      { receipt: { ...receipt(second), ...change }, authors: { ...authors, ...signed } },
    ] as const
    const [first, other] = turned ? [sides[1], sides[0]] : sides
    return error(ledger, { _tag: "ProveDoubleLease", sender: thief, first, second: other })
  }
  const changes: ReadonlyArray<Partial<Receipt>> = [
    { channelId: id },
    { channelId: Id.fromNumber(9) },
    { provider: thief },
    { requester: thief },
    { resource: Id.fromNumber(8) },
    { seat: 1 },
    { from: Time.seconds(1030), to: Time.seconds(1040) },
  ]
  for (const change of changes)
    for (const turned of [false, true])
      expect([change, prove(change, {}, turned)]).toMatchObject([
        change,
        { _tag: "NotDoubleLease" },
      ])
  for (const role of ["provider", "requester"] as const)
    expect(prove({}, { [role]: thief })).toMatchObject({
      _tag: "InvalidSignature",
      expected: role === "provider" ? provider : requester,
    })
  // Nothing is staked yet; a proof that cost nothing can be brought again.
  expect(prove({})).toMatchObject({ _tag: "NothingStaked", owner: provider })
  done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(3n) })
  const turned: Transaction = {
    _tag: "ProveDoubleLease",
    sender: thief,
    first: { receipt: receipt(second), authors },
    second: { receipt: receipt(id), authors },
  }
  done(ledger, turned)
  // Another provider's seat may have the same number in a range of the same name.
  const others = Id.fromNumber(4)
  done(ledger, { _tag: "Transfer", sender: provider, to: thief, amount: Amount.of(20n * token) })
  done(ledger, {
    ...(openDeal({ provider: thief }, others) as Of<"OpenDeal">),
    authors: { provider: thief, requester },
  })
  const byThief = { provider: thief, requester }
  expect(
    error(ledger, {
      _tag: "ProveDoubleLease",
      sender: thief,
      first: { receipt: receipt(id), authors },
      second: { receipt: { ...receipt(others), provider: thief }, authors: byThief },
    }),
  ).toMatchObject({ _tag: "NotDoubleLease" })
  // In either order it is one offence, and each pair of channels is one of its own.
  done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(3n) })
  expect(prove({})).toMatchObject({ _tag: "AlreadyProven" })
  expect(prove({}, {}, true)).toMatchObject({ _tag: "AlreadyProven" })
  const third = Id.fromNumber(3)
  done(ledger, openDeal({ firstSeat: 2 }, third))
  done(ledger, {
    _tag: "ProveDoubleLease",
    sender: thief,
    first: { receipt: receipt(id), authors },
    second: { receipt: receipt(third), authors },
  })
  expect(Ledger.surplus(ledger)).toBe(0n)
})

it("IPSX-WAL-006 a deposit of many fails whole when the sender's tokens do not cover it", () => {
  const ledger = funded()
  const before = Ledger.digestRows(ledger)
  const deposits = [provider, requester].map((owner) => ({ owner, amount: Amount.of(token) }))
  expect(error(ledger, { _tag: "DepositMany", sender: thief, deposits })).toMatchObject({
    _tag: "ERC20InsufficientAllowance",
  })
  expect(Ledger.digestRows(ledger)).toEqual(before)
})

it("IPSX-WAL-006 a permit stands for an approval, and one that is refused leaves the approval as it is", () => {
  const permit = (change: Partial<Of<"DepositWithPermit">> = {}): Of<"DepositWithPermit"> => ({
    _tag: "DepositWithPermit",
    sender: provider,
    amount: Amount.of(5n),
    deadline: Time.seconds(1000),
    author: provider,
    ...change,
  })
  const withTokens = () => {
    const ledger = funded()
    done(ledger, {
      _tag: "TransferTokens",
      sender: holders.funding,
      to: provider,
      amount: Amount.of(8n),
    })
    return ledger
  }
  const ledger = withTokens()
  const before = Ledger.wallet(ledger, provider).balance
  expect(done(ledger, permit())).toEqual([{ _tag: "Deposited", owner: provider, amount: 5n }])
  expect(Ledger.wallet(ledger, provider).balance - before).toBe(5n)
  expect(Token.allowance(ledger.token, provider)).toBe(0n)
  // Somebody else's word, a permit that is over, or no amount at all: only the allowance counts.
  const refused = { _tag: "ERC20InsufficientAllowance", allowance: 1n }
  for (const [change, expected] of [
    [{ author: thief }, refused],
    [{ deadline: Time.seconds(999) }, refused],
    [{ amount: Amount.zero }, { _tag: "ZeroAmount" }],
    [{ amount: Amount.of(9n) }, { _tag: "ERC20InsufficientBalance", needed: 9n }],
  ] as const) {
    const other = withTokens()
    done(other, { _tag: "ApproveTokens", sender: provider, amount: 1n })
    expect(error(other, permit(change))).toMatchObject(expected)
    expect(Token.allowance(other.token, provider)).toBe(1n)
    done(other, { _tag: "ApproveTokens", sender: provider, amount: 7n })
    if ("author" in change || "deadline" in change) done(other, permit(change))
  }
})
