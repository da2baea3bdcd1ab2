// A provider and a requester against each other over the smallest world there can be: a queue of events, a chain
// of one block after another, and a tunnel that counts. What a side does may be rewritten, to make it lie.
import * as Result from "effect/Result"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { Settings } from "../../src/agent/Participant.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Message } from "../../src/model/Message.ts"
import type { Role, Status } from "../../src/model/Status.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { deal, token } from "../arbitrary/deal.ts"
import { funded, id } from "../arbitrary/ledger.ts"

const epoch = 1000
export const perSecond = token / 10n

/** The terms of most tests: a minute for six tokens, of which four seconds may be unpaid. */
export const terms = (change: Partial<Deal.Deal> = {}): Deal.Deal => {
  const cap = change.cap ?? Amount.of(60n * perSecond)
  const bond = Amount.of(Amount.mulDivCeil(cap, 1n, 10n))
  return deal({ pricePerSecond: Amount.of(perSecond), cap, bond, ...change })
}

/** Every field of a status decides its digest. */
export const digest = (status: Status): Id.Id => {
  let hash = 7n
  const text = `${status.role} ${status.seq} ${status.status} ${status.reason} ${status.at} ${status.cumulativeAmount} ${status.previous}`
  for (const letter of text)
    hash = BigInt.asUintN(256, hash * 0x100_0000_01b3n + BigInt(letter.charCodeAt(0)))
  return Id.of(`0x${hash.toString(16).padStart(64, "0")}`)
}

export interface Play {
  readonly deal?: Partial<Deal.Deal>
  readonly blockSeconds?: number
  /** Milliseconds until each side's end of the tunnel works; undefined for never. */
  readonly setUp?: Partial<Record<Role, number | undefined>>
  /** The delays of the copies of the n-th transmission, in ms; none when it is lost and sent again a second later. */
  readonly deliver?: (n: number) => ReadonlyArray<number>
  /** From when on a side neither hears nor acts. */
  readonly gone?: Partial<Record<Role, number>>
  /** Rewrites what a side does. */
  readonly act?: Partial<
    Record<Role, (intents: ReadonlyArray<Intent>, now: number) => ReadonlyArray<Intent>>
  >
  /** What happens from outside, at a moment in ms. */
  readonly script?: ReadonlyArray<
    | { readonly at: number; readonly role: Role; readonly input: Input }
    | { readonly at: number; readonly transaction: Transaction }
  >
  /** Virtual seconds; 400 when it is not said. */
  readonly until?: number
}

export interface Moment {
  readonly at: number
  readonly served: bigint
  readonly signed: bigint
}

export interface Played {
  readonly deal: Deal.Deal
  readonly provider: Provider.Provider
  readonly requester: Requester.Requester
  readonly ledger: Ledger.Ledger
  readonly logs: ReadonlyArray<Log>
  readonly refused: ReadonlyArray<string>
  readonly sent: ReadonlyArray<Message>
  /** What was worth how much when a second had passed, by the price of what was metered. */
  readonly history: ReadonlyArray<Moment>
  readonly worth: bigint
}

export const settings = (blockSeconds = 1): Settings => ({
  parameters: Parameters.small,
  epoch: Time.seconds(epoch),
  blockSeconds,
  digest,
  patience: 5000 * blockSeconds,
})

type Happening =
  | { readonly role: Role; readonly input: Input }
  | { readonly transaction: Transaction }
  | { readonly deliver: Message; readonly to: Role }
  | { readonly again: Message; readonly from: Role }
  | { readonly block: true }
  | { readonly second: true }

const other = (role: Role): Role => (role === "provider" ? "requester" : "provider")

/** Plays a deal from its proposal on. */
export const play = (options: Play = {}): Played => new World(options).run()

class World {
  readonly options: Play
  readonly deal: Deal.Deal
  readonly ledger = funded()
  readonly provider: Provider.Provider
  readonly requester: Requester.Requester
  readonly blockSeconds: number
  queue: Array<{ readonly at: number; readonly order: number; readonly it: Happening }> = []
  pending: Array<{ readonly transaction: Transaction; readonly by: Role | undefined }> = []
  logs: Array<Log> = []
  refused: Array<string> = []
  sent: Array<Message> = []
  history: Array<Moment> = []
  now = 0
  order = 0
  transmitted = 0
  open = false
  since = 0
  served = 0
  signed: bigint

  constructor(options: Play) {
    this.options = options
    this.deal = terms(options.deal)
    this.blockSeconds = options.blockSeconds ?? 1
    const known = settings(this.blockSeconds)
    this.provider = Provider.make(id, this.deal, known)
    this.requester = Requester.make(id, this.deal, known)
    this.signed = this.deal.prepaid
  }

  run(): Played {
    this.at(0, { role: "provider", input: { _tag: "Proposed" } })
    this.at(0, { role: "requester", input: { _tag: "Proposed" } })
    this.at(0, { block: true })
    this.at(1000, { second: true })
    for (const { at, ...it } of this.options.script ?? []) this.at(at, it)
    const until = (this.options.until ?? 400) * 1000
    while (this.queue.length > 0) {
      const next = this.queue.shift()!
      if (next.at > until) break
      this.now = next.at
      this.happen(next.it)
    }
    const { deal, provider, requester, ledger, logs, refused, sent, history } = this
    const worth = this.price()
    return { deal, provider, requester, ledger, logs, refused, sent, history, worth }
  }

  /** Events of one moment in the order of their scheduling; blocks last, so that they take what was submitted. */
  at(at: number, it: Happening): void {
    const order = ("block" in it ? 1e9 : 0) + this.order++
    let index = this.queue.length
    while (index > 0) {
      const before = this.queue[index - 1]!
      if (before.at < at || (before.at === at && before.order < order)) break
      index--
    }
    this.queue.splice(index, 0, { at, order, it })
  }

  happen(it: Happening): void {
    if ("block" in it) return this.mine()
    if ("second" in it) {
      this.history.push({ at: this.now, served: this.price(), signed: this.signed })
      return this.at(this.now + 1000, it)
    }
    if ("transaction" in it)
      return void this.pending.push({ transaction: it.transaction, by: undefined })
    if ("again" in it) return this.transmit(it.again, it.from)
    if ("deliver" in it) return this.feed(it.to, { _tag: "Said", message: it.deliver })
    this.feed(it.role, it.input)
  }

  isGone(role: Role): boolean {
    return this.now >= (this.options.gone?.[role] ?? Number.POSITIVE_INFINITY)
  }

  metered(): number {
    const end = Math.min(
      this.now,
      this.options.gone?.provider ?? this.now,
      this.options.gone?.requester ?? this.now,
    )
    return this.served + (this.open ? Math.max(0, end - this.since) : 0)
  }

  meter() {
    return { seconds: Math.floor(this.metered() / 1000), bytesUsed: 0 }
  }

  price(): bigint {
    return Deal.price(this.deal, this.meter())
  }

  feed(role: Role, input: Input): void {
    if (this.isGone(role)) return
    const situation = { now: this.now, meter: this.meter() }
    const intents =
      role === "provider"
        ? Provider.step(this.provider, input, situation)
        : Requester.step(this.requester, input, situation)
    const act = this.options.act?.[role]
    for (const intent of act === undefined ? intents : act(intents, this.now))
      this.perform(role, intent)
  }

  perform(role: Role, intent: Intent): void {
    switch (intent._tag) {
      case "Send":
        this.sent.push(intent.message)
        if (intent.message._tag === "Voucher") {
          const { cumulativeAmount } = intent.message.voucher
          if (cumulativeAmount > this.signed) this.signed = cumulativeAmount
        }
        return this.transmit(intent.message, role)
      case "Submit":
        return void this.pending.push({ transaction: intent.transaction, by: role })
      case "Arm": {
        const { timer, at, epoch: arming } = intent
        const input: Input = { _tag: "Rang", timer, epoch: arming }
        return this.at(Math.max(this.now, Math.ceil(at)), { role, input })
      }
      case "OpenTunnel": {
        const after = { provider: 300, requester: 200, ...this.options.setUp }[role]
        if (after !== undefined) this.at(this.now + after, { role, input: { _tag: "TunnelUp" } })
        return
      }
      case "Ungate":
        if (!this.open) this.since = this.now
        this.open = true
        return
      case "Gate":
        return this.gate()
      case "CloseTunnel":
        if (role === "provider") this.gate()
        return
    }
  }

  gate(): void {
    this.served = this.metered()
    this.open = false
  }

  transmit(message: Message, from: Role): void {
    if (this.isGone(from)) return
    const delays = (this.options.deliver ?? (() => [100]))(this.transmitted++)
    for (const delay of delays) this.at(this.now + delay, { deliver: message, to: other(from) })
    // IPSX-PCH-008: what is not acknowledged is sent again.
    if (delays.length === 0) this.at(this.now + 1000, { again: message, from })
  }

  mine(): void {
    const block = {
      number: Math.floor((epoch * 1000 + this.now) / (1000 * this.blockSeconds)),
      timestamp: Time.seconds(epoch + this.now / 1000),
    }
    const taken = this.pending
    this.pending = []
    const heard = this.now + 1000 * this.blockSeconds
    for (const { transaction, by } of taken) {
      const outcome = Centralizer.apply(this.ledger, transaction, block)
      if (Result.isFailure(outcome)) {
        const error = outcome.failure._tag
        this.refused.push(`${transaction._tag} ${error}`)
        if (by !== undefined)
          this.at(heard, { role: by, input: { _tag: "Refused", transaction, error } })
        continue
      }
      for (const log of outcome.success) {
        this.logs.push(log)
        for (const role of ["provider", "requester"] as const)
          this.at(heard, { role, input: { _tag: "Logged", log } })
      }
    }
    this.at(heard, { block: true })
  }
}

export const has = (played: Played, tag: Log["_tag"]): boolean =>
  played.logs.some((log) => log._tag === tag)

export const settled = (played: Played): Extract<Log, { readonly _tag: "DealSettled" }> => {
  const log = played.logs.find((l) => l._tag === "DealSettled")
  if (log?._tag !== "DealSettled")
    throw new Error(`the deal is still ${Ledger.channel(played.ledger, id)?.phase}`)
  return log
}

/** How much each side has more than at the start, in base units: both began with a hundred tokens. */
export const gains = ({ ledger, deal: { provider, requester } }: Played) => {
  const gain = (owner: Deal.Deal["provider"]): bigint => {
    const { balance, reserved } = Ledger.wallet(ledger, owner)
    return balance + reserved - 100n * token
  }
  return { provider: gain(provider), requester: gain(requester) }
}

/**
 * What each side lost: value given for which nothing came, beside commissions; and the most that the
 * specification lets an honest one lose (IPSX-PAY-007). Both meters are in whole seconds.
 */
export const losses = (played: Played) => {
  const { deal: agreed, worth, ledger } = played
  const { parameters } = ledger
  const gain = gains(played)
  const { cumulative } = settled(played)
  const proceeds = (cumulative * BigInt(parameters.commissionBp)) / 10_000n
  const commission = proceeds > parameters.minCommission ? proceeds - parameters.minCommission : 0n
  const use = worth > agreed.setupPrice ? worth : 0n
  // Time that the requester's owner did not want, and held the address for, is no loss (IPSX-AGR-037).
  const held = Math.floor(played.requester.heldFor / 1000)
  const wanted = Amount.minimum<bigint>(agreed.cap, use + agreed.pricePerSecond * BigInt(held))
  const interval = agreed.setupPrice + Terms.intervalBound(agreed)
  const stake = parameters.challengeStake
  return {
    provider: use - commission - gain.provider,
    providerBound: Terms.lagBound(agreed) + perSecond + (has(played, "DemandMet") ? stake : 0n),
    requester: -wanted - parameters.minCommission - gain.requester,
    requesterBound: interval + 1n + perSecond + (has(played, "DealChallenged") ? stake : 0n),
  }
}
