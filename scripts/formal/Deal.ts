// The one deal of the Quint model as the implementation has it: its terms, the parameters, two funded wallets, and each
// transaction that the model submits, with true or false signatures.
import * as Result from "effect/Result"
import type * as Inbox from "../../src/agreement-fsm/Inbox.ts"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { Role } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"

const address = (n: number): Address.Address => Address.of(`0x${n.toString(16).padStart(40, "0")}`)
const [stranger, funding, platform] = [address(0xbad), address(0xa1), address(0xf0)]

export const id = Id.fromNumber(1)
export const parties = { provider: address(1), requester: address(2) } as const

const parameters: Parameters.Parameters = {
  ...Parameters.small,
  commissionBp: 250,
  bondBp: 1000,
  minCommission: Amount.of(3n),
  challengeStake: Amount.of(7n),
  disputeStake: Amount.of(5n),
  challengeSeconds: 30,
  settleGrace: 40,
  appealSeconds: 50,
  evidenceSeconds: 60,
  deadlineBlocks: 3,
}

const deal: Deal = {
  ...parties,
  offer: Id.zero,
  request: Id.zero,
  providerNonce: 0,
  requesterNonce: 0,
  resource: Id.fromNumber(7),
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(1000),
  end: Time.seconds(1100),
  validUntil: Time.seconds(1030),
  cap: Amount.of(1000n),
  bond: Amount.of(101n),
  prepaid: Amount.of(30n),
  pricePerSecond: Amount.of(10n),
  pricePerByte: Amount.zero,
  setupPrice: Amount.of(20n),
  noShowCharge: Amount.of(11n),
  maxLag: 4,
  notice: 20,
  terms: Id.zero,
  salt: Id.zero,
}

/** A fresh deployment with 500 base units of the provider and 1,500 of the requester in it. */
export const funded = (): Ledger.Ledger => {
  const holders = { funding, partners: address(0xa2), bounty: address(0xa3), team: address(0xa4) }
  const ledger = Ledger.make(parameters, { centralizer: address(0xc0), platform, holders })
  const at = { number: 1, timestamp: Time.seconds(900) }
  const amount = 10n ** 27n
  const deposits = [
    { owner: parties.provider, amount: Amount.of(500n) },
    { owner: parties.requester, amount: Amount.of(1500n) },
  ]
  for (const transaction of [
    { _tag: "OpenTransfers", sender: funding },
    { _tag: "ApproveTokens", sender: funding, amount },
    { _tag: "DepositMany", sender: funding, deposits },
  ] as ReadonlyArray<Transaction>)
    Result.getOrThrow(Centralizer.apply(ledger, transaction, at))
  return ledger
}

/** Who has accepted, and so signed the deal. */
export interface Agreed {
  readonly provider: boolean
  readonly requester: boolean
}

/** The evidence that there is. */
export interface Evidence {
  /** The last message of a party, or one that it might have sent. */
  readonly message: (of: Role) => Inbox.Received
  readonly forged: (of: Role) => readonly [Inbox.Received, Inbox.Received] | undefined
  readonly active: Inbox.Received | undefined
  readonly role: Role
}

interface Submitted {
  readonly name: string
  readonly amount: number
  readonly byProvider: boolean
  readonly signed: boolean
}

/** The transaction that a step of the model submits; where a signature is missing, a stranger's stands for it. */
export const transaction = (
  { name, amount: value, byProvider, signed }: Submitted,
  agreed: Agreed,
  evidence: Evidence,
): Transaction => {
  const sender = byProvider ? parties.provider : parties.requester
  const amount = Amount.of(BigInt(value))
  const both = signed ? parties : { provider: parties.provider, requester: stranger }
  const author = (status: Inbox.Received) => ({ status: status.status, author: sender })
  const [first, second] = evidence.forged(evidence.role) ?? [
    evidence.message(evidence.role),
    evidence.message(evidence.role),
  ]
  const service = evidence.active ?? evidence.message("requester")
  const meter = { channelId: id, seq: 1, seconds: value, bytesUsed: 0 }
  const made: Readonly<Record<string, Transaction>> = {
    openDeal: {
      _tag: "OpenDeal",
      sender: stranger,
      id,
      deal,
      authors: {
        provider: agreed.provider ? parties.provider : stranger,
        requester: agreed.requester ? parties.requester : stranger,
      },
    },
    claim: {
      _tag: "Claim",
      sender: stranger,
      id,
      cumulative: amount,
      author: signed ? parties.requester : stranger,
    },
    settle: {
      _tag: "Settle",
      sender: stranger,
      id,
      cumulative: amount,
      receipt: Id.zero,
      authors: both,
    },
    stop: { _tag: "Stop", sender, id },
    expire: { _tag: "Expire", sender: stranger, id },
    giveNotice: { _tag: "GiveNotice", sender: parties.provider, id, deal, at: Time.seconds(value) },
    challenge: { _tag: "Challenge", sender: parties.requester, id },
    answer: { _tag: "Answer", sender: parties.provider, id },
    convict: { _tag: "Convict", sender: stranger, id },
    demand: { _tag: "Demand", sender: parties.provider, id, deal, due: amount },
    lapse: { _tag: "Lapse", sender: stranger, id },
    proveMeter: { _tag: "ProveMeter", sender: stranger, id, deal, meter, authors: both },
    proveEquivocation: {
      _tag: "ProveEquivocation",
      sender: stranger,
      id,
      first: author(first),
      second: author(second),
    },
    proveService: {
      _tag: "ProveService",
      sender: stranger,
      id,
      status: service.status,
      author: parties.requester,
    },
    dispute: { _tag: "Dispute", sender, id },
    finalize: { _tag: "Finalize", sender: stranger, id, deal },
    withdraw: { _tag: "Withdraw", sender, amount },
  }
  return made[name]!
}
