// Closed-loop requesters: each has one request at a time, and asks again some time after its last deal has ended.
import type { Address } from "../src/model/Address.ts"
import type { Id } from "../src/model/Id.ts"
import { codes } from "./Codes.ts"
import * as Demand from "./Demand.ts"
import type { World } from "./World.ts"

/** One more deal serves the request. */
export const began = (world: World, requester: Address, request: Id): void => {
  const asking = world.asking.get(requester)
  if (asking?.request === request) asking.deals += 1
}

/** A deal is over; with the last one of its request the requester thinks, and asks again. */
export const ended = (world: World, requester: Address, request: Id, at: number): void => {
  const asking = world.asking.get(requester)
  if (asking?.request !== request || --asking.deals > 0) return
  world.asking.delete(requester)
  const actor = Demand.actorOf(world.demand, requester)
  const thinking = Demand.thinking(world.demand, actor)
  if (thinking !== undefined) world.kernel.schedule(at + thinking, codes.order, actor)
}
