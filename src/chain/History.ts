// What the chain knows of somebody's past deals.
import type { Address } from "../model/Address.ts"
import * as AbiLog from "./AbiLog.ts"
import * as Follower from "./Follower.ts"
import type * as Rpc from "./Rpc.ts"

/** Deals that are looked at, the latest first. */
const dealsMax = 1000

interface Found {
  readonly topics: ReadonlyArray<string>
  readonly blockNumber: string
}

const logs = async (
  rpc: Rpc.Rpc,
  address: string,
  topics: ReadonlyArray<unknown>,
): Promise<ReadonlyArray<Found>> =>
  (await rpc.call("eth_getLogs", [{ fromBlock: "0x1", address, topics }])) as ReadonlyArray<Found>

/**
 * Whether one of a requester's deals was settled, in a block that is `finality` seconds behind the head (IPSX-CHN-050):
 * only then is it no newcomer (IPSX-PAY-009). Rejects with an `Rpc` error.
 *
 * @example
 * const isNewcomer = !(await History.hasSettled(rpc, { centralizer, requester, finality: 2 }))
 */
export const hasSettled = async (
  rpc: Rpc.Rpc,
  asked: {
    readonly centralizer: string
    readonly requester: Address
    readonly finality: number
  },
): Promise<boolean> => {
  const { centralizer, requester, finality } = asked
  const owner = `0x${requester.slice(2).padStart(64, "0")}`
  const opened = await logs(rpc, centralizer, [AbiLog.topic("DealOpened"), null, null, owner])
  const ids = opened.slice(-dealsMax).map(({ topics }) => topics[1])
  if (ids.length === 0) return false
  const [first] = await logs(rpc, centralizer, [AbiLog.topic("DealSettled"), ids])
  if (first === undefined) return false
  const newest = await Follower.head(rpc)
  const block = await rpc.call("eth_getBlockByNumber", [first.blockNumber, false])
  // Of several nodes behind one address this one may not have it yet.
  if (!block) return false
  const { timestamp } = block as { readonly timestamp: string }
  return Number(timestamp) <= newest.timestamp - finality
}
