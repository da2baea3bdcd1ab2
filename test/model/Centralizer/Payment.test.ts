import { expect, it } from "vitest"
import * as Amount from "../../../src/model/Amount.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import type { Transaction } from "../../../src/model/Transaction.ts"
import { deal, token } from "../../arbitrary/deal.ts"
import {
  at,
  balances,
  claim,
  done,
  error,
  id,
  opened,
  provider,
  requester,
  thief,
} from "../../arbitrary/ledger.ts"

const both = { provider, requester }
const item = (cumulative: bigint) => ({ id, cumulative: Amount.of(cumulative), author: requester })
const closing = (cumulative: bigint, authors = both) => ({
  id,
  cumulative: Amount.of(cumulative),
  receipt: Id.fromNumber(9),
  authors,
})

it("IPSX-PAY-015 a batch whose last item fails leaves every word as the first item found it", () => {
  const ledger = opened()
  const before = Ledger.digestRows(ledger)
  const claims = [item(token), item(2n * token), item(2n * token)]
  const batch: Transaction = { _tag: "ClaimMany", sender: thief, claims }
  expect(error(ledger, batch)).toMatchObject({ _tag: "VoucherStale", paid: 2n * token })
  expect(Ledger.digestRows(ledger)).toEqual(before)
  expect(done(ledger, { ...batch, claims: claims.slice(0, 2) }).length).toBe(2)
  const settlements = [closing(3n * token), closing(3n * token)]
  expect(error(ledger, { _tag: "SettleMany", sender: thief, settlements })).toMatchObject({
    _tag: "ChannelFinal",
  })
  expect(error(ledger, claim(3n * token))).toBeUndefined()
})

it("IPSX-PAY-006 a closing that both signed ends the channel with its stakes returned", () => {
  const ledger = opened()
  done(ledger, { _tag: "Challenge", sender: requester, id })
  const settle = (cumulative: bigint, authors = both): Transaction => ({
    _tag: "Settle",
    sender: thief,
    ...closing(cumulative, authors),
  })
  done(ledger, claim(token))
  const forged = { provider: thief, requester: thief }
  expect(error(ledger, settle(11n * token, forged))).toMatchObject({ _tag: "VoucherExceedsCap" })
  expect(error(ledger, settle(token - 1n, forged))).toMatchObject({ _tag: "VoucherStale" })
  expect(error(ledger, settle(token, forged))).toMatchObject({ expected: provider })
  expect(error(ledger, settle(token, { provider, requester: thief }))).toMatchObject({
    _tag: "InvalidSignature",
    expected: requester,
  })
  expect(done(ledger, settle(5n * token))).toEqual([
    {
      _tag: "DealSettled",
      id,
      cumulative: 5n * token,
      penaltyProvider: 0n,
      penaltyRequester: 0n,
      receipt: Id.fromNumber(9),
    },
  ])
  const minimum = ledger.parameters.minCommission
  const commission = token / 10n
  expect(balances(ledger)).toEqual([
    [105n * token - commission + minimum, 0n],
    [95n * token - minimum, 0n],
  ])
  expect(ledger.fees).toBe(commission)
})

it("IPSX-PAY-003 IPSX-PAY-001 a higher voucher is paid until the channel is final", () => {
  const ledger = opened()
  done(ledger, { _tag: "Stop", sender: requester, id }, at(1010))
  done(ledger, claim(token), at(1011))
  done(ledger, { _tag: "Dispute", sender: provider, id }, at(1012))
  done(ledger, claim(3n * token), at(1051))
  const finalize: Transaction = { _tag: "Finalize", sender: thief, id, deal: deal() }
  expect(error(ledger, finalize, at(1051))).toMatchObject({ _tag: "TooEarly" })
  expect(done(ledger, finalize, at(1052))).toMatchObject([{ cumulative: 3n * token }])
  expect(error(ledger, claim(4n * token), at(1053))).toMatchObject({ _tag: "ChannelFinal" })
})

it("IPSX-PAY-010 a meter of another channel, or without both signatures, proves nothing", () => {
  const ledger = opened()
  const prove = (channelId: Id.Id, seconds: number, authors = both): Transaction => ({
    _tag: "ProveMeter",
    sender: thief,
    id,
    deal: deal(),
    meter: { channelId, seq: 1, seconds, bytesUsed: 0 },
    authors,
  })
  expect(error(ledger, prove(Id.zero, 30))).toMatchObject({ _tag: "WrongChannel", actual: Id.zero })
  expect(error(ledger, prove(id, 30, { provider, requester: provider }))).toMatchObject({
    _tag: "InvalidSignature",
    expected: requester,
  })
  expect(done(ledger, prove(id, 30))).toEqual([{ _tag: "MeterProved", id, meterDue: 3n * token }])
  expect(done(ledger, prove(id, 20))).toEqual([{ _tag: "MeterProved", id, meterDue: 3n * token }])
})
