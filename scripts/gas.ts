// Measures the gas of every kind of transaction on the contracts and writes spec/gas.json, or checks it with --check.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import * as Deployment from "../src/chain/Deployment.ts"
import type { Address } from "../src/model/Address.ts"
import * as Amount from "../src/model/Amount.ts"
import type { Deal } from "../src/model/Deal.ts"
import * as Id from "../src/model/Id.ts"
import * as Parameters from "../src/model/Parameters.ts"
import * as Time from "../src/model/Time.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import { noble } from "../src/signature/Curve.ts"
import * as Signed from "../src/signature/Signed.ts"
import * as Statement from "../src/signature/Statement.ts"
import * as Structure from "../src/signature/Structure.ts"

const file = fileURLToPath(new URL("../spec/gas.json", import.meta.url))
const start = 1_700_000_000
const parameters = Parameters.small
const unit = 10n ** 18n
const tokens = (n: number): Amount.Amount => Amount.of(BigInt(n) * unit)

const keys = new Map(
  [1, 2, 3].map((n) => {
    const key = new Uint8Array(32).fill(n)
    return [Signed.address(noble, key), key] as const
  }),
)
const [provider, requester, other] = [...keys.keys()] as [Address, Address, Address]
const both = { provider, requester }

type Step = readonly [name: string | undefined, after: number, transaction: Transaction]

/** An account that has no wallet yet: what a deposit for others usually fills. */
const newcomer = (n: number): Address => `0x${n.toString(16).padStart(40, "1")}` as Address

/** The scenario: each transaction in a block of its own; those with a name are measured. */
const scenario = function* (): Generator<Step, void, number> {
  let salt = 0
  let now = start
  const dealAt = (change: Partial<Deal> = {}): Deal => ({
    provider,
    requester,
    offer: Id.of(`0x${"a1".repeat(32)}`),
    request: Id.of(`0x${"b2".repeat(32)}`),
    providerNonce: 1,
    requesterNonce: 1,
    resource: Id.of(`0x${"c3".repeat(32)}`),
    firstSeat: ++salt,
    seats: 1,
    start: Time.seconds(now),
    end: Time.seconds(now + 3600),
    validUntil: Time.seconds(now + 600),
    cap: tokens(10),
    bond: tokens(2),
    prepaid: Amount.zero,
    pricePerSecond: Amount.of(unit / 360n),
    pricePerByte: Amount.zero,
    setupPrice: Amount.of(unit / 100n),
    noShowCharge: Amount.of(unit / 100n),
    maxLag: 4,
    notice: 10,
    terms: Id.of(`0x${"d4".repeat(32)}`),
    salt: Id.of(`0x${"e5".repeat(30)}${salt.toString(16).padStart(4, "0")}`),
    ...change,
  })
  const idOf = (deal: Deal) => Structure.channelId(noble, deal)
  const open = (deal: Deal): Transaction => ({
    _tag: "OpenDeal",
    sender: provider,
    id: idOf(deal),
    deal,
    authors: both,
  })
  const step = function* (
    name: string | undefined,
    transaction: Transaction,
    after = 12,
  ): Generator<Step, void, number> {
    now = yield [name, after, transaction]
  }
  const opened = function* (change: Partial<Deal> = {}) {
    const deal = dealAt(change)
    yield* step(undefined, open(deal))
    return { deal, id: idOf(deal) }
  }
  const claimOf = (id: Id.Id, n: number) => ({ id, cumulative: tokens(n), author: requester })
  const settlementOf = (id: Id.Id) => ({
    id,
    cumulative: tokens(5),
    receipt: Id.of(`0x${"f6".repeat(32)}`),
    authors: both,
  })

  yield* opened()
  const first = dealAt()
  yield* step("OpenDeal", open(first))
  yield* step(undefined, { _tag: "Claim", sender: provider, ...claimOf(idOf(first), 1) })
  yield* step("Claim", { _tag: "Claim", sender: provider, ...claimOf(idOf(first), 2) })
  yield* step("Settle", { _tag: "Settle", sender: provider, ...settlementOf(idOf(first)) })

  for (const size of [1, 11]) {
    const ids: Array<Id.Id> = []
    for (let at = 0; at < size; at++) ids.push((yield* opened()).id)
    const claims = ids.map((id) => claimOf(id, 1))
    yield* step(`ClaimMany ${size}`, { _tag: "ClaimMany", sender: provider, claims })
    const entries = ids.map((id) => ({ id, cumulative: tokens(2) }))
    const statement = Statement.digest(noble, entries)
    yield* step(`ClaimStatement ${size}`, {
      _tag: "ClaimStatement",
      sender: provider,
      payer: requester,
      entries,
      statement,
      author: requester,
    })
    const settlements = ids.map(settlementOf)
    yield* step(`SettleMany ${size}`, { _tag: "SettleMany", sender: provider, settlements })
    const deposits = ids.map((_, at) => ({ owner: newcomer(size + at), amount: tokens(1) }))
    const amount = tokens(100)
    yield* step(undefined, { _tag: "Withdraw", sender: other, amount })
    yield* step(undefined, { _tag: "ApproveTokens", sender: other, amount })
    yield* step(`DepositMany ${size}`, { _tag: "DepositMany", sender: other, deposits })
  }

  const stopped = yield* opened()
  yield* step("GiveNotice", {
    _tag: "GiveNotice",
    sender: provider,
    ...stopped,
    at: Time.seconds(now + 100),
  })
  yield* step("Stop", { _tag: "Stop", sender: requester, id: stopped.id })
  yield* step("Dispute", { _tag: "Dispute", sender: requester, id: stopped.id })
  yield* step("Finalize", { _tag: "Finalize", sender: requester, ...stopped }, 3600)

  const ended = yield* opened({ end: Time.seconds(now + 60) })
  yield* step("Expire", { _tag: "Expire", sender: provider, id: ended.id }, 100)

  const answered = yield* opened()
  yield* step("Challenge", { _tag: "Challenge", sender: requester, id: answered.id })
  yield* step("Answer", { _tag: "Answer", sender: provider, id: answered.id })

  const convicted = yield* opened()
  const { id } = convicted
  yield* step(undefined, { _tag: "Challenge", sender: requester, id })
  const challengedAt = now
  yield* step(undefined, { _tag: "AnchorProfile", sender: other, hash: Id.fromNumber(1) })
  yield* step("Convict", { _tag: "Convict", sender: requester, id }, 100)
  const status = {
    channelId: id,
    role: 1,
    seq: 7,
    status: 3,
    reason: 0,
    at: Time.seconds(challengedAt + 1),
    cumulativeAmount: tokens(1),
    previous: Id.of(`0x${"a7".repeat(32)}`),
  }
  yield* step("ProveService", {
    _tag: "ProveService",
    sender: provider,
    id,
    status,
    author: requester,
  })
  yield* step("ProveEquivocation", {
    _tag: "ProveEquivocation",
    sender: provider,
    id,
    first: { status, author: requester },
    second: { status: { ...status, reason: 3 }, author: requester },
  })

  const demanded = yield* opened()
  const meter = { channelId: demanded.id, seq: 3, seconds: 60, bytesUsed: 123_456 }
  yield* step("ProveMeter", {
    _tag: "ProveMeter",
    sender: provider,
    ...demanded,
    meter,
    authors: both,
  })
  yield* step("Demand", {
    _tag: "Demand",
    sender: provider,
    ...demanded,
    due: Amount.of(unit / 50n),
  })
  yield* step(undefined, { _tag: "AnchorProfile", sender: other, hash: Id.fromNumber(1) })
  yield* step("Lapse", { _tag: "Lapse", sender: provider, id: demanded.id }, 100)

  yield* step("Stake", { _tag: "Stake", sender: provider, amount: tokens(3) })
  yield* step("RequestUnstake", { _tag: "RequestUnstake", sender: provider })
  yield* step(undefined, { _tag: "AnchorProfile", sender: other, hash: Id.fromNumber(1) })
  yield* step("Unstake", { _tag: "Unstake", sender: provider }, 3600)
  yield* step(undefined, { _tag: "Stake", sender: provider, amount: tokens(3) })
  const receipt = (channelId: Id.Id) => ({
    receipt: {
      channelId,
      provider,
      requester,
      resource: Id.of(`0x${"c3".repeat(32)}`),
      seat: 1,
      from: Time.seconds(start),
      to: Time.seconds(start + 100),
      commitment: Id.of(`0x${"b8".repeat(32)}`),
    },
    authors: both,
  })
  yield* step("ProveDoubleLease", {
    _tag: "ProveDoubleLease",
    sender: requester,
    first: receipt(id),
    second: receipt(demanded.id),
  })

  const amount = tokens(1)
  yield* step("Withdraw", { _tag: "Withdraw", sender: other, amount })
  yield* step("ApproveTokens", { _tag: "ApproveTokens", sender: other, amount })
  yield* step("Deposit", { _tag: "Deposit", sender: other, amount })
  const deadline = Time.seconds(now + 100_000)
  yield* step("DepositWithPermit", {
    _tag: "DepositWithPermit",
    sender: other,
    amount,
    deadline,
    author: other,
  })
  yield* step("Transfer", { _tag: "Transfer", sender: other, to: provider, amount })
  yield* step("AnchorProfile", {
    _tag: "AnchorProfile",
    sender: other,
    hash: Id.of(`0x${"c9".repeat(32)}`),
  })
  yield* step("CancelOrders", { _tag: "CancelOrders", sender: other, minimum: 5 })
  yield* step("TransferTokens", { _tag: "TransferTokens", sender: other, to: provider, amount })
  yield* step("BurnTokens", { _tag: "BurnTokens", sender: other, amount })
}

const measure = Effect.gen(function* () {
  const { blocks, items, accounts, rpc } = yield* Deployment.open({
    signing: "impersonated",
    parameters,
    keys: (account) => keys.get(account)!,
    funding: [provider, requester, other].map((owner) => [owner, tokens(10_000)] as const),
    genesis: { number: 2, timestamp: start },
    curve: noble,
  })
  const measured = new Map<string, number>()
  const mine = async (name: string | undefined, timestamp: number, transaction: Transaction) => {
    const number = blocks.head().number + (timestamp - blocks.head().timestamp > 12 ? 3 : 1)
    const block = items({ timestamp, transactions: [transaction] })
    const { gasUsed, hashes } = await blocks.mine({ number, timestamp, items: block })
    const receipt = (await rpc.call("eth_getTransactionReceipt", [hashes[0]])) as { status: string }
    if (receipt.status !== "0x1") throw new Error(`${name ?? transaction._tag} was refused`)
    if (name !== undefined) measured.set(name, Number(gasUsed))
  }
  yield* Effect.promise(async () => {
    let now = start
    const steps = scenario()
    for (let step = steps.next(); step.done !== true; step = steps.next(now)) {
      const [name, after, transaction] = step.value
      now += after
      await mine(name, now, transaction)
    }
    const [sender, to] = [accounts.platform, other]
    await mine("WithdrawFees", now + 12, { _tag: "WithdrawFees", sender, to })
  })
  return measured
}).pipe(Effect.scoped)

// A token of its own would be needed to open its transfers once more; the deployment's block has that transaction.
const openTransfers = Effect.gen(function* () {
  const { rpc } = yield* Deployment.open({
    signing: "impersonated",
    parameters,
    keys: (account) => keys.get(account)!,
    funding: [],
    genesis: { number: 2, timestamp: start },
    curve: noble,
  })
  const block = yield* Effect.promise(() => rpc.call("eth_getBlockByNumber", ["latest", false]))
  return Number((block as { gasUsed: string }).gasUsed)
}).pipe(Effect.scoped)

const table = async (): Promise<Record<string, number>> => {
  const measured = await Effect.runPromise(measure)
  measured.set("OpenTransfers", await Effect.runPromise(openTransfers))
  // Of a batch of one and one of eleven: what each item adds, and what there is besides.
  for (const name of ["ClaimMany", "ClaimStatement", "SettleMany", "DepositMany"]) {
    const [one, eleven] = [measured.get(`${name} 1`)!, measured.get(`${name} 11`)!]
    measured.delete(`${name} 1`)
    measured.delete(`${name} 11`)
    const item = Math.round((eleven - one) / 10)
    measured.set(`${name}.item`, item)
    measured.set(name, one - item)
  }
  return Object.fromEntries([...measured].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const text = `${JSON.stringify(await table(), undefined, 2)}\n`
if (!process.argv.includes("--check")) writeFileSync(file, text)
else if (readFileSync(file, "utf8") !== text) {
  console.error("spec/gas.json differs from what the contracts cost now: node scripts/gas.ts")
  process.exitCode = 1
}
