// A stream of bytes through a rented address, with the moment at which each piece arrived.
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Proxy from "../../src/live/Proxy.ts"
import type { Attachment } from "../../src/tunnel/Tunnel.ts"

export interface Flow {
  readonly bytes: () => number
  /** Milliseconds since a byte last came. */
  readonly stillFor: () => number
}

/** Opens it; it ends with the scope, or with the tunnel. */
export const open = (
  attachment: Attachment,
  to: { readonly host: string; readonly port: number },
): Effect.Effect<Flow, Error, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.tryPromise({
        try: () => Proxy.connect(attachment, to.host, to.port),
        catch: (cause) => cause as Error,
      }),
      (socket) => Effect.sync(() => socket.destroy()),
    ),
    (socket) => {
      let bytes = 0
      let last = performance.now()
      socket.on("error", () => {})
      socket.on("data", (chunk: Buffer) => {
        bytes += chunk.length
        last = performance.now()
      })
      socket.write(`GET /stream HTTP/1.1\r\nHost: ${to.host}\r\n\r\n`)
      return { bytes: () => bytes, stillFor: () => performance.now() - last }
    },
  )

/** Waits until something holds, and says after how many milliseconds it did; undefined when it never did. */
export const until = (holds: () => boolean, withinMs: number): Effect.Effect<number | undefined> =>
  Effect.gen(function* () {
    const began = performance.now()
    while (!holds()) {
      if (performance.now() - began > withinMs) return undefined
      yield* Effect.sleep(20)
    }
    return performance.now() - began
  })
