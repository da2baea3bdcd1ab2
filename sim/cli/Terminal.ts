// The outside world of the command line, as an argument, so that tests can stand in for it.
import * as SystemError from "../SystemError.ts"

export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Whether somebody watches standard error. */
  readonly interactive: boolean
  /** Calls back on Ctrl-C, on SIGTERM, and when the terminal is closed; returns how to stop listening. */
  readonly onInterrupt: (callback: () => void) => () => void
  /** Seconds since some moment, for how long things take. */
  readonly seconds: () => number
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/**
 * Lets the program go on when nobody reads any more what it says, as with `| head -1` or in a terminal that was closed: its
 * results are kept, and its exit code says what it found. What a full disk does not take is said, and ends with 2.
 */
const bearDeafness = (): void => {
  let isLost = false
  process.stderr.on("error", () => {})
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (isLost || error.code === "EPIPE" || error.code === "EIO") return
    isLost = true
    process.stderr.write(`ipsx: standard output: ${SystemError.writing(error)}\n`)
    process.on("exit", () => {
      process.exitCode = 2
    })
  })
}

/** The real one. A second Ctrl-C ends the program at once. */
export const real = (): Terminal => {
  bearDeafness()
  return {
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
      for (const signal of signals) process.on(signal, listener)
      return () => {
        for (const signal of signals) process.off(signal, listener)
      }
    },
    seconds: () => performance.now() / 1000,
  }
}
