// A party's end of the tunnel of one seat of a deal, over as many sessions as it takes: opened and closed, gated and read by what
// the participant wants. Both ends' messages are letters of the pair channel; a provider that has to set up its end
// again offers under the next epoch, and the requester follows.
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as ExitClaim from "../model/ExitClaim.ts"
import type { Ip } from "../model/Ip.ts"
import type * as ExitPolicy from "../tunnel/ExitPolicy.ts"
import type { Lease } from "../tunnel/Lease.ts"
import * as Reading from "../tunnel/Reading.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Lent from "./Lent.ts"

/** What is on a tunnel letter of the pair channel. */
export interface Message {
  readonly epoch: number
  /** Which seat of the deal, from 0; left out of the first one's. */
  readonly seat?: number
  readonly adapter: string
  readonly details: { readonly [key: string]: unknown }
  /** Of an offer: what the provider claims about the address. */
  readonly exit?: ExitClaim.ExitClaim
}

/** What a participant's `Situation` wants. */
export interface Use {
  readonly seconds: number
  readonly bytesUsed: number
}

/** How much may still pass unpaid, from now on: whichever is used up first holds the traffic. */
export interface Left {
  readonly bytes: bigint
  readonly millis: number
}

export interface Options {
  readonly adapter: Tunnel.Adapter
  readonly lease: Lease
  readonly policy: ExitPolicy.ExitPolicy
  /** What earlier sessions, and earlier runs of this program, have counted; whether the address was another one. */
  readonly before: Use & { readonly epoch: number; readonly lost?: boolean }
  readonly say: (tag: "TunnelOffer" | "TunnelAccept", message: Message) => void
  readonly up: () => void
  /** The session is down, or was never up; the conduit tries again as long as it is wanted. */
  readonly down: (reason: string) => void
  readonly attached: (attachment: Tunnel.Attachment) => void
  readonly lent: Lent.Lent
  /** The address is another one now, or the leased one again; a requester hears only of the first. */
  readonly address: (isLeased: boolean) => void
  /** A requester does not connect by this offer. */
  readonly objected: (reason: string) => void
}

export interface Conduit {
  readonly open: () => void
  readonly close: () => void
  readonly hear: (message: Message) => void
  /** Lets the traffic pass until what is left is used up; again whenever more has been paid. */
  readonly ungate: (left: () => Left) => void
  readonly gate: () => void
  /** Requester: asks an echo through the tunnel which address it sees (IPSX-TUN-050). */
  readonly verify: () => void
  /** The lease is of another address from now on: both have signed that it takes the place of the first. */
  readonly substitute: (address: Ip) => Promise<void>
  readonly use: () => Promise<Use>
  readonly dispose: () => Promise<void>
}

interface State {
  readonly options: Options
  readonly role: "provider" | "requester"
  /** The address in it is another one when a seat was substituted. */
  lease: Lease
  epoch: number
  wanted: boolean
  left: (() => Left) | undefined
  scope: Scope.Closeable | undefined
  session: Tunnel.Session | undefined
  /** Milliseconds and bytes of sessions that are over. */
  millis: number
  bytes: number
  last: Use
  /** The last change of the gate that is under way. */
  gating: Promise<void>
  /** Provider: the address is another one. */
  lost: boolean
}

const retryMs = 300

const fresh = (role: State["role"], options: Options): State => {
  const { seconds, bytesUsed, epoch, lost = false } = options.before
  return {
    options,
    role,
    lease: options.lease,
    epoch,
    wanted: false,
    left: undefined,
    scope: undefined,
    session: undefined,
    millis: seconds * 1000,
    bytes: bytesUsed,
    last: { seconds, bytesUsed },
    gating: Promise.resolve(),
    lost,
  }
}

const read = async (state: State): Promise<Use> => {
  const { session } = state
  if (session === undefined) return state.last
  const exit = await Effect.runPromise(Effect.exit(session.meter))
  if (Exit.isFailure(exit)) return state.last
  const { millis, up, down } = exit.value
  if (state.session !== session) return state.last
  state.last = {
    seconds: Math.floor((state.millis + millis) / 1000),
    bytesUsed: state.bytes + Number(up + down),
  }
  return state.last
}

/** Ends the present session and keeps what it counted. */
const end = async (state: State): Promise<void> => {
  const { session, scope } = state
  if (session !== undefined) {
    const exit = await Effect.runPromise(Effect.exit(session.meter))
    if (state.session === session) {
      state.session = undefined
      if (Exit.isSuccess(exit)) {
        state.millis += exit.value.millis
        state.bytes += Number(Reading.total(exit.value))
      }
      state.last = { seconds: Math.floor(state.millis / 1000), bytesUsed: state.bytes }
    }
  }
  if (scope === undefined) return
  if (state.scope === scope) state.scope = undefined
  await Effect.runPromise(Scope.close(scope, Exit.void))
}

/** Runs in the scope of one session; whatever fails is said, and tried again while the tunnel is wanted. */
const attempt = (
  state: State,
  scope: Scope.Closeable,
  task: Effect.Effect<void, { readonly message: string }, Scope.Scope>,
  again: () => void,
): void => {
  void Effect.runPromise(Effect.exit(Effect.provideService(task, Scope.Scope, scope))).then(
    async (exit) => {
      if (state.scope !== scope) return
      if (Exit.isFailure(exit)) state.options.down(reasonOf(exit.cause))
      await end(state)
      if (state.wanted)
        setTimeout(() => state.wanted && state.scope === undefined && again(), retryMs)
    },
  )
}

const reasonOf = (cause: Cause.Cause<{ readonly message: string }>): string => {
  const error = Cause.findError(cause)
  return error._tag === "Success" ? error.success.message : "the tunnel did not come up"
}

/** Tells the participant when the address is another one, or the leased one again (IPSX-TUN-051). */
const judge = async (state: State, isLeased: boolean): Promise<void> => {
  if (state.lost !== isLeased) return
  state.lost = !isLeased
  const session = state.session as Tunnel.ProviderSession | undefined
  if (isLeased && session !== undefined)
    await Effect.runPromise(Effect.exit(session.substitute(state.lease.address)))
  state.options.address(isLeased)
}

/** Takes a session over; comes back when it is down. */
const serve = (state: State, session: Tunnel.Session): Effect.Effect<void> =>
  Effect.gen(function* () {
    state.session = session
    if (state.role === "provider") yield* Effect.promise(() => regate(state))
    const states = Stream.runForEach(session.state, (now) =>
      Effect.sync(() => {
        if (now === "down") state.options.down("the tunnel is down")
        if (now === "ip-mismatch" && state.role === "provider") void judge(state, false)
      }),
    )
    yield* state.role === "requester"
      ? states
      : Effect.raceFirst(
          states,
          Lent.watch(
            () => ({ ...state.options, lease: state.lease }),
            (isLeased) => judge(state, isLeased),
          ),
        )
  })

/** One after the other: an opening that takes its time must not come after the closing that followed it. */
const regate = (state: State): Promise<void> =>
  (state.gating = state.gating.then(() => regateNow(state)))

const regateNow = async (state: State): Promise<void> => {
  const session = state.session as Tunnel.ProviderSession | undefined
  if (session === undefined) return
  const { bytesUsed } = await read(state)
  // What is wanted may have changed while the meter was read.
  if (state.left === undefined) return shut(session)
  const { bytes, millis } = state.left()
  const untilBytes = BigInt(bytesUsed - state.bytes) + bytes
  await Effect.runPromise(Effect.exit(session.ungate({ untilBytes, millis })))
}

const shut = async ({ gate }: Tunnel.ProviderSession): Promise<void> => {
  await Effect.runPromise(Effect.exit(gate))
}

const substitute = async (state: State, address: Ip): Promise<void> => {
  state.lease = { ...state.lease, address }
  if (state.role === "requester") return
  const session = state.session as Tunnel.ProviderSession | undefined
  if (state.lost) await judge(state, true)
  else if (session !== undefined) await Effect.runPromise(Effect.exit(session.substitute(address)))
}

const common = (state: State): Pick<Conduit, "close" | "use" | "dispose" | "substitute"> => ({
  substitute: (address) => substitute(state, address),
  close: () => {
    state.wanted = false
    void end(state)
  },
  use: () => read(state),
  dispose: () => {
    state.wanted = false
    return end(state)
  },
})

/**
 * The provider's end: offers at once, serves when the requester has accepted.
 *
 * @example
 * const conduit = Conduit.provider({ adapter, lease, policy, before, say, up, down, attached })
 */
export const provider = (options: Options): Conduit => {
  const state = fresh("provider", options)
  let hear: (message: Message) => void = () => {}
  const open = (): void => {
    if (state.scope !== undefined) return
    const scope = Effect.runSync(Scope.make())
    state.scope = scope
    const epoch = ++state.epoch
    const accepted = new Promise<Message>((resolve) => {
      hear = (message) => message.epoch === epoch && resolve(message)
    })
    const { adapter, policy } = options
    const { lease } = state
    attempt(
      state,
      scope,
      Effect.gen(function* () {
        const exit = yield* Lent.claim({ ...options, lease })
        const offer = yield* adapter.offer(lease, policy)
        const message = { epoch, adapter: offer.adapter, details: offer.details, exit }
        options.say("TunnelOffer", message)
        options.up()
        const { adapter: by, details } = yield* Effect.promise(() => accepted)
        const session = yield* adapter.serve(lease, { adapter: by, lease: lease.id, details })
        yield* serve(state, session)
      }),
      open,
    )
  }
  return {
    ...common(state),
    open: () => {
      state.wanted = true
      open()
    },
    hear: (message) => hear(message),
    verify: () => {},
    ungate: (left) => {
      state.left = left
      void regate(state)
    },
    gate: () => {
      state.left = undefined
      // IPSX-TUN-011: at once, and once more behind an opening that is under way.
      if (state.session !== undefined) void shut(state.session as Tunnel.ProviderSession)
      void regate(state)
    },
  }
}

const looksMax = 20

/** The provider lets nothing pass until it has heard that the requester is there: the first looks may find no way. */
const verify = async (state: State, echo: string): Promise<void> => {
  const session = state.session as Tunnel.RequesterSession | undefined
  if (session === undefined) return
  for (let look = 1; state.session === session; look++) {
    const seen = await Effect.runPromise(Effect.result(session.verifyExit(echo)))
    if (seen._tag === "Success") {
      if (seen.success !== state.lease.address) state.options.address(false)
      return
    }
    if (look === looksMax) return state.options.down(seen.failure.message)
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

/** The requester's end: connects by the latest offer, when the participant wants it and whenever a later one comes. */
export const requester = (options: Options): Conduit => {
  const state = fresh("requester", options)
  let latest: Message | undefined
  const connect = (): void => {
    const offered = latest
    if (offered === undefined || !state.wanted || state.scope !== undefined) return
    // IPSX-TUN-053
    const { adapter, lent } = options
    const { lease } = state
    const agreed = { address: lease.address, country: lent.country, start: lent.start }
    const objection = ExitClaim.objection(offered.exit, agreed, Math.floor(Date.now() / 1000))
    if (objection !== undefined) return options.objected(objection)
    const scope = Effect.runSync(Scope.make())
    state.scope = scope
    const offer = { adapter: offered.adapter, lease: lease.id, details: offered.details }
    attempt(
      state,
      scope,
      Effect.gen(function* () {
        const accept = yield* adapter.accept(lease, offer)
        options.say("TunnelAccept", {
          epoch: offered.epoch,
          adapter: accept.adapter,
          details: accept.details,
        })
        const session = yield* adapter.connect(lease, offer)
        options.attached(session.attach)
        options.up()
        yield* serve(state, session)
      }),
      // The same offer serves once: after a failure the provider makes the next one.
      () => {},
    )
  }
  return {
    ...common(state),
    open: () => {
      state.wanted = true
      connect()
    },
    hear: (message) => {
      if (latest !== undefined && message.epoch <= latest.epoch) return
      latest = message
      void end(state).then(connect)
    },
    verify: () => {
      const echo = options.lent.echo ?? latest?.exit?.seen?.by
      if (echo !== undefined) void verify(state, echo)
    },
    ungate: () => {},
    gate: () => {},
  }
}
