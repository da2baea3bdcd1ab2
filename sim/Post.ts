// The post between two participants: it takes a message to the other side, late, twice or again, as the network has it.
import { codes } from "./Codes.ts"
import * as Lease from "./Lease.ts"
import * as Network from "./Network.ts"
import type { Delivery, World } from "./World.ts"

const repeatsMax = 60
const repeatAfterMs = 1000

/** The pair channel repeats what was not acknowledged (IPSX-PCH): a lost message comes late. */
export const transmit = (world: World, delivery: Delivery): void => {
  const { lease, role, repeated } = delivery
  const at = world.kernel.now
  const sender = Lease.sideOf(lease, Lease.other(role))
  if (at >= sender.plan.goneAt || Lease.hasEnded(lease)) return
  const { name, letters } = sender.actor
  const to = Lease.sideOf(lease, role).actor.name
  const arrivals = Network.deliveries(world.network, name, to, at, letters)
  for (const arrival of arrivals) world.kernel.schedule(arrival, codes.delivery, delivery)
  if (arrivals.length === 0 && repeated < repeatsMax)
    world.kernel.schedule(at + repeatAfterMs, codes.repeat, { ...delivery, repeated: repeated + 1 })
}
