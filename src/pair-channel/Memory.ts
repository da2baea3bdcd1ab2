// The transport of tests and simulations: two ends in one process. Frames go through their bytes, so that what the
// network would refuse is refused here too.
import * as Result from "effect/Result"
import type { Id } from "../model/Id.ts"
import * as Connection from "./Connection.ts"
import * as Frame from "./Frame.ts"

/** Runs a task a little later; an argument, because the order of deliveries is the caller's to decide. */
export type Later = (task: () => void) => void

/**
 * Two ends of one connection. `binding` is what both can sign.
 *
 * @example
 * const [provider, requester] = Memory.pair(binding, queueMicrotask)
 */
export const pair = (
  binding: Id,
  later: Later,
): readonly [Connection.Connection, Connection.Connection] => {
  const outlets = [Connection.outlet(), Connection.outlet()] as const
  const close = (reason: string): void => {
    for (const outlet of outlets) later(() => outlet.closed(reason))
  }
  const end = (own: 0 | 1): Connection.Connection => {
    const partner = outlets[own === 0 ? 1 : 0]
    const reader = Frame.reader()
    return {
      binding,
      listen: outlets[own].listen,
      send: (frame) => {
        if (outlets[own].isClosed()) return
        const bytes = Frame.encode(frame)
        later(() => {
          if (partner.isClosed()) return
          const read = Frame.read(reader, bytes, (received) => {
            if (partner.frame(received)) return true
            close("the partner does not read")
            return false
          })
          if (Result.isFailure(read)) close(read.failure.message)
        })
      },
      close: (reason) => {
        outlets[own].closed(reason)
        close(reason)
      },
    }
  }
  return [end(0), end(1)]
}
