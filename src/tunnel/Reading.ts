// A reading of a tunnel's meter, and when two readings of one use agree (IPSX-TUN-030..032).
import type { Counter, Tolerance } from "./Lease.ts"

/**
 * `up` leaves the requester, `down` comes to it, in bytes of the named counter. `millis` is the time for which the
 * traffic might pass; `at` the moment of the reading, in milliseconds. `seq` grows with every reading. `connections`
 * is the most that were open at once. `confirmedBy` says whether each direction is counted where it arrives.
 */
export interface Reading {
  readonly up: bigint
  readonly down: bigint
  readonly millis: number
  readonly at: number
  readonly counter: Counter
  readonly confirmedBy: "receiver" | "sender"
  readonly seq: number
  readonly connections: number
}

/**
 * IPSX-TUN-034: the two numbers that a deal is priced by: whole seconds and bytes of both directions.
 *
 * @example
 * Deal.price(deal, Reading.usage(reading))
 */
export const usage = (
  reading: Reading,
): { readonly seconds: number; readonly bytesUsed: number } => ({
  seconds: Math.floor(reading.millis / 1000),
  bytesUsed: Number(total(reading)),
})

export const total = (reading: Pick<Reading, "up" | "down">): bigint => reading.up + reading.down

/**
 * Whether two readings are of the same use as far as anybody can tell: of one counter, and no further apart than what
 * may have been on its way (IPSX-TUN-032).
 */
export const agree = (a: Reading, b: Reading, tolerance: Tolerance): boolean => {
  if (a.counter !== b.counter) return false
  const most = total(a) > total(b) ? total(a) : total(b)
  const connections = BigInt(Math.max(1, a.connections, b.connections))
  const allowed =
    connections * BigInt(tolerance.bytesPerConnection) +
    (most * BigInt(tolerance.millionths)) / 1_000_000n
  const apart = total(a) - total(b)
  return (apart < 0n ? -apart : apart) <= allowed
}

/**
 * One reading out of both ends' own, each direction as its receiver counted it (IPSX-TUN-030). For tunnels that do not carry
 * the partner's count themselves: the pair channel has it.
 */
export const confirmed = (provider: Reading, requester: Reading): Reading => ({
  ...provider,
  down: requester.down,
  confirmedBy: "receiver",
})
