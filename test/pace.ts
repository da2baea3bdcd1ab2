// How far behind this process is just now: what a busy machine adds to every span that is measured in it. A bound on a
// span of real time allows for it, so that a slow machine is not taken for a slow program; on a quiet one it is nothing.

const lookMs = 10

export interface Pace {
  /** The longest that the process stood still between two moments of `performance.now()`, in ms. */
  readonly worst: (since?: number, until?: number) => number
  readonly stop: () => void
}

/** Watches from now on until it is stopped. */
export const watch = (): Pace => {
  const stalls: Array<{ readonly at: number; readonly ms: number }> = []
  let last = performance.now()
  const look = (): void => {
    const now = performance.now()
    const late = now - last - lookMs
    last = now
    if (late > lookMs) stalls.push({ at: now, ms: late })
  }
  const timer = setInterval(look, lookMs)
  timer.unref()
  return {
    worst: (since = 0, until = Infinity) => {
      look()
      return stalls.reduce(
        (most, { at, ms }) => (at >= since && at - ms <= until ? Math.max(most, ms) : most),
        0,
      )
    },
    stop: () => clearInterval(timer),
  }
}

/** Waits until something is so; for what takes a moment, and on a busy machine many. @throws when it never is. */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> => {
  const end = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it did not happen within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
