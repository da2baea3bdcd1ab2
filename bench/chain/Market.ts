// The market that the benches of the chain trade in: pairs of a provider and a requester, whose deals are opened, paid
// and settled one by one, and the blocks of it as the model predicts them.
import * as Result from "effect/Result"
import type * as Mirror from "../../src/chain/Mirror.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Log } from "../../src/model/Log.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as Oracle from "../../sim/Oracle.ts"

/** Second of the genesis block. */
export const start = 1_700_000_000
export const curve = NativeCurve.fastest()
export const tokens = (n: number): Amount.Amount =>
  Amount.of(BigInt(Math.round(n * 1e6)) * 10n ** 12n)

/** The accounts of a market of a size, with full wallets, as `Mirror.make` and `Memory.begin` want them. */
export const options = (size: number) => {
  const keys = new Map(
    Array.from({ length: size }, (_, at) => {
      const key = new Uint8Array(32)
      new DataView(key.buffer).setUint32(28, at + 1)
      return [Signed.address(curve, key), key] as const
    }),
  )
  return {
    accounts: [...keys.keys()],
    parameters: Parameters.standard,
    keys: (account: Address) => keys.get(account)!,
    funding: [...keys.keys()].map((account) => [account, tokens(100_000)] as const),
    genesis: { number: 2, timestamp: start },
    curve,
  }
}

/** A deal with its id and who signs it. */
export interface Agreed {
  readonly id: Id.Id
  readonly deal: Deal
  readonly authors: { readonly provider: Address; readonly requester: Address }
}

/** A deal of two accounts; `change` makes a standing reservation of it, for instance. */
export const agree = (
  provider: Address,
  requester: Address,
  salt: number,
  change: Partial<Deal> = {},
): Agreed => {
  const deal: Deal = {
    provider,
    requester,
    offer: Id.fromNumber(1),
    request: Id.fromNumber(2),
    providerNonce: 0,
    requesterNonce: 0,
    resource: Id.fromNumber(salt),
    firstSeat: 0,
    seats: 1,
    start: Time.seconds(start + 100),
    end: Time.seconds(start + 864_000),
    validUntil: Time.seconds(start + 800_000),
    cap: tokens(1),
    bond: tokens(0.1),
    prepaid: Amount.zero,
    pricePerSecond: Amount.of(10n ** 12n),
    pricePerByte: Amount.zero,
    setupPrice: Amount.zero,
    noShowCharge: Amount.of(1n),
    maxLag: 120,
    notice: 60,
    terms: Id.zero,
    salt: Id.fromNumber(salt),
    ...change,
  }
  return { deal, id: Structure.channelId(curve, deal), authors: { provider, requester } }
}

/** The three transactions of a deal that is opened, paid and settled by itself. */
export const leg = {
  open: ({ id, deal, authors }: Agreed): Transaction => ({
    _tag: "OpenDeal",
    sender: deal.provider,
    id,
    deal,
    authors,
  }),
  claim: ({ id, deal }: Agreed): Transaction => ({
    _tag: "Claim",
    sender: deal.provider,
    id,
    cumulative: tokens(0.4),
    author: deal.requester,
  }),
  settle: ({ id, deal, authors }: Agreed): Transaction => ({
    _tag: "Settle",
    sender: deal.provider,
    id,
    cumulative: tokens(0.5),
    receipt: Id.zero,
    authors,
  }),
} as const

export const inBlocks = <A>(
  list: ReadonlyArray<A>,
  perBlock: number,
): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(list.length / perBlock) }, (_, at) =>
    list.slice(at * perBlock, (at + 1) * perBlock),
  )

/** Applies a block to the ledger and says what the chain must do. @throws when the model refuses a transaction. */
export const predict = (
  ledger: Ledger.Ledger,
  at: { readonly number: number; readonly timestamp: number },
  transactions: ReadonlyArray<Transaction>,
): Mirror.Predicted => {
  const block = { number: at.number, timestamp: Time.seconds(at.timestamp) }
  const logs: Array<Log> = []
  for (const transaction of transactions)
    for (const log of Result.getOrThrow(Centralizer.apply(ledger, transaction, block)))
      logs.push(log)
  const wallets = Array.from(Oracle.touched(ledger, transactions), (owner) =>
    Ledger.wallet(ledger, owner),
  )
  return { ...at, transactions, logs, wallets }
}
