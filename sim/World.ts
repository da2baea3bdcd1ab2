// The simulated world: it carries messages, time and transactions between participants, the exchange and
// the chain, and records every event. It decides nothing about the protocol.
import * as Result from "effect/Result"
import * as Exchange from "../src/Exchange.ts"
import type { Input } from "../src/agent/Input.ts"
import type { Intent } from "../src/agent/Intent.ts"
import * as Provider from "../src/agent/Provider.ts"
import * as Requester from "../src/agent/Requester.ts"
import type { Settings } from "../src/agent/Participant.ts"
import type * as Mirror from "../src/chain/Mirror.ts"
import type * as Market from "../src/matching/index.ts"
import type { Address } from "../src/model/Address.ts"
import * as Deal from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type * as Log from "../src/model/Log.ts"
import type { Message } from "../src/model/Message.ts"
import * as Status from "../src/model/Status.ts"
import { chainSeconds, type Seconds } from "../src/model/Time.ts"
import * as Asking from "./Asking.ts"
import * as Behaviour from "./behaviour/Behaviour.ts"
import * as Blocks from "./Blocks.ts"
import { codes } from "./Codes.ts"
import * as Demand from "./Demand.ts"
import * as Fields from "./Fields.ts"
import * as Invariants from "./Invariants.ts"
import * as Keeper from "./Keeper.ts"
import * as Kernel from "./Kernel.ts"
import * as Lease from "./Lease.ts"
import * as Mempool from "./Mempool.ts"
import * as Metrics from "./Metrics.ts"
import * as Network from "./Network.ts"
import * as Oracle from "./Oracle.ts"
import * as Post from "./Post.ts"
import * as Random from "./Random.ts"
import * as Planning from "./Planning.ts"
import * as Recorder from "./Recorder.ts"
import * as Sampler from "./Sampler.ts"
import type { Scenario } from "./Scenario.ts"
import * as Settlement from "./Settlement.ts"
import * as ShortLease from "./ShortLease.ts"
import * as Standing from "./Standing.ts"
import type { Actor } from "./Actor.ts"
import * as Trace from "./Trace.ts"
import * as Tunnel from "./Tunnel.ts"

export interface World {
  readonly scenario: Scenario
  readonly kernel: Kernel.Kernel
  readonly exchange: Exchange.Exchange
  readonly settings: Settings
  readonly network: Network.Network
  readonly demand: Demand.Demand
  readonly blocks: Blocks.Blocks
  /** The leases that are not over. */
  readonly leases: Map<Id, Lease.Lease>
  latest: Lease.Lease | undefined
  /** How many there were so far. */
  leased: number
  /** The leases that a provider serves, or is about to. */
  readonly served: Map<Address, Set<Lease.Lease>>
  /** The one request of a closed-loop requester, and how many of its deals have not ended. */
  readonly asking: Map<Address, { readonly request: Id; deals: number }>
  readonly trace: Trace.Trace
  readonly recorder: Recorder.Recorder
  readonly invariants: Invariants.Invariants
  readonly setUp: Sampler.Sampler
  /** Receives every block with what the model says came of it, where a chain is to agree with it. */
  readonly mirror: ((block: Mirror.Predicted) => void) | undefined
}

export interface Side {
  readonly lease: Lease.Lease
  readonly role: Status.Role
}
export interface ShortSide {
  readonly lease: Lease.Lease
  readonly short: ShortLease.ShortLease
}
export interface Stimulus extends Side {
  readonly input: Input
}
export interface Delivery extends Side {
  readonly message: Message
  /** How often it was sent before. */
  readonly repeated: number
}

/** The lease of a deal. PERF: what happens to one deal happens at once, and the last one is at hand. */
const leaseOf = (world: World, id: Id): Lease.Lease | undefined => {
  if (world.latest?.id === id) return world.latest
  const lease = world.leases.get(id)
  if (lease !== undefined) world.latest = lease
  return lease
}

export const now = (world: World): Seconds => chainSeconds(world.settings.epoch, world.kernel.now)

/** Gives the exchange a command and lets the world see what came of it; then those concerned are told. */
export const command = (world: World, given: Exchange.Command): void => {
  const events: Array<Exchange.Event> = []
  const failure = Exchange.step(world.exchange, given, events)
  const at = world.kernel.now
  if (failure !== undefined) {
    Trace.record(world.trace, at, "refused", given._tag, failure._tag)
    Metrics.count(world.recorder.metrics, `refused ${failure._tag}`)
    return
  }
  for (let i = 0; i < events.length; i++) witness(world, events[i]!, at)
  for (let i = 0; i < events.length; i++) tell(world, events[i]!)
}

const tell = (world: World, event: Exchange.Event): void => {
  if (event._tag === "Proposed") propose(world, event.id, event.deal)
  else if (event._tag === "ShortProposed") {
    const { deal } = event
    const lease = leaseOf(world, event.id)!
    Standing.propose(world, lease, event)
    feed(world, lease, "requester", { _tag: "ShortProposed", deal })
  } else if (event._tag === "Retired")
    feed(world, leaseOf(world, event.id)!, "requester", { _tag: "Leave" })
}

const witness = (world: World, event: Exchange.Event, at: number): void => {
  if (event._tag === "Traded") traded(world, event.event, at)
  else if (event._tag === "Moved") {
    const lease = leaseOf(world, event.id)
    Recorder.moved(world.recorder, event, event.short === undefined ? lease : undefined)
    Invariants.event(world.invariants, event, at)
    if (event.short !== undefined && event.from !== event.to && lease !== undefined)
      Standing.moved(world, lease, event.short, event.to, at)
  } else if (event._tag === "Mined") mined(world, event.mined, at)
}

const traded = (world: World, event: Market.Event, at: number): void => {
  const { metrics } = world.recorder
  if (event._tag === "Filled") {
    const { offer, request, firstSeat, seats, start, end, cost } = event.fill
    Metrics.count(metrics, "matched")
    Trace.record(world.trace, at, "filled", offer, request, firstSeat, seats, start, end, cost)
    return
  }
  if ("order" in event) {
    if (event._tag === "Cancelled") Metrics.count(metrics, "cancelled")
    else if (event._tag === "Expired") Metrics.count(metrics, "expired")
    else if (event._tag === "Rejected") Metrics.count(metrics, `rejected ${event.reason}`)
    Recorder.order(world.recorder, event.order, event._tag, at)
    Trace.record(world.trace, at, event._tag, event.order)
  }
}

const propose = (world: World, id: Id, deal: Deal.Deal): void => {
  const provider = Demand.actorOf(world.demand, deal.provider)
  const requester = Demand.actorOf(world.demand, deal.requester)
  const at = world.kernel.now
  const epoch = world.settings.epoch
  const span = Planning.spanOf(world, deal)
  const isStanding = Deal.isReservation(deal)
  // Of a reservation's partners, what happens to them is drawn for each of its short deals.
  const planOf = ({ behaviour, mood }: Actor): Behaviour.Plan =>
    isStanding ? Behaviour.noPlan() : behaviour.plan(() => Random.unit(mood), span)
  const lease: Lease.Lease = {
    number: world.leased++,
    id,
    deal,
    tunnel: Tunnel.make(isStanding ? 0 : Demand.bytesPerSecond(world.demand, requester)),
    standing: isStanding ? ShortLease.make(deal.maxLag) : undefined,
    provider: {
      actor: provider,
      plan: planOf(provider),
      participant: Provider.make(id, deal, world.settings),
    },
    requester: {
      actor: requester,
      plan: planOf(requester),
      participant: Requester.make(id, deal, world.settings),
    },
    statuses: 0,
    openedAt: Lease.unknown,
    finalAt: Lease.unknown,
    alarms: [],
    told: 0,
    stoppedByProvider: false,
    breachedByProvider: false,
    breachedByRequester: false,
    paid: 0n,
    penaltyProvider: 0n,
    penaltyRequester: 0n,
  }
  world.leases.set(id, lease)
  serve(world, lease)
  Trace.record(world.trace, at, "proposed", lease.number, id, deal.cap, deal.bond)
  Recorder.proposed(world.recorder, deal, at)
  for (const role of Status.roles) Planning.schedule(world, lease, role, lease[role].plan)
  const lapses = (deal.validUntil + world.settings.parameters.finality - epoch) * 1000 + 1000
  world.kernel.schedule(Math.max(at, lapses), codes.lapse, lease)
  const declines = provider.behaviour.declines?.(() => Random.unit(provider.mood)) === true
  if (declines) {
    const message: Message = { _tag: "Decline", id, author: deal.provider }
    return perform(world, lease, "provider", [{ _tag: "Send", message }])
  }
  for (const role of Status.roles) feed(world, lease, role, { _tag: "Proposed" })
}

const serve = (world: World, lease: Lease.Lease): void => {
  const { provider, requester, request } = lease.deal
  const served = world.served.get(provider) ?? new Set()
  served.add(lease)
  world.served.set(provider, served)
  if (lease.standing === undefined) Asking.began(world, requester, request)
}

/** Nobody has said the end of a short deal. */
export const lapseShort = (world: World, { lease, short: { deal } }: ShortSide): void => {
  if (lease.standing?.open.has(deal.nonce) === true)
    command(world, { _tag: "Lapse", id: lease.id, short: deal.nonce, now: now(world) })
}

/** The option is over; a requester whose deal was never opened asks again, if it waits for its deals. */
export const lapse = (world: World, lease: Lease.Lease, at: number): void => {
  if (lease.openedAt !== Lease.unknown) return
  command(world, { _tag: "Lapse", id: lease.id, now: now(world) })
  ended(world, lease, at)
}

export const feed = (world: World, lease: Lease.Lease, role: Status.Role, input: Input): void =>
  perform(world, lease, role, Lease.step(lease, role, input, world.kernel.now))

/** Does what a participant wants done. */
export const perform = (
  world: World,
  lease: Lease.Lease,
  role: Status.Role,
  intents: ReadonlyArray<Intent>,
): void => {
  const at = world.kernel.now
  for (const intent of intents) {
    switch (intent._tag) {
      case "Send":
        send(world, lease, role, intent.message)
        break
      case "Submit":
        Mempool.submit(world, { transaction: intent.transaction, lease, role })
        break
      case "Arm":
        arm(world, lease, role, intent)
        break
      case "OpenTunnel": {
        const { actor } = Lease.sideOf(lease, role)
        const delay = Math.max(1, Math.round(world.setUp(actor.mood)))
        Planning.excite(world, at + delay, lease, role, tunnelUp(intent.short))
        break
      }
      case "Ungate":
        if (intent.short === undefined) Tunnel.ungate(lease.tunnel, at)
        else ShortLease.ungate(lease.standing?.open.get(intent.short), role, at)
        break
      case "Gate":
      case "CloseTunnel":
        if (intent.short === undefined) Tunnel.gate(lease.tunnel, at)
        else {
          const short = lease.standing?.open.get(intent.short)
          ShortLease.gate(short, role, at)
          if (short !== undefined && intent._tag === "CloseTunnel")
            Standing.retime(world, short, role, ShortLease.unknown)
        }
        break
    }
  }
}

const up: Input = { _tag: "TunnelUp" }
const tunnelUp = (short: number | undefined): Input =>
  short === undefined ? up : { _tag: "TunnelUp", short }

const arm = (
  world: World,
  lease: Lease.Lease,
  role: Status.Role,
  { timer, at, epoch, short }: Extract<Intent, { readonly _tag: "Arm" }>,
): void => {
  const when = Math.max(world.kernel.now, Math.ceil(at))
  if (short === undefined) {
    lease.alarms[Lease.alarmOf(role, timer)] = Planning.excite(world, when, lease, role, {
      _tag: "Rang",
      timer,
      epoch,
    })
    return
  }
  const event = Planning.excite(world, when, lease, role, { _tag: "Rang", timer, epoch, short })
  const open = lease.standing?.open.get(short)
  if (open !== undefined) Standing.retime(world, open, role, event)
}

const send = (world: World, lease: Lease.Lease, role: Status.Role, message: Message): void => {
  Post.transmit(world, { lease, role: Lease.other(role), message, repeated: 0 })
  if (role === "requester" && lease.standing !== undefined)
    Invariants.said(world.invariants, lease, lease.standing, message, world.kernel.now)
  if (message._tag !== "Voucher" && message._tag !== "Closing")
    command(world, { _tag: "Report", message, now: now(world) })
}

/** One block: the exchange applies it, the mirror checks it, and the parties hear of it a block later. */
export const makeBlock = (world: World, at: number): void => {
  world.blocks.mining = Blocks.take(world.blocks, at)
  command(world, {
    _tag: "Mine",
    number: Blocks.numberAt(world.blocks, at),
    timestamp: now(world),
    transactions: world.blocks.mining.map(({ transaction }) => transaction),
  })
  world.blocks.scheduled = world.blocks.queue.length > 0
  if (world.blocks.scheduled)
    world.kernel.schedule(at + world.blocks.blockMs, codes.block, undefined, Mempool.blockPriority)
}

const mined = (world: World, block: Exchange.Mined, at: number): void => {
  const results: Array<Stimulus> = []
  block.outcomes.forEach((outcome, index) => {
    const { transaction, lease, role, parts } = world.blocks.mining[index]!
    if (Result.isFailure(outcome)) {
      const error = outcome.failure._tag
      Trace.record(world.trace, at, "reverted", transaction._tag, transaction.sender, error)
      if (lease !== undefined)
        results.push({ lease, role, input: { _tag: "Refused", transaction, error } })
      return Blocks.takeApart(world.blocks, parts)
    }
    Trace.record(world.trace, at, "included", transaction._tag, transaction.sender)
    const further = Settlement.paid(world.exchange.ledger, transaction, parts)
    for (const log of [...outcome.success, ...further]) observe(world, log, at, results)
  })
  const touched = Oracle.touched(world.exchange.ledger, block.transactions)
  Recorder.block(world.recorder, block)
  Invariants.block(world.invariants, world.exchange, block, touched, at)
  world.mirror?.(Oracle.predict(world.exchange.ledger, block, touched))
  for (const outcome of block.outcomes)
    if (Result.isSuccess(outcome))
      for (const log of outcome.success)
        if (log._tag === "DealSettled") Ledger.putAway(world.exchange.ledger, log.id)
  world.kernel.schedule(at + world.blocks.blockMs, codes.inputs, results)
}

const observe = (world: World, log: Log.Log, at: number, results: Array<Stimulus>): void => {
  const lease = "id" in log ? leaseOf(world, log.id) : undefined
  Trace.record(world.trace, at, log._tag, ...Fields.of(log, lease))
  if (lease === undefined) return
  Lease.remember(lease, log, at)
  for (const role of Status.roles) results.push({ lease, role, input: { _tag: "Logged", log } })
  if (log._tag === "DealOpened") {
    Recorder.opened(world.recorder, lease, at)
    for (const role of Status.roles)
      if (lease[role].plan.goneWhenOpened) Planning.vanish(world, lease, role, at)
    Keeper.schedule(world, lease, at)
  } else if (log._tag === "VoucherPaid") Metrics.count(world.recorder.metrics, "claimed")
  else if (log._tag === "DealSettled") {
    Tunnel.gate(lease.tunnel, at)
    Invariants.settled(world.invariants, lease, at)
    Recorder.settled(world.recorder, lease, at)
    ended(world, lease, at)
  }
}

/**
 * Both sides know that a reservation is over. What is planned for it would keep it in memory until then: a month, it may
 * be. PERF: of other deals there are few, and short.
 */
export const forget = ({ kernel }: World, { standing, alarms }: Lease.Lease): void => {
  if (standing !== undefined)
    for (const alarm of alarms) if (alarm !== undefined) kernel.cancel(alarm)
}

const ended = (world: World, lease: Lease.Lease, at: number): void => {
  const { provider, requester, request } = lease.deal
  world.served.get(provider)?.delete(lease)
  world.leases.delete(lease.id)
  if (lease.standing === undefined) Asking.ended(world, requester, request, at)
}

/** Deals that are open on the chain, and proposals that may still be opened. */
export const open = (world: World): number =>
  Metrics.counted(world.recorder.metrics, "opened") -
  Metrics.counted(world.recorder.metrics, "settled")
