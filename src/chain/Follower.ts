// What a live program hears of a chain that others drive: the Centralizer's logs, block by block, in blocks that are
// final for it (IPSX-CHN-050, IPSX-CHN-052). It asks again and again, because every node answers questions and not every node keeps
// a subscription alive.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Log } from "../model/Log.ts"
import * as AbiLog from "./AbiLog.ts"
import type * as Chain from "./Chain.ts"
import { asError } from "./Chain.ts"
import { RpcMalformed, type Rpc } from "./Rpc.ts"

/** A block with logs, and the last one of those that were asked for. */
export interface FinalBlock {
  readonly number: number
  /** Whole seconds. */
  readonly timestamp: number
  readonly hash: string
  readonly logs: ReadonlyArray<Log>
}

export interface Options {
  readonly rpc: Rpc
  readonly centralizer: string
  /** The number of the last block that is known already, and its hash where that was written down. */
  readonly after: number
  readonly hash?: string | undefined
  /** A block after which begins all that matters: those between are left out. */
  readonly from?: number
  /** Seconds that a block must be behind the head (a parameter of the market). */
  readonly finality: number
  readonly pollMs: number
  /** For how long a node may know less than was seen of its chain before it is taken for one of another chain. */
  readonly behindMs?: number
  /** Takes blocks in order; the next ones come when it is done. */
  readonly take: (blocks: ReadonlyArray<FinalBlock>) => Promise<void>
  /** The node does not answer, or not as it should; it is asked again. */
  readonly trouble: (error: Chain.ChainError | NodeBehind) => void
}

/** Blocks that one question is about. */
const blocksMax = 200

interface Header {
  readonly number: number
  readonly timestamp: number
  readonly hash: string
}

const header = (answer: unknown): Header | undefined => {
  const block = answer as Record<"number" | "timestamp" | "hash", string> | null
  if (block === null) return undefined
  const { number, timestamp, hash } = block
  return { number: Number(number), timestamp: Number(timestamp), hash }
}

/** A number as a node wants it. */
export const hex = (n: number): string => `0x${n.toString(16)}`
const question = (number: number | "latest") => ({
  method: "eth_getBlockByNumber",
  params: [number === "latest" ? number : hex(number), false],
})

/** The newest block. Rejects with an `Rpc` error. */
export const head = async (rpc: Rpc): Promise<Header> => {
  const { method, params } = question("latest")
  const found = header(await rpc.call(method, params))
  // A node that is starting has none yet.
  if (!found) throw new RpcMalformed({ url: rpc.url, what: "the last block", text: "null" })
  return found
}

/** The number of the newest block that is final, 0 when none is. Rejects with an `Rpc` error. */
export const finalNumber = async ({
  rpc,
  finality,
}: Pick<Options, "rpc" | "finality">): Promise<number> => {
  const newest = await head(rpc)
  const isFinal = async (number: number): Promise<boolean> => {
    const { method, params } = question(number)
    const found = header(await rpc.call(method, params))
    return found !== undefined && found.timestamp <= newest.timestamp - finality
  }
  let low = newest.number
  let high = low + 1
  for (let step = 1; low > 0 && !(await isFinal(low)); step *= 2) {
    high = low
    low = Math.max(0, low - step)
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (await isFinal(middle)) low = middle
    else high = middle
  }
  return low
}

/** The next final blocks after a number, in order; empty when there are none yet. */
export const next = async (
  { rpc, centralizer, finality }: Options,
  after: number,
  known?: Header,
): Promise<ReadonlyArray<FinalBlock>> => {
  const newest = known ?? (await head(rpc))
  const until = Math.min(newest.number, after + blocksMax)
  if (until <= after) return []
  const numbers = Array.from({ length: until - after }, (_, n) => after + 1 + n)
  const headers = (await rpc.batch(numbers.map(question))).map(header)
  const isFinal = (h: Header | undefined): h is Header =>
    h !== undefined && h.timestamp <= newest.timestamp - finality
  const final = headers.filter(isFinal)
  const last = final.at(-1)
  if (last === undefined) return []
  const filter = { fromBlock: hex(after + 1), toBlock: hex(last.number), address: centralizer }
  // Of several nodes behind one address each answers by its own chain: logs are those of a block that their node has.
  const [answer, same] = await rpc.batch([
    { method: "eth_getLogs", params: [filter] },
    question(last.number),
  ])
  if (header(same)?.hash !== last.hash) return []
  const raw = answer as ReadonlyArray<AbiLog.RawLog & { readonly blockNumber: string }>
  const byBlock = new Map<number, Array<Log>>()
  for (const one of raw) {
    const log = AbiLog.decode(one)
    if (log === undefined) continue
    const number = Number(one.blockNumber)
    byBlock.set(number, [...(byBlock.get(number) ?? []), log])
  }
  return final
    .filter(({ number }) => byBlock.has(number) || number === last.number)
    .map((found) => ({ ...found, logs: byBlock.get(found.number) ?? [] }))
}

/** Whether a node does not know the contract: its chain is another one than that on which it was deployed. */
const isForeign = async ({ rpc, centralizer }: Options): Promise<boolean> =>
  (await rpc.call("eth_getCode", [centralizer, "latest"])) === "0x"

/** Whether a node has another block under a number than was seen there: a final one is not replaced (T2 of the threats). */
const isOther = async ({ rpc }: Options, number: number, hash: string): Promise<boolean> => {
  const { method, params } = question(number)
  const found = header(await rpc.call(method, params))
  return found !== undefined && found.hash !== hash
}

/** A node behind the same address may be catching up, but not for long. */
const usualBehindMs = 10_000

/**
 * Follows the chain for as long as its fiber lives; fails when the node has forgotten what was seen of it.
 *
 * @example
 * yield* Effect.forkScoped(Follower.follow({ rpc, centralizer, after: 0, finality: 2, pollMs: 250, take, trouble }))
 */
export const follow = (options: Options): Effect.Effect<never, ChainForgot> => {
  const { rpc, behindMs = usualBehindMs, from = 0 } = options
  const url = rpc.url
  let { after, hash } = options
  let behindSince: number | undefined
  let forgot: ChainForgot | undefined
  let highest = 0
  let wasAway = false
  // Nobody knows what has become of the chain since the last run.
  let isSure = false
  const isGone = async (newest: Header): Promise<boolean> => {
    // Only a node that was away, or goes back, can be another one than it was.
    const isDoubtful = wasAway || newest.number < highest
    if (isDoubtful && (await isForeign(options))) return true
    if (!isDoubtful && isSure) return false
    return hash !== undefined && newest.number >= after && (await isOther(options, after, hash))
  }
  const once = async (): Promise<void> => {
    const newest = await head(rpc)
    const seen = Math.max(highest, after)
    if (await isGone(newest)) {
      forgot = new ChainForgot({ url, head: newest.number, seen })
      return
    }
    wasAway = false
    highest = newest.number
    if (newest.number < after) {
      behindSince ??= performance.now()
      if (performance.now() - behindSince >= behindMs)
        forgot = new ChainForgot({ url, head: newest.number, seen: after })
      else options.trouble(new NodeBehind({ url, seen: after, seconds: behindMs / 1000 }))
      return
    }
    behindSince = undefined
    if (!isSure && from > after) [after, hash] = [from, undefined]
    isSure = true
    const blocks = await next(options, after, newest)
    const last = blocks.at(-1)
    if (last === undefined) return
    await options.take(blocks)
    after = last.number
    hash = last.hash
  }
  return Effect.forever(
    Effect.gen(function* () {
      const attempt = yield* Effect.result(Effect.tryPromise({ try: once, catch: asError }))
      if (attempt._tag === "Failure") {
        wasAway = true
        options.trouble(attempt.failure)
      }
      if (forgot !== undefined) return yield* forgot
      yield* Effect.sleep(options.pollMs)
    }),
  )
}

/** The node has fewer blocks than were seen of its chain, or others: it was started anew, or is one of another chain. */
export class ChainForgot extends Schema.TaggedError<ChainForgot>()("ChainForgot", {
  url: Schema.String,
  head: Schema.Number,
  seen: Schema.Number,
}) {
  override get message(): string {
    const what =
      this.head < this.seen
        ? `is at block ${this.head}, and block ${this.seen} was seen of its chain`
        : `has others than the blocks up to ${this.seen} that were seen of its chain`
    return `${this.url} ${what}: it was started anew or is another one, so give the URL of a node that still has that chain, or an empty directory for the data of a new one`
  }
}

/** The node has fewer blocks than were seen of its chain, for a moment so far. */
export class NodeBehind extends Schema.TaggedError<NodeBehind>()("NodeBehind", {
  url: Schema.String,
  seen: Schema.Number,
  seconds: Schema.Number,
}) {
  override get message(): string {
    return `${this.url} has not got block ${this.seen}, which was seen of its chain: it is waited for, for ${this.seconds} seconds`
  }
}
