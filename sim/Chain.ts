// The chain of a run: nothing but the model's own ledger, or a node with real contracts that is given every block of it
// and says whether it agrees (IPSX-CHN-030). The world goes on while the node mines.
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type { ChainError } from "../src/chain/Chain.ts"
import type * as Compare from "../src/chain/Compare.ts"
import type * as Mirror from "../src/chain/Mirror.ts"
import type { Address } from "../src/model/Address.ts"
import * as Ledger from "../src/model/Ledger.ts"
import * as Blocks from "./Blocks.ts"
import * as Hashing from "./Hashing.ts"
import * as Outcome from "./Outcome.ts"
import type * as Population from "./Population.ts"
import * as Recorder from "./Recorder.ts"
import type { Scenario } from "./Scenario.ts"
import type * as Summary from "./Summary.ts"
import * as Tamper from "./Tamper.ts"
import type * as World from "./World.ts"

/** What takes the blocks of a run, and what it says at the end. */
export interface Chain {
  readonly take: (block: Mirror.Predicted) => Effect.Effect<void, ChainError>
  readonly finish: Effect.Effect<Ended, ChainError>
}

type Ended = Pick<Outcome.Outside, "chain" | "oracle" | "failures">

/** Blocks that the node may be behind the world. */
const blocksAhead = 4
const failuresMax = 100

/** No chain but the model's ledger. */
export const memory = (world: World.World): Chain => ({
  take: () => Effect.void,
  finish: Effect.sync(() => ({
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

/** A node with real contracts, which a scenario may tell to tamper with what it was given. */
export const mirrored = (
  { world, population }: Stage,
  mirror: Mirror.Mirror,
  { signing, tamper: wanted }: Scenario["chain"],
): Chain => {
  const differences = new Differences(world, population)
  const tamper = Tamper.make(wanted, population)
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
        const mined = Effect.map(mirror.block(block), (found) => differences.note(found))
        mining.push(yield* Effect.forkChild(mined))
        yield* settle(ahead)
        yield* Tamper.after(tamper, block, mirror)
      }),
    finish: Effect.gen(function* () {
      yield* settle(0)
      yield* Tamper.finish(tamper)
      return yield* end(world, mirror, signing, differences)
    }),
  }
}

export interface Stage {
  readonly world: World.World
  readonly population: Population.Population
}

/** Reads back the state of everybody and compares it with the ledger's, row by row. */
const end = (
  world: World.World,
  mirror: Mirror.Mirror,
  signing: Scenario["chain"]["signing"],
  differences: Differences,
): Effect.Effect<Ended, ChainError> => {
  const { ledger } = world.exchange
  const accounts = {
    wallets: Outcome.accounts(world),
    channels: Array.from(Ledger.channelsOf(ledger), ({ id }) => id),
    tokens: ledger.token.balances.keys(),
  }
  return Effect.map(mirror.finish(accounts), (ended) => {
    const expected = Ledger.digestRows(ledger)
    const found = Outcome.difference(expected, ended.stateRows)
    const block = Blocks.numberAt(world.blocks, world.kernel.now)
    differences.note(found.map((row) => ({ ...row, block, subject: `${row.subject} at the end` })))
    return {
      chain: {
        kind: mirror.info.kind === "rpc" ? "rpc" : "anvil",
        signing,
        blocks: ended.blocks,
        transactions: ended.transactions,
        gasUsed: ended.gasUsed.toString(),
        headHash: ended.headHash,
        stateDigest: Hashing.rows(ended.stateRows),
      },
      oracle: {
        compared: ended.compared + expected.length,
        mismatches: ended.mismatches + found.length,
      },
      failures: differences.failures,
    }
  })
}

/** What model and chain did not agree about, the first of it. */
class Differences {
  readonly failures: Array<Summary.Failure> = []
  readonly #blocks: Blocks.Blocks
  readonly #names: ReadonlyMap<Address, string>

  constructor({ blocks }: World.World, { providers, requesters }: Population.Population) {
    this.#blocks = blocks
    this.#names = new Map([...providers, ...requesters].map(({ address, name }) => [address, name]))
  }

  note(found: ReadonlyArray<Compare.Mismatch>): void {
    for (const { block, subject, expected, actual } of found) {
      if (this.failures.length === failuresMax) return
      this.failures.push({
        id: "IPSX-CHN-030",
        atMs: (block - Blocks.genesis) * this.#blocks.blockMs,
        message: `block ${block}, ${this.#named(subject)}: expected ${expected}, the chain has ${actual}`,
      })
    }
  }

  /** A text with the name of its actor behind each account. */
  #named(text: string): string {
    return text.replace(/0x[0-9a-f]{40}\b/g, (account) => {
      const name = this.#names.get(account as Address)
      return name === undefined ? account : `${account} (${name})`
    })
  }
}
