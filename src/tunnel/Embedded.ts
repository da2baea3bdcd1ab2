// The default adapter: in the process, with no rights and nothing to install. TLS 1.3 under a key that both sides derive
// (Key.ts), HTTP/2 CONNECT inside it, a local SOCKS5 and HTTP proxy for the requester's programs. Either side may be
// the one that dials: a provider behind a router dials out to a requester that listens.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import type { TLSSocket } from "node:tls"
import type { Id } from "../model/Id.ts"
import type { Role } from "../model/Status.ts"
import * as Destination from "./Destination.ts"
import * as Dial from "./Dial.ts"
import { Listener, dial } from "./embedded/Listener.ts"
import * as ProviderEnd from "./embedded/ProviderEnd.ts"
import * as RequesterEnd from "./embedded/RequesterEnd.ts"
import * as ExitCheck from "./ExitCheck.ts"
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
  /** Resolves when the program is there that the exit's traffic goes through, and rejects when it is not. */
  readonly beyond?: () => Promise<void>
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
  const desk = new Desk(options)
  return {
    id: desk.id,
    layer: 4,
    protocols: new Set(["http", "https", "smtp", "socks5", "tcp"]),
    counter: "l4-payload",
    probe: Effect.succeed({ runs: true, note: "in this process, without root" }),
    offer: (lease, policy) => desk.prepare("offer", lease, true, policy),
    accept: (lease, offer) =>
      Effect.flatMap(desk.read(lease, offer), (partner) =>
        desk.prepare("accept", lease, partner.endpoint === null),
      ),
    serve: (lease, accept) =>
      desk.start("offer", lease, accept, (socket, own) =>
        ProviderEnd.open(socket, {
          lease,
          policy: own.policy!,
          dial: options.dial ?? Dial.direct(),
          resolve: options.resolve ?? Destination.system,
          beyond: options.beyond,
        }),
      ),
    connect: (lease, offer) =>
      desk.start("accept", lease, offer, (socket, _, signal) => {
        const { connectionsMax = 1024 } = options
        return RequesterEnd.open(socket, { lease, connectionsMax, signal })
      }),
    seenAs: (address, echo) => {
      const { dial = Dial.direct(), resolve = Destination.system } = options
      return Effect.tryPromise({
        try: () => ExitCheck.seen(echo, ExitCheck.by(dial, resolve, address)),
        catch: (cause) =>
          new Tunnel.AdapterFailed({
            adapter: desk.id,
            step: "seenAs",
            reason: (cause as Error).message,
          }),
      })
    },
    // All that there is lives in a process, and ends with it.
    reconcile: () => Effect.succeed([]),
  }
}

const timerMsMax = 2 ** 31 - 1

/** A signal that comes with the other one, or when the time is up, whichever is first. PERF: half of what `any` costs. */
const patient = (
  cancel: AbortSignal,
  ms: number,
): { readonly signal: AbortSignal; readonly over: () => void } => {
  const controller = new AbortController()
  const abort = (): void => controller.abort(cancel.reason)
  if (cancel.aborted) abort()
  cancel.addEventListener("abort", abort, { once: true })
  const late = (): void => controller.abort(new Error("no answer in time"))
  const timer = setTimeout(late, Math.min(timerMsMax, ms))
  const over = (): void => {
    clearTimeout(timer)
    cancel.removeEventListener("abort", abort)
  }
  return { signal: controller.signal, over }
}

type Step = keyof Desk["pending"]
const roleOf = { offer: "provider", accept: "requester" } as const satisfies Record<Step, Role>

class Desk {
  readonly id: string
  readonly pending = { offer: new Map<Id, Pending>(), accept: new Map<Id, Pending>() }
  readonly #options: Options
  readonly #listener: Listener | undefined

  constructor(options: Options) {
    this.id = options.id ?? "embedded"
    this.#options = options
    const { host, port = 0 } = options.listen ?? {}
    this.#listener = host === undefined ? undefined : new Listener({ host, port })
  }

  read(lease: Lease.Lease, message: Tunnel.Offer): Effect.Effect<Details, Tunnel.BadMessage> {
    return Message.read(this.id, lease.id, message, Details)
  }

  /** A key pair, and where to dial, kept under the lease's id for as long as the scope is open. */
  prepare(
    step: Step,
    lease: Lease.Lease,
    listens: boolean,
    policy?: ExitPolicy,
  ): Effect.Effect<Tunnel.Offer, Tunnel.AdapterFailed, Scope.Scope> {
    const acquire = Effect.tryPromise({
      try: async (): Promise<Pending> => {
        const endpoint = listens ? await this.#endpoint() : null
        return { pair: Key.generate(), endpoint, policy }
      },
      catch: (cause) =>
        new Tunnel.AdapterFailed({ adapter: this.id, step, reason: (cause as Error).message }),
    })
    const release = async (made: Pending): Promise<void> => {
      if (this.pending[step].get(lease.id) === made) this.pending[step].delete(lease.id)
      if (made.endpoint !== null) await this.#listener!.release()
    }
    return Effect.map(
      Effect.acquireRelease(acquire, (made) => Effect.promise(() => release(made))),
      (made) => {
        this.pending[step].set(lease.id, made)
        const details: Details = { key: made.pair.public, endpoint: made.endpoint }
        return { adapter: this.id, lease: lease.id, details: { ...details } }
      },
    )
  }

  /** Opens a session on the encrypted connection to the partner; all within the lease's patience. */
  start<A extends Tunnel.Session>(
    step: Step,
    lease: Lease.Lease,
    message: Tunnel.Offer,
    open: (socket: TLSSocket, own: Pending, signal: AbortSignal) => A | Promise<A>,
  ): Effect.Effect<A, Tunnel.TunnelError, Scope.Scope> {
    const attempt = async (own: Pending, partner: Details, cancel: AbortSignal): Promise<A> => {
      const patience = patient(cancel, Lease.silence(lease))
      const { signal } = patience
      try {
        const socket = await this.#connection(roleOf[step], lease, own, partner, signal)
        try {
          return await open(socket, own, signal)
        } catch (cause) {
          socket.destroy()
          throw cause
        }
      } finally {
        patience.over()
      }
    }
    const acquire = (own: Pending, partner: Details) =>
      Effect.tryPromise({
        try: (cancel) => attempt(own, partner, cancel),
        catch: (cause) =>
          new Tunnel.ConnectFailed({ lease: lease.id, reason: (cause as Error).message }),
      })
    return Effect.suspend((): Effect.Effect<A, Tunnel.TunnelError, Scope.Scope> => {
      const own = this.pending[step].get(lease.id)
      if (own === undefined) return Effect.fail(new Tunnel.NotOffered({ lease: lease.id, step }))
      return Effect.flatMap(this.read(lease, message), (partner) =>
        Effect.acquireRelease(acquire(own, partner), (session) => session.close("ended"), {
          interruptible: true,
        }),
      )
    })
  }

  async #endpoint(): Promise<Details["endpoint"]> {
    if (this.#listener === undefined) return null
    const { host, advertise = host } = this.#options.listen!
    return { host: advertise, port: await this.#listener.hold() }
  }

  #connection(
    role: Role,
    lease: Lease.Lease,
    own: Pending,
    partner: Details,
    signal: AbortSignal,
  ): Promise<TLSSocket> {
    // IPSX-TUN-070: the provider's endpoint comes first: a requester opens one only when the offer has none.
    const dials = role === "provider" ? own.endpoint === null : partner.endpoint !== null
    const other = role === "provider" ? "requester" : "provider"
    const context = { lease: lease.id, role, dials: dials ? role : other } as const
    const shared = Key.derive(own.pair, partner.key, context)
    if (dials && partner.endpoint !== null) return dial(partner.endpoint, shared, signal)
    if (!dials && own.endpoint !== null) return this.#listener!.expect(shared, signal)
    throw new Error("neither side listens: one of them needs the option `listen`")
  }
}
