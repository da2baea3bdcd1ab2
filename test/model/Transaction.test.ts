import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it, test } from "vitest"
import { abi as ofCentralizer } from "../../src/chain/abi/Centralizer.ts"
import { abi as ofToken } from "../../src/chain/abi/IpsxToken.ts"
import { Deal } from "../../src/model/Deal.ts"
import { Transaction } from "../../src/model/Transaction.ts"
import { deal as lease } from "../arbitrary/deal.ts"
import { lacking } from "../arbitrary/lacking.ts"

const [sender, to, author] = ["1", "2", "3"].map((digit) => `0x${digit.repeat(40)}`)
const [id, hash, zero] = ["4", "5", "0"].map((digit) => `0x${digit.repeat(64)}`)
const amount = "12"
const at = 1000
const deal = Schema.encodeSync(Deal)(lease())
const authors = { provider: sender, requester: to }
const status = {
  channelId: id,
  role: 1,
  seq: 2,
  status: 3,
  reason: 4,
  at,
  cumulativeAmount: amount,
  previous: zero,
}
const receipt = {
  channelId: id,
  ...authors,
  resource: hash,
  seat: 6,
  from: at,
  to: at + 1,
  commitment: zero,
}
const signed = { id, cumulative: amount }
const item = { ...signed, author }
const closing = { ...signed, receipt: zero, authors }
const proof = { receipt, authors }
const said = { status, author }

/** One of each kind, as it stands in a trace. */
const samples = {
  OpenDeal: { id, deal, authors },
  CancelOrders: { minimum: 7 },
  Claim: item,
  ClaimMany: { claims: [item] },
  ClaimStatement: { payer: to, entries: [signed], statement: hash, author },
  Settle: closing,
  SettleMany: { settlements: [closing] },
  Stop: { id },
  Expire: { id },
  GiveNotice: { id, deal, at },
  Challenge: { id },
  Answer: { id },
  Convict: { id },
  Demand: { id, deal, due: amount },
  Lapse: { id },
  ProveMeter: { id, deal, meter: { channelId: id, seq: 1, seconds: 2, bytesUsed: 3 }, authors },
  ProveEquivocation: { id, first: said, second: said },
  ProveService: { id, ...said },
  Dispute: { id },
  Finalize: { id, deal },
  Stake: { amount },
  RequestUnstake: {},
  Unstake: {},
  ProveDoubleLease: { first: proof, second: proof },
  Deposit: { amount },
  DepositWithPermit: { amount, deadline: at, author },
  DepositMany: { deposits: [{ owner: to, amount }] },
  Withdraw: { amount },
  Transfer: { to, amount },
  AnchorProfile: { hash },
  WithdrawFees: { to },
  ApproveTokens: { amount: (2n ** 256n - 1n).toString() },
  TransferTokens: { to, amount },
  BurnTokens: { amount },
  OpenTransfers: {},
}

const decode = Schema.decodeUnknownResult(Transaction)

it("IPSX-CHN-013 each function of the contracts that changes something is a transaction", () => {
  const changes = (abi: typeof ofCentralizer | typeof ofToken) =>
    abi.flatMap((part) =>
      part.type === "function" && part.stateMutability === "nonpayable" ? [part.name] : [],
    )
  const named = (tag: string) => tag[0]!.toLowerCase() + tag.slice(1)
  const ours = ["approve", "transfer", "burn", "openTransfers"]
  const tags = Object.keys(Transaction.cases)
  const centralizers = tags.filter((tag) => !/Tokens$|^OpenTransfers$/.test(tag)).map(named)
  expect(centralizers.toSorted()).toEqual([...new Set(changes(ofCentralizer))].toSorted())
  for (const name of ours) expect(changes(ofToken)).toContain(name)
  expect(Object.keys(samples).toSorted()).toEqual(tags.toSorted())
})

test.each(Object.entries(samples))(
  "IPSX-TRM-002 %s is read and written without loss",
  (tag, sample) => {
    const wire = { _tag: tag, sender, ...sample }
    expect(Schema.encodeSync(Transaction)(Result.getOrThrow(decode(wire)))).toEqual(wire)
    for (const less of lacking(wire))
      expect([less, Result.isFailure(decode(less))]).toEqual([less, true])
  },
)
