// What each event of the kernel means in the world.
import type { Actor } from "./Actor.ts"
import { codes } from "./Codes.ts"
import * as Keeper from "./Keeper.ts"
import * as Lease from "./Lease.ts"
import * as Orders from "./Orders.ts"
import * as Planning from "./Planning.ts"
import * as Post from "./Post.ts"
import * as Trace from "./Trace.ts"
import * as World from "./World.ts"

/** Handles one event of the kernel. */
export const handle = (world: World.World, code: number, payload: unknown, at: number): void => {
  switch (code) {
    case codes.order:
      return Orders.request(world, payload as Actor, at)
    case codes.offer:
      return Orders.offer(world, payload as Actor, at)
    case codes.churn:
      return Orders.churn(world, payload as Actor, at)
    case codes.input: {
      const { lease, role, input } = payload as World.Stimulus
      return World.feed(world, lease, role, input)
    }
    case codes.inputs:
      for (const { lease, role, input } of payload as ReadonlyArray<World.Stimulus>) {
        World.feed(world, lease, role, input)
        if (role === "requester" && input._tag === "Logged" && input.log._tag === "DealSettled")
          World.forget(world, lease)
      }
      return
    case codes.delivery: {
      const { lease, role, message } = payload as World.Delivery
      Trace.record(world.trace, at, message._tag, lease.number, role)
      return World.feed(world, lease, role, { _tag: "Said", message })
    }
    case codes.repeat:
      return Post.transmit(world, payload as World.Delivery)
    case codes.block:
      return World.makeBlock(world, at)
    case codes.trick: {
      const { lease, role } = payload as World.Side
      const { actor, participant } = lease[role]
      if (lease.openedAt !== Lease.unknown && !Lease.hasEnded(lease))
        World.perform(world, lease, role, actor.behaviour.trick?.(participant) ?? [])
      return
    }
    case codes.vanish: {
      const { lease, role } = payload as World.Side
      return Planning.vanish(world, lease, role, at)
    }
    case codes.shortLapse:
      return World.lapseShort(world, payload as World.ShortSide)
    case codes.lapse:
      return World.lapse(world, payload as Lease.Lease, at)
    case codes.keep:
      return Keeper.keep(world, payload as Lease.Lease, at)
  }
}
