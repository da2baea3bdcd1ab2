// The adapter that carries nothing, for simulations and for tests of what stands on a tunnel. It does what the port says, in
// memory, with the faults that it is given: slow to set up, dying, silent, or with a meter that is wrong.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import type { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import * as Usage from "../model/Usage.ts"
import * as ExitPolicy from "./ExitPolicy.ts"
import { Gate } from "./Gate.ts"
import * as Judge from "./Judge.ts"
import * as Lease from "./Lease.ts"
import * as Message from "./Message.ts"
import type { Reading } from "./Reading.ts"
import * as Tunnel from "./Tunnel.ts"
import { Watch } from "./Watch.ts"

/** What goes wrong, and when, in milliseconds after the session is up. Nothing by default. */
export interface Faults {
  readonly setUpMs?: number
  readonly refusesWith?: string
  readonly diesAfterMs?: number
  /** The other end goes on believing for `Lease.silence` that this one is there. */
  readonly silentAfterMs?: number
  /** The provider's meter says so many thousandths of what was. */
  readonly meterPermille?: number
  /** The outside sees this address from then on. */
  readonly addressChanges?: { readonly afterMs: number; readonly to: Ip }
}

interface Wire {
  readonly lease: Lease.Lease
  readonly gate: Gate
  readonly judge: Judge.Judge
  readonly provider: Watch
  readonly requester: Watch
  address: Ip
  up: number
  down: number
  seq: number
}

const message = (lease: Lease.Lease): Tunnel.Offer => ({
  adapter: "null",
  lease: lease.id,
  details: { nonce: crypto.randomUUID() },
})

/**
 * Both ends of tunnels in one process.
 *
 * @example
 * const adapter = Null.make({ diesAfterMs: 500 })
 */
export const make = (faults: Faults = {}): Tunnel.Adapter => {
  const world = new World(faults)
  return {
    id: "null",
    layer: 4,
    protocols: new Set(Usage.protocols),
    counter: "l4-payload",
    probe: Effect.succeed({ runs: true, note: "carries nothing" }),
    offer: (lease, policy) => world.pend("offer", lease, policy),
    accept: (lease, offer) =>
      Effect.andThen(check(lease, offer), world.pend("accept", lease, ExitPolicy.standard)),
    serve: (lease, accept) =>
      Effect.map(world.connect("offer", lease, accept), (wire) =>
        providerEnd(wire, faults, () => world.cut(wire)),
      ),
    connect: (lease, offer) =>
      Effect.map(world.connect("accept", lease, offer), (wire) =>
        requesterEnd(wire, () => world.cut(wire)),
      ),
    seenAs: (address) => Effect.succeed(address),
    reconcile: () => Effect.succeed([]),
  }
}

const check = (lease: Lease.Lease, partner: Tunnel.Offer) =>
  Message.read("null", lease.id, partner, Schema.Struct({ nonce: Schema.String }))

class World {
  readonly #faults: Faults
  readonly #pending = {
    offer: new Map<Id, ExitPolicy.ExitPolicy>(),
    accept: new Map<Id, ExitPolicy.ExitPolicy>(),
  }
  readonly #wires = new Map<Id, Wire>()

  constructor(faults: Faults) {
    this.#faults = faults
  }

  pend(
    step: "offer" | "accept",
    lease: Lease.Lease,
    policy: ExitPolicy.ExitPolicy,
  ): Effect.Effect<Tunnel.Offer, never, Scope.Scope> {
    return Effect.acquireRelease(
      Effect.sync(() => {
        this.#pending[step].set(lease.id, policy)
        return message(lease)
      }),
      () => Effect.sync(() => this.#pending[step].delete(lease.id)),
    )
  }

  connect(
    step: "offer" | "accept",
    lease: Lease.Lease,
    partner: Tunnel.Offer,
  ): Effect.Effect<Wire, Tunnel.TunnelError, Scope.Scope> {
    const { setUpMs = 0, refusesWith } = this.#faults
    const failed = (reason: string) =>
      Effect.fail(new Tunnel.ConnectFailed({ lease: lease.id, reason }))
    const acquire =
      refusesWith === undefined ? Effect.sync(() => this.#wireOf(lease)) : failed(refusesWith)
    return Effect.suspend((): Effect.Effect<unknown, Tunnel.TunnelError> =>
      this.#pending[step].has(lease.id)
        ? check(lease, partner)
        : Effect.fail(new Tunnel.NotOffered({ lease: lease.id, step })),
    ).pipe(
      Effect.andThen(Effect.sleep(setUpMs)),
      Effect.andThen(Effect.acquireRelease(acquire, (wire) => Effect.sync(() => this.cut(wire)))),
      Effect.timeoutOrElse({
        duration: Lease.silence(lease),
        orElse: () => failed("no answer in time"),
      }),
    )
  }

  cut(wire: Wire): void {
    die(wire)
    if (this.#wires.get(wire.lease.id) === wire) this.#wires.delete(wire.lease.id)
  }

  /** The wire between the two ends, laid by whoever comes first. */
  #wireOf(lease: Lease.Lease): Wire {
    const known = this.#wires.get(lease.id)
    if (known !== undefined) return known
    const policy = this.#pending.offer.get(lease.id) ?? ExitPolicy.standard
    const wire: Wire = {
      lease,
      gate: new Gate(policy),
      judge: Judge.make(policy, lease, () => []),
      provider: new Watch("up"),
      requester: new Watch("up"),
      address: lease.address,
      up: 0,
      down: 0,
      seq: 0,
    }
    this.#wires.set(lease.id, wire)
    fail(wire, this.#faults)
    return wire
  }
}

const die = (wire: Wire): void => {
  wire.gate.dispose()
  wire.provider.set("down")
  wire.requester.set("down")
}

const fail = (wire: Wire, faults: Faults): void => {
  const later = (ms: number | undefined, act: () => void): void => {
    if (ms !== undefined) setTimeout(act, ms).unref()
  }
  later(faults.diesAfterMs, () => die(wire))
  later(faults.silentAfterMs, () => {
    wire.gate.close()
    setTimeout(() => wire.requester.set("degraded"), wire.lease.heartbeat).unref()
    setTimeout(() => die(wire), Lease.silence(wire.lease)).unref()
  })
  later(faults.addressChanges?.afterMs, () => {
    wire.address = faults.addressChanges!.to
    wire.gate.close()
    wire.provider.set("ip-mismatch")
  })
}

const reading = (wire: Wire, permille = 1000): Reading => ({
  up: (BigInt(wire.up) * BigInt(permille)) / 1000n,
  down: (BigInt(wire.down) * BigInt(permille)) / 1000n,
  millis: Math.floor(wire.gate.served()),
  at: Date.now(),
  counter: "l4-payload",
  confirmedBy: "receiver",
  seq: ++wire.seq,
  connections: 1,
})

const ifUp = <A>(wire: Wire, watch: Watch, act: () => A): Effect.Effect<A, Tunnel.Closed> =>
  Effect.suspend(() =>
    watch.state === "down"
      ? Effect.fail(new Tunnel.Closed({ lease: wire.lease.id }))
      : Effect.sync(act),
  )

const providerEnd = (wire: Wire, faults: Faults, cut: () => void): Tunnel.ProviderSession => ({
  lease: wire.lease,
  state: wire.provider.stream,
  current: Effect.sync(() => wire.provider.state),
  meter: Effect.sync(() => reading(wire, faults.meterPermille)),
  close: () => Effect.sync(cut),
  ungate: (allowance) =>
    ifUp(wire, wire.provider, () => {
      if (wire.provider.state !== "ip-mismatch")
        wire.gate.open(allowance, BigInt(wire.up + wire.down), 0)
    }),
  gate: ifUp(wire, wire.provider, () => wire.gate.close()),
  substitute: (address) =>
    ifUp(wire, wire.provider, () => {
      wire.address = address
      if (wire.provider.state === "ip-mismatch") wire.provider.set("up")
    }),
})

const requesterEnd = (wire: Wire, cut: () => void): Tunnel.RequesterSession => ({
  lease: wire.lease,
  state: wire.requester.stream,
  current: Effect.sync(() => wire.requester.state),
  meter: Effect.sync(() => reading(wire)),
  close: () => Effect.sync(cut),
  attach: {
    kind: "none",
    carry: (to, up, down) => {
      if (!wire.judge.destination(to.address, to.port).allowed) return { up: 0, down: 0 }
      const passed = { up: wire.gate.admit(up), down: wire.gate.admit(down) }
      wire.up += passed.up
      wire.down += passed.down
      return passed
    },
  },
  verifyExit: () =>
    ifUp(wire, wire.requester, () => {
      const isLeased = wire.address === wire.lease.address
      if (!isLeased) wire.requester.set("ip-mismatch")
      else if (wire.requester.state === "ip-mismatch") wire.requester.set("up")
      return wire.address
    }),
})
