// Drives an anvil block by block: the transactions of one block are one batch, mined in the order given, at the number
// and the time given (IPSX-CHN-020). Blocks may be asked for before earlier ones are done. Then the calls of a block
// are made while the node mines the one before, and that one is read back while the node mines the next: both work
// all the time, and yet no two blocks are ever in the node's pool.
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { RawLog } from "./AbiLog.ts"
import * as Pages from "./Pages.ts"
import type * as Rpc from "./Rpc.ts"
import * as Wire from "./Wire.ts"

export interface Block {
  readonly number: number
  /** Whole seconds. */
  readonly timestamp: number
  readonly items: Wire.Items
}

/** What else is wanted of a block: reads as of it, and how the transactions at some places ended. */
export interface Wanted {
  readonly reads?: ReadonlyArray<Rpc.Call>
  readonly traced?: ReadonlyArray<number>
}

export interface Mined {
  readonly gasUsed: bigint
  readonly hash: string
  /** Hashes of the transactions in their order in the block. */
  readonly hashes: ReadonlyArray<string>
  /** Logs of the asked address, in order. */
  readonly logs: ReadonlyArray<RawLog>
  /** The results of the reads, as of this block. */
  readonly reads: ReadonlyArray<unknown>
  /** How the transactions ended that were asked for. */
  readonly outcomes: ReadonlyArray<Pages.Outcome>
}

export interface Head {
  readonly number: number
  readonly timestamp: number
  readonly hash: string
}

export interface Blocks {
  /** The last block that was read back. */
  readonly head: () => Head
  /**
   * Mines the empty blocks up to the number, then the block, and reads what is wanted of it. Blocks are mined in the
   * order of the calls; after one that failed none is. Rejects with an `Rpc` error or one of the errors below.
   */
  readonly mine: (block: Block, wanted?: Wanted) => Promise<Mined>
}

export interface Options extends Wire.Options {
  readonly rpc: Rpc.Rpc
  /** Whose logs are read. */
  readonly logsOf?: string
  /** Whether nobody has used the node before, so that every nonce is zero. */
  readonly isFresh?: boolean
  readonly transactionsMax?: number
}

/** Transactions that one block can have: more only cost memory. */
export const transactionsMax = 5_000

// Empty blocks per call, so that no call comes near the time-out.
const emptyMax = 2_000
// Blocks that may be mined before the first of them is read back: half of what the node keeps.
const unreadMax = 32
// Blocks whose calls are made in advance.
const preparedMax = 2

/**
 * A driver of a node that nobody else drives at the same time.
 *
 * @example
 * const blocks = await Blocks.make({ rpc, chainId, signing: "impersonated", curve, keys, logsOf: centralizer })
 * await blocks.mine({ number: 7, timestamp: 1_700_000_084, items: [{ sender, to, data }] })
 */
export const make = async (options: Options): Promise<Blocks> => {
  const { rpc } = options
  const most = options.transactionsMax ?? transactionsMax
  const nonces = new Map<Address, number>()
  const pages = Pages.make(rpc, options.logsOf)
  let head: Head = Pages.headerOf(await rpc.call("eth_getBlockByNumber", ["latest", false]))
  // The block that was asked for last, and what has to be over before the next one may do the same.
  let planned: Pick<Head, "number" | "timestamp"> = head
  let prepared: Promise<unknown> = Promise.resolve()
  let mined: Promise<unknown> = Promise.resolve()
  let reads: Promise<unknown> = Promise.resolve()
  const mining: Array<Promise<unknown>> = []
  const unread: Array<Promise<unknown>> = []
  const skip = skipper(rpc)

  const prepare = async (items: Wire.Items, room: Promise<unknown> | undefined) => {
    await room
    if (options.isFresh === true) return Wire.write(options, items, nonces)
    const list = Array.from(items)
    await learnNonces(rpc, nonces, list)
    return Wire.write(options, list, nonces)
  }

  const bring = async (
    { number, timestamp }: Block,
    after: Pick<Head, "number" | "timestamp">,
    requests: Promise<Wire.Requests>,
  ): Promise<void> => {
    const calls = await requests
    const empty = number - after.number - 1
    if (empty > 0) {
      await reads
      // The node forgets old blocks: those not read yet must not become old ones.
      if (empty >= unreadMax) await Promise.all(unread.splice(0))
      await skip(after, { number, timestamp })
    }
    // What was asked for as of the last block is read while the pool fills, and before there is a new state.
    await Promise.all([...calls.map((texts) => rpc.batchText(texts)), reads])
    if (unread.length >= unreadMax) await unread.shift()
    await rpc.call("evm_mine", [{ timestamp: Wire.hex(timestamp) }])
  }

  const mine = async (block: Block, wanted: Wanted = {}): Promise<Mined> => {
    const after = planned
    requireNext(block, after, most)
    planned = block
    const room = mining[mining.length - preparedMax]
    const requests = prepared.then(() => prepare(block.items, room))
    prepared = requests
    const done = mined.then(() => bring(block, after, requests))
    mined = done
    mining.push(done)
    if (mining.length > preparedMax) mining.shift()
    // When one fails, its own caller is told; that the next ones fail for it is no error of nobody.
    requests.catch(() => {})
    await done
    const answers = rpc.batch(wanted.reads ?? [])
    reads = answers
    const page = pages.of(block.number, wanted.traced ?? [])
    unread.push(
      page.then(
        () => {},
        () => {},
      ),
    )
    const [results, { header, logs, outcomes }] = await Promise.all([answers, page])
    head = header
    requireWhole(block, header)
    const { gasUsed, hash, transactions: hashes } = header
    return { gasUsed, hash, hashes, logs, reads: results, outcomes }
  }
  return { head: () => head, mine }
}

const requireNext = (
  block: Block,
  after: Pick<Head, "number" | "timestamp">,
  most: number,
): void => {
  const { number, timestamp, items } = block
  if (items.length > most)
    throw new BlockTooLarge({ number, transactions: items.length, transactionsMax: most })
  if (number <= after.number || timestamp - after.timestamp < number - after.number)
    throw new BlockInThePast({
      number,
      timestamp,
      headNumber: after.number,
      headTimestamp: after.timestamp,
    })
}

const requireWhole = (block: Block, header: Pages.Header): void => {
  const { number, timestamp, items } = block
  const { transactions } = header
  if (
    transactions.length !== items.length ||
    header.number !== number ||
    header.timestamp !== timestamp
  )
    throw new BlockIncomplete({
      number,
      sent: items.length,
      mined: transactions.length,
      actual: `block ${header.number} at ${header.timestamp}`,
    })
}

// Empty blocks get evenly spaced times. Without the interval anvil would take them from the machine's clock; it is
// left standing, because a block that is given its time does not look at it.
const skipper = (rpc: Rpc.Rpc) => {
  let interval = 0
  return async (
    from: Pick<Head, "number" | "timestamp">,
    to: Pick<Head, "number" | "timestamp">,
  ): Promise<void> => {
    let left = to.number - from.number - 1
    const wanted = Math.floor((to.timestamp - from.timestamp) / (left + 1))
    if (wanted !== interval) await rpc.call("anvil_setBlockTimestampInterval", [wanted])
    interval = wanted
    for (; left > 0; left -= emptyMax)
      await rpc.call("anvil_mine", [Wire.hex(Math.min(left, emptyMax))])
  }
}

const learnNonces = async (
  rpc: Rpc.Rpc,
  nonces: Map<Address, number>,
  items: ReadonlyArray<Wire.Item>,
): Promise<void> => {
  const senders = new Set(items.map(({ sender }) => sender))
  const strangers = [...senders].filter((sender) => !nonces.has(sender))
  if (strangers.length === 0) return
  const counts = await rpc.batch(
    strangers.map((sender) => ({
      method: "eth_getTransactionCount",
      params: [sender, "latest"],
    })),
  )
  for (const [at, sender] of strangers.entries()) nonces.set(sender, Number(counts[at]))
}

export type BlockError = BlockTooLarge | BlockInThePast | BlockIncomplete
export class BlockTooLarge extends Schema.TaggedError<BlockTooLarge>()("BlockTooLarge", {
  number: Schema.Number,
  transactions: Schema.Number,
  transactionsMax: Schema.Number,
}) {
  override get message(): string {
    return `block ${this.number} has ${this.transactions} transactions, at most ${this.transactionsMax} fit: use shorter block times`
  }
}

export class BlockInThePast extends Schema.TaggedError<BlockInThePast>()("BlockInThePast", {
  number: Schema.Number,
  timestamp: Schema.Number,
  headNumber: Schema.Number,
  headTimestamp: Schema.Number,
}) {
  override get message(): string {
    return (
      `block ${this.number} at second ${this.timestamp} cannot follow block ${this.headNumber} at second ${this.headTimestamp}: ` +
      `numbers increase, and time by a second or more for each; start with a fresh node`
    )
  }
}

export class BlockIncomplete extends Schema.TaggedError<BlockIncomplete>()("BlockIncomplete", {
  number: Schema.Number,
  sent: Schema.Number,
  mined: Schema.Number,
  actual: Schema.String,
}) {
  override get message(): string {
    return (
      `block ${this.number} should have ${this.sent} transactions, ${this.actual} has ${this.mined}: ` +
      `somebody else uses this node, or it is no anvil without mining of its own`
    )
  }
}
