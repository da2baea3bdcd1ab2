// Drives an anvil block by block: the transactions of one block are one batch, mined in the order given, at the number
// and the time given (IPSX-CHN-020). Every call passes nonce, gas and fees, because anvil would look them up one by
// one; and the fee cap falls from each transaction to the next, because anvil orders a block by it.
import { setImmediate as turn } from "node:timers/promises"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { Curve } from "../signature/Curve.ts"
import type { RawLog } from "./AbiLog.ts"
import * as Envelope from "./Envelope.ts"
import * as Rpc from "./Rpc.ts"
import type { Keys } from "./Signer.ts"

/** `impersonated` leaves out the transaction's own signature only: what it is that bounds anvil. */
export type Signing = "signed" | "impersonated"

export interface Item {
  readonly sender: Address
  /** Left out by a transaction that creates a contract. */
  readonly to?: string
  readonly data: string
}

export interface Block {
  readonly number: number
  /** Whole seconds. */
  readonly timestamp: number
  readonly items: ReadonlyArray<Item>
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
}

export interface Head {
  readonly number: number
  readonly timestamp: number
  readonly hash: string
}

export interface Blocks {
  readonly head: () => Head
  /**
   * Mines the empty blocks up to the number, then the block, and reads its logs and what else was asked for.
   * Rejects with an `Rpc` error or one of the errors below.
   */
  readonly mine: (block: Block, reads?: ReadonlyArray<Rpc.Call>) => Promise<Mined>
}

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly chainId: number
  readonly signing: Signing
  readonly curve: Curve
  readonly keys: Keys
  /** Whose logs are read. */
  readonly logsOf?: string
  readonly transactionsMax?: number
}

/** Transactions that one block can have: more only cost memory. */
export const transactionsMax = 5_000

// Empty blocks per call, so that no call comes near the time-out.
const emptyMax = 2_000
// Recovering a signature takes anvil a quarter of a millisecond on one core for each request: several requests use all cores.
const rawChunk = 100

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
  const send = options.signing === "signed" ? signed(options) : impersonated(rpc)
  let head = headOf(await rpc.call("eth_getBlockByNumber", ["latest", false]))

  const mine = async (block: Block, reads: ReadonlyArray<Rpc.Call> = []): Promise<Mined> => {
    const { number, timestamp, items } = block
    if (items.length > most)
      throw new BlockTooLarge({ number, transactions: items.length, transactionsMax: most })
    if (number <= head.number || timestamp - head.timestamp < number - head.number)
      throw new BlockInThePast({
        number,
        timestamp,
        headNumber: head.number,
        headTimestamp: head.timestamp,
      })
    await skip(rpc, head, block)
    await learnNonces(rpc, nonces, items)
    await send(items, nonces)
    await rpc.call("evm_mine", [{ timestamp: hex(timestamp) }])
    const filter = { fromBlock: hex(number), toBlock: hex(number), address: options.logsOf }
    const [mined, logs, ...rest] = await rpc.batch([
      { method: "eth_getBlockByNumber", params: [hex(number), false] },
      ...(options.logsOf === undefined
        ? [{ method: "eth_chainId", params: [] }]
        : [{ method: "eth_getLogs", params: [filter] }]),
      ...reads,
    ])
    head = headOf(mined)
    const { transactions, gasUsed } = mined as { transactions: Array<string>; gasUsed: string }
    if (
      transactions.length !== items.length ||
      head.number !== number ||
      head.timestamp !== timestamp
    )
      throw new BlockIncomplete({
        number,
        sent: items.length,
        mined: transactions.length,
        actual: `block ${head.number} at ${head.timestamp}`,
      })
    return {
      gasUsed: BigInt(gasUsed),
      hash: head.hash,
      hashes: transactions,
      logs: options.logsOf === undefined ? [] : (logs as ReadonlyArray<RawLog>),
      reads: rest,
    }
  }
  return { head: () => head, mine }
}

const hex = (n: number | bigint): string => `0x${n.toString(16)}`

const headOf = (block: unknown): Head => {
  const { number, timestamp, hash } = block as { number: string; timestamp: string; hash: string }
  return { number: Number(number), timestamp: Number(timestamp), hash }
}

// Empty blocks get evenly spaced times. Without the interval anvil would take them from the machine's clock.
const skip = async (rpc: Rpc.Rpc, head: Head, { number, timestamp }: Block): Promise<void> => {
  let left = number - head.number - 1
  if (left === 0) return
  const interval = Math.floor((timestamp - head.timestamp) / (left + 1))
  await rpc.call("anvil_setBlockTimestampInterval", [interval])
  for (; left > 0; left -= emptyMax) await rpc.call("anvil_mine", [hex(Math.min(left, emptyMax))])
  await rpc.call("anvil_removeBlockTimestampInterval", [])
}

const learnNonces = async (
  rpc: Rpc.Rpc,
  nonces: Map<Address, number>,
  items: ReadonlyArray<Item>,
): Promise<void> => {
  const strangers = [...new Set(items.map(({ sender }) => sender))].filter((a) => !nonces.has(a))
  if (strangers.length === 0) return
  const counts = await rpc.batch(
    strangers.map((sender) => ({
      method: "eth_getTransactionCount",
      params: [sender, "latest"],
    })),
  )
  for (const [at, sender] of strangers.entries()) nonces.set(sender, Number(counts[at]))
}

const take = (nonces: Map<Address, number>, sender: Address): number => {
  const nonce = nonces.get(sender) ?? 0
  nonces.set(sender, nonce + 1)
  return nonce
}

// A generous limit costs nothing here, and grows with what long lists of owners or claims need.
const gasFor = (data: string): number => 20_000_000 + 1_000 * data.length

type Send = (items: ReadonlyArray<Item>, nonces: Map<Address, number>) => Promise<unknown>

const impersonated =
  (rpc: Rpc.Rpc): Send =>
  (items, nonces) =>
    rpc.batchText(
      items.map(({ sender, to, data }, at) => {
        const target = to === undefined ? "" : `"to":"${to}",`
        return (
          `{"jsonrpc":"2.0","id":${at},"method":"eth_sendUnsignedTransaction","params":[{"from":"${sender}",${target}` +
          `"nonce":"${hex(take(nonces, sender))}","gas":"${hex(gasFor(data))}","maxFeePerGas":"${hex(items.length - at)}",` +
          `"maxPriorityFeePerGas":"0x0","data":"${data}"}]}`
        )
      }),
    )

const signed =
  ({ rpc, chainId, curve, keys }: Options): Send =>
  async (items, nonces) => {
    const requests: Array<Promise<unknown>> = []
    for (let from = 0; from < items.length; from += rawChunk) {
      const chunk = items.slice(from, from + rawChunk).map(({ sender, to, data }, at) => {
        const fields: Envelope.Fields = {
          chainId,
          nonce: take(nonces, sender),
          gas: gasFor(data),
          maxFeePerGas: items.length - from - at,
          maxPriorityFeePerGas: 0,
          to,
          data,
        }
        const raw = Envelope.sign(curve, fields, keys(sender))
        return `{"jsonrpc":"2.0","id":${at},"method":"eth_sendRawTransaction","params":["${raw}"]}`
      })
      requests.push(rpc.batchText(chunk))
      // Let the request go out: anvil recovers this chunk while the next one is signed here.
      await turn()
    }
    await Promise.all(requests)
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
