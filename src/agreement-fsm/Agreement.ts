// The agreement of one deal as one side knows it: pure, without a clock, and a table lookup to step. Beside the
// registers it keeps what a finite machine cannot: which arming of a timer is the latest (IPSX-AGR-030) and how
// long each side has been paused (IPSX-AGR-036).
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Parameters from "../model/Parameters.ts"
import type { DealStatus, ProviderStatus, RequesterStatus, Role } from "../model/Status.ts"
import * as DealStatuses from "./dealStatus.ts"
import * as Event from "./Event.ts"
import type { Intent, Timer } from "./Intent.ts"
import * as State from "./State.ts"
import * as Table from "./Table.ts"

/** Milliseconds that a side has been paused, and since when it is; −1 when it is not. */
interface Pauses {
  readonly providerFor: number
  readonly requesterFor: number
  readonly providerSince: number
  readonly requesterSince: number
}

export interface Agreement {
  /** The row of the table. */
  readonly row: number
  /** The latest moment that a step named, in ms. */
  readonly at: number
  readonly epochs: Epochs
  readonly pauses: Pauses
}

export interface Stepped {
  readonly agreement: Agreement
  readonly intents: ReadonlyArray<Intent>
}

const noPauses: Pauses = {
  providerFor: 0,
  requesterFor: 0,
  providerSince: -1,
  requesterSince: -1,
}

/**
 * A fresh agreement: both sides are Offered, and the option's timer is armed.
 *
 * @example
 * Agreement.status(Agreement.start()) // "Proposed"
 */
export const start = (): Agreement => fresh

/** What the shell must do for a fresh agreement. */
export const initialIntents: ReadonlyArray<Intent> = Table.initial

/**
 * One event: the agreement after it and what the shell must do. `at` is the moment in ms; without it no time
 * has passed. An event that repeats what is already so returns the same agreement.
 *
 * @example
 * Agreement.step(Agreement.start(), { type: "provider.accept" })
 * @returns `Rejected` when the registers do not allow the event (IPSX-AGR-010, IPSX-AGR-011).
 */
export const step = (
  agreement: Agreement,
  event: Event.Event,
  at: number = agreement.at,
): Result.Result<Stepped, Rejected> => {
  const column = Table.columnOf[event.type]
  const row = Table.step(agreement.row, column)
  if (row === Table.rejected) {
    return Result.fail(
      new Rejected({
        event: event.type,
        provider: provider(agreement),
        requester: requester(agreement),
        final: isFinal(agreement),
      }),
    )
  }
  const list = Table.listOf(agreement.row, column)
  const intents = Table.intentLists[list]!
  const armings = armingsOf[list]
  if (row === agreement.row && isOnlyHeard[list] === true)
    return Result.succeed({ agreement, intents })
  const now = Math.max(at, agreement.at)
  const epochs = armings === undefined ? agreement.epochs : advance(agreement.epochs, armings)
  const pauses = account(agreement.pauses, row, now)
  return Result.succeed({ agreement: { row, at: now, epochs, pauses }, intents })
}

/**
 * A timer rings. IPSX-AGR-030: one that is not of the latest arming changes nothing, and neither does one
 * whose question the registers have answered in the meantime. The chain's own deadlines (settle, evidence,
 * appeal) and the heartbeats' silence are told apart by the event that the timer stands for.
 *
 * @example
 * Agreement.ring(agreement, "lag", Agreement.epoch(agreement, "lag"), 61_000)
 */
export const ring = (agreement: Agreement, timer: Timer, epoch: number, at: number): Stepped => {
  const type = expiry[timer]
  if (type === undefined || !isCurrent(agreement, timer, epoch)) return { agreement, intents: [] }
  return Result.getOrElse(step(agreement, { type }, at), () => ({ agreement, intents: [] }))
}

// The chain decides what the last three mean: the shell submits `finalize` and waits for the log.
const expiry: Readonly<Record<Timer, Event.Type | undefined>> = {
  accept: "acceptExpired",
  provision: "provisionExpired",
  connect: "connectExpired",
  heartbeatProvider: "providerSilent",
  heartbeatRequester: "requesterSilent",
  lag: "lag",
  suspend: "suspendExpired",
  end: "end",
  settle: undefined,
  evidence: undefined,
  appeal: undefined,
}

/** The number of the latest arming of a timer; each arming and each disarming makes the earlier ones void. */
export const epoch = (agreement: Agreement, timer: Timer): number => agreement.epochs[timer]

/** Whether a ring with this epoch counts (IPSX-AGR-030). */
export const isCurrent = (agreement: Agreement, timer: Timer, epoch: number): boolean =>
  !isFinal(agreement) && agreement.epochs[timer] === epoch

/** A new arming of a timer by the shell: a heartbeat came, the bound of the lag moved. */
export const rearm = (agreement: Agreement, timer: Timer): Agreement => ({
  ...agreement,
  epochs: advance(agreement.epochs, armingsIn([timer])),
})

/** What the registers alone decide. */
type Registers = Pick<Agreement, "row">

export const provider = (agreement: Registers): ProviderStatus => unpacked(agreement).provider
export const requester = (agreement: Registers): RequesterStatus => unpacked(agreement).requester

/** Whether neither side has accepted: then a deal that was declined may be forgotten at once (IPSX-AGR-024). */
export const isUnsigned = (agreement: Agreement): boolean =>
  [provider(agreement), requester(agreement)].every((r) => r === "Offered" || r === "Declined")

const uncommitted: ReadonlySet<DealStatus> = new Set(["Proposed", "Agreed", "Declined"])

/** Whether the chain has not opened the deal, as far as this agreement knows (IPSX-AGR-020). */
export const isUncommitted = (agreement: Agreement): boolean => uncommitted.has(status(agreement))

/** The status of the deal, the published function of the two registers (IPSX-AGR-001). */
export const status = (agreement: Agreement): DealStatus =>
  DealStatuses.table[Table.states[agreement.row]! % 100]!

/** Whether the requester is paused for not paying, so that it needs a voucher to go on (IPSX-AGR-034). */
export const isLagging = (agreement: Agreement): boolean => unpacked(agreement).lagging

/** Whether nothing can change any more: the verdict is applied, or the option has lapsed (IPSX-AGR-042). */
export const isFinal = (agreement: Agreement): boolean => unpacked(agreement).final

/** Whether the agreement takes an event: `step` would not reject it. PERF: no error is made. */
export const allows = (agreement: Agreement, type: Event.Type): boolean =>
  Table.step(agreement.row, Table.columnOf[type]) !== Table.rejected

/** The events that the agreement does not reject. */
export const enabled = (agreement: Agreement): ReadonlyArray<Event.Type> =>
  Table.enabled(agreement.row)

/** How long a side has been paused in this deal, in ms, all its pauses together (IPSX-AGR-036). */
export const pausedFor = (agreement: Agreement, role: Role, at: number): number => {
  const { providerFor, requesterFor, providerSince, requesterSince } = agreement.pauses
  const sofar = role === "provider" ? providerFor : requesterFor
  const since = role === "provider" ? providerSince : requesterSince
  return since < 0 ? sofar : sofar + Math.max(0, at - since)
}

/**
 * The moment at which the pause time of a side passes the budget, in ms, if nothing changes; undefined when
 * no side is paused. The `suspend` timer is armed for it, so many short pauses count as one long one.
 */
export const suspendAt = (agreement: Agreement, budgetMs: number): number | undefined => {
  const { providerFor, requesterFor, providerSince, requesterSince } = agreement.pauses
  const moments: Array<number> = []
  if (providerSince >= 0) moments.push(providerSince + Math.max(0, budgetMs - providerFor))
  if (requesterSince >= 0) moments.push(requesterSince + Math.max(0, budgetMs - requesterFor))
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/**
 * The windows of one lease, in seconds (IPSX-AGR-038): together they never take more than two thirds of it.
 *
 * @example
 * Agreement.windows(Parameters.standard, 5) // { provision: 1, connect: 1 }
 */
export const windows = (
  parameters: Parameters.Parameters,
  leaseSeconds: number,
): { readonly provision: number; readonly connect: number } => ({
  provision: Parameters.provisionTime(parameters, leaseSeconds),
  connect: Parameters.connectTime(parameters, leaseSeconds),
})

/** T_end is what the deal says, whatever happened before (IPSX-AGR-032). In seconds. */
export const hasEnded = (deal: { readonly end: number }, now: number): boolean => now >= deal.end

/** How many states there are: `row` is below it. */
export const rowsMax = Table.states.length

const unpackedRows: ReadonlyArray<State.State> = Array.from(Table.states, State.unpack)
const unpacked = (agreement: Registers): State.State => unpackedRows[agreement.row]!

/** The number of each timer's latest arming or disarming. PERF: every timer is there, so that all have one shape. */
type Epochs = Readonly<Record<Timer, number>>

const noEpochs: Epochs = {
  accept: 0,
  provision: 0,
  connect: 0,
  heartbeatProvider: 0,
  heartbeatRequester: 0,
  lag: 0,
  suspend: 0,
  end: 0,
  settle: 0,
  evidence: 0,
  appeal: 0,
}

/** PERF: written out, so that every step makes an object of one known shape and looks nothing up by name. */
const advance = (epochs: Epochs, by: Epochs): Epochs => ({
  accept: epochs.accept + by.accept,
  provision: epochs.provision + by.provision,
  connect: epochs.connect + by.connect,
  heartbeatProvider: epochs.heartbeatProvider + by.heartbeatProvider,
  heartbeatRequester: epochs.heartbeatRequester + by.heartbeatRequester,
  lag: epochs.lag + by.lag,
  suspend: epochs.suspend + by.suspend,
  end: epochs.end + by.end,
  settle: epochs.settle + by.settle,
  evidence: epochs.evidence + by.evidence,
  appeal: epochs.appeal + by.appeal,
})

/** One more arming, or disarming, of each of these timers. */
const armingsIn = (timers: ReadonlyArray<Timer>): Epochs => {
  const armings: Record<Timer, number> = { ...noEpochs }
  for (const timer of timers) armings[timer] += 1
  return armings
}

const timersIn = (intents: ReadonlyArray<Intent>): ReadonlyArray<Timer> =>
  intents.flatMap((intent) =>
    intent._tag === "Arm" || intent._tag === "Disarm" ? [intent.timer] : [],
  )

// What every step would find out again about its list of intents.
const armingsOf: ReadonlyArray<Epochs | undefined> = Table.intentLists.map((intents) => {
  const timers = timersIn(intents)
  return timers.length === 0 ? undefined : armingsIn(timers)
})
const isOnlyHeard: ReadonlyArray<boolean> = Table.intentLists.map((intents) =>
  intents.every((intent) => intent._tag === "Heard"),
)

const fresh: Agreement = {
  row: 0,
  at: 0,
  epochs: armingsIn(timersIn(Table.initial)),
  pauses: noPauses,
}

// Closes the pause of a side that is paused no longer and opens that of a side that is paused now.
const account = (pauses: Pauses, row: number, at: number): Pauses => {
  const { provider, requester } = unpackedRows[row]!
  const { providerSince, requesterSince } = pauses
  const providerPaused = provider === "Paused"
  const requesterPaused = requester === "Paused"
  if (providerPaused === providerSince >= 0 && requesterPaused === requesterSince >= 0)
    return pauses
  return {
    providerFor:
      pauses.providerFor + (providerSince >= 0 && !providerPaused ? at - providerSince : 0),
    requesterFor:
      pauses.requesterFor + (requesterSince >= 0 && !requesterPaused ? at - requesterSince : 0),
    providerSince: providerPaused ? (providerSince >= 0 ? providerSince : at) : -1,
    requesterSince: requesterPaused ? (requesterSince >= 0 ? requesterSince : at) : -1,
  }
}

export class Rejected extends Schema.TaggedError<Rejected>()("Rejected", {
  event: Schema.Literals(Event.types),
  provider: Schema.String,
  requester: Schema.String,
  final: Schema.Boolean,
}) {
  override get message(): string {
    const over = this.final ? ", which is final" : ""
    return `${this.event} is not possible at (${this.provider}, ${this.requester})${over}`
  }
}
