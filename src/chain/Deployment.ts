// A market on a local node: the node, the block driver, the two contracts and the first wallets, ready for the first block.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import type { Address } from "../model/Address.ts"
import type { Amount } from "../model/Amount.ts"
import type { Parameters } from "../model/Parameters.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Abi from "./Abi.ts"
import * as Anvil from "./Anvil.ts"
import * as Blocks from "./Blocks.ts"
import * as Chain from "./Chain.ts"
import * as Deploy from "./Deploy.ts"
import * as Genesis from "./Genesis.ts"
import * as NativeCurve from "./NativeCurve.ts"
import * as Rpc from "./Rpc.ts"
import * as Signer from "./Signer.ts"
import * as Upstream from "./Upstream.ts"
import * as Wire from "./Wire.ts"

export interface Options {
  /** An anvil that runs already, without mining of its own; otherwise one is started, and ended with the scope. */
  readonly url?: string
  readonly signing: Wire.Signing
  /** Keys of all who send or sign, besides the accounts of the genesis. */
  readonly keys: Signer.Keys
  readonly parameters: Parameters
  readonly funding: ReadonlyArray<readonly [owner: Address, amount: Amount]>
  /** The block after which the market begins; its number is at least `Deploy.blocksNeeded`. */
  readonly genesis: { readonly number: number; readonly timestamp: number }
  readonly chainId?: number
  readonly curve?: Curve
}

export interface Deployment {
  readonly info: Chain.Info
  /** The node, where it was started here. */
  readonly anvil: Anvil.Anvil | undefined
  readonly rpc: Rpc.Rpc
  readonly blocks: Blocks.Blocks
  readonly place: Signer.Place
  readonly accounts: Genesis.Accounts
  /**
   * The transactions of a block as the driver takes them, with all the signatures that they carry, each made when it
   * is asked for, once. A permit is numbered by those that succeeded before it, so it matters which transactions will
   * be refused.
   */
  readonly items: (block: {
    readonly timestamp: number
    readonly transactions: ReadonlyArray<Transaction>
    readonly refused?: ReadonlyMap<number, unknown>
  }) => Wire.Items
  readonly signer: Signer.Signer
}

/**
 * Starts or joins an anvil, deploys and fills the first wallets. The head is the genesis afterwards.
 *
 * @example
 * const { blocks, items } = yield* Deployment.open({ signing: "signed", keys, parameters, funding, genesis })
 */
export const open = (options: Options): Effect.Effect<Deployment, Chain.ChainError, Scope.Scope> =>
  Effect.gen(function* () {
    const { genesis, chainId = Chain.localChainId, curve = NativeCurve.fastest() } = options
    // Block 0 lies as many seconds before the genesis as there are blocks in between.
    const timestamp = genesis.timestamp - genesis.number + 1
    const anvil = options.url === undefined ? yield* Anvil.start({ timestamp, chainId }) : undefined
    const url = options.url ?? anvil!.url
    const rpc = yield* Effect.acquireRelease(
      Effect.try({
        try: () => Rpc.make(url, { connectionsMax: 8, isOwn: options.url === undefined }),
        catch: Chain.asError,
      }),
      (rpc) => Effect.sync(rpc.close),
    )
    return yield* Effect.tryPromise({
      try: () => begin({ ...options, chainId, curve }, rpc, anvil),
      catch: Chain.asError,
    })
  })

type Settled = Options & { readonly chainId: number; readonly curve: Curve }

const begin = async (
  options: Settled,
  rpc: Rpc.Rpc,
  anvil: Anvil.Anvil | undefined,
): Promise<Deployment> => {
  const { chainId, curve, signing, genesis, parameters } = options
  const actual = Number(await rpc.call("eth_chainId", []))
  if (actual !== chainId) throw new Chain.WrongChainId({ url: rpc.url, expected: chainId, actual })
  const { accounts, keys: own } = Genesis.make(curve)
  if (options.url !== undefined)
    await endow(rpc, [...own.keys(), ...options.funding.map(([owner]) => owner)])
  const nonce = Number(await rpc.call("eth_getTransactionCount", [accounts.deployer, "latest"]))
  const place = Genesis.place(curve, accounts.deployer, chainId, nonce)
  const keys: Signer.Keys = (account) => own.get(account) ?? options.keys(account)
  const signer = Signer.make(curve, place, keys)
  const logsOf = place.centralizer
  const isFresh = options.url === undefined
  const blocks = await Blocks.make({ rpc, chainId, signing, curve, keys, logsOf, isFresh })
  const setup = Result.getOrThrowWith(
    Genesis.transactions(accounts, options.funding),
    (failure) => failure,
  )
  await Deploy.run({ rpc, blocks, place, signer, accounts, parameters, setup, genesis })
  const kind = options.url === undefined ? "anvil" : "rpc"
  return {
    info: { kind, signing, ...place },
    anvil,
    rpc,
    blocks,
    place,
    accounts,
    signer,
    items: (block) => ({
      length: block.transactions.length,
      *[Symbol.iterator]() {
        for (const [index, transaction] of block.transactions.entries()) {
          const call = Abi.calldata(place, signer, transaction)
          if (takesPermit(transaction, block.timestamp) && block.refused?.has(index) !== true)
            countPermit(signer, transaction.sender)
          yield { sender: transaction.sender, ...call }
        }
      },
    }),
  }
}

// On a node of our own everybody has ether from the start (see Upstream); on another one a driven block's fee caps,
// which only order it, have to be covered all the same (IPSX-CHN-023).
const endow = async (rpc: Rpc.Rpc, accounts: ReadonlyArray<Address>): Promise<void> => {
  const balance = `0x${Upstream.balance.toString(16)}`
  const calls = accounts.map((account) => ({
    method: "anvil_setBalance",
    params: [account, balance],
  }))
  for (let at = 0; at < calls.length; at += endowedPerRequest)
    await rpc.batch(calls.slice(at, at + endowedPerRequest))
}

// A fork asks its upstream for each account, which takes a slow machine milliseconds.
const endowedPerRequest = 500

const takesPermit = (transaction: Transaction, timestamp: number): boolean =>
  transaction._tag === "DepositWithPermit" &&
  transaction.author === transaction.sender &&
  transaction.deadline >= timestamp

const countPermit = ({ permits }: Signer.Signer, owner: Address): void => {
  permits.set(owner, (permits.get(owner) ?? 0) + 1)
}
