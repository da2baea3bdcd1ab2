// What the events of a log do to wallets, commission and supply: added up, and compared with what is read back
// (IPSX-WAL-003, IPSX-WAL-005). An owner whom something touched that the log cannot tell is left out.
import type { Deal } from "../../model/Deal.ts"
import * as Fee from "../../model/Fee.ts"
import type { Parameters } from "../../model/Parameters.ts"
import { totalSupply } from "../../model/Token.ts"
import * as Verdict from "../../model/Verdict.ts"
import * as Json from "../Json.ts"
import type { Channel } from "./ChannelRules.ts"
import { type Broken, broken, type Record } from "./Record.ts"

interface Account {
  balance: bigint
  reserved: bigint
}

interface Case {
  deal: Deal | undefined
  facts: Verdict.Facts
}

export interface Money {
  readonly accounts: Map<string, Account>
  /** Owners of whom the log does not tell all. */
  readonly unknown: Set<string>
  /** Somebody was paid, and the log does not tell who. */
  lost: boolean
  readonly cases: Map<string, Case>
  readonly deals: Map<string, Deal>
  fees: bigint | undefined
  burned: bigint | undefined
  supply: bigint | undefined
}

/** Books in which nothing is known yet, or those of a chain that has just begun. */
export const make = (): Money => ({
  accounts: new Map(),
  unknown: new Set(),
  lost: false,
  cases: new Map(),
  deals: new Map(),
  fees: 0n,
  burned: 0n,
  supply: undefined,
})

const account = (money: Money, owner: string): Account => {
  const known = money.accounts.get(owner)
  if (known !== undefined) return known
  const fresh = { balance: 0n, reserved: 0n }
  money.accounts.set(owner, fresh)
  return fresh
}

const change = (money: Money, owner: string, balance: bigint, reserved: bigint): void => {
  const one = account(money, owner)
  one.balance += balance
  one.reserved += reserved
}

const caseOf = (money: Money, id: string): Case => {
  const known = money.cases.get(id)
  if (known !== undefined) return known
  const fresh = { deal: money.deals.get(id), facts: Verdict.noFacts }
  money.cases.set(id, fresh)
  return fresh
}

const big = (value: unknown): bigint => BigInt(value as string)

const addFees = (money: Money, amount: bigint): void => {
  if (money.fees !== undefined) money.fees += amount
}

/**
 * Books one event; `channel` is as it was before it, `sender` who sent its transaction, where that is known.
 */
export const book = (
  money: Money,
  event: Json.JsonObject,
  channel: Channel,
  parameters: Parameters,
  at: { readonly timestamp: number | undefined },
  sender: string | undefined,
): void => {
  const id = event.id as string
  const fact = (facts: Partial<Verdict.Facts>): void => {
    const one = caseOf(money, id)
    one.facts = { ...one.facts, ...facts }
  }
  const stake = (owner: string, amount: bigint): void => change(money, owner, -amount, amount)
  switch (event.event) {
    case "DealOpened": {
      caseOf(money, id)
      const { minCommission } = parameters
      change(money, event.requester as string, -big(event.cap) - minCommission, big(event.cap))
      change(money, event.provider as string, -big(event.bond), big(event.bond))
      return addFees(money, minCommission)
    }
    case "VoucherPaid": {
      const delta = big(event.cumulative) - channel.paid
      change(money, channel.requester, 0n, -delta)
      change(money, channel.provider, delta - big(event.feeDelta), 0n)
      addFees(money, big(event.feeDelta))
      return fact({ paid: big(event.cumulative) as never })
    }
    case "DemandMet":
      change(money, channel.provider, 0n, -parameters.challengeStake)
      change(money, channel.requester, parameters.challengeStake, 0n)
      return fact({ demanded: false })
    case "DealStopped":
      return event.by === channel.provider
        ? fact({ providerStoppedAt: before(at.timestamp, channel.end) })
        : fact({ requesterStopped: true })
    case "NoticeGiven":
      return fact({ noticeAt: event.at as number })
    case "DealChallenged":
      stake(channel.requester, parameters.challengeStake)
      return fact({ challenged: true })
    case "ChallengeAnswered":
      return fact({ answered: true })
    case "ProviderDefaulted":
      return fact({ convicted: true })
    case "PaymentDemanded":
      stake(channel.provider, parameters.challengeStake)
      return fact({ demanded: true })
    case "DemandLapsed":
      return fact({ lagged: true })
    case "MeterProved":
      return fact({ meterDue: big(event.meterDue) as never })
    case "EquivocationProved":
      return fact(event.role === 0 ? { providerEquivocated: true } : { requesterEquivocated: true })
    case "ServiceProved":
      return fact({ exonerated: true })
    case "DealDisputed":
      stake(event.by as string, parameters.disputeStake)
      return fact(
        event.by === channel.provider ? { providerDisputed: true } : { requesterDisputed: true },
      )
    case "DealSettled":
      return divide(money, event, channel, parameters)
    default:
      return bank(money, event, sender)
  }
}

// A stop at the end or after it is no fact (IPSX-PAY-023).
const before = (timestamp: number | undefined, end: number): number =>
  timestamp !== undefined && timestamp < end ? timestamp : 0

const bank = (money: Money, event: Json.JsonObject, sender: string | undefined): void => {
  const { owner, amount } = event as { owner: string; amount: string }
  switch (event.event) {
    case "Deposited":
      return change(money, owner, big(amount), 0n)
    case "Withdrawn":
      return change(money, owner, -big(amount), 0n)
    case "Transferred":
      change(money, event.from as string, -big(amount), 0n)
      return change(money, event.to as string, big(amount), 0n)
    case "Staked":
      return change(money, owner, -big(amount), big(amount))
    case "Unstaked":
      return change(money, owner, big(amount), -big(amount))
    case "FeesWithdrawn":
      return addFees(money, -big(amount))
    case "DoubleLeaseProved": {
      const slashed = big(event.slashed)
      change(money, event.provider as string, 0n, -slashed)
      if (money.burned !== undefined) money.burned += slashed - slashed / 2n
      if (sender === undefined) money.lost = true
      else change(money, sender, slashed / 2n, 0n)
    }
  }
}

const divide = (
  money: Money,
  event: Json.JsonObject,
  channel: Channel,
  parameters: Parameters,
): void => {
  const { deal, facts } = caseOf(money, event.id as string)
  addFees(money, Fee.increment(channel.paid, big(event.cumulative), parameters))
  const byConsent = event.verdict === false
  if (deal === undefined || (event.verdict === undefined && !byConsent)) {
    // Without the terms, or without knowing which of two functions it was, the stakes cannot be foreseen.
    money.unknown.add(channel.provider)
    money.unknown.add(channel.requester)
    money.burned = undefined
    return
  }
  const verdict = byConsent
    ? Verdict.byConsent(facts, deal, big(event.cumulative) as never, parameters)
    : Verdict.of(facts, deal, parameters)
  change(money, channel.provider, verdict.toProvider, -verdict.fromProvider)
  change(money, channel.requester, verdict.toRequester, -verdict.fromRequester)
  if (money.burned !== undefined) money.burned += verdict.burned
}

/** Something was paid, and the log does not tell to whom: from now on only reserves of others are known. */
export const forget = (money: Money): void => {
  money.lost = true
  money.fees = undefined
  money.burned = undefined
  for (const owner of money.accounts.keys()) money.unknown.add(owner)
}

/** What a verdict by the log's own facts would be; undefined where the terms are not known. */
export const verdict = (
  money: Money,
  id: string,
  parameters: Parameters,
): Verdict.Verdict | undefined => {
  const one = money.cases.get(id)
  return one?.deal === undefined ? undefined : Verdict.of(one.facts, one.deal, parameters)
}

/** What a chain begins with: the whole supply, and the first wallets out of it. */
export const fund = (
  money: Money,
  wallets: ReadonlyArray<readonly [owner: string, amount: string]>,
): void => {
  money.supply = totalSupply
  for (const [owner, amount] of wallets) change(money, owner, big(amount), 0n)
}

/** Takes what is read before the first block as what was there. */
export const begin = (
  money: Money,
  read: Extract<Record, { readonly kind: "wallets" }>,
): undefined => {
  for (const { id, balance, reserved } of read.wallets)
    money.accounts.set(id as string, { balance: big(balance), reserved: big(reserved) })
  if (read.fees !== undefined) money.fees = big(read.fees)
  if (read.supply !== undefined) money.supply = big(read.supply)
}

/** The first wallet, or the first total, that is not what the log adds up to. */
export const compare = (
  money: Money,
  read: Extract<Record, { readonly kind: "wallets" }>,
): Broken | undefined => {
  let sum = 0n
  for (const wallet of read.wallets) {
    const { id, balance, reserved } = wallet as { id: string; balance: string; reserved: string }
    sum += BigInt(balance) + BigInt(reserved)
    const expected = money.accounts.get(id) ?? { balance: 0n, reserved: 0n }
    if (money.unknown.has(id)) continue
    if (!money.lost && BigInt(balance) !== expected.balance)
      return broken("IPSX-WAL-005", `balance of ${id}`, expected.balance, balance)
    if (BigInt(reserved) !== expected.reserved)
      return broken("IPSX-WAL-003", `reserved of ${id}`, expected.reserved, reserved)
  }
  const { fees, supply, held } = read
  if (fees !== undefined && money.fees !== undefined && BigInt(fees) !== money.fees)
    return broken("IPSX-PAY-018", "fees", money.fees, fees)
  if (
    held !== undefined &&
    fees !== undefined &&
    coversAll(money, read) &&
    BigInt(held) !== sum + BigInt(fees)
  )
    return broken("IPSX-WAL-005", "tokens held", sum + BigInt(fees), held)
  if (supply !== undefined && money.supply !== undefined && money.burned !== undefined)
    if (BigInt(supply) !== money.supply - money.burned)
      return broken("IPSX-TOK-004", "supply", money.supply - money.burned, supply)
  return undefined
}

const coversAll = (money: Money, read: Extract<Record, { readonly kind: "wallets" }>): boolean => {
  const ids = new Set(read.wallets.map(({ id }) => id))
  return [...money.accounts.keys()].every((owner) => ids.has(owner))
}
