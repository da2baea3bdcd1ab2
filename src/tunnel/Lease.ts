// What a tunnel is told of a deal that both have signed and whose lease has begun (IPSX-TUN-002). It names no price
// and no wallet: an adapter carries traffic, and others decide for how long.
import * as Schema from "effect/Schema"
import { Id } from "../model/Id.ts"
import * as Ip from "../model/Ip.ts"
import * as Usage from "../model/Usage.ts"

/** What is counted; two kinds differ by several per cent on the same traffic (IPSX-TUN-031). */
export const Counter = Schema.Literals(["l4-payload", "wg-transport"])
export type Counter = typeof Counter.Type

const whole = (minimum: number, maximum: number) =>
  Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum, maximum })))

/**
 * How far two readings of one use may lie apart: so many bytes for each open connection, and so many millionths of
 * the larger one (IPSX-TUN-032).
 */
export const Tolerance = Schema.Struct({
  bytesPerConnection: whole(0, 2 ** 40),
  millionths: whole(0, 1_000_000),
})
export interface Tolerance extends Schema.Schema.Type<typeof Tolerance> {}

/**
 * One leased seat. `id` is the deal's, or the short deal's; `address` the one that the outside is to see.
 * `heartbeat` is in milliseconds; after `misses` of them without a sign the other end counts as gone.
 */
export const Lease = Schema.Struct({
  id: Id,
  address: Ip.Ip,
  protocols: Usage.Protocols,
  scopes: Usage.Scopes,
  counter: Counter,
  tolerance: Tolerance,
  heartbeat: whole(10, 3_600_000),
  misses: whole(1, 1000),
})
export interface Lease extends Schema.Schema.Type<typeof Lease> {}

/** One receive window of a connection as Linux sizes it at most, and a thousandth. */
export const tolerance: Tolerance = { bytesPerConnection: 4 * 2 ** 20, millionths: 1000 }

/** After how many milliseconds without a sign of life the other end counts as gone (IPSX-TUN-040). */
export const silence = (lease: Pick<Lease, "heartbeat" | "misses">): number =>
  lease.heartbeat * lease.misses
