// Shows a run's progress on a terminal, and carries Ctrl-C into it.
import type { Observer, Progress } from "../Progress.ts"
import type { Terminal } from "./Terminal.ts"

const width = 24
const everySeconds = 0.1

const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  const pad = (n: number) => String(n).padStart(2, "0")
  const days = Math.floor(seconds / 86_400)
  const time = `${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  return days === 0 ? time : `${days} d ${time}`
}

const count = (n: number): string => n.toLocaleString("en")

/** One line, without an end. */
const line = (progress: Progress): string => {
  const share = progress.untilMs === 0 ? 1 : Math.min(1, progress.nowMs / progress.untilMs)
  const filled = Math.floor(share * width)
  const bar = "█".repeat(filled) + "░".repeat(width - filled)
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  virtual ${clock(progress.nowMs)}  ${count(progress.events)} events  ${count(progress.settled)} of ${count(progress.opened)} deals settled`
}

export interface Watch extends Observer {
  /** Clears the line and stops listening. */
  readonly close: () => void
}

/**
 * An observer for one run.
 *
 * @example
 * const watch = Watch.start(terminal, true)
 * try { … } finally { watch.close() }
 */
export const start = (terminal: Terminal, shown: boolean): Watch => {
  const visible = shown && terminal.interactive
  let interrupted = false
  let last = -Infinity
  let drawn = false
  const forget = terminal.onInterrupt(() => {
    interrupted = true
    terminal.error("\nStopping; what there is will be kept. Once more to leave at once.\n")
  })
  return {
    tick: async (progress) => {
      const now = terminal.seconds()
      if (visible && now - last >= everySeconds) {
        last = now
        drawn = true
        terminal.error(`\r\u001b[K${line(progress)}`)
      }
      // A turn of the event loop, without which no signal would ever be heard.
      await new Promise((resolve) => setImmediate(resolve))
      return !interrupted
    },
    close: () => {
      forget()
      if (drawn) terminal.error("\r\u001b[K")
    },
  }
}
