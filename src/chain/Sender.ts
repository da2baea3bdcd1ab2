// How a live program gets a transaction into somebody else's chain: what would be refused is not sent, what is signed
// is handed out before it is sent, and what got lost is sent again, byte for byte (IPSX-CHN-051). So a program that is
// killed in between neither forgets a transaction nor makes it twice.
import type { Address } from "../model/Address.ts"
import type { Curve, Recoverable } from "../signature/Curve.ts"
import type * as Abi from "./Abi.ts"
import * as AbiError from "./AbiError.ts"
import * as Envelope from "./Envelope.ts"
import * as Rpc from "./Rpc.ts"

/** Signed, with the hash and the number that it has at its sender. */
export interface Raw {
  readonly raw: string
  readonly hash: string
  readonly nonce: number
}

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly curve: Curve
  readonly chainId: number
  readonly sender: Address
  readonly sign: (digest: Uint8Array) => Promise<Recoverable>
}

/** mined: it was taken. refused: the contract's error. pending: nobody knows yet. replaced: its nonce is used up. */
export type State =
  | { readonly _tag: "Mined"; readonly block: number }
  | { readonly _tag: "Refused"; readonly error: string }
  | { readonly _tag: "Pending" }
  | { readonly _tag: "Replaced" }

/** The name of the contract's refusal of a call now; undefined when it would be taken. Rejects with `Rpc` errors. */
export const refusal = async (
  { rpc, sender }: Options,
  { to, data }: Abi.Calldata,
): Promise<string | undefined> => {
  try {
    await rpc.call("eth_call", [{ from: sender, to, data }, "pending"])
    return undefined
  } catch (cause) {
    if (!(cause instanceof Rpc.RpcRefused) || cause.data === "") throw cause
    return AbiError.decode(cause.data).name
  }
}

/** Transactions that the sender has had in blocks, and in the pool. */
export const nonces = async (
  rpc: Rpc.Rpc,
  sender: Address,
): Promise<{ readonly mined: number; readonly pending: number }> => {
  const [mined, pending] = await rpc.batch(
    ["latest", "pending"].map((tag) => ({
      method: "eth_getTransactionCount",
      params: [sender, tag],
    })),
  )
  return { mined: Number(mined), pending: Number(pending) }
}

/**
 * Signs a call. Twice the present base fee is offered, so that it stays good for several full blocks.
 *
 * @example
 * const raw = await Sender.sign(options, Abi.calldata(place, signer, transaction), nonce)
 */
export const sign = async (
  options: Options,
  { to, data }: Abi.Calldata,
  nonce: number,
): Promise<Raw> => {
  const { rpc, curve, chainId, sender } = options
  const [gas, block, tip] = await rpc.batch([
    { method: "eth_estimateGas", params: [{ from: sender, to, data }, "pending"] },
    { method: "eth_getBlockByNumber", params: ["latest", false] },
    { method: "eth_maxPriorityFeePerGas", params: [] },
  ])
  const base = BigInt((block as { readonly baseFeePerGas?: string }).baseFeePerGas ?? "0x0")
  // A node whose blocks cost nothing still names a tip; it is left out, so that nobody needs ether there.
  const priority = base === 0n ? 0n : BigInt(tip as string)
  const fields: Envelope.Fields = {
    chainId,
    nonce,
    gas: Math.ceil(Number(gas) * 1.25),
    maxPriorityFeePerGas: priority,
    maxFeePerGas: 2n * base + priority,
    to,
    data,
  }
  const raw = Envelope.sealed(fields, await options.sign(Envelope.digest(curve, fields)))
  return { raw, nonce, hash: Envelope.hash(curve, raw) }
}

/** Sends it, or sends it again. That the node has it already is as good. */
export const send = async (rpc: Rpc.Rpc, { raw }: Pick<Raw, "raw">): Promise<void> => {
  try {
    await rpc.call("eth_sendRawTransaction", [raw])
  } catch (cause) {
    if (cause instanceof Rpc.RpcRefused && /already|known|nonce too low/i.test(cause.message))
      return
    throw cause
  }
}

interface Receipt {
  readonly status: string
  readonly blockNumber: string
}

/** What has become of it. `call` is what it asks, to learn the name of a refusal in a block. */
export const state = async (
  options: Options,
  { hash, nonce }: Raw,
  call: Abi.Calldata,
): Promise<State> => {
  const { rpc, sender } = options
  const ask = () => rpc.call("eth_getTransactionReceipt", [hash]) as Promise<Receipt | null>
  let receipt = await ask()
  if (receipt === null) {
    if ((await nonces(rpc, sender)).mined <= nonce) return { _tag: "Pending" }
    // Between the two answers there may have been a block, with this very transaction in it.
    receipt = await ask()
    if (receipt === null) return { _tag: "Replaced" }
  }
  if (receipt.status === "0x1") return { _tag: "Mined", block: Number(receipt.blockNumber) }
  return { _tag: "Refused", error: (await refusal(options, call)) ?? "Unknown" }
}
