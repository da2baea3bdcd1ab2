// What must hold in every run, tested at the events that could break it. Each check bears the requirement that
// it tests; its figures come from the world's own records, not from the ledger's conclusions, where it can.
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import type * as Exchange from "../src/Exchange.ts"
import type { Address } from "../src/model/Address.ts"
import * as Channel from "../src/model/Channel.ts"
import type { Id } from "../src/model/Id.ts"
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

export interface Invariants {
  readonly checker: Checker.Checker
  readonly occupancy: Occupancy.Occupancy
  readonly paid: Map<Id, bigint>
  readonly final: Set<Id>
  readonly challengeStake: bigint
  /** The worst loss of each kind of actor, as a share of its bound. */
  readonly losses: Map<string, Lease.Loss>
  blocks: number
  /** The block of the next sums. */
  nextSums: number
}

/**
 * Whole-ledger sums are taken every so many blocks, and at the end. PERF: the more channels there ever were the longer
 * they take, and the rarer they are, so that a block costs the same however long the run.
 */
const sumEvery = 256
const channelsByBlock = 64

export const make = (challengeStake: bigint): Invariants => ({
  checker: Checker.make(Object.values(ids)),
  occupancy: Occupancy.make(),
  paid: new Map(),
  final: new Set(),
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
  Checker.check(self.checker, ids.noAnomaly, event.to !== "Anomalous", at, () => {
    const { agreement } = event
    return `deal ${event.id}: (${Agreement.provider(agreement)}, ${Agreement.requester(agreement)}) has no status`
  })
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
  for (const owner of touched) {
    const { balance, reserved } = Ledger.wallet(exchange.ledger, owner)
    Checker.check(
      self.checker,
      ids.noOverdraft,
      balance >= 0n && reserved >= 0n,
      at,
      () => `wallet ${owner}: balance ${balance}, reserved ${reserved}`,
    )
  }
  if (++self.blocks < self.nextSums) return
  sums(self, exchange, at)
  self.nextSums += Math.max(sumEvery, Math.floor(exchange.ledger.channels.size / channelsByBlock))
}

const log = (self: Invariants, exchange: Exchange.Exchange, log: Log, at: number): void => {
  if (!("id" in log)) return
  const { checker } = self
  const once = !self.final.has(log.id)
  Checker.check(checker, ids.paidOnce, once, at, () => `${log._tag} of the final deal ${log.id}`)
  if (log._tag === "DealOpened") opened(self, exchange, log.id, at)
  else if (log._tag === "VoucherPaid" || log._tag === "DealSettled") {
    const before = self.paid.get(log.id) ?? 0n
    Checker.check(
      checker,
      ids.paidOnce,
      log.cumulative >= before,
      at,
      () => `deal ${log.id}: paid fell from ${before} to ${log.cumulative}`,
    )
    self.paid.set(log.id, log.cumulative)
  }
  if (log._tag === "DealSettled") {
    self.final.add(log.id)
    self.paid.delete(log.id)
    const { deal } = Ledger.channel(exchange.ledger, log.id)!
    Checker.check(
      checker,
      ids.penalties,
      log.penaltyProvider <= deal.bond && log.penaltyRequester <= deal.cap - log.cumulative,
      at,
      () => `deal ${log.id}: penalties ${log.penaltyProvider} and ${log.penaltyRequester}`,
    )
  }
  if (endsService.has(log._tag)) {
    const channel = Ledger.channel(exchange.ledger, log.id)
    if (channel !== undefined) Occupancy.leave(self.occupancy, log.id, channel.deal)
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
  const { deal } = Ledger.channel(exchange.ledger, id)!
  Checker.check(
    self.checker,
    ids.opensOnce,
    !self.paid.has(id) && !self.final.has(id),
    at,
    () => `deal ${id} was opened twice`,
  )
  self.paid.set(id, 0n)
  const conflict = Occupancy.enter(self.occupancy, id, deal)
  Checker.check(
    self.checker,
    ids.noDoubleLease,
    conflict === undefined,
    at,
    () => `deals ${conflict} and ${id} hold one seat of ${deal.resource} at one time`,
  )
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
  const { checker } = self
  Checker.check(checker, ids.nonces, rises, at, () => `short deal ${nonce} of ${id} came late`)
  Checker.check(
    checker,
    ids.slices,
    caps + charged <= cap,
    at,
    () => `reservation ${id}: ${caps} open and ${charged} spent, of ${cap}`,
  )
  Checker.check(checker, ids.bonds, bonds <= bond, at, () => `${id}: ${bonds} bonded, of ${bond}`)
}

/** Both have signed a short deal: its seats are taken. */
export const agreed = (
  self: Invariants,
  lease: Lease.Lease,
  short: ShortLease.ShortLease,
  at: number,
): void => {
  const conflict = Occupancy.enter(self.occupancy, short, seatsOf(lease, short))
  Checker.check(
    self.checker,
    ids.noDoubleLease,
    conflict === undefined,
    at,
    () => `short deal ${short.deal.nonce} of ${lease.id} holds a seat that is leased`,
  )
}

/** The seats of a short deal are free. */
export const left = (self: Invariants, lease: Lease.Lease, short: ShortLease.ShortLease): void =>
  Occupancy.leave(self.occupancy, short, seatsOf(lease, short))

const seatsOf = ({ deal: { provider } }: Lease.Lease, { deal }: ShortLease.ShortLease) => ({
  ...deal,
  provider,
})

const sums = (self: Invariants, exchange: Exchange.Exchange, at: number): void => {
  const { ledger } = exchange
  const surplus = Ledger.surplus(ledger)
  Checker.check(
    self.checker,
    ids.conservation,
    surplus === 0n,
    at,
    () => `the Centralizer holds ${surplus} base units more than it owes`,
  )
  let held = 0n
  for (const channel of ledger.channels.values()) {
    const { fromProvider, fromRequester } = Channel.held(channel, ledger.parameters)
    held += fromProvider + fromRequester
  }
  for (const { amount } of ledger.stakes.values()) held += amount
  const { reserved } = Ledger.totals(ledger)
  Checker.check(
    self.checker,
    ids.reserves,
    reserved === held,
    at,
    () => `reserved ${reserved}, open caps, bonds and stakes ${held}`,
  )
}

/** When a deal is settled: who was breached, and who lost how much. */
export const settled = (self: Invariants, lease: Lease.Lease, at: number): void => {
  Checker.check(self.checker, ids.everyDealEnds, true, at, () => "")
  for (const loss of Lease.losses(lease, self.challengeStake)) {
    const key = `${loss.role} ${loss.honest}`
    const worst = self.losses.get(key)
    if (worst === undefined || loss.loss * worst.bound > worst.loss * loss.bound)
      self.losses.set(key, loss)
    if (!loss.honest) continue
    // A penalty within the bound would be one too much: an honest side pays none.
    const penalty = loss.role === "provider" ? lease.penaltyProvider : lease.penaltyRequester
    Checker.check(
      self.checker,
      ids.bounded,
      loss.loss <= loss.bound && penalty === 0n,
      at,
      () =>
        `deal ${lease.id}: the honest ${loss.role} lost ${loss.loss}, the bound is ${loss.bound}, its penalty is ${penalty}`,
    )
    const breached = loss.role === "provider" ? lease.breachedByProvider : lease.breachedByRequester
    Checker.check(
      self.checker,
      ids.honestUnbreached,
      !breached,
      at,
      () => `deal ${lease.id}: the honest ${loss.role} ended in breach`,
    )
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
  for (const lease of leases) {
    if (lease.openedAt === Lease.unknown) continue
    Checker.check(
      self.checker,
      ids.everyDealEnds,
      false,
      at,
      () => `deal ${lease.id} is still ${Ledger.channel(exchange.ledger, lease.id)?.phase}`,
    )
  }
}
