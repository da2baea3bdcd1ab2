// What rings later. A moment of the clock is looked for again and again: the runtime's own timers stand still while the
// machine sleeps, and ring at once when they are set to more than 25 days.

/** Disarms it; one that has rung stays as it is. */
export type Disarm = () => void

/** Milliseconds after which the clock is looked at again. */
const lookMs = 10_000

/**
 * Rings when a moment has come, in milliseconds since 1970; not before this call is over, even when it is past.
 *
 * @example
 * const disarm = Alarm.at(deal.end * 1000, () => renew())
 */
export const at = (moment: number, ring: () => void): Disarm => {
  const wait = (): number => Math.min(lookMs, Math.max(0, moment - Date.now()))
  const look = (): void => {
    if (Date.now() >= moment) return ring()
    timer = setTimeout(look, wait())
    return undefined
  }
  let timer = setTimeout(look, wait())
  return () => clearTimeout(timer)
}

/**
 * Rings when so many milliseconds have passed, whatever the clock says: for pauses of some seconds.
 *
 * @example
 * const disarm = Alarm.after(2000, () => retry())
 */
export const after = (ms: number, ring: () => void): Disarm => {
  const timer = setTimeout(ring, ms)
  return () => clearTimeout(timer)
}
