// Replays a trace of the Quint model on the implementation: the two agreements, the two inboxes and the ledger of the
// contracts take the same steps, and after each of them everything is compared.
import { isDeepStrictEqual } from "node:util"
import * as Result from "effect/Result"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Inbox from "../../src/agreement-fsm/Inbox.ts"
import type { Intent, Timer } from "../../src/agreement-fsm/Intent.ts"
import * as State from "../../src/agreement-fsm/State.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Role, Status } from "../../src/model/Status.ts"
import { providerStatuses } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import * as Token from "../../src/model/Token.ts"
import * as Deal from "./Deal.ts"
import type { Trace, Value } from "./Quint.ts"

type Fields = { readonly [field: string]: Value }

/** What a step of the model says of itself. */
interface Deed {
  readonly what: string
  readonly name: string
  readonly amount: number
  readonly byProvider: boolean
  readonly signed: boolean
  readonly ok: boolean
}

/** One party: its agreement, which timers are armed, the partner's messages, its own, and how much it has heard. */
interface Side {
  agreement: Agreement.Agreement
  readonly armed: Set<Timer>
  inbox: Inbox.Inbox
  readonly sent: Array<Inbox.Received>
  heard: number
}

const side = (): Side => {
  const armed = new Set<Timer>()
  const fresh: Side = {
    agreement: Agreement.start(),
    armed,
    inbox: Inbox.empty(),
    sent: [],
    heard: 0,
  }
  arm(fresh, Agreement.initialIntents)
  return fresh
}

const arm = (own: Side, intents: ReadonlyArray<Intent>): void => {
  for (const intent of intents)
    if (intent._tag === "Arm") own.armed.add(intent.timer)
    else if (intent._tag === "Disarm") own.armed.delete(intent.timer)
}

const roles = (byProvider: boolean): readonly [Role, Role] =>
  byProvider ? ["provider", "requester"] : ["requester", "provider"]

/** A register by its wire number; the model calls Ready and Active both Serving. */
const codeOf = (register: string): number =>
  register === "Serving" ? 3 : (providerStatuses as ReadonlyArray<string>).indexOf(register)

const nameOf = (register: string): string =>
  register === "Ready" || register === "Active" ? "Serving" : register

const phaseNames: Readonly<Record<string, string>> = {
  None_: "None",
  ClosingPhase: "Closing",
  DisputedPhase: "Disputed",
}

class World {
  readonly sides: Readonly<Record<Role, Side>> = { provider: side(), requester: side() }
  readonly ledger = Deal.funded()
  /** What the logs of each taken transaction assign; transactions that assign nothing are left out. */
  readonly logs: Array<ReadonlyArray<Event.Type>> = []
  now = 0
  block = 0

  /** A step of one side's own machine; what it rejects changes nothing. */
  step(role: Role, type: Event.Type): boolean {
    const own = this.sides[role]
    const stepped = Agreement.step(own.agreement, { type }, this.now * 1000)
    if (Result.isFailure(stepped)) return false
    own.agreement = stepped.success.agreement
    arm(own, stepped.success.intents)
    return true
  }

  message(role: Role, seq: number, status: number, reason: number): Inbox.Received {
    const previous = this.sides[role].sent[seq - 2]?.digest ?? Id.zero
    const content: Status = {
      channelId: Deal.id,
      role: role === "provider" ? 0 : 1,
      seq,
      status,
      reason,
      at: Time.seconds(this.now),
      cumulativeAmount: Amount.zero,
      previous,
    }
    return {
      status: content,
      digest: Id.fromNumber(1_000_000 * (seq + 1) + 1000 * status + reason),
    }
  }

  say(role: Role, register: string): void {
    const { sent } = this.sides[role]
    sent.push(this.message(role, sent.length + 1, codeOf(register), 0))
  }

  deliver(from: Role, to: Role, message: Inbox.Received): void {
    const { inbox, ready } = Inbox.receive(this.sides[to].inbox, message)
    this.sides[to].inbox = inbox
    for (const { status } of ready) {
      const type = Event.ofStatus(from, status)
      if (type !== undefined) this.step(to, type)
    }
  }

  ring(role: Role, timer: Timer, late: boolean): void {
    const own = this.sides[role]
    if (!late && !own.armed.has(timer)) throw new Error(`${timer} is not armed for the ${role}`)
    const epoch = Agreement.epoch(own.agreement, timer) - Number(late)
    const { agreement, intents } = Agreement.ring(own.agreement, timer, epoch, this.now * 1000)
    if (late && agreement !== own.agreement) throw new Error(`a late ring of ${timer} was taken`)
    own.agreement = agreement
    arm(own, intents)
  }

  hear(role: Role): void {
    for (const type of this.logs[this.sides[role].heard++]!) this.step(role, type)
  }

  /** Whether the ledger takes the transaction. */
  submit(deed: Deed, agreed: Deal.Agreed): boolean {
    const [role] = roles(deed.byProvider)
    const transaction = Deal.transaction(deed, agreed, {
      message: (of) => this.sides[of].sent.at(-1) ?? this.message(of, 1, 4, 0),
      forged: (of) => this.sides[of === "provider" ? "requester" : "provider"].inbox.proof,
      active: this.sides.requester.sent.findLast(({ status }) => status.status === 3),
      role,
    })
    const at = { number: this.block, timestamp: Time.seconds(this.now) }
    const outcome = Centralizer.apply(this.ledger, transaction, at)
    if (Result.isFailure(outcome)) return false
    const types = outcome.success.flatMap((log) => Event.ofLog(log, Deal.parties.provider) ?? [])
    if (types.length > 0) this.logs.push(types)
    return true
  }

  take(deed: Deed, agreed: Deal.Agreed): void {
    const [own, partner] = roles(deed.byProvider)
    const timer = deed.name as Timer
    if (deed.what === "says") {
      const type = Event.ofStatus(own, codeOf(deed.name))!
      if (!this.step(own, type)) throw new Error(`${type} was rejected`)
      this.say(own, deed.name)
    } else if (deed.what === "lies") this.say(own, deed.name)
    else if (deed.what === "delivers")
      this.deliver(own, partner, this.sides[own].sent[deed.amount - 1]!)
    else if (deed.what === "equivocates") {
      const { status } = this.sides[own].sent[deed.amount - 1]!.status
      this.deliver(own, partner, this.message(own, deed.amount, status, 1))
    } else if (deed.what === "rings") this.ring(own, timer, false)
    else if (deed.what === "ringsLate") this.ring(own, timer, true)
    else if (deed.what === "assigns") this.step(own, deed.name as Event.Type)
    else if (deed.what === "hears") this.hear(own)
    else if (deed.what === "submits") {
      const ok = this.submit(deed, agreed)
      if (ok !== deed.ok) throw new Error(`the ledger ${ok ? "took" : "refused"} ${deed.name}`)
    }
  }

  /** The same fields that the model has, read from the implementation. */
  read(): Fields {
    const view = ({ agreement }: Side): Value => {
      const { provider, requester, ...flags } = State.unpack(Table.states[agreement.row]!)
      return { provider: nameOf(provider), requester: nameOf(requester), ...flags }
    }
    const direction = (from: Side, at: Side): Value => ({
      sent: from.sent.map(({ status }) => nameOf(providerStatuses[status.status]!)),
      applied: Inbox.seq(at.inbox),
      early: at.inbox.early.map(({ status }) => status.seq),
      proof: Inbox.equivocation(at.inbox) !== undefined,
    })
    const { provider, requester } = this.sides
    return {
      atProvider: view(provider),
      atRequester: view(requester),
      fromProvider: direction(provider, requester),
      fromRequester: direction(requester, provider),
      logs: this.logs.length,
      ...chain(this.ledger),
    }
  }
}

const chain = (ledger: Ledger.Ledger): Fields => {
  const wallet = (role: Role): Value => {
    const { balance, reserved } = Ledger.wallet(ledger, Deal.parties[role])
    return { balance: Number(balance), reserved: Number(reserved) }
  }
  const channel = Ledger.channel(ledger, Deal.id)
  const out = (["provider", "requester"] as const).map((role) =>
    Token.balanceOf(ledger.token, Deal.parties[role]),
  )
  return {
    phase: channel?.phase ?? "None",
    paid: Number(channel?.facts.paid ?? 0n),
    meterDue: Number(channel?.facts.meterDue ?? 0n),
    provider: wallet("provider"),
    requester: wallet("requester"),
    fees: Number(ledger.fees),
    burned: Number(Ledger.burned(ledger)),
    withdrawn: Number(out[0]! + out[1]!),
  }
}

/** The same fields out of the model's state. */
const expected = (w: Fields): Fields => {
  const c = w["chain"] as Fields
  const direction = (d: Fields): Value => ({
    sent: (d["sent"] as ReadonlyArray<Fields>).map(({ register }) => register!),
    applied: d["applied"]!,
    early: (d["early"] as ReadonlyArray<number>).toSorted((a, b) => a - b),
    proof: d["proof"]!,
  })
  const picked = [
    "paid",
    "meterDue",
    "provider",
    "requester",
    "fees",
    "burned",
    "withdrawn",
  ] as const
  return {
    atProvider: w["atProvider"]!,
    atRequester: w["atRequester"]!,
    fromProvider: direction(w["fromProvider"] as Fields),
    fromRequester: direction(w["fromRequester"] as Fields),
    logs: (w["logs"] as ReadonlyArray<Value>).length,
    phase: phaseNames[String(c["phase"])] ?? c["phase"]!,
    ...Object.fromEntries(picked.map((field) => [field, c[field]!])),
  }
}

/** A step after which the implementation is not where the model is. */
export interface Mismatch {
  readonly step: number
  readonly deed: Deed
  readonly field: string
  readonly expected: unknown
  readonly actual: unknown
}

/**
 * Takes every step of a trace, and says where the implementation first differs.
 *
 * @example
 * Quint.traces({ traces: 1, steps: 80, seed: 1 }).map(Replay.mismatch) // [undefined]
 */
export const mismatch = (trace: Trace): Mismatch | undefined => {
  const world = new World()
  for (const [step, { w, last }] of trace.entries()) {
    const state = w as Fields
    const deed = last as unknown as Deed
    world.now = Number(state["now"])
    world.block = Number(state["block"])
    const agreed = {
      provider: state["providerAgreed"] === true,
      requester: state["requesterAgreed"] === true,
    }
    try {
      world.take(deed, agreed)
    } catch (error) {
      return { step, deed, field: "step", expected: "taken", actual: (error as Error).message }
    }
    const [want, have] = [expected(state), world.read()]
    for (const field of Object.keys(want))
      if (!isDeepStrictEqual(want[field], have[field]))
        return { step, deed, field, expected: want[field], actual: have[field] }
  }
  return undefined
}
