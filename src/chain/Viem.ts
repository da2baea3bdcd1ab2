// The chain as real contracts behind a URL. Two ways to make a block: on an anvil of our own or without mining of its
// own, the block driver, which sets number and time; on any other node, transactions that are signed, sent and waited
// for by viem, at the node's own time (IPSX-CHN-003).
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createPublicClient, defineChain, http, type Hex, type PublicClient } from "viem"
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts"
import type { Address } from "../model/Address.ts"
import type { Log } from "../model/Log.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import { fromBytes } from "../signature/Hex.ts"
import * as Abi from "./Abi.ts"
import * as AbiError from "./AbiError.ts"
import * as AbiLog from "./AbiLog.ts"
import * as Chain from "./Chain.ts"
import * as Deployment from "./Deployment.ts"
import * as NativeCurve from "./NativeCurve.ts"
import * as Rpc from "./Rpc.ts"
import * as Signer from "./Signer.ts"
import * as View from "./View.ts"

/**
 * A fresh market on an anvil, started here or found at a URL.
 *
 * @example
 * program.pipe(Effect.provide(Viem.layer({ signing: "signed", keys, parameters, funding, genesis })))
 */
export const layer = (options: Deployment.Options): Layer.Layer<Chain.Chain, Chain.ChainError> =>
  Layer.effect(
    Chain.Chain,
    Effect.map(Deployment.open(options), (deployment) =>
      Chain.Chain.of(serve(deployment.rpc, deployment.info, driven(deployment))),
    ),
  )

export interface Existing {
  readonly url: string
  readonly contracts: Abi.Contracts
  readonly keys: Signer.Keys
  readonly curve?: Curve
  /** Milliseconds to wait for a transaction to be mined. */
  readonly timeoutMs?: number
}

/**
 * Contracts that exist already, on any node. Blocks are the node's own: the time given to `mine` is not enforced, and
 * a number is that of the last block that took one of the transactions.
 */
export const existing = (options: Existing): Layer.Layer<Chain.Chain, Chain.ChainError> =>
  Layer.effect(
    Chain.Chain,
    Effect.gen(function* () {
      const rpc = yield* Effect.acquireRelease(
        Effect.try({ try: () => Rpc.make(options.url), catch: Chain.asError }),
        (rpc) => Effect.sync(rpc.close),
      )
      const chainId = yield* attempt(() => rpc.call("eth_chainId", []))
      const place = { ...options.contracts, chainId: Number(chainId) } as Signer.Place
      yield* attempt(() => requireCentralizer(rpc, place))
      const info = { kind: "rpc", signing: "signed", ...place } as const
      return Chain.Chain.of(serve(rpc, info, submitted(rpc, place, options)))
    }),
  )

const requireCentralizer = async (rpc: Rpc.Rpc, { centralizer, token }: Signer.Place) => {
  const { method, params } = View.call(centralizer, Abi.reads.token())
  const answer = String(await rpc.call(method, params))
  if (!answer.endsWith(token.slice(2)))
    throw new Chain.Unexpected({ reason: `${centralizer} is no Centralizer of the token ${token}` })
}

const attempt = <A>(task: () => Promise<A>): Effect.Effect<A, Chain.ChainError> =>
  Effect.tryPromise({ try: task, catch: Chain.asError })

type Mine = (timestamp: number, transactions: ReadonlyArray<Transaction>) => Promise<Chain.Block>

const serve = (rpc: Rpc.Rpc, info: Chain.Info, mine: Mine): Chain.Chain["Service"] => {
  const read = async <A, B>(
    list: ReadonlyArray<A>,
    call: (centralizer: string, list: ReadonlyArray<A>) => Rpc.Call,
    decode: (list: ReadonlyArray<A>, data: unknown) => ReadonlyArray<B>,
  ): Promise<ReadonlyArray<B>> => {
    const lists = View.chunks(list)
    const answers = await rpc.batch(lists.map((part) => call(info.centralizer, part)))
    return lists.flatMap((part, at) => decode(part, answers[at]))
  }
  return {
    info,
    mine: ({ timestamp, transactions }) => attempt(() => mine(timestamp, transactions)),
    wallets: (owners) => attempt(() => read(owners, View.walletsCall, View.wallets)),
    channels: (ids) => attempt(() => read(ids, View.channelsCall, View.channels)),
    totals: attempt(async () => {
      const [supply, fees, held] = await rpc.batch([
        View.call(info.token, Abi.reads.totalSupply()),
        View.call(info.centralizer, Abi.reads.fees()),
        View.call(info.token, Abi.reads.balanceOf(info.centralizer)),
      ])
      return {
        supply: View.integer(supply),
        fees: View.integer(fees),
        held: View.integer(held),
      }
    }),
    headHash: attempt(async () => {
      const head = await rpc.call("eth_getBlockByNumber", ["latest", false])
      return (head as { hash: string }).hash
    }),
  }
}

const decodeLogs = (logs: ReadonlyArray<AbiLog.RawLog>): ReadonlyArray<Log> =>
  logs.map(AbiLog.decode).filter((log) => log !== undefined)

const driven =
  ({ rpc, blocks, items, place, signer }: Deployment.Deployment): Mine =>
  async (timestamp, transactions) => {
    const last = blocks.head()
    if (timestamp <= last.timestamp)
      throw new Chain.TimeNotIncreasing({ timestamp, last: last.timestamp })
    const number = last.number + 1
    await learnPermits(rpc, place, signer, transactions)
    const block = items({ timestamp, transactions })
    const traced = transactions.map((_, at) => at)
    const mined = await blocks.mine({ number, timestamp, items: block }, { traced })
    const refused = mined.outcomes.flatMap(({ failed, returnValue }, index) => {
      if (!failed) return []
      const { name, values } = AbiError.decode(returnValue)
      return [{ index, error: name, values }]
    })
    return { number, hash: mined.hash, logs: decodeLogs(mined.logs.read()), refused }
  }

// How many permits the token has taken of each owner that sends one now. An owner's second permit in one block takes it
// that the first succeeds.
const learnPermits = async (
  rpc: Rpc.Rpc,
  { token }: Signer.Place,
  { permits }: Signer.Signer,
  transactions: ReadonlyArray<Transaction>,
): Promise<void> => {
  const owners = transactions
    .filter(({ _tag }) => _tag === "DepositWithPermit")
    .map(({ sender }) => sender)
  const counts = await rpc.batch(owners.map((owner) => View.call(token, Abi.reads.nonces(owner))))
  for (const [at, owner] of owners.entries()) permits.set(owner, Number(View.integer(counts[at])))
}

const submitted = (rpc: Rpc.Rpc, place: Signer.Place, options: Existing): Mine => {
  const curve = options.curve ?? NativeCurve.fastest()
  const signer = Signer.make(curve, place, options.keys)
  const chain = defineChain({
    id: place.chainId,
    name: "IPSX",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [options.url] } },
  })
  const client: PublicClient = createPublicClient({ chain, transport: http(options.url) })
  const accounts = new Map<Address, PrivateKeyAccount>()
  const accountOf = (sender: Address): PrivateKeyAccount => {
    const known = accounts.get(sender)
    if (known !== undefined) return known
    const account = privateKeyToAccount(fromBytes(options.keys(sender)))
    accounts.set(sender, account)
    return account
  }

  const submit = async (transaction: Transaction) => {
    const account = accountOf(transaction.sender)
    await learnPermits(rpc, place, signer, [transaction])
    const { to, data } = Abi.calldata(place, signer, transaction) as { to: Hex; data: Hex }
    // What would be refused is not sent: it would only cost the sender gas.
    const refused = await refusalOf(rpc, transaction.sender, { to, data })
    if (refused !== undefined) return refused
    const [nonce, gas, fees] = await Promise.all([
      client.getTransactionCount({ address: account.address, blockTag: "pending" }),
      client.estimateGas({ account, to, data }),
      client.estimateFeesPerGas(),
    ])
    const signed = await account.signTransaction({
      ...fees,
      type: "eip1559",
      chainId: place.chainId,
      to,
      data,
      nonce,
      gas: (gas * 5n) / 4n,
    })
    const hash = await client.sendRawTransaction({ serializedTransaction: signed })
    return client.waitForTransactionReceipt({
      hash,
      timeout: options.timeoutMs ?? 120_000,
      pollingInterval: 100,
    })
  }

  return async (_, transactions) => {
    const logs: Array<Log> = []
    const refused: Array<Chain.Refused> = []
    const head = await client.getBlock({ blockTag: "latest" })
    let last = { number: Number(head.number), hash: head.hash as string | null }
    for (const [index, transaction] of transactions.entries()) {
      const outcome = await submit(transaction)
      if ("error" in outcome) {
        refused.push({ index, ...outcome })
        continue
      }
      last = { number: Number(outcome.blockNumber), hash: outcome.blockHash }
      if (outcome.status === "reverted") refused.push({ index, error: "Unknown", values: {} })
      logs.push(
        ...decodeLogs(
          outcome.logs.filter(({ address }) => address.toLowerCase() === place.centralizer),
        ),
      )
    }
    return { ...last, logs, refused }
  }
}

const refusalOf = async (
  rpc: Rpc.Rpc,
  from: Address,
  { to, data }: Abi.Calldata,
): Promise<Omit<Chain.Refused, "index"> | undefined> => {
  try {
    await rpc.call("eth_call", [{ from, to, data }, "latest"])
    return undefined
  } catch (cause) {
    if (!(cause instanceof Rpc.RpcRefused) || cause.data === "") throw cause
    const { name, values } = AbiError.decode(cause.data)
    return { error: name, values }
  }
}
