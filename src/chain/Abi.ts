// What the contracts take: the calldata of every transaction of the model, as text of the ABI. viem is the
// checked reference; it takes ten times as long.
import type { Transaction } from "../model/Transaction.ts"
import * as Statement from "../signature/Statement.ts"
import * as Structure from "../signature/Structure.ts"
import * as Codec from "./Codec.ts"
import type { Signer } from "./Signer.ts"

const structure = ({ fields }: { readonly fields: ReadonlyArray<readonly [string, unknown]> }) =>
  Codec.record(fields as ReadonlyArray<readonly [string, string]>)

const Deal = structure(Structure.Deal)
const Meter = structure(Structure.Meter)
const Status = structure(Structure.Status)
const Receipt = structure(Structure.Receipt)

/** A function of a contract: `selector || arguments`. */
const fn = (name: string, ...parameters: ReadonlyArray<string | Codec.Type>) => {
  const types = parameters.map((of) => (typeof of === "string" ? Codec.type(of) : of))
  const selector = Codec.selector(`${name}(${types.map((of) => of.name).join(",")})`)
  return (...values: ReadonlyArray<Codec.Value>): string => selector + Codec.sequence(types, values)
}

const functions = {
  openDeal: fn("openDeal", Deal, "bytes", "bytes"),
  cancelOrders: fn("cancelOrders", "uint64"),
  claim: fn("claim", "bytes32", "uint128", "bytes"),
  claimMany: fn("claimMany", "bytes32[]", "uint128[]", "bytes[]"),
  claimStatement: fn("claimStatement", "address", "bytes", "bytes"),
  settle: fn("settle", "bytes32", "uint128", "bytes32", "bytes", "bytes"),
  settleMany: fn("settleMany", "bytes32[]", "uint128[]", "bytes32[]", "bytes[]", "bytes[]"),
  stop: fn("stop", "bytes32"),
  expire: fn("expire", "bytes32"),
  giveNotice: fn("giveNotice", Deal, "uint64"),
  challenge: fn("challenge", "bytes32"),
  answer: fn("answer", "bytes32"),
  convict: fn("convict", "bytes32"),
  demand: fn("demand", Deal, "uint128"),
  lapse: fn("lapse", "bytes32"),
  proveMeter: fn("proveMeter", Deal, Meter, "bytes", "bytes"),
  proveEquivocation: fn("proveEquivocation", "bytes32", Status, "bytes", Status, "bytes"),
  proveService: fn("proveService", "bytes32", Status, "bytes"),
  dispute: fn("dispute", "bytes32"),
  finalize: fn("finalize", Deal),
  stake: fn("stake", "uint128"),
  requestUnstake: fn("requestUnstake"),
  unstake: fn("unstake"),
  proveDoubleLease: fn("proveDoubleLease", Receipt, "bytes", "bytes", Receipt, "bytes", "bytes"),
  deposit: fn("deposit", "uint128"),
  depositWithPermit: fn("depositWithPermit", "uint128", "uint256", "uint8", "bytes32", "bytes32"),
  depositMany: fn("depositMany", "address[]", "uint128[]"),
  withdraw: fn("withdraw", "uint128"),
  transfer: fn("transfer", "address", "uint128"),
  anchorProfile: fn("anchorProfile", "bytes32"),
  withdrawFees: fn("withdrawFees", "address"),
  approve: fn("approve", "address", "uint256"),
  transferTokens: fn("transfer", "address", "uint256"),
  burn: fn("burn", "uint256"),
  openTransfers: fn("openTransfers"),
} as const

/** Reading functions. */
export const reads = {
  wallets: fn("wallets", "address[]"),
  channels: fn("channels", "bytes32[]"),
  fees: fn("fees"),
  balanceOf: fn("balanceOf", "address"),
  totalSupply: fn("totalSupply"),
  token: fn("token"),
  parameters: fn("parameters"),
  nonces: fn("nonces", "address"),
  allowance: fn("allowance", "address", "address"),
  decimals: fn("decimals"),
  transfersOpen: fn("transfersOpen"),
} as const

/** What opens a token's transfers; its `funding` sends it. */
export const openTransfers = functions.openTransfers()

/** The two contracts of a deployment. */
export interface Contracts {
  readonly centralizer: string
  readonly token: string
}

export interface Calldata {
  readonly to: string
  readonly data: string
}

/**
 * The contract that a transaction calls, and what with. Signatures in it are made by the signer.
 *
 * @example
 * Abi.calldata(contracts, signer, { _tag: "Stop", sender, id }) // { to: centralizer, data: "0x…" }
 */
export const calldata = (
  contracts: Contracts,
  signer: Signer,
  transaction: Transaction,
): Calldata => {
  const data = tokenData(contracts, transaction)
  return data === undefined
    ? { to: contracts.centralizer, data: centralizerData(signer, transaction) }
    : { to: contracts.token, data }
}

const tokenData = (contracts: Contracts, transaction: Transaction): string | undefined => {
  switch (transaction._tag) {
    case "ApproveTokens":
      return functions.approve(contracts.centralizer, transaction.amount)
    case "TransferTokens":
      return functions.transferTokens(transaction.to, transaction.amount)
    case "BurnTokens":
      return functions.burn(transaction.amount)
    case "OpenTransfers":
      return functions.openTransfers()
    default:
      return undefined
  }
}

const centralizerData = (signer: Signer, t: Transaction): string => {
  switch (t._tag) {
    case "CancelOrders":
      return functions.cancelOrders(t.minimum)
    case "Stop":
      return functions.stop(t.id)
    case "Expire":
      return functions.expire(t.id)
    case "GiveNotice":
      return functions.giveNotice(t.deal, t.at)
    case "Challenge":
      return functions.challenge(t.id)
    case "Answer":
      return functions.answer(t.id)
    case "Convict":
      return functions.convict(t.id)
    case "Demand":
      return functions.demand(t.deal, t.due)
    case "Lapse":
      return functions.lapse(t.id)
    case "Dispute":
      return functions.dispute(t.id)
    case "Finalize":
      return functions.finalize(t.deal)
    case "Stake":
      return functions.stake(t.amount)
    case "RequestUnstake":
      return functions.requestUnstake()
    case "Unstake":
      return functions.unstake()
    case "Deposit":
      return functions.deposit(t.amount)
    case "DepositMany":
      return functions.depositMany(
        t.deposits.map(({ owner }) => owner),
        t.deposits.map(({ amount }) => amount),
      )
    case "Withdraw":
      return functions.withdraw(t.amount)
    case "Transfer":
      return functions.transfer(t.to, t.amount)
    case "AnchorProfile":
      return functions.anchorProfile(t.hash)
    case "WithdrawFees":
      return functions.withdrawFees(t.to)
    default:
      return signedData(signer, t)
  }
}

const signedData = (signer: Signer, t: Transaction): string => {
  switch (t._tag) {
    case "OpenDeal":
      return functions.openDeal(t.deal, ...both(signer, Structure.Deal, t.deal, t.authors))
    case "Claim":
      return functions.claim(t.id, t.cumulative, voucher(signer, t))
    case "ClaimMany":
      return functions.claimMany(
        t.claims.map(({ id }) => id),
        t.claims.map(({ cumulative }) => cumulative),
        t.claims.map((claim) => voucher(signer, claim)),
      )
    case "ClaimStatement":
      return functions.claimStatement(t.payer, Statement.pack(t.entries), statement(signer, t))
    case "Settle":
      return functions.settle(t.id, t.cumulative, t.receipt, ...closing(signer, t))
    case "SettleMany": {
      const signatures = t.settlements.map((settlement) => closing(signer, settlement))
      return functions.settleMany(
        t.settlements.map(({ id }) => id),
        t.settlements.map(({ cumulative }) => cumulative),
        t.settlements.map(({ receipt }) => receipt),
        signatures.map(([provider]) => provider),
        signatures.map(([, requester]) => requester),
      )
    }
    case "ProveMeter":
      return functions.proveMeter(
        t.deal,
        t.meter,
        ...both(signer, Structure.Meter, t.meter, t.authors),
      )
    case "DepositWithPermit": {
      const signature = signer.permit(t)
      return functions.depositWithPermit(
        t.amount,
        t.deadline,
        Number(`0x${signature.slice(130)}`),
        signature.slice(0, 66),
        `0x${signature.slice(66, 130)}`,
      )
    }
    default:
      return evidenceData(signer, t)
  }
}

const evidenceData = (signer: Signer, t: Transaction): string => {
  switch (t._tag) {
    case "ProveEquivocation":
      return functions.proveEquivocation(
        t.id,
        t.first.status,
        signer.sign(Structure.Status, t.first.status, t.first.author),
        t.second.status,
        signer.sign(Structure.Status, t.second.status, t.second.author),
      )
    case "ProveService":
      return functions.proveService(
        t.id,
        t.status,
        signer.sign(Structure.Status, t.status, t.author),
      )
    case "ProveDoubleLease":
      return functions.proveDoubleLease(
        t.first.receipt,
        ...both(signer, Structure.Receipt, t.first.receipt, t.first.authors),
        t.second.receipt,
        ...both(signer, Structure.Receipt, t.second.receipt, t.second.authors),
      )
    default:
      throw new RangeError(`no function for ${t._tag}`)
  }
}

type Both = Extract<Transaction, { readonly _tag: "OpenDeal" }>["authors"]

const both = <A extends object>(
  signer: Signer,
  structure: Parameters<typeof signer.sign<A>>[0],
  value: A,
  authors: Both,
): readonly [provider: string, requester: string] => [
  signer.sign(structure, value, authors.provider),
  signer.sign(structure, value, authors.requester),
]

type Claim = Extract<Transaction, { readonly _tag: "ClaimMany" }>["claims"][number]
type Settlement = Extract<Transaction, { readonly _tag: "SettleMany" }>["settlements"][number]

const voucher = (signer: Signer, { id, cumulative, author }: Claim): string =>
  signer.sign(Structure.Voucher, { channelId: id, cumulativeAmount: cumulative }, author)

const statement = (
  signer: Signer,
  t: Extract<Transaction, { readonly _tag: "ClaimStatement" }>,
): string => signer.sign(Structure.Statement, { payer: t.payer, entries: t.statement }, t.author)

const closing = (signer: Signer, { id, cumulative, receipt, authors }: Settlement) =>
  both(signer, Structure.Closing, { channelId: id, cumulativeAmount: cumulative, receipt }, authors)
