// The lease receipt that both sign: "this seat was this requester's from then to then". With it a provider
// proves later who used its address; two that overlap prove a double lease (IPSX-AGR-065).
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import { Count32 } from "./Deal.ts"
import { Id } from "./Id.ts"
import { Seconds } from "./Time.ts"

/** `from` and `to` bound the actual use, [from, to); `commitment` hides what must not be public. */
export const Receipt = Schema.Struct({
  channelId: Id,
  provider: Address,
  requester: Address,
  resource: Id,
  seat: Count32,
  from: Seconds,
  to: Seconds,
  commitment: Id,
})
export interface Receipt extends Schema.Schema.Type<typeof Receipt> {}

/** Seconds that the two actual intervals have in common; zero when they are apart. */
export const overlap = (a: Receipt, b: Receipt): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
