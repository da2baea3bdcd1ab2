// The contracts on an anvil of their own as an implementation under test: real transactions, real signatures made with
// the keys of the cast. Every case goes back to the block after the deployment; each set of parameters has a node.
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Abi from "../../chain/Abi.ts"
import * as AbiError from "../../chain/AbiError.ts"
import * as AbiLog from "../../chain/AbiLog.ts"
import * as Blocks from "../../chain/Blocks.ts"
import * as Deployment from "../../chain/Deployment.ts"
import * as NativeCurve from "../../chain/NativeCurve.ts"
import * as View from "../../chain/View.ts"
import type { Address } from "../../model/Address.ts"
import * as Amount from "../../model/Amount.ts"
import * as Channel from "../../model/Channel.ts"
import type { Id } from "../../model/Id.ts"
import type { Transaction } from "../../model/Transaction.ts"
import type { Signature } from "../../signature/Signed.ts"
import * as Json from "../Json.ts"
import { type Params, paramsOf } from "../reference/Ledger.ts"
import { type Opening, type Session, type Subject, Unsupported } from "../Subject.ts"
import * as Cast from "../suite/Cast.ts"

// A node with the contracts on it, and the state that every case begins with.
interface Node {
  readonly deployment: Deployment.Deployment
  snapshot: string
}

const keys = new Map(Array.from({ length: 8 }, (_, at) => [Cast.address(at + 1), Cast.key(at + 1)]))

// Nobody has the key of a stranger to the cast, and nobody needs it: what it sends is impersonated.
const keyOf = (account: Address): Uint8Array => keys.get(account) ?? Cast.key(99)

const nodes = (scope: Scope.Scope) => {
  const known = new Map<string, Promise<Node>>()
  return (params: Params): Promise<Node> => {
    const { number, timestamp } = params.genesis
    const name = JSON.stringify([Json.plain(params.parameters), number, timestamp])
    const found = known.get(name)
    if (found !== undefined) return found
    const opened = Effect.runPromise(
      Scope.provide(
        Deployment.open({
          signing: "impersonated",
          keys: keyOf,
          parameters: params.parameters,
          funding: [],
          genesis: { number: number - 1, timestamp: timestamp - 1 },
        }),
        scope,
      ),
    ).then(async (deployment) => ({ deployment, snapshot: await snapshot(deployment) }))
    known.set(name, opened)
    return opened
  }
}

const snapshot = async ({ rpc }: Deployment.Deployment): Promise<string> =>
  (await rpc.call("evm_snapshot", [])) as string

// The transactions that fill the first wallets: what the genesis of a case stands for.
const setup = ({ accounts, wallets, tokens }: Params): ReadonlyArray<Transaction> => {
  const sender = accounts.funding
  const deposits = wallets.map(([owner, amount]) => ({ owner, amount: Amount.of(BigInt(amount)) }))
  const amount = deposits.reduce((sum, { amount }) => sum + amount, 0n)
  return [
    { _tag: "ApproveTokens", sender, amount },
    { _tag: "DepositMany", sender, deposits },
    ...tokens.map(([to, amount]): Transaction => ({
      _tag: "TransferTokens",
      sender,
      to,
      amount: Amount.of(BigInt(amount)),
    })),
  ]
}

// The call of an event; a signature that the case brings along stands where one would be made.
const item = (deployment: Deployment.Deployment, event: Json.JsonObject, timestamp: number) => {
  const { block: _block, signature, ...fields } = event
  const transaction = Json.untagged<Transaction>(
    signature === undefined ? fields : { ...fields, author: Cast.requester },
  )
  const { place, signer } = deployment
  if (signature !== undefined) {
    const given = { ...signer, sign: () => signature as Signature }
    return [{ sender: transaction.sender, ...Abi.calldata(place, given, transaction) }]
  }
  return Array.from(deployment.items({ timestamp, transactions: [transaction] }))
}

const begin = async (node: Node, params: Params): Promise<Blocks.Blocks> => {
  const { deployment } = node
  const { rpc, place, signer } = deployment
  await rpc.call("evm_revert", [node.snapshot])
  node.snapshot = await snapshot(deployment)
  signer.permits.clear()
  const blocks = await Blocks.make({
    rpc,
    chainId: place.chainId,
    signing: "impersonated",
    curve: NativeCurve.fastest(),
    keys: keyOf,
    logsOf: place.centralizer,
  })
  const { number, timestamp } = params.genesis
  await blocks.mine({
    number,
    timestamp,
    items: deployment.items({ timestamp, transactions: setup(params) }),
  })
  return blocks
}

const moneyCalls = ({ place }: Deployment.Deployment, owners: ReadonlyArray<Address>) => [
  View.walletsCall(place.centralizer, owners),
  View.call(place.centralizer, Abi.reads.fees()),
  View.call(place.token, Abi.reads.totalSupply()),
  View.call(place.token, Abi.reads.balanceOf(place.centralizer)),
]

const money = (owners: ReadonlyArray<Address>, reads: ReadonlyArray<unknown>): Json.JsonObject => ({
  wallets: View.wallets(owners, reads[0]).map(Json.plain),
  fees: View.integer(reads[1]).toString(),
  supply: View.integer(reads[2]).toString(),
})

const logs = ({ logs }: Blocks.Mined): ReadonlyArray<Json.JsonObject> =>
  logs.read().flatMap((raw) => {
    const log = AbiLog.decode(raw)
    return log === undefined ? [] : [Json.tagged("event", log)]
  })

const channelOf = (id: Id, data: unknown): Json.JsonObject => {
  const [{ phase, paid, meterDue }] = View.channels([id], data) as unknown as [
    { phase: Channel.Phase; paid: bigint; meterDue: bigint },
  ]
  return {
    phase: Channel.phaseCode(phase),
    paid: paid.toString(),
    meterDue: meterDue.toString(),
  }
}

const ledger = async (node: Node, params: Params): Promise<Session> => {
  const { deployment } = node
  const blocks = await begin(node, params)
  return {
    step: async (event) => {
      const { number, timestamp } = event.block as { number: number; timestamp: number }
      const id = event.id as Id | undefined
      const reads = moneyCalls(deployment, params.watch)
      if (id !== undefined) reads.push(View.channelsCall(deployment.place.centralizer, [id]))
      const items = item(deployment, event, timestamp)
      const mined = await blocks.mine({ number, timestamp, items }, { reads, traced: [0] })
      const { failed, returnValue } = mined.outcomes[0]!
      return {
        ...(failed ? { error: Json.plain(AbiError.decode(returnValue)) } : { logs: logs(mined) }),
        ...money(params.watch, mined.reads),
        channel: id === undefined ? null : channelOf(id, mined.reads[4]),
      }
    },
  }
}

const chain = async (node: Node, params: Params): Promise<Session> => {
  const { deployment } = node
  const blocks = await begin(node, params)
  return {
    step: async (event) => {
      if (event.type === "wallets") {
        const owners = event.owners as ReadonlyArray<Address>
        const reads = await deployment.rpc.batch(moneyCalls(deployment, owners))
        return { ...money(owners, reads), held: View.integer(reads[3]).toString() }
      }
      const { number, timestamp } = event as unknown as { number: number; timestamp: number }
      const transactions = event.transactions as ReadonlyArray<Json.JsonObject>
      const items = transactions.flatMap((one) => item(deployment, one, timestamp))
      const traced = items.map((_, index) => index)
      const mined = await blocks.mine({ number, timestamp, items }, { traced })
      const refused = mined.outcomes.flatMap(({ failed, returnValue }, index) => {
        if (!failed) return []
        const { name, values } = AbiError.decode(returnValue)
        return [{ index, error: name, values: Json.plain(values) }]
      })
      return { logs: logs(mined), refused }
    },
  }
}

/** The contracts, and how to end their nodes. */
export const make = (): Subject & { readonly dispose: () => Promise<void> } => {
  const scope = Scope.makeUnsafe()
  const nodeOf = nodes(scope)
  return {
    name: "ipsx contracts",
    version: "reference",
    classes: ["signature/1", "wallet/1", "voucher/1", "settlement/1", "chain/1"],
    roles: ["contract"],
    observe: "full",
    open: async (opening: Opening) => {
      if (opening.params.genesis === undefined)
        throw new Unsupported({ what: "a question to a party" })
      const params = paramsOf(opening.params)
      const node = await nodeOf(params)
      return opening.class === "chain/1" ? chain(node, params) : ledger(node, params)
    },
    dispose: () => Effect.runPromise(Scope.close(scope, Exit.void)),
  }
}
