// A lease that really was, played again in the simulator (IPSX-SIM-050): what both parties wrote down is fed to the
// participants by the kernel, at its moments; the transactions that they want are applied by the model of the contracts.
// Nothing is taken from the recording but what came from outside: letters of the shell, rings, meters, the chain's logs
// as moments. What the model says must then be what the chain said.
import * as Result from "effect/Result"
import type { Input } from "../src/agent/Input.ts"
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import * as Meters from "../src/live/Meters.ts"
import * as Party from "../src/live/Party.ts"
import type * as Recording from "../src/live/Recording.ts"
import * as ShortLease from "../src/live/ShortLease.ts"
import * as Participant from "../src/agent/Participant.ts"
import * as Centralizer from "../src/model/Centralizer.ts"
import type { Id } from "../src/model/Id.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type { Log } from "../src/model/Log.ts"
import type { DealStatus, Role } from "../src/model/Status.ts"
import type { Seconds } from "../src/model/Time.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import type { Context } from "../src/pair-channel/Seal.ts"
import * as Kernel from "./Kernel.ts"

export interface Options {
  readonly id: Id
  readonly settings: Participant.Settings
  readonly context: Context
  /** The ledger as it was before the deal: both wallets funded. */
  readonly ledger: Ledger.Ledger
}

/** What came of it: each side's view of the deal's status in order, the logs of the model, and the money. */
export interface Outcome {
  readonly statuses: Readonly<Record<Role, ReadonlyArray<DealStatus>>>
  readonly signed: Readonly<Record<Role, bigint>>
  readonly logs: ReadonlyArray<Log>
  /** Logs that the chain had and the model has not, or the other way round. */
  readonly differences: ReadonlyArray<string>
  readonly ledger: Ledger.Ledger
}

interface Happening {
  readonly role: Role
  readonly entry: Recording.Of<"Happened"> | Recording.Of<"Heard"> | Recording.Of<"ShortBegan">
}

const text = (log: Log): string =>
  JSON.stringify(log, (_, value) => (typeof value === "bigint" ? value.toString() : value))

/**
 * Plays the journals of both sides of one deal.
 *
 * @example
 * const outcome = Recorded.play({ provider: entries, requester: entries }, { id, settings, context, ledger })
 */
export const play = (
  journals: Readonly<Record<Role, ReadonlyArray<Recording.Entry>>>,
  { id, settings, context, ledger }: Options,
): Outcome => {
  const parties = {} as Record<Role, Party.Party>
  const happenings: Array<Happening> = []
  for (const role of ["provider", "requester"] as const)
    for (const entry of journals[role])
      if (entry._tag === "Began" && entry.id === id)
        parties[role] = Party.make(entry, settings, context)
      else if (isHappening(entry) && entry.id === id) happenings.push({ role, entry })
  const start = Math.min(...happenings.map(({ entry }) => entry.now))
  const kernel = Kernel.make()
  for (const happening of happenings) kernel.schedule(happening.entry.now - start, 0, happening)
  const chain = new Chain(ledger)
  const statuses: Record<Role, Array<DealStatus>> = { provider: [], requester: [] }
  const handle = ({ role, entry }: Happening): void => {
    const party = parties[role]
    if (entry._tag === "ShortBegan") return void ShortLease.begin(party, entry)
    Meters.set(party, entry)
    const input = inputOf(party, entry)
    if (input === undefined) return undefined
    if (input._tag === "Logged" && entry._tag === "Happened") chain.reach(input.log, entry)
    for (const intent of Party.step(party, input, entry.now, (list) => list))
      if (intent._tag === "Submit") chain.pending.push(intent.transaction)
    const status = Agreement.status(party.participant.agreement)
    if (statuses[role].at(-1) !== status) statuses[role].push(status)
    ShortLease.takeOver(party, Party.isOver(party))
    return undefined
  }
  kernel.run(Infinity, (_, payload) => handle(payload as Happening))
  return {
    statuses,
    signed: {
      provider: parties.provider.participant.signed,
      requester: parties.requester.participant.signed,
    },
    logs: chain.logs,
    differences: chain.differences,
    ledger,
  }
}

const isHappening = (entry: Recording.Entry): entry is Happening["entry"] =>
  entry._tag === "Happened" || entry._tag === "Heard" || entry._tag === "ShortBegan"

const inputOf = (
  party: Party.Party,
  entry: Exclude<Happening["entry"], Recording.Of<"ShortBegan">>,
): Input | undefined => {
  if (entry._tag === "Happened") return entry.input
  const message = Party.messageOf(party, entry.letter)
  return message === undefined ? undefined : { _tag: "Said", message }
}

/** The chain's logs tell when its blocks were; the model tells what is in them. */
class Chain {
  readonly pending: Array<Transaction> = []
  readonly logs: Array<Log> = []
  readonly differences: Array<string> = []
  readonly #seen = new Set<string>()
  readonly #ledger: Ledger.Ledger

  constructor(ledger: Ledger.Ledger) {
    this.#ledger = ledger
  }

  /** Both sides hear of a log; it is made when the first of them does. */
  reach(log: Log, { now, block = 0 }: { readonly now: number; readonly block?: number }): void {
    if (this.#seen.has(text(log))) return
    for (const [at, transaction] of this.pending.entries()) {
      const trial = Ledger.clone(this.#ledger)
      const moment = { number: block, timestamp: Math.floor(now / 1000) as Seconds }
      const made = Centralizer.apply(trial, transaction, moment)
      if (Result.isFailure(made) || !made.success.some((one) => text(one) === text(log))) continue
      this.pending.splice(at, 1)
      Result.getOrThrow(Centralizer.apply(this.#ledger, transaction, moment))
      for (const one of made.success) {
        this.logs.push(one)
        this.#seen.add(text(one))
      }
      return
    }
    this.differences.push(`no transaction of either side makes ${text(log)}`)
  }
}
