// One state of the exhaustive search: what each honest side knows (its row of the table), the status messages
// under way between two honest sides, the channel on the chain, and money in a few levels. A lying side has no
// row: it may say and submit anything that is within its rights at any time.
import * as Table from "../Table.ts"

export const phases = [
  "None",
  "Open",
  "Closing",
  "Challenged",
  "Demanded",
  "Breached",
  "Disputed",
  "Final",
] as const
export type Phase = (typeof phases)[number]

/** Small numbers all; flags are 0 or 1, amounts are levels (units of service). */
export interface World {
  readonly rowP: number
  readonly rowR: number
  /** Status messages under way, provider to requester and back: base 8, the first one lowest. */
  readonly toR: number
  readonly toP: number
  readonly phase: number
  /** T_end has passed. */
  readonly ended: number
  /** The deadline of the present phase has passed; in None: the option has lapsed; in Final: by consent. */
  readonly due: number
  /** 0 never, 1 early, 2 after a matured notice, 3 at or after T_end. */
  readonly stopP: number
  readonly stopR: number
  /** 0 none, 1 given, 2 matured. */
  readonly notice: number
  readonly challenged: number
  readonly convicted: number
  readonly exonerated: number
  /** The level that is demanded while the stake is held, else 0. */
  readonly demanded: number
  readonly lagged: number
  readonly eqP: number
  readonly eqR: number
  readonly dispP: number
  readonly dispR: number
  /** Demands that were met; each cost the provider its stake. */
  readonly met: number
  readonly served: number
  /** Highest voucher signed, and highest that the provider holds. */
  readonly signed: number
  readonly holds: number
  readonly paid: number
  /** Co-signed meter, and the one that was proved. */
  readonly meter: number
  readonly metered: number
}

/** The first four fields in one 32-bit number. */
export const high = (w: World): number => ((w.rowP * 128 + w.rowR) * 64 + w.toR) * 64 + w.toP

// PERF: written out, because a loop over field names is three times slower and this runs for every edge.
/** All other fields in a second one. */
export const low = (w: World): number => {
  let packed = w.phase
  packed = packed * 2 + w.ended
  packed = packed * 2 + w.due
  packed = packed * 4 + w.stopP
  packed = packed * 2 + w.stopR
  packed = packed * 3 + w.notice
  packed = packed * 2 + w.challenged
  packed = packed * 2 + w.convicted
  packed = packed * 2 + w.exonerated
  packed = packed * 3 + w.demanded
  packed = packed * 2 + w.lagged
  packed = packed * 2 + w.eqP
  packed = packed * 2 + w.eqR
  packed = packed * 2 + w.dispP
  packed = packed * 2 + w.dispR
  packed = packed * 3 + w.met
  packed = packed * 3 + w.served
  packed = packed * 3 + w.signed
  packed = packed * 3 + w.holds
  packed = packed * 3 + w.paid
  packed = packed * 3 + w.meter
  packed = packed * 3 + w.metered
  return packed
}

/** The inverse of `high` and `low`. */
export const unpack = (high: number, low: number): World => {
  let rest = low
  const digit = (radix: number): number => {
    const value = rest % radix
    rest = (rest - value) / radix
    return value
  }
  const metered = digit(3)
  const meter = digit(3)
  const paid = digit(3)
  const holds = digit(3)
  const signed = digit(3)
  const served = digit(3)
  const met = digit(3)
  const dispR = digit(2)
  const dispP = digit(2)
  const eqR = digit(2)
  const eqP = digit(2)
  const lagged = digit(2)
  const demanded = digit(3)
  const exonerated = digit(2)
  const convicted = digit(2)
  const challenged = digit(2)
  const notice = digit(3)
  const stopR = digit(2)
  const stopP = digit(4)
  const due = digit(2)
  const ended = digit(2)
  const phase = digit(8)
  return {
    rowP: high >>> 19,
    rowR: (high >>> 12) & 127,
    toR: (high >>> 6) & 63,
    toP: high & 63,
    phase,
    ended,
    due,
    stopP,
    stopR,
    notice,
    challenged,
    convicted,
    exonerated,
    demanded,
    lagged,
    eqP,
    eqR,
    dispP,
    dispR,
    met,
    served,
    signed,
    holds,
    paid,
    meter,
    metered,
  }
}

/** A negotiation in which nobody has said anything. */
export const start: World = unpack(0, 0)

/** The row after an event, or the same when the row rejects it. */
export const moved = (
  step: (row: number, column: number) => number,
  row: number,
  column: number,
): number => {
  const next = step(row, column)
  return next === Table.rejected ? row : next
}
