// One deal in the simulated world: its two participants with their behaviours, the tunnel between them, and
// what the world remembers of it to judge it by.
import type { Intent } from "../src/agent/Intent.ts"
import type { Input } from "../src/agent/Input.ts"
import * as Provider from "../src/agent/Provider.ts"
import * as Requester from "../src/agent/Requester.ts"
import * as Deal from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"
import type { Log } from "../src/model/Log.ts"
import type { Role } from "../src/model/Status.ts"
import * as Terms from "../src/model/Terms.ts"
import type { Actor } from "./Actor.ts"
import type * as Behaviour from "./behaviour/Behaviour.ts"
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
  readonly provider: Side & { readonly participant: Provider.Provider }
  readonly requester: Side & { readonly participant: Requester.Requester }
  openedAt: number
  finalAt: number
  /** What the chain said about this deal, by event. */
  readonly seen: Set<Log["_tag"]>
  stoppedByProvider: boolean
  breachedByProvider: boolean
  breachedByRequester: boolean
  paid: bigint
  penaltyProvider: bigint
  penaltyRequester: bigint
}

export const unknown = -1

/** Steps one side's participant, as its behaviour lets it. */
export const step = (
  lease: Lease,
  role: Role,
  input: Input,
  now: number,
): ReadonlyArray<Intent> => {
  const side = lease[role]
  // An actor that is gone neither hears nor acts.
  if (now >= side.plan.goneAt) return []
  const situation = { now, meter: Tunnel.meter(lease.tunnel, now) }
  const intents =
    role === "provider"
      ? Provider.step(lease.provider.participant, input, situation)
      : Requester.step(lease.requester.participant, input, situation)
  return side.actor.behaviour.act(side.participant, side.plan, intents, now)
}

export const other = (role: Role): Role => (role === "provider" ? "requester" : "provider")

export const hasEnded = (lease: Lease): boolean => lease.finalAt !== unknown

/** Keeps what a log says about this deal. */
export const remember = (lease: Lease, log: Log, now: number): void => {
  lease.seen.add(log._tag)
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

/**
 * What each side lost by this deal, and the most that the specification lets it lose (IPSX-PAY-007). The
 * provider loses what it served and was not paid, and penalties; the requester what it paid and was not
 * served, penalties, and the stake of a challenge that was answered.
 */
export const losses = (lease: Lease, challengeStake: bigint): ReadonlyArray<Loss> => {
  const { deal } = lease
  const value = Deal.price(deal, Tunnel.meter(lease.tunnel, lease.finalAt))
  const worth = value > deal.setupPrice ? value : 0n
  const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n)
  const staked =
    lease.seen.has("DealChallenged") &&
    !lease.seen.has("ProviderDefaulted") &&
    !lease.stoppedByProvider
      ? challengeStake
      : 0n
  // IPSX-PAY-026: only the verdict takes the no-show charge, and a settlement by both needs nothing before it.
  const judged = ends.some((tag) => lease.seen.has(tag)) && !lease.stoppedByProvider
  const noShow = judged && lease.paid === 0n && !lease.seen.has("DealBreached")
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
