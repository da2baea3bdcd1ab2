// The simulated world: it carries messages, time and transactions between participants, the exchange and
// the chain, and records every event. It decides nothing about the protocol.
import * as Result from "effect/Result"
import * as Exchange from "../src/Exchange.ts"
import type { Input } from "../src/agent/Input.ts"
import type { Intent, TimerName } from "../src/agent/Intent.ts"
import * as Provider from "../src/agent/Provider.ts"
import * as Requester from "../src/agent/Requester.ts"
import type { Settings } from "../src/agent/Participant.ts"
import type * as Mirror from "../src/chain/Mirror.ts"
import type * as Market from "../src/matching/index.ts"
import type { Deal } from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"
import * as Ledger from "../src/model/Ledger.ts"
import type * as Log from "../src/model/Log.ts"
import type { Message } from "../src/model/Message.ts"
import * as Status from "../src/model/Status.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import { chainSeconds, type Seconds } from "../src/model/Time.ts"
import type { Actor } from "./Actor.ts"
import * as Behaviour from "./behaviour/Behaviour.ts"
import * as Blocks from "./Blocks.ts"
import * as Demand from "./Demand.ts"
import * as Invariants from "./Invariants.ts"
import * as Kernel from "./Kernel.ts"
import * as Lease from "./Lease.ts"
import * as Metrics from "./Metrics.ts"
import * as Network from "./Network.ts"
import * as Oracle from "./Oracle.ts"
import * as Random from "./Random.ts"
import * as Recorder from "./Recorder.ts"
import * as Sampler from "./Sampler.ts"
import type { Scenario } from "./Scenario.ts"
import * as Trace from "./Trace.ts"
import * as Tunnel from "./Tunnel.ts"

/** What happens in the world: the kernel's event codes. */
export const codes = {
  order: 0,
  offer: 1,
  delivery: 2,
  timer: 3,
  block: 4,
  result: 5,
  tunnelUp: 6,
  silent: 7,
  leave: 8,
  trick: 9,
  lapse: 10,
  address: 11,
  keep: 12,
  repeat: 13,
} as const

/** Blocks come after everything else of their moment, so that they take what was submitted in it. */
const blockPriority = 32

export interface World {
  readonly scenario: Scenario
  readonly kernel: Kernel.Kernel
  readonly exchange: Exchange.Exchange
  readonly settings: Settings
  readonly network: Network.Network
  readonly demand: Demand.Demand
  readonly blocks: Blocks.Blocks
  readonly leases: Map<Id, Lease.Lease>
  readonly trace: Trace.Trace
  readonly recorder: Recorder.Recorder
  readonly invariants: Invariants.Invariants
  readonly setUp: Sampler.Sampler
  /** Receives every block with what the model says came of it. */
  readonly mirror: (block: Mirror.Predicted) => void
}

interface Delivery {
  readonly lease: Lease.Lease
  readonly role: Status.Role
  readonly message: Message
  /** How often it was sent before. */
  readonly repeated: number
}
interface Ring {
  readonly lease: Lease.Lease
  readonly role: Status.Role
  readonly timer: TimerName
  readonly epoch: number
}
interface Result_ {
  readonly lease: Lease.Lease
  readonly role: Status.Role
  readonly input: Input
}
interface Side {
  readonly lease: Lease.Lease
  readonly role: Status.Role
}

const now = (world: World): Seconds => chainSeconds(world.settings.epoch, world.kernel.now)

/** Handles one event of the kernel. */
export const handle = (world: World, code: number, payload: unknown, at: number): void => {
  switch (code) {
    case codes.order:
      return order(world, payload as Actor, at)
    case codes.offer:
      return offer(world, payload as Actor, at)
    case codes.delivery: {
      const { lease, role, message } = payload as Delivery
      Trace.record(world.trace, at, message._tag, lease.number, role)
      return feed(world, lease, role, { _tag: "Said", message })
    }
    case codes.timer: {
      const { lease, role, timer, epoch } = payload as Ring
      return feed(world, lease, role, { _tag: "Rang", timer, epoch })
    }
    case codes.block:
      return makeBlock(world, at)
    case codes.result:
      for (const { lease, role, input } of payload as ReadonlyArray<Result_>)
        feed(world, lease, role, input)
      return
    case codes.tunnelUp: {
      const { lease, role } = payload as Side
      return feed(world, lease, role, { _tag: "TunnelUp" })
    }
    case codes.silent: {
      const { lease, role } = payload as Side
      return feed(world, lease, role, { _tag: "Silent" })
    }
    case codes.leave: {
      const { lease, role } = payload as Side
      return feed(world, lease, role, { _tag: "Leave" })
    }
    case codes.trick: {
      const { lease, role } = payload as Side
      const side = lease[role]
      if (lease.openedAt !== Lease.unknown && !Lease.hasEnded(lease))
        perform(world, lease, role, side.actor.behaviour.trick?.(side.participant) ?? [])
      return
    }
    case codes.repeat:
      return transmit(world, payload as Delivery)
    case codes.keep:
      return keep(world, payload as Lease.Lease, at)
    case codes.lapse:
      return lapse(world, payload as Lease.Lease, at)
    case codes.address: {
      const { lease, role } = payload as Side
      return feed(world, lease, role, { _tag: "AddressBanned" })
    }
  }
}

/** Schedules the first orders of everybody; providers come first, within the first seconds. */
export const start = (world: World): void => {
  const { providers, requesters } = world.demand.population
  for (const actor of providers)
    world.kernel.schedule(Random.below(actor.wants, 1000), codes.offer, actor)
  for (const actor of requesters) {
    const first = Demand.untilNext(world.demand, actor) ?? Demand.thinking(world.demand, actor) ?? 0
    world.kernel.schedule(1000 + first, codes.order, actor)
  }
}

const hasTimeLeft = (world: World, at: number): boolean => at < world.scenario.duration * 1000

/** A provider offers its range, and again when the offer has run out. */
const offer = (world: World, actor: Actor, at: number): void => {
  if (!hasTimeLeft(world, at)) return
  const made = Demand.offer(world.demand, actor, now(world))
  Metrics.count(world.recorder.metrics, "offers")
  command(world, { _tag: "Place", order: made, now: now(world) })
  world.kernel.schedule((made.expiresAt - world.settings.epoch) * 1000, codes.offer, actor)
}

/** A requester asks; a Poisson one has drawn already when it will ask next. */
const order = (world: World, actor: Actor, at: number): void => {
  if (!hasTimeLeft(world, at)) return
  const made = Demand.request(world.demand, actor, now(world))
  const before = world.leases.size
  Metrics.count(world.recorder.metrics, "requests")
  command(world, { _tag: "Place", order: made, now: now(world) })
  const next = Demand.untilNext(world.demand, actor)
  if (next !== undefined) world.kernel.schedule(at + next, codes.order, actor)
  // Nothing found, or not at once: a closed loop asks again when this request has run out.
  else if (world.leases.size === before)
    world.kernel.schedule((made.expiresAt - world.settings.epoch) * 1000, codes.order, actor)
}

const think = (world: World, actor: Actor, at: number): void => {
  const thinking = Demand.thinking(world.demand, actor)
  if (thinking !== undefined) world.kernel.schedule(at + thinking, codes.order, actor)
}

/** Gives the exchange a command and lets the world see what came of it. */
export const command = (world: World, given: Exchange.Command): void => {
  const applied = Exchange.apply(world.exchange, given)
  const at = world.kernel.now
  if (Result.isFailure(applied)) {
    Trace.record(world.trace, at, "refused", given._tag, applied.failure._tag)
    Metrics.count(world.recorder.metrics, `refused ${applied.failure._tag}`)
    return
  }
  for (const event of applied.success.events) witness(world, event, at)
  for (const { id, deal } of applied.success.intents) propose(world, id, deal)
}

const witness = (world: World, event: Exchange.Event, at: number): void => {
  if (event._tag === "Traded") traded(world, event.event, at)
  else if (event._tag === "Moved") {
    Recorder.moved(world.recorder, event)
    Invariants.event(world.invariants, event, at)
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

const propose = (world: World, id: Id, deal: Deal): void => {
  const provider = Demand.actorOf(world.demand, deal.provider)
  const requester = Demand.actorOf(world.demand, deal.requester)
  const at = world.kernel.now
  const epoch = world.settings.epoch
  const span = { start: (deal.start - epoch) * 1000, end: (deal.end - epoch) * 1000 }
  const lease: Lease.Lease = {
    number: world.leases.size,
    id,
    deal,
    tunnel: Tunnel.make(Demand.bytesPerSecond(world.demand, requester)),
    provider: {
      actor: provider,
      plan: provider.behaviour.plan(() => Random.unit(provider.mood), span),
      participant: Provider.make(id, deal, world.settings),
    },
    requester: {
      actor: requester,
      plan: requester.behaviour.plan(() => Random.unit(requester.mood), span),
      participant: Requester.make(id, deal, world.settings),
    },
    openedAt: Lease.unknown,
    finalAt: Lease.unknown,
    seen: new Set(),
    stoppedByProvider: false,
    breachedByProvider: false,
    breachedByRequester: false,
    paid: 0n,
    penaltyProvider: 0n,
    penaltyRequester: 0n,
  }
  world.leases.set(id, lease)
  Trace.record(world.trace, at, "proposed", lease.number, id, deal.cap, deal.bond)
  Recorder.proposed(world.recorder, deal, at)
  for (const role of Status.roles) schedulePlan(world, lease, role)
  const lapses = (deal.validUntil + world.settings.parameters.finality - epoch) * 1000 + 1000
  world.kernel.schedule(Math.max(at, lapses), codes.lapse, lease)
  const declines = provider.behaviour.declines?.(() => Random.unit(provider.mood)) === true
  if (declines) {
    const message: Message = { _tag: "Decline", id, author: deal.provider }
    return perform(world, lease, "provider", [{ _tag: "Send", message }])
  }
  for (const role of Status.roles) feed(world, lease, role, { _tag: "Proposed" })
}

/** Some time after both sides should have ended a deal, the platform looks whether it is still open. */
const scheduleKeeper = (world: World, lease: Lease.Lease, at: number): void => {
  const { settleGrace, appealSeconds, challengeSeconds } = world.settings.parameters
  const over = Math.max(at, (lease.deal.end - world.settings.epoch) * 1000)
  const patience = 2 * (settleGrace + appealSeconds + challengeSeconds) * 1000
  world.kernel.schedule(over + patience, codes.keep, lease)
}

/** Both sides of a deal may be gone for good; anybody may end it then, and the platform does (IPSX-AGR-032). */
const keep = (world: World, lease: Lease.Lease, at: number): void => {
  const phase = Ledger.channel(world.exchange.ledger, lease.id)?.phase
  if (phase === undefined || phase === "Final") return
  const { id, deal } = lease
  const sender = world.exchange.ledger.platform
  const transaction: Transaction =
    phase === "Open" || phase === "Demanded"
      ? { _tag: "Expire", sender, id }
      : phase === "Challenged"
        ? { _tag: "Convict", sender, id }
        : { _tag: "Finalize", sender, id, deal }
  submit(world, { transaction, lease: undefined, role: "provider" })
  scheduleKeeper(world, lease, at)
}

/** The option is over; a requester whose deal was never opened asks again, if it waits for its deals. */
const lapse = (world: World, lease: Lease.Lease, at: number): void => {
  if (lease.openedAt !== Lease.unknown) return
  command(world, { _tag: "Lapse", id: lease.id, now: now(world) })
  think(world, lease.requester.actor, at)
}

const schedulePlan = (world: World, lease: Lease.Lease, role: Status.Role): void => {
  const { plan } = lease[role]
  const at = world.kernel.now
  const plans = [
    [plan.leaveAt, codes.leave],
    [plan.trickAt, codes.trick],
  ] as const
  if (plan.goneAt < Behaviour.never) vanish(world, lease, role, plan.goneAt)
  for (const [when, code] of plans)
    if (when < Behaviour.never) world.kernel.schedule(Math.max(at, when), code, { lease, role })
}

/** An actor falls silent: its end of the tunnel dies, and its partner notices some heartbeats later. */
const vanish = (world: World, lease: Lease.Lease, role: Status.Role, when: number): void => {
  const { heartbeat, heartbeatMisses } = world.settings.parameters
  const goneAt = Math.max(world.kernel.now, when)
  lease[role].plan.goneAt = goneAt
  Tunnel.breakAt(lease.tunnel, goneAt)
  const noticed = goneAt + heartbeat * heartbeatMisses * 1000
  world.kernel.schedule(noticed, codes.silent, { lease, role: Lease.other(role) })
}

const feed = (world: World, lease: Lease.Lease, role: Status.Role, input: Input): void =>
  perform(world, lease, role, Lease.step(lease, role, input, world.kernel.now))

/** Does what a participant wants done. */
const perform = (
  world: World,
  lease: Lease.Lease,
  role: Status.Role,
  intents: ReadonlyArray<Intent>,
): void => {
  const at = world.kernel.now
  const side: Side = { lease, role }
  for (const intent of intents) {
    switch (intent._tag) {
      case "Send":
        send(world, lease, role, intent.message)
        break
      case "Submit":
        submit(world, { transaction: intent.transaction, lease, role })
        break
      case "Arm": {
        const { timer, epoch } = intent
        world.kernel.schedule(Math.max(at, Math.ceil(intent.at)), codes.timer, {
          lease,
          role,
          timer,
          epoch,
        })
        break
      }
      case "OpenTunnel": {
        const delay = Math.max(1, Math.round(world.setUp(lease[role].actor.mood)))
        world.kernel.schedule(at + delay, codes.tunnelUp, side)
        break
      }
      case "Ungate":
        Tunnel.ungate(lease.tunnel, at)
        break
      case "Gate":
      case "CloseTunnel":
        Tunnel.gate(lease.tunnel, at)
        break
    }
  }
}

const send = (world: World, lease: Lease.Lease, role: Status.Role, message: Message): void => {
  transmit(world, { lease, role: Lease.other(role), message, repeated: 0 })
  if (message._tag !== "Voucher" && message._tag !== "Closing")
    command(world, { _tag: "Report", message, now: now(world) })
}

const repeatsMax = 60
const repeatAfterMs = 1000

/** The pair channel repeats what was not acknowledged (IPSX-PCH): a lost message comes late. */
const transmit = (world: World, delivery: Delivery): void => {
  const { lease, role, repeated } = delivery
  const at = world.kernel.now
  const sender = lease[Lease.other(role)]
  if (at >= sender.plan.goneAt || Lease.hasEnded(lease)) return
  const from = sender.actor.name
  const arrivals = Network.deliveries(world.network, from, lease[role].actor.name, at)
  for (const arrival of arrivals) world.kernel.schedule(arrival, codes.delivery, delivery)
  if (arrivals.length === 0 && repeated < repeatsMax)
    world.kernel.schedule(at + repeatAfterMs, codes.repeat, { ...delivery, repeated: repeated + 1 })
}

export const submit = (world: World, pending: Blocks.Pending): void => {
  Blocks.submit(world.blocks, pending)
  if (world.blocks.scheduled) return
  world.blocks.scheduled = true
  world.kernel.schedule(
    Blocks.next(world.blocks, world.kernel.now),
    codes.block,
    undefined,
    blockPriority,
  )
}

/** One block: the exchange applies it, the mirror checks it, and the parties hear of it a block later. */
const makeBlock = (world: World, at: number): void => {
  world.blocks.mining = Blocks.take(world.blocks)
  command(world, {
    _tag: "Mine",
    number: Blocks.numberAt(world.blocks, at),
    timestamp: now(world),
    transactions: world.blocks.mining.map(({ transaction }) => transaction),
  })
  world.blocks.scheduled = world.blocks.queue.length > 0
  if (world.blocks.scheduled)
    world.kernel.schedule(at + world.blocks.blockMs, codes.block, undefined, blockPriority)
}

const mined = (world: World, block: Exchange.Mined, at: number): void => {
  const results: Array<Result_> = []
  block.outcomes.forEach((outcome, index) => {
    const { transaction, lease, role } = world.blocks.mining[index]!
    if (Result.isFailure(outcome)) {
      const error = outcome.failure._tag
      Trace.record(world.trace, at, "reverted", transaction._tag, transaction.sender, error)
      if (lease !== undefined)
        results.push({ lease, role, input: { _tag: "Refused", transaction, error } })
      return
    }
    Trace.record(world.trace, at, "included", transaction._tag, transaction.sender)
    for (const log of outcome.success) observe(world, log, at, results)
  })
  const touched = Oracle.touched(world.exchange.ledger, block.transactions)
  Recorder.block(world.recorder, block)
  Invariants.block(world.invariants, world.exchange, block, touched, at)
  world.mirror(Oracle.predict(world.exchange.ledger, block, touched))
  world.kernel.schedule(at + world.blocks.blockMs, codes.result, results)
}

const observe = (world: World, log: Log.Log, at: number, results: Array<Result_>): void => {
  Trace.record(
    world.trace,
    at,
    log._tag,
    JSON.stringify(log, (_, v) => (typeof v === "bigint" ? v.toString() : v)),
  )
  const lease = "id" in log ? world.leases.get(log.id) : undefined
  if (lease === undefined) return
  Lease.remember(lease, log, at)
  for (const role of Status.roles) results.push({ lease, role, input: { _tag: "Logged", log } })
  if (log._tag === "DealOpened") {
    Recorder.opened(world.recorder, lease, at)
    for (const role of Status.roles)
      if (lease[role].plan.goneWhenOpened) vanish(world, lease, role, at)
    scheduleKeeper(world, lease, at)
  } else if (log._tag === "VoucherPaid") Metrics.count(world.recorder.metrics, "claimed")
  else if (log._tag === "DealSettled") {
    Tunnel.gate(lease.tunnel, at)
    Invariants.settled(world.invariants, lease, at)
    Recorder.settled(world.recorder, lease, at)
    think(world, lease.requester.actor, at)
  }
}

/** Deals that are open on the chain, and proposals that may still be opened. */
export const open = (world: World): number =>
  Metrics.counted(world.recorder.metrics, "opened") -
  Metrics.counted(world.recorder.metrics, "settled")
