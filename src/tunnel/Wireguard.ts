// Packets through WireGuard: the kernel's where there is one, else wireguard-go. The provider has one interface, and a peer
// for each deal; the requester's programs live in a network namespace that has nothing but the tunnel, because a routing
// table is no kill switch (IPSX-TUN-012). Needs root, in this machine or in a user namespace.
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import type { Id } from "../model/Id.ts"
import * as Ip from "../model/Ip.ts"
import type { ExitPolicy } from "./ExitPolicy.ts"
import * as Key from "./Key.ts"
import * as Lease from "./Lease.ts"
import * as Message from "./Message.ts"
import * as Tunnel from "./Tunnel.ts"
import * as Command from "./wireguard/Command.ts"
import * as Device from "./wireguard/Device.ts"
import { attempt } from "./wireguard/PeerSession.ts"
import { Provider } from "./wireguard/Provider.ts"
import * as Requester from "./wireguard/Requester.ts"

export interface Options {
  /** Where this side's machine is, for tests: a command prefix like `["ip", "netns", "exec", "name"]`. */
  readonly within?: Command.Within
  /** The folder of wireguard-go's sockets, where it is not the usual one. */
  readonly sockets?: string
  /** Provider: the address and UDP port that requesters send to. Port 0 is any. */
  readonly listen?: { readonly advertise: string; readonly port?: number }
  /** Provider: the name server that requesters may use, at its end of the tunnel (IPSX-TUN-013). */
  readonly resolver?: Ip.Ip
  /** Provider: the two networks of addresses inside the tunnel, a /16 and a /64. */
  readonly inner?: { readonly v4: Ip.Ip; readonly v6: Ip.Ip }
}

const base64Key = Schema.String.pipe(Schema.check(Schema.makeFilter<string>(Key.isPublic)))

/** `key` is of the deal, `device` of the provider's interface. */
const Offered = Schema.Struct({
  key: base64Key,
  device: base64Key,
  endpoint: Schema.String.pipe(
    Schema.check(Schema.isPattern(/^[0-9A-Za-z.:[\]_-]{1,253}:\d{1,5}$/)),
  ),
  inner: Ip.Ip,
  resolver: Schema.NullOr(Ip.Ip),
})
export type Offered = typeof Offered.Type
const Accepted = Schema.Struct({ key: base64Key })

interface Pending {
  readonly pair: Key.Pair
  readonly policy?: ExitPolicy
  readonly inner?: Ip.Ip
}

/**
 * An adapter for a machine that provides, requests, or both.
 *
 * @example
 * const provider = Wireguard.make({ listen: { advertise: "203.0.113.2", port: 51820 } })
 */
export const make = (options: Options = {}): Tunnel.Adapter => {
  const desk = new Desk(options)
  const { within = [] } = options
  return {
    id: "wireguard",
    layer: 3,
    protocols: new Set(["http", "https", "smtp", "vpn", "tcp", "udp"]),
    counter: "wg-transport",
    probe: Effect.promise(() => probe(within)),
    offer: (lease, policy) => desk.offer(lease, policy),
    accept: (lease, offer) => desk.accept(lease, offer),
    serve: (lease, accept) => desk.serve(lease, accept),
    connect: (lease, offer) => desk.connect(lease, offer),
    seenAs: (address, echo) => attempt("seenAs", () => Requester.ask(within, echo, address)),
    reconcile: () => Effect.promise(() => Device.sweep(placeOf(options))),
  }
}

/** Which WireGuard this machine has, or why it can have none (IPSX-TUN-005). */
export const probe = async (within: Command.Within): Promise<Tunnel.Capabilities> => {
  const can = (...command: ReadonlyArray<string>): Promise<boolean> =>
    Command.run(within, command).then(
      () => true,
      () => false,
    )
  for (const [program, ...args] of [
    ["wg", "--version"],
    ["nft", "--version"],
    ["ip", "-V"],
    ["setpriv", "--version"],
  ])
    if (!(await can(program!, ...args)))
      return { runs: false, reason: `${program} is not installed` }
  const name = `ipsxprobe${randomBytes(2).toString("hex")}`
  if (await can("ip", "link", "add", name, "type", "wireguard")) {
    await can("ip", "link", "delete", name)
    return { runs: true, note: "kernel" }
  }
  if (!(await can("wireguard-go", "--version")))
    return { runs: false, reason: "the kernel has no WireGuard, and wireguard-go is not installed" }
  if (!(await can("ip", "tuntap", "add", name, "mode", "tun")))
    return {
      runs: false,
      reason:
        "no right to make a network interface: needs root, or a user namespace with /dev/net/tun",
    }
  await can("ip", "tuntap", "delete", name, "mode", "tun")
  return { runs: true, note: "wireguard-go" }
}

const placeOf = ({ within = [], sockets = "/var/run/wireguard" }: Options): Device.Place => ({
  within,
  sockets,
})

class Desk {
  readonly #options: Options
  readonly #place: Device.Place
  readonly #pending = { offer: new Map<Id, Pending>(), accept: new Map<Id, Pending>() }
  readonly #provider: Provider

  constructor(options: Options) {
    this.#options = options
    this.#place = placeOf(options)
    this.#provider = new Provider({
      kind: () => this.#kind(),
      place: this.#place,
      port: options.listen?.port ?? 0,
      inner: options.inner ?? { v4: "10.201.0.0" as Ip.Ip, v6: "fd69:7073:7800::" as Ip.Ip },
      resolver: options.resolver,
    })
  }

  offer(
    lease: Lease.Lease,
    policy: ExitPolicy,
  ): Effect.Effect<Tunnel.Offer, Tunnel.TunnelError, Scope.Scope> {
    const acquire = this.#try("offer", async () => {
      const { listen } = this.#options
      if (listen === undefined) throw new Error("a provider needs the option `listen`")
      const up = await this.#provider.hold()
      const inner = this.#provider.take(Ip.version(lease.address))
      const pair = Key.generate()
      return { pair, policy, inner, up, advertise: listen.advertise }
    })
    return Effect.map(
      Effect.acquireRelease(acquire, (made) =>
        Effect.promise(async () => {
          if (this.#pending.offer.get(lease.id) === made) this.#pending.offer.delete(lease.id)
          this.#provider.give(made.inner)
          await this.#provider.release()
        }),
      ),
      (made) => {
        this.#pending.offer.set(lease.id, made)
        const { pair, inner, up, advertise } = made
        const host = advertise.includes(":") ? `[${advertise}]` : advertise
        const details: Offered = {
          key: pair.public,
          device: up.publicKey,
          endpoint: `${host}:${up.port}`,
          inner,
          resolver: this.#options.resolver ?? null,
        }
        return { adapter: "wireguard", lease: lease.id, details: { ...details } }
      },
    )
  }

  accept(
    lease: Lease.Lease,
    offer: Tunnel.Offer,
  ): Effect.Effect<Tunnel.Accept, Tunnel.TunnelError, Scope.Scope> {
    const acquire = Effect.sync((): Pending => ({ pair: Key.generate() }))
    return Effect.andThen(
      this.#offered(lease, offer),
      Effect.map(
        Effect.acquireRelease(acquire, (made) =>
          Effect.sync(() => {
            if (this.#pending.accept.get(lease.id) === made) this.#pending.accept.delete(lease.id)
          }),
        ),
        (made) => {
          this.#pending.accept.set(lease.id, made)
          return { adapter: "wireguard", lease: lease.id, details: { key: made.pair.public } }
        },
      ),
    )
  }

  serve(
    lease: Lease.Lease,
    accept: Tunnel.Accept,
  ): Effect.Effect<Tunnel.ProviderSession, Tunnel.TunnelError, Scope.Scope> {
    return this.#start("offer", lease, ({ pair, policy, inner }) =>
      Effect.flatMap(Message.read("wireguard", lease.id, accept, Accepted), ({ key }) =>
        this.#session(lease, (signal) => {
          const shared = Key.derive(pair, key, {
            lease: lease.id,
            role: "provider",
            dials: "requester",
          })
          const peer = { publicKey: key, presharedKey: shared.key.toString("base64") }
          return this.#provider.serve({ lease, policy: policy!, inner: inner!, peer, signal })
        }),
      ),
    )
  }

  connect(
    lease: Lease.Lease,
    offer: Tunnel.Offer,
  ): Effect.Effect<Tunnel.RequesterSession, Tunnel.TunnelError, Scope.Scope> {
    return this.#start("accept", lease, ({ pair }) =>
      Effect.flatMap(this.#offered(lease, offer), (offered) =>
        this.#session(lease, async (signal) => {
          const context = { lease: lease.id, role: "requester", dials: "requester" } as const
          const shared = Key.derive(pair, offered.key, context)
          return Requester.connect({
            lease,
            offered,
            kind: await this.#kind(),
            place: this.#place,
            privateKey: Key.secretText(pair),
            presharedKey: shared.key.toString("base64"),
            signal,
          })
        }),
      ),
    )
  }

  #offered(lease: Lease.Lease, offer: Tunnel.Offer): Effect.Effect<Offered, Tunnel.BadMessage> {
    return Message.read("wireguard", lease.id, offer, Offered)
  }

  #start<A>(
    step: "offer" | "accept",
    lease: Lease.Lease,
    go: (pending: Pending) => Effect.Effect<A, Tunnel.TunnelError, Scope.Scope>,
  ): Effect.Effect<A, Tunnel.TunnelError, Scope.Scope> {
    return Effect.suspend(() => {
      const pending = this.#pending[step].get(lease.id)
      return pending === undefined
        ? Effect.fail(new Tunnel.NotOffered({ lease: lease.id, step }))
        : go(pending)
    })
  }

  #session<A extends Tunnel.Session>(
    lease: Lease.Lease,
    open: (signal: AbortSignal) => Promise<A>,
  ): Effect.Effect<A, Tunnel.TunnelError, Scope.Scope> {
    const acquire = Effect.tryPromise({
      try: (cancel) => open(AbortSignal.any([cancel, AbortSignal.timeout(patience(lease))])),
      catch: (cause) =>
        new Tunnel.ConnectFailed({ lease: lease.id, reason: (cause as Error).message }),
    })
    return Effect.acquireRelease(acquire, (session) => session.close("ended"), {
      interruptible: true,
    })
  }

  async #kind(): Promise<Device.Kind> {
    const capabilities = await probe(this.#place.within)
    if (!capabilities.runs) throw new Error(capabilities.reason)
    return capabilities.note as Device.Kind
  }

  #try<A>(step: string, run: () => Promise<A>): Effect.Effect<A, Tunnel.AdapterFailed> {
    return Effect.tryPromise({
      try: run,
      catch: (cause) =>
        new Tunnel.AdapterFailed({ adapter: "wireguard", step, reason: (cause as Error).message }),
    })
  }
}

/** An interface takes longer to make than a connection. */
const patience = (lease: Lease.Lease): number => Math.max(5000, Lease.silence(lease))
