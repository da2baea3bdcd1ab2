// Reads mined blocks back, on a connection of its own, while the node mines the next ones: header and logs of each. It
// never asks for receipts, which anvil 1.7.1 finds by going through the whole block for each.
import type { RawLog } from "./AbiLog.ts"
import type { LogText } from "./LogText.ts"
import * as Rpc from "./Rpc.ts"
import { hex } from "./Wire.ts"

/** What a node says of a block. */
export interface Page {
  readonly header: Header
  /** Logs of the asked address, in order. */
  readonly logs: LogText
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
  /** The page of a block that has been mined; `traced` are places of transactions in it. */
  readonly of: (number: number, traced: ReadonlyArray<number>) => Promise<Page>
}

const none: LogText = { text: "", read: () => [] }

export const make = (rpc: Rpc.Rpc, logsOf: string | undefined): Pages => {
  const { text } = rpc.inOrder("read")
  const ask = async (calls: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> =>
    calls.length === 0 ? [] : Rpc.results(rpc.url, calls, await text(calls))

  const logs = async (number: number): Promise<LogText> => {
    if (logsOf === undefined) return none
    const filter = { fromBlock: hex(number), toBlock: hex(number), address: logsOf }
    const calls = [Rpc.serialise(0, "eth_getLogs", [filter])]
    const answer = await text(calls)
    const read = () => Rpc.results(rpc.url, calls, answer)[0] as ReadonlyArray<RawLog>
    if (Rpc.mayRefuse(answer)) read()
    return { text: answer, read }
  }

  return {
    of: async (number, traced) => {
      const [[block], page] = await Promise.all([
        ask([Rpc.serialise(0, "eth_getBlockByNumber", [hex(number), false])]),
        logs(number),
      ])
      const header = headerOf(block)
      const hashes = traced.flatMap((place) => header.transactions[place] ?? [])
      const outcomes = (await ask(hashes.map(trace))) as ReadonlyArray<Outcome>
      return { header, logs: page, outcomes }
    },
  }
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

// How it ended is in what the node kept of the transaction. A tracer would run it again, for which a node that forgets
// old states has no state.
const trace = (hash: string, id: number): string =>
  Rpc.serialise(id, "debug_traceTransaction", [hash, { disableStorage: true, disableStack: true }])
