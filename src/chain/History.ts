// What the chain knows of somebody's past deals. Public nodes answer a question about logs for so many blocks, or so many
// logs, and no more: what is asked of the whole chain is asked in pieces where it is refused, the newest first. The block
// in which the Centralizer was made would be a better end than the first, but only a node that keeps all states knows it.
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import * as AbiLog from "./AbiLog.ts"
import * as Follower from "./Follower.ts"
import type * as Rpc from "./Rpc.ts"

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly centralizer: string
  /** Seconds that a block must be behind the head (IPSX-CHN-050). */
  readonly finality: number
}

export interface History {
  /**
   * Whether one of a requester's deals was settled, in a final block (IPSX-CHN-050): only then is it no newcomer
   * (IPSX-PAY-009). Who was found once is not asked for again. Rejects with an `Rpc` error, or with `HistoryTooLong`.
   */
  readonly hasSettled: (requester: Address) => Promise<boolean>
  /** Remembers a requester of whom a final block has said it already. */
  readonly settled: (requester: Address) => void
}

/** Deals of one piece that are looked at, the latest ones. */
const dealsMax = 1000
/** What many public nodes answer, in blocks; and what every node must, or its refusal has another reason. */
const usualPiece = 10_000
const leastPiece = 16
/** What one search may take: questions about logs, and milliseconds. */
const questionsMax = 100
const searchMs = 10_000
/** Requesters that are remembered. */
const knownMax = 10_000

/**
 * The history that a node tells of one market; it remembers what was proved, and what the node refuses.
 *
 * @example
 * const history = History.make({ rpc, centralizer, finality: 2 })
 * const isNewcomer = !(await history.hasSettled(requester))
 */
export const make = (options: Options): History => {
  const known = new Set<Address>()
  const node: Node = { ...options, piece: Number.MAX_SAFE_INTEGER }
  const settled = (requester: Address): void => {
    known.add(requester)
    if (known.size > knownMax) known.delete(known.values().next().value!)
  }
  return {
    settled,
    hasSettled: async (requester) => {
      if (!known.has(requester) && (await isFound(node, requester))) settled(requester)
      return known.has(requester)
    },
  }
}

interface Node extends Options {
  /** Blocks that it answers for at once, as far as is known. */
  piece: number
}

interface Search {
  readonly node: Node
  readonly requester: Address
  readonly began: number
  readonly final: number
  questions: number
}

/** Blocks, both ends included. */
interface Piece {
  readonly from: number
  readonly to: number
}

interface Found {
  readonly topics: ReadonlyArray<string>
}

const isFound = async (node: Node, requester: Address): Promise<boolean> => {
  const final = await Follower.finalNumber(node)
  const search: Search = { node, requester, final, began: performance.now(), questions: 0 }
  const owner = `0x${requester.slice(2).padStart(64, "0")}`
  const opened = [AbiLog.topic("DealOpened"), null, null, owner]
  for (let to = final; to >= 1;) {
    const { from, logs } = await ask(search, { from: 1, to }, "newest", opened)
    const ids = logs.slice(-dealsMax).map(({ topics }) => topics[1]!)
    if (ids.length > 0 && (await isSettled(search, from, ids))) return true
    to = from - 1
  }
  return false
}

/** Whether one of the deals has been settled since a block: a log of that names the deal, and nobody else. */
const isSettled = async (
  search: Search,
  since: number,
  ids: ReadonlyArray<string>,
): Promise<boolean> => {
  const topics = [AbiLog.topic("DealSettled"), ids]
  for (let from = since; from <= search.final;) {
    const { to, logs } = await ask(search, { from, to: search.final }, "oldest", topics)
    if (logs.length > 0) return true
    from = to + 1
  }
  return false
}

/** The logs of as many of the blocks as the node answers for, from one end of them. */
const ask = async (
  search: Search,
  wanted: Piece,
  end: "newest" | "oldest",
  topics: ReadonlyArray<unknown>,
): Promise<Piece & { readonly logs: ReadonlyArray<Found> }> => {
  const { node, requester, final, began } = search
  const { rpc, centralizer: address } = node
  for (;;) {
    const from = end === "oldest" ? wanted.from : Math.max(wanted.from, wanted.to - node.piece + 1)
    const to = end === "newest" ? wanted.to : Math.min(wanted.to, wanted.from + node.piece - 1)
    if (search.questions++ === questionsMax || performance.now() - began > searchMs)
      throw new HistoryTooLong({ url: rpc.url, requester, blocks: final - wanted.to })
    const filter = { fromBlock: Follower.hex(from), toBlock: Follower.hex(to), address, topics }
    try {
      const logs = (await rpc.call("eth_getLogs", [filter])) as ReadonlyArray<Found>
      return { from, to, logs }
    } catch (cause) {
      const blocks = to - from + 1
      if (!isTooMuch(cause) || blocks <= leastPiece) throw cause
      node.piece = Math.min(usualPiece, Math.ceil(blocks / 2))
    }
  }
}

const tooMuch: ReadonlySet<unknown> = new Set(["RpcRefused", "RpcTooLarge", "RpcTimeout"])

/** Nodes have no common word for it, so whatever they refuse may be it. */
const isTooMuch = (cause: unknown): boolean =>
  tooMuch.has((cause as { readonly _tag?: unknown })._tag)

/** A node answers for so few blocks at once that not all of them could be asked for. */
export class HistoryTooLong extends Schema.TaggedError<HistoryTooLong>()("HistoryTooLong", {
  url: Schema.String,
  requester: Schema.String,
  blocks: Schema.Number,
}) {
  override get message(): string {
    return `${this.url} answers for so few blocks at once that only the last ${this.blocks} could be searched for a settled deal of ${this.requester}, which counts as a newcomer: give the URL of a node that answers eth_getLogs for more`
  }
}
