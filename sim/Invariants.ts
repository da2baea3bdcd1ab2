// What must hold in every run, tested at the events that could break it. Each check bears the requirement that
// it tests; its figures come from the world's own records, not from the ledger's conclusions, where it can.
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import type * as Exchange from "../src/Exchange.ts"
import type { Address } from "../src/model/Address.ts"
import * as Channel from "../src/model/Channel.ts"
import type { Id } from "../src/model/Id.ts"
import * as IdList from "../src/model/IdList.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type { Log } from "../src/model/Log.ts"
import type { Message } from "../src/model/Message.ts"
import * as Result from "effect/Result"
import * as Checker from "./Checker.ts"
import * as Lease from "./Lease.ts"
import * as Occupancy from "./Occupancy.ts"
import * as ShortLease from "./ShortLease.ts"

const ids = {
  noOverdraft: "IPSX-WAL-004",
  conservation: "IPSX-WAL-005",
  reserves: "IPSX-WAL-003",
  noDoubleLease: "IPSX-MAT-020",
  noAnomaly: "IPSX-AGR-001",
  opensOnce: "IPSX-AGR-021",
  everyDealEnds: "IPSX-AGR-032",
  honestUnbreached: "IPSX-AGR-060",
  paidOnce: "IPSX-PAY-011",
  bounded: "IPSX-PAY-007",
  penalties: "IPSX-PAY-005",
  nonces: "IPSX-AGR-071",
  slices: "IPSX-AGR-073",
  bonds: "IPSX-AGR-074",
} as const

/** The requirements that every run is held to, by which an expectation may name what was found of them. */
export const checked: ReadonlyArray<string> = Object.values(ids)

type Tallies = Readonly<Record<keyof typeof ids, Checker.Tally>>

export interface Invariants {
  readonly checker: Checker.Checker
  readonly tallies: Tallies
  readonly occupancy: Occupancy.Occupancy
  readonly paid: Map<Id, bigint>
  readonly final: IdList.IdList
  readonly challengeStake: bigint
  /** The worst loss of each kind of actor, as a share of its bound. */
  readonly losses: Map<string, Lease.Loss>
  blocks: number
  /** The block of the next sums. */
  nextSums: number
}

/**
 * Whole-ledger sums are taken every so many blocks, and at the end. PERF: the more channels are open the longer they
 * take, and the rarer they are, so that a block costs the same however large the market.
 */
const sumEvery = 256
const channelsByBlock = 64

export const make = (challengeStake: bigint): Invariants => {
  const checker = Checker.make(checked)
  const tallies = Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, checker.tallies.get(id)!]),
  ) as Tallies
  return { ...empty(challengeStake), checker, tallies }
}

const empty = (challengeStake: bigint): Omit<Invariants, "checker" | "tallies"> => ({
  occupancy: Occupancy.make(),
  paid: new Map(),
  final: IdList.make(),
  challengeStake,
  losses: new Map(),
  blocks: 0,
  nextSums: sumEvery,
})

/** After an event of the exchange. */
export const event = (
  self: Invariants,
  event: Extract<Exchange.Event, { readonly _tag: "Moved" }>,
  at: number,
): void => {
  const { noAnomaly } = self.tallies
  if (Checker.holds(noAnomaly, event.to !== "Anomalous")) return
  const { agreement, id } = event
  const pair = `(${Agreement.provider(agreement)}, ${Agreement.requester(agreement)})`
  Checker.fail(self.checker, noAnomaly, at, `deal ${id}: ${pair} has no status`)
}

/** After a block: its logs one by one, the wallets that it touched, and now and then the sums. */
export const block = (
  self: Invariants,
  exchange: Exchange.Exchange,
  mined: Exchange.Mined,
  touched: Iterable<Address>,
  at: number,
): void => {
  for (const outcome of mined.outcomes)
    if (Result.isSuccess(outcome))
      for (const entry of outcome.success) log(self, exchange, entry, at)
  const { noOverdraft } = self.tallies
  for (const owner of touched) {
    const { balance, reserved } = Ledger.wallet(exchange.ledger, owner)
    if (!Checker.holds(noOverdraft, balance >= 0n && reserved >= 0n)) {
      const message = `wallet ${owner}: balance ${balance}, reserved ${reserved}`
      Checker.fail(self.checker, noOverdraft, at, message)
    }
  }
  if (++self.blocks < self.nextSums) return
  sums(self, exchange, at)
  self.nextSums += Math.max(sumEvery, Math.floor(exchange.ledger.channels.size / channelsByBlock))
}

const isFinal = ({ final }: Invariants, id: Id): boolean => IdList.find(final, id) >= 0

const log = (self: Invariants, exchange: Exchange.Exchange, log: Log, at: number): void => {
  if (!("id" in log)) return
  const { checker, tallies } = self
  const { id } = log
  if (!Checker.holds(tallies.paidOnce, !isFinal(self, id)))
    Checker.fail(checker, tallies.paidOnce, at, `${log._tag} of the final deal ${id}`)
  if (log._tag === "DealOpened") opened(self, exchange, id, at)
  else if (log._tag === "VoucherPaid" || log._tag === "DealSettled") {
    const before = self.paid.get(id) ?? 0n
    if (!Checker.holds(tallies.paidOnce, log.cumulative >= before)) {
      const message = `deal ${id}: paid fell from ${before} to ${log.cumulative}`
      Checker.fail(checker, tallies.paidOnce, at, message)
    }
    self.paid.set(id, log.cumulative)
  }
  if (log._tag === "DealSettled") {
    IdList.add(self.final, id)
    self.paid.delete(id)
    const { deal } = Ledger.channel(exchange.ledger, id)!
    const { penaltyProvider, penaltyRequester, cumulative } = log
    const isWithin = penaltyProvider <= deal.bond && penaltyRequester <= deal.cap - cumulative
    if (!Checker.holds(tallies.penalties, isWithin)) {
      const message = `deal ${id}: penalties ${penaltyProvider} and ${penaltyRequester}`
      Checker.fail(checker, tallies.penalties, at, message)
    }
  }
  if (endsService.has(log._tag)) {
    const channel = Ledger.channel(exchange.ledger, id)
    if (channel !== undefined)
      Occupancy.leave(self.occupancy, id, channel.deal, channel.deal.provider)
  }
}

const endsService: ReadonlySet<Log["_tag"]> = new Set([
  "DealStopped",
  "DealEnded",
  "ChallengeAnswered",
  "ProviderDefaulted",
  "DemandLapsed",
  "DealSettled",
])

const opened = (self: Invariants, exchange: Exchange.Exchange, id: Id, at: number): void => {
  const { checker, tallies } = self
  const { deal } = Ledger.channel(exchange.ledger, id)!
  if (!Checker.holds(tallies.opensOnce, !self.paid.has(id) && !isFinal(self, id)))
    Checker.fail(checker, tallies.opensOnce, at, `deal ${id} was opened twice`)
  self.paid.set(id, 0n)
  const conflict = Occupancy.enter(self.occupancy, id, deal, deal.provider)
  if (!Checker.holds(tallies.noDoubleLease, conflict === undefined)) {
    const message = `deals ${conflict} and ${id} hold one seat of ${deal.resource} at one time`
    Checker.fail(checker, tallies.noDoubleLease, at, message)
  }
}

/** What the requester of a reservation says: of what it signs, nonces rise and the slices fit (IPSX-AGR-071 … 074). */
export const said = (
  self: Invariants,
  { id, deal: { cap, bond } }: Lease.Lease,
  standing: ShortLease.Standing,
  message: Message,
  at: number,
): void => {
  if (message._tag === "ShortEnd") {
    const short = standing.open.get(message.nonce)
    if (short !== undefined) ShortLease.charge(standing, short, message.charged)
  }
  if (message._tag !== "ShortDeal") return
  const short = standing.open.get(message.short.nonce)
  if (short === undefined) return
  const { nonce } = message.short
  const rises = ShortLease.sign(standing, short)
  const { caps, bonds, charged } = standing
  const { checker, tallies } = self
  if (!Checker.holds(tallies.nonces, rises))
    Checker.fail(checker, tallies.nonces, at, `short deal ${nonce} of ${id} came late`)
  if (!Checker.holds(tallies.slices, caps + charged <= cap)) {
    const message = `reservation ${id}: ${caps} open and ${charged} spent, of ${cap}`
    Checker.fail(checker, tallies.slices, at, message)
  }
  if (!Checker.holds(tallies.bonds, bonds <= bond))
    Checker.fail(checker, tallies.bonds, at, `${id}: ${bonds} bonded, of ${bond}`)
}

/** Both have signed a short deal: its seats are taken. */
export const agreed = (
  self: Invariants,
  lease: Lease.Lease,
  short: ShortLease.ShortLease,
  at: number,
): void => {
  const { noDoubleLease } = self.tallies
  const conflict = Occupancy.enter(self.occupancy, short, short.deal, lease.deal.provider)
  if (Checker.holds(noDoubleLease, conflict === undefined)) return
  const message = `short deal ${short.deal.nonce} of ${lease.id} holds a seat that is leased`
  Checker.fail(self.checker, noDoubleLease, at, message)
}

/** The seats of a short deal are free. */
export const left = (self: Invariants, lease: Lease.Lease, short: ShortLease.ShortLease): void =>
  Occupancy.leave(self.occupancy, short, short.deal, lease.deal.provider)

const sums = (self: Invariants, exchange: Exchange.Exchange, at: number): void => {
  const { ledger } = exchange
  const { checker, tallies } = self
  const owed = Ledger.totals(ledger)
  const surplus = Ledger.surplus(ledger, owed)
  if (!Checker.holds(tallies.conservation, surplus === 0n)) {
    const message = `the Centralizer holds ${surplus} base units more than it owes`
    Checker.fail(checker, tallies.conservation, at, message)
  }
  let held = 0n
  for (const channel of ledger.channels.values()) {
    const { fromProvider, fromRequester } = Channel.held(channel, ledger.parameters)
    held += fromProvider + fromRequester
  }
  for (const { amount } of ledger.stakes.values()) held += amount
  const { reserved } = owed
  if (!Checker.holds(tallies.reserves, reserved === held))
    Checker.fail(
      checker,
      tallies.reserves,
      at,
      `reserved ${reserved}, open caps, bonds and stakes ${held}`,
    )
}

/** When a deal is settled: who was breached, and who lost how much. */
export const settled = (self: Invariants, lease: Lease.Lease, at: number): void => {
  const { checker, tallies } = self
  const { id } = lease
  Checker.holds(tallies.everyDealEnds, true)
  for (const loss of Lease.losses(lease, self.challengeStake)) {
    const key = `${loss.role} ${loss.honest}`
    const worst = self.losses.get(key)
    if (worst === undefined || loss.loss * worst.bound > worst.loss * loss.bound)
      self.losses.set(key, loss)
    if (!loss.honest) continue
    const isProvider = loss.role === "provider"
    // A penalty within the bound would be one too much: an honest side pays none.
    const penalty = isProvider ? lease.penaltyProvider : lease.penaltyRequester
    if (!Checker.holds(tallies.bounded, loss.loss <= loss.bound && penalty === 0n)) {
      const message = `deal ${id}: the honest ${loss.role} lost ${loss.loss}, the bound is ${loss.bound}, its penalty is ${penalty}`
      Checker.fail(checker, tallies.bounded, at, message)
    }
    const breached = isProvider ? lease.breachedByProvider : lease.breachedByRequester
    if (!Checker.holds(tallies.honestUnbreached, !breached)) {
      const message = `deal ${id}: the honest ${loss.role} ended in breach`
      Checker.fail(checker, tallies.honestUnbreached, at, message)
    }
  }
}

/** At the end of a run that was not cut short: no lease is left, and the sums are right. */
export const finish = (
  self: Invariants,
  exchange: Exchange.Exchange,
  leases: Iterable<Lease.Lease>,
  at: number,
  partial: boolean,
): void => {
  sums(self, exchange, at)
  if (partial) return
  const { everyDealEnds } = self.tallies
  for (const lease of leases) {
    if (lease.openedAt === Lease.unknown) continue
    Checker.holds(everyDealEnds, false)
    const phase = Ledger.channel(exchange.ledger, lease.id)?.phase
    Checker.fail(self.checker, everyDealEnds, at, `deal ${lease.id} is still ${phase}`)
  }
}
