// Short deals as they come and go in the world: proposed under a reservation, agreed, over.
import type * as Exchange from "../src/Exchange.ts"
import * as Status from "../src/model/Status.ts"
import * as Asking from "./Asking.ts"
import { codes } from "./Codes.ts"
import * as Demand from "./Demand.ts"
import * as Invariants from "./Invariants.ts"
import type * as Lease from "./Lease.ts"
import * as Planning from "./Planning.ts"
import * as Random from "./Random.ts"
import * as Recorder from "./Recorder.ts"
import * as ShortLease from "./ShortLease.ts"
import * as Trace from "./Trace.ts"
import * as Tunnel from "./Tunnel.ts"
import type { ShortSide, World } from "./World.ts"

/** A match under a reservation: both partners' plans for it are drawn, and the requester signs first. */
export const propose = (
  world: World,
  lease: Lease.Lease,
  { deal, request }: Exchange.Short,
): void => {
  const at = world.kernel.now
  const bytes = Demand.bytesPerSecond(world.demand, lease.requester.actor)
  const short = ShortLease.add(lease.standing!, deal, request, bytes)
  Asking.began(world, lease.deal.requester, request)
  Trace.record(world.trace, at, "short", lease.number, deal.nonce, deal.cap, deal.start, deal.end)
  Recorder.proposed(world.recorder, deal, at)
  const span = Planning.spanOf(world, deal)
  for (const role of Status.roles) {
    const { behaviour, mood } = lease[role].actor
    const plan = behaviour.plan(() => Random.unit(mood), span)
    Planning.schedule(world, lease, role, plan, deal.nonce)
  }
  const lapses = Math.max(at, span.end) + 2 * world.settings.patience
  short.lapse = world.kernel.schedule(lapses, codes.shortLapse, {
    lease,
    short,
  } satisfies ShortSide)
}

/** A side's timer is armed anew, or void with its end of the tunnel: the event of the arming before is taken back. */
export const retime = (
  world: World,
  short: ShortLease.ShortLease,
  role: Status.Role,
  event: number,
): void => {
  if (short.timers[role] !== ShortLease.unknown) world.kernel.cancel(short.timers[role])
  short.timers[role] = event
}

/** The exchange has moved a short deal's registers. */
export const moved = (
  world: World,
  lease: Lease.Lease,
  nonce: number,
  to: Status.DealStatus,
  at: number,
): void => {
  const short = lease.standing?.open.get(nonce)
  if (lease.standing === undefined || short === undefined) return
  if (to === "Provisioned" && short.agreedAt === ShortLease.unknown) {
    ShortLease.agree(lease.standing, short, at)
    Recorder.openedShort(world.recorder, short, at)
    Invariants.agreed(world.invariants, lease, short, at)
    for (const role of Status.roles)
      if (lease[role].plan.goneWhenOpened) Planning.vanish(world, lease, role, at)
  } else if (to === "Closing") Invariants.left(world.invariants, lease, short)
  else if (to === "Settled" || to === "Declined") {
    Invariants.left(world.invariants, lease, short)
    ShortLease.end(lease.standing, short, at)
    world.kernel.cancel(short.lapse)
    Recorder.settledShort(world.recorder, lease, short, at)
    Trace.record(
      world.trace,
      at,
      to,
      lease.number,
      nonce,
      short.charged,
      Tunnel.served(short.tunnel, at),
    )
    Asking.ended(world, lease.deal.requester, short.request, at)
  }
}
