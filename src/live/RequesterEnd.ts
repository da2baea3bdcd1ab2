// The requester's end of the tunnel of one seat: it connects by what the provider offers, and looks whether the world sees
// the address that was rented.
import * as Effect from "effect/Effect"
import * as Scope from "effect/Scope"
import * as ExitClaim from "../model/ExitClaim.ts"
import type { Ip } from "../model/Ip.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Conduit from "./Conduit.ts"

type State = Conduit.State

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
    await new Promise((resolve) => setTimeout(resolve, Conduit.retryMs))
  }
}

/**
 * IPSX-TUN-053: why a requester does not connect by an offer. One of the address before was written when the provider did
 * not know yet that the requester has taken another: what it has begun becomes a tunnel of that one.
 */
const objection = (
  { options, lease, former }: State,
  { exit }: Conduit.Message,
): string | undefined => {
  const { country, start } = options.lent
  const by = (address: Ip): string | undefined =>
    ExitClaim.objection(exit, { address, country, start }, Math.floor(Date.now() / 1000))
  const why = by(lease.address)
  return former === undefined || why === undefined || by(former) !== undefined ? why : undefined
}

/** The requester's end: connects by the latest offer, when the participant wants it and whenever a later one comes. */
export const make = (options: Conduit.Options): Conduit.Conduit => {
  const state = Conduit.fresh(options)
  let latest: Conduit.Message | undefined
  const connect = (): void => {
    const offered = latest
    if (offered === undefined || !state.wanted || state.scope !== undefined) return
    const { adapter } = options
    const { lease } = state
    const why = objection(state, offered)
    if (why !== undefined) return options.objected(why)
    const scope = Effect.runSync(Scope.make())
    state.scope = scope
    const offer = { adapter: offered.adapter, lease: lease.id, details: offered.details }
    let isAnswered = false
    Conduit.attempt(
      state,
      scope,
      Effect.gen(function* () {
        const accept = yield* adapter.accept(lease, offer)
        if (state.scope !== scope) return
        isAnswered = true
        options.say("TunnelAccept", {
          epoch: offered.epoch,
          adapter: accept.adapter,
          details: accept.details,
        })
        const session = yield* adapter.connect(lease, offer)
        // A later offer may have come meanwhile: its session is the one.
        if (state.scope !== scope) return
        options.attached(session.attach)
        options.up()
        state.session = session
        yield* Conduit.follow(state, session)
      }),
      // The same offer serves once: after a failure the provider makes the next one, if it has an answer.
      () => (isAnswered ? undefined : connect()),
    )
  }
  return {
    ...Conduit.common(state),
    substitute: async (address) => Conduit.move(state, address),
    open: () => {
      state.wanted = true
      connect()
    },
    hear: (message) => {
      if (latest !== undefined && message.epoch <= latest.epoch) return
      latest = message
      void Conduit.end(state).then(connect)
    },
    verify: () => {
      const echo = options.lent.echo ?? latest?.exit?.seen?.by
      if (echo !== undefined) void verify(state, echo)
    },
    ungate: () => {},
    gate: () => {},
  }
}
