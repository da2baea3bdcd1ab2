// Random but mostly sensible transactions: small picks are read against the ledger as it stands, so that they
// shrink well and most of them get through. About one in eight is spoiled on purpose.
import * as fc from "fast-check"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Block } from "../../src/model/Block.ts"
import * as Channel from "../../src/model/Channel.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Status } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import type { Tag, Transaction } from "../../src/model/Transaction.ts"
import { address, deal, platform, token } from "./deal.ts"

export interface Pick {
  readonly kind: number
  readonly subject: number
  readonly share: number
  readonly wait: number
  readonly spoil: number
}

export const pick: fc.Arbitrary<Pick> = fc.record({
  kind: fc.nat(999),
  subject: fc.nat(999),
  share: fc.nat(100),
  wait: fc.constantFrom(0, 0, 1, 3, 20),
  spoil: fc.nat(7),
})

export const parties = [1, 2, 3, 4].map(address)
const thief = address(0xbad)

const choose = <A>(list: ReadonlyArray<A>, n: number): A => list[n % list.length]!

/** What may be done to a channel in each of its phases, most likely with success. */
const actions: Readonly<Record<Channel.Phase, ReadonlyArray<Tag>>> = {
  None: [],
  Open: [
    "Claim",
    "Stop",
    "Expire",
    "GiveNotice",
    "Challenge",
    "Demand",
    "ProveMeter",
    "ClaimMany",
    "ClaimStatement",
    "Settle",
    "ProveEquivocation",
  ],
  Challenged: ["Answer", "Convict", "Convict", "ProveService", "Stop", "Claim"],
  Demanded: ["Lapse", "Claim", "Claim", "Stop", "Expire"],
  Closing: ["Finalize", "Finalize", "Dispute", "Claim", "ProveMeter", "SettleMany", "Stop"],
  Breached: ["Finalize", "Dispute", "ProveService", "ProveEquivocation"],
  Disputed: ["Finalize", "ProveMeter", "ProveEquivocation", "Claim", "Dispute"],
  Final: ["Finalize"],
}

const bank: ReadonlyArray<Tag> = [
  "Deposit",
  "DepositWithPermit",
  "DepositMany",
  "Withdraw",
  "Transfer",
  "AnchorProfile",
  "CancelOrders",
  "WithdrawFees",
  "Stake",
  "RequestUnstake",
  "Unstake",
  "ProveDoubleLease",
  "ProveDoubleLease",
  "TransferTokens",
  "BurnTokens",
]

/** The transaction that a pick stands for, and the block in which it is submitted. */
export const read = (
  ledger: Ledger.Ledger,
  pick: Pick,
  block: Block,
): { readonly transaction: Transaction; readonly block: Block } => {
  const next = { number: block.number + 1, timestamp: Time.seconds(block.timestamp + pick.wait) }
  const open = [...ledger.channels.values()].filter((channel) => channel.phase !== "Final")
  if (pick.kind % 5 === 0 || (pick.kind % 5 < 3 && open.length === 0))
    return { transaction: opening(ledger, pick, next), block: next }
  if (pick.kind % 5 === 1 || open.length === 0)
    return {
      transaction: banking(ledger, pick, choose(bank, pick.subject)),
      block: late(ledger, pick, next),
    }
  const channel = choose(open, pick.subject)
  const tag = choose(actions[channel.phase], Math.floor(pick.kind / 5))
  return {
    transaction: acting(channel, tag, pick, next),
    block: ripe(ledger, channel, tag, pick, next),
  }
}

const opening = (ledger: Ledger.Ledger, pick: Pick, block: Block): Transaction => {
  const provider = choose(parties, pick.subject)
  const requester = choose(
    parties.filter((party) => party !== provider),
    pick.share,
  )
  const start = Time.seconds(block.timestamp + (pick.subject % 3) * 5)
  const cap = Amount.of(BigInt(1 + pick.share) * token)
  const seats = pick.spoil === 1 ? 0 : 1 + (pick.subject % 2)
  const terms: Deal = deal({
    provider,
    requester,
    start,
    end: Time.seconds(start + 20 + (pick.kind % 40)),
    validUntil: Time.seconds(pick.spoil === 7 ? block.timestamp - 1 : block.timestamp),
    cap,
    seats,
    firstSeat: pick.kind % 40,
    resource: Id.fromNumber(1 + (pick.share % 2)),
    bond: Amount.of(cap / 10n + (pick.spoil === 6 ? -1n : BigInt(pick.spoil) * token)),
    prepaid: Amount.of(pick.spoil === 2 ? cap / 3n : 0n),
    pricePerByte: Amount.of(pick.spoil === 3 ? 1n : 0n),
    pricePerSecond: Amount.of(token / 7n),
    notice: 3,
    providerNonce: Ledger.minNonce(ledger, provider),
    requesterNonce: Ledger.minNonce(ledger, requester),
  })
  const id = Id.fromNumber(ledger.channels.size + (pick.spoil === 5 ? 0 : 1))
  const authors = { provider, requester: pick.spoil === 4 ? thief : requester }
  return { _tag: "OpenDeal", sender: provider, id, deal: terms, authors }
}

const banking = (ledger: Ledger.Ledger, pick: Pick, tag: Tag): Transaction => {
  const sender = choose(parties, pick.share)
  const to = choose(parties, pick.kind)
  const part = (whole: bigint) =>
    Amount.of((whole * BigInt(pick.share)) / 400n + (pick.spoil === 0 ? whole : 1n))
  const { balance } = Ledger.wallet(ledger, sender)
  switch (tag) {
    case "Withdraw":
    case "Stake":
      return { _tag: tag, sender, amount: part(balance) }
    case "Transfer":
      return { _tag: tag, sender, to, amount: part(balance) }
    case "DepositMany":
      return {
        _tag: tag,
        sender,
        deposits: parties.map((owner) => ({ owner, amount: part(token) })),
      }
    case "DepositWithPermit":
      return { _tag: tag, sender, amount: part(token), deadline: Time.seconds(1e6), author: sender }
    case "AnchorProfile":
      return { _tag: tag, sender, hash: Id.fromNumber(pick.share) }
    case "CancelOrders":
      return {
        _tag: tag,
        sender,
        minimum: Ledger.minNonce(ledger, sender) + (pick.spoil === 0 ? 0 : 1),
      }
    case "WithdrawFees":
      return { _tag: tag, sender: pick.spoil === 0 ? sender : platform, to }
    case "RequestUnstake":
    case "Unstake": {
      const owner = [...ledger.stakes.keys()][0] ?? sender
      return { _tag: tag, sender: owner }
    }
    case "TransferTokens":
      return { _tag: tag, sender, to, amount: part(token) }
    case "BurnTokens":
      return { _tag: tag, sender, amount: part(token) }
    case "ProveDoubleLease":
      return doubleLease(ledger, pick) ?? { _tag: "Stake", sender, amount: part(balance) }
    default:
      return { _tag: "Deposit", sender, amount: part(token) }
  }
}

// Two receipts that overlap, for two channels of one provider that has a stake.
const doubleLease = (ledger: Ledger.Ledger, pick: Pick): Transaction | undefined => {
  for (const provider of ledger.stakes.keys()) {
    const mine = [...ledger.channels.values()].filter((c) => c.deal.provider === provider)
    const pair = mine.slice(pick.share % Math.max(1, mine.length - 1)).slice(0, 2)
    if (pair.length < 2) continue
    const [first, second] = pair.map(({ id, deal }, i) => ({
      receipt: {
        channelId: id,
        provider,
        requester: deal.requester,
        resource: Id.fromNumber(1),
        seat: 0,
        from: Time.seconds(1000 + i),
        to: Time.seconds(1000 + (pick.spoil === 0 ? 2 : 30)),
        commitment: Id.zero,
      },
      authors: { provider: pick.spoil === 1 ? thief : provider, requester: deal.requester },
    }))
    return {
      _tag: "ProveDoubleLease",
      sender: choose(parties, pick.kind),
      first: first!,
      second: second!,
    }
  }
  return undefined
}

const acting = (channel: Channel.Channel, tag: Tag, pick: Pick, block: Block): Transaction => {
  const { id, deal, facts } = channel
  const { provider, requester } = deal
  const rest = deal.cap - facts.paid
  const due = channel.phase === "Demanded" && pick.share > 30 ? channel.due : facts.paid
  const raised = Amount.maximum<bigint>(due, facts.paid + (rest * BigInt(pick.share)) / 200n + 1n)
  const cumulative = Amount.of(pick.spoil === 0 ? facts.paid : raised)
  const author = pick.spoil === 1 ? thief : requester
  const authors = { provider, requester: author }
  const party = choose([provider, requester], pick.share)
  const settlement = { id, cumulative, receipt: Id.zero, authors }
  switch (tag) {
    case "Claim":
      return { _tag: tag, sender: provider, id, cumulative, author }
    case "ClaimMany": {
      const again = { id, cumulative: Amount.of(cumulative + (pick.spoil === 2 ? 0n : 1n)), author }
      const claims = [{ id, cumulative, author }, again]
      return { _tag: tag, sender: provider, claims: pick.spoil === 3 ? [...claims, again] : claims }
    }
    case "ClaimStatement": {
      const twice = { id, cumulative: Amount.of(pick.spoil === 2 ? cumulative : cumulative + 1n) }
      const entries = [{ id, cumulative }, twice]
      const payer = pick.spoil === 3 ? provider : requester
      return { _tag: tag, sender: party, payer, entries, statement: Id.zero, author }
    }
    case "Settle":
      return { _tag: tag, sender: provider, ...settlement }
    case "SettleMany":
      return {
        _tag: tag,
        sender: provider,
        settlements: pick.spoil === 2 ? [settlement, settlement] : [settlement],
      }
    case "Stop":
      return { _tag: tag, sender: pick.spoil === 0 ? thief : party, id }
    case "GiveNotice":
      return {
        _tag: tag,
        sender: provider,
        id,
        deal,
        at: Time.seconds(block.timestamp + 1 + pick.spoil),
      }
    case "Demand": {
      const most = Channel.demandable(deal, Math.max(block.timestamp, deal.start))
      return { _tag: tag, sender: provider, id, deal, due: pick.spoil === 0 ? deal.cap : most }
    }
    case "ProveMeter": {
      const meter = { channelId: id, seq: 1, seconds: pick.share, bytesUsed: pick.share }
      return { _tag: tag, sender: party, id, deal, meter, authors }
    }
    case "ProveEquivocation": {
      const role = pick.kind % 2
      const author = pick.spoil === 1 ? thief : role === 0 ? provider : requester
      const first = { status: message(channel, { role, status: 4 }), author }
      const second = {
        status: message(channel, { role, status: pick.spoil === 0 ? 4 : 5 }),
        author,
      }
      return { _tag: tag, sender: party, id, first, second }
    }
    case "ProveService":
      return {
        _tag: tag,
        sender: provider,
        id,
        status: message(channel, { role: 1, status: pick.spoil === 0 ? 4 : 3 }),
        author,
      }
    case "Finalize":
      return { _tag: tag, sender: party, id, deal }
    case "Dispute":
      return { _tag: tag, sender: party, id }
    default:
      return simple(tag, channel, pick.spoil === 0 ? thief : undefined)
  }
}

const simple = (
  tag: Tag,
  { id, deal }: Channel.Channel,
  impostor: Address | undefined,
): Transaction => {
  switch (tag) {
    case "Answer":
      return { _tag: tag, sender: impostor ?? deal.provider, id }
    case "Challenge":
      return { _tag: tag, sender: impostor ?? deal.requester, id }
    case "Expire":
    case "Convict":
    case "Lapse":
      return { _tag: tag, sender: impostor ?? deal.provider, id }
    default:
      throw new Error(`no reading for ${tag}`)
  }
}

const message = (
  channel: Channel.Channel,
  change: { readonly role: number; readonly status: number },
): Status => ({
  channelId: channel.id,
  seq: 1,
  reason: 0,
  at: Time.seconds(channel.challengedAt),
  cumulativeAmount: Amount.zero,
  previous: Id.zero,
  ...change,
})

// Deadlines pass for most who wait for one, so that the later phases are reached often.
const ripe = (
  ledger: Ledger.Ledger,
  { armedAt, deal, phase }: Channel.Channel,
  tag: Tag,
  pick: Pick,
  block: Block,
): Block => {
  const p = ledger.parameters
  const at = (time: number): Block =>
    pick.spoil === 0
      ? block
      : {
          number: block.number + p.deadlineBlocks,
          timestamp: Time.seconds(Math.max(block.timestamp, time)),
        }
  if (tag === "Expire") return at(deal.end)
  if (tag === "Challenge" || tag === "Demand") return at(deal.start)
  if (tag === "Convict" || tag === "Lapse") return at(armedAt + p.challengeSeconds)
  if (tag !== "Finalize") return block
  if (phase === "Disputed") return at(armedAt + p.evidenceSeconds)
  return at(armedAt + (phase === "Breached" ? p.appealSeconds : p.settleGrace + p.shortLeaseMax))
}

const late = (ledger: Ledger.Ledger, pick: Pick, block: Block): Block => {
  if (choose(bank, pick.subject) !== "Unstake" || pick.spoil === 0) return block
  const armedAt = [...ledger.stakes.values()][0]?.armedAt ?? 0
  return {
    number: block.number + ledger.parameters.deadlineBlocks,
    timestamp: Time.seconds(Math.max(block.timestamp, armedAt + ledger.parameters.claimWindow)),
  }
}
