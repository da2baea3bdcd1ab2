// What a run keeps for its tables, charts and summary. It watches and never decides; all of it is bounded.
import * as Result from "effect/Result"
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import type * as Exchange from "../src/Exchange.ts"
import * as Deal from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"
import { dealStatuses, type DealStatus, type Role } from "../src/model/Status.ts"
import type { Actor } from "./Actor.ts"
import * as Lease from "./Lease.ts"
import * as Metrics from "./Metrics.ts"
import * as ShortLease from "./ShortLease.ts"
import * as Table from "./Table.ts"
import * as Tunnel from "./Tunnel.ts"

export interface Recorder {
  readonly metrics: Metrics.Metrics
  readonly prices: Metrics.Series
  readonly priceLow: Float64Array
  readonly priceHigh: Float64Array
  readonly active: Metrics.Level
  readonly activeSeries: Metrics.Series
  readonly opened: Metrics.Series
  readonly seats: number
  /** How many deals have been in a status, by its place in `dealStatuses`. */
  readonly visited: Float64Array
  /** How many moves led from one status to another: fourteen rows of fourteen. */
  readonly edges: Float64Array
  /** Which rows of the agreement's table a deal has been in. */
  readonly rows: Uint8Array
  readonly endings: Map<string, number>
  readonly gas: Map<string, { calls: number; gas: bigint }>
  readonly gasOf: (transaction: Transaction) => bigint
  readonly nets: Map<
    string,
    { readonly role: Role; readonly behaviour: string; deals: number; net: bigint }
  >
  readonly deals: Table.Table
  readonly blocks: Table.Table
  readonly orders: Table.Table
}

export const make = (
  durationMs: number,
  bucketMs: number,
  seats: number,
  gasOf: (transaction: Transaction) => bigint,
): Recorder => {
  const series = () => Metrics.series(durationMs, bucketMs)
  const prices = series()
  return {
    metrics: Metrics.make(),
    prices,
    priceLow: new Float64Array(prices.sums.length).fill(Infinity),
    priceHigh: new Float64Array(prices.sums.length),
    active: Metrics.level(0, 0),
    activeSeries: series(),
    opened: series(),
    seats,
    visited: new Float64Array(dealStatuses.length),
    edges: new Float64Array(dealStatuses.length ** 2),
    rows: new Uint8Array(Agreement.rowsMax),
    endings: new Map(),
    gas: new Map(),
    gasOf,
    nets: new Map(),
    deals: Table.make("deals", {
      id: "id",
      /** Of a short deal; its id is then the reservation's. */
      nonce: "integer",
      provider: "text",
      requester: "text",
      providerBehaviour: "text",
      requesterBehaviour: "text",
      seats: "integer",
      startS: "integer",
      endS: "integer",
      openedMs: "integer",
      finalMs: "integer",
      servedMs: "integer",
      cap: "amount",
      bond: "amount",
      paid: "amount",
      penaltyProvider: "amount",
      penaltyRequester: "amount",
      ending: "text",
    }),
    blocks: Table.make("blocks", {
      number: "integer",
      timestampS: "integer",
      transactions: "integer",
      refused: "integer",
      logs: "integer",
    }),
    orders: Table.make("orders", {
      id: "id",
      event: "text",
      atMs: "integer",
    }),
  }
}

const codeOf = Object.fromEntries(dealStatuses.map((status, code) => [status, code])) as Readonly<
  Record<DealStatus, number>
>

const bump = <K>(map: Map<K, number>, key: K): void => {
  map.set(key, (map.get(key) ?? 0) + 1)
}

type Priced = Pick<Deal.Deal, "cap" | "start" | "end" | "seats">

const hourly = (deal: Priced): number =>
  (Number(deal.cap) / 1e18 / Deal.lease(deal) / deal.seats) * 3600

/** A deal was proposed: its price counts from now on. */
export const proposed = (self: Recorder, deal: Priced, at: number): void => {
  self.visited[codeOf.Proposed]! += 1
  self.rows[0] = 1
  if (deal.seats === 0) return
  const price = hourly(deal)
  Metrics.add(self.prices, at, price, deal.seats)
  const bucket = Math.min(self.priceLow.length - 1, Math.floor(at / self.prices.bucketMs))
  self.priceLow[bucket] = Math.min(self.priceLow[bucket]!, price)
  self.priceHigh[bucket] = Math.max(self.priceHigh[bucket]!, price)
}

/**
 * The registers moved: one more deal passed this edge of the machine. A deal that comes back to a status is counted
 * there once; a short deal never does.
 */
export const moved = (
  self: Recorder,
  { from, to, agreement }: Extract<Exchange.Event, { readonly _tag: "Moved" }>,
  deal: { statuses: number } | undefined,
): void => {
  self.rows[agreement.row] = 1
  if (from === to) return
  const code = codeOf[to]
  self.edges[codeOf[from] * dealStatuses.length + code]! += 1
  const before = deal?.statuses ?? 0
  if ((before & (1 << code)) !== 0) return
  self.visited[code]! += 1
  if (deal !== undefined) deal.statuses = before | (1 << code)
}

/** What became of an order. */
export const order = (self: Recorder, id: Id, outcome: string, at: number): void =>
  Table.append(self.orders, id, outcome, at)

/** Seats in use change; utilisation is their share of all seats. */
const use = (self: Recorder, seats: number, at: number): void => {
  Metrics.spread(
    self.activeSeries,
    self.active.since,
    at,
    self.active.value / Math.max(1, self.seats),
  )
  Metrics.change(self.active, self.active.value + seats, at)
}

export const opened = (self: Recorder, lease: Lease.Lease, at: number): void => {
  if (lease.standing !== undefined) Metrics.count(self.metrics, "reservations")
  open(self, lease.deal.seats, at)
}

const open = (self: Recorder, seats: number, at: number): void => {
  Metrics.add(self.opened, at, 1)
  Metrics.count(self.metrics, "opened")
  use(self, seats, at)
}

/** Both have signed a short deal. */
export const openedShort = (self: Recorder, { deal }: ShortLease.ShortLease, at: number): void =>
  open(self, deal.seats, at)

/** A short deal is over; one that both had signed counts as settled. */
export const settledShort = (
  self: Recorder,
  lease: Lease.Lease,
  { deal, agreedAt, charged, tunnel }: ShortLease.ShortLease,
  at: number,
): void => {
  if (agreedAt === ShortLease.unknown) return
  use(self, -deal.seats, at)
  Metrics.count(self.metrics, "settled")
  Metrics.count(self.metrics, "short deals")
  bump(self.endings, charged > 0n ? "short deal, paid by voucher" : "short deal, nothing served")
  Table.append(
    self.deals,
    lease.id,
    deal.nonce,
    lease.deal.provider,
    lease.deal.requester,
    lease.provider.actor.behaviourName,
    lease.requester.actor.behaviourName,
    deal.seats,
    deal.start,
    deal.end,
    agreedAt,
    at,
    Tunnel.served(tunnel, at),
    deal.cap,
    deal.bond,
    charged,
    0n,
    0n,
    charged > 0n ? "short deal, paid by voucher" : "short deal, nothing served",
  )
}

export const settled = (self: Recorder, lease: Lease.Lease, at: number): void => {
  use(self, -lease.deal.seats, at)
  Metrics.count(self.metrics, "settled")
  if (Lease.hasSeen(lease, "VoucherPaid")) Metrics.count(self.metrics, "vouchered")
  const ending = endingOf(lease)
  bump(self.endings, ending)
  const { deal } = lease
  Table.append(
    self.deals,
    lease.id,
    null,
    deal.provider,
    deal.requester,
    lease.provider.actor.behaviourName,
    lease.requester.actor.behaviourName,
    deal.seats,
    deal.start,
    deal.end,
    lease.openedAt,
    lease.finalAt,
    Tunnel.served(lease.tunnel, at),
    deal.cap,
    deal.bond,
    lease.paid,
    lease.penaltyProvider,
    lease.penaltyRequester,
    ending,
  )
  const gained = Lease.gained(lease, at)
  book(self, lease.provider.actor, lease.paid - gained - lease.penaltyProvider)
  book(self, lease.requester.actor, gained - lease.paid - lease.penaltyRequester)
}

// What an actor won or lost beside the fair price of what was served.
const book = (self: Recorder, actor: Actor, net: bigint): void => {
  const key = `${actor.role} ${actor.behaviourName}`
  const row = self.nets.get(key) ?? {
    role: actor.role,
    behaviour: actor.behaviourName,
    deals: 0,
    net: 0n,
  }
  row.deals += 1
  row.net += net
  self.nets.set(key, row)
}

/** How a deal ended, finer than its status. */
const endingOf = (lease: Lease.Lease): string => {
  const { standing, breachedByProvider, breachedByRequester } = lease
  if (breachedByProvider && breachedByRequester) return "breached by both"
  if (breachedByProvider)
    return Lease.hasSeen(lease, "ProviderDefaulted")
      ? "provider did not answer a challenge"
      : "provider contradicted itself"
  if (breachedByRequester) return "requester contradicted itself"
  if (Lease.hasSeen(lease, "ChallengeAnswered")) return "challenge answered"
  if (Lease.hasSeen(lease, "DemandLapsed")) return "requester did not answer a demand"
  if (Lease.hasSeen(lease, "DealStopped")) return "stopped on the chain by one side"
  if (Lease.hasSeen(lease, "DealEnded")) return "expired, finalized by one side"
  if (Lease.hasSeen(lease, "PaymentDemanded")) return "settled by both after a demand"
  if (standing !== undefined) return "reservation, settled by both"
  return "settled by both"
}

export const block = (self: Recorder, mined: Exchange.Mined): void => {
  let refused = 0
  let logs = 0
  mined.outcomes.forEach((outcome, index) => {
    const transaction = mined.transactions[index]!
    const call = transaction._tag
    const row = self.gas.get(call) ?? { calls: 0, gas: 0n }
    row.calls += 1
    row.gas += self.gasOf(transaction)
    self.gas.set(call, row)
    if (Result.isFailure(outcome)) refused += 1
    else logs += outcome.success.length
  })
  Metrics.count(self.metrics, "reverted", refused)
  Table.append(self.blocks, mined.number, mined.timestamp, mined.transactions.length, refused, logs)
}

/** Closes the levels at the end of the run. */
export const finish = (self: Recorder, at: number): void => use(self, 0, at)

/** Gas of all calls by the committed table. */
export const gasBooked = (self: Recorder): bigint => {
  let sum = 0n
  for (const { gas } of self.gas.values()) sum += gas
  return sum
}

/** What becomes Parquet files. */
export const tables = (self: Recorder): ReadonlyArray<Table.Table> => [
  self.deals,
  self.orders,
  self.blocks,
]
