// An adapter may be anybody's, and waits for programs, kernels and networks. What it is asked for and does not come back with
// has failed after a while, like what it refuses: a lease must not stand still because of it.
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Lease from "./Lease.ts"
import * as Tunnel from "./Tunnel.ts"

/**
 * Milliseconds. A meter is read in every turn of a party; a step of a session is a command or two; what asks the network
 * may ask it several times. To serve or to connect takes up to `Lease.silence`, by the port, and as much as the rest.
 */
export const meterMs = 2_000
const stepMs = 10_000
export const networkMs = 30_000
/** A meter that did not come back is left alone for so long. */
const leftMs = 20_000

const late = (adapter: string, step: string, ms: number): Tunnel.AdapterFailed =>
  new Tunnel.AdapterFailed({
    adapter,
    step,
    reason: `it has not come back for ${ms / 1000} seconds`,
  })

/**
 * What a step comes to, or its failure after so many milliseconds; nobody waits for its end then, not even for that of its
 * interruption.
 *
 * @example
 * yield* Patience.within(adapter.id, "probe", Patience.networkMs, adapter.probe)
 */
export const within = <A, E, R>(
  adapter: string,
  step: string,
  ms: number,
  task: Effect.Effect<A, E, R>,
): Effect.Effect<A, E | Tunnel.AdapterFailed, R> => bounded(late(adapter, step, ms), ms, task)

const bounded = <A, E, R>(
  late: Tunnel.AdapterFailed,
  ms: number,
  task: Effect.Effect<A, E, R>,
): Effect.Effect<A, E | Tunnel.AdapterFailed, R> =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkDetach(task)
    const leave = (): void => fiber.interruptUnsafe()
    const exit = yield* Effect.onInterrupt(Effect.timeoutOption(Fiber.await(fiber), ms), () =>
      Effect.sync(leave),
    )
    if (Option.isSome(exit)) return yield* exit.value
    leave()
    return yield* late
  })

/**
 * The same adapter, none of whose steps takes for ever.
 *
 * @example
 * const adapter = Patience.of(Embedded.make())
 */
export const of = (adapter: Tunnel.Adapter): Tunnel.Adapter => {
  const { id, layer, protocols, counter, probe, reconcile } = adapter
  const setUpMs = (lease: Lease.Lease): number => Lease.silence(lease) + networkMs
  return {
    id,
    layer,
    protocols,
    counter,
    probe,
    reconcile: (live) => reconcile.call(adapter, live),
    offer: (lease, policy) => within(id, "offer", networkMs, adapter.offer(lease, policy)),
    accept: (lease, offer) => within(id, "accept", networkMs, adapter.accept(lease, offer)),
    serve: (lease, accept) =>
      Effect.map(within(id, "serve", setUpMs(lease), adapter.serve(lease, accept)), (session) => ({
        ...common(id, session),
        ungate: (allowance) => within(id, "ungate", stepMs, session.ungate(allowance)),
        gate: within(id, "gate", stepMs, session.gate),
        substitute: (address) => within(id, "substitute", stepMs, session.substitute(address)),
      })),
    connect: (lease, offer) =>
      Effect.map(
        within(id, "connect", setUpMs(lease), adapter.connect(lease, offer)),
        (session) => ({
          ...common(id, session),
          attach: session.attach,
          verifyExit: (echo) => within(id, "verifyExit", networkMs, session.verifyExit(echo)),
        }),
      ),
    seenAs: (address, echo) => within(id, "seenAs", networkMs, adapter.seenAs(address, echo)),
  }
}

const common = (id: string, session: Tunnel.Session): Tunnel.Session => {
  const { state, current, meter, close } = session
  const lateMeter = late(id, "meter", meterMs)
  let leftUntil = -Infinity
  const leaveAlone = Effect.sync(() => {
    leftUntil = performance.now() + leftMs
  })
  return {
    get lease() {
      return session.lease
    },
    state,
    current,
    close: (reason) => Effect.ignore(within(id, "close", stepMs, close.call(session, reason))),
    meter: Effect.suspend(() =>
      performance.now() < leftUntil
        ? Effect.fail(lateMeter)
        : Effect.tapError(bounded(lateMeter, meterMs, meter), (why) =>
            why === lateMeter ? leaveAlone : Effect.void,
          ),
    ),
  }
}
