// What comes from a partner is looked at before it is believed: its adapter, its lease, its size, its shape
// (IPSX-TUN-003). The pair channel has checked who signed it.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Id } from "../model/Id.ts"
import * as Tunnel from "./Tunnel.ts"

/** The details of an offer or accept as the adapter's schema has them. */
export const read = <A>(
  adapter: string,
  lease: Id,
  message: Tunnel.Offer,
  details: Schema.Decoder<A>,
): Effect.Effect<A, Tunnel.BadMessage> => {
  const bad = (reason: string) => Effect.fail(new Tunnel.BadMessage({ lease, reason }))
  if (message.adapter !== adapter)
    return bad(`it is for the adapter ${message.adapter}, not ${adapter}`)
  if (message.lease !== lease) return bad(`it is for the lease ${message.lease}`)
  if (JSON.stringify(message).length > Tunnel.messageBytesMax)
    return bad(`it is longer than ${Tunnel.messageBytesMax} bytes`)
  return Schema.decodeUnknownEffect(details)(message.details).pipe(
    Effect.mapError((error) => new Tunnel.BadMessage({ lease, reason: error.message })),
  )
}
