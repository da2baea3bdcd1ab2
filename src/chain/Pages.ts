// Reads mined blocks back, some at a time: as many as have been mined since the last answer, in one request and one
// range of logs. It runs while the node mines the next ones, and never asks for receipts, which anvil 1.7.1 finds by
// going through the whole block for each.
import type { RawLog } from "./AbiLog.ts"
import type * as Rpc from "./Rpc.ts"
import { hex } from "./Wire.ts"

/** What a node says of a block. */
export interface Page {
  readonly header: Header
  /** Logs of the asked address, in order. */
  readonly logs: ReadonlyArray<RawLog>
  /** How the transactions that were asked for ended. */
  readonly outcomes: ReadonlyArray<Outcome>
}

export interface Header {
  readonly number: number
  readonly timestamp: number
  readonly hash: string
  readonly gasUsed: bigint
  /** Hashes of the transactions in their order in the block. */
  readonly transactions: ReadonlyArray<string>
}

/** How a transaction ended, what gas it took in all and what data it returned or reverted with. */
export interface Outcome {
  readonly failed: boolean
  readonly gas: number
  readonly returnValue: string
}

export interface Pages {
  /** The page of a block that has been mined; `traced` are places of transactions in it. Ask in order. */
  readonly of: (number: number, traced: ReadonlyArray<number>) => Promise<Page>
}

interface Asked {
  readonly number: number
  readonly traced: ReadonlyArray<number>
  readonly resolve: (page: Page) => void
  readonly reject: (cause: unknown) => void
}

// Blocks that one request asks for.
const most = 32

export const make = (rpc: Rpc.Rpc, logsOf: string | undefined): Pages => {
  let asked: Array<Asked> = []
  let isPulling = false

  const pull = async (): Promise<void> => {
    isPulling = true
    while (asked.length > 0) {
      const some = asked.slice(0, most)
      asked = asked.slice(most)
      try {
        const pages = await read(rpc, logsOf, some)
        for (const [at, { resolve }] of some.entries()) resolve(pages[at]!)
      } catch (cause) {
        for (const { reject } of some) reject(cause)
      }
    }
    isPulling = false
  }

  return {
    of: (number, traced) =>
      new Promise((resolve, reject) => {
        asked.push({ number, traced, resolve, reject })
        if (!isPulling) void pull()
      }),
  }
}

type NumberedLog = RawLog & { readonly blockNumber: string }

const read = async (
  rpc: Rpc.Rpc,
  logsOf: string | undefined,
  asked: ReadonlyArray<Asked>,
): Promise<ReadonlyArray<Page>> => {
  const [first, last] = [asked[0]!.number, asked.at(-1)!.number]
  const filter = { fromBlock: hex(first), toBlock: hex(last), address: logsOf }
  const answers = await rpc.batch([
    ...asked.map(({ number }) => ({
      method: "eth_getBlockByNumber",
      params: [hex(number), false],
    })),
    ...(logsOf === undefined ? [] : [{ method: "eth_getLogs", params: [filter] }]),
  ])
  const headers = answers.slice(0, asked.length).map(headerOf)
  const logs = (answers[asked.length] ?? []) as ReadonlyArray<NumberedLog>
  const traced = asked.map(({ traced }, at) =>
    traced.flatMap((place) => headers[at]!.transactions[place] ?? []),
  )
  const outcomes = await outcomesOf(rpc, traced.flat())
  let [logAt, outcomeAt] = [0, 0]
  return headers.map((header, at) => {
    const from = logAt
    while (logs[logAt] !== undefined && Number(logs[logAt]!.blockNumber) === header.number) logAt++
    const ofBlock = outcomes.slice(outcomeAt, (outcomeAt += traced[at]!.length))
    return { header, logs: logs.slice(from, logAt), outcomes: ofBlock }
  })
}

/** What a node's block says in its header. */
export const headerOf = (block: unknown): Header => {
  const { number, timestamp, hash, gasUsed, transactions } = block as {
    [field in "number" | "timestamp" | "hash" | "gasUsed"]: string
  } & { transactions: ReadonlyArray<string> }
  return {
    number: Number(number),
    timestamp: Number(timestamp),
    hash,
    gasUsed: BigInt(gasUsed),
    transactions,
  }
}

// From what the node kept of the transactions. A tracer would run them again, for which a node that forgets old states
// has no state.
const outcomesOf = async (
  rpc: Rpc.Rpc,
  hashes: ReadonlyArray<string>,
): Promise<ReadonlyArray<Outcome>> =>
  (await rpc.batch(
    hashes.map((hash) => ({
      method: "debug_traceTransaction",
      params: [hash, { disableStorage: true, disableStack: true }],
    })),
  )) as ReadonlyArray<Outcome>
