// A party's end of the tunnel of one seat of a deal, over as many sessions as it takes: opened and closed, gated and read by what
// the participant wants. Both ends' messages are letters of the pair channel; a provider that has to set up its end
// again offers under the next epoch, and the requester follows.
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type * as ExitClaim from "../model/ExitClaim.ts"
import type { Ip } from "../model/Ip.ts"
import type { Left } from "../tunnel/Allowance.ts"
import type * as ExitPolicy from "../tunnel/ExitPolicy.ts"
import type { Lease } from "../tunnel/Lease.ts"
import * as Patience from "../tunnel/Patience.ts"
import * as Reading from "../tunnel/Reading.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import type * as Lent from "./Lent.ts"
import * as Repeats from "./Repeats.ts"

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

export interface Options {
  readonly adapter: Tunnel.Adapter
  readonly lease: Lease
  readonly policy: ExitPolicy.ExitPolicy
  /**
   * What earlier sessions, and earlier runs of this program, have counted; whether the address may be another one since;
   * and which address this one has taken the place of.
   */
  readonly before: Use & {
    readonly epoch: number
    readonly isDoubtful?: boolean
    readonly former?: Ip | undefined
  }
  readonly say: (tag: "TunnelOffer" | "TunnelAccept", message: Message) => void
  readonly up: () => void
  /** The session is down, or was never up, or a step of it failed; the conduit tries again as long as it is wanted. */
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

/** What is known of one end, between sessions and in them. */
export interface State {
  readonly options: Options
  /** The address in it is another one when a seat was substituted. */
  lease: Lease
  former: Ip | undefined
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
  /** Why the last attempt failed. */
  said: string | undefined
  /** What was told of steps that failed. */
  readonly told: Repeats.Repeats
  /** Provider: the address is another one; undefined where an earlier run has lost one and this one has not looked yet. */
  lost: boolean | undefined
}

/** Milliseconds between two attempts of anything that an end tries. */
export const retryMs = 300

export const fresh = (options: Options): State => {
  const { seconds, bytesUsed, epoch, isDoubtful = false, former } = options.before
  return {
    options,
    lease: options.lease,
    former,
    epoch,
    wanted: false,
    left: undefined,
    scope: undefined,
    session: undefined,
    millis: seconds * 1000,
    bytes: bytesUsed,
    last: { seconds, bytesUsed },
    gating: Promise.resolve(),
    said: undefined,
    told: Repeats.make(),
    lost: isDoubtful ? undefined : false,
  }
}

export const read = async (state: State): Promise<Use> => {
  const { session } = state
  if (session === undefined) return state.last
  const exit = await Effect.runPromise(Effect.exit(session.meter))
  if (Exit.isFailure(exit)) {
    complain(state, exit.cause)
    return state.last
  }
  const { millis, up, down } = exit.value
  if (state.session !== session) return state.last
  state.last = {
    seconds: Math.floor((state.millis + millis) / 1000),
    bytesUsed: state.bytes + Number(up + down),
  }
  return state.last
}

/** Ends the present session and keeps what it counted. */
export const end = async (state: State): Promise<void> => {
  const { session, scope } = state
  if (session !== undefined) {
    const exit = await Effect.runPromise(Effect.exit(session.meter))
    if (state.session === session) {
      state.session = undefined
      if (Exit.isSuccess(exit)) {
        state.millis += exit.value.millis
        state.bytes += Number(Reading.total(exit.value))
      } else {
        // What it has said before counts all the same.
        state.millis = Math.max(state.millis, state.last.seconds * 1000)
        state.bytes = Math.max(state.bytes, state.last.bytesUsed)
      }
      state.last = { seconds: Math.floor(state.millis / 1000), bytesUsed: state.bytes }
    }
  }
  if (scope === undefined) return
  if (state.scope === scope) state.scope = undefined
  // What cannot be ended well is not there any more for this party: the others go on, and `reconcile` clears up.
  const closing = Scope.close(scope, Exit.void)
  await work(state, Patience.within(state.options.adapter.id, "close", Patience.networkMs, closing))
}

/** Does something with a session. That it fails is told, and ends nothing; that it is over is no news. */
export const work = async (
  state: State,
  step: Effect.Effect<unknown, Tunnel.TunnelError>,
): Promise<void> => {
  const exit = await Effect.runPromise(Effect.exit(step))
  if (Exit.isFailure(exit)) complain(state, exit.cause)
}

const complain = ({ options, told }: State, cause: Cause.Cause<Tunnel.TunnelError>): void => {
  const why = Cause.squash(cause) as { readonly _tag?: string; readonly message?: string }
  const reason = why.message ?? String(why)
  if (why._tag !== "TunnelClosed" && Repeats.isNews(told, reason, performance.now()))
    options.down(reason)
}

/** Runs in the scope of one session; whatever fails is said, and tried again while the tunnel is wanted. */
export const attempt = (
  state: State,
  scope: Scope.Closeable,
  task: Effect.Effect<void, { readonly message: string }, Scope.Scope>,
  again: () => void,
): void => {
  void Effect.runPromise(Effect.exit(Effect.provideService(task, Scope.Scope, scope))).then(
    async (exit) => {
      if (state.scope !== scope) return
      if (Exit.isFailure(exit)) tell(state, reasonOf(exit.cause))
      await end(state)
      if (!state.wanted) return
      setTimeout(() => {
        // At the end of a lease one side is down a moment before the other has heard of that end.
        if (!state.wanted || state.scope !== undefined) return
        if (Exit.isSuccess(exit)) tell(state, "the tunnel is down")
        again()
      }, retryMs)
    },
  )
}

/** The same thing is said once, however often it is tried before the next session. */
const tell = (state: State, reason: string): void => {
  if (state.said !== reason) state.options.down(reason)
  state.said = reason
}

const reasonOf = (cause: Cause.Cause<{ readonly message: string }>): string => {
  const error = Cause.findError(cause)
  return error._tag === "Success" ? error.success.message : "the tunnel did not come up"
}

/** Takes a session over; `hear` is told of its states; comes back when it is down. */
export const follow = (
  state: State,
  session: Tunnel.Session,
  hear: (now: Tunnel.State) => void = () => {},
): Effect.Effect<void> =>
  Stream.runForEach(session.state, (now) =>
    Effect.sync(() => {
      state.said = undefined
      hear(now)
    }),
  )

/** The next session is of another address, and so is the present one as soon as it has been told. */
export const move = (state: State, address: Ip): void => {
  state.former = state.lease.address
  state.lease = { ...state.lease, address }
}

/** What both ends do alike. */
export const common = (state: State): Pick<Conduit, "close" | "use" | "dispose"> => ({
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
