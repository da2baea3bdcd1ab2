// The transactions of a block as the calls that bring them to anvil. Each passes nonce, gas and fees, because anvil
// would look them up one by one; and the fee cap falls from each transaction to the next, because anvil orders a
// block by it, and by nothing else that we could choose (IPSX-CHN-020).
import { setImmediate as turn } from "node:timers/promises"
import type { Address } from "../model/Address.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Envelope from "./Envelope.ts"
import type { Keys } from "./Signer.ts"

/** `impersonated` leaves out the transaction's own signature only: what it is that bounds anvil. */
export type Signing = "signed" | "impersonated"

export interface Item {
  readonly sender: Address
  /** Left out by a transaction that creates a contract. */
  readonly to?: string
  readonly data: string
}

/** Transactions that may be made only when they are asked for. */
export interface Items extends Iterable<Item> {
  readonly length: number
}

export interface Options {
  readonly chainId: number
  readonly signing: Signing
  readonly curve: Curve
  readonly keys: Keys
}

/** The calls of one block, by the request that each travels in. */
export type Requests = ReadonlyArray<ReadonlyArray<string>>

// Between these, answers of the node are heard: what is made here is made while the node mines.
const perTurn = 32
// anvil recovers the signatures of one request on one core: several requests use all of them.
const rawPerRequest = 64

/**
 * Makes the calls of a block, and gives way to other work in between. Takes the nonces of the senders.
 *
 * @example
 * const requests = await Wire.write({ chainId, signing: "signed", curve, keys }, items, nonces)
 */
export const write = async (
  options: Options,
  items: Items,
  nonces: Map<Address, number>,
): Promise<Requests> => {
  const call = options.signing === "signed" ? signed(options) : impersonated
  const perRequest = options.signing === "signed" ? rawPerRequest : items.length
  const requests: Array<Array<string>> = []
  let request: Array<string> = []
  let at = 0
  for (const item of items) {
    if (at % perRequest === 0) requests.push((request = []))
    const nonce = nonces.get(item.sender) ?? 0
    nonces.set(item.sender, nonce + 1)
    request.push(call(item, request.length, nonce, items.length - at))
    at++
    if (at % perTurn === 0) await turn()
  }
  return requests
}

export const hex = (n: number | bigint): string => `0x${n.toString(16)}`

// A generous limit costs nothing here, and grows with what long lists of owners or claims need.
const gasFor = (data: string): number => 20_000_000 + 1_000 * data.length

type Call = (item: Item, id: number, nonce: number, feeCap: number) => string

const impersonated: Call = ({ sender, to, data }, id, nonce, feeCap) => {
  const target = to === undefined ? "" : `"to":"${to}",`
  return (
    `{"jsonrpc":"2.0","id":${id},"method":"eth_sendUnsignedTransaction","params":[{"from":"${sender}",${target}` +
    `"nonce":"${hex(nonce)}","gas":"${hex(gasFor(data))}","maxFeePerGas":"${hex(feeCap)}",` +
    `"maxPriorityFeePerGas":"0x0","data":"${data}"}]}`
  )
}

const signed =
  ({ chainId, curve, keys }: Options): Call =>
  ({ sender, to, data }, id, nonce, feeCap) => {
    const fields: Envelope.Fields = {
      chainId,
      nonce,
      gas: gasFor(data),
      maxFeePerGas: feeCap,
      maxPriorityFeePerGas: 0,
      to,
      data,
    }
    const raw = Envelope.sign(curve, fields, keys(sender))
    return `{"jsonrpc":"2.0","id":${id},"method":"eth_sendRawTransaction","params":["${raw}"]}`
  }
