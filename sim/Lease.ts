// One deal in the simulated world: its two participants with their behaviours, the tunnel between them, and
// what the world remembers of it to judge it by.
import { type Intent, type TimerName, timers } from "../src/agent/Intent.ts"
import type { Input } from "../src/agent/Input.ts"
import type * as Participant from "../src/agent/Participant.ts"
import * as Provider from "../src/agent/Provider.ts"
import * as Requester from "../src/agent/Requester.ts"
import type * as Shorts from "../src/agent/Shorts.ts"
import * as Deal from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"
import type { Log } from "../src/model/Log.ts"
import type { Role } from "../src/model/Status.ts"
import * as Terms from "../src/model/Terms.ts"
import type { Actor } from "./Actor.ts"
import type * as Behaviour from "./behaviour/Behaviour.ts"
import type * as Kernel from "./Kernel.ts"
import * as ShortLease from "./ShortLease.ts"
import * as Tunnel from "./Tunnel.ts"

export interface Side {
  readonly actor: Actor
  readonly plan: Behaviour.Plan
}

export interface Lease {
  readonly number: number
  readonly id: Id
  readonly deal: Deal.Deal
  readonly tunnel: Tunnel.Tunnel
  /** The short deals of a standing reservation. */
  readonly standing: ShortLease.Standing | undefined
  readonly provider: Side & { readonly participant: Provider.Provider }
  readonly requester: Side & { readonly participant: Requester.Requester }
  /** The statuses that it has been in, as bits. */
  statuses: number
  openedAt: number
  finalAt: number
  /** The kernel's events of the two sides' timers, and of the platform's look after it: taken back when it is over. */
  readonly alarms: Array<Kernel.Handle | undefined>
  /** What the chain said about this deal, as bits. */
  told: number
  stoppedByProvider: boolean
  breachedByProvider: boolean
  breachedByRequester: boolean
  paid: bigint
  penaltyProvider: bigint
  penaltyRequester: bigint
}

export const unknown = -1

const kept = {
  VoucherPaid: 1,
  DealChallenged: 2,
  ProviderDefaulted: 4,
  DealBreached: 8,
  ChallengeAnswered: 16,
  DemandLapsed: 32,
  DealStopped: 64,
  DealEnded: 128,
  PaymentDemanded: 256,
} as const
const bits: Readonly<Partial<Record<Log["_tag"], number>>> = kept

/** Whether the chain has said so of the deal; of these events it is kept. */
export const hasSeen = ({ told }: Pick<Lease, "told">, tag: keyof typeof kept): boolean =>
  (told & kept[tag]) !== 0

/** One side of it. PERF: not `lease[role]`, which is looked up by name each time. */
export const sideOf = (lease: Lease, role: Role): Lease[Role] =>
  role === "provider" ? lease.provider : lease.requester

const unused: Shorts.Use = { seconds: 0, bytesUsed: 0 }

// A reservation has no tunnel of its own.
const situationOf = ({ standing, tunnel }: Lease, now: number): Participant.Situation =>
  standing === undefined
    ? { now, meter: Tunnel.meter(tunnel, now) }
    : { now, meter: unused, used: ShortLease.meters(standing, now) }

/** Steps one side's participant, as its behaviour lets it. */
export const step = (
  lease: Lease,
  role: Role,
  input: Input,
  now: number,
): ReadonlyArray<Intent> => {
  const side = sideOf(lease, role)
  // An actor that is gone neither hears nor acts.
  if (now >= side.plan.goneAt) return []
  const situation = situationOf(lease, now)
  const intents =
    role === "provider"
      ? Provider.step(lease.provider.participant, input, situation)
      : Requester.step(lease.requester.participant, input, situation)
  return side.actor.behaviour.act(side.participant, side.plan, intents, now)
}

/** The places of a lease's alarms. */
export const alarmOf = (role: Role, timer: TimerName): number =>
  2 * timers.indexOf(timer) + (role === "provider" ? 0 : 1)
export const keeper = 2 * timers.length

export const other = (role: Role): Role => (role === "provider" ? "requester" : "provider")

export const hasEnded = (lease: Lease): boolean => lease.finalAt !== unknown

/** Keeps what a log says about this deal. */
export const remember = (lease: Lease, log: Log, now: number): void => {
  lease.told |= bits[log._tag] ?? 0
  if (log._tag === "DealOpened") lease.openedAt = now
  else if (log._tag === "VoucherPaid") lease.paid = log.cumulative
  else if (log._tag === "DealStopped" && log.by === lease.deal.provider)
    lease.stoppedByProvider = true
  else if (log._tag === "DealBreached") {
    lease.breachedByProvider = log.byProvider
    lease.breachedByRequester = log.byRequester
  } else if (log._tag === "DealSettled") {
    lease.finalAt = now
    lease.paid = log.cumulative
    lease.penaltyProvider = log.penaltyProvider
    lease.penaltyRequester = log.penaltyRequester
  }
}

export interface Loss {
  readonly role: Role
  readonly honest: boolean
  readonly loss: bigint
  readonly bound: bigint
}

/** What has to come before a verdict. */
const ends = ["DealStopped", "DealEnded", "DemandLapsed", "ChallengeAnswered"] as const

// Whole seconds are metered, so that either side may be wrong by one.
const second = (deal: Deal.Deal): bigint =>
  (deal.cap - deal.setupPrice) / BigInt(Deal.lease(deal)) + 1n

/** What was served by the deal, or by all short deals under it, in base units; a set-up alone is no service. */
export const gained = ({ deal, standing, tunnel }: Lease, now: number): bigint => {
  if (standing !== undefined) return standing.worth
  const value = Deal.price(deal, Tunnel.meter(tunnel, now))
  return value > deal.setupPrice ? value : 0n
}

const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n)

/** Of a reservation: by all its short deals together, which share one channel; the bound is of those that run at once. */
const lossesOfAll = (
  { deal, paid, provider, requester, penaltyProvider, penaltyRequester }: Lease,
  { worth, exposedMost }: ShortLease.Standing,
): ReadonlyArray<Loss> => {
  const prepaid = deal.prepaid > exposedMost.requester ? deal.prepaid : exposedMost.requester
  return [
    {
      role: "provider",
      honest: provider.actor.behaviour.honest,
      loss: positive(worth - paid) + penaltyProvider,
      bound: exposedMost.provider,
    },
    {
      role: "requester",
      honest: requester.actor.behaviour.honest,
      loss: positive(paid - worth) + penaltyRequester,
      bound: prepaid,
    },
  ]
}

/**
 * What each side lost by this deal, and the most that the specification lets it lose (IPSX-PAY-007). The
 * provider loses what it served and was not paid, and penalties; the requester what it paid and was not
 * served, penalties, and the stake of a challenge that was answered.
 */
export const losses = (lease: Lease, challengeStake: bigint): ReadonlyArray<Loss> => {
  const { deal } = lease
  if (lease.standing !== undefined) return lossesOfAll(lease, lease.standing)
  const worth = gained(lease, lease.finalAt)
  const staked =
    hasSeen(lease, "DealChallenged") &&
    !hasSeen(lease, "ProviderDefaulted") &&
    !lease.stoppedByProvider
      ? challengeStake
      : 0n
  // IPSX-PAY-026: only the verdict takes the no-show charge, and a settlement by both needs nothing before it.
  const judged = ends.some((tag) => hasSeen(lease, tag)) && !lease.stoppedByProvider
  const noShow = judged && lease.paid === 0n && !hasSeen(lease, "DealBreached")
  const burned = noShow ? deal.noShowCharge : 0n
  const interval = deal.setupPrice + Terms.intervalBound(deal)
  const floor = deal.prepaid > interval ? deal.prepaid : interval
  return [
    {
      role: "provider",
      honest: lease.provider.actor.behaviour.honest,
      loss: positive(worth - lease.paid) + lease.penaltyProvider,
      bound: Terms.lagBound(deal) + second(deal),
    },
    {
      role: "requester",
      honest: lease.requester.actor.behaviour.honest,
      loss: positive(lease.paid - worth) + lease.penaltyRequester + staked + burned,
      bound: floor + second(deal) + staked,
    },
  ]
}
