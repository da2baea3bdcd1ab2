// The provider's end of the tunnel of one seat: it offers, lets the traffic pass as far as it is paid for, and watches
// whether the address is still the one that was rented.
import * as Effect from "effect/Effect"
import * as Scope from "effect/Scope"
import type { ExitClaim } from "../model/ExitClaim.ts"
import type { Ip } from "../model/Ip.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Conduit from "./Conduit.ts"
import * as Lent from "./Lent.ts"

type State = Conduit.State

/** Tells the participant when the address is another one, or the leased one again (IPSX-TUN-051). */
const judge = async (state: State, isLeased: boolean): Promise<void> => {
  if (state.lost === !isLeased) return
  state.lost = !isLeased
  const session = state.session as Tunnel.ProviderSession | undefined
  if (isLeased && session !== undefined)
    await Conduit.work(state, session.substitute(state.lease.address))
  state.options.address(isLeased)
}

/** Takes a session over; comes back when it is down. */
const serve = (state: State, session: Tunnel.ProviderSession): Effect.Effect<void> =>
  Effect.gen(function* () {
    state.session = session
    yield* Effect.promise(() => takeUp(state, session))
    yield* Effect.raceFirst(
      Conduit.follow(state, session, (now) => {
        if (now === "ip-mismatch") void judge(state, false)
      }),
      Lent.watch(
        () => ({ ...state.options, lease: state.lease }),
        (isLeased) => judge(state, isLeased),
      ),
    )
  })

/** A seat that was substituted while the session came up is the session's too, before anything passes. */
const takeUp = async (state: State, session: Tunnel.ProviderSession): Promise<void> => {
  const { address } = state.lease
  if (session.lease.address !== address) await Conduit.work(state, session.substitute(address))
  return regate(state)
}

/** One after the other: an opening that takes its time must not come after the closing that followed it. */
const regate = (state: State): Promise<void> =>
  (state.gating = state.gating.then(() => regateNow(state)))

const regateNow = async (state: State): Promise<void> => {
  const session = state.session as Tunnel.ProviderSession | undefined
  if (session === undefined) return
  const { bytesUsed } = await Conduit.read(state)
  // What is wanted may have changed while the meter was read.
  if (state.left === undefined) return Conduit.work(state, session.gate)
  const { bytes, millis } = state.left()
  const untilBytes = BigInt(bytesUsed - state.bytes) + bytes
  await Conduit.work(state, session.ungate({ untilBytes, millis }))
}

const substitute = async (state: State, address: Ip): Promise<void> => {
  Conduit.move(state, address)
  const session = state.session as Tunnel.ProviderSession | undefined
  if (state.lost !== false) await judge(state, true)
  else if (session !== undefined) await Conduit.work(state, session.substitute(address))
}

/** What the provider says of the address; where it is another one in the middle of the lease, the participant hears of it. */
const claim = (state: State): Effect.Effect<ExitClaim, Tunnel.TunnelError | Lent.OtherAddress> => {
  const { lease, options, epoch } = state
  return Effect.tapError(
    Effect.tap(Lent.claim({ ...options, lease }), ({ seen }) =>
      // Who has no echo finds by serving whether the address is there.
      seen !== null || state.lost === undefined
        ? Effect.promise(() => judge(state, true))
        : Effect.void,
    ),
    ({ _tag }) =>
      // Before the first offer there is nothing to be paused: it is tried again until the deal lapses.
      _tag === "OtherAddress" && epoch > 1
        ? Effect.promise(() => judge(state, false))
        : Effect.void,
  )
}

/**
 * The provider's end: offers at once, serves when the requester has accepted.
 *
 * @example
 * const conduit = ProviderEnd.make({ adapter, lease, policy, before, say, up, down, attached })
 */
export const make = (options: Conduit.Options): Conduit.Conduit => {
  const state = Conduit.fresh(options)
  let hear: (message: Conduit.Message) => void = () => {}
  const open = (): void => {
    if (state.scope !== undefined) return
    const scope = Effect.runSync(Scope.make())
    state.scope = scope
    const epoch = ++state.epoch
    const accepted = new Promise<Conduit.Message>((resolve) => {
      hear = (message) => message.epoch === epoch && resolve(message)
    })
    const { adapter, policy } = options
    const { lease } = state
    Conduit.attempt(
      state,
      scope,
      Effect.gen(function* () {
        const exit = yield* claim(state)
        const offer = yield* adapter.offer(lease, policy)
        const message = { epoch, adapter: offer.adapter, details: offer.details, exit }
        options.say("TunnelOffer", message)
        options.up()
        const { adapter: by, details } = yield* Effect.promise(() => accepted)
        const session = yield* adapter.serve(lease, { adapter: by, lease: lease.id, details })
        if (state.scope !== scope) return
        yield* serve(state, session)
      }),
      open,
    )
  }
  return {
    ...Conduit.common(state),
    substitute: (address) => substitute(state, address),
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
      const session = state.session as Tunnel.ProviderSession | undefined
      if (session !== undefined) void Conduit.work(state, session.gate)
      void regate(state)
    },
  }
}
