// Whether the other end of a WebSocket is there: a connection whose other end has lost its network stays open and says
// nothing, for hours. Both ends ask in turn; every sign of life counts (IPSX-MAT-043).
import type { WebSocket } from "ws"

/** Milliseconds between two questions; who has not answered by the next one is gone. */
const everyMs = 10_000

/**
 * Asks for as long as the socket is open; `gone` is called once when it does not answer, and has to end it.
 *
 * @example
 * Alive.watch(feed, () => feed.terminate())
 */
export const watch = (socket: WebSocket, gone: () => void, ms = everyMs): void => {
  let isHeard = true
  const hear = (): void => void (isHeard = true)
  for (const sign of ["message", "ping", "pong", "open"] as const) socket.on(sign, hear)
  const timer = setInterval(() => {
    if (!isHeard) {
      clearInterval(timer)
      return gone()
    }
    isHeard = false
    if (socket.readyState === socket.OPEN) socket.ping()
    return undefined
  }, ms)
  socket.on("close", () => clearInterval(timer))
}
