// What can happen to an agreement, as data. A party moves its own register; everything else is an automatic
// assignment, and each of those says who may bring it about and on which evidence (IPSX-AGR-041).
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { Log } from "../model/Log.ts"
import type { Role } from "../model/Status.ts"

/** Moves by a register's owner (IPSX-AGR-010). */
export const ownMoves = [
  "provider.accept",
  "provider.decline",
  "provider.ready",
  "provider.pause",
  "provider.stop",
  "provider.settle",
  "provider.dispute",
  "requester.accept",
  "requester.decline",
  "requester.activate",
  "requester.pause",
  "requester.stop",
  "requester.settle",
  "requester.dispute",
] as const
export type OwnMove = (typeof ownMoves)[number]

/** Automatic assignments and expired windows, in the order of the specification's table. */
export const automatic = [
  "commit",
  "acceptExpired",
  "provisionExpired",
  "connectExpired",
  "providerSilent",
  "requesterSilent",
  "lag",
  "cleared",
  "suspendExpired",
  "end",
  "cap",
  "notice",
  "answered",
  "convicted",
  "lapsed",
  "finalSettled",
  "finalBreachP",
  "finalBreachR",
  "finalBreachBoth",
] as const
export type Automatic = (typeof automatic)[number]

export const types = [...ownMoves, ...automatic] as const
export type Type = OwnMove | Automatic

/** The wire form: `{"type":"provider.ready"}`. */
export const Event = Schema.Struct({ type: Schema.Literals(types) })
export interface Event extends Schema.Schema.Type<typeof Event> {}

/** `chain` events are logs of the Centralizer; `local` ones come from one side's clock and move no money. */
export interface Origin {
  readonly kind: "chain" | "local"
  readonly submitter: string
  readonly evidence: string
}

const chain = (submitter: string, evidence: string): Origin => ({
  kind: "chain",
  submitter,
  evidence,
})
const local = (submitter: string, evidence: string): Origin => ({
  kind: "local",
  submitter,
  evidence,
})

export const origins: Readonly<Record<Automatic, Origin>> = {
  commit: chain("anybody", "openDeal with both signatures under the deal"),
  acceptExpired: local("each side for itself", "a finalized block's time exceeds validUntil"),
  provisionExpired: local("the requester", "T_provision passed without Ready"),
  connectExpired: local("the provider", "T_connect passed without Active"),
  providerSilent: local("the requester", "heartbeatMisses heartbeats missed"),
  requesterSilent: local("the provider", "heartbeatMisses heartbeats missed"),
  lag: local("the provider", "the unpaid part passes maxLag"),
  cleared: local("the provider", "a voucher that covers what was forwarded"),
  suspendExpired: local("each side for itself", "a side's pause time exceeds suspendBudget"),
  end: chain("anybody", "expire at or after T_end; locally the clock at T_end"),
  cap: local("each side for itself", "the cap E is used up"),
  notice: chain("the provider", "giveNotice, matured"),
  answered: chain("the provider", "answer to a challenge"),
  convicted: chain("anybody", "a challenge unanswered for challengeSeconds and K blocks"),
  lapsed: chain("anybody", "a demand unanswered for challengeSeconds and K blocks"),
  finalSettled: chain("anybody", "settle by both, or finalize"),
  finalBreachP: chain("anybody", "finalize: the provider is in breach"),
  finalBreachR: chain("anybody", "finalize: the requester is in breach"),
  finalBreachBoth: chain("anybody", "finalize: both are in breach"),
}

const moves: Readonly<Record<Role, Readonly<Record<number, OwnMove>>>> = {
  provider: {
    1: "provider.accept",
    3: "provider.ready",
    4: "provider.pause",
    5: "provider.stop",
    6: "provider.settle",
    7: "provider.decline",
    9: "provider.dispute",
  },
  requester: {
    1: "requester.accept",
    3: "requester.activate",
    4: "requester.pause",
    5: "requester.stop",
    6: "requester.settle",
    7: "requester.decline",
    9: "requester.dispute",
  },
}

/**
 * The move that a signed Status announces. Undefined for Offered, Reserved and Defaulted, which no owner
 * may give itself (IPSX-AGR-010), and for numbers that are none.
 *
 * @example
 * Event.ofStatus("requester", 3) // "requester.activate"
 */
export const ofStatus = (role: Role, status: number): OwnMove | undefined => moves[role][status]

/** The assignment that the chain's verdict on a breach stands for (IPSX-AGR-060). */
export const ofBreach = (breached: {
  readonly byProvider: boolean
  readonly byRequester: boolean
}): Automatic =>
  breached.byProvider && breached.byRequester
    ? "finalBreachBoth"
    : breached.byProvider
      ? "finalBreachP"
      : "finalBreachR"

const assigned: Partial<Record<Log["_tag"], Automatic>> = {
  DealOpened: "commit",
  ChallengeAnswered: "answered",
  ProviderDefaulted: "convicted",
  DemandMet: "cleared",
  DemandLapsed: "lapsed",
  DealEnded: "end",
  DealSettled: "finalSettled",
}

/**
 * What a log of the chain assigns to the registers of the deal that it names (IPSX-AGR-041); undefined for one
 * that assigns nothing.
 *
 * @example
 * Event.ofLog({ _tag: "DealEnded", id }, deal.provider) // "end"
 */
export const ofLog = (log: Log, provider: Address): Type | undefined => {
  if (log._tag === "DealBreached") return ofBreach(log)
  if (log._tag === "DealStopped") return log.by === provider ? "provider.stop" : "requester.stop"
  if (log._tag === "DealDisputed")
    return log.by === provider ? "provider.dispute" : "requester.dispute"
  return assigned[log._tag]
}
