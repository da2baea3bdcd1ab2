// The adapter that carries nothing, for simulations and for tests of what stands on a tunnel. It does what the port says, in
// memory, with the faults that it is given: slow to set up, dying, silent, or with a meter that is wrong.
import * as Effect from "effect/Effect"
import type { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import * as ExitPolicy from "./ExitPolicy.ts"
import { Gate } from "./Gate.ts"
import * as Judge from "./Judge.ts"
import * as Lease from "./Lease.ts"
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
  const offers = new Map<Id, ExitPolicy.ExitPolicy>()
  const accepts = new Set<Id>()
  const wires = new Map<Id, Wire>()

  /** The wire between the two ends, laid by whoever comes first. */
  const wireOf = (lease: Lease.Lease): Wire => {
    const known = wires.get(lease.id)
    if (known !== undefined) return known
    const policy = offers.get(lease.id) ?? ExitPolicy.standard
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
    wires.set(lease.id, wire)
    fail(wire, faults)
    return wire
  }
  const cut = (wire: Wire): void => {
    wire.gate.dispose()
    wire.provider.set("down")
    wire.requester.set("down")
    if (wires.get(wire.lease.id) === wire) wires.delete(wire.lease.id)
  }
  const check = (lease: Lease.Lease, partner: Tunnel.Offer) =>
    partner.adapter === "null" && partner.lease === lease.id
      ? Effect.void
      : Effect.fail(
          new Tunnel.BadMessage({
            lease: lease.id,
            reason: `it is for ${partner.adapter}, ${partner.lease}`,
          }),
        )
  const setUp = (lease: Lease.Lease) =>
    Effect.gen(function* () {
      yield* Effect.sleep(faults.setUpMs ?? 0)
      if (faults.refusesWith !== undefined)
        return yield* new Tunnel.ConnectFailed({ lease: lease.id, reason: faults.refusesWith })
      return yield* Effect.acquireRelease(
        Effect.sync(() => wireOf(lease)),
        (wire) => Effect.sync(() => cut(wire)),
      )
    }).pipe(
      Effect.timeoutOrElse({
        duration: Lease.silence(lease),
        orElse: () =>
          Effect.fail(new Tunnel.ConnectFailed({ lease: lease.id, reason: "no answer in time" })),
      }),
    )

  return {
    id: "null",
    layer: 4,
    protocols: new Set(["http", "https", "smtp", "socks5", "vpn", "tcp", "udp", "icmp"]),
    counter: "l4-payload",
    probe: Effect.succeed({ runs: true, note: "carries nothing" }),
    offer: (lease, policy) =>
      Effect.acquireRelease(
        Effect.sync(() => {
          offers.set(lease.id, policy)
          return message(lease)
        }),
        () => Effect.sync(() => offers.delete(lease.id)),
      ),
    accept: (lease, offer) =>
      Effect.andThen(
        check(lease, offer),
        Effect.acquireRelease(
          Effect.sync(() => {
            accepts.add(lease.id)
            return message(lease)
          }),
          () => Effect.sync(() => accepts.delete(lease.id)),
        ),
      ),
    serve: (lease, accept) =>
      Effect.gen(function* () {
        if (!offers.has(lease.id))
          return yield* new Tunnel.NotOffered({ lease: lease.id, step: "offer" })
        yield* check(lease, accept)
        const wire = yield* setUp(lease)
        return providerEnd(wire, faults, () => cut(wire))
      }),
    connect: (lease, offer) =>
      Effect.gen(function* () {
        if (!accepts.has(lease.id))
          return yield* new Tunnel.NotOffered({ lease: lease.id, step: "accept" })
        yield* check(lease, offer)
        const wire = yield* setUp(lease)
        return requesterEnd(wire, () => cut(wire))
      }),
    reconcile: () => Effect.succeed([]),
  }
}

const fail = (wire: Wire, faults: Faults): void => {
  const later = (ms: number | undefined, act: () => void): void => {
    if (ms !== undefined) setTimeout(act, ms).unref()
  }
  const die = (): void => {
    wire.gate.dispose()
    wire.provider.set("down")
    wire.requester.set("down")
  }
  later(faults.diesAfterMs, die)
  later(faults.silentAfterMs, () => {
    wire.gate.close()
    setTimeout(() => wire.requester.set("degraded"), wire.lease.heartbeat).unref()
    setTimeout(die, Lease.silence(wire.lease)).unref()
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
