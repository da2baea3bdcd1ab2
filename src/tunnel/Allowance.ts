// How far a provider may let the traffic go before it has to look again: the unpaid part that it tolerates, as bytes and
// as time (IPSX-PAY-008). Pure; the tunnel enforces it between two looks, also when nobody looks.
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import * as Terms from "../model/Terms.ts"
import * as Reading from "./Reading.ts"
import { unlimited } from "./Tunnel.ts"
import type { Allowance } from "./Tunnel.ts"

/** How much may still pass, from now on: whichever is used up first holds the traffic. */
export interface Left {
  readonly bytes: bigint
  readonly millis: number
}

const everything: Left = { bytes: unlimited.untilBytes, millis: unlimited.millis }
const nothing: Left = { bytes: 0n, millis: 0 }

/**
 * What may still pass when so much is due and so much has been signed, in base units. Time is given at the deal's average
 * rate and bytes get what time at its own price leaves, so that both together never cost more than the bound.
 *
 * @example
 * Allowance.left(deal, { due: Deal.price(deal, use), signed })
 */
export const left = (
  deal: Deal.Deal,
  { due, signed }: { readonly due: bigint; readonly signed: bigint },
): Left => within(deal, Terms.lagBound(deal) - (due - signed))

/**
 * What may still pass for so much: of one of several short deals, its part of what may stay unpaid on their channel.
 *
 * @example
 * Allowance.within(shortDeal, room / 2n)
 */
export const within = (
  deal: Deal.Tariff & Pick<Deal.Deal, "start" | "end">,
  room: bigint,
): Left => {
  const variable = deal.cap - deal.setupPrice
  // A flat rate, which tolerates no lag: everything for who has paid it, and nothing for who has not.
  if (variable === 0n) return room >= 0n ? everything : nothing
  if (room <= 0n) return nothing
  const lease = BigInt(Deal.lease(deal)) * 1000n
  const millis = Amount.minimum<bigint>((room * lease) / variable, BigInt(unlimited.millis))
  const forBytes = room - (deal.pricePerSecond * millis) / 1000n
  const bytes = deal.pricePerByte === 0n ? unlimited.untilBytes : forBytes / deal.pricePerByte
  return { bytes: bytes < 0n ? 0n : bytes, millis: Number(millis) }
}

/**
 * The same as a gate is told it, after a reading of the tunnel.
 *
 * @example
 * yield* session.ungate(Allowance.of(deal, signed, yield* session.meter))
 */
export const of = (deal: Deal.Deal, signed: bigint, reading: Reading.Reading): Allowance => {
  const due = Deal.price(deal, Reading.usage(reading))
  const { bytes, millis } = left(deal, { due, signed })
  return { untilBytes: Reading.total(reading) + bytes, millis }
}
