// The registers of the agreement and the signed message by which a party moves its own (IPSX-AGR-001,
// IPSX-AGR-010). On the wire the names are numbers: their place in the lists below.
import * as Schema from "effect/Schema"
import * as Amount from "./Amount.ts"
import { Count } from "./Deal.ts"
import { Id } from "./Id.ts"
import { Seconds } from "./Time.ts"

export const roles = ["provider", "requester"] as const
export const Role = Schema.Literals(roles)
export type Role = (typeof roles)[number]

/** The provider's register; Reserved and Defaulted come by automatic assignment only. */
export const providerStatuses = [
  "Offered",
  "Accepted",
  "Reserved",
  "Ready",
  "Paused",
  "Stopped",
  "Settled",
  "Declined",
  "Defaulted",
  "Disputing",
] as const
export const ProviderStatus = Schema.Literals(providerStatuses)
export type ProviderStatus = (typeof providerStatuses)[number]

/** The requester's register: the provider's, with Active in the place of Ready. */
export const requesterStatuses = [
  "Offered",
  "Accepted",
  "Reserved",
  "Active",
  "Paused",
  "Stopped",
  "Settled",
  "Declined",
  "Defaulted",
  "Disputing",
] as const
export const RequesterStatus = Schema.Literals(requesterStatuses)
export type RequesterStatus = (typeof requesterStatuses)[number]

/** The statuses of a deal, a function of the two registers (IPSX-AGR-001). */
export const dealStatuses = [
  "Proposed",
  "Declined",
  "Agreed",
  "Provisioning",
  "Provisioned",
  "Active",
  "Suspended",
  "Closing",
  "Settled",
  "Disputed",
  "BreachedByProvider",
  "BreachedByRequester",
  "BreachedByBoth",
  "Anomalous",
] as const
export const DealStatus = Schema.Literals(dealStatuses)
export type DealStatus = (typeof dealStatuses)[number]

/**
 * Why a register moved. Expired: the lease is over. Consumed: the cap is used up. Silent: heartbeats
 * missed. Unwanted: the sender wants no more of it. Faulty: the sender says that the service fails.
 */
export const reasons = [
  "None",
  "Expired",
  "Consumed",
  "PaymentLag",
  "NoShow",
  "Silent",
  "AddressChanged",
  "AddressBanned",
  "AddressLost",
  "Notice",
  "SuspendExpired",
  "Declined",
  "Unwanted",
  "Faulty",
  "OutOfScope",
] as const
export const Reason = Schema.Literals(reasons)
export type Reason = (typeof reasons)[number]

const octet = Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 0, maximum: 255 })))

/**
 * The signed message. `seq` counts from 1 without gaps and `previous` is the digest of the sender's
 * preceding message on this channel, zero at first (IPSX-PCH-002). `cumulativeAmount` repeats the highest
 * voucher that the sender knows.
 */
export const Status = Schema.Struct({
  channelId: Id,
  role: octet,
  seq: Count,
  status: octet,
  reason: octet,
  at: Seconds,
  cumulativeAmount: Amount.AmountFromString,
  previous: Id,
})
export interface Status extends Schema.Schema.Type<typeof Status> {}

/** The wire number of a role: 0 provider, 1 requester. */
export const roleCode = (role: Role): number => roles.indexOf(role)

/** The wire number of a status in its role's register, 0 … 9. */
export const statusCode = (status: ProviderStatus | RequesterStatus): number =>
  status === "Active" ? 3 : providerStatuses.indexOf(status)

/** The wire number of a reason. */
export const reasonCode = (reason: Reason): number => reasons.indexOf(reason)

/** Ready, for the provider, and Active, for the requester, share this number. */
export const serving = 3

/** Whether two messages say the same: if not and their `seq` is equal, they are an equivocation. */
export const equals = (a: Status, b: Status): boolean =>
  a.channelId === b.channelId &&
  a.role === b.role &&
  a.seq === b.seq &&
  a.status === b.status &&
  a.reason === b.reason &&
  a.at === b.at &&
  a.cumulativeAmount === b.cumulativeAmount &&
  a.previous === b.previous
