// The port under the pair channel: something that carries frames in order, both ways, until it breaks. What an adapter
// promises, and what test/behaviour/connection.ts holds it to:
//
// - Frames arrive in the order in which they were sent, each once, or the connection breaks.
// - Both ends have the same `binding`, 32 bytes that nobody else shares: an end that signs it signs for this connection.
// - A frame that is malformed or too long breaks the connection with its error; what came before it is delivered.
// - `send` never blocks: an end whose partner does not read breaks the connection, so memory stays bounded.
// - After `close`, or when the partner is gone, `closed` is called once, and nothing afterwards.
import type { Id } from "../model/Id.ts"
import type { Frame } from "./Frame.ts"

export interface Listener {
  readonly frame: (frame: Frame) => void
  /** Why it ended, for people; called once. */
  readonly closed: (reason: string) => void
}

export interface Connection {
  readonly binding: Id
  /** Who hears from now on; what has arrived before is given to the first listener. */
  readonly listen: (listener: Listener) => void
  readonly send: (frame: Frame) => void
  readonly close: (reason: string) => void
}

/** Frames that an end holds while nobody listens, and bytes that wait for a partner that does not read. */
export const waitingMax = 64
export const unsentBytesMax = 1_048_576

/** Delivers to one listener after the other, holds what comes while there is none, and closes once. */
export interface Outlet {
  readonly listen: (listener: Listener) => void
  /** False when the connection should break because nobody takes the frames. */
  readonly frame: (frame: Frame) => boolean
  readonly closed: (reason: string) => void
  readonly isClosed: () => boolean
}

export const outlet = (): Outlet => {
  let listener: Listener | undefined
  let ended: string | undefined
  const waiting: Array<Frame> = []
  return {
    listen: (next) => {
      listener = next
      for (const frame of waiting.splice(0)) next.frame(frame)
      if (ended !== undefined) next.closed(ended)
    },
    frame: (frame) => {
      if (ended !== undefined) return false
      if (listener !== undefined) listener.frame(frame)
      else if (waiting.push(frame) > waitingMax) return false
      return true
    },
    closed: (reason) => {
      if (ended !== undefined) return
      ended = reason
      listener?.closed(reason)
    },
    isClosed: () => ended !== undefined,
  }
}
