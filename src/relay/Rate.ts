// How often one address may ask: a bucket of tokens for each, that fills with time. Pure: time is an argument.

export interface Rate {
  readonly buckets: Map<string, { tokens: number; at: number }>
}

/** Requests a second, and how many at once after a pause. */
const perSecond = 50
export const burst = 200

/** Addresses that are remembered; the oldest is forgotten first, which only helps it. */
const addressesMax = 10_000

export const make = (): Rate => ({ buckets: new Map() })

/**
 * Whether one more request is within the limits; `now` in milliseconds.
 *
 * @example
 * if (!Rate.take(rate, "203.0.113.7", now)) refuse()
 */
export const take = (rate: Rate, from: string, now: number): boolean => {
  const known = rate.buckets.get(from)
  // A clock may be set back.
  const passed = known === undefined ? 0 : Math.max(0, now - known.at)
  const tokens =
    known === undefined ? burst : Math.min(burst, known.tokens + (passed * perSecond) / 1000)
  rate.buckets.delete(from)
  rate.buckets.set(from, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
  if (rate.buckets.size > addressesMax) rate.buckets.delete(rate.buckets.keys().next().value!)
  return tokens >= 1
}
