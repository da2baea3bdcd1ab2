// The default adapter: in the process, with no rights and nothing to install. TLS 1.3 under a key that both sides derive
// (Key.ts), HTTP/2 CONNECT inside it, a local SOCKS5 and HTTP proxy for the requester's programs. Either side may be
// the one that dials: a provider behind a router dials out to a requester that listens.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { TLSSocket } from "node:tls"
import type { Id } from "../model/Id.ts"
import type { Role } from "../model/Status.ts"
import * as Destination from "./Destination.ts"
import * as Dial from "./Dial.ts"
import { Listener, dial } from "./embedded/Listener.ts"
import * as ProviderEnd from "./embedded/ProviderEnd.ts"
import * as RequesterEnd from "./embedded/RequesterEnd.ts"
import type { ExitPolicy } from "./ExitPolicy.ts"
import * as Key from "./Key.ts"
import * as Lease from "./Lease.ts"
import * as Message from "./Message.ts"
import * as Tunnel from "./Tunnel.ts"

export interface Options {
  /** Where others can dial this process; without it, it dials. `advertise` is what partners are told to dial. */
  readonly listen?: { readonly host: string; readonly port?: number; readonly advertise?: string }
  /** How the provider's exit reaches the world; by default from the leased address itself. */
  readonly dial?: Dial.Dial
  readonly resolve?: Destination.Resolver
  /** How often a provider asks an echo whether the leased address is still its own (IPSX-TUN-051). */
  readonly exitCheck?: { readonly echo: string; readonly everyMs: number }
  /** How many connections at a time the requester's programs may have. */
  readonly connectionsMax?: number
  /** The name under which offers and accepts travel; another adapter may stand on this one. */
  readonly id?: string
}

const Details = Schema.Struct({
  key: Schema.String.pipe(Schema.check(Schema.makeFilter<string>(Key.isPublic))),
  endpoint: Schema.NullOr(
    Schema.Struct({
      host: Schema.String.pipe(Schema.check(Schema.isPattern(/^[0-9A-Za-z.:_-]{1,253}$/))),
      port: Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum: 65_535 }))),
    }),
  ),
})
type Details = typeof Details.Type

interface Pending {
  readonly pair: Key.Pair
  readonly endpoint: Details["endpoint"]
  readonly policy: ExitPolicy | undefined
}

/**
 * An adapter for a process that provides, requests, or both.
 *
 * @example
 * const provider = Embedded.make({ listen: { host: "0.0.0.0", advertise: "provider.example" } })
 * const requester = Embedded.make()
 */
export const make = (options: Options = {}): Tunnel.Adapter => {
  const id = options.id ?? "embedded"
  const listener =
    options.listen === undefined
      ? undefined
      : new Listener({ host: options.listen.host, port: options.listen.port ?? 0 })
  const pending = { offer: new Map<Id, Pending>(), accept: new Map<Id, Pending>() }
  const failed = (step: string) => (cause: unknown) =>
    new Tunnel.AdapterFailed({ adapter: id, step, reason: (cause as Error).message })

  const endpoint = async (isNeeded: boolean): Promise<Details["endpoint"]> => {
    if (listener === undefined || !isNeeded) return null
    const { host, advertise = host } = options.listen!
    return { host: advertise, port: await listener.hold() }
  }
  /** A key pair, and where to dial, kept under the lease's id for as long as the scope is open. */
  const prepare = (
    step: "offer" | "accept",
    lease: Lease.Lease,
    listens: boolean,
    policy?: ExitPolicy,
  ) =>
    Effect.acquireRelease(
      Effect.map(
        Effect.tryPromise({ try: () => endpoint(listens), catch: failed(step) }),
        (at): Pending => ({ pair: Key.generate(), endpoint: at, policy }),
      ),
      (made) =>
        Effect.promise(async () => {
          if (pending[step].get(lease.id) === made) pending[step].delete(lease.id)
          if (made.endpoint !== null) await listener!.release()
        }),
    ).pipe(
      Effect.map((made) => {
        pending[step].set(lease.id, made)
        const details: Details = { key: made.pair.public, endpoint: made.endpoint }
        return { adapter: id, lease: lease.id, details: { ...details } }
      }),
    )
  const read = (lease: Lease.Lease, message: Tunnel.Offer) =>
    Message.read(id, lease.id, message, Details)

  /** The encrypted connection to the partner, whichever side dials. */
  const connection = async (
    role: Role,
    lease: Lease.Lease,
    own: Pending,
    partner: Details,
    signal: AbortSignal,
  ): Promise<TLSSocket> => {
    // The provider's endpoint comes first: a requester opens one only when the offer has none.
    const dials = role === "provider" ? own.endpoint === null : partner.endpoint !== null
    const other = role === "provider" ? "requester" : "provider"
    const context = { lease: lease.id, role, dials: dials ? role : other } as const
    const shared = Key.derive(own.pair, partner.key, context)
    if (!dials) return listener!.expect(shared, signal)
    if (partner.endpoint === null)
      throw new Error("neither side listens: one of them needs the option `listen`")
    return dial(partner.endpoint, shared, signal)
  }
  const start = <A extends Tunnel.Session>(
    step: "offer" | "accept",
    lease: Lease.Lease,
    message: Tunnel.Offer,
    open: (socket: TLSSocket, own: Pending, signal: AbortSignal) => A | Promise<A>,
  ) =>
    Effect.gen(function* () {
      const own = pending[step].get(lease.id)
      if (own === undefined) return yield* new Tunnel.NotOffered({ lease: lease.id, step })
      const partner = yield* read(lease, message)
      return yield* Effect.acquireRelease(
        Effect.tryPromise({
          try: async (interrupted) => {
            const late = AbortSignal.timeout(Lease.silence(lease))
            const signal = AbortSignal.any([interrupted, late])
            const role = step === "offer" ? "provider" : "requester"
            const socket = await connection(role, lease, own, partner, signal)
            try {
              return await open(socket, own, signal)
            } catch (cause) {
              socket.destroy()
              throw cause
            }
          },
          catch: (cause) =>
            new Tunnel.ConnectFailed({ lease: lease.id, reason: (cause as Error).message }),
        }),
        (session) => session.close("ended"),
        { interruptible: true },
      )
    })

  return {
    id,
    layer: 4,
    protocols: new Set(["http", "https", "smtp", "socks5", "tcp"]),
    counter: "l4-payload",
    probe: Effect.succeed({ runs: true, note: "in this process, without root" }),
    offer: (lease, policy) => prepare("offer", lease, true, policy),
    accept: (lease, offer) =>
      Effect.flatMap(read(lease, offer), (partner) =>
        prepare("accept", lease, partner.endpoint === null),
      ),
    serve: (lease, accept) =>
      start("offer", lease, accept, (socket, own) =>
        ProviderEnd.open(socket, {
          lease,
          policy: own.policy!,
          dial: options.dial ?? Dial.direct(),
          resolve: options.resolve ?? Destination.system,
          exitCheck: options.exitCheck,
        }),
      ),
    connect: (lease, offer) =>
      start("accept", lease, offer, (socket, _, signal) =>
        RequesterEnd.open(socket, {
          lease,
          connectionsMax: options.connectionsMax ?? 1024,
          signal,
        }),
      ),
    // All that there is lives in a process, and ends with it.
    reconcile: () => Effect.succeed([]),
  }
}
