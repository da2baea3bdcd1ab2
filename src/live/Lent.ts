// The address that a provider lends, as both parties agreed on it, and what the provider's own echo says of it.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Country } from "../model/Country.ts"
import type { ExitClaim } from "../model/ExitClaim.ts"
import type { Seconds } from "../model/Time.ts"
import type { Lease } from "../tunnel/Lease.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"

/** `echo`, an http URL that answers with the address it sees, is a requester's own choice, or what a provider asks. */
export interface Lent {
  readonly country: Country
  readonly start: number
  /** Where the country claim comes from, in words. */
  readonly source: string
  readonly echo: string | undefined
  /** How often a provider asks the echo, in ms. */
  readonly everyMs: number
}

interface Asked {
  readonly adapter: Tunnel.Adapter
  readonly lease: Pick<Lease, "address">
  readonly lent: Lent
}

/**
 * IPSX-TUN-052: what the provider signs about its address. Fails when the echo sees another one: then nothing is
 * offered (IPSX-TUN-054).
 *
 * @example
 * const exit = yield* Lent.claim({ adapter, lease, lent })
 */
export const claim = ({
  adapter,
  lease: { address },
  lent: { echo, country, source },
}: Asked): Effect.Effect<ExitClaim, Tunnel.TunnelError | OtherAddress> =>
  Effect.gen(function* () {
    if (echo === undefined) return { address, country, source, seen: null }
    const seen = yield* adapter.seenAs(address, echo)
    if (seen !== address) return yield* new OtherAddress({ address, seen, echo })
    const at = Math.floor(Date.now() / 1000) as Seconds
    return { address, country, source, seen: { by: echo, at } }
  })

/** Asks the echo again and again (IPSX-TUN-051). One that does not answer says nothing about the address. */
export const watch = (
  asked: () => Asked,
  judge: (isLeased: boolean) => Promise<void>,
): Effect.Effect<never> => {
  const { adapter, lent } = asked()
  const { echo, everyMs } = lent
  if (echo === undefined) return Effect.never
  return Effect.forever(
    Effect.gen(function* () {
      yield* Effect.sleep(everyMs)
      const { address } = asked().lease
      const seen = yield* Effect.result(adapter.seenAs(address, echo))
      // Meanwhile it may have been replaced.
      if (seen._tag === "Success" && asked().lease.address === address)
        yield* Effect.promise(() => judge(seen.success === address))
    }),
  )
}

/** A provider's echo sees another address than the one that it has to lend. */
export class OtherAddress extends Schema.TaggedError<OtherAddress>()("OtherAddress", {
  address: Schema.String,
  seen: Schema.String,
  echo: Schema.String,
}) {
  override get message(): string {
    return `the lease is of ${this.address}, and ${this.echo} sees ${this.seen}: nothing is offered by another address`
  }
}
