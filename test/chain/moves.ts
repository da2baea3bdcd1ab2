// Random transactions among a few accounts, most of them sensible and many refused, for comparing the model with the
// contracts. They are drawn from the state of the model's ledger, never from the chain.
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type * as Channel from "../../src/model/Channel.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import type * as Ledger from "../../src/model/Ledger.ts"
import type { Receipt } from "../../src/model/Receipt.ts"
import type { Status } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { noble } from "../../src/signature/Curve.ts"
import * as Statement from "../../src/signature/Statement.ts"
import * as Structure from "../../src/signature/Structure.ts"

/** An integer in [0, bound). */
export type Draw = (bound: number) => number

const unit = 10n ** 18n
const tokens = (n: number): Amount.Amount => Amount.of((BigInt(n) * unit) / 10n)

/** One random transaction for a block at `now`. `mostly` draws the right value nine times of ten. */
export const draw = (
  ledger: Ledger.Ledger,
  accounts: ReadonlyArray<Address>,
  now: number,
  random: Draw,
): Transaction => {
  const pick = <A>(list: ReadonlyArray<A>): A => list[random(list.length)]!
  const mostly = (right: Address): Address => (random(10) > 0 ? right : pick(accounts))
  const sender = pick(accounts)
  const channels = [...ledger.channels.values()].filter(
    ({ phase }) => phase !== "Final" || random(20) === 0,
  )
  const channel = channels.length === 0 ? undefined : pick(channels)
  if (channel === undefined || random(4) === 0) return openDeal(pick, mostly, now, random)
  const kind = random(4)
  if (kind === 0) return money(ledger, accounts, sender, now, random)
  return onChannel(channel, channels, { pick, mostly, sender, now, random })
}

type Pick = <A>(list: ReadonlyArray<A>) => A
interface Tools {
  readonly pick: Pick
  readonly mostly: (right: Address) => Address
  readonly sender: Address
  readonly now: number
  readonly random: Draw
}

let parties: ReadonlyArray<Address> = []
/** Whom deals are between. */
export const between = (accounts: ReadonlyArray<Address>): void => {
  parties = accounts
}

const openDeal = (pick: Pick, mostly: Tools["mostly"], now: number, random: Draw): Transaction => {
  const [provider, requester] = [pick(parties), pick(parties)]
  const seats = random(4) === 0 ? 0 : 1 + random(3)
  const cap = tokens(random(60))
  const deal: Deal = {
    provider,
    requester,
    offer: Id.zero,
    request: Id.zero,
    providerNonce: random(6),
    requesterNonce: random(6),
    resource: Id.fromNumber(random(3)),
    firstSeat: random(40),
    seats,
    start: Time.seconds(now - 20 + random(60)),
    end: Time.seconds(now + 5 + random(120)),
    validUntil: Time.seconds(now - 1 + random(30)),
    cap,
    bond: tokens(random(20)),
    prepaid: random(3) === 0 ? tokens(random(8)) : Amount.zero,
    pricePerSecond: Amount.of((unit / 100n) * BigInt(random(5))),
    pricePerByte: random(3) === 0 ? Amount.of(1n) : Amount.zero,
    setupPrice: tokens(random(3)),
    noShowCharge: Amount.of(unit / 10n),
    maxLag: 4,
    notice: random(20),
    terms: Id.zero,
    salt: Id.fromNumber(random(1_000_000)),
  }
  return {
    _tag: "OpenDeal",
    sender: provider,
    id: Structure.channelId(noble, deal),
    deal,
    authors: { provider: mostly(provider), requester: mostly(requester) },
  }
}

const money = (
  ledger: Ledger.Ledger,
  accounts: ReadonlyArray<Address>,
  sender: Address,
  now: number,
  random: Draw,
): Transaction => {
  const amount = tokens(random(40))
  const to = accounts[random(accounts.length)]!
  const choices: ReadonlyArray<Transaction> = [
    { _tag: "Withdraw", sender, amount },
    { _tag: "ApproveTokens", sender, amount },
    { _tag: "Deposit", sender, amount },
    {
      _tag: "DepositWithPermit",
      sender,
      amount,
      deadline: Time.seconds(now + 10_000),
      author: random(5) > 0 ? sender : to,
    },
    {
      _tag: "DepositMany",
      sender,
      deposits: [
        { owner: to, amount },
        { owner: sender, amount },
      ],
    },
    { _tag: "Transfer", sender, to, amount },
    { _tag: "AnchorProfile", sender, hash: Id.fromNumber(random(9)) },
    { _tag: "WithdrawFees", sender: random(2) === 0 ? sender : ledger.platform, to },
    { _tag: "TransferTokens", sender, to, amount },
    { _tag: "BurnTokens", sender, amount: Amount.of(amount / 10n) },
    { _tag: "OpenTransfers", sender },
    { _tag: "CancelOrders", sender, minimum: random(7) === 0 ? random(4) : 0 },
    { _tag: "Stake", sender, amount },
    { _tag: "RequestUnstake", sender },
    { _tag: "Unstake", sender },
    { _tag: "Unstake", sender },
    { _tag: "Unstake", sender },
  ]
  return choices[random(choices.length)]!
}

const onChannel = (
  channel: Channel.Channel,
  channels: ReadonlyArray<Channel.Channel>,
  tools: Tools,
): Transaction => {
  const { pick, mostly, now, random } = tools
  const { id, deal, facts } = channel
  const { provider, requester } = deal
  const sender = tools.sender
  const authors = { provider: mostly(provider), requester: mostly(requester) }
  const cumulative = Amount.of(facts.paid + (unit / 10n) * BigInt(random(12)))
  const item = { id, cumulative, author: mostly(requester) }
  const settlement = { id, cumulative, receipt: Id.fromNumber(random(3)), authors }
  const other = pick(channels)
  const status = (change: Partial<Status>): Status => ({
    channelId: id,
    role: 1,
    seq: 1,
    status: 3,
    reason: 0,
    at: Time.seconds(now),
    cumulativeAmount: Amount.zero,
    previous: Id.zero,
    ...change,
  })
  const role = random(2)
  const author = mostly(role === 0 ? provider : requester)
  const party = mostly(pick([provider, requester]))
  const meter = {
    channelId: random(8) === 0 ? other.id : id,
    seq: 1,
    seconds: random(60),
    bytesUsed: random(1000),
  }
  const choices: ReadonlyArray<Transaction> = [
    { _tag: "Claim", sender, ...item },
    { _tag: "Claim", sender, ...item },
    { _tag: "Claim", sender, ...item },
    {
      _tag: "ClaimMany",
      sender,
      claims: [item, { id: other.id, cumulative, author: other.deal.requester }],
    },
    statement(channel, channels, tools),
    statement(channel, channels, tools),
    { _tag: "Settle", sender, ...settlement },
    { _tag: "SettleMany", sender, settlements: [settlement] },
    { _tag: "Stop", sender: party, id },
    { _tag: "Stop", sender: party, id },
    { _tag: "Expire", sender, id },
    { _tag: "GiveNotice", sender: mostly(provider), id, deal, at: Time.seconds(now + random(40)) },
    { _tag: "Challenge", sender: mostly(requester), id },
    { _tag: "Challenge", sender: mostly(requester), id },
    { _tag: "Answer", sender: mostly(provider), id },
    { _tag: "Convict", sender, id },
    { _tag: "Convict", sender, id },
    { _tag: "Demand", sender: mostly(provider), id, deal, due: cumulative },
    { _tag: "Lapse", sender, id },
    { _tag: "ProveMeter", sender, id, deal, meter, authors },
    {
      _tag: "ProveEquivocation",
      sender,
      id,
      first: { status: status({ role }), author },
      second: { status: status({ role, reason: random(2) }), author },
    },
    {
      _tag: "ProveService",
      sender,
      id,
      status: status({ at: Time.seconds(now - random(20)), status: 2 + random(2) }),
      author: mostly(requester),
    },
    {
      _tag: "ProveService",
      sender,
      id,
      status: status({ at: Time.seconds(now - random(20)), status: 2 + random(2) }),
      author: mostly(requester),
    },
    { _tag: "Dispute", sender: party, id },
    { _tag: "Finalize", sender, id, deal },
    { _tag: "Finalize", sender, id, deal },
    doubleLease(channel, other, tools),
  ]
  return choices[random(choices.length)]!
}

/** Of the requester's channels, among them final ones and now and then somebody else's or one twice. */
const statement = (
  { deal: { requester: payer } }: Channel.Channel,
  channels: ReadonlyArray<Channel.Channel>,
  { sender, mostly, pick, random }: Tools,
): Transaction => {
  const own = channels.filter(({ deal }) => deal.requester === payer)
  const some = own.filter(() => random(3) > 0)
  if (random(8) === 0) some.push(pick(random(2) === 0 ? own : channels))
  const entries = some.map(({ id, deal: { cap }, facts: { paid } }) => {
    const more = paid + (unit / 10n) * BigInt(random(8))
    return { id, cumulative: Amount.of(more > cap && random(12) > 0 ? cap : more) }
  })
  const digest = Statement.digest(noble, entries)
  return {
    _tag: "ClaimStatement",
    sender,
    payer,
    entries,
    statement: digest,
    author: mostly(payer),
  }
}

const doubleLease = (
  { id, deal }: Channel.Channel,
  other: Channel.Channel,
  { sender, mostly, random }: Tools,
): Transaction => {
  const receipt = (channelId: Id.Id, of: Deal): Receipt => ({
    channelId,
    provider: deal.provider,
    requester: of.requester,
    resource: Id.zero,
    seat: 0,
    from: Time.seconds(1000),
    to: Time.seconds(1001 + random(20)),
    commitment: Id.zero,
  })
  const signed = (channelId: Id.Id, of: Deal) => ({
    receipt: receipt(channelId, of),
    authors: { provider: mostly(deal.provider), requester: mostly(of.requester) },
  })
  return {
    _tag: "ProveDoubleLease",
    sender,
    first: signed(id, deal),
    second: signed(other.id, other.deal),
  }
}
