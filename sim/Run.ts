// One run: the world in virtual time, and where the scenario wants it the same blocks on real contracts. The
// world never waits for the chain; the chain only says whether it agrees (IPSX-CHN-030).
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { ChainError } from "../src/chain/Chain.ts"
import * as Genesis from "../src/chain/Genesis.ts"
import * as Mirror from "../src/chain/Mirror.ts"
import * as NativeCurve from "../src/chain/NativeCurve.ts"
import * as Exchange from "../src/Exchange.ts"
import * as PriceTime from "../src/matching/PriceTime.ts"
import type { Address } from "../src/model/Address.ts"
import * as Amount from "../src/model/Amount.ts"
import * as Centralizer from "../src/model/Centralizer.ts"
import * as Ledger from "../src/model/Ledger.ts"
import * as Resource from "../src/model/Resource.ts"
import type { Seconds } from "../src/model/Time.ts"
import type { Curve } from "../src/signature/Curve.ts"
import * as Blocks from "./Blocks.ts"
import type * as Carrier from "./Carrier.ts"
import * as Chain from "./Chain.ts"
import * as Demand from "./Demand.ts"
import * as Gas from "./Gas.ts"
import * as Hashing from "./Hashing.ts"
import * as Invariants from "./Invariants.ts"
import * as Kernel from "./Kernel.ts"
import * as Loop from "./Loop.ts"
import * as Metrics from "./Metrics.ts"
import * as Network from "./Network.ts"
import * as Orders from "./Orders.ts"
import * as Outcome from "./Outcome.ts"
import * as Population from "./Population.ts"
import type { Options } from "./Progress.ts"
import * as Recorder from "./Recorder.ts"
import * as Sampler from "./Sampler.ts"
import type * as ScenarioFile from "./ScenarioFile.ts"
import type * as Summary from "./Summary.ts"
import * as Trace from "./Trace.ts"
import type * as Tunnel from "./Tunnel.ts"
import * as World from "./World.ts"

/** Set-up and connection of a simulated tunnel, in milliseconds. */
const tunnelSetUp = Sampler.uniform(50, 900)
/** How long a participant waits for its partner's part of a settlement, in ms: some blocks at least. */
const patience = (blockSeconds: number): number => Math.max(30_000, 5000 * blockSeconds)
const pointsInCharts = 100
const sliceEvents = 4000
/** Virtual time after the scenario's end within which every deal has to find its own: a lease has a month at most. */
const drainMs = 100 * 86_400_000

interface Stage {
  readonly world: World.World
  readonly curve: Curve
  readonly population: Population.Population
  readonly predicted: Array<Mirror.Predicted>
  readonly funding: ReadonlyArray<readonly [Address, Amount.Amount]>
}

/** Runs a scenario. Its failures are of the machine or the node, each with a message that says what to do. */
export const run = (
  loaded: ScenarioFile.Loaded,
  options: Options,
): Effect.Effect<Summary.RunResult, RunError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const began = performance.now()
      const stage = yield* Effect.fromResult(prepare(loaded, options))
      const chain = yield* connect(loaded, options, stage)
      const partial = yield* drive(stage, options, chain)
      Recorder.finish(stage.world.recorder, stage.world.kernel.now)
      Invariants.finish(
        stage.world.invariants,
        stage.world.exchange,
        stage.world.leases.values(),
        stage.world.kernel.now,
        partial,
      )
      const ended = yield* chain.finish
      const carried = yield* carriedBy(stage, options.carrier)
      const outside = {
        version: options.version,
        replay: options.replay,
        partial,
        ...ended,
        failures: [...ended.failures, ...carried],
      }
      const wallSeconds = Math.round(performance.now() - began) / 1000
      return {
        summary: Outcome.summary(stage.world, loaded, { ...outside, wallSeconds }),
        details: Outcome.details(stage.world, { ...outside, wallSeconds }),
        tables: Recorder.tables(stage.world.recorder),
      }
    }),
  )

const prepare = (
  loaded: ScenarioFile.Loaded,
  options: Options,
): Result.Result<Stage, Genesis.FundingExceedsSupply> => {
  const { scenario, parameters } = loaded
  const curve = NativeCurve.fastest()
  const population = Population.make(loaded, curve)
  const { accounts } = Genesis.make(curve)
  const place = Genesis.place(curve, accounts.deployer, Gas.chainId)
  const { funding: holder, partners, bounty, team } = accounts
  const ledger = Ledger.make(parameters, {
    centralizer: place.centralizer,
    platform: accounts.platform,
    holders: { funding: holder, partners, bounty, team },
  })
  const funding = [...population.providers, ...population.requesters].map(
    ({ address, funded }) => [address, Amount.of(funded)] as const,
  )
  const opening = Genesis.transactions(accounts, funding)
  if (Result.isFailure(opening)) return Result.fail(opening.failure)
  const epoch = scenario.epoch as Seconds
  for (const transaction of opening.success)
    Result.getOrThrow(
      Centralizer.apply(ledger, transaction, { number: Blocks.genesis, timestamp: epoch }),
    )
  const predicted: Array<Mirror.Predicted> = []
  const durationMs = scenario.duration * 1000
  const bucketMs = (scenario.bucket ?? Math.ceil(scenario.duration / pointsInCharts)) * 1000
  const seats = [...population.resources.values()].reduce((sum, r) => sum + Resource.seats(r), 0)
  const world: World.World = {
    scenario,
    kernel: Kernel.make(),
    exchange: Exchange.make(
      ledger,
      Hashing.make(curve),
      PriceTime.priceTime.open(Demand.rules(parameters), epoch),
      scenario.standing,
    ),
    settings: {
      parameters,
      epoch,
      blockSeconds: scenario.chain.blockSeconds,
      digest: Hashing.statusDigest,
      patience: patience(scenario.chain.blockSeconds),
    },
    network: Network.make(scenario.network, scenario.seed),
    demand: Demand.make(scenario, parameters, population),
    blocks: Blocks.make(
      scenario.chain.blockSeconds,
      scenario.chain.maxTransactionsPerBlock,
      scenario.chain.settlement,
    ),
    leases: new Map(),
    latest: undefined,
    leased: 0,
    served: new Map(),
    asking: new Map(),
    trace: Trace.make(options.trace),
    recorder: Recorder.make(durationMs, bucketMs, seats, Gas.of),
    invariants: Invariants.make(parameters.challengeStake),
    setUp: tunnelSetUp,
    mirror: options.chain === "memory" ? undefined : (block) => void predicted.push(block),
  }
  return Result.succeed({ world, curve, population, predicted, funding })
}

const connect = (loaded: ScenarioFile.Loaded, options: Options, stage: Stage) =>
  options.chain === "memory"
    ? Effect.succeed(Chain.memory(stage.world))
    : Effect.map(
        Mirror.make({
          ...(options.chain === "anvil" ? {} : { url: options.chain }),
          signing: loaded.scenario.chain.signing,
          keys: (account) => stage.population.keys.get(account)!,
          parameters: loaded.parameters,
          funding: stage.funding,
          genesis: { number: Blocks.genesis, timestamp: loaded.scenario.epoch },
          chainId: Gas.chainId,
          curve: stage.curve,
        }),
        (mirror) => Chain.mirrored(stage, mirror, loaded.scenario.chain),
      )

/** The tunnels of a world, those of short deals too. */
function* tunnelsOf({ world }: Stage): Iterable<Tunnel.Tunnel> {
  for (const { tunnel, standing } of world.leases.values()) {
    yield tunnel
    for (const short of standing?.open.values() ?? []) yield short.tunnel
  }
}

const carriedBy = ({ world }: Stage, carrier: Carrier.Carrier | undefined) =>
  carrier === undefined
    ? Effect.succeed([])
    : Effect.promise(async () => (await carrier.finish(world.kernel.now)).failures)

const isOver = ({ world }: Stage): boolean =>
  world.kernel.now >= world.scenario.duration * 1000 &&
  World.open(world) === 0 &&
  world.blocks.queue.length === 0

/** Lets time pass until every deal has ended; true when somebody cut it short. */
const drive = (
  stage: Stage,
  { observer, carrier }: Options,
  chain: Chain.Chain,
): Effect.Effect<boolean, ChainError> =>
  Effect.gen(function* () {
    const { world, predicted } = stage
    const { kernel, scenario } = world
    const untilMs = scenario.duration * 1000
    Orders.start(world)
    for (;;) {
      const farthest = kernel.now < untilMs ? untilMs : untilMs + drainMs
      const isCarrying = carrier !== undefined && !carrier.isIdle(kernel.now)
      const horizon = isCarrying ? Math.min(farthest, kernel.now + carrier.stepMs) : farthest
      const outcome = kernel.run(
        horizon,
        (code, payload, at) => {
          Loop.handle(world, code, payload, at)
          if (isOver(stage)) kernel.stop()
        },
        // Without a tunnel time flies, but no further than to the event that opens one.
        Math.min(
          carrier === undefined || isCarrying ? sliceEvents : 1,
          scenario.maxEvents - kernel.handled,
        ),
      )
      if (carrier !== undefined)
        yield* Effect.promise(() => carrier.follow(tunnelsOf(stage), kernel.now))
      for (const block of predicted.splice(0)) yield* chain.take(block)
      const goOn = yield* Effect.promise(() =>
        observer.tick({
          nowMs: Math.min(kernel.now, untilMs),
          untilMs,
          events: kernel.handled,
          opened: Metrics.counted(world.recorder.metrics, "opened"),
          settled: Metrics.counted(world.recorder.metrics, "settled"),
        }),
      )
      // A deal that is open after all this time will never end: the run is whole, and its checks say so.
      const isOverdue = kernel.now >= untilMs + drainMs
      if (isOver(stage) || outcome === "drained" || isOverdue) return false
      if (!goOn || kernel.handled >= scenario.maxEvents) return true
    }
  })

export type RunError = ChainError | Genesis.FundingExceedsSupply
