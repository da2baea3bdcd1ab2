import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Address from "../../../src/model/Address.ts"
import * as Amount from "../../../src/model/Amount.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import type { Status } from "../../../src/model/Status.ts"
import * as Time from "../../../src/model/Time.ts"
import type { Transaction } from "../../../src/model/Transaction.ts"
import { deal, token } from "../../arbitrary/deal.ts"

import {
  apply,
  at,
  claim,
  done,
  error,
  funded,
  id,
  opened,
  provider,
  requester,
  thief,
} from "../../arbitrary/ledger.ts"

it("IPSX-AGR-053 IPSX-AGR-054 a demand is met in money, or lapses after seconds and blocks", () => {
  const ledger = opened()
  const demand = (due: bigint): Transaction => ({
    _tag: "Demand",
    sender: provider,
    id,
    deal: deal(),
    due: Amount.of(due),
  })
  expect(error(ledger, demand(token), at(1009))).toMatchObject({
    _tag: "BadDemand",
    most: (9n * token) / 10n,
  })
  expect(done(ledger, demand(token), at(1010))).toEqual([
    { _tag: "PaymentDemanded", id, due: token },
  ])
  expect(done(ledger, claim(token), at(1011)).map((log) => log._tag)).toEqual([
    "VoucherPaid",
    "DemandMet",
  ])
  const stake = ledger.parameters.challengeStake
  expect(Ledger.wallet(ledger, requester).balance).toBe(90n * token - token / 100n + stake)
  done(ledger, demand(2n * token), at(1020))
  expect(error(ledger, { _tag: "Lapse", sender: thief, id }, at(1035, 1021))).toMatchObject({
    _tag: "TooEarly",
    earliestTime: 1035,
    earliestBlock: 1022,
  })
  expect(done(ledger, { _tag: "Lapse", sender: thief, id }, at(1035, 1022))).toEqual([
    { _tag: "DemandLapsed", id },
  ])
})

it("IPSX-AGR-050 IPSX-AGR-052 an unanswered challenge convicts, and service proved clears", () => {
  const ledger = opened()
  expect(error(ledger, { _tag: "Challenge", sender: provider, id })).toMatchObject({
    _tag: "NotParty",
  })
  expect(error(ledger, { _tag: "Challenge", sender: requester, id }, at(1060))).toMatchObject({
    _tag: "OutsideLease",
    end: 1060,
  })
  done(ledger, { _tag: "Challenge", sender: requester, id }, at(1001))
  done(ledger, { _tag: "Convict", sender: thief, id }, at(1016))
  const convicted = Ledger.clone(ledger)
  const finalize: Transaction = { _tag: "Finalize", sender: thief, id, deal: deal() }
  expect(done(convicted, finalize, at(1036)).map((log) => log._tag)).toEqual([
    "DealBreached",
    "DealSettled",
  ])
  expect(Ledger.burned(convicted)).toBe(token / 2n)
  const status: Status = {
    channelId: id,
    role: 1,
    seq: 1,
    status: 3,
    reason: 0,
    at: Time.seconds(1001),
    cumulativeAmount: Amount.zero,
    previous: Id.zero,
  }
  const early: Transaction = {
    _tag: "ProveService",
    sender: provider,
    id,
    status: { ...status, at: Time.seconds(1000) },
    author: requester,
  }
  expect(error(ledger, early, at(1017))).toMatchObject({ _tag: "NotService" })
  done(ledger, { _tag: "ProveService", sender: provider, id, status, author: requester }, at(1017))
  expect(done(ledger, finalize, at(1036)).map((log) => log._tag)).toEqual(["DealSettled"])
})

it("IPSX-AGR-052 nobody is convicted whom nobody has challenged, however long it is silent", () => {
  const ledger = opened()
  const convict: Transaction = { _tag: "Convict", sender: requester, id }
  expect(error(ledger, convict, at(1059, 5000))).toMatchObject({ _tag: "WrongPhase", phase: 1 })
})

it("IPSX-AGR-031 one hour without blocks does not let a deadline pass in the first block", () => {
  const ledger = opened()
  done(ledger, { _tag: "Challenge", sender: requester, id }, at(1001, 50))
  expect(error(ledger, { _tag: "Convict", sender: requester, id }, at(4601, 51))).toMatchObject({
    _tag: "TooEarly",
    earliestBlock: 52,
  })
  expect(done(ledger, { _tag: "Answer", sender: provider, id }, at(4601, 51))).toEqual([
    { _tag: "ChallengeAnswered", id },
  ])
})

it("IPSX-AGR-040 the order in which evidence arrives never changes the outcome", () => {
  const status = (role: number, code: number): Status => ({
    channelId: id,
    role,
    seq: 1,
    status: code,
    reason: 0,
    at: Time.seconds(1001),
    cumulativeAmount: Amount.zero,
    previous: Id.zero,
  })
  const twice = (role: number, author: Address.Address): Transaction => ({
    _tag: "ProveEquivocation",
    sender: thief,
    id,
    first: { status: status(role, 3), author },
    second: { status: status(role, 4), author },
  })
  const meter = (seconds: number): Transaction => ({
    _tag: "ProveMeter",
    sender: thief,
    id,
    deal: deal(),
    meter: { channelId: id, seq: 1, seconds, bytesUsed: 0 },
    authors: { provider, requester },
  })
  const evidence: ReadonlyArray<Transaction> = [
    claim(token),
    claim(2n * token),
    meter(30),
    meter(55),
    twice(0, provider),
    twice(1, requester),
    { _tag: "Dispute", sender: provider, id },
    { _tag: "Dispute", sender: requester, id },
  ]
  const outcome = (order: ReadonlyArray<Transaction>) => {
    const ledger = opened()
    done(ledger, { _tag: "Stop", sender: provider, id }, at(1030))
    // A claim that a higher one overtook is refused, and its money was paid with the other.
    for (const transaction of order) apply(ledger, transaction, at(1031))
    done(ledger, { _tag: "Finalize", sender: thief, id, deal: deal() }, at(1071))
    return Ledger.digestRows(ledger)
  }
  const expected = outcome(evidence)
  fc.assert(
    fc.property(fc.shuffledSubarray([...evidence], { minLength: evidence.length }), (order) => {
      expect(outcome(order)).toEqual(expected)
    }),
  )
})

it("IPSX-AGR-032 IPSX-AGR-035 IPSX-AGR-072 the end is absolute, notice is timely, a reservation waits longer", () => {
  const ledger = opened({ seats: 0, bond: Amount.zero })
  expect(error(ledger, { _tag: "Expire", sender: thief, id }, at(1059))).toMatchObject({
    _tag: "TooEarly",
    earliestTime: 1060,
    earliestBlock: 0,
  })
  const notice = (when: number): Transaction => ({
    _tag: "GiveNotice",
    sender: provider,
    id,
    deal: deal(),
    at: Time.seconds(when),
  })
  expect(error(ledger, notice(1009))).toMatchObject({
    _tag: "NoticeTooShort",
    at: 1009,
    earliest: 1010,
  })
  done(ledger, notice(1010))
  expect(error(ledger, notice(1010))).toMatchObject({ _tag: "AlreadyNoticed" })
  done(ledger, { _tag: "Expire", sender: thief, id }, at(1060))
  const finalize: Transaction = { _tag: "Finalize", sender: thief, id, deal: deal({ seats: 0 }) }
  expect(error(ledger, finalize, at(1089))).toMatchObject({ _tag: "TooEarly", earliestTime: 1090 })
  done(ledger, finalize, at(1090))
  expect(error(ledger, finalize, at(1090))).toMatchObject({ _tag: "WrongPhase", phase: 7 })
  expect(error(ledger, claim(token), at(1090))).toMatchObject({ _tag: "ChannelFinal" })
})

it("IPSX-AGR-072 a dispute does not cut the time of a reservation", () => {
  const ledger = opened({ seats: 0, bond: Amount.zero })
  done(ledger, { _tag: "Stop", sender: requester, id }, at(1010))
  done(ledger, { _tag: "Dispute", sender: provider, id }, at(1020))
  const finalize: Transaction = { _tag: "Finalize", sender: thief, id, deal: deal({ seats: 0 }) }
  expect(error(ledger, finalize, at(1069))).toMatchObject({ _tag: "TooEarly", earliestTime: 1070 })
  done(ledger, finalize, at(1070))
})

it("IPSX-AGR-063 each party disputes once, and the second does not prolong the time for evidence", () => {
  const ledger = opened()
  const dispute = (sender: Address.Address): Transaction => ({ _tag: "Dispute", sender, id })
  expect(error(ledger, dispute(requester))).toMatchObject({ _tag: "WrongPhase", phase: 1 })
  done(ledger, { _tag: "Stop", sender: requester, id }, at(1010))
  expect(error(ledger, dispute(thief), at(1010))).toMatchObject({ _tag: "NotParty" })
  done(ledger, dispute(requester), at(1011))
  expect(error(ledger, dispute(requester), at(1012))).toMatchObject({
    _tag: "AlreadyDisputed",
    party: requester,
  })
  done(ledger, dispute(provider), at(1030))
  const finalize: Transaction = { _tag: "Finalize", sender: thief, id, deal: deal() }
  expect(error(ledger, finalize, at(1050))).toMatchObject({ _tag: "TooEarly", earliestTime: 1051 })
  done(ledger, finalize, at(1051))
  expect(Ledger.burned(ledger)).toBe(2n * ledger.parameters.disputeStake + deal().noShowCharge)
})

it("IPSX-PAY-023 a provider stops once, also when its first stop came after the end", () => {
  const ledger = opened()
  const stop: Transaction = { _tag: "Stop", sender: provider, id }
  done(ledger, stop, at(1060))
  expect(ledger.channels.get(id)!.facts.providerStoppedAt).toBe(0)
  expect(error(ledger, stop, at(1061))).toMatchObject({ _tag: "AlreadyStopped", party: provider })
})

it("IPSX-CHN-014 every function on a channel asks first whether it was opened, and says of a final one that it is", () => {
  const authors = { provider, requester }
  const status: Status = {
    channelId: id,
    role: 1,
    seq: 1,
    status: 3,
    reason: 0,
    at: Time.seconds(1000),
    cumulativeAmount: Amount.zero,
    previous: Id.zero,
  }
  const said = { status, author: requester }
  const sum = { cumulative: Amount.of(token) }
  const terms = { deal: deal() }
  const meter = { channelId: id, seq: 1, seconds: 1, bytesUsed: 0 }
  const byProvider: Readonly<Record<string, object>> = {
    Claim: { ...sum, author: requester },
    Settle: { ...sum, receipt: Id.zero, authors },
    ProveMeter: { ...terms, meter, authors },
    ProveEquivocation: { first: said, second: said },
    ProveService: said,
    Stop: {},
    Expire: {},
    GiveNotice: { ...terms, at: Time.seconds(1020) },
    Answer: {},
    Convict: {},
    Demand: { ...terms, due: Amount.of(1n) },
    Lapse: {},
    Dispute: {},
    Finalize: terms,
  }
  const final = opened()
  const closed = Amount.of(token)
  done(final, { _tag: "Settle", sender: thief, id, cumulative: closed, receipt: Id.zero, authors })
  const evidence = ["Claim", "Settle", "ProveMeter", "ProveEquivocation", "ProveService"]
  const asked = [
    ...Object.entries(byProvider).map(([_tag, rest]) => ({ _tag, sender: provider, id, ...rest })),
    { _tag: "Challenge", sender: requester, id },
  ]
  for (const transaction of asked as ReadonlyArray<Transaction>) {
    expect([transaction._tag, error(funded(), transaction)]).toMatchObject([
      transaction._tag,
      { _tag: "UnknownChannel", id },
    ])
    expect([transaction._tag, error(final, transaction)]).toMatchObject([
      transaction._tag,
      evidence.includes(transaction._tag)
        ? { _tag: "ChannelFinal", id }
        : { _tag: "WrongPhase", id, phase: 7 },
    ])
  }
})
