// Judges the log of a running system, record by record: its channels, its money, its registers. The same rules judge
// the answers of the class chain, the simulator's traces, and what a node says that its contracts have logged.
import { dealStatus } from "../agreement-fsm/dealStatus.ts"
import type { Deal } from "../model/Deal.ts"
import * as Fee from "../model/Fee.ts"
import { type Parameters, standard } from "../model/Parameters.ts"
import type { ProviderStatus, RequesterStatus } from "../model/Status.ts"
import { noble } from "../signature/Curve.ts"
import * as Structure from "../signature/Structure.ts"
import * as Json from "./Json.ts"
import * as ChannelRules from "./log/ChannelRules.ts"
import * as MoneyRules from "./log/MoneyRules.ts"
import { type Broken, broken, type Record as LogRecord } from "./log/Record.ts"

export interface Checker {
  /** The first rule that the record breaks. The record counts afterwards as if it had been lawful. */
  readonly take: (record: LogRecord) => Broken | undefined
  /** Records seen and single rules applied, by requirement. */
  readonly seen: () => { readonly blocks: number; readonly logs: number; readonly channels: number }
}

interface State {
  parameters: Parameters
  readonly channels: Map<string, ChannelRules.Channel>
  readonly money: MoneyRules.Money
  last: ChannelRules.Moment
  blocks: number
  logs: number
}

/**
 * A checker for one log. With the `params` of a ledger it knows what the chain began with.
 *
 * @example
 * const checker = LogRules.make({})
 * checker.take({ kind: "block", number: 1, timestamp: 12, logs: [{ event: "DealEnded", id }] }) // IPSX-AGR-021
 */
export const make = (params: Json.JsonObject): Checker => {
  const state: State = {
    parameters: params.parameters === undefined ? standard : Json.revive(params.parameters),
    channels: new Map(),
    money: MoneyRules.make(),
    last: { number: undefined, timestamp: undefined },
    blocks: 0,
    logs: 0,
  }
  if (Array.isArray(params.wallets))
    MoneyRules.fund(state.money, params.wallets as ReadonlyArray<readonly [string, string]>)
  return {
    take: (record) => take(state, record),
    seen: () => ({ blocks: state.blocks, logs: state.logs, channels: state.channels.size }),
  }
}

const take = (state: State, record: LogRecord): Broken | undefined => {
  switch (record.kind) {
    case "parameters":
      state.parameters = Json.revive(record.parameters)
      return undefined
    case "deal":
      return know(state, record.deal)
    case "block":
      return block(state, record)
    case "wallets":
      // Read before anything has happened, they are what the books begin with.
      if (state.blocks === 0) return MoneyRules.begin(state.money, record)
      return MoneyRules.compare(state.money, record)
    case "moved":
      return registers(record)
  }
}

const channelOf = (state: State, id: string): ChannelRules.Channel => {
  const known = state.channels.get(id)
  if (known !== undefined) return known
  const fresh = ChannelRules.unopened(id)
  state.channels.set(id, fresh)
  return fresh
}

const know = ({ money }: State, deal: Json.JsonObject): undefined => {
  const revived = Json.revive<Deal>(deal)
  money.deals.set(Structure.channelId(noble, revived), revived)
}

const block = (state: State, record: Extract<LogRecord, { kind: "block" }>): Broken | undefined => {
  const at = { number: record.number, timestamp: record.timestamp }
  let first = order(state.last, at)
  state.last = at
  state.blocks++
  for (const transaction of record.transactions ?? [])
    if (transaction.deal !== undefined) know(state, transaction.deal as Json.JsonObject)
  const whose = attributed(record)
  for (const [place, log] of record.logs.entries()) {
    state.logs++
    const by = whose[place]
    const event = by === undefined ? log : { ...log, verdict: by.type === "Finalize" }
    // Every event is booked, also after one that was wrong.
    const found =
      log.event === "StatementPaid"
        ? statement(state, log, at, by)
        : one(state, event, at, by?.sender as string | undefined)
    first ??= found
  }
  return first
}

const one = (
  state: State,
  event: Json.JsonObject,
  at: ChannelRules.Moment,
  sender: string | undefined,
): Broken | undefined => {
  const { money, parameters } = state
  const isOfChannel = ChannelRules.isOfChannel(event.event as string)
  const channel = isOfChannel
    ? channelOf(state, event.id as string)
    : ChannelRules.unopened(String(event.id))
  const wrong = isOfChannel
    ? (ChannelRules.refusal(channel, event, at, parameters) ?? verdictDiffers(state, event))
    : undefined
  MoneyRules.book(money, event, channel, parameters, at, sender)
  if (isOfChannel) ChannelRules.absorb(channel, event, at)
  return wrong
}

// A statement says how much it paid in all; which channels, only its transaction tells (IPSX-PAY-031, IPSX-PAY-032).
const statement = (
  state: State,
  log: Json.JsonObject,
  at: ChannelRules.Moment,
  by: Json.JsonObject | undefined,
): Broken | undefined => {
  const { money, parameters, channels } = state
  if (by === undefined) {
    for (const channel of channels.values())
      if (channel.requester === log.payer) channel.vague = true
    MoneyRules.forget(money)
    return undefined
  }
  const sum = { paid: 0n, fees: 0n }
  for (const { id, cumulative } of by.entries as ReadonlyArray<{
    id: string
    cumulative: string
  }>) {
    const channel = channelOf(state, id)
    const amount = BigInt(cumulative)
    if (channel.phase === "Final" || amount <= channel.paid) continue
    const feeDelta = Fee.increment(channel.paid, amount, parameters)
    sum.paid += amount - channel.paid
    sum.fees += feeDelta
    const paid = { event: "VoucherPaid", id, cumulative, feeDelta: feeDelta.toString() }
    MoneyRules.book(money, paid, channel, parameters, at, undefined)
    ChannelRules.absorb(channel, paid, at)
  }
  if (log.paid !== sum.paid.toString()) return broken("IPSX-PAY-031", "paid", sum.paid, log.paid)
  return log.fees === sum.fees.toString()
    ? undefined
    : broken("IPSX-PAY-018", "fees", sum.fees, log.fees)
}

const verdictDiffers = (
  { money, parameters }: State,
  event: Json.JsonObject,
): Broken | undefined => {
  if (event.event !== "DealSettled" || event.verdict !== true) return undefined
  const expected = MoneyRules.verdict(money, event.id as string, parameters)
  if (expected === undefined) return undefined
  for (const [field, due, requirement] of [
    ["cumulative", expected.paid, "IPSX-PAY-001"],
    ["penaltyProvider", expected.penaltyProvider, "IPSX-PAY-023"],
    ["penaltyRequester", expected.penaltyRequester, "IPSX-PAY-025"],
  ] as const)
    if (event[field] !== due.toString()) return broken(requirement, field, due, event[field])
  return undefined
}

const order = (last: ChannelRules.Moment, at: ChannelRules.Moment): Broken | undefined => {
  if (last.number !== undefined && at.number !== undefined && at.number <= last.number)
    return broken("IPSX-CHN-020", "number of the block", `> ${last.number}`, at.number)
  if (last.timestamp !== undefined && at.timestamp !== undefined && at.timestamp < last.timestamp)
    return broken("IPSX-CHN-020", "time of the block", `≥ ${last.timestamp}`, at.timestamp)
  return undefined
}

// Which transaction left which log, where the transactions are known: in order, by the functions that leave it.
const attributed = (
  record: Extract<LogRecord, { kind: "block" }>,
): ReadonlyArray<Json.JsonObject | undefined> => {
  const transactions = record.transactions
  if (transactions === undefined) return record.logs.map(() => undefined)
  let at = -1
  return record.logs.map((log) => {
    const leaves = (index: number): boolean =>
      index >= 0 &&
      index < transactions.length &&
      (sources[log.event as string] ?? []).includes(transactions[index]!.type as string) &&
      (transactions[index]!.id === undefined ||
        log.id === undefined ||
        transactions[index]!.id === log.id)
    const follows = ["DemandMet", "DealSettled"].includes(log.event as string) && leaves(at)
    if (!follows && !(isBatch(transactions[at]) && leaves(at)))
      for (at++; at < transactions.length && !leaves(at); at++);
    return transactions[at]
  })
}

const isBatch = (transaction: Json.JsonObject | undefined): boolean =>
  ["ClaimMany", "SettleMany", "DepositMany"].includes(transaction?.type as string)

const sources: Readonly<Record<string, ReadonlyArray<string>>> = {
  DealOpened: ["OpenDeal"],
  OrdersCancelled: ["CancelOrders"],
  VoucherPaid: ["Claim", "ClaimMany"],
  StatementPaid: ["ClaimStatement"],
  DemandMet: ["Claim", "ClaimMany"],
  DealSettled: ["Settle", "SettleMany", "Finalize"],
  DealBreached: ["Finalize"],
  DealStopped: ["Stop"],
  DealEnded: ["Expire"],
  NoticeGiven: ["GiveNotice"],
  DealChallenged: ["Challenge"],
  ChallengeAnswered: ["Answer"],
  ProviderDefaulted: ["Convict"],
  PaymentDemanded: ["Demand"],
  DemandLapsed: ["Lapse"],
  MeterProved: ["ProveMeter"],
  EquivocationProved: ["ProveEquivocation"],
  ServiceProved: ["ProveService"],
  DealDisputed: ["Dispute"],
  Staked: ["Stake"],
  UnstakeRequested: ["RequestUnstake"],
  Unstaked: ["Unstake"],
  DoubleLeaseProved: ["ProveDoubleLease"],
  Deposited: ["Deposit", "DepositWithPermit", "DepositMany"],
  Withdrawn: ["Withdraw"],
  Transferred: ["Transfer"],
  ProfileAnchored: ["AnchorProfile"],
  FeesWithdrawn: ["WithdrawFees"],
}

const registers = (record: Extract<LogRecord, { kind: "moved" }>): Broken | undefined => {
  const provider = record.provider as ProviderStatus
  const requester = record.requester as RequesterStatus
  const status = dealStatus(provider, requester)
  if (status === undefined || status !== record.deal)
    return broken("IPSX-AGR-001", `status of ${record.id}`, status, record.deal)
  return status === "Anomalous"
    ? broken("IPSX-AGR-001", `registers of ${record.id}`, "a pair that can be", [
        provider,
        requester,
      ])
    : undefined
}

/** The records that an answer of the class chain stands for. */
export const recordsOf = (
  asked: Json.JsonObject,
  answer: Json.JsonObject,
): ReadonlyArray<LogRecord> => {
  if (asked.type === "wallets") return [{ kind: "wallets", ...answer } as unknown as LogRecord]
  const refused = new Set(
    (answer.refused as ReadonlyArray<Json.JsonObject> | undefined)?.map(({ index }) => index),
  )
  const transactions = (asked.transactions as ReadonlyArray<Json.JsonObject>).filter(
    (_, index) => !refused.has(index),
  )
  return [
    {
      kind: "block",
      number: asked.number as number,
      timestamp: asked.timestamp as number,
      logs: (answer.logs as ReadonlyArray<Json.JsonObject> | undefined) ?? [],
      transactions,
    },
  ]
}
