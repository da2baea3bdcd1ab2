// Drives an anvil block by block: the transactions of one block are one batch, mined in the order given, at the number
// and the time given (IPSX-CHN-020). Blocks may be asked for before earlier ones are done. Then the calls of a block
// are made while the node mines the one before, and that one is read back while the node mines the next: both work
// all the time, and yet no two blocks are ever in the node's pool.
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { LogText } from "./LogText.ts"
import * as Pages from "./Pages.ts"
import * as Rpc from "./Rpc.ts"
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
  readonly logs: LogText
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
   * Mines the empty blocks up to the number, then the block, and reads what is wanted of it. Blocks are mined, and
   * their promises settle, in the order of the calls; after one that failed only the one that was on its way already. Rejects with an `Rpc` error or
   * one of the errors below.
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
  const line = lineOf(rpc)
  const skipped = skipper()
  let head: Head = Pages.headerOf(await rpc.call("eth_getBlockByNumber", ["latest", false]))
  // The block that was asked for last, and what has to be over before the next one may do the same.
  let planned: Pick<Head, "number" | "timestamp"> = head
  let prepared: Promise<unknown> = Promise.resolve()
  let last: Promise<Sent> = Promise.resolve(nothing)
  const mining: Array<Promise<unknown>> = []
  const unread: Array<Promise<unknown>> = []

  const prepare = async (items: Wire.Items, room: Promise<unknown> | undefined) => {
    await room
    if (options.isFresh === true) return Wire.write(options, items, nonces)
    const list = Array.from(items)
    await learnNonces(rpc, nonces, list)
    return Wire.write(options, list, nonces)
  }

  /** Puts a block's requests on their way behind those of the block before, `sent`. */
  const send = async (
    block: Block,
    after: Pick<Head, "number" | "timestamp">,
    requests: Wire.Requests,
    sent: Sent,
    { reads = [], traced = [] }: Wanted,
  ): Promise<Sent> => {
    const empty = block.number - after.number - 1
    // The node forgets old blocks: those not read yet must not become old ones.
    if (empty >= unreadMax) await Promise.all(unread.splice(0))
    if (unread.length >= unreadMax) await unread.shift()
    const skips = skipped(after, block).map(line.send)
    const [first = [], ...others] = requests
    const sends = [line.send(first)]
    if (others.length > 0) {
      // What does not travel on the line could overtake what does.
      await Promise.all([sent.mined, ...skips])
      await Promise.all(others.map((texts) => rpc.batchText(texts)))
    }
    const call = Rpc.serialise(0, "evm_mine", [{ timestamp: Wire.hex(block.timestamp) }])
    const done = Promise.all([...skips, ...sends, line.send([call])])
    const mined = sent.mined.then(() => done)
    const answers = line.ask(reads)
    const page = mined.then(() => pages.of(block.number, traced))
    // Each fails for its own caller, who waits for it; here it is nobody's error.
    for (const promise of [done, mined, answers, page]) promise.catch(() => {})
    unread.push(page.catch(() => {}))
    return { mined, answers, page }
  }

  const mine: MineAfter = async (before, block, wanted) => {
    const after = planned
    requireNext(block, after, most)
    planned = block
    const room = mining[mining.length - preparedMax]
    const requests = prepared.then(() => prepare(block.items, room))
    prepared = requests
    const sent = Promise.all([requests, last]).then(([calls, before]) =>
      send(block, after, calls, before, wanted),
    )
    last = sent
    const done = sent.then(({ mined }) => mined)
    mining.push(done)
    if (mining.length > preparedMax) mining.shift()
    requests.catch(() => {})
    await done
    const { answers, page } = await sent
    const [results, { header, logs, outcomes }] = await Promise.all([answers, page, before])
    head = header
    requireWhole(block, header)
    const { gasUsed, hash, transactions: hashes } = header
    return { gasUsed, hash, hashes, logs, reads: results, outcomes }
  }
  return { head: () => head, mine: inTurn(mine) }
}

type MineAfter = (before: Promise<unknown>, block: Block, wanted: Wanted) => Promise<Mined>

// A block is over after those before it, whichever is read back first: the head is the last one, and nobody who has
// waited for a block has to wait for an earlier one too.
const inTurn = (mine: MineAfter): Blocks["mine"] => {
  let over: Promise<unknown> = Promise.resolve()
  return (block, wanted = {}) => {
    const mined = mine(over, block, wanted)
    over = Promise.allSettled([over, mined])
    return mined
  }
}

/** A block that is on its way: when it is mined, and what was asked of it. */
interface Sent {
  readonly mined: Promise<unknown>
  readonly answers: Promise<ReadonlyArray<unknown>>
  readonly page: Promise<Pages.Page>
}

const nothing: Sent = {
  mined: Promise.resolve(),
  answers: Promise.resolve([]),
  page: new Promise(() => {}),
}

// The connection that everything goes over whose order matters: the calls of a block, its mining, the reads as of it,
// then the calls of the next block.
const lineOf = (rpc: Rpc.Rpc) => {
  const { text } = rpc.inOrder("drive")
  const ask = async (calls: ReadonlyArray<Rpc.Call>): Promise<ReadonlyArray<unknown>> => {
    const texts = calls.map(({ method, params }, id) => Rpc.serialise(id, method, params))
    return texts.length === 0 ? [] : Rpc.results(rpc.url, texts, await text(texts))
  }
  /** PERF: what only has to be accepted is read when something in it may be a refusal. */
  const send = async (calls: ReadonlyArray<string>): Promise<void> => {
    if (calls.length === 0) return
    const answer = await text(calls)
    if (Rpc.mayRefuse(answer)) Rpc.results(rpc.url, calls, answer)
  }
  return { ask, send }
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
const skipper = () => {
  let interval = 0
  /** The requests for the empty blocks between two blocks. */
  return (
    from: Pick<Head, "number" | "timestamp">,
    to: Pick<Head, "number" | "timestamp">,
  ): ReadonlyArray<ReadonlyArray<string>> => {
    const requests: Array<ReadonlyArray<string>> = []
    const add = (method: string, value: unknown) =>
      requests.push([Rpc.serialise(0, method, [value])])
    let left = to.number - from.number - 1
    const wanted = Math.floor((to.timestamp - from.timestamp) / (left + 1))
    if (left > 0 && wanted !== interval) {
      add("anvil_setBlockTimestampInterval", wanted)
      interval = wanted
    }
    for (; left > 0; left -= emptyMax) add("anvil_mine", Wire.hex(Math.min(left, emptyMax)))
    return requests
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
