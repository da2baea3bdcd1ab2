// The classes wallet and settlement, and every other that has transactions: the model's ledger.
import * as Result from "effect/Result"
import type { Address } from "../../model/Address.ts"
import * as Amount from "../../model/Amount.ts"
import type { Block } from "../../model/Block.ts"
import * as Centralizer from "../../model/Centralizer.ts"
import * as Channel from "../../model/Channel.ts"
import type { Id } from "../../model/Id.ts"
import * as Ledgers from "../../model/Ledger.ts"
import type { Parameters } from "../../model/Parameters.ts"
import type { Revert } from "../../model/Revert.ts"
import type { Holders } from "../../model/Token.ts"
import * as Token from "../../model/Token.ts"
import type { Transaction } from "../../model/Transaction.ts"
import { noble } from "../../signature/Curve.ts"
import * as Signed from "../../signature/Signed.ts"
import * as Structure from "../../signature/Structure.ts"
import * as TypedData from "../../signature/TypedData.ts"
import * as Json from "../Json.ts"
import type { Session } from "../Subject.ts"

export interface Params {
  readonly parameters: Parameters
  readonly place: {
    readonly chainId: number
    readonly centralizer: Address
    readonly token: Address
  }
  readonly accounts: Holders & { readonly platform: Address }
  readonly genesis: Block
  readonly wallets: ReadonlyArray<readonly [owner: Address, amount: string]>
  readonly tokens: ReadonlyArray<readonly [owner: Address, amount: string]>
  readonly watch: ReadonlyArray<Address>
}

/** The ledger at the genesis of a case: transfers open, the first wallets filled. */
export const begin = ({ parameters, place, accounts, genesis, wallets, tokens }: Params) => {
  const { centralizer } = place
  const { platform, funding } = accounts
  const ledger = Ledgers.make(parameters, { centralizer, platform, holders: accounts })
  const apply = (transaction: Transaction) =>
    Result.getOrThrow(Centralizer.apply(ledger, transaction, genesis))
  const deposits = wallets.map(([owner, amount]) => ({ owner, amount: Amount.of(BigInt(amount)) }))
  const sum = deposits.reduce((sum, { amount }) => sum + amount, 0n)
  apply({ _tag: "OpenTransfers", sender: funding })
  apply({ _tag: "ApproveTokens", sender: funding, amount: sum })
  apply({ _tag: "DepositMany", sender: funding, deposits })
  for (const [to, amount] of tokens)
    apply({ _tag: "TransferTokens", sender: funding, to, amount: Amount.of(BigInt(amount)) })
  return ledger
}

/** An event of the wire as the model's transaction. */
export const transactionOf = (event: Json.JsonObject, params: Params): Transaction => {
  const { block: _block, signature, ...rest } = event
  return signature === undefined
    ? Json.untagged(rest)
    : Json.untagged({ ...rest, author: signer(rest, signature as string, params) })
}

// Whoever made a real signature under a voucher; nobody where none can be read.
const signer = (
  { id, cumulative }: Json.JsonObject,
  signature: string,
  { place }: Params,
): string => {
  const voucher = { channelId: id as string, cumulativeAmount: BigInt(cumulative as string) }
  const separator = Structure.domain(noble, place)
  const digest = TypedData.digest(noble, separator, Structure.Voucher, voucher)
  return Result.getOrElse(
    Signed.recover(noble, digest, signature),
    () => "0x0000000000000000000000000000000000000000",
  )
}

/** A refusal as drivers write it. */
export const refusal = (revert: Revert): Json.JsonObject => {
  const { _tag, ...values } = revert
  return { name: _tag, values: Json.plain(valuesOf(values)) }
}

// An error is a class of its own with a stack; its fields are what counts.
const valuesOf = (fields: object): object =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([key]) => !["message", "stack", "cause", "name"].includes(key) && !key.startsWith("~"),
    ),
  )

export const outcome = (result: Centralizer.Outcome): Json.JsonObject =>
  Result.isSuccess(result)
    ? { logs: result.success.map((log) => Json.tagged("event", log)) }
    : { error: refusal(result.failure) }

/** The wallets of some owners, the commission and the supply, as they are now. */
export const money = (ledger: Ledgers.Ledger, owners: ReadonlyArray<Address>): Json.JsonObject => ({
  wallets: owners.map((owner) => Json.plain(Ledgers.wallet(ledger, owner))),
  fees: ledger.fees.toString(),
  supply: ledger.token.supply.toString(),
})

export const channel = (ledger: Ledgers.Ledger, id: Id | undefined): Json.Json => {
  if (id === undefined) return null
  const found = Ledgers.channel(ledger, id)
  if (found === undefined) return { phase: 0, paid: "0", meterDue: "0" }
  const { paid, meterDue } = found.facts
  return {
    phase: Channel.phaseCode(found.phase),
    paid: paid.toString(),
    meterDue: meterDue.toString(),
  }
}

/** The tokens that the Centralizer holds. */
export const held = (ledger: Ledgers.Ledger): bigint =>
  Token.balanceOf(ledger.token, ledger.centralizer)

export const paramsOf = (params: Json.JsonObject): Params => {
  const { parameters, ...rest } = params
  return { ...rest, parameters: Json.revive(parameters!) } as unknown as Params
}

export const open = (json: Json.JsonObject): Session => {
  const params = paramsOf(json)
  const ledger = begin(params)
  return {
    step: (event) => {
      const transaction = transactionOf(event, params)
      const result = Centralizer.apply(ledger, transaction, event.block as unknown as Block)
      return {
        ...outcome(result),
        ...money(ledger, params.watch),
        channel: channel(ledger, event.id as Id | undefined),
      }
    },
  }
}
