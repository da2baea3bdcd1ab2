// What the Centralizer announces, event by event, with the contract's names and arguments: the simulator
// compares the model's logs with the chain's, block by block and in order.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import { Count, Count32 } from "./Deal.ts"
import { Id } from "./Id.ts"
import { Seconds } from "./Time.ts"

const amount = Amount.AmountFromString

/** Amounts are base units, moments seconds of chain time; `role` is 0 provider, 1 requester. */
export const Log = Schema.TaggedUnion({
  DealOpened: {
    id: Id,
    provider: Address,
    requester: Address,
    cap: amount,
    bond: amount,
    start: Seconds,
    end: Seconds,
  },
  OrdersCancelled: { owner: Address, minimum: Count },
  VoucherPaid: { id: Id, cumulative: amount, feeDelta: amount },
  StatementPaid: { payer: Address, entries: Id, paid: amount, fees: amount },
  DemandMet: { id: Id },
  DealSettled: {
    id: Id,
    cumulative: amount,
    penaltyProvider: amount,
    penaltyRequester: amount,
    receipt: Id,
  },
  DealBreached: { id: Id, byProvider: Schema.Boolean, byRequester: Schema.Boolean },
  DealStopped: { id: Id, by: Address },
  DealEnded: { id: Id },
  NoticeGiven: { id: Id, at: Seconds },
  DealChallenged: { id: Id },
  ChallengeAnswered: { id: Id },
  ProviderDefaulted: { id: Id },
  PaymentDemanded: { id: Id, due: amount },
  DemandLapsed: { id: Id },
  MeterProved: { id: Id, meterDue: amount },
  EquivocationProved: { id: Id, role: Schema.Int },
  ServiceProved: { id: Id },
  DealDisputed: { id: Id, by: Address },
  Staked: { owner: Address, amount },
  UnstakeRequested: { owner: Address },
  Unstaked: { owner: Address, amount },
  DoubleLeaseProved: { provider: Address, resource: Id, seat: Count32, slashed: amount },
  Deposited: { owner: Address, amount },
  Withdrawn: { owner: Address, amount },
  Transferred: { from: Address, to: Address, amount },
  ProfileAnchored: { owner: Address, hash: Id },
  FeesWithdrawn: { to: Address, amount },
})
export type Log = typeof Log.Type
export type Tag = Log["_tag"]
export type Of<T extends Tag> = Extract<Log, { readonly _tag: T }>

const endings: ReadonlySet<Tag> = new Set([
  "ChallengeAnswered",
  "DealBreached",
  "DealDisputed",
  "DealEnded",
  "DealSettled",
  "DealStopped",
  "DemandLapsed",
  "ProviderDefaulted",
])

/** Whether a deal's seats are not used any more after this log: its channel is on its way to the end. */
export const endsService = (log: Log): boolean => endings.has(log._tag)
