// Keeps a connection to a partner that can be reached, for as long as the scope lasts: dials, greets, waits for its
// end, and dials again, with pauses that double up to a second.
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import type { Id } from "../model/Id.ts"
import * as Greeting from "./Greeting.ts"
import type { PairChannel } from "./PairChannel.ts"
import * as Tls from "./Tls.ts"

const firstPauseMs = 50
const longestPauseMs = 1000
const dialMs = 3000

/** Thirty-two random bytes that a greeting is made fresh by. */
export const nonce = (): Id => `0x${randomBytes(32).toString("hex")}` as Id

const once = (
  channel: PairChannel,
  to: Tls.Endpoint,
): Effect.Effect<void, Tls.DialFailed | Greeting.GreetingError> =>
  Effect.gen(function* () {
    const connection = yield* Tls.dial(to, dialMs)
    const greeted = yield* Greeting.dialled(connection, channel.self, nonce())
    channel.attach(greeted)
    while (channel.isAttached()) yield* Effect.sleep(firstPauseMs)
  })

/**
 * Never returns; fork it into the scope of the deal. `to` is asked before each attempt: a partner that comes back may be
 * elsewhere, or nowhere yet. `failed` hears why an attempt came to nothing.
 *
 * @example
 * yield* Effect.forkScoped(Dialling.keep(channel, () => ({ host, port }), (error) => log(error.message)))
 */
export const keep = (
  channel: PairChannel,
  to: () => Tls.Endpoint | null,
  failed: (error: Tls.DialFailed | Greeting.GreetingError) => void,
): Effect.Effect<never> => {
  let pause = firstPauseMs
  return Effect.forever(
    Effect.gen(function* () {
      const endpoint = to()
      if (endpoint !== null) {
        const attempt = yield* Effect.result(once(channel, endpoint))
        if (attempt._tag === "Success") pause = firstPauseMs
        else failed(attempt.failure)
      }
      yield* Effect.sleep(pause)
      pause = Math.min(longestPauseMs, 2 * pause)
    }),
  )
}
