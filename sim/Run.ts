// One run: the world in virtual time, and where the scenario wants it the same blocks on real contracts. The
// world never waits for the chain; the chain only says whether it agrees (IPSX-CHN-030).
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
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
import * as Tamper from "./Tamper.ts"
import * as Trace from "./Trace.ts"
import type * as Tunnel from "./Tunnel.ts"
import * as World from "./World.ts"

/** Set-up and connection of a simulated tunnel, in milliseconds. */
const tunnelSetUp = Sampler.uniform(50, 900)
/** How long a participant waits for its partner's part of a settlement, in ms: some blocks at least. */
const patience = (blockSeconds: number): number => Math.max(30_000, 5000 * blockSeconds)
const pointsInCharts = 100
const sliceEvents = 4000
/** Blocks that the node may be behind the world. */
const blocksAhead = 4
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
      const ended = yield* chain.finish()
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

/** The chain's side of a run: what takes the predicted blocks, and what it says at the end. */
interface Side {
  readonly take: (block: Mirror.Predicted) => Effect.Effect<void, ChainError>
  readonly finish: () => Effect.Effect<
    Pick<Outcome.Outside, "chain" | "oracle" | "failures">,
    ChainError
  >
}

const connect = (loaded: ScenarioFile.Loaded, options: Options, stage: Stage) =>
  options.chain === "memory"
    ? Effect.succeed(memory(stage))
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
        (mirror) => mirrored(stage, mirror, loaded),
      )

const memory = ({ world }: Stage): Side => ({
  take: () => Effect.void,
  finish: () =>
    Effect.sync(() => ({
      chain: {
        kind: "memory" as const,
        signing: "none" as const,
        blocks: world.blocks.made,
        transactions: world.blocks.transactions,
        gasUsed: Recorder.gasBooked(world.recorder).toString(),
        headHash: null,
        stateDigest: Hashing.rows(Ledger.digestRows(world.exchange.ledger)),
      },
      oracle: { compared: 0, mismatches: 0 },
      failures: [],
    })),
})

const failuresMax = 100

/** The accounts of a text with the names of their actors behind them. */
const withNames = (text: string, names: ReadonlyMap<Address, string>): string =>
  text.replace(/0x[0-9a-f]{40}\b/g, (account) => {
    const name = names.get(account as Address)
    return name === undefined ? account : `${account} (${name})`
  })

const mirrored = (stage: Stage, mirror: Mirror.Mirror, loaded: ScenarioFile.Loaded): Side => {
  const { world } = stage
  const failures: Array<Summary.Failure> = []
  const { providers, requesters } = stage.population
  const names = new Map([...providers, ...requesters].map(({ address, name }) => [address, name]))
  const report = (block: number, subject: string, expected: string, actual: string) => {
    if (failures.length < failuresMax)
      failures.push({
        id: "IPSX-CHN-030",
        atMs: (block - Blocks.genesis) * world.blocks.blockMs,
        message: `block ${block}, ${withNames(subject, names)}: expected ${expected}, the chain has ${actual}`,
      })
  }
  const tamper = Tamper.make(loaded.scenario.chain.tamper, stage.population)
  const ahead = tamper === undefined ? blocksAhead : 0
  const mining: Array<Fiber.Fiber<void, ChainError>> = []
  // PERF: the world goes on while the node mines; what a block came to is heard some blocks later.
  const settle = (most: number): Effect.Effect<void, ChainError> =>
    Effect.gen(function* () {
      while (mining.length > most) yield* Fiber.join(mining.shift()!)
    })
  return {
    take: (block) =>
      Effect.gen(function* () {
        mining.push(
          yield* Effect.forkChild(
            Effect.map(mirror.block(block), (mismatches) => {
              for (const { block: number, subject, expected, actual } of mismatches)
                report(number, subject, expected, actual)
            }),
          ),
        )
        yield* settle(ahead)
        yield* Tamper.after(tamper, block, mirror)
      }),
    finish: () =>
      Effect.gen(function* () {
        yield* settle(0)
        yield* Tamper.finish(tamper)
        const { ledger } = world.exchange
        const end = yield* mirror.finish({
          wallets: Outcome.accounts(world),
          channels: Array.from(Ledger.channelsOf(ledger), ({ id }) => id),
          tokens: ledger.token.balances.keys(),
        })
        const expected = Ledger.digestRows(ledger)
        const differences = Outcome.difference(expected, end.stateRows)
        for (const { subject, expected, actual } of differences) {
          const last = Blocks.numberAt(world.blocks, world.kernel.now)
          report(last, `${subject} at the end`, expected, actual)
        }
        return {
          chain: {
            kind: mirror.info.kind === "rpc" ? ("rpc" as const) : ("anvil" as const),
            signing: loaded.scenario.chain.signing,
            blocks: end.blocks,
            transactions: end.transactions,
            gasUsed: end.gasUsed.toString(),
            headHash: end.headHash,
            stateDigest: Hashing.rows(end.stateRows),
          },
          oracle: {
            compared: end.compared + expected.length,
            mismatches: end.mismatches + differences.length,
          },
          failures,
        }
      }),
  }
}

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
  chain: Side,
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
