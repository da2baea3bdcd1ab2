// What behaviours have in store for a side: drawn when a deal is proposed, and put into the kernel's queue.
import type { Input } from "../src/agent/Input.ts"
import type * as Deal from "../src/model/Deal.ts"
import type * as Status from "../src/model/Status.ts"
import * as Behaviour from "./behaviour/Behaviour.ts"
import { codes } from "./Codes.ts"
import type * as Kernel from "./Kernel.ts"
import * as Lease from "./Lease.ts"
import * as ShortLease from "./ShortLease.ts"
import * as Tunnel from "./Tunnel.ts"
import type { Side, Stimulus, World } from "./World.ts"

/** The time of a deal in virtual milliseconds. */
export const spanOf = (
  world: World,
  { start, end }: Pick<Deal.Deal, "start" | "end">,
): Behaviour.Span => ({
  start: (start - world.settings.epoch) * 1000,
  end: (end - world.settings.epoch) * 1000,
})

/** A side's plan, for its deal or for a short deal under it; who is gone for one of these is gone for all. */
export const schedule = (
  world: World,
  lease: Lease.Lease,
  role: Status.Role,
  plan: Behaviour.Plan,
  short?: number,
): void => {
  if (Behaviour.isNoPlan(plan)) return
  const own = lease[role].plan
  const at = world.kernel.now
  const side: Side = { lease, role }
  if (plan.goneAt < Behaviour.never) {
    if (short === undefined) vanish(world, lease, role, plan.goneAt)
    else world.kernel.schedule(Math.max(at, plan.goneAt), codes.vanish, side)
  }
  if (plan.goneWhenOpened) own.goneWhenOpened = true
  if (plan.leaveAt < Behaviour.never)
    excite(
      world,
      Math.max(at, plan.leaveAt),
      lease,
      role,
      short === undefined ? { _tag: "Leave" } : { _tag: "Leave", short },
    )
  if (plan.trickAt < Behaviour.never) {
    own.trickAt = Math.min(own.trickAt, plan.trickAt)
    world.kernel.schedule(Math.max(at, plan.trickAt), codes.trick, side)
  }
}

/** An actor falls silent: its end of the tunnel dies, and its partner notices some heartbeats later. */
export const vanish = (world: World, lease: Lease.Lease, role: Status.Role, when: number): void => {
  if (lease[role].plan.goneAt <= world.kernel.now) return
  const { heartbeat, heartbeatMisses } = world.settings.parameters
  const goneAt = Math.max(world.kernel.now, when)
  lease[role].plan.goneAt = goneAt
  Tunnel.breakAt(lease.tunnel, goneAt)
  if (lease.standing !== undefined) ShortLease.breakAt(lease.standing, goneAt)
  const noticed = goneAt + heartbeat * heartbeatMisses * 1000
  excite(world, noticed, lease, Lease.other(role), { _tag: "Silent" })
}

/** Something will happen to a participant. */
export const excite = (
  world: World,
  at: number,
  lease: Lease.Lease,
  role: Status.Role,
  input: Input,
): Kernel.Handle =>
  world.kernel.schedule(at, codes.input, { lease, role, input } satisfies Stimulus)
