// The outside world of the command line, as an argument, so that tests can stand in for it.

export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Whether somebody watches standard error. */
  readonly interactive: boolean
  /** Calls back on Ctrl-C; returns how to stop listening. */
  readonly onInterrupt: (callback: () => void) => () => void
  /** Seconds since some moment, for how long things take. */
  readonly seconds: () => number
}

/** The real one. A second Ctrl-C ends the program at once. */
export const real = (): Terminal => ({
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY === true,
  onInterrupt: (callback) => {
    let heard = false
    const listener = () => {
      if (heard) process.exit(130)
      heard = true
      callback()
    }
    process.on("SIGINT", listener)
    process.on("SIGTERM", listener)
    return () => {
      process.off("SIGINT", listener)
      process.off("SIGTERM", listener)
    }
  },
  seconds: () => performance.now() / 1000,
})
