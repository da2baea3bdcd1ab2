// The port to the program that carries a requester's traffic to a provider's address (IPSX-TUN-001). What an adapter
// promises, and what test/behaviour/tunnel.ts holds it to:
//
// - `probe` never fails: where the adapter cannot run, it says why.
// - `offer` and `accept` make what travels on the pair channel: small, plain JSON, nothing secret in it. Keys are fresh
//   for every lease, and a provider's key is no use to a requester (IPSX-TUN-004).
// - `serve` and `connect` belong to a scope; when it closes, nothing of the session is left. A session that is set up
//   is `up`; a partner that is silent for longer than `Lease.silence` makes it `down`, and so does `close`.
// - Nothing passes before the provider's `ungate`, nor once its allowance is used up, and `gate` admits nothing more from
//   that moment on (IPSX-TUN-010, IPSX-TUN-011). Both ends count bytes and time, each direction where it arrives.
// - The requester's programs use `attach` and nothing else. When the tunnel is down, there is no way around (IPSX-TUN-012).
// - `reconcile` removes what an earlier process left behind of leases that are not live, and is idempotent.
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import type * as Stream from "effect/Stream"
import { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import type { Protocol } from "../model/Usage.ts"
import type * as ExitPolicy from "./ExitPolicy.ts"
import type { Counter, Lease } from "./Lease.ts"
import type { Reading } from "./Reading.ts"

/** degraded: works, with heartbeats missing. ip-mismatch: the outside sees another address than the leased one. */
export type State = "up" | "degraded" | "down" | "ip-mismatch"

/** What ends a session; `reason` is for people. */
export type CloseReason = "ended" | "gated" | "silent" | "failed"

/** What this machine can run of an adapter, or the reason why it can run nothing of it (IPSX-TUN-005). */
export type Capabilities =
  | { readonly runs: true; readonly note: string }
  | { readonly runs: false; readonly reason: string }

/**
 * How much further a provider lets the traffic go: until the meter's total of both directions has reached `untilBytes`,
 * and for so many milliseconds from now. Whichever comes first holds the traffic, also when nobody looks.
 */
export interface Allowance {
  readonly untilBytes: bigint
  readonly millis: number
}

/** No bound of its own, for who pays nothing for bytes and lag: tests and simulations. */
export const unlimited: Allowance = { untilBytes: 2n ** 63n, millis: 2 ** 40 }

export interface Session {
  readonly lease: Lease
  /** The present state first, then every other one; it ends after `down`. */
  readonly state: Stream.Stream<State>
  readonly current: Effect.Effect<State>
  readonly meter: Effect.Effect<Reading, TunnelError>
  readonly close: (reason: CloseReason) => Effect.Effect<void>
}

export interface ProviderSession extends Session {
  /** Lets the traffic pass for as long as the allowance says; a later one replaces it. */
  readonly ungate: (allowance: Allowance) => Effect.Effect<void, TunnelError>
  /** Admits nothing more, at once; what is inside the tunnel, at most a window for each connection, may still arrive. */
  readonly gate: Effect.Effect<void, TunnelError>
  /** Leaves by another address, countersigned in place of one that was lost (IPSX-TUN-051). */
  readonly substitute: (address: Ip) => Effect.Effect<void, TunnelError>
}

/** How a program gets its traffic into the tunnel. */
export type Attachment =
  /** Two spellings of one local listener, with its password in them. Names go to the far end (IPSX-TUN-013). */
  | { readonly kind: "proxy"; readonly socks: string; readonly http: string }
  /** A network namespace that has a loopback and the tunnel; `enter` is the command to put before a program's own. */
  | { readonly kind: "netns"; readonly path: string; readonly enter: ReadonlyArray<string> }
  /** Carries nothing and counts: a simulation says how many bytes would pass, and is told how many may. */
  | {
      readonly kind: "none"
      readonly carry: (
        to: { readonly address: Ip; readonly port: number },
        up: number,
        down: number,
      ) => { readonly up: number; readonly down: number }
    }

export interface RequesterSession extends Session {
  readonly attach: Attachment
  /**
   * The address that an echo service sees, through the tunnel. When it is not the leased one the state is `ip-mismatch`
   * (IPSX-TUN-050). `echo` is an http URL; its answer is the address in plain text.
   */
  readonly verifyExit: (echo: string) => Effect.Effect<Ip, TunnelError>
}

/** What travels on the pair channel. `details` is the adapter's own, checked by it against its own schema. */
export const Offer = Schema.Struct({
  adapter: Schema.String.pipe(Schema.check(Schema.isPattern(/^[a-z0-9-]{1,32}$/))),
  lease: Id,
  details: Schema.Record(Schema.String, Schema.Unknown),
})
export interface Offer extends Schema.Schema.Type<typeof Offer> {}
/** The same shape, from the requester. */
export type Accept = Offer

/** The most bytes of an offer or accept as JSON: it must fit a message of the pair channel with room to spare. */
export const messageBytesMax = 8192

export interface Adapter {
  readonly id: string
  /** 3: packets; 4: connections. */
  readonly layer: 3 | 4
  readonly protocols: ReadonlySet<Protocol>
  readonly counter: Counter
  readonly probe: Effect.Effect<Capabilities>
  /** Provider: what the requester needs to connect. The pending offer lives as long as the scope. */
  readonly offer: (
    lease: Lease,
    policy: ExitPolicy.ExitPolicy,
  ) => Effect.Effect<Offer, TunnelError, Scope.Scope>
  /** Requester: what the provider needs to admit it. */
  readonly accept: (lease: Lease, offer: Offer) => Effect.Effect<Accept, TunnelError, Scope.Scope>
  /** Provider: after its `offer`; comes back when the requester has connected, or fails after `Lease.silence`. */
  readonly serve: (
    lease: Lease,
    accept: Accept,
  ) => Effect.Effect<ProviderSession, TunnelError, Scope.Scope>
  /** Requester: after its `accept`; comes back when the provider has answered inside the tunnel. */
  readonly connect: (
    lease: Lease,
    offer: Offer,
  ) => Effect.Effect<RequesterSession, TunnelError, Scope.Scope>
  /** Provider: the address that an echo sees when this end leaves by a leased one, past its own policy. */
  readonly seenAs: (address: Ip, echo: string) => Effect.Effect<Ip, TunnelError>
  /** What was left behind by leases that are not in the set, and has been removed (IPSX-TUN-006). */
  readonly reconcile: (live: ReadonlySet<Id>) => Effect.Effect<ReadonlyArray<Residue>>
}

/** Something that an earlier process left behind: an interface, a namespace, a process … and its name. */
export interface Residue {
  readonly kind: "interface" | "namespace" | "table" | "route" | "process" | "socket" | "file"
  readonly name: string
}

export type TunnelError =
  | Unavailable
  | BadMessage
  | NotOffered
  | ConnectFailed
  | Closed
  | AdapterFailed

export class Unavailable extends Schema.TaggedError<Unavailable>()("TunnelUnavailable", {
  adapter: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the tunnel adapter ${this.adapter} cannot run here: ${this.reason}; the adapter embedded needs nothing`
  }
}

/** An offer or accept that is not of this adapter, not for this lease, too long, or malformed. */
export class BadMessage extends Schema.TaggedError<BadMessage>()("TunnelBadMessage", {
  lease: Id,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the partner's tunnel message for ${this.lease} is no good: ${this.reason}`
  }
}

export class NotOffered extends Schema.TaggedError<NotOffered>()("TunnelNotOffered", {
  lease: Id,
  step: Schema.Literals(["offer", "accept"]),
}) {
  override get message(): string {
    return `there is no pending ${this.step} for ${this.lease}: call ${this.step} first, in a scope that is still open`
  }
}

export class ConnectFailed extends Schema.TaggedError<ConnectFailed>()("TunnelConnectFailed", {
  lease: Id,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the tunnel of ${this.lease} did not come up: ${this.reason}`
  }
}

export class Closed extends Schema.TaggedError<Closed>()("TunnelClosed", { lease: Id }) {
  override get message(): string {
    return `the tunnel of ${this.lease} is closed`
  }
}

export class AdapterFailed extends Schema.TaggedError<AdapterFailed>()("TunnelAdapterFailed", {
  adapter: Schema.String,
  step: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the tunnel adapter ${this.adapter} failed at ${this.step}: ${this.reason}`
  }
}
