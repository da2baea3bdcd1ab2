// The internet of a demonstration: one server that tells each visitor the address it comes from, and streams bytes to
// whoever wants to see them flow.
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

export interface Echo {
  readonly host: string
  readonly port: number
  /** The addresses that have visited, in order. */
  readonly visitors: ReadonlyArray<string>
  /** Addresses that are seen as others, as behind a router whose own has changed; with a path, by who asks there. */
  readonly moved: Map<string, string>
}

const everyMs = 20
const chunk = Buffer.alloc(4096, "ipsx ")

/**
 * Serves until the scope closes.
 *
 * @example
 * const { port } = yield* Echo.serve("127.9.9.9")
 */
export const serve = (host: string, port = 0): Effect.Effect<Echo, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<{ readonly echo: Echo; readonly server: Http.Server }>((resume) => {
        const visitors: Array<string> = []
        const moved = new Map<string, string>()
        const server = Http.createServer((request, response) => {
          const from = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "")
          visitors.push(from)
          if (request.url !== "/stream")
            return response.end(moved.get(`${from}${request.url}`) ?? moved.get(from) ?? from)
          const flow = setInterval(() => {
            if (response.writableLength < 65_536) response.write(chunk)
          }, everyMs)
          return response.on("close", () => clearInterval(flow))
        })
        server.listen(port, host, () => {
          const { port } = server.address() as AddressInfo
          resume(Effect.succeed({ echo: { host, port, visitors, moved }, server }))
        })
      }),
      ({ server }) =>
        Effect.callback<void>((resume) => {
          server.close(() => resume(Effect.void))
          server.closeAllConnections()
        }),
    ),
    ({ echo }) => echo,
  )
