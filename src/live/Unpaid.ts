// What a provider may still let pass before the unpaid part has used up its bound (IPSX-PAY-008): of a deal, and of the short
// deals under a reservation, which have one bound together.
import * as Participant from "../agent/Participant.ts"
import * as Shorts from "../agent/Shorts.ts"
import * as Amount from "../model/Amount.ts"
import * as Terms from "../model/Terms.ts"
import * as Allowance from "../tunnel/Allowance.ts"
import * as Meters from "./Meters.ts"
import type { Party } from "./Party.ts"

const owed = (party: Party, now: number): { readonly due: bigint; readonly signed: bigint } => {
  const { participant, use: meter } = party
  const due = Participant.price(participant, { now, meter, used: Meters.ofShorts(party) })
  return { due, signed: participant.signed }
}

/** What the deal may still carry; with `short` that short deal, which has its part of what all that run may. */
export const left = (party: Party, now: number, short?: number): Allowance.Left => {
  const { deal, participant } = party
  const { shorts } = participant
  if (short === undefined || shorts === undefined) return Allowance.left(deal, owed(party, now))
  const open = shorts.open.get(short)
  if (open === undefined) return { bytes: 0n, millis: 0 }
  const { due, signed } = owed(party, now)
  const serving = shorts.open.values().filter((one) => one.serving).length
  const room = Shorts.lagBound(shorts) - (due - signed)
  return Allowance.within(open.deal, room / BigInt(Math.max(1, serving)))
}

/** Whether the unpaid part has used up its bound while something is served. */
export const isExhausted = (party: Party, now: number): boolean => {
  const { deal, participant, role } = party
  const { shorts, serving } = participant
  const isServing = shorts === undefined ? serving : shorts.open.values().some((one) => one.serving)
  if (role !== "provider" || !isServing) return false
  const bound = shorts === undefined ? Terms.lagBound(deal) : Shorts.lagBound(shorts)
  const { due, signed } = owed(party, now)
  // Where nothing is owed, nothing is used up: a flat rate tolerates no lag at all.
  return due - signed >= Amount.maximum<bigint>(1n, bound)
}
