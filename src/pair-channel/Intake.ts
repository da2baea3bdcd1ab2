// How much of a partner's letters an end takes (IPSX-PCH-033). All that is taken goes to lasting storage, and whoever writes
// as fast as it can would fill the disk on which all other deals are written down too. Pure: time is an argument.

export interface Intake {
  /** Bytes that may come now. */
  left: number
  /** Milliseconds. */
  at: number
}

/** Bytes at once, which is more than an honest end keeps for a partner that was away, and bytes of each second. */
export const burst = 4 * 2 ** 20
export const perSecond = 32 * 2 ** 10

export const make = (now: number): Intake => ({ left: burst, at: now })

/**
 * Whether so many bytes more are within the bound.
 *
 * @example
 * if (!Intake.take(intake, Frame.size(letter), performance.now())) drop()
 */
export const take = (intake: Intake, bytes: number, now: number): boolean => {
  intake.left = Math.min(burst, intake.left + ((now - intake.at) * perSecond) / 1000)
  intake.at = now
  if (bytes > intake.left) return false
  intake.left -= bytes
  return true
}
