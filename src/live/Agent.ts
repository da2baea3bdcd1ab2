// A live party: one wallet, any number of deals. It takes what happens in turn, writes it down, steps the participant
// of the deal, and does what that wants. The participants are the simulator's own.
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Semaphore from "effect/Semaphore"
import type * as Scope from "effect/Scope"
import type { Input } from "../agent/Input.ts"
import type { Settings } from "../agent/Participant.ts"
import type * as Follower from "../chain/Follower.ts"
import * as History from "../chain/History.ts"
import * as Rpc from "../chain/Rpc.ts"
import type { Place } from "../chain/Signer.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import type { Parameters } from "../model/Parameters.ts"
import type * as StandingTerms from "../model/StandingTerms.ts"
import type { Seconds } from "../model/Time.ts"
import * as Dialling from "../pair-channel/Dialling.ts"
import * as Greeting from "../pair-channel/Greeting.ts"
import type { Letter, Unsigned } from "../pair-channel/Letter.ts"
import * as Tls from "../pair-channel/Tls.ts"
import * as Client from "../relay/Client.ts"
import { Cancellation } from "../relay/Market.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as SignedOrder from "../signature/SignedOrder.ts"
import * as StatusChain from "../signature/StatusChain.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import type * as ExitPolicy from "../tunnel/ExitPolicy.ts"
import * as Patience from "../tunnel/Patience.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import type * as Alarm from "./Alarm.ts"
import type { Evidence } from "./Calldata.ts"
import type * as Event from "./Event.ts"
import * as Following from "./Following.ts"
import * as Journal from "./Journal.ts"
import type * as Lent from "./Lent.ts"
import * as Listeners from "./Listeners.ts"
import * as Meeting from "./Meeting.ts"
import * as Nonce from "./Nonce.ts"
import * as Ownership from "./Ownership.ts"
import * as Party from "./Party.ts"
import * as Purse from "./Purse.ts"
import type * as Recording from "./Recording.ts"
import * as Repeats from "./Repeats.ts"
import * as Reporting from "./Reporting.ts"
import * as Restart from "./Restart.ts"
import * as Signer from "./Signer.ts"
import * as Stop from "./Stop.ts"
import * as Submissions from "./Submissions.ts"
import * as Turn from "./Turn.ts"
import type * as Usage from "./Usage.ts"

export interface Options {
  readonly signer: Signer.Signer
  readonly curve: Curve
  readonly place: Place
  readonly parameters: Parameters
  /** The relay's policy of reservations, under which short leases run; without it each is a deal of its own. */
  readonly standing?: StandingTerms.Policy
  readonly blockSeconds: number
  readonly chain: string
  readonly relay: string
  /** The file of its journal. */
  readonly journal: string
  readonly adapter: Tunnel.Adapter
  readonly policy: ExitPolicy.ExitPolicy
  readonly lent: Pick<Lent.Lent, "source" | "echo" | "everyMs">
  /** Base units that it may deposit by itself. */
  readonly topUp: bigint
  /** Wei that one gas may cost. */
  readonly feeCap: bigint
  /** Where partners can dial this party; without it, it dials. */
  readonly listen?: { readonly host: string; readonly port: number; readonly advertise?: string }
  readonly heard: (event: Event.Event) => void
  readonly act?: Party.Act
}

export interface Agent {
  readonly options: Options
  readonly settings: Settings
  readonly separator: Uint8Array
  readonly journal: Journal.Journal
  readonly evidence: Evidence
  readonly parties: Map<Id, Party.Party>
  /** Deals that were left while a relay may still tell of them, and until when, in seconds. */
  readonly left: Map<Id, number>
  readonly orders: Map<Id, Order.Order>
  /** Of requests: the sub-account that pays, and how many addresses have been had and are over. */
  readonly accounts: Map<Id, string>
  readonly taken: Map<Id, number>
  /** What leases of earlier runs have cost. */
  readonly bills: ReadonlyArray<Usage.Row>
  readonly rpc: Rpc.Rpc
  readonly history: History.History
  readonly submissions: Submissions.Submissions
  readonly reporting: Reporting.Reporting
  readonly purse: Purse.Purse
  readonly endpoint: Tls.Endpoint | null
  /** Fails when nothing goes on: it was closed, its journal cannot be written, or the chain has forgotten what happened on it. */
  readonly broken: Deferred.Deferred<never, Follower.ChainForgot | Stop.Stopped>
  readonly alarms: Map<string, Alarm.Disarm>
  /** One order at a time is on its way to the relay, which takes none below the last one's number (IPSX-MAT-033). */
  readonly ordering: Semaphore.Semaphore
  /** What happened and is not written down yet: the things of one group stay together. */
  queue: Array<Group>
  draining: boolean
  closed: boolean
  /** Resolves when nothing is left of it, once it stops. */
  stopping: Promise<void> | undefined
  /** The time of the last final block whose logs are written down, in seconds of the chain. */
  finalAt: number
}

/** Something that happened to a deal, or that its shell writes to the partner. */
export type Thing =
  | {
      readonly _tag: "Input"
      readonly party: Party.Party
      readonly input: Input
      readonly block?: number
    }
  | {
      readonly _tag: "Heard"
      readonly party: Party.Party
      readonly seq: number
      readonly letter: Letter
    }
  | { readonly _tag: "Write"; readonly party: Party.Party; readonly letter: Unsigned }
  | { readonly _tag: "Note"; readonly entry: Recording.Entry }

export interface Group {
  readonly things: ReadonlyArray<Thing>
  readonly stored: () => void
  readonly failed: (why: Error) => void
}

/** Why an order is not at the relay. */
export type OrderError = Client.RelayError | Signer.Unsigned | Stop.Stopped

/** Places an own order, and remembers it before; endless attempts are the caller's. */
export const order = (
  agent: Agent,
  given: Order.Order,
  account?: string,
): Effect.Effect<void, OrderError> =>
  Effect.gen(function* () {
    agent.orders.set(given.id, given)
    if (account !== undefined) agent.accounts.set(given.id, account)
    const entry = { order: given, ...(account === undefined ? {} : { account }) }
    yield* noted(agent, { _tag: "Ordered", ...entry })
    yield* place(agent, given)
  }).pipe(agent.ordering.withPermits(1))

/**
 * Sends an own order that is written down to the relay. A program that was killed does not know whether it did; once more
 * does no harm (IPSX-MAT-037).
 */
export const place = (
  agent: Agent,
  given: Order.Order,
): Effect.Effect<void, Client.RelayError | Signer.Unsigned> =>
  Effect.gen(function* () {
    const { options, separator, endpoint } = agent
    const record = SignedOrder.record(options.curve, given)
    const digest = TypedData.digest(options.curve, separator, Structure.Order, record)
    const signature = yield* Signer.asking(() => options.signer.sign(digest))
    yield* Client.place(options.relay, { order: given, signature, endpoint })
  })

/** Takes an own order back: from now on nothing comes of it, whatever the relay does, which is told as well as may be. */
export const withdraw = (agent: Agent, id: Id): Effect.Effect<void, Stop.Stopped> =>
  Effect.gen(function* () {
    if (!agent.orders.delete(id)) return
    yield* noted(agent, { _tag: "Withdrew", order: id })
    yield* cancel(agent, id)
  })

const noted = (agent: Agent, entry: Recording.Entry): Effect.Effect<void, Stop.Stopped> =>
  Effect.tryPromise({
    try: () => Turn.push(agent, { _tag: "Note", entry }),
    catch: (why) => why as Stop.Stopped,
  })

/** Tells the relay that an order is not wanted any more; no matter if it does not hear it. */
export const cancel = (agent: Agent, id: Id): Effect.Effect<void> =>
  Effect.gen(function* () {
    const { options, separator } = agent
    const owner = options.signer.address
    const digest = TypedData.digest(options.curve, separator, Cancellation, { owner, order: id })
    const signature = yield* Signer.asking(() => options.signer.sign(digest))
    yield* Client.cancel(options.relay, id, { owner, signature })
  }).pipe(Effect.ignore)

/** What the owner wants of one deal. */
export const want = (agent: Agent, id: Id, wish: "Leave" | "Pause" | "Resume"): void => {
  const party = agent.parties.get(id)
  if (party !== undefined) Turn.feed(agent, party, { _tag: wish })
}

/** The owner wants to end a short deal now; one that is not signed yet is ended as soon as it is. */
export const leaveShort = (agent: Agent, id: Id, short: number): void => {
  const party = agent.parties.get(id)
  const lease = party?.shorts.get(short)
  if (party === undefined || lease === undefined) return
  lease.unwanted = party.participant.shorts?.open.has(short) !== true
  if (!lease.unwanted) Turn.feed(agent, party, { _tag: "Leave", short })
}

/** How long to wait for the partner's part of a settlement before going to the chain, in ms. */
const patienceMs = 6000

const settingsOf = ({ curve, place, parameters, blockSeconds }: Options): Settings => {
  const separator = Structure.domain(curve, place)
  return {
    parameters,
    // The agent's milliseconds are those of the clock, and so the chain's.
    epoch: 0 as Seconds,
    blockSeconds,
    digest: (status) => StatusChain.digest(curve, separator, status),
    patience: patienceMs,
    tolerance: { seconds: 2, bytes: 4 * 2 ** 20, millionths: 1000 },
    receiptDigest: (receipt) =>
      Hex.fromBytes(TypedData.digest(curve, separator, Structure.Receipt, receipt)) as string as Id,
  }
}

const submissionsOf = (
  options: Options,
  rest: Pick<Agent, "rpc" | "evidence" | "journal"> & { readonly numbered: number },
  agent: () => Agent | undefined,
): Submissions.Submissions =>
  Submissions.make({
    ...rest,
    curve: options.curve,
    place: options.place,
    signer: options.signer,
    pollMs: Following.pollMs,
    finality: options.parameters.finality,
    feeCap: options.feeCap,
    refused: ({ id, transaction }, error, notes) => {
      const party = agent()?.parties.get(id)
      options.heard({ _tag: "Refused", id, transaction: transaction._tag, error })
      if (party === undefined) return rest.journal.append(notes)
      const input = { _tag: "Refused", transaction, error } as const
      const noted = notes.map((entry) => ({ _tag: "Note", entry }) as const)
      return Turn.push(agent()!, { _tag: "Input", party, input }, ...noted)
    },
    trouble: Repeats.quiet((message) => options.heard({ _tag: "Trouble", message })),
  })

/** Takes partners' connections; whoever cannot prove to be one is gone at once. */
const listen = (
  { listen: at }: Options,
  agent: () => Agent | undefined,
): Effect.Effect<Tls.Endpoint | null, Tls.ListenFailed, Scope.Scope> => {
  if (at === undefined) return Effect.succeed(null)
  const channelOf = (id: Id) => agent()?.parties.get(id)?.channel
  const listening = Tls.listen(at, (connection) => {
    const taken = Greeting.taken(connection, (id) => channelOf(id)?.self, Dialling.nonce())
    void Effect.runPromise(Effect.result(taken)).then((greeted) => {
      if (Result.isFailure(greeted)) return
      const channel = channelOf(greeted.success.self.context.id)
      // The deal may have been left meanwhile.
      if (channel === undefined) greeted.success.connection.close("the deal is over")
      else channel.attach(greeted.success)
    })
  })
  return Effect.map(listening, ({ port }) => ({ host: at.advertise ?? at.host, port }))
}

export type StartError =
  | Journal.JournalUnusable
  | Tls.ListenFailed
  | Stop.Stopped
  | Signer.Unsigned
  | Tunnel.AdapterFailed

/**
 * Starts a party, or goes on where an earlier run of it stopped; it ends with the scope.
 *
 * @example
 * const agent = yield* Agent.start(options)
 * yield* Agent.order(agent, offer)
 */
export const start = (given: Options): Effect.Effect<Agent, StartError, Scope.Scope> =>
  Effect.gen(function* () {
    const options = {
      ...given,
      // What is its owner's own may throw, refuse, or never come back.
      heard: Listeners.telling([given.heard]),
      signer: Signer.careful(given.signer),
      adapter: Patience.of(given.adapter),
    }
    const { curve, place, signer } = options
    const settings = settingsOf(options)
    const separator = Structure.domain(curve, place)
    const { journal, entries } = yield* Journal.open(options.journal)
    const first = yield* Ownership.check(options.journal, entries, signer.address, place)
    const rpc = yield* Effect.acquireRelease(
      Effect.sync(() => Rpc.make(options.chain, { timeoutMs: 5000 })),
      (rpc) => Effect.sync(rpc.close),
    )
    const evidence: Evidence = new Map()
    const playing = { settings, curve, separator, evidence, signer, act: options.act }
    const restarted = yield* Signer.asking(() => Restart.play(entries, playing))
    Nonce.after(restarted.nonce)
    yield* clear(options, restarted.parties)
    const holder: { agent?: Agent } = {}
    const rest = { rpc, evidence, journal, numbered: Submissions.numbered(entries) }
    const submissions = submissionsOf(options, rest, () => holder.agent)
    const agent: Agent = {
      options,
      settings,
      separator,
      journal,
      evidence,
      parties: restarted.parties,
      left: new Map(),
      orders: restarted.orders,
      accounts: restarted.accounts,
      taken: restarted.taken,
      bills: restarted.bills,
      rpc,
      history: History.make({
        rpc,
        centralizer: place.centralizer,
        finality: options.parameters.finality,
      }),
      submissions,
      purse: Purse.open({
        rpc,
        place,
        submissions,
        journal,
        address: signer.address,
        topUp: options.topUp,
        ...Purse.recorded(entries),
      }),
      endpoint: yield* listen(options, () => holder.agent),
      reporting: Reporting.make(options.relay),
      broken: yield* Deferred.make<never, Follower.ChainForgot | Stop.Stopped>(),
      alarms: new Map(),
      ordering: Semaphore.makeUnsafe(1),
      queue: [],
      draining: false,
      closed: false,
      stopping: undefined,
      finalAt: 0,
    }
    holder.agent = agent
    yield* Effect.addFinalizer(() => Effect.promise(() => Stop.stop(agent, Stop.closed())))
    for (const entry of first) yield* noted(agent, entry)
    const from = yield* Following.from(agent)
    for (const party of agent.parties.values()) Meeting.resume(agent, party)
    yield* Following.follow(agent, { ...restarted, from })
    return agent
  })

/** IPSX-TUN-006: what a run that was killed has left of its tunnels is removed before anything new is made. */
const clear = (
  { adapter, heard }: Options,
  parties: ReadonlyMap<Id, Party.Party>,
): Effect.Effect<void, Tunnel.AdapterFailed> => {
  const live = new Set([...parties.values()].flatMap(Party.leaseIds))
  const clearing = adapter.reconcile(live)
  return Effect.map(
    Patience.within(adapter.id, "reconcile", Patience.networkMs, clearing),
    (residue) => {
      if (residue.length > 0) heard({ _tag: "Cleared", residue })
    },
  )
}
