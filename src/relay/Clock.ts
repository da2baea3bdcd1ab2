// The time of a relay. What is in its log never goes back, so a clock that jumps ahead for a moment would stay there for as
// long as it jumped: what the machine's clock says is believed as far as the time that goes by, or a block, bears it out.
// Pure: what clocks say is an argument.
import * as Schema from "effect/Schema"

/** All in seconds. */
export interface Looks {
  /** What the machine's clock says. */
  readonly wall: number
  /** Of a clock that nobody sets. */
  readonly steady: number
  /** The time of the last final block; 0 before there was one. */
  readonly finalAt: number
}

export interface Clock {
  /** How far ahead a jump may be that is believed at once. */
  readonly leapMax: number
  last: { readonly at: number; readonly steady: number } | undefined
  /** How far the machine's clock is ahead of what is believed; 0 when it is not. */
  doubted: number
}

/** A clock whose blocks are that far behind the head. A machine that slept has all of its time in the next block. */
export const make = (finality: number): Clock => ({
  leapMax: finality + 60,
  last: undefined,
  doubted: 0,
})

/**
 * The present second.
 *
 * @example
 * Clock.read(clock, { wall: Date.now() / 1000, steady: performance.now() / 1000, finalAt })
 */
export const read = (clock: Clock, { wall, steady, finalAt }: Looks): number => {
  const { last, leapMax } = clock
  const passed = last === undefined ? wall : last.at + steady - last.steady
  const known = Math.max(passed, Math.min(finalAt, wall))
  clock.doubted = wall > known + leapMax ? wall - known : 0
  const at = clock.doubted > 0 ? known : wall
  clock.last = { at, steady }
  return Math.floor(at)
}

/** What is to be said of the machine's clock. */
export const doubt = ({ doubted }: Clock): ClockAhead | undefined =>
  doubted > 0 ? new ClockAhead({ minutes: Math.round(doubted / 60) }) : undefined

/** The machine's clock has jumped ahead, and nothing says that so much time went by. */
export class ClockAhead extends Schema.TaggedError<ClockAhead>()("ClockAhead", {
  minutes: Schema.Number,
}) {
  override get message(): string {
    return `this machine's clock has jumped ahead by ${this.minutes} min, and no block is as late as that: the relay goes on by the time that went by; set the clock, or wait for a block if it is right`
  }
}
