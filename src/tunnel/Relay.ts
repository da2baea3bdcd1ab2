// Carries bytes from one stream to another as fast as the slower one goes, and no faster than a valve lets them.
import * as Net from "node:net"
import type { Duplex } from "node:stream"

/** Decides how many bytes pass; who gets fewer than it wanted is called back. */
export interface Valve {
  readonly admit: (wanted: number) => number
  readonly wait: (resume: () => void) => () => void
}

/** Lets everything through and tells how much it was. */
export const counting = (count: (bytes: number) => void): Valve => ({
  admit: (wanted) => {
    count(wanted)
    return wanted
  },
  wait: () => () => {},
})

// PERF: streams ask for a pause after 16 KiB already, which costs a round of events for every TLS record.
const bufferedMax = 256 * 1024

/** One direction. It ends the sink when the source has ended and all that was held has gone. */
const pump = (source: Duplex, sink: Duplex, valve: Valve): void => {
  let held: Buffer | undefined
  let isDraining = false
  let isCorked = false
  let hasEnded = false
  let forget = (): void => {}

  const push = (chunk: Buffer): void => {
    const passed = valve.admit(chunk.length)
    if (passed > 0) {
      cork()
      const isFull = !sink.write(passed === chunk.length ? chunk : chunk.subarray(0, passed))
      if (isFull && sink.writableLength >= bufferedMax && !isDraining) {
        isDraining = true
        source.pause()
        sink.once("drain", () => {
          isDraining = false
          proceed()
        })
      }
    }
    if (passed < chunk.length) {
      held = chunk.subarray(passed)
      source.pause()
      forget = valve.wait(release)
    }
  }
  // PERF: a tunnel delivers in records of 16 KiB, several at a time: one system call for all of them.
  const cork = (): void => {
    if (isCorked) return
    isCorked = true
    sink.cork()
    setImmediate(() => {
      isCorked = false
      sink.uncork()
    })
  }
  const release = (): void => {
    const chunk = held
    held = undefined
    if (chunk !== undefined && sink.writable) push(chunk)
    proceed()
  }
  const proceed = (): void => {
    if (held !== undefined || isDraining) return
    if (hasEnded) sink.end()
    else source.resume()
  }

  source.on("data", push)
  source.once("end", () => {
    hasEnded = true
    proceed()
  })
  source.once("close", () => {
    if (!hasEnded) forget()
  })
  sink.once("close", () => forget())
  source.resume()
}

/** Both directions; when one side breaks, so does the other, and `done` is called once. */
export const join = (
  a: Duplex,
  b: Duplex,
  valves: { readonly fromA: Valve; readonly fromB: Valve },
  done: () => void,
): void => {
  let isOver = false
  const over = (isWhole: boolean): void => {
    if (isOver) return
    isOver = true
    for (const side of [a, b])
      if (isWhole) side.destroy()
      else abort(side)
    done()
  }
  const finishing = (one: Duplex, other: Duplex): void => {
    one.on("error", () => over(false))
    // A side that closed after both had ended lets the other finish writing what it has.
    one.once("close", () => {
      if (!one.readableEnded) over(false)
      else if (other.destroyed || other.writableFinished) over(true)
      else other.once("finish", () => over(true))
    })
  }
  finishing(a, b)
  finishing(b, a)
  pump(a, b, valves.fromA)
  pump(b, a, valves.fromB)
}

/** Ends a stream so that its other end can tell it from a whole one: a reset, where there is such a thing. */
const abort = (stream: Duplex): void => {
  if (stream.destroyed) return
  if (stream instanceof Net.Socket) stream.resetAndDestroy()
  else stream.destroy()
}
