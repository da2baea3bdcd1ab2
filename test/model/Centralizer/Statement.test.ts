import { expect, it } from "vitest"
import * as Amount from "../../../src/model/Amount.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import type { Of } from "../../../src/model/Transaction.ts"
import { token } from "../../arbitrary/deal.ts"
import {
  balances,
  claim,
  done,
  error,
  id,
  openDeal,
  opened,
  provider,
  requester,
  thief,
} from "../../arbitrary/ledger.ts"

const second = Id.fromNumber(2)
const digest = Id.fromNumber(77)

const two = () => {
  const ledger = opened()
  done(ledger, openDeal({ firstSeat: 7, salt: second }, second))
  return ledger
}
const entry = (channel: Id.Id, cumulative: bigint) => ({
  id: channel,
  cumulative: Amount.of(cumulative),
})
const statement = (
  entries: Of<"ClaimStatement">["entries"],
  change: Partial<Of<"ClaimStatement">> = {},
): Of<"ClaimStatement"> => ({
  _tag: "ClaimStatement",
  sender: thief,
  payer: requester,
  entries,
  statement: digest,
  author: requester,
  ...change,
})

it("IPSX-PAY-031 IPSX-CHN-040 a statement pays what the vouchers of its entries would, with one log", () => {
  const [byStatement, byVouchers] = [two(), two()]
  done(byVouchers, claim(4n * token))
  done(byVouchers, { ...claim(token), id: second } as never)
  const fees = byVouchers.fees - byStatement.fees
  expect(done(byStatement, statement([entry(id, 4n * token), entry(second, token)]))).toEqual([
    { _tag: "StatementPaid", payer: requester, entries: digest, paid: 5n * token, fees },
  ])
  expect(Ledger.digestRows(byStatement)).toEqual(Ledger.digestRows(byVouchers))
})

it("IPSX-PAY-032 IPSX-PAY-035 what is final or paid already is passed over, and nothing at all is refused", () => {
  const ledger = two()
  const authors = { provider, requester }
  const cumulative = Amount.of(token)
  done(ledger, { _tag: "Settle", sender: thief, id, cumulative, receipt: Id.zero, authors })
  const entries = [entry(id, 3n * token), entry(second, 2n * token)]
  expect(done(ledger, statement(entries))).toMatchObject([{ paid: 2n * token }])
  const before = Ledger.digestRows(ledger)
  expect(error(ledger, statement(entries))).toMatchObject({ _tag: "ZeroAmount" })
  expect(error(ledger, statement([]))).toMatchObject({ _tag: "ZeroAmount" })
  expect(Ledger.digestRows(ledger)).toEqual(before)
})

it("IPSX-PAY-033 an entry that could never be paid refuses the whole, in the order of the list", () => {
  const ledger = two()
  const before = Ledger.digestRows(ledger)
  const good = entry(id, token)
  const unknown = Id.fromNumber(9)
  const cap = ledger.channels.get(id)!.deal.cap
  expect(error(ledger, statement([good, entry(unknown, 1n)]))).toMatchObject({
    _tag: "UnknownChannel",
    id: unknown,
  })
  expect(
    error(ledger, statement([good, entry(second, cap + 1n), entry(unknown, 1n)])),
  ).toMatchObject({
    _tag: "VoucherExceedsCap",
    id: second,
    cap,
  })
  const own = { payer: provider, author: provider }
  expect(error(ledger, statement([good], own))).toMatchObject({
    _tag: "NotParty",
    sender: provider,
  })
  expect(error(ledger, statement([entry(unknown, 1n)], { author: thief }))).toMatchObject({
    _tag: "InvalidSignature",
    expected: requester,
  })
  expect(Ledger.digestRows(ledger)).toEqual(before)
})

it("IPSX-PAY-034 a statement and vouchers of one channel pay the higher of them, once", () => {
  const ledger = two()
  const reserved = () => Ledger.wallet(ledger, requester).reserved
  const before = reserved()
  done(ledger, claim(2n * token))
  done(ledger, statement([entry(id, 3n * token), entry(id, 5n * token), entry(id, 4n * token)]))
  expect(error(ledger, claim(5n * token))).toMatchObject({ _tag: "VoucherStale", paid: 5n * token })
  expect(before - reserved()).toBe(5n * token)
  expect(
    balances(ledger)
      .flat()
      .every((amount) => amount >= 0n),
  ).toBe(true)
})

it("IPSX-PAY-033 an entry of the whole cap is payable, and one base unit more is not", () => {
  const cap = two().channels.get(second)!.deal.cap
  expect(error(two(), statement([entry(second, cap + 1n)]))).toMatchObject({
    _tag: "VoucherExceedsCap",
  })
  expect(done(two(), statement([entry(second, cap)]))).toMatchObject([{ paid: cap }])
})

it("IPSX-PAY-032 an entry that repeats what is paid leaves the channel as it is", () => {
  const ledger = two()
  done(ledger, claim(token))
  const before = ledger.channels.get(id)
  done(ledger, statement([entry(id, token), entry(second, token)]))
  expect(ledger.channels.get(id)).toBe(before)
})
