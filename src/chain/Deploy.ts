// Puts the two contracts and the first wallets on a chain that we drive (IPSX-CHN-010). The same deployer with the same
// nonce gives the same addresses, so signatures can be made before anything is deployed.
import * as Schema from "effect/Schema"
import type { Parameters } from "../model/Parameters.ts"
import type { Transaction } from "../model/Transaction.ts"
import * as Abi from "./Abi.ts"
import { bytecode as centralizerCode } from "./abi/Centralizer.ts"
import { bytecode as tokenCode } from "./abi/IpsxToken.ts"
import type { Blocks } from "./Blocks.ts"
import * as Codec from "./Codec.ts"
import * as FixedParameters from "./FixedParameters.ts"
import type { Accounts } from "./Genesis.ts"
import type { Rpc } from "./Rpc.ts"
import type * as Signer from "./Signer.ts"
import type { Item } from "./Wire.ts"

/** The constructor's parameters, in the order of the contract's structure. */
const ParametersTuple = Codec.record(FixedParameters.fields)

/** Who gets the supply of a new token. */
export type Holders = Pick<Accounts, "funding" | "partners" | "bounty" | "team">

/** The code of the token's creation: constructor(funding, partners, bounty, team). */
export const tokenCreation = ({ funding, partners, bounty, team }: Holders): string =>
  tokenCode +
  Codec.sequence(["address", "address", "address", "address"].map(Codec.type), [
    funding,
    partners,
    bounty,
    team,
  ])

/** The code of the Centralizer's creation: constructor(token, platform, parameters). */
export const centralizerCreation = (
  token: string,
  platform: string,
  parameters: Parameters,
): string =>
  centralizerCode +
  Codec.sequence(
    [Codec.type("address"), Codec.type("address"), ParametersTuple],
    [token, platform, parameters],
  )

export interface Options {
  readonly rpc: Rpc
  readonly blocks: Blocks
  readonly place: Signer.Place
  readonly signer: Signer.Signer
  readonly accounts: Accounts
  readonly parameters: Parameters
  /** What is mined after the contracts: the first wallets. */
  readonly setup: ReadonlyArray<Transaction>
  /** Number and time of the block after which the market begins. */
  readonly genesis: { readonly number: number; readonly timestamp: number }
}

/** Blocks that a deployment needs before the market can begin. */
const blocksNeeded = 2

/**
 * Mines the deployment and the first wallets; afterwards the head is the genesis given.
 * Rejects with `DeploymentFailed` when a contract is not where it should be or a deposit failed.
 */
export const run = async (options: Options): Promise<void> => {
  const { rpc, blocks, place, accounts, genesis } = options
  const first = blocks.head()
  const spare = genesis.number - first.number - blocksNeeded
  if (spare < 0 || genesis.timestamp - first.timestamp < genesis.number - first.number)
    throw new ClockAhead({
      ...first,
      genesisNumber: genesis.number,
      genesisTimestamp: genesis.timestamp,
    })
  const contracts: ReadonlyArray<Item> = [
    { sender: accounts.deployer, data: tokenCreation(accounts) },
    {
      sender: accounts.deployer,
      data: centralizerCreation(place.token, accounts.platform, options.parameters),
    },
  ]
  const items = options.setup.map((transaction) => ({
    sender: transaction.sender,
    ...Abi.calldata(place, options.signer, transaction),
  }))
  const { number, timestamp } = genesis
  await blocks.mine({ number: number - 1, timestamp: timestamp - 1, items: contracts })
  await requireCode(rpc, place)
  const { logs } = await blocks.mine({ number, timestamp, items })
  const expected = options.setup.flatMap((transaction) =>
    transaction._tag === "DepositMany" ? transaction.deposits : [],
  ).length
  const deposited = logs.read().length
  if (deposited !== expected)
    throw new DeploymentFailed({
      reason: `${deposited} of ${expected} deposits into the first wallets succeeded`,
    })
}

const requireCode = async (rpc: Rpc, { token, centralizer }: Signer.Place): Promise<void> => {
  const codes = await rpc.batch(
    [token, centralizer].map((address) => ({
      method: "eth_getCode",
      params: [address, "latest"],
    })),
  )
  for (const [at, name] of ["token", "Centralizer"].entries())
    if (codes[at] === "0x")
      throw new DeploymentFailed({
        reason: `there is no ${name} at ${at === 0 ? token : centralizer}: its constructor refused the parameters, or its code is too large`,
      })
}

export class ClockAhead extends Schema.TaggedError<ClockAhead>()("ClockAhead", {
  number: Schema.Number,
  timestamp: Schema.Number,
  genesisNumber: Schema.Number,
  genesisTimestamp: Schema.Number,
}) {
  override get message(): string {
    return (
      `the node is at block ${this.number}, second ${this.timestamp}, too late for a market that begins after block ` +
      `${this.genesisNumber}, second ${this.genesisTimestamp}: restart the node, with --timestamp before that`
    )
  }
}

export class DeploymentFailed extends Schema.TaggedError<DeploymentFailed>()("DeploymentFailed", {
  reason: Schema.String,
}) {
  override get message(): string {
    return `the contracts could not be deployed: ${this.reason}`
  }
}
