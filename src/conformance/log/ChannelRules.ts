// What the events of one channel may be: which phase admits which, when, and how much. Only what the log itself
// shows is used, so a rule whose facts the log does not have is not applied.
import type { Parameters } from "../../model/Parameters.ts"
import * as Fee from "../../model/Fee.ts"
import type { JsonObject } from "../Json.ts"
import { type Broken, broken } from "./Record.ts"

export type Phase =
  | "None"
  | "Open"
  | "Closing"
  | "Challenged"
  | "Demanded"
  | "Breached"
  | "Disputed"
  | "Final"

/** A channel as the log has shown it so far. */
export interface Channel {
  readonly id: string
  phase: Phase
  provider: string
  requester: string
  cap: bigint
  bond: bigint
  start: number
  end: number
  paid: bigint
  meterDue: bigint
  armedAt: number | undefined
  armedBlock: number | undefined
  readonly stopped: Set<string>
  readonly disputed: Set<string>
  noticed: boolean
  convicted: boolean
  /** A breach was announced; the settlement has to follow at once. */
  breached: boolean
  /** A statement may have paid more than the log shows. */
  vague: boolean
}

/** Where in time an event is; undefined where the log does not say. */
export interface Moment {
  readonly number: number | undefined
  readonly timestamp: number | undefined
}

export const unopened = (id: string): Channel => ({
  id,
  phase: "None",
  provider: "",
  requester: "",
  cap: 0n,
  bond: 0n,
  start: 0,
  end: 0,
  paid: 0n,
  meterDue: 0n,
  armedAt: undefined,
  armedBlock: undefined,
  stopped: new Set(),
  disputed: new Set(),
  noticed: false,
  convicted: false,
  breached: false,
  vague: false,
})

const served = ["Open", "Challenged", "Demanded"] as const
const live = [...served, "Closing", "Breached", "Disputed"] as const

const admitted: Readonly<Record<string, ReadonlyArray<Phase>>> = {
  DealOpened: ["None"],
  VoucherPaid: live,
  DemandMet: ["Demanded"],
  DealStopped: [...served, "Closing"],
  DealEnded: ["Open", "Demanded"],
  NoticeGiven: ["Open", "Demanded"],
  DealChallenged: ["Open"],
  ChallengeAnswered: ["Challenged"],
  ProviderDefaulted: ["Challenged"],
  PaymentDemanded: ["Open"],
  DemandLapsed: ["Demanded"],
  MeterProved: live,
  EquivocationProved: live,
  ServiceProved: live,
  DealDisputed: ["Closing", "Breached", "Disputed"],
  DealBreached: ["Closing", "Breached", "Disputed"],
  DealSettled: live,
}

/** Whether events of this name are about a channel. */
export const isOfChannel = (name: string): boolean => Object.hasOwn(admitted, name)

/** The rule that an event breaks where it comes; undefined when it may. */
export const refusal = (
  channel: Channel,
  event: JsonObject,
  at: Moment,
  parameters: Parameters,
): Broken | undefined => {
  const name = event.event as string
  const phases = admitted[name]!
  if (!phases.includes(channel.phase)) return outOfPhase(channel, name, phases)
  if (channel.breached && name !== "DealSettled")
    return broken("IPSX-AGR-060", `${name} after a breach was announced`, "DealSettled", name)
  return rules[name]?.(channel, event, at, parameters)
}

const outOfPhase = (channel: Channel, name: string, phases: ReadonlyArray<Phase>): Broken => {
  const requirement =
    channel.phase === "Final"
      ? "IPSX-PAY-011"
      : name === "DealOpened" || channel.phase === "None"
        ? "IPSX-AGR-021"
        : "IPSX-CHN-014"
  return broken(
    requirement,
    `phase at ${name} of ${channel.id}`,
    phases.join(" or "),
    channel.phase,
  )
}

type Rule = (
  channel: Channel,
  event: JsonObject,
  at: Moment,
  parameters: Parameters,
) => Broken | undefined

const big = (value: unknown): bigint => BigInt(value as string)

const afterDeadline = (
  channel: Channel,
  seconds: number,
  at: Moment,
  parameters: Parameters,
  what: string,
): Broken | undefined => {
  const { armedAt, armedBlock } = channel
  if (armedAt !== undefined && at.timestamp !== undefined && at.timestamp < armedAt + seconds)
    return broken("IPSX-AGR-031", `second of ${what}`, `≥ ${armedAt + seconds}`, at.timestamp)
  const block = armedBlock === undefined ? undefined : armedBlock + parameters.deadlineBlocks
  if (block !== undefined && at.number !== undefined && at.number < block)
    return broken("IPSX-AGR-031", `block of ${what}`, `≥ ${block}`, at.number)
  return undefined
}

const byParty = (channel: Channel, by: unknown, what: string): Broken | undefined =>
  by === channel.provider || by === channel.requester
    ? undefined
    : broken("IPSX-CHN-014", `party of ${what}`, [channel.provider, channel.requester], by)

const rules: Readonly<Record<string, Rule>> = {
  VoucherPaid: (channel, { cumulative, feeDelta }, _, parameters) => {
    if (big(cumulative) > channel.cap)
      return broken("IPSX-PAY-002", "cumulative", `≤ ${channel.cap}`, cumulative)
    if (big(cumulative) <= channel.paid)
      return broken("IPSX-PAY-002", "cumulative", `> ${channel.paid}`, cumulative)
    if (channel.vague) return undefined
    const due = Fee.increment(channel.paid, big(cumulative), parameters)
    return due === big(feeDelta) ? undefined : broken("IPSX-PAY-004", "feeDelta", due, feeDelta)
  },
  DealStopped: (channel, { by }) =>
    byParty(channel, by, "DealStopped") ??
    (channel.stopped.has(by as string)
      ? broken("IPSX-CHN-014", "stops of one party", 1, 2)
      : undefined),
  DealEnded: ({ end }, _, { timestamp }) =>
    timestamp !== undefined && timestamp < end
      ? broken("IPSX-AGR-032", "second of DealEnded", `≥ ${end}`, timestamp)
      : undefined,
  NoticeGiven: ({ noticed }) =>
    noticed ? broken("IPSX-CHN-014", "notices in one deal", 1, 2) : undefined,
  DealChallenged: ({ start, end }, _, { timestamp }) =>
    timestamp !== undefined && (timestamp < start || timestamp >= end)
      ? broken("IPSX-AGR-050", "second of DealChallenged", `in [${start}, ${end})`, timestamp)
      : undefined,
  ProviderDefaulted: (channel, _, at, parameters) =>
    afterDeadline(channel, parameters.challengeSeconds, at, parameters, "ProviderDefaulted"),
  PaymentDemanded: (channel, { due }) =>
    big(due) <= channel.paid || big(due) > channel.cap
      ? broken("IPSX-AGR-053", "due", `in (${channel.paid}, ${channel.cap}]`, due)
      : undefined,
  DemandLapsed: (channel, _, at, parameters) =>
    afterDeadline(channel, parameters.challengeSeconds, at, parameters, "DemandLapsed"),
  MeterProved: (channel, { meterDue }) => {
    if (big(meterDue) > channel.cap)
      return broken("IPSX-PAY-014", "meterDue", `≤ ${channel.cap}`, meterDue)
    return big(meterDue) < channel.meterDue
      ? broken("IPSX-PAY-010", "meterDue", `≥ ${channel.meterDue}`, meterDue)
      : undefined
  },
  ServiceProved: ({ phase, convicted }) =>
    phase !== "Challenged" && !convicted
      ? broken("IPSX-CHN-014", "phase at ServiceProved", "Challenged or convicted", phase)
      : undefined,
  DealDisputed: (channel, { by }) =>
    byParty(channel, by, "DealDisputed") ??
    (channel.disputed.has(by as string)
      ? broken("IPSX-AGR-063", "disputes of one party", 1, 2)
      : undefined),
  DealSettled: (channel, event, at, parameters) => settled(channel, event, at, parameters),
}

const settled: Rule = (channel, event, at, parameters) => {
  const { cumulative, penaltyProvider, penaltyRequester } = event
  const paid = big(cumulative)
  if (paid > channel.cap)
    return broken("IPSX-PAY-002", "cumulative", `≤ ${channel.cap}`, cumulative)
  if (paid < channel.paid)
    return broken("IPSX-PAY-001", "cumulative", `≥ ${channel.paid}`, cumulative)
  if (big(penaltyProvider) > channel.bond)
    return broken("IPSX-PAY-005", "penaltyProvider", `≤ ${channel.bond}`, penaltyProvider)
  const rest = channel.cap - paid
  const most = rest < channel.bond ? rest : channel.bond
  if (big(penaltyRequester) > most)
    return broken("IPSX-PAY-005", "penaltyRequester", `≤ ${most}`, penaltyRequester)
  const byVerdict =
    channel.breached || big(penaltyProvider) > 0n || big(penaltyRequester) > 0n || !!event.verdict
  if (!byVerdict) return undefined
  const seconds = graces[channel.phase]
  if (seconds === undefined)
    return broken(
      "IPSX-AGR-060",
      "phase at the verdict",
      Object.keys(graces).join(" or "),
      channel.phase,
    )
  return afterDeadline(channel, parameters[seconds], at, parameters, "the verdict")
}

const graces: Partial<Record<Phase, "settleGrace" | "appealSeconds" | "evidenceSeconds">> = {
  Closing: "settleGrace",
  Breached: "appealSeconds",
  Disputed: "evidenceSeconds",
}

const arm = (channel: Channel, phase: Phase, at: Moment): void => {
  channel.phase = phase
  channel.armedAt = at.timestamp
  channel.armedBlock = at.number
}

/** What the channel is after an event that it admits. */
export const absorb = (channel: Channel, event: JsonObject, at: Moment): void => {
  switch (event.event) {
    case "DealOpened":
      Object.assign(channel, {
        phase: "Open",
        provider: event.provider,
        requester: event.requester,
        cap: big(event.cap),
        bond: big(event.bond),
        start: event.start,
        end: event.end,
      })
      return
    case "VoucherPaid":
      channel.paid = big(event.cumulative)
      return
    case "DemandMet":
      channel.phase = "Open"
      return
    case "DealStopped":
      channel.stopped.add(event.by as string)
      if (channel.phase !== "Closing") arm(channel, "Closing", at)
      return
    case "DealEnded":
    case "ChallengeAnswered":
    case "DemandLapsed":
      return arm(channel, "Closing", at)
    case "NoticeGiven":
      channel.noticed = true
      return
    case "DealChallenged":
      return arm(channel, "Challenged", at)
    case "PaymentDemanded":
      return arm(channel, "Demanded", at)
    case "ProviderDefaulted":
      channel.convicted = true
      return arm(channel, "Breached", at)
    case "MeterProved":
      channel.meterDue = big(event.meterDue)
      return
    case "DealDisputed":
      channel.disputed.add(event.by as string)
      if (channel.phase !== "Disputed") arm(channel, "Disputed", at)
      return
    case "DealBreached":
      channel.breached = true
      return
    case "DealSettled":
      channel.paid = big(event.cumulative)
      channel.breached = false
      channel.phase = "Final"
  }
}
