// How far a provider may let the traffic go before it has to look again: the unpaid part that it tolerates, as bytes and
// as time (IPSX-PAY-008). Pure; the tunnel enforces it between two looks, also when nobody looks.
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import * as Terms from "../model/Terms.ts"
import * as Reading from "./Reading.ts"
import { unlimited } from "./Tunnel.ts"
import type { Allowance } from "./Tunnel.ts"

/**
 * What may pass after a reading when so much has been signed, in base units. Time is given at the deal's average rate
 * and bytes get what time at its own price leaves, so that both together never cost more than the bound.
 *
 * @example
 * yield* session.ungate(Allowance.of(deal, signed, yield* session.meter))
 */
export const of = (deal: Deal.Deal, signed: bigint, reading: Reading.Reading): Allowance => {
  const variable = deal.cap - deal.setupPrice
  const due = Deal.price(deal, Reading.usage(reading))
  // A flat rate: everything for who has paid it, and nothing for who has not.
  if (variable === 0n && signed >= due) return unlimited
  const left = Amount.minimum<bigint>(Terms.lagBound(deal) - (due - signed), deal.cap - due)
  if (left <= 0n || variable === 0n) return { untilBytes: Reading.total(reading), millis: 0 }
  const lease = BigInt(Deal.lease(deal)) * 1000n
  const millis = (left * lease) / variable
  const forBytes = left - (deal.pricePerSecond * millis) / 1000n
  const bytes = deal.pricePerByte === 0n ? unlimited.untilBytes : forBytes / deal.pricePerByte
  return {
    untilBytes: Reading.total(reading) + (bytes < 0n ? 0n : bytes),
    millis: Number(Amount.minimum<bigint>(millis, BigInt(unlimited.millis))),
  }
}
