// Real tunnels under a simulated world (`--tunnel embedded`). The world counts in virtual time what each tunnel would carry;
// the carrier keeps up with the clock on the wall, sends exactly so many bytes through a real tunnel of each lease, opens and
// closes its gate where the world does, and in the end compares both real meters with what a target really got and with
// the world's own. The world never waits for a packet and never reads a real meter, so that its trace is the same.
import type * as Net from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Id from "../src/model/Id.ts"
import * as Ip from "../src/model/Ip.ts"
import * as Usage from "../src/model/Usage.ts"
import * as Embedded from "../src/tunnel/Embedded.ts"
import * as ExitPolicy from "../src/tunnel/ExitPolicy.ts"
import * as LeaseTerms from "../src/tunnel/Lease.ts"
import * as Reading from "../src/tunnel/Reading.ts"
import type * as Port from "../src/tunnel/Tunnel.ts"
import { unlimited } from "../src/tunnel/Tunnel.ts"
import type * as Summary from "./Summary.ts"
import * as Target from "./carrier/Target.ts"
import * as Tunnel from "./Tunnel.ts"

export interface Carried {
  readonly tunnels: number
  /** Bytes that the providers' meters say, and that the target got and sent. */
  readonly metered: number
  readonly passed: number
  readonly failures: ReadonlyArray<Summary.Failure>
}

export interface Carrier {
  /** How far the world may go on before the tunnels follow, in virtual milliseconds. */
  readonly stepMs: number
  /** Nothing passes anywhere: virtual time need not be real. */
  readonly isIdle: (now: number) => boolean
  /** Catches up with the world at a moment in virtual milliseconds, and waits until that moment is there. */
  readonly follow: (tunnels: Iterable<Tunnel.Tunnel>, now: number) => Promise<void>
  readonly finish: (now: number) => Promise<Carried>
}

interface Link {
  readonly provider: Port.ProviderSession
  readonly requester: Port.RequesterSession
  readonly close: () => Promise<void>
  /** The one connection of the lease's program, from when it first has something to send. */
  stream: Net.Socket | undefined
}

interface Carriage {
  readonly number: number
  readonly tunnel: Tunnel.Tunnel
  /** Everything that this one does, in order. */
  work: Promise<void>
  link: Link | undefined
  sent: number
  isOpen: boolean
  isOver: boolean
}

/**
 * A carrier over tunnels in this process. `speed` is how many virtual seconds go by in a real one.
 *
 * @example
 * const carrier = await Carrier.embedded({ speed: 1 })
 */
export const embedded = async ({ speed }: { readonly speed: number }): Promise<Carrier> => {
  const target = await Target.start()
  const policy: ExitPolicy.ExitPolicy = {
    ...ExitPolicy.standard,
    allow: [{ name: "the simulator's target", block: "127.0.0.1/32", ports: [target.port] }],
  }
  const provider = Embedded.make({ listen: { host: "127.0.0.1" } })
  const world = { provider, requester: Embedded.make(), policy, target }
  return new Following(world, speed)
}

interface World {
  readonly provider: Port.Adapter
  readonly requester: Port.Adapter
  readonly policy: ExitPolicy.ExitPolicy
  readonly target: Target.Target
}

class Following implements Carrier {
  readonly stepMs = 50
  readonly #world: World
  readonly #speed: number
  readonly #carriages = new Map<Tunnel.Tunnel, Carriage>()
  readonly #failures: Array<Summary.Failure> = []
  #opened = 0
  #metered = 0
  #clock: { readonly wall: number; readonly virtual: number } | undefined

  constructor(world: World, speed: number) {
    this.#world = world
    this.#speed = speed
  }

  isIdle(now: number): boolean {
    for (const { open, brokenAt } of this.#carriages.keys())
      if (open && brokenAt > now) return false
    return true
  }

  async follow(tunnels: Iterable<Tunnel.Tunnel>, now: number): Promise<void> {
    const present = new Set<Tunnel.Tunnel>()
    for (const tunnel of tunnels) {
      present.add(tunnel)
      if (tunnel.open && !this.#carriages.has(tunnel)) this.#begin(tunnel, now)
    }
    for (const carriage of this.#carriages.values()) {
      this.#catchUp(carriage, now)
      if (!present.has(carriage.tunnel) && !carriage.tunnel.open) this.#end(carriage, now)
    }
    if (this.isIdle(now)) this.#clock = undefined
    else await this.#pace(now)
  }

  async finish(now: number): Promise<Carried> {
    const carriages = [...this.#carriages.values()]
    for (const carriage of carriages) {
      this.#catchUp(carriage, now)
      this.#end(carriage, now)
    }
    await Promise.all(carriages.map(({ work }) => work))
    await this.#world.target.close()
    return {
      tunnels: this.#opened,
      metered: this.#metered,
      passed: this.#world.target.total(),
      failures: this.#failures,
    }
  }

  #begin(tunnel: Tunnel.Tunnel, now: number): void {
    const number = this.#opened++
    const carriage: Carriage = {
      number,
      tunnel,
      work: Promise.resolve(),
      link: undefined,
      sent: 0,
      isOpen: false,
      isOver: false,
    }
    this.#carriages.set(tunnel, carriage)
    this.#then(carriage, now, async () => {
      carriage.link = await lay(this.#world, number)
    })
  }

  /** Brings the real gate to where the world's is, and sends what the world has counted since. */
  #catchUp(carriage: Carriage, now: number): void {
    const { tunnel } = carriage
    const more = Tunnel.meter(tunnel, now).bytesUsed - carriage.sent
    const sends = more >= Target.headerBytes ? more : 0
    const opens = (tunnel.open || sends > 0) && !carriage.isOpen
    const closes = !tunnel.open && (carriage.isOpen || opens)
    carriage.sent += sends
    carriage.isOpen = tunnel.open
    if (sends === 0 && !opens && !closes) return
    this.#then(carriage, now, async () => {
      const link = carriage.link!
      if (opens) await Effect.runPromise(link.provider.ungate(unlimited))
      if (sends > 0) {
        link.stream ??= await connect(link, this.#world)
        await Target.exchange(link.stream, carriage.number, sends)
      }
      if (closes) await Effect.runPromise(link.provider.gate)
    })
  }

  #end(carriage: Carriage, now: number): void {
    if (carriage.isOver) return
    carriage.isOver = true
    this.#then(carriage, now, async () => {
      const { link, number, sent } = carriage
      if (link !== undefined) await this.#compare(link, number, sent, now)
    })
    carriage.work = carriage.work.finally(async () => {
      carriage.link?.stream?.destroy()
      await carriage.link?.close()
      this.#carriages.delete(carriage.tunnel)
    })
  }

  /** IPSX-TUN-030: both meters, the target and the world say the same number of bytes. */
  async #compare(link: Link, number: number, sent: number, now: number): Promise<void> {
    const passed = this.#world.target.of(number)
    const meters = async (): Promise<ReadonlyArray<number>> => [
      Number(Reading.total(await Effect.runPromise(link.provider.meter))),
      Number(Reading.total(await Effect.runPromise(link.requester.meter))),
    ]
    let seen = await meters()
    // The last receipt is on its way for some milliseconds.
    for (let tries = 0; tries < 100 && seen.some((bytes) => bytes !== passed); tries++) {
      await pause(20)
      seen = await meters()
    }
    this.#metered += seen[0]!
    if (passed !== sent || seen.some((bytes) => bytes !== passed))
      this.#fail(
        now,
        `tunnel ${number}: the world counted ${sent} bytes, ${passed} passed, the meters say ${seen.join(" and ")}`,
      )
  }

  #then(carriage: Carriage, now: number, act: () => Promise<void>): void {
    carriage.work = carriage.work.then(act).catch((cause: Error) => {
      this.#fail(now, `tunnel ${carriage.number}: ${cause.message}`)
    })
  }

  #fail(atMs: number, message: string): void {
    if (this.#failures.length < 100) this.#failures.push({ id: "IPSX-TUN-030", atMs, message })
  }

  async #pace(now: number): Promise<void> {
    this.#clock ??= { wall: performance.now(), virtual: now }
    const due = this.#clock.wall + (now - this.#clock.virtual) / this.#speed
    await pause(Math.max(0, due - performance.now()))
  }
}

/** The leased address of a tunnel on this machine: every one of 127.0.0.0/8 is its own, where Linux has them all. */
const addressOf = (number: number): Ip.Ip =>
  process.platform === "linux"
    ? Ip.at("127.1.0.1" as Ip.Ip, number % 2 ** 22)
    : ("127.0.0.1" as Ip.Ip)

const lay = async (world: World, number: number): Promise<Link> => {
  const lease: LeaseTerms.Lease = {
    id: Id.fromNumber(number + 1),
    address: addressOf(number),
    protocols: Usage.protocolSet("http"),
    scopes: Usage.scopeSet("browsing"),
    counter: "l4-payload",
    tolerance: LeaseTerms.tolerance,
    heartbeat: 5000,
    misses: 12,
  }
  const scope = Scope.makeUnsafe()
  const close = () => Effect.runPromise(Scope.close(scope, Exit.void))
  const both = Effect.gen(function* () {
    const offer = yield* world.provider.offer(lease, world.policy)
    const accept = yield* world.requester.accept(lease, offer)
    const ends = [
      world.provider.serve(lease, accept),
      world.requester.connect(lease, offer),
    ] as const
    return yield* Effect.all(ends, { concurrency: 2 })
  })
  try {
    const [provider, requester] = await Effect.runPromise(Scope.provide(both, scope))
    return { provider, requester, close, stream: undefined }
  } catch (cause) {
    await close()
    throw cause
  }
}

const connect = ({ requester }: Link, { target }: World): Promise<Net.Socket> => {
  const { attach } = requester
  if (attach.kind !== "proxy") throw new Error("no proxy to attach to")
  return Target.through(attach.http, target.port)
}
