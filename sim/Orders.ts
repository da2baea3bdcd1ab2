// The actors' orders as they come: offers that are renewed, requests by each group's arrival process, and the
// comings and goings of the addresses.
import type { Actor } from "./Actor.ts"
import { codes } from "./Codes.ts"
import * as Demand from "./Demand.ts"
import * as Metrics from "./Metrics.ts"
import * as Random from "./Random.ts"
import * as World from "./World.ts"

/** Schedules the first orders of everybody; providers come first, within the first second. */
export const start = (world: World.World): void => {
  const { kernel, demand } = world
  for (const actor of demand.population.providers) {
    kernel.schedule(Random.below(actor.wants, 1000), codes.offer, actor)
    const up = Demand.untilChurn(demand, actor)
    if (up !== undefined) kernel.schedule(1000 + up, codes.churn, actor)
  }
  for (const actor of demand.population.requesters) {
    const first = Demand.untilNext(demand, actor) ?? Demand.thinking(demand, actor) ?? 0
    kernel.schedule(1000 + first, codes.order, actor)
  }
}

const hasTimeLeft = (world: World.World, at: number): boolean => at < world.scenario.duration * 1000

/** A provider whose address is there offers its range, and again when the offer has run out. */
export const offer = (world: World.World, actor: Actor, at: number): void => {
  if (!hasTimeLeft(world, at) || actor.away) return
  const made = Demand.offer(world.demand, actor, World.now(world))
  const expiresAt = (made.expiresAt - world.settings.epoch) * 1000
  // An offer that was cancelled by an absence has been renewed already.
  if (actor.offer !== undefined && at < actor.offer.expiresAt) return
  actor.offer = { id: made.id, expiresAt }
  Metrics.count(world.recorder.metrics, "offers")
  World.command(world, { _tag: "Place", order: made, now: World.now(world) })
  world.kernel.schedule(expiresAt, codes.offer, actor)
}

/** A requester asks; a Poisson one has drawn already when it will ask next. */
export const request = (world: World.World, actor: Actor, at: number): void => {
  if (!hasTimeLeft(world, at)) return
  const made = Demand.request(world.demand, actor, World.now(world))
  const next = Demand.untilNext(world.demand, actor)
  const asking = { request: made.id, deals: 0 }
  if (next === undefined) world.asking.set(actor.address, asking)
  Metrics.count(world.recorder.metrics, "requests")
  World.command(world, { _tag: "Place", order: made, now: World.now(world) })
  if (next !== undefined) world.kernel.schedule(at + next, codes.order, actor)
  else if (asking.deals === 0) {
    // Nothing found at once: a closed loop asks again when this request has run out.
    world.asking.delete(actor.address)
    const expiresAt = (made.expiresAt - world.settings.epoch) * 1000
    world.kernel.schedule(expiresAt, codes.order, actor)
  }
}

/**
 * An address goes away or comes back. Its owner, who has the keys, stays: the offer is cancelled, and each lease
 * is told that its address is another one now (IPSX-AGR-080).
 */
export const churn = (world: World.World, actor: Actor, at: number): void => {
  actor.away = !actor.away
  const now = World.now(world)
  if (actor.away && actor.offer !== undefined && at < actor.offer.expiresAt) {
    World.command(world, { _tag: "Cancel", id: actor.offer.id, owner: actor.address, now })
    actor.offer = undefined
  }
  const input = { _tag: actor.away ? "AddressChanged" : "AddressRestored" } as const
  for (const lease of world.served.get(actor.address) ?? [])
    World.feed(world, lease, "provider", input)
  if (!actor.away) offer(world, actor, at)
  const next = Demand.untilChurn(world.demand, actor)
  if (next !== undefined && hasTimeLeft(world, at))
    world.kernel.schedule(at + next, codes.churn, actor)
}
