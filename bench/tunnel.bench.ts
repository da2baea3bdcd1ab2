// Tunnels: how soon the first byte comes, also beside the barest tunnel, what a GiB costs beside the barest relay, how many providers one process can be,
// and WireGuard beside WireGuard.
//
//   node bench/tunnel.bench.ts [providers] [MiB]
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Id from "../src/model/Id.ts"
import * as Ip from "../src/model/Ip.ts"
import * as Usage from "../src/model/Usage.ts"
import * as Embedded from "../src/tunnel/Embedded.ts"
import * as ExitPolicy from "../src/tunnel/ExitPolicy.ts"
import * as Lease from "../src/tunnel/Lease.ts"
import * as Tunnel from "../src/tunnel/Tunnel.ts"
import * as Client from "../test/tunnel/Client.ts"
import * as Target from "../test/tunnel/Target.ts"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"
import * as Bare from "./tunnel/Bare.ts"
import * as Packets from "./tunnel/Packets.ts"
import * as Streams from "./tunnel/Streams.ts"

const providers = Number(process.argv[2] ?? 4000)
const bytes = Number(process.argv[3] ?? 96) * 2 ** 20
const rounds = 7
/** Set-ups before the first that counts, so that the code is compiled. */
const warmUp = 200
const bench = "tunnel"

const allowing = (...ports: ReadonlyArray<number>): ExitPolicy.ExitPolicy => ({
  ...ExitPolicy.standard,
  allow: [{ name: "the bench's own target", block: "127.0.0.1/32", ports: [...ports] }],
})

const leaseOf = (n: number): Lease.Lease => ({
  id: Id.fromNumber(n + 1),
  // 127.1.0.1 and on: every address of this block is this machine's.
  address: Ip.at("127.1.0.1" as Ip.Ip, n),
  protocols: Usage.protocolSet("http"),
  scopes: Usage.scopeSet("browsing"),
  counter: "l4-payload",
  tolerance: Lease.tolerance,
  heartbeat: 60_000,
  misses: 5,
})

const open = (
  provider: Tunnel.Adapter,
  requester: Tunnel.Adapter,
  lease: Lease.Lease,
  policy: ExitPolicy.ExitPolicy,
) =>
  Effect.gen(function* () {
    const offer = yield* provider.offer(lease, policy)
    const accept = yield* requester.accept(lease, offer)
    const both = [provider.serve(lease, accept), requester.connect(lease, offer)] as const
    const [serving, using] = yield* Effect.all(both, { concurrency: 2 })
    yield* serving.ungate(Tunnel.unlimited)
    if (using.attach.kind !== "proxy") throw new Error("no proxy")
    return using.attach
  })

const percentile = (values: ReadonlyArray<number>, part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))]!

/** Milliseconds, by the clock and of processor time. */
interface Took {
  readonly wall: number
  readonly processor: number
}

/** From the first call of `offer` to the first byte of an answer, at the 95th percentile. */
const firstByte = async (): Promise<void> => {
  const target = await Target.start()
  const provider = Embedded.make({ listen: { host: "127.0.0.1" } })
  const requester = Embedded.make()
  const policy = allowing(target.port)
  // The listener of a provider is there before its first deal.
  const standing = Scope.makeUnsafe()
  await Effect.runPromise(Scope.provide(provider.offer(leaseOf(60_000), policy), standing))
  const to = `127.0.0.1:${target.port}`
  const timed = async (opened: () => Promise<URL>): Promise<Took> => {
    const [began, before] = [performance.now(), process.cpuUsage()]
    await Streams.firstByte(await opened(), to)
    const wall = performance.now() - began
    const { user, system } = process.cpuUsage(before)
    return { wall, processor: (user + system) / 1000 }
  }
  const once = async (n: number): Promise<Took> => {
    const scope = Scope.makeUnsafe()
    const took = await timed(async () => {
      const opening = Scope.provide(open(provider, requester, leaseOf(n), policy), scope)
      return new URL((await Effect.runPromise(opening)).http)
    })
    await Effect.runPromise(Scope.close(scope, Exit.void))
    return took
  }
  const bare = await Bare.far()
  const barely = async (): Promise<Took> => {
    let end = (): void => {}
    const took = await timed(async () => {
      const { url, close } = await bare.open()
      end = close
      return url
    })
    end()
    return took
  }
  // One after the other of each kind, so that each pays for taking down what was set up before it, and not for the other's.
  const several = async (count: number, one: (n: number) => Promise<Took>) => {
    const took: Array<Took> = []
    for (let n = 0; n < count; n++) took.push(await one(n))
    return took
  }
  await several(warmUp, once)
  await several(warmUp, barely)
  const ours: Array<ReadonlyArray<Took>> = []
  const theirs: Array<ReadonlyArray<Took>> = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await several(60, once))
    theirs.push(await several(60, barely))
  }
  await Effect.runPromise(Scope.close(standing, Exit.void))
  bare.close()
  await target.close()
  const at = (
    rows: ReadonlyArray<ReadonlyArray<Took>>,
    part: number,
    of: keyof Took,
  ): ReadonlyArray<number> =>
    rows.map((took) =>
      percentile(
        took.map((one) => one[of]),
        part,
      ),
    )
  const row = (name: string, part: number, of: keyof Took, note: string): void => {
    const figure = { bench, unit: "ms", higherIsBetter: false, note }
    const samples = at(ours, part, of)
    const peers = at(theirs, part, of)
    const named = `embedded, set-up to first byte, ${name}`
    Row.print(Row.limit({ ...figure, case: named, samples, limit: 5 }))
    Row.print(
      Row.of({
        ...figure,
        case: `${named}, beside the barest`,
        peer: "bare TLS 1.3 and HTTP/2",
        samples: samples.map((value, round) => [value, peers[round]!] as const),
      }),
    )
  }
  const warm = `after ${warmUp} of each`
  row("p95", 0.95, "wall", `wall time, ${warm}: it grows with whatever else the machine does`)
  row("median", 0.5, "wall", `wall time, ${warm}`)
  row("processor time, p95", 0.95, "processor", "of both ends, the target and the program")
  row("processor time, median", 0.5, "processor", "of both ends, the target and the program")
}

const throughput = async (): Promise<void> => {
  const port = await Streams.source(bytes)
  const relay = await Streams.bareRelay(port)
  const provider = Embedded.make({ listen: { host: "127.0.0.1" } })
  const scope = Scope.makeUnsafe()
  const { http } = await Effect.runPromise(
    Scope.provide(open(provider, Embedded.make(), leaseOf(0), allowing(port)), scope),
  )
  const url = new URL(http)
  const proxy = { password: url.password, to: `127.0.0.1:${port}` }
  await Pair.compare({
    bench,
    case: "embedded, one stream, all ends in one process",
    unit: "CPU µs/MiB",
    higherIsBetter: false,
    work: bytes / 2 ** 20,
    ours: () => Streams.sink(Number(url.port), proxy),
    peer: { name: "bare TLS 1.3 relay", run: () => Streams.sink(relay) },
    rounds: 9,
    bar: 0.8,
  })
  await Effect.runPromise(Scope.close(scope, Exit.void))
}

/** Providers that are up at once in this process, each with a listener of its own, and the addresses that a target saw. */
const manyProviders = async (): Promise<void> => {
  const target = await Target.start()
  const scope = Scope.makeUnsafe()
  const requester = Embedded.make()
  const policy = allowing(target.port)
  const before = process.memoryUsage().rss
  const socks: Array<string> = []
  const first = async (n: number): Promise<void> => {
    const provider = Embedded.make({ listen: { host: leaseOf(n).address } })
    const attach = await Effect.runPromise(
      Scope.provide(open(provider, requester, leaseOf(n), policy), scope),
    )
    socks[n] = attach.socks
  }
  const inGroups = async (act: (n: number) => Promise<unknown>): Promise<void> => {
    for (let n = 0; n < providers; n += 16)
      await Promise.all(Array.from({ length: Math.min(16, providers - n) }, (_, at) => act(n + at)))
  }
  await inGroups(first)
  target.sources.clear()
  await inGroups((n) => Client.knock(socks[n], "127.0.0.1", target.port))
  const kib = (process.memoryUsage().rss - before) / 1024 / providers
  Row.print(
    Row.limit({
      bench,
      case: "embedded, live providers in one process, distinct addresses seen",
      unit: "addresses",
      higherIsBetter: true,
      samples: [target.sources.size],
      limit: providers,
      note: `${kib.toFixed(0)} KiB for both ends of each`,
    }),
  )
  await Effect.runPromise(Scope.close(scope, Exit.void))
  await target.close()
}

const packets = async (): Promise<void> => {
  const samples = await Packets.pairs(bytes, 9)
  if (typeof samples === "string") return void console.error(`skipped: wireguard: ${samples}`)
  Row.print(
    Row.of({
      bench,
      case: "wireguard, one stream",
      unit: "CPU s/GiB",
      higherIsBetter: false,
      peer: "wireguard-go by hand",
      samples,
      bar: 0.95,
    }),
  )
}

await firstByte()
await throughput()
await manyProviders()
await packets()
process.exit()
