// How a live program gets a transaction into somebody else's chain: what would be refused is not sent, what is signed
// is handed out before it is sent, and what got lost is sent again, byte for byte (IPSX-CHN-051). So a program that is
// killed in between neither forgets a transaction nor makes it twice.
import type { Address } from "../model/Address.ts"
import type { Curve, Recoverable } from "../signature/Curve.ts"
import * as AbiError from "./AbiError.ts"
import * as Envelope from "./Envelope.ts"
import type * as Fee from "./Fee.ts"
import * as Rpc from "./Rpc.ts"

/** Signed, with the hash and the number that it has at its sender. */
export interface Raw {
  readonly raw: string
  readonly hash: string
  readonly nonce: number
}

/** What a transaction asks: a call of a contract, or the creation of one, which is nowhere yet. */
export interface Ask {
  readonly to?: string | undefined
  readonly data: string
}

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly curve: Curve
  readonly chainId: number
  readonly sender: Address
  /** Seconds that a block must be behind the head before it counts (a parameter of the market). */
  readonly finality: number
  readonly sign: (digest: Uint8Array) => Promise<Recoverable>
}

/** What a sender has had in blocks, and beside that in the pool. */
export interface Nonces {
  readonly mined: number
  readonly pending: number
}

/**
 * mined: it was taken. refused: the contract's error. Both for good only when they are final. pending: nobody knows yet.
 * replaced: its nonce is used up.
 */
export type State =
  | { readonly _tag: "Mined"; readonly block: number; readonly isFinal: boolean }
  | { readonly _tag: "Refused"; readonly error: string; readonly isFinal: boolean }
  | ({ readonly _tag: "Pending" } & Nonces)
  | { readonly _tag: "Replaced" }

/** The last block, or what that and everything in the pool would make. */
export type Of = "latest" | "pending"

/** The name of the contract's refusal of a call now; undefined when it would be taken. Rejects with `Rpc` errors. */
export const refusal = async (
  { rpc, sender }: Options,
  { to, data }: Ask,
  of: Of = "pending",
): Promise<string | undefined> => {
  try {
    await rpc.call("eth_call", [{ from: sender, to, data }, of])
    return undefined
  } catch (cause) {
    // Not every node hands out what the contract said; that it did refuse, each does.
    const isRevert = cause instanceof Rpc.RpcRefused && /revert/i.test(cause.reason)
    if (!(cause instanceof Rpc.RpcRefused) || (cause.data === "" && !isRevert)) throw cause
    return AbiError.decode(cause.data).name
  }
}

/** Transactions that the sender has had in blocks, and in the pool. */
export const nonces = async (rpc: Rpc.Rpc, sender: Address): Promise<Nonces> => {
  const [mined, pending] = await rpc.batch(
    ["latest", "pending"].map((tag) => ({
      method: "eth_getTransactionCount",
      params: [sender, tag],
    })),
  )
  return { mined: Number(mined), pending: Number(pending) }
}

/** What gas costs now. Rejects with `Rpc` errors. */
export const price = async (rpc: Rpc.Rpc): Promise<Fee.Price> => {
  const [block, tip] = await rpc.batch([
    blockCall("latest"),
    { method: "eth_maxPriorityFeePerGas", params: [] },
  ])
  // A node that is starting has none yet.
  if (!block) throw new Rpc.RpcMalformed({ url: rpc.url, what: "the last block", text: "null" })
  const { baseFeePerGas = "0x0", number } = block as {
    readonly baseFeePerGas?: string
    readonly number: string
  }
  return { base: BigInt(baseFeePerGas), tip: BigInt(tip as string), block: Number(number) }
}

/**
 * Signs a call.
 *
 * @example
 * const fee = Fee.first(await Sender.price(rpc), Fee.usualCap)
 * const raw = await Sender.sign(options, Abi.calldata(place, signer, transaction), nonce, fee)
 */
export const sign = async (
  options: Options,
  { to, data }: Ask,
  nonce: number,
  fee: Fee.Fee,
  of: Of = "pending",
): Promise<Raw> => {
  const { rpc, chainId, sender } = options
  const gas = await rpc.call("eth_estimateGas", [{ from: sender, to, data }, of])
  return seal(options, { chainId, nonce, gas: Math.ceil(Number(gas) * 1.25), ...fee, to, data })
}

/** Signs the same once more for a higher fee: of the two the chain takes one. */
export const again = (options: Options, { raw }: Raw, fee: Fee.Fee): Promise<Raw> =>
  seal(options, { ...Envelope.fields(raw), ...fee })

/** Signs a transaction that does nothing, for a number that is missing before those that do. */
export const blank = (options: Options, nonce: number, fee: Fee.Fee): Promise<Raw> => {
  const { chainId, sender } = options
  return seal(options, { chainId, nonce, gas: 21_000, ...fee, to: sender, data: "0x" })
}

const seal = async ({ curve, sign }: Options, fields: Envelope.Fields): Promise<Raw> => {
  const raw = Envelope.sealed(fields, await sign(Envelope.digest(curve, fields)))
  return { raw, nonce: fields.nonce, hash: Envelope.hash(curve, raw) }
}

/** Sends it, or sends it again. That the node has it already is as good. */
export const send = async (rpc: Rpc.Rpc, { raw }: Pick<Raw, "raw">): Promise<void> => {
  try {
    await rpc.call("eth_sendRawTransaction", [raw])
  } catch (cause) {
    if (
      cause instanceof Rpc.RpcRefused &&
      /\balready\b|\bknown\b|nonce too low/i.test(cause.reason)
    )
      return
    throw cause
  }
}

const blockCall = (number: string): Rpc.Call => ({
  method: "eth_getBlockByNumber",
  params: [number, false],
})

interface Receipt {
  readonly status: string
  readonly blockNumber: string
  readonly blockHash: string
}

const receipt = async (
  { rpc }: Options,
  versions: ReadonlyArray<Raw>,
): Promise<Receipt | undefined> => {
  const calls = versions.map(({ hash }) => ({
    method: "eth_getTransactionReceipt",
    params: [hash],
  }))
  const answers = (await rpc.batch(calls)) as ReadonlyArray<Receipt | null>
  return answers.find((answer) => answer !== null) ?? undefined
}

/** Whether the block of a receipt is still in the chain, and as far behind its head as a final one is (IPSX-CHN-050). */
const isFinal = async ({ rpc, finality }: Options, of: Receipt): Promise<boolean> => {
  const answers = await rpc.batch([blockCall(of.blockNumber), blockCall("latest")])
  const [block, head] = answers as ReadonlyArray<{ readonly [field: string]: string } | null>
  if (!block || !head || block["hash"] !== of.blockHash) return false
  return Number(block["timestamp"]) <= Number(head["timestamp"]) - finality
}

/**
 * What has become of a transaction, of which at most one version is taken; the last one has the number that counts. `call`
 * is what it asks, to learn the name of a refusal in a block.
 */
export const state = async (
  options: Options,
  versions: ReadonlyArray<Raw>,
  call: Ask,
): Promise<State> => {
  const { rpc, sender } = options
  let found = await receipt(options, versions)
  if (found === undefined) {
    const now = await nonces(rpc, sender)
    if (now.mined <= versions.at(-1)!.nonce) return { _tag: "Pending", ...now }
    // Between the two answers there may have been a block, with this very transaction in it.
    found = await receipt(options, versions)
    if (found === undefined) return { _tag: "Replaced" }
  }
  const seen = { isFinal: await isFinal(options, found) }
  if (found.status === "0x1") return { _tag: "Mined", block: Number(found.blockNumber), ...seen }
  return { _tag: "Refused", error: (await refusal(options, call)) ?? "Unknown", ...seen }
}
