// Time is an integer and an argument, never read from a clock. Signed structures and contracts count
// whole seconds; the simulator counts milliseconds since its start.
import * as Schema from "effect/Schema"

/** A moment in whole seconds since 1970, as `block.timestamp` has it. Below 2^32 (the year 2106). */
export const Seconds = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 0, maximum: 0xffff_ffff })),
  Schema.brand("Seconds"),
)
export type Seconds = typeof Seconds.Type

/** A moment or a span of virtual time in whole milliseconds. */
export const Millis = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  Schema.brand("Millis"),
)
export type Millis = typeof Millis.Type

/** @throws RangeError when it is not an integer in [0, 2^32). */
export const seconds = (value: number): Seconds => {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff)
    throw new RangeError(`not a moment in seconds: ${value}`)
  return value as Seconds
}

/** The chain's second in which a virtual moment lies, for a simulation whose zero is `epoch`. */
export const chainSeconds = (epoch: Seconds, at: number): Seconds =>
  (epoch + Math.floor(at / 1000)) as Seconds
